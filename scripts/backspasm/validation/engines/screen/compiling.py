"""Shapes as functions that say of a node whether it surely conforms."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from backspasm.validation.engines import ways
from backspasm.validation.engines.odd import OddError
from backspasm.validation.engines.screen import checks, values
from backspasm.validation.engines.screen.queries import Queries
from backspasm.validation.engines.screen.reading import PROPERTY, instances, truth
from backspasm.validation.engines.screen.steps import step
from backspasm.validation.engines.terms import SH

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from backspasm.validation.engines.index import Index
    from backspasm.validation.engines.screen.checks import Check
    from backspasm.validation.engines.screen.reading import Shapes
    from backspasm.validation.engines.screen.values import Test

__all__ = ["Compiler"]

_DEEPEST = 30
"""How many shapes may stand in each other, fewer than what makes pyshacl give up."""

_IDLE = (
    "path name description order group defaultValue message severity deactivated "
    "targetClass targetNode targetObjectsOf targetSubjectsOf"
).split()


class Compiler:
    """Compiles the shapes of a shapes graph for a data graph.

    Args:
        data: the data graph.
        shapes: the shapes.
    """

    def __init__(self, data: Index, shapes: Shapes) -> None:
        self.data = data
        self.shapes = shapes
        self.graph = shapes.graph
        self._known: dict[str, tuple[Test, int]] = {}
        self._members: dict[str, set[str]] = {}
        self._around: list[str] = []

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
                self._known[shape] = _Shape(self, shape).test()
            finally:
                self._around.pop()
        if self._known[shape][1] > _DEEPEST:
            raise OddError
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

    def members(self, name: str) -> set[str]:
        """The instances of a class."""
        found = self._members.get(name)
        if found is None:
            found = self._members[name] = instances(self.data, name)
        return found


class _Shape:
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
            if name not in _IDLE:
                _READERS.get(name, _unknown)(self, graph.objects(self.node, predicate))
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


def _unknown(shape: _Shape, found: list[str]) -> None:
    raise OddError


def _class(shape: _Shape, found: list[str]) -> None:
    shape.tests += [shape.compiler.members(name).__contains__ for name in found]


def _datatype(shape: _Shape, found: list[str]) -> None:
    shape.tests.append(values.datatype(shape.one("datatype")))


def _node_kind(shape: _Shape, found: list[str]) -> None:
    shape.tests.append(values.node_kind(shape.one("nodeKind")))


def _min_count(shape: _Shape, found: list[str]) -> None:
    shape.needs_path()
    shape.checks.append(checks.between(values.count(shape.one("minCount")), None))


def _max_count(shape: _Shape, found: list[str]) -> None:
    shape.needs_path()
    shape.checks.append(checks.between(0, values.count(shape.one("maxCount"))))


def _bound(*, least: bool, included: bool) -> Callable[[_Shape, list[str]], None]:
    def read(shape: _Shape, found: list[str]) -> None:
        shape.tests += [values.within(one, least=least, included=included) for one in found]

    return read


def _length(shape: _Shape, found: list[str]) -> None:
    least, most = shape.one("minLength"), shape.one("maxLength")
    shape.tests += [values.length(values.count(least), None)] if least else []
    shape.tests += [values.length(0, values.count(most))] if most else []


def _pattern(shape: _Shape, found: list[str]) -> None:
    flags = shape.compiler.graph.objects(shape.node, f"<{SH}flags>")
    shape.tests += [values.pattern(one, flags) for one in found]


def _language_in(shape: _Shape, found: list[str]) -> None:
    shape.tests.append(values.languages(shape.members(found)))


def _unique_lang(shape: _Shape, found: list[str]) -> None:
    shape.needs_path()
    if truth(shape.compiler.graph, shape.node, f"<{SH}uniqueLang>"):
        shape.checks.append(checks.unique_languages())


def _properties(found: list[str]) -> list[str]:
    if not all(one.startswith("<") for one in found):
        raise OddError
    return found


def _beside(check: Callable[[Index, str], Check]) -> Callable[[_Shape, list[str]], None]:
    def read(shape: _Shape, found: list[str]) -> None:
        shape.checks += [check(shape.data, one) for one in _properties(found)]

    return read


def _less(*, included: bool) -> Callable[[_Shape, list[str]], None]:
    def read(shape: _Shape, found: list[str]) -> None:
        shape.needs_path()
        shape.checks += [
            checks.less(shape.data, one, included=included) for one in _properties(found)
        ]

    return read


def _not(shape: _Shape, found: list[str]) -> None:
    shape.tests += [checks.negated(shape.inner(one)) for one in found]


def _listed(
    combine: Callable[[list[Test]], Test],
) -> Callable[[_Shape, list[str]], None]:
    def read(shape: _Shape, found: list[str]) -> None:
        for head in found:
            shape.tests.append(combine([shape.inner(one) for one in shape.members([head])]))

    return read


def _node(shape: _Shape, found: list[str]) -> None:
    shape.tests += [shape.inner(one, path=False) for one in found]


def _property(shape: _Shape, found: list[str]) -> None:
    shape.tests += [shape.inner(one, path=True) for one in found]


def _qualified(shape: _Shape, found: list[str]) -> None:
    shape.needs_path()
    least, most = shape.one("qualifiedMinCount"), shape.one("qualifiedMaxCount")
    own = shape.one("qualifiedValueShape")
    if not own or not (least or most):
        raise OddError
    apart = truth(shape.compiler.graph, shape.node, f"<{SH}qualifiedValueShapesDisjoint>")
    others = [shape.inner(one) for one in _siblings(shape, own)] if apart else []
    shape.checks.append(
        checks.qualified(
            shape.inner(own),
            others,
            values.count(least) if least else 0,
            values.count(most) if most else None,
        )
    )


def _siblings(shape: _Shape, own: str) -> list[str]:
    """The sibling shapes (SHACL, section 4.7.3)."""
    graph = shape.compiler.graph
    beside = {
        sibling
        for parent in graph.subjects(PROPERTY, shape.node)
        for one in graph.objects(parent, PROPERTY)
        for sibling in graph.objects(one, f"<{SH}qualifiedValueShape>")
    }
    return sorted(beside - {own})


def _part(shape: _Shape, found: list[str]) -> None:
    if not any(shape.one(name) for name in ("qualifiedValueShape", "closed", "pattern")):
        raise OddError  # alone it is an error, or nothing


def _closed(shape: _Shape, found: list[str]) -> None:
    graph, properties = shape.compiler.graph, shape.compiler.shapes.properties
    ignored = graph.objects(shape.node, f"<{SH}ignoredProperties>")
    if not truth(graph, shape.node, f"<{SH}closed>"):
        return
    own = graph.objects(shape.node, PROPERTY)
    if any(one not in properties for one in own):
        raise OddError
    allowed = {properties[one] for one in own}
    if ignored:
        allowed.update(shape.members(ignored))
    shape.tests.append(checks.closed(shape.data, frozenset(allowed)))


def _has_value(shape: _Shape, found: list[str]) -> None:
    shape.checks += [checks.has(one) for one in found]


def _in(shape: _Shape, found: list[str]) -> None:
    shape.tests.append(frozenset(shape.members(found)).__contains__)


def _sparql(shape: _Shape, found: list[str]) -> None:
    for constraint in found:
        ask = shape.compiler.queries.question(constraint, shape.way)
        if ask is not None:
            shape.checks.append(checks.on_focus(ask))


_READERS: dict[str, Callable[[_Shape, list[str]], None]] = {
    "class": _class,
    "datatype": _datatype,
    "nodeKind": _node_kind,
    "minCount": _min_count,
    "maxCount": _max_count,
    "minExclusive": _bound(least=True, included=False),
    "minInclusive": _bound(least=True, included=True),
    "maxExclusive": _bound(least=False, included=False),
    "maxInclusive": _bound(least=False, included=True),
    "minLength": _length,
    "maxLength": _length,
    "pattern": _pattern,
    "flags": _part,
    "languageIn": _language_in,
    "uniqueLang": _unique_lang,
    "equals": _beside(checks.equal),
    "disjoint": _beside(checks.disjoint),
    "lessThan": _less(included=False),
    "lessThanOrEquals": _less(included=True),
    "not": _not,
    "and": _listed(checks.all_of),
    "or": _listed(checks.any_of),
    "xone": _listed(checks.one_of),
    "node": _node,
    "property": _property,
    "qualifiedValueShape": _qualified,
    "qualifiedMinCount": _part,
    "qualifiedMaxCount": _part,
    "qualifiedValueShapesDisjoint": _part,
    "closed": _closed,
    "ignoredProperties": _part,
    "hasValue": _has_value,
    "in": _in,
    "sparql": _sparql,
}
