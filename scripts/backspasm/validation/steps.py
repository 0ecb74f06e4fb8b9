"""The triples that a property path goes through (SPARQL 1.1, section 9.1)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

__all__ = ["Ends", "Path", "Step", "read_path", "walk"]

_TOKEN = re.compile(r"<([^>]*)>|([\^/|()*+?])|([^\s<>^/|()*+?][^\s<>|()]*)|\s+")


class Step(NamedTuple):
    """One triple on the way.

    Attributes:
        source: the number of its file.
        number: its number in the file.
        backwards: whether the way goes from its object to its subject.
    """

    source: int
    number: int
    backwards: bool


class Path(NamedTuple):
    """A property path.

    Attributes:
        kind: "iri", "^", "/", "|", "*", "+" or "?".
        iri: the property of an "iri".
        parts: what the others are made of.
    """

    kind: str
    iri: str = ""
    parts: tuple[Path, ...] = ()


Ends = dict[str, list[Step]]
"""The nodes that are reached, each with the last steps to it."""


def read_path(text: str) -> Path:
    """Read a path as SPARQL writes it, with full IRIs in brackets or one bare IRI.

    Args:
        text: the path.

    Raises:
        ValueError: it is no such path.
    """
    if text and not re.search(r"[<>^|()\s]", text):
        return Path("iri", text)
    words = [
        (match[1], match[2])
        for match in _TOKEN.finditer(text)
        if match[1] is not None or match[2] is not None
    ]
    reader = _Reader(words)
    path = reader.alternatives()
    if reader.rest or "".join(f"<{iri}>" if iri else mark for iri, mark in words) != re.sub(
        r"\s+", "", text
    ):
        raise ValueError(f"{text} is no property path")
    return path


class _Reader:
    def __init__(self, words: list[tuple[str, str]]) -> None:
        self.rest = words[::-1]

    def _take(self, marks: str) -> str:
        if self.rest and self.rest[-1][1] and self.rest[-1][1] in marks:
            return self.rest.pop()[1]
        return ""

    def _joined(self, mark: str, part: Callable[[], Path]) -> Path:
        parts = [part()]
        while self._take(mark):
            parts.append(part())
        return parts[0] if len(parts) == 1 else Path(mark, parts=tuple(parts))

    def alternatives(self) -> Path:
        return self._joined("|", self._sequence)

    def _sequence(self) -> Path:
        return self._joined("/", self._element)

    def _element(self) -> Path:
        if self._take("^"):
            return Path("^", parts=(self._element(),))
        path = self._primary()
        while mark := self._take("*+?"):
            path = Path(mark, parts=(path,))
        return path

    def _primary(self) -> Path:
        if self._take("("):
            path = self.alternatives()
            if not self._take(")"):
                raise ValueError("a bracket of the property path is not closed")
            return path
        if not self.rest or not self.rest[-1][0]:
            raise ValueError("a property is missing in the path")
        return Path("iri", self.rest.pop()[0])


def walk(
    path: Path,
    starts: Iterable[str],
    step: Callable[[str, str, bool], Iterable[tuple[str, Step]]],
    *,
    backwards: bool = False,
) -> Ends:
    """The nodes at the end of a path, each with the last steps to it.

    Args:
        path: the path.
        starts: where it begins.
        step: the nodes next to a node by a property, each with its triple.
        backwards: whether it is gone from its end.
    """
    if path.kind == "iri":
        ends: Ends = {}
        for start in starts:
            for node, taken in step(start, path.iri, backwards):
                ends.setdefault(node, []).append(taken)
        return ends
    if path.kind == "^":
        return walk(path.parts[0], starts, step, backwards=not backwards)
    if path.kind == "|":
        return _together(walk(part, starts, step, backwards=backwards) for part in path.parts)
    if path.kind == "/":
        ends = {start: [] for start in starts}
        for part in reversed(path.parts) if backwards else path.parts:
            ends = walk(part, list(ends), step, backwards=backwards)
        return ends
    return _repeated(path, list(starts), step, backwards=backwards)


def _together(several: Iterable[Ends]) -> Ends:
    ends: Ends = {}
    for each in several:
        for node, steps in each.items():
            ends.setdefault(node, []).extend(steps)
    return ends


def _repeated(
    path: Path,
    starts: list[str],
    step: Callable[[str, str, bool], Iterable[tuple[str, Step]]],
    *,
    backwards: bool,
) -> Ends:
    ends: Ends = {} if path.kind == "+" else {start: [] for start in starts}
    new = starts
    while new:
        reached = walk(path.parts[0], new, step, backwards=backwards)
        new = [node for node in reached if node not in ends] if path.kind != "?" else []
        for node, steps in reached.items():
            if not ends.get(node):
                ends[node] = steps
    return ends
