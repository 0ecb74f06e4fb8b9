"""Which of several values of a parameter a result is about."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from backspasm.validation.engines.screen.reading import instances
from backspasm.validation.engines.screen.values import comparable, ordered
from backspasm.validation.engines.terms import parts, term

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from backspasm.validation.engines.index import Index
    from backspasm.validation.engines.result import Result

__all__ = ["failing", "not_less", "repeated_languages"]


def failing(
    data: Index, result: Result, key: str, several: Iterable[str], values: Collection[str]
) -> list[str]:
    """The values of a parameter by which a value fails.

    Args:
        data: the data graph.
        result: one of the results, with the value.
        key: the parameter without its namespace.
        several: its values, as terms.
        values: the values of the path, as terms.

    Returns:
        Some of the values, sorted; none where it is a parameter that nobody knows.
    """
    fails = _FAILS.get(key)
    value, focus = term(result.value), term(result.focus)
    if fails is None:
        return []
    return [one for one in sorted(several) if fails(data, one, value, focus, values)]


_FAILS: dict[str, Callable[[Index, str, str, str, Collection[str]], bool]] = {
    "class": lambda data, one, value, *_: value not in instances(data, one),
    "hasValue": lambda _, one, __, ___, values: one not in values,
    "disjoint": lambda data, one, value, focus, _: value in data.objects(focus, one),
    "equals": lambda data, one, value, focus, values: (
        (value in data.objects(focus, one)) != (value in values)
    ),
}


def not_less(data: Index, result: Result, properties: Iterable[str]) -> list[tuple[str, str]]:
    """The pairs that results like one are about (SHACL, sections 4.5.3 and 4.5.4).

    Args:
        data: the data graph.
        result: one of the results, with the value.
        properties: the other properties, as terms.

    Returns:
        Properties and their values, as terms, sorted; none where it is not sure.
    """
    value, included = term(result.value), result.component.endswith("OrEqualsConstraintComponent")
    wrong = [
        (one, other)
        for one in sorted(properties)
        for other in sorted(data.objects(term(result.focus), one))
        if not ordered(comparable(value), comparable(other), equal=included)
    ]
    sure = len(wrong) == 1 or all(_compares(value, other) for _, other in wrong)
    return wrong if sure else []


def _compares(one: str, other: str) -> bool:
    """Whether it is sure how two values compare."""
    if one[0] != '"' or other[0] != '"':
        return True
    first, second = comparable(one), comparable(other)
    return first is not None and second is not None and first[0] == second[0]


def repeated_languages(values: Iterable[str]) -> list[str]:
    """The languages that several values have, in lower case, sorted (SHACL, section 4.4.5)."""
    tags = Counter(parts(one).language.lower() for one in values if one[0] == '"')
    return sorted(tag for tag, number in tags.items() if tag and number > 1)
