"""The screen before an engine: which focus nodes of which shapes it must see."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from backspasm.namespaces import XSD
from backspasm.validation.engines.odd import OddError
from backspasm.validation.engines.screen.compiling import Compiler
from backspasm.validation.engines.screen.reading import focus_nodes, read_shapes
from backspasm.validation.engines.sharing import Team
from backspasm.validation.engines.terms import parts

if TYPE_CHECKING:
    from backspasm.validation.engines.index import Index
    from backspasm.validation.engines.screen.values import Test

__all__ = ["doubtful"]

_MANY = 1000
"""For how many nodes of shapes with SPARQL the store is filled before the work is shared."""

_CHANGED = (f"{XSD}token>", f"{XSD}normalizedString>")
"""Datatypes whose literals rdflib does not keep as they are written."""


class _Task(NamedTuple):
    """A shape, the nodes that it is put to, and its function."""

    shape: str
    nodes: list[str]
    conforms: Test


def doubtful(
    data: Index, shapes: Index, *, team: Team | None = None
) -> dict[str, list[str]] | None:
    """The focus nodes that do not surely conform, by shape.

    Args:
        data: the data graph.
        shapes: the shapes graph.
        team: the processes that share the work; by default this one does all.

    Returns:
        Shapes and nodes as terms, sorted; none where all surely conforms; None where the
        screen does not know the shapes, so that everything is in doubt.
    """
    try:
        known = read_shapes(shapes)
    except OddError:
        return None
    if _spaced(data) or _spaced(shapes):
        return None
    compiler = Compiler(data, known)
    found: dict[str, list[str]] = {}
    tasks = []
    for shape in known.targeted():
        nodes = focus_nodes(data, known, shape)
        if not nodes:
            continue
        try:
            tasks.append(_Task(shape, nodes, compiler.compile(shape)))
        except OddError:
            found[shape] = nodes
    team = team or Team()
    for part in team.each([partial(_unsure, one) for one in _shares(tasks, compiler, team.jobs)]):
        for shape, nodes in part.items():
            found.setdefault(shape, []).extend(nodes)
    return {shape: sorted(nodes) for shape, nodes in found.items() if nodes}


def _unsure(tasks: list[_Task]) -> dict[str, list[str]]:
    return {
        shape: [node for node in nodes if conforms(node) is not True]
        for shape, nodes, conforms in tasks
    }


def _shares(tasks: list[_Task], compiler: Compiler, count: int) -> list[list[_Task]]:
    """The tasks in parts, the store being filled in one process only."""
    if count == 1:
        return [tasks]
    asking = [task for task in tasks if task.shape in compiler.asking]
    others = [task for task in tasks if task.shape not in compiler.asking]
    if sum(len(task.nodes) for task in asking) > _MANY:
        compiler.queries.fill()
        asking, others = [], tasks
    parts = [
        [task._replace(nodes=task.nodes[number::count]) for task in others]
        for number in range(count)
    ]
    return [part for part in (asking, *parts) if part]


def _spaced(graph: Index) -> bool:
    """Whether rdflib would read two literals as one."""
    return any(
        value.endswith(_CHANGED) and " ".join(parts(value).value.split()) != parts(value).value
        for table in graph.tables.values()
        for values in table.values()
        for value in values
        if value[-1] == ">"
    )
