"""The command line: its commands, exit status and errors; the work is done elsewhere.

Exit status 0: done, or conforms. 1: does not conform, or differs. 2: wrong use or
unreadable input, with one line on standard error.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING

import click

from backspasm.commands.shared import example
from backspasm.errors import BackspasmError, UseError, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["cli", "main"]

COMMANDS = (
    "compare",
    "diff",
    "draw",
    "explain",
    "export",
    "gaps",
    "push",
    "query",
    "questions",
    "search",
    "show",
    "stats",
    "validate",
    "verify",
)
"""The commands: each is a module of `backspasm.commands`."""


class Commands(click.Group):
    """The commands, each imported when it is called; a mistyped one is met with the nearest."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command with a name, or None."""
        if cmd_name not in COMMANDS:
            return None
        found: click.Command = import_module(f"backspasm.commands.{cmd_name}").command
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is named, or an error that offers the nearest."""
        known = not args or args[0] in COMMANDS or args[0].startswith("-")
        if not known and not ctx.resilient_parsing:  # the shell completes what is half typed
            remedy = did_you_mean(args[0], COMMANDS, otherwise="see backspasm --help")
            raise UseError("no such command", place=args[0], remedy=remedy)
        return super().resolve_command(ctx, args)


def _say_version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:  # noqa: FBT001 (click's)
    if wanted:
        from backspasm import __version__

        click.echo(f"backspasm {__version__}")
        ctx.exit()


@click.group(
    cls=Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=example('backspasm query --text "SELECT ?cause { ?cause a bsv:Cause }"'),
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_say_version,
    help="Say the version.",
)
@click.pass_context
def cli(ctx: click.Context) -> None:
    """What causes back muscle spasm: who says so, where, and how firmly.

    A record of what texts claim, not medical advice.
    """
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status; errors become one line.

    Args:
        arguments: what stands behind the name of the program; by default its own.
    """
    try:
        _readable(sys.argv[1:] if arguments is None else arguments)
        status = cli.main(
            args=None if arguments is None else list(arguments),
            prog_name="backspasm",
            standalone_mode=False,
        )
    except click.ClickException as error:
        _complain(_one_line(error))
    except BackspasmError as error:
        _complain(f"backspasm: {error}")
    except ImportError as error:
        _complain(
            f"backspasm: a package is broken: {' '.join(str(error).split())}; install it again"
        )
    except (OSError, RuntimeError, MemoryError) as error:
        click.echo(
            f"backspasm: {str(error) or type(error).__name__}; try again with less or elsewhere",
            err=True,
        )
    except Exception as error:  # noqa: BLE001 (a mistake of ours must not look like a finding)
        _own_mistake(error)
    else:
        return status if isinstance(status, int) else 0
    return 2


def _own_mistake(error: Exception) -> None:
    """What the package did not foresee, in one line; where it happened, if that is asked for."""
    if os.environ.get("BACKSPASM_TRACEBACK"):
        import traceback

        _complain("".join(traceback.format_exception(error)).rstrip())
    what = " ".join(f"{type(error).__name__}: {error}".split())
    _complain(f"backspasm: a mistake of backspasm: {what}; report it with BACKSPASM_TRACEBACK=1")


def _complain(line: str) -> None:
    click.echo(line, err=True)


def _readable(arguments: Sequence[str]) -> None:
    for argument in arguments:
        if os.path.lexists(argument):  # a file may have any name
            continue
        try:
            argument.encode()
        except UnicodeEncodeError as error:
            raise UseError(
                "not UTF-8", place=repr(argument), remedy="write the argument in UTF-8"
            ) from error


def _one_line(error: click.ClickException) -> str:
    context = getattr(error, "ctx", None)
    place = context.command_path if context else "backspasm"
    if isinstance(error, click.NoSuchOption):
        options = (
            [name for param in context.command.params for name in param.opts] if context else []
        )
        remedy = did_you_mean(
            error.option_name, [*options, "--help"], otherwise=f"see {place} --help"
        )
        return f"{place}: no such option {error.option_name}; {remedy}"
    message = " ".join(error.format_message().split()).rstrip(".")
    hint = "put names of several words in quotes, and " if "extra argument" in message else ""
    return f"{place}: {message[:1].lower()}{message[1:]}; {hint}see {place} --help"
