"""The lines of a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backspasm.positions.text import Text

if TYPE_CHECKING:
    from backspasm.positions.place import Place

__all__ = ["MOST_CHARACTERS", "MOST_LINES", "excerpt", "excerpt_of"]

MOST_LINES = 5
"""How many lines an excerpt has at most."""

MOST_CHARACTERS = 240
"""How many characters of a line it has at most."""


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
