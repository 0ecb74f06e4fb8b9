from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import SMALL, Outcome

Run = Callable[..., Outcome]
Refused = Callable[..., str]

DATA = ("--data", SMALL)


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("a.svg", b"<svg "),
        ("a.png", b"\x89PNG"),
        ("a.html", b"<!DOCTYPE html>"),
        ("a.mmd", b"---\ntitle:"),
        ("a.dot", b"digraph {"),
        ("a.graphml", b"<?xml "),
    ],
)
def test_the_name_of_the_file_says_the_format(
    run: Run, tmp_path: Path, name: str, start: bytes
) -> None:
    assert run("draw", "-o", tmp_path / name, *DATA) == (0, "", "")
    assert (tmp_path / name).read_bytes().startswith(start)


def test_standard_output_is_svg(run: Run) -> None:
    outcome = run("draw", "stooping", *DATA)
    assert (outcome.status, outcome.err) == (0, "")
    assert "Causes and effects of stooping" in outcome.out


def test_what_is_drawn(run: Run) -> None:
    def title(*arguments: str) -> str:
        return run("draw", *arguments, "--format", "mermaid", *DATA).out.splitlines()[1]

    assert title() == 'title: "What causes what"'
    assert title("stooping") == 'title: "Causes and effects of stooping"'
    assert title("stooping", "back spasm") == 'title: "From stooping to back muscle spasm"'
    assert title("stooping-to-spasm") == 'title: "From stooping to spasm, by a strained disc"'


def test_depth(run: Run) -> None:
    near = run("draw", "stooping", "--format", "mermaid", *DATA).out
    far = run("draw", "stooping", "--format", "mermaid", "--depth", "2", *DATA).out
    assert "back muscle spasm" not in near
    assert "back muscle spasm" in far


def test_no_path_is_status_1(run: Run) -> None:
    outcome = run("draw", "reading", "back spasm", "--format", "dot", *DATA)
    assert outcome.status == 1
    assert outcome.err.startswith("No path.\nNearest:\n- denied: reading causes back muscle spasm")


def test_a_picture_of_some_paths_says_so(run: Run) -> None:
    outcome = run("draw", "poor posture", "back spasm", "--limit", "2")
    assert (outcome.status, outcome.err) == (0, "2 of 13 paths.\n")
    assert "2 of 13 paths. What texts claim" in outcome.out


def test_concepts_can_be_left_out(run: Run) -> None:
    whole = run("draw", "--format", "mermaid", "--without", "digging", *DATA).out
    assert "digging" not in whole
    assert "stooping" in whole


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["diging"], "diging: no concept has this name; did you mean digging"),
        (["-o", "a.jpg"], "a.jpg: no format has this ending; add --format, or use a name"),
        (["--depth", "0"], "invalid value for '--depth'"),
        (["--format", "gif"], "--format: unknown word gif"),
        (["digging", "--through", "stooping"], "--through: has no meaning without EFFECT"),
        (["--limit", "3"], "--limit: has no meaning without EFFECT"),
        (["--depth", "2"], "--depth: has no meaning without TERM"),
        (["digging", "back spasm", "--depth", "2"], "--depth: has no meaning beside EFFECT"),
        (["stooping-to-spasm", "--strict"], "--strict: has no meaning for a mechanism"),
        (["digging", "--without", "stoping"], "stoping: no concept has this name"),
    ],
)
def test_refused(refused: Refused, arguments: list[str], message: str) -> None:
    assert message in refused("draw", *arguments, *DATA)


def test_png_is_not_written_to_a_terminal() -> None:
    pty = pytest.importorskip("pty", reason="the system has no pseudo-terminals")
    ours, theirs = pty.openpty()
    done = subprocess.run(
        [sys.executable, "-m", "backspasm", "draw", "--format", "png", *map(str, DATA)],
        stdout=theirs,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(theirs)
    os.close(ours)
    assert done.returncode == 2
    assert b"--format png: a picture is no text; add --output FILE" in done.stderr


@pytest.mark.parametrize("form", ["svg", "mermaid", "dot", "graphml"])
def test_only_pictures_with_a_layout_import_a_heavy_module(form: str) -> None:
    code = (
        "import sys; from backspasm.cli import main; "
        f"main(['draw', '--format', {form!r}, '--data', {str(SMALL)!r}, '-o', '/dev/null']); "
        "print([m for m in ('rdflib', 'networkx', 'pygraphviz', 'resvg_py') if m in sys.modules])"
    )
    for expected in (("pygraphviz",), ()) if form == "svg" else ((),):
        done = subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "BACKSPASM_CACHE": os.environ["BACKSPASM_CACHE"] + form},
        )
        assert done.stdout == f"{list(expected)}\n"
