"""A folder that is written whole: the old release or the new one, and never a mixture.

All files are written to a folder beside the wanted one. Where nothing stands, one rename puts
it there; where a release stands, the two change places at once, and the old one is removed.
Where the system cannot exchange folders, the old one is renamed away first: a reader may then
find nothing for a moment, and when the process dies in this moment, the next run puts the old
one back.

One process at a time writes beside a folder: it locks the folder above. The kernel takes the
lock from a process that dies. One that is stopped by Ctrl-C or SIGTERM clears away what is not
finished; what one leaves that is killed may be deleted, and the next run does it.
"""

from __future__ import annotations

import fcntl
import os
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from backspasm.digest import sha256
from backspasm.errors import FileError
from backspasm.release.sums import SUMS, parse_sums
from backspasm.release.swap import Stopped, flush, stoppable, swap

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["check_place", "install"]

MARKS = (SUMS, "manifest.ttl", "backspasm.nq")
"""The files by which a folder is known to be a release."""


class _Place(NamedTuple):
    """Where a release goes, and what stands beside it meanwhile.

    Attributes:
        wanted: the folder; no link.
        new: what is not finished, or was taken away. Whoever finds it may remove it.
        old: the old release while nothing stands at `wanted`; it is whole.
    """

    wanted: str
    new: str
    old: str


def install(files: Mapping[str, bytes], folder: str) -> None:
    """Write files to a folder, all of them or none.

    Args:
        files: the content by path, with `/` between folders.
        folder: a new folder, an empty one, or one with a release, which is replaced. A link
            keeps pointing where it points.

    Raises:
        FileError: something else stands there, or the folder above is missing or may not
            be written to, or the disk is full. Then nothing has changed.
    """
    place = _place(folder)
    try:
        with _locked(os.path.dirname(place.wanted)), stoppable():
            try:
                _heal(place)
                _check(place.wanted)
                _write(files, place.new)
                _move(place)
                _clear(place)
            except Stopped:
                _heal(place)
                raise
    except OSError as error:
        raise FileError(
            f"cannot be written: {error.strerror or error}",
            place=folder,
            remedy="name a folder in one that exists, that you may write to and that has room",
        ) from error


def check_place(folder: str) -> None:
    """Say at once what `install` would say once all files are made.

    Raises:
        FileError: see `install`.
    """
    wanted = _place(folder).wanted
    above = os.path.dirname(wanted)
    if not os.path.isdir(above):
        raise FileError("no such folder", place=above, remedy="make it first")
    _check(wanted)


def _place(folder: str) -> _Place:
    wanted = os.path.realpath(folder)
    above, name = os.path.split(wanted)
    beside = os.path.join(above, f".backspasm-{sha256(os.fsencode(name))[:16]}")
    return _Place(wanted, f"{beside}.new", f"{beside}.old")


@contextmanager
def _locked(folder: str) -> Iterator[None]:
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _heal(place: _Place) -> None:
    """Put right what a run left that was killed."""
    if os.path.lexists(place.old):
        if not os.path.lexists(place.wanted):
            os.rename(place.old, place.wanted)
        else:
            _remove(place.new)
            os.rename(place.old, place.new)
    _remove(place.new)


def _write(files: Mapping[str, bytes], folder: str) -> None:
    """Write files to a new folder and onto the disk; on failure nothing is left."""
    try:
        for above in sorted({"", *map(os.path.dirname, files)}):
            os.makedirs(os.path.join(folder, above), exist_ok=bool(above))
        for path, content in files.items():
            with open(os.path.join(folder, path), "xb") as file:
                file.write(content)
        flush(folder)
    except BaseException:
        _remove(folder)
        raise


def _move(place: _Place) -> None:
    """Put the new folder in its place; on failure the old one stands there."""
    try:
        if not os.path.lexists(place.wanted) or not os.listdir(place.wanted):
            os.rename(place.new, place.wanted)
        elif not swap(place.new, place.wanted):
            os.rename(place.wanted, place.old)
            os.rename(place.new, place.wanted)
    except BaseException:
        _heal(place)
        raise


def _clear(place: _Place) -> None:
    """Make the move last, and remove the old release."""
    try:
        handle = os.open(os.path.dirname(place.wanted), os.O_RDONLY)
        os.fsync(handle)
        os.close(handle)
        _heal(place)
    except OSError as error:
        raise FileError(
            f"cannot be removed: {error.strerror or error}",
            place=place.new,
            remedy="the new release is in its place; remove this old one yourself",
        ) from error


def _remove(folder: str) -> None:
    if os.path.lexists(folder):
        shutil.rmtree(folder)


def _check(folder: str) -> None:
    """Refuse to replace what is no release, and the folder in which the user stands."""
    here = os.path.join(os.path.realpath(os.curdir), "")
    if here.startswith(os.path.join(folder, "")):
        raise FileError(
            "is the folder you are in, or above it", place=folder, remedy="go elsewhere first"
        )
    if not os.path.lexists(folder):
        return
    if os.path.ismount(folder):
        raise FileError(
            "is a mount point, which nothing can replace",
            place=folder,
            remedy="name a folder inside it",
        )
    if not os.path.isdir(folder):
        raise FileError("is no folder", place=folder, remedy="name another")
    there = set(_below(folder))
    if not there:
        return
    if not there.issuperset(MARKS):
        raise FileError(
            "is not empty and holds no release",
            place=folder,
            remedy="name another folder, or empty it first",
        )
    with open(os.path.join(folder, SUMS), "rb") as file:
        listed, _ = parse_sums(file.read())
    foreign = sorted(there - {SUMS, *listed})
    if foreign:
        raise FileError(
            f"holds {foreign[0]}, which is no part of the release there",
            place=folder,
            remedy="move it elsewhere first",
        )


def _below(folder: str) -> Iterator[str]:
    """The paths of all files below a folder, links to folders among them, and empty folders."""
    for parent, folders, names in os.walk(folder):
        links = [name for name in folders if os.path.islink(os.path.join(parent, name))]
        empty = [""] if parent != folder and not folders and not names else []
        for name in (*links, *names, *empty):
            path = os.path.relpath(os.path.join(parent, name), folder)
            yield path.replace(os.sep, "/")
