"""File names as URI references (RFC 3986), the same on every system."""

from __future__ import annotations

import os
import re
from urllib.parse import quote

__all__ = ["file_uri", "slashed"]

_DRIVE = re.compile(r"[A-Za-z]:[\\/]")


def slashed(name: str) -> str:
    """A file name with `/` between folders and without folders named `.`."""
    foreign = os.sep == "\\" or _DRIVE.match(name) or name.startswith("\\\\")
    text = name.replace("\\", "/") if foreign else name
    root = "//" if text.startswith("//") and foreign else "/" if text.startswith("/") else ""
    parts = [part for part in text.split("/") if part not in ("", ".")]
    return root + "/".join(parts)


def file_uri(name: str) -> str:
    r"""The URI of a file, or a reference relative to the current folder.

    Whatever bytes a name has are percent-encoded, also a colon, which would end a scheme
    (RFC 3986, section 4.2). A name from a root gets the scheme `file` (RFC 8089).

    >>> file_uri("./my data/ä:1.ttl"), file_uri("C:\\data\\a.ttl")
    ('my%20data/%C3%A4%3A1.ttl', 'file:///C:/data/a.ttl')
    """
    path = slashed(name)
    if _DRIVE.match(path):
        return f"file:///{path[:2]}{_encoded(path[2:])}"
    if path.startswith("//"):
        return f"file:{_encoded(path)}"
    return f"file://{_encoded(path)}" if path.startswith("/") else _encoded(path)


def _encoded(path: str) -> str:
    return quote(path.encode("utf-8", "surrogateescape"))
