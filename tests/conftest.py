"""What all tests share: the small dataset, and the command line inside this process."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

import backspasm
import nodejs
import repositories
import servers
from backspasm.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

TESTS = Path(__file__).parent
SMALL = TESTS / "data" / "small"
TEXTS = TESTS / "data" / "texts"
NODE = nodejs.FOLDER


class Outcome(NamedTuple):
    """What a command said and how it ended."""

    status: int
    out: str
    err: str


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Snapshots of the tests stand apart from those of the user; no proxy stands between."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BACKSPASM_CACHE", str(tmp_path_factory.mktemp("cache")))
        patch.setenv("NO_PROXY", servers.HOST)
        yield


@pytest.fixture(scope="session")
def small() -> backspasm.Dataset:
    return backspasm.load(SMALL)


@pytest.fixture(scope="session")
def shipped() -> backspasm.Dataset:
    return backspasm.load()


def setting(name: str) -> Path:
    """The folder that a setting names. The test is skipped where there is none."""
    folder = os.environ.get(name)
    if not folder:
        pytest.skip(f"{name} names no folder; what it holds belongs to others")
    return Path(folder)


@pytest.fixture(scope="session")
def texts() -> Path:
    """The folder with the source texts."""
    return setting("BACKSPASM_TEXTS")


@pytest.fixture(scope="session")
def node() -> nodejs.Node:
    """Node with the packages of `tests/node`: `node("canonize.js", INPUT, OUTPUT)`."""
    return nodejs.node_with_packages()


@pytest.fixture(scope="session")
def tools() -> Path:
    """The Python that has the tools of tests/tools/requirements.in."""
    folder = TESTS.parent / ".venv-tools"
    if not (folder / "ready").exists():
        pytest.skip("the tools of other worlds are not installed; `make .venv-tools/ready` does it")
    return folder / "bin" / "python"


@pytest.fixture(scope="session", params=servers.SERVERS)
def server(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[servers.Server]:
    """A real server, with its credentials in the environment."""
    with (
        servers.SERVERS[request.param](tmp_path_factory.mktemp(request.param)) as started,
        pytest.MonkeyPatch.context() as patch,
    ):
        for name, value in started.environment.items():
            patch.setenv(name, value)
        yield started


@pytest.fixture
def scripted() -> Iterator[servers.Scripted]:
    """A server that answers as it is told."""
    with servers.scripted() as one:
        yield one


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A git repository with a small dataset, tagged v0.1.0, as the current folder."""
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    folder = repositories.make_repository(tmp_path / "repository")
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def run(
    capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Outcome]:
    """Run the command line: `run("stats", "--data", SMALL)`."""
    monkeypatch.setenv("COLUMNS", "80")

    def command(*arguments: object) -> Outcome:
        capfdbinary.readouterr()
        status = main([str(argument) for argument in arguments])
        captured = capfdbinary.readouterr()
        return Outcome(status, captured.out.decode(), captured.err.decode())

    return command


@pytest.fixture
def refused(run: Callable[..., Outcome]) -> Callable[..., str]:
    """Run a command that must fail with status 2, one line, and nothing on standard output."""

    def command(*arguments: object) -> str:
        outcome = run(*arguments)
        assert outcome.status == 2, outcome
        assert outcome.out == ""
        assert outcome.err.startswith("backspasm")
        assert outcome.err.endswith("\n")
        assert outcome.err.count("\n") == 1
        assert "Traceback" not in outcome.err
        return outcome.err

    return command
