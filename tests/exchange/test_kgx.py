"""The KGX tables: read back by kgx, held to the Biolink Model, and compared with the graph."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from backspasm import Dataset, shorten
from backspasm.alignments import read_alignments
from backspasm.claims import Claim, find_claims
from backspasm.exchange import kgx
from backspasm.namespaces import PREFIXES
from causes import dataset
from conftest import SMALL
from exchanged import ask_tool, assert_example_runs, assert_repeatable, counts, put

BIOLINK = PREFIXES["biolink"]

ALIGNED = f"""
SELECT DISTINCT ?target WHERE {{
  GRAPH bsg:vocabulary {{ ?term ?match ?target }}
  FILTER (STRSTARTS(STR(?target), "{BIOLINK}"))
}}
"""

CONCEPTS = """
SELECT ?c ?label ?definition WHERE {
  ?c a skos:Concept ; skos:prefLabel ?label ; skos:definition ?definition .
  MINUS { ?c owl:deprecated true }
}
"""

SYNONYMS = "SELECT ?c ?text WHERE { ?c a skos:Concept ; skos:altLabel ?text }"

SAME = """
SELECT ?c ?target WHERE {
  ?m a bsv:Mapping ; owl:annotatedSource ?c ; owl:annotatedProperty skos:exactMatch ;
    owl:annotatedTarget ?target .
  MINUS { ?m owl:deprecated true }
}
"""

HARD = """
a b Stated one
a b Stated one
b c Possible one
c d Stated one
"""

HARD_MORE = """
@prefix owl: <http://www.w3.org/2002/07/owl#> .
bsc:one-5 a bsv:Claim ; rdf:subject bs:a ; rdf:predicate bsv:causes ; rdf:object bs:c ;
  bsv:polarity bsv:Denied ; bsv:certainty bsv:Stated ; bsv:basis bsv:Sentence ;
  bsv:scope bs:b , bs:d ; bsv:hedge "this|that"@en ;
  bsv:statement "A\tdoes | not\\ncause C."@en .
