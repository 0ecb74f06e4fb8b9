from __future__ import annotations

import struct
from itertools import combinations
from xml.etree import ElementTree as ET

import pytest

import backspasm
from backspasm import picture
from backspasm.namespaces import BS
from backspasm.svg import COLOURS, as_png, as_svg

SVG = "{http://www.w3.org/2000/svg}"

# Machado, Oliveira and Fernandes, 2009, IEEE Transactions on Visualization and Computer
# Graphics 15(6), 1291-1298: how colours look to people without one kind of cone.
SIGHT = {
    "all cones": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def _linear(colour: str) -> list[float]:
    parts = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return [p / 12.92 if p <= 0.04045 else float(((p + 0.055) / 1.055) ** 2.4) for p in parts]


def _times(matrix: tuple[tuple[float, ...], ...], vector: list[float]) -> list[float]:
    sums = (sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)
    return [min(1.0, max(0.0, value)) for value in sums]


def _lab(rgb: list[float]) -> tuple[float, float, float]:
    """CIELAB under D65 (CIE 15:2004)."""
    to_xyz = ((0.4339, 0.3762, 0.1899), (0.2126, 0.7152, 0.0722), (0.0177, 0.1095, 0.8728))
    x, y, z = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in _times(to_xyz, rgb))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@pytest.mark.parametrize("sight", SIGHT)
def test_colours_of_kinds_stay_apart(sight: str) -> None:
    seen = {kind: _lab(_times(SIGHT[sight], _linear(c))) for kind, c in COLOURS.items()}
    for one, other in combinations(seen, 2):
        apart = sum((a - b) ** 2 for a, b in zip(seen[one], seen[other], strict=True)) ** 0.5
        assert apart > 10, (one, other)


@pytest.mark.parametrize("kind", COLOURS)
def test_text_is_readable_on_each_colour(kind: str) -> None:
    """Contrast of at least 4.5 (WCAG 2.2, success criterion 1.4.3)."""

    def light(colour: str) -> float:
        red, green, blue = _linear(colour)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    assert (light(COLOURS[kind]) + 0.05) / (light("#222222") + 0.05) >= 4.5


def test_every_kind_has_a_colour(shipped: backspasm.Dataset) -> None:
    assert {node.kind for node in picture.whole(shipped).nodes} <= set(COLOURS)


def _parsed(drawn: picture.Picture) -> ET.Element:
    return ET.fromstring(as_svg(drawn))  # noqa: S314 (our own)


def test_nodes_edges_and_legend(shipped: backspasm.Dataset) -> None:
    drawn = picture.whole(shipped)
    root = _parsed(drawn)
    groups = [group.get("class", "") for group in root.iter(f"{SVG}g")]
    assert sum(group.split()[:1] == ["node"] for group in groups) == len(drawn.nodes)
    edges = [g for g in root.iter(f"{SVG}g") if g.get("data-source")]
    assert len(edges) == len(drawn.edges)
    for group, edge in zip(edges, drawn.edges, strict=True):
        line = group.find(f"{SVG}path")
        assert line is not None
        dashes = {"Stated": None, "Likely": "9 4", "Possible": "2 4"}[edge.certainty]
        assert line.get("stroke-dasharray") == dashes
        assert ("firm" in group.get("class", "").split()) == edge.firm
        assert len(group.findall(f"{SVG}line")) == (2 if edge.role == "denied" else 0)
        rings = bool(edge.limits) and edge.role != "denied"
        assert len(group.findall(f"{SVG}circle")) == rings
    legend = next(group for group in root.iter(f"{SVG}g") if group.get("id") == "legend")
    words = [text.text for text in legend.iter(f"{SVG}text")]
    assert {"exposure", "stated", "likely", "possible", "denied"} <= set(words)
    assert {"causes or contributes to", "may cause", "said only within limits"} <= set(words)
    (denied,) = [text.text for text in root.iter(f"{SVG}text") if text.get("class") == "words"]
    assert denied == (
        "back muscle spasm → vertebra: denied: associated with, stated, limited to unusual movement"
    )


def test_legend_names_only_what_is_there(small: backspasm.Dataset) -> None:
    legend = as_svg(picture.neighbourhood(small, BS + "stooping")).partition('id="legend"')[2]
    assert ">stated<" in legend
    assert ">possible<" not in legend
    assert ">denied<" not in legend


def test_labels_are_escaped(small: backspasm.Dataset) -> None:
    drawn = picture.whole(small)
    nasty = drawn.nodes[0]._replace(label='<script>&"')
    assert "<script>" not in as_svg(drawn._replace(nodes=(nasty, *drawn.nodes[1:]), title="<b>"))


def test_the_same_bytes_again(shipped: backspasm.Dataset) -> None:
    drawn = picture.neighbourhood(shipped, BS + "osteoarthritis", depth=2)
    assert as_svg(drawn) == as_svg(drawn)
    assert as_png(drawn) == as_png(drawn)


def test_png_has_the_size_of_the_svg_times_zoom(small: backspasm.Dataset) -> None:
    drawn = picture.whole(small)
    root, png = _parsed(drawn), as_png(drawn, zoom=3)
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    size = struct.unpack(">II", png[16:24])
    assert size == (3 * int(root.get("width", "")), 3 * int(root.get("height", "")))


def test_png_has_letters_without_any_font_of_the_machine(small: backspasm.Dataset) -> None:
    drawn = picture.neighbourhood(small, BS + "warm-room")
    blank = drawn._replace(nodes=(drawn.nodes[0]._replace(label=" "),))
    assert len(as_png(drawn)) > len(as_png(blank)) * 1.05


def test_control_characters_do_no_harm(small: backspasm.Dataset) -> None:
    drawn = picture.neighbourhood(small, BS + "warm-room")
    nasty = drawn._replace(nodes=(drawn.nodes[0]._replace(label="a\x01b\x1b[31m"),))
    assert ET.fromstring(as_svg(nasty)) is not None  # noqa: S314 (our own)
    assert as_png(nasty)


def test_labels_in_other_scripts_have_room(small: backspasm.Dataset) -> None:
    drawn = picture.neighbourhood(small, BS + "warm-room")
    wide = drawn._replace(nodes=(drawn.nodes[0]._replace(label="筋肉の痙攣が起きる"),))
    box = next(_parsed(wide).iter(f"{SVG}rect"))
    boxes = [rect for rect in _parsed(wide).iter(f"{SVG}rect") if rect.get("class") == "box"]
    assert box is not None
    assert float(boxes[0].get("width", "0")) >= 12 * 9
    assert as_png(wide)
