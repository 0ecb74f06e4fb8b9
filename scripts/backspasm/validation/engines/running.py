"""SHACL validation: data and shapes in, results out, by either of two engines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backspasm.errors import UseError
from backspasm.validation.engines.index import Index
from backspasm.validation.engines.messages import said
from backspasm.validation.engines.result import Result, tidy
from backspasm.validation.engines.screen import doubtful

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pyoxigraph

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
        jobs: how many processes share the work.
        screen: whether what surely conforms is kept from the reference engine, which
            changes the time it takes and nothing else.

    Returns:
        The results, sorted, none twice.

    Raises:
        ShapesError: the shapes are not SHACL, or the engine does not know all they use.
        DataError: the data has terms that SHACL 1.0 does not know.
        UseError: there is no such engine, or it is not installed.
    """
    data, shapes = (one if isinstance(one, Index) else Index.of(one) for one in (data, shapes))
    if engine not in ENGINES:
        raise UseError(f"no such engine: {engine}", remedy=f"name one of {', '.join(ENGINES)}")
    focus = doubtful(data, shapes) if screen else None
    if focus == {}:
        return []
    if engine == ENGINES[1]:
        from backspasm.validation.engines.shifty import run_shifty

        found = run_shifty(data, shapes, focus)
    else:
        from backspasm.validation.engines.reference import run_pyshacl

        found = run_pyshacl(data, shapes, focus)
    return tidy(said(one, shapes) for one in found)
