from __future__ import annotations

import pyoxigraph
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, NamedNode, Quad, Triple

from backspasm.blank_nodes import named_by_content, nodes_of, parts

PREDICATES = [NamedNode(f"urn:p:{n}") for n in range(2)]
GRAPHS = [pyoxigraph.DefaultGraph(), NamedNode("urn:g:1")]

nodes = st.integers(0, 5).map(lambda n: BlankNode(f"n{n}"))
things = st.integers(0, 2).map(lambda n: NamedNode(f"urn:s:{n}"))
literals = st.sampled_from([pyoxigraph.Literal("a"), pyoxigraph.Literal("a", language="en")])
graphs = st.sampled_from(GRAPHS) | nodes
triples = st.builds(Triple, nodes | things, st.sampled_from(PREDICATES), nodes | things)
quads = st.lists(
    st.builds(
        Quad,
        nodes | things,
        st.sampled_from(PREDICATES),
        nodes | things | literals | triples,
        graphs,
    ),
    max_size=12,
)


def relabelled(quad: Quad, names: dict[str, str]) -> Quad:
    def term(one: object) -> object:
        if isinstance(one, BlankNode):
            return BlankNode(names[one.value])
        if isinstance(one, Triple):
            return Triple(*map(term, one))  # type: ignore[arg-type]
        return one

    return Quad(*map(term, quad))  # type: ignore[arg-type]


@settings(deadline=None)
@given(quads, st.permutations(range(6)), st.randoms())
def test_names_hang_on_content_alone(found: list[Quad], order: list[int], random: object) -> None:
    names = {f"n{n}": f"other{number}" for n, number in enumerate(order)}
    other = [relabelled(quad, names) for quad in found]
    random.shuffle(other)  # type: ignore[attr-defined]
    assert named_by_content(found) == named_by_content(other)


@settings(deadline=None)
@given(quads, quads)
def test_same_names_mean_the_same_graph(one: list[Quad], other: list[Quad]) -> None:
    """Held to the canonical form of the whole graph (RDFC-1.0)."""
    whole = []
    for found in (one, other):
        dataset = pyoxigraph.Dataset(found)
        dataset.canonicalize(pyoxigraph.CanonicalizationAlgorithm.RDFC_1_0)
        whole.append(set(dataset))
    assert (named_by_content(one) == named_by_content(other)) == (whole[0] == whole[1])


@settings(deadline=None)
@given(quads)
def test_no_quad_is_lost_and_no_two_nodes_become_one(found: list[Quad]) -> None:
    named = named_by_content(found)
    assert len(named) == len(set(found))
    assert len({node for quad in named for node in nodes_of(quad)}) == len(
        {node for quad in found for node in nodes_of(quad)}
    )
    assert named_by_content(named) == named


def parsed(text: str) -> list[Quad]:
    return list(pyoxigraph.parse(text.encode(), pyoxigraph.RdfFormat.TURTLE))


def test_a_change_renames_nothing_that_does_not_hang_together_with_it() -> None:
    first, second = "<urn:a> <urn:p> [ <urn:q> 1 ] .", "<urn:b> <urn:p> [ <urn:q> 2 ; <urn:q> 3 ] ."
    both = named_by_content(parsed(first + second))
    changed = named_by_content(parsed(first + second.replace("3", "4")))
    assert both & changed == named_by_content(parsed(first))
    assert len(both - changed) == 3


def test_parts_that_are_alike_stay_two() -> None:
    alike = parsed("<urn:a> <urn:p> [ <urn:q> 1 ] , [ <urn:q> 1 ] .")
    assert len(named_by_content(alike)) == 4
    assert named_by_content(alike) != named_by_content(parsed("<urn:a> <urn:p> [ <urn:q> 1 ] ."))
    assert [len(part) for part in parts(alike)[1]] == [2, 2]
