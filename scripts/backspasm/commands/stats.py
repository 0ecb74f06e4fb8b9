"""`backspasm stats`: count what the dataset holds."""

from __future__ import annotations

import click

from backspasm.commands.shared import (
    ROW_FORMATS,
    Source,
    example,
    format_option,
    output_option,
    source_options,
    write,
)

__all__ = ["command"]


@click.command("stats", epilog=example("backspasm stats --format markdown"))
@format_option(*ROW_FORMATS, default="table")
@output_option
@source_options
def command(form: str, output: str | None, source: Source) -> None:
    """Say what the dataset holds."""
    from backspasm import stats as counting
    from backspasm import tables

    rows: list[list[tables.Cell]] = [
        [count.things, count.group, count.number] for count in counting.stats(source.graph())
    ]
    write(tables.written(["what", "which", "count"], rows, form), output)
