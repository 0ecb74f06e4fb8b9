"""A folder is written whole or not at all, whatever happens meanwhile."""

from __future__ import annotations

import errno
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from backspasm.digest import sha256
from backspasm.errors import FileError
from backspasm.release import installation, swap
from backspasm.release.installation import check_place, install
from backspasm.release.sums import SUMS, parse_sums, write_sums

COUNT = 40

WRITER = """
import sys
sys.path.insert(0, sys.argv[1])
from test_installation import release
from backspasm.release import installation
if sys.argv[3] == "rename":
    installation.swap = lambda one, other: False
number = 0
while True:
    number += 1
    installation.install(release(str(number)), sys.argv[2])
    print(number, flush=True)
"""


def release(text: str) -> dict[str, bytes]:
    """The files of a release that cannot be taken for another."""
    names = ["manifest.ttl", "backspasm.nq", *(f"json/{n % 3}/{n}.json" for n in range(COUNT))]
    files = {name: f"{name} {text}".encode() for name in names}
    return {**files, SUMS: write_sums(files)}


def held(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


@pytest.fixture(params=["exchange", "rename"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """How two folders change places: at once, or one after the other."""
    way: str = request.param
    if way == "rename":
        monkeypatch.setattr(installation, "swap", lambda _, __: False)
    return way


@pytest.mark.usefixtures("way")
class TestInstall:
    def test_new_empty_and_old(self, tmp_path: Path) -> None:
        (tmp_path / "empty").mkdir()
        for name in ("new", "empty"):
            for text in ("a", "b", "b"):
                install(release(text), str(tmp_path / name))
                assert held(tmp_path / name) == release(text)
        assert names(tmp_path) == ["empty", "new"]

    @pytest.mark.parametrize("name", ["out/", "./out", "../here/out", "out/../out//"])
    def test_ways_to_name_a_folder(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
    ) -> None:
        (tmp_path / "here").mkdir()
        monkeypatch.chdir(tmp_path / "here")
        install(release("a"), name)
        install(release("b"), name)
        assert held(tmp_path / "here" / "out") == release("b")
        assert names(tmp_path / "here") == ["out"]

    def test_a_link_keeps_pointing(self, tmp_path: Path) -> None:
        (tmp_path / "link").symlink_to("elsewhere")
        for text in "ab":
            install(release(text), str(tmp_path / "link"))
        assert os.readlink(tmp_path / "link") == "elsewhere"
        assert held(tmp_path / "elsewhere") == release("b")

    @pytest.mark.parametrize("mask", [0o022, 0o077, 0o002])
    def test_permissions_follow_the_umask(self, tmp_path: Path, mask: int) -> None:
        before = os.umask(mask)
        try:
            install(release("a"), str(tmp_path / "out"))
        finally:
            os.umask(before)
        assert (tmp_path / "out").stat().st_mode & 0o777 == 0o777 & ~mask
        assert (tmp_path / "out" / "json").stat().st_mode & 0o777 == 0o777 & ~mask
        assert (tmp_path / "out" / SUMS).stat().st_mode & 0o777 == 0o666 & ~mask

    @pytest.mark.parametrize(
        ("step", "times"),
        [("mkdir", 0), ("makedirs", 2), ("open", 9), ("flush", 0), ("rename", 0), ("rename", 1)],
    )
    @pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "No space left"), KeyboardInterrupt()])
    def test_a_failure_at_any_step_leaves_the_old(
        self,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        way: str,
        step: str,
        times: int,
        error: BaseException,
    ) -> None:
        folder = tmp_path / "out"
        install(release("old"), str(folder))
        where = {"open": "builtins.open", "flush": "backspasm.release.installation.flush"}.get(
            step, f"os.{step}"
        )
        real: Any = {"open": open, "flush": swap.flush}.get(step, getattr(os, step, open))
        calls = iter(range(1000))

        def fail(*arguments: object, **options: object) -> object:
            if next(calls) == times:
                raise error
            return real(*arguments, **options)

        if way == "exchange" and step == "rename":

            def no_swap(_: str, __: str) -> bool:
                raise error

            monkeypatch.setattr(installation, "swap", no_swap)
        with monkeypatch.context() as patch:
            patch.setattr(where, fail)
            with pytest.raises((FileError, KeyboardInterrupt)):
                install(release("new"), str(folder))
        assert held(folder) == release("old")
        assert names(tmp_path) == ["out"]

    def test_killed_at_any_moment(self, tmp_path: Path, way: str) -> None:
        folder = tmp_path / "out"
        chance = random.Random(4)  # noqa: S311 (no secret)
        left = 0
        for _ in range(25):
            arguments = [str(Path(__file__).parent), str(folder), way]
            with subprocess.Popen(
                [sys.executable, "-c", WRITER, *arguments], stdout=subprocess.PIPE
            ) as writer:
                assert writer.stdout
                for number in range(chance.randint(1, 4)):  # the next ones follow at once
                    assert writer.stdout.readline() == b"%d\n" % (number + 1)
                time.sleep(chance.uniform(0, 0.05))
                writer.kill()
            left += names(tmp_path) != ["out"]
            whole(folder, may_be_away=way == "rename")
            install(release("after"), str(folder))
            assert held(folder) == release("after")
            assert names(tmp_path) == ["out"]
        assert left > 0  # it was killed while it wrote

    def test_what_a_killed_run_left_is_put_right(self, tmp_path: Path) -> None:
        folder = tmp_path / "out"
        install(release("old"), str(folder))
        place = installation._place(str(folder))
        os.rename(folder, place.old)
        Path(place.new).mkdir()
        (Path(place.new) / "half").touch()
        with pytest.raises(FileError, match="cannot be written"):
            install({"a" * 300: b""}, str(folder))
        assert held(folder) == release("old")
        assert names(tmp_path) == ["out"]
        install(release("new"), place.old)  # beside the other: a folder of any name
        os.rename(place.old, tmp_path / "other")
        assert held(tmp_path / "other") == release("new")

    def test_several_writers_at_once(self, tmp_path: Path) -> None:
        folder = tmp_path / "out"
        texts = [str(number) for number in range(8)]
        writers = [
            threading.Thread(target=install, args=(release(text), str(folder))) for text in texts
        ]
        for writer in writers:
            writer.start()
        for writer in writers:
            writer.join()
        assert held(folder) in [release(text) for text in texts]
        assert names(tmp_path) == ["out"]


