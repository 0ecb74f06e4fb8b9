from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backspasm.validation.underlining import columns, underline


def width(text: str) -> int:
    """The columns of a text, told another way than the module does it."""
    wide = sum(unicodedata.east_asian_width(c) in ("W", "F") for c in text)
    none = sum(unicodedata.category(c) in ("Mn", "Me", "Cf") for c in text)
    return len(text) + wide - none


@pytest.mark.parametrize(
    ("line", "start", "end", "shown", "marks"),
    [
        ("abc def", 5, 8, "abc def", "    ^^^"),
        ("abc", 1, 1, "abc", "^"),
        ("abc", 4, 4, "abc", "   ^"),
        ("abc", 9, 12, "abc", "   ^"),
        ("", 1, 1, "", "^"),
        ("\ta\tb", 2, 3, "    a   b", "    ^"),
        ("\ta\tb", 3, 4, "    a   b", "     ^^^"),
        ("日本語 x", 2, 4, "日本語 x", "  ^^^^"),
        ("日本語 x", 5, 6, "日本語 x", "       ^"),
        ("e\u0301a", 3, 4, "e\u0301a", " ^"),
        ("e\u0301a", 1, 3, "e\u0301a", "^"),
        ("\u200dab", 3, 4, "\u200dab", " ^"),
        ("a\x1b[31mb", 2, 7, "a\ufffd[31mb", " ^^^^^"),
        ("a\u202eb", 3, 4, "a\ufffdb", "  ^"),
        ("👩 x", 3, 4, "👩 x", "   ^"),
    ],
)
def test_marks_stand_below(line: str, start: int, end: int, shown: str, marks: str) -> None:
    assert underline(line, start, end, 40) == (shown, marks)


@pytest.mark.parametrize(
    ("start", "end", "shown", "marks"),
    [
        (1, 3, "abcdefghijklmnopqrs…", "^^"),
        (13, 15, "…ghijklmnopqrstuvwx…", "       ^^"),
        (25, 27, "…hijklmnopqrstuvwxyz", "                  ^^"),
        (10, 27, "…defghijklmnopqrstu…", "       ^^^^^^^^^^^^"),
    ],
)
def test_long_lines_are_cut_around_it(start: int, end: int, shown: str, marks: str) -> None:
    found = underline("abcdefghijklmnopqrstuvwxyz", start, end, 20)
    assert found.line == shown
    line = "abcdefghijklmnopqrstuvwxyz"[start - 1 : end - 1]
    marked = "".join(c for c, m in zip(found.line, found.marks.ljust(99), strict=False) if m == "^")
    assert line.startswith(marked)
    assert found.marks.startswith(marks[:1])


LINES = st.text(st.sampled_from('abc \t"日本e\u0301\u200d👩\x1b\u202eא'), max_size=60)


@given(LINES, st.integers(1, 70), st.integers(0, 20), st.integers(12, 50))
def test_it_fits_and_begins_at_the_start(line: str, start: int, more: int, room: int) -> None:
    found = underline(line, start, start + more, room)
    assert width(found.line) <= room
    assert len(found.marks) <= room + 1
    assert set(found.marks) <= {" ", "^"}
    visible = (
        start <= len(line) and columns(line[start - 1]) and line[start - 1] not in "\t\x1b\u202e"
    )
    if visible:
        before, taken = found.marks.index("^"), ""
        for character in found.line:
            if width(taken) == before and columns(character):
                break
            taken += character
        assert character == line[start - 1]
