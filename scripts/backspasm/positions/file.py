"""A file that was read, as far as positions look at it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pyoxigraph

    from backspasm.errors import FileError

__all__ = ["BY_LINE", "File", "ending_of"]

BY_LINE = (".nt", ".nq")
"""Endings of formats with one triple in a line, a label for each blank node, and no prefix."""


class File(Protocol):
    """A file that was read."""

    @property
    def name(self) -> str:
        """Its name; the ending says the format."""

    @property
    def content(self) -> bytes:
        """The whole of it."""

    @property
    def triples(self) -> Sequence[pyoxigraph.Triple]:
        """Its triples in the order of the parser."""

    @property
    def base(self) -> str:
        """What relative IRIs are relative to."""

    @property
    def error(self) -> FileError | None:
        """Why it cannot be read or parsed, or None."""


def ending_of(file: File) -> str:
    """The ending of the name of a file: `.ttl`."""
    return os.path.splitext(file.name)[1].lower()
