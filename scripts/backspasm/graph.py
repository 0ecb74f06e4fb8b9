"""The graph: what is authored, the vocabulary, and what is derived from both."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph

from backspasm.derivation import DERIVED, derive
from backspasm.errors import ParameterError, QueryError
from backspasm.files import authored_files, load_file, parse_file, rdf_files, vocabulary_files
from backspasm.namespaces import BSG, PREFIXES, local_name
from backspasm.queries import broken_query, inspect_query

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Iterator, Mapping

    import networkx as nx
    import rdflib

    from backspasm.queries import Query

    Term = pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.Literal
    Answer = pyoxigraph.QuerySolutions | pyoxigraph.QueryBoolean | pyoxigraph.QueryTriples

__all__ = ["AUTHORED", "VOCABULARY", "Dataset", "load"]

AUTHORED = pyoxigraph.NamedNode(BSG + "authored")
"""The named graph of all that curators wrote."""

VOCABULARY = pyoxigraph.NamedNode(BSG + "vocabulary")
"""The named graph of classes, properties and value lists."""


class Dataset:
    """The graph that every command and every use in Python works on.

    Attributes:
        store: the quads in an Oxigraph store. It answers queries; it does not
            keep how a number was written, so take `quads()` to write files.
        files: the data files that were read.
    """

    def __init__(self, files: list[str], store: pyoxigraph.Store | None = None) -> None:
        """Read data files and the vocabulary, then run the rules.

        Args:
            files: the data files, of any format in `backspasm.files.FORMATS`.
            store: a store that holds their graph already.

        Raises:
            FileError: a file is missing, unreadable or of an unknown format.
            ParseError: a file is broken; the place is the file and the line.
        """
        self.files = files
        if store is None:
            store = pyoxigraph.Store()
            _fill(store, files)
        self.store = store

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

    def evaluate(self, query: Query, bindings: Mapping[str, Term]) -> Answer:
        """The same as `query`, for a query that was inspected."""
        for name in bindings:
            if name not in query.variables:
                raise ParameterError(
                    f"the query has no variable ?{name}",
                    place=query.place,
                    remedy="name one that it has",
                )
        try:
            return self.store.query(
                query.text,
                prefixes=PREFIXES,
                use_default_graph_as_union="FROM" not in query.words,
                substitutions={pyoxigraph.Variable(name): term for name, term in bindings.items()},
            )
        except SyntaxError as error:
            raise broken_query(error, query.place) from error
        except RuntimeError as error:
            if bindings and "variable" in str(error):
                remedy = "add the variable to SELECT"
                raise ParameterError(str(error), place=query.place, remedy=remedy) from error
            remedy = "mend the query, or delete the snapshots that BACKSPASM_CACHE holds"
            raise QueryError(str(error), place=query.place, remedy=remedy) from error

    def quads(self) -> Iterator[pyoxigraph.Quad]:
        """All quads, each literal of a file as the file writes it."""
        for names, graph in ((vocabulary_files(), VOCABULARY), (self.files, AUTHORED)):
            for name in names:
                yield from _in_graph(parse_file(name), graph)
        yield from self.store.quads_for_pattern(None, None, None, DERIVED)

    def to_rdflib(self) -> rdflib.Dataset:
        """The same graphs as an rdflib Dataset, whose default graph is their union."""
        import rdflib

        view = rdflib.Dataset(default_union=True)
        for prefix, namespace in PREFIXES.items():
            view.bind(prefix, namespace, replace=True)
        lines = pyoxigraph.serialize(self.quads(), format=pyoxigraph.RdfFormat.N_QUADS)
        normalize, rdflib.NORMALIZE_LITERALS = rdflib.NORMALIZE_LITERALS, False
        try:
            view.parse(data=lines, format="nquads")
        finally:
            rdflib.NORMALIZE_LITERALS = normalize
        return view

    def to_networkx(self) -> nx.MultiDiGraph[str]:
        """The direct edges between concepts as a graph to walk.

        Returns:
            Nodes are concept IRIs with `label`; edges go from subject to object,
            with the local name of the predicate as key and its IRI as `predicate`.
            They are derived, so what was denied is not there.
        """
        import networkx as nx

        walk: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        nodes = (
            "SELECT ?concept ?label WHERE { ?concept a skos:Concept ; skos:prefLabel ?label } "
            "ORDER BY ?concept"
        )
        for concept, label in self.rows(nodes):
            walk.add_node(concept, label=label)
        edges = (
            "SELECT ?subject ?predicate ?object WHERE { ?predicate a bsv:ClaimPredicate . "
            "GRAPH bsg:derived { ?subject ?predicate ?object } } "
            "ORDER BY ?subject ?predicate ?object"
        )
        for subject, predicate, target in self.rows(edges):
            walk.add_edge(subject, target, key=local_name(predicate), predicate=predicate)
        return walk

    def rows(self, text: str, /, **bindings: Term | str | float) -> list[tuple[str, ...]]:
        """The solutions of a SELECT query as plain text.

        Returns:
            One tuple for each solution: IRIs and the text of literals, and ""
            where a variable has no value.
        """
        solutions = self.query(text, **bindings)
        if not isinstance(solutions, pyoxigraph.QuerySolutions):
            raise QueryError("not a SELECT query", place="query", remedy="write SELECT")
        return [tuple("" if term is None else term.value for term in row) for row in solutions]


def load(*paths: str | os.PathLike[str], snapshot: bool = False) -> Dataset:
    """The graph of the shipped data, or of other data in its place.

    Args:
        paths: RDF files, or folders that are searched for them.
        snapshot: open the shipped data from a snapshot on disk, see
            `backspasm.snapshot`. It opens faster and answers slower, so it is for
            a process that asks one query.

    Raises:
        FileError: a file is missing, unreadable or of an unknown format.
        ParseError: a file is broken; the place is the file and the line.
    """
    if paths or not snapshot:
        return Dataset(rdf_files(paths) if paths else authored_files())
    from backspasm.snapshot import open_snapshot

    files = authored_files()
    return Dataset(files, open_snapshot(files, lambda store: _fill(store, files)))


def _fill(store: pyoxigraph.Store, files: Iterable[str]) -> None:
    for name in vocabulary_files():
        load_file(store, name, VOCABULARY)
    for name in files:
        load_file(store, name, AUTHORED)
    unnamed = list(store.quads_for_pattern(None, None, None, pyoxigraph.DefaultGraph()))
    store.extend(_in_graph(unnamed, AUTHORED))
    for quad in unnamed:
        store.remove(quad)
    derive(store)


def _in_graph(
    quads: Iterable[pyoxigraph.Quad], graph: pyoxigraph.NamedNode
) -> Iterator[pyoxigraph.Quad]:
    for quad in quads:
        if isinstance(quad.graph_name, pyoxigraph.DefaultGraph):
            yield pyoxigraph.Quad(quad.subject, quad.predicate, quad.object, graph)
        else:
            yield quad


def _term(value: Term | str | float) -> Term:
    if isinstance(value, (str, bool, int, float)):
        return pyoxigraph.Literal(value)
    return value
