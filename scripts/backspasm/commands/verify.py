"""`backspasm verify`: check passages against the source texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from backspasm.commands.shared import (
    Source,
    format_option,
    note,
    output_option,
    source_options,
    write,
)
from backspasm.errors import UseError

if TYPE_CHECKING:
    from backspasm.graph import Graph

__all__ = ["command"]


@click.command(
    "verify",
    epilog="\b\nExamples:\n"
    "  backspasm verify sources\n"
    "  backspasm verify --find 'lower back spasm' sources/text.txt",
)
@click.argument("texts")
@click.option(
    "--find", "phrase", metavar="PHRASE", help="Where a phrase stands in the text, for curators."
)
@format_option("text", "json", default="text")
@output_option
@source_options
def command(texts: str, phrase: str | None, form: str, output: str | None, source: Source) -> int:
    """Check every passage against the source texts in a folder.

    With --find, print offsets, section, digest and Turtle for each place where a
    phrase stands in one text.
    """
    from backspasm import passages

    if phrase is not None:
        write(_found(texts, phrase, form, source.graph()), output)
        return 0
    outcome = passages.verify(source.graph(), texts)
    if not outcome.documents:
        raise UseError(
            "no document to verify",
            place=source.endpoint or " ".join(source.data),
            remedy="give data with documents",
        )
    write(outcome.to_json() if form == "json" else outcome.render(), output)
    if outcome.wrong:
        return 1
    if outcome.missing:
        raise UseError(
            f"{len(outcome.missing)} of {len(outcome.documents)} texts are missing",
            place=texts,
            remedy="put the files there that the output names",
        )
    return 0


def _found(path: str, phrase: str, form: str, dataset: Graph) -> str:
    from backspasm import passages
    from backspasm.texts import find, read_text

    text = read_text(path)
    places = find(text, phrase)
    document = passages.document_of(dataset, text)
    if document is None:
        document = passages.guessed_document(path)
        note(f"{path}: no document of the dataset; {document} is only a proposal")
    if form == "json":
        import json

        entries = [{**p._asdict(), "document": document} for p in places]
        return json.dumps(entries, ensure_ascii=False, indent=2) + "\n"
    return "\n".join(passages.as_found(document, place) for place in places)
