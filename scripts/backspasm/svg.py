"""A picture as SVG 1.1, and as PNG."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from backspasm.layout import (
    FONT_SIZE,
    LINE_HEIGHT,
    TALL,
    TALL_FONT_SIZE,
    bold,
    lay_out,
    text_width,
)
from backspasm.namespaces import shorten
from backspasm.tables import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from backspasm.layout import Box
    from backspasm.picture import Edge, Node, Picture

__all__ = ["COLOURS", "as_png", "as_svg"]

COLOURS = {
    "Exposure": "#EEDD88",
    "Trait": "#BBCC33",
    "Condition": "#DDDDDD",
    "Disorder": "#EE8866",
    "Injury": "#FFAABB",
    "Finding": "#99DDFF",
    "Process": "#77AADD",
    "Substance": "#44BB99",
    "AnatomicalStructure": "#AAAA00",
    "Population": "#FFFFFF",
    "Intervention": "#B478FF",
}
"""A fill for each kind: Paul Tol's light scheme (Colour Schemes, SRON/EPS/TN/09-002, issue
3.2, 2021, figure 5), whose colours stay apart for colour-blind readers under black text,
and two that stay apart from these."""

_DASHES = {"Stated": "", "Likely": "9 4", "Possible": "2 4"}
_INK = "#222222"
_DENIED = "#AA2222"
_MARGIN = 24
_TITLE = 44
_FOOT = 22
_LAST_LETTER = 0x52F  # Latin, Greek and Cyrillic
_SAMPLE = 34
_LEAST = 640
_TITLE_SIZE = 18
_FONT = "'Source Sans Pro', 'Helvetica Neue', Helvetica, Arial, 'DejaVu Sans', sans-serif"

_STYLE = f"""
text {{ font-family: {_FONT}; font-size: {FONT_SIZE}px; fill: {_INK}; }}
.title {{ font-size: {_TITLE_SIZE}px; font-weight: bold; }}
.note {{ font-size: 11px; fill: #555555; }}
.tall text {{ font-size: {TALL_FONT_SIZE}px; font-weight: bold; }}
.box {{ stroke: #555555; stroke-width: 1; }}
.focus .box {{ stroke: #000000; stroke-width: 2.5; }}
.line {{ fill: none; stroke: {_INK}; stroke-width: 1.2; }}
.firm .line {{ stroke-width: 2.4; }}
.tip {{ fill: #FFFFFF; stroke: {_INK}; stroke-width: 1.2; }}
.firm .tip {{ fill: {_INK}; }}
.kind .line {{ stroke: #888888; }}
.kind .tip {{ stroke: #888888; }}
.other .line {{ stroke: #2266AA; }}
.other .tip {{ stroke: #2266AA; }}
.denied .line, .cross {{ stroke: {_DENIED}; }}
.denied .tip {{ stroke: {_DENIED}; }}
.cross {{ stroke-width: 2.4; }}
.ring {{ fill: #FFFFFF; stroke: {_INK}; stroke-width: 1.4; }}
.words {{ fill: {_DENIED}; }}
"""


def as_svg(picture: Picture) -> str:
    """A picture as SVG: causes on the left, effects on the right, and a legend.

    A node's colour is its kind. A line is solid where the firmest claim is stated,
    dashed where it is likely, dotted where it is possible; it is thick with a full
    arrowhead where the edge is firm, has a ring where it is said only within limits, and is
    crossed out where it is denied. Each node and edge has a title, which browsers show on
    hovering, and `data-` attributes.
    """
    placed = lay_out(picture)
    denials = _denials(picture)
    title_width = text_width(picture.title) * bold(_TITLE_SIZE)
    room = max(placed.width, _LEAST, title_width, *map(text_width, denials))
    legend, depth = _legend(picture, room)
    for text in denials:
        legend.append(f'<text class="words" x="0" y="{depth + 14:.0f}">{_text(text)}</text>')
        depth += LINE_HEIGHT
    width = room + 2 * _MARGIN
    below = _TITLE + placed.height + 24
    height = below + depth + _FOOT + _MARGIN
    size = f'width="{width:.0f}" height="{height:.0f}"'
    title = _text(picture.title)
    note = f"{picture.note} What texts claim, not medical advice. Data: backspasm, CC BY 4.0."
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} viewBox="0 0 {width:.0f} {height:.0f}"',
        'role="img" aria-labelledby="title">',
        f'<title id="title">{title}</title>',
        f"<style>{_STYLE}</style>",
        f'<rect {size} fill="#FFFFFF"/>',
        f'<text class="title" x="{_MARGIN}" y="30">{title}</text>',
        f'<g id="graph" transform="translate({_MARGIN} {_TITLE})">',
        *(_node(node, box) for node, box in zip(picture.nodes, placed.boxes, strict=True)),
        *(_edge(e, route) for e, route in zip(picture.edges, placed.routes, strict=True)),
        "</g>",
        f'<g id="legend" transform="translate({_MARGIN} {below:.0f})">',
        *legend,
        f'<text class="note" x="0" y="{depth + _FOOT}">{_text(note.strip())}</text>',
        "</g>",
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def as_png(picture: Picture, *, zoom: int = 2) -> bytes:
    """A picture as PNG, drawn with one font on every machine.

    Labels in scripts that the font lacks are drawn with the fonts of the machine.

    Args:
        picture: what to draw.
        zoom: pixels for each unit of the SVG.
    """
    import os

    import font_source_sans_pro
    import resvg_py

    folder = font_source_sans_pro.font_directory
    fonts = [os.path.join(folder, f"SourceSansPro-{cut}.ttf") for cut in ("Regular", "Bold")]

    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=as_svg(picture),
            zoom=zoom,
            skip_system_fonts=not _beyond_the_font(picture),
            font_files=fonts,
        )
    )


def _beyond_the_font(picture: Picture) -> bool:
    """Whether labels have letters of scripts that the font does not have."""
    letters = {letter for node in picture.nodes for letter in node.label} | set(picture.title)
    return any(ord(letter) > _LAST_LETTER and letter.isalpha() for letter in letters)


def _node(node: Node, box: Box) -> str:
    left, top = box.x - box.width / 2, box.y - box.height / 2
    tall = box.height > TALL
    step = LINE_HEIGHT * (TALL_FONT_SIZE / FONT_SIZE if tall else 1)
    first = box.y - step * (len(box.lines) - 1) / 2 + FONT_SIZE * 0.35
    texts = "".join(
        f'<text x="{box.x:.1f}" y="{first + step * number:.1f}" text-anchor="middle">'
        f"{_text(line)}</text>"
        for number, line in enumerate(box.lines)
    )
    kinds = f"node{' focus' * node.focus}{' tall' * tall}"
    title = f"{node.label} ({node.kind or 'no kind'}, {shorten(node.iri)})"
    return (
        f'<g class="{kinds}" data-iri="{escape(node.iri)}">'
        f"<title>{_text(title)}</title>"
        f'<rect class="box" x="{left:.1f}" y="{top:.1f}" width="{box.width:.0f}" '
        f'height="{box.height:.0f}" rx="7" fill="{COLOURS.get(node.kind, "#FFFFFF")}"/>{texts}</g>'
    )


def _edge(edge: Edge, route: Sequence[tuple[float, float]]) -> str:
    *curve, tip = route
    start, *others = [f"{x:.1f} {y:.1f}" for x, y in curve]
    kinds = f"edge {edge.role} firm" if edge.firm else f"edge {edge.role}"
    dash = _DASHES.get(edge.certainty)
    dashes = f' stroke-dasharray="{dash}"' if dash else ""
    count = f"{len(edge.documents)} document{'s' * (len(edge.documents) != 1)}"
    title = edge.words if edge.role == "kind" else f"{edge.words} ({count})"
    return (
        f'<g class="{kinds}" data-source="{escape(edge.source)}" '
        f'data-target="{escape(edge.target)}"><title>{_text(title)}</title>'
        f'<path class="line" d="M{start} C{" ".join(others)}"{dashes}/>'
        f"{_arrow(curve[-1], tip)}{_mark(edge, curve)}</g>"
    )


def _mark(edge: Edge, curve: Sequence[tuple[float, float]]) -> str:
    """What stands in the middle of a line: a cross, a ring, or nothing."""
    x, y = _middle(curve)
    if edge.role == "denied":
        return _cross(x, y)
    return _ring(x, y) if edge.limits else ""


def _text(text: str) -> str:
    return escape(plain(text))


def _ring(x: float, y: float) -> str:
    return f'<circle class="ring" cx="{x:.1f}" cy="{y:.1f}" r="4"/>'


def _arrow(base: tuple[float, float], tip: tuple[float, float]) -> str:
    across, down = tip[0] - base[0], tip[1] - base[1]
    side_x, side_y = -down * 0.42, across * 0.42
    corners = (tip, (base[0] + side_x, base[1] + side_y), (base[0] - side_x, base[1] - side_y))
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in corners)
    return f'<polygon class="tip" points="{points}"/>'


def _middle(curve: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """The middle of the middle Bézier segment of a curve."""
    start = 3 * ((len(curve) - 1) // 6)
    weights = (0.125, 0.375, 0.375, 0.125)
    part = curve[start : start + 4]
    x = sum(weight * point[0] for weight, point in zip(weights, part, strict=True))
    return x, sum(weight * point[1] for weight, point in zip(weights, part, strict=True))


def _cross(x: float, y: float) -> str:
    return "".join(
        f'<line class="cross" x1="{x - 5:.1f}" y1="{y - 5 * slope:.1f}" x2="{x + 5:.1f}" '
        f'y2="{y + 5 * slope:.1f}"/>'
        for slope in (1, -1)
    )


def _legend(picture: Picture, room: float) -> tuple[list[str], float]:
    """The entries that the picture needs, in rows, and how deep they are."""
    samples = [*_kind_samples(picture), *_line_samples(picture)]
    parts = []
    x = y = 0.0
    for sample, text in samples:
        width = _SAMPLE + 8 + 7.2 * len(text) + 22
        if x and x + width > room:
            x, y = 0.0, y + 24
        parts.append(
            f'<g transform="translate({x:.0f} {y:.0f})">{sample}'
            f'<text x="{_SAMPLE + 8}" y="12">{escape(text)}</text></g>'
        )
        x += width
    return parts, y + 24 if samples else 0


def _denials(picture: Picture) -> list[str]:
    """What is denied, and within what limits, a line for each denial."""
    labels = {node.iri: node.label for node in picture.nodes}
    return [
        f"{labels[edge.source]} → {labels[edge.target]}: {edge.words}"
        for edge in picture.edges
        if edge.role == "denied"
    ]


def _kind_samples(picture: Picture) -> Iterator[tuple[str, str]]:
    present = {node.kind for node in picture.nodes}
    size = f'x="6" y="0" width="{_SAMPLE - 10}" height="16" rx="5"'
    for kind, colour in COLOURS.items():
        if kind in present:
            spoken = "".join(f" {c.lower()}" if c.isupper() else c for c in kind).strip()
            yield f'<rect class="box" {size} fill="{colour}"/>', spoken


def _line_samples(picture: Picture) -> Iterator[tuple[str, str]]:
    for certainty, dashes in _DASHES.items():
        if any(edge.certainty == certainty for edge in picture.edges):
            line = f'<path class="line" d="M0 8 H{_SAMPLE}" stroke-dasharray="{dashes}"/>'
            yield line, certainty.lower()
    arrow = f'<path class="line" d="M0 8 H{_SAMPLE - 9}"/>{_arrow((_SAMPLE - 9, 8), (_SAMPLE, 8))}'
    present = {(edge.role, edge.firm) for edge in picture.edges}
    for role, firm, text in (
        ("causal", True, "causes or contributes to"),
        ("causal", False, "may cause"),
        ("other", False, "goes along with, not causal"),
        ("kind", False, "is a kind of"),
        ("denied", False, "denied"),
    ):
        if (role, firm) in present:
            cross = _cross(_SAMPLE / 2 - 4, 8) if role == "denied" else ""
            yield f'<g class="{role}{" firm" * firm}">{arrow}{cross}</g>', text
    if any(edge.limits and edge.role != "denied" for edge in picture.edges):
        yield f"<g>{arrow}{_ring(_SAMPLE / 2 - 4, 8)}</g>", "said only within limits"
