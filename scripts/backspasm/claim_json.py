"""A claim as JSON, with the labels of all that it names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backspasm.namespaces import shorten

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from backspasm.claims import Claim

__all__ = ["claim_entry", "thing"]

_SEVERAL = {
    "subjectQualifier": "subject_qualifier",
    "objectQualifier": "object_qualifier",
    "population": "population",
    "scope": "scope",
    "site": "site",
    "onset": "onset",
    "frequency": "frequency",
    "rank": "rank",
    "jointlyWith": "jointly_with",
    "contradicts": "contradicts",
    "evidence": "evidence",
}


def thing(iri: str, labels: Mapping[str, str]) -> dict[str, str]:
    """What is named: "id", "curie" and "label"."""
    return {"id": iri, "curie": shorten(iri), "label": labels.get(iri, shorten(iri))}


def claim_entry(claim: Claim, labels: Mapping[str, str]) -> dict[str, object]:
    """A claim as JSON.

    It has "id", "curie", "statement", "subject", "predicate", "object", "polarity",
    "certainty", "hedge", "basis", "evidence", "evidenceWording", "document", "passages",
    "notes", and what limits or qualifies it; what can be said several times is a list.

    Args:
        claim: the claim.
        labels: labels of what it names, by IRI.
    """

    def things(iris: Iterable[str]) -> list[dict[str, str]]:
        return [thing(iri, labels) for iri in iris]

    return {
        "id": claim.iri,
        "curie": shorten(claim.iri),
        "statement": claim.statement,
        "subject": thing(claim.subject, labels),
        "predicate": thing(claim.predicate, labels),
        "object": thing(claim.object, labels),
        "polarity": claim.polarity,
        "certainty": claim.certainty,
        "hedge": list(claim.hedge),
        "basis": claim.basis,
        **{name: things(getattr(claim, field)) for name, field in _SEVERAL.items()},
        "evidenceWording": list(claim.evidence_wording),
        "document": thing(claim.document, labels) if claim.document else None,
        "passages": [
            {
                "id": place.iri,
                "curie": shorten(place.iri),
                "document": thing(place.document, labels),
                "section": place.section,
                "inferred": place.inferred,
                "start": place.start,
                "end": place.end,
            }
            for place in claim.passages
        ],
        "notes": list(claim.curator_note),
    }
