"""The properties that stand in the paths of shapes (SHACL, section 2.3.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backspasm.validation.checks.targets import SH
from backspasm.validation.checks.triples import FIRST, REST

if TYPE_CHECKING:
    from backspasm.validation.checks.triples import Triples

__all__ = ["path_properties"]

_NAMES = "path inversePath alternativePath zeroOrMorePath oneOrMorePath zeroOrOnePath"
_STEPS = tuple(SH + name for name in _NAMES.split())


def path_properties(shapes: Triples) -> tuple[set[str], set[str]]:
    """The properties in paths: those that are followed forwards, and those backwards.

    What stands below `sh:inversePath` may be turned round again, so it counts for both.
    """
    forward: set[str] = {FIRST, REST}
    backward: set[str] = set()
    pending = [(node, False) for node in sorted(shapes.objects.get(SH + "path", ()))]
    passed = set()
    while pending:
        node, turned = pending.pop()
        if (node, turned) in passed:
            continue
        passed.add((node, turned))
        if not node.startswith("_:"):
            (backward if turned else forward).add(node)
            continue
        pending += [(one, turned) for one in shapes.members(node)]
        for how in _STEPS:
            turn = turned != (how == SH + "inversePath")
            pending += [(one, turn) for one in shapes.values(node, how)]
    return forward, backward
