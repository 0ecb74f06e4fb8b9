"""A difference as RDF Patch, the format of Apache Jena (jena.apache.org/documentation/rdf-patch).

A patch leads from the quads of the older version to those of the newer one, in one
transaction. Its `id` is made from the newer quads and its `prev` from the older ones, so the
patches from version to version form a log; a patch that starts from nothing has no `prev`.
Blank nodes stand as `<_:NAME>`, which RDF Patch takes for the node itself. They are named by
content (see `backspasm.blank_nodes`), and only a store that holds them under these names can
delete their quads; there are none in the data, and two axioms in the vocabulary.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pyoxigraph

if TYPE_CHECKING:
    from collections.abc import Collection

__all__ = ["as_patch"]

_TERM = re.compile(r'"(?:[^"\\]|\\.)*"|<[^<>]*>|_:[\w.-]*\w')


def as_patch(old: Collection[pyoxigraph.Quad], new: Collection[pyoxigraph.Quad]) -> str:
    """The patch from some quads to others, deletions first, each sorted."""
    before, after = set(old), set(new)
    lines = [f"H id <uuid:{_identifier(after)}> ."]
    if before:
        lines.append(f"H prev <uuid:{_identifier(before)}> .")
    lines.append("TX .")
    lines += [f"D {line}" for line in _lines(before - after)]
    lines += [f"A {line}" for line in _lines(after - before)]
    lines.append("TC .")
    return "\n".join(lines) + "\n"


def _lines(quads: Collection[pyoxigraph.Quad]) -> list[str]:
    """N-Quads, with blank nodes as RDF Patch has them."""
    written = pyoxigraph.serialize(quads, format=pyoxigraph.RdfFormat.N_QUADS) or b""
    lines = sorted(written.decode().removesuffix("\n").split("\n")) if quads else []
    return [_TERM.sub(_node, line) if "_:" in line else line for line in lines]


def _node(found: re.Match[str]) -> str:
    term = found[0]
    return f"<{term}>" if term.startswith("_:") else term


def _identifier(quads: Collection[pyoxigraph.Quad]) -> str:
    """A UUID of what the quads say (RFC 9562, section 5.8: version 8, here by SHA-256)."""
    import hashlib

    digits = hashlib.sha256("\n".join(sorted(map(str, quads))).encode()).hexdigest()
    variant = "89ab"[int(digits[16], 16) % 4]
    parts = (
        digits[:8],
        digits[8:12],
        f"8{digits[13:16]}",
        f"{variant}{digits[17:20]}",
        digits[20:32],
    )
    return "-".join(parts)
