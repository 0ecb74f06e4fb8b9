"""SHACL validation: data and shapes in, results out, by either of two engines."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from backspasm.errors import UseError
from backspasm.validation.engines.index import Index
from backspasm.validation.engines.messages import said
from backspasm.validation.engines.result import Result, tidy
from backspasm.validation.engines.screen import doubtful
from backspasm.validation.engines.sharing import shared

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import pyoxigraph

    Focus = Mapping[str, Sequence[str]] | None
    Graph = Iterable[pyoxigraph.Quad | pyoxigraph.Triple] | Index

__all__ = ["ENGINES", "run"]

ENGINES = ("pyshacl", "shifty")
"""The engines; the first is the reference."""


def run(
    data: Graph,
    shapes: Graph,
    engine: str = ENGINES[0],
    jobs: int = 1,
    *,
    screen: bool = True,
) -> list[Result]:
    """Validate data against shapes (SHACL, section 3.4).

    Args:
        data: the data graph; of quads the graph does not matter.
        shapes: the shapes graph.
        engine: one of `ENGINES`.
        jobs: how many processes share the work, see `sharing.workers`.
        screen: whether what surely conforms is kept from the reference engine, which
            changes the time it takes and nothing else.

    Returns:
        The results, sorted, none twice.

    Raises:
        ShapesError: the shapes are not SHACL, or the engine does not know all they use.
        DataError: the data has terms that SHACL 1.0 does not know.
        UseError: there is no such engine, or it is not installed.
    """
    data = data if isinstance(data, Index) else Index.of(data)
    shapes = shapes if isinstance(shapes, Index) else Index.of(shapes)
    if engine not in ENGINES:
        raise UseError(f"no such engine: {engine}", remedy=f"name one of {', '.join(ENGINES)}")
    found = shared(partial(_share, data, shapes, engine, screen=screen), jobs if screen else 1)
    return tidy(said(one, shapes) for one in found)


def _share(
    data: Index, shapes: Index, engine: str, number: int, count: int, *, screen: bool
) -> list[Result]:
    """The results of a share; the first has all where the screen does not know the shapes."""
    asks = engine not in _QUICK
    focus = doubtful(data, shapes, number, count, queries=asks) if screen else None
    if focus == {} or (focus is None and number):
        return []
    return _ENGINES[engine](data, shapes, focus)


def _pyshacl(data: Index, shapes: Index, focus: Focus) -> list[Result]:
    from backspasm.validation.engines.reference import run_pyshacl

    return run_pyshacl(data, shapes, focus)


def _shifty(data: Index, shapes: Index, focus: Focus) -> list[Result]:
    from backspasm.validation.engines.shifty import run_shifty

    return run_shifty(data, shapes, focus)


_QUICK = frozenset({"shifty"})
"""Engines that answer SPARQL themselves as quickly as the screen would."""

_ENGINES = {"pyshacl": _pyshacl, "shifty": _shifty}
