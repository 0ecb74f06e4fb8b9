"""Shapes without one of their constraints find nothing that they would not find with it."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from backspasm.errors import ShapesError
from backspasm.validation.engines import Index, Result, run
from backspasm.validation.engines.faults import Fault, without
from backspasm.validation.engines.screen.reading import shape_nodes
from backspasm.validation.engines.terms import SH
from random_graphs import DATA, SHAPES, graph, often

KEPT = {f"<{SH}{name}>" for name in ("path", "severity", "message", "deactivated")}


def told(data: Index, shapes: Index) -> Counter[Result] | None:
    try:
        return Counter(run(data, shapes))
    except ShapesError:
        return None


def test_what_is_left_finds_no_more() -> None:
    compared: Counter[bool] = Counter()

    @settings(often, max_examples=400)
    @given(data=DATA, text=SHAPES, choice=st.randoms(use_true_random=False))
    def check(data: list[str], text: str, choice: object) -> None:
        graphs = graph("\n".join(data)), graph(text)
        whole = told(*graphs)
        nodes = shape_nodes(graphs[1])
        triples = [one for one in graphs[1].triples() if one[0] in nodes and SH in one[1]]
        if not whole or not triples:
            return
        node, parameter, value = choice.choice(sorted(triples))  # type: ignore[attr-defined]
        named = choice.choice([value, ""])  # type: ignore[attr-defined]
        fault = Fault(node, () if parameter in KEPT else (parameter,), "", value=named)
        rest = told(graphs[0], without(graphs[1], [fault]))
        assert rest is not None
        assert rest <= whole
        compared[rest < whole] += 1

    check()
    assert compared[True] > 20
    assert compared[False] > 20
