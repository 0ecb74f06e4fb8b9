"""A report as JUnit XML, which build servers show as tests.

A file is a test suite, and a rule that found something in it is a test case. It fails
where a finding counts; what does not count is told in the output of the suite. There is
no clock here, so each suite has the time 1970-01-01, which the format asks for.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from backspasm.validation.finding import at_least
from backspasm.validation.naming import by_rule, counted, cut, saying, severity, sound
from backspasm.validation.uris import slashed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from backspasm.validation.finding import Finding
    from backspasm.validation.report import Report

__all__ = ["write"]

NOWHERE = "no file"
"""The name of the suite of findings that no file is at fault for."""

_NOT_XML = re.compile("[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LINES = 3
_WIDTH = 500


def write(report: Report) -> str:
    """The report as XML 1.0; characters that XML cannot hold are U+FFFD."""
    suites = [
        _suite(report, number, name, parts)
        for number, (name, parts) in enumerate(_by_file(report).items())
    ]
    root = Element("testsuites")
    root.extend(suites)
    indent(root)
    text = tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


Parts = tuple[list["Finding"], list["Finding"]]


def _by_file(report: Report) -> dict[str, Parts]:
    """What was found in each file, and what could not be checked in it."""
    files: dict[str, Parts] = {slashed(f): ([], []) for f in (*report.files, *report.shapes)}
    for part, findings in enumerate((report.findings, report.unchecked)):
        for one in findings:
            name = slashed(one.place.file) if one.place else NOWHERE
            files.setdefault(name, ([], []))[part].append(one)
    return files


def _suite(report: Report, number: int, name: str, parts: Parts) -> Element:
    found, unchecked = parts
    suite = Element("testsuite")
    properties = SubElement(suite, "properties")
    SubElement(properties, "property", {"name": "engine", "value": _sound(report.engine)})
    counts = {"failure": 0, "error": 0}
    small: list[str] = []
    for kind, groups in (("error", by_rule(unchecked)), ("failure", by_rule(found))):
        for group in groups:
            case = _case(suite, name, group[0].rule)
            if kind == "error" or at_least(group, report.fail_on):
                counts[kind] += 1
                _fault(case, kind, group)
            else:
                small += [_told(one) for one in group]
    if not found and not unchecked:
        _case(suite, name, "conforms")
    SubElement(suite, "system-out").text = _sound("\n".join(small))
    SubElement(suite, "system-err")
    suite.attrib |= {
        "name": _sound(name),
        "package": "backspasm",
        "id": str(number),
        "timestamp": "1970-01-01T00:00:00",
        "hostname": "localhost",
        "time": "0",
        "tests": str(len(suite.findall("testcase"))),
        "failures": str(counts["failure"]),
        "errors": str(counts["error"]),
    }
    return suite


def _case(suite: Element, name: str, rule: str) -> Element:
    attributes = {"name": _sound(rule), "classname": _sound(name), "time": "0"}
    return SubElement(suite, "testcase", attributes)


def _fault(case: Element, kind: str, group: Sequence[Finding]) -> None:
    first = group[0]
    more = f" (and {counted(len(group) - 1, 'more finding')})" if len(group) > 1 else ""
    message = cut(saying(first), _WIDTH) + more
    fault = SubElement(case, kind, {"message": _sound(message), "type": _sound(first.severity)})
    fault.text = _sound("\n".join(map(_told, group)))


def _told(one: Finding) -> str:
    place = f"{one.place}: " if one.place else ""
    excerpt: Iterable[str] = one.excerpt[:_LINES]
    return "\n".join(
        [
            f"{place}{severity(one)}: {saying(one)}",
            *(f"    {cut(line, _WIDTH)}" for line in excerpt),
        ]
    )


def _sound(text: str) -> str:
    return _NOT_XML.sub("\ufffd", sound(text).replace("\r", "\n"))
