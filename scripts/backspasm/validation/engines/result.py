"""A validation result, whichever engine found it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from backspasm.validation.engines.terms import SH, shown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from backspasm.validation.engines.ways import Way

__all__ = ["SEVERITIES", "Result", "tidy"]

SEVERITIES = (SH + "Violation", SH + "Warning", SH + "Info")
"""The severities of SHACL, the gravest first (section 2.1.4)."""

_SPARQL = SH + "SPARQLConstraintComponent"


@dataclass(frozen=True)
class Result:
    """One validation result (SHACL, section 3.6.2).

    IRIs are written in full and without brackets, literals as in N-Triples, and blank
    nodes with `_:`. What a result does not have is "".

    Attributes:
        severity: an IRI.
        shape: the shape with the constraint; a blank node is one of the shapes graph.
        component: the kind of constraint that failed.
        focus: the node that was checked.
        way: the property path, or None.
        value: the value at fault.
        messages: the messages of the shape or constraint as literals, sorted.
        constraint: the SPARQL constraint (section 5.1); a blank node is one of the shapes graph.
        number: which of the results it is that are else the same, from 0: of
            sh:uniqueLang there is one for each language, of sh:lessThan one for each pair.
        details: results that explain this one (section 3.6.2.7), where the engine gives them;
            two results are the same without them.
    """

    severity: str
    shape: str
    component: str
    focus: str
    way: Way | None = None
    value: str = ""
    messages: tuple[str, ...] = ()
    constraint: str = ""
    number: int = 0
    details: tuple[Result, ...] = field(default=(), compare=False)

    @property
    def path(self) -> str:
        """The property, or the path as SPARQL writes it."""
        if self.way is None:
            return ""
        return shown(self.way.iri) or self.way.sparql()

    def order(self) -> tuple[int | str | tuple[str, ...], ...]:
        """What results are sorted by: how grave they are, then all else."""
        rank = SEVERITIES.index(self.severity) if self.severity in SEVERITIES else -1
        where = (self.shape, self.component, self.focus, self.path, self.value)
        return (rank, self.severity, *where, self.constraint, self.messages, self.number)


def tidy(results: Iterable[Result]) -> list[Result]:
    """The results in an order that depends on nothing but themselves, numbered where equal.

    Of equal results of SPARQL one is kept: engines differ on whether equal solutions count.
    """
    whole = [replace(one, details=tuple(tidy(one.details))) for one in results]
    several = Counter(whole)
    return sorted(
        (
            replace(one, number=number)
            for one, count in several.items()
            for number in range(1 if one.component == _SPARQL else count)
        ),
        key=Result.order,
    )
