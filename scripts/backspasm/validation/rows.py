"""Triples as rows of text, which all of a validation shares."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast, overload

import pyoxigraph

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    Statement = pyoxigraph.Quad | pyoxigraph.Triple
    Node = pyoxigraph.NamedNode | pyoxigraph.BlankNode
    Term = Node | pyoxigraph.Literal | pyoxigraph.Triple

__all__ = ["AsTriples", "Row", "is_iri", "quads", "rows"]

Row = tuple[str, str, str, "pyoxigraph.Literal | None"]
"""Subject, predicate, object, and the object once more where it is a literal.

IRIs are in full and without brackets, blank nodes with `_:`, literals and triple terms as
in N-Triples.
"""


def is_iri(text: str) -> bool:
    """Whether an object of a row is an IRI."""
    return not text.startswith(('"', "_:", "<<"))


def rows(statements: Iterable[Statement], names: Mapping[str, str] | None = None) -> list[Row]:
    """The rows of triples or quads, in their order. Equal names are one string.

    Args:
        statements: the triples or quads. None is held: they are large.
        names: what each blank node is called, by its label; by default its label.
    """
    named, blank, literal = pyoxigraph.NamedNode, pyoxigraph.BlankNode, pyoxigraph.Literal
    same: dict[str, str] = {}
    once = same.setdefault
    found: list[Row] = []
    last = ""
    for one in statements:
        subject, value, path = one.subject, one.object, one.predicate.value
        # RDF 1.2 has no triple as a subject, whatever the types of pyoxigraph say.
        who = _blank(subject, names) if type(subject) is blank else subject.value  # type: ignore[union-attr]
        if who != last:  # most follow one of the same subject
            last = once(who, who)
        kept = None
        if type(value) is named:
            what = value.value
        elif type(value) is blank:
            what = _blank(value, names)
        elif type(value) is literal:
            what, kept = str(value), value
        else:
            what = f"<<( {value} )>>"
        found.append((last, once(path, path), once(what, what), kept))
    return found


def _blank(node: pyoxigraph.BlankNode, names: Mapping[str, str] | None) -> str:
    return f"_:{node.value if names is None else names[node.value]}"


class AsTriples(Sequence["pyoxigraph.Triple"]):
    """Rows as triples, each made when it is asked for.

    Args:
        given: the rows.
    """

    def __init__(self, given: Sequence[Row]) -> None:
        self._rows = given

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, index: int) -> pyoxigraph.Triple: ...

    @overload
    def __getitem__(self, index: slice) -> AsTriples: ...

    def __getitem__(self, index: int | slice) -> pyoxigraph.Triple | AsTriples:
        if isinstance(index, slice):
            return AsTriples(self._rows[index])
        return pyoxigraph.Triple(*_terms(self._rows[index]))


def quads(given: Iterable[Row], graph: pyoxigraph.NamedNode) -> Iterator[pyoxigraph.Quad]:
    """Rows as quads of a graph."""
    for row in given:
        yield pyoxigraph.Quad(*_terms(row), graph)


def _terms(row: Row) -> tuple[Node, pyoxigraph.NamedNode, Term]:
    subject, predicate, value, literal = row
    found = _as_term(value) if literal is None else literal
    return _as_node(subject), pyoxigraph.NamedNode(predicate), found


def _as_node(text: str) -> Node:
    return pyoxigraph.BlankNode(text[2:]) if text[:2] == "_:" else pyoxigraph.NamedNode(text)


def _as_term(text: str) -> Term:
    if not text.startswith("<<"):
        return _as_node(text)
    line = f"<a:> <a:> {text} ."
    (found,) = pyoxigraph.parse(line, pyoxigraph.RdfFormat.N_TRIPLES)
    return cast("Term", found.object)
