"""Node for the tests: the packages of `tests/node`, and no network."""

from __future__ import annotations

import fcntl
import functools
import os
import shutil
import subprocess
from pathlib import Path

import pytest

__all__ = ["FOLDER", "Node", "node_with_packages"]

FOLDER = Path(__file__).parent / "node"
OFFLINE = FOLDER / "offline.js"


class Node:
    """Runs scripts in Node, and npm, both cut off from every network.

    A script of `tests/node` is called by its name, `node("canonize.js", INPUT, OUTPUT)`, any
    other by its path. Data goes by files. Where the system allows it, the process has no
    network at all; everywhere, Node opens no socket.
    """

    def __call__(self, script: str | Path, *arguments: object) -> str:
        cut = _without_network()
        return _run(*cut, "node", "--require", OFFLINE, FOLDER / script, *arguments)

    def npm(self, folder: Path, *arguments: object) -> str:
        """Run npm in a folder."""
        return _run(*_without_network(), "npm", *arguments, folder=folder)

    def tsc(self, *arguments: object) -> str:
        """Run the TypeScript compiler; where it finds an error, so does the test."""
        return self("node_modules/typescript/lib/tsc.js", *arguments)

    def plain(self, *arguments: object) -> str:
        """Run Node as it is, with this machine's network."""
        return _run("node", *arguments)


def _run(*command: object, folder: Path | None = None) -> str:
    words = list(map(str, command))
    done = subprocess.run(words, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, f"{words}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@functools.cache
def _without_network() -> tuple[str, ...]:
    """What runs a command in a network namespace with nothing in it, where that is allowed."""
    for command in (("unshare", "--net"), ("unshare", "--map-root-user", "--net")):
        if shutil.which(command[0]):
            tried = subprocess.run([*command, "true"], capture_output=True, check=False)
            if tried.returncode == 0:
                return command
    return ()


def node_with_packages() -> Node:
    """Node with the packages of the lock file, installed where they are missing or old.

    Where there is no Node or the packages cannot be had, the test is skipped.
    """
    for program in ("node", "npm"):
        if shutil.which(program) is None:
            pytest.skip(f"{program} is not installed")
    lock, done = FOLDER / "package-lock.json", FOLDER / "node_modules" / ".package-lock.json"
    with lock.open() as held:
        fcntl.flock(held, fcntl.LOCK_EX)  # another run of the tests waits here
        if not done.exists() or done.stat().st_mtime < lock.stat().st_mtime:
            command = ["npm", "ci", "--ignore-scripts"]
            tried = subprocess.run(command, cwd=FOLDER, capture_output=True, text=True, check=False)
            if tried.returncode:
                pytest.skip(
                    f"npm cannot install what the tests need: {tried.stderr.strip()[-300:]}"
                )
            os.utime(done)
    return Node()
