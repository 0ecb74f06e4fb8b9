"""The search against networkx, which finds all simple paths in another way."""

from __future__ import annotations

from itertools import pairwise

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from backspasm.network import Link, Network
from backspasm.paths import Search, best_paths, path_rank

NODES = "abcdefg"
LINKS = st.dictionaries(
    st.tuples(st.sampled_from(NODES), st.sampled_from(NODES)).filter(
        lambda ends: ends[0] != ends[1]
    ),
    st.tuples(st.integers(1, 3), st.integers(1, 2)),
    max_size=24,
)


def _network(links: dict[tuple[str, str], tuple[int, int]]) -> Network:
    return Network(
        Link(cause, effect, "", order, tuple("xy"[:documents]), ())
        for (cause, effect), (order, documents) in links.items()
    )


def _expected(network: Network, goals: set[str], most: int) -> set[tuple[str, ...]]:
    walk = nx.DiGraph([(link.cause, link.effect) for link in network.links()])
    if "a" not in walk:
        return set()
    found = {
        tuple(path)
        for goal in goals & set(walk)
        for path in nx.all_simple_paths(walk, "a", goal, cutoff=most)
    }
    return {path for path in found if not goals & set(path[1:-1])}


@settings(deadline=None)
@given(LINKS, st.sets(st.sampled_from(NODES[1:]), min_size=1, max_size=2), st.integers(1, 7))
def test_the_same_paths_as_networkx_in_the_order_of_their_rank(
    links: dict[tuple[str, str], tuple[int, int]], goals: set[str], most: int
) -> None:
    network = _network(links)
    search = best_paths(network, "a", goals, max_steps=most)
    assert search.exhausted
    assert set(search.paths) == _expected(network, goals, most)
    assert len(set(search.paths)) == len(search.paths)
    ranks = [
        path_rank([network.effects[one][other] for one, other in pairwise(path)])
        for path in search.paths
    ]
    assert ranks == sorted(ranks)
    longer = _expected(network, goals, len(NODES)) - set(search.paths)
    assert search.longer or not longer


@settings(deadline=None)
@given(LINKS, st.sets(st.sampled_from("bcdef"), max_size=2), st.sampled_from("bcdef"))
def test_through_and_without(
    links: dict[tuple[str, str], tuple[int, int]], through: set[str], missing: str
) -> None:
    network = _network(links)
    every = best_paths(network, "a", "g")
    some = best_paths(network, "a", "g", through=through)
    assert set(some.paths) == {path for path in every.paths if through <= set(path)}
    fewer = best_paths(network.without(missing), "a", "g")
    assert set(fewer.paths) == {path for path in every.paths if missing not in path}


def test_a_search_that_is_cut_off_says_so() -> None:
    links = {(one, other): (3, 1) for one in NODES for other in NODES if one != other}
    search = best_paths(_network(links), "a", "g", effort=20)
    assert not search.exhausted
    assert search.paths[0] == ("a", "g")


def test_nothing_to_find() -> None:
    assert best_paths(Network([]), "a", "b") == Search([], exhausted=True, longer=False)
