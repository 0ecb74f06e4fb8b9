from __future__ import annotations

import csv
import io
import json
import socket
from datetime import datetime
from pathlib import Path

import duckdb
import pandas as pd
import pytest
from csvw import CSVW, TableGroup
from hypothesis import given
from hypothesis import strategies as st

import backspasm
import causes
from backspasm.exchange import csv_tables
from backspasm.exchange.csv_tables import SEPARATOR, cell, guarded, parted, unguarded
from backspasm.exchange.records import Table, read_tables
from backspasm.files import authored_files

MARKS = "=+-@\t\r\n\uff0b\uff0d\uff1d\uff20"


@pytest.fixture(scope="module")
def tables(shipped: backspasm.Dataset) -> list[Table]:
    return read_tables(shipped)


@pytest.fixture(scope="module")
def folder(shipped: backspasm.Dataset, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(shipped, tmp_path_factory.mktemp("release"))


def write(graph: backspasm.Graph, made: Path) -> Path:
    (made / "csv").mkdir()
    for path, _, content in csv_tables.files(graph):
        (made / path).write_bytes(content)
    return made / "csv"


def test_the_files_are_the_tables(folder: Path, tables: list[Table]) -> None:
    assert {path.name for path in folder.iterdir()} == {
        "csv-metadata.json",
        *(f"{table.name}.csv" for table in tables),
    }
    for table in tables:
        with (folder / f"{table.name}.csv").open(encoding="utf-8", newline="") as file:
            header, *rows = csv.reader(file, strict=True)
        assert header == [column.name for column in table.columns]
        for row, told in zip(rows, table.rows, strict=True):
            assert row == [cell(value) for value in told]


def test_lines_end_as_rfc_4180_has_it(folder: Path) -> None:
    for path in folder.glob("*.csv"):
        content = path.read_bytes()
        assert content.endswith(b"\r\n")
        assert content.count(b"\n") == content.count(b"\r\n")
        assert not content.startswith(b"\xef\xbb\xbf")


def test_pandas_reads_what_was_meant(folder: Path, tables: list[Table]) -> None:
    for table in tables:
        frame = pd.read_csv(folder / f"{table.name}.csv")
        assert len(frame) == len(table.rows)
        for index, column in enumerate(table.columns):
            told = [row[index] for row in table.rows]
            if column.kind in ("integer", "number", "boolean"):
                assert [None if pd.isna(x) else x for x in frame[column.name]] == told


def test_duckdb_reads_what_was_meant(folder: Path, tables: list[Table]) -> None:
    for table in tables:
        asked = duckdb.sql(f"SELECT * FROM '{folder}/{table.name}.csv'")  # noqa: S608 (our file)
        assert asked is not None
        rows = asked.fetchall()
        assert len(rows) == len(table.rows)
        for index, column in enumerate(table.columns):
            told = sorted(str(row[index]) for row in table.rows)
            if column.kind in ("integer", "boolean", "date"):
                assert sorted(str(row[index]) for row in rows) == told


def test_the_metadata_describes_the_files(
    folder: Path, tables: list[Table], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    checked = CSVW(str(folder / "csv-metadata.json"), validate=True)
    assert checked.is_valid, checked.warnings
    assert checked.warnings == []
    read = checked.tablegroup.read()
    for table in tables:
        rows = [list(row.values()) for row in read[f"{table.name}.csv"]]
        for row, told in zip(rows, table.rows, strict=True):
            assert [_plain(value) for value in row] == [_plain(value) for value in told]


def _plain(value: object) -> object:
    """CSVW gives decimals for numbers, and the first moment of a day for the day."""
    if isinstance(value, datetime):
        return str(value.date())
    if isinstance(value, list):
        return [str(one) for one in value]
    return str(value) if value is None or isinstance(value, bool) else _number(value)


def _number(value: object) -> object:
    try:
        return float(str(value))
    except ValueError:
        return str(value)


@pytest.mark.parametrize(
    ("file", "right", "wrong", "problem"),
    [
        ("claims.csv", b",bs:anaemia,", b",bs:no-such,", "Key `bs:no-such` not found"),
        ("passages.csv", b",true,", b",perhaps,", "invalid lexical value for boolean: perhaps"),
        ("documents.csv", b"2022-04-19", b"in April", "modified: yyyy-MM-dd -- in April"),
        ("steps.csv", b"#1,", b"#2,", "duplicate primary key"),
        ("claims.csv", b",Stated,", b",,", "required column value is missing"),
    ],
)
def test_the_metadata_finds_what_is_wrong(
    shipped: backspasm.Dataset,
    tmp_path: Path,
    file: str,
    right: bytes,
    wrong: bytes,
    problem: str,
) -> None:
    folder = write(shipped, tmp_path)
    path = folder / file
    assert right in path.read_bytes()
    path.write_bytes(path.read_bytes().replace(right, wrong))
    with pytest.raises(ValueError, match=problem):
        _check(folder)


def _check(folder: Path) -> None:
    group = TableGroup.from_file(folder / "csv-metadata.json")
    for table in group.tables:
        list(table.iterdicts())
        if not table.check_primary_key():
            raise ValueError("duplicate primary key")
    group.check_referential_integrity(strict=True)


def test_descriptions_are_those_of_the_vocabulary(folder: Path, shipped: backspasm.Dataset) -> None:
    told = json.loads((folder / "csv-metadata.json").read_text(encoding="utf-8"))
    (claims,) = [table for table in told["tables"] if table["url"] == "claims.csv"]
    columns = {column["name"]: column for column in claims["tableSchema"]["columns"]}
    ((definition,),) = shipped.rows("SELECT ?d { bsv:hedge skos:definition ?d }")
    assert columns["hedge"]["dc:description"] == definition
    assert columns["hedge"]["propertyUrl"] == "https://w3id.org/backspasm/vocab/hedge"
    assert told["dc:license"] == {"@id": "https://creativecommons.org/licenses/by/4.0/"}


def test_no_cell_looks_like_a_formula(folder: Path) -> None:
    for path in folder.glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.reader(file):
                assert [text for text in row if text.startswith(("'", *MARKS))] == []


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-itis", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\uff1d1"]
)
def test_a_formula_gets_an_apostrophe(text: str) -> None:
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", ["back pain", "1=1", "'tis", "", "a-b", "\u2212 minus"])
def test_other_texts_stay(text: str) -> None:
    assert guarded(text) == text


