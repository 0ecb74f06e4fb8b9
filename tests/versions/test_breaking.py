"""What the cases of `tests/data/diff` break; `test_contract.py` has contexts and schemas."""

from __future__ import annotations

from pathlib import Path

import pytest

from backspasm.versions.difference import compare_versions
from backspasm.versions.revisions import open_versions

PREFIXES = """
@prefix bsv: <https://w3id.org/backspasm/vocab/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""
PROPERTY = "bsv:causes a owl:ObjectProperty ; "
CLAIM = "bsv:a a bsv:Claim ; "
CONCEPT = "bsv:a a bsv:Disorder , skos:Concept ; "


def reasons(folder: Path, old: str, new: str) -> list[tuple[str, bool]]:
    for side, text in (("old", old), ("new", new)):
        (folder / f"{side}.ttl").write_text(f"{PREFIXES}{text} .\n", encoding="utf-8")
    pair = open_versions(str(folder / "old.ttl"), str(folder / "new.ttl"))
    return [(found.reason, found.breaking) for found in compare_versions(*pair).breaks]


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("bsv:a rdfs:label 'a'", "bsv:b rdfs:label 'a'", "is gone"),
        (
            "bsv:Main a owl:NamedIndividual , bsv:Rank",
            "bsv:b rdfs:label 'a'",
            "is gone, a value of bsv:Rank",
        ),
        (
            "bsv:Main a owl:NamedIndividual , bsv:Rank",
            "bsv:Main a owl:NamedIndividual , bsv:Order",
            "is no longer bsv:Rank but bsv:Order",
        ),
        (
            "bsv:a a bsv:Disorder , skos:Concept",
            "bsv:a a bsv:Injury , skos:Concept",
            "is no longer bsv:Disorder but bsv:Injury",
        ),
        ("bsv:a a bsv:Disorder , skos:Concept", "bsv:a a bsv:Disorder", "is no longer skos:Co"),
        (PROPERTY, "bsv:causes a owl:DatatypeProperty", "is no longer owl:ObjectProperty but "),
        (PROPERTY, f"{PROPERTY} a owl:SymmetricProperty", "is now owl:SymmetricProperty too"),
        (
            f"{PROPERTY} skos:definition 'It brings it about.'@en",
            f"{PROPERTY} skos:definition 'It may bring it about.'@en",
            "has another definition",
        ),
        (f"{PROPERTY} skos:definition 'It does.'@en", PROPERTY, "has another definition"),
        *(
            (
                f"{PROPERTY} {name} bsv:a",
                f"{PROPERTY} {name} bsv:b",
                f"has another {said}: bsv:a → bsv:b",
            )
            for name, said in {
                "rdfs:subPropertyOf": "super-property",
                "rdfs:domain": "domain",
                "rdfs:range": "range",
                "owl:inverseOf": "inverse",
            }.items()
        ),
        *(
            (
                f"{CLAIM} {name} bsv:A",
                f"{CLAIM} {name} bsv:B",
                f"has another {name.partition(':')[2]}: bsv:A → bsv:B",
            )
            for name in ("rdf:subject", "rdf:predicate", "rdf:object", "bsv:polarity")
        ),
        (
            f"{CLAIM} rdf:object bsv:A",
            f"{CLAIM} owl:deprecated true ; rdf:object bsv:B",
            "has another object: bsv:A → bsv:B",
        ),
        (CLAIM, f"{CLAIM} bsv:polarity bsv:Denied", "has another polarity: none → bsv:Denied"),
        ("bsv:a a owl:NamedIndividual", "bsv:b rdfs:label 'a'", "is gone"),
        (
            "bsv:A a owl:Class",
            "bsv:A a owl:Class ; rdfs:subClassOf bsv:B",
            "has another super-class: none → bsv:B",
        ),
        (
            "bsv:A a owl:Class ; rdfs:subClassOf [ owl:onProperty bsv:p ]",
            "bsv:A a owl:Class ; rdfs:subClassOf [ owl:onProperty bsv:q ]",
            "has another super-class: [ owl:onProperty bsv:p ] → [ owl:onProperty bsv:q ]",
        ),
    ],
)
def test_breaking(tmp_path: Path, old: str, new: str, reason: str) -> None:
    ((said, breaking),) = reasons(tmp_path, old, new)
    assert breaking
    assert said.startswith(reason)


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        (
            f"{PROPERTY} skos:closeMatch bsv:x",
            f"{PROPERTY} skos:relatedMatch bsv:x",
            "is no longer aligned to bsv:x",
        ),
        (
            "bsv:Rank a owl:Class",
            "bsv:Rank a owl:Class . bsv:Main a owl:NamedIndividual , bsv:Rank",
            "is a new value of bsv:Rank",
        ),
        (
            f"{CONCEPT} skos:definition 'A strain of the back.'@en",
            f"{CONCEPT} skos:definition 'A strain of any muscle.'@en",
            "has another definition",
        ),
        (f"{CONCEPT} skos:definition 'A strain.'@en", CONCEPT, "has another definition"),
    ],
)
def test_notable(tmp_path: Path, old: str, new: str, reason: str) -> None:
    assert reasons(tmp_path, old, new) == [(reason, False)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("bsv:a a bsv:Claim", "bsv:a a bsv:Claim ; owl:deprecated true"),
        ("bsv:a a bsv:Claim", "bsv:a a bsv:Claim . bsv:b a bsv:Claim"),
        ("bsv:a a bsv:Claim ; bsv:certainty bsv:Likely", "bsv:a a bsv:Claim ; bsv:hedge 'may'"),
        ("bsv:a a bsv:Injury", "bsv:a a bsv:Injury , skos:Concept"),
        ("bsv:b rdfs:label 'a'", "bsv:b rdfs:label 'a' . bsv:a a owl:NamedIndividual"),
        (CONCEPT, f"{CONCEPT} skos:definition 'A strain.'@en"),
        (
            f"{CONCEPT} skos:definition 'A strain, of the back.'@en",
            f"{CONCEPT} skos:definition 'A strain of the back'@en , 'Eine Zerrung.'@de",
        ),
        (f"{PROPERTY} rdf:object bsv:A", f"{PROPERTY} rdf:object bsv:B"),
        (f"{PROPERTY} rdfs:label 'causes'@en", f"{PROPERTY} rdfs:label 'is cause of'@en"),
        (
            f"{PROPERTY} skos:definition 'It does so - once.'@en",
            f"{PROPERTY} skos:definition 'It  does so, once'@en , 'Einmal.'@de",
        ),
        ("[] a owl:AllDisjointClasses", "bsv:a rdfs:label 'a'"),
        (
            "bsv:m a bsv:Mechanism ; bsv:step bsv:s . bsv:s a bsv:Step ; bsv:claim bsv:c",
            "bsv:m a bsv:Mechanism",
        ),
    ],
)
def test_nothing_broken(tmp_path: Path, old: str, new: str) -> None:
    assert reasons(tmp_path, old, new) == []
