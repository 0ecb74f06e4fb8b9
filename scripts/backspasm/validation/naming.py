"""What findings name, in the words of people: CURIEs, sound characters, counts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from backspasm.namespaces import shorten
from backspasm.positions.labels import label_of
from backspasm.validation.finding import SEVERITIES, sort

if TYPE_CHECKING:
    from collections.abc import Iterable

    from backspasm.validation.finding import Finding
    from backspasm.validation.report import Report

__all__ = [
    "blank",
    "by_rule",
    "checked",
    "counted",
    "cut",
    "saying",
    "severity",
    "sound",
    "term",
    "tidy",
    "verdict",
]

UNNAMED = "[…]"
"""What a blank node without a label is called."""

_SURROGATES = re.compile("[\ud800-\udfff]")
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
_BRACKETED = re.compile(r"<([^<>\s\"]*)>")
_LITERAL = re.compile(r"(\".*\"|'.*')(@[\w-]+|\^\^.*)?\Z", re.DOTALL)


def sound(text: str) -> str:
    """A text that UTF-8 can hold: what a file name or a file had of other bytes is U+FFFD."""
    return _SURROGATES.sub("\ufffd", text)


def tidy(text: str) -> str:
    """A text of one line in which nothing is hidden.

    Each control character, and each that turns the direction of writing, is U+FFFD;
    tabs and line ends are blanks. The number of characters stays.
    """
    return _UNSEEN.sub(_seen, sound(text))


def _seen(match: re.Match[str]) -> str:
    return " " if match[0] in "\t\n\r" else "\ufffd"


def cut(text: str, most: int) -> str:
    """A text of at most so many characters; … stands for what was cut."""
    return text if len(text) <= most else text[: most - 1] + "…"


def term(text: str, most: int = 60) -> str:
    """A node, literal or property path of a finding, for people.

    >>> term("https://w3id.org/backspasm/concept/dehydration")
    'bs:dehydration'
    >>> term('"1"^^<http://www.w3.org/2001/XMLSchema#integer>')
    '"1"^^xsd:integer'
    """
    literal = _LITERAL.match(text)
    if literal:
        return cut(tidy(literal[1]), most) + _shortened(tidy(literal[2] or ""))
    whole = blank(tidy(text))
    if not whole or whole.startswith("_:") or whole == UNNAMED or "<" in whole:
        return _shortened(whole)
    return shorten(whole)


def blank(text: str) -> str:
    """What a blank node is called in its file, `[…]` if it has no label there; of others itself."""
    if not text.startswith("_:"):
        return text
    label = label_of(text[2:])
    return f"_:{label}" if label else UNNAMED


def _shortened(text: str) -> str:
    return _BRACKETED.sub(lambda match: shorten(match[1]), text)


def by_rule(findings: Iterable[Finding]) -> list[list[Finding]]:
    """The findings of each severity and rule, sorted, the gravest first."""
    groups: dict[tuple[int, str, str], list[Finding]] = {}
    for one in sort(findings):
        groups.setdefault((one.rank, one.rule, one.severity), []).append(one)
    return [groups[key] for key in sorted(groups)]


def severity(finding: Finding) -> str:
    """The severity of a finding, for people."""
    return finding.severity if finding.severity in SEVERITIES else term(finding.severity)


def saying(finding: Finding) -> str:
    """A finding in one line: the node, what is wrong, and the remedy."""
    wrong = f"{term(finding.focus)}: {finding.message}" if finding.focus else finding.message
    remedy = "" if finding.remedy == finding.message else finding.remedy
    return tidy(" ".join(_ended(part) for part in (wrong, remedy) if part))


def _ended(text: str) -> str:
    text = text.strip()
    return text if text.endswith((".", "!", "?", "…", ":")) else f"{text}."


def counted(number: int, noun: str) -> str:
    """A number with its noun: "1 finding", "2,000 findings"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def verdict(report: Report) -> str:
    """How many findings there are, and what could not be checked."""
    found = {kind: number for kind, number in report.counts().items() if number}
    parts = [counted(number, kind) for kind, number in found.items() if kind != "info"]
    parts += [f"{found['info']:,} info"] if "info" in found else []
    said = ", ".join(parts) or ("No findings" if not report.unchecked else "Findings not known")
    if report.known:
        said += f" ({report.known:,} known {'one' if report.known == 1 else 'ones'} left out)"
    if report.elsewhere:
        said += f"; {report.elsewhere:,} more in files that are context"
    if report.unchecked:
        said += f"; {len(report.unchecked):,} could not be checked"
        said += ", from which some findings may follow" if report.findings else ""
    return said


def checked(report: Report) -> str:
    """What was checked, and with what."""
    said = f"{counted(len(report.files), 'file')} with {counted(report.triples, 'triple')}"
    if report.shapes:
        said += f" against {counted(len(report.shapes), 'file')} of shapes"
    return f"{said}, by {report.engine}" if report.engine else said
