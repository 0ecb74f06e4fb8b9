"""What a shell offers behind a word that is not yet whole, asked of the real shells."""

from __future__ import annotations

import os
import pty
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from backspasm.questions import questions
from conftest import SMALL

QUESTIONS = [asked.name for asked in questions()]
BIN = Path(sys.executable).parent


def shell(name: str) -> str:
    """The path of a shell. The test is skipped where there is none."""
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An environment in which `backspasm` is on the path, away from the user's own settings."""
    home = tmp_path_factory.mktemp("home")
    path = f"{BIN}{os.pathsep}{os.environ['PATH']}"
    return {**os.environ, "PATH": path, "HOME": str(home), "XDG_CONFIG_HOME": str(home)}


def offered(*words: str) -> list[str]:
    """What is offered for the last of some words, as the program tells it to bash."""
    done = subprocess.run(
        [sys.executable, "-m", "backspasm"],
        env={
            **os.environ,
            "_BACKSPASM_COMPLETE": "bash_complete",
            "COMP_WORDS": " ".join(["backspasm", *words]),
            "COMP_CWORD": str(len(words)),
        },
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == ""
    return [line.removeprefix("plain,") for line in done.stdout.splitlines() if line]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["que"], ["query", "questions"]),
        (["query", "--que"], ["--question"]),
        (["query", "--question", ""], QUESTIONS),
        (["query", "--question", "near"], ["near-agreement", "near-claims"]),
        (["query", "--question", "xyzzy"], []),
        (["query", "--question", "mechanisms", "--set", ""], ["cause=", "effect="]),
        (["query", "--question", "mechanisms", "--set", "e"], ["effect="]),
        (["query", "--question", "mechanisms", "--set", "effect=back-muscle-s"], None),
        (["query", "--question", "mapped-to", "--set", "identifier=H"], []),
        (["query", "--question", "mechanism", "--set", ""], []),
        (["query", "--set", ""], []),
        (["query", "--format", "j"], ["json", "jsonld"]),
        (["compare", ""], ["lower-back-spasm-causes", "seven-causes"]),
        (["compare", "--data", str(SMALL), ""], ["garden"]),
        (["compare", "--only", "s"], ["same"]),
        (["compare", "--about", "muscle-fib"], ["muscle-fibre", "muscle-fibre-tear"]),
        (["gaps", "--kind", "un"], None),
        (["show", "injury-to"], ["injury-to-spasm"]),
        (["qery", "--question", "near"], []),  # nothing, and no complaint
    ],
    ids=lambda words: " ".join(words) if isinstance(words, list) else "some",
)
def test_offered(words: list[str], expected: list[str] | None) -> None:
    found = offered(*words)
    if expected is None:
        begin = words[-1]
        assert found
        assert all(word.startswith(begin) for word in found)
    else:
        assert found == expected


def test_bash(environment: dict[str, str]) -> None:
    script = (
        'eval "$(_BACKSPASM_COMPLETE=bash_source backspasm)"; complete -p backspasm; '
        "COMP_WORDS=(backspasm query --question near); COMP_CWORD=3; "
        '_backspasm_completion backspasm; printf "%s\\n" "${COMPREPLY[@]}"'
    )
    command = [shell("bash"), "--norc", "--noprofile", "-c", script]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "complete -o nosort -F _backspasm_completion backspasm",
        *("near-agreement", "near-claims"),
    ]


def test_fish(environment: dict[str, str]) -> None:
    script = (
        "_BACKSPASM_COMPLETE=fish_source backspasm | source; "
        "complete --do-complete 'backspasm query --question near'"
    )
    command = [shell("fish"), "--no-config", "-c", script]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.split() == ["near-agreement", "near-claims"]


@pytest.fixture
def zsh(environment: dict[str, str]) -> Iterator[int]:
    """A terminal in which zsh runs, as completion there needs one."""
    command = [shell("zsh"), "-f", "-i"]
    terminal, inside = pty.openpty()
    settings = {**environment, "TERM": "dumb", "COLUMNS": "200"}
    with subprocess.Popen(
        command, env=settings, stdin=inside, stdout=inside, stderr=inside, start_new_session=True
    ) as process:
        yield terminal
        process.kill()
    os.close(inside)
    os.close(terminal)


def test_zsh(zsh: int) -> None:
    os.write(zsh, b"PS1=; autoload -Uz compinit; compinit -u -D; ")
    os.write(zsh, b'eval "$(_BACKSPASM_COMPLETE=zsh_source backspasm)"; echo rea""dy\n')
    read_until(zsh, "ready")
    os.write(zsh, b"echo backspasm query --question pivot\t\n")
    assert "pivotal-steps" not in read_until(zsh, "--question pivot"), "only behind backspasm"
    os.write(zsh, b"backspasm query --question pivot\t")
    assert "pivotal-steps" in read_until(zsh, "pivotal-steps")


def read_until(terminal: int, text: str) -> str:
    """What a terminal shows until a text appears."""
    seen = b""
    end = time.monotonic() + 60
    while text.encode() not in seen:
        assert time.monotonic() < end, seen
        if select.select([terminal], [], [], 1)[0]:
            seen += os.read(terminal, 4096)
    return seen.decode(errors="replace")
