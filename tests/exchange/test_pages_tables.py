"""The pages of the views are true: their code runs and prints what they say.

Run this file as a program to write the outputs anew.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import tempfile
from pathlib import Path

import duckdb
import pytest

import backspasm
from backspasm.exchange import csv_tables, graphml, parquet, rdf12
from backspasm.tables import table

VIEWS = Path(__file__).parents[2] / "ontology" / "views"
PAGES = {"csv": csv_tables, "parquet": parquet, "graphml": graphml, "rdf12": rdf12}
BLOCK = re.compile(r"```(python|sql)\n(.*?)```\n\n```text\n(.*?)```", re.DOTALL)


def write(graph: backspasm.Graph, folder: Path) -> None:
    for view in PAGES.values():
        for path, _, content in view.files(graph):
            (folder / path).parent.mkdir(exist_ok=True)
            (folder / path).write_bytes(content)


def output(kind: str, source: str, folder: Path) -> str:
    """What a block prints, run in the folder with the files."""
    with contextlib.chdir(folder):
        if kind == "sql":
            asked = duckdb.sql(source)
            assert asked is not None
            rows = [["" if cell is None else str(cell) for cell in row] for row in asked.fetchall()]
            return table(asked.columns, rows, 100)
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile(source, "page", "exec"), {})  # noqa: S102 (the page is ours)
        return printed.getvalue()


@pytest.fixture(scope="module")
def folder(shipped: backspasm.Dataset, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("release")
    write(shipped, made)
    return made


@pytest.mark.parametrize("name", PAGES)
def test_code_prints_what_the_page_says(name: str, folder: Path) -> None:
    blocks = BLOCK.findall((VIEWS / f"{name}.md").read_text(encoding="utf-8"))
    assert blocks
    for kind, source, printed in blocks:
        assert output(kind, source, folder) == printed


@pytest.mark.parametrize("name", PAGES)
def test_links(name: str) -> None:
    page = (VIEWS / f"{name}.md").read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#]+)[^)]*\)", page):
        assert target.startswith("https://") or (VIEWS / target).exists()


def _renew() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(backspasm.load(), folder)
        for page in PAGES:
            path = VIEWS / f"{page}.md"
            text = path.read_text(encoding="utf-8")
            path.write_text(BLOCK.sub(lambda m: _renewed(m, folder), text), encoding="utf-8")


def _renewed(match: re.Match[str], folder: Path) -> str:
    kind, source, _ = match.groups()
    return f"```{kind}\n{source}```\n\n```text\n{output(kind, source, folder)}```"


if __name__ == "__main__":
    os.environ["COLUMNS"] = "80"
    _renew()
