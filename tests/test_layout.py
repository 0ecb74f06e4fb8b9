from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

import backspasm
import causes
from backspasm import layout, picture
from backspasm.namespaces import BS
from backspasm.picture import Picture


@pytest.fixture(scope="module", params=["whole", "hub", "explanation", "alone"])
def drawn(request: pytest.FixtureRequest, shipped: backspasm.Dataset) -> Picture:
    if request.param == "whole":
        return picture.whole(shipped)
    if request.param == "hub":
        return picture.neighbourhood(shipped, BS + "back-muscle-spasm", depth=2)
    if request.param == "alone":
        return picture.neighbourhood(shipped, BS + "magnesium")
    return picture.of_explanation(shipped, shipped.explain("poor posture"))


def test_boxes_do_not_collide_and_stay_inside(drawn: Picture) -> None:
    placed = layout.lay_out(drawn)
    assert len(placed.boxes) == len(drawn.nodes)
    for one, other in combinations(placed.boxes, 2):
        across = abs(one.x - other.x) - (one.width + other.width) / 2
        down = abs(one.y - other.y) - (one.height + other.height) / 2
        assert max(across, down) >= 4, (one.lines, other.lines)
    for box in placed.boxes:
        assert box.width / 2 <= box.x + 1
        assert box.x + box.width / 2 <= placed.width + 1
        assert box.height / 2 <= box.y + 1
        assert box.y + box.height / 2 <= placed.height + 1


def test_causes_flow_one_way(drawn: Picture) -> None:
    placed = layout.lay_out(drawn)
    x = {node.iri: box.x for node, box in zip(drawn.nodes, placed.boxes, strict=True)}
    assert all(x[edge.source] < x[edge.target] for edge in drawn.edges if edge.role != "denied")


def test_lines_run_from_box_to_box(drawn: Picture) -> None:
    placed = layout.lay_out(drawn)
    boxes = {node.iri: box for node, box in zip(drawn.nodes, placed.boxes, strict=True)}
    assert len(placed.routes) == len(drawn.edges)
    for edge, route in zip(drawn.edges, placed.routes, strict=True):
        assert len(route) % 3 == 2, "a start, three points for each curve, and the tip"
        for iri, (x, y) in ((edge.source, route[0]), (edge.target, route[-1])):
            box = boxes[iri]
            assert abs(x - box.x) <= box.width / 2 + 3
            assert abs(y - box.y) <= box.height / 2 + 3


def test_a_cycle_is_drawn(tmp_path: Path) -> None:
    data = causes.dataset(tmp_path, "a b Stated x\nb c Stated x\nc a Stated x\nb a Likely y")
    placed = layout.lay_out(picture.whole(data))
    assert (len(placed.boxes), len(placed.routes)) == (3, 4)


def test_a_crowded_box_is_tall(shipped: backspasm.Dataset) -> None:
    drawn = picture.neighbourhood(shipped, BS + "back-muscle-spasm")
    placed = layout.lay_out(drawn)
    tallest = max(zip(placed.boxes, drawn.nodes, strict=True), key=lambda pair: pair[0].height)
    assert tallest[1].label == "back muscle spasm"


def test_the_cache_changes_nothing(
    small: backspasm.Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = picture.whole(small)
    monkeypatch.setenv("BACKSPASM_CACHE", "")
    without = layout.lay_out(drawn)
    monkeypatch.setenv("BACKSPASM_CACHE", str(tmp_path))
    assert layout.lay_out(drawn) == without
    monkeypatch.setattr(layout, "_run_dot", lambda _: pytest.fail("it was kept"))
    assert layout.lay_out(drawn) == without
    (kept,) = (tmp_path / "backspasm-layouts").iterdir()
    whole = kept.read_bytes()
    monkeypatch.undo()
    monkeypatch.setenv("BACKSPASM_CACHE", str(tmp_path))
    for damaged in (b"\xff damaged", whole[:-50], whole.replace(b"pos", b"sop"), b""):
        kept.write_bytes(damaged)
        assert layout.lay_out(drawn) == without
        assert kept.read_bytes() == whole
