"""What a search for paths may use."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["MAX_STEPS", "MOST", "Limits"]

MAX_STEPS = 8
"""How many steps a path may have, unless told otherwise."""

MOST = 20
"""How many paths are given, unless told otherwise."""


class Limits(NamedTuple):
    """What an explanation may use.

    Attributes:
        max_steps: how many steps a path may have.
        strict: only claims that license `bsv:causes` or `bsv:contributesTo`.
        through: IRIs of concepts that every path must pass.
        without: IRIs of concepts that no path may pass.
        limit: how many paths to give.
    """

    max_steps: int = MAX_STEPS
    strict: bool = False
    through: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    limit: int = MOST
