"""The cross-references to public identifiers: in themselves, and against the reference tables."""

from __future__ import annotations

import csv
import gzip
import re
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from backspasm import load
from backspasm.namespaces import local_name, shorten
from conftest import setting

if TYPE_CHECKING:
    from collections.abc import Iterable

    from backspasm import Dataset

STRENGTHS = {"exactMatch", "closeMatch", "broadMatch", "narrowMatch", "relatedMatch"}

HUB = "back-muscle-spasm"

ALL_MAPPINGS = """
SELECT ?mapping ?concept ?strength ?target ?label ?confidence ?source ?version ?comment WHERE {
  ?mapping a bsv:Mapping ;
    owl:annotatedSource ?concept ; owl:annotatedProperty ?strength ; owl:annotatedTarget ?target ;
    sssom:object_label ?label ; sssom:confidence ?confidence ;
    sssom:object_source ?source ; sssom:object_source_version ?version .
  OPTIONAL { ?mapping rdfs:comment ?comment }
} ORDER BY ?mapping"""


class Mapping(NamedTuple):
    """One record, with the local names of mapping, concept and SKOS property."""

    name: str
    concept: str
    strength: str
    target: str
    label: str
    confidence: float
    source: str
    version: str
    comment: str | None

    @property
    def vocabulary(self) -> str:
        return self.target.partition(":")[0]


class Row(NamedTuple):
    """What a reference table says of one identifier."""

    label: str
    obsolete: str


class Tables:
    """The reference tables in a folder, each read when it is first asked for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._rows: dict[str, dict[str, Row]] = {}

    def rows(self, vocabulary: str) -> dict[str, Row]:
        if vocabulary not in self._rows:
            path = self.folder / f"{vocabulary.lower()}.tsv.gz"
            with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
                lines = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
                self._rows[vocabulary] = {
                    line["id"]: Row(line["label"], line["obsolete"]) for line in lines
                }
        return self._rows[vocabulary]

    def version(self, vocabulary: str) -> str:
        """The cell of the README that tells the release of a table."""
        readme = (self.folder / "README.md").read_text(encoding="utf-8")
        found = re.search(rf"^\| {vocabulary.lower()}\.tsv\.gz \|.*$", readme, re.MULTILINE)
        assert found, f"the README names no table of {vocabulary}"
        return found.group().split("|")[6].strip()


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return load()


@pytest.fixture(scope="module")
def mappings(dataset: Dataset) -> list[Mapping]:
    found = [
        Mapping(
            name=local_name(mapping),
            concept=local_name(concept),
            strength=local_name(strength),
            target=shorten(target),
            label=label,
            confidence=float(confidence),
            source=source,
            version=version,
            comment=comment or None,
        )
        for (
            mapping,
            concept,
            strength,
            target,
            label,
            confidence,
            source,
            version,
            comment,
        ) in dataset.rows(ALL_MAPPINGS)
    ]
    assert found, "the data hold no complete mapping"
    return found


@pytest.fixture(scope="module")
def tables() -> Tables:
    folder = setting("BACKSPASM_REFERENCE")
    if not (folder / "README.md").is_file():
        pytest.skip(f"BACKSPASM_REFERENCE names a folder without reference tables: {folder}")
    return Tables(folder)


def twice(things: Iterable[object]) -> list[object]:
    return [thing for thing, count in Counter(things).items() if count > 1]


def test_every_mapping_is_complete_and_said_once(dataset: Dataset, mappings: list[Mapping]) -> None:
    declared = dataset.rows("SELECT DISTINCT ?mapping WHERE { ?mapping a bsv:Mapping }")
    assert {mapping.name for mapping in mappings} == {local_name(name) for (name,) in declared}
    assert not twice(mapping.name for mapping in mappings)
    assert not twice((mapping.concept, mapping.target) for mapping in mappings)
    assert {mapping.strength for mapping in mappings} == STRENGTHS


def test_a_mapping_is_named_by_its_concept_and_target(mappings: list[Mapping]) -> None:
    wrong = {
        mapping.name: mapping.target
        for mapping in mappings
        if mapping.name != f"{mapping.concept}--{mapping.target.replace(':', '-').lower()}"
    }
    assert not wrong


def test_every_mapped_concept_exists(dataset: Dataset, mappings: list[Mapping]) -> None:
    rows = dataset.rows("SELECT ?concept WHERE { ?concept a skos:Concept }")
    concepts = {local_name(concept) for (concept,) in rows}
    assert not {mapping.concept for mapping in mappings} - concepts


def test_no_identifier_is_exactly_two_concepts(mappings: list[Mapping]) -> None:
    exact = [mapping for mapping in mappings if mapping.strength == "exactMatch"]
    assert not twice(mapping.target for mapping in exact)


def test_no_concept_is_exactly_two_terms_of_one_vocabulary(mappings: list[Mapping]) -> None:
    exact = [mapping for mapping in mappings if mapping.strength == "exactMatch"]
    assert not twice((mapping.concept, mapping.vocabulary) for mapping in exact)


def test_back_muscle_spasm_has_one_exact_match(mappings: list[Mapping]) -> None:
    exact = [m.target for m in mappings if m.concept == HUB and m.strength == "exactMatch"]
    assert exact == ["ICD10CM:M62.830"]


def test_rheumatoid_osteoarthritis_is_like_no_public_term(mappings: list[Mapping]) -> None:
    strengths = {m.strength for m in mappings if m.concept == "rheumatoid-osteoarthritis"}
    assert strengths == {"broadMatch", "relatedMatch"}


def test_confidence_lies_between_nought_and_one(mappings: list[Mapping]) -> None:
    wrong = {m.name: m.confidence for m in mappings if not 0 < m.confidence <= 1}
    assert not wrong


def test_whatever_is_not_exact_tells_why(mappings: list[Mapping]) -> None:
    silent = [m.name for m in mappings if m.strength != "exactMatch" and not m.comment]
    assert not silent


def test_a_vocabulary_has_one_source_in_one_version(mappings: list[Mapping]) -> None:
    used = defaultdict(set)
    for mapping in mappings:
        used[mapping.vocabulary].add((mapping.source, mapping.version))
    assert not {name: pairs for name, pairs in used.items() if len(pairs) > 1}
    assert not twice(source for pairs in used.values() for source, _ in pairs)


def test_every_identifier_is_current_under_its_label(
    tables: Tables, mappings: list[Mapping]
) -> None:
    wrong = {}
    for mapping in mappings:
        row = tables.rows(mapping.vocabulary).get(mapping.target)
        if row != Row(mapping.label, "0"):
            wrong[mapping.name] = row
    assert not wrong


def test_every_version_is_the_one_of_its_table(tables: Tables, mappings: list[Mapping]) -> None:
    wrong = {
        vocabulary: version
        for vocabulary, version in {(m.vocabulary, m.version) for m in mappings}
        if version not in tables.version(vocabulary)
    }
    assert not wrong
