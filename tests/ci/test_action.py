"""The GitHub Action, called as GitHub calls it: inputs from action.yml, files of a runner."""

from __future__ import annotations

import json
import os
import re
import runpy
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

import repositories
from conftest import SMALL, TESTS

ROOT = TESTS.parent
WORKFLOW = ROOT / ".github" / "workflows" / "validate.yml"
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
STEPS: list[dict[str, Any]] = ACTION["runs"]["steps"]
INPUT = re.compile(r"\$\{\{ inputs\.([a-z-]+) \}\}")
LINE = re.compile(r"::(error|warning|notice) [^:]*::.+|(?!\s*::)(?!.*##\[).+")
"""An annotation, or what is no command (old commands stand anywhere in a line)."""

GOOD = """\
@prefix ex: <http://example.com/> .
ex:rex a ex:Dog ; ex:name "Rex" .
"""
BAD = GOOD.replace("ex:name", "ex:called")
SHAPES = """\
@prefix ex: <http://example.com/> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
ex:DogShape a sh:NodeShape ;
    sh:targetClass ex:Dog ;
    sh:property [ sh:path ex:name ; sh:minCount 1 ] .
"""


class Job(NamedTuple):
    """How a step ended, and what it told GitHub."""

    status: int
    lines: list[str]
    outputs: dict[str, str]
    summary: str


class Runner:
    """A runner of GitHub with a repository as its workspace."""

    def __init__(self, folder: Path) -> None:
        self.workspace = folder / "work space"
        self.workspace.mkdir()
        self.action = folder / "the action"
        self.action.mkdir()
        (self.action / "scripts").symlink_to(ROOT / "scripts")
        (self.action / ".venv").symlink_to(sys.prefix)
        self.files = {name: folder / name for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}

    def write(self, name: str, content: str) -> None:
        path = self.workspace / name
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_text(content, encoding="utf-8")

    def __call__(self, **given: str) -> Job:
        """Run the last step, with inputs by their names (`_` for `-`)."""
        for path in self.files.values():
            if path.parent.is_dir():
                path.write_text("")
        inputs = {name: one.get("default", "") for name, one in ACTION["inputs"].items()}
        inputs |= {name.replace("_", "-"): value for name, value in given.items()}
        step = STEPS[-1]
        environment = {**os.environ, "GITHUB_ACTION_PATH": str(self.action)}
        for name, value in step["env"].items():
            environment[name] = INPUT.sub(lambda match: inputs[match[1]], value)
        for name, path in self.files.items():
            environment[name] = str(path)
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            cwd=self.workspace,
            env=environment,
            capture_output=True,
            check=False,
        )
        assert done.stderr == b""
        told = self.told("GITHUB_OUTPUT").splitlines()
        return Job(
            done.returncode,
            done.stdout.decode().splitlines(),
            dict(line.split("=", 1) for line in told),
            self.told("GITHUB_STEP_SUMMARY"),
        )

    def told(self, name: str) -> str:
        """What a file of the runner holds."""
        path = self.files[name]
        return path.read_text("utf-8") if path.is_file() else ""


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    made = Runner(tmp_path)
    made.write("shapes.ttl", SHAPES)
    return made


