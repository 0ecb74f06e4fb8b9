"""A report for people at a terminal: findings by rule, with what stands in the files."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

from backspasm.tables import wrap
from backspasm.validation.finding import sort
from backspasm.validation.naming import (
    by_rule,
    checked,
    counted,
    cut,
    severity,
    term,
    tidy,
    verdict,
)
from backspasm.validation.underlining import underline

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import TextIO

    from backspasm.validation.finding import Finding, Place
    from backspasm.validation.report import Report

__all__ = ["SHOWN", "coloured", "write"]

SHOWN = 5
"""How many examples of a rule are shown."""

_LINES = 3
"""How many lines of a place, and how many related places, are shown."""

_LONGEST = 400
"""How many characters of a message are shown; those of others may quote whole literals."""

_COLOURS = ("1;31", "1;33", "1;36")
"""Red, yellow and cyan, bold (ECMA-48, section 8.3.117), by severity."""

_BOLD = "1"
_NARROWEST = 30


def coloured(stream: TextIO | None) -> bool:
    """Whether to write to a stream in colour: it is a terminal, and NO_COLOR is not set."""
    refused = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return stream is not None and not refused and stream.isatty()


def write(report: Report, *, colour: bool = False, width: int = 80) -> str:
    """The report as text. What could not be checked comes last.

    Args:
        report: what was found.
        colour: whether to colour it: see `coloured`.
        width: the columns of the terminal. Lines are kept to it as far as the longest
            word allows; lines of files are cut.
    """
    writer = _Writer(max(width, _NARROWEST), colour=colour)
    lines: list[str] = []
    for group in by_rule(report.findings):
        lines += [*writer.group(group), ""]
    lines += writer.wrapped(f"{verdict(report)}. Checked: {checked(report)}.", "", _BOLD)
    if report.unchecked:
        lines += ["", *writer.unchecked(sort(report.unchecked))]
    return "\n".join(lines) + "\n"


class _Writer:
    """Puts findings into lines of a width."""

    def __init__(self, width: int, *, colour: bool) -> None:
        self.width = width
        self.colour = colour

    def painted(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour and code and text else text

    def wrapped(self, text: str, margin: str, code: str = "") -> list[str]:
        lines = wrap(tidy(cut(text, _LONGEST)), self.width - len(margin))
        return [margin + self.painted(line, code) for line in lines]

    def group(self, found: Sequence[Finding]) -> Iterator[str]:
        """The findings of one rule: what it is, how often, what to do, and examples."""
        first = found[0]
        title = f"{severity(first)}: {first.rule}, {counted(len(found), 'finding')}"
        yield from self.wrapped(title, "", _COLOURS[first.rank])
        shared = len({one.remedy for one in found}) == 1
        if shared and first.remedy and any(one.message != first.remedy for one in found):
            yield from self.wrapped(first.remedy, "  ")
        for one in found[:SHOWN]:
            yield from ("", *self.example(one, remedy=not shared))
        if len(found) > SHOWN:
            yield from ("", f"  and {len(found) - SHOWN:,} more, see --format json")

    def unchecked(self, found: Sequence[Finding]) -> Iterator[str]:
        yield self.painted("Could not be checked:", _COLOURS[0])
        for one in found:
            yield from ("", *self.example(one, remedy=True))

    def example(self, one: Finding, *, remedy: bool) -> Iterator[str]:
        if one.place:
            yield f"  {self.painted(tidy(str(one.place)), _BOLD)}"
        focus = f"{term(one.focus)}: " if one.focus else ""
        yield from self.wrapped(focus + one.message, "    ")
        if remedy and one.remedy and one.remedy != one.message:
            yield from self.wrapped(one.remedy, "    ")
        if one.place and one.place.line and one.excerpt:
            yield from self.excerpt(one, one.place, _COLOURS[one.rank])
        elif one.path or one.value:
            at = [term(part) for part in (one.path, one.value) if part]
            yield from self.wrapped(f"at {' '.join(at)}", "    ")
        for place, what in one.related[:_LINES]:
            yield from self.wrapped(f"see {place}: {what}", "    ")
        if len(one.related) > _LINES:
            yield f"    and {counted(len(one.related) - _LINES, 'more place')}"

    def excerpt(self, one: Finding, place: Place, code: str) -> Iterator[str]:
        """The first lines of a place with their numbers, the place underlined."""
        lines = one.excerpt
        shown = lines[:_LINES]
        digits = len(str(place.line + len(shown) - 1))
        room = self.width - digits - 7
        for index, line in enumerate(shown):
            number = place.line + index
            start, end = _span(_within(one, place), number, line)
            part = underline(line, start, end, room)
            yield f"    {number:>{digits}} | {part.line}".rstrip()
            if place.column and (line.strip() or index == 0):
                yield f"    {' ' * digits} | {self.underlined(part.marks, code)}"
        if len(lines) > _LINES:
            yield f"    {' ' * digits} | … to line {place.line + len(lines) - 1}"

    def underlined(self, marks: str, code: str) -> str:
        bare = marks.lstrip()
        return " " * (len(marks) - len(bare)) + self.painted(bare, code)


def _within(one: Finding, place: Place) -> Place:
    """The place with its columns counted from the first character of the excerpt."""
    left = one.excerpt_column - 1
    if not left:
        return place
    end = place.end_column - (left if place.end_line <= place.line else 0)
    return replace(place, column=place.column - left, end_column=max(end, 0))


def _span(place: Place, number: int, line: str) -> tuple[int, int]:
    """The part of a line that belongs to a place: its first character, and the one behind it."""
    indent = len(line) - len(line.lstrip()) + 1
    start = place.column if number == place.line else indent
    ends = place.end_column and number == (place.end_line or place.line)
    return max(start, 1), place.end_column if ends else len(line) + 1
