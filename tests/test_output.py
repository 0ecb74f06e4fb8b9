from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from backspasm.errors import FileError
from backspasm.output import write_folder, write_whole


def test_written_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old")
    write_whole(str(path), b"new")
    assert path.read_bytes() == b"new"
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.txt"]


def test_permissions_are_those_of_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "plain").touch()
    write_whole(str(tmp_path / "a"), b"")
    assert (tmp_path / "a").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_name_without_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_whole("a", b"x")
    assert Path("a").read_bytes() == b"x"


def test_missing_folder(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="cannot be written: No such file"):
        write_whole(str(tmp_path / "none" / "a"), b"")


def test_folder(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="is a folder"):
        write_whole(str(tmp_path), b"")


def test_nothing_is_left_when_it_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    (tmp_path / "a").write_text("old")
    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(FileError, match="No space left"):
        write_whole(str(tmp_path / "a"), b"new")
    assert os.listdir(tmp_path) == ["a"]
    assert (tmp_path / "a").read_text() == "old"


def test_a_link_keeps_pointing(tmp_path: Path) -> None:
    (tmp_path / "target").touch()
    (tmp_path / "link").symlink_to("target")
    write_whole(str(tmp_path / "link"), b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "target").read_bytes() == b"new"


def test_a_file_keeps_its_permissions(tmp_path: Path) -> None:
    (tmp_path / "a").touch(mode=0o600)
    write_whole(str(tmp_path / "a"), b"new")
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o600


def test_a_pipe_stays_a_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    reader = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_whole(str(tmp_path / "pipe"), b"new")
        assert os.read(reader, 10) == b"new"
    finally:
        os.close(reader)
    assert (tmp_path / "pipe").is_fifo()


def test_a_folder_is_written_whole(tmp_path: Path) -> None:
    out = tmp_path / "out"
    for there in (False, True):
        if there:
            out.mkdir()
        write_folder(str(out), {"a": b"1", "b/c": b"2"})
        assert (out / "a").read_bytes() == b"1"
        assert (out / "b" / "c").read_bytes() == b"2"
        (tmp_path / "plain").mkdir()
        assert out.stat().st_mode == (tmp_path / "plain").stat().st_mode
        assert sorted(os.listdir(tmp_path)) == ["out", "plain"]
        shutil.rmtree(out)
        (tmp_path / "plain").rmdir()


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine").touch()
    with pytest.raises(FileError, match="is there already; name a new folder"):
        write_folder(str(tmp_path), {"a": b""})
    with pytest.raises(FileError, match="is there already"):
        write_folder(str(tmp_path / "mine"), {"a": b""})
    assert os.listdir(tmp_path) == ["mine"]


def test_no_part_of_a_folder_is_left_when_it_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "rename", fail)
    with pytest.raises(FileError, match="No space left"):
        write_folder(str(tmp_path / "out"), {"a": b"1"})
    assert os.listdir(tmp_path) == []
