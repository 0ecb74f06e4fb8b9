"""Positions: where in a file its triples, its prefixes and its errors stand."""

from backspasm.positions.excerpts import excerpt, underline, underlined
from backspasm.positions.finder import Positions
from backspasm.positions.prefixes import Prefix, prefixes
from backspasm.positions.spans import Part, Spans
from backspasm.positions.syntax import unread

__all__ = [
    "Part",
    "Positions",
    "Prefix",
    "Spans",
    "excerpt",
    "prefixes",
    "underline",
    "underlined",
    "unread",
]
