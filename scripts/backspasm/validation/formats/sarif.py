"""A report as SARIF 2.1.0 (OASIS), for code scanning and for editors.

A viewer needs a file to show a result at, and GitHub refuses a whole log for the sake of
one result without. So a finding that no file is at fault for names its node as a logical
location, and the first file that was checked as the place where to show it.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from backspasm import __version__
from backspasm.namespaces import BASE
from backspasm.validation.fingerprints import fingerprint
from backspasm.validation.naming import by_rule, cut, saying, sound, term, tidy
from backspasm.validation.uris import file_uri

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from backspasm.validation.finding import Finding, Place
    from backspasm.validation.report import Report

__all__ = ["LEVELS", "write"]

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = ("error", "warning", "note")
"""The levels of SARIF (section 3.27.10) for violation, warning and info."""

_ROOT = "%SRCROOT%"
_PROBLEMS = ("error", "warning", "recommendation")
_RULE_LENGTH = 255
_PLACES = 99
_ADVICE = "What is wrong, and what to do about it, stands in the message of each result."


def write(report: Report) -> str:
    """The report as a SARIF log with one run."""
    groups = by_rule(report.findings)
    rules = list(dict.fromkeys(group[0].rule for group in groups))
    numbers = {rule: number for number, rule in enumerate(rules)}
    nowhere = next(iter((*report.files, *report.shapes)), "")
    results = [_result(one, numbers, nowhere) for group in groups for one in group]
    run = {
        "tool": {"driver": _driver(report, groups, rules)},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {
            _ROOT: {"description": {"text": "The folder in which backspasm was called."}}
        },
        "invocations": [_invocation(report)],
        "results": results,
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return sound(json.dumps(log, ensure_ascii=False, indent=2)) + "\n"


def _driver(
    report: Report, groups: Sequence[Sequence[Finding]], rules: Sequence[str]
) -> dict[str, Any]:
    driver: dict[str, Any] = {
        "name": "backspasm",
        "semanticVersion": __version__,
        "informationUri": BASE,
        "rules": [_rule([one for g in groups for one in g if g[0].rule == rule]) for rule in rules],
    }
    if report.unchecked:
        names = _names(report.unchecked)
        driver["notifications"] = [
            _rule([one for one in report.unchecked if one.rule == name]) for name in names
        ]
    return driver


def _names(unchecked: Iterable[Finding]) -> list[str]:
    return sorted({one.rule for one in unchecked})


def _rule(found: Sequence[Finding]) -> dict[str, Any]:
    """A rule, told from its findings, the gravest first."""
    first = found[0]
    remedies = list(dict.fromkeys(tidy(one.remedy) for one in found if one.remedy))
    return {
        "id": cut(first.rule, _RULE_LENGTH),
        "shortDescription": {"text": _described(first.rule)},
        "fullDescription": {"text": " ".join(remedies[:1]) or _ADVICE},
        "help": {"text": "\n".join(remedies[:5]) or _ADVICE},
        "defaultConfiguration": {"level": LEVELS[first.rank]},
        "properties": {"problem.severity": _PROBLEMS[first.rank], "tags": ["RDF", "SHACL"]},
    }


def _described(rule: str) -> str:
    shape, slash, parameter = rule.rpartition("/")
    if slash and shape:
        return f"What {shape} says by sh:{parameter} must hold."
    words = rule.replace("-", " ")
    return f"{words[:1].upper()}{words[1:]}."


def _result(one: Finding, numbers: dict[str, int], nowhere: str) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": cut(one.rule, _RULE_LENGTH),
        "ruleIndex": numbers[one.rule],
        "level": LEVELS[one.rank],
        "message": {"text": saying(one) or one.rule},
        "locations": [_location(one, nowhere)],
        "partialFingerprints": {"backspasmFinding/v1": fingerprint(one)},
    }
    if one.related:
        result["relatedLocations"] = [
            {"id": number, "physicalLocation": _physical(place), "message": {"text": tidy(what)}}
            for number, (place, what) in enumerate(one.related[:_PLACES], 1)
        ]
    result["properties"] = _properties(one)
    return result


def _properties(one: Finding) -> dict[str, Any]:
    names = ("severity", "focus", "path", "value", "shape", "component", "constraint")
    found = {name: getattr(one, name) for name in names if getattr(one, name)}
    return {**found, "nearness": one.place.nearness if one.place else "none"}


def _location(one: Finding, nowhere: str) -> dict[str, Any]:
    if one.place:
        return {"physicalLocation": _physical(one.place, one)}
    location: dict[str, Any] = {}
    if nowhere:
        location["physicalLocation"] = {"artifactLocation": _artifact(nowhere)}
    name = one.focus or one.shape or one.rule
    node = {"name": term(name), "fullyQualifiedName": name, "kind": "resource"}
    return {**location, "logicalLocations": [node]}


def _physical(place: Place, one: Finding | None = None) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": _artifact(place.file)}
    if place.line:
        region: dict[str, Any] = _region(place)
        physical["region"] = region
        lines = (place.end_line or place.line) - place.line + 1
        if one is not None and len(one.excerpt) == lines:
            region["snippet"] = {"text": _part(place, one)}
    return physical


def _artifact(name: str) -> dict[str, str]:
    uri = file_uri(name)
    return {"uri": uri} if uri.startswith("file:") else {"uri": uri, "uriBaseId": _ROOT}


def _region(place: Place) -> dict[str, Any]:
    region = {"startLine": place.line, "startColumn": place.column}
    region |= {"endLine": max(place.end_line, place.line), "endColumn": place.end_column}
    if not place.column:
        region["endColumn"] = 0
    return {key: number for key, number in region.items() if number}


def _part(place: Place, one: Finding) -> str:
    """What of the excerpt stands in the region (section 3.30.13)."""
    lines = list(one.excerpt)
    if not place.column:
        return "\n".join(lines)
    if place.end_column:
        first = one.excerpt_column if len(lines) == 1 else 1
        lines[-1] = lines[-1][: max(0, place.end_column - first)]
    lines[0] = lines[0][max(0, place.column - one.excerpt_column) :]
    return "\n".join(lines)


def _invocation(report: Report) -> dict[str, Any]:
    invocation: dict[str, Any] = {
        "executionSuccessful": not report.unchecked,
        "exitCode": report.status,
    }
    if report.unchecked:
        invocation["toolExecutionNotifications"] = list(_notifications(report.unchecked))
    return invocation


def _notifications(unchecked: Iterable[Finding]) -> Iterable[dict[str, Any]]:
    names = _names(unchecked)
    for group in by_rule(unchecked):
        for one in group:
            notification: dict[str, Any] = {
                "descriptor": {"id": one.rule, "index": names.index(one.rule)},
                "level": "error",
                "message": {"text": saying(one) or one.rule},
            }
            if one.place:
                notification["locations"] = [{"physicalLocation": _physical(one.place, one)}]
            yield notification
