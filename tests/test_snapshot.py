from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

import pyoxigraph
import pytest

import backspasm
from backspasm.questions import ask, questions
from backspasm.results import render
from backspasm.snapshot import KEPT, STALE, open_snapshot

if TYPE_CHECKING:
    from pathlib import Path

TRIPLE = [pyoxigraph.NamedNode(f"http://example.org/{name}") for name in "spo"]


def fill(store: pyoxigraph.Store) -> None:
    store.add(pyoxigraph.Quad(*TRIPLE))


def refill(_: pyoxigraph.Store) -> None:
    pytest.fail("the snapshot was there already")


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BACKSPASM_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache" / "backspasm-snapshots"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    file = tmp_path / "data.ttl"
    file.write_text("<a:s> <a:p> <a:o> .")
    return file


@pytest.mark.parametrize("name", [question.name for question in questions()])
def test_answers_are_the_same_as_in_memory(shipped: backspasm.Dataset, name: str) -> None:
    opened = backspasm.load(snapshot=True)
    (example, *_) = next(question.examples for question in questions() if question.name == name)
    answers = [render(ask(dataset, name, example), "csv") for dataset in (shipped, opened)]
    assert answers[0] == answers[1]


def test_a_snapshot_is_made_once(cache: Path, data: Path) -> None:
    for filler in (fill, refill):
        store = open_snapshot([str(data)], filler)
        assert store is not None
        assert list(store) == [pyoxigraph.Quad(*TRIPLE)]
    assert len(list(cache.iterdir())) == 1


def test_other_content_is_another_snapshot(cache: Path, data: Path) -> None:
    open_snapshot([str(data)], fill)
    data.write_text("<a:s> <a:p> <a:other> .")
    open_snapshot([str(data)], fill)
    assert len(list(cache.iterdir())) == 2


def test_only_the_newest_stay(cache: Path, data: Path) -> None:
    for number in range(KEPT + 2):
        data.write_text(f"<a:s> <a:p> {number} .")
        open_snapshot([str(data)], fill)
    assert len(list(cache.iterdir())) == KEPT
    open_snapshot([str(data)], refill)


def test_what_others_keep_there_stays(cache: Path, data: Path) -> None:
    foreign = [cache.parent / name for name in "abcdef"] + [cache / name for name in "ghijkl"]
    for folder in foreign:
        folder.mkdir(parents=True)
    for number in range(KEPT + 2):
        data.write_text(f"<a:s> <a:p> {number} .")
        open_snapshot([str(data)], fill)
    assert all(folder.is_dir() for folder in foreign)


def test_what_was_left_half_made_goes(cache: Path, data: Path) -> None:
    for name, age in ((".making-old", STALE + 60), (".making-new", 0)):
        (cache / name).mkdir(parents=True)
        os.utime(cache / name, (time.time() - age,) * 2)
    open_snapshot([str(data)], fill)
    assert {entry.name for entry in cache.iterdir() if entry.name.startswith(".")} == {
        ".making-new"
    }


def test_no_room_for_a_snapshot(cache: Path, data: Path) -> None:
    def full(_: pyoxigraph.Store) -> None:
        raise OSError

    assert open_snapshot([str(data)], full) is None
    assert list(cache.iterdir()) == []


def test_a_failure_leaves_nothing(cache: Path, data: Path) -> None:
    def fail(_: pyoxigraph.Store) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        open_snapshot([str(data)], fail)
    assert list(cache.iterdir()) == []


def test_a_damaged_snapshot_is_made_again(cache: Path, data: Path) -> None:
    open_snapshot([str(data)], fill)
    (folder,) = cache.iterdir()
    (folder / "CURRENT").write_text("nonsense")
    store = open_snapshot([str(data)], fill)
    assert store is not None
    assert list(store) == [pyoxigraph.Quad(*TRIPLE)]


@pytest.mark.usefixtures("cache")
def test_no_snapshot_where_none_is_wanted(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BACKSPASM_CACHE", "")
    assert open_snapshot([str(data)], refill) is None


def test_no_snapshot_where_none_can_be_written(cache: Path, data: Path) -> None:
    cache.parent.write_text("a file where the folder should be")
    assert open_snapshot([str(data)], refill) is None


def test_the_cache_of_the_user(tmp_path: Path, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BACKSPASM_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    open_snapshot([str(data)], fill)
    assert len(list((tmp_path / "caches" / "backspasm-snapshots").iterdir())) == 1
