"""A report as Markdown, for a comment on a pull request."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from backspasm.tables import escaped
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

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from backspasm.validation.finding import Finding
    from backspasm.validation.report import Report

__all__ = ["MOST", "write"]

MOST = 65_536
"""How many characters a comment on GitHub may have."""

SHOWN = 5
"""How many examples of a rule are shown."""

_LINES = 3
_WIDTH = 160
_RULES = 100
_BREAK = "\u200b"
_LINKED = re.compile(r"(?<=[@#/])(?=\w)|(?<=:)(?=//)|(?<=www)(?=\.)|(?<=-)(?=\d)", re.IGNORECASE)
_COMMIT = re.compile(r"\b[0-9a-f]{7,}\b", re.IGNORECASE)


def write(report: Report) -> str:
    """The report as GitHub Flavored Markdown in which nothing of the data is markup.

    Nobody is mentioned by it and nothing is linked. Of a report of more than `MOST`
    characters the last rules are left out, with a note.
    """
    parts = [_head(report)]
    if report.unchecked:
        parts.append("\n".join(_unchecked(sort(report.unchecked))))
    groups = by_rule(report.findings)
    if groups:
        parts.append("\n".join(_table(groups)))
    parts += ["\n".join(_details(group)) for group in groups]
    return _within(parts)


def _within(parts: Sequence[str]) -> str:
    """As many of the parts as a comment may hold."""
    note = "\n\n*The rest does not fit into a comment: see `--format json`.*"
    room = MOST - _size(note) - 1
    kept: list[str] = []
    for part in parts:
        room -= _size(part) + 2
        if room < 0:
            kept[-1] += note
            break
        kept.append(part)
    return "\n\n".join(kept) + "\n"


def _size(text: str) -> int:
    """The length in UTF-16, by which nobody counts less than GitHub does."""
    return len(text.encode("utf-16-le")) // 2


def _head(report: Report) -> str:
    sign = {0: "✅", 1: "❌", 2: "⚠️"}[report.status]
    return (
        f"{sign} **backspasm validate: {verdict(report)}**\n\nChecked: {_prose(checked(report))}."
    )


def _table(groups: Sequence[Sequence[Finding]]) -> Iterator[str]:
    yield "| severity | rule | findings |"
    yield "| --- | --- | ---: |"
    for group in groups[:_RULES]:
        kind = _prose(cut(severity(group[0]), _WIDTH))
        yield f"| {kind} | {_code(group[0].rule, cell=True)} | {len(group):,} |"
    if len(groups) > _RULES:
        rest = sum(map(len, groups[_RULES:]))
        yield f"| | and {len(groups) - _RULES:,} more rules | {rest:,} |"


def _details(group: Sequence[Finding]) -> Iterator[str]:
    first = group[0]
    rule = html.escape(cut(tidy(first.rule), _WIDTH))
    kind = html.escape(cut(severity(first), _WIDTH))
    yield "<details>"
    yield f"<summary>{kind}: <code>{rule}</code>, {counted(len(group), 'finding')}</summary>"
    yield ""
    shared = len({one.remedy for one in group}) == 1
    if shared and first.remedy and first.remedy != first.message:
        yield from (_prose(cut(first.remedy, 4 * _WIDTH)), "")
    for one in group[:SHOWN]:
        yield from _example(one, remedy=not shared)
    if len(group) > SHOWN:
        yield f"- and {len(group) - SHOWN:,} more, see `--format json`"
    yield from ("", "</details>")


def _unchecked(found: Sequence[Finding]) -> Iterator[str]:
    yield from ("**Could not be checked:**", "")
    for one in found[:_RULES]:
        yield from _example(one, remedy=True)
    if len(found) > _RULES:
        yield f"- and {len(found) - _RULES:,} more, see `--format json`"


def _example(one: Finding, *, remedy: bool) -> Iterator[str]:
    named = [str(one.place)] if one.place else []
    named += [term(one.focus)] if one.focus else []
    message = _prose(cut(one.message, 4 * _WIDTH))
    yield f"- {': '.join([*map(_code, named), message])}"
    if remedy and one.remedy and one.remedy != one.message:
        yield f"  {_prose(cut(one.remedy, 4 * _WIDTH))}"
    if one.excerpt:
        yield from _block([cut(_tidy_line(line), _WIDTH) for line in one.excerpt[:_LINES]])


def _tidy_line(line: str) -> str:
    return tidy(line.expandtabs(4))


def _block(lines: Sequence[str]) -> Iterator[str]:
    """Lines as code, in a list item, behind a fence that is longer than any in them."""
    fence = "`" * max(3, _longest("\n".join(lines)) + 1)
    yield from ("", f"  {fence}", *(f"  {line}".rstrip() for line in lines), f"  {fence}")


def _longest(text: str) -> int:
    """The length of the longest row of backticks."""
    return max(map(len, re.findall("`+", text)), default=0)


def _code(text: str, *, cell: bool = False) -> str:
    """A code span (GFM, section 6.3); in a cell, its pipes are escaped (section 4.10)."""
    line = cut(" ".join(tidy(text).split()), _WIDTH) or " "
    marks = "`" * (_longest(line) + 1)
    pad = " " if line[0] == "`" or line[-1] == "`" else ""
    span = f"{marks}{pad}{line}{pad}{marks}"
    return span.replace("|", "\\|") if cell else span


def _prose(text: str) -> str:
    """Running text without markup, mentions, references or links."""
    apart = _COMMIT.sub(_halved, _LINKED.sub(_BREAK, tidy(text)))
    line = escaped(apart).replace("~", "\\~")
    return line.replace("$", "&#36;").replace(_BREAK, "&#8203;")


def _halved(match: re.Match[str]) -> str:
    """What might be the name of a commit, in parts that are too short for one."""
    return _BREAK.join(re.findall(".{1,6}", match[0]))