bsc:one-4 owl:deprecated true .
bs:gone a bsv:Process, skos:Concept ; skos:prefLabel "gone"@en ; owl:deprecated true .
"""


def read(graph: Dataset, tools: Path, folder: Path) -> dict[str, Any]:
    known = [shorten(iri) for (iri,) in graph.rows(ALIGNED)]
    found: dict[str, Any] = ask_tool(tools, "read_kgx.py", *put(kgx.files(graph), folder), *known)
    return found


@pytest.fixture(scope="module")
def back(shipped: Dataset, tools: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    return read(shipped, tools, tmp_path_factory.mktemp("kgx"))


@pytest.fixture
def hard(tools: Path, tmp_path: Path) -> dict[str, Any]:
    return read(dataset(tmp_path, HARD, HARD_MORE), tools, tmp_path)


def listed(graph: Dataset, query: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for iri, value in graph.rows(query):
        found.setdefault(shorten(iri), set()).add(value)
    return found


def several(found: Any) -> tuple[str, ...]:
    """What kgx reads from a cell: nothing, one value or a list."""
    return tuple(found) if isinstance(found, list) else (found,) if found else ()


def test_every_concept_is_a_node_and_nothing_else(back: dict[str, Any], shipped: Dataset) -> None:
    synonyms, same = listed(shipped, SYNONYMS), listed(shipped, SAME)
    assert back["nodes"].keys() == {shorten(iri) for iri, *_ in shipped.rows(CONCEPTS)}
    for iri, label, definition in shipped.rows(CONCEPTS):
        node = back["nodes"][shorten(iri)]
        assert (node["name"], node["description"], node["iri"]) == (label, definition, iri)
        assert set(several(node.get("synonym"))) == synonyms.get(node["id"], set())
        assert set(several(node.get("xref"))) == set(map(shorten, same.get(node["id"], ())))


def test_every_claim_is_an_edge_and_nothing_else(back: dict[str, Any], shipped: Dataset) -> None:
    claims = {shorten(claim.iri): claim for claim in find_claims(shipped) if not claim.deprecated}
    assert [edge["id"] for edge in back["edges"]] == sorted(claims)
    for edge in back["edges"]:
        claim = claims[edge["id"]]
        assert edge["subject"] == shorten(claim.subject)
        assert edge["object"] == shorten(claim.object)
        assert edge["original_predicate"] == shorten(claim.predicate)
        assert edge.get("licensed_predicate", "") == shorten(claim.licenses).strip("<>")
        assert edge.get("negated", False) is (claim.polarity == "Denied")
        assert edge["has_confidence_level"] == f"bsv:{claim.certainty}"
        assert edge["description"] == claim.statement
        assert edge["publications"] == [shorten(claim.document)]
        assert edge["has_evidence"] == [shorten(iri) for iri in claim.evidence]
        assert several(edge.get("hedge")) == claim.hedge
        assert several(edge.get("rank")) == tuple(map(shorten, claim.rank))
        assert several(edge.get("curator_note")) == claim.curator_note
        assert several(edge["passages"]) == tuple(shorten(place.iri) for place in claim.passages)
        assert qualifiers(edge) == said(claim)


SLOTS = {
    "population": "population_context_qualifier",
    "site": "anatomical_context_qualifier",
    "scope": "subject_context_qualifier",
    "onset": "onset_qualifier",
    "frequency": "frequency_qualifier",
    "subjectQualifier": "subject_specialization_qualifier",
    "objectQualifier": "object_specialization_qualifier",
}


def qualifiers(edge: dict[str, Any]) -> set[tuple[str, str]]:
    further = [text.split("=", 1) for text in several(edge.get("further_qualifiers"))]
    inside = [(name, value) for name, slot in SLOTS.items() for value in several(edge.get(slot))]
    return {*inside, *((name.removeprefix("bsv:"), value) for name, value in further)}


def said(claim: Claim) -> set[tuple[str, str]]:
    fields = {
        **{name: getattr(claim, name) for name in ("population", "site", "scope", "onset")},
        "frequency": claim.frequency,
        "subjectQualifier": claim.subject_qualifier,
        "objectQualifier": claim.object_qualifier,
    }
    return {(name, shorten(iri)) for name, values in fields.items() for iri in values}


def test_kgx_finds_no_fault_but_that_our_prefix_is_not_registered(back: dict[str, Any]) -> None:
    faults = [
        message
        for kinds in back["problems"].values()
        for messages in kinds.values()
        for message in messages
    ]
    assert [fault for fault in faults if "a CURIE prefix 'bs'" not in fault] == []


def test_what_is_said_is_in_biolink(back: dict[str, Any]) -> None:
    terms = back["terms"]
    assert all(
        terms[name]["category"] for node in back["nodes"].values() for name in node["category"]
    )
    assert all(terms[edge["predicate"]]["predicate"] for edge in back["edges"])
    used = {name for name, term in terms.items() if term and term["deprecated"]}
    assert used == set()
    ours = {name for edge in back["edges"] for name in edge if terms[f"biolink:{name}"] is None}
    assert ours == {
        *("basis", "contradicts", "curator_note", "evidence_wording", "further_qualifiers"),
        *("hedge", "jointly_with", "licensed_predicate", "passages", "rank"),
    } & {name for edge in back["edges"] for name in edge}
    several_valued = {slot for slot in SLOTS.values() if terms[f"biolink:{slot}"]["multivalued"]}
    assert several_valued == kgx._SEVERAL


def test_the_vocabulary_is_aligned_with_terms_that_biolink_has(
    back: dict[str, Any], shipped: Dataset
) -> None:
    known = {shorten(iri) for (iri,) in shipped.rows(ALIGNED)}
    assert {name for name in known if back["terms"][name] is None} == set()


def test_predicates_fit_what_biolink_asks_of_their_ends(back: dict[str, Any]) -> None:
    terms = back["terms"]

    def kinds(node: str) -> set[str]:
        return {up for name in back["nodes"][node]["category"] for up in terms[name]["ancestors"]}

    for edge in back["edges"]:
        asked = terms[edge["predicate"]]
        for end, place in (("subject", "domain"), ("object", "range")):
            wanted = asked[place]
            assert wanted is None or wanted in kinds(edge[end]), (edge["id"], wanted)


def test_no_predicate_says_more_than_its_claim(back: dict[str, Any], shipped: Dataset) -> None:
    aligned = read_alignments(shipped, BIOLINK)
    for claim, edge in zip(find_claims(shipped), back["edges"], strict=True):
        if claim.polarity == "Affirmed" and not claim.licenses:
            assert edge["predicate"] == "biolink:related_to"
        else:
            own = aligned.of(claim.licenses or claim.predicate)
            assert edge["predicate"] in back["terms"][own]["ancestors"]


def test_wider_predicates_are_those_of_biolink(back: dict[str, Any]) -> None:
    for name, fit in kgx._FITS.items():
        assert fit.wider in back["terms"][name]["ancestors"]


def test_hard_cases(hard: dict[str, Any]) -> None:
    edges = {edge["id"]: edge for edge in hard["edges"]}
    assert sorted(edges) == ["bsc:one-1", "bsc:one-2", "bsc:one-3", "bsc:one-5"]
    assert sorted(hard["nodes"]) == ["bs:a", "bs:b", "bs:c", "bs:d"]
    assert "negated" not in edges["bsc:one-1"]
    assert edges["bsc:one-1"]["predicate"] == "biolink:causes"
    assert edges["bsc:one-3"]["predicate"] == "biolink:affects_likelihood_of"
    denied = edges["bsc:one-5"]
    assert denied["negated"] is True
    assert denied["predicate"] == "biolink:causes"
    assert denied["description"] == "A does ¦ not cause C."
    assert denied["hedge"] == "this¦that"
    assert denied["further_qualifiers"] == ["bsv:scope=bs:b", "bsv:scope=bs:d"]


def test_claims_about_what_has_no_label(tools: Path, tmp_path: Path) -> None:
    more = "bsc:two-1 a bsv:Claim ; rdf:subject bs:x ; rdf:predicate bsv:causes ; rdf:object bs:y ."
    back = read(dataset(tmp_path, "a b Stated one", more), tools, tmp_path)
    assert back["nodes"]["bs:x"]["category"] == ["biolink:NamedThing"]
    assert len(back["edges"]) == 2


def test_the_same_bytes_on_every_run(shipped: Dataset, small: Dataset) -> None:
    assert_repeatable("kgx", kgx.files(shipped))
    assert_repeatable("kgx", kgx.files(small), SMALL)


def test_the_page_counts_right(back: dict[str, Any], shipped: Dataset) -> None:
    claims = [claim for claim in find_claims(shipped) if not claim.deprecated]
    weak = [edge for edge in back["edges"] if edge["predicate"] == "biolink:related_to"]
    firm = [edge for edge in back["edges"] if edge["predicate"] == "biolink:causes"]
    negated = [edge for edge in back["edges"] if edge.get("negated")]
    all_ = len(claims)
    assert counts("kgx.md") == {
        "concepts, as nodes": (len(back["nodes"]), len(shipped.rows(CONCEPTS))),
        "claims, as edges": (len(back["edges"]), all_),
        "edges that are negated": (len(negated), all_),
        "edges with `biolink:causes`": (len(firm), all_),
        "edges with no more than `biolink:related_to`": (len(weak), all_),
        "edges that kgx keeps when it loads all into memory": (back["kept in memory"], all_),
        "mechanisms": (0, len(shipped.rows("SELECT ?m { ?m a bsv:Mechanism }"))),
        "quantitative findings": (
            0,
            len(shipped.rows("SELECT ?f { ?f a bsv:QuantitativeFinding }")),
        ),
    }


def test_the_example_of_the_page_runs(shipped: Dataset, tmp_path: Path) -> None:
    put(kgx.files(shipped), tmp_path)
    assert_example_runs("kgx.md", tmp_path)
