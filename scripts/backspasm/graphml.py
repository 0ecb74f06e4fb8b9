"""Graphs in GraphML, the notation that network tools read."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, NamedTuple

from backspasm.tables import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

__all__ = ["Arrow", "Point", "as_graphml"]

_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"


class Point(NamedTuple):
    """A node: its id, and its attributes by their names."""

    id: str
    attributes: Mapping[str, str]


class Arrow(NamedTuple):
    """A directed edge: its id, the ids of the nodes at its ends, and its attributes."""

    id: str
    source: str
    target: str
    attributes: Mapping[str, str]


def as_graphml(
    points: Sequence[Point],
    arrows: Sequence[Arrow],
    *,
    point_keys: Iterable[str],
    arrow_keys: Iterable[str],
    booleans: Iterable[str] = (),
    about: Mapping[str, str] | None = None,
) -> str:
    """A directed graph in GraphML 1.0 ("The GraphML File Format", attributes as in 1.0/1.1).

    Args:
        points: the nodes.
        arrows: the edges.
        point_keys: the names of the attributes of nodes, in their order.
        arrow_keys: those of edges.
        booleans: which of them are "true" or "false"; the others are text.
        about: attributes of the graph itself.
    """
    truths = set(booleans)
    about = about or {}
    declared = {"graph": about, "node": point_keys, "edge": arrow_keys}
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<graphml xmlns="{_NAMESPACE}">',
        *(
            _key(domain, name, boolean=name in truths)
            for domain, names in declared.items()
            for name in names
        ),
        '  <graph edgedefault="directed">',
        *_data("graph", about, indent=4),
    ]
    for point in points:
        lines.append(f'    <node id="{escape(point.id)}">')
        lines += _data("node", point.attributes)
        lines.append("    </node>")
    for arrow in arrows:
        ends = f'source="{escape(arrow.source)}" target="{escape(arrow.target)}"'
        lines.append(f'    <edge id="{escape(arrow.id)}" {ends}>')
        lines += _data("edge", arrow.attributes)
        lines.append("    </edge>")
    return "\n".join([*lines, "  </graph>", "</graphml>"]) + "\n"


def _key(domain: str, name: str, *, boolean: bool) -> str:
    kind = "boolean" if boolean else "string"
    return f'  <key id="{domain}_{name}" for="{domain}" attr.name="{name}" attr.type="{kind}"/>'


def _data(domain: str, values: Mapping[str, str], indent: int = 6) -> Iterator[str]:
    for name, value in values.items():
        yield f'{" " * indent}<data key="{domain}_{name}">{escape(plain(value))}</data>'
