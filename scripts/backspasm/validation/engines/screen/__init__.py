"""A quick screen: what surely conforms need not be put to the reference engine."""

from backspasm.validation.engines.screen.screening import doubtful

__all__ = ["doubtful"]
