"""Names of blank nodes that tell their labels, and are not the same in two files."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import count

__all__ = ["Labels", "label_of"]

_WRITTEN = re.compile(rb"""(?:_:|nodeID\s*=\s*["'])([\w.\-\x80-\xff]+)""")
_MARK = re.compile(r"--([0-9]+)\Z")
_UNNAMED = "--0"


class Labels:
    """Names blank nodes, file by file.

    A node has its label. If a file before has the same, `--` and the number of the file
    follow. A node without a label in its file has a number, and `--0`.
    """

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._files, self._unnamed = count(1), count(1)

    def of_file(self, content: bytes) -> dict[str, str]:
        """The names of the nodes of the next file, by what the parser calls them.

        Args:
            content: the whole file.
        """
        return _Names(self._taken, self._unnamed, next(self._files), content)


class _Names(dict[str, str]):
    def __init__(self, taken: set[str], unnamed: count[int], file: int, content: bytes) -> None:
        self._taken, self._unnamed, self._file, self._content = taken, unnamed, file, content

    def __missing__(self, node: str) -> str:
        self[node] = name = self._named(node)
        return name

    @cached_property
    def _written(self) -> set[str]:
        words = _WRITTEN.findall(self._content)
        return {word.rstrip(b".").decode("utf-8", "replace") for word in words}

    def _named(self, node: str) -> str:
        if node not in self._written:
            return f"{next(self._unnamed)}{_UNNAMED}"
        if node in self._taken or _MARK.search(node):
            return f"{node}--{self._file}"
        self._taken.add(node)
        return node


def label_of(name: str) -> str:
    """The label that a node has in its file, or "" where it has none.

    Args:
        name: a name that `Labels` gave.

    >>> [label_of(name) for name in ("b1", "b1--2", "7--0")]
    ['b1', 'b1', '']
    """
    return "" if name.endswith(_UNNAMED) else _MARK.sub("", name)
