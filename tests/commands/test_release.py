"""`backspasm export --release` and `--check`, as they are typed."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from backspasm.digest import sha256
from backspasm.release import check as checking
from backspasm.release.remaking import Remade
from conftest import SMALL, Outcome

Run = Callable[..., Outcome]
Refused = Callable[..., str]

DATA = ("--data", SMALL)


def test_a_release_is_written_and_checked(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "out"
    digest = ""
    for _ in range(2):
        done = run("export", "--release", out, *DATA)
        digest = sha256((out / "backspasm.nq").read_bytes())
        files = [path for path in out.rglob("*") if path.is_file()]
        size = sum(path.stat().st_size for path in files)
        assert done == (
            0,
            f"https://w3id.org/backspasm/release/{digest}\n",
            f"{digest}: {len(files)} files, {size:,} bytes\n",
        )
    assert run("export", "--check", out) == (0, "", "The release is whole.\n")
    exported = run("export", "--format", "nquads", *DATA)
    assert sha256(exported.out.encode()) == digest


def test_one_that_differs(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run("export", "--release", out, *DATA)
    (out / "README.md").write_text("other")
    (out / "backspasm.ttl").unlink()
    done = run("export", "--check", out)
    assert done.status == 1
    assert done.err == ""
    assert [line.partition(";")[0] for line in done.out.splitlines()] == [
        "README.md: has another SHA-256 than SHA256SUMS says",
        "backspasm.ttl: is missing",
        "manifest.ttl: describes backspasm.ttl, which is missing or wrong",
    ]


def test_what_another_version_wrote(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is whole as far as can be known, and that is told."""
    out = tmp_path / "out"
    run("export", "--release", out, *DATA)
    left = "version 0.0.1 wrote it, and this is 0.1.0"
    monkeypatch.setattr(checking, "remade_within", lambda *_: Remade([], left))
    assert run("export", "--check", out) == (
        0,
        "",
        f"Not all could be compared with what it should be: {left}.\nThe release is whole.\n",
    )


def test_help_tells_the_exit_statuses(run: Run) -> None:
    text = " ".join(run("export", "--help").out.split())
    assert "--check 0: the release is whole. 1: it is not. 2: it could not be checked." in text
    assert " ".join(run("show", "--help").out.split()).count("json/condition/") == 1


def test_shipped_data(run: Run, tmp_path: Path) -> None:
    assert run("export", "--release", tmp_path / "out").status == 0
    assert run("export", "--check", tmp_path / "out").status == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--check", "none"], "none: cannot be read: No such file or directory; name the folder"),
        (["--check", "empty"], "empty: holds no SHA256SUMS; name the folder of a whole release"),
        (["--release", "none/out"], "none: no such folder; make it first"),
        (["--release", "mine"], "is not empty and holds no release; name another folder"),
        (["--release", "."], "is the folder you are in, or above it; go elsewhere first"),
        (["--release", "a", "--check", "a"], "--check, --release: do not go together; leave out"),
        (["--release", "a", "--format", "trig"], "--release, --format: do not go together"),
        (["--release", "a", "--output", "b"], "--release, --output: do not go together"),
        (["--check", "a", "--data", "b"], "--check, --data: do not go together"),
        (["--check", "a", "--timeout", "1"], "--check, --timeout: do not go together"),
        (["--release", "a", "--endpoint", "http://b"], "use --data: an endpoint may write numbers"),
        (["--release", "a", "--data", "none.ttl"], "none.ttl: no such file or folder"),
    ],
)
def test_refused(
    refused: Refused,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    message: str,
) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").touch()
    monkeypatch.chdir(tmp_path)
    assert message in refused("export", *arguments)
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["empty", "mine"]


def test_progress_is_for_a_terminal(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "backspasm", "export", "--release", str(tmp_path / "out")]
    command += map(str, DATA)
    ours, theirs = pty.openpty()
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=theirs, check=True)
    os.close(theirs)
    shown = os.read(ours, 10_000).decode().splitlines()
    os.close(ours)
    assert shown[0] == "The whole graph in Turtle"
    assert shown[-2] == "Writing"
    assert shown[-1].endswith(" bytes")
    assert "\x1b" not in "".join(shown)
    quiet = subprocess.run(command, capture_output=True, text=True, check=True)
    assert quiet.stderr.splitlines() == shown[-1:]
    assert quiet.stdout == done.stdout.decode()


def test_interrupted_by_a_signal(tmp_path: Path) -> None:
    """The folder has the old release or the new one, and the next run clears the rest away."""
    out = tmp_path / "out"
    command = [sys.executable, "-m", "backspasm", "export", "--release", str(out), *map(str, DATA)]
    subprocess.run(command, check=True, capture_output=True)
    before = (out / "SHA256SUMS").read_bytes()
    for signal, delay in ((2, 0.05), (15, 0.1), (9, 0.15), (2, 0.18), (15, 0.2), (9, 0.22)):
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as export:
            try:
                export.wait(delay)
            except subprocess.TimeoutExpired:
                export.send_signal(signal)
        checked = subprocess.run(["sha256sum", "-c", "--quiet", "SHA256SUMS"], cwd=out, check=True)
        assert checked.returncode == 0
        assert (out / "SHA256SUMS").read_bytes() == before
    subprocess.run(command, check=True, capture_output=True)
    assert [entry.name for entry in tmp_path.iterdir()] == ["out"]


def test_no_room_on_the_disk(tmp_path: Path) -> None:
    out = tmp_path / "out"
    command = [sys.executable, "-m", "backspasm", "export", "--release", str(out), *map(str, DATA)]
    subprocess.run(command, check=True, capture_output=True)
    before = (out / "SHA256SUMS").read_bytes()
    limited = ["/bin/sh", "-c", 'ulimit -f 100; exec "$@"', "sh", *command]
    done = subprocess.run(limited, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        f"backspasm: {out}: cannot be written: File too large; name a folder in one that exists,"
        " that you may write to and that has room\n"
    )
    assert (out / "SHA256SUMS").read_bytes() == before
    assert [entry.name for entry in tmp_path.iterdir()] == ["out"]
