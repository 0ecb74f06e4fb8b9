"""A place in a file."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["NEARNESS", "Place"]

NEARNESS = ("exact", "line", "node", "file")
"""How near a place is: the very words, their line, the node's own statement, or its file."""


@dataclass(frozen=True, order=True)
class Place:
    """A part of a file.

    Attributes:
        file: its name, as the user gave it.
        line: the first line, from 1; 0 where only the file is known.
        column: the first character in it, from 1, counted in Unicode code points; 0
            where only the line is known.
        end_line: the last line.
        end_column: the character after the last one (like SARIF 2.1.0, section 3.30.8).
        nearness: one of `NEARNESS`.
    """

    file: str
    line: int = 0
    column: int = 0
    end_line: int = 0
    end_column: int = 0
    nearness: str = "file"

    def __str__(self) -> str:
        """The place as compilers write it: FILE:LINE:COLUMN."""
        parts = [self.file, *(str(part) for part in (self.line, self.column) if part)]
        return ":".join(parts)
