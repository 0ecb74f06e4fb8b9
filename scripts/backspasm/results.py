"""What a query answers, as text in one of the formats of the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph

from backspasm.errors import QueryError
from backspasm.namespaces import shorten
from backspasm.serialisation import GRAPH_FORMATS, serialise_triples
from backspasm.tables import delimited, markdown, table, terminal_width

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from backspasm.graph import Answer

__all__ = ["RESULT_FORMATS", "render"]

_NATIVE = {
    "json": pyoxigraph.QueryResultsFormat.JSON,
    "xml": pyoxigraph.QueryResultsFormat.XML,
    "tsv": pyoxigraph.QueryResultsFormat.TSV,
}

SOLUTION_FORMATS = ("table", "csv", "tsv", "json", "xml", "markdown")
"""The formats for the solutions of SELECT and the answer of ASK."""

RESULT_FORMATS = (*SOLUTION_FORMATS, *GRAPH_FORMATS)
"""All formats of `backspasm query`."""


def render(
    answer: Answer,
    format_name: str | None = None,
    *,
    order: Sequence[str] = (),
    hidden: Collection[str] = (),
    width: int | None = None,
) -> bytes:
    """An answer in a format, in UTF-8.

    Args:
        answer: solutions, a truth value or triples; read to its end.
        format_name: one of `RESULT_FORMATS`; by default a table, or Turtle for triples.
            CSV, TSV, JSON and XML are those of SPARQL 1.1 and hold full IRIs.
            Tables are for people: they hold CURIEs and bare text.
        order: variables in the order of their columns, in tables and CSV.
        hidden: variables that tables leave out.
        width: the columns of the terminal, for a table.

    Raises:
        QueryError: the format does not fit the kind of answer.
    """
    if isinstance(answer, pyoxigraph.QueryTriples):
        name = format_name or "turtle"
        if name not in GRAPH_FORMATS:
            raise _misfit(name, "triples", GRAPH_FORMATS)
        return serialise_triples(answer, name)
    name = format_name or "table"
    if name not in SOLUTION_FORMATS:
        kind = "a truth value" if isinstance(answer, pyoxigraph.QueryBoolean) else "solutions"
        raise _misfit(name, kind, SOLUTION_FORMATS)
    if isinstance(answer, pyoxigraph.QueryBoolean):
        return _truth(answer, name)
    if name in _NATIVE:
        return _ended(answer.serialize(format=_NATIVE[name]))
    return _columns(answer, name, order, hidden, width or terminal_width()).encode()


def _misfit(name: str, kind: str, fitting: Collection[str]) -> QueryError:
    return QueryError(
        f"the query answers {kind}, which {name} cannot hold",
        place="--format",
        remedy=f"use {', '.join(fitting)}",
    )


def _truth(answer: pyoxigraph.QueryBoolean, name: str) -> bytes:
    if name in ("json", "xml"):
        return _ended(answer.serialize(format=_NATIVE[name]))
    return b"true\n" if answer else b"false\n"


def _ended(content: bytes | None) -> bytes:
    text = content or b""
    return text if text.endswith(b"\n") else text + b"\n"


def _columns(
    answer: pyoxigraph.QuerySolutions,
    name: str,
    order: Sequence[str],
    hidden: Collection[str],
    width: int,
) -> str:
    projected = [variable.value for variable in answer.variables]
    header = [variable for variable in order if variable in projected] or projected
    if name == "csv":
        rows = [[_plain(solution[variable]) for variable in header] for solution in answer]
        return delimited(header, rows, name)
    header = [variable for variable in header if variable not in hidden] or header
    rows = [[_short(solution[variable]) for variable in header] for solution in answer]
    return table(header, rows, width) if name == "table" else markdown(header, rows)


def _plain(term: object) -> str:
    if isinstance(term, (pyoxigraph.NamedNode, pyoxigraph.Literal)):
        return term.value
    return "" if term is None else str(term)


def _short(term: object) -> str:
    return shorten(term.value) if isinstance(term, pyoxigraph.NamedNode) else _plain(term)
