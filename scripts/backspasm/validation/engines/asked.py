"""What a query hangs on: what has to be asked of the data before its answer is sure."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

__all__ = ["NODE", "NUMBER", "OPEN", "TEXT", "TRUTH", "Asked", "Place", "Places"]

TEXT, NUMBER, NODE, TRUTH, OPEN = "text", "number", "node", "truth", "open"
"""The types of expressions; of an open one it is not known, and only nodes are no literals."""


class Place(NamedTuple):
    """Where a variable stands: the subject or the object of a property, as a term."""

    predicate: str
    subject: bool


Places = frozenset[Place]
"""All places of a variable, each of which its values have; none where that is not known."""


@dataclass
class Asked:
    """What a query hangs on.

    Attributes:
        looked: where the variables of its expressions stand.
        texts: whether it looks at the text of these.
        cased: whether it changes letters of these to small or capital ones.
        compares: whether it compares them.
        ordered: whether that is more than equality.
        unequal: whether it asks that they be not equal.
        constants: what stands beside them: `TEXT`, `NUMBER` or `NODE`.
        added: whether it adds numbers to them, or subtracts.
        literals: the properties whose values it gives as literals; "" for any property.
        patterns: its regular expressions.
        replaced: those of them of which it replaces what they match, each with the number of
            the last group that stands in the replacement.
        nullable: whether it has a path that may have no step.
        walked: where what paths lead to stands, of paths that are walked again and again.
    """

    looked: list[Places] = field(default_factory=list)
    texts: bool = False
    cased: bool = False
    compares: bool = False
    ordered: bool = False
    unequal: bool = False
    constants: set[str] = field(default_factory=set)
    added: bool = False
    literals: set[str] = field(default_factory=set)
    patterns: list[str] = field(default_factory=list)
    replaced: list[tuple[str, int]] = field(default_factory=list)
    nullable: bool = False
    walked: list[Places] = field(default_factory=list)
