"""The lexical spaces of datatypes.

Those of XSD (XML Schema 1.1, part 2; RDF 1.1 Concepts, section 5.1), `rdf:XMLLiteral` (RDF 1.1
Concepts, section 5.3) and `rdf:JSON` (JSON-LD 1.1, section 10.2).

RDF maps lexical forms to values as they stand: the white space that XML would
collapse first makes a literal ill-typed here (RDF 1.1 Semantics, section 7).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from backspasm.namespaces import RDF, XSD

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["LEXICAL", "is_well_formed_tag"]

_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_LEAP_DAY = (2, 29)
_YEAR = r"(?P<year>-?(?:[1-9][0-9]{3,}|0[0-9]{3}))"
_MONTH = "(?P<month>0[1-9]|1[0-2])"
_DAY = "(?P<day>0[1-9]|[12][0-9]|3[01])"
_TIME = r"(?:(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]+)?|24:00:00(?:\.0+)?)"
_ZONE = r"(?:Z|[+-](?:(?:0[0-9]|1[0-3]):[0-5][0-9]|14:00))"

_START = (
    ":A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d"
    "\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
"""How names begin (XML 1.0, fifth edition, section 2.3)."""

_CHAR = rf"{_START}\-.0-9\u00b7\u0300-\u036f\u203f-\u2040"

_NEVER = "\ud800-\udfff\ufffe\uffff"
"""Characters that no text of XML has (XML 1.0, section 2.2)."""

_TIME_PART = r"T(?=[0-9])(?:[0-9]+H)?(?:[0-9]+M)?(?:[0-9]+(?:\.[0-9]+)?S)?"

_PATTERNS = {
    "boolean": "true|false|1|0",
    "decimal": r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)",
    "double": r"[+-]?(?:(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[Ee][+-]?[0-9]+)?|INF)|NaN",
    "time": _TIME + _ZONE + "?",
    "gYear": f"{_YEAR}{_ZONE}?",
    "gYearMonth": f"{_YEAR}-{_MONTH}{_ZONE}?",
    "gMonth": f"--{_MONTH}{_ZONE}?",
    "gDay": f"---{_DAY}{_ZONE}?",
    "duration": f"-?P(?=[0-9T])(?:[0-9]+Y)?(?:[0-9]+M)?(?:[0-9]+D)?(?:{_TIME_PART})?",
    "yearMonthDuration": "-?P(?=[0-9])(?:[0-9]+Y)?(?:[0-9]+M)?",
    "dayTimeDuration": f"-?P(?=[0-9T])(?:[0-9]+D)?(?:{_TIME_PART})?",
    "hexBinary": "(?:[0-9A-Fa-f]{2})*",
    "base64Binary": (
        "(?:(?:[A-Za-z0-9+/] ?){4})*"
        "(?:(?:[A-Za-z0-9+/] ?){3}[A-Za-z0-9+/]"
        "|(?:[A-Za-z0-9+/] ?){2}[AEIMQUYcgkosw048] ?="
        "|[A-Za-z0-9+/] ?[AQgw] ?= ?=)?"
    ),
    "string": f"[^\x00-\x08\x0b\x0c\x0e-\x1f{_NEVER}]*",
    "normalizedString": f"[^\x00-\x1f{_NEVER}]*",
    "token": f"(?:[^\x00-\x20{_NEVER}]+(?: [^\x00-\x20{_NEVER}]+)*)?",
    "language": "[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*",
    "NMTOKEN": f"[{_CHAR}]+",
    "Name": f"[{_START}][{_CHAR}]*",
    "NCName": f"[{_START[1:]}][{_CHAR[1:]}]*",
}

_DATES = {
    "date": f"{_YEAR}-{_MONTH}-{_DAY}{_ZONE}?",
    "dateTime": f"{_YEAR}-{_MONTH}-{_DAY}T{_TIME}{_ZONE}?",
    "dateTimeStamp": f"{_YEAR}-{_MONTH}-{_DAY}T{_TIME}{_ZONE}",
    "gMonthDay": f"--{_MONTH}-{_DAY}{_ZONE}?",
}

_RANGES: dict[str, tuple[int | None, int | None]] = {
    "integer": (None, None),
    "nonNegativeInteger": (0, None),
    "positiveInteger": (1, None),
    "nonPositiveInteger": (None, 0),
    "negativeInteger": (None, -1),
    **{
        name: (-(1 << bits - 1), (1 << bits - 1) - 1)
        for name, bits in (("long", 64), ("int", 32), ("short", 16), ("byte", 8))
    },
    **{
        name: (0, (1 << bits) - 1)
        for name, bits in (
            ("unsignedLong", 64),
            ("unsignedInt", 32),
            ("unsignedShort", 16),
            ("unsignedByte", 8),
        )
    },
}

_LONGEST = 20
"""No bound has more digits; longer numbers are beyond each of them, or have leading zeros."""


# Patterns are compiled when they are needed: all of them together take longer than most checks.


def _matches(pattern: str) -> Callable[[str], bool]:
    return lambda text: re.fullmatch(pattern, text) is not None


def _is_date(pattern: str) -> Callable[[str], bool]:
    def judge(text: str) -> bool:
        found = re.fullmatch(pattern, text)
        if found is None:
            return False
        month, day = int(found["month"]), int(found["day"])
        if day <= _DAYS[month - 1]:
            return True
        year = found.groupdict().get("year")
        return (month, day) == _LEAP_DAY and (year is None or _is_leap(year))

    return judge


def _is_leap(year: str) -> bool:
    """Whether a year of the proleptic Gregorian calendar is a leap year; 0000 is one."""
    hundreds, rest = int(year[-4:-2]), int(year[-2:])
    return rest % 4 == 0 if rest else hundreds % 4 == 0


_INTEGER = r"([+-]?)0*([0-9]+)"


def _in_range(least: int | None, most: int | None) -> Callable[[str], bool]:
    def judge(text: str) -> bool:
        found = re.fullmatch(_INTEGER, text)
        if found is None:
            return False
        digits = found[2][:_LONGEST]
        number = int(digits) * (-1 if found[1] == "-" else 1)
        if len(found[2]) > _LONGEST:
            number *= 10
        return (least is None or number >= least) and (most is None or number <= most)

    return judge


def _is_json(text: str) -> bool:
    import json

    def refuse(word: str) -> None:  # NaN and Infinity, which Python takes
        raise ValueError(word)

    try:
        json.loads(text, parse_constant=refuse, parse_int=str)
    except RecursionError:  # not known to be wrong
        return True
    except ValueError:
        return False
    return True


def _is_xml(text: str) -> bool:
    """Whether a text may stand in an element. Prefixes may be declared around it."""
    from xml.parsers import expat

    try:
        expat.ParserCreate().Parse(f"<x>{text}</x>", True)  # noqa: FBT003 (expat's)
    except expat.ExpatError:
        return False
    return True


LEXICAL: dict[str, Callable[[str], bool]] = {
    **{XSD + name: _matches(pattern) for name, pattern in _PATTERNS.items()},
    **{XSD + name: _is_date(pattern) for name, pattern in _DATES.items()},
    **{XSD + name: _in_range(*bounds) for name, bounds in _RANGES.items()},
    RDF + "JSON": _is_json,
    RDF + "XMLLiteral": _is_xml,
}
"""Whether a text is in the lexical space of a datatype, by its IRI.

