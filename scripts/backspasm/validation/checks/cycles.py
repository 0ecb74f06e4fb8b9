"""Firm causes that run in a circle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backspasm.namespaces import BSV, RDF, SKOS, shorten
from backspasm.validation.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from backspasm.validation.checks.index import Index

__all__ = ["causal_cycles"]

Edges = dict[str, dict[str, list[str]]]
"""The claims from each cause to each effect."""


def causal_cycles(index: Index) -> Iterator[Finding]:
    """A circle of concepts, each a firm cause of the next, by claims that license `bsv:causes`.

    One finding for each set of concepts that all lead to each other, with a shortest
    circle in it; nothing where no claim of the circle is in the data.
    """
    edges = _firm(index)
    circling = _circling(edges)
    if not circling:
        return
    import networkx as nx

    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_edges_from((one, other) for one in sorted(circling) for other in sorted(edges[one]))
    parts = map(sorted, nx.strongly_connected_components(graph))
    for part in sorted(part for part in parts if len(part) > 1):
        inside = {one: sorted(set(edges[one]) & set(part)) for one in part}
        circle = min((_circle(inside, start) for start in part), key=lambda one: (len(one), one))
        steps = list(zip(circle, [*circle[1:], circle[0]], strict=True))
        claims = [min(edges[one][other]) for one, other in steps]
        if any(claim in index.data.about for claim in claims):
            yield _finding(index, circle, claims)


def _finding(index: Index, circle: list[str], claims: list[str]) -> Finding:
    names = [_label(index, one) for one in [*circle, circle[0]]]
    claim = next(claim for claim in claims if claim in index.data.about)
    return Finding(
        severity="warning",
        rule="causal-cycle",
        message=f"Firm causes run in a circle: {' → '.join(names)} "
        f"({', '.join(map(shorten, claims))}).",
        remedy="Read these claims again, and limit the one that says too much.",
        focus=claim,
        path=RDF + "object",
        value=index.all.values(claim, RDF + "object")[0],
    )


def _label(index: Index, concept: str) -> str:
    labels = sorted(index.all.values(concept, SKOS + "prefLabel"))
    return labels[0].rpartition('"')[0].removeprefix('"') if labels else shorten(concept)


def _firm(index: Index) -> Edges:
    """The firm causal edges between distinct concepts, with the claims for each."""
    edges: Edges = {}
    for claim, said in index.derived.about.items():
        if BSV + "causes" not in said.get(BSV + "licenses", ()):
            continue
        for one in index.all.values(claim, RDF + "subject"):
            for other in index.all.values(claim, RDF + "object"):
                if one != other:
                    edges.setdefault(one, {}).setdefault(other, []).append(claim)
    return edges


def _circling(edges: Edges) -> set[str]:
    """The causes that are left when whatever has no cause is taken away, again and again.

    None is left exactly where there is no circle (A. B. Kahn, Topological sorting of large
    networks, CACM 5, 1962).
    """
    counts = dict.fromkeys(edges, 0)
    for others in edges.values():
        for other in others:
            counts[other] = counts.get(other, 0) + 1
    pending = [node for node, count in counts.items() if not count]
    while pending:
        node = pending.pop()
        del counts[node]
        for other in edges.get(node, ()):
            counts[other] -= 1
            if not counts[other]:
                pending.append(other)
    return counts.keys() & edges.keys()


def _circle(inside: dict[str, list[str]], start: str) -> list[str]:
    """A shortest circle through a concept of a strongly connected part."""
    before: dict[str, str] = {}
    layer = [start]
    while start not in before:
        following = []
        for node in layer:
            for other in inside[node]:
                if other not in before:
                    before[other] = node
                    following.append(other)
        layer = following
    circle = [before[start]]
    while circle[-1] != start:
        circle.append(before[circle[-1]])
    return circle[::-1]
