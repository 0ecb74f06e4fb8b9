"""Which values a value is not less than (SHACL, sections 4.5.3 and 4.5.4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backspasm.validation.engines.screen.values import comparable, ordered
from backspasm.validation.engines.terms import term

if TYPE_CHECKING:
    from collections.abc import Iterable

    from backspasm.validation.engines.index import Index
    from backspasm.validation.engines.result import Result

__all__ = ["not_less"]


def not_less(data: Index, result: Result, properties: Iterable[str]) -> list[tuple[str, str]]:
    """The pairs that results like one are about.

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
