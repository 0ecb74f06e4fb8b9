"""What pyshacl does wrong, done right for as long as it runs."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import rdflib
from pyshacl.constraints.constraint_component import ConstraintComponent
from pyshacl.constraints.core.property_pair_constraints import (
    LessThanConstraintComponent,
    LessThanOrEqualsConstraintComponent,
)

from backspasm.validation.engines.messages import VARIABLE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["mended"]


@contextmanager
def mended() -> Iterator[None]:
    """The engine pyshacl with some methods of ours.

    Messages: it takes a value for a pattern to replace with, and fails over a backslash in
    it. Comparisons: it fails over blank nodes and compares IRIs as text; for SHACL both are
    values that cannot be compared (section 4.5.3).
    Descriptions: nobody reads them, and writing them takes most of the time.
    """
    methods = (
        (ConstraintComponent, "_format_sparql_based_result_message", _filled),
        (ConstraintComponent, "make_v_result_description", lambda *_, **__: ""),
        (LessThanConstraintComponent, "_compare_lt", None),
        (LessThanOrEqualsConstraintComponent, "_compare_ltoe", None),
    )
    before = [getattr(kind, name) for kind, name, _ in methods]
    for (kind, name, ours), theirs in zip(methods, before, strict=True):
        setattr(kind, name, ours or _comparing(theirs))
    try:
        yield
    finally:
        for (kind, name, _), theirs in zip(methods, before, strict=True):
            setattr(kind, name, theirs)


def _filled(_: object, message: str, bound: Any) -> str:
    """A message with its variables replaced, as pyshacl does it."""
    named: dict[str, Any] = {}
    if isinstance(bound, (tuple, list)):
        named = dict(bound[3]) if len(bound) > 3 else {}  # noqa: PLR2004 (this, path, value, others)
        named |= {
            name: value
            for name, value in zip(("this", "path", "value"), bound, strict=False)
            if value is not None
        }
    elif isinstance(bound, dict):
        named = bound
    return VARIABLE.sub(lambda found: str(named.get(found[1], found[0])), message)


def _comparing(theirs: Callable[..., Any]) -> Callable[..., Any]:
    """A comparison in which nothing but a literal is less than anything, pair by pair."""

    def compare(self: Any, values: set[Any], others: set[Any], graph: Any, focus: Any) -> Any:
        plain = {value for value in values if isinstance(value, rdflib.Literal)}
        known = {other for other in others if isinstance(other, rdflib.Literal)}
        wrong, reports = theirs(self, plain, known, graph, focus)
        pairs = [(value, other) for value in values for other in others]
        odd = [value for value, other in pairs if value not in plain or other not in known]
        reports += [self.make_v_result(graph, focus, value_node=value) for value in odd]
        return wrong or bool(odd), reports

    return compare
