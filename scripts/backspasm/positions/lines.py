"""Where the triples of N-Triples and N-Quads stand: each on a line of its own."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from backspasm.positions.spans import Spans
from backspasm.positions.turtle import Walk

if TYPE_CHECKING:
    from backspasm.positions.file import File
    from backspasm.positions.spans import Span

__all__ = ["LineWalk"]

_LONE = re.compile(r"\r(?!\n)")
_STATEMENT = re.compile(r"^[ \t]*[^\s#]", re.MULTILINE)


class LineWalk:
    """Reads the line of a triple alone; the whole text only where line and triple do not agree.

    Args:
        text: N-Triples or N-Quads.
        file: the file, with its triples.
    """

    def __init__(self, text: str, file: File) -> None:
        self._text, self._file = text, file

    def spans(self, index: int) -> Spans | None:
        """Where the parts of a triple stand; None where that is not known."""
        if index < len(self._starts) and not self._is_odd:
            start = self._starts[index]
            end = self._text.find("\n", start)
            line = self._text[start : end if end > 0 else None]
            triples = self._file.triples[index : index + 1]
            found = Walk(line, triples, self._file.base).spans(0)
            if found is not None:
                subject, predicate, value = (_moved(span, start) for span in found[:3])
                return Spans(subject, predicate, value)
        return self._whole.spans(index)

    @cached_property
    def _starts(self) -> list[int]:
        """Where lines start that are neither empty nor a comment."""
        return [found.start() for found in _STATEMENT.finditer(self._text)]

    @cached_property
    def _is_odd(self) -> bool:
        """Whether a lone carriage return may end a line."""
        return "\r" in self._text and _LONE.search(self._text) is not None

    @cached_property
    def _whole(self) -> Walk:
        return Walk(self._text, self._file.triples, self._file.base)


def _moved(span: Span, by: int) -> Span:
    return span[0] + by, span[1] + by
