"""`backspasm validate` as a program: its options, its outputs and how it ends."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import rdflib
from rdflib.namespace import RDF, SH

from backspasm.commands.validate import ENGINES, FORMATS
from backspasm.validation import engines, formats
from conftest import SMALL, Outcome
from repositories import edit

Run = Callable[..., Outcome]

RULES = (
    "bsh:claim-polarity/minCount",
    "bsh:finding-basis/minCount",
    "bsh:mapping-iri/pattern",
    "bsh:mapping-name/sparql",
    "bsh:mapping-object-source/minCount",
    "bsh:mapping-object-version/minCount",
)
"""What the folder breaks: the first on purpose, the others as the small data is small."""


@pytest.fixture
def broken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a claim that says nothing of its polarity, as the current one."""
    shutil.copytree(SMALL, tmp_path / "data")
    edit(tmp_path / "data" / "claims.ttl", "    bsv:polarity bsv:Denied ;\n", "")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_words_are_those_of_the_library() -> None:
    assert engines.ENGINES == ENGINES
    assert (*formats.FORMATS, "turtle", "ntriples") == FORMATS


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("jobs", [1, 2])
def test_engines_and_jobs_say_the_same(run: Run, broken: Path, engine: str, jobs: int) -> None:
    outcome = run("validate", "data", "--engine", engine, "--jobs", jobs, "--format", "json")
    assert outcome.status == 1
    told = {finding["rule"]: finding for finding in json.loads(outcome.out)["findings"]}
    assert sorted(told) == sorted(RULES)
    finding = told["bsh:claim-polarity/minCount"]
    assert finding["place"]["file"] == "data/claims.ttl"
    text = (broken / "data" / "claims.ttl").read_text().splitlines()
    assert text[finding["place"]["line"] - 1].startswith("bsc:garden-5 ")


def test_several_outputs_beside_what_is_printed(run: Run, broken: Path) -> None:
    outputs = [f"--output={form}={form}.out" for form in FORMATS]
    outcome = run("validate", "data", *outputs)
    assert outcome.status == 1
    assert "bsh:claim-polarity/minCount" in outcome.out
    for form in FORMATS:
        assert "garden-5" in (broken / f"{form}.out").read_text(), form
    assert (broken / "text.out").read_text() == outcome.out


def test_one_output_in_place_of_what_is_printed(run: Run, broken: Path) -> None:
    outcome = run("validate", "data", "--format", "json", "--output", "a=b/report.json")
    assert outcome.status == 2
    outcome = run("validate", "data", "--format", "json", "--output", "report.json")
    assert (outcome.status, outcome.out) == (1, "")
    assert json.loads((broken / "report.json").read_text())["findings"]


def test_an_output_that_fails_does_not_keep_back_the_others(run: Run, broken: Path) -> None:
    outcome = run("validate", "data", "-o", "json=none/x", "-o", "sarif=x.sarif")
    assert outcome.status == 2
    assert "none/x" in outcome.err
    assert json.loads((broken / "x.sarif").read_text())["runs"]
    outcome = run("validate", "data", "-o", "none/x")
    assert outcome.status == 2
    assert "bsh:claim-polarity" in outcome.out


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["data", "-o", "json=x", "-o", "sarif=./x"], "two reports go to one place"),
        (["data", "-o", "json=-", "-o", "sarif=-"], "two reports go to one place"),
        (["data", "-o", "json="], "names no file"),
        (["--shapes", "data"], "no data is named"),
        (["--with-shipped"], "no data is named"),
        (["data", "--changed-since", "data"], "not a git repository"),
    ],
)
@pytest.mark.usefixtures("broken")
def test_wrong_use(
    refused: Callable[..., str], monkeypatch: pytest.MonkeyPatch, arguments: list[str], problem: str
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(Path.cwd().parent))
    assert problem in refused("validate", *arguments)


@pytest.mark.usefixtures("broken")
def test_one_report_on_standard_output(run: Run) -> None:
    assert json.loads(run("validate", "data", "--output", "json=-").out)["findings"]


