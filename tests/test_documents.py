from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyoxigraph
import pytest
from pyld import jsonld

import backspasm
from backspasm import places
from backspasm.context import read_context
from backspasm.documents import KINDS, Documents, document_of
from backspasm.errors import DataError, UseError
from backspasm.exchange import json_documents
from backspasm.finishing import finish
from backspasm.frames import expanded, frame, refuse
from backspasm.jsonld import dumps
from backspasm.namespaces import BS, BSC, BSV, SKOS, expand
from causes import dataset

Triple = tuple[str, str, str]

# Said of a thing in the graph and not in its document: what only helps rules and shapes,
# and what a wider property repeats.
HELPERS = {BSV + "stepFrom", BSV + "stepTo", BSV + "nextFrom", SKOS + "inScheme"}


@pytest.fixture(scope="module")
def made(shipped: backspasm.Dataset) -> dict[str, list[dict[str, Any]]]:
    documents = Documents(shipped)
    return {kind: documents.of_kind(kind) for kind in KINDS}


@pytest.fixture(scope="module")
def held(shipped: backspasm.Dataset) -> set[Triple]:
    return {_triple(quad) for quad in shipped.quads()}


def _triple(quad: pyoxigraph.Quad | pyoxigraph.Triple) -> Triple:
    return str(quad.subject), str(quad.predicate), str(quad.object)


def _triples(document: dict[str, Any]) -> set[Triple]:
    quads = pyoxigraph.parse(dumps(document), pyoxigraph.RdfFormat.JSON_LD)
    return {_triple(quad) for quad in quads}


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for item in value:
            yield from _nodes(item)
    elif isinstance(value, dict):
        if "id" in value:
            yield value
        for key, item in value.items():
            if key != "@context":
                yield from _nodes(item)


def test_each_thing_has_its_document(
    made: dict[str, list[dict[str, Any]]], shipped: backspasm.Dataset
) -> None:
    for kind, name in (
        ("condition", "bsv:Condition"),
        ("concept", "skos:Concept"),
        ("claim", "bsv:Claim"),
        ("mechanism", "bsv:Mechanism"),
        ("document", "bsv:Document"),
    ):
        rows = shipped.rows(f"SELECT DISTINCT ?thing {{ ?thing a {name} }}")
        assert {expand(document["id"]) for document in made[kind]} == {iri for (iri,) in rows}


