"""backspasm: what causes back muscle spasm, by whose word and at which place.

>>> import backspasm
>>> graph = backspasm.load()
>>> graph.rows("SELECT ?effect { bs:osteophyte bsv:mayCause/skos:prefLabel ?effect }")
[('pressure on spinal nerves',)]
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from backspasm.dataset import Dataset, load
    from backspasm.errors import BackspasmError
    from backspasm.graph import Graph
    from backspasm.namespaces import PREFIXES, expand, shorten
else:

    def __getattr__(name: str) -> object:
        """What is exported, imported when it is used: the program says what cannot be."""
        from importlib import import_module

        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


_HOMES = {
    "BackspasmError": "errors",
    "Dataset": "dataset",
    "Graph": "graph",
    "PREFIXES": "namespaces",
    "expand": "namespaces",
    "load": "dataset",
    "shorten": "namespaces",
}

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
