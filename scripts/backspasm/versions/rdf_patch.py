"""A difference as RDF Patch, the format of Apache Jena (jena.apache.org/documentation/rdf-patch).

A patch leads from the canonical N-Quads of the older version to those of the newer one (RDFC-1.0,
RDF Dataset Canonicalization, sections 4 and 5), line by line, in one transaction. They are
what `backspasm.nq` of a release and `backspasm export --format nquads` hold, and of other files
what `backspasm.digest.canonical_nquads` makes of them. So blank nodes have the labels of these
N-Quads, before and after, and patches from version to version can be applied one after the
other. They stand as `<_:c14n0>`, which RDF Patch takes for the node with this very label; a
store that gives blank nodes other labels when it loads a file cannot delete them.

Headers:

- `id`: a UUID of the newer N-Quads: the first digits of their SHA-256, which is the name of a
  release, save for two that say what kind of UUID it is (RFC 9562, section 5.8: version 8);
- `prev`: that of the older N-Quads; none where the older version is empty;
- `graphs`: the IRIs of the named graphs that the patch covers, in order, with a space between;
  none where no graph has a name.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pyoxigraph

from backspasm.digest import canonical_nquads, sha256

if TYPE_CHECKING:
    from collections.abc import Collection

__all__ = ["as_patch"]

_TERM = re.compile(r'"(?:[^"\\]|\\.)*"|<[^<>]*>|_:[\w.-]*\w')


def as_patch(old: Collection[pyoxigraph.Quad], new: Collection[pyoxigraph.Quad]) -> str:
    """The patch from some quads to others, deletions first, each sorted."""
    contents = canonical_nquads(old), canonical_nquads(new)
    before, after = (content.decode().split("\n")[:-1] for content in contents)
    lines = [f"H id <uuid:{_identifier(contents[1])}> ."]
    if before:
        lines.append(f"H prev <uuid:{_identifier(contents[0])}> .")
    if graphs := _graphs(old, new):
        lines.append(f'H graphs "{" ".join(graphs)}" .')
    lines.append("TX .")
    lines += [f"D {_patched(line)}" for line in sorted({*before} - {*after})]
    lines += [f"A {_patched(line)}" for line in sorted({*after} - {*before})]
    lines.append("TC .")
    return "\n".join(lines) + "\n"


def _graphs(*sides: Collection[pyoxigraph.Quad]) -> list[str]:
    found = {quad.graph_name for quads in sides for quad in quads}
    return sorted(graph.value for graph in found if isinstance(graph, pyoxigraph.NamedNode))


def _patched(line: str) -> str:
    """A line of N-Quads, with blank nodes as RDF Patch has them."""
    return _TERM.sub(_node, line) if "_:" in line else line


def _node(found: re.Match[str]) -> str:
    term = found[0]
    return f"<{term}>" if term.startswith("_:") else term


def _identifier(content: bytes) -> str:
    """A UUID of canonical N-Quads."""
    digits = sha256(content)
    variant = "89ab"[int(digits[16], 16) % 4]
    parts = (
        digits[:8],
        digits[8:12],
        f"8{digits[13:16]}",
        f"{variant}{digits[17:20]}",
        digits[20:32],
    )
    return "-".join(parts)
