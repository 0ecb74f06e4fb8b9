from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from jsonschema import Draft202012Validator

import nodejs
from backspasm.validation.finding import Finding, Place
from backspasm.validation.formats.sarif import write
from backspasm.validation.report import Report
from reported import REPORTS

MULTITOOL = nodejs.FOLDER / "node_modules" / "@microsoft" / "sarif-multitool-linux"
ALLOWED = {"SARIF2017"}
"""What the validator warns of, and is meant: a place may be a whole file, without a region."""


@pytest.fixture(scope="module")
def multitool(node: nodejs.Node) -> Path:  # noqa: ARG001 (it installs)
    """The folder of a SARIF validator and of the official schema."""
    if not sys.platform.startswith("linux") or not (MULTITOOL / "Sarif.Multitool").exists():
        pytest.skip("the SARIF validator of tests/node is for Linux only")
    return MULTITOOL


def run_of(report: Report) -> dict[str, Any]:
    run: dict[str, Any] = json.loads(write(report))["runs"][0]
    return run


@pytest.mark.parametrize("name", REPORTS)
def test_it_is_valid_by_the_official_schema(name: str, multitool: Path) -> None:
    schema = json.loads((multitool / "sarif-2.1.0.json").read_text("utf-8-sig"))
    log = json.loads(write(REPORTS[name]))
    errors = [
        (error.json_path, error.message)
        for error in Draft202012Validator(
            schema, format_checker=Draft202012Validator.FORMAT_CHECKER
        ).iter_errors(log)
    ]
    assert not errors


def faults(node: nodejs.Node, log: str, levels: str, folder: Path) -> list[dict[str, Any]]:
    """What the validator has to say of a log."""
    written, told = folder / "log.sarif", folder / "told.sarif"
    written.write_text(log, encoding="utf-8")
    node("sarif.js", written, levels, told)
    run = json.loads(told.read_text("utf-8-sig"))["runs"][0]
    assert run["invocations"][0]["executionSuccessful"]
    found: list[dict[str, Any]] = run.get("results", [])
    return found


@pytest.mark.parametrize("name", ["empty", "many", "unchecked", "nasty"])
@pytest.mark.usefixtures("multitool")
def test_a_validator_and_the_rules_of_github_accept_it(
    name: str, node: nodejs.Node, tmp_path: Path
) -> None:
    found = faults(node, write(REPORTS[name]), "Error;Warning", tmp_path)
    assert [one for one in found if one["ruleId"] not in ALLOWED] == []


@pytest.mark.usefixtures("multitool")
def test_the_validator_finds_faults(node: nodejs.Node, tmp_path: Path) -> None:
    log = json.loads(write(REPORTS["one"]))
    del log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    del log["runs"][0]["tool"]["driver"]["rules"][0]["help"]
    found = faults(node, json.dumps(log), "Error", tmp_path)
    assert {one["ruleId"] for one in found} >= {"GH2012"}, found


@pytest.mark.parametrize("name", REPORTS)
def test_results_point_at_their_rules(name: str) -> None:
    run = run_of(REPORTS[name])
    rules = run["tool"]["driver"]["rules"]
    assert len(run["results"]) == len(REPORTS[name].findings)
    assert len({rule["id"] for rule in rules}) == len(rules)
    assert {rules[one["ruleIndex"]]["id"] for one in run["results"]} == {r["id"] for r in rules}
    for one in run["results"]:
        assert rules[one["ruleIndex"]]["id"] == one["ruleId"]


@pytest.mark.parametrize("name", REPORTS)
def test_what_github_asks_for(name: str) -> None:
    """GitHub refuses a whole log for one result without a file, or a rule without help."""
    run = run_of(REPORTS[name])
    for one in run["results"]:
        uri = one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert uri.isascii()
        assert urlsplit(uri).scheme in ("", "file")
        assert one["message"]["text"]
        assert len(one["partialFingerprints"]) == 1
        assert len(one.get("relatedLocations", [])) <= 100
    for rule in run["tool"]["driver"]["rules"]:
        assert len(rule["id"]) <= 255
        assert rule["shortDescription"]["text"]
        assert rule["fullDescription"]["text"]
        assert rule["help"]["text"]
        assert rule["defaultConfiguration"]["level"] in ("error", "warning", "note")


