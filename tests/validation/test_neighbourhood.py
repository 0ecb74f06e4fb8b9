from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backspasm.errors import ShapesError
from backspasm.validation.engines import Index
from backspasm.validation.engines.messages import said
from backspasm.validation.engines.neighbourhood import neighbourhood
from backspasm.validation.engines.odd import OddError
from backspasm.validation.engines.reference import run_pyshacl
from backspasm.validation.engines.result import tidy
from backspasm.validation.engines.screen.reading import focus_nodes, read_shapes
from random_graphs import ABOUT, DATA, NUMBERS, TEXTS, graph, often

if TYPE_CHECKING:
    from backspasm.validation.engines import Result

DATA_AROUND = """
e:a a e:C ; e:p e:b , e:c ; e:q 1 .
e:b a e:D ; e:p e:d ; e:r e:e .
e:c e:q e:a ; e:r "x" .
e:d e:p e:a .
e:far a e:C ; e:p e:b .
e:C rdfs:subClassOf e:D .
"""
CASES = {
    "all of a focus node, and the types of its values": (
        "e:S sh:property [ sh:path e:p ; sh:class e:D ] .",
        "e:a a e:C ; e:p e:b , e:c ; e:q 1 . e:b a e:D .",
    ),
    "all of what a shape inside is put to": (
        "e:S sh:property [ sh:path e:p ; sh:node [ sh:nodeKind sh:IRI ] ] .",
        'e:a a e:C ; e:p e:b , e:c ; e:q 1 . e:b a e:D ; e:p e:d ; e:r e:e . e:c e:q e:a ; e:r "x" .',
    ),
    "what comes before": (
        "e:S sh:property [ sh:path [ sh:inversePath e:q ] ; sh:nodeKind sh:IRI ] .",
        "e:a a e:C ; e:p e:b , e:c ; e:q 1 . e:c e:q e:a .",
    ),
    "along a path": (
        "e:S sh:property [ sh:path ( e:p e:r ) ; sh:minCount 1 ] .",
        'e:a a e:C ; e:p e:b , e:c ; e:q 1 . e:b e:r e:e . e:c e:r "x" .',
    ),
    "again and again": (
        "e:S sh:property [ sh:path [ sh:oneOrMorePath e:p ] ; sh:maxCount 1 ] .",
        "e:a a e:C ; e:p e:b , e:c ; e:q 1 . e:b a e:D ; e:p e:d . e:d e:p e:a .",
    ),
    "in a list of shapes": (
        "e:S sh:or ( [ sh:path e:q ; sh:minCount 2 ] [ sh:not [ sh:path e:p ; sh:class e:D ] ] ) .",
        "e:a a e:C ; e:p e:b , e:c ; e:q 1 . e:b a e:D .",
    ),
    "of what a value may not be besides": (
        (
            "e:S sh:property [ sh:path e:q ; sh:qualifiedMinCount 1 ; sh:qualifiedValueShape"
            " [ sh:path ( e:p e:p ) ; sh:minCount 1 ] ] , [ sh:path e:p ; sh:qualifiedMinCount 1 ;"
            " sh:qualifiedValueShapesDisjoint true ; sh:qualifiedValueShape [ sh:class e:D ] ] ."
        ),
        (
            'e:a a e:C ; e:p e:b , e:c ; e:q 1 . e:b a e:D ; e:p e:d ; e:r e:e . e:c e:q e:a ; e:r "x" .'
            " e:d e:p e:a ."
        ),
    ),
    "all of closed values": (
        "e:S sh:property [ sh:path e:p ; sh:closed true ; sh:ignoredProperties ( e:p ) ] .",
        'e:a a e:C ; e:p e:b , e:c ; e:q 1 . e:b a e:D ; e:p e:d ; e:r e:e . e:c e:q e:a ; e:r "x" .',
    ),
}
ANYTHING = {
    "SPARQL": "e:S sh:sparql [ sh:select 'SELECT $this WHERE { $this ?p ?o }' ] .",
    "a parameter that is not known": "e:S sh:expression e:x .",
    "a path that is none": 'e:S sh:property [ sh:path "p" ; sh:minCount 1 ] .',
    "SPARQL inside": "e:S sh:not [ sh:not [ sh:sparql [ sh:select 'SELECT $this {}' ] ] ] .",
}


def term(name: str) -> str:
    return f"<http://e.example/{name}>"


@pytest.mark.parametrize("name", CASES)
def test_what_is_near(name: str) -> None:
    shapes, expected = CASES[name]
    found = neighbourhood(
        graph(DATA_AROUND), graph("e:S a sh:NodeShape ." + shapes), {term("S"): [term("a")]}
    )
    assert found is not None
    assert set(found.triples()) == {
        *graph(expected).triples(),
        *graph("e:C rdfs:subClassOf e:D .").triples(),
    }


@pytest.mark.parametrize("name", ANYTHING)
def test_what_may_be_anything(name: str) -> None:
    shapes = graph("e:S a sh:NodeShape ." + ANYTHING[name])
    assert neighbourhood(graph(DATA_AROUND), shapes, {term("S"): [term("a")]}) is None


def _results(data: Index, shapes: Index, focus: dict[str, list[str]]) -> list[Result]:
    return tidy(said(one, shapes) for one in run_pyshacl(data, shapes, focus))


def test_the_reference_finds_the_same_in_it() -> None:
    """Random shapes of random nodes: what is left out changes no result."""
    compared: Counter[str] = Counter()

    @settings(often, max_examples=1200)
    @given(
        data=st.one_of(DATA, NUMBERS, TEXTS),
        shapes=st.one_of(*ABOUT.values()),
        every=st.integers(1, 2),
    )
    def check(data: list[str], shapes: str, every: int) -> None:
        whole, judges = graph("\n".join(data)), graph(shapes)
        try:
            known = read_shapes(judges)
            nodes = {one: focus_nodes(whole, known, one)[::every] for one in known.targeted()}
            expected = _results(whole, judges, nodes)
        except (OddError, ShapesError):
            return
        part = neighbourhood(whole, judges, nodes)
        if part is not None:
            assert _results(part, judges, nodes) == expected
            if len(list(part.triples())) < len(list(whole.triples())):
                compared.update({one.component for one in expected})

    check()
    assert len(compared) > 20