@pytest.mark.parametrize("kind", KINDS)
def test_a_document_says_nothing_that_the_graph_does_not(
    kind: str, made: dict[str, list[dict[str, Any]]], held: set[Triple]
) -> None:
    for document in made[kind]:
        assert _triples(document) - held == set(), document["id"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_document_says_all_of_its_thing(
    kind: str, made: dict[str, list[dict[str, Any]]], held: set[Triple]
) -> None:
    by_subject: dict[str, set[Triple]] = {}
    for triple in held:
        by_subject.setdefault(triple[0], set()).add(triple)
    for document in made[kind]:
        iri = f"<{expand(document['id'])}>"
        missing = {
            triple
            for triple in by_subject[iri] - _triples(document)
            if triple[1].strip("<>") not in HELPERS
        }
        repeated = {triple for triple in missing if triple[1] == f"<{BSV}passage>"}
        assert missing == repeated
        for _, _, passage in repeated:
            assert any(t[2] == passage and t[1] != f"<{BSV}passage>" for t in by_subject[iri])


@pytest.mark.parametrize("kind", KINDS)
def test_no_reference_is_bare(kind: str, made: dict[str, list[dict[str, Any]]]) -> None:
    for document in made[kind]:
        for node in _nodes(document):
            assert len(node) > 1, (document["id"], node)


OUTSIDE = {"citedWork", "referencesWork", "license", "seeAlso"}
"""Keys whose values are pages, which have no short form."""


@pytest.mark.parametrize("kind", KINDS)
def test_no_id_falls_back_to_a_full_iri(kind: str, made: dict[str, list[dict[str, Any]]]) -> None:
    links = read_context().links | read_context().words
    for document in made[kind]:
        for node in _nodes(document):
            for key in links & node.keys() - OUTSIDE:
                values = node[key] if isinstance(node[key], list) else [node[key]]
                assert [value for value in values if "://" in value] == [], (key, document["id"])


@pytest.mark.parametrize("kind", KINDS)
def test_the_whole_frame_gives_the_same(kind: str, made: dict[str, list[dict[str, Any]]]) -> None:
    """What is put together from parts is what PyLD gives for the frame as it is published."""
    documents = Documents(backspasm.load())
    some = made[kind][:: max(1, len(made[kind]) // 8)]
    iris = [expand(document["id"]) or "" for document in some]
    nodes = [node for node in documents.nodes.by_iri.values() if "@type" in node or len(node) == 2]
    options = {"documentLoader": refuse, "omitDefault": True, "omitGraph": False}
    framed = jsonld.frame(nodes, {**frame(kind), "id": iris}, options)
    whole = {node["id"]: finish(node, {}).body for node in framed["@graph"]}
    for document in some:
        parts = {key: value for key, value in document.items() if key != "@context"}
        assert whole[document["id"]] == parts


def test_a_condition_is_enough_for_a_page(made: dict[str, list[dict[str, Any]]]) -> None:
    (page,) = (
        document for document in made["condition"] if document["id"] == "bs:back-muscle-spasm"
    )
    for key in ("causeClaim", "riskFactorClaim", "symptomClaim", "treatmentClaim", "deniedClaim"):
        for said in page[key]:
            assert said["subject"]["prefLabel"]["en"]
            assert said["object"]["prefLabel"]["en"]
            assert said["certainty"]
            assert said["evidence"]["label"]["en"]
            assert all(place["hasSource"]["title"]["en"] for place in said["passage"])
    assert all(said["polarity"] == "Denied" for said in page["deniedClaim"])
    for mechanism in page["mechanism"]:
        assert [step["position"] for step in mechanism["step"]] == [
            number for number, _ in enumerate(mechanism["step"], 1)
        ]
        assert all(step["claim"]["passage"] for step in mechanism["step"])


def test_one_document_is_the_same_as_among_all(made: dict[str, list[dict[str, Any]]]) -> None:
    graph = backspasm.load()
    for kind in KINDS:
        wanted = made[kind][len(made[kind]) // 2]
        iri = expand(wanted["id"]) or ""
        if kind != "concept" or "Condition" not in wanted["type"]:
            assert dumps(document_of(graph, iri)) == dumps(wanted)


def test_what_has_no_document(small: backspasm.Dataset) -> None:
    with pytest.raises(UseError, match=r"bsv:Stated: has no document; .*use another format"):
        document_of(small, BSV + "Stated")


def test_a_thing_inside_itself_is_a_reference_like_any_other(tmp_path: Path) -> None:
    graph = dataset(tmp_path, "rain ache Stated d", "bs:ache a bsv:Condition .")
    (document,) = Documents(graph).of_kind("condition", [BS + "ache"])
    (said,) = document["causeClaim"]
    assert said["object"] == {
        "id": "bs:ache",
        "type": document["type"],
        "prefLabel": document["prefLabel"],
    }


GONE = """
@prefix owl: <http://www.w3.org/2002/07/owl#> .
bs:ache a bsv:Condition . bsd:d a bsv:Document .
bsc:d-1 owl:deprecated true ; bsv:deprecationReason "Wrong."@en .
"""


def test_a_withdrawn_claim_keeps_its_document_and_leaves_the_lists(tmp_path: Path) -> None:
    documents = Documents(dataset(tmp_path, "rain ache Stated d", GONE))
    (concept,) = documents.of_kind("condition", [BS + "ache"])
    assert "causeClaim" not in concept
    (said,) = documents.of_kind("claim", [BSC + "d-1"])
    assert said["deprecated"] is True
    assert said["deprecationReason"] == {"en": "Wrong."}
    (source,) = documents.of_kind("document")
    assert [claim["deprecated"] for claim in source["makesClaim"]] == [True]


def test_the_index_tells_what_was_withdrawn(tmp_path: Path) -> None:
    made = json_documents.files(dataset(tmp_path, "rain ache Stated d", GONE))
    (index,) = (json.loads(file.content) for file in made if file.path == "json/index.json")
    things = {thing["id"]: thing for thing in index["things"]}
    assert {name for name, thing in things.items() if thing.get("deprecated")} == {"bsc:d-1"}
    assert index["@context"]["deprecated"] == "owl:deprecated"
    assert {name: thing["kind"] for name, thing in things.items()} == {
        "bs:ache": "condition",
        "bs:rain": "concept",
        "bsc:d-1": "claim",
        "bsd:d": "document",
    }
    for thing in things.values():
        assert next(iter(thing["files"])) == thing["kind"]


def test_what_the_context_has_no_key_for(tmp_path: Path) -> None:
    """Data that the shapes refuse is shown all the same, and stands behind what has a key."""
    more = (
        '<urn:x> a bsv:Condition , <urn:Kind> ; skos:prefLabel "x"@en ; oa:start "7e2"^^bsv:odd ;'
        ' <urn:p> "a" ; oa:text "b" .'
    )
    (document,) = Documents(dataset(tmp_path, "rain ache Stated d", more)).of_kind("condition")
    assert list(document)[-2:] == ["oa:text", "urn:p"]
    assert document["type"] == ["Condition", "urn:Kind"]
    assert document["start"] == {"@type": "bsv:odd", "@value": "7e2"}
    assert len(_triples(document)) == 6


LEFT_OUT: dict[str, tuple[str, dict[str, Any], str]] = {
    "a list of claims": (
        "concept",
        {"symptomClaim": {}},
        "concept.jsonld: no frame stands under symptomClaim of a Concept; say there, or in",
    ),
    "a list of claims that are only named": (
        "condition",
        {"symptomClaim": {"@embed": "@never"}},
        "condition.jsonld: no frame stands under symptomClaim of a Concept",
    ),
    "figures": (
        "document",
        {"quantity": {}},
        "document.jsonld: no frame stands under quantity of a Document",
    ),
    "deep inside": (
        "mechanism",
        {"step": {"claim": {"@embed": "@always"}}},
        "mechanism.jsonld: no frame stands under subject of a Claim",
    ),
    "in a reference": (
        "concept",
        {"mechanism": {"@explicit": True, "from": {}}},
        "concept.jsonld: no frame stands under from of a Mechanism",
    ),
}


@pytest.mark.parametrize("case", LEFT_OUT)
def test_a_frame_that_leaves_out_things_is_refused(case: str) -> None:
    kind, instead, problem = LEFT_OUT[case]
    known = places.read_places()
    frames = {**known.frames, kind: {**frame(kind), **instead}}
    with pytest.raises(DataError, match=problem):
        places.Places(frames, known.context, known.vocabulary, known.shapes)


def test_documents_are_made_by_frames_that_leave_out_nothing(
    small: backspasm.Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> None:
        raise DataError("left out")

    monkeypatch.setattr("backspasm.documents.read_places", refuse)
    with pytest.raises(DataError, match="left out"):
        Documents(small)


def test_what_no_frame_knows_is_only_named(tmp_path: Path) -> None:
    """Things that all point at each other would stand in each other in all their orders."""
    names = [f"bs:c{number}" for number in range(12)]
    each = (f"{one} a bsv:Condition ; <urn:knows> {', '.join(names)} ." for one in names)
    graph = dataset(tmp_path, "rain ache Stated d", " ".join(each))
    (document,) = Documents(graph).of_kind("condition", [BS + "c1"])
    assert {one["id"] for one in document["urn:knows"]} == set(names)
    assert all(one.keys() <= {"id", "type"} for one in document["urn:knows"])


def test_frames_are_standard_frames() -> None:
    for kind in KINDS:
        assert "$ref" not in json.dumps(frame(kind))
        assert expanded(kind)["@type"]


def test_nothing_is_fetched() -> None:
    with pytest.raises(ValueError, match="nothing is ever fetched"):
        refuse("http://example.org/context", {})
