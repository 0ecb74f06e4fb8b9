"""Mappings as typed records: which public identifier a concept is compared with."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from backspasm.graph import Graph

__all__ = ["Mapping", "read_mappings"]

_MAPPINGS = """
SELECT ?mapping ?subject ?predicate ?object ?label ?justification ?confidence ?source ?version
WHERE {
  ?mapping a bsv:Mapping ; owl:annotatedSource ?subject ; owl:annotatedProperty ?predicate ;
    owl:annotatedTarget ?object .
  OPTIONAL { ?mapping sssom:object_label ?label }
  OPTIONAL { ?mapping sssom:mapping_justification ?justification }
  OPTIONAL { ?mapping sssom:confidence ?confidence }
  OPTIONAL { ?mapping sssom:object_source ?source }
  OPTIONAL { ?mapping sssom:object_source_version ?version }
  MINUS { ?mapping owl:deprecated true }
}
"""

_COMMENTS = "SELECT ?mapping ?comment WHERE { ?mapping a bsv:Mapping ; rdfs:comment ?comment }"


class Mapping(NamedTuple):
    """A cross-reference from a concept to a public identifier (SSSOM, class Mapping).

    IRIs are full; what is not said is "".

    Attributes:
        subject: the concept.
        predicate: how the two compare, a SKOS property.
        object: the public identifier.
        label: the label of the public term.
        justification: how the mapping was arrived at.
        confidence: how sure the curators are, a decimal number from 0 to 1.
        source: the vocabulary that holds the public term.
        version: the release in which it was looked up.
        comment: why, where that is not plain.
    """

    iri: str
    subject: str
    predicate: str
    object: str
    label: str
    justification: str
    confidence: str
    source: str
    version: str
    comment: str


def read_mappings(graph: Graph) -> list[Mapping]:
    """The mappings that are not withdrawn, each once, in the order of their IRIs."""
    comments: dict[str, list[str]] = {}
    for iri, comment in sorted(graph.rows(_COMMENTS)):
        comments.setdefault(iri, []).append(comment)
    found: dict[str, Mapping] = {}
    for row in sorted(graph.rows(_MAPPINGS)):
        comment = " ".join(comments.get(row[0], ()))
        found.setdefault(row[0], Mapping._make((*row, comment)))
    return list(found.values())
