from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import duckdb
import polars as pl
import pyarrow.parquet as pq
import pytest

import backspasm
from backspasm.errors import BackspasmError
from backspasm.exchange import parquet
from backspasm.exchange.records import Table, read_facts, read_tables


@pytest.fixture(scope="module", params=["small", "shipped"])
def graph(request: pytest.FixtureRequest) -> backspasm.Dataset:
    dataset: backspasm.Dataset = request.getfixturevalue(request.param)
    return dataset


@pytest.fixture(scope="module")
def tables(graph: backspasm.Dataset) -> list[Table]:
    return read_tables(graph)


@pytest.fixture(scope="module")
def folder(graph: backspasm.Dataset, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("release")
    (made / "parquet").mkdir()
    for path, media_type, content in parquet.files(graph):
        assert media_type == "application/vnd.apache.parquet"
        (made / path).write_bytes(content)
    return made / "parquet"


def test_duckdb_reads_the_tables(folder: Path, tables: list[Table]) -> None:
    assert {path.stem for path in folder.iterdir()} == {table.name for table in tables}
    for table in tables:
        asked = duckdb.sql(f"SELECT * FROM '{folder}/{table.name}.parquet'")  # noqa: S608 (our file)
        assert asked is not None
        assert asked.columns == [column.name for column in table.columns]
        assert asked.fetchall() == table.rows


def test_polars_reads_the_tables(folder: Path, tables: list[Table]) -> None:
    kinds = {
        "integer": pl.Int64(),
        "number": pl.Float64(),
        "boolean": pl.Boolean(),
        "date": pl.Date(),
    }
    for table in tables:
        frame = pl.read_parquet(folder / f"{table.name}.parquet")
        assert frame.rows() == table.rows
        for column, kind in zip(table.columns, frame.dtypes, strict=True):
            single = kinds.get(column.kind, pl.String())
            assert kind == (pl.List(single) if column.several else single)


def test_what_is_not_said_is_null_or_an_empty_list(folder: Path) -> None:
    select = (
        f"SELECT rank, scope FROM '{folder}/claims.parquet' WHERE rank IS NULL AND len(scope) = 0"  # noqa: S608 (our file)
    )
    asked = duckdb.sql(select)
    assert asked is not None
    assert len(asked.fetchall()) > 1


def test_a_date_is_a_date(shipped: backspasm.Dataset) -> None:
    (documents,) = [table for table in read_tables(shipped) if table.name == "documents"]
    names = [column.name for column in documents.columns]
    assert documents.rows[1][names.index("modified")] == date(2022, 4, 19)


def test_the_schema_tells_what_it_holds(
    folder: Path, graph: backspasm.Dataset, tables: list[Table]
) -> None:
    facts = read_facts(graph)
    for table in tables:
        schema = pq.read_schema(folder / f"{table.name}.parquet")
        assert schema.metadata[b"description"].decode() == table.says
        assert schema.metadata[b"dataset_version"].decode() == facts.version
        assert schema.metadata.get(b"dataset_title", b"").decode() == facts.title
        assert schema.metadata.get(b"dataset_license", b"").decode() == facts.license
        for column in table.columns:
            told = schema.field(column.name).metadata[b"description"].decode()
            assert told == table.described[column.name] != ""


def test_doubles_keep_each_figure(shipped: backspasm.Dataset) -> None:
    select = "SELECT ?value { ?thing bsv:value|bsv:minimum|bsv:maximum|sssom:confidence ?value }"
    figures = {value for (value,) in shipped.rows(select)}
    assert len(figures) > 3
    assert {f"{float(figure):.15g}" for figure in figures} == figures


def test_without_pyarrow(small: backspasm.Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(BackspasmError, match=r'pip install "backspasm\[release\]"'):
        parquet.files(small)
