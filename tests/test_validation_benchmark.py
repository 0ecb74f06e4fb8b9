"""The comparison of validators: its table is made, and it sees what does not agree."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest

import validation_benchmark
from measuring import Cost, median, run
from validation_benchmark import Row, compare, findings_agree, growth, table
from validators import PYSHACL, Validator, validators, versions

COST = Cost(2.0, 3.0, 100_000_000, 0)


@pytest.mark.parametrize("one", validators(Path()), ids=lambda one: one.name)
def test_each_validator_finds_what_was_planted(one: Validator, tmp_path: Path) -> None:
    if one.missing:
        pytest.skip(one.missing)
    (found,) = [same for same in validators(tmp_path) if same.name == one.name]
    (row,) = compare([found], "1200", tmp_path, 1, 300, set())
    assert row.note == ""
    assert row.results == validation_benchmark.DEFECTS
    assert row.cost is not None
    assert row.cost.cpu > 0
    assert row.cost.peak > 1_000_000


def test_what_is_cut_off_is_not_run_again(tmp_path: Path) -> None:
    sleep = [sys.executable, "-c", "import time; time.sleep(60)"]
    slow, cut = Validator("slow", lambda _: sleep), set[str]()
    (tmp_path / "1").mkdir()
    (first,) = compare([slow], "1200", tmp_path / "1", 2, 0.2, cut)
    (tmp_path / "2").mkdir()
    (second,) = compare([slow], "1200", tmp_path / "2", 2, 0.2, cut)
    assert (first.cost, first.note) == (None, "> 0.2 s")
    assert (second.cost, second.note) == (None, "cut off before")


def test_a_failure_is_told(tmp_path: Path) -> None:
    broken = Validator("broken", lambda _: [sys.executable, "-c", "raise SystemExit('no wonder')"])
    (row,) = compare([broken._replace(ok=(0,))], "1200", tmp_path, 1, 60, set())
    assert row.note == "failed (1): no wonder"


def test_the_limit_ends_what_a_process_started(tmp_path: Path) -> None:
    mark = tmp_path / "mark"
    inner = f"import time; time.sleep(1); open({str(mark)!r}, 'w')"
    outer = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {inner!r}])"
    cost = run([sys.executable, "-c", outer], tmp_path / "out", 0.5)
    assert cost.status is None
    time.sleep(1.2)
    assert not mark.exists()


def test_status_and_both_outputs_are_kept(tmp_path: Path) -> None:
    code = "import sys; print('out'); print('err', file=sys.stderr); sys.exit(3)"
    assert run([sys.executable, "-c", code], tmp_path / "of.out", 60).status == 3
    assert (tmp_path / "of.out").read_text() == "out\n"
    assert (tmp_path / "of.err").read_text() == "err\n"


def test_median() -> None:
    costs = [Cost(cpu, cpu, int(cpu), 0) for cpu in (5.0, 1.0, 2.0)]
    assert median(costs) == Cost(2.0, 2.0, 2, 0)


ROWS = [
    Row("2000", PYSHACL, COST, 10),
    Row("2000", "other", COST._replace(cpu=0.5), 10),
    Row("20000", PYSHACL, COST._replace(cpu=21.0, peak=1_000_000_000), 10),
    Row("20000", "other", None, None, "> 5 s"),
]


def test_table() -> None:
    assert table(ROWS)[2:] == [
        "| 2000 | pyshacl | 2.00 | 3.00 | 100 | 1.000 | 1.00 | 10 |",
        "| 2000 | other | 0.50 | 3.00 | 100 | 0.250 | 1.00 | 10 |",
        "| 20000 | pyshacl | 21.00 | 3.00 | 1000 | 1.000 | 1.00 | 10 |",
        "| 20000 | other | > 5 s |  |  |  |  |  |",
    ]


def test_growth() -> None:
    assert growth(ROWS)[2:] == ["| pyshacl | 2000 | 20000 | 10.5 | 10.0 |"]


def test_agreement() -> None:
    assert findings_agree(ROWS) == [
        "2000: 10 results, all 2 agree",
        "20000: 10 results, all 1 agree",
    ]
    wrong = [*ROWS, Row("2000", "blind", COST, 9)]
    assert findings_agree(wrong)[0] == "2000: 10 results, MISMATCH, blind has 9"


def test_versions_name_the_validators() -> None:
    said = " ".join(versions())
    assert "pyshacl" in said
    assert "pyshifty" in said


def test_the_whole_table_is_printed(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    only = ["--only", "backspasm, derives", "--sizes", "1200", "--runs", "1"]
    monkeypatch.setattr(sys, "argv", ["validation_benchmark.py", *only])
    assert validation_benchmark.main() == 0
    said = capsys.readouterr().out
    assert "| shipped | backspasm, derives |" in said
    assert "| 1200 | backspasm, derives |" in said
    assert "- 1200: 10 results, all 1 agree" in said
