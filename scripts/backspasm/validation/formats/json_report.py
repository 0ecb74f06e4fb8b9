"""A report as JSON, as `report.schema.json` beside this package describes it, and back."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

from backspasm import __version__
from backspasm.errors import FileError
from backspasm.positions.place import NEARNESS, Place
from backspasm.validation.finding import SEVERITIES, Finding
from backspasm.validation.fingerprints import fingerprint
from backspasm.validation.naming import sound
from backspasm.validation.report import Report

__all__ = ["SCHEMA_ID", "VERSION", "read", "schema", "write"]

VERSION = 1
"""The version of the format: raised when a key goes, or means something else."""

SCHEMA_ID = "https://w3id.org/backspasm/schema/report.schema.json"
"""The `$id` of the schema."""

_TEXTS = ("remedy", "focus", "path", "value", "shape", "component", "constraint")
"""The texts of a finding that it may be without."""

_REMEDY = "give a report that backspasm validate --format json wrote"


@cache
def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of the format."""
    source = files("backspasm.validation") / "report.schema.json"
    loaded: dict[str, Any] = json.loads(source.read_text("utf-8"))
    return loaded


def write(report: Report) -> str:
    """The report as one JSON document. What a finding does not have is null."""
    document = {
        "$schema": SCHEMA_ID,
        "version": VERSION,
        "tool": {"name": "backspasm", "version": __version__},
        "conforms": report.conforms,
        "status": report.status,
        "failOn": report.fail_on,
        "engine": report.engine or None,
        "files": list(report.files),
        "shapes": list(report.shapes),
        "triples": report.triples,
        "known": report.known,
        "counts": {**report.counts(), "unchecked": len(report.unchecked)},
        "findings": [_finding(one) for one in report.findings],
        "unchecked": [_finding(one) for one in report.unchecked],
    }
    return sound(json.dumps(document, ensure_ascii=False, indent=2)) + "\n"


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "severity": finding.severity,
        "rule": finding.rule,
        "message": finding.message,
        **{name: getattr(finding, name) or None for name in _TEXTS},
        "place": _place(finding.place) if finding.place else None,
        "excerpt": list(finding.excerpt),
        "excerptColumn": finding.excerpt_column,
        "related": [{"place": _place(place), "message": what} for place, what in finding.related],
        "fingerprint": fingerprint(finding),
    }


def _place(place: Place) -> dict[str, Any]:
    return {
        "file": place.file,
        "line": place.line or None,
        "column": place.column or None,
        "endLine": place.end_line or None,
        "endColumn": place.end_column or None,
        "nearness": place.nearness,
    }


def read(content: str | bytes, name: str = "report") -> Report:
    """The report that `write` wrote.

    Args:
        content: the JSON document.
        name: how to name it where it is broken.

    Raises:
        FileError: it is no JSON, no such report, or one of another version.
    """
    try:
        document = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise FileError(f"is not JSON: {error}", place=name, remedy=_REMEDY) from error
    if not isinstance(document, dict) or "findings" not in document:
        raise FileError("is not a report of a validation", place=name, remedy=_REMEDY)
    if document.get("version") != VERSION:
        problem = f"is a report of version {document.get('version')}, not {VERSION}"
        raise FileError(problem, place=name, remedy="write it anew with this backspasm")
    return _Reader(name).report(document)


class _Reader:
    """Reads the parts of a document; what has the wrong type is an error that names it."""

    def __init__(self, name: str) -> None:
        self.name = name

    def report(self, document: dict[str, Any]) -> Report:
        return Report(
            findings=tuple(map(self.finding, self.items(document, "findings"))),
            unchecked=tuple(map(self.finding, self.items(document, "unchecked"))),
            files=tuple(self.texts(document, "files")),
            shapes=tuple(self.texts(document, "shapes")),
            engine=self.text(document, "engine"),
            triples=self.number(document, "triples"),
            fail_on=self.one_of(document, "failOn", SEVERITIES),
            known=self.number(document, "known"),
        )

    def finding(self, part: Any) -> Finding:
        return Finding(
            severity=self.text(part, "severity", needed=True),
            rule=self.text(part, "rule", needed=True),
            message=self.text(part, "message"),
            place=self.place(part) if self.value(part, "place") is not None else None,
            excerpt=tuple(self.texts(part, "excerpt")),
            rivals=(),
            excerpt_column=max(1, self.number(part, "excerptColumn")),
            related=tuple(
                (self.place(one), self.text(one, "message")) for one in self.items(part, "related")
            ),
            **{name: self.text(part, name) for name in _TEXTS},
        )

    def place(self, part: Any) -> Place:
        place = self.value(part, "place")
        return Place(
            self.text(place, "file", needed=True),
            self.number(place, "line"),
            self.number(place, "column"),
            self.number(place, "endLine"),
            self.number(place, "endColumn"),
            self.one_of(place, "nearness", NEARNESS),
        )

    def value(self, part: Any, key: str) -> Any:
        if not isinstance(part, dict):
            raise self.broken(key)
        return part.get(key)

    def text(self, part: Any, key: str, *, needed: bool = False) -> str:
        found = self.value(part, key)
        if isinstance(found, str) and (found or not needed):
            return found
        if found is None and not needed:
            return ""
        raise self.broken(key)

    def one_of(self, part: Any, key: str, known: tuple[str, ...]) -> str:
        found = self.text(part, key)
        if found not in known:
            raise self.broken(key)
        return found

    def number(self, part: Any, key: str) -> int:
        found = self.value(part, key)
        if found is None:
            return 0
        if isinstance(found, bool) or not isinstance(found, int) or found < 0:
            raise self.broken(key)
        return found

    def items(self, part: Any, key: str) -> list[Any]:
        found = self.value(part, key)
        if not isinstance(found, list):
            raise self.broken(key)
        return found

    def texts(self, part: Any, key: str) -> list[str]:
        found = self.items(part, key)
        if not all(isinstance(item, str) for item in found):
            raise self.broken(key)
        return found

    def broken(self, key: str) -> FileError:
        return FileError(f"is not a report: its {key} is wrong", place=self.name, remedy=_REMEDY)
