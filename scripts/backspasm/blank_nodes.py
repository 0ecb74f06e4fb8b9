"""Blank nodes named by what is said of them, so that two graphs can be compared as sets.

RDFC-1.0 (RDF Dataset Canonicalization, section 4) names the blank nodes of a whole graph,
and one change can rename them all. Here it is run on each part of the graph by itself: the
quads that hang together by their blank nodes. The name of a node is the digest of its part
and its name within it, so it stays the same as long as its part does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyoxigraph

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["named_by_content", "nodes_of", "parts"]


def named_by_content(quads: Iterable[pyoxigraph.Quad]) -> set[pyoxigraph.Quad]:
    """The quads, with blank nodes that have the same names in every graph that says the same.

    Parts that are alike but for their nodes are told apart by a number. The time that
    RDFC-1.0 takes is exponential in the worst case, for graphs made to that end.
    """
    named, blank = parts(quads)
    seen: dict[str, int] = {}
    for part in blank:
        canonical, digest = _canonical(part)
        seen[digest] = seen.get(digest, 0) + 1
        prefix = f"b{digest}" + (f"x{seen[digest]}" if seen[digest] > 1 else "")
        named.update(_renamed(quad, prefix) for quad in canonical)
    return named


def parts(
    quads: Iterable[pyoxigraph.Quad],
) -> tuple[set[pyoxigraph.Quad], list[list[pyoxigraph.Quad]]]:
    """The quads without blank nodes, and the others in lists of those that hang together."""
    ground: set[pyoxigraph.Quad] = set()
    blank: list[tuple[pyoxigraph.Quad, str]] = []
    above: dict[str, str] = {}
    for quad in dict.fromkeys(quads):
        nodes = () if _is_ground(quad) else [node.value for node in nodes_of(quad)]
        if not nodes:
            ground.add(quad)
            continue
        blank.append((quad, nodes[0]))
        for node in nodes:
            above[_top(above, node)] = _top(above, nodes[0])
    found: dict[str, list[pyoxigraph.Quad]] = {}
    for quad, node in blank:
        found.setdefault(_top(above, node), []).append(quad)
    return ground, list(found.values())


def _is_ground(quad: pyoxigraph.Quad) -> bool:
    """Whether it plainly has no blank node, as almost all quads; to look closer costs more."""
    return (
        isinstance(quad.subject, pyoxigraph.NamedNode)
        and isinstance(quad.object, (pyoxigraph.NamedNode, pyoxigraph.Literal))
        and not isinstance(quad.graph_name, pyoxigraph.BlankNode)
    )


def nodes_of(statement: pyoxigraph.Quad | pyoxigraph.Triple) -> Iterator[pyoxigraph.BlankNode]:
    """The blank nodes of a statement, those in triples that it speaks of (RDF 1.2) included."""
    for term in statement:
        if isinstance(term, pyoxigraph.BlankNode):
            yield term
        elif isinstance(term, pyoxigraph.Triple):
            yield from nodes_of(term)


def _top(above: dict[str, str], node: str) -> str:
    """The node that stands for all that hang together with a node (union-find)."""
    top = node
    while above.setdefault(top, top) != top:
        top = above[top]
    while above[node] != top:
        above[node], node = top, above[node]
    return top


def _canonical(part: list[pyoxigraph.Quad]) -> tuple[list[pyoxigraph.Quad], str]:
    import hashlib

    dataset = pyoxigraph.Dataset(part)
    dataset.canonicalize(pyoxigraph.CanonicalizationAlgorithm.RDFC_1_0)
    canonical = sorted(dataset, key=str)
    text = "\n".join(map(str, canonical))
    return canonical, hashlib.sha256(text.encode()).hexdigest()[:16]


def _renamed(quad: pyoxigraph.Quad, prefix: str) -> pyoxigraph.Quad:
    subject, predicate, target, graph = (_named(term, prefix) for term in quad)
    return pyoxigraph.Quad(subject, predicate, target, graph)


def _named(term: Any, prefix: str) -> Any:
    if isinstance(term, pyoxigraph.BlankNode):
        return pyoxigraph.BlankNode(prefix + term.value.removeprefix("c14"))
    if isinstance(term, pyoxigraph.Triple):
        return pyoxigraph.Triple(*(_named(part, prefix) for part in term))
    return term
