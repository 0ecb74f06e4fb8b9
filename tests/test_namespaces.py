from __future__ import annotations

import pytest

from backspasm.namespaces import PREFIXES, expand, local_name, shorten

PAIRS = [
    ("bs:dehydration", "https://w3id.org/backspasm/concept/dehydration"),
    ("bsv:mayCause", "https://w3id.org/backspasm/vocab/mayCause"),
    ("MONDO:0005178", "http://purl.obolibrary.org/obo/MONDO_0005178"),
    ("ICD10CM:M62.830", "http://purl.bioontology.org/ontology/ICD10CM/M62.830"),
    ("obo:STATO_0000300", "http://purl.obolibrary.org/obo/STATO_0000300"),
    ("bsd:garden#char=0,19", "https://w3id.org/backspasm/document/garden#char=0,19"),
    ("bsm:rain-to-spasm#1", "https://w3id.org/backspasm/mechanism/rain-to-spasm#1"),
]


@pytest.mark.parametrize(("curie", "iri"), PAIRS)
def test_short_and_long(curie: str, iri: str) -> None:
    assert shorten(iri) == curie
    assert expand(curie) == iri


def test_prefix_in_any_case() -> None:
    assert expand("mondo:0005178") == expand("MONDO:0005178")


@pytest.mark.parametrize("name", ["dehydration", "nope:x", ""])
def test_no_curie(name: str) -> None:
    assert expand(name) is None


@pytest.mark.parametrize("iri", ["http://example.org/x", PREFIXES["bs"] + "a/b", PREFIXES["bs"]])
def test_no_prefix_fits(iri: str) -> None:
    assert shorten(iri) == f"<{iri}>"


def test_local_name() -> None:
    assert local_name(PREFIXES["bs"] + "neck-pain") == "neck-pain"
    assert local_name("http://example.org/things#one") == "one"
