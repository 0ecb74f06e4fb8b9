"""`backspasm questions`: list the competency questions."""

from __future__ import annotations

import click

from backspasm.commands.shared import (
    ROW_FORMATS,
    example,
    format_option,
    output_option,
    write,
)

__all__ = ["command"]


@click.command("questions", epilog=example("backspasm questions --format json"))
@format_option(*ROW_FORMATS, default="table")
@output_option
def command(form: str, output: str | None) -> None:
    """List the competency questions, with their parameters."""
    from backspasm import questions as catalogue
    from backspasm import tables

    rows = []
    for asked in catalogue.questions():
        row = [asked.name, asked.title, ", ".join(map(str, asked.parameters))]
        rows.append(row if form in ("table", "markdown") else [*row, asked.description])
    header = ["question", "title", "parameters", "description"]
    write(
        tables.written(header[:3] if form in ("table", "markdown") else header, rows, form), output
    )
