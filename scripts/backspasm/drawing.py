"""A picture in one of the formats of `backspasm draw`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backspasm.output import format_by_ending

if TYPE_CHECKING:
    from collections.abc import Callable

    from backspasm.graph import Graph
    from backspasm.picture import Picture

__all__ = ["ENDINGS", "drawn", "format_for"]

ENDINGS = {
    "svg": "svg",
    "png": "png",
    "html": "html",
    "mmd": "mermaid",
    "mermaid": "mermaid",
    "dot": "dot",
    "gv": "dot",
    "graphml": "graphml",
}
"""The format that each ending of a file name asks for."""


def format_for(output: str | None) -> str:
    """The format that a file name asks for by its ending; SVG for standard output.

    Raises:
        FileError: the ending is of none of the formats.
    """
    return format_by_ending(output, ENDINGS)


def drawn(graph: Graph, picture: Picture, format_name: str) -> bytes:
    """A picture as "svg", "png", "html", "mermaid", "dot" or "graphml".

    Args:
        graph: where the claims are that HTML shows.
        picture: what to draw.
        format_name: the format.
    """
    if format_name == "png":
        from backspasm.svg import as_png

        return as_png(picture)
    if format_name == "html":
        from backspasm.viewer import as_html

        return as_html(graph, picture).encode()
    if format_name == "svg":
        from backspasm.svg import as_svg

        return as_svg(picture).encode()
    from backspasm import notations

    writers: dict[str, Callable[[Picture], str]] = {
        "mermaid": notations.as_mermaid,
        "dot": notations.as_dot,
        "graphml": notations.as_graphml,
    }
    return writers[format_name](picture).encode()
