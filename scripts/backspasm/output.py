"""Where output goes: files that are written whole or not at all, and standard output."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from backspasm.errors import FileError, UseError

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["format_by_ending", "print_out", "write_folder", "write_whole"]


def print_out(content: bytes) -> None:
    """Write to standard output. Whoever closes a pipe has seen enough.

    Raises:
        UseError: standard output is closed.
    """
    if sys.stdout is None:
        raise UseError("is closed", place="standard output", remedy="use --output FILE")
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        return


def format_by_ending(output: str | None, formats: Mapping[str, str]) -> str:
    """The format that a file name asks for by its ending.

    Args:
        output: the name; None or "-" for standard output.
        formats: the format for each ending. The first is that of standard output.

    Raises:
        FileError: the ending is of none of the formats.
    """
    if output in (None, "", "-") or str(output).startswith("/dev/"):
        return next(iter(formats.values()))
    ending = str(output).rpartition(".")[2].lower()
    if ending not in formats:
        remedy = f"add --format, or use a name that ends in .{', .'.join(formats)}"
        raise FileError("no format has this ending", place=str(output), remedy=remedy)
    return formats[ending]


def write_whole(name: str, content: bytes) -> None:
    """Write a file by way of a temporary one beside it, so that no one meets half a file.

    A link keeps pointing where it points, and a file keeps its permissions. What is no
    file, such as a pipe or a device, is written to as it is.

    Raises:
        FileError: the folder is missing or cannot be written to.
    """
    import tempfile

    if os.path.isdir(name):
        raise FileError("is a folder", place=name, remedy="name a file")
    if name.startswith(("/dev/", "/proc/")) or (os.path.exists(name) and not os.path.isfile(name)):
        _write_through(name, content)
        return
    name = os.path.realpath(name)
    mode = os.stat(name).st_mode & 0o7777 if os.path.exists(name) else 0o666 & ~_umask()
    folder = os.path.dirname(name)
    try:
        handle, temporary = tempfile.mkstemp(prefix=".backspasm-", dir=folder)
    except OSError as error:
        raise _refused(name, error) from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.chmod(temporary, mode)
        os.replace(temporary, name)
    except OSError as error:
        raise _refused(name, error) from error
    finally:
        if os.path.exists(temporary):
            os.unlink(temporary)


def write_folder(name: str, files: Mapping[str, bytes]) -> None:
    """Write a new folder, whole or not at all.

    Args:
        name: the folder, which does not exist or is empty.
        files: the contents by path, with `/` between folders.

    Raises:
        FileError: it holds something, or cannot be written.
    """
    import shutil
    import tempfile

    name = os.path.realpath(name)
    if os.path.exists(name) and not (os.path.isdir(name) and not os.listdir(name)):
        raise FileError("is there already", place=name, remedy="name a new folder")
    temporary = ""
    try:
        temporary = tempfile.mkdtemp(prefix=".backspasm-", dir=os.path.dirname(name))
        for path, content in files.items():
            place = os.path.join(temporary, *path.split("/"))
            os.makedirs(os.path.dirname(place), exist_ok=True)
            with open(place, "wb") as file:
                file.write(content)
        os.chmod(temporary, 0o777 & ~_umask())
        os.rename(temporary, name)
    except OSError as error:
        raise _refused(name, error) from error
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def _write_through(name: str, content: bytes) -> None:
    try:
        with open(name, "wb") as file:
            file.write(content)
    except OSError as error:
        raise _refused(name, error) from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _refused(name: str, error: OSError) -> FileError:
    return FileError(
        f"cannot be written: {error.strerror or error}",
        place=name,
        remedy="name a file in a folder that exists and that you may write to",
    )
