from __future__ import annotations

import backspasm
from backspasm.namespaces import shorten
from backspasm.search import Hit, nearest, search


def test_hit(small: backspasm.Dataset) -> None:
    (hit,) = search(small, "DIGG")
    assert hit == Hit(
        "https://w3id.org/backspasm/concept/digging", "Exposure", "digging", "digging", "label"
    )


def test_whole_names_come_first(small: backspasm.Dataset) -> None:
    found = [(shorten(hit.concept), hit.role) for hit in search(small, "bending")]
    assert found == [("bs:disc-strain", "synonym"), ("bs:stooping", "synonym")]


def test_inside_a_name(small: backspasm.Dataset) -> None:
    assert [hit.label for hit in search(small, "muscle")] == ["back muscle spasm", "stiff muscles"]


def test_mapped_id(small: backspasm.Dataset) -> None:
    (hit,) = search(small, "icd10cm:M62.830")
    assert (hit.label, hit.role) == ("back muscle spasm", "mapped id")


def test_nothing(small: backspasm.Dataset) -> None:
    assert search(small, "xyzzy") == []
    assert search(small, " ") == []
    assert nearest(small, "stoping") == "did you mean stooping?"


def test_claims_are_no_concepts(small: backspasm.Dataset) -> None:
    assert search(small, "garden") == []