def whole(folder: Path, *, may_be_away: bool) -> None:
    """What stands there is one release, as its digests say."""
    if may_be_away and not folder.exists():
        return
    files = held(folder)
    listed, refused = parse_sums(files.pop(SUMS))
    assert not refused
    assert {path: sha256(content) for path, content in files.items()} == listed
    assert len({content.split()[1] for content in files.values()}) == 1


def test_a_reader_never_meets_a_mixture(tmp_path: Path) -> None:
    """It holds the folder open: what is in it is one release, or goes while it is read."""
    folder = tmp_path / "out"
    install(release("0"), str(folder))
    arguments = [str(Path(__file__).parent), str(folder), "exchange"]
    seen: set[bytes] = set()
    gone = 0
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, *arguments], stdout=subprocess.PIPE
    ) as writer:
        end = time.monotonic() + 120
        while len(seen) < 40 and time.monotonic() < end:
            files = dict(read_once(folder))
            sums = files.pop(SUMS, b"")
            gone += len(files) != COUNT + 2 or not sums
            assert len({content.split()[1] for content in files.values()}) <= 1
            if sums and len(files) == COUNT + 2:
                assert parse_sums(sums)[0] == {p: sha256(c) for p, c in files.items()}
                seen.add(files["manifest.ttl"])
        writer.kill()
    assert len(seen) == 40, gone


def read_once(folder: Path) -> Iterator[tuple[str, bytes]]:
    """The files that one opened folder holds, without those that go meanwhile."""
    handle = os.open(folder, os.O_RDONLY)  # the folder itself is never away
    try:
        for path in release(""):
            try:
                file = os.open(path, os.O_RDONLY, dir_fd=handle)
            except FileNotFoundError:
                return
            with open(file, "rb") as opened:
                yield path, opened.read()
    finally:
        os.close(handle)


