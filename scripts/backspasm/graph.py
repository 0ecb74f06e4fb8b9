"""A graph that can be asked: what the data on this machine and an endpoint have in common."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

import pyoxigraph

from backspasm.errors import QueryError
from backspasm.namespaces import BSG
from backspasm.queries import inspect_query

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    import networkx as nx
    import rdflib

    from backspasm.queries import Query

    Term = pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.Literal
    Answer = pyoxigraph.QuerySolutions | pyoxigraph.QueryBoolean | pyoxigraph.QueryTriples

__all__ = ["AUTHORED", "DERIVED", "VOCABULARY", "Graph"]

AUTHORED = pyoxigraph.NamedNode(BSG + "authored")
"""The named graph of all that curators wrote."""

VOCABULARY = pyoxigraph.NamedNode(BSG + "vocabulary")
"""The named graph of classes, properties and value lists."""

DERIVED = pyoxigraph.NamedNode(BSG + "derived")
"""The named graph of all that no one wrote and the rules say."""


class Graph(ABC):
    """Authored, vocabulary and derived triples, each in a named graph of its own."""

    @abstractmethod
    def evaluate(self, query: Query, bindings: Mapping[str, Term]) -> Answer:
        """The same as `query`, for a query that was inspected."""

    @abstractmethod
    def matching(
        self,
        subject: pyoxigraph.NamedNode | None = None,
        predicate: pyoxigraph.NamedNode | None = None,
        target: pyoxigraph.NamedNode | None = None,
        graph: pyoxigraph.NamedNode | None = None,
    ) -> Iterator[pyoxigraph.Quad]:
        """The quads of a pattern; None stands for anything."""

    @abstractmethod
    def about(self, subjects: Iterable[pyoxigraph.NamedNode]) -> Iterator[pyoxigraph.Quad]:
        """The quads with one of some subjects, in any order."""

    @abstractmethod
    def quads(self) -> Iterator[pyoxigraph.Quad]:
        """All quads, each literal as it was written where that is known."""

    def quads_about(self, subjects: Collection[pyoxigraph.NamedNode]) -> Iterator[pyoxigraph.Quad]:
        """Those of `quads` with one of some subjects."""
        return (quad for quad in self.quads() if quad.subject in subjects)

    def unknown(self, nodes: Iterable[pyoxigraph.NamedNode]) -> list[pyoxigraph.NamedNode]:
        """Those of some nodes, in their order, that no quad has at any place."""
        return [
            node
            for node in nodes
            if not any(
                True
                for place in ("subject", "predicate", "target", "graph")
                for _ in self.matching(**{place: node})
            )
        ]

    def query(self, text: str, /, **bindings: Term | str | float) -> Answer:
        """Ask a SPARQL 1.1 query over all graphs together.

        All prefixes of the dataset are known. `GRAPH bsg:authored { … }`,
        `bsg:vocabulary` and `bsg:derived` tell the graphs apart.

        Args:
            text: SELECT, ASK, CONSTRUCT or DESCRIBE.
            bindings: terms for variables of the query, by their names; text and
                numbers become literals. A SELECT must project such a variable.

        Returns:
            Solutions, a truth value or triples, as pyoxigraph gives them.

        Raises:
            QueryError: the query is broken or refused; see `inspect_query`.
            ParameterError: the query does not have or project a bound variable.
        """
        terms = {name: _term(value) for name, value in bindings.items()}
        return self.evaluate(inspect_query(text), terms)

    def select(self, text: str, /, **bindings: Term | str | float) -> pyoxigraph.QuerySolutions:
        """The solutions of a SELECT query; see `query`.

        Raises:
            QueryError: it is no SELECT, or what `query` raises.
        """
        solutions = self.query(text, **bindings)
        if not isinstance(solutions, pyoxigraph.QuerySolutions):
            raise QueryError("not a SELECT query", place="query", remedy="write SELECT")
        return solutions

    def rows(self, text: str, /, **bindings: Term | str | float) -> list[tuple[str, ...]]:
        """The solutions of a SELECT query as plain text.

        Returns:
            One tuple for each solution: IRIs and the text of literals, and ""
            where a variable has no value.
        """
        solutions = self.select(text, **bindings)
        return [tuple("" if term is None else term.value for term in row) for row in solutions]

    def to_rdflib(self) -> rdflib.Dataset:
        """The same graphs as an rdflib Dataset, whose default graph is their union."""
        from backspasm.views import rdflib_view

        return rdflib_view(self)

    def to_networkx(self) -> nx.MultiDiGraph[str]:
        """The direct edges between concepts as a graph to walk.

        Returns:
            Nodes are concept IRIs with `label`; edges go from subject to object,
            with the local name of the predicate as key and its IRI as `predicate`.
            They are derived, so what was denied is not there.
        """
        from backspasm.views import networkx_view

        return networkx_view(self)


def _term(value: Term | str | float) -> Term:
    if isinstance(value, (str, bool, int, float)):
        return pyoxigraph.Literal(value)
    return value
