"""A quick screen: what surely conforms need not be put to an engine."""

from backspasm.validation.engines.screen.screening import doubtful

__all__ = ["doubtful"]
