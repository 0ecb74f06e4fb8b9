"""A baseline: an earlier report, whose findings are known and do not count."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from backspasm.validation.fingerprints import fingerprint

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from backspasm.validation.finding import Finding

__all__ = ["known", "marks", "read_baseline", "without"]


def known(content: str | bytes, name: str = "baseline") -> Counter[str]:
    """How often each fingerprint stands in a report as JSON.

    They are worked out anew from the findings, so that a report can be edited by hand.

    Args:
        content: what `backspasm validate --format json` wrote.
        name: how to name it where it is broken.

    Raises:
        FileError: it is not such a report.
    """
    from backspasm.validation.formats.json_report import read

    return marks(read(content, name).findings)


def marks(findings: Iterable[Finding]) -> Counter[str]:
    """How often findings have each fingerprint."""
    return Counter(map(fingerprint, findings))


def read_baseline(name: str) -> Counter[str]:
    """The fingerprints of a baseline file.

    Raises:
        FileError: it cannot be read, or is not a report.
    """
    from backspasm.files import read_bytes

    return known(read_bytes(name), name)


def without(findings: Iterable[Finding], known: Mapping[str, int]) -> tuple[Finding, ...]:
    """The findings that a baseline does not know, in their order.

    A baseline that has a fingerprint once knows the first finding that has it, not the next.
    """
    left = Counter(known)
    new = []
    for finding in findings:
        mark = fingerprint(finding)
        if left[mark] > 0:
            left[mark] -= 1
        else:
            new.append(finding)
    return tuple(new)
