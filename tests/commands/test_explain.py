from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import SMALL, Outcome

Run = Callable[..., Outcome]
Refused = Callable[..., str]

DATA = ("--data", SMALL)


def test_a_path(run: Run) -> None:
    outcome = run("explain", "Stooping", *DATA)
    assert (outcome.status, outcome.err) == (0, "")
    assert outcome.out.startswith("1 path from stooping to back muscle spasm")


def test_no_path_is_an_answer(run: Run) -> None:
    outcome = run("explain", "reading", *DATA)
    assert (outcome.status, outcome.err) == (1, "")
    assert (
        "Nearest:\n- denied: reading causes back muscle spasm (stated; bsc:garden-5)" in outcome.out
    )


@pytest.mark.parametrize("form", ["text", "json", "jsonld", "markdown", "mermaid"])
@pytest.mark.parametrize(("cause", "status"), [("poor posture", 0), ("vertebra", 1)])
def test_formats(run: Run, cause: str, status: int, form: str) -> None:
    outcome = run("explain", cause, "--format", form)
    assert (outcome.status, outcome.err) == (status, "")
    if form.startswith("json"):
        assert json.loads(outcome.out)
    assert "back-muscle-spasm" in outcome.out or "back muscle spasm" in outcome.out


@pytest.mark.parametrize(
    ("name", "start"),
    [("a.json", "{"), ("a.md", "## 1 path"), ("a.txt", "1 path"), ("a.mmd", "---\ntitle:")],
)
def test_the_name_of_the_file_says_the_format(
    run: Run, tmp_path: Path, name: str, start: str
) -> None:
    assert run("explain", "stooping", "-o", tmp_path / name, *DATA) == (0, "", "")
    assert (tmp_path / name).read_text().startswith(start)


def test_options(run: Run) -> None:
    brief = ("explain", "poor posture", "--brief")
    assert run(*brief).out.startswith("13 paths")
    assert run(*brief, "--limit", "1").out.count("poor posture →") == 1
    assert run(*brief, "--max-steps", "1").out.startswith("2 paths")
    assert run(*brief, "--strict").status == 1
    through = run(*brief, "--through", "muscle strain", "--through", "low back pain").out
    assert through.startswith("1 path from")
    without = run(*brief, "--without", "muscle strain", "--without", "muscle overstretching")
    assert "→ muscle strain" not in without.out
    assert "bsc:seven-causes-15" in run("explain", "unusual movement", "--denied").out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["diging"], "diging: no concept has this name; did you mean digging"),
        (["digging", "spasmus"], "spasmus: no concept has this name"),
        (["muscles"], "muscles: no concept has this name; did you mean stiff muscles"),
        (["digging", "--through", "diging"], "diging: no concept has this name"),
        (["digging", "--max-steps", "0"], "invalid value for '--max-steps'"),
        (["digging", "--format", "svg"], "--format: unknown word svg"),
        (["digging", "back spasm", "more"], "put names of several words in quotes, and see"),
        (["disc", "strain"], 'a name of several words needs quotes: "disc strain"'),
        ([], "missing argument 'CAUSE'"),
    ],
)
def test_refused(refused: Refused, arguments: list[str], message: str) -> None:
    assert message in refused("explain", *arguments, *DATA)


def test_several_matches_are_offered(refused: Refused, tmp_path: Path) -> None:
    (tmp_path / "more.ttl").write_text(
        "<https://w3id.org/backspasm/concept/bending-over> "
        "a <http://www.w3.org/2004/02/skos/core#Concept> ; "
        "<http://www.w3.org/2004/02/skos/core#altLabel> 'digging'@en ."
    )
    said = refused("explain", "Digging", *DATA, "--data", tmp_path / "more.ttl")
    assert "stands for 2 things; name one of bs:bending-over, bs:digging" in said
