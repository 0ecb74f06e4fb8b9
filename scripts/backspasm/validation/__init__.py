"""Validation: what is wrong with data, where it stands, and what to do about it.

>>> validation = validate()
>>> validation.report.conforms
True
"""

from backspasm.validation.finding import Finding, Place
from backspasm.validation.report import Report
from backspasm.validation.validator import Settings, Validation, validate

__all__ = ["Finding", "Place", "Report", "Settings", "Validation", "validate"]
