"""The concepts of a graph, each with its label and its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pyoxigraph

from backspasm.namespaces import SKOS, local_name

if TYPE_CHECKING:
    from backspasm.graph import Graph

__all__ = ["KINDS", "Concept", "read_concepts"]

KINDS = (
    "Condition Disorder Injury Finding Exposure Process Trait Substance AnatomicalStructure "
    "Population Intervention"
).split()
"""The kinds of concepts, by local name."""

_PREFERRED = pyoxigraph.NamedNode(SKOS + "prefLabel")

_OF_KIND = f"""
SELECT ?concept ?kind WHERE {{
  VALUES ?kind {{ {" ".join(f"bsv:{kind}" for kind in KINDS)} }}
  GRAPH ?graph {{ ?concept a ?kind }}
  FILTER (?graph != bsg:derived)
}}
"""


class Concept(NamedTuple):
    """A concept: its IRI, its preferred label, and its kind by local name."""

    iri: str
    label: str
    kind: str


def read_concepts(graph: Graph) -> dict[str, Concept]:
    """All concepts with a label and a kind, by IRI, in the order of their IRIs.

    The label is an English one where there is one.
    """
    labels: dict[str, tuple[bool, str]] = {}
    for quad in graph.matching(predicate=_PREFERRED):
        if isinstance(quad.subject, pyoxigraph.NamedNode) and isinstance(
            quad.object, pyoxigraph.Literal
        ):
            language = quad.object.language or ""
            label = not language.startswith("en"), quad.object.value
            labels[quad.subject.value] = min(labels.get(quad.subject.value, label), label)
    rows = sorted(graph.rows(_OF_KIND))
    return {
        iri: Concept(iri, labels[iri][1], local_name(kind)) for iri, kind in rows if iri in labels
    }
