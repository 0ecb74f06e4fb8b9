"""The lines of a place, and what underlines it."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from backspasm.positions.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from backspasm.validation.finding import Place

__all__ = [
    "MOST_CHARACTERS",
    "MOST_LINES",
    "excerpt",
    "excerpt_of",
    "underline",
    "underlined",
    "width",
]

MOST_LINES = 5
"""How many lines an excerpt has at most."""

MOST_CHARACTERS = 240
"""How many characters of a line it has at most."""

_NO_WIDTH = frozenset(["Mn", "Me", "Cf"])


def excerpt(content: bytes, place: Place) -> tuple[str, ...]:
    """The first lines of a place, without line ends; none where only the file is known.

    Args:
        content: the whole file.
        place: a place in it.
    """
    return excerpt_of(Text(place.file, content), place)[0]


def excerpt_of(text: Text, place: Place) -> tuple[tuple[str, ...], int]:
    """The same of a text that was decoded before, and the column of its first character.

    Long lines are cut, the first around the place; … stands in the place of a character.
    """
    if not place.line:
        return (), 1
    last = min(max(place.line, place.end_line), place.line + MOST_LINES - 1)
    first, column = text.part(place.line, max(place.column, 1), MOST_CHARACTERS)
    numbers = range(place.line + 1, last + 1)
    return (first, *(text.part(each, 1, MOST_CHARACTERS)[0] for each in numbers)), column


def width(character: str) -> int:
    """How many cells of a terminal a character takes (Unicode Standard Annex 11); 0 to 2."""
    if unicodedata.category(character) in _NO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def underline(line: str, start: int, end: int) -> str:
    """What stands under a line to mark a part of it: `^~~~` behind blanks.

    Tabs stand under tabs, so that the marks are right whatever their width.

    Args:
        line: the line.
        start: the first column that is marked, from 1.
        end: the column after the last; one mark stands there where nothing else does.
    """
    blanks = "".join("\t" if each == "\t" else " " * width(each) for each in line[: start - 1])
    marks = "".join(
        "\t" if each == "\t" else "~" * width(each) for each in line[start - 1 : end - 1]
    )
    return blanks + "^" + marks[1:]


def underlined(lines: Sequence[str], place: Place) -> Iterator[tuple[str, str]]:
    """The lines of an excerpt, each with what underlines it; "" where all of it is meant.

    Args:
        lines: the excerpt of a place.
        place: the place.
    """
    for number, line in enumerate(lines, place.line):
        indent = len(line) - len(line.lstrip())
        start = place.column if number == place.line else indent + 1
        end = place.end_column if number == place.end_line else len(line) + 1
        yield line, underline(line, start, end) if place.column and end > start - 1 else ""
