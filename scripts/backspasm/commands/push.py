"""`backspasm push`: load the graphs into a store elsewhere."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from backspasm.commands.shared import (
    ROW_FORMATS,
    Choice,
    data_option,
    format_option,
    note,
    output_option,
    timeout_option,
    write,
)
from backspasm.errors import EndpointError

if TYPE_CHECKING:
    from backspasm.push import Store

__all__ = ["command"]

_REFUSED = (400, 405)
"""What an endpoint that takes updates alone answers to a query (RFC 9110, section 15.5)."""


@click.command(
    "push",
    epilog="\b\nExamples:\n"
    "  backspasm push --endpoint http://localhost:7878/store \\\n"
    "    --query-endpoint http://localhost:7878/query\n"
    "  backspasm push --protocol update --endpoint http://localhost:7878/update \\\n"
    "    --query-endpoint http://localhost:7878/query\n"
    "  backspasm push --endpoint http://localhost:8890/sparql-graph-crud-auth \\\n"
    "    --query-endpoint http://localhost:8890/sparql\n\n"
    "Credentials come from the environment: BACKSPASM_USER and BACKSPASM_PASSWORD, or "
    "BACKSPASM_TOKEN.",
)
@click.option(
    "--endpoint", metavar="URL", required=True, help="Where the store takes graphs or updates."
)
@click.option(
    "--protocol",
    type=Choice(("graph-store", "update")),
    default="graph-store",
    help="What it speaks there. Default: graph-store, which sends each graph by one request; "
    "update sends parts and can go on after an interruption within a graph.",
)
@click.option(
    "--query-endpoint",
    "queries",
    metavar="URL",
    help="Where it answers queries, to count what arrived. Default with update: the endpoint.",
)
@click.option("--force", is_flag=True, help="Send also what is there already.")
@timeout_option
@format_option(*ROW_FORMATS, default="table")
@output_option
@data_option
def command(
    endpoint: str,
    protocol: str,
    queries: str | None,
    force: bool,  # noqa: FBT001 (click's)
    timeout: float | None,
    form: str,
    output: str | None,
    data: tuple[str, ...],
) -> int:
    """Load the graphs into a store elsewhere, each one replaced as a whole.

    What is there already is not sent again, so the same command goes on after an
    interruption. Ends with status 1 where the store has another number of triples.
    """
    from backspasm import tables
    from backspasm.dataset import load
    from backspasm.namespaces import shorten
    from backspasm.push import contents, push

    store = _store(endpoint, protocol, queries, timeout)
    wanted = contents(load(*data, snapshot=True).quads())
    progress = _Progress()
    try:
        loaded = push(wanted, store, progress.say, force=force)
    except EndpointError as error:
        if protocol == "update" and queries is None and error.status in _REFUSED:
            error.remedy = "add --query-endpoint URL: this one may take updates alone"
        raise
    finally:
        progress.end()
    rows = [
        [shorten(graph.value), sent, "" if there is None else there, _said(skipped)]
        for graph, sent, there, skipped in loaded
    ]
    write(tables.written(["graph", "triples", "there", "outcome"], rows, form), output)
    if store.queries is None:
        note("nothing was counted there; give --query-endpoint to have it checked")
    wrong = [shorten(one.graph.value) for one in loaded if one.there not in (None, one.sent)]
    if wrong:
        note(f"{', '.join(wrong)}: the store has another number of triples than was sent")
    return 1 if wrong else 0


def _said(skipped: bool) -> str:  # noqa: FBT001 (one word for one flag)
    return "unchanged" if skipped else "loaded"


def _store(endpoint: str, protocol: str, queries: str | None, timeout: float | None) -> Store:
    from backspasm.connection import Connection
    from backspasm.endpoint import Endpoint
    from backspasm.push import GraphStore, Updates

    connection = Connection(endpoint, timeout)
    if protocol == "update":
        return Updates(connection, Endpoint(queries or endpoint, timeout))
    return GraphStore(connection, Endpoint(queries, timeout) if queries else None)


class _Progress:
    """Says how far it is: line by line, or in one line of a terminal that is written anew."""

    def __init__(self) -> None:
        self.rewrites = sys.stderr is not None and sys.stderr.isatty()
        self.width = 0

    def say(self, text: str) -> None:
        """Say something in place of what was said before."""
        if not self.rewrites:
            note(text)
            return
        click.echo(f"\r{text.ljust(self.width)}", err=True, nl=False)
        self.width = len(text)

    def end(self) -> None:
        """End the line that is written anew."""
        if self.rewrites and self.width:
            click.echo(err=True)
