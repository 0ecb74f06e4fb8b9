from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backspasm.tables import delimited, markdown, table, terminal_width, wrap


def test_columns() -> None:
    assert table(["a", "long"], [["one", "x"], ["2", "y z"]], 80) == (
        "a    long\n---  ----\none  x\n2    y z\n"
    )


def test_long_cells_are_wrapped_to_the_width() -> None:
    text = table(["id", "what"], [["bs:rain", "words " * 40]], 80)
    assert max(map(len, text.splitlines())) <= 80
    assert text.count("words") == 40


def test_what_cannot_stand_side_by_side_becomes_blocks() -> None:
    assert table(["first", "b"], [["x" * 50, "y" * 40], ["z", ""]], 80) == (
        f"first  {'x' * 50}\nb      {'y' * 40}\n\nfirst  z\nb\n"
    )


def test_no_rows() -> None:
    assert table(["a", "b"], [], 80) == "a  b\n-  -\n"
    assert table(["a" * 50, "b" * 50], [], 80) == f"{'a' * 50}  {'b' * 50}\n"


def test_no_columns() -> None:
    assert table([], [[]], 80).strip() == ""


@given(st.lists(st.lists(st.text(max_size=30), min_size=3, max_size=3), max_size=5))
def test_no_line_is_longer_than_its_words_need(rows: list[list[str]]) -> None:
    words = [word for row in rows for cell in row for word in cell.split()]
    room = max(40, len("header  ") + max(map(len, words), default=0))
    lines = table(["a", "b", "header"], rows, 40).split("\n")
    assert all(len(line) <= room for line in lines)


def test_wrap() -> None:
    assert wrap("", 5) == [""]
    assert wrap("aa bb cc", 5) == ["aa bb", "cc"]
    assert wrap("toolong a", 3) == ["toolong", "a"]


def test_markdown_escapes() -> None:
    assert markdown(["a"], [["x | y\nz <b>"]]) == "| a |\n| --- |\n| x \\| y z &lt;b> |\n"


def test_csv_quotes_and_reads_back() -> None:
    rows = [["<d#char=1,2>", 'a "b"'], ["", "line\nend"]]
    text = delimited(["x", "y"], rows, "csv")
    assert text.startswith("x,y\r\n")
    assert list(csv.reader(io.StringIO(text, newline=""))) == [["x", "y"], *rows]


def test_tsv_has_one_line_for_each_row() -> None:
    assert delimited(["x", "y"], [["a\tb", "c\nd"]], "tsv") == "x\ty\na b\tc d\n"


@pytest.mark.parametrize(("columns", "expected"), [("120", 120), ("", 80), ("wide", 80), ("0", 80)])
def test_width(monkeypatch: pytest.MonkeyPatch, columns: str, expected: int) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert terminal_width() == expected
