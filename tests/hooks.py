"""The hooks of .pre-commit-hooks.yaml for tests, in a repository from which pre-commit takes them.

Only `language` is changed, so that nothing is installed: what runs is what is here.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import yaml

import repositories

ROOT = Path(__file__).parent.parent
MANIFEST = ROOT / ".pre-commit-hooks.yaml"
HOOKS: list[dict[str, Any]] = yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))
VERSION = "v0.1.0"
"""The tag of the repository."""


def make_hooks(folder: Path) -> Path:
    """A repository with the hooks."""
    folder.mkdir()
    here = [{**hook, "language": "system"} for hook in HOOKS]
    for hook in here:
        hook.pop("additional_dependencies", None)
    (folder / MANIFEST.name).write_text(yaml.safe_dump(here), encoding="utf-8")
    repositories.git(folder, "init", "--quiet", "--initial-branch=main")
    repositories.commit(folder, VERSION)
    return folder


def environment(home: Path) -> dict[str, str]:
    """The environment in which our programs are found, and pre-commit keeps its files in a folder."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    kept = {"PRE_COMMIT_HOME": str(home), "PRE_COMMIT_COLOR": "never", "COLUMNS": "80"}
    return {**clean, **repositories.IDENTITY, **kept, "PATH": path}


def run(folder: Path, home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run pre-commit in a repository."""
    return subprocess.run(
        [sys.executable, "-m", "pre_commit", *arguments],
        cwd=folder,
        env=environment(home),
        capture_output=True,
        text=True,
        check=False,
    )