@pytest.mark.parametrize(("form", "name"), [("turtle", "turtle"), ("ntriples", "nt")])
def test_report_of_the_w3c(run: Run, broken: Path, form: str, name: str) -> None:
    edit(broken / "data" / "concepts.ttl", "skos:prefLabel", "skos:prefLable")
    outcome = run("validate", "data", "--format", form)
    graph = rdflib.Graph().parse(data=outcome.out, format=name)
    (report,) = graph.subjects(RDF.type, SH.ValidationReport)
    assert graph.value(report, SH.conforms) == rdflib.Literal(False)
    shapes = set(graph.objects(None, SH.sourceShape))
    assert rdflib.URIRef("https://w3id.org/backspasm/shapes/claim-polarity") in shapes
    assert "undeclared-term" not in outcome.out


LOCKED = {
    "a folder below": (["data"], "data/locked", "rex"),
    "a folder of shapes": (["good.ttl", "--shapes", "data"], "data/locked", ""),
    "the folder": (["data/locked", "data/good.ttl"], "data/locked", "rex"),
    "a file": (["data/locked/a.ttl", "data/good.ttl"], "data/locked/a.ttl", "rex"),
}
"""Arguments, the place that is told, and what is told besides."""


@pytest.mark.parametrize("case", LOCKED.values(), ids=LOCKED)
def test_what_cannot_be_entered_is_told(tmp_path: Path, case: tuple[list[str], str, str]) -> None:
    arguments, place, besides = case
    locked = tmp_path / "data" / "locked"
    locked.mkdir(parents=True)
    for path in (locked / "a.ttl", tmp_path / "data" / "good.ttl", tmp_path / "good.ttl"):
        path.write_text("<http://example.org/rex> a <https://w3id.org/backspasm/vocab/Dog> .")
    locked.chmod(0)
    command = [sys.executable, "-m", "backspasm", "validate", *arguments]
    done = subprocess.run(
        [*unprivileged(), *command], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    locked.chmod(0o700)
    assert (done.returncode, done.stderr) == (2, "")
    told = done.stdout.partition("Could not be checked")[2]
    assert f"  {place}\n    cannot be read: Permission denied" in told
    assert besides in done.stdout


def unprivileged() -> list[str]:
    """What runs a command so that permissions hold for it."""
    if os.geteuid():
        return []
    setpriv = shutil.which("setpriv")
    if setpriv is None:
        pytest.skip("the user may read everything, and there is no setpriv")
    rights = "-dac_override,-dac_read_search"
    return [setpriv, f"--bounding-set={rights}", f"--inh-caps={rights}"]


def test_a_name_that_is_not_utf8(run: Run, broken: Path) -> None:
    name = os.fsdecode(b"data/\xff.ttl")
    shutil.copy(broken / "data" / "claims.ttl", name)
    for form in FORMATS:
        outcome = run("validate", name, "data/concepts.ttl", "--format", form, "-o", "x.out")
        assert (outcome.status, outcome.err) == (1, "")
        assert "garden-5" in Path("x.out").read_text(), form


@pytest.mark.parametrize(("form", "name"), [("turtle", "turtle"), ("ntriples", "nt")])
def test_what_could_not_be_checked_does_not_conform(
    run: Run, tmp_path: Path, form: str, name: str
) -> None:
    (tmp_path / "broken.ttl").write_text("<a> <b> .")
    outcome = run("validate", tmp_path / "broken.ttl", "--format", form)
    graph = rdflib.Graph().parse(data=outcome.out, format=name)
    assert outcome.status == 2
    assert list(graph.objects(None, SH.conforms)) == [rdflib.Literal(False)]


def test_a_mistake_of_ours_does_not_look_like_a_finding(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise KeyError("unforeseen")

    monkeypatch.setattr("backspasm.validation.validator.read_material", fail)
    outcome = run("validate")
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err.count("\n") == 1
    assert "KeyError: 'unforeseen'" in outcome.err
    monkeypatch.setenv("BACKSPASM_TRACEBACK", "1")
    assert "Traceback" in run("validate").err
