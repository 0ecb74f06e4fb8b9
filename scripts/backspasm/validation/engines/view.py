"""An index as an rdflib graph, without a copy, and with queries that are parsed once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import rdflib
from rdflib.plugins.sparql import prepareQuery
from rdflib.store import Store

from backspasm.namespaces import XSD
from backspasm.validation.engines.terms import literal, parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rdflib.query import Result
    from rdflib.term import Node

    from backspasm.validation.engines.index import Index

__all__ = ["Names", "View", "view"]

_STRING = XSD + "string"


class Names:
    """rdflib's terms for ours, and ours for rdflib's; each is made once."""

    def __init__(self) -> None:
        self._nodes: dict[str, Node] = {}
        self._texts: dict[Node, str] = {}

    def node(self, text: str) -> Node:
        """The term of rdflib, each literal as it is written."""
        node = self._nodes.get(text)
        if node is None:
            node = self._nodes[text] = _node(text)
            self._texts[node] = text
        return node

    def text(self, node: Node) -> str:
        """The term as N-Triples writes it."""
        text = self._texts.get(node)
        return _text(node) if text is None else text


def _node(text: str) -> Node:
    if text[0] == "<":
        return rdflib.URIRef(text[1:-1])
    if text[0] == "_":
        return rdflib.BNode(text[2:])
    value, datatype, language = parts(text)
    if language:
        return rdflib.Literal(value, lang=language)
    if datatype == _STRING:
        return rdflib.Literal(value)
    return rdflib.Literal(value, datatype=rdflib.URIRef(datatype), normalize=False)


def _text(node: Node) -> str:
    if isinstance(node, rdflib.Literal):
        return literal(str(node), str(node.datatype or _STRING), node.language or "")
    return f"_:{node}" if isinstance(node, rdflib.BNode) else f"<{node}>"


class View(Store):
    """The triples of an index; nothing can be added."""

    def __init__(self, index: Index, names: Names) -> None:
        super().__init__()
        self._index = index
        self._names = names
        self._size = sum(
            len(values) for table in index.tables.values() for values in table.values()
        )

    def __len__(self, context: Any = None) -> int:
        return self._size

    def triples(self, triple_pattern: Any, context: Any = None) -> Iterator[Any]:  # noqa: ARG002
        """The triples of a pattern; None stands for anything."""
        text, node = self._names.text, self._names.node
        subject, predicate, value = (
            None if part is None else text(part) for part in triple_pattern
        )
        for found in self._matching(subject, predicate, value):
            yield (node(found[0]), node(found[1]), node(found[2])), None

    def _matching(
        self, subject: str | None, predicate: str | None, value: str | None
    ) -> Iterator[tuple[str, str, str]]:
        index = self._index
        if predicate is not None:
            predicates: Iterable[str] = (predicate,)
        elif subject is not None:
            predicates = index.predicates.get(subject, ())
        else:
            predicates = index.tables
        for name in predicates:
            if subject is None:
                yield from self._pairs(name, value)
            else:
                found = index.objects(subject, name)
                yield from ((subject, name, one) for one in found if value in {None, one})

    def _pairs(self, name: str, value: str | None) -> Iterator[tuple[str, str, str]]:
        if value is not None:
            yield from ((one, name, value) for one in self._index.subjects(name, value))
            return
        for one, values in self._index.table(name).items():
            yield from ((one, name, other) for other in values)


class _Graph(rdflib.Graph):
    """A graph that parses each query once, however often it is put."""

    _prepared: dict[str, Any]

    def query(self, query_object: Any, *args: Any, **options: Any) -> Result:
        """See rdflib."""
        if isinstance(query_object, str):
            known = self.__dict__.setdefault("_prepared", {})
            text = query_object
            query_object = known.get(text)
            if query_object is None:
                query_object = known[text] = prepareQuery(text, initNs=dict(self.namespaces()))
        return super().query(query_object, *args, **options)


def view(index: Index, names: Names) -> rdflib.Graph:
    """An rdflib graph that reads from an index."""
    return _Graph(store=View(index, names), bind_namespaces="none")


def copy(index: Index, names: Names) -> rdflib.Graph:
    """An rdflib graph with the triples of an index."""
    graph = rdflib.Graph(bind_namespaces="none")
    for subject, predicate, value in index.triples():
        graph.add((names.node(subject), names.node(predicate), names.node(value)))
    return graph
