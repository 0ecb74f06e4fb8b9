from __future__ import annotations

import re

import pytest

from backspasm.validation.finding import Finding, Place
from backspasm.validation.formats.github import MOST, write
from backspasm.validation.naming import saying, tidy
from backspasm.validation.report import Report
from reported import NASTY, REPORTS

COMMAND = re.compile(r"::(\w+) ?([^:]*)::(.*)")


def parsed(line: str) -> tuple[str, dict[str, str], str]:
    """A command as the runner reads it: split at `::` and commas, then unescaped."""
    match = COMMAND.fullmatch(line)
    assert match, line
    kind, properties, message = match.groups()
    pairs = dict(one.split("=", 1) for one in properties.split(",") if one)
    return kind, {key: _unescaped(value) for key, value in pairs.items()}, _unescaped(message)


def _unescaped(text: str) -> str:
    for code, mark in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, mark)
    return text


def _one(**parts: object) -> tuple[str, dict[str, str], str]:
    finding = Finding(**{"severity": "warning", "rule": "r", "message": "m", **parts})  # type: ignore[arg-type]
    return parsed(write(Report((finding,))).splitlines()[0])


@pytest.mark.parametrize("text", [text for text in NASTY if text and len(text) < 2000])
def test_what_the_runner_reads_is_what_was_meant(text: str) -> None:
    kind, properties, message = _one(message=text, rule=text, place=Place("a,b:c%.ttl", 1, 2, 1, 4))
    assert (kind, message) == ("warning", saying(Finding("", "", text)))
    assert properties == {
        "file": "a,b:c%.ttl",
        "line": "1",
        "col": "2",
        "endLine": "1",
        "endColumn": "4",
        "title": tidy(text),
    }


def test_a_very_long_message_is_cut() -> None:
    message = _one(message="x" * 9000)[2]
    assert len(message) == 2000
    assert message.endswith("x…")


@pytest.mark.parametrize(
    ("place", "where"),
    [
        (None, {}),
        (Place("./a.ttl"), {"file": "a.ttl"}),
        (Place("a.ttl", 3), {"file": "a.ttl", "line": "3"}),
        (Place("a.ttl", 3, 4, 6, 2), {"file": "a.ttl", "line": "3", "endLine": "6"}),
    ],
)
def test_columns_stand_in_one_line_only(place: Place | None, where: dict[str, str]) -> None:
    assert _one(place=place)[1] == {**where, "title": "r"}


@pytest.mark.parametrize(
    ("severity", "kind", "title"),
    [
        ("violation", "error", "r"),
        ("warning", "warning", "r"),
        ("info", "notice", "r"),
        ("http://example.org/bad", "error", "r (<http://example.org/bad>)"),
    ],
)
def test_kinds(severity: str, kind: str, title: str) -> None:
    found = _one(severity=severity)
    assert (found[0], found[1]["title"]) == (kind, title)


@pytest.mark.parametrize("name", REPORTS)
def test_no_line_is_a_command_by_accident(name: str) -> None:
    report = REPORTS[name]
    lines = write(report).splitlines()
    commands = [line for line in lines if line.startswith("::")]
    kinds = [parsed(line)[0] for line in commands]
    assert all(kinds.count(kind) <= MOST for kind in kinds)
    hidden = len(report.findings) + len(report.unchecked) - len(commands)
    assert len(lines) == len(commands) + 1 + bool(hidden)
    if hidden:
        assert lines[-2] == f"and {hidden} more findings, see --format json"
    assert not re.search("[\x00-\x09\x0b-\x1f\ud800-\udfff]", "\n".join(lines))


def test_what_could_not_be_checked_comes_first() -> None:
    first = write(REPORTS["unchecked"]).splitlines()[0]
    assert parsed(first)[1]["title"] == "syntax"
