"""An explanation as JSON, and as JSON-LD with the claims and passages that it rests on."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pyoxigraph

from backspasm.namespaces import BSV, DCTERMS, RDF, SKOS, XSD, shorten
from backspasm.serialisation import serialise_triples

if TYPE_CHECKING:
    from collections.abc import Iterator

    from backspasm.claims import Claim
    from backspasm.explanation import Explanation, Path, Step
    from backspasm.graph import Graph

__all__ = ["as_json", "as_jsonld"]

_NAMING = {RDF + "type", SKOS + "prefLabel", SKOS + "definition", DCTERMS + "title"}
"""What is said of concepts, mechanisms and documents, which have pages of their own."""


def as_json(told: Explanation, *, denied: bool = False) -> str:
    """An explanation as JSON.

    A thing has "id", "curie" and "label". The whole has "cause", "effect", "found",
    "exhausted", "longer", "paths" and "nearest"; a path "concepts", "certainty",
    "support", "statedBy", "composed", "mechanisms", "steps" and, where wanted, "denials"; a
    step "predicate", "from", "to", "firm", "certainty", "documents", "within" and "claims".

    Args:
        told: the explanation.
        denied: give the claims that speak against a path.
    """
    writer = _Writer(told)
    document = {
        "cause": writer.thing(told.cause),
        "effect": writer.thing(told.effect),
        "found": told.found,
        "exhausted": told.exhausted,
        "longer": told.longer,
        "paths": [writer.path(path, denied=denied) for path in told.paths],
        "nearest": [near._asdict() for near in told.nearest],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


class _Writer:
    """Writes the parts of one explanation."""

    def __init__(self, told: Explanation) -> None:
        self.labels = told.labels

    def thing(self, iri: str) -> dict[str, str]:
        return {"id": iri, "curie": shorten(iri), "label": self.labels.get(iri, shorten(iri))}

    def things(self, iris: tuple[str, ...]) -> list[dict[str, str]]:
        return [self.thing(iri) for iri in iris]

    def path(self, path: Path, *, denied: bool) -> dict[str, object]:
        written: dict[str, object] = {
            "concepts": self.things(path.concepts),
            "certainty": path.certainty,
            "support": path.support,
            "statedBy": self.things(path.stated_by),
            "composed": not path.stated_by,
            "mechanisms": [
                {**self.thing(backing.mechanism), "whole": backing.whole}
                for backing in path.backing
            ],
            "steps": [self.step(step) for step in path.steps],
        }
        if denied:
            written["denials"] = [self.claim(claim) for claim in path.denials]
        return written

    def step(self, step: Step) -> dict[str, object]:
        return {
            "from": self.thing(step.link.cause),
            "predicate": self.thing(step.link.predicate),
            "to": self.thing(step.link.effect),
            "firm": step.link.firm,
            "certainty": step.certainty,
            "documents": self.things(step.link.documents),
            "within": self.things(step.within),
            "claims": [self.claim(claim) for claim in step.claims],
        }

    def claim(self, claim: Claim) -> dict[str, object]:
        return {
            **self.thing(claim.iri),
            "label": claim.statement,
            "predicate": self.thing(claim.predicate),
            "polarity": claim.polarity,
            "certainty": claim.certainty,
            "hedge": list(claim.hedge),
            "basis": claim.basis,
            "evidence": self.things(claim.evidence),
            "evidenceWording": list(claim.evidence_wording),
            "population": self.things(claim.population),
            "scope": self.things(claim.scope),
            "site": self.things(claim.site),
            "document": self.thing(claim.document),
            "passages": [
                {"id": p.iri, "section": p.section, "start": p.start, "end": p.end}
                for p in claim.passages
            ],
        }


def as_jsonld(graph: Graph, told: Explanation, *, denied: bool = False) -> bytes:
    """An explanation as JSON-LD: its paths, and the claims and passages that they rest on.

    A path has the properties of a mechanism (`bsv:from`, `bsv:to`, `bsv:certainty`,
    `bsv:step`), without being one: no curator wrote it.

    Args:
        graph: the graph that was asked.
        told: the explanation.
        denied: give the claims that speak against a path.
    """
    records: dict[str, None] = {}
    others: dict[str, None] = {told.cause: None, told.effect: None}
    for path in told.paths:
        claims = [claim for step in path.steps for claim in step.claims]
        claims += path.denials if denied else ()
        others.update(dict.fromkeys((*path.concepts, *(b.mechanism for b in path.backing))))
        for claim in claims:
            others[claim.document] = None
            records.update(dict.fromkeys((claim.iri, *(place.iri for place in claim.passages))))
    triples = [triple for path in told.paths for triple in _path_triples(path)]
    triples += [quad.triple for quad in graph.about(map(pyoxigraph.NamedNode, records))]
    triples += [
        quad.triple
        for quad in graph.about(map(pyoxigraph.NamedNode, others))
        if quad.predicate.value in _NAMING
    ]
    return serialise_triples(dict.fromkeys(triples), "jsonld")


def _path_triples(path: Path) -> Iterator[pyoxigraph.Triple]:
    node = pyoxigraph.BlankNode()
    yield _triple(node, "from", pyoxigraph.NamedNode(path.concepts[0]))
    yield _triple(node, "to", pyoxigraph.NamedNode(path.concepts[-1]))
    if path.certainty:
        yield _triple(node, "certainty", pyoxigraph.NamedNode(BSV + path.certainty))
    for position, step in enumerate(path.steps, 1):
        part = pyoxigraph.BlankNode()
        number = pyoxigraph.Literal(str(position), datatype=pyoxigraph.NamedNode(XSD + "integer"))
        yield _triple(node, "step", part)
        yield _triple(part, "position", number)
        yield _triple(part, "stepFrom", pyoxigraph.NamedNode(step.link.cause))
        yield _triple(part, "stepTo", pyoxigraph.NamedNode(step.link.effect))
        for claim in step.claims:
            yield _triple(part, "claim", pyoxigraph.NamedNode(claim.iri))


def _triple(
    subject: pyoxigraph.BlankNode,
    name: str,
    target: pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.Literal,
) -> pyoxigraph.Triple:
    return pyoxigraph.Triple(subject, pyoxigraph.NamedNode(BSV + name), target)
