"""The SSSOM set: read back by sssom-py, and compared with the graph."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from backspasm import Dataset, expand, load
from backspasm.errors import DataError
from backspasm.exchange import sssom
from backspasm.mappings import Mapping, read_mappings
from causes import HEAD
from conftest import SMALL
from exchanged import ask_tool, assert_example_runs, assert_repeatable, counts, put

ALL = "SELECT ?m WHERE { ?m a bsv:Mapping MINUS { ?m owl:deprecated true } }"

MORE = """
@prefix bsx: <https://w3id.org/backspasm/mapping/> .
@prefix MESH: <http://id.nlm.nih.gov/mesh/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix semapv: <https://w3id.org/semapv/vocab/> .
@prefix sssom: <https://w3id.org/sssom/> .
bs:pain a bsv:Finding, skos:Concept ; skos:prefLabel "pain"@en .
bsx:pain--mesh-d010146 a bsv:Mapping ; owl:annotatedSource bs:pain ;
  owl:annotatedProperty skos:exactMatch ; owl:annotatedTarget MESH:D010146 ;
  sssom:object_label "A \\"pain\\"\\tor so" ; sssom:confidence %s ;
  sssom:mapping_justification semapv:ManualMappingCuration ;
  sssom:object_source <http://id.nlm.nih.gov/mesh> ; rdfs:comment "It is, as ever: painful."@en .
bsx:pain--mesh-d000001 a bsv:Mapping ; owl:annotatedSource bs:pain ; owl:deprecated true ;
  owl:annotatedProperty skos:exactMatch ; owl:annotatedTarget MESH:D000001 .