@pytest.mark.parametrize(
    ("there", "message"),
    [
        ({"mine.txt": b""}, "is not empty and holds no release"),
        ({SUMS: b"", "mine.txt": b""}, "is not empty and holds no release"),
        ({**release("a"), "json/0/mine.txt": b""}, "holds json/0/mine.txt, which is no part"),
        ({**release("a"), "empty/": b""}, "holds empty, which is no part"),
    ],
)
def test_what_is_no_release_is_not_replaced(
    tmp_path: Path, there: dict[str, bytes], message: str
) -> None:
    folder = tmp_path / "out"
    for name, content in there.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        if name.endswith("/"):
            (folder / name).mkdir()
        else:
            (folder / name).write_bytes(content)
    with pytest.raises(FileError, match=message):
        check_place(str(folder))
    with pytest.raises(FileError, match=message):
        install(release("b"), str(folder))
    assert held(folder) == {name: c for name, c in there.items() if not name.endswith("/")}
    assert names(tmp_path) == ["out"]


def test_places_that_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    refused = {
        "../file": "is no folder",
        "none/out": "no such folder",
        ".": "you are in",
        "..": "or above",
    }
    for name, message in refused.items():
        with pytest.raises(FileError, match=message):
            check_place(name)
        with pytest.raises(FileError):
            install(release("a"), name)
    assert names(tmp_path) == ["file", "here"]
    assert names(tmp_path / "here") == []


def test_folders_change_places_at_once(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / name).mkdir()
        (tmp_path / name / name).touch()
    if not swap.swap(str(tmp_path / "a"), str(tmp_path / "b")):
        pytest.skip("this file system cannot exchange folders")
    assert names(tmp_path / "a") == ["b"]
    assert names(tmp_path / "b") == ["a"]
    with pytest.raises(FileNotFoundError):
        swap.swap(str(tmp_path / "a"), str(tmp_path / "none"))


def test_an_old_release_that_cannot_be_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "out"
    install(release("old"), str(folder))

    def fail(_: str) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr("shutil.rmtree", fail)
        with pytest.raises(FileError, match="the new release is in its place"):
            install(release("new"), str(folder))
    assert held(folder) == release("new")
    install(release("newer"), str(folder))
    assert names(tmp_path) == ["out"]


STOPPED = """
import os, signal, sys
sys.path.insert(0, sys.argv[1])
from test_installation import release
from backspasm.release import installation

step, number = sys.argv[3], int(sys.argv[4])
whole = getattr(installation, step)

def stopped(*arguments):
    setattr(installation, step, whole)
    if step == "flush":
        os.kill(os.getpid(), number)
    done = whole(*arguments)
    os.kill(os.getpid(), number)
    return done

signal.signal(signal.SIGINT, signal.SIG_DFL)
setattr(installation, step, stopped)
installation.install(release("new"), sys.argv[2])
"""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize(
    ("step", "text"), [("flush", "old"), ("_write", "old"), ("_move", "new"), ("_remove", "old")]
)
def test_who_stops_it_leaves_nothing_behind(
    tmp_path: Path, step: str, text: str, number: int
) -> None:
    install(release("old"), str(tmp_path / "out"))
    here = str(Path(__file__).parent)
    command = [sys.executable, "-c", STOPPED, here, str(tmp_path / "out"), step, str(int(number))]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (-number, "")
    assert names(tmp_path) == ["out"]
    assert held(tmp_path / "out") == release(text)


def test_signals_are_as_before(tmp_path: Path) -> None:
    def mine(_: int, __: object) -> None:
        pass

    before = signal.signal(signal.SIGTERM, mine)
    try:
        install(release("a"), str(tmp_path / "out"))
        assert signal.getsignal(signal.SIGTERM) is mine
    finally:
        signal.signal(signal.SIGTERM, before)


def test_a_mount_point_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with pytest.raises(FileError, match=r"is a mount point, .*; name a folder inside it"):
        check_place("/proc")
    monkeypatch.setattr(os.path, "ismount", lambda path: path == str(tmp_path / "disk"))
    (tmp_path / "disk").mkdir()
    with pytest.raises(FileError, match="is a mount point"):
        install(release("a"), str(tmp_path / "disk"))
    install(release("a"), str(tmp_path / "disk" / "inside"))
