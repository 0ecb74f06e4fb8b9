from __future__ import annotations

import json
import random
from collections.abc import Callable

import pyoxigraph
import pytest
import rdflib
from rdflib.compare import isomorphic

from backspasm.serialisation import (
    GRAPH_FORMATS,
    QUAD_FORMATS,
    serialise_quads,
    serialise_triples,
)

TRIG = """
@prefix bs: <https://w3id.org/backspasm/concept/> .
@prefix bsv: <https://w3id.org/backspasm/vocab/> .
@prefix bsg: <https://w3id.org/backspasm/graph/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix obo: <http://purl.obolibrary.org/obo/> .
bsg:a {
  bs:x a bsv:Disorder ; bsv:value 12.50 , "5"^^xsd:byte , true , 7 ; bsv:hedge "may"@en , "a .\\nb \\u2028 @prefix " ;
    bsv:passage <https://w3id.org/backspasm/document/d#char=1,2> ; bsv:site ( [ bsv:rank 1 ] obo:MONDO_1 ) .
}
bsg:b { bs:y a bsv:Injury . bs:x bsv:site _:shared . _:shared bsv:site bs:x }
"""
QUADS = list(pyoxigraph.parse(TRIG, pyoxigraph.RdfFormat.TRIG))


def _triples() -> list[pyoxigraph.Triple]:
    return [quad.triple for quad in QUADS]


@pytest.mark.parametrize("name", GRAPH_FORMATS)
def test_triples_come_back(name: str) -> None:
    content = serialise_triples(_triples(), name)
    back = pyoxigraph.Dataset(pyoxigraph.parse(content, GRAPH_FORMATS[name]))
    there = pyoxigraph.Dataset(pyoxigraph.Quad(*triple) for triple in _triples())
    for dataset in (back, there):
        dataset.canonicalize(pyoxigraph.CanonicalizationAlgorithm.RDFC_1_0)
    assert back == there


@pytest.mark.parametrize("name", QUAD_FORMATS)
def test_quads_come_back(name: str) -> None:
    content = serialise_quads(QUADS, name)
    back = pyoxigraph.Dataset(pyoxigraph.parse(content, QUAD_FORMATS[name]))
    there = pyoxigraph.Dataset(QUADS)
    for dataset in (back, there):
        dataset.canonicalize(pyoxigraph.CanonicalizationAlgorithm.RDFC_1_0)
    assert back == there


@pytest.mark.parametrize(("name", "parser"), [("turtle", "turtle"), ("jsonld", "json-ld")])
def test_another_parser_reads_the_same(name: str, parser: str) -> None:
    there = rdflib.Graph().parse(data=serialise_triples(_triples(), "ntriples"), format="nt")
    back = rdflib.Graph().parse(data=serialise_triples(_triples(), name), format=parser)
    assert isomorphic(there, back)


@pytest.mark.parametrize(
    "serialise",
    [
        *(lambda quads, name=name: serialise_quads(quads, name) for name in QUAD_FORMATS),
        *(
            lambda quads, name=name: serialise_triples([q.triple for q in quads], name)
            for name in GRAPH_FORMATS
        ),
    ],
)
def test_order_does_not_matter(serialise: Callable[[list[pyoxigraph.Quad]], bytes]) -> None:
    first = serialise(QUADS)
    for seed in range(5):
        shuffled = list(pyoxigraph.parse(TRIG, pyoxigraph.RdfFormat.TRIG, rename_blank_nodes=True))
        random.Random(seed).shuffle(shuffled)  # noqa: S311 (no secret)
        assert serialise(shuffled) == first


def test_turtle_is_for_people() -> None:
    content = serialise_triples(_triples(), "turtle").decode()
    header = [line for line in content.split("\n") if line.startswith("@prefix ")]
    assert header == sorted(header)
    assert "@prefix sh: " not in content
    assert "<https://w3id.org/backspasm/document/d#char=1,2>" in content
    assert "MONDO:1" in content
    assert "12.50" in content
    assert "\n\nbs:y a bsv:Injury ." in content


def test_nothing() -> None:
    assert serialise_triples([], "turtle") == b""
    assert serialise_triples([], "ntriples") == b""
    assert json.loads(serialise_triples([], "jsonld")) == {"@context": {}, "@graph": []}


def test_jsonld_is_short() -> None:
    document = json.loads(serialise_triples(_triples(), "jsonld"))
    assert document["@context"]["bs"] == "https://w3id.org/backspasm/concept/"
    assert document["@context"]["MONDO"]["@prefix"] is True
    (thing,) = [node for node in document["@graph"] if node["id"] == "bs:x"]
    assert thing["type"] == ["Disorder"]
    assert thing["decimalValue"] == "12.50"
    assert {"@type": "xsd:byte", "@value": "5"} in thing["value"]
    assert thing["passage"] == [{"id": "bsd:d#char=1,2"}]
