"""The causal network: which concept may cause which, and how strongly each link is held."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pyoxigraph

from backspasm.claims import CAUSAL, CERTAINTIES
from backspasm.errors import DataError
from backspasm.namespaces import BSV, PROV, RDF, local_name, shorten

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from backspasm.graph import Graph

__all__ = ["FIRM", "Link", "Network", "order_of", "read_network", "read_networks"]

FIRM = frozenset(CAUSAL[:2])
"""The causal predicates that say more than that something may cause something."""

_LIMITS = ("population", "scope", "subjectQualifier", "jointlyWith")
_READ = (
    *(RDF + name for name in ("subject", "object")),
    *(BSV + name for name in ("licenses", "certainty", *_LIMITS)),
    PROV + "hadPrimarySource",
)


class Link(NamedTuple):
    """A direct causal edge, with all that stands behind it.

    It is as strong as what is said without limits. Claims with limits (a scope, a group, a
    quality of the cause, a joint cause) count only where there are no others.

    Attributes:
        cause: the IRI of the concept that it starts at.
        effect: the IRI of the concept that it ends at.
        predicate: the strongest predicate that one of its firmest claims licenses.
        order: the certainty of its firmest claims, as an index of `CERTAINTIES`.
        documents: the IRIs of the documents that say it, in order.
        claims: the IRIs of the claims that count for it, in order.
        limits: the IRIs of what limits these: empty where they have no limits.
        others: the IRIs of the claims that do not count, as they are limited.
    """

    cause: str
    effect: str
    predicate: str
    order: int
    documents: tuple[str, ...]
    claims: tuple[str, ...]
    limits: tuple[str, ...] = ()
    others: tuple[str, ...] = ()

    @property
    def firm(self) -> bool:
        """Whether one of its firmest claims licenses more than that it may cause."""
        return self.predicate in FIRM

    @property
    def strength(self) -> tuple[int, int]:
        """The certainty of its firmest claims, then the number of documents that say it."""
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
    every, firm = read_networks(graph)
    return firm if strict else every


def read_networks(graph: Graph) -> tuple[Network, Network]:
    """The causal network of a graph, and that of its firm claims alone; see `read_network`."""
    known: dict[str, dict[str, list[str]]] = {}
    for name in _READ:  # quads of one property at a time: a join takes several times as long
        for quad in graph.matching(predicate=pyoxigraph.NamedNode(name)):
            claim, target = quad.subject, quad.object
            if isinstance(claim, pyoxigraph.NamedNode) and isinstance(target, pyoxigraph.NamedNode):
                known.setdefault(claim.value, {}).setdefault(name, []).append(target.value)
    said = [one for claim in sorted(known) if (one := _said(claim, known[claim])) is not None]
    return _network(said), _network(one for one in said if one.edge in FIRM)


def _network(said: Iterable[_Said]) -> Network:
    found: dict[tuple[str, str], list[_Said]] = {}
    for one in said:
        found.setdefault((one.cause, one.effect), []).append(one)
    return Network(_link(ends, together) for ends, together in found.items())


def order_of(certainty: str, claim: str) -> int:
    """The place of a certainty in `CERTAINTIES`; 0 where there is none.

    Args:
        certainty: its IRI, or "".
        claim: the IRI of the claim that has it.

    Raises:
        DataError: it is none of the vocabulary's.
    """
    name = local_name(certainty) if certainty else ""
    if name not in CERTAINTIES:
        remedy = "see `backspasm validate`"
        raise DataError(f"{name} is no certainty", place=shorten(claim), remedy=remedy)
    return CERTAINTIES.index(name)


class _Said(NamedTuple):
    """What one claim gives a link."""

    claim: str
    cause: str
    effect: str
    edge: str
    order: int
    documents: list[str]
    limits: list[str]


def _said(claim: str, known: dict[str, list[str]]) -> _Said | None:
    """A claim that licenses a causal edge, or None."""
    edges = [edge for edge in known.get(BSV + "licenses", ()) if edge in CAUSAL]
    if not edges or RDF + "subject" not in known or RDF + "object" not in known:
        return None
    return _Said(
        claim=claim,
        cause=known[RDF + "subject"][0],
        effect=known[RDF + "object"][0],
        edge=edges[0],
        order=min(order_of(iri, claim) for iri in known.get(BSV + "certainty", [""])),
        documents=known.get(PROV + "hadPrimarySource", []),
        limits=[limit for name in _LIMITS for limit in known.get(BSV + name, ())],
    )


def _link(ends: tuple[str, str], said: list[_Said]) -> Link:
    counted = [one for one in said if not one.limits] or said
    order = max(one.order for one in counted)
    edges = {one.edge for one in counted if one.order == order}
    documents = {document for one in counted for document in one.documents}
    return Link(
        cause=ends[0],
        effect=ends[1],
        predicate=next(name for name in CAUSAL if name in edges),
        order=order,
        documents=tuple(sorted(documents)),
        claims=tuple(one.claim for one in counted),
        limits=tuple(sorted({limit for one in counted for limit in one.limits})),
        others=tuple(one.claim for one in said if one not in counted),
    )
