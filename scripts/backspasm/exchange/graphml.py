"""The whole network in GraphML: every concept a node, every claim an edge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backspasm.claims import find_claims, labels_of
from backspasm.concepts import read_concepts
from backspasm.distribution import Distribution
from backspasm.exchange.records import read_facts
from backspasm.graphml import Arrow, Point, as_graphml
from backspasm.namespaces import shorten

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from backspasm.claims import Claim
    from backspasm.concepts import Concept
    from backspasm.graph import Graph

__all__ = ["ARROW_KEYS", "POINT_KEYS", "files"]

POINT_KEYS = ("label", "kind", "definition")
"""The attributes of a node."""

ARROW_KEYS = (
    *("claim", "label", "predicate", "licensed_predicate", "polarity", "certainty", "hedge"),
    *("basis", "limits", "statement", "document", "document_title"),
)
"""The attributes of an edge."""

_DEFINED = """
SELECT ?concept ?definition WHERE { ?concept a skos:Concept ; skos:definition ?definition }
ORDER BY ?concept DESC(LANGMATCHES(LANG(?definition), "en")) ?definition
"""

_WITHDRAWN = "SELECT ?concept WHERE { ?concept a skos:Concept ; owl:deprecated true }"


def files(graph: Graph) -> list[Distribution]:
    """`backspasm.graphml`: nodes with `POINT_KEYS`, edges with `ARROW_KEYS`.

    There is a node for each concept and an edge for each claim, affirmed or denied;
    what is withdrawn is left out. Ids are CURIEs, those of edges the ids of the claims.
    An attribute of which nothing is said is left out.
    """
    claims = [claim for claim in find_claims(graph) if not claim.deprecated]
    content = as_graphml(
        _points(graph, claims),
        _arrows(graph, claims),
        point_keys=POINT_KEYS,
        arrow_keys=ARROW_KEYS,
        about={name: text for name, text in read_facts(graph)._asdict().items() if text},
    )
    return [Distribution("backspasm.graphml", "application/graphml+xml", content.encode())]


def _points(graph: Graph, claims: Iterable[Claim]) -> list[Point]:
    concepts = read_concepts(graph)
    withdrawn = {iri for (iri,) in graph.rows(_WITHDRAWN)}
    defined: dict[str, str] = {}
    for iri, definition in graph.rows(_DEFINED):
        defined.setdefault(iri, definition)
    # An edge needs both its ends, even where the data is not valid.
    ends = {end for claim in claims for end in (claim.subject, claim.object)}
    return [
        _point(iri, concepts, defined.get(iri, ""))
        for iri in sorted((concepts.keys() - withdrawn) | ends)
    ]


def _point(iri: str, concepts: Mapping[str, Concept], definition: str) -> Point:
    known = concepts.get(iri)
    said = {
        "label": known.label if known else shorten(iri),
        "kind": known.kind if known else "",
        "definition": definition,
    }
    return Point(shorten(iri), _told(said))


def _arrows(graph: Graph, claims: Iterable[Claim]) -> list[Arrow]:
    claims = list(claims)
    named = {iri for claim in claims for iri in (*claim.named, *claim.limits)}
    labels = labels_of(graph, named)
    return [_arrow(claim, labels) for claim in claims]


def _arrow(claim: Claim, labels: Mapping[str, str]) -> Arrow:
    predicate = labels.get(claim.predicate, shorten(claim.predicate))
    said = {
        "claim": shorten(claim.iri),
        "label": f"denied: {predicate}" if claim.polarity == "Denied" else predicate,
        "predicate": shorten(claim.predicate),
        "licensed_predicate": shorten(claim.licenses) if claim.licenses else "",
        "polarity": claim.polarity,
        "certainty": claim.certainty,
        "hedge": "; ".join(claim.hedge),
        "basis": claim.basis,
        "limits": "; ".join(labels.get(iri, shorten(iri)) for iri in claim.limits),
        "statement": claim.statement,
        "document": shorten(claim.document) if claim.document else "",
        "document_title": labels.get(claim.document, ""),
    }
    return Arrow(shorten(claim.iri), shorten(claim.subject), shorten(claim.object), _told(said))


def _told(said: Mapping[str, str]) -> dict[str, str]:
    return {name: text for name, text in said.items() if text}
