"""Loading a dataset into a store elsewhere: each named graph replaced as a whole.

What was loaded is noted at the store itself, in the graph `bsg:push`: for each graph
the SHA-256 of its sorted N-Triples (dcterms:identifier) and how many triples it has
(dcterms:extent). Of a graph that is on its way, the extent is the number of requests
that arrived. So a second call goes on where the first one stopped. One call at a time
may load into a store.
"""

from __future__ import annotations

import hashlib
import re
from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, NamedTuple

import pyoxigraph

from backspasm.endpoint import GRAPHS, triples_of
from backspasm.errors import EndpointError, UseError
from backspasm.namespaces import BSG, DCTERMS, shorten

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from backspasm.connection import Connection
    from backspasm.endpoint import Endpoint

    Note = Callable[[str], None]
    State = dict[str, "Mark"]

__all__ = ["PROTOCOLS", "Content", "GraphStore", "Loaded", "Store", "Updates", "contents", "push"]

PROTOCOLS = ("graph-store", "update")
"""How graphs are sent: the Graph Store HTTP Protocol, or SPARQL Update."""

PUSH = pyoxigraph.NamedNode(BSG + "push")
"""The named graph that notes what was loaded."""

CHUNK_TRIPLES = 1000
"""Triples in one update: Virtuoso 7 fails from about 5,000 on."""

CHUNK_BYTES = 1 << 19
"""Bytes of triples in one update, where there is more than one triple."""

MAX_BLANK = 3000
"""Triples with blank nodes in one graph: one update must carry them all, since the name of
a blank node says nothing to the next."""

_IDENTIFIER = DCTERMS + "identifier"
_EXTENT = DCTERMS + "extent"
_BLANK = re.compile(rb'_:|.* _:[^"@<>^\s]+ \.$')
_NOT_FOUND = 404


class Mark(NamedTuple):
    """What `bsg:push` notes of a graph: the digest of its content, and a number."""

    digest: str
    extent: int


class Content(NamedTuple):
    """What a named graph is to hold.

    Attributes:
        graph: its name.
        lines: its triples as N-Triples, sorted, those with blank nodes first.
        blank: how many of them have blank nodes.
        digest: "sha256:" and the SHA-256 of the lines in hexadecimal.
    """

    graph: pyoxigraph.NamedNode
    lines: list[bytes]
    blank: int
    digest: str


class Loaded(NamedTuple):
    """How loading a graph ended.

    Attributes:
        graph: its name.
        sent: how many triples it is to have.
        there: how many it has, or None where no one could ask.
        skipped: whether the same was there already.
    """

    graph: pyoxigraph.NamedNode
    sent: int
    there: int | None
    skipped: bool


def contents(quads: Iterable[pyoxigraph.Quad]) -> list[Content]:
    """What each of the three named graphs is to hold.

    Blank nodes are named by RDFC-1.0 (RDF Dataset Canonicalization, section 4), so
    that the same graph has the same digest on every run.

    Raises:
        UseError: a quad stands in another graph.
    """
    found = set(quads)
    torn = pyoxigraph.Dataset(quad for quad in found if _has_blank(quad))
    found -= set(torn)
    torn.canonicalize(pyoxigraph.CanonicalizationAlgorithm.RDFC_1_0)
    by_graph: dict[object, list[pyoxigraph.Triple]] = {graph: [] for graph in GRAPHS}
    for quad in (*found, *torn):
        if quad.graph_name not in by_graph:
            names = ", ".join(shorten(graph.value) for graph in GRAPHS)
            raise UseError(
                f"only {names} are loaded",
                place=f"graph {quad.graph_name}",
                remedy="take its triples out of this graph",
            )
        by_graph[quad.graph_name].append(quad.triple)
    return [_content(graph, by_graph[graph]) for graph in GRAPHS]


def _has_blank(quad: pyoxigraph.Quad) -> bool:
    return any(isinstance(term, pyoxigraph.BlankNode) for term in (quad.subject, quad.object))


def _content(graph: pyoxigraph.NamedNode, triples: list[pyoxigraph.Triple]) -> Content:
    written = pyoxigraph.serialize(triples, format=pyoxigraph.RdfFormat.N_TRIPLES) or b""
    lines = sorted(line for line in written.split(b"\n") if line)
    blank = [line for line in lines if _BLANK.match(line)]
    lines = blank + [line for line in lines if not _BLANK.match(line)]
    return Content(
        graph, lines, len(blank), f"sha256:{hashlib.sha256(b''.join(lines)).hexdigest()}"
    )


