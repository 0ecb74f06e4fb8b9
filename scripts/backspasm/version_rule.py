"""Whether the version number says what changed (Semantic Versioning 2.0.0).

The version is the `owl:versionInfo` of the vocabulary. Where two versions differ at all, the
newer one has a number of higher precedence (section 11). How much higher:

| | from 1.0.0 on | before (section 4) |
|---|---|---|
| breaking changes | a new major version (section 8) | a new minor version |
| records, keys or values added; records withdrawn | a new minor version (section 7) | any |
| other changes | any (section 6) | any |

A step into 1.0.0 is a new major version and may bring anything. Build metadata counts for
nothing (section 10).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from backspasm.difference import Difference

__all__ = ["SemanticVersion", "parse_version", "version_problem"]

_NUMBER = r"(0|[1-9]\d*)"
_PART = r"(?:0|[1-9]\d*|\d*[A-Za-z-][0-9A-Za-z-]*)"
_SEMANTIC = re.compile(
    rf"{_NUMBER}\.{_NUMBER}\.{_NUMBER}(?:-({_PART}(?:\.{_PART})*))?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?",
    re.ASCII,
)


class SemanticVersion(NamedTuple):
    """A version in an order by precedence (section 11).

    Attributes:
        release: its three numbers.
        final: whether it is no pre-release, which comes before the release itself.
        parts: of a pre-release, each as (is text, number, text).
    """

    release: tuple[int, int, int]
    final: bool
    parts: tuple[tuple[bool, int, str], ...]


def parse_version(text: str) -> SemanticVersion | None:
    """The version that a text is, or None where it is none.

    >>> parse_version("1.0.0-rc.1") < parse_version("1.0.0")
    True
    """
    found = _SEMANTIC.fullmatch(text)
    if found is None:
        return None
    major, minor, patch, parts = found.groups()
    release = int(major), int(minor), int(patch)
    return SemanticVersion(release, parts is None, tuple(map(_part, (parts or "").split("."))))


def _part(text: str) -> tuple[bool, int, str]:
    return (False, int(text), "") if text.isdecimal() else (True, 0, text)


def version_problem(told: Difference) -> str:
    """What is wrong with the version of the newer side, in one line; "" where nothing is."""
    if not told.differs:
        return ""
    old, new = parse_version(told.old.number), parse_version(told.new.number)
    if old is None or new is None:
        side = told.old if old is None else told.new
        said = f"{side.number} is no semantic version" if side.number else "no version is said"
        return f"{side.place}: {said}; give the vocabulary an owl:versionInfo such as 0.2.0"
    if new <= old:
        return _line(told, "there are changes, and it is no higher", f"above {told.old.number}")
    major, minor = old.release[:2]
    if told.breaking and not _is_new(old, new, parts=1 if major else 2):
        wanted = f"{major + 1}.0.0" if major else f"0.{minor + 1}.0"
        first = told.breaking[0]
        problem = f"{len(told.breaking)} breaking changes, the first: {first.what} {first.reason}"
        return _line(told, problem, f"at least {wanted}")
    if major and _adds(told) and not _is_new(old, new, parts=2):
        problem = "something was added or withdrawn"
        return _line(told, problem, f"at least {major}.{minor + 1}.0")
    return ""


def _is_new(old: SemanticVersion, new: SemanticVersion, parts: int) -> bool:
    return new.release[:parts] > old.release[:parts]


def _adds(told: Difference) -> bool:
    return any(change.status in ("added", "withdrawn") for change in told.changes) or any(
        one.reason == "is new" for one in told.notable
    )


def _line(told: Difference, problem: str, wanted: str) -> str:
    numbers = f"version {told.new.number} after {told.old.number}"
    return f"{told.new.place}: {numbers}: {problem}; the version must be {wanted}"
