"""The curated mechanisms, and the parts of them that lead from one concept to another."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from backspasm.network import FIRM, Link

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from backspasm.graph import Graph

__all__ = ["Chain", "chains_between", "read_chains"]

_STEPS = """
SELECT ?mechanism ?position ?claim ?cause ?effect ?predicate ?order ?document ?edge WHERE {
  ?mechanism a bsv:Mechanism ; bsv:step ?step .
  ?step bsv:position ?position ; bsv:claim ?claim .
  ?claim rdf:subject ?cause ; rdf:predicate ?predicate ; rdf:object ?effect ;
    bsv:certainty ?certainty ; prov:hadPrimarySource ?document .
  ?certainty bsv:order ?order .
  OPTIONAL { ?claim bsv:licenses ?edge }
  MINUS { ?mechanism owl:deprecated true }
} ORDER BY ?mechanism ?position ?claim
"""


class Chain(NamedTuple):
    """A run of steps of one mechanism.

    Attributes:
        mechanism: the IRI of the mechanism.
        concepts: the IRIs of the concepts that it passes, in order.
        links: the steps, each resting on the claim of the mechanism alone.
        whole: whether it is all of the mechanism.
    """

    mechanism: str
    concepts: tuple[str, ...]
    links: tuple[Link, ...]
    whole: bool


def read_chains(graph: Graph, *, strict: bool = False) -> list[Chain]:
    """All mechanisms that are not withdrawn, as chains, in the order of their IRIs.

    Args:
        graph: where the mechanisms are.
        strict: leave out those with a step that licenses no firm causal edge.
    """
    steps: dict[str, dict[int, Link]] = {}
    soft: set[str] = set()
    for row in graph.rows(_STEPS):
        mechanism, position, claim, cause, effect, predicate, order, document, edge = row
        link = Link(cause, effect, edge or predicate, int(order), (document,), (claim,))
        steps.setdefault(mechanism, {}).setdefault(int(position), link)
        if edge not in FIRM:
            soft.add(mechanism)
    return [
        _chain(mechanism, tuple(links[position] for position in sorted(links)), whole=True)
        for mechanism, links in steps.items()
        if not (strict and mechanism in soft)
    ]


def chains_between(chains: Iterable[Chain], start: str, goals: Collection[str]) -> Iterator[Chain]:
    """The runs of chains that lead from a concept to the first of some others."""
    for chain in chains:
        if start not in chain.concepts:
            continue
        first = chain.concepts.index(start)
        for last in range(first + 1, len(chain.concepts)):
            if chain.concepts[last] in goals:
                whole = first == 0 and last == len(chain.links)
                yield _chain(chain.mechanism, chain.links[first:last], whole=whole)
                break


def _chain(mechanism: str, links: tuple[Link, ...], *, whole: bool) -> Chain:
    concepts = (links[0].cause, *(link.effect for link in links))
    return Chain(mechanism, concepts, links, whole)
