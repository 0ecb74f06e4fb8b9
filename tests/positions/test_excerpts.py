"""Excerpts, and marks under them."""

from __future__ import annotations

import pytest

from backspasm.positions import excerpt, underline, underlined
from backspasm.validation.finding import Place

CONTENT = "a\r\nb\n\tcé\r\nd\ne\nf\ng".encode()


@pytest.mark.parametrize(
    ("place", "lines"),
    [
        (Place("x"), ()),
        (Place("x", 1, 1, 1, 2), ("a",)),
        (Place("x", 3, 1, 4, 2), ("\tcé", "d")),
        (Place("x", 2, 1, 7, 2), ("b", "\tcé", "d", "e", "f")),
        (Place("x", 7, 1, 9, 1), ("g", "", "")),
    ],
)
def test_excerpt(place: Place, lines: tuple[str, ...]) -> None:
    assert excerpt(CONTENT, place) == lines


@pytest.mark.parametrize(
    ("line", "start", "end", "marks"),
    [
        ("abc def", 5, 8, "    ^~~"),
        ("\t\ta\tbc", 5, 7, "\t\t \t^~"),
        ("日本語 x", 3, 4, "    ^~"),
        ("e\u0301e\u0301 x", 6, 7, "   ^"),
        ("𝒳𝒳 y", 2, 3, " ^"),
        ("ab", 3, 3, "  ^"),
        ("", 1, 1, "^"),
        ("ab\tcd", 2, 5, " ^\t~"),
    ],
)
def test_underline(line: str, start: int, end: int, marks: str) -> None:
    assert underline(line, start, end) == marks


def test_underlined_lines() -> None:
    place = Place("x", 3, 5, 5, 4, "exact")
    lines = (":a 'first", "  middle  ", "x' .")
    assert list(underlined(lines, place)) == [
        (":a 'first", "    ^~~~~"),
        ("  middle  ", "  ^~~~~~~~"),
        ("x' .", "^~~"),
    ]
    assert list(underlined(("all",), Place("x", 1))) == [("all", "")]
