"""`backspasm validate`: check data against the shapes, and say where it is wrong."""

from __future__ import annotations

import gc
import os
import shutil
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from backspasm.commands.shared import Choice, data_option, example, note, write
from backspasm.errors import BackspasmError, FileError, UseError, did_you_mean
from backspasm.validation.finding import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from backspasm.validation.validator import Validation

__all__ = ["command"]

FORMATS = ("text", "json", "sarif", "junit", "github", "markdown", "turtle", "ntriples")
"""The formats of a report; the last two are the validation report of the W3C."""

ENGINES = ("pyshacl", "shifty")


@click.command("validate", epilog=example("backspasm validate --with-shipped my-claims.ttl"))
@click.argument("path", nargs=-1)
@click.option(
    "--shapes",
    metavar="PATH",
    multiple=True,
    help="SHACL file or folder instead of the shipped ones; the data is then checked as it is.",
)
@click.option(
    "--with-shipped",
    is_flag=True,
    help="Check the files together with the shipped data, whose concepts they use.",
)
@click.option(
    "--context",
    metavar="PATH",
    multiple=True,
    help="File or folder that the data refers to; what is wrong there is told only where the "
    "data causes it. May be given again.",
)
@click.option(
    "--fail-on",
    type=Choice(SEVERITIES),
    default=SEVERITIES[0],
    help="The least severity that fails (exit status 1). Default: violation.",
)
@click.option(
    "--baseline",
    metavar="FILE",
    help="An earlier report in JSON, written in the same folder: only new findings are told.",
)
@click.option(
    "--changed-since",
    metavar="REV",
    help="Tell what is in files that changed since a git revision, and what the change broke "
    "elsewhere.",
)
@click.option(
    "--engine",
    type=Choice(ENGINES),
    default=ENGINES[0],
    help="Who checks the shapes; shifty is quick and an extra. Default: pyshacl.",
)
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    default=1,
    metavar="N",
    help="How many processes share the work. Default: 1.",
)
@click.option("--watch", is_flag=True, help="Check again whenever a file changes.")
@click.option(
    "--format",
    "form",
    type=Choice(FORMATS),
    default="text",
    help="How to write the report. Default: text.",
)
@click.option(
    "-o",
    "--output",
    metavar="[FORMAT=]FILE",
    multiple=True,
    help="Write to a file; with FORMAT= beside what is printed. May be given again.",
)
@data_option
def command(
    path: tuple[str, ...],
    data: tuple[str, ...],
    shapes: tuple[str, ...],
    watch: bool,  # noqa: FBT001 (click's)
    form: str,
    output: tuple[str, ...],
    **settings: Any,
) -> int:
    """Check data against the shapes: the shipped data, or files and folders of yours.

    In a folder, hidden files and folders and links to folders are passed over.

    Exit status 0: it conforms. 1: there are findings. 2: something could not be checked.
    """
    from backspasm.validation.validator import Settings, validate

    outputs, paths, chosen = _outputs(form, output), [*path, *data], Settings(**settings)
    if not paths and (shapes or chosen.context or chosen.with_shipped):
        raise UseError(
            "no data is named",
            place="--shapes, --context, --with-shipped",
            remedy="name the files to check; without these options the shipped data is checked",
        )

    def once() -> int:
        with _uncollected():
            return _told(validate(paths, shapes, chosen), outputs)

    return _repeated(once, [*paths, *shapes, *chosen.context]) if watch else once()


@contextmanager
def _uncollected() -> Iterator[None]:
    """No search for cycles among millions of triples that hold none: it costs an eighth."""
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()


def _repeated(once: Callable[[], int], paths: Sequence[str | os.PathLike[str]]) -> int:
    """Check at each change, until the user ends it; what then fails is told."""
    from backspasm.validation.watching import changes

    for _ in changes(paths):
        try:
            once()
        except BackspasmError as error:  # mended by the next change perhaps
            note(f"backspasm: {error}")
    return 0


def _outputs(form: str, output: Sequence[str]) -> list[tuple[str, str | None]]:
    """The formats with the files that they go to; None is standard output."""
    found: list[tuple[str, str | None]] = []
    for one in output:
        kind, equals, file = one.partition("=")
        if not equals or os.sep in kind:
            kind, file = form, one
        elif kind not in FORMATS:
            remedy = did_you_mean(kind, FORMATS, otherwise=f"use {', '.join(FORMATS)}")
            raise UseError(f"unknown format {kind}", place="--output", remedy=remedy)
        if not file:
            raise UseError("names no file", place=f"--output {one}", remedy="name one")
        found.append((kind, None if file == "-" else file))
    if all("=" in one for one in output) and (None not in (file for _, file in found)):
        found.insert(0, (form, None))
    places = [file and os.path.realpath(file) for _, file in found]
    if len(set(places)) < len(places):
        raise UseError(
            "two reports go to one place", place="--output", remedy="name a file for each"
        )
    return found


def _told(done: Validation, outputs: list[tuple[str, str | None]]) -> int:
    """Write each report; one that cannot be written does not keep back the others.

    Returns:
        The exit status.
    """
    failed: list[FileError] = []
    for kind, file in outputs:
        try:
            write(_written(kind, done, file), file)
        except FileError as error:
            failed.append(error)
    for problem in failed:
        note(f"backspasm: {problem}")
    if failed and not any(file is None for _, file in outputs):
        write(_written("text", done, None), None)
    return 2 if failed else done.report.status


def _written(kind: str, done: Validation, file: str | None) -> str:
    """A report in a format; in colour where a person looks at it."""
    from backspasm.validation import formats, w3c

    if kind == "ntriples":
        return w3c.report_ntriples(done.results, whole=not done.report.unchecked)
    if kind == "turtle":
        return w3c.report_turtle(done.results, whole=not done.report.unchecked)
    if kind == "text" and file is None:
        from backspasm.validation.formats import text

        width = shutil.get_terminal_size().columns
        return text.write(done.report, colour=text.coloured(sys.stdout), width=width)
    return formats.writer(kind)(done.report)
