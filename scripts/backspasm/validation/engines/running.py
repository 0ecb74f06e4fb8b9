"""SHACL validation: data and shapes in, results out, by either of two engines."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from backspasm.errors import UseError
from backspasm.validation.engines.index import Index
from backspasm.validation.engines.messages import said
from backspasm.validation.engines.result import Result, tidy
from backspasm.validation.engines.screen import doubtful
from backspasm.validation.engines.sharing import Team

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

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
    team: Team | None = None,
    *,
    screen: bool = True,
) -> list[Result]:
    """Validate data against shapes (SHACL, section 3.4).

    Args:
        data: the data graph; of quads the graph does not matter.
        shapes: the shapes graph.
        engine: one of `ENGINES`.
        team: the processes that share the work; by default this one does all.
        screen: whether what surely conforms is kept from the engine, which
            changes the time it takes and nothing else.

    Returns:
        The results, sorted, none twice.

    Raises:
        ShapesError: the shapes are not SHACL, or the engine does not know all they use.
        DataError: triples have terms that SHACL 1.0 does not know.
        UseError: there is no such engine, or it is not installed.
    """
    data = data if isinstance(data, Index) else Index.of(data)
    shapes = shapes if isinstance(shapes, Index) else Index.of(shapes)
    team = team or Team()
    if engine not in ENGINES:
        raise UseError(f"no such engine: {engine}", remedy=f"name one of {', '.join(ENGINES)}")
    focus = doubtful(data, shapes, team=team) if screen else None
    jobs = 1 if engine in _QUICK else team.jobs
    shares = [focus] if focus is None else list(_shares(focus, jobs))
    works = [partial(_ENGINES[engine], data, shapes, share) for share in shares if share != {}]
    return tidy(said(one, shapes) for found in team.each(works) for one in found)


def _shares(focus: Mapping[str, Sequence[str]], jobs: int) -> Iterator[Focus]:
    """The focus nodes in parts, where they are so many that each is worth a process."""
    count = max(1, min(jobs, sum(map(len, focus.values())) // _WORTH))
    for number in range(count):
        yield {shape: part for shape, nodes in focus.items() if (part := nodes[number::count])}


def _pyshacl(data: Index, shapes: Index, focus: Focus) -> list[Result]:
    from backspasm.validation.engines.reference import run_pyshacl

    return run_pyshacl(data, shapes, focus)


def _shifty(data: Index, shapes: Index, focus: Focus) -> list[Result]:
    from backspasm.validation.engines.shifty import run_shifty

    return run_shifty(data, shapes, focus)


_QUICK = frozenset({"shifty"})
"""Engines that are so quick with what is in doubt that no other process is worth it."""

_WORTH = 300
"""How many nodes are worth a process of the reference engine, which takes long to load."""

_ENGINES = {"pyshacl": _pyshacl, "shifty": _shifty}
