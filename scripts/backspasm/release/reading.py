"""A folder that others made is read without being led out of it."""

from __future__ import annotations

import hashlib
import os
import stat
from typing import TYPE_CHECKING, NamedTuple

from backspasm.errors import FileError
from backspasm.release.sums import is_safe

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["MAX_BYTES", "MAX_FILES", "Entry", "read_folder", "read_within"]

MAX_BYTES = 1 << 29
"""How large a file of a release may be: half a gibibyte."""

MAX_FILES = 100_000
"""How many files a release may have."""

MAX_TOTAL = 1 << 32
"""How many bytes all files of a release may have: four gibibytes."""

MAX_DEPTH = 8
"""How many folders may stand in each other."""

_FLAGS = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC


class Entry(NamedTuple):
    """One thing that stands in a folder.

    Attributes:
        path: with `/` between folders.
        size: its bytes.
        digest: its SHA-256, or "" where it was not read.
        problem: why it was not read, or "".
    """

    path: str
    size: int
    digest: str
    problem: str


def read_folder(folder: str) -> list[Entry]:
    """All that stands in a folder and is no folder, in the order of the paths.

    Nothing is followed: each file is opened below its folder, as what it is there.

    Raises:
        FileError: it is no folder, cannot be read, or holds too many files.
    """
    try:
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except OSError as error:
        raise FileError(
            f"cannot be read: {error.strerror}", place=folder, remedy="name the folder of a release"
        ) from error
    entries = []
    read = 0
    try:
        for entry in _walk(handle, ()):
            entries.append(entry)
            read += entry.size if entry.digest else 0
            if len(entries) > MAX_FILES or read > MAX_TOTAL:
                raise FileError(
                    f"holds more than {MAX_FILES} files or {MAX_TOTAL} bytes",
                    place=folder,
                    remedy="no release does",
                )
    except OSError as error:
        raise FileError(
            f"cannot be read: {error.strerror}", place=folder, remedy="check its permissions"
        ) from error
    finally:
        os.close(handle)
    return sorted(entries)


def _walk(handle: int, above: tuple[str, ...]) -> Iterator[Entry]:
    with os.scandir(handle) as found:
        names = sorted(entry.name for entry in found)
    if not names and above:
        yield Entry("/".join(above), 0, "", "is an empty folder")
    for name in names:
        path = "/".join((*above, name))
        mode = os.stat(name, dir_fd=handle, follow_symlinks=False).st_mode
        if not is_safe(name):
            yield Entry(path, 0, "", "has a name that no file of a release has")
        elif stat.S_ISDIR(mode) and len(above) < MAX_DEPTH:
            below = os.open(name, _FLAGS | os.O_DIRECTORY, dir_fd=handle)
            try:
                yield from _walk(below, (*above, name))
            finally:
                os.close(below)
        elif stat.S_ISREG(mode):
            yield _entry(path, os.open(name, _FLAGS, dir_fd=handle))
        else:
            kind = "a link" if stat.S_ISLNK(mode) else "no plain file"
            yield Entry(path, 0, "", f"is {kind}")


def _entry(path: str, handle: int) -> Entry:
    with open(handle, "rb") as file:
        size = os.fstat(file.fileno()).st_size
        if size > MAX_BYTES:
            return Entry(path, size, "", f"has {size} bytes, more than any file of a release")
        return Entry(path, size, hashlib.file_digest(file, "sha256").hexdigest(), "")


def read_within(folder: str, path: str) -> bytes:
    """The content of one file that `read_folder` found without a problem.

    Raises:
        FileError: it is another one now, or cannot be read.
    """
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        for name in path.split("/"):
            above, handle = handle, os.open(name, _FLAGS, dir_fd=handle)
            os.close(above)
        with open(os.dup(handle), "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise FileError("is no plain file now", place=path, remedy="check again")
            return file.read(MAX_BYTES)
    except OSError as error:
        raise FileError(
            f"cannot be read: {error.strerror}", place=path, remedy="check again"
        ) from error
    finally:
        os.close(handle)
