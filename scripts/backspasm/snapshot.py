"""A loaded graph kept on disk, so that the next command only has to open it.

A snapshot is an Oxigraph store, opened read-only. Its name is a digest of all that it
was made from, so none can be stale, and all may be deleted at any time. They stand in
`$BACKSPASM_CACHE`, or else in the folder `backspasm` of the user's cache folder (XDG
Base Directory Specification 0.8); where `BACKSPASM_CACHE` is empty there are none.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pyoxigraph

from backspasm.files import read_bytes, rule_files, vocabulary_files

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["KEPT", "open_snapshot"]

KEPT = 4
"""How many snapshots stay on disk: the newest ones, one for each version of the data."""

_CODE = ("derivation.py", "files.py", "graph.py")


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
        Whatever `fill` raises; nothing is left behind then.
    """
    folder = _folder()
    if folder is None:
        return None
    path = os.path.join(folder, _digest(files))
    store = _opened(path)
    if store is None and _writable(folder):
        _make(path, fill)
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


def _folder() -> str | None:
    chosen = os.environ.get("BACKSPASM_CACHE")
    if chosen is not None:
        return chosen or None
    caches = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    return os.path.join(caches, "backspasm") if os.path.isabs(caches) else None


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
    temporary = tempfile.mkdtemp(prefix=".making-", dir=folder)
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
    kept = sorted(
        (entry for entry in os.scandir(folder) if not entry.name.startswith(".")),
        key=lambda entry: entry.stat().st_mtime_ns,
    )
    for entry in kept[:-KEPT]:
        shutil.rmtree(entry.path, ignore_errors=True)
