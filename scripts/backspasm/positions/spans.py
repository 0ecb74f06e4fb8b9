"""Where one triple stands."""

from __future__ import annotations

from typing import Literal, NamedTuple

__all__ = ["Part", "Span", "Spans"]

Span = tuple[int, int]
"""The first character, and the one after the last."""

Part = Literal["subject", "predicate", "object"]


class Spans(NamedTuple):
    """Where the parts of a triple stand.

    Attributes:
        subject: as it is written at the head of its statement.
        predicate: where it is implied, the bracket or item that implies it.
        object: with its language or datatype; brackets from the first to the last.
        nearness: see `backspasm.positions.place.NEARNESS`.
    """

    subject: Span
    predicate: Span
    object: Span
    nearness: str = "exact"
