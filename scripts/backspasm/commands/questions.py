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
    """List the competency questions, with their parameters.

    Markdown is a page with the description, an example and the query of each.
    """
    from backspasm import catalogue, tables
    from backspasm import questions as asking

    asked = asking.questions()
    if form == "markdown":
        write(catalogue.page(asked), output)
        return
    header = ["question", "title", "parameters", "description"]
    rows = [[q.name, q.title, ", ".join(map(str, q.parameters)), q.description] for q in asked]
    if form == "table":
        header, rows = header[:3], [row[:3] for row in rows]
    write(tables.written(header, rows, form), output)
