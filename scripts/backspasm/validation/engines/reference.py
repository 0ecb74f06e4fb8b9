"""The reference engine: pyshacl, for all shapes or for some focus nodes of each."""

from __future__ import annotations

import logging
import re
import traceback
import warnings
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import rdflib
from pyshacl.constraints.constraint_component import (
    ConstraintComponent,
    CustomConstraintComponent,
    CustomConstraintComponentFactory,
)
from pyshacl.constraints.sparql.sparql_based_constraints import SPARQLBasedConstraint
from pyshacl.monkey import rdflib_bool_patch, rdflib_bool_unpatch
from pyshacl.pytypes import SHACLExecutor
from pyshacl.shape import Shape
from pyshacl.shapes_graph import ShapesGraph

from backspasm.validation.engines.faults import Fault, FaultyShapesError
from backspasm.validation.engines.index import Index
from backspasm.validation.engines.mending import mended
from backspasm.validation.engines.prefixes import inherited
from backspasm.validation.engines.reports import read_result
from backspasm.validation.engines.view import Names, copy, view

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from backspasm.validation.engines.result import Result

__all__ = ["run_pyshacl"]

_POSITION = re.compile(r"\s*\(at char \d+\), \(line:\d+, col:\d+\)")
"""A place in a query with the prefixes that pyshacl puts before it, which nobody wrote so."""

_DEEPEST = 40
"""How many shapes may stand in each other; by default pyshacl gives up of 15, too few for SHACL's
own shapes."""


def run_pyshacl(
    data: Index, shapes: Index, focus: Mapping[str, Sequence[str]] | None = None
) -> list[Result]:
    """The results of pyshacl, with no inference and no network.

    Args:
        data: the data graph.
        shapes: the shapes graph.
        focus: the nodes to check by shape, each as a term; by default the targets of each.

    Raises:
        FaultyShapesError: shapes are not SHACL, or cannot be evaluated.
    """
    names = Names()
    executor = SHACLExecutor(max_validation_depth=_DEEPEST)
    found: list[Result] = []
    faults: list[Fault] = []
    with _quiet(), mended():
        graph = view(data, names)
        for shape in _shapes(shapes):
            name = names.text(shape.node)
            if focus is None:
                nodes: Any = None
            elif name in focus:
                nodes = [names.node(node) for node in focus[name]]
            else:
                continue
            try:
                _, reports = shape.validate(executor, graph, focus=nodes)
            except Exception as error:  # noqa: BLE001 (rdflib raises just that; all are raised below)
                faults.append(_fault(error, names))
            else:
                found += (_result(report, names, shapes) for report in reports)
    if faults:
        raise FaultyShapesError.of(faults)
    return found


def _shapes(shapes: Index) -> list[Shape]:
    """The shapes of pyshacl, in the order of their names."""
    logger = logging.getLogger("backspasm.pyshacl")
    logger.disabled = True  # what it logs it also raises
    whole = Index([*shapes.triples(), *inherited(shapes)])  # pyshacl does not follow imports
    names = Names()
    try:
        with _booleans():
            graph = ShapesGraph(copy(whole, names), logger=logger)
            shapes_found = sorted(graph.shapes, key=lambda shape: str(shape.node))
            _ = graph.custom_constraints  # reads them, which may fail
            return shapes_found
    except Exception as error:  # rdflib raises just that
        raise FaultyShapesError.of([_fault(error, names)]) from error


def _result(report: Any, names: Names, shapes: Index) -> Result:
    """The result of what pyshacl reports: a text, a node and its triples."""
    _, node, triples = report
    text = names.text
    graph = Index((text(one), text(two), text(_single(three))) for one, two, three in triples)
    return read_result(graph, shapes, text(node))


def _single(value: Any) -> Any:
    """A term, which pyshacl may give with its graph."""
    return value[1] if isinstance(value, tuple) else value


@contextmanager
def _booleans() -> Iterator[None]:
    """Only `true` is true, as pyshacl reads shapes; what it changes in rdflib is put back."""
    before = rdflib.NORMALIZE_LITERALS
    rdflib_bool_patch()  # type: ignore[no-untyped-call]
    try:
        yield
    finally:
        rdflib_bool_unpatch()  # type: ignore[no-untyped-call]
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


def _fault(error: Exception, names: Names) -> Fault:
    """What pyshacl was at when it failed: the innermost component, constraint or shape."""
    node, parameters, value = "", tuple[str, ...](), ""
    for frame, _ in traceback.walk_tb(error.__traceback__):
        here = frame.f_locals
        one = here.get("self")
        if isinstance(one, (Shape, CustomConstraintComponent)):
            node, parameters, value = names.text(one.node), (), ""
        elif isinstance(one, ConstraintComponent) and hasattr(one, "shape"):
            node = names.text(one.shape.node)
            parameters = tuple(map(names.text, one.constraint_parameters()))
            if isinstance(one, SPARQLBasedConstraint) and (query := _query(here)):
                value = names.text(query)
        elif here.get("cls") is CustomConstraintComponentFactory:
            node, parameters = names.text(here["node"]), ()
    reason = _POSITION.sub("", str(error).strip().partition("\n")[0]) or type(error).__name__
    return Fault(node, parameters, reason, value=value)


def _query(here: dict[str, Any]) -> Any:
    """The SPARQL constraint that pyshacl reads or evaluates, from the variables of its function."""
    helper = here.get("query_helper", here.get("sparql_constraint"))
    return here.get("s", getattr(helper, "node", None))
