"""What the commands share: options, words, and how a mistyped one is met."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from backspasm.errors import UseError, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = [
    "Choice",
    "Commands",
    "data_option",
    "example",
    "format_option",
    "output_option",
    "say_version",
]


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

    def get_metavar(self, param: click.Parameter, ctx: click.Context | None = None) -> str:
        """The words, for the help page."""
        return "|".join(self.words)


class Commands(click.Group):
    """The commands; a mistyped one is met with the nearest."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is named, or an error that offers the nearest."""
        if args and args[0] not in self.commands and not args[0].startswith("-"):
            remedy = did_you_mean(args[0], self.commands, otherwise="see backspasm --help")
            raise UseError("no such command", place=args[0], remedy=remedy)
        return super().resolve_command(ctx, args)


def say_version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:  # noqa: FBT001 (click's)
    """Say the version and stop."""
    if wanted:
        from backspasm import __version__

        click.echo(f"backspasm {__version__}")
        ctx.exit()


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
data_option = click.option(
    "--data",
    metavar="PATH",
    multiple=True,
    help="RDF file or folder to use instead of the shipped data; may be given again.",
)
