from __future__ import annotations

import sys
from pathlib import Path

import networkx as nx
import pyoxigraph
import pytest
import rdflib

import backspasm
from backspasm.errors import FileError, ParameterError, QueryError
from backspasm.graph import AUTHORED, DERIVED, VOCABULARY
from backspasm.namespaces import BS, BSV, PREFIXES
from backspasm.serialisation import serialise_quads
from conftest import SMALL

SPASM = pyoxigraph.NamedNode(BS + "back-muscle-spasm")


def test_three_graphs(small: backspasm.Dataset) -> None:
    assert {str(name) for name in small.store.named_graphs()} == {
        str(AUTHORED),
        str(VOCABULARY),
        str(DERIVED),
    }


def test_default_graph_of_a_query_is_the_union(small: backspasm.Dataset) -> None:
    assert small.rows(
        "SELECT ?label { ?x a bsv:Cause ; skos:prefLabel ?label } ORDER BY ?label"
    ) == [
        ("digging",),
        ("disc strain",),
    ]


def test_graphs_can_be_told_apart(small: backspasm.Dataset) -> None:
    query = "SELECT ?x { GRAPH bsg:authored { ?x bsv:mayCause ?y } }"
    assert small.rows(query) == []
    assert len(small.rows(query.replace("authored", "derived"))) == 4


def test_from_chooses_the_graph(small: backspasm.Dataset) -> None:
    assert small.rows("SELECT ?x FROM bsg:vocabulary { ?x a bsv:Claim }") == []
    assert len(small.rows("SELECT ?x FROM bsg:authored { ?x a bsv:Claim }")) == 7


def test_bindings_are_terms(small: backspasm.Dataset) -> None:
    query = "SELECT ?effect ?cause { ?cause bsv:mayCause ?effect }"
    assert len(small.rows(query, effect=SPASM)) == 2
    assert small.rows(query, effect='"} INSERT DATA {"') == []


def test_numbers_and_texts_become_literals(small: backspasm.Dataset) -> None:
    assert small.rows("SELECT ?start ?x { ?x oa:start ?start }", start=21)[0][0] == "21"
    assert len(small.rows("SELECT ?file ?x { ?x bsv:fileName ?file }", file="garden.txt")) == 1


def test_unknown_variable(small: backspasm.Dataset) -> None:
    with pytest.raises(ParameterError, match=r"no variable \?y"):
        small.query("SELECT ?x { ?x a bsv:Claim }", y=1)


def test_bound_variable_must_be_projected(small: backspasm.Dataset) -> None:
    with pytest.raises(ParameterError, match="add the variable to SELECT"):
        small.query("SELECT ?x { ?x a ?y }", y=SPASM)


def test_rows_are_for_select(small: backspasm.Dataset) -> None:
    with pytest.raises(QueryError, match="not a SELECT"):
        small.rows("ASK {}")


def test_broken_query_names_its_place(small: backspasm.Dataset) -> None:
    with pytest.raises(QueryError, match="query:1:26: not SPARQL"):
        small.query("SELECT ?x {?x a bsv:Cause")


def test_order_of_files_does_not_matter() -> None:
    paths = sorted(SMALL.iterdir())
    there, back = backspasm.load(*paths), backspasm.load(*reversed(paths))
    assert serialise_quads(there.quads(), "nquads") == serialise_quads(back.quads(), "nquads")


def test_quads_keep_how_numbers_are_written(small: backspasm.Dataset) -> None:
    values = [
        quad.object.value for quad in small.quads() if isinstance(quad.object, pyoxigraph.Literal)
    ]
    assert "0.90" in values
    assert "3.0" in values


def test_named_graphs_keep_their_names_and_others_are_authored(tmp_path: Path) -> None:
    path = tmp_path / "a.trig"
    path.write_text("<urn:a> <urn:b> 1 . <urn:g> { <urn:a> <urn:b> 2 . }")
    dataset = backspasm.load(path)
    query = "SELECT ?g ?o { GRAPH ?g { <urn:a> <urn:b> ?o } } ORDER BY ?o"
    assert dataset.rows(query) == [(AUTHORED.value, "1"), ("urn:g", "2")]
    assert sum(str(quad.subject) == "<urn:a>" for quad in dataset.quads()) == 2


def test_export_can_be_loaded_again(small: backspasm.Dataset, tmp_path: Path) -> None:
    path = tmp_path / "all.nq"
    path.write_bytes(serialise_quads(small.quads(), "nquads"))
    count = "SELECT (COUNT(*) AS ?n) { GRAPH bsg:derived { ?s ?p ?o } }"
    assert backspasm.load(path).rows(count) == small.rows(count)


def test_nothing_to_load(tmp_path: Path) -> None:
    with pytest.raises(FileError):
        backspasm.load(tmp_path)


def test_rdflib_view(small: backspasm.Dataset) -> None:
    before = rdflib.NORMALIZE_LITERALS
    view = small.to_rdflib()
    assert before == rdflib.NORMALIZE_LITERALS
    assert len(view) == len({quad.triple for quad in small.quads()})
    assert len(view.graph(rdflib.URIRef(AUTHORED.value))) > 0
    answers = view.query("SELECT ?x { ?x a bsv:Cause }", initNs=PREFIXES)
    assert {str(row[0]) for row in answers} == {BS + "digging", BS + "disc-strain"}  # type: ignore[index]  # rows


def test_networkx_view(small: backspasm.Dataset) -> None:
    walk = small.to_networkx()
    assert nx.has_path(walk, BS + "stooping", SPASM.value)
    assert walk.nodes[SPASM.value]["label"] == "back muscle spasm"
    assert not walk.has_edge(BS + "reading", SPASM.value)
    edges = walk.get_edge_data(BS + "stooping", BS + "disc-strain")
    assert set(edges) == {"causes", "mayCause"}
    assert edges["causes"]["predicate"] == BSV + "causes"


def test_loading_imports_no_heavy_module() -> None:
    import subprocess

    code = "import backspasm, sys; backspasm.load(); print([m for m in ('rdflib', 'networkx', 'pyshacl') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