@given(st.text(alphabet=f"'{MARKS}ab", max_size=6))
def test_the_guard_can_be_taken_away(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert not guarded(text).startswith(tuple(MARKS))


def test_a_formula_in_the_data(tmp_path: Path) -> None:
    more = 'bs:one skos:altLabel "=cmd()"@en , "plain"@en .'
    graph = causes.dataset(tmp_path, "one two Stated a", more)
    (content,) = [file.content for file in csv_tables.files(graph) if "concepts" in file.path]
    (row, _) = csv.DictReader(io.StringIO(content.decode(), newline=""))
    assert row["alternative_labels"].split(SEPARATOR) == ["'=cmd()", "plain"]


def test_numbers_are_no_formulas() -> None:
    assert cell(-5) == "-5"
    assert cell(0.95) == "0.95"
    assert cell(42.0) == "42"


SEVERAL = {
    "none": ([], ""),
    "plain": (["a", "b"], "a; b"),
    "a separator": (["a; b", "c"], "a;\u00a0 b; c"),
    "two of them": (["a; b; c"], "a;\u00a0 b;\u00a0 c"),
    "what stands for it": (["a;\u00a0 b", "c"], "a;\u00a0\u00a0 b; c"),
    "no blank": (["a;b", "c;\u00a0d"], "a;b; c;\u00a0d"),
    "at the ends": (["a;", " b"], "a;;  b"),
    "a formula": (["=a; b"], "'=a;\u00a0 b"),
}


@pytest.mark.parametrize("case", SEVERAL)
def test_several_values_in_a_cell(case: str) -> None:
    values, text = SEVERAL[case]
    assert cell(values) == text
    assert parted(text) == values


@given(st.lists(st.text(alphabet="; \u00a0'=a", min_size=1, max_size=6)))
def test_several_values_come_back(values: list[str]) -> None:
    assert parted(cell(values)) == values


def test_texts_with_separators_in_the_data(tmp_path: Path) -> None:
    """CSVW reads as many values as there are, in every column of several texts."""
    note, name = "Rain; also snow.", "rain; wet"
    more = f"""
        @prefix bs: <https://w3id.org/backspasm/concept/> .
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        bs:rain a skos:Concept , <https://w3id.org/backspasm/vocab/Exposure> ;
            skos:scopeNote "{note}"@en , "Plain."@en ; skos:hiddenLabel "a; b"@en ;
            skos:altLabel "{name}"@en , "shower"@en ; skos:prefLabel "rain"@en .
    """
    (tmp_path / "more.ttl").write_text(more)
    folder = write(backspasm.load(*authored_files(), tmp_path / "more.ttl"), tmp_path)
    read = CSVW(str(folder / "csv-metadata.json"), validate=True).tablegroup.read()
    (rain,) = (row for row in read["concepts.csv"] if row["concept"] == "bs:rain")
    for column, told in (
        ("scope_notes", ["Plain.", note]),
        ("alternative_labels", [name, "shower"]),
        ("hidden_labels", ["a; b"]),
    ):
        assert parted(SEPARATOR.join(rain[column])) == told
    (label,) = (row for row in read["labels.csv"] if row["label"] == name)
    assert label["type"] == "alternative"


def test_a_cell_with_a_line_break_comes_back(tmp_path: Path) -> None:
    more = 'bs:one skos:definition "first,\\n\\"second\\""@en .'
    graph = causes.dataset(tmp_path, "one two Stated a", more)
    folder = write(graph, tmp_path)
    with (folder / "concepts.csv").open(encoding="utf-8", newline="") as file:
        assert next(csv.DictReader(file))["definition"] == 'first,\n"second"'
