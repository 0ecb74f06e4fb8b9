"""What is withdrawn or denied does not come back as an answer."""

from __future__ import annotations

import pyoxigraph
import pytest

import backspasm
from backspasm.derivation import derive
from backspasm.graph import AUTHORED
from backspasm.namespaces import BSV, OWL
from backspasm.questions import ask, questions

RECORDS = ("Claim", "QuantitativeFinding", "Mechanism", "Mapping")
TELLS_OF_ALL = {
    *("documents", "doubts", "places", "sites"),
    *("undefined-concepts", "unmapped-concepts"),
}
"""Questions about documents, notes and concepts, which a withdrawn claim leaves as they are."""


def answers(dataset: backspasm.Dataset) -> set[str]:
    """The questions that have an answer."""
    return {
        question.name
        for question in questions()
        for example in question.examples
        if any(True for _ in ask(dataset, question.name, example))  # type: ignore[union-attr]
    }


@pytest.fixture
def dataset() -> backspasm.Dataset:
    return backspasm.load()


def quads(dataset: backspasm.Dataset, select: str, predicate: str) -> list[pyoxigraph.Quad]:
    true = pyoxigraph.Literal(True)
    return [
        pyoxigraph.Quad(pyoxigraph.NamedNode(iri), pyoxigraph.NamedNode(predicate), true, AUTHORED)
        for (iri,) in dataset.rows(select)
    ]


def derived_anew(dataset: backspasm.Dataset) -> backspasm.Dataset:
    dataset.store.remove_graph(pyoxigraph.NamedNode("https://w3id.org/backspasm/graph/derived"))
    derive(dataset.store)
    return dataset


def test_withdrawn_records_are_no_answers(dataset: backspasm.Dataset) -> None:
    kinds = " ".join(f"bsv:{kind}" for kind in RECORDS)
    select = f"SELECT DISTINCT ?x {{ VALUES ?kind {{ {kinds} }} ?x a ?kind }}"
    dataset.store.extend(quads(dataset, select, OWL + "deprecated"))
    assert answers(derived_anew(dataset)) == TELLS_OF_ALL


def test_denied_claims_are_not_told_as_if_affirmed(dataset: backspasm.Dataset) -> None:
    polarity = pyoxigraph.NamedNode(BSV + "polarity")
    denied = pyoxigraph.NamedNode(BSV + "Denied")
    for quad in list(dataset.store.quads_for_pattern(None, polarity, None, None)):
        dataset.store.remove(quad)
        dataset.store.add(pyoxigraph.Quad(quad.subject, polarity, denied, AUTHORED))
    told = answers(derived_anew(dataset))
    affirming = {
        *("agreement", "cause-list", "causes", "effects", "firm-causes", "names-only", "precedes"),
        *("ranks", "resembles", "risk-factors", "risk-factors-only", "severity", "symptoms"),
        *("narrower-causes", "near-agreement", "onset", "treatments"),
        *("cause-and-risk-factor", "causes-of-kind", "causes-without-mechanism", "edge-support"),
        *("claims-outside-mechanisms", "downstream", "limited-claims", "single-document-edges"),
        "upstream",
    }
    assert told & affirming == set()
