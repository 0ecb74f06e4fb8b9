"""The shipped data against the source texts, and against the rules for curators."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from backspasm import Dataset

BARE_HEADINGS = {"What is a Spasm", "Also Read", "Recent Posts", "Related Posts"}
"""Headings that say nothing of spasm: the only text that needs no passage."""

LONGEST_RUN = 8
"""Words in a row that a record may share with a source text. Titles are exempt."""


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def runs(text: str, length: int) -> set[tuple[str, ...]]:
    listed = words(text)
    return {tuple(listed[start : start + length]) for start in range(len(listed) - length + 1)}


def spans(shipped: Dataset, document: str) -> list[tuple[int, int]]:
    rows = shipped.rows(
        f"SELECT ?start ?end WHERE {{ ?p oa:hasSource <{document}> ; oa:start ?start ; oa:end ?end }}"
    )
    return sorted((int(start), int(end)) for start, end in rows)


def documents(shipped: Dataset, texts: Path) -> list[tuple[str, str]]:
    rows = shipped.rows(
        "SELECT ?document ?file WHERE { ?document bsv:fileName ?file } ORDER BY ?file"
    )
    return [(document, (texts / file).read_bytes().decode()) for document, file in rows]


def test_every_sentence_has_a_passage(shipped: Dataset, texts: Path) -> None:
    uncovered = set()
    for document, text in documents(shipped, texts):
        left = list(text)
        for start, end in spans(shipped, document):
            left[start:end] = "\n" * (end - start)
        for line in "".join(left).splitlines():
            rest = re.sub(r"^\s*(\d+\.|•)?\s*", "", line).rstrip(": \u00a0")
            if rest:
                uncovered.add(rest)
    assert uncovered == BARE_HEADINGS


def test_no_two_passages_overlap(shipped: Dataset, texts: Path) -> None:
    for document, _ in documents(shipped, texts):
        assert all(end <= start for (_, end), (start, _) in pairwise(spans(shipped, document)))


def test_every_passage_is_used(shipped: Dataset) -> None:
    unused = shipped.rows(
        "SELECT ?p WHERE { ?p a bsv:Passage MINUS { ?record bsv:passage ?p } } ORDER BY ?p"
    )
    assert unused == []


def test_every_concept_is_used(shipped: Dataset) -> None:
    unused = shipped.rows(
        "SELECT ?c WHERE { ?c a skos:Concept "
        "MINUS { ?record ?p ?c . ?record a ?kind FILTER(?kind != bsv:Mapping) } } ORDER BY ?c"
    )
    assert unused == []


@pytest.mark.parametrize("words_of_the_source", ["hedge", "evidenceWording", "wording"])
def test_quoted_words_stand_in_the_passage(
    shipped: Dataset, texts: Path, words_of_the_source: str
) -> None:
    by_document = dict(documents(shipped, texts))
    rows = shipped.rows(
        f"SELECT ?record ?words ?document ?start ?end WHERE {{ ?record bsv:{words_of_the_source} ?words ; "
        "bsv:passage ?p . ?p oa:hasSource ?document ; oa:start ?start ; oa:end ?end }"
    )
    found: dict[tuple[str, str], bool] = {}
    for record, quoted, document, start, end in rows:
        passage = by_document[document][int(start) : int(end)].lower()
        key = (record, quoted)
        found[key] = found.get(key, False) or all(word in passage for word in words(quoted))
    assert found
    assert [key for key, there in found.items() if not there] == []


def test_nothing_is_copied(shipped: Dataset, texts: Path) -> None:
    of_the_texts = set[tuple[str, ...]]()
    for _, text in documents(shipped, texts):
        of_the_texts |= runs(text, LONGEST_RUN + 1)
    literals = shipped.rows(
        "SELECT ?record ?property ?text WHERE { GRAPH bsg:authored { ?record ?property ?text } "
        "FILTER(isLiteral(?text) && ?property NOT IN (dcterms:title, dcterms:references)) }"
    )
    copied = [row for row in literals if runs(row[2], LONGEST_RUN + 1) & of_the_texts]
    assert copied == []


def test_claims_are_numbered_in_each_document(shipped: Dataset) -> None:
    rows = shipped.rows(
        "SELECT ?claim ?document WHERE { ?claim a bsv:Claim ; prov:hadPrimarySource ?document }"
    )
    numbers: dict[str, set[int]] = {}
    for claim, document in rows:
        name, _, number = claim.rsplit("/", 1)[1].rpartition("-")
        assert document.endswith(f"/{name}")
        numbers.setdefault(name, set()).add(int(number))
    for used in numbers.values():
        assert used == set(range(1, len(used) + 1))
