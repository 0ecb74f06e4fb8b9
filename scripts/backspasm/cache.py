"""What is kept on disk because making it anew costs more than reading it.

Everything in it can be made again, and all of it may be deleted at any time. It stands in
`$BACKSPASM_CACHE`, or else in the user's cache folder (XDG Base Directory Specification
0.8); where `BACKSPASM_CACHE` is empty nothing is kept.
"""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["cache_folder", "prune", "remembered"]

_DIGEST = re.compile("[0-9a-f]{16}")

KEPT = 200
"""How many results of one kind stay on disk: the newest ones."""


def cache_folder(kind: str) -> str | None:
    """The folder for one kind of thing, or None where nothing is to be kept."""
    caches = os.environ.get("BACKSPASM_CACHE")
    if caches is None:
        home = os.path.expanduser("~")
        caches = os.environ.get("XDG_CACHE_HOME") or os.path.join(home, ".cache")
        if not os.path.isabs(caches):
            return None
    return os.path.join(caches, f"backspasm-{kind}") if caches else None


def remembered(kind: str, given: str, make: Callable[[str], str]) -> str:
    """What a function makes of a text, from disk where it was made before.

    Args:
        kind: the name of what is made; a folder of its own.
        given: all that the result hangs on.
        make: makes it.
    """
    folder = cache_folder(kind)
    if folder is None:
        return make(given)
    from importlib.util import source_hash

    path = os.path.join(folder, source_hash(given.encode()).hex())
    try:
        with open(path, encoding="utf-8") as file:
            kept_for, digest, kept = file.read().split("\0")
    except (OSError, ValueError):
        kept_for = digest = kept = ""  # not there, or damaged: it is made again
    if kept_for == given and digest == source_hash(kept.encode()).hex():
        return kept
    made = make(given)
    _keep(path, f"{given}\0{source_hash(made.encode()).hex()}\0{made}")
    return made


def _keep(path: str, content: str) -> None:
    from backspasm.errors import FileError
    from backspasm.output import write_whole

    folder = os.path.dirname(path)
    try:
        os.makedirs(folder, exist_ok=True)
        write_whole(path, content.encode())
        prune(folder, KEPT)
    except (OSError, FileError):
        return  # no room, or not allowed: the next call makes it again


def prune(folder: str, kept: int) -> None:
    """Remove all but the newest files of a folder that are named by a digest."""
    aged = [
        (entry.stat().st_mtime, entry.path)
        for entry in os.scandir(folder)
        if _DIGEST.fullmatch(entry.name)
    ]
    for _, path in sorted(aged)[: -kept or None]:
        os.unlink(path)
