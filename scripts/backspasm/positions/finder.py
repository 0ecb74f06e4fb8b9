"""Where the triples of a file stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backspasm.positions.file import BY_LINE, ending_of
from backspasm.positions.place import Place
from backspasm.positions.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from backspasm.positions.file import File
    from backspasm.positions.spans import Part, Span, Spans

__all__ = ["Positions"]

_WALKED = frozenset([".ttl", ".trig"])
_XML = frozenset([".rdf", ".owl"])


class Positions:
    """Where the triples of one file stand. The file is read again with the first question.

    Args:
        file: the file.
    """

    def __init__(self, file: File) -> None:
        self.text = Text(file.name, file.content)
        self._file = file
        self._find: Callable[[int], Spans | None] | None = None

    def spans(self, index: int) -> Spans | None:
        """Where the parts of a triple stand, in characters.

        Args:
            index: the number of the triple among those of the file, from 0.

        Returns:
            None where only the file is known.
        """
        if self._find is None:
            self._find = self._finder()
        return self._find(index)

    def place(self, index: int, part: Part) -> Place:
        """The place of a part of a triple; of nearness "file" where only that is known."""
        spans = self.spans(index)
        if spans is None:
            return Place(self._file.name)
        span: Span = getattr(spans, part)
        return self.text.place(*span, spans.nearness)

    def _finder(self) -> Callable[[int], Spans | None]:
        file = self._file
        ending, characters = ending_of(file), self.text.characters
        if ending in _WALKED:
            from backspasm.positions.turtle import Walk

            return Walk(characters, file.triples, file.base).spans
        if ending in BY_LINE:
            from backspasm.positions.lines import LineWalk

            return LineWalk(characters, file).spans
        if ending in _XML:
            from backspasm.positions.rdf_xml import ElementWalk

            return ElementWalk(self.text, file.content, file.triples).spans
        if ending == ".jsonld":
            from backspasm.positions.json_ld import JsonFinder

            return JsonFinder(self.text, file.triples, file.base).spans
        return _nowhere


def _nowhere(_index: int) -> None:
    return None
