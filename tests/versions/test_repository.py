"""Which files of the work tree changed since a revision."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from backspasm.errors import FileError
from backspasm.versions.repository import changes_since
from repositories import commit, edit, git


def _names(folder: Path, revision: str, kind: str = "changed") -> set[str]:
    found = getattr(changes_since(revision), kind)
    return {os.path.relpath(name, os.path.realpath(folder)) for name in found}


def test_nothing_changed(repository: Path) -> None:
    assert _names(repository, "HEAD") == set()
    assert _names(repository, "HEAD", "gone") == set()
    assert "data/claims.ttl" in _names(repository, "HEAD", "same")


def test_every_kind_of_change(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    edit(repository / "data" / "concepts.ttl", "digging", "delving")
    commit(repository)
    edit(repository / "data" / "claims.ttl", "digging", "delving")
    (repository / "data" / "spaß und spiel.ttl").write_text("# new\n")
    git(repository, "mv", "data/mappings.ttl", "data/moved.ttl")
    (repository / "data" / "documents.ttl").unlink()
    (repository / ".gitignore").write_text("*.bak\n")
    (repository / "data" / "claims.ttl.bak").write_text("ignored\n")
    changed = {"data/claims.ttl", "data/moved.ttl", "data/spaß und spiel.ttl", ".gitignore"}
    assert _names(repository, "HEAD") == changed
    assert _names(repository, "v0.1.0") == changed | {"data/concepts.ttl"}
    assert _names(repository, "HEAD", "gone") == {"data/documents.ttl", "data/mappings.ttl"}
    assert not {"data/claims.ttl", "data/claims.ttl.bak"} & _names(repository, "HEAD", "same")
    assert "data/mechanisms.ttl" in _names(repository, "HEAD", "same")
    monkeypatch.chdir(repository / "data")
    assert _names(repository, "v0.1.0") == changed | {"data/concepts.ttl"}


def test_what_the_other_branch_changed_does_not_count(repository: Path) -> None:
    git(repository, "checkout", "--quiet", "-b", "topic")
    edit(repository / "data" / "claims.ttl", "digging", "delving")
    commit(repository)
    git(repository, "checkout", "--quiet", "main")
    edit(repository / "data" / "concepts.ttl", "digging", "delving")
    commit(repository)
    git(repository, "checkout", "--quiet", "topic")
    assert _names(repository, "main") == {"data/claims.ttl"}


@pytest.mark.parametrize("revision", ["v0.2.0", "", "--output=x", "HEAD:data"])
def test_no_such_revision(repository: Path, revision: str) -> None:
    with pytest.raises(FileError):
        changes_since(revision)
    assert not (repository / "x").exists()


def test_no_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(FileError, match="not a git repository"):
        changes_since("HEAD")
