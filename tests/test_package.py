"""The repository as a package: what a wheel carries, and what the Makefile offers."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from conftest import TESTS

ROOT = TESTS.parent


def _built(target: str, source: Path, folder: Path) -> Path:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", target, "-d", str(folder)],
        cwd=source,
        check=True,
        capture_output=True,
    )
    (built,) = folder.iterdir()
    return built


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _built("wheel", ROOT, tmp_path_factory.mktemp("wheel"))


def test_wheel_carries_the_dataset(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        carried = set(archive.namelist())
    assert "backspasm/py.typed" in carried
    for folder in ("ontology", "data", "shapes"):
        for path in (ROOT / folder).rglob("*.*"):
            assert f"backspasm/dataset/{path.relative_to(ROOT).as_posix()}" in carried
    assert {f"backspasm/dataset/{name}" for name in ("CITATION.cff", "LICENSE-DATA")} <= carried


def test_wheel_is_enough_to_query(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    done = subprocess.run(
        [sys.executable, "-m", "backspasm", "query", "--question", "causes", "--format", "csv"],
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.count("\n") > 20
    where = "import backspasm.files; print(backspasm.files.dataset_folder())"
    done = subprocess.run(
        [sys.executable, "-c", where],
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(done.stdout.strip()) == tmp_path / "backspasm" / "dataset"


def test_a_release_can_be_made_without_the_repository(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    made = []
    for path in (tmp_path / "site", ROOT / "scripts"):
        out = tmp_path / f"release-{path.name}"
        subprocess.run(
            [sys.executable, "-m", "backspasm", "export", "--release", str(out)],
            env={**os.environ, "PYTHONPATH": str(path)},
            cwd=tmp_path,
            check=True,
            capture_output=True,
        )
        made.append((out / "SHA256SUMS").read_bytes())
    assert made[0] == made[1]


def test_the_source_distribution_makes_the_same_wheel(wheel: Path, tmp_path: Path) -> None:
    with tarfile.open(_built("sdist", ROOT, tmp_path / "sdist")) as archive:
        names = archive.getnames()
        archive.extractall(tmp_path / "source", filter="data")
    assert not [name for name in names if "/.venv" in name or "node_modules" in name]
    (source,) = (tmp_path / "source").iterdir()
    assert (source / "tests" / "conftest.py").exists()
    again = _built("wheel", source, tmp_path / "again")
    with zipfile.ZipFile(wheel) as one, zipfile.ZipFile(again) as two:
        assert one.namelist() == two.namelist()
        assert all(one.read(name) == two.read(name) for name in one.namelist())


def test_make_alone_lists_the_targets() -> None:
    done = subprocess.run(["make", "-s"], cwd=ROOT, capture_output=True, text=True, check=True)
    listed = [line.split()[0] for line in done.stdout.splitlines()]
    assert listed == "help demo test check validate bench release lock clean".split()


def test_python_that_cannot_make_an_environment(tmp_path: Path) -> None:
    (tmp_path / "Makefile").write_text((ROOT / "Makefile").read_text())
    for name in ("requirements.txt", "pyproject.toml"):
        (tmp_path / name).touch()
    done = subprocess.run(
        ["make", "-s", "demo", "PYTHON=false"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "install it with: apt-get install python3-venv" in done.stderr.splitlines()[0]
    assert not (tmp_path / ".venv").exists()


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_locked_versions_have_digests_and_no_address(name: str) -> None:
    lines = (ROOT / name).read_text().splitlines()
    pins = [line for line in lines if "==" in line]
    assert len(pins) > 8
    assert all(line.endswith("\\") for line in pins)
    assert not any("://" in line or line.startswith("--") for line in lines)


def test_locked_packages_of_node_have_digests_and_no_address() -> None:
    text = (TESTS / "node" / "package-lock.json").read_text()
    locked = json.loads(text)["packages"]
    assert all(entry["integrity"] for name, entry in locked.items() if name)
    assert "resolved" not in text
    assert "registry" not in text
