"""`backspasm query`: ask a SPARQL query or a competency question."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from backspasm.commands import completion
from backspasm.commands.shared import (
    ROW_FORMATS,
    Source,
    format_option,
    output_option,
    source_options,
    write,
)
from backspasm.errors import ParameterError, UseError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from backspasm.graph import Graph, Term
    from backspasm.queries import Query

__all__ = ["command"]


@click.command(
    "query",
    epilog="\b\nExamples:\n"
    "  backspasm query --question mechanisms --set cause=dehydration\n"
    "  backspasm query --question denied --endpoint http://localhost:7878/query",
)
@click.argument("file", required=False, metavar="[FILE|-]")
@click.option("--text", metavar="QUERY", help="The query itself.")
@click.option(
    "--question",
    metavar="NAME",
    shell_complete=completion.questions,
    help="A competency question; see backspasm questions.",
)
@click.option(
    "--set",
    "values",
    metavar="NAME=VALUE",
    multiple=True,
    shell_complete=completion.settings,
    help="A parameter of the question.",
)
@click.option(
    "--list-prefixes",
    is_flag=True,
    help="Print all prefixes that a query can use, as SPARQL or as a table.",
)
@format_option("table", "csv", "tsv", "json", "xml", "markdown", "turtle", "ntriples", "jsonld")
@output_option
@source_options
def command(
    file: str | None,
    text: str | None,
    question: str | None,
    values: tuple[str, ...],
    list_prefixes: bool,  # noqa: FBT001 (click's)
    form: str | None,
    output: str | None,
    source: Source,
) -> None:
    """Ask a SPARQL query, from a file, standard input, --text or a question.

    All prefixes of the dataset are known. The default is a table, or Turtle for
    triples.
    """
    from backspasm.results import render

    if list_prefixes and (file, text, question, values) == (None, None, None, ()):
        write(_prefixes(form), output)
        return
    if list_prefixes or sum(given is not None for given in (file, text, question)) != 1:
        raise UseError(
            "one query is wanted",
            place="query",
            remedy="give FILE, -, --text or --question, or --list-prefixes alone",
        )
    if values and question is None:
        raise UseError(
            "only a question has parameters", place="--set", remedy="add --question NAME"
        )
    dataset = source.graph()
    bindings: dict[str, Term] = {}
    if question is None:
        asking = _query(dataset, file, text)
    else:
        asking, bindings = _asked(dataset, question, _settings(values))
    answer = dataset.evaluate(asking, bindings)
    order = asking.variables if asking.selects_all else ()
    write(render(answer, form, order=order, hidden=bindings), output)


def _query(dataset: Graph, file: str | None, text: str | None) -> Query:
    """A query of the user's own, whose names are known."""
    from backspasm.queries import inspect_query
    from backspasm.terms import check_names

    place, written = ("--text", text) if text is not None else _query_text(str(file))
    asking = inspect_query(written, place)
    check_names(dataset, asking)
    return asking


def _asked(dataset: Graph, name: str, settings: dict[str, str]) -> tuple[Query, dict[str, Term]]:
    """A competency question, and the terms for its parameters."""
    from backspasm.queries import inspect_query
    from backspasm.questions import question

    asked = question(name)
    return inspect_query(asked.text, asked.name), asked.bindings(dataset, settings)


def _prefixes(form: str | None) -> str:
    """The prefixes as the prologue of a query, or as rows in a format."""
    from backspasm.namespaces import PREFIXES
    from backspasm.tables import written

    if form is None:
        return "".join(f"PREFIX {prefix}: <{space}>\n" for prefix, space in PREFIXES.items())
    if form not in ROW_FORMATS:
        remedy = f"use {', '.join(ROW_FORMATS)}, or no format for SPARQL"
        raise UseError(f"{form} cannot hold prefixes", place="--format", remedy=remedy)
    return written(["prefix", "namespace"], list(PREFIXES.items()), form)


def _query_text(file: str) -> tuple[str, str]:
    from backspasm.files import read_bytes

    place = "standard input" if file == "-" else file
    if file == "-" and sys.stdin is None:
        raise UseError("is closed", place=place, remedy="name a file, or use --text")
    content = sys.stdin.buffer.read() if file == "-" else read_bytes(file)
    try:
        return place, content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UseError(
            f"not UTF-8 at byte {error.start}", place=place, remedy="save it as UTF-8"
        ) from error


def _settings(values: Sequence[str]) -> dict[str, str]:
    settings: dict[str, str] = {}
    for setting in values:
        name, equals, value = setting.partition("=")
        if not equals or name in settings:
            problem = "given twice" if equals else "no value"
            raise ParameterError(
                problem, place=f"--set {setting}", remedy="write --set NAME=VALUE once"
            )
        settings[name] = value
    return settings
