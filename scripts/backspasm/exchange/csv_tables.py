"""The tables as CSV for spreadsheets, with a description of their columns beside them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from backspasm.distribution import Distribution
from backspasm.exchange.records import read_facts, read_tables
from backspasm.tables import delimited

if TYPE_CHECKING:
    from collections.abc import Sequence

    from backspasm.exchange.columns import Column
    from backspasm.exchange.records import Facts, Table, Value
    from backspasm.graph import Graph

__all__ = ["SEPARATOR", "cell", "files", "guarded", "parted", "unguarded"]

SEPARATOR = "; "
"""What stands between several values in one cell."""

_DATATYPES = {"integer": "integer", "number": "decimal", "boolean": "boolean", "date": "date"}

_FORMULA = re.compile(r"'*[=+\-@\t\r\n\uff0b\uff0d\uff1d\uff20]")
_GUARDED = re.compile(r"''*[=+\-@\t\r\n\uff0b\uff0d\uff1d\uff20]")
_SEPARATING = re.compile(";(?=\u00a0* )")
_KEPT = re.compile(";\u00a0(?=\u00a0* )")


def files(graph: Graph) -> list[Distribution]:
    """A CSV file for each table (RFC 4180, UTF-8, with a header), and `csv-metadata.json`.

    The metadata is a table group of CSV on the Web ("Metadata Vocabulary for Tabular
    Data", W3C Recommendation of 17 December 2015): keys, datatypes, and descriptions
    from the vocabulary.
    """
    tables = read_tables(graph)
    written = [Distribution(f"csv/{table.name}.csv", "text/csv", _table(table)) for table in tables]
    return [*written, _metadata(tables, read_facts(graph))]


def guarded(text: str) -> str:
    """A text that no spreadsheet takes for a formula: one that begins like it gets an apostrophe.

    What already begins with apostrophes before such a mark gets one more, so that
    `unguarded` gives back every text. See OWASP, "CSV Injection".
    """
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """The text that `guarded` was given."""
    return text[1:] if _GUARDED.match(text) else text


def parted(text: str) -> list[str]:
    """The several values in a cell.

    A semicolon before a blank in a value gets a no-break space behind it, and one more where it
    has some: CSV on the Web has no other way to keep a separator (Tabular Data, section 6.4.1).
    """
    return [unguarded(_KEPT.sub(";", value)) for value in text.split(SEPARATOR)] if text else []


def cell(value: Value) -> str:
    """A value as it stands in a cell; several values stand with `SEPARATOR` between them."""
    if isinstance(value, list):
        return SEPARATOR.join(_SEPARATING.sub(";\u00a0", guarded(one)) for one in value)
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return f"{value:.15g}"
    return guarded(value) if isinstance(value, str) else "" if value is None else str(value)


def _table(table: Table) -> bytes:
    header = [column.name for column in table.columns]
    rows = [[cell(value) for value in row] for row in table.rows]
    return delimited(header, rows, "csv").encode()


def _metadata(tables: Sequence[Table], facts: Facts) -> Distribution:
    import json

    told = {
        "dc:title": facts.title,
        "dc:description": facts.description,
        "dc:creator": facts.creator,
        "dc:license": {"@id": facts.license} if facts.license else "",
        "schema:version": facts.version,
    }
    content = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        **{name: value for name, value in told.items() if value},
        "tables": [_described(table) for table in tables],
    }
    text = json.dumps(content, ensure_ascii=False, indent=2) + "\n"
    return Distribution("csv/csv-metadata.json", "application/csvm+json", text.encode())


def _described(table: Table) -> dict[str, Any]:
    known = {
        "url": f"{table.name}.csv",
        "dc:description": table.says,
        "tableSchema": {
            "columns": [_column(table, column) for column in table.columns],
            "primaryKey": list(table.key),
            "foreignKeys": [
                {
                    "columnReference": column.name,
                    "reference": {
                        "resource": f"{column.targets[0]}.csv",
                        "columnReference": _KEYS[column.targets[0]],
                    },
                }
                for column in table.columns
                if len(column.targets) == 1 and column.required
            ],
        },
    }
    return {name: value for name, value in known.items() if value}


def _column(table: Table, column: Column) -> dict[str, Any]:
    known: dict[str, Any] = {
        "name": column.name,
        "titles": column.name,
        "dc:description": table.described[column.name],
        "datatype": _DATATYPES.get(column.kind, "string"),
        "required": column.required or column.name in table.key,
        "propertyUrl": column.property,
        "separator": SEPARATOR if column.several else "",
    }
    return {name: value for name, value in known.items() if value}


_KEYS = {
    "concepts": "concept",
    "claims": "claim",
    "mechanisms": "mechanism",
    "steps": "step",
    "findings": "finding",
    "passages": "passage",
    "documents": "document",
    "mappings": "mapping",
    "terms": "term",
}
