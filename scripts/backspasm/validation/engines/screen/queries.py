"""SPARQL constraints (SHACL, section 5), put to Oxigraph: no row, no violation."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

import pyoxigraph

from backspasm.namespaces import OWL, RDF, RDFS, XSD
from backspasm.validation.engines.prefixes import PREFIXES_OF, declarations
from backspasm.validation.engines.screen.reading import OddError, truth
from backspasm.validation.engines.terms import SH, parts

if TYPE_CHECKING:
    from backspasm.validation.engines.index import Index
    from backspasm.validation.engines.screen.values import Test
    from backspasm.validation.engines.ways import Way

__all__ = ["Queries"]

_UNSURE = re.compile(
    r"\b(?:MINUS|VALUES|SERVICE|GRAPH|FROM|NOW|RAND|UUID|STRUUID|BNODE)\b"
    r"|[$?](?:shapesGraph|currentShape)\b|\bAS\s+[$?]this\b|(?<![\s{}()])[$?]this\b",
    re.IGNORECASE,
)
"""What pyshacl refuses, what no two engines answer alike, and where it does not bind $this."""

_PATH = re.compile(r"(?<=[\s{}()])[$?]PATH\b")
_SELECT = re.compile(r"\bSELECT\b", re.IGNORECASE)
_THIS = re.compile(r"[$?]this\b")
_HEAD = re.compile(r"\bSELECT\b([^{]*)\{", re.IGNORECASE)
_QUOTED = re.compile(r"\"{3}.*?\"{3}|'{3}.*?'{3}|\"[^\"\n]*\"|'[^'\n]*'", re.DOTALL)


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
        graph = self._shapes
        texts = graph.objects(constraint, f"<{SH}select>")
        if len(texts) != 1 or not _is_text(texts[0]) or not self._said_well(constraint):
            raise OddError
        if truth(graph, constraint, f"<{SH}deactivated>"):
            return None
        query = parts(texts[0]).value
        _refuse(query)
        if way is not None:
            query = _PATH.sub(lambda _: way.sparql(), query)
        elif _PATH.search(query):
            raise OddError
        store, prefixes = self._store, self._prefixes(constraint)
        if store is None:
            raise OddError
        return lambda focus: _answers_nothing(store, query, prefixes, focus)

    def _said_well(self, constraint: str) -> bool:
        messages = self._shapes.objects(constraint, f"<{SH}message>")
        return all(_is_text(one) or parts(one).language for one in messages if one[0] == '"')

    def _prefixes(self, constraint: str) -> dict[str, str]:
        graph = self._shapes
        found = {"rdf": RDF, "rdfs": RDFS, "owl": OWL}
        for owner in graph.objects(constraint, PREFIXES_OF):
            for declared in declarations(graph, owner):
                prefix = graph.objects(declared, f"<{SH}prefix>")
                namespace = graph.objects(declared, f"<{SH}namespace>")
                if len(prefix) != 1 or len(namespace) != 1:
                    raise OddError
                found[parts(prefix[0]).value] = parts(namespace[0]).value
        return found

    @cached_property
    def _store(self) -> pyoxigraph.Store | None:
        """The data, or None where a literal is not kept as it is written."""
        if not _kept(self._data):
            return None
        store = pyoxigraph.Store()
        lines = (f"{one} {two} {three} .\n" for one, two, three in self._data.triples())
        store.load("".join(lines).encode(), pyoxigraph.RdfFormat.N_TRIPLES)
        return store


def _is_text(term: str) -> bool:
    return term[0] == '"' and parts(term).datatype == XSD + "string"


def _refuse(query: str) -> None:
    """Refuse a query of which it is not sure that all engines answer it alike."""
    bare = _QUOTED.sub("", query)
    head = bare.partition("{")[0]
    if _UNSURE.search(bare) or "#" in re.sub(r"<[^<>\s]*>", "", bare) or "(" in head:
        raise OddError
    if len(_THIS.findall(bare)) != len(_THIS.findall(query)):
        raise OddError
    for nested in list(_HEAD.finditer(bare))[1:]:
        direct = re.match(r"\s*[$?*]", nested[1])
        if direct and not _THIS.search(nested[1]):
            raise OddError  # pyshacl wants $this there
    if len(_SELECT.findall(bare)) > 1 and _THIS.search(_HEAD.sub("", bare)):
        raise OddError  # engines differ on what it is bound to in a subquery


def _kept(data: Index) -> bool:
    typed = {
        value
        for table in data.tables.values()
        for values in table.values()
        for value in values
        if value[-1] == ">" and value[0] == '"'
    }
    store = pyoxigraph.Store()
    lines = (f"<x:x> <x:x> {value} .\n" for value in typed)
    store.load("".join(lines).encode(), pyoxigraph.RdfFormat.N_TRIPLES)
    return {str(quad.object) for quad in store} == typed


def _answers_nothing(
    store: pyoxigraph.Store, query: str, prefixes: dict[str, str], focus: str
) -> bool | None:
    if focus[0] != "<":
        return None
    head, brace, body = query.partition("{")
    body = _HEAD.sub(lambda found: _THIS.sub("", found[0]), body)
    bound = _THIS.sub(lambda _: f"({focus} AS ?this)", head) + brace
    bound += _THIS.sub(lambda _: focus, body)
    try:
        rows = store.query(bound, prefixes=prefixes)
        return True if next(iter(rows), None) is None else None  # type: ignore[arg-type]
    except (SyntaxError, ValueError, RuntimeError, OSError, TypeError):
        return None
