"""The W3C SHACL test suite: its cases, and what makes two reports the same."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph
import rdflib
from rdflib.extras.shacl import parse_shacl_path
from rdflib.namespace import RDF, SH

BASE = "http://suite.example/"
MF = rdflib.Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
SHT = rdflib.Namespace("http://www.w3.org/ns/shacl-test#")

Key = tuple[str, ...]
Outcome = tuple[str, frozenset[Key]] | None
"""sh:conforms and the results; None for a failure (SHACL, section 3.4)."""


@dataclass(frozen=True)
class Case:
    """A test of the suite: two graphs and the report on them."""

    name: str
    data: list[pyoxigraph.Quad]
    shapes: list[pyoxigraph.Quad]
    expected: Outcome


@functools.cache
def _quads(folder: Path, name: str) -> list[pyoxigraph.Quad]:
    content = (folder / name).read_bytes()
    turtle = pyoxigraph.RdfFormat.TURTLE
    return list(pyoxigraph.parse(content, turtle, base_iri=BASE + name, rename_blank_nodes=True))


def cases(folder: Path) -> Iterator[Case]:
    """All tests, in the order of their files."""
    for file in sorted(folder.rglob("*.ttl")):
        name = file.relative_to(folder).as_posix()
        graph = rdflib.Graph().parse(file, publicID=BASE + name)
        for test in graph.subjects(RDF.type, SHT.Validate):
            action = graph.value(test, MF.action)
            data, shapes = (
                _quads(folder, str(graph.value(action, kind)).removeprefix(BASE))
                for kind in (SHT.dataGraph, SHT.shapesGraph)
            )
            result = graph.value(test, MF.result)
            expected = None if result == SHT.Failure else outcome(graph, result)
            yield Case(name.removesuffix(".ttl"), data, shapes, expected)


def outcome(graph: rdflib.Graph, report: rdflib.term.Node | None = None) -> Outcome:
    """What a report says; two reports are the same when this is."""
    report = report or graph.value(None, RDF.type, SH.ValidationReport)
    results = graph.objects(report, SH.result)
    return str(graph.value(report, SH.conforms)), frozenset(_key(graph, one) for one in results)


def _key(graph: rdflib.Graph, result: rdflib.term.Node) -> Key:
    path = graph.value(result, SH.resultPath)
    way = "" if path is None else parse_shacl_path(graph, path).n3()
    properties = (
        SH.focusNode,
        SH.value,
        SH.sourceConstraintComponent,
        SH.resultSeverity,
        SH.sourceShape,
    )
    return (way, *(_text(graph.value(result, one)) for one in properties))


def _text(node: rdflib.term.Node | None) -> str:
    if node is None or isinstance(node, rdflib.BNode):
        return "" if node is None else "_:"
    return node.n3()
