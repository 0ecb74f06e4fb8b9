"""Checking again whenever a file changes."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from backspasm.errors import UseError
from backspasm.files import FORMATS, dataset_folder

if TYPE_CHECKING:
    import threading
    from collections.abc import Iterable, Iterator

__all__ = ["changes"]


def changes(
    paths: Iterable[str | os.PathLike[str]], *, step: int = 50, stop: threading.Event | None = None
) -> Iterator[None]:
    """Once at the start, and again after each change of an RDF file.

    Folders are watched rather than files, for many editors replace a file by a new one.

    Args:
        paths: files or folders; by default those of the shipped data.
        step: for how many milliseconds nothing more may change before it counts as done.
        stop: an event that ends it; by default nothing does.

    Raises:
        UseError: the package `watchfiles` is not installed.
    """
    try:
        import watchfiles
    except ImportError as error:
        raise UseError(
            "watchfiles is not installed",
            place="--watch",
            remedy='pip install "backspasm[watch]"',
        ) from error
    names = [os.path.abspath(name) for name in paths]
    names = names or [os.path.join(dataset_folder(), name) for name in ("data", "shapes")]
    files = {name for name in names if not os.path.isdir(name)}
    folders = {name if name not in files else os.path.dirname(name) for name in names}

    def counts(_: object, name: str) -> bool:
        if name in files:
            return True
        inside = any(name.startswith(folder + os.sep) for folder in set(names) - files)
        return inside and os.path.splitext(name)[1].lower() in FORMATS

    yield
    for _ in watchfiles.watch(*sorted(folders), watch_filter=counts, step=step, stop_event=stop):
        yield
