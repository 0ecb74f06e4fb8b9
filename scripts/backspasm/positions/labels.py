"""Names of blank nodes that tell their labels, and are not the same in two files."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import chain, count

__all__ = ["Labels", "label_of"]

_LABEL = rb"([\w.\-\x80-\xff]+)"
# Two, as a search is quick where all that it looks for begins with the same letters.
_WRITTEN = (re.compile(b"_:" + _LABEL), re.compile(rb"""nodeID\s*=\s*["']""" + _LABEL))
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

    def of_file(self, content: bytes, *, labelled: bool = False) -> dict[str, str]:
        """The names of the nodes of the next file, by what the parser calls them.

        Args:
            content: the whole file.
            labelled: whether each node has a label in this format.
        """
        return _Names(self._taken, self._unnamed, next(self._files), content, labelled)


class _Names(dict[str, str]):
    def __init__(
        self,
        taken: set[str],
        unnamed: count[int],
        file: int,
        content: bytes,
        labelled: bool,  # noqa: FBT001 (private, and called once)
    ) -> None:
        self._taken, self._unnamed, self._file, self._content = taken, unnamed, file, content
        self._labelled = labelled

    def __missing__(self, node: str) -> str:
        self[node] = name = self._named(node)
        return name

    @cached_property
    def _written(self) -> set[str]:
        words = chain.from_iterable(pattern.findall(self._content) for pattern in _WRITTEN)
        return {word.rstrip(b".").decode("utf-8", "replace") for word in words}

    def _named(self, node: str) -> str:
        if not self._labelled and node not in self._written:
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
