"""The hooks for pre-commit, run by pre-commit itself."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph
import pytest
import yaml

import hooks
import repositories
from backspasm.digest import canonical_nquads
from backspasm.files import FORMATS
from conftest import SMALL

if TYPE_CHECKING:
    from collections.abc import Callable

TURTLE = """\
@prefix ex: <http://example.com/> .

# What we know of Rex.
ex:rex a ex:Dog ; ex:name "Rex" . # short for Regina
ex:bello ex:likes [ ex:name 'Rex' ] , ( 1 ex:rex ) .
"""

ANATOMY = (hooks.ROOT / "data" / "concepts" / "anatomy.ttl").read_text("utf-8")


@pytest.fixture
def commit(tmp_path: Path) -> Callable[..., tuple[int, str]]:
    """Make a repository with files, and run a hook on those that are staged."""
    folder = tmp_path / "repository"
    source = hooks.make_hooks(tmp_path / "hooks")
    folder.mkdir()
    repositories.git(folder, "init", "--quiet", "--initial-branch=main")

    def run(files: dict[str, str], hook: str, *arguments: str, **more: object) -> tuple[int, str]:
        for name, content in files.items():
            path = folder / name
            path.parent.mkdir(exist_ok=True, parents=True)
            path.write_text(content, encoding="utf-8")
        chosen = {"id": hook, **({"args": list(arguments)} if arguments else {}), **more}
        entry = {"repo": str(source), "rev": hooks.VERSION, "hooks": [chosen]}
        text = yaml.safe_dump({"repos": [entry]})
        (folder / ".pre-commit-config.yaml").write_text(text, encoding="utf-8")
        repositories.git(folder, "add", "--all")
        done = hooks.run(folder, tmp_path / "home", "run", hook)
        return done.returncode, done.stdout + done.stderr

    return run


def small(*names: str) -> dict[str, str]:
    return {f"data/{name}.ttl": (SMALL / f"{name}.ttl").read_text("utf-8") for name in names}


def test_manifest(tmp_path: Path) -> None:
    done = hooks.run(tmp_path, tmp_path, "validate-manifest", str(hooks.MANIFEST))
    assert done.returncode == 0, done.stdout


def test_files_are_those_that_are_read() -> None:
    validate, layout = hooks.HOOKS
    for ending, form in FORMATS.items():
        for name in (f"data/a b{ending}", f"data/A{ending.upper()}"):
            assert re.search(validate["files"], name)
            assert bool(re.search(layout["files"], name)) == (form == pyoxigraph.RdfFormat.TURTLE)
    for name in ("ttl", "a.ttl.txt", "a.json", "attl"):
        assert not re.search(validate["files"], name)
        assert not re.search(layout["files"], name)


def test_the_formatter_is_the_one_that_is_tested() -> None:
    (needed,) = hooks.HOOKS[1]["additional_dependencies"]
    assert needed == f"turtlefmt=={version('turtlefmt')}"


def test_validate_passes(commit: Callable[..., tuple[int, str]]) -> None:
    status, said = commit({"anatomy.ttl": ANATOMY}, "backspasm-validate", "--with-shipped")
    assert status == 0, said
    assert "Passed" in said


def test_validate_fails_with_the_finding(commit: Callable[..., tuple[int, str]]) -> None:
    broken = ANATOMY.replace("skos:prefLabel", "skos:label", 1)
    status, said = commit({"a b.ttl": broken}, "backspasm-validate", "--with-shipped")
    assert status == 1
    assert "a b.ttl:" in said
    assert "exit code: 1" in said


def test_validate_says_what_cannot_be_checked(commit: Callable[..., tuple[int, str]]) -> None:
    status, said = commit({"half.ttl": "<a> <b>"}, "backspasm-validate")
    assert status == 1
    assert "exit code: 2" in said
    assert "half.ttl" in said


def test_validate_takes_the_rest_as_context(
    commit: Callable[..., tuple[int, str]], tmp_path: Path
) -> None:
    names = ("concepts", "documents", "mechanisms")
    assert commit(small(*names), "backspasm-validate", "--context", "data")[0] in {0, 1}
    repositories.commit(tmp_path / "repository")
    claims = small("claims")
    told = ("--format", "github")
    alone = commit(claims, "backspasm-validate", *told)
    helped = commit({}, "backspasm-validate", "--context", "data", *told)
    assert alone[0] == 1
    assert helped[1].count("file=data/claims.ttl") < alone[1].count("file=data/claims.ttl")
    assert "file=data/concepts.ttl" not in helped[1]


def test_other_files_are_left_alone(commit: Callable[..., tuple[int, str]]) -> None:
    for hook in ("backspasm-validate", "turtle-format"):
        status, said = commit({"README.md": "Not RDF.\n"}, hook)
        assert status == 0
        assert "Skipped" in said


def test_layout_is_checked(commit: Callable[..., tuple[int, str]], tmp_path: Path) -> None:
    status, said = commit({"dogs.ttl": TURTLE}, "turtle-format")
    assert status == 1
    assert "dogs.ttl is not correct" in said
    assert (tmp_path / "repository" / "dogs.ttl").read_text("utf-8") == TURTLE


def test_layout_is_mended(commit: Callable[..., tuple[int, str]], tmp_path: Path) -> None:
    path = tmp_path / "repository" / "dogs.ttl"
    status, said = commit({"dogs.ttl": TURTLE}, "turtle-format", args=[])
    assert status == 1
    assert "files were modified by this hook" in said
    mended = path.read_text("utf-8")
    assert mended != TURTLE
    assert re.findall("# .*", mended) == re.findall("# .*", TURTLE)
    assert _canonical(mended) == _canonical(TURTLE)
    assert commit({}, "turtle-format")[0] == 0


def _canonical(content: str) -> bytes:
    return canonical_nquads(pyoxigraph.parse(content, format=pyoxigraph.RdfFormat.TURTLE))


@pytest.mark.parametrize("folder", ["data", "ontology"])
def test_layout_of_our_own_files(folder: str) -> None:
    turtlefmt = Path(sys.executable).with_name("turtlefmt")
    done = subprocess.run(
        [turtlefmt, "--check", hooks.ROOT / folder], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