@pytest.mark.parametrize(
    ("path", "schema"),
    [(ROOT / "action.yml", "vendor.github-actions"), (WORKFLOW, "vendor.github-workflows")],
    ids=["action", "workflow"],
)
def test_official_schema(path: Path, schema: str) -> None:
    command = ["check_jsonschema", "--builtin-schema", schema, str(path)]
    done = subprocess.run(
        [sys.executable, "-m", *command], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


def test_auditor() -> None:
    """No input in a script, no tag that can be moved, no right too many."""
    zizmor = Path(sys.executable).with_name("zizmor")
    command = [str(zizmor), "--offline", "--quiet", "--persona=auditor", "--min-severity=medium"]
    done = subprocess.run(
        [*command, str(ROOT / "action.yml"), str(WORKFLOW)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_every_input_reaches_the_script_by_its_own_variable() -> None:
    used = {"python-version"}
    for name, value in STEPS[-1]["env"].items():
        match = INPUT.fullmatch(value)
        assert match
        assert name == "INPUT_" + match[1].upper().replace("-", "_")
        used.add(match[1])
    assert used == set(ACTION["inputs"])
    assert not [step for step in STEPS if "${{" in step.get("run", "")]
    script = (ROOT / "scripts" / "ci" / "validate.py").read_text("utf-8")
    assert set(re.findall(r"INPUT_[A-Z_]+\b", script)) - {"INPUT_"} == set(STEPS[-1]["env"])


def test_every_output_is_told(runner: Runner) -> None:
    runner.write("dogs.ttl", GOOD)
    told = runner(paths="dogs.ttl", shapes="shapes.ttl").outputs
    assert set(told) == set(ACTION["outputs"])
    for name, one in ACTION["outputs"].items():
        assert one["value"] == f"${{{{ steps.validate.outputs.{name} }}}}"


def test_the_environment_is_that_of_the_makefile(tmp_path: Path) -> None:
    (step,) = [step for step in STEPS if step.get("run", "").startswith("make")]
    action = tmp_path / "the action"
    action.symlink_to(ROOT)
    environment = {"GITHUB_ACTION_PATH": str(action), "PYTHON": sys.executable, "MAKEFLAGS": "nB"}
    done = subprocess.run(
        ["bash", "-c", step["run"]],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    assert f"{sys.executable} -m venv .venv" in done.stdout
    assert "--require-hashes --requirement requirements.txt" in done.stdout


def test_conforming_data(runner: Runner) -> None:
    runner.write("dogs.ttl", GOOD)
    job = runner(paths="dogs.ttl", shapes="shapes.ttl", sarif="")
    assert job.status == 0
    assert not [line for line in job.lines if line.startswith("::")]
    assert job.outputs == {"conforms": "true", "findings": "0", "unchecked": "0", "sarif": ""}
    assert job.summary
    assert {path.name for path in runner.workspace.iterdir()} == {"dogs.ttl", "shapes.ttl"}


@pytest.mark.parametrize("engine", ["pyshacl", "shifty"])
def test_findings(runner: Runner, engine: str) -> None:
    runner.write("dogs.ttl", BAD)
    job = runner(
        paths="dogs.ttl", shapes="shapes.ttl", engine=engine, output="json=a b.json\njunit=j.xml\n"
    )
    assert job.status == 1
    (line,) = [line for line in job.lines if line.startswith("::error ")]
    assert "file=dogs.ttl,line=2," in line
    assert all(LINE.fullmatch(line) for line in job.lines)
    report = json.loads((runner.workspace / "a b.json").read_text("utf-8"))
    sarif = json.loads((runner.workspace / job.outputs["sarif"]).read_text("utf-8"))
    assert job.outputs == {
        "conforms": "false",
        "findings": str(len(report["findings"])),
        "unchecked": "0",
        "sarif": "backspasm.sarif",
    }
    assert sarif["version"] == "2.1.0"
    assert len(sarif["runs"][0]["results"]) == len(report["findings"])
    assert "dogs.ttl" in job.summary
    assert (runner.workspace / "j.xml").read_text("utf-8").startswith("<?xml")


def test_what_cannot_be_checked_does_not_hide_the_findings(runner: Runner) -> None:
    runner.write("dogs.ttl", BAD)
    runner.write("half.ttl", "@prefix ex: <http://example.com/> .\nex:rex ex:name")
    job = runner(paths="dogs.ttl\nhalf.ttl\nnone.ttl", shapes="shapes.ttl")
    assert job.status == 2
    for name in ("dogs.ttl", "half.ttl", "none.ttl"):
        assert [line for line in job.lines if f"file={name}" in line]
    assert job.outputs["unchecked"] == "2"
    assert job.outputs["sarif"] == "backspasm.sarif"


@pytest.mark.parametrize("path", ["/dev/full", "/dev/null/x"])
@pytest.mark.parametrize("name", ["GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY"])
@pytest.mark.parametrize("given", [{}, {"fail_on": "nothing"}, {"with_shipped": "perhaps"}])
def test_what_cannot_be_told_is_no_finding(
    runner: Runner, name: str, path: str, given: dict[str, str]
) -> None:
    runner.write("dogs.ttl", GOOD)
    runner.files[name] = Path(path)
    job = runner(paths="dogs.ttl", shapes="shapes.ttl", **given)
    assert job.status == 2
    assert [line for line in job.lines if line.startswith("::error ")]
    assert all(LINE.fullmatch(line) for line in job.lines), job.lines


def test_a_report_that_is_half_written_is_no_finding(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    script = runpy.run_path(str(ROOT / "scripts" / "ci" / "validate.py"))

    def write_half(arguments: list[str]) -> int:
        (json_report,) = (one for one in arguments if one.startswith("--output=json="))
        Path(json_report.rpartition("=")[2]).write_text('{"findings": [')
        return 1

    monkeypatch.setitem(script["main"].__globals__, "_run", write_half)
    assert script["main"]({"INPUT_PATHS": "dogs.ttl"}) == 2
    assert capfdbinary.readouterr().out.startswith(b"::error title=backspasm::")


def test_a_report_that_was_not_written_has_no_name(runner: Runner) -> None:
    runner.write("dogs.ttl", GOOD)
    job = runner(paths="dogs.ttl", shapes="shapes.ttl", sarif="none/x.sarif")
    assert (job.status, job.outputs["sarif"], job.outputs["conforms"]) == (2, "", "false")


def test_one_name_in_each_line(runner: Runner) -> None:
    names = ["my data/rex's.ttl", "ex=1, a:b.ttl", "-v.ttl", "$HOME.ttl", 'a"b\\c.ttl', "hünd.ttl"]
    for name in names:
        runner.write(name, BAD)
    job = runner(paths="\r\n  ".join(["", *names, ""]), shapes="shapes.ttl", output="json=r.json")
    assert job.status == 1
    report = json.loads((runner.workspace / "r.json").read_text("utf-8"))
    assert report["files"] == names


def test_context_and_shipped_data(runner: Runner) -> None:
    runner.write("data/claims.ttl", (SMALL / "claims.ttl").read_text("utf-8"))
    for name in ("concepts", "documents", "mechanisms"):
        runner.write(f"rest/{name}.ttl", (SMALL / f"{name}.ttl").read_text("utf-8"))
    alone, helped, shipped = (
        runner(paths="data", **more, output="json=report.json")
        for more in ({}, {"context": "rest"}, {"with_shipped": "true"})
    )
    assert int(helped.outputs["findings"]) < int(alone.outputs["findings"])
    assert int(shipped.outputs["findings"]) < int(alone.outputs["findings"])


def test_thresholds_and_baselines(runner: Runner) -> None:
    runner.write("dogs.ttl", BAD)
    warning = SHAPES.replace("sh:minCount 1", "sh:minCount 1 ; sh:severity sh:Warning")
    runner.write("shapes.ttl", warning)
    given = {"paths": "dogs.ttl", "shapes": "shapes.ttl"}
    assert runner(**given).status == 0
    assert runner(**given, fail_on="warning", output="json=known.json").status == 1
    assert runner(**given, fail_on="warning", baseline="known.json").status == 0


def test_changed_files_alone(runner: Runner) -> None:
    runner.write("old.ttl", BAD)
    repositories.git(runner.workspace, "init", "--quiet", "--initial-branch=main")
    repositories.commit(runner.workspace, "v1")
    runner.write("new.ttl", BAD.replace("rex", "bello"))
    repositories.commit(runner.workspace)
    given = {"paths": "old.ttl\nnew.ttl", "shapes": "shapes.ttl"}
    every, changed = runner(**given), runner(**given, changed_since="v1")
    assert [line for line in every.lines if "file=old.ttl" in line]
    assert not [line for line in changed.lines if "file=old.ttl" in line]
    assert [line for line in changed.lines if "file=new.ttl" in line]
    assert changed.status == 1


HOSTILE = [
    *({"paths": name} for name in ("$(touch pwned)", "; touch pwned", "`touch pwned`", "--watch")),
    {"paths": "--output=json=pwned"},
    {"paths": "-o\npwned"},
    {"shapes": "--output=json=pwned"},
    {"context": "x' ; touch pwned ; '"},
    {"fail_on": "violation --output=json=pwned"},
    {"engine": "pyshacl\n--watch"},
    {"baseline": "$(touch pwned)"},
    {"changed_since": "--output=pwned"},
    {"changed_since": "HEAD; touch pwned"},
    {"with_shipped": "True, and more"},
    {"sarif": "x.sarif\nconforms=true"},
    {"sarif": "x.sarif\rconforms=true"},
    {"sarif": "none/x.sarif"},
    {"output": "pwned"},
    {"output": "./json=pwned"},
    {"output": "nonsense=pwned"},
    {"paths": ""},
    {"paths": " \n\t\r\n"},
]


@pytest.mark.parametrize("given", HOSTILE, ids=[str(one) for one in HOSTILE])
def test_hostile_inputs(runner: Runner, given: dict[str, str]) -> None:
    runner.write("dogs.ttl", GOOD)
    repositories.git(runner.workspace, "init", "--quiet", "--initial-branch=main")
    repositories.commit(runner.workspace)
    before = set(runner.workspace.iterdir())
    job = runner(**{"paths": "dogs.ttl", "shapes": "shapes.ttl", **given})
    assert job.status == 2, job
    assert job.outputs["conforms"] == "false"
    assert set(job.outputs) <= set(ACTION["outputs"])
    assert job.lines
    assert all(LINE.fullmatch(line) for line in job.lines), job.lines
    assert "Traceback" not in "".join(job.lines)
    made = {path.name for path in set(runner.workspace.iterdir()) - before}
    assert made <= {"backspasm.sarif"}


def test_hostile_repository(runner: Runner) -> None:
    """Neither its modules are imported, nor is what its data says a command."""
    for name in ("backspasm", "click", "json", "pyoxigraph", "sitecustomize"):
        runner.write(f"{name}.py", 'raise SystemExit("pwned")')
    runner.write("dogs.ttl", BAD + 'ex:x a ex:Dog ; ex:says "\\n::error::pwned\\r::set-env::" .')
    runner.write("x%0A::error::pwned.ttl", BAD.replace("rex", "bello"))
    job = runner(paths="dogs.ttl\nx%0A::error::pwned.ttl", shapes="shapes.ttl")
    assert job.status == 1
    assert all(LINE.fullmatch(line) for line in job.lines), job.lines
    assert [line for line in job.lines if line.startswith("::error file=dogs.ttl,line=2,")]
    assert not [line for line in job.lines if line.startswith(("::notice", "::error title"))]
    assert "::error::pwned" not in job.summary.splitlines()
