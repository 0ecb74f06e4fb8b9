"""The README is true: its commands print what it says, and its code runs.

Run this file as a program to write the outputs anew.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
BLOCK = re.compile(r"```(console|python)\n(.*?)```(?:\n\n```text\n(.*?)```)?", re.DOTALL)
NOT_RUN = "make test"
"""A command that would run this test again."""


def blocks() -> list[tuple[str, str, str]]:
    """The kind, the input and the printed output of each block of code."""
    found = []
    for kind, content, printed in BLOCK.findall(README.read_text(encoding="utf-8")):
        if kind == "console":
            command, _, output = content.partition("\n")
            found.append((kind, command.removeprefix("$ "), output))
        else:
            found.append((kind, content, printed))
    return found


def demo() -> str:
    """What `make demo` runs once its environment is ready."""
    recipe = (ROOT / "Makefile").read_text(encoding="utf-8").split("\ndemo:")[1].split("\n\n")[0]
    steps = [line.strip().removeprefix("@") for line in recipe.splitlines()[1:]]
    return " && ".join(step.replace("$(RUN)/bin/", "") for step in steps)


def output(kind: str, source: str, folder: Path) -> str:
    command = (
        [sys.executable, "-c", source]
        if kind == "python"
        else ["/bin/sh", "-c", demo() if source == "make demo" else source]
    )
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    ran = subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, "PATH": path, "COLUMNS": "80"},
        capture_output=True,
        text=True,
        check=True,
    )
    return ran.stdout


def prepared(folder: Path) -> Path:
    """A folder in which the examples are, as in a checkout."""
    (folder / "scripts").symlink_to(ROOT / "scripts")
    return folder


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return prepared(tmp_path_factory.mktemp("reader"))


RUN = [block for block in blocks() if block[1] != NOT_RUN]


@pytest.mark.parametrize(("kind", "source", "printed"), RUN, ids=[block[1][:40] for block in RUN])
def test_block(kind: str, source: str, printed: str, folder: Path) -> None:
    assert output(kind, source, folder) == printed


def test_links() -> None:
    targets = re.findall(r"\]\(([^)#]+)\)", README.read_text(encoding="utf-8"))
    for target in targets:
        assert target.startswith("https://") or (ROOT / target).exists()


def test_picture(folder: Path) -> None:
    (command,) = [source for _, source, _ in RUN if source.startswith("backspasm draw")]
    output("console", command, folder)
    (name,) = re.findall(r"!\[[^]]+\]\(([^)]+)\)", README.read_text(encoding="utf-8"))
    assert (ROOT / name).read_bytes() == (folder / Path(name).name).read_bytes()


def _renewed(match: re.Match[str], folder: Path) -> str:
    kind, content, _ = match.groups()
    if kind == "python":
        return f"```python\n{content}```\n\n```text\n{output(kind, content, folder)}```"
    command = content.partition("\n")[0].removeprefix("$ ")
    if command == NOT_RUN:
        return match.group()
    return f"```console\n$ {command}\n{output(kind, command, folder)}```"


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as scratch:
        text = README.read_text(encoding="utf-8")
        prepared(Path(scratch))
        README.write_text(BLOCK.sub(lambda m: _renewed(m, Path(scratch)), text), encoding="utf-8")
        for picture in Path(scratch).glob("*.svg"):
            (ROOT / "scripts" / "examples" / picture.name).write_bytes(picture.read_bytes())
