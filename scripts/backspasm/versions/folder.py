"""A folder on disk, read as the files of a revision are."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from backspasm.files import FORMATS, read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["Folder", "on_disk", "rdf_among"]


class Folder:
    """A folder on disk; it answers as `backspasm.versions.repository.Tree` does."""

    def __init__(self, place: str) -> None:
        """Args: its path, by which errors name it."""
        self.place = place

    def has(self, name: str) -> bool:
        """Whether there is a file with a relative name."""
        return os.path.isfile(self.where(name))

    def below(self, folder: str = "") -> list[str]:
        """The relative names of all files in a folder, in order; hidden ones are left out."""
        names = []
        for parent, folders, found in os.walk(os.path.join(self.place, folder)):
            folders[:] = [name for name in folders if not name.startswith(".")]
            relative = os.path.relpath(parent, self.place).replace(os.sep, "/")
            start = "" if relative == "." else f"{relative}/"
            names += [start + name for name in found if not name.startswith(".")]
        return sorted(names)

    def where(self, name: str) -> str:
        """How an error names a file."""
        return os.path.join(self.place, *name.split("/"))

    def read(self, names: Sequence[str]) -> list[tuple[str, bytes]]:
        """Files with the names by which errors call them.

        Raises:
            FileError: one is missing or cannot be read.
        """
        return on_disk(map(self.where, names))


def on_disk(names: Iterable[str]) -> list[tuple[str, bytes]]:
    """Files by their paths, with their content.

    Raises:
        FileError: one is missing or cannot be read.
    """
    return [(name, read_bytes(name)) for name in names]


def rdf_among(names: Iterable[str]) -> list[str]:
    """The names of RDF files, by their endings."""
    return [name for name in names if os.path.splitext(name)[1].lower() in FORMATS]
