"""Concepts and claims as nodes and edges in the terms of the Biolink Model.

KGX TSV: https://github.com/biolink/kgx/blob/master/specification/kgx-format.md
Biolink Model 4: https://biolink.github.io/biolink-model/
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from backspasm.alignments import read_alignments
from backspasm.claims import find_claims
from backspasm.concepts import read_concepts
from backspasm.distribution import Distribution
from backspasm.mappings import read_mappings
from backspasm.namespaces import BSV, PREFIXES, SKOS, shorten
from backspasm.tables import delimited

if TYPE_CHECKING:
    from collections.abc import Iterable

    from backspasm.alignments import Alignments
    from backspasm.claims import Claim
    from backspasm.concepts import Concept
    from backspasm.graph import Graph

__all__ = ["files"]

SOURCE = "infores:backspasm"

_WEAKEST = "biolink:related_to"
_UNKNOWN = "biolink:NamedThing"

_CONDITIONS = frozenset(
    f"biolink:{name}" for name in ("DiseaseOrPhenotypicFeature", "Disease", "PhenotypicFeature")
)
_TREATING = frozenset({"biolink:ChemicalEntity", "biolink:Treatment"})
_OCCURRENTS = frozenset({"biolink:BiologicalProcessOrActivity"})
_CLASSES = _CONDITIONS | {
    *("biolink:AnatomicalEntity", "biolink:BiologicalProcessOrActivity", "biolink:ExposureEvent"),
    *("biolink:OrganismAttribute", "biolink:Treatment"),
}


class _Fit(NamedTuple):
    """What a Biolink predicate asks of subject and object (None: anything), and a wider one."""

    subject: frozenset[str] | None
    object: frozenset[str] | None
    wider: str


_FITS = {
    "biolink:predisposes_to_condition": _Fit(
        _TREATING, _CONDITIONS, "biolink:affects_likelihood_of"
    ),
    "biolink:preventative_for_condition": _Fit(
        _TREATING, _CONDITIONS, "biolink:affects_likelihood_of"
    ),
    "biolink:exacerbates_condition": _Fit(_TREATING, _CONDITIONS, "biolink:affects"),
    "biolink:treats_or_applied_or_studied_to_treat": _Fit(_TREATING, _CONDITIONS, _WEAKEST),
    "biolink:has_manifestation": _Fit(frozenset({"biolink:Disease"}), None, _WEAKEST),
    "biolink:precedes": _Fit(_OCCURRENTS, _OCCURRENTS, _WEAKEST),
    "biolink:subclass_of": _Fit(_CLASSES, _CLASSES, "biolink:related_to_at_concept_level"),
}
"""The predicates with a domain or range in Biolink that our kinds do not all meet."""

_NODE_COLUMNS = "id category name synonym description xref provided_by iri".split()

_QUALIFIED = "population site scope onset frequency subjectQualifier objectQualifier".split()
"""What qualifies a claim and has a slot in Biolink."""

_SEVERAL = frozenset({"anatomical_context_qualifier"})
"""The slots among theirs that take several values."""

_TEXTS = f"""
SELECT ?concept ?property ?text WHERE {{
  VALUES ?property {{ <{SKOS}altLabel> <{SKOS}definition> }}
  ?concept a skos:Concept ; ?property ?text .
}}
"""

_WITHDRAWN = "SELECT ?concept WHERE { ?concept a skos:Concept ; owl:deprecated true }"


def files(graph: Graph) -> list[Distribution]:
    """A node for each concept and an edge for each claim, without what was withdrawn."""
    aligned = read_alignments(graph, PREFIXES["biolink"])
    concepts = read_concepts(graph)
    claims = [claim for claim in find_claims(graph) if not claim.deprecated]
    used = {iri for claim in claims for iri in (claim.subject, claim.object)}
    withdrawn = {iri for (iri,) in graph.rows(_WITHDRAWN)} - used
    categories = {
        iri: aligned.of(BSV + concepts[iri].kind) or _UNKNOWN if iri in concepts else _UNKNOWN
        for iri in sorted((concepts.keys() | used) - withdrawn)
    }
    edges = [_edge(claim, aligned, categories) for claim in claims]
    columns = list(dict.fromkeys(name for edge in edges for name in edge))
    return [
        _table("nodes", _NODE_COLUMNS, _nodes(graph, concepts, categories)),
        _table("edges", columns, ([edge.get(name, "") for name in columns] for edge in edges)),
    ]


def _table(name: str, header: list[str], rows: Iterable[list[str]]) -> Distribution:
    content = delimited(header, list(rows), "tsv").encode()
    return Distribution(f"kgx/backspasm_{name}.tsv", "text/tab-separated-values", content)


def _nodes(
    graph: Graph, concepts: dict[str, Concept], categories: dict[str, str]
) -> Iterable[list[str]]:
    said: dict[tuple[str, str], list[str]] = {}
    for iri, name, text in sorted(graph.rows(_TEXTS)):
        said.setdefault((iri, name), []).append(text)
    same: dict[str, list[str]] = {}
    for mapping in read_mappings(graph):
        if mapping.predicate == SKOS + "exactMatch":
            same.setdefault(mapping.subject, []).append(_id(mapping.object))
    for iri, category in categories.items():
        yield [
            _id(iri),
            category,
            _text(concepts[iri].label) if iri in concepts else "",
            _list(map(_text, said.get((iri, SKOS + "altLabel"), ()))),
            _text(" ".join(said.get((iri, SKOS + "definition"), ()))),
            _list(same.get(iri, ())),
            SOURCE,
            iri,
        ]


def _edge(claim: Claim, aligned: Alignments, categories: dict[str, str]) -> dict[str, str]:
    """The columns of an edge. An affirmed claim has no `negated`: KGX reads any text as true."""
    return {
        "id": _id(claim.iri),
        "subject": _id(claim.subject),
        "predicate": _predicate(claim, aligned, categories),
        "object": _id(claim.object),
        "category": "biolink:Association",
        _slot("polarity", aligned): "true" if claim.polarity == "Denied" else "",
        "knowledge_level": "knowledge_assertion",
        "agent_type": "manual_agent",
        "primary_knowledge_source": SOURCE,
        "publications": _id(claim.document) if claim.document else "",
        _slot("evidence", aligned): _list(map(_id, claim.evidence)),
        "original_predicate": _id(claim.predicate),
        **_qualifiers(claim, aligned),
        _slot("certainty", aligned): f"bsv:{claim.certainty}" if claim.certainty else "",
        "description": _text(claim.statement),
        "licensed_predicate": _id(claim.licenses) if claim.licenses else "",
        "hedge": _list(map(_text, claim.hedge)),
        "basis": f"bsv:{claim.basis}" if claim.basis else "",
        "rank": _list(map(_id, claim.rank)),
        "evidence_wording": _list(map(_text, claim.evidence_wording)),
        "jointly_with": _list(map(_id, claim.jointly_with)),
        "contradicts": _list(map(_id, claim.contradicts)),
        "passages": _list(_id(passage.iri) for passage in claim.passages),
        "curator_note": _list(map(_text, claim.curator_note)),
    }


def _predicate(claim: Claim, aligned: Alignments, categories: dict[str, str]) -> str:
    """A Biolink predicate that says no more than the claim.

    It is aligned with what the claim licenses, for a denial with what is denied, and
    it is a wider one where Biolink's own asks for other kinds of things. A claim that
    licenses nothing says that the two are related.
    """
    term = claim.predicate if claim.polarity == "Denied" else claim.licenses
    found = aligned.of(term) or _WEAKEST
    while found in _FITS and not _fits(claim, _FITS[found], categories):
        found = _FITS[found].wider
    return found


def _fits(claim: Claim, fit: _Fit, categories: dict[str, str]) -> bool:
    return (fit.subject is None or categories[claim.subject] in fit.subject) and (
        fit.object is None or categories[claim.object] in fit.object
    )


def _qualifiers(claim: Claim, aligned: Alignments) -> dict[str, str]:
    """The qualifiers by slot; several for a slot that takes one stand in a column of ours."""
    found: dict[str, str] = {}
    further: list[str] = []
    for name in _QUALIFIED:
        values = [_id(iri) for iri in getattr(claim, _snake(name))]
        slot = _slot(name, aligned)
        if len(values) > 1 and slot not in _SEVERAL:
            further += [f"bsv:{name}={value}" for value in values]
            values = []
        found[slot] = _list(values)
    return {**found, "further_qualifiers": _list(further)}


def _slot(name: str, aligned: Alignments) -> str:
    """The column for a property of ours: the Biolink slot with which it is aligned."""
    return aligned.of(BSV + name).removeprefix("biolink:") or _snake(name)


def _snake(name: str) -> str:
    return "".join(f"_{mark.lower()}" if mark.isupper() else mark for mark in name)


def _id(iri: str) -> str:
    return shorten(iri).strip("<>")


def _text(text: str) -> str:
    """A text that KGX does not take for a list."""
    return text.replace("|", "¦")


def _list(values: Iterable[str]) -> str:
    return "|".join(values)
