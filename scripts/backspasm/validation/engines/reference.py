"""The reference engine: pyshacl, for all shapes or for some focus nodes of each."""

from __future__ import annotations

import logging
import warnings
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import rdflib
from pyshacl.monkey import rdflib_bool_patch, rdflib_bool_unpatch
from pyshacl.pytypes import SHACLExecutor
from pyshacl.shapes_graph import ShapesGraph

from backspasm.errors import ShapesError
from backspasm.validation.engines.index import Index
from backspasm.validation.engines.prefixes import inherited
from backspasm.validation.engines.reports import read_result
from backspasm.validation.engines.terms import shown
from backspasm.validation.engines.view import Names, copy, view

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pyshacl.shape import Shape

    from backspasm.validation.engines.result import Result

__all__ = ["Reference"]

class Reference:
    """pyshacl over a data graph and a shapes graph, with no inference and no network.

    Args:
        data: the data graph.
        shapes: the shapes graph.

    Raises:
        ShapesError: the shapes are not SHACL.
    """

    def __init__(self, data: Index, shapes: Index) -> None:
        self._names = Names()
        self._data = view(data, self._names)
        self._shapes = shapes
        logger = logging.getLogger("backspasm.pyshacl")
        logger.disabled = True  # what it logs it also raises
        whole = Index([*shapes.triples(), *inherited(shapes)])  # pyshacl does not follow imports
        with _booleans(), _quiet():
            self._graph = ShapesGraph(copy(whole, Names()), False, logger)
        try:
            self._by_node = {self._names.text(one.node): one for one in self._graph.shapes}
        except Exception as error:  # noqa: BLE001 (rdflib raises just that)
            raise _not_shacl(error, "") from error

    def run(self, focus: Mapping[str, Sequence[str]] | None = None) -> list[Result]:
        """The results of all shapes that have targets.

        Args:
            focus: the nodes to check by shape, each as a term; by default the targets of each.

        Raises:
            ShapesError: a shape is not SHACL, or cannot be evaluated.
        """
        found: list[Result] = []
        for name, shape in sorted(self._by_node.items()):
            if focus is None:
                nodes = None
            elif name in focus:
                nodes = [self._names.node(node) for node in focus[name]]
            else:
                continue
            found += self._results(name, shape, nodes)
        return found

    def _results(self, name: str, shape: Shape, nodes: list[Any] | None) -> Iterator[Result]:
        try:
            with _quiet():
                _, reports = shape.validate(SHACLExecutor(), self._data, focus=nodes)
        except Exception as error:  # noqa: BLE001 (rdflib raises just that)
            raise _not_shacl(error, shown(name)) from error
        for _, node, triples in reports:
            text = self._names.text
            report = Index((text(one), text(two), text(_plain(three))) for one, two, three in triples)
            yield read_result(report, self._shapes, text(node))


@contextmanager
def _booleans() -> Iterator[None]:
    """Only `true` is true, as pyshacl reads shapes; what it changes in rdflib is put back."""
    before = rdflib.NORMALIZE_LITERALS
    rdflib_bool_patch()
    try:
        yield
    finally:
        rdflib_bool_unpatch()
        rdflib.NORMALIZE_LITERALS = before


@contextmanager
def _quiet() -> Iterator[None]:
    """No warning of recursion, which pyshacl cuts short, or of literals that are ill-typed."""
    logger = logging.getLogger("rdflib.term")
    before, logger.disabled = logger.disabled, True
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logger.disabled = before


def _plain(value: Any) -> Any:
    """A value of pyshacl's result: the term, or the graph and the term."""
    return value[1] if isinstance(value, tuple) else value


def _not_shacl(error: Exception, shape: str) -> ShapesError:
    reason = str(error).strip().partition("\n")[0] or type(error).__name__
    return ShapesError(f"not valid SHACL: {reason}", place=shape, remedy="mend the shape")
