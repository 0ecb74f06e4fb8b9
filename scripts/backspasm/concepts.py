"""The concepts of a graph, each with its label and its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from backspasm.namespaces import local_name

if TYPE_CHECKING:
    from backspasm.graph import Graph

__all__ = ["Concept", "read_concepts"]

_CONCEPTS = """
SELECT ?concept ?label ?kind WHERE {
  ?concept a skos:Concept ; skos:prefLabel ?label .
  GRAPH ?graph { ?concept a ?kind }
  FILTER (?graph != bsg:derived && STRSTARTS(STR(?kind), STR(bsv:)))
} ORDER BY ?concept ?kind
"""


class Concept(NamedTuple):
    """A concept: its IRI, its preferred label, and its kind by local name."""

    iri: str
    label: str
    kind: str


def read_concepts(graph: Graph) -> dict[str, Concept]:
    """All concepts with a label and a kind, by IRI, in the order of their IRIs."""
    rows = graph.rows(_CONCEPTS)
    return {iri: Concept(iri, label, local_name(kind)) for iri, label, kind in rows}
