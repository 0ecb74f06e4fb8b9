"""The prefixes that SPARQL constraints declare (SHACL, section 5.2.1)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from backspasm.namespaces import OWL, RDF, RDFS, XSD
from backspasm.validation.engines.odd import OddError
from backspasm.validation.engines.terms import SH, parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from backspasm.validation.engines.index import Index

__all__ = ["DECLARE", "PREFIXES_OF", "bindings", "declarations", "inherited"]

PREFIXES_OF, DECLARE = f"<{SH}prefixes>", f"<{SH}declare>"
_PARTS = ("prefix", "namespace")
_PREFIX = re.compile(r"[A-Za-z](?:[\w-]*\w)?|")
_NAMESPACE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[!#-;=?-\[\]_a-z~]*", re.ASCII)
_ALWAYS = {"rdf": RDF, "rdfs": RDFS, "owl": OWL}
"""What pyshacl declares by itself."""


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


def bindings(graph: Index, constraint: str, *, implied: bool = True) -> dict[str, str]:
    """The namespaces of the prefixes of a SPARQL constraint.

    Args:
        graph: the shapes graph.
        constraint: the node of the constraint.
        implied: whether those that pyshacl declares by itself are among them.

    Raises:
        OddError: a declaration is ill-formed, or one prefix is declared for two namespaces
            somewhere in the graph, of which pyshacl takes any.
    """
    found = {name: {namespace} for name, namespace in _ALWAYS.items()}
    for declared in dict.fromkeys(
        node for nodes in graph.table(DECLARE).values() for node in nodes
    ):
        prefix, namespace = (graph.objects(declared, f"<{SH}{key}>") for key in _PARTS)
        if len(prefix) != 1 or len(namespace) != 1:
            raise OddError
        if not _is_written(prefix[0], _PREFIX) or not _is_written(namespace[0], _NAMESPACE):
            raise OddError
        found.setdefault(parts(prefix[0]).value, set()).add(parts(namespace[0]).value)
    if any(len(namespaces) > 1 for namespaces in found.values()):
        raise OddError
    own = {
        parts(prefix).value
        for owner in graph.objects(constraint, PREFIXES_OF)
        for declared in declarations(graph, owner)
        for prefix in graph.objects(declared, f"<{SH}prefix>")
    }
    return {
        name: next(iter(namespaces))
        for name, namespaces in found.items()
        if name in own or (implied and name in _ALWAYS)
    }


def _is_written(term: str, pattern: re.Pattern[str]) -> bool:
    """Whether a term is text, or an address as text, that a pattern knows."""
    if term[0] != '"':
        return False
    value, datatype, _ = parts(term)
    return datatype in (XSD + "string", XSD + "anyURI") and bool(pattern.fullmatch(value))


def inherited(graph: Index) -> Iterator[tuple[str, str, str]]:
    """For each ontology that a constraint names the declarations that it imports, as triples."""
    for owner in graph.inverse(PREFIXES_OF):
        for node in declarations(graph, owner):
            if node not in graph.objects(owner, DECLARE):
                yield owner, DECLARE, node
