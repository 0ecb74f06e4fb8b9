"""The tables as Parquet, for DuckDB, Polars, Spark and whatever else reads columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from backspasm.distribution import Distribution
from backspasm.errors import BackspasmError
from backspasm.exchange.records import read_facts, read_tables

if TYPE_CHECKING:
    from backspasm.exchange.columns import Column
    from backspasm.exchange.records import Table
    from backspasm.graph import Graph

__all__ = ["files"]

_MEDIA_TYPE = "application/vnd.apache.parquet"


def files(graph: Graph) -> list[Distribution]:
    """A Parquet file for each table (Apache Parquet format, version 2.6).

    Several values are a list, which is empty where nothing is said; a single value that
    is not said is null. Figures are doubles: a decimal would come back as an object in
    pandas, and no figure needs more than the 15 digits that a double keeps. Each column
    has its description as field metadata, each file what it holds, and title, licence
    and version of the dataset.

    Raises:
        BackspasmError: pyarrow is not installed.
        DataError: see `read_tables`.
    """
    try:
        import pyarrow as pa
    except ImportError as error:
        raise BackspasmError(
            "pyarrow is not installed",
            place="Parquet",
            remedy='install it with pip install "backspasm[release]"',
        ) from error
    facts = read_facts(graph)._asdict()
    told = {f"dataset_{name}": value for name, value in facts.items() if value}
    return [
        Distribution(f"parquet/{table.name}.parquet", _MEDIA_TYPE, _written(pa, table, told))
        for table in read_tables(graph)
    ]


def _written(pa: Any, table: Table, told: dict[str, str]) -> bytes:
    import pyarrow.parquet as pq

    metadata = {"table": table.name, "description": table.says, **told}
    schema = pa.schema([_field(pa, table, column) for column in table.columns], metadata)
    names = [column.name for column in table.columns]
    rows = [dict(zip(names, row, strict=True)) for row in table.rows]
    out = pa.BufferOutputStream()
    # DuckDB, Polars and Spark read Snappy, and small readers have often no other.
    pq.write_table(pa.Table.from_pylist(rows, schema), out, version="2.6", compression="snappy")
    content: bytes = out.getvalue().to_pybytes()
    return content


def _field(pa: Any, table: Table, column: Column) -> Any:
    kinds = {
        "integer": pa.int64(),
        "number": pa.float64(),
        "boolean": pa.bool_(),
        "date": pa.date32(),
    }
    kind = kinds.get(column.kind, pa.string())
    described = {"description": table.described[column.name]}
    return pa.field(column.name, pa.list_(kind) if column.several else kind, metadata=described)
