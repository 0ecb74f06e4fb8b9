from __future__ import annotations

import io
from pathlib import Path

import igraph
import networkx as nx
import pytest

import backspasm
import causes
from backspasm.claims import find_claims
from backspasm.concepts import read_concepts
from backspasm.exchange.graphml import ARROW_KEYS, POINT_KEYS, files
from backspasm.namespaces import shorten

TEXT = 'bs:one skos:definition "a < b & \\"c\\" \\u0007"@en .'

WITHDRAWN = """
bsc:a-2 <http://www.w3.org/2002/07/owl#deprecated> true ; bsv:deprecationReason "Wrong."@en .
bs:three <http://www.w3.org/2002/07/owl#deprecated> true ; bsv:deprecationReason "Wrong."@en .
"""


@pytest.fixture(scope="module", params=["small", "shipped"])
def graph(request: pytest.FixtureRequest) -> backspasm.Dataset:
    dataset: backspasm.Dataset = request.getfixturevalue(request.param)
    return dataset


def network(graph: backspasm.Graph) -> nx.MultiDiGraph[str]:
    (file,) = files(graph)
    assert file[:2] == ("backspasm.graphml", "application/graphml+xml")
    read = nx.read_graphml(io.BytesIO(file.content), force_multigraph=True)
    assert isinstance(read, nx.MultiDiGraph)
    return read


def test_networkx_reads_every_concept_and_claim(graph: backspasm.Dataset) -> None:
    read = network(graph)
    concepts = read_concepts(graph)
    nodes = {node: (said["label"], said["kind"]) for node, said in read.nodes(data=True)}
    assert nodes == {
        shorten(iri): (concept.label, concept.kind) for iri, concept in concepts.items()
    }
    claims = {shorten(claim.iri): claim for claim in find_claims(graph)}
    assert {key for *_, key in read.edges(keys=True)} == set(claims)
    for source, target, key, said in read.edges(keys=True, data=True):
        claim = claims[key]
        assert (source, target) == (shorten(claim.subject), shorten(claim.object))
        assert said["claim"] == key
        assert said["predicate"] == shorten(claim.predicate)
        assert said["certainty"] == claim.certainty
        assert said["polarity"] == claim.polarity
        assert said["statement"] == claim.statement
        assert said.get("licensed_predicate", "") == (claim.licenses and shorten(claim.licenses))
        assert said.get("hedge", "") == "; ".join(claim.hedge)
        assert len(said.get("limits", "").split("; ")) == max(len(claim.limits), 1)
        assert said["label"].startswith("denied: ") == (claim.polarity == "Denied")


def test_attributes_are_declared(shipped: backspasm.Dataset) -> None:
    read = network(shipped)
    assert {name for _, said in read.nodes(data=True) for name in said} == set(POINT_KEYS)
    assert {name for *_, said in read.edges(data=True) for name in said} == set(ARROW_KEYS)
    assert read.graph["license"] == "https://creativecommons.org/licenses/by/4.0/"


def test_igraph_reads_the_same(graph: backspasm.Dataset, tmp_path: Path) -> None:
    path = tmp_path / "backspasm.graphml"
    path.write_bytes(files(graph)[0].content)
    read = igraph.Graph.Read_GraphML(str(path))
    there = network(graph)
    assert read.is_directed()
    assert set(read.vs["id"]) == set(there.nodes)
    edges = {
        (read.vs[edge.source]["id"], read.vs[edge.target]["id"], edge["claim"], edge["statement"])
        for edge in read.es
    }
    assert edges == {
        (source, target, said["claim"], said["statement"])
        for source, target, said in there.edges(data=True)
    }


def test_what_is_withdrawn_is_absent(tmp_path: Path) -> None:
    graph = causes.dataset(tmp_path, "one two Stated a\ntwo three Stated a", WITHDRAWN)
    read = network(graph)
    assert set(read.nodes) == {"bs:one", "bs:two"}
    assert list(read.edges(keys=True)) == [("bs:one", "bs:two", "bsc:a-1")]


def test_an_edge_has_both_its_ends(tmp_path: Path) -> None:
    lines = "one two Stated a\ntwo three Stated a"
    withdrawn = WITHDRAWN.replace("bsc:a-2 ", "bsc:other ")
    read = network(causes.dataset(tmp_path, lines, withdrawn))
    assert set(read.nodes) == {"bs:one", "bs:two", "bs:three"}


def test_marks_of_xml_and_controls(tmp_path: Path) -> None:
    read = network(causes.dataset(tmp_path, "one two Stated a", TEXT))
    assert read.nodes["bs:one"]["definition"] == 'a < b & "c" \ufffd'
