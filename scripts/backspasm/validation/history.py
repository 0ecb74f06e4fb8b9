"""What became of files since a git revision, and what they held then."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from backspasm.files import FORMATS
from backspasm.versions.repository import changes_since

if TYPE_CHECKING:
    from collections.abc import Iterable

    Path = str | os.PathLike[str]

__all__ = ["History"]


class History:
    """The changes since a revision, as they matter to a validation.

    Args:
        revision: as gitrevisions(7) names it.

    Raises:
        FileError: there is no such revision.
    """

    def __init__(self, revision: str) -> None:
        self._changes = changes_since(revision)

    def has(self, name: str) -> bool:
        """Whether a file is as it was. What git does not know is not."""
        return os.path.realpath(name) in self._changes.same

    def changed(self, names: Iterable[str], paths: Iterable[Path] = ()) -> list[str]:
        """Those of files that git knows to be changed or new, and what is gone.

        Args:
            names: the files.
            paths: where to look for RDF files that are there no more: in these folders,
                and beside these files.
        """
        folders = (path if os.path.isdir(path) else os.path.dirname(path) for path in paths)
        roots = set(map(os.path.realpath, folders))
        return [
            *(name for name in names if os.path.realpath(name) in self._changes.changed),
            *(name for name in sorted(self._changes.gone) if _was_read(name, roots)),
        ]

    def before(self, names: Iterable[str]) -> dict[str, bytes]:
        """What files held then, by their names; of files that were not there, nothing."""
        by_path = {os.path.realpath(name): name for name in names}
        contents = self._changes.before(by_path)
        return {by_path[path]: content for path, content in contents.items()}


def _was_read(name: str, roots: Iterable[str]) -> bool:
    """Whether a search of folders would have come upon a file."""
    if os.path.splitext(name)[1].lower() not in FORMATS:
        return False
    return any(
        not any(part.startswith(".") for part in os.path.relpath(name, root).split(os.sep))
        for root in roots
    )
