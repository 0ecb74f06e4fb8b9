"""The text of a file: its characters, and in which line and column each stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from backspasm.validation.finding import Place

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["LINE_END", "MARK", "Text"]

LINE_END = r"\r\n|\n|\r"
"""What ends a line, for a regular expression; as oxttl and XML count lines."""

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
        return [0, *(match.end() for match in re.finditer(LINE_END, self.characters))]

    @cached_property
    def _byte_starts(self) -> Sequence[int]:
        ends = [*self.starts[1:], len(self.characters)]
        lines = (self.characters[start:end] for start, end in zip(self.starts, ends, strict=True))
        sizes = (len(line.encode("utf-8", "surrogateescape")) for line in lines)
        return list(accumulate(sizes, initial=self._skipped))

    def offset(self, byte: int) -> int:
        """The character that a byte of the file belongs to."""
        line = bisect_right(self._byte_starts, byte) - 1
        if line >= len(self.starts):
            return len(self.characters)
        low, high = self.starts[line], self.starts[line] + byte - self._byte_starts[line]
        head = self.characters[low:high].encode("utf-8", "surrogateescape")
        return low + len(head[: byte - self._byte_starts[line]].decode("utf-8", "ignore"))

    def place(self, start: int, end: int, nearness: str = "exact") -> Place:
        """The place of a span of characters.

        Args:
            start: the first character, from 0.
            end: the character after the last one.
            nearness: see `backspasm.validation.finding.NEARNESS`.
        """
        line, column = self.position(start)
        return Place(self.name, line, column, *self.position(end), nearness)

    def position(self, offset: int) -> tuple[int, int]:
        """The line and the column of a character, both from 1."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def line(self, number: int) -> str:
        """A line, from 1, without its end; "" where there is none."""
        if not 0 < number <= len(self.starts):
            return ""
        after = self.starts[number] if number < len(self.starts) else len(self.characters)
        return self.characters[self.starts[number - 1] : after].rstrip("\r\n")
