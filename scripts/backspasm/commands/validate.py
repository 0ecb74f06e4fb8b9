"""`backspasm validate`: check data against the shapes."""

from __future__ import annotations

import click

from backspasm.commands.shared import (
    data_option,
    example,
    format_option,
    output_option,
    write,
)

__all__ = ["command"]


@click.command("validate", epilog=example("backspasm validate --with-shipped my-claims.ttl"))
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
def command(
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
    write(written[form](), output)
    return 0 if report.conforms else 1
