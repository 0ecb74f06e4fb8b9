"""The causal network: which concept may cause which, and how strongly each link is held."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from backspasm.claims import CAUSAL, CERTAINTIES
from backspasm.namespaces import local_name

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from backspasm.graph import Graph

__all__ = ["FIRM", "Link", "Network", "read_network"]

FIRM = frozenset(CAUSAL[:2])
"""The causal predicates that say more than that something may cause something."""

_LINKS = """
SELECT ?claim ?cause ?effect ?edge ?certainty ?document WHERE {
  VALUES ?edge { bsv:causes bsv:contributesTo bsv:mayCause }
  ?claim bsv:licenses ?edge ; rdf:subject ?cause ; rdf:object ?effect ;
    bsv:certainty ?certainty ; prov:hadPrimarySource ?document .
} ORDER BY ?claim
"""


class Link(NamedTuple):
    """A direct causal edge, with all that stands behind it.

    Attributes:
        cause: the IRI of the concept that it starts at.
        effect: the IRI of the concept that it ends at.
        predicate: the strongest predicate that a claim licenses for it.
        order: the certainty of its firmest claim, as an index of `CERTAINTIES`.
        documents: the IRIs of the documents that say it, in order.
        claims: the IRIs of the claims that license it, in order.
    """

    cause: str
    effect: str
    predicate: str
    order: int
    documents: tuple[str, ...]
    claims: tuple[str, ...]

    @property
    def firm(self) -> bool:
        """Whether a claim licenses more than that it may cause."""
        return self.predicate in FIRM

    @property
    def strength(self) -> tuple[int, int]:
        """The certainty of its firmest claim, then the number of documents that say it."""
        return self.order, len(self.documents)


class Network:
    """All causal links, by where they start and where they end.

    Attributes:
        effects: the links that start at a concept, by the concept where they end.
        causes: the links that end at a concept, by the concept where they start.
    """

    def __init__(self, links: Iterable[Link]) -> None:
        self.effects: dict[str, dict[str, Link]] = {}
        self.causes: dict[str, dict[str, Link]] = {}
        for link in links:
            self.effects.setdefault(link.cause, {})[link.effect] = link
            self.causes.setdefault(link.effect, {})[link.cause] = link

    def links(self) -> list[Link]:
        """All links, by the IRIs of their ends."""
        found = [link for ends in self.effects.values() for link in ends.values()]
        return sorted(found, key=lambda link: (link.cause, link.effect))

    def without(self, concepts: Collection[str]) -> Network:
        """The same network without some concepts and the links that touch them."""
        if not concepts:
            return self
        return Network(
            link
            for link in self.links()
            if link.cause not in concepts and link.effect not in concepts
        )


def read_network(graph: Graph, *, strict: bool = False) -> Network:
    """The causal network of a graph.

    Its links are the derived edges with `bsv:mayCause`: what a claim licenses that is
    affirmed and not withdrawn.

    Args:
        graph: where the claims are.
        strict: leave out the claims that license no more than `bsv:mayCause`.
    """
    found: dict[tuple[str, str], list[tuple[str, ...]]] = {}
    for claim, cause, effect, edge, certainty, document in graph.rows(_LINKS):
        if edge in FIRM or not strict:
            found.setdefault((cause, effect), []).append((claim, edge, certainty, document))
    return Network(_link(ends, said) for ends, said in found.items())


def _link(ends: tuple[str, str], said: list[tuple[str, ...]]) -> Link:
    claims, edges, certainties, documents = zip(*said, strict=True)
    return Link(
        cause=ends[0],
        effect=ends[1],
        predicate=next(name for name in CAUSAL if name in edges),
        order=max(CERTAINTIES.index(local_name(iri)) for iri in certainties),
        documents=tuple(sorted(set(documents))),
        claims=tuple(dict.fromkeys(claims)),
    )
