"""A report as workflow commands, which GitHub shows as annotations beside the lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backspasm.validation.finding import SEVERITIES, sort
from backspasm.validation.naming import (
    checked,
    counted,
    cut,
    saying,
    severity,
    sound,
    tidy,
    verdict,
)
from backspasm.validation.uris import slashed

if TYPE_CHECKING:
    from backspasm.validation.finding import Finding, Place
    from backspasm.validation.report import Report

__all__ = ["MOST", "write"]

MOST = 10
"""How many annotations of a kind GitHub shows for a step."""

_LONGEST = 2000
_KINDS = ("error", "warning", "notice")


def write(report: Report) -> str:
    """The report as lines for the log of a workflow.

    What could not be checked comes first. What goes beyond `MOST` of a kind is counted in
    a line of its own, for GitHub would drop it without a word.
    """
    left = dict.fromkeys(_KINDS, MOST)
    lines: list[str] = []
    hidden = 0
    for one in (*sort(report.unchecked), *sort(report.findings)):
        kind = _KINDS[one.rank]
        if left[kind]:
            left[kind] -= 1
            lines.append(_command(kind, one))
        else:
            hidden += 1
    if hidden:
        lines.append(f"and {counted(hidden, 'more finding')}, see --format json")
    lines.append(f"{verdict(report)}. Checked: {checked(report)}.")
    return "\n".join(map(tidy, lines)) + "\n"


def _command(kind: str, one: Finding) -> str:
    properties = _where(one.place) if one.place else {}
    title = one.rule if one.severity in SEVERITIES else f"{one.rule} ({severity(one)})"
    properties["title"] = tidy(title)
    said = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{kind} {said}::{_data(cut(saying(one) or one.rule, _LONGEST))}"


def _where(place: Place) -> dict[str, str]:
    """Where it is; GitHub knows columns within one line only."""
    where = {"file": sound(slashed(place.file))}
    if not place.line:
        return where
    where["line"] = str(place.line)
    end = max(place.end_line, place.line)
    if end > place.line:
        return {**where, "endLine": str(end)}
    if place.column:
        where["col"] = str(place.column)
        where["endLine"] = str(end)
        if place.end_column:
            where["endColumn"] = str(place.end_column)
    return where


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
