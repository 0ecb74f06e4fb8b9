"""Two folders change places at once, and who stops it leaves nothing behind.

The exchange needs Linux (renameat2).
"""

from __future__ import annotations

import ctypes
import errno
import os
import signal
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

__all__ = ["Stopped", "flush", "stoppable", "swap"]

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_NOT_HERE = (errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP)
"""What kernels and file systems answer that cannot do it."""


class Stopped(BaseException):
    """A signal came that ends the process."""


@contextmanager
def stoppable() -> Iterator[None]:
    """Let what is half done be cleared away when a signal comes that ends the process.

    Ctrl-C and SIGTERM raise `Stopped` inside, once; then they do what they did before. What is
    ignored stays so, and signals reach the main thread alone.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    known = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    taken = {number: old for number, old in known.items() if old not in (signal.SIG_IGN, None)}
    came: list[int] = []

    def stop(number: int, _: FrameType | None) -> None:
        came.append(number)
        if len(came) == 1:  # else it is being cleared away
            raise Stopped

    for number in taken:
        signal.signal(number, stop)
    try:
        yield
    finally:
        for number, old in taken.items():
            signal.signal(number, old)
        if came:
            signal.raise_signal(came[0])


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
