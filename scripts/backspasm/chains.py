"""The curated mechanisms, and the parts of them that lead from one concept to another."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pyoxigraph

from backspasm.errors import DataError
from backspasm.namespaces import shorten
from backspasm.network import Link, order_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from backspasm.graph import Graph

__all__ = ["Chain", "chains_between", "mechanisms_over", "read_chains"]

_STEPS = """
SELECT ?mechanism ?position ?claim ?cause ?effect ?predicate ?certainty ?document ?edge ?bad ?limit
WHERE {
  VALUES ?mechanism { THINGS }
  ?mechanism bsv:step ?step .
  ?step bsv:position ?position ; bsv:claim ?claim .
  ?claim rdf:subject ?cause ; rdf:predicate ?predicate ; rdf:object ?effect .
  OPTIONAL { ?claim bsv:certainty ?certainty }
  OPTIONAL { ?claim prov:hadPrimarySource ?document }
  OPTIONAL { ?claim bsv:licenses ?edge }
  OPTIONAL {
    { ?claim bsv:polarity ?bad FILTER (?bad = bsv:Denied) }
    UNION { ?claim owl:deprecated ?bad FILTER (?bad) }
  }
  OPTIONAL { ?claim bsv:population|bsv:scope|bsv:subjectQualifier|bsv:jointlyWith ?limit }
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

    A mechanism with a step that is withdrawn or denied is left out.

    Args:
        graph: where the mechanisms are.
        mechanisms: their IRIs.
        strict: leave out those with a step that licenses no firm causal edge.

    Raises:
        DataError: the steps of a mechanism do not join, or are not numbered.
    """
    steps: dict[str, dict[int, Link]] = {}
    left_out: set[str] = set()
    for row in graph.rows_for(_STEPS, mechanisms):
        mechanism, position, claim, *said, bad, limit = row
        if not position.isdecimal():
            raise _broken(mechanism, f"position {position} is no number")
        links = steps.setdefault(mechanism, {})
        link = links.setdefault(int(position), _link(claim, *said))
        if limit and limit not in link.limits:
            links[int(position)] = link._replace(limits=(*link.limits, limit))
        if bad or (strict and not link.firm):
            left_out.add(mechanism)
    return [
        _chain(mechanism, tuple(links[position] for position in sorted(links)), whole=True)
        for mechanism, links in steps.items()
        if mechanism not in left_out
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


def _link(
    claim: str,
    cause: str,
    effect: str,
    predicate: str,
    certainty: str,
    document: str,
    edge: str,
) -> Link:
    documents = (document,) if document else ()
    order = order_of(certainty, claim)
    return Link(cause, effect, edge or predicate, order, documents, (claim,))


def _chain(mechanism: str, links: tuple[Link, ...], *, whole: bool) -> Chain:
    concepts = (links[0].cause, *(link.effect for link in links))
    if any(link.cause != concept for link, concept in zip(links, concepts, strict=False)):
        raise _broken(mechanism, "a step does not start where the one before it ends")
    return Chain(mechanism, concepts, links, whole)


def _broken(mechanism: str, problem: str) -> DataError:
    return DataError(problem, place=shorten(mechanism), remedy="see `backspasm validate`")
