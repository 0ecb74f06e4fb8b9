from __future__ import annotations

import pytest

import backspasm
from backspasm.errors import AmbiguousNameError, UnknownNameError
from backspasm.namespaces import shorten
from backspasm.terms import resolve

KNOWN = {
    "back muscle spasm": "bs:back-muscle-spasm",
    "Back-Muscle  Spasm": "bs:back-muscle-spasm",
    "BACK SPASM": "bs:back-muscle-spasm",
    "back-muscle-spasm": "bs:back-muscle-spasm",
    "bs:back-muscle-spasm": "bs:back-muscle-spasm",
    "BS:Back-Muscle-Spasm": "bs:back-muscle-spasm",
    "https://w3id.org/backspasm/concept/digging": "bs:digging",
    " <https://w3id.org/backspasm/concept/digging> ": "bs:digging",
    "ICD10CM:M62.830": "bs:back-muscle-spasm",
    "icd10cm:m62.830": "bs:back-muscle-spasm",
    "garden-2": "bsc:garden-2",
    "stooping-to-spasm": "bsm:stooping-to-spasm",
    "from stooping to spasm, by a strained disc": "bsm:stooping-to-spasm",
    "Backs in the Garden": "bsd:garden",
    "garden": "bsd:garden",
    "bsf:garden-1": "bsf:garden-1",
    "bsd:garden#char=0,19": "bsd:garden#char=0,19",
    "may cause": "bsv:mayCause",
    "mayCause": "bsv:mayCause",
}


@pytest.mark.parametrize("name", KNOWN)
def test_name(small: backspasm.Dataset, name: str) -> None:
    assert shorten(resolve(small, name)) == KNOWN[name]


def test_several_matches_are_offered_and_none_guessed(small: backspasm.Dataset) -> None:
    message = "bending: stands for 2 things; name one of bs:disc-strain, bs:stooping"
    with pytest.raises(AmbiguousNameError, match=message):
        resolve(small, "bending")


def test_a_kind_narrows_the_choice(small: backspasm.Dataset) -> None:
    assert shorten(resolve(small, "garden", "document")) == "bsd:garden"
    with pytest.raises(UnknownNameError, match="no claim has this name"):
        resolve(small, "garden", "claim")
    with pytest.raises(UnknownNameError):
        resolve(small, "bsd:garden", "concept")


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("diging", "did you mean digging"),
        ("bs:diging", "did you mean bs:digging"),
        ("bsx:unheard-of-anywhere", "no thing has this name"),
        ("mondoo:1", "unknown prefix mondoo:; did you mean MONDO"),
        ("zzzzzzzz:1", "unknown prefix zzzzzzzz:; use a prefix of the dataset"),
        ("https://w3id.org/backspasm/concept/none", "concept/none: no thing has this name"),
        ("", "no thing has this name"),
    ],
)
def test_unknown(small: backspasm.Dataset, name: str, message: str) -> None:
    with pytest.raises(UnknownNameError, match=message):
        resolve(small, name)
