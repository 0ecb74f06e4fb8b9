"""The parameters of constraints: what each adds to the tests and checks of a shape."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backspasm.validation.engines.odd import OddError
from backspasm.validation.engines.screen import checks, values
from backspasm.validation.engines.screen.reading import PROPERTY, truth
from backspasm.validation.engines.terms import SH

if TYPE_CHECKING:
    from collections.abc import Callable

    from backspasm.validation.engines.index import Index
    from backspasm.validation.engines.screen.checks import Check
    from backspasm.validation.engines.screen.compiling import Draft
    from backspasm.validation.engines.screen.values import Test

__all__ = ["READERS", "siblings", "unknown"]


def unknown(shape: Draft, found: list[str]) -> None:
    """Refuse a parameter that has no reader.

    Raises:
        OddError: always.
    """
    raise OddError


def _class(shape: Draft, found: list[str]) -> None:
    shape.tests += [shape.compiler.members(name).__contains__ for name in found]


def _datatype(shape: Draft, found: list[str]) -> None:
    shape.tests.append(values.datatype(shape.one("datatype")))


def _node_kind(shape: Draft, found: list[str]) -> None:
    shape.tests.append(values.node_kind(shape.one("nodeKind")))


def _min_count(shape: Draft, found: list[str]) -> None:
    shape.needs_path()
    shape.checks.append(checks.between(values.count(shape.one("minCount")), None))


def _max_count(shape: Draft, found: list[str]) -> None:
    shape.needs_path()
    shape.checks.append(checks.between(0, values.count(shape.one("maxCount"))))


def _bound(*, least: bool, included: bool) -> Callable[[Draft, list[str]], None]:
    def read(shape: Draft, found: list[str]) -> None:
        shape.tests += [values.within(one, least=least, included=included) for one in found]

    return read


def _length(shape: Draft, found: list[str]) -> None:
    least, most = shape.one("minLength"), shape.one("maxLength")
    shape.tests += [values.length(values.count(least), None)] if least else []
    shape.tests += [values.length(0, values.count(most))] if most else []


def _pattern(shape: Draft, found: list[str]) -> None:
    flags = shape.compiler.graph.objects(shape.node, f"<{SH}flags>")
    shape.tests += [values.pattern(one, flags) for one in found]


def _language_in(shape: Draft, found: list[str]) -> None:
    shape.tests.append(values.languages(shape.members(found)))


def _unique_lang(shape: Draft, found: list[str]) -> None:
    shape.needs_path()
    if truth(shape.compiler.graph, shape.node, f"<{SH}uniqueLang>"):
        shape.checks.append(checks.unique_languages())


def _properties(found: list[str]) -> list[str]:
    if not all(one.startswith("<") for one in found):
        raise OddError
    return found


def _beside(check: Callable[[Index, str], Check]) -> Callable[[Draft, list[str]], None]:
    def read(shape: Draft, found: list[str]) -> None:
        shape.checks += [check(shape.data, one) for one in _properties(found)]

    return read


def _less(*, included: bool) -> Callable[[Draft, list[str]], None]:
    def read(shape: Draft, found: list[str]) -> None:
        shape.needs_path()
        shape.checks += [
            checks.less(shape.data, one, included=included) for one in _properties(found)
        ]

    return read


def _not(shape: Draft, found: list[str]) -> None:
    shape.tests += [checks.negated(shape.inner(one)) for one in found]


def _listed(
    combine: Callable[[list[Test]], Test],
) -> Callable[[Draft, list[str]], None]:
    def read(shape: Draft, found: list[str]) -> None:
        for head in found:
            shape.tests.append(combine([shape.inner(one) for one in shape.members([head])]))

    return read


def _node(shape: Draft, found: list[str]) -> None:
    shape.tests += [shape.inner(one, path=False) for one in found]


def _property(shape: Draft, found: list[str]) -> None:
    shape.tests += [shape.inner(one, path=True) for one in found]


def _qualified(shape: Draft, found: list[str]) -> None:
    shape.needs_path()
    least, most = shape.one("qualifiedMinCount"), shape.one("qualifiedMaxCount")
    own = shape.one("qualifiedValueShape")
    if not own or not (least or most):
        raise OddError
    apart = truth(shape.compiler.graph, shape.node, f"<{SH}qualifiedValueShapesDisjoint>")
    others = (
        [shape.inner(one) for one in siblings(shape.compiler.graph, shape.node, own)]
        if apart
        else []
    )
    shape.checks.append(
        checks.qualified(
            shape.inner(own),
            others,
            values.count(least) if least else 0,
            values.count(most) if most else None,
        )
    )


def siblings(graph: Index, shape: str, own: str) -> list[str]:
    """The sibling shapes of a qualified value shape (SHACL, section 4.7.3)."""
    beside = {
        sibling
        for parent in graph.subjects(PROPERTY, shape)
        for one in graph.objects(parent, PROPERTY)
        for sibling in graph.objects(one, f"<{SH}qualifiedValueShape>")
    }
    return sorted(beside - {own})


def _part(shape: Draft, found: list[str]) -> None:
    if not any(shape.one(name) for name in ("qualifiedValueShape", "closed", "pattern")):
        raise OddError  # alone it is an error, or nothing


def _closed(shape: Draft, found: list[str]) -> None:
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


def _has_value(shape: Draft, found: list[str]) -> None:
    shape.checks += [checks.has(one) for one in found]


def _in(shape: Draft, found: list[str]) -> None:
    shape.tests.append(frozenset(shape.members(found)).__contains__)


def _sparql(shape: Draft, found: list[str]) -> None:
    for constraint in found:
        shape.compiler.asking.add(shape.node)
        ask = shape.compiler.queries.question(constraint, shape.way)
        if ask is not None:
            shape.checks.append(checks.on_focus(ask))


READERS: dict[str, Callable[[Draft, list[str]], None]] = {
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
"""Each reads the values of its parameter; what it cannot tell it refuses with an `OddError`."""
