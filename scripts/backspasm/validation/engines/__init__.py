"""SHACL engines: pyshacl with a screen before it, and shifty."""

from backspasm.validation.engines.result import Result
from backspasm.validation.engines.running import ENGINES, run

__all__ = ["ENGINES", "Result", "run"]
