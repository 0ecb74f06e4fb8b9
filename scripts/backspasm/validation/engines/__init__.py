"""SHACL engines: pyshacl with a screen before it, and shifty."""

from backspasm.validation.engines.faults import FaultyShapesError, RefusedShapesError
from backspasm.validation.engines.index import Index
from backspasm.validation.engines.result import Result
from backspasm.validation.engines.running import ENGINES, run
from backspasm.validation.engines.sharing import Team
from backspasm.validation.engines.wellformed import malformed, run_sound

__all__ = [
    "ENGINES",
    "FaultyShapesError",
    "Index",
    "RefusedShapesError",
    "Result",
    "Team",
    "malformed",
    "run",
    "run_sound",
]
