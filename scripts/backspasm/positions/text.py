"""The text of a file: its characters, and in which line and column each stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from backspasm.positions.place import Place

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["LINE_END", "MARK", "Text"]

LINE_END = r"\r\n|\n|\r"
"""What ends a line, for a regular expression; as oxttl and XML count lines."""

_STRETCH = 1024

_LEAD = 3
"""At most one part in so many of what is kept of a line stands before the column."""

MARK = b"\xef\xbb\xbf"
"""The byte order mark of UTF-8. It is no character of the text."""


class Text:
    """The text of a file.

    Bytes that are no UTF-8 count as one character each, as some formats allow them in comments.

    Args:
        name: the file.
        content: the whole of it.

    Attributes:
        name: the file.
    """

    def __init__(self, name: str, content: bytes) -> None:
        self.name = name
        self._content = content
        self._skipped = len(MARK) if content.startswith(MARK) else 0

    @cached_property
    def characters(self) -> str:
        """The text, without a byte order mark."""
        return self._content.removeprefix(MARK).decode("utf-8", "surrogateescape")

    @cached_property
    def starts(self) -> Sequence[int]:
        """Where each line starts."""
        if "\r" in self.characters:
            return [0, *(match.end() for match in re.finditer(LINE_END, self.characters))]
        starts, find = [0], self.characters.find
        while start := find("\n", starts[-1]) + 1:
            starts.append(start)
        return starts

    @cached_property
    def _byte_starts(self) -> Sequence[int]:
        """The first byte of each stretch of `_STRETCH` characters, and the end."""
        stretches = (self._stretch(low) for low in range(0, len(self.characters), _STRETCH))
        return list(accumulate(map(len, stretches), initial=self._skipped))

    def _stretch(self, low: int) -> bytes:
        return self.characters[low : low + _STRETCH].encode("utf-8", "surrogateescape")

    def offset(self, byte: int) -> int:
        """The character that a byte of the file belongs to."""
        number = bisect_right(self._byte_starts, byte) - 1
        low = max(number, 0) * _STRETCH
        if low >= len(self.characters):
            return len(self.characters)
        head = self._stretch(low)[: max(0, byte - self._byte_starts[max(number, 0)])]
        return low + len(head.decode("utf-8", "ignore"))

    def place(self, start: int, end: int, nearness: str = "exact") -> Place:
        """The place of a span of characters.

        Args:
            start: the first character, from 0.
            end: the character after the last one.
            nearness: see `backspasm.positions.place.NEARNESS`.
        """
        line, column = self.position(start)
        return Place(self.name, line, column, *self.position(end), nearness)

    def position(self, offset: int) -> tuple[int, int]:
        """The line and the column of a character, both from 1."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def line(self, number: int) -> str:
        """A line, from 1, without its end; "" where there is none."""
        start, end = self._bounds(number)
        return self.characters[start:end]

    def part(self, number: int, column: int, most: int) -> tuple[str, int]:
        """A line, or of a long one what stands around a column.

        Args:
            number: the line, from 1.
            column: a column in it, from 1.
            most: how many characters there may be; … stands for the first or the last of
                them where more was cut.

        Returns:
            The part, and the column of its first character.
        """
        start, end = self._bounds(number)
        if end - start <= most:
            return self.characters[start:end], 1
        low = max(start, min(start + column - 1 - most // _LEAD, end - most))
        head = "…" if low > start else self.characters[low]
        tail = "…" if low + most < end else self.characters[low + most - 1]
        return head + self.characters[low + 1 : low + most - 1] + tail, low - start + 1

    def _bounds(self, number: int) -> tuple[int, int]:
        """The first character of a line, and the one after its last."""
        if not 0 < number <= len(self.starts):
            return 0, 0
        start = self.starts[number - 1]
        end = self.starts[number] if number < len(self.starts) else len(self.characters)
        while end > start and self.characters[end - 1] in "\r\n":
            end -= 1
        return start, end
