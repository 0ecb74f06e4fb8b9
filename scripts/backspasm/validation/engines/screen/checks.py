"""What a constraint says of a focus node and its values: true, false, or None: not sure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backspasm.namespaces import RDF
from backspasm.validation.engines.screen.values import comparable, ordered

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from backspasm.validation.engines.index import Index
    from backspasm.validation.engines.screen.values import Test

    Check = Callable[[str, Collection[str]], bool | None]

__all__ = [
    "all_of",
    "any_of",
    "between",
    "closed",
    "disjoint",
    "equal",
    "has",
    "less",
    "negated",
    "on_focus",
    "one_of",
    "qualified",
    "unique_languages",
]

_TYPE = f"<{RDF}type>"


def all_of(tests: Sequence[Test]) -> Test:
    """True where all tests are, false where one is not (sh:and, sh:node, sh:property)."""
    if len(tests) == 1:
        return tests[0]

    def test(value: str) -> bool | None:
        sure: bool | None = True
        for one in tests:
            told = one(value)
            if told is False:
                return False
            sure = sure and told
        return sure

    return test


def any_of(tests: Sequence[Test]) -> Test:
    """True where one test is, false where none is (sh:or)."""

    def test(value: str) -> bool | None:
        sure: bool | None = False
        for one in tests:
            told = one(value)
            if told:
                return True
            if told is None:
                sure = None
        return sure

    return test


def one_of(tests: Sequence[Test]) -> Test:
    """True where one test is and all others are false (sh:xone)."""

    def test(value: str) -> bool | None:
        told = [one(value) for one in tests]
        if told.count(True) > 1:
            return False
        return None if None in told else told.count(True) == 1

    return test


def negated(one: Test) -> Test:
    """True where a test is false (sh:not)."""

    def test(value: str) -> bool | None:
        told = one(value)
        return None if told is None else not told

    return test


def on_focus(one: Test) -> Check:
    """What a test says of the focus node, whatever its values (sh:sparql)."""
    return lambda focus, _: one(focus)


def between(least: int, most: int | None) -> Check:
    """How many values there may be (sh:minCount, sh:maxCount)."""
    if most is None:
        return lambda _, values: len(values) >= least
    return lambda _, values: least <= len(values) <= most


def has(term: str) -> Check:
    """Whether a term is among the values (sh:hasValue)."""
    return lambda _, values: term in values


def unique_languages() -> Check:
    """Whether no two values have the same language (sh:uniqueLang)."""

    def check(_: str, values: Collection[str]) -> bool:
        if len(values) < 2:  # noqa: PLR2004 (a pair)
            return True
        kinds = (value[value.rfind('"') + 1 :] for value in values if value[0] == '"')
        tags = [kind.lower() for kind in kinds if kind[:1] == "@"]
        return len(set(tags)) == len(tags)

    return check


def equal(data: Index, predicate: str) -> Check:
    """Whether another property has the same values (sh:equals)."""
    table = data.table(predicate)
    return lambda focus, values: set(values) == set(table.get(focus, ()))


def disjoint(data: Index, predicate: str) -> Check:
    """Whether another property has none of the values (sh:disjoint)."""
    table = data.table(predicate)
    return lambda focus, values: not set(values) & set(table.get(focus, ()))


def less(data: Index, predicate: str, *, included: bool) -> Check:
    """Whether all values are surely less than those of another property (sh:lessThan)."""
    table = data.table(predicate)

    def check(focus: str, values: Collection[str]) -> bool | None:
        others = [comparable(other) for other in table.get(focus, ())]
        lower = [comparable(value) for value in values]
        if not others and None not in lower:
            return True
        sure = all(ordered(one, other, equal=included) for one in lower for other in others)
        return True if sure else None

    return check


def closed(data: Index, allowed: frozenset[str]) -> Test:
    """Whether a node has no property besides some (sh:closed)."""
    predicates = data.predicates

    def test(value: str) -> bool | None:
        extra = [name for name in predicates.get(value, ()) if name not in allowed]
        if not extra:
            return True
        return None if extra == [_TYPE] else False

    return test


def qualified(conforms: Test, others: Sequence[Test], least: int, most: int | None) -> Check:
    """How many values may conform to a shape, and to none of its siblings."""
    counts = all_of([conforms, *map(negated, others)])

    def check(_: str, values: Collection[str]) -> bool | None:
        told = [counts(value) for value in values]
        low = told.count(True)
        high = low + told.count(None)
        if high < least or (most is not None and low > most):
            return False
        return True if low >= least and (most is None or high <= most) else None

    return check
