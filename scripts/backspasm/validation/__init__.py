"""Validation: what is wrong with data, where it stands, and what to do about it."""

from backspasm.validation.reference import Finding, Report, to_graph, validate

__all__ = ["Finding", "Report", "to_graph", "validate"]
