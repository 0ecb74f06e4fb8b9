"""`backspasm show`: show one thing with all that is said of it."""

from __future__ import annotations

import click

from backspasm.commands import completion
from backspasm.commands.shared import (
    Source,
    example,
    format_option,
    output_option,
    source_options,
    write,
)

__all__ = ["command"]


@click.command("show", epilog=example("backspasm show dehydration"))
@click.argument(
    "term",
    nargs=-1,
    required=True,
    shell_complete=completion.names("concept", "mechanism", "document", "finding"),
)
@format_option("text", "json", "jsonld", "turtle", default="text")
@output_option
@source_options
def command(term: tuple[str, ...], form: str, output: str | None, source: Source) -> None:
    """Show a concept, claim, mechanism, document or finding, with all that is said of it.

    TERM is a label, a synonym, an id, a CURIE, a full IRI or a mapped public id. With
    jsonld it is the document that a release holds: of a condition the one in
    json/condition/, which has its mechanisms with their claims, and not that in json/concept/.
    """
    from backspasm import pages, tables
    from backspasm import show as showing
    from backspasm.terms import resolve

    dataset = source.graph()
    iri = resolve(dataset, " ".join(term))
    if form == "jsonld":
        from backspasm.documents import document_of
        from backspasm.jsonld import dumps

        write(dumps(document_of(dataset, iri)), output)
        return
    shown = showing.page(dataset, iri)
    if form == "turtle":
        write(showing.as_turtle(dataset, shown), output)
    elif form == "json":
        write(showing.as_json(shown), output)
    else:
        write(pages.as_text(shown, tables.terminal_width()), output)
