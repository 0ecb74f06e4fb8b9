"""Checking again when a file changes."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from queue import Queue

import pytest

from backspasm.errors import UseError
from backspasm.validation.watching import changes

Seen = tuple[Queue[None], Path]
SOON = 20
"""Seconds after which a change should long have been seen."""


@pytest.fixture
def seen(tmp_path: Path) -> Iterator[Seen]:
    """What the watch of a folder tells, from a thread."""
    folder = tmp_path / "data"
    folder.mkdir()
    told: Queue[None] = Queue()
    stop = threading.Event()

    def listen() -> None:
        for _ in changes([folder], stop=stop):
            told.put(None)

    thread = threading.Thread(target=listen, daemon=True)
    thread.start()
    told.get(timeout=SOON)
    yield told, folder
    stop.set()
    thread.join(timeout=SOON)
    assert not thread.is_alive()


def _until_told(told: Queue[None], path: Path) -> None:
    """Write until it is seen: the watch may begin a moment later than it says."""
    for number in range(SOON * 4):
        path.write_text(f"# {number}\n")
        time.sleep(0.25)
        if not told.empty():
            return
    pytest.fail("the change was not seen")


def test_a_change_is_told(seen: Seen) -> None:
    told, folder = seen
    _until_told(told, folder / "a.ttl")


def test_other_files_are_not_told(seen: Seen) -> None:
    told, folder = seen
    _until_told(told, folder / "a.ttl")
    time.sleep(0.5)
    while not told.empty():
        told.get()
    (folder / "a.txt").write_text("x")
    (folder / "a.ttl~").write_text("x")
    time.sleep(1)
    assert told.empty()


def test_without_watchfiles(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    with pytest.raises(UseError) as caught:
        next(changes([]))
    assert "backspasm[watch]" in caught.value.remedy


def test_the_command_checks_again(tmp_path: Path) -> None:
    file = tmp_path / "a.ttl"
    file.write_text("nonsense")
    command = [sys.executable, "-m", "backspasm", "validate", "--watch", str(file)]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        try:
            lines: Queue[str] = Queue()
            assert process.stdout
            reader = threading.Thread(
                target=lambda out: [*map(lines.put, out)], args=[process.stdout]
            )
            reader.start()
            _until(lines, "Could not be checked")
            for _ in range(SOON * 2):
                file.write_text("@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n")
                time.sleep(0.5)
                if any("holds no triple" in line for line in _now(lines)):
                    return
            pytest.fail("it did not check again")
        finally:
            process.kill()


def _until(lines: Queue[str], text: str) -> None:
    while text not in lines.get(timeout=SOON * 3):
        pass


def _now(lines: Queue[str]) -> Iterator[str]:
    while not lines.empty():
        yield lines.get()
