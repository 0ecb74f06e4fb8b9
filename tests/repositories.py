"""Git repositories that tests make: a small dataset with its versions."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

TESTS = Path(__file__).parent
ROOT = TESTS.parent

IDENTITY = {
    **{f"GIT_{who}_{what}": "a" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
}


def git(folder: Path, *arguments: str) -> str:
    """Run git in a folder."""
    done = subprocess.run(
        ["git", *arguments],
        cwd=folder,
        env={**{name: os.environ[name] for name in os.environ if name[:4] != "GIT_"}, **IDENTITY},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def make_dataset(folder: Path) -> Path:
    """A checkout with the small data, all that is no data, and files of other kinds."""
    ontology = folder / "ontology"
    shutil.copytree(TESTS / "data" / "small", folder / "data")
    shutil.copytree(ROOT / "shapes", folder / "shapes")
    for name in ("rules", "frames"):
        shutil.copytree(ROOT / "ontology" / name, ontology / name)
    for name in ("backspasm.ttl", "context.jsonld"):
        shutil.copy(ROOT / "ontology" / name, ontology)
    (folder / "README.md").write_text("Not RDF.\n")
    (folder / "other.ttl").write_text("This is not read.\n")
    return folder


def make_repository(folder: Path) -> Path:
    """The same in a repository, committed and tagged v0.1.0."""
    make_dataset(folder)
    git(folder, "init", "--quiet", "--initial-branch=main")
    commit(folder, "v0.1.0")
    return folder


def commit(folder: Path, tag: str | None = None) -> None:
    """Commit all there is, and tag it."""
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--no-verify", "-m", tag or "change")
    if tag:
        git(folder, "tag", "-a", tag, "-m", tag)


def edit(path: Path, old: str, new: str) -> None:
    """Replace a text that is in a file."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
