from __future__ import annotations

import json
import shutil
from pathlib import Path

import pyoxigraph
import pytest

import backspasm
from backspasm.passages import (
    FOUND,
    UNCHECKED,
    WRONG,
    as_found,
    as_turtle,
    document_of,
    guessed_document,
    verify,
)
from backspasm.texts import Occurrence, find, read_text
from conftest import SMALL, TEXTS

GARDEN = "https://w3id.org/backspasm/document/garden"


def _changed(tmp_path: Path, old: str, new: str) -> backspasm.Dataset:
    """The small dataset with one change to its claims and documents."""
    for path in SMALL.iterdir():
        (tmp_path / path.name).write_text(path.read_text().replace(old, new))
    return backspasm.load(tmp_path)


def test_all_found(small: backspasm.Dataset) -> None:
    outcome = verify(small, str(TEXTS))
    assert [check.outcome for check in outcome.documents] == [FOUND]
    assert outcome.count(FOUND) == len(outcome.passages) == 9
    assert outcome.wrong == outcome.missing == []
    assert outcome.render() == "passages: 9 found, 0 wrong, 0 not checkable\n"


def test_a_text_is_known_by_its_digest_under_any_name(
    small: backspasm.Dataset, tmp_path: Path
) -> None:
    (tmp_path / "below").mkdir()
    shutil.copy(TEXTS / "garden.txt", tmp_path / "below" / "renamed")
    assert verify(small, str(tmp_path)).count(FOUND) == 9


def test_text_that_differs(small: backspasm.Dataset, tmp_path: Path) -> None:
    text = (TEXTS / "garden.txt").read_text(encoding="utf-8")
    (tmp_path / "garden.txt").write_text(text.replace("Cold rain", "Very cold rain"))
    outcome = verify(small, str(tmp_path))
    assert "differs" in outcome.documents[0].problem
    assert outcome.count(FOUND) == 2
    moved = [
        check.problem for check in outcome.passages if "its characters stand at" in check.problem
    ]
    assert len(moved) == 6
    assert outcome.count(WRONG) == 7


def test_missing_text(small: backspasm.Dataset, tmp_path: Path) -> None:
    outcome = verify(small, str(tmp_path))
    assert [check.outcome for check in outcome.documents] == [UNCHECKED]
    assert "named garden.txt" in outcome.documents[0].problem
    assert outcome.count(UNCHECKED) == 9


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("oa:start 99 ;", "oa:start 98 ;", "make the id bsd:garden#char=98,130"),
        ("oa:start 99 ;", "", "has no start"),
        ("oa:start 99 ;", "oa:start 130 ;", "starts at 130 and ends at 130"),
        ("oa:start 99 ;", "oa:start -1 ;", "are not whole numbers from 0"),
        ("oa:start 99 ;", 'oa:start "x" ;', "are not whole numbers from 0"),
        ("99,130", "98,130", "make the id bsd:garden#char=99,130"),
        ("oa:hasSource bsd:garden ;", "", "has no document"),
        ("bsv:characters 369", "bsv:characters 370", "370 characters are said"),
        ("bsv:characters 369 ;", "", "no number of characters are said"),
    ],
)
def test_wrong_in_the_data(tmp_path: Path, old: str, new: str, problem: str) -> None:
    assert any(old in path.read_text() for path in SMALL.iterdir())
    outcome = verify(_changed(tmp_path, old, new), str(TEXTS))
    assert outcome.wrong
    assert problem in outcome.render()


def test_wrong_digest(tmp_path: Path) -> None:
    (place,) = find(read_text(str(TEXTS / "garden.txt")), "Cold rain causes stiff muscles.")
    outcome = verify(_changed(tmp_path, place.sha256, "0" * 64), str(TEXTS))
    (wrong,) = outcome.wrong
    assert wrong.iri == f"{GARDEN}#char=99,130"
    assert "another digest" in wrong.problem


def test_end_behind_the_text(tmp_path: Path) -> None:
    old = [line for line in (SMALL / "claims.ttl").read_text().splitlines() if "char=338," in line]
    end = old[0].partition("char=338,")[2].partition(">")[0]
    dataset = _changed(tmp_path, f"338,{end}", "338,9999")
    for path in tmp_path.glob("*.ttl"):
        path.write_text(path.read_text().replace(f"oa:end {end} ;", "oa:end 9999 ;"))
    outcome = verify(backspasm.load(tmp_path), str(TEXTS))
    assert dataset.files
    assert "ends behind the text, which has 369 characters" in outcome.render()


def test_json(small: backspasm.Dataset) -> None:
    outcome = json.loads(verify(small, str(TEXTS)).to_json())
    assert outcome["counts"] == {"found": 9, "wrong": 0, "not checkable": 0}
    assert outcome["documents"][0] == {"iri": GARDEN, "outcome": "found", "problem": ""}


def test_pasted_turtle_says_the_same_as_the_data(small: backspasm.Dataset) -> None:
    text = read_text(str(TEXTS / "garden.txt"))
    (place,) = find(text, "Stooping causes disc strain")
    assert document_of(small, text) == GARDEN
    pasted = as_turtle(GARDEN, place)
    prefixes = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in backspasm.PREFIXES.items())
    triples = {str(t) for t in pyoxigraph.parse(prefixes + pasted, pyoxigraph.RdfFormat.TURTLE)}
    passage = pyoxigraph.NamedNode(f"{GARDEN}#char={place.start},{place.end}")
    authored = [quad.triple for quad in small.quads() if quad.subject == passage]
    assert triples == {str(pyoxigraph.Quad(*triple)) for triple in authored}
    assert "a heading is likely lost" in as_found(GARDEN, place)


def test_turtle_escapes_and_foreign_documents() -> None:
    pasted = as_turtle("http://example.org/d", Occurrence(0, 1, 'a "b" \\c', False, "0", (0, 1)))
    assert "oa:hasSource <http://example.org/d>" in pasted
    assert 'bsv:section "a \\"b\\" \\\\c"@en ;\n' in pasted


def test_unknown_text(small: backspasm.Dataset, tmp_path: Path) -> None:
    (tmp_path / "Some Text_2.txt").write_text("words")
    text = read_text(str(tmp_path / "Some Text_2.txt"))
    assert document_of(small, text) is None
    assert guessed_document(text.path) == "https://w3id.org/backspasm/document/some-text-2"


def test_shipped_passages(shipped: backspasm.Dataset, texts: Path) -> None:
    outcome = verify(shipped, str(texts))
    assert (
        outcome.render() == f"passages: {len(outcome.passages)} found, 0 wrong, 0 not checkable\n"
    )
