"""The canonical form of a dataset, and the digest that names it.

RDF Dataset Canonicalization (RDFC-1.0), sections 4 and 5: blank nodes are named by what is
said of them, each quad is one line of canonical N-Quads, and the lines stand in code point
order. Two datasets that say the same have the same canonical form, on every machine.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pyoxigraph

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["canonical_nquads", "canonical_quads", "sha256"]


def canonical_nquads(quads: Iterable[pyoxigraph.Quad]) -> bytes:
    """Quads in the canonical form of RDFC-1.0, in UTF-8.

    Oxigraph names the blank nodes and writes the lines; the order is what it leaves open.
    In UTF-8 the order of bytes is that of code points.
    """
    # Without an output, pyoxigraph returns the bytes; its types allow for None.
    content = pyoxigraph.serialize(canonical_quads(quads), format=pyoxigraph.RdfFormat.N_QUADS)
    return b"".join(sorted((content or b"").splitlines(keepends=True)))


def canonical_quads(quads: Iterable[pyoxigraph.Quad]) -> Iterable[pyoxigraph.Quad]:
    """The quads, each once, with blank nodes named by RDFC-1.0 where there are any.

    Datasets that are made to be hard can take for ever (RDFC-1.0, section 7.1).
    """
    distinct = dict.fromkeys(quads)
    if all(_named(quad) for quad in distinct):
        return distinct
    dataset = pyoxigraph.Dataset(distinct)
    dataset.canonicalize(pyoxigraph.CanonicalizationAlgorithm.RDFC_1_0)
    return dataset


def sha256(content: bytes) -> str:
    """The SHA-256 of bytes, in lower-case hexadecimal; of canonical N-Quads, the dataset's name."""
    return hashlib.sha256(content).hexdigest()


def _named(quad: pyoxigraph.Quad) -> bool:
    """Whether it has no blank node, nor a triple that could hold one."""
    return (
        isinstance(quad.subject, pyoxigraph.NamedNode)
        and isinstance(quad.object, (pyoxigraph.NamedNode, pyoxigraph.Literal))
        and isinstance(quad.graph_name, (pyoxigraph.NamedNode, pyoxigraph.DefaultGraph))
    )
