from __future__ import annotations

from dataclasses import replace

import pytest

from backspasm.validation.finding import Finding, Place
from backspasm.validation.fingerprints import fingerprint
from backspasm.validation.uris import file_uri, slashed

FINDING = Finding(
    "violation",
    "r",
    "m",
    "do",
    Place("a/b.ttl", 3, 1, 3, 5, "exact"),
    ("line",),
    "http://x/f",
    "http://x/p",
    '"v"',
)


@pytest.mark.parametrize(
    "changed",
    [
        replace(FINDING, place=Place("./a//b.ttl", 99, 7)),
        replace(FINDING, message="other", remedy="other", severity="info", excerpt=()),
    ],
)
def test_what_does_not_count(changed: Finding) -> None:
    assert fingerprint(changed) == fingerprint(FINDING)


@pytest.mark.parametrize(
    "changed",
    [
        replace(FINDING, rule="s"),
        replace(FINDING, focus="http://x/g"),
        replace(FINDING, path=""),
        replace(FINDING, path='"v"', value="http://x/p"),
        replace(FINDING, value='"w"'),
        replace(FINDING, place=None),
        replace(FINDING, place=Place("a/c.ttl", 3)),
    ],
)
def test_what_counts(changed: Finding) -> None:
    assert fingerprint(changed) != fingerprint(FINDING)


def test_names_of_blank_nodes_do_not_count() -> None:
    one, other = (replace(FINDING, focus=f"_:b{n}", value=f"_:b{n + 1}") for n in (1, 5))
    assert fingerprint(one) == fingerprint(other)


def test_it_is_the_same_forever() -> None:
    """Baselines outlive a run: whoever changes this raises the version of the key in SARIF."""
    assert fingerprint(FINDING) == "b1851f8bd66b48e22291b7825ef61485"


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        ("a.ttl", "a.ttl"),
        ("./a/./b c.ttl", "a/b%20c.ttl"),
        ("../a.ttl", "../a.ttl"),
        ("a:b#c?d%e.ttl", "a%3Ab%23c%3Fd%25e.ttl"),
        ("ä~_-.ttl", "%C3%A4~_-.ttl"),
        ("x\udcff.ttl", "x%FF.ttl"),
        ("back\\slash.ttl", "back%5Cslash.ttl"),
        ("/abs/a b.ttl", "file:///abs/a%20b.ttl"),
        ("//abs/a.ttl", "file:///abs/a.ttl"),
        ("C:\\my data\\a.ttl", "file:///C:/my%20data/a.ttl"),
        ("\\\\host\\share\\a.ttl", "file://host/share/a.ttl"),
    ],
)
def test_file_names_as_uris(name: str, uri: str) -> None:
    assert file_uri(name) == uri


def test_slashed() -> None:
    assert slashed("./a//b/./c.ttl") == "a/b/c.ttl"
    assert slashed("C:\\a\\b.ttl") == "C:/a/b.ttl"
