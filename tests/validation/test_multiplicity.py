"""There are as many results as pySHACL and SHACL have, and findings say which is which."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from backspasm.errors import ShapesError
from backspasm.validation import Settings, validate
from backspasm.validation.engines import Index, Result, run
from backspasm.validation.engines.reference import run_pyshacl
from backspasm.validation.formats import writer
from random_graphs import PREFIXES, graph

E = "http://e.example/"

# Data and a property shape; how many results there are; what findings end with.
CASES = {
    "two languages": ('"a"@en , "b"@EN , "c"@de , "d"@de , "e"@fr', "sh:uniqueLang true", 2, ["in de", "in en"]),
    "pairs": ("1 , 2 ; e:q 1 , 2", "sh:lessThan e:q", 3, ["“1”, which is not less than e:q “1”", "“2”, which is not less than e:q “1”", "“2”, which is not less than e:q “2”"]),
    "equal pairs": ("1 , 2 ; e:q 1 , 2", "sh:lessThanOrEquals e:q", 1, ["“2”, which is not less than or equal to e:q “1”"]),
    "two properties": ("3 ; e:q 1 ; e:r 2", "sh:lessThan e:q , e:r", 2, ["e:q “1”", "e:r “2”"]),
    "no literals": ("e:b ; e:q 1 , e:c", "sh:lessThan e:q", 2, ["e:q e:c", "e:q “1”"]),
    "not sure": ('"2020-01-01T00:00:00"^^xsd:dateTime ; e:q "2019-01-01T00:00:00"^^xsd:dateTime , "2018-01-01T00:00:00"^^xsd:dateTime', "sh:lessThan e:q", 2, ["which is not less than e:q"]),
    "two classes": ("e:b", "sh:class e:C , e:D", 2, ["which is no e:C", "which is no e:D"]),
    "one class of two": ("e:b . e:b a e:D", "sh:class e:C , e:D", 1, ["which is no e:C"]),
    "two values": ("1 , 3", "sh:hasValue 1 , 2 , 4", 2, ["has no e:p “2”", "has no e:p “4”"]),
    "two to be apart from": ("1 ; e:q 1 ; e:r 1 ; e:s 2", "sh:disjoint e:q , e:r , e:s", 2, ["as e:p and as e:q", "as e:p and as e:r"]),
    "two to equal": ("1 ; e:q 1 ; e:r 2", "sh:equals e:q , e:r", 2, ["has “1” as one of e:p and e:r only", "has “2” as one of e:p and e:r only"]),
    "two shapes": ("1", "sh:node [ sh:nodeKind sh:IRI ] , [ sh:minLength 3 ] , [ sh:maxLength 3 ]", 2, ["does not meet: a value of at least 3 characters", "does not meet: a value that is an IRI"]),
    "two not to meet": ("1", "sh:not [ sh:nodeKind sh:Literal ] , [ sh:maxLength 3 ] , [ sh:nodeKind sh:IRI ]", 2, ["a value of at most 3 characters", "a value that is a literal"]),
}  # fmt: skip


def of_shifty(data: Index, shapes: Index) -> list[Result] | str:
    try:
        return run(data, shapes, "shifty")
    except ShapesError as error:
        return "refused" if error.remedy == "use --engine pyshacl" else "not SHACL"


def files(folder: Path, values: str, constraint: str) -> tuple[list[Path], list[Path]]:
    data, shapes = folder / "data.ttl", folder / "shapes.ttl"
    data.write_text(f"{PREFIXES} e:a e:p {values} .", encoding="utf-8")
    shape = f"e:S sh:targetNode e:a ; sh:property [ sh:path e:p ; {constraint} ] ."
    shapes.write_text(PREFIXES + shape, encoding="utf-8")
    return [data], [shapes]


@pytest.mark.parametrize("name", CASES)
def test_as_many_as_pyshacl_has(tmp_path: Path, name: str) -> None:
    values, constraint, number, says = CASES[name]
    done = validate(*files(tmp_path, values, constraint))
    data = graph(f"e:a e:p {values} .")
    shapes = graph(f"e:S sh:targetNode e:a ; sh:property [ sh:path e:p ; {constraint} ] .")
    assert len(done.results) == len(run_pyshacl(data, shapes)) == number
    told = sorted(
        one.message.replace(f"<{E}", "e:").replace(">", "")
        for one in done.report.findings
        if one.shape
    )
    assert len(told) == len(says)
    assert all(message.endswith(end) for message, end in zip(told, says, strict=True)), told
    assert of_shifty(data, shapes) in (run(data, shapes), "refused")


def test_each_language_has_its_place(tmp_path: Path) -> None:
    report = validate(*files(tmp_path, *CASES["two languages"][:2])).report
    text = (tmp_path / "data.ttl").read_text(encoding="utf-8").splitlines()
    places = [one.place for one in report.findings if one.component]
    found = [
        text[place.line - 1][place.column - 1 : place.end_column - 1] for place in places if place
    ]
    assert found == ['"b"@EN', '"d"@de']


@pytest.mark.parametrize(
    ("before", "after", "constraint"),
    [
        ('"a"@en , "b"@en', '"a"@en , "b"@en , "c"@de , "d"@de', "sh:uniqueLang true"),
        ("2 ; e:q 1", "2 ; e:q 1 , 2", "sh:lessThan e:q"),
    ],
)
def test_a_baseline_knows_no_more_than_it_has(
    tmp_path: Path, before: str, after: str, constraint: str
) -> None:
    known = validate(*files(tmp_path, before, constraint)).report
    (tmp_path / "known.json").write_text(writer("json")(known), encoding="utf-8")
    assert json.loads((tmp_path / "known.json").read_text(encoding="utf-8"))["findings"]
    settings = Settings(baseline=str(tmp_path / "known.json"))
    assert validate(*files(tmp_path, before, constraint), settings).report.findings == ()
    (new,) = validate(*files(tmp_path, after, constraint), settings).report.findings
    assert new.component


def test_one_shape_by_two_ways_is_one_finding(tmp_path: Path) -> None:
    (data,), (shapes,) = files(tmp_path, "1", "sh:class e:C")
    more = "e:S sh:property e:P . e:T sh:targetNode e:a ; sh:property e:P . e:P sh:path e:q ; sh:minCount 1 ."
    shapes.write_text(shapes.read_text(encoding="utf-8") + more, encoding="utf-8")
    done = validate([data], [shapes])
    assert len(done.results) == 3
    assert [one.message for one in done.report.findings if one.component].count(
        f"has no <{E}q>"
    ) == 1
