"""The lexical spaces are those of xmlschema, which implements XML Schema 1.1 and is not ours."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
import xmlschema
from hypothesis import example, given, settings
from hypothesis import strategies as st

from backspasm.namespaces import RDF, XSD
from backspasm.validation.checks.datatypes import LEXICAL, is_well_formed_tag

NAMES = sorted(iri.removeprefix(XSD) for iri in LEXICAL if iri.startswith(XSD))
BOUNDS = [
    bound + step
    for bits in (7, 8, 15, 16, 31, 32, 63, 64)
    for bound in (-(1 << bits), 0, 1 << bits)
    for step in (-1, 0, 1)
]
WORDS = """
0 1 -1 +1 -0 00 1. .5 . 1.5 +.5 1e5 1E-05 1e INF -INF +INF NaN -NaN inf true false TRUE 0x1 ١ 1_000
2024-02-29 2023-02-29 1900-02-29 2000-02-29 0000-02-29 -0004-02-29 -0001-01-01 12345-01-01 02024-01-01
2024-04-31 2024-13-01 2024-00-10 2024-1-01 2024-01-01Z 2024-01-01+14:00 2024-01-01+14:01 2024-01-01-13:59
2024-01-01T00:00:00 2024-01-01T24:00:00 2024-01-01T24:00:01 2024-01-01T24:00:00.000 2024-01-01T23:59:60
2024-01-01T12:00:00.123456789Z 2024-01-01T12:00 2024-01-01t12:00:00 2024-01-01T12:00:00+01:00
12:00:00 24:00:00 24:00:00Z 12:00:00. 12:00:00.5-05:00 2024 -2024 02024 2024Z 2024-05 2024-5 --05 --13 --05Z
--02-29 --02-30 --04-31 --04-31Z ---01 ---31 ---32 ---01Z --05--
P1Y P1M P1D PT1H PT1M PT1S PT1.5S P P1YT PT -P1Y +P1Y P1S PT1Y P1Y2M3DT4H5M6.7S P1Y2M P3DT4H P1.5Y PT.5S P-1Y
0A 0a 0 0AG ABC ABCD QUI= QQ== QQ= QR== QUJD QUJDRA== A===  en en-GB en--GB abcdefghi i-klingon 1n x-a
name na:me :name 1name -name .name na-me na.me é a·b
"""
SAMPLES = [
    *WORDS.split(),
    "",
    "a b",
    "QU I=",
    "QUJD QQ==",
]
SHAPES = {
    "number": r"[+-]?[0-9]{0,22}(\.[0-9]{0,3})?([eE][+-]?[0-9]{1,2})?",
    "date": r"-?[0-9]{3,5}-[01][0-9]-[0-3][0-9](T[0-2][0-9]:[0-6][0-9]:[0-6][0-9](\.[0-9]{0,3})?)?(Z|[+-][01][0-9]:[0-6][0-9])?",
    "part": r"-{0,3}[0-9]{0,5}(-[0-3][0-9]){0,2}(Z|[+-]1[0-9]:[0-6][0-9])?",
    "time": r"[0-2][0-9]:[0-6][0-9]:[0-6][0-9](\.[0-9]{0,3})?(Z|[+-]1[0-5]:[0-6][0-9])?",
    "duration": r"-?P([0-9]Y)?([0-9]M)?([0-9]D)?(T?([0-9]H)?([0-9]M)?([0-9](\.[0-9]*)?S)?)?",
    "binary": r"[0-9A-Fa-f+/ =wAQg]{0,9}",
    "name": r"[A-Za-z:_.·é0-9-]{0,6}",
    "tag": r"[A-Za-z0-9]{0,9}(-[A-Za-z0-9]{0,9}){0,2}",
}
"""What looks nearly like the values of some datatypes."""


TYPES = xmlschema.XMLSchema11(f'<xs:schema xmlns:xs="{XSD[:-1]}"/>').maps.types


PATTERNS = {"yearMonthDuration": "[^DT]*", "dayTimeDuration": "[^YM]*(T.*)?"}
"""XML Schema 1.1, part 2, sections 3.4.26.1 and 3.4.27.1."""


def _theirs(name: str, text: str) -> bool | None:
    """What xmlschema says, or None for a year that is too large for it.

    It reads integers by Python's `int`, which takes more than digits; but each integer is
    a decimal, which it reads as the specification has it. Of durations of one kind it
    looks at the value, not at the pattern that the specification gives.
    """
    if name in PATTERNS and re.fullmatch(PATTERNS[name], text) is None:
        return False
    kinds = {name, "decimal"} if TYPES[_name(name)].is_derived(TYPES[_name("decimal")]) else {name}
    try:
        return all(TYPES[_name(kind)].is_valid(text) for kind in kinds)
    except OverflowError:
        return None


def _name(kind: str) -> str:
    return f"{{{XSD[:-1]}}}{kind}"


def _agree(name: str, text: str) -> None:
    assert LEXICAL[XSD + name](text) == _theirs(name, text) or _theirs(name, text) is None, (
        name,
        text,
    )


@pytest.mark.parametrize("name", NAMES)
def test_samples_get_the_same_verdict(name: str) -> None:
    for text in [*SAMPLES, *map(str, BOUNDS)]:
        _agree(name, text)


@pytest.mark.parametrize("name", NAMES)
def test_samples_hold_what_is_and_what_is_not_of_each_datatype(name: str) -> None:
    verdicts = {LEXICAL[XSD + name](text) for text in [*SAMPLES, *map(str, BOUNDS), "\x00", "\t"]}
    assert verdicts == {True, False}


@given(
    text=st.one_of(
        [st.from_regex(re.compile(shape, re.ASCII), fullmatch=True) for shape in SHAPES.values()]
    )
)
@settings(deadline=None, max_examples=500, derandomize=True)
@example(text="2100-02-29")
@example(text="2400-02-29")
def test_what_looks_like_a_value_gets_the_same_verdict(text: str) -> None:
    for name in NAMES:
        _agree(name, " ".join(text.split()))  # XML collapses white space first, RDF does not


@pytest.mark.parametrize("name", NAMES)
def test_white_space_around_is_no_part_of_a_value(name: str) -> None:
    kept = name in ("string", "normalizedString")
    for text in ("1", "2024-01-01", "true"):
        if LEXICAL[XSD + name](text):
            assert LEXICAL[XSD + name](f" {text}") is kept
            assert LEXICAL[XSD + name](f"{text}\n") is (name == "string")


def test_huge_numbers_are_judged_without_being_computed() -> None:
    huge = "9" * 10_000
    assert LEXICAL[XSD + "integer"](huge)
    assert LEXICAL[XSD + "negativeInteger"]("-" + huge)
    assert not LEXICAL[XSD + "unsignedLong"](huge)
    assert LEXICAL[XSD + "byte"]("0" * 10_000 + "7")
    assert Decimal(huge) > 0


TEXTS = {
    "JSON": {
        '{"a": [1, null, true, "x"]}': True, " 1\n": True, '"\\ud800"': True, "9" * 5000: True, "[" * 9999 + "]" * 9999: True,
        '{"a": 1, "a": 2}': True, "{": False, "": False, "NaN": False, "[-Infinity]": False, "{'a': 1}": False,
        "[1,]": False, '"\t"': False, "1 2": False, "\ufeff1": False,
    },
    "XMLLiteral": {
        "": True, "text": True, "a<b/>c": True, "<p:b q:c='d'/>": True, "&lt;&#65;": True, "<!-- x --><?y z?>": True,
        "<![CDATA[<]]>": True, "ä": True, "<b>": False, "</x><x>": False, "</x><!--": False, "&nbsp;": False,
        "a & b": False, "<b c=d/>": False, "<!DOCTYPE b>": False, "<?xml version='1.0'?>": False, "\x01": False,
        "<b c='' c=''/>": False,
    },
}  # fmt: skip


@pytest.mark.parametrize("name", TEXTS)
def test_json_and_xml(name: str) -> None:
    assert {text: LEXICAL[RDF + name](text) for text in TEXTS[name]} == TEXTS[name]


TAGS = {
    "en": True, "en-GB": True, "zh-Hant-TW": True, "de-1996": True, "sl-rozaj-biske": True, "x-mine": True,
    "i-klingon": True, "es-419": True, "en-a-bbb-x-a-ccc": True, "zh-cmn-Hans-CN": True, "en-GB-oed": True,
    "e": False, "en-": False, "en--GB": False, "en_GB": False, "english-language": True, "abcdefghi": False,
    "en-GB-1": False, "en-x": False, "i-nothing": False, "en-a": False, "": False,
}  # fmt: skip


@pytest.mark.parametrize(("tag", "well_formed"), TAGS.items())
def test_tags_follow_bcp_47(tag: str, well_formed: bool) -> None:  # noqa: FBT001
    assert is_well_formed_tag(tag) is well_formed
