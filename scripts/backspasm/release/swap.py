"""Two folders change places at once, where the system can (Linux, renameat2)."""

from __future__ import annotations

import ctypes
import errno
import os

__all__ = ["flush", "swap"]

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_NOT_HERE = (errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP)
"""What kernels and file systems answer that cannot do it."""


def swap(one: str, other: str) -> bool:
    """Let two folders of one file system change places, so that no one meets neither or half.

    Returns:
        Whether they did; False where the system or the file system cannot do it.

    Raises:
        OSError: it can, but not with these.
    """
    function = _function("renameat2")
    if function is None:
        return False
    paths = os.fsencode(one), os.fsencode(other)
    if function(_AT_FDCWD, paths[0], _AT_FDCWD, paths[1], _RENAME_EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in _NOT_HERE:
        return False
    raise OSError(number, os.strerror(number), one, None, other)


def flush(folder: str) -> None:
    """Bring all that was written to a file system onto its disk.

    One call for all files: one after the other, each of hundreds of small files would wait
    for the disk. What other programs wrote there is waited for as well.

    Raises:
        OSError: the disk is full or broken.
    """
    handle = os.open(folder, os.O_RDONLY)
    try:
        function = _function("syncfs")
        if function is None:
            os.sync()
        elif function(handle) != 0:
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number), folder)
        os.fsync(handle)
    finally:
        os.close(handle)


def _function(name: str) -> ctypes._NamedFuncPointer | None:
    """A function of the C library, or None where it has none of this name."""
    return getattr(ctypes.CDLL(None, use_errno=True), name, None)
