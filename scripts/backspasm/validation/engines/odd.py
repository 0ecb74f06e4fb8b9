"""The error for what is left to the reference engine."""

from __future__ import annotations

__all__ = ["OddError"]


class OddError(Exception):
    """Something of which it is not known, or not sure, that all engines answer alike."""
