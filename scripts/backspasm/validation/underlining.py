"""An excerpt of a file for a terminal, with the part that is meant underlined."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from backspasm.validation.naming import tidy

__all__ = ["Underlined", "columns", "underline"]

_TAB = 4
_LEAD = 3
"""At most one part in so many of a line stands before what is underlined, if it must be cut."""


class Underlined(NamedTuple):
    """A line and the marks below it.

    Attributes:
        line: the line, or what fits of it, with … where it was cut.
        marks: blanks, and `^` below each column of what is meant.
    """

    line: str
    marks: str


def columns(character: str) -> int:
    """How many columns of a terminal a character takes: 0, 1 or 2 (UAX #11)."""
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def underline(line: str, start: int, end: int, width: int) -> Underlined:
    """A line with a part underlined, cut to a width around the start of that part.

    Args:
        line: a line of a file, without its end.
        start: the first character of the part, from 1, counted in code points.
        end: the character after its last one; never less than one is underlined.
        width: how many columns there are.
    """
    cells = _cells(line)
    first = min(max(start, 1) - 1, len(cells))
    last = max(end - 1, first + 1)
    kept, cut = _window(cells, first, width)
    text, marks = "", ""
    if kept.start:
        text, marks = "…", " "
    for index in kept:
        shown, size = cells[index]
        text += shown
        marks += ("^" if first <= index < last else " ") * size
    if first >= len(cells):
        marks += "^"
    return Underlined(text + ("…" if cut else ""), marks.rstrip())


def _cells(line: str) -> list[tuple[str, int]]:
    """What each character looks like, and the columns it takes."""
    cells: list[tuple[str, int]] = []
    at = 0
    for character, shown in zip(line, tidy(line), strict=True):
        cell = shown
        size = columns(shown)
        if character == "\t":
            size = _TAB - at % _TAB
            cell = " " * size
        cells.append((cell, size))
        at += size
    return cells


def _window(cells: list[tuple[str, int]], first: int, width: int) -> tuple[range, bool]:
    """Which characters fit, and whether some behind them do not."""
    sizes = [size for _, size in cells]
    if sum(sizes) <= width:
        return range(len(cells)), False
    begin, room = first, width // _LEAD
    while begin and sizes[begin - 1] <= room:
        begin -= 1
        room -= sizes[begin]
    room = width - (1 if begin else 0)
    if sum(sizes[begin:]) <= room:
        while begin > 1 and sum(sizes[begin - 1 :]) <= width - 1:
            begin -= 1
        return range(begin, len(cells)), False
    end, room = begin, room - 1
    while end < len(cells) and sizes[end] <= room:
        room -= sizes[end]
        end += 1
    return range(begin, end), True
