"""Where the parts of a picture stand: layers from cause to effect, by Graphviz.

Graphviz (`dot`: Gansner, Koutsofios, North and Vo, 1993, IEEE Transactions on Software
Engineering 19(3), 214-230) places boxes of known size and routes the lines; it draws no
text, so no font of this machine plays a part. What it said is kept beside the
snapshots, as loading it costs more than all the rest.
"""

from __future__ import annotations

import os
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from backspasm.errors import FileError
from backspasm.tables import wrap

if TYPE_CHECKING:
    from backspasm.picture import Picture

__all__ = [
    "FONT_SIZE",
    "LINE_HEIGHT",
    "TALL",
    "TALL_FONT_SIZE",
    "Box",
    "Layout",
    "bold",
    "lay_out",
    "text_width",
]

FONT_SIZE = 12
"""The size of labels, in pixels."""

LINE_HEIGHT = 15
"""From one line of a label to the next, in pixels."""

TALL = 200
"""The height from which a box has a larger label, in pixels."""

TALL_FONT_SIZE = 18
"""The size of that label, in pixels."""

_BOLD = 1.1
_APART = 28
_CROWD = 8
_WRAP = 22
_PADDING = 10
_POINTS = 72
_NARROW = frozenset("fijlrt.,:;'’|!()[]- ")
_WIDE = frozenset("mwMW@%—…")


class Box(NamedTuple):
    """A node: the middle of its box, its size in pixels, and the lines of its label."""

    x: float
    y: float
    width: float
    height: float
    lines: tuple[str, ...]


class Layout(NamedTuple):
    """The places in a picture, in pixels from the upper left corner.

    Attributes:
        width: of the whole.
        height: of the whole.
        boxes: of the nodes, in their order.
        routes: of the edges, in their order: the points of cubic Bézier curves, the
            last of them the tip of the arrow.
    """

    width: float
    height: float
    boxes: tuple[Box, ...]
    routes: tuple[tuple[tuple[float, float], ...], ...]


def lay_out(picture: Picture) -> Layout:
    """Place the nodes and route the edges of a picture, causes to the left of effects."""
    from backspasm.cache import remembered

    meeting = _meeting(picture)
    sizes = [_size(node.label, meeting[node.iri]) for node in picture.nodes]
    described = f"{_as_dot(picture, sizes)}\n// {_graphviz()}\n"
    return _placed(remembered("layouts", described, _run_dot), sizes)


def _meeting(picture: Picture) -> dict[str, int]:
    """How many lines meet at the busier side of each node."""
    starts = Counter(edge.source for edge in picture.edges)
    ends = Counter(edge.target for edge in picture.edges)
    return {node.iri: max(starts[node.iri], ends[node.iri]) for node in picture.nodes}


def _size(label: str, meeting: int) -> tuple[float, float, tuple[str, ...]]:
    """The size of a box: where many lines meet it is tall, so that they stay apart."""
    lines = tuple(wrap(label, _WRAP))
    width = max(max(map(text_width, lines)) + 2 * _PADDING, 60)
    height = max(LINE_HEIGHT * len(lines) + _PADDING, _APART * (meeting - _CROWD))
    if height > TALL:
        width *= bold(TALL_FONT_SIZE)
    return round(width), height, lines


def text_width(text: str) -> float:
    """The width of a text in the widest of the usual fonts, in pixels at `FONT_SIZE`."""
    return FONT_SIZE * sum(map(_ems, text))


def bold(size: float) -> float:
    """How much wider a bold text of a size in pixels is than a plain one of `FONT_SIZE`."""
    return _BOLD * size / FONT_SIZE


def _ems(letter: str) -> float:
    if letter in _NARROW:
        return 0.42
    if letter in _WIDE or unicodedata.east_asian_width(letter) in "WF":
        return 1.0
    return 0.76 if letter.isupper() else 0.64


def _as_dot(picture: Picture, sizes: list[tuple[float, float, tuple[str, ...]]]) -> str:
    places = {node.iri: f"n{number}" for number, node in enumerate(picture.nodes)}
    lines = [
        "digraph { rankdir=LR nodesep=0.14 ranksep=0.75 splines=spline",
        'node [shape=box fixedsize=true label=""] edge [arrowsize=0.7]',
    ]
    lines += [
        f"n{number} [width={width / _POINTS:.3f} height={height / _POINTS:.3f}]"
        for number, (width, height, _) in enumerate(sizes)
    ]
    lines += [
        f"{places[edge.source]} -> {places[edge.target]} [id={number}"
        f"{' constraint=false' if edge.role == 'denied' else ''}]"
        for number, edge in enumerate(picture.edges)
    ]
    return "\n".join([*lines, "}"])


def _graphviz() -> str:
    """A mark that changes when another Graphviz is installed; importing it would cost more."""
    import importlib.util

    found = importlib.util.find_spec("pygraphviz")
    if found is None or found.origin is None:
        raise FileError("pygraphviz is missing", place="draw", remedy="install backspasm again")
    return str(os.stat(found.origin).st_mtime_ns)


def _run_dot(text: str) -> str:
    import pygraphviz

    drawn: bytes = pygraphviz.AGraph(string=text).draw(format="json0", prog="dot")
    return drawn.decode()


def _placed(content: str, sizes: list[tuple[float, float, tuple[str, ...]]]) -> Layout:
    import json

    told = json.loads(content)
    left, bottom, right, top = map(float, told["bb"].split(","))
    boxes: dict[int, Box] = {}
    for entry in told.get("objects", ()):
        number = int(entry["name"].removeprefix("n"))
        x, y = map(float, entry["pos"].split(","))
        width, height, lines = sizes[number]
        boxes[number] = Box(x - left, top - y, width, height, lines)
    routes: dict[int, tuple[tuple[float, float], ...]] = {}
    for entry in told.get("edges", ()):
        routes[int(entry["id"])] = tuple((x - left, top - y) for x, y in _points(entry["pos"]))
    return Layout(
        width=right - left,
        height=top - bottom,
        boxes=tuple(boxes[number] for number in sorted(boxes)),
        routes=tuple(routes[number] for number in sorted(routes)),
    )


def _points(position: str) -> list[tuple[float, float]]:
    """The points of a spline (Graphviz, attribute type splineType): its end stands first."""
    tip: list[tuple[float, float]] = []
    points: list[tuple[float, float]] = []
    for word in position.split():
        *mark, x, y = word.split(",")
        (tip if mark == ["e"] else points).append((float(x), float(y)))
    return [*points, *tip]
