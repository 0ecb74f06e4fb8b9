"""What the commands share: options, the graph they ask, and where their output goes."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from backspasm.errors import UseError, did_you_mean
from backspasm.limits import MAX_STEPS, MOST

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from click.shell_completion import CompletionItem

    from backspasm.graph import Graph

__all__ = [
    "ROW_FORMATS",
    "Choice",
    "Source",
    "data_option",
    "example",
    "format_option",
    "note",
    "output_option",
    "paths_options",
    "source_options",
    "timeout_option",
    "write",
]

ROW_FORMATS = ("table", "csv", "tsv", "json", "markdown")
"""The formats of commands that list rows."""


if TYPE_CHECKING:
    WordType = click.ParamType[str]
else:
    WordType = click.ParamType


class Choice(WordType):
    """One of several words; a mistyped one is met with the nearest."""

    name = "name"

    def __init__(self, words: Sequence[str]) -> None:
        self.words = words

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The word as it is known, or an error that offers the nearest."""
        word = str(value).lower()
        if word in self.words:
            return word
        place = param.opts[0] if param else ""
        remedy = did_you_mean(word, self.words, otherwise=f"use {', '.join(self.words)}")
        raise UseError(f"unknown word {value}", place=place, remedy=remedy)

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """The words that begin like what was typed."""
        from click.shell_completion import CompletionItem

        return [CompletionItem(word) for word in self.words if word.startswith(incomplete)]

    def get_metavar(self, param: click.Parameter, ctx: click.Context | None = None) -> str:
        """The words, for the help page."""
        return "|".join(self.words)


def example(command: str) -> str:
    """The end of a help page, with an example."""
    return f"\b\nExample:\n  {command}"


def format_option(*words: str, default: str | None = None) -> Callable[..., Any]:
    """The option --format, with the formats of a command."""
    text = f"How to write it.{f' Default: {default}.' if default else ''}"
    return click.option("--format", "form", type=Choice(words), default=default, help=text)


output_option = click.option(
    "-o", "--output", metavar="FILE", help="Write to a file, whole or not at all."
)


class Source(NamedTuple):
    """What a command asks.

    Attributes:
        data: files and folders in place of the shipped data.
        endpoint: the URL of a SPARQL endpoint in place of data on this machine, or None.
        timeout: seconds for each of its answers, or None.
    """

    data: tuple[str, ...]
    endpoint: str | None = None
    timeout: float | None = None

    def graph(self) -> Graph:
        """The graph: loaded, or behind the endpoint."""
        if self.endpoint is not None:
            if self.data:
                raise UseError(
                    "both name what is asked",
                    place="--data, --endpoint",
                    remedy="give one of them; `backspasm push` loads data at an endpoint",
                )
            from backspasm.endpoint import Endpoint

            return Endpoint(self.endpoint, self.timeout)
        if self.timeout is not None:
            raise UseError(
                "nothing is asked over the network", place="--timeout", remedy="add --endpoint URL"
            )
        from backspasm.dataset import load

        return load(*self.data, snapshot=True)


data_option = click.option(
    "--data",
    metavar="PATH",
    multiple=True,
    help="RDF file or folder to use instead of the shipped data; may be given again.",
)

timeout_option = click.option(
    "--timeout",
    metavar="SECONDS",
    type=click.FloatRange(min=0, min_open=True),
    help="Time for each answer of the endpoint. Default: 60.",
)


def source_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that say what a command asks; it gets them as one `source`."""

    @wraps(command)
    def with_source(
        *, data: tuple[str, ...], endpoint: str | None, timeout: float | None, **arguments: Any
    ) -> Any:
        return command(source=Source(data, endpoint, timeout), **arguments)

    endpoint_option = click.option(
        "--endpoint", metavar="URL", help="SPARQL 1.1 endpoint to ask instead of local data."
    )
    return data_option(endpoint_option(timeout_option(with_source)))


def paths_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that limit the paths from a cause to an effect: see `Graph.explain`."""
    options = (
        click.option(
            "--max-steps",
            type=click.IntRange(min=1),
            default=MAX_STEPS,
            metavar="N",
            help=f"How many steps a path may have. Default: {MAX_STEPS}.",
        ),
        click.option(
            "--strict",
            is_flag=True,
            help="Use firm claims only: stated or likely, in running text, without limits.",
        ),
        click.option(
            "--through",
            metavar="CONCEPT",
            multiple=True,
            help="A concept that each path must pass; may be given again.",
        ),
        click.option(
            "--without",
            metavar="CONCEPT",
            multiple=True,
            help="A concept that no path may pass; may be given again.",
        ),
        click.option(
            "--limit",
            type=click.IntRange(min=1),
            default=MOST,
            metavar="N",
            help=f"How many paths to show, the best first. Default: {MOST}.",
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


def write(content: bytes | str, output: str | None) -> None:
    """Write to a file, whole or not at all, or to standard output."""
    from backspasm.output import print_out, write_whole

    whole = content.encode() if isinstance(content, str) else content
    if output and output != "-":
        write_whole(output, whole)
    else:
        print_out(whole)


def note(text: str) -> None:
    """Say something beside the data, on standard error."""
    click.echo(text, err=True)