"""


def made(folder: Path, confidence: str = "0.12350") -> Dataset:
    path = folder / "mappings.ttl"
    path.write_text(HEAD + MORE % confidence, encoding="utf-8")
    return load(path)


def read(dataset: Dataset, tools: Path, folder: Path) -> dict[str, Any]:
    (path,) = put(sssom.files(dataset), folder)
    found: dict[str, Any] = ask_tool(tools, "read_sssom.py", path)
    return found


@pytest.fixture(scope="module")
def back(shipped: Dataset, tools: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    return read(shipped, tools, tmp_path_factory.mktemp("sssom"))


def as_mapping(row: dict[str, Any]) -> Mapping:
    """A row as sssom-py read it, with CURIEs written out."""

    def iri(slot: str) -> str:
        name = row.get(slot) or ""
        own = {"nlm": "http://id.nlm.nih.gov/", "ebi": "http://www.ebi.ac.uk/efo/"}
        own["bioontology"] = "http://purl.bioontology.org/ontology/"
        prefix, _, local = name.partition(":")
        return own[prefix] + local if prefix in own else expand(name) or ""

    return Mapping(
        iri=iri("record_id"),
        subject=iri("subject_id"),
        predicate=iri("predicate_id"),
        object=iri("object_id"),
        label=row["object_label"],
        justification=iri("mapping_justification"),
        confidence=str(row["confidence"]),
        source=iri("object_source"),
        version=row.get("object_source_version") or "",
        comment=row.get("comment") or "",
    )


def test_every_mapping_comes_back_and_no_other(back: dict[str, Any], shipped: Dataset) -> None:
    told = {as_mapping(row) for row in back["rows"]}
    known = {
        mapping._replace(confidence=str(float(mapping.confidence)))
        for mapping in read_mappings(shipped)
    }
    assert told == known
    assert {mapping.iri for mapping in told} == {iri for (iri,) in shipped.rows(ALL)}
    assert len(back["rows"]) == len(told)


def test_it_is_valid(back: dict[str, Any]) -> None:
    assert back["problems"] == []


def test_what_the_set_says_of_itself(back: dict[str, Any]) -> None:
    assert back["metadata"]["sssom_version"] == "1.1"
    assert back["metadata"]["mapping_set_id"] == "https://w3id.org/backspasm/mapping/"
    assert back["metadata"]["mapping_set_version"] == "0.1.0"
    assert back["metadata"]["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert back["metadata"]["creator_label"] == ["The backspasm curators"]
    assert back["prefixes"]["bs"] == expand("bs:")


def test_it_is_canonical(back: dict[str, Any], shipped: Dataset) -> None:
    text = sssom.files(shipped)[0].content.decode()
    head = [line[1:] for line in text.splitlines() if line.startswith("#")]
    slots = [line.partition(":")[0] for line in head if line[0] not in " -"]
    assert slots == [slot for slot in back["slots of a set"] if slot in slots]
    prefixes = [line.partition(":")[0].strip() for line in head if line.startswith("  ")]
    assert prefixes == sorted(prefixes)
    columns, *rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    assert columns == [slot for slot in back["slots of a mapping"] if slot in columns]
    assert rows == sorted(rows)
    cells = {cell.partition(":")[0] for row in rows for cell in row}
    assert set(prefixes) <= cells | {"backspasm"}


def test_marks_numbers_and_withdrawal(tools: Path, tmp_path: Path) -> None:
    back = read(made(tmp_path), tools, tmp_path)
    (row,) = back["rows"]
    assert row["record_id"] == "bsx:pain--mesh-d010146"
    assert row["object_label"] == 'A "pain"\tor so'
    assert row["comment"] == "It is, as ever: painful."
    assert row["confidence"] == 0.124
    assert back["metadata"]["license"] == "https://w3id.org/sssom/license/unspecified"
    assert back["problems"] == []


def test_small_data_have_no_empty_columns(small: Dataset) -> None:
    lines = sssom.files(small)[0].content.decode().splitlines()
    columns, row = [line.split("\t") for line in lines if not line.startswith("#")]
    assert "object_source" not in columns
    assert all(row)


def test_no_mappings_at_all(tools: Path, tmp_path: Path) -> None:
    path = tmp_path / "none.ttl"
    path.write_text(HEAD + 'bs:pain a bsv:Finding ; skos:prefLabel "pain"@en .', encoding="utf-8")
    assert sssom.files(load(path))[0].content.splitlines()[-1].startswith(b"record_id\tsubject_id")
    assert read(load(path), tools, tmp_path)["rows"] == []


def test_what_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="bsx:pain--mesh-d010146: confidence high is no number"):
        sssom.files(made(tmp_path, '"high"'))
    dataset = made(tmp_path, "0.5")
    path = tmp_path / "mappings.ttl"
    odd = path.read_text(encoding="utf-8").replace("MESH:D010146", "<urn:pain>")
    path.write_text(odd, encoding="utf-8")
    assert len(read_mappings(dataset)) == 1
    with pytest.raises(DataError, match="no prefix is known for urn:pain"):
        sssom.files(load(path))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("0.1.0", "0.1.0"),
        ("1.1", '"1.1"'),
        ("2026-11-22", '"2026-11-22"'),
        ("yes", '"yes"'),
        ("a: b", '"a: b"'),
        ("https://a.example/#b", "https://a.example/#b"),
        ("- a", '"- a"'),
        ('say "a"', 'say "a"'),
    ],
)
def test_scalars_of_the_metadata(text: str, written: str) -> None:
    assert sssom._scalar(text) == written


def test_the_same_bytes_on_every_run(shipped: Dataset, small: Dataset) -> None:
    assert_repeatable("sssom", sssom.files(shipped))
    assert_repeatable("sssom", sssom.files(small), SMALL)


def test_the_page_counts_right(back: dict[str, Any], shipped: Dataset) -> None:
    concepts = shipped.rows("SELECT DISTINCT ?c WHERE { ?c a skos:Concept }")
    mapped = {row["subject_id"] for row in back["rows"]}
    assert counts("sssom.md") == {
        "mappings": (len(back["rows"]), len(shipped.rows(ALL))),
        "concepts that have one": (len(mapped), len(concepts)),
    }


def test_the_example_of_the_page_runs(shipped: Dataset, tools: Path, tmp_path: Path) -> None:
    put(sssom.files(shipped), tmp_path)
    assert_example_runs("sssom.md", tmp_path, tools)
