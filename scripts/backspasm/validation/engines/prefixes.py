"""The prefixes that SPARQL constraints declare (SHACL, section 5.2.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backspasm.namespaces import OWL
from backspasm.validation.engines.terms import SH

if TYPE_CHECKING:
    from collections.abc import Iterator

    from backspasm.validation.engines.index import Index

__all__ = ["DECLARE", "PREFIXES_OF", "declarations", "inherited"]

PREFIXES_OF, DECLARE = f"<{SH}prefixes>", f"<{SH}declare>"


def declarations(graph: Index, owner: str) -> list[str]:
    """The declarations of an ontology and of those that it imports, as nodes."""
    pending, seen = [owner], {owner}
    found: dict[str, None] = {}
    while pending:
        one = pending.pop()
        found.update(dict.fromkeys(graph.objects(one, DECLARE)))
        imported = set(graph.objects(one, f"<{OWL}imports>")) - seen
        seen |= imported
        pending.extend(sorted(imported))
    return list(found)


def inherited(graph: Index) -> Iterator[tuple[str, str, str]]:
    """For each ontology that a constraint names the declarations that it imports, as triples."""
    for owner in graph.inverse(PREFIXES_OF):
        for node in declarations(graph, owner):
            if node not in graph.objects(owner, DECLARE):
                yield owner, DECLARE, node
