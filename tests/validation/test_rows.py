from __future__ import annotations

import pyoxigraph
import pytest

from backspasm.validation.rows import AsTriples, is_iri, quads, rows

GRAPH = pyoxigraph.NamedNode("a:graph")
TEXT = r"""
<a:a> <a:b> <a:c> , _:x , "x" , "x"@en , "x"@en--ltr , "1"^^<a:t> , "\u0001\"\n\\" , 1 .
_:x <a:b> <<( <a:a> <a:b> _:x )>> , <<( <a:a> <a:b> <<( <a:a> <a:b> "\"--x"@de )>> )>> .
"""


def parsed(text: str) -> list[pyoxigraph.Quad]:
    return list(pyoxigraph.parse(text, pyoxigraph.RdfFormat.TURTLE))


def test_triples_come_back() -> None:
    given = parsed(TEXT)
    triples = [quad.triple for quad in given]
    made = AsTriples(rows(given))
    assert list(made) == triples
    assert (made[-1], len(made), list(made[2:4])) == (triples[-1], len(triples), triples[2:4])
    assert list(quads(rows(triples), GRAPH)) == [
        pyoxigraph.Quad(one.subject, one.predicate, one.object, GRAPH) for one in triples
    ]


def test_as_findings_have_them() -> None:
    (first, *_, last) = rows(parsed('<a:a> <a:b> <a:c> , _:x , "x\\n"@en .'), {"x": "y--2"})
    assert first == ("a:a", "a:b", "a:c", None)
    assert last == ("a:a", "a:b", '"x\\n"@en', pyoxigraph.Literal("x\n", language="en"))


def test_blank_nodes_are_called_as_asked() -> None:
    given = parsed("_:x <a:b> _:y . _:y <a:b> _:x .")
    names = {"x": "1", "y": "2"}
    assert [row[:3:2] for row in rows(given, names)] == [("_:1", "_:2"), ("_:2", "_:1")]


def test_equal_names_are_one_string() -> None:
    found = rows(parsed("<a:a> <a:b> <a:c> . <a:c> <a:b> <a:a> . <a:a> <a:c> '1' , '1'@en , '1' ."))
    names = [name for row in found for name in row[:3]]
    assert len({id(name) for name in names}) == len(set(names))


@pytest.mark.parametrize(("text", "iri"), [("a:a", True), ("_:a", False), ('"a"', False)])
def test_is_iri(text: str, *, iri: bool) -> None:
    assert is_iri(text) == iri
