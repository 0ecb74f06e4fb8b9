from __future__ import annotations

import pytest

from backspasm.versions.breaking import Break
from backspasm.versions.changes import Change
from backspasm.versions.difference import Difference
from backspasm.versions.revisions import Version
from backspasm.versions.version_rule import parse_version, version_problem

IN_ORDER = (
    "0.1.0 0.1.1 0.2.0 1.0.0-alpha 1.0.0-alpha.1 1.0.0-alpha.beta 1.0.0-beta 1.0.0-beta.2 "
    "1.0.0-beta.11 1.0.0-rc.1 1.0.0 1.0.10 1.2.0 1.10.0 2.0.0"
).split()
"""With the example of Semantic Versioning 2.0.0, section 11."""


def told(old: str, new: str, *statuses: str, breaking: bool = False, key: bool = False) -> str:
    """The problem of a version after changes of some statuses."""
    changes = tuple(
        Change("https://w3id.org/backspasm/concept/a", "concept", status, "", ())
        for status in statuses
    )
    breaks = [Break("graph", "bs:a", "is gone", breaking=True)] * breaking
    breaks += [Break("context", "label", "is new", breaking=False)] * key
    before, after = (Version(name, name, frozenset()) for name in (old, new))
    return version_problem(Difference(before, after, changes, tuple(breaks), None, {}))


def test_precedence() -> None:
    versions = [parse_version(text) for text in IN_ORDER]
    assert None not in versions
    assert versions == sorted(versions, key=lambda version: version or ())
    assert len(set(versions)) == len(versions)
    assert parse_version("1.0.0+build.1") == parse_version("1.0.0")


@pytest.mark.parametrize(
    "text", ["", "1", "1.0", "v1.0.0", "01.0.0", "1.0.0-", "1.0.0-01", "1.0.0 "]
)
def test_no_versions(text: str) -> None:
    assert parse_version(text) is None


@pytest.mark.parametrize(
    ("old", "new", "statuses", "breaking"),
    [
        ("0.1.0", "0.1.0", [], False),
        ("0.1.0", "0.0.1", [], False),
        ("0.1.0", "0.1.1", ["changed", "added", "withdrawn"], False),
        ("0.1.0", "0.2.0", ["removed"], True),
        ("0.1.9", "1.0.0", ["removed"], True),
        ("1.0.0", "1.0.1", ["changed", "reinstated"], False),
        ("1.0.0", "1.1.0", ["added", "withdrawn"], False),
        ("1.9.0", "2.0.0", ["removed"], True),
        ("1.9.0", "2.0.0-rc.1", ["removed"], True),
        ("1.0.0-rc.1", "1.0.0", ["changed"], False),
    ],
)
def test_versions_that_say_it(old: str, new: str, statuses: list[str], *, breaking: bool) -> None:
    assert told(old, new, *statuses, breaking=breaking) == ""


@pytest.mark.parametrize(
    ("old", "new", "statuses", "breaking", "wanted"),
    [
        ("0.1.0", "0.1.0", ["changed"], False, "above 0.1.0"),
        ("0.1.0", "0.1.0+new", ["changed"], False, "above 0.1.0"),
        ("0.2.0", "0.1.9", ["changed"], False, "above 0.2.0"),
        ("0.1.0", "0.1.1", ["removed"], True, "at least 0.2.0"),
        ("0.1.0", "0.1.0", ["removed"], True, "above 0.1.0"),
        ("1.2.3", "1.3.0", ["removed"], True, "at least 2.0.0"),
        ("1.2.3", "1.2.4", ["added"], False, "at least 1.3.0"),
        ("1.2.3", "1.2.4", ["withdrawn"], False, "at least 1.3.0"),
    ],
)
def test_versions_that_do_not(
    old: str, new: str, statuses: list[str], *, breaking: bool, wanted: str
) -> None:
    problem = told(old, new, *statuses, breaking=breaking)
    assert problem.startswith(f"{new}: version {new} after {old}: ")
    assert problem.endswith(f"; the version must be {wanted}")
    assert "\n" not in problem
    assert ("bs:a is gone" in problem) == (breaking and wanted.startswith("at"))


def test_a_key_that_came_wants_a_minor_version() -> None:
    assert told("1.0.0", "1.1.0", key=True) == ""
    assert "at least 1.1.0" in told("1.0.0", "1.0.1", key=True)
    assert told("0.1.0", "0.1.1", key=True) == ""


@pytest.mark.parametrize(("old", "new"), [("", "0.1.0"), ("0.1.0", ""), ("0.1.0", "one")])
def test_a_version_that_is_none(old: str, new: str) -> None:
    problem = told(old, new, "changed")
    assert "give the vocabulary an owl:versionInfo" in problem
    assert ("no version is said" in problem) == (old == "" or new == "")
