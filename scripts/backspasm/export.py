"""The whole graph in one file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backspasm.output import format_by_ending
from backspasm.serialisation import QUAD_FORMATS, serialise_quads, serialise_triples

if TYPE_CHECKING:
    from backspasm.graph import Graph

__all__ = ["EXPORT_FORMATS", "export"]

EXPORT_FORMATS = ("turtle", *QUAD_FORMATS)
"""Turtle holds the union of the graphs; the other formats keep the graphs apart."""


def export(dataset: Graph, format_name: str = "turtle") -> bytes:
    """The whole graph in a format of `EXPORT_FORMATS`, in UTF-8.

    The same graph gives the same bytes on every run, whatever the order of the files.
    """
    if format_name == "turtle":
        triples = {quad.triple for quad in dataset.quads()}
        return serialise_triples(triples, "turtle")
    return serialise_quads(dataset.quads(), format_name)


def format_of(output: str | None) -> str:
    """The format or view that a file name asks for by its ending; Turtle for standard output.

    Raises:
        FileError: the ending is of none of the formats.
    """
    formats = {"ttl": "turtle", "trig": "trig", "nq": "nquads", "jsonld": "jsonld"}
    return format_by_ending(output, {**formats, "graphml": "graphml"})
