"""backspasm: what causes back muscle spasm, by whose word and at which place."""

from backspasm.dataset import Dataset, load
from backspasm.errors import BackspasmError
from backspasm.namespaces import PREFIXES

__version__ = "0.1.0"

__all__ = ["PREFIXES", "BackspasmError", "Dataset", "__version__", "load"]
