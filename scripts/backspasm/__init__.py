"""backspasm: what causes back muscle spasm, by whose word and at which place.

>>> graph = load()
>>> graph.rows("SELECT ?effect { bs:osteophyte bsv:mayCause/skos:prefLabel ?effect }")
[('pressure on spinal nerves',)]
"""

from backspasm.dataset import Dataset, load
from backspasm.errors import BackspasmError
from backspasm.graph import Graph
from backspasm.namespaces import PREFIXES, expand, shorten

__version__ = "0.1.0"

__all__ = [
    "PREFIXES",
    "BackspasmError",
    "Dataset",
    "Graph",
    "__version__",
    "expand",
    "load",
    "shorten",
]
