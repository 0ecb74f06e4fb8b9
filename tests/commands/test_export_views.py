"""`backspasm export --format VIEW`, as it is typed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from backspasm.commands.export import VIEWS
from backspasm.export import EXPORT_FORMATS
from backspasm.release.producers import PRODUCERS
from conftest import SMALL, Outcome

Run = Callable[..., Outcome]
Refused = Callable[..., str]

DATA = ("--data", SMALL)


def test_every_form_but_the_pages_can_be_had_alone() -> None:
    names = {producer.name for producer in PRODUCERS} - {"pages"}
    assert {*VIEWS, *EXPORT_FORMATS} == names


@pytest.mark.parametrize("name", VIEWS)
def test_the_same_as_in_a_release(name: str, run: Run, refused: Refused, tmp_path: Path) -> None:
    release, alone = tmp_path / "release", tmp_path / "alone"
    run("export", "--release", release, *DATA)
    assert run("export", "--format", name, "--output", alone, *DATA).status == 0
    if alone.is_file():
        contents = [path.read_bytes() for path in release.iterdir() if path.is_file()]
        assert contents.count(alone.read_bytes()) == 1
    else:
        for path in alone.rglob("*"):
            if path.is_file():
                (same,) = release.glob(f"*/{path.relative_to(alone)}")
                assert same.read_bytes() == path.read_bytes()
        assert "files; add --output DIR" in refused("export", "--format", name, *DATA)


def test_graphml_by_the_name_of_the_file(run: Run, tmp_path: Path) -> None:
    named = tmp_path / "x.graphml"
    assert run("export", "--output", named, *DATA).status == 0
    assert named.read_text() == run("export", "--format", "graphml", *DATA).out
