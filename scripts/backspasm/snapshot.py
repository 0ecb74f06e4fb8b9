"""A loaded graph kept on disk, so that the next command only has to open it.

A snapshot is an Oxigraph store, opened read-only. Its name is a digest of all that it
was made from, so none can be stale. They stand in the folder `backspasm-snapshots` of the
cache, see `backspasm.cache`.
"""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

import pyoxigraph

from backspasm.cache import cache_folder
from backspasm.files import read_bytes, rule_files, vocabulary_files

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["KEPT", "STALE", "open_snapshot"]

KEPT = 4
"""How many snapshots stay on disk: the newest ones, one for each version of the data."""

STALE = 3600
"""Seconds after which what an interrupted command left half made is removed."""

_CODE = ("dataset.py", "derivation.py", "files.py", "graph.py", "namespaces.py")
_MAKING = ".making-"
_NAME = re.compile("[0-9a-f]{16}")


def open_snapshot(
    files: Sequence[str], fill: Callable[[pyoxigraph.Store], None]
) -> pyoxigraph.Store | None:
    """The store with the graph of some files, made first where it is not there yet.

    Args:
        files: the data files.
        fill: loads them into an empty store.

    Returns:
        A read-only store, or None where snapshots are not wanted or cannot be written.
        The caller then fills a store in memory, which gives the same answers.

    Raises:
        What `fill` raises, save OSError and RuntimeError, which may come of a full
        disk and give None. Nothing is left behind.
    """
    folder = cache_folder("snapshots")
    if folder is None:
        return None
    path = os.path.join(folder, _digest(files))
    store = _opened(path)
    if store is None and _writable(folder):
        _prune(folder)
        try:
            _make(path, fill)
        except (OSError, RuntimeError):
            return None  # no room: the store in memory will do
        store = _opened(path)
    return store


def _opened(path: str) -> pyoxigraph.Store | None:
    if not os.path.isdir(path):
        return None
    try:
        return pyoxigraph.Store.read_only(path)
    except (OSError, RuntimeError):
        return None  # damaged: it is made again


def _writable(folder: str) -> bool:
    try:
        os.makedirs(folder, exist_ok=True)
    except OSError:
        return False
    return os.access(folder, os.W_OK | os.X_OK)


def _digest(files: Sequence[str]) -> str:
    """The hash by which Python also finds out whether byte code is stale (PEP 552)."""
    from importlib.util import source_hash

    code = [os.path.join(os.path.dirname(__file__), name) for name in _CODE]
    parts = [pyoxigraph.__version__.encode()]
    for name in (*code, *vocabulary_files(), *rule_files(), *files):
        content = read_bytes(name)
        parts += [f"\n{os.path.splitext(name)[1]} {len(content)}\n".encode(), content]
    return source_hash(b"".join(parts)).hex()


def _make(path: str, fill: Callable[[pyoxigraph.Store], None]) -> None:
    import shutil
    import tempfile

    folder = os.path.dirname(path)
    temporary = tempfile.mkdtemp(prefix=_MAKING, dir=folder)
    try:
        store = pyoxigraph.Store(temporary)
        fill(store)
        store.flush()
        store.optimize()
        del store  # closes it
        shutil.rmtree(path, ignore_errors=True)
        try:
            os.rename(temporary, path)
        except OSError:
            if not os.path.isdir(path):  # else another process was first
                raise
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def _prune(folder: str) -> None:
    """Remove all but the newest snapshots, and what was left half made; nothing else."""
    import shutil
    import time

    made = []
    for entry in os.scandir(folder):
        try:
            age = time.time() - entry.stat().st_mtime
        except FileNotFoundError:
            continue  # another process removed it
        if _NAME.fullmatch(entry.name):
            made.append((age, entry.path))
        elif entry.name.startswith(_MAKING) and age > STALE:
            shutil.rmtree(entry.path, ignore_errors=True)
    for _, path in sorted(made)[KEPT - 1 :]:
        shutil.rmtree(path, ignore_errors=True)
