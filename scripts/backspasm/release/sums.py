"""`SHA256SUMS`: the digest of each file, as `sha256sum` of GNU coreutils writes and reads it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from backspasm.digest import sha256

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["SUMS", "digest_of_folder", "is_safe", "parse_sums", "write_sums"]

SUMS = "SHA256SUMS"
"""The name of the file, which lists all files of a release but itself."""

_LINE = re.compile(r"([0-9a-f]{64}) [ *](.+)")
_NAME = re.compile(r"[A-Za-z0-9_@][A-Za-z0-9_.@+-]*", re.ASCII)


def is_safe(path: str) -> bool:
    """Whether a path names a file below its folder in letters that every system takes."""
    return all(_NAME.fullmatch(name) for name in path.split("/"))


def write_sums(files: Mapping[str, bytes]) -> bytes:
    """The digests of files, in the order of their paths."""
    return _lines({path: sha256(content) for path, content in files.items()})


def digest_of_folder(digests: Mapping[str, str]) -> str:
    """One digest for several files: that of the lines of `SHA256SUMS` which list them.

    Args:
        digests: the SHA-256 of each file by its path in the release.
    """
    return sha256(_lines(digests))


def _lines(digests: Mapping[str, str]) -> bytes:
    return "".join(f"{digests[path]}  {path}\n" for path in sorted(digests)).encode()


def parse_sums(content: bytes) -> tuple[dict[str, str], list[str]]:
    """Read what `write_sums` wrote.

    Returns:
        The digest for each path, and the lines that are none, name no file below the
        folder, or name one again. Their paths are for nobody to open.
    """
    listed: dict[str, str] = {}
    refused = []
    for line in content.decode(errors="replace").split("\n"):
        match = _LINE.fullmatch(line)
        if match and is_safe(match[2]) and match[2] not in listed:
            listed[match[2]] = match[1]
        elif line:
            refused.append(line)
    return listed, refused
