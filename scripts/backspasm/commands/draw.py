"""`backspasm draw`: a picture of causes and effects."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from backspasm.commands import completion
from backspasm.commands.shared import (
    Source,
    example,
    format_option,
    note,
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
@click.argument("term", required=False, shell_complete=completion.names("concept", "mechanism"))
@click.argument("effect", required=False, shell_complete=completion.names("concept"))
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

    ctx = click.get_current_context()
    form = form or format_for(output)
    if form == "png" and output in (None, "-") and sys.stdout is not None and sys.stdout.isatty():
        raise UseError("a picture is no text", place="--format png", remedy="add --output FILE")
    graph = source.graph()
    if effect is not None:
        _refuse(ctx, {"depth": "--depth"}, "has no meaning beside EFFECT")
        picture, nearest = _paths(graph, str(term), effect, limits)
    else:
        alone = {"max_steps": "--max-steps", "through": "--through", "limit": "--limit"}
        _refuse(ctx, alone, "has no meaning without EFFECT")
        picture, nearest = _around(ctx, graph, term, depth, limits), []
    write(drawn(graph, picture, form), output)
    for text in (picture.note, *nearest):
        if text:
            note(text)
    return 1 if nearest else 0


def _refuse(ctx: click.Context, options: dict[str, str], problem: str) -> None:
    """Refuse options that the user gave and that would do nothing."""
    for name, option in options.items():
        if ctx.get_parameter_source(name) != click.core.ParameterSource.DEFAULT:
            raise UseError(problem, place=option, remedy="see `backspasm draw --help`")


def _paths(
    graph: Graph, cause: str, effect: str, limits: dict[str, Any]
) -> tuple[Picture, list[str]]:
    from backspasm import picture

    told = graph.explain(cause, effect, **limits)
    nearest = [f"- {near.text}" for near in told.nearest]
    return picture.of_explanation(graph, told), ["Nearest:", *nearest] if nearest else []


def _around(
    ctx: click.Context, graph: Graph, term: str | None, depth: int, limits: dict[str, Any]
) -> Picture:
    from backspasm import picture
    from backspasm.errors import UnknownNameError
    from backspasm.terms import resolve

    strict = limits["strict"]
    without = [resolve(graph, name, "concept") for name in limits["without"]]
    if term is None:
        _refuse(ctx, {"depth": "--depth"}, "has no meaning without TERM")
        return picture.whole(graph, strict=strict, without=without)
    try:
        concept = resolve(graph, term, "concept")
    except UnknownNameError as unknown:
        try:
            mechanism = resolve(graph, term, "mechanism")
        except UnknownNameError:
            raise unknown from None
        alone = {"depth": "--depth", "strict": "--strict", "without": "--without"}
        _refuse(ctx, alone, "has no meaning for a mechanism")
        return picture.of_mechanism(graph, mechanism)
    return picture.neighbourhood(graph, concept, depth=depth, strict=strict, without=without)
