"""The screen before the reference engine: which focus nodes of which shapes it must see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backspasm.namespaces import XSD
from backspasm.validation.engines.odd import OddError
from backspasm.validation.engines.screen.compiling import Compiler
from backspasm.validation.engines.screen.reading import focus_nodes, read_shapes
from backspasm.validation.engines.terms import parts

if TYPE_CHECKING:
    from backspasm.validation.engines.index import Index

__all__ = ["doubtful"]

_CHANGED = (f"{XSD}token>", f"{XSD}normalizedString>")
"""Datatypes whose literals rdflib does not keep as they are written."""


def doubtful(
    data: Index, shapes: Index, number: int = 0, count: int = 1, *, queries: bool = True
) -> dict[str, list[str]] | None:
    """The focus nodes that do not surely conform, by shape.

    Args:
        data: the data graph.
        shapes: the shapes graph.
        number: which share of the focus nodes of each shape to look at, from 0.
        count: how many shares there are.
        queries: whether to answer SPARQL constraints too; what has one is else in doubt.

    Returns:
        Shapes and nodes as terms; none where all surely conforms; None where the screen does
        not know the shapes, so that everything is in doubt.
    """
    try:
        known = read_shapes(shapes)
    except OddError:
        return None
    if _spaced(data) or _spaced(shapes):
        return None
    compiler = Compiler(data, known, queries=queries)
    found = {}
    for shape in known.targeted():
        nodes = focus_nodes(data, known, shape)[number::count]
        if not nodes:
            continue
        try:
            conforms = compiler.compile(shape)
        except OddError:
            found[shape] = sorted(nodes)
            continue
        rest = [node for node in nodes if conforms(node) is not True]
        if rest:
            found[shape] = sorted(rest)
    return found


def _spaced(graph: Index) -> bool:
    """Whether rdflib would read two literals as one."""
    return any(
        value.endswith(_CHANGED) and " ".join(parts(value).value.split()) != parts(value).value
        for table in graph.tables.values()
        for values in table.values()
        for value in values
        if value[-1] == ">"
    )
