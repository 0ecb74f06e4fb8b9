"""The W3C report, read back by rdflib, says what the results say."""

from __future__ import annotations

import pytest
import rdflib
from rdflib.compare import isomorphic
from rdflib.extras.shacl import parse_shacl_path
from rdflib.namespace import RDF, SH

from backspasm.validation.engines import Result
from backspasm.validation.engines.terms import term
from backspasm.validation.engines.ways import Way
from backspasm.validation.w3c import report_ntriples, report_turtle

E = "http://e.example/"
P, Q = Way("iri", f"<{E}p>"), Way("iri", f"<{E}q>")
BACK = Way("inverse", steps=(P,))
WAYS = [
    P,
    BACK,
    Way("sequence", steps=(P, Q)),
    Way("alternative", steps=(P, BACK, Q)),
    Way("zeroOrMore", steps=(P,)),
    Way("oneOrMore", steps=(Way("sequence", steps=(P, BACK)),)),
    Way("zeroOrOne", steps=(Way("alternative", steps=(P, Way("sequence", steps=(Q, P)))),)),
    Way("sequence", steps=(BACK, Way("oneOrMore", steps=(Q,)), P)),
]


def result(**parts: object) -> Result:
    whole = {
        "severity": str(SH.Violation),
        "shape": f"{E}S",
        "component": str(SH.MinCountConstraintComponent),
        "focus": f"{E}a",
        **parts,
    }
    return Result(**whole)  # type: ignore[arg-type]


def read(results: list[Result], *, whole: bool = True) -> rdflib.Graph:
    """The report, the same in both formats."""
    turtle = rdflib.Graph().parse(data=report_turtle(results, whole=whole), format="turtle")
    triples = rdflib.Graph().parse(data=report_ntriples(results, whole=whole), format="nt")
    assert isomorphic(turtle, triples)
    (report,) = turtle.subjects(RDF.type, SH.ValidationReport)
    assert turtle.value(report, SH.conforms) == rdflib.Literal(whole and not results)
    assert len(set(turtle.objects(report, SH.result))) == len(results)
    return turtle


@pytest.mark.parametrize("whole", [True, False])
def test_nothing_found(whole: bool) -> None:  # noqa: FBT001
    assert len(read([], whole=whole)) == 2


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.kind)
def test_paths(way: Way) -> None:
    graph = read([result(way=way)])
    (path,) = graph.objects(None, SH.resultPath)
    written = parse_shacl_path(graph, path).n3()
    assert written.replace("(", "").replace(")", "") == way.sparql().replace("(", "").replace(
        ")", ""
    )


@pytest.mark.parametrize(
    "value",
    [
        f"{E}b",
        '"x"',
        '"x"@en',
        '"two\\nlines \\"quoted\\" \\\\"',
        '"01"^^<http://www.w3.org/2001/XMLSchema#integer>',
        '"true"^^<http://www.w3.org/2001/XMLSchema#boolean>',
        '"é𝒳"',
        "http://www.w3.org/ns/shacl#Violation",
        "http://www.w3.org/ns/shacl#",
    ],
)
def test_values(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rdflib, "NORMALIZE_LITERALS", False)
    graph = read([result(value=value)])
    (found,) = graph.objects(None, SH.value)
    (wanted,) = rdflib.Graph().parse(data=f"<{E}s> <{E}p> {term(value)} .", format="nt").objects()
    assert found == wanted


def test_what_a_result_says() -> None:
    graph = read([result(messages=('"A."@en', '"B."'), constraint=f"{E}C", severity=str(SH.Info))])
    (node,) = graph.subjects(RDF.type, SH.ValidationResult)
    assert set(graph.predicate_objects(node)) == {
        (RDF.type, SH.ValidationResult),
        (SH.resultSeverity, SH.Info),
        (SH.sourceShape, rdflib.URIRef(f"{E}S")),
        (SH.sourceConstraint, rdflib.URIRef(f"{E}C")),
        (SH.sourceConstraintComponent, SH.MinCountConstraintComponent),
        (SH.focusNode, rdflib.URIRef(f"{E}a")),
        (SH.resultMessage, rdflib.Literal("A.", lang="en")),
        (SH.resultMessage, rdflib.Literal("B.")),
    }


def test_blank_nodes_of_data_and_shapes_stay_apart() -> None:
    graph = read(
        [
            result(focus="_:b0", value="_:b1", shape="_:b1", constraint="_:shape-b1"),
            result(focus="_:r1", value="_:b0", shape="_:b2"),
        ]
    )
    nodes = {
        name: list(graph.objects(None, SH[name]))
        for name in ("focusNode", "value", "sourceShape", "sourceConstraint")
    }
    one, other = (
        next(
            node
            for node in graph.subjects(RDF.type, SH.ValidationResult)
            if (node, SH.sourceConstraint, None) in graph
        ),
        next(
            node
            for node in graph.subjects(RDF.type, SH.ValidationResult)
            if (node, SH.sourceConstraint, None) not in graph
        ),
    )
    assert graph.value(one, SH.focusNode) == graph.value(other, SH.value)
    assert graph.value(one, SH.value) != graph.value(one, SH.sourceShape)
    distinct = {node for held in nodes.values() for node in held}
    assert len(distinct) == 6
    assert not distinct & set(graph.subjects(RDF.type, SH.ValidationResult))


def test_details() -> None:
    inner = result(focus=f"{E}b", details=(result(focus=f"{E}c"),))
    graph = read([result(details=(inner,))])
    (top,) = graph.objects(None, SH.result)
    below = graph.value(top, SH.detail)
    assert graph.value(below, SH.focusNode) == rdflib.URIRef(f"{E}b")
    assert graph.value(graph.value(below, SH.detail), SH.focusNode) == rdflib.URIRef(f"{E}c")
    assert len(list(graph.subjects(RDF.type, SH.ValidationResult))) == 3


def test_same_bytes() -> None:
    results = [result(way=way) for way in WAYS]
    assert report_turtle(results) == report_turtle(list(results))
    assert report_ntriples(results).count("\n") == len(read(results))
