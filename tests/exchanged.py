"""What the tests of the views share: other worlds' tools, pages and repeated runs."""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

from backspasm.distribution import Distribution
from conftest import TESTS

PAGES = TESTS.parent / "ontology" / "views"

WITHOUT_NETWORK = """
import runpy, socket, sys
def refuse(*_, **__):
    raise OSError("a tool asked for the network")
socket.socket.connect = socket.getaddrinfo = refuse
sys.argv = sys.argv[1:]
runpy.run_path(sys.argv[0], run_name="__main__")
"""

WRITTEN = """
import hashlib, importlib, sys, backspasm
module = importlib.import_module("backspasm.exchange." + sys.argv[1])
for path, media_type, content in module.files(backspasm.load(*sys.argv[2:])):
    print(path, media_type, hashlib.sha256(content).hexdigest())
"""

EXAMPLE = re.compile(r"```python\n(.*?)```\n\n```text\n(.*?)```", re.DOTALL)
COUNT = re.compile(r"^\| ([^|]+) \| (\d+) of (\d+) \|", re.MULTILINE)


def put(distributions: list[Distribution], folder: Path) -> list[Path]:
    """The files of a view, written to a folder."""
    for one in distributions:
        path = folder / one.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(one.content)
    return [folder / one.path for one in distributions]


def ask_tool(python: Path, script: str, *paths: Path | str) -> Any:
    """What a script of tests/tools prints as JSON, run where its tool is and without network."""
    ran = subprocess.run(
        [python, "-c", WITHOUT_NETWORK, TESTS / "tools" / script, *paths],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout.splitlines()[-1])


def digests(module: str, seed: str, *paths: Path) -> list[str]:
    """Path, media type and digest of each file of a view, made by another process."""
    ran = subprocess.run(
        [sys.executable, "-c", WRITTEN, module, *paths],
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )
    return ran.stdout.splitlines()


def assert_repeatable(module: str, distributions: list[Distribution], *paths: Path) -> None:
    """Two processes with other hash seeds write the very bytes that this one did."""
    own = [f"{p} {kind} {hashlib.sha256(c).hexdigest()}" for p, kind, c in distributions]
    assert own
    assert digests(module, "1", *paths) == digests(module, "4242", *paths) == own


def counts(page: str) -> dict[str, tuple[int, int]]:
    """The table of a page: what is told, and of how many."""
    text = (PAGES / page).read_text(encoding="utf-8")
    return {name: (int(told), int(all_)) for name, told, all_ in COUNT.findall(text)}


def assert_example_runs(page: str, folder: Path, python: Path | str = sys.executable) -> None:
    """Each example of a page, run where the files of its view are, prints what the page says."""
    examples = EXAMPLE.findall((PAGES / page).read_text(encoding="utf-8"))
    assert examples
    for source, printed in examples:
        ran = subprocess.run(
            [python, "-c", source], cwd=folder, capture_output=True, text=True, check=False
        )
        assert (ran.stdout, ran.returncode) == (printed, 0), ran.stderr
