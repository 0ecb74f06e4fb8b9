"""`backspasm draw`: a picture of causes and effects."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from backspasm.commands.shared import (
    Source,
    example,
    format_option,
    output_option,
    paths_options,
    source_options,
    write,
)
from backspasm.errors import UseError

if TYPE_CHECKING:
    from backspasm.graph import Graph
    from backspasm.picture import Picture

__all__ = ["command"]


@click.command("draw", epilog=example("backspasm draw osteoarthritis --output osteoarthritis.svg"))
@click.argument("term", required=False)
@click.argument("effect", required=False)
@click.option(
    "--depth",
    type=click.IntRange(min=1),
    default=1,
    metavar="N",
    help="How many steps around TERM to show. Default: 1.",
)
@paths_options
@format_option("svg", "png", "html", "mermaid", "dot", "graphml")
@output_option
@source_options
def command(
    term: str | None,
    effect: str | None,
    depth: int,
    form: str | None,
    output: str | None,
    source: Source,
    **limits: Any,
) -> int:
    """Draw what leads to TERM and what it leads to.

    Draws the paths from TERM to EFFECT where both are given, a mechanism where TERM is
    one, and the whole causal network where nothing is given. The default format is what
    the name of the output file ends in (svg, png, html, mmd, dot, graphml), and SVG on
    standard output. Exit status 1: there is no path.
    """
    from backspasm.drawing import drawn, format_for

    form = form or format_for(output)
    graph = source.graph()
    picture = _picture(graph, term, effect, depth, limits)
    if form == "png" and output in (None, "-") and sys.stdout is not None and sys.stdout.isatty():
        raise UseError("a picture is no text", place="--format png", remedy="add --output FILE")
    write(drawn(graph, picture, form), output)
    return 0 if picture.edges or not effect else 1


def _picture(
    graph: Graph, term: str | None, effect: str | None, depth: int, limits: dict[str, Any]
) -> Picture:
    from backspasm import picture
    from backspasm.errors import UnknownNameError
    from backspasm.terms import resolve

    if term is None:
        return picture.whole(graph, strict=limits["strict"])
    if effect is not None:
        return picture.of_explanation(graph, graph.explain(term, effect, **limits))
    try:
        concept = resolve(graph, term, "concept")
    except UnknownNameError as unknown:
        try:
            return picture.of_mechanism(graph, resolve(graph, term, "mechanism"))
        except UnknownNameError:
            raise unknown from None
    return picture.neighbourhood(graph, concept, depth=depth, strict=limits["strict"])
