from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from backspasm.errors import FileError
from backspasm.validation.baseline import known, read_baseline, without
from backspasm.validation.formats.json_report import SCHEMA_ID, VERSION, read, schema, write
from reported import REPORTS


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(schema())
    assert schema()["$id"] == SCHEMA_ID
    assert schema()["properties"]["version"]["const"] == VERSION


def _keys(part: Any) -> Iterator[tuple[str, Any]]:
    yield from part.get("properties", {}).items()
    for one in part.get("$defs", {}).values():
        yield from _keys(one)


def test_each_key_is_described_and_asked_for() -> None:
    for name, value in _keys(schema()):
        assert value["description"].endswith("."), name
    for part in (schema(), *schema()["$defs"].values()):
        assert part["required"] == list(part["properties"])


@pytest.mark.parametrize("name", REPORTS)
def test_each_report_is_valid(name: str) -> None:
    document = json.loads(write(REPORTS[name]))
    errors = [error.json_path for error in Draft202012Validator(schema()).iter_errors(document)]
    assert not errors
    assert set(document) == set(schema()["properties"])
    assert document["status"] == REPORTS[name].status


@pytest.mark.parametrize(
    ("key", "value"),
    [("version", 2), ("status", 3), ("files", None), ("triples", "1"), ("findings", [{}])],
)
def test_the_schema_refuses(key: str, value: object) -> None:
    document = json.loads(write(REPORTS["one"]))
    assert not Draft202012Validator(schema()).is_valid({**document, key: value})


@pytest.mark.parametrize("name", REPORTS)
def test_read_is_the_reverse_of_write(name: str) -> None:
    text = write(REPORTS[name])
    again = read(text)
    assert write(again) == text
    assert again.known == REPORTS[name].known
    if name != "nasty":  # JSON cannot hold its lone surrogates
        assert again == REPORTS[name]


BROKEN: dict[str, str | bytes] = {
    "no JSON": "{",
    "no UTF-8": b"\xff\xfe\xfa",
    "a list": "[]",
    "another document": '{"version": 1}',
    "another version": '{"version": 2, "findings": []}',
    "deep": "[" * 200_000,
    "no findings": '{"version": 1, "findings": 3}',
    "a finding that is none": '{"version": 1, "findings": ["x"]}',
    "a finding without rule": '{"version": 1, "findings": [{"severity": "info"}]}',
}


@pytest.mark.parametrize("name", BROKEN)
def test_broken_baselines(name: str, tmp_path: Path) -> None:
    content = BROKEN[name]
    path = tmp_path / "baseline.json"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    with pytest.raises(FileError) as raised:
        read_baseline(str(path))
    assert raised.value.place == str(path)
    assert raised.value.remedy


def _changed(key: str, value: object, part: str = "findings") -> str:
    document = json.loads(write(REPORTS["one"]))
    target = document["findings"][0] if part == "findings" else document
    target = target["place"] if part == "place" else target
    target[key] = value
    return json.dumps(document)


@pytest.mark.parametrize(
    ("key", "value", "part"),
    [
        ("severity", None, "findings"),
        ("message", 3, "findings"),
        ("excerpt", [1], "findings"),
        ("related", [3], "findings"),
        ("place", "x", "findings"),
        ("failOn", "never", "root"),
        ("triples", True, "root"),
        ("triples", -1, "root"),
        ("unchecked", None, "root"),
    ],
)
def test_wrong_parts_are_named(key: str, value: object, part: str) -> None:
    with pytest.raises(FileError) as raised:
        read(_changed(key, value, part), "old.json")
    assert "old.json" in str(raised.value)
    if key not in ("place", "related"):
        assert key in str(raised.value)


def test_a_missing_baseline() -> None:
    with pytest.raises(FileError):
        read_baseline("no-such-file.json")


@pytest.mark.parametrize("name", REPORTS)
def test_a_report_knows_all_of_itself(name: str) -> None:
    text = write(REPORTS[name])
    assert without(REPORTS[name].findings, known(text)) == ()


def test_what_was_unchecked_is_not_known() -> None:
    assert sum(known(write(REPORTS["unchecked"])).values()) == 1


def test_without_counts() -> None:
    finding = REPORTS["one"].findings[0]
    marks = known(write(REPORTS["one"]).encode())
    assert without((finding, finding), marks) == (finding,)
    assert without((finding, finding), marks + marks) == ()
    assert sum(marks.values()) == 1, "without leaves what is known as it was"
