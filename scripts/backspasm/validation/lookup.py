"""Which rows have a node: for few questions about many rows."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from backspasm.validation.rows import Row

__all__ = ["Lookup"]


class Lookup:
    """The numbers of rows by one of their parts, counted over several lists of rows.

    Each number leads to the next of the same part, which takes less time and room than a
    list for each part.

    Args:
        parts: the lists of rows.
        column: which part: 0 for the subjects, 2 for the objects.
    """

    def __init__(self, parts: Sequence[Sequence[Row]], column: Literal[0, 2]) -> None:
        number = sum(map(len, parts))
        first: dict[str, int] = {}
        following = array("q", bytes(8 * number))
        for part in reversed(parts):
            for row in reversed(part):
                number -= 1
                key = row[column]
                following[number] = first.get(key, -1)
                first[key] = number
        self._first, self._following = first, following

    def numbers(self, key: str) -> Iterator[int]:
        """The numbers of the rows that have a part, from the least on."""
        number = self._first.get(key, -1)
        while number >= 0:
            yield number
            number = self._following[number]
