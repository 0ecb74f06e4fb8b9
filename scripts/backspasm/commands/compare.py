"""`backspasm compare`: what documents say alike, differently, against each other, or alone."""

from __future__ import annotations

import click

from backspasm.commands import completion
from backspasm.commands.shared import (
    ROW_FORMATS,
    Choice,
    Source,
    example,
    format_option,
    output_option,
    source_options,
    write,
)

__all__ = ["command"]

WORDS = ("same", "differs", "contradicts", "near", "alone")
"""The categories, which the comparison knows too; here so that a help page loads nothing."""


@click.command(
    "compare",
    epilog=example("backspasm compare lower-back-spasm-causes seven-causes --only differs"),
)
@click.argument("document", nargs=-1, shell_complete=completion.names("document"))
@click.option(
    "--only",
    "categories",
    metavar="CATEGORY",
    multiple=True,
    type=Choice(WORDS),
    help=f"Of one category alone: {', '.join(WORDS)}; may be given again.",
)
@click.option(
    "--about",
    metavar="CONCEPT",
    shell_complete=completion.names("concept"),
    help="Of one concept or a narrower one alone.",
)
@format_option(*ROW_FORMATS, default="table")
@output_option
@source_options
def command(
    document: tuple[str, ...],
    categories: tuple[str, ...],
    about: str | None,
    form: str,
    output: str | None,
    source: Source,
) -> None:
    """Compare what two or more documents say.

    DOCUMENT is a title, an id, a CURIE or a full IRI; by default all are compared. There
    is one row for each thing said, with how firmly each document says it, its words and
    its claims. Causal predicates count as one relation (→). Figures and mechanisms are
    not compared.
    """
    from backspasm import comparison, side_by_side, tables
    from backspasm.terms import resolve

    graph = source.graph()
    names = [resolve(graph, name, "document") for name in document]
    concept = None if about is None else resolve(graph, about, "concept")
    compared = comparison.compare(graph, names or None, concept)
    if categories:
        compared = compared.only(categories)
    write(side_by_side.written(compared, form, tables.terminal_width()), output)