Not there: `rdf:HTML`, as every text is HTML to its parser; `xsd:anyURI`, whose lexical space
is all strings (XML Schema 1.1, part 2, section 3.3.17); and the datatypes that make no sense
outside XML documents.
"""
LEXICAL[XSD + "float"] = LEXICAL[XSD + "double"]

_TAG = (
    r"(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4}|[a-z]{5,8})"  # language, with extended ones
    r"(?:-[a-z]{4})?"  # script
    r"(?:-(?:[a-z]{2}|[0-9]{3}))?"  # region
    r"(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*"  # variants
    r"(?:-[0-9a-wy-z](?:-[a-z0-9]{2,8})+)*"  # extensions
    r"(?:-x(?:-[a-z0-9]{1,8})+)?"
    r"|x(?:-[a-z0-9]{1,8})+"
    r"|en-gb-oed|i-(?:ami|bnn|default|enochian|hak|klingon|lux|mingo|navajo|pwn|tao|tay|tsu)"
    r"|sgn-(?:be-fr|be-nl|ch-de)|art-lojban|cel-gaulish|no-bok|no-nyn"
    r"|zh-(?:guoyu|hakka|min|min-nan|xiang)"
)


def is_well_formed_tag(tag: str) -> bool:
    """Whether a language tag follows the grammar of BCP 47 (RFC 5646, section 2.1)."""
    return re.fullmatch(_TAG, tag, re.IGNORECASE | re.ASCII) is not None
