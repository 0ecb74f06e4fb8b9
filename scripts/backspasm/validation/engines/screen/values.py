"""What a constraint says of one value: true, false, or None where it is not sure.

Each test agrees with pyshacl, where pyshacl has its own reading of SHACL too.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from backspasm.namespaces import RDF, RDFS, XSD
from backspasm.validation.engines.odd import OddError
from backspasm.validation.engines.terms import SH, parts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Comparable = tuple[str, Decimal | date | str]
    Test = Callable[[str], bool | None]

__all__ = [
    "comparable",
    "count",
    "datatype",
    "languages",
    "length",
    "node_kind",
    "ordered",
    "pattern",
    "within",
]

_DIGITS = re.compile(r"[0-9]{1,9}")
_INTEGER = re.compile(r"[-+]?[0-9]{1,300}")
_DECIMAL = re.compile(r"[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)")
_DOUBLE = re.compile(_DECIMAL.pattern + r"(?:[eE][-+]?[0-9]{1,2})?")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOMENT = re.compile(
    _DAY.pattern + r"T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{1,6})?(?:Z|[-+][0-9]{2}:[0-9]{2})?"
)
_KINDS = {
    f"<{SH}{name}>": starts
    for name, starts in {
        "IRI": "<",
        "BlankNode": "_",
        "Literal": '"',
        "BlankNodeOrIRI": "_<",
        "BlankNodeOrLiteral": '_"',
        "IRIOrLiteral": '<"',
    }.items()
}


def count(term: str) -> int:
    """The number that a parameter gives.

    Raises:
        OddError: it is not written as an xsd:integer of nine digits or fewer.
    """
    number = parts(term) if term.startswith('"') else None
    if number is None or number.datatype != XSD + "integer" or not _DIGITS.fullmatch(number.value):
        raise OddError
    return int(number.value)


def node_kind(kind: str) -> Test:
    """The test of sh:nodeKind.

    Raises:
        OddError: there is no such kind.
    """
    if kind not in _KINDS:
        raise OddError
    starts = _KINDS[kind]
    return lambda value: value[0] in starts


def datatype(name: str) -> Test:
    """The test of sh:datatype.

    Raises:
        OddError: it is a datatype that pyshacl treats in a way of its own.
    """
    if not name.startswith("<") or name in {f"<{RDFS}Literal>", f"<{RDFS}Datatype>"}:
        raise OddError
    wanted = name[1:-1]
    written = _written(wanted)

    def test(value: str) -> bool | None:
        if value[0] != '"':
            return False
        found = parts(value)
        if found.datatype != wanted:
            return False
        return written(found.value)

    return test


def _written(name: str) -> Test:
    if name in {XSD + "string", RDF + "langString"}:
        return lambda _: True
    if not name.startswith((XSD, RDF, RDFS)):
        return lambda _: True  # neither pyshacl nor rdflib knows how it is written
    patterns = {
        "integer": _INTEGER,
        "decimal": _DECIMAL,
        "double": _DOUBLE,
        "float": _DOUBLE,
        "boolean": re.compile("true|false"),
        "anyURI": re.compile(r"[!-~]+"),
    }
    if name == XSD + "date":
        return lambda text: True if _day(text) else None
    if name == XSD + "dateTime":
        return lambda text: True if _moment(text) else None
    matches = patterns.get(name.removeprefix(XSD))
    if matches is None:
        return lambda _: None
    return lambda text: True if matches.fullmatch(text) else None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text) if _MOMENT.fullmatch(text) else None
    except ValueError:
        return None


def length(least: int, most: int | None) -> Test:
    """The test of sh:minLength and sh:maxLength."""

    def test(value: str) -> bool:
        if value[0] == "_":
            return least == 0 and most is None
        size = len(parts(value).value if value[0] == '"' else value) - 2 * (value[0] == "<")
        return size >= least and (most is None or size <= most)

    return test


def pattern(text: str, flags: Iterable[str]) -> Test:
    """The test of sh:pattern, with Python's regular expressions as pyshacl has it.

    Raises:
        OddError: it is no regular expression, or there are flags besides i and m.
    """
    wanted = [parts(flag).value for flag in flags if flag.startswith('"')]
    letters = "".join(wanted)
    if len(wanted) > 1 or not text.startswith('"') or set(letters) - set("im"):
        raise OddError
    options = (re.IGNORECASE if "i" in letters else 0) | (re.MULTILINE if "m" in letters else 0)
    whole = parts(text)
    if whole.datatype != XSD + "string":
        raise OddError
    try:
        search = re.compile(whole.value, options).search
    except (re.error, OverflowError, RecursionError) as error:
        raise OddError from error

    def test(value: str) -> bool:
        if value[0] == "_":
            return False
        return search(parts(value).value if value[0] == '"' else value[1:-1]) is not None

    return test


def languages(tags: Iterable[str]) -> Test:
    """The test of sh:languageIn: a tag, or the first part of one.

    Raises:
        OddError: a tag is not an xsd:string.
    """
    wanted = set()
    for tag in tags:
        if not tag.startswith('"') or parts(tag).datatype != XSD + "string":
            raise OddError
        wanted.add(parts(tag).value.lower())
    anything = "*" in wanted

    def test(value: str) -> bool:
        language = parts(value).language.lower() if value[0] == '"' else ""
        return bool(language) and (
            anything or language in wanted or language.partition("-")[0] in wanted
        )

    return test


def comparable(term: str) -> Comparable | None:
    """What a literal is compared by, and its kind; None where that is not sure."""
    if term[0] != '"':
        return None
    value, name, _ = parts(term)
    if name == XSD + "string":
        return name, value
    if name == XSD + "date":
        day = _day(value)
        return None if day is None else (name, day)
    if name == XSD + "integer" and _INTEGER.fullmatch(value):
        return "number", Decimal(value)
    if name == XSD + "decimal" and _DECIMAL.fullmatch(value) and len(value) <= 28:  # noqa: PLR2004
        return "number", Decimal(value)
    return None


def within(bound: str, *, least: bool, included: bool) -> Test:
    """The test of sh:minInclusive, sh:maxExclusive and their like: true, or not sure.

    Raises:
        OddError: it is not sure how the bound compares.
    """
    limit = comparable(bound)
    if limit is None:
        raise OddError

    def test(value: str) -> bool | None:
        own = comparable(value)
        sides = (limit, own) if least else (own, limit)
        return True if ordered(*sides, equal=included) else None

    return test


def ordered(low: Comparable | None, high: Comparable | None, *, equal: bool) -> bool:
    """Whether one literal is surely less than another, or equal where that counts too."""
    if low is None or high is None or low[0] != high[0]:
        return False
    first, second = low[1], high[1]
    return first < second or (equal and first == second)  # type: ignore[operator]