def _written(place: Place | None, *excerpt: str) -> dict[str, Any]:
    one = Finding("info", "r", "m", place=place, excerpt=excerpt, focus="http://example.org/x")
    location: dict[str, Any] = run_of(Report((one,), files=("first.ttl",)))["results"][0]
    return location["locations"][0]  # type: ignore[no-any-return]


def test_a_region_and_its_text() -> None:
    physical = _written(Place("a b.ttl", 3, 2, 3, 5, "exact"), "x😀yz w")["physicalLocation"]
    assert physical["artifactLocation"] == {"uri": "a%20b.ttl", "uriBaseId": "%SRCROOT%"}
    assert physical["region"] == {
        "startLine": 3,
        "startColumn": 2,
        "endLine": 3,
        "endColumn": 5,
        "snippet": {"text": "😀yz"},
    }
    assert "contextRegion" not in physical


def test_a_region_of_several_lines() -> None:
    region = _written(Place("a.ttl", 3, 4, 5, 2, "exact"), "abcdef", "middle", "xyz")
    assert region["physicalLocation"]["region"]["snippet"] == {"text": "def\nmiddle\nx"}


@pytest.mark.parametrize(
    ("place", "region"),
    [
        (Place("a.ttl", 3, 0, 3, 0, "line"), {"startLine": 3, "endLine": 3}),
        (Place("a.ttl", 3), {"startLine": 3, "endLine": 3}),
        (Place("a.ttl"), None),
    ],
)
def test_less_than_a_region(place: Place, region: dict[str, int] | None) -> None:
    assert _written(place)["physicalLocation"].get("region") == region


def test_no_file() -> None:
    location = _written(None)
    assert location["logicalLocations"][0]["fullyQualifiedName"] == "http://example.org/x"
    assert location["physicalLocation"] == {
        "artifactLocation": {"uri": "first.ttl", "uriBaseId": "%SRCROOT%"}
    }


def test_absolute_files_have_no_base() -> None:
    artifact = _written(Place("/srv/a b.ttl"))["physicalLocation"]["artifactLocation"]
    assert artifact == {"uri": "file:///srv/a%20b.ttl"}


def test_what_could_not_be_checked_is_told_beside_the_results() -> None:
    run = run_of(REPORTS["unchecked"])
    (invocation,) = run["invocations"]
    assert invocation["exitCode"] == 2
    assert invocation["executionSuccessful"] is False
    (told,) = invocation["toolExecutionNotifications"]
    assert told["message"]["text"] == "expected a dot. End the statement."
    assert told["locations"][0]["physicalLocation"]["region"]["startLine"] == 2
    assert run["tool"]["driver"]["notifications"][0]["id"] == told["descriptor"]["id"] == "syntax"


@pytest.mark.parametrize(("name", "exit_code"), [("empty", 0), ("one", 1), ("small", 0)])
def test_a_run_with_findings_is_a_success(name: str, exit_code: int) -> None:
    (invocation,) = run_of(REPORTS[name])["invocations"]
    assert invocation == {"executionSuccessful": True, "exitCode": exit_code}


def test_a_snippet_of_a_line_that_was_cut() -> None:
    place = Place("a.ttl", 1, 1003, 1, 1006, "exact")
    one = Finding("info", "r", "m", place=place, excerpt=("…bcdef…",), excerpt_column=1000)
    located = run_of(Report((one,)))["results"][0]["locations"][0]
    assert located["physicalLocation"]["region"]["snippet"] == {"text": "def"}
