"""The version says what changed since the last release, and it is the same wherever it stands."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

import backspasm
from backspasm.namespaces import BSV, OWL
from conftest import TESTS, Outcome
from repositories import commit, edit, git

Run = Callable[..., Outcome]

ROOT = TESTS.parent


def last_release(folder: Path) -> str:
    """The newest tag `v…` before the work tree. The test is skipped where there is none."""
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    if not (folder / ".git").exists():
        pytest.skip("no git checkout, so no release to compare with")
    done = subprocess.run(
        ["git", "describe", "--tags", "--match", "v[0-9]*", "--abbrev=0"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        pytest.skip(f"no release to compare with: {done.stderr.strip()}")
    return done.stdout.strip()


def test_the_version_says_what_changed_since_the_last_release(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    tag = last_release(ROOT)
    monkeypatch.chdir(ROOT)
    outcome = run("diff", tag, ".", "--check-version")
    assert outcome.status == 0, outcome.err


def test_the_version_is_the_same_everywhere() -> None:
    version = backspasm.__version__
    graph = backspasm.load()
    for name, wanted in {"versionInfo": version, "versionIRI": BSV + version}.items():
        query = f"SELECT ?said {{ <{BSV}> <{OWL}{name}> ?said }}"
        assert graph.rows(query) == [(wanted,)], name
    cited = re.findall(r"^version: (.+)$", (ROOT / "CITATION.cff").read_text(), re.MULTILINE)
    assert cited == [version]
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.findall(r"^## (\S+)", changelog, re.MULTILINE)[0] == version


# The same in a repository of our own, where it fails when it should.

VOCABULARY = "ontology/backspasm.ttl"
BREAKING = ("bsv:rank a owl:ObjectProperty", "bsv:rankAmongCauses a owl:ObjectProperty")
HARMLESS = ('rdfs:label "rank"@en', 'rdfs:label "rank among causes"@en')


def numbered(folder: Path, version: str) -> None:
    edit(folder / VOCABULARY, 'owl:versionInfo "0.1.0"', f'owl:versionInfo "{version}"')


@pytest.mark.parametrize(
    ("change", "version", "status"),
    [
        (None, None, 0),
        (HARMLESS, None, 1),
        (HARMLESS, "0.1.1", 0),
        (BREAKING, None, 1),
        (BREAKING, "0.1.1", 1),
        (BREAKING, "0.2.0", 0),
        (BREAKING, "1.0.0", 0),
        (HARMLESS, "0.0.9", 1),
        (HARMLESS, "next", 1),
    ],
)
@pytest.mark.parametrize("committed", [False, True])
def test_it_fails_when_it_should(
    run: Run,
    repository: Path,
    change: tuple[str, str] | None,
    version: str | None,
    status: int,
    *,
    committed: bool,
) -> None:
    if change:
        edit(repository / VOCABULARY, *change)
    if version:
        numbered(repository, version)
    if committed and (change or version):
        commit(repository)
    outcome = run("diff", last_release(repository), ".", "--check-version")
    assert outcome.status == status
    assert outcome.err.count("\n") == status
    if status:
        assert outcome.err.startswith("backspasm: .: ")


def test_the_last_release_is_the_newest_tag_that_is_reachable(repository: Path) -> None:
    edit(repository / VOCABULARY, *BREAKING)
    numbered(repository, "0.2.0")
    commit(repository, "v0.2.0")
    assert last_release(repository) == "v0.2.0"
    git(repository, "checkout", "--quiet", "v0.1.0")
    assert last_release(repository) == "v0.1.0"


def test_without_a_tag_there_is_nothing_to_compare_with(repository: Path) -> None:
    git(repository, "tag", "--delete", "v0.1.0")
    with pytest.raises(pytest.skip.Exception, match="no release to compare with: "):
        last_release(repository)
