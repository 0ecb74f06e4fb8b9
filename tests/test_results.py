from __future__ import annotations

import csv
import io
import json
from xml.etree import ElementTree as ET

import pyoxigraph
import pytest

import backspasm
from backspasm.errors import QueryError
from backspasm.results import RESULT_FORMATS, SOLUTION_FORMATS, render
from backspasm.serialisation import GRAPH_FORMATS

SELECT = """SELECT ?cause ?label ?none {
  VALUES ?cause { bs:digging <https://w3id.org/backspasm/document/garden#char=0,19> }
  OPTIONAL { ?cause skos:prefLabel ?label }
} ORDER BY ?cause"""
CONSTRUCT = "CONSTRUCT { ?s bsv:causes ?o } WHERE { GRAPH bsg:derived { ?s bsv:causes ?o } }"


def test_table_has_curies_and_bare_text(small: backspasm.Dataset) -> None:
    assert render(small.query(SELECT), width=80).decode() == (
        "cause                 label    none\n"
        "--------------------  -------  ----\n"
        "bs:digging            digging\n"
        "bsd:garden#char=0,19\n"
    )


def test_markdown(small: backspasm.Dataset) -> None:
    assert render(small.query(SELECT), "markdown").decode().splitlines()[2] == (
        "| bs:digging | digging |  |"
    )


def test_csv_quotes_passages(small: backspasm.Dataset) -> None:
    text = render(small.query(SELECT), "csv").decode()
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert rows[2] == ["https://w3id.org/backspasm/document/garden#char=0,19", "", ""]


def test_tsv_is_that_of_sparql(small: backspasm.Dataset) -> None:
    lines = render(small.query(SELECT), "tsv").decode().splitlines()
    assert lines[0] == "?cause\t?label\t?none"
    assert lines[1] == '<https://w3id.org/backspasm/concept/digging>\t"digging"@en\t'


def test_json_and_xml(small: backspasm.Dataset) -> None:
    answer = json.loads(render(small.query(SELECT), "json"))
    assert answer["head"]["vars"] == ["cause", "label", "none"]
    assert answer["results"]["bindings"][0]["label"]["xml:lang"] == "en"
    root = ET.fromstring(render(small.query(SELECT), "xml"))  # noqa: S314 (our own XML)
    assert len(root[1]) == 2


@pytest.mark.parametrize("name", SOLUTION_FORMATS)
def test_truth_in_every_format(small: backspasm.Dataset, name: str) -> None:
    yes, no = (render(small.query(f"ASK {{ ?x a bsv:{k} }}"), name) for k in ("Claim", "Nothing"))
    assert b"true" in yes
    assert b"false" in no


@pytest.mark.parametrize("name", GRAPH_FORMATS)
def test_triples_in_every_format(small: backspasm.Dataset, name: str) -> None:
    content = render(small.query(CONSTRUCT), name)
    assert len(list(pyoxigraph.parse(content, GRAPH_FORMATS[name]))) == 3


def test_triples_are_turtle_by_default(small: backspasm.Dataset) -> None:
    assert render(small.query(CONSTRUCT)) == render(small.query(CONSTRUCT), "turtle")


@pytest.mark.parametrize("name", RESULT_FORMATS)
def test_a_format_that_does_not_fit(small: backspasm.Dataset, name: str) -> None:
    misfit = SELECT if name in GRAPH_FORMATS else CONSTRUCT
    with pytest.raises(QueryError, match=f"which {name} cannot hold; use"):
        render(small.query(misfit), name)


def test_order_and_hidden_columns(small: backspasm.Dataset) -> None:
    answer = small.query("SELECT ?a ?b { VALUES (?a ?b) { (1 2) } }")
    assert render(answer, "csv", order=["b", "x", "a"], hidden=["a"]) == b"b,a\r\n2,1\r\n"
    answer = small.query("SELECT ?a ?b { VALUES (?a ?b) { (1 2) } }")
    assert render(answer, hidden=["a"]) == b"b\n-\n2\n"


def test_a_table_is_never_without_columns(small: backspasm.Dataset) -> None:
    assert render(small.query("SELECT ?a { BIND(1 AS ?a) }"), hidden=["a"]) == b"a\n-\n1\n"
