"""Claims as records against the same claims read by rdflib."""

from __future__ import annotations

from pathlib import Path

import rdflib

import backspasm
from backspasm.claim_json import claim_entry
from backspasm.claims import find_claims, labels_of, read_claims
from backspasm.namespaces import BS, BSV, OA, OWL, RDF, local_name

ONE = {
    "subject": RDF + "subject",
    "predicate": RDF + "predicate",
    "object": RDF + "object",
    "statement": BSV + "statement",
    "licenses": BSV + "licenses",
}
SEVERAL = {
    "evidence": "evidence",
    "evidence_wording": "evidenceWording",
    "hedge": "hedge",
    "frequency": "frequency",
    "rank": "rank",
    "onset": "onset",
    "population": "population",
    "site": "site",
    "scope": "scope",
    "subject_qualifier": "subjectQualifier",
    "object_qualifier": "objectQualifier",
    "jointly_with": "jointlyWith",
    "contradicts": "contradicts",
    "curator_note": "curatorNote",
}


def test_every_field_of_every_claim(shipped: backspasm.Dataset) -> None:
    view = shipped.to_rdflib()

    def values(thing: str, name: str) -> list[str]:
        found = view.objects(rdflib.URIRef(thing), rdflib.URIRef(name), unique=True)
        return sorted(str(value) for value in found)

    claims = find_claims(shipped)
    assert len(claims) == len(list(view.subjects(rdflib.RDF.type, rdflib.URIRef(BSV + "Claim"))))
    for claim in claims:
        for field, name in ONE.items():
            assert [getattr(claim, field)] == (values(claim.iri, name) or [""])
        for field, name in SEVERAL.items():
            assert list(getattr(claim, field)) == values(claim.iri, BSV + name)
        for field in ("certainty", "polarity", "basis"):
            assert [getattr(claim, field)] == list(map(local_name, values(claim.iri, BSV + field)))
        assert claim.deprecated == (values(claim.iri, OWL + "deprecated") == ["true"])
        assert sorted(place.iri for place in claim.passages) == values(claim.iri, BSV + "passage")
        for place in claim.passages:
            assert [str(place.start)] == values(place.iri, OA + "start")
            assert [str(place.end)] == values(place.iri, OA + "end")
            assert [place.section] == values(place.iri, BSV + "section")
            assert [place.document] == values(place.iri, OA + "hasSource") == [claim.document]


def test_claims_that_do_not_exist_are_missing(small: backspasm.Dataset) -> None:
    assert read_claims(small, ["https://w3id.org/backspasm/claim/none-1", BS + "digging"]) == {}


def test_a_label_is_english_where_there_is_one(tmp_path: Path) -> None:
    path = tmp_path / "labels.ttl"
    path.write_text(
        "@prefix bs: <https://w3id.org/backspasm/concept/> .\n"
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        "bs:a a skos:Concept ; skos:prefLabel 'aaa'@de , 'zzz'@en ."
    )
    assert labels_of(backspasm.load(path), [BS + "a"]) == {BS + "a": "zzz"}


def test_json_has_all_that_a_claim_says(shipped: backspasm.Dataset) -> None:
    claims = find_claims(shipped)
    labels = labels_of(shipped, {iri for claim in claims for iri in claim.named})
    for claim in claims:
        entry = claim_entry(claim, labels)
        told = str(entry)
        for field in claim._fields:
            value = getattr(claim, field)
            for part in value if isinstance(value, tuple) else (value,):
                if isinstance(part, str) and field != "licenses":
                    assert part in told or repr(part)[1:-1] in told
