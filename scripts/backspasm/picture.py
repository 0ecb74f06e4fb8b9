"""What a picture shows: concepts and the causal links between them, before they have a place."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from backspasm.chains import read_chains
from backspasm.claims import CAUSAL, CERTAINTIES, labels_of, read_claims
from backspasm.concepts import Concept, read_concepts
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

_DENIED = """
SELECT ?claim ?subject ?object WHERE {
  ?claim bsv:polarity bsv:Denied ; rdf:subject ?subject ; rdf:object ?object .
  MINUS { ?claim owl:deprecated true }
} ORDER BY ?claim
"""


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
    """

    source: str
    target: str
    predicate: str
    role: str
    firm: bool
    certainty: str
    documents: tuple[str, ...]
    claims: tuple[str, ...]


class Picture(NamedTuple):
    """A graph with words for a title; nodes and edges in a fixed order."""

    title: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def whole(graph: Graph, *, strict: bool = False) -> Picture:
    """The whole causal network.

    Args:
        graph: where the claims are.
        strict: only links that a claim holds firmly.
    """
    painter = _Painter(graph)
    links = read_network(graph, strict=strict).links()
    shown = {end for link in links for end in (link.cause, link.effect)}
    return painter.picture("What causes what", links, refused=painter.denials(shown, shown))


def neighbourhood(graph: Graph, iri: str, *, depth: int = 1, strict: bool = False) -> Picture:
    """What leads to a concept, what it leads to, and the links among these.

    Args:
        graph: where the claims are.
        iri: the concept.
        depth: how many steps to go, upstream and downstream.
        strict: only links that a claim holds firmly.
    """
    network = read_network(graph, strict=strict)
    near = {iri}
    for ways in (network.causes, network.effects):
        front = {iri}
        for _ in range(depth):
            front = {other for one in front for other in ways.get(one, ())}
            near |= front
    links = [link for link in network.links() if link.cause in near and link.effect in near]
    painter = _Painter(graph)
    refused = painter.denials([iri], near)
    return painter.picture(f"Causes and effects of {painter.label(iri)}", links, [iri], refused)


def of_explanation(graph: Graph, told: Explanation, *, denied: bool = True) -> Picture:
    """The paths of an explanation, laid over each other.

    Args:
        graph: where the claims are.
        told: the explanation.
        denied: show what the texts deny of it.
    """
    painter = _Painter(graph)
    links = [step.link for path in told.paths for step in path.steps]
    ends = {path.concepts[-1] for path in told.paths} - {told.effect}
    refused = [
        claim.iri
        for path in told.paths
        for claim in path.denials
        if denied and claim.polarity == "Denied"
    ]
    title = f"From {painter.label(told.cause)} to {painter.label(told.effect)}"
    kinds = [_kind_edge(end, told.effect) for end in sorted(ends)]
    return painter.picture(title, links, [told.cause, told.effect], refused, kinds)


def of_mechanism(graph: Graph, iri: str) -> Picture:
    """The chain of one mechanism."""
    chains = read_chains(graph, [iri])
    links = [link for chain in chains for link in chain.links]
    ends = [end for chain in chains for end in (chain.concepts[0], chain.concepts[-1])]
    label = labels_of(graph, [iri]).get(iri) or shorten(iri)
    return _Painter(graph).picture(label[:1].upper() + label[1:], links, ends)


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
        refused: Collection[str] = (),
        others: Sequence[Edge] = (),
    ) -> Picture:
        """The picture of some links, of denied claims and of other edges."""
        drawn = sorted(set(links), key=lambda link: (link.cause, link.effect, link.predicate))
        denials = read_claims(self.graph, sorted(set(refused))).values()
        named = {link.predicate for link in drawn} | {claim.predicate for claim in denials}
        named.update(document for link in drawn for document in link.documents)
        named.update(claim.document for claim in denials)
        labels = labels_of(self.graph, named)
        edges = [_edge(link, labels) for link in drawn]
        edges += [_denied_edge(claim, labels) for claim in denials]
        edges += others
        ends = {end for edge in edges for end in (edge.source, edge.target)} | set(focus)
        return Picture(title, tuple(self.node(iri, focus) for iri in sorted(ends)), tuple(edges))

    def node(self, iri: str, focus: Collection[str]) -> Node:
        known = self.concepts.get(iri, Concept(iri, shorten(iri), ""))
        return Node(iri, known.label, known.kind, focus=iri in focus)

    def denials(self, focus: Collection[str], shown: Collection[str]) -> list[str]:
        """The denied claims that name what the picture is about, or two things in it."""
        found = []
        for claim, subject, target in self.graph.rows(_DENIED):
            inside = {subject, target} & set(shown)
            if len(inside) > 1 or inside & set(focus):
                found.append(claim)
        return found


def _edge(link: Link, labels: dict[str, str]) -> Edge:
    return Edge(
        source=link.cause,
        target=link.effect,
        predicate=labels.get(link.predicate, local_name(link.predicate)),
        role="causal" if link.predicate in CAUSAL else "other",
        firm=link.firm,
        certainty=CERTAINTIES[link.order],
        documents=tuple(labels.get(iri, shorten(iri)) for iri in link.documents),
        claims=link.claims,
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
    )


def _kind_edge(narrower: str, wider: str) -> Edge:
    return Edge(
        narrower, wider, "is a kind of", "kind", firm=False, certainty="", documents=(), claims=()
    )