class Store(ABC):
    """A store elsewhere that takes whole graphs.

    Attributes:
        queries: where it answers queries, or None.
    """

    def __init__(self, queries: Endpoint | None) -> None:
        self.queries = queries

    @abstractmethod
    def state(self) -> State:
        """What the store notes of its graphs, by their names."""

    @abstractmethod
    def replace(self, content: Content, state: State, note: Note) -> None:
        """Replace a graph as a whole; `state` may hold a beginning to go on from."""

    @abstractmethod
    def mark(self, graph: str, mark: Mark | None) -> None:
        """Note that a graph has a content, or that no one knows what it has."""

    def count(self, graph: pyoxigraph.NamedNode) -> int | None:
        """How many triples a graph has, or None where no one can ask."""
        if self.queries is None:
            return None
        question = f"SELECT (COUNT(*) AS ?count) FROM {graph} WHERE {{ ?s ?p ?o }}"  # noqa: S608 (SPARQL)
        return int(self.queries.rows(question)[0][0])


def push(wanted: Sequence[Content], store: Store, note: Note, *, force: bool) -> list[Loaded]:
    """Make a store hold some graphs.

    Args:
        wanted: what each graph is to hold.
        store: where.
        note: is told how far it is.
        force: send graphs that are there already, and begin anew those that were begun.

    Raises:
        EndpointError: the store refuses or fails; another call goes on from there.
        UseError: a graph has too many blank nodes for the protocol.
    """
    state = store.state()
    if force:
        state = {}
    outcomes = []
    for content in wanted:
        name, sent = content.graph, len(content.lines)
        there = store.count(name)
        skipped = state.get(name.value) == Mark(content.digest, sent) and there in (None, sent)
        if not skipped:
            store.replace(content, state, note)
            there = store.count(name)
            if there in (None, sent):
                store.mark(name.value, Mark(content.digest, sent))
        note(f"{shorten(name.value)}: {'the same is there already' if skipped else 'loaded'}")
        outcomes.append(Loaded(name, sent, there, skipped))
    return outcomes


class GraphStore(Store):
    """A store that speaks the SPARQL 1.1 Graph Store HTTP Protocol.

    Graphs are named by `?graph=` (section 4.2) and replaced by PUT (section 5.3).
    """

    def __init__(self, connection: Connection, queries: Endpoint | None) -> None:
        super().__init__(queries)
        self.connection = connection
        self._noted: State = {}

    def state(self) -> State:
        """What the store notes of its graphs, by their names."""
        try:
            reply = self.connection.send(
                "GET",
                parameters=[("graph", PUSH.value)],
                headers={"Accept": "application/n-triples, text/turtle;q=0.9"},
            )
        except EndpointError as error:
            if error.status != _NOT_FOUND:
                raise
            self._noted = {}
        else:
            triples = triples_of(reply, self.connection)
            self._noted = _state((quad.subject, quad.predicate, quad.object) for quad in triples)
        return dict(self._noted)

    def mark(self, graph: str, mark: Mark | None) -> None:
        """Note that a graph has a content, or that no one knows what it has."""
        if mark is None:
            self._noted.pop(graph, None)
        else:
            self._noted[graph] = mark
        notes = sorted(self._noted.items())
        self._put(PUSH, [line for name, known in notes for line in _note(name, known)])

    def replace(self, content: Content, state: State, note: Note) -> None:  # noqa: ARG002 (begins anew)
        """Replace a graph by one request."""
        self.mark(content.graph.value, None)
        note(f"{shorten(content.graph.value)}: sending {len(content.lines)} triples")
        self._put(content.graph, content.lines)

    def _put(self, graph: pyoxigraph.NamedNode, lines: list[bytes]) -> None:
        self.connection.send(
            "PUT",
            parameters=[("graph", graph.value)],
            content=b"".join(line + b"\n" for line in lines),
            headers={"Content-Type": "application/n-triples"},
        )


