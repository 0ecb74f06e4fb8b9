from __future__ import annotations

import json
from typing import Any

import pyoxigraph
import pytest
from pyld import jsonld

import backspasm
from backspasm.context import read_context
from backspasm.frames import refuse
from backspasm.jsonld import as_jsonld, dumps, expanded_value
from backspasm.namespaces import PREFIXES

HEADER = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in PREFIXES.items())
NOT_FETCHED = {"documentLoader": refuse}

# What a statement in Turtle becomes.
CASES: dict[str, dict[str, Any]] = {
    "a bsv:Claim": {"type": ["Claim"]},
    "a <urn:other>": {"type": ["urn:other"]},
    'skos:prefLabel "a"@en': {"prefLabel": {"en": "a"}},
    'skos:prefLabel "a"@en , "b"@en': {"prefLabel": {"en": ["a", "b"]}},
    'skos:prefLabel "a"': {"prefLabel": {"@none": "a"}},
    'skos:altLabel "a"@en , "b"@de': {"altLabel": {"de": ["b"], "en": ["a"]}},
    "rdf:subject bs:a": {"subject": {"id": "bs:a"}},
    "bsv:site bs:a": {"site": [{"id": "bs:a"}]},
    "bsv:certainty bsv:Likely": {"certainty": "Likely"},
    "bsv:certainty bs:a": {"certainty": "bs:a"},
    "rdf:predicate bsv:causes": {"predicate": "causes"},
    "bsv:causes bs:a": {"causes": [{"id": "bs:a"}]},
    "bsv:next bs:a": {"next": "bs:a"},
    "bsv:value 7": {"value": 7},
    "bsv:value 7.50": {"decimalValue": "7.50"},
    "bsv:value 007": {"value": {"@type": "xsd:integer", "@value": "007"}},
    # Not "7e0": PyLD and jsonld.js rewrite doubles (digitalbazaar/pyld, pull request 202).
    "bsv:value 7.0E0": {"value": {"@type": "xsd:double", "@value": "7.0E0"}},
    "bsv:composed true": {"composed": True},
    'bsv:composed "1"^^xsd:boolean': {"composed": {"@type": "xsd:boolean", "@value": "1"}},
    'dcterms:modified "2022-04-19"^^xsd:date': {"modified": "2022-04-19"},
    'dcterms:modified "2022"': {"dcterms:modified": ["2022"]},
    'dcterms:references "a"@en': {"references": {"en": ["a"]}},
    "dcterms:references <urn:a>": {"referencesWork": ["urn:a"]},
    'dcterms:creator "a"': {"creator": ["a"]},
    "sssom:confidence 0.90": {"confidence": "0.90"},
    "skos:exactMatch MONDO:0005178": {"exactMatch": ["MONDO:0005178"]},
    "<urn:p> <urn:o>": {"urn:p": [{"id": "urn:o"}]},
    '<urn:p> "a"@en': {"urn:p": [{"@language": "en", "@value": "a"}]},
    "bsv:passage <https://w3id.org/backspasm/document/d#char=1,2>": {
        "passage": [{"id": "bsd:d#char=1,2"}]
    },
    "skos:inScheme bs:": {"inScheme": "https://w3id.org/backspasm/concept/"},
}


def _quads(turtle: str) -> list[pyoxigraph.Quad]:
    quads = pyoxigraph.parse(HEADER + turtle, pyoxigraph.RdfFormat.TURTLE)
    return sorted((quad for quad in quads), key=str)


@pytest.mark.parametrize("said", CASES)
def test_keys_and_values(said: str) -> None:
    (node,) = json.loads(as_jsonld(_quads(f"bs:x {said} .")))["@graph"]
    assert node == {"id": "bs:x", **CASES[said]}


@pytest.mark.parametrize("said", CASES)
def test_two_other_processors_read_the_same(said: str) -> None:
    quads = _quads(f"bs:x {said} .")
    written = as_jsonld(quads)
    assert set(pyoxigraph.parse(written, pyoxigraph.RdfFormat.JSON_LD)) == set(quads)
    by_pyld = jsonld.to_rdf(json.loads(written), {**NOT_FETCHED, "format": "application/n-quads"})
    assert set(pyoxigraph.parse(by_pyld, pyoxigraph.RdfFormat.N_QUADS)) == set(quads)


@pytest.mark.parametrize("said", CASES)
def test_pyld_gives_the_same_keys(said: str) -> None:
    """The Recommendation's own algorithm comes to the same document."""
    expanded: dict[str, Any] = {"@id": PREFIXES["bs"] + "x"}
    for quad in _quads(f"bs:x {said} ."):
        value = expanded_value(quad.object)
        if quad.predicate.value.endswith("#type"):
            expanded.setdefault("@type", []).append(value["@id"])
        else:
            expanded.setdefault(quad.predicate.value, []).append(value)
    theirs = jsonld.compact([expanded], read_context().terms, NOT_FETCHED)
    (ours,) = json.loads(as_jsonld(_quads(f"bs:x {said} .")))["@graph"]
    del theirs["@context"]
    assert _alike(theirs) == _alike(ours)


def _alike(value: Any) -> Any:
    """Without what no reader can tell apart: the alias of @type, an array of one."""
    if isinstance(value, list):
        items = sorted(map(_alike, value), key=str)
        return items[0] if len(items) == 1 else items
    if isinstance(value, dict):
        return {"type" if key == "@type" else key: _alike(part) for key, part in value.items()}
    return value


def test_graphs_and_blank_nodes() -> None:
    trig = HEADER + "bsg:a { bs:x bsv:site _:b . _:b bsv:rank bsv:MainCause } bs:y bsv:site bs:z ."
    quads = sorted(pyoxigraph.parse(trig, pyoxigraph.RdfFormat.TRIG), key=str)
    document = json.loads(as_jsonld(quads))
    (plain,), (graph,) = (
        [node for node in document["@graph"] if ("@graph" in node) == named]
        for named in (False, True)
    )
    assert plain == {"id": "bs:y", "site": [{"id": "bs:z"}]}
    assert graph["id"] == "bsg:a"
    names = {node["id"] for node in graph["@graph"]}
    (thing,) = (node for node in graph["@graph"] if node["id"] == "bs:x")
    assert thing["site"][0]["id"] in names


def test_nothing() -> None:
    assert json.loads(as_jsonld([])) == {"@context": {}, "@graph": []}


def test_dumps_is_json_of_many_lines() -> None:
    document = {"a": 1, "nodes": [{"b": "ü"}, {"c": []}], "words": ["d"], "none": []}
    written = dumps(document).decode()
    assert json.loads(written) == document
    assert written.count("\n") == 7


def test_a_whole_graph_comes_back(shipped: backspasm.Dataset) -> None:
    quads = sorted((quad for quad in shipped.quads() if "_:" not in str(quad)), key=str)
    assert set(pyoxigraph.parse(as_jsonld(quads), pyoxigraph.RdfFormat.JSON_LD)) == set(quads)
