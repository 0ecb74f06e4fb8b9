"""The tables, the network and RDF 1.2 are the same bytes wherever they are written."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

import backspasm
from backspasm.exchange import csv_tables, graphml, parquet, rdf12
from conftest import SMALL

VIEWS = (csv_tables, parquet, graphml, rdf12)

CODE = """
import hashlib, importlib, sys
from backspasm import load
graph = load(*sys.argv[1:])
for name in ("csv_tables", "parquet", "graphml", "rdf12"):
    for file in importlib.import_module(f"backspasm.exchange.{name}").files(graph):
        print(file.path, file.media_type, hashlib.sha256(file.content).hexdigest())
"""


@pytest.mark.parametrize("seed", [1, 2])
def test_same_bytes(small: backspasm.Dataset, tmp_path: Path, seed: int) -> None:
    here = [
        f"{file.path} {file.media_type} {hashlib.sha256(file.content).hexdigest()}"
        for view in VIEWS
        for file in view.files(small)
    ]
    paths = sorted(map(str, SMALL.iterdir()), reverse=seed == 2)
    zone, tongue = (("Pacific/Chatham", "C"), ("America/St_Johns", "tr_TR.UTF-8"))[seed - 1]
    there = subprocess.run(
        [sys.executable, "-c", CODE, *paths],
        cwd=tmp_path,
        env={**os.environ, "PYTHONHASHSEED": str(seed), "TZ": zone, "LC_ALL": tongue},
        capture_output=True,
        text=True,
        check=True,
    )
    assert there.stdout.splitlines() == here
    assert len(here) == 12 + 11 + 1 + 1
