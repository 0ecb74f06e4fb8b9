"""JSON-LD documents: all that an app needs of one thing, in one file.

Each kind has a frame in `ontology/frames/` (JSON-LD 1.1 Framing), which PyLD applies. A
document carries those terms of the context that it uses, so that nothing is ever fetched.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from backspasm.context import read_context
from backspasm.errors import UseError
from backspasm.finishing import Finished, finish
from backspasm.frames import KINDS, expanded, frame, refuse
from backspasm.namespaces import expand, shorten
from backspasm.nodes import Nodes
from backspasm.ordering import natural
from backspasm.places import read_places

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from backspasm.graph import Graph

__all__ = ["KINDS", "Documents", "document_of"]

_INNER = ("claim", "mechanism")
"""The kinds whose documents stand inside those of other kinds."""

Node = dict[str, Any]


class Documents:
    """The documents of a graph.

    A claim is framed once and put wherever the whole frame would frame it again, which
    gives the same documents in a third of the time.
    """

    def __init__(self, graph: Graph) -> None:
        """Read a graph.

        Args:
            graph: its literals should stand as they are written, see `Graph.quads`.

        Raises:
            DataError: a frame leaves out what it must name, see `Places`.
        """
        read_places()
        self.nodes = Nodes(graph)
        self.finished: dict[str, dict[str, Finished]] = {kind: {} for kind in KINDS}

    def of_kind(self, kind: str, iris: Iterable[str] | None = None) -> list[Node]:
        """The documents of a kind, in the order of their ids.

        Args:
            kind: one of `KINDS`.
            iris: the IRIs of the things wanted; None for all of that kind.
        """
        wanted = sorted(self.things(kind) if iris is None else iris, key=natural)
        self._make(kind, wanted)
        return [_document(self.finished[kind][iri]) for iri in wanted]

    def things(self, kind: str) -> list[str]:
        """The IRIs of all things that have a document of a kind."""
        (root,) = expanded(kind)["@type"]
        return self.nodes.of_type.get(root, [])

    def _make(self, kind: str, iris: Iterable[str]) -> None:
        known = self.finished[kind]
        wanted = [iri for iri in iris if iri not in known]
        if not wanted:
            return
        framed = self._framed(kind, wanted)
        bare = {_full(name) for node in framed for name in _bare(node)}
        inside = {}
        for inner in _INNER:
            if inner != kind:
                these = bare.intersection(self.things(inner))
                self._make(inner, sorted(these))
                inside.update({iri: self.finished[inner][iri] for iri in these})
        by_name = {done.body["id"]: done for done in inside.values()}
        for node in framed:
            known[_full(node["id"])] = finish(node, by_name)

    def _framed(self, kind: str, iris: list[str]) -> list[Node]:
        from backspasm.processor import Processor

        light = frame(kind, whole=False)
        options = {"documentLoader": refuse, "omitDefault": True, "omitGraph": False}
        found = self.nodes.around(iris, expanded(kind))
        framed: list[Node] = Processor().frame(found, {**light, "id": iris}, options)["@graph"]
        return framed


def document_of(graph: Graph, iri: str) -> Node:
    """The document of one thing: of a condition, the one with its mechanisms.

    Args:
        graph: where to look.
        iri: the IRI of a concept, claim, mechanism or source document.

    Raises:
        UseError: things of that type have no document.
    """
    documents = Documents(graph)
    for kind in KINDS:
        if iri in documents.things(kind):
            return documents.of_kind(kind, [iri])[0]
    raise UseError(
        f"has no document; those with one are a {', '.join(KINDS)}",
        place=shorten(iri),
        remedy="use another format",
    )


def _document(finished: Finished) -> Node:
    return {"@context": read_context().part(finished.used), **finished.body}


def _full(name: str) -> str:
    return expand(name) or name


def _bare(value: Any) -> Iterator[str]:
    """The ids of things that are only named."""
    if isinstance(value, list):
        for item in value:
            yield from _bare(item)
    elif isinstance(value, dict):
        if len(value) == 1 and "id" in value:
            yield value["id"]
        for item in value.values():
            yield from _bare(item)
