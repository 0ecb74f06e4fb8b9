"""`backspasm gaps`: what the dataset lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

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

if TYPE_CHECKING:
    from collections.abc import Sequence

    from backspasm.gaps import Gap
    from backspasm.tables import Cell

__all__ = ["command"]

SHOWN = 5
"""How many gaps of each kind a table shows, where no kind was asked for."""

WORDS = (
    "untraceable",
    "unnamed-studies",
    "single-document-edges",
    "claims-outside-mechanisms",
    "causes-without-mechanism",
    "names-only",
    "undefined-concepts",
    "unmapped-concepts",
)
"""The kinds of gaps, which the module knows too; here so that a help page loads nothing."""


@click.command("gaps", epilog=example("backspasm gaps --kind single-document-edges"))
@click.option(
    "--kind",
    "kinds",
    metavar="KIND",
    multiple=True,
    type=Choice(WORDS),
    help=f"Of one kind alone: {', '.join(WORDS)}; may be given again.",
)
@format_option(*ROW_FORMATS, default="table")
@output_option
@source_options
def command(kinds: tuple[str, ...], form: str, output: str | None, source: Source) -> None:
    """List what the dataset lacks.

    That is evidence, second sources, mechanisms, definitions and mappings. A summary comes
    first. A table without --kind shows the first of each kind; the other
    formats hold all, and CSV, TSV and JSON no summary. Each kind is a question of the same
    name, for `backspasm query --question KIND`.
    """
    from backspasm import gaps, tables

    wanted = list(dict.fromkeys(kinds)) or list(gaps.KINDS)
    found = gaps.find_gaps(source.graph(), wanted)
    by_kind = {name: [gap for gap in found if gap.kind == name] for name in wanted}
    if form in ("table", "markdown"):
        shown = SHOWN if form == "table" and not kinds else None
        write(_sections(by_kind, form, shown), output)
    else:
        write(
            tables.written(["kind", *_HEADER], [[g.kind, *_cells(g)] for g in found], form), output
        )


_HEADER = ["thing", "label", "detail"]


def _cells(gap: Gap) -> list[Cell]:
    from backspasm.namespaces import shorten

    return [list(map(shorten, gap.things)), gap.label, list(gap.details)]


def _sections(by_kind: dict[str, list[Gap]], form: str, shown: int | None) -> str:
    from backspasm.gaps import KINDS
    from backspasm.tables import written

    counts: list[list[Cell]] = [
        [name, len(found), KINDS[name].meaning] for name, found in by_kind.items()
    ]
    blocks = [written(["kind", "count", "meaning"], counts, form)]
    for name, found in by_kind.items():
        if not found:
            continue
        heading = f"## {name}" if form == "markdown" else f"{name}:"
        text = written(_HEADER, [_cells(gap) for gap in found[:shown]], form)
        blocks.append(f"{heading}\n\n{text}{_rest(name, found, shown)}")
    return "\n".join(blocks)


def _rest(name: str, found: Sequence[Gap], shown: int | None) -> str:
    if shown is None or len(found) <= shown:
        return ""
    return f"… and {len(found) - shown} more: backspasm gaps --kind {name}\n"
