from __future__ import annotations

import json

import pyoxigraph
import pytest

import backspasm
from backspasm.pages import as_text
from backspasm.show import Page, as_json, as_turtle, page
from backspasm.terms import resolve


def _page(dataset: backspasm.Dataset, name: str) -> Page:
    return page(dataset, resolve(dataset, name))


def test_concept_with_all_that_is_said_of_it(small: backspasm.Dataset) -> None:
    shown = _page(small, "back spasm")
    assert [record.iri.rpartition("-")[2] for record in shown.claims] == ["1", "4", "5", "10"]
    assert len(shown.mechanisms) == 1
    assert len(shown.findings) == 1
    text = as_text(shown, 80)
    assert max(map(len, text.splitlines())) <= 80
    for words in (
        "back muscle spasm (bs:back-muscle-spasm)",
        "also called: back spasm",
        "possible (“can”); affirmed; rests on a sentence",
        "bsc:garden-5: denied: reading causes back muscle spasm",
        "stated; denied; rests on a sentence",
        "evidence: author statement without traceable support (ECO:0000034)",
        "at: Backs in the Garden, section “Other Causes” (inferred), characters 300",
        "step 2: disc strain → back muscle spasm (bsc:garden-10)",
        "duration: 3 day",
        "exact match: ICD10CM:M62.830 (derived)",
    ):
        assert words in text


def test_every_claim_has_its_whole_account(shipped: backspasm.Dataset) -> None:
    text = as_text(_page(shipped, "bs:back-muscle-spasm"), 10_000)
    claims = text.partition("\nClaims: ")[2].partition("\nMechanisms: ")[0].split("\n\n")[1:]
    assert len(claims) > 50
    for claim in claims:
        assert "evidence: " in claim
        assert "; affirmed" in claim or "; denied" in claim
        assert ", section “" in claim
        assert ", characters " in claim


def test_claim(small: backspasm.Dataset) -> None:
    text = as_text(_page(small, "garden-6"), 80)
    assert text.startswith("stooping causes disc strain (bsc:garden-6)\n    claim\n")
    assert "Mechanisms: 1" in text
    assert "note: How cold is left open." in as_text(_page(small, "garden-2"), 80)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("stooping-to-spasm", "step 1: stooping → disc strain (bsc:garden-6)"),
        ("garden", "file name: garden.txt"),
        ("bsf:garden-1", "duration: 3 day"),
        ("bsd:garden#char=21,56", "Claims: 1"),
        ("bsv:Denied", "bsc:garden-5: denied: reading"),
        ("may treat", "Claims: 2"),
        ("bsx:back-muscle-spasm--icd10cm-m62-830", "confidence: 0.9"),
    ],
)
def test_other_things(small: backspasm.Dataset, name: str, words: str) -> None:
    assert words in as_text(_page(small, name), 80)


def test_withdrawn_claim(tmp_path: object) -> None:
    from pathlib import Path

    path = Path(str(tmp_path)) / "a.ttl"
    path.write_text(
        "@prefix bsc: <https://w3id.org/backspasm/claim/> .\n"
        "@prefix bsv: <https://w3id.org/backspasm/vocab/> .\n"
        "@prefix dcterms: <http://purl.org/dc/terms/> .\n"
        "@prefix owl: <http://www.w3.org/2002/07/owl#> .\n"
        "bsc:a-1 a bsv:Claim ; owl:deprecated true ; dcterms:isReplacedBy bsc:a-2 ;\n"
        '  bsv:deprecationReason "Read wrongly."@en .\n'
    )
    text = as_text(_page(backspasm.load(path), "a-1"), 80)
    assert "withdrawn: Read wrongly.; see bsc:a-2" in text
    assert "no certainty" in text
    assert "evidence: none given" in text


def test_json(small: backspasm.Dataset) -> None:
    shown = json.loads(as_json(_page(small, "disc strain")))
    assert shown["curie"] == "bs:disc-strain"
    claim = shown["claims"][1]
    assert claim["label"] == "disc strain causes back muscle spasm"
    passage = claim["properties"]["bsv:passage"][0]["passage"]["properties"]
    assert passage["oa:start"] == [{"text": "300"}]
    assert claim["properties"]["bsv:licenses"][0]["derived"] is True
    assert "derived" not in claim["properties"]["bsv:certainty"][0]
    assert [step["label"] for step in shown["mechanisms"][0]["steps"]]


def test_turtle(small: backspasm.Dataset) -> None:
    content = as_turtle(small, _page(small, "digging"))
    triples = list(pyoxigraph.parse(content, pyoxigraph.RdfFormat.TURTLE))
    subjects = {str(triple.subject) for triple in triples}
    assert subjects == {
        "<https://w3id.org/backspasm/concept/digging>",
        "<https://w3id.org/backspasm/claim/garden-1>",
        "<https://w3id.org/backspasm/document/garden#char=21,56>",
    }
