"""The order in which people expect names: claim 2 before claim 10."""

from __future__ import annotations

import re

__all__ = ["natural"]

_DIGITS = re.compile("([0-9]+)")


def natural(text: str) -> list[str | int]:
    """A key that sorts the numbers inside a text by value.

    >>> sorted(["c-10", "c-2", "c"], key=natural)
    ['c', 'c-2', 'c-10']
    """
    parts = enumerate(_DIGITS.split(text))
    return [int(part) if place % 2 else part for place, part in parts]