class Updates(Store):
    """A store that speaks SPARQL 1.1 Update, by the SPARQL 1.1 Protocol (section 2.2.2).

    A graph is sent by parts into a graph beside it, which then takes its place by one
    update (SPARQL 1.1 Update, section 3.2.4, MOVE), so that readers never see half of it.
    """

    def __init__(self, connection: Connection, queries: Endpoint) -> None:
        super().__init__(queries)
        self.connection = connection
        self.asked = queries

    def state(self) -> State:
        """What the store notes of its graphs, by their names."""
        rows = self.asked.select(f"SELECT ?s ?p ?o FROM {PUSH} WHERE {{ ?s ?p ?o }}")  # noqa: S608
        return _state((row["s"], row["p"], row["o"]) for row in rows)

    def mark(self, graph: str, mark: Mark | None) -> None:
        """Note that a graph has a content, or that no one knows what it has."""
        self._update(*_marking(graph, mark))

    def replace(self, content: Content, state: State, note: Note) -> None:
        """Replace a graph, going on from where another call stopped."""
        name, total = shorten(content.graph.value), len(content.lines)
        if content.blank > MAX_BLANK:
            raise UseError(
                f"{content.blank} of its triples have blank nodes; one update carries {MAX_BLANK}",
                place=name,
                remedy="use --protocol graph-store, or name these nodes by IRIs",
            )
        beside = pyoxigraph.NamedNode(f"{PUSH.value}/{content.graph.value.removeprefix(BSG)}")
        parts = _parts(content)
        begun = state.get(beside.value)
        done = begun.extent if begun and begun.digest == content.digest else 0
        if done and not self.count(beside):
            done = 0
        sent = sum(map(len, parts[:done]))
        if done:
            note(f"{name}: going on from {sent} of {total} triples")
        for number, lines in enumerate(parts[done:], done + 1):
            operations = [f"INSERT DATA {{ {_block(beside, lines)} }}"]
            if number == 1:
                operations = self._first(content, beside, lines)
            self._update(*operations, *_marking(beside.value, Mark(content.digest, number)))
            sent += len(lines)
            note(f"{name}: {sent} of {total} triples")
        swap = f"MOVE GRAPH {beside} TO GRAPH" if parts else "CLEAR SILENT GRAPH"
        forget = (*_marking(content.graph.value, None), *_marking(beside.value, None))
        self._update(f"{swap} {content.graph}", *forget)

    def _first(
        self, content: Content, beside: pyoxigraph.NamedNode, lines: list[bytes]
    ) -> list[str]:
        """The first part: it clears the place, so that sent twice it is there once.

        Virtuoso refuses blank nodes in INSERT DATA, and takes them in INSERT.
        """
        blank, plain = lines[: content.blank], lines[content.blank :]
        operations = [*_marking(content.graph.value, None), f"CLEAR SILENT GRAPH {beside}"]
        if blank:
            operations.append(f"INSERT {{ {_block(beside, blank)} }} WHERE {{}}")
        if plain:
            operations.append(f"INSERT DATA {{ {_block(beside, plain)} }}")
        return operations

    def _update(self, *operations: str) -> None:
        self.connection.send(
            "POST",
            content=" ;\n".join(operations).encode(),
            headers={"Content-Type": "application/sparql-update"},
        )


def _parts(content: Content) -> list[list[bytes]]:
    """The lines of a graph in the parts in which they are sent, blank nodes in the first."""
    parts: list[list[bytes]] = []
    size = 0
    for number, line in enumerate(content.lines):
        full = parts and (len(parts[-1]) >= CHUNK_TRIPLES or size + len(line) > CHUNK_BYTES)
        if not parts or (full and number >= content.blank):
            parts.append([])
            size = 0
        parts[-1].append(line)
        size += len(line)
    return parts


def _marking(graph: str, mark: Mark | None) -> tuple[str, ...]:
    clear = f"DELETE WHERE {{ GRAPH {PUSH} {{ <{graph}> ?p ?o }} }}"
    if mark is None:
        return (clear,)
    return clear, f"INSERT DATA {{ {_block(PUSH, _note(graph, mark))} }}"


def _block(graph: pyoxigraph.NamedNode, lines: list[bytes]) -> str:
    triples = b"\n".join(lines).decode()
    return f"GRAPH {graph} {{\n{triples}\n}}"


def _note(graph: str, mark: Mark) -> list[bytes]:
    return [
        f'<{graph}> <{_IDENTIFIER}> "{mark.digest}" .'.encode(),
        f'<{graph}> <{_EXTENT}> "{mark.extent}" .'.encode(),
    ]


def _state(triples: Iterable[tuple[object, object, object]]) -> State:
    """What the triples of `bsg:push` say; a graph of which they say it by halves is left out."""
    said: dict[str, dict[str, list[str]]] = {}
    for subject, predicate, target in triples:
        if isinstance(subject, pyoxigraph.NamedNode) and isinstance(target, pyoxigraph.Literal):
            values = said.setdefault(subject.value, {})
            values.setdefault(str(predicate)[1:-1], []).append(target.value)
    marks = {}
    for name, values in said.items():
        digests, extents = values.get(_IDENTIFIER, []), values.get(_EXTENT, [])
        if len(digests) == 1 and len(extents) == 1 and extents[0].isdecimal():
            marks[name] = Mark(digests[0], int(extents[0]))
    return marks
