"""What a dataset holds, counted."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from backspasm.concepts import KINDS
from backspasm.namespaces import local_name, shorten

if TYPE_CHECKING:
    from backspasm.graph import Graph

__all__ = ["Count", "stats"]


class Count(NamedTuple):
    """How many things of a group a dataset holds; `group` is "" for all of them."""

    things: str
    group: str
    number: int


_KINDS = """
SELECT ?kind (COUNT(DISTINCT ?thing) AS ?count) WHERE {
  GRAPH ?graph { ?thing a ?kind }
  FILTER (?graph != bsg:derived && ?graph != bsg:vocabulary)
} GROUP BY ?kind
"""

_ROLES = """
SELECT ?role (COUNT(DISTINCT ?thing) AS ?count) WHERE {
  VALUES ?role { bsv:Cause bsv:RiskFactor bsv:MechanismStep }
  ?thing a ?role .
} GROUP BY ?role
"""

_CLAIMS = """
SELECT ?group (COUNT(DISTINCT ?claim) AS ?count) WHERE {
  ?claim a bsv:Claim ; PROPERTY ?group .
} GROUP BY ?group
"""

_MAPPINGS = """
SELECT ?target WHERE { ?mapping a bsv:Mapping ; owl:annotatedTarget ?target }
"""

_GRAPHS = "SELECT ?graph (COUNT(*) AS ?count) WHERE { GRAPH ?graph { ?s ?p ?o } } GROUP BY ?graph"

_RECORDS = {
    "documents": "Document",
    "concepts": "Concept",
    "claims": "Claim",
    "mechanisms": "Mechanism",
    "quantitative findings": "QuantitativeFinding",
    "passages": "Passage",
    "mappings": "Mapping",
}

_CLAIM_GROUPS = {
    "claims by document": "prov:hadPrimarySource",
    "claims by predicate": "rdf:predicate",
    "claims by certainty": "bsv:certainty",
    "claims by polarity": "bsv:polarity",
    "claims by basis": "bsv:basis",
}


def stats(dataset: Graph) -> list[Count]:
    """Count records, and their groups.

    Concepts are grouped by kind and role, claims by what they say, mappings by source,
    triples by graph. Groups without members are left out, and the largest come first.
    """
    kinds = {local_name(kind): int(count) for kind, count in dataset.rows(_KINDS)}
    counts = [Count(things, "", kinds.get(name, 0)) for things, name in _RECORDS.items()]
    by_kind = {kind: kinds[kind] for kind in KINDS if kind in kinds}
    counts += _grouped("concepts by kind", by_kind)
    counts += _counted(dataset, "concepts by role", _ROLES)
    for things, prop in _CLAIM_GROUPS.items():
        counts += _counted(dataset, things, _CLAIMS.replace("PROPERTY", prop))
    sources: dict[str, int] = {}
    for (target,) in dataset.rows(_MAPPINGS):
        source = shorten(target).partition(":")[0].strip("<")
        sources[source] = sources.get(source, 0) + 1
    counts += _grouped("mappings by source", sources)
    return counts + _counted(dataset, "triples by graph", _GRAPHS)


def _counted(dataset: Graph, things: str, query: str) -> list[Count]:
    groups = {local_name(group): int(count) for group, count in dataset.rows(query)}
    return _grouped(things, groups)


def _grouped(things: str, groups: dict[str, int]) -> list[Count]:
    largest_first = sorted(groups.items(), key=lambda item: (-item[1], item[0]))
    return [Count(things, group, count) for group, count in largest_first]
