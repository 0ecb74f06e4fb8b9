"""The terms of other vocabularies with which ours is aligned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backspasm.namespaces import SKOS, shorten

if TYPE_CHECKING:
    from collections.abc import Iterable

    from backspasm.graph import Graph

__all__ = ["Alignments", "read_alignments"]

_ALIGNED = """
SELECT ?term ?match ?target WHERE {
  GRAPH bsg:vocabulary { ?term ?match ?target }
  VALUES ?match { skos:exactMatch skos:closeMatch skos:broadMatch skos:relatedMatch }
  FILTER (STRSTARTS(STR(?target), ?namespace))
  VALUES ?namespace { "NAMESPACE" }
}
"""

_NEAR = tuple(SKOS + name for name in ("exactMatch", "closeMatch", "broadMatch"))
_TIED = (SKOS + "relatedMatch",)

_WIDER = """
SELECT ?term ?wider WHERE {
  GRAPH bsg:vocabulary { ?term rdfs:subPropertyOf|rdfs:subClassOf ?wider }
}
"""


class Alignments:
    """What the terms of one other vocabulary stand for ours."""

    def __init__(
        self, aligned: Iterable[tuple[str, ...]], wider: Iterable[tuple[str, ...]]
    ) -> None:
        """Take rows of term, SKOS property and target, and of term and wider term."""
        self._targets: dict[tuple[str, str], str] = {}
        for term, match, target in sorted(aligned, reverse=True):
            self._targets[term, match] = target
        self._wider = {term: above for term, above in sorted(wider, reverse=True)}  # noqa: C416

    def of(self, term: str) -> str:
        """The CURIE that says most and no more than a term of ours, or "".

        An exact, close or wider term comes first; then that of the wider property
        or class of ours; and a term that is only related last, where there is no other.
        """
        found = self._first(term, _NEAR) or (
            self.of(self._wider[term]) if term in self._wider else ""
        )
        return found or self._first(term, _TIED)

    def _first(self, term: str, matches: Iterable[str]) -> str:
        found = (self._targets.get((term, match)) for match in matches)
        return next((shorten(target) for target in found if target), "")


def read_alignments(graph: Graph, namespace: str) -> Alignments:
    """The alignments of the vocabulary with the terms of one namespace."""
    return Alignments(graph.rows(_ALIGNED.replace("NAMESPACE", namespace)), graph.rows(_WIDER))
