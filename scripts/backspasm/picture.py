"""What a picture shows: concepts and the causal links between them, before they have a place."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pyoxigraph

from backspasm.chains import read_chains
from backspasm.claims import CAUSAL, CERTAINTIES, labels_of
from backspasm.concepts import Concept, read_concepts
from backspasm.denials import Denials
from backspasm.namespaces import local_name, shorten
from backspasm.network import Link, read_network

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from backspasm.claims import Claim
    from backspasm.explanation import Explanation
    from backspasm.graph import Graph

__all__ = [
    "Edge",
    "Node",
    "Picture",
    "neighbourhood",
    "of_explanation",
    "of_mechanism",
    "whole",
]

_WITHDRAWN = "ASK { ?mechanism owl:deprecated true }"


class Node(NamedTuple):
    """A concept in a picture; `focus` marks what the picture is about."""

    iri: str
    label: str
    kind: str
    focus: bool


class Edge(NamedTuple):
    """A link in a picture.

    Attributes:
        source: the IRI of the concept that it starts at.
        target: the IRI of the concept that it ends at.
        predicate: the label of what it says.
        role: "causal", "other" (a step of a mechanism that is not causal), "kind" (the one
            is a kind of the other) or "denied" (by a text).
        firm: whether a claim licenses more than that it may cause.
        certainty: that of its firmest claim: Stated, Likely or Possible.
        documents: the titles of the documents that say it.
        claims: the IRIs of the claims that say it.
        limits: the labels of what limits it: scopes, groups, qualities of the cause.
    """

    source: str
    target: str
    predicate: str
    role: str
    firm: bool
    certainty: str
    documents: tuple[str, ...]
    claims: tuple[str, ...]
    limits: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """What it says, how firmly, and within what limits."""
        denied = "denied: " if self.role == "denied" else ""
        firm = f", {self.certainty.lower()}" if self.certainty else ""
        within = f", limited to {', '.join(self.limits)}" if self.limits else ""
        return f"{denied}{self.predicate}{firm}{within}"


class Picture(NamedTuple):
    """A graph with words for a title; nodes and edges in a fixed order.

    Attributes:
        title: what it shows.
        note: what it leaves out, or "".
    """

    title: str
    note: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def whole(graph: Graph, *, strict: bool = False, without: Collection[str] = ()) -> Picture:
    """The whole causal network.

    Args:
        graph: where the claims are.
        strict: only links that a claim holds firmly.
        without: IRIs of concepts to leave out.
    """
    painter = _Painter(graph)
    links = read_network(graph, strict=strict).without(without).links()
    shown = {end for link in links for end in (link.cause, link.effect)}
    return painter.picture("What causes what", links, refused=painter.denied(shown, shown))


def neighbourhood(
    graph: Graph,
    iri: str,
    *,
    depth: int = 1,
    strict: bool = False,
    without: Collection[str] = (),
) -> Picture:
    """What leads to a concept, what it leads to, and the links among these.

    Args:
        graph: where the claims are.
        iri: the concept.
        depth: how many steps to go, upstream and downstream.
        strict: only links that a claim holds firmly.
        without: IRIs of other concepts to leave out.
    """
    network = read_network(graph, strict=strict).without(without)
    near = {iri}
    for ways in (network.causes, network.effects):
        front = {iri}
        for _ in range(depth):
            front = {other for one in front for other in ways.get(one, ())}
            near |= front
    links = [link for link in network.links() if link.cause in near and link.effect in near]
    painter = _Painter(graph)
    title = f"Causes and effects of {painter.label(iri)}"
    return painter.picture(title, links, [iri], refused=painter.denied([iri], near))


def of_explanation(graph: Graph, told: Explanation, *, denied: bool = True) -> Picture:
    """The paths of an explanation, laid over each other.

    An edge looks as it does in every other picture, whatever a mechanism makes of it.

    Args:
        graph: where the claims are.
        told: the explanation.
        denied: show what the texts deny of it.
    """
    painter = _Painter(graph)
    links: dict[tuple[str, str], Link] = {}
    for path in told.paths:
        for step in path.steps:
            ends = step.link.cause, step.link.effect
            links[ends] = told.network.effects.get(ends[0], {}).get(ends[1], step.link)
    refused = [
        denial.claim
        for path in told.paths
        for denial in path.denials
        if denial.claim.polarity == "Denied"
    ]
    if not told.paths:
        refused = painter.denied((), (told.cause, told.effect))
    last = {path.concepts[-1] for path in told.paths} - {told.effect}
    kinds = [_kind_edge(end, told.effect) for end in sorted(last)]
    return painter.picture(
        f"From {painter.label(told.cause)} to {painter.label(told.effect)}",
        links.values(),
        [told.cause, told.effect],
        refused=refused if denied else (),
        others=kinds,
        note=_left_out(told),
    )


def _left_out(told: Explanation) -> str:
    if not told.paths:
        return "No path."
    least = "" if told.exhausted else "at least "
    shown = len(told.paths)
    if shown < told.found or not told.exhausted:
        return f"{shown:,} of {least}{told.found:,} paths."
    return ""


def of_mechanism(graph: Graph, iri: str) -> Picture:
    """The chain of one mechanism. One that is withdrawn, or has a step that is, says so."""
    chains = read_chains(graph, [iri])
    links = [link for chain in chains for link in chain.links]
    ends = [end for chain in chains for end in (chain.concepts[0], chain.concepts[-1])]
    label = labels_of(graph, [iri]).get(iri) or shorten(iri)
    withdrawn = graph.query(_WITHDRAWN, mechanism=pyoxigraph.NamedNode(iri))
    note = "Withdrawn." if withdrawn else "" if chains else "A step of it is withdrawn or denied."
    return _Painter(graph).picture(label[:1].upper() + label[1:], links, ends, note=note)


class _Painter:
    """Turns links into a picture."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.concepts = read_concepts(graph)

    def label(self, iri: str) -> str:
        return self.concepts[iri].label if iri in self.concepts else shorten(iri)

    def picture(
        self,
        title: str,
        links: Iterable[Link],
        focus: Collection[str] = (),
        *,
        refused: Iterable[Claim] = (),
        others: Sequence[Edge] = (),
        note: str = "",
    ) -> Picture:
        """The picture of some links, of denied claims and of other edges."""
        drawn = sorted(links, key=lambda link: (link.cause, link.effect, link.predicate))
        by_iri = {claim.iri: claim for claim in refused}
        denials = [by_iri[iri] for iri in sorted(by_iri)]
        named = {iri for link in drawn for iri in (link.predicate, *link.documents, *link.limits)}
        for claim in denials:
            named.update((claim.predicate, claim.document, *claim.scope, *claim.population))
        labels = labels_of(self.graph, named - {""})
        edges = [_edge(link, labels) for link in drawn]
        edges += [_denied_edge(claim, labels) for claim in denials]
        edges += others
        ends = {end for edge in edges for end in (edge.source, edge.target)} | set(focus)
        nodes = tuple(self.node(iri, focus) for iri in sorted(ends))
        return Picture(title, note, nodes, tuple(edges))

    def node(self, iri: str, focus: Collection[str]) -> Node:
        known = self.concepts.get(iri, Concept(iri, shorten(iri), ""))
        return Node(iri, known.label, known.kind, focus=iri in focus)

    def denied(self, focus: Collection[str], shown: Collection[str]) -> list[Claim]:
        """The claims of `Denials.around`."""
        denials = Denials(self.graph)
        return [denials.claims[iri] for iri in denials.around(focus, shown)]


def _edge(link: Link, labels: dict[str, str]) -> Edge:
    return Edge(
        source=link.cause,
        target=link.effect,
        predicate=labels.get(link.predicate, local_name(link.predicate)),
        role="causal" if link.predicate in CAUSAL else "other",
        firm=link.firm,
        certainty=CERTAINTIES[link.order],
        documents=tuple(labels.get(iri, shorten(iri)) for iri in link.documents),
        claims=(*link.claims, *link.others),
        limits=tuple(labels.get(iri, shorten(iri)) for iri in link.limits),
    )


def _denied_edge(claim: Claim, labels: dict[str, str]) -> Edge:
    return Edge(
        source=claim.subject,
        target=claim.object,
        predicate=labels.get(claim.predicate, local_name(claim.predicate)),
        role="denied",
        firm=False,
        certainty=claim.certainty,
        documents=(labels.get(claim.document, shorten(claim.document)),),
        claims=(claim.iri,),
        limits=tuple(labels.get(iri, shorten(iri)) for iri in (*claim.scope, *claim.population)),
    )


def _kind_edge(narrower: str, wider: str) -> Edge:
    return Edge(
        narrower, wider, "is a kind of", "kind", firm=False, certainty="", documents=(), claims=()
    )
