"""A graph that can be asked: what the data on this machine and an endpoint have in common."""

from __future__ import annotations

from abc import ABC, abstractmethod
from itertools import islice
from typing import TYPE_CHECKING

import pyoxigraph

from backspasm.errors import ParameterError, QueryError
from backspasm.limits import MAX_STEPS, MOST
from backspasm.namespaces import BSG
from backspasm.queries import inspect_query

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    import networkx as nx
    import pandas as pd
    import rdflib

    from backspasm.claims import Claim
    from backspasm.explanation import Explanation
    from backspasm.queries import Query

    Term = pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.Literal
    Answer = pyoxigraph.QuerySolutions | pyoxigraph.QueryBoolean | pyoxigraph.QueryTriples

__all__ = ["AUTHORED", "BATCH", "DERIVED", "EFFECT", "VOCABULARY", "Graph", "batches"]

BATCH = 200
"""How many things one request to an endpoint names."""

EFFECT = "bs:back-muscle-spasm"
"""What the dataset is about: the effect that is meant unless another is named."""

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

        >>> from backspasm import load
        >>> load().rows("SELECT ?what { ?claim bsv:polarity bsv:Denied ; rdf:object ?what }")
        [('https://w3id.org/backspasm/concept/vertebra',)]
        """
        solutions = self.select(text, **bindings)
        return [tuple("" if term is None else term.value for term in row) for row in solutions]

    def rows_for(self, text: str, things: Iterable[str]) -> list[tuple[str, ...]]:
        """The rows of a SELECT query for some things, some hundred of them at a time.

        Args:
            text: the query; `THINGS` stands for the things in a VALUES of it.
            things: their IRIs, which become text as RDF terms alone.

        Raises:
            ValueError: a thing is no IRI.
        """
        found: list[tuple[str, ...]] = []
        for batch in batches(map(pyoxigraph.NamedNode, things)):
            found += self.rows(text.replace("THINGS", " ".join(map(str, batch))))
        return found

    def frame(self, text: str, /, **bindings: Term | str | float) -> pd.DataFrame:
        """The solutions of a SELECT query as a pandas frame, where pandas is installed.

        Returns:
            One row for each solution and one column for each variable: IRIs as CURIEs,
            literals as Python values, and None where a variable has no value.

        Raises:
            ImportError: pandas is not installed.
            QueryError: see `select`.
        """
        from backspasm.views import pandas_view

        return pandas_view(self.select(text, **bindings))

    def claims(
        self,
        *,
        subject: str | None = None,
        predicate: str | None = None,
        object: str | None = None,  # noqa: A002 (RDF's own word)
    ) -> list[Claim]:
        """The claims of a pattern, in the order of their IRIs.

        Args:
            subject: what bears on something, as a person types it; None for anything.
            predicate: how, such as "causes", as the claim has it.
            object: what it bears on.

        Raises:
            UnknownNameError: a name stands for nothing.
            AmbiguousNameError: a name stands for several things.

        >>> from backspasm import load
        >>> [claim.certainty for claim in load().claims(predicate="resembles")]
        ['Possible']
        """
        from backspasm.claims import find_claims
        from backspasm.terms import resolve

        typed = ((subject, "concept"), (predicate, "predicate"), (object, "concept"))
        iris = [None if name is None else resolve(self, name, kind) for name, kind in typed]
        return find_claims(self, *iris)

    def explain(
        self,
        cause: str,
        effect: str = EFFECT,
        *,
        max_steps: int = MAX_STEPS,
        strict: bool = False,
        through: Sequence[str] = (),
        without: Sequence[str] = (),
        limit: int = MOST,
    ) -> Explanation:
        """The mechanisms and causal paths from a cause to an effect, the best first.

        Args:
            cause: a concept, as a person types it.
            effect: another; concepts narrower than it count as well.
            max_steps: how many steps a path may have.
            strict: only claims that are firm: stated or likely, in running text, of
                everyone and everywhere.
            through: concepts that every path must pass.
            without: concepts that no path may pass.
            limit: how many paths to give.

        Raises:
            UnknownNameError: a name stands for nothing.
            AmbiguousNameError: a name stands for several things.
            ParameterError: a number is below 1, or names are one text and no list.

        >>> from backspasm import load
        >>> told = load().explain("osteophyte")
        >>> [" → ".join(told.labels[iri] for iri in path.concepts) for path in told.paths]
        ['osteophyte → pressure on spinal nerves → back muscle spasm']
        """
        from backspasm.explanation import explain
        from backspasm.limits import Limits
        from backspasm.terms import resolve

        _check_limits(
            {"max_steps": max_steps, "limit": limit}, {"through": through, "without": without}
        )

        def concept(name: str) -> str:
            return resolve(self, name, "concept")

        past, around = tuple(map(concept, through)), tuple(map(concept, without))
        limits = Limits(max_steps, strict, past, around, limit)
        return explain(self, concept(cause), concept(effect), limits)

    def to_rdflib(self) -> rdflib.Dataset:
        """The graphs as an rdflib Dataset, whose default graph is their union.

        Files are read again, so that each literal is as it is written there now.
        """
        from backspasm.views import rdflib_view

        return rdflib_view(self)

    def to_networkx(self) -> nx.MultiDiGraph[str]:
        """The direct edges between concepts as a graph to walk.

        Returns:
            Nodes are IRIs, with `label` where they are concepts that have one; edges go
            from subject to object, with the local name of the predicate as key and its
            IRI as `predicate`.
            They are derived, so what was denied is not there.
        """
        from backspasm.views import networkx_view

        return networkx_view(self)


def _check_limits(numbers: Mapping[str, int], lists: Mapping[str, Sequence[str]]) -> None:
    for name, number in numbers.items():
        if number < 1:
            raise ParameterError(f"{number} is below 1", place=name, remedy="give 1 or more")
    for name, names in lists.items():
        if isinstance(names, str):
            raise ParameterError("one text", place=name, remedy="give a list of names")


def batches(nodes: Iterable[pyoxigraph.NamedNode]) -> Iterator[list[pyoxigraph.NamedNode]]:
    """Nodes in lists that every endpoint takes: some refuse long ones or are slow with them."""
    rest = iter(nodes)
    while batch := list(islice(rest, BATCH)):
        yield batch


def _term(value: Term | str | float) -> Term:
    if isinstance(value, (str, bool, int, float)):
        return pyoxigraph.Literal(value)
    return value
