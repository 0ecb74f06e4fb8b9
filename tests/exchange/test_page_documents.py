"""The page on the documents is true: its code runs and prints what it says.

Run this file as a program to write the outputs anew.
"""

from __future__ import annotations

import contextlib
import io
import re
import tempfile
from pathlib import Path

import pytest

import backspasm
from backspasm.exchange import json_documents, json_schemas, npm_package
from backspasm.frames import KINDS
from nodejs import FOLDER, Node, node_with_packages

PAGE = Path(__file__).parents[2] / "ontology" / "documents.md"
BLOCK = re.compile(r"```(python|js)\n(.*?)```\n\n```text\n(.*?)```", re.DOTALL)
BLOCKS: list[tuple[str, str, str]] = BLOCK.findall(PAGE.read_text(encoding="utf-8"))


def write(graph: backspasm.Graph, folder: Path) -> None:
    """A release with the documents, in an app that has them as a package, and jsonld.js."""
    for maker in (json_documents, json_schemas, npm_package):
        for path, _, content in maker.files(graph):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(content)
    (folder / "node_modules").mkdir()
    (folder / "node_modules" / "backspasm").symlink_to(folder / "json")
    (folder / "node_modules" / "jsonld").symlink_to(FOLDER / "node_modules" / "jsonld")


def output(language: str, source: str, folder: Path, node: Node) -> str:
    """What a block prints, run in the folder."""
    if language == "js":
        (folder / "block.cjs").write_text(source)
        return node(folder / "block.cjs")
    printed = io.StringIO()
    with contextlib.chdir(folder), contextlib.redirect_stdout(printed):
        exec(compile(source, "page", "exec"), {})  # noqa: S102 (the page is ours)
    return printed.getvalue()


@pytest.fixture(scope="module")
def folder(shipped: backspasm.Dataset, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("release")
    write(shipped, made)
    return made


@pytest.mark.parametrize(("language", "source", "printed"), BLOCKS)
def test_code_prints_what_the_page_says(
    language: str, source: str, printed: str, folder: Path, node: Node
) -> None:
    assert output(language, source, folder, node) == printed


def test_each_block_is_run() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert len(BLOCKS) * 4 == text.count("```") == 16


def test_each_part_is_named(folder: Path) -> None:
    named = re.findall(r"`json/([^`]*)`", PAGE.read_text(encoding="utf-8"))
    for name in named:
        assert list((folder / "json").glob(name.replace("NAME", "*") or "*")), name
    tops = {name.split("/")[0] for name in named} - {""}
    found = {path.name for path in (folder / "json").iterdir()}
    assert found - tops == {"package.json", "README.md", "LICENSE"}
    assert set(KINDS) <= tops


def _renew() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder, node = Path(name), node_with_packages()
        write(backspasm.load(), folder)
        text = PAGE.read_text(encoding="utf-8")
        PAGE.write_text(BLOCK.sub(lambda m: _renewed(m, folder, node), text), encoding="utf-8")


def _renewed(match: re.Match[str], folder: Path, node: Node) -> str:
    language, source, _ = match.groups()
    printed = output(language, source, folder, node)
    return f"```{language}\n{source}```\n\n```text\n{printed}```"


if __name__ == "__main__":
    _renew()
