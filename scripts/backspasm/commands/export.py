"""`backspasm export`: write the whole graph."""

from __future__ import annotations

import click

from backspasm.commands.shared import (
    Source,
    example,
    format_option,
    output_option,
    source_options,
    write,
)

__all__ = ["command"]


@click.command(
    "export", epilog=example("backspasm export --format jsonld --output backspasm.jsonld")
)
@format_option("turtle", "trig", "nquads", "jsonld")
@output_option
@source_options
def command(form: str | None, output: str | None, source: Source) -> None:
    """Write the whole graph: authored, vocabulary and derived.

    Turtle holds the union of the graphs, the other formats keep them apart. The
    default is what the name of the output file ends in (ttl, trig, nq, jsonld), and
    Turtle on standard output.
    """
    from backspasm import export as exporting

    form = form or exporting.format_of(output)
    write(exporting.export(source.graph(), form), output)
