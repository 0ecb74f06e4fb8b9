"""The curated mechanisms, and the parts of them that lead from one concept to another."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pyoxigraph

from backspasm.claims import CERTAINTIES
from backspasm.namespaces import local_name
from backspasm.network import FIRM, Link

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from backspasm.graph import Graph

__all__ = ["Chain", "chains_between", "mechanisms_over", "read_chains"]

_STEPS = """
SELECT ?mechanism ?position ?claim ?cause ?effect ?predicate ?certainty ?document ?edge WHERE {
  VALUES ?mechanism { THINGS }
  ?mechanism bsv:step ?step .
  ?step bsv:position ?position ; bsv:claim ?claim .
  ?claim rdf:subject ?cause ; rdf:predicate ?predicate ; rdf:object ?effect ;
    bsv:certainty ?certainty ; prov:hadPrimarySource ?document .
  OPTIONAL { ?claim bsv:licenses ?edge }
} ORDER BY ?mechanism ?position ?claim
"""

_FROM = """
SELECT DISTINCT ?start ?mechanism WHERE {
  ?step bsv:stepFrom ?start .
  ?mechanism bsv:step ?step .
  MINUS { ?mechanism owl:deprecated true }
}
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


def read_chains(graph: Graph, mechanisms: Iterable[str], *, strict: bool = False) -> list[Chain]:
    """Some mechanisms as chains, in the order of their IRIs.

    Args:
        graph: where the mechanisms are.
        mechanisms: their IRIs.
        strict: leave out those with a step that licenses no firm causal edge.
    """
    steps: dict[str, dict[int, Link]] = {}
    soft: set[str] = set()
    for row in graph.rows_for(_STEPS, mechanisms):
        mechanism, position, claim, cause, effect, predicate, certainty, document, edge = row
        order = CERTAINTIES.index(local_name(certainty))
        link = Link(cause, effect, edge or predicate, order, (document,), (claim,))
        steps.setdefault(mechanism, {}).setdefault(int(position), link)
        if edge not in FIRM:
            soft.add(mechanism)
    return [
        _chain(mechanism, tuple(links[position] for position in sorted(links)), whole=True)
        for mechanism, links in steps.items()
        if not (strict and mechanism in soft)
    ]


def mechanisms_over(graph: Graph, concept: str) -> list[str]:
    """The IRIs of the mechanisms with a step that starts at a concept, without those withdrawn."""
    rows = graph.rows(_FROM, start=pyoxigraph.NamedNode(concept))
    return sorted(mechanism for _, mechanism in rows)


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
