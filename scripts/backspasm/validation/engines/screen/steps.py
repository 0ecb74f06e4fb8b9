"""Property paths as functions from a node to the nodes that it leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from backspasm.validation.engines.odd import OddError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from backspasm.validation.engines.ways import Way

    Step = Callable[[str], Collection[str]]


__all__ = ["Graph", "Step", "step"]


class Graph(Protocol):
    """What paths go along."""

    def table(self, predicate: str, /) -> Mapping[str, list[str]]:
        """The subjects of a predicate, each with its objects."""

    def inverse(self, predicate: str, /) -> Mapping[str, list[str]]:
        """The objects of a predicate, each with its subjects."""


_DEEPEST = 8
"""How deep a path may be: from ten on pyshacl gives up."""


def step(data: Graph, way: Way | None) -> Step:
    """The function of a path; it gives each node once.

    Raises:
        OddError: it is no path, or one that pyshacl walks in its own way.
    """
    if way is None or _depth(way) > _DEEPEST:
        raise OddError
    return _step(data, way)


def _depth(way: Way) -> int:
    inner = max((_depth(one) for one in way.steps), default=0)
    return inner + (len(way.steps) if way.kind == "sequence" else 1)


def _step(data: Graph, way: Way, *, back: bool = False) -> Step:
    if way.kind == "iri":
        table = data.inverse(way.iri) if back else data.table(way.iri)
        return lambda node: table.get(node, ())
    if way.kind == "inverse":
        return _step(data, way.steps[0], back=not back)
    if way.kind == "sequence" and back:
        raise OddError  # of a sequence pyshacl inverts the steps, and leaves their order
    steps = [_step(data, one, back=back) for one in way.steps]
    if way.kind == "sequence":
        return lambda node: _along(steps, node)
    if way.kind == "alternative":
        return lambda node: {found for one in steps for found in one(node)}
    return _repeated(way.kind, *steps)


def _repeated(kind: str, single: Step) -> Step:
    if kind == "zeroOrOne":
        return lambda node: {node, *single(node)}
    if kind == "oneOrMore":
        return lambda node: _reached(single, single(node))
    return lambda node: _reached(single, (node,))


def _along(steps: list[Step], node: str) -> Collection[str]:
    nodes: Collection[str] = (node,)
    for one in steps:
        nodes = {found for start in nodes for found in one(start)}
    return nodes


def _reached(single: Step, start: Collection[str]) -> Collection[str]:
    pending = list(start)
    found: set[str] = set()
    while pending:
        node = pending.pop()
        if node not in found:
            found.add(node)
            pending.extend(single(node))
    return found
