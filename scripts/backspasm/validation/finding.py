"""A finding: what is wrong, by which rule, where, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from backspasm.positions.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["SEVERITIES", "Finding", "Place", "at_least", "sort"]

SEVERITIES = ("violation", "warning", "info")
"""The severities, the gravest first (SHACL, section 2.1.4). Others count as violations."""


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong.

    IRIs are written in full and without brackets, literals as in Turtle, and blank nodes
    with `_:` and a name of `Labels`. What a finding does not have is "".

    Attributes:
        severity: one of `SEVERITIES`, or the IRI of another one.
        rule: the stable name of what was broken: for SHACL the shape and the kind of
            constraint, `bsh:claim-subject/minCount`; else the name of a check, `idle-target`.
        message: what is wrong, in one sentence.
        remedy: what to do, in one sentence.
        place: where, or None where no file is at fault.
        excerpt: the first lines of the place as they stand in the file, without line ends;
            of a long line a part, with … for the character at which it was cut.
        excerpt_column: the column of the first character of the excerpt.
        focus: the node that was checked.
        path: the property, or a property path as SPARQL writes it.
        value: the value at fault.
        shape: the shape with the constraint (SHACL, section 3.6.2.5).
        component: the kind of constraint that failed (SHACL, section 3.6.2.6).
        constraint: the SPARQL constraint, where it has a name.
        related: other places that matter, each with what it is.
        part: which part of the triple of focus, path and value is at fault: `subject`,
            `predicate` or `object`.
        rivals: other values of the same focus and path that matter: the file, the value, and
            what it is. With the place of the finding they get theirs, in `related`.
        language: the language that too many values have, in lower case.
    """

    severity: str
    rule: str
    message: str
    remedy: str = ""
    place: Place | None = None
    excerpt: tuple[str, ...] = ()
    focus: str = ""
    path: str = ""
    value: str = ""
    shape: str = ""
    component: str = ""
    constraint: str = ""
    related: tuple[tuple[Place, str], ...] = ()
    part: str = field(default="object", compare=False)
    excerpt_column: int = 1
    rivals: tuple[tuple[str, str, str], ...] = field(default=(), compare=False)
    language: str = field(default="", compare=False)

    @property
    def rank(self) -> int:
        """The place of the severity among `SEVERITIES`."""
        return SEVERITIES.index(self.severity) if self.severity in SEVERITIES else 0

    def order(self) -> tuple[Any, ...]:
        """What findings are sorted by: severity, rule, place, and all else."""
        where = self.place or Place("")
        said = (self.focus, self.path, self.value, self.message)
        return (self.rank, self.rule, where, *said)


def sort(findings: Iterable[Finding]) -> list[Finding]:
    """The findings in an order that depends on nothing but themselves, none twice."""
    return sorted(dict.fromkeys(findings), key=Finding.order)


def at_least(findings: Iterable[Finding], severity: str) -> list[Finding]:
    """The findings that are as grave as a severity, or graver."""
    return [finding for finding in findings if finding.rank <= SEVERITIES.index(severity)]
