"""Reports are the same bytes wherever they are written."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from backspasm.validation.formats import FORMATS, writer
from reported import REPORTS

TESTS = Path(__file__).parents[2]

CODE = """
import hashlib
from backspasm.validation.formats import FORMATS, writer
from reported import REPORTS
for name in FORMATS:
    for report in REPORTS.values():
        print(name, hashlib.sha256(writer(name)(report).encode()).hexdigest())
"""


@pytest.mark.parametrize("seed", [1, 2])
def test_same_bytes(tmp_path: Path, seed: int) -> None:
    here = [
        f"{name} {hashlib.sha256(writer(name)(report).encode()).hexdigest()}"
        for name in FORMATS
        for report in REPORTS.values()
    ]
    zone, tongue = (("Pacific/Chatham", "C"), ("America/St_Johns", "tr_TR.UTF-8"))[seed - 1]
    there = subprocess.run(
        [sys.executable, "-c", CODE],
        cwd=tmp_path,
        env={
            **os.environ,
            "PYTHONPATH": str(TESTS),
            "PYTHONHASHSEED": str(seed),
            "TZ": zone,
            "LC_ALL": tongue,
            "COLUMNS": str(40 * seed),
        },
        capture_output=True,
        text=True,
        check=True,
    )
    assert there.stdout.splitlines() == here
    assert len(here) == len(FORMATS) * len(REPORTS) == 6 * 8


def test_no_format_is_imported_before_it_is_asked_for() -> None:
    code = "import sys, backspasm.validation.formats as f; print([n for n in sys.modules if n.startswith(f.__name__ + '.')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
