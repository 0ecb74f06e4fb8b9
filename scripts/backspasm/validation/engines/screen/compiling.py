"""Shapes as functions that say of a node whether it surely conforms."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from backspasm.validation.engines import ways
from backspasm.validation.engines.odd import OddError
from backspasm.validation.engines.screen import checks
from backspasm.validation.engines.screen.parameters import READERS, unknown
from backspasm.validation.engines.screen.queries import Queries
from backspasm.validation.engines.screen.reading import instances, truth
from backspasm.validation.engines.screen.steps import step
from backspasm.validation.engines.terms import SH

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from backspasm.validation.engines.index import Index
    from backspasm.validation.engines.screen.checks import Check
    from backspasm.validation.engines.screen.reading import Shapes
    from backspasm.validation.engines.screen.values import Test

__all__ = ["IDLE", "Compiler"]

_DEEPEST = 30
"""How many shapes may stand in each other, fewer than what makes pyshacl give up."""

IDLE = (
    "path name description order group defaultValue message severity deactivated "
    "targetClass targetNode targetObjectsOf targetSubjectsOf"
).split()
"""What of a shape says nothing of whether a node conforms."""


class Compiler:
    """Compiles the shapes of a shapes graph for a data graph.

    Args:
        data: the data graph.
        shapes: the shapes.

    Attributes:
        asking: the shapes that have SPARQL constraints, or have such a shape inside.
    """

    def __init__(self, data: Index, shapes: Shapes) -> None:
        self.data = data
        self.shapes = shapes
        self.graph = shapes.graph
        self._known: dict[str, tuple[Test, int]] = {}
        self._members: dict[str, dict[str, None]] = {}
        self._around: list[str] = []
        self.asking: set[str] = set()

    @cached_property
    def queries(self) -> Queries:
        """What answers SPARQL constraints."""
        return Queries(self.data, self.graph)

    def compile(self, shape: str) -> Test:
        """The function of a shape.

        Raises:
            OddError: the screen does not know all that the shape uses, it is recursive, or
                too many shapes stand in each other.
        """
        return self._compiled(shape)[0]

    def _compiled(self, shape: str) -> tuple[Test, int]:
        if shape in self._around:
            raise OddError
        if shape not in self._known:
            self._around.append(shape)
            try:
                self._known[shape] = Draft(self, shape).test()
            finally:
                self._around.pop()
        if self._known[shape][1] > _DEEPEST:
            raise OddError
        if shape in self.asking:
            self.asking.update(self._around)
        return self._known[shape]

    def inner(self, shape: str, *, path: bool | None = None) -> tuple[Test, int]:
        """The function of a shape inside another one, and how many shapes stand in each other.

        Args:
            shape: the shape.
            path: whether it must be a property shape, or may not be one.
        """
        is_property = shape in self.shapes.properties
        if path not in {None, is_property} or not (is_property or shape in self.shapes.nodes):
            raise OddError
        return self._compiled(shape)

    def members(self, name: str) -> Collection[str]:
        """The instances of a class."""
        found = self._members.get(name)
        if found is None:
            found = self._members[name] = instances(self.data, name)
        return found


class Draft:
    """The constraints of one shape.

    Attributes:
        tests: what each value must pass.
        checks: what all values together must pass.
    """

    def __init__(self, compiler: Compiler, node: str) -> None:
        self.compiler = compiler
        self.data = compiler.data
        self.node = node
        self.way = None
        self.depth = 1
        path = compiler.shapes.properties.get(node)
        self.has_path = path is not None
        if path is not None:
            self.way = ways.read(compiler.graph, path)
        self.tests: list[Test] = []
        self.checks: list[Check] = []

    def test(self) -> tuple[Test, int]:
        """The function of the shape, and how many shapes stand in each other."""
        graph = self.compiler.graph
        if truth(graph, self.node, f"<{SH}deactivated>"):
            return (lambda _: True), 1
        for predicate in sorted(graph.predicates.get(self.node, ())):
            if not predicate.startswith(f"<{SH}"):
                continue
            name = predicate[1 + len(SH) : -1]
            if name not in IDLE:
                READERS.get(name, unknown)(self, graph.objects(self.node, predicate))
        if not self.has_path:
            return _on_node(self.tests, self.checks), self.depth
        walk = step(self.data, self.way)
        return _on_values(walk, self.tests, self.checks), self.depth

    def one(self, name: str) -> str:
        """The only value of a parameter, or ""."""
        found = self.compiler.graph.objects(self.node, f"<{SH}{name}>")
        if len(found) > 1:
            raise OddError
        return found[0] if found else ""

    def members(self, found: Collection[str]) -> list[str]:
        """The members of the only list."""
        (head,) = found if len(found) == 1 else ("",)
        items = self.compiler.graph.items(head) if head else None
        if items is None:
            raise OddError
        return items

    def inner(self, shape: str, *, path: bool | None = None) -> Test:
        """The function of a shape inside this one."""
        test, depth = self.compiler.inner(shape, path=path)
        self.depth = max(self.depth, depth + 1)
        return test

    def needs_path(self) -> None:
        """Refuse what only property shapes can have."""
        if not self.has_path:
            raise OddError


def _on_node(tests: list[Test], whole: list[Check]) -> Test:
    each = checks.all_of(tests) if tests else None

    def test(node: str) -> bool | None:
        sure = each(node) if each else True
        if sure is False:
            return False
        for check in whole:
            told = check(node, (node,))
            if told is False:
                return False
            sure = sure and told
        return sure

    return test


def _on_values(
    walk: Callable[[str], Collection[str]], tests: list[Test], whole: list[Check]
) -> Test:
    each = checks.all_of(tests) if tests else None

    def test(node: str) -> bool | None:
        found = walk(node)
        sure: bool | None = True
        for check in whole:
            told = check(node, found)
            if told is False:
                return False
            sure = sure and told
        if each:
            for value in found:
                told = each(value)
                if told is False:
                    return False
                sure = sure and told
        return sure

    return test
