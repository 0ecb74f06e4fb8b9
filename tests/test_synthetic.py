"""The made-up data: it conforms, its defects are found, and it is the same every time."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pyoxigraph
import pytest

import backspasm
import synthetic
from backspasm.validation import Finding, validate

SH = "http://www.w3.org/ns/shacl#"
CLASSES = (
    "Claim", "Passage", "Document", "Mechanism", "Step", "Mapping", "QuantitativeFinding",
)  # fmt: skip


def triples(name: Path) -> set[pyoxigraph.Triple]:
    return {quad.triple for quad in pyoxigraph.parse(path=name)}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Made-up data as large as the shipped, in Turtle."""
    made = tmp_path_factory.mktemp("synthetic")
    synthetic.write_turtle(made, synthetic.damaged(1))
    return made


def test_conforms(folder: Path) -> None:
    assert validate([folder]).report.findings == ()


def test_each_class_has_about_the_shipped_number(folder: Path, shipped: backspasm.Dataset) -> None:
    made = backspasm.load(folder)
    for name in CLASSES:
        query = f"SELECT (COUNT(?x) AS ?n) {{ ?x a bsv:{name} }}"
        ((wanted,),), ((own,),) = shipped.rows(query), made.rows(query)
        assert int(own) == pytest.approx(int(wanted), rel=0.02), name


def test_each_rule_derives_something(tmp_path: Path, shipped: backspasm.Dataset) -> None:
    name = tmp_path / "made.nt"
    name.write_text("".join(synthetic.lines(4)), encoding="utf-8")
    query = "SELECT DISTINCT ?p { GRAPH bsg:derived { ?s ?p ?o } }"
    assert set(shipped.rows(query)) - set(backspasm.load(name).rows(query)) == set()


def test_turtle_says_the_same_as_ntriples(folder: Path) -> None:
    lines = "".join(synthetic.lines(1))
    same = set(pyoxigraph.parse(lines.encode(), pyoxigraph.RdfFormat.N_TRIPLES))
    found = [triple for name in folder.rglob("*.ttl") for triple in triples(name)]
    assert Counter(found) == Counter(quad.triple for quad in same)


def test_turtle_is_laid_out_like_the_shipped_files(folder: Path) -> None:
    for name in folder.rglob("*.ttl"):
        content = name.read_text(encoding="utf-8")
        longest = max(map(len, content.splitlines()))
        assert content.startswith("@prefix ")
        assert longest < 400


@pytest.mark.parametrize("size", [2_000, 5_000, 20_000, 50_000])
def test_size_is_about_what_was_asked_for(size: int) -> None:
    lines = list(synthetic.lines(synthetic.times_for(size)))
    assert len(lines) == pytest.approx(size, rel=0.03)
    assert len(set(lines)) == len(lines)


@pytest.mark.parametrize("times", [0.05, 0.17, 0.5])
def test_a_part_of_it_conforms_too(times: float, tmp_path: Path) -> None:
    name = tmp_path / "part.nt"
    name.write_text("".join(synthetic.lines(times)), encoding="utf-8")
    assert validate([name]).report.findings == ()


def test_defects_are_found_and_nothing_else(tmp_path: Path) -> None:
    times, number = 0.3, 23
    name = tmp_path / "defects.nt"
    name.write_text("".join(synthetic.lines(times, defects=number)), encoding="utf-8")
    planted = synthetic.planted(times, number)
    assert len({defect.focus for defect in planted}) == number

    def told(finding: Finding) -> synthetic.Defect:
        return synthetic.Defect(finding.focus, finding.shape, finding.component.removeprefix(SH))

    by_shapes = [finding for finding in validate([name]).report.findings if finding.shape]
    assert sorted(map(told, by_shapes)) == sorted(planted)


def test_too_many_defects_are_refused() -> None:
    with pytest.raises(ValueError, match="1000 defects are too many"):
        synthetic.planted(0.1, 1000)


def test_cycles_are_there_but_not_firm(folder: Path) -> None:
    made = backspasm.load(folder)
    cycle = "ASK { ?x PREDICATE+ ?x }"
    assert not bool(made.query(cycle.replace("PREDICATE", "(bsv:causes|bsv:contributesTo)")))
    assert bool(made.query(cycle.replace("PREDICATE", "bsv:mayCause")))


def test_paths_lead_from_the_start(folder: Path) -> None:
    assert backspasm.load(folder).explain(synthetic.START).found > 10


def test_same_bytes_whatever_the_hash_seed(tmp_path: Path) -> None:
    script = Path(synthetic.__file__)
    for seed in ("0", "1"):
        target = tmp_path / seed
        command = [sys.executable, str(script), "--triples", "3000", "--defects", "5", str(target)]
        subprocess.run(command, env={"PYTHONHASHSEED": seed}, check=True, capture_output=True)
    one, other = (
        {
            file.relative_to(tmp_path / seed): file.read_bytes()
            for file in (tmp_path / seed).rglob("*.ttl")
        }
        for seed in ("0", "1")
    )
    assert one == other
    assert len(one) > 5


def test_another_seed_gives_other_data() -> None:
    assert list(synthetic.lines(0.1, seed=1)) != list(synthetic.lines(0.1, seed=2))
