"""The dataset on this machine: files that are read, and what is derived from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph

from backspasm.derivation import derive
from backspasm.errors import ParameterError, QueryError
from backspasm.files import authored_files, load_file, parse_file, rdf_files, vocabulary_files
from backspasm.graph import AUTHORED, DERIVED, VOCABULARY, Graph
from backspasm.namespaces import PREFIXES
from backspasm.queries import broken_query

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Iterator, Mapping

    from backspasm.graph import Answer, Term
    from backspasm.queries import Query

__all__ = ["Dataset", "evaluate", "load"]


class Dataset(Graph):
    """The graph of some files, the vocabulary, and what the rules derive.

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

    def evaluate(self, query: Query, bindings: Mapping[str, Term]) -> Answer:
        """The same as `query`, for a query that was inspected."""
        return evaluate(self.store, query, bindings)

    def matching(
        self,
        subject: pyoxigraph.NamedNode | None = None,
        predicate: pyoxigraph.NamedNode | None = None,
        target: pyoxigraph.NamedNode | None = None,
        graph: pyoxigraph.NamedNode | None = None,
    ) -> Iterator[pyoxigraph.Quad]:
        """The quads of a pattern; None stands for anything."""
        return self.store.quads_for_pattern(subject, predicate, target, graph)

    def about(self, subjects: Iterable[pyoxigraph.NamedNode]) -> Iterator[pyoxigraph.Quad]:
        """The quads with one of some subjects."""
        for subject in subjects:
            yield from self.store.quads_for_pattern(subject, None, None, None)

    def quads(self) -> Iterator[pyoxigraph.Quad]:
        """All quads, each literal of a file as the file writes it."""
        for names, graph in ((vocabulary_files(), VOCABULARY), (self.files, AUTHORED)):
            for name in names:
                yield from _in_graph(parse_file(name), graph)
        yield from self.store.quads_for_pattern(None, None, None, DERIVED)


def evaluate(store: pyoxigraph.Store, query: Query, bindings: Mapping[str, Term]) -> Answer:
    """The answer of a store to a query that was inspected.

    Raises:
        QueryError: the query is broken.
        ParameterError: the query does not have or project a bound variable.
    """
    for name in bindings:
        if name not in query.variables:
            raise ParameterError(
                f"the query has no variable ?{name}",
                place=query.place,
                remedy="name one that it has",
            )
    try:
        return store.query(
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
