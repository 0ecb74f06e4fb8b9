"""Positions: where in a file its triples, its prefixes and its errors stand."""

from backspasm.positions.excerpts import excerpt
from backspasm.positions.finder import Positions
from backspasm.positions.place import NEARNESS, Place
from backspasm.positions.prefixes import Prefix, prefixes
from backspasm.positions.spans import Part, Spans
from backspasm.positions.syntax import Unparsed, unparsed

__all__ = [
    "NEARNESS",
    "Part",
    "Place",
    "Positions",
    "Prefix",
    "Spans",
    "Unparsed",
    "excerpt",
    "prefixes",
    "unparsed",
]
