"""The guide to validation in CI is true: its files fit their schemas, its commands run."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import yaml

import hooks
import repositories
from conftest import SMALL

ROOT = hooks.ROOT
GUIDE = ROOT / "scripts" / "examples" / "validate-your-data-in-ci.md"
TEXT = GUIDE.read_text(encoding="utf-8")
BLOCKS: list[tuple[str, str]] = re.findall(r"^```(\w+)\n(.*?)^```$", TEXT, re.DOTALL | re.MULTILINE)
FILES = {
    content.partition("\n")[0].removeprefix("# "): content
    for kind, content in BLOCKS
    if kind == "yaml"
}
COMMANDS = [content for kind, content in BLOCKS if kind == "sh"]

CHECKS = {
    ".github/workflows/validate.yml": (
        "check_jsonschema --builtin-schema vendor.github-workflows".split()
    ),
    ".gitlab-ci.yml": (
        "check_jsonschema --builtin-schema vendor.gitlab-ci --data-transform gitlab-ci".split()
    ),
    ".pre-commit-config.yaml": "pre_commit validate-config".split(),
}
"""What checks each file: its official schema."""


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """The repository of a reader: data with findings, and a remote."""
    folder = tmp_path / "repository"
    folder.mkdir()
    repositories.git(folder, "init", "--quiet", "--initial-branch=main")
    shutil.copytree(SMALL, folder / "data")
    repositories.commit(folder)
    repositories.git(folder, "update-ref", "refs/remotes/origin/main", "HEAD")
    return folder


def shell(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["/bin/sh", "-c", command],
        cwd=folder,
        env=hooks.environment(folder.parent / "home"),
        capture_output=True,
        text=True,
        check=False,
    )


def command(start: str) -> str:
    """The one block of commands that starts so."""
    (found,) = [one for one in COMMANDS if one.startswith(start)]
    return found


def test_every_block_is_tested() -> None:
    assert {kind for kind, _ in BLOCKS} == {"sh", "yaml"}
    assert set(FILES) == set(CHECKS)
    assert len(COMMANDS) == len(TESTED)
    assert [command(start) for start in TESTED] == COMMANDS


def test_links() -> None:
    for target, _, heading in re.findall(r"\]\(([^)#:]+)(#([^)]+))?\)", TEXT):
        path = GUIDE.parent / target
        assert path.exists()
        titles = re.findall(r"^## (.*)", path.read_text("utf-8"), re.MULTILINE)
        assert not heading or heading in [title.lower().replace(" ", "-") for title in titles]


@pytest.mark.parametrize("name", FILES)
def test_official_schema(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(FILES[name], encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", *CHECKS[name], str(path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_workflow_uses_the_action_as_it_is() -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    workflow = yaml.safe_load(FILES[".github/workflows/validate.yml"])
    steps = workflow["jobs"]["validate"]["steps"]
    (step,) = [step for step in steps if "/backspasm@" in step["uses"]]
    assert set(step["with"]) <= set(action["inputs"])
    used = set(re.findall(rf"steps\.{step['id']}\.outputs\.([a-z-]+)", str(steps)))
    assert used <= set(action["outputs"])
    own = yaml.safe_load((ROOT / ".github" / "workflows" / "validate.yml").read_text("utf-8"))
    assert [_action(one) for one in own["jobs"]["validate"]["steps"]] == [
        _action(one) if one is not step else "./" for one in steps
    ]


def _action(step: dict[str, Any]) -> str:
    return str(step["uses"]).partition("@")[0]


def test_plain_run(repository: Path) -> None:
    done = shell(command("backspasm validate data\n"), repository)
    assert done.returncode == 1
    assert "data/" in done.stdout
    shell("mv data/claims.ttl data/concepts.ttl data/documents.ttl .; rm data/*", repository)
    (repository / "data" / "half.ttl").write_text("<a> <b>", encoding="utf-8")
    assert shell(command("backspasm validate data\n"), repository).returncode == 2


def test_several_reports(repository: Path) -> None:
    done = shell(command("backspasm validate data --output sarif"), repository)
    assert done.returncode == 1
    assert done.stdout == shell("backspasm validate data", repository).stdout
    for name in ("report.sarif", "report.xml", "report.md"):
        assert (repository / name).stat().st_size


def test_baseline(repository: Path) -> None:
    block = command("backspasm validate data --format json")
    assert shell(block, repository).returncode == 0
    repositories.edit(repository / "data" / "concepts.ttl", "skos:prefLabel", "skos:label")
    again = block.splitlines()[-1]
    assert shell(again, repository).returncode == 1


def test_changed_files(repository: Path) -> None:
    block = command("backspasm validate data --changed-since")
    assert shell(block, repository).returncode == 0
    repositories.edit(repository / "data" / "concepts.ttl", "skos:prefLabel", "skos:label")
    repositories.commit(repository)
    done = shell(block, repository)
    assert done.returncode == 1
    assert "data/concepts.ttl:" in done.stdout
    assert "data/claims.ttl:" not in done.stdout


def test_many_triples(repository: Path) -> None:
    done = shell(command("backspasm validate data --jobs"), repository)
    assert done.stdout == shell(command("backspasm validate data\n"), repository).stdout
    assert done.returncode == 1


def test_ignored_files_count_as_changed(repository: Path) -> None:
    block = command("backspasm validate data --changed-since")
    (repository / ".gitignore").write_text("made.ttl\n")
    repositories.commit(repository)
    (repository / "data" / "made.ttl").write_text("<http://e/a> a <http://e/B> .\n")
    done = shell(f"{block.strip()} --fail-on warning", repository)
    assert done.returncode == 1
    assert "data/made.ttl:1:1" in done.stdout


def test_pre_commit(repository: Path, tmp_path: Path) -> None:
    source = hooks.make_hooks(tmp_path / "hooks")
    text = FILES[".pre-commit-config.yaml"].replace(
        "https://github.com/OWNER/backspasm", str(source)
    )
    (repository / ".pre-commit-config.yaml").write_text(text, encoding="utf-8")
    repositories.git(repository, "add", "--all")
    install, every = command("pre-commit install").splitlines()
    assert shell(install, repository).returncode == 0
    done = shell(every, repository)
    assert done.returncode == 1
    assert "- hook id: backspasm-validate" in done.stdout
    assert "exit code: 1" in done.stdout
    assert "usage" not in done.stdout.lower()
    refused = shell("git commit -m change", repository)
    assert refused.returncode == 0, refused.stderr  # it holds no RDF file
    repositories.edit(repository / "data" / "concepts.ttl", "skos:prefLabel", "skos:label")
    refused = shell("git commit -a -m change", repository)
    assert refused.returncode == 1
    assert "data/concepts.ttl:" in refused.stderr + refused.stdout


def test_gitlab_script(repository: Path) -> None:
    job = yaml.safe_load(FILES[".gitlab-ci.yml"])["validate"]
    install, validate = job["script"]
    assert install.startswith("pip install ")
    assert shell(validate, repository).returncode == 1
    report = ET.parse(repository / job["artifacts"]["reports"]["junit"])  # noqa: S314
    assert report.getroot().find(".//failure") is not None


TESTED = (
    "backspasm validate data\n",
    "backspasm validate data --output sarif",
    "backspasm validate data --format json",
    "backspasm validate data --changed-since",
    "backspasm validate data --jobs",
    "pre-commit install",
)
