"""Whether shapes are well-formed, by SHACL's own shapes (SHACL, appendix C)."""

from __future__ import annotations

import os
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

from backspasm.files import parse_file
from backspasm.validation.engines.index import Index
from backspasm.validation.engines.running import run

if TYPE_CHECKING:
    from backspasm.validation.engines.result import Result
    from backspasm.validation.engines.running import Graph

__all__ = ["SHACL_SHACL", "malformed", "shacl_shacl"]

SHACL_SHACL = "http://www.w3.org/ns/shacl-shacl#"
"""The namespace of the shapes of `shacl_shacl`."""


def malformed(shapes: Graph) -> list[Result]:
    """What is wrong with shapes.

    Args:
        shapes: the shapes graph.

    Returns:
        Results whose focus nodes are nodes of the shapes graph, sorted.

    Raises:
        DataError: the graph has terms that SHACL 1.0 does not know.
    """
    return run(shapes, shacl_shacl())


@cache
def shacl_shacl() -> Index:
    """The shapes of SHACL for shapes, as pyshacl carries them."""
    found = find_spec("pyshacl")  # without an import, which costs more than the check
    folders = list(found.submodule_search_locations or ()) if found is not None else []
    return Index.of(parse_file(os.path.join(folders[0], "assets", "shacl-shacl.ttl")))
