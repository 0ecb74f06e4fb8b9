"""The command line: options, exit status and errors; the work is done elsewhere.

Exit status 0: done, or conforms. 1: does not conform, or differs. 2: wrong use or
unreadable input, with one line on standard error.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from backspasm.errors import BackspasmError, ParameterError, UseError, did_you_mean
from backspasm.options import (
    Commands,
    data_option,
    example,
    format_option,
    output_option,
    say_version,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from backspasm.graph import Dataset

__all__ = ["cli", "main"]

ROW_FORMATS = ("table", "csv", "tsv", "json", "markdown")


def _load(data: Sequence[str]) -> Dataset:
    from backspasm.graph import load

    return load(*data, snapshot=True)


def _write(content: bytes | str, output: str | None) -> None:
    from backspasm.output import print_out, write_whole

    whole = content.encode() if isinstance(content, str) else content
    if output and output != "-":
        write_whole(output, whole)
    else:
        print_out(whole)


def _note(text: str) -> None:
    click.echo(text, err=True)


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
    callback=say_version,
    help="Say the version.",
)
@click.pass_context
def cli(ctx: click.Context) -> None:
    """What causes back muscle spasm: who says so, where, and how firmly.

    A record of what texts claim, not medical advice.
    """
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


@cli.command(epilog=example("backspasm query --question mechanisms --set cause=dehydration"))
@click.argument("file", required=False, metavar="[FILE|-]")
@click.option("--text", metavar="QUERY", help="The query itself.")
@click.option("--question", metavar="NAME", help="A competency question; see backspasm questions.")
@click.option(
    "--set", "values", metavar="NAME=VALUE", multiple=True, help="A parameter of the question."
)
@format_option("table", "csv", "tsv", "json", "xml", "markdown", "turtle", "ntriples", "jsonld")
@output_option
@data_option
def query(
    file: str | None,
    text: str | None,
    question: str | None,
    values: tuple[str, ...],
    form: str | None,
    output: str | None,
    data: tuple[str, ...],
) -> None:
    """Ask a SPARQL query, from a file, standard input, --text or a question.

    All prefixes of the dataset are known. The default is a table, or Turtle for
    triples.
    """
    from backspasm.queries import inspect_query
    from backspasm.results import render

    if sum(source is not None for source in (file, text, question)) != 1:
        raise UseError(
            "one query is wanted", place="query", remedy="give FILE, -, --text or --question"
        )
    if values and question is None:
        raise UseError(
            "only a question has parameters", place="--set", remedy="add --question NAME"
        )
    if question is not None:
        from backspasm.questions import question as find_question

        asked = find_question(question)
        given = _settings(values)
        dataset = _load(data)
        bindings = asked.bindings(dataset, given)
        place, text = asked.name, asked.text
    else:
        place, text = ("--text", text) if text is not None else _query_text(str(file))
        dataset, bindings = _load(data), {}
    asking = inspect_query(text, place)
    if question is None:
        from backspasm.terms import check_names

        check_names(dataset, asking)
    answer = dataset.evaluate(asking, bindings)
    order = asking.variables if asking.selects_all else ()
    _write(render(answer, form, order=order, hidden=bindings), output)


def _query_text(file: str) -> tuple[str, str]:
    from backspasm.files import read_bytes

    place = "standard input" if file == "-" else file
    if file == "-" and sys.stdin is None:
        raise UseError("is closed", place=place, remedy="name a file, or use --text")
    content = sys.stdin.buffer.read() if file == "-" else read_bytes(file)
    try:
        return place, content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UseError(
            f"not UTF-8 at byte {error.start}", place=place, remedy="save it as UTF-8"
        ) from error


def _settings(values: Sequence[str]) -> dict[str, str]:
    settings: dict[str, str] = {}
    for setting in values:
        name, equals, value = setting.partition("=")
        if not equals or name in settings:
            problem = "given twice" if equals else "no value"
            raise ParameterError(
                problem, place=f"--set {setting}", remedy="write --set NAME=VALUE once"
            )
        settings[name] = value
    return settings


@cli.command(epilog=example("backspasm questions --format json"))
@format_option(*ROW_FORMATS, default="table")
@output_option
def questions(form: str, output: str | None) -> None:
    """List the competency questions, with their parameters."""
    from backspasm import questions as catalogue
    from backspasm import tables

    rows = []
    for asked in catalogue.questions():
        row = [asked.name, asked.title, ", ".join(map(str, asked.parameters))]
        rows.append(row if form in ("table", "markdown") else [*row, asked.description])
    header = ["question", "title", "parameters", "description"]
    _write(
        tables.written(header[:3] if form in ("table", "markdown") else header, rows, form), output
    )


@cli.command(epilog=example("backspasm search spasm"))
@click.argument("text", nargs=-1, required=True)
@format_option(*ROW_FORMATS, default="table")
@output_option
@data_option
def search(text: tuple[str, ...], form: str, output: str | None, data: tuple[str, ...]) -> None:
    """Find concepts by label, synonym or mapped id."""
    from backspasm import search as finding
    from backspasm import tables
    from backspasm.namespaces import shorten

    dataset, wanted = _load(data), " ".join(text)
    hits = finding.search(dataset, wanted)
    rows = [[shorten(h.concept), h.kind, h.label, f"{h.matched} ({h.role})"] for h in hits]
    _write(tables.written(["concept", "kind", "label", "found by"], rows, form), output)
    if not hits:
        _note(f"{wanted}: nothing found; {finding.nearest(dataset, wanted)}")


@cli.command(epilog=example("backspasm show dehydration"))
@click.argument("term", nargs=-1, required=True)
@format_option("text", "json", "turtle", default="text")
@output_option
@data_option
def show(term: tuple[str, ...], form: str, output: str | None, data: tuple[str, ...]) -> None:
    """Show a concept, claim, mechanism, document or finding, with all that is said of it.

    TERM is a label, a synonym, an id, a CURIE, a full IRI or a mapped public id.
    """
    from backspasm import pages, tables
    from backspasm import show as showing
    from backspasm.terms import resolve

    dataset = _load(data)
    shown = showing.page(dataset, resolve(dataset, " ".join(term)))
    if form == "turtle":
        _write(showing.as_turtle(dataset, shown), output)
    elif form == "json":
        _write(showing.as_json(shown), output)
    else:
        _write(pages.as_text(shown, tables.terminal_width()), output)


@cli.command(epilog=example("backspasm stats --format markdown"))
@format_option(*ROW_FORMATS, default="table")
@output_option
@data_option
def stats(form: str, output: str | None, data: tuple[str, ...]) -> None:
    """Say what the dataset holds."""
    from backspasm import stats as counting
    from backspasm import tables

    rows = [[c.things, c.group, str(c.number)] for c in counting.stats(_load(data))]
    _write(tables.written(["what", "which", "count"], rows, form), output)


@cli.command(epilog=example("backspasm validate --with-shipped my-claims.ttl"))
@click.argument("path", nargs=-1)
@click.option(
    "--shapes",
    metavar="PATH",
    multiple=True,
    help="SHACL file or folder instead of the shipped ones.",
)
@click.option(
    "--with-shipped",
    is_flag=True,
    help="Check the files together with the shipped data, whose concepts they use.",
)
@format_option("text", "json", "turtle", default="text")
@output_option
@data_option
def validate(
    path: tuple[str, ...],
    shapes: tuple[str, ...],
    with_shipped: bool,  # noqa: FBT001 (click's)
    form: str,
    output: str | None,
    data: tuple[str, ...],
) -> int:
    """Check data against the shapes: the shipped data, or files and folders of yours."""
    from pathlib import Path

    from backspasm import validation

    paths = [Path(name) for name in (*path, *data)]
    report = validation.validate(
        paths or None, [Path(name) for name in shapes] or None, with_shipped=with_shipped
    )
    written = {"text": report.render, "json": report.to_json, "turtle": report.graph_turtle}
    _write(written[form](), output)
    return 0 if report.conforms else 1


@cli.command(
    epilog="\b\nExamples:\n"
    "  backspasm verify sources\n"
    "  backspasm verify --find 'lower back spasm' sources/text.txt"
)
@click.argument("texts")
@click.option(
    "--find", "phrase", metavar="PHRASE", help="Where a phrase stands in the text, for curators."
)
@format_option("text", "json", default="text")
@output_option
@data_option
def verify(
    texts: str, phrase: str | None, form: str, output: str | None, data: tuple[str, ...]
) -> int:
    """Check every passage against the source texts in a folder.

    With --find, print offsets, section, digest and Turtle for each place where a
    phrase stands in one text.
    """
    from backspasm import passages

    if phrase is not None:
        _write(_found(texts, phrase, form, _load(data)), output)
        return 0
    outcome = passages.verify(_load(data), texts)
    if not outcome.documents:
        raise UseError(
            "no document to verify", place=" ".join(data), remedy="give data with documents"
        )
    _write(outcome.to_json() if form == "json" else outcome.render(), output)
    if outcome.wrong:
        return 1
    if outcome.missing:
        raise UseError(
            f"{len(outcome.missing)} of {len(outcome.documents)} texts are missing",
            place=texts,
            remedy="put the files there that the output names",
        )
    return 0


def _found(path: str, phrase: str, form: str, dataset: Dataset) -> str:
    from backspasm import passages
    from backspasm.texts import find, read_text

    text = read_text(path)
    places = find(text, phrase)
    document = passages.document_of(dataset, text)
    if document is None:
        document = passages.guessed_document(path)
        _note(f"{path}: no document of the dataset; {document} is only a proposal")
    if form == "json":
        import json

        entries = [{**p._asdict(), "document": document} for p in places]
        return json.dumps(entries, ensure_ascii=False, indent=2) + "\n"
    return "\n".join(passages.as_found(document, place) for place in places)


@cli.command(epilog=example("backspasm export --format jsonld --output backspasm.jsonld"))
@format_option("turtle", "trig", "nquads", "jsonld")
@output_option
@data_option
def export(form: str | None, output: str | None, data: tuple[str, ...]) -> None:
    """Write the whole graph: authored, vocabulary and derived.

    Turtle holds the union of the graphs, the other formats keep them apart. The
    default is what the name of the output file ends in (ttl, trig, nq, jsonld), and
    Turtle on standard output.
    """
    from backspasm import export as exporting

    form = form or exporting.format_of(output)
    _write(exporting.export(_load(data), form), output)


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
        _note(_one_line(error))
    except BackspasmError as error:
        _note(f"backspasm: {error}")
    except (OSError, RuntimeError, MemoryError) as error:
        _note(f"backspasm: {str(error) or type(error).__name__}; try again with less or elsewhere")
    else:
        return status if isinstance(status, int) else 0
    return 2


def _readable(arguments: Sequence[str]) -> None:
    for argument in arguments:
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
    return f"{place}: {message[:1].lower()}{message[1:]}; see {place} --help"
