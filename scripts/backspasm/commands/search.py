"""`backspasm search`: find concepts."""

from __future__ import annotations

import click

from backspasm.commands.shared import (
    ROW_FORMATS,
    Source,
    example,
    format_option,
    note,
    output_option,
    source_options,
    write,
)

__all__ = ["command"]


@click.command("search", epilog=example("backspasm search spasm"))
@click.argument("text", nargs=-1, required=True)
@format_option(*ROW_FORMATS, default="table")
@output_option
@source_options
def command(text: tuple[str, ...], form: str, output: str | None, source: Source) -> None:
    """Find concepts by label, synonym or mapped id."""
    from backspasm import search as finding
    from backspasm import tables
    from backspasm.namespaces import shorten

    dataset, wanted = source.graph(), " ".join(text)
    hits = finding.search(dataset, wanted)
    rows = [[shorten(h.concept), h.kind, h.label, f"{h.matched} ({h.role})"] for h in hits]
    write(tables.written(["concept", "kind", "label", "found by"], rows, form), output)
    if not hits:
        note(f"{wanted}: nothing found; {finding.nearest(dataset, wanted)}")
