from __future__ import annotations

from pathlib import Path

import backspasm
import causes
from backspasm import picture
from backspasm.namespaces import BS, local_name
from backspasm.network import read_network


def _edges(drawn: picture.Picture) -> list[str]:
    return [f"{local_name(e.source)} {local_name(e.target)} {e.role}" for e in drawn.edges]


def test_whole(shipped: backspasm.Dataset) -> None:
    drawn = picture.whole(shipped)
    causal = [edge for edge in drawn.edges if edge.role == "causal"]
    assert len(causal) == len(read_network(shipped).links())
    assert [e for e in _edges(drawn) if "denied" in e] == ["back-muscle-spasm vertebra denied"]
    assert {node.kind for node in drawn.nodes} >= {"Disorder", "Exposure", "Process", "Finding"}
    assert all(node.label and node.kind for node in drawn.nodes)
    strict = picture.whole(shipped, strict=True)
    assert all(edge.firm for edge in strict.edges if edge.role == "causal")
    assert 0 < len(strict.edges) < len(drawn.edges)


def test_neighbourhood(tmp_path: Path) -> None:
    lines = "a b Stated x\nb c Possible x\nc d Stated x\na c Likely y\ne f Stated x"
    data = causes.dataset(tmp_path, lines)
    assert _edges(picture.neighbourhood(data, BS + "b")) == [
        "a b causal",
        "a c causal",
        "b c causal",
    ]
    wide = picture.neighbourhood(data, BS + "b", depth=2)
    assert [local_name(node.iri) for node in wide.nodes] == ["a", "b", "c", "d"]
    assert [node.focus for node in wide.nodes] == [False, True, False, False]
    alone = picture.neighbourhood(data, BS + "b", strict=True)
    assert _edges(alone) == ["a b causal"]


def test_a_concept_without_links_is_a_picture_of_one_box(small: backspasm.Dataset) -> None:
    drawn = picture.neighbourhood(small, BS + "warm-room")
    assert ([node.label for node in drawn.nodes], drawn.edges) == (["warm room"], ())


def test_explanation(shipped: backspasm.Dataset) -> None:
    told = shipped.explain("poor posture")
    drawn = picture.of_explanation(shipped, told)
    passed = {iri for path in told.paths for iri in path.concepts}
    assert {node.iri for node in drawn.nodes} == passed
    assert "lower-back-muscle-spasm back-muscle-spasm kind" in _edges(drawn)
    denied = picture.of_explanation(shipped, shipped.explain("unusual movement"))
    assert "back-muscle-spasm vertebra denied" in _edges(denied)
    shown = picture.of_explanation(shipped, shipped.explain("unusual movement"), denied=False)
    assert _edges(shown) == ["unusual-movement back-muscle-spasm causal"]


def test_mechanism(shipped: backspasm.Dataset) -> None:
    for (iri,) in shipped.rows("SELECT ?m { ?m a bsv:Mechanism }"):
        drawn = picture.of_mechanism(shipped, iri)
        steps = shipped.rows(f"SELECT ?s {{ <{iri}> bsv:step ?s }}")
        assert len(drawn.edges) == len(steps)
        assert sum(node.focus for node in drawn.nodes) == 2


def test_an_edge_looks_the_same_in_every_picture(shipped: backspasm.Dataset) -> None:
    whole = {(e.source, e.target): e for e in picture.whole(shipped).edges if e.role == "causal"}
    for cause in ("poor posture", "dehydration", "osteoarthritis", "sports injury"):
        for edge in picture.of_explanation(shipped, shipped.explain(cause)).edges:
            if edge.role == "causal":
                assert edge == whole[edge.source, edge.target]


def test_no_path_shows_what_is_denied_between_the_two(shipped: backspasm.Dataset) -> None:
    drawn = picture.of_explanation(shipped, shipped.explain("vertebra"))
    assert _edges(drawn) == ["back-muscle-spasm vertebra denied"]
    assert drawn.note == "No path."
    without = picture.of_explanation(shipped, shipped.explain("vertebra"), denied=False)
    assert _edges(without) == []
