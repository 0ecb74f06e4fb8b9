"""`backspasm export`: write the whole graph, or a release; check a release."""

from __future__ import annotations

import sys

import click

from backspasm.commands.shared import (
    Source,
    example,
    format_option,
    note,
    output_option,
    source_options,
    write,
)
from backspasm.errors import UseError

__all__ = ["command"]

VIEWS = ("rdf12", "json", "csv", "parquet", "graphml", "kgx", "sssom", "schema-org")
"""The other forms that a release holds, which its producers know too; here so that a help
page loads nothing."""


@click.command(
    "export",
    epilog=example(
        "backspasm export --format jsonld --output backspasm.jsonld\n"
        "  backspasm export --release backspasm-0.1.0\n"
        "  backspasm export --check backspasm-0.1.0"
    ),
)
@format_option("turtle", "trig", "nquads", "jsonld", *VIEWS)
@output_option
@click.option(
    "--release", metavar="DIR", help="Write every form, described and with digests, to a folder."
)
@click.option("--check", metavar="DIR", help="Check a release that was written or downloaded.")
@source_options
def command(
    form: str | None, output: str | None, release: str | None, check: str | None, source: Source
) -> int:
    """Write the whole graph: authored, vocabulary and derived.

    Turtle holds the union of the graphs, the other formats keep them apart. N-Quads are
    in canonical form (RDFC-1.0). The default is what the name of the output file ends in
    (ttl, trig, nq, jsonld, graphml), and Turtle on standard output. The other formats are
    views for other tools; one of several files needs --output DIR, a folder that is not there
    yet.

    A release is a folder that is written whole or not at all and replaces an older
    release. Its name is the digest of what it says, which is printed. A folder
    `.backspasm-….new` beside it, left by a run that was killed, may be deleted.

    Exit status of --check 0: the release is whole. 1: it is not. 2: it could not be checked.
    """
    _refuse(form, output, release, check, source)
    if check is not None:
        return _check(check)
    if release is not None:
        return _release(release, source)
    from backspasm import export as exporting

    form = form or exporting.format_of(output)
    if form in VIEWS:
        _view(form, output, source)
        return 0
    write(exporting.export(source.graph(), form), output)
    return 0


def _refuse(
    form: str | None, output: str | None, release: str | None, check: str | None, source: Source
) -> None:
    """Refuse options that mean nothing together."""
    mode = "--check" if check is not None else "--release" if release is not None else None
    if mode is None:
        return
    given = {
        "--release": check is not None and release is not None,
        "--format": form is not None,
        "--output": output is not None,
        "--data": check is not None and source.data,
        "--endpoint": source.endpoint is not None,
        "--timeout": source.timeout is not None,
    }
    useless = [option for option, there in given.items() if there]
    if not useless:
        return
    remedy = f"leave out {useless[0]}"
    if useless[0] == "--endpoint" and release is not None:
        remedy = "use --data: an endpoint may write numbers anew, and the digest would change"
    raise UseError("do not go together", place=f"{mode}, {useless[0]}", remedy=remedy)


def _view(name: str, output: str | None, source: Source) -> None:
    from backspasm.output import write_folder
    from backspasm.release.producers import PRODUCERS

    (producer,) = (producer for producer in PRODUCERS if producer.name == name)
    files = producer.files(source.graph())
    if len(files) == 1:
        write(files[0].content, output)
    elif output in (None, "-"):
        raise UseError(
            f"{len(files)} files", place=f"--format {name}", remedy="add --output DIR, a new folder"
        )
    else:
        write_folder(str(output), {file.path.partition("/")[2]: file.content for file in files})


def _release(folder: str, source: Source) -> int:
    from backspasm.release.composition import compose
    from backspasm.release.installation import check_place, install
    from backspasm.release.manifest import release_iri

    check_place(folder)
    composition = compose(source.graph(), say=_progress)
    _progress("Writing")
    install(composition.files, folder)
    size = sum(map(len, composition.files.values()))
    note(f"{composition.digest}: {len(composition.files)} files, {size:,} bytes")
    click.echo(release_iri(composition.digest).value)
    return 0


def _progress(text: str) -> None:
    """A line on a terminal; nothing where nobody watches."""
    if sys.stderr is not None and sys.stderr.isatty():
        note(text)


def _check(folder: str) -> int:
    from backspasm.release.check import check

    findings, left = check(folder)
    for finding in findings:
        click.echo(str(finding))
    if left:
        note(f"Not all could be compared with what it should be: {left}.")
    if not findings:
        note("The release is whole.")
    return 1 if findings else 0
