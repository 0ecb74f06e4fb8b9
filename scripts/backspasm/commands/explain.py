"""`backspasm explain`: how a cause leads to an effect."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from backspasm.commands import completion
from backspasm.commands.shared import (
    Source,
    example,
    format_option,
    output_option,
    paths_options,
    source_options,
    write,
)
from backspasm.errors import BackspasmError, UnknownNameError
from backspasm.graph import EFFECT

if TYPE_CHECKING:
    from backspasm.explanation import Explanation
    from backspasm.graph import Graph

__all__ = ["command"]

_ENDINGS = {
    "txt": "text",
    "json": "json",
    "jsonld": "jsonld",
    "md": "markdown",
    "mmd": "mermaid",
    "mermaid": "mermaid",
}


@click.command("explain", epilog=example('backspasm explain dehydration "back muscle spasm"'))
@click.argument("cause", shell_complete=completion.names("concept"))
@click.argument("effect", default=EFFECT, shell_complete=completion.names("concept"))
@paths_options
@click.option("--denied", is_flag=True, help="Show what is denied or contradicted of a path.")
@click.option("--brief", is_flag=True, help="Leave out the claims, in text and Markdown.")
@format_option("text", "json", "jsonld", "markdown", "mermaid")
@output_option
@source_options
def command(
    cause: str,
    effect: str,
    denied: bool,  # noqa: FBT001 (click's)
    brief: bool,  # noqa: FBT001 (click's)
    form: str | None,
    output: str | None,
    source: Source,
    **limits: Any,
) -> int:
    """Explain how CAUSE leads to EFFECT, by default to back muscle spasm.

    Shows the curated mechanisms, then the other paths along causal edges, those with
    the firmest weakest step first; each step with its claims and their passages. A
    path may end at a kind of EFFECT. Exit status 1: there is no path.

    An arrow says what the claims allow: "may cause" where they are possible, or stand
    in a heading or list, or hold within limits; then the step is not firm. Stated,
    likely and possible are how the text says it.

    The default format is what the name of the output file ends in (txt, json, jsonld,
    md, mmd), and text on standard output.
    """
    from backspasm.output import format_by_ending

    form = form or format_by_ending(output, _ENDINGS)
    graph = source.graph()
    told = _explained(graph, cause, effect, limits)
    write(_written(graph, told, form, denied=denied, brief=brief), output)
    return 0 if told.paths else 1


def _explained(graph: Graph, cause: str, effect: str, limits: dict[str, Any]) -> Explanation:
    from backspasm.terms import resolve

    try:
        return graph.explain(cause, effect, **limits)
    except UnknownNameError as unknown:
        try:
            resolve(graph, f"{cause} {effect}", "concept")
        except BackspasmError:
            raise unknown from None
        unknown.remedy = f'a name of several words needs quotes: "{cause} {effect}"'
        raise


def _written(
    graph: Graph, told: Explanation, form: str, *, denied: bool, brief: bool
) -> str | bytes:
    if form == "json":
        from backspasm.explanation_json import as_json

        return as_json(told)
    if form == "jsonld":
        from backspasm.explanation_json import as_jsonld

        return as_jsonld(graph, told, denied=denied)
    if form == "mermaid":
        from backspasm.notations import as_mermaid
        from backspasm.picture import of_explanation

        return as_mermaid(of_explanation(graph, told, denied=denied))
    from backspasm import tables, telling

    if form == "markdown":
        return telling.as_markdown(told, brief=brief, denied=denied)
    return telling.as_text(told, tables.terminal_width(), brief=brief, denied=denied)
