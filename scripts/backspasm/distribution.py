"""A file of a release: one form of the dataset, or a part of it (DCAT 3, section 6.8)."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Distribution"]


class Distribution(NamedTuple):
    """One file that a view of the graph consists of.

    Attributes:
        path: its name, relative to where it is written, with `/` between folders.
        media_type: its media type as IANA has it, such as "text/turtle".
        content: its bytes.
    """

    path: str
    media_type: str
    content: bytes
