"""SPARQL constraints (SHACL, section 5), put to Oxigraph: no row, no violation."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

import pyoxigraph

from backspasm.namespaces import XSD
from backspasm.validation.engines.alike import is_kept, refuse_data
from backspasm.validation.engines.grammar import read_query
from backspasm.validation.engines.odd import OddError
from backspasm.validation.engines.prefixes import bindings
from backspasm.validation.engines.screen.reading import truth
from backspasm.validation.engines.terms import SH, literal, parts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from backspasm.validation.engines.asked import Asked
    from backspasm.validation.engines.index import Index
    from backspasm.validation.engines.screen.values import Test
    from backspasm.validation.engines.ways import Way

__all__ = ["Queries", "read_constraint"]

_PATH = re.compile(r"(?<=[\s{}()])[$?]PATH\b")
_THIS = re.compile(r"[$?]this\b")
_HEAD = re.compile(r"\bSELECT\b([^{]*)\{", re.IGNORECASE)
_OWN = "http://odd.invalid/"
"""The namespace of datatypes for literals that the store would not keep as they are."""


class Queries:
    """The SPARQL constraints of a shapes graph over a data graph.

    Args:
        data: the data graph.
        shapes: the shapes graph.
    """

    def __init__(self, data: Index, shapes: Index) -> None:
        self._data = data
        self._shapes = shapes

    def question(self, constraint: str, way: Way | None) -> Test | None:
        """The test of a focus node, or None where the constraint is switched off.

        Raises:
            OddError: two engines might answer the query in two ways.
        """
        if not self._said_well(constraint):
            raise OddError
        if truth(self._shapes, constraint, f"<{SH}deactivated>"):
            return None
        query, prefixes, asked = read_constraint(self._shapes, constraint, way)
        refuse_data(asked, self._data)

        def test(focus: str) -> bool | None:
            unsure = (asked.nullable and not self._is_there(focus)) or (
                asked.patterns and not focus.isascii()
            )
            if unsure or focus[0] != "<":
                return None
            return _answers_nothing(self._store, query, prefixes, focus)

        return test

    def _is_there(self, focus: str) -> bool:
        """Whether the data has a node, for otherwise engines differ on paths of no step."""
        if focus[0] != "<":
            return False
        node = pyoxigraph.NamedNode(focus[1:-1])
        found = (
            self._store.quads_for_pattern(*pattern)
            for pattern in ((node, None, None), (None, None, node))
        )
        return any(next(iter(quads), None) is not None for quads in found)

    def _said_well(self, constraint: str) -> bool:
        messages = self._shapes.objects(constraint, f"<{SH}message>")
        return all(one[0] == '"' and (_is_text(one) or parts(one).language) for one in messages)

    def fill(self) -> None:
        """Fill the store before there is a question."""
        _ = self._store

    @cached_property
    def _store(self) -> pyoxigraph.Store:
        """The data, in which terms are the same that are the same in the data."""
        special = {value for *_, value in self._data.triples() if value[0] == '"' != value[-1]}
        changed = {value: _own(value) for value in special if not is_kept(value)}
        written = self._data.ntriples(changed)
        store = pyoxigraph.Store()
        store.bulk_load(written, pyoxigraph.RdfFormat.N_TRIPLES, lenient=True)
        return store


def read_constraint(
    graph: Index, constraint: str, way: Way | None, *, implied: bool = True
) -> tuple[str, dict[str, str], Asked]:
    """The query of a SPARQL constraint, its prefixes, and what it hangs on.

    Args:
        graph: the shapes graph.
        constraint: the node of the constraint.
        way: the path of its shape, which stands for $PATH.
        implied: whether it has the prefixes that pyshacl declares by itself.

    Raises:
        OddError: it is ill-formed, or uses more than all engines surely answer alike.
    """
    texts = graph.objects(constraint, f"<{SH}select>")
    if len(texts) != 1 or not _is_text(texts[0]):
        raise OddError
    query, prefixes = parts(texts[0]).value, bindings(graph, constraint, implied=implied)
    if way is not None and _PATH.search(query):
        _refuse_shortening(way.sparql(), bindings(graph, constraint).values())
        query = _PATH.sub(lambda _: way.sparql(), query)
    return query, prefixes, read_query(query, prefixes)


def _refuse_shortening(path: str, namespaces: Iterable[str]) -> None:
    """Refuse a path that pyshacl writes with prefixes, where that makes another path of it."""
    for iri in re.findall("<([^>]*)>", path):
        names = (iri[len(one) :] for one in namespaces if iri.startswith(one))
        if not all(re.fullmatch(r"[A-Za-z]\w*", name, re.ASCII) for name in names):
            raise OddError


def _own(term: str) -> str:
    """A literal that comes out of a store as it went in, for one that does not."""
    value, datatype, language = parts(term)
    return literal(value, f"{_OWN}{language}/{datatype.rpartition('#')[2]}")


def _is_text(term: str) -> bool:
    return term[0] == '"' and parts(term).datatype == XSD + "string"


def _answers_nothing(
    store: pyoxigraph.Store, query: str, prefixes: dict[str, str], focus: str
) -> bool | None:
    head, _, body = query.partition("{")
    body = _HEAD.sub(lambda found: _THIS.sub("", found[0]), body)
    body = _THIS.sub(lambda _: focus, body)
    # With a join around it, Oxigraph does not put a filter to each row of a query inside.
    bound = f"{head}{{ VALUES ?this {{ {focus} }} {body}"
    try:
        rows = store.query(bound, prefixes=prefixes)
        return True if next(iter(rows), None) is None else None  # type: ignore[arg-type]
    except (SyntaxError, ValueError, RuntimeError, OSError, TypeError):
        return None
