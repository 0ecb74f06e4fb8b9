"""JSON-LD with prefixes in place of full IRIs (JSON-LD 1.1, section 4.1.5, compact IRIs)."""

from __future__ import annotations

import json
from typing import Any

from backspasm.namespaces import RDF

__all__ = ["compact"]


def compact(expanded: bytes, prefixes: dict[str, str]) -> bytes:
    """A document in expanded form, with a context of prefixes and nothing else.

    Args:
        expanded: JSON-LD in expanded form, with full IRIs.
        prefixes: the prefixes to use, with their namespaces.
    """
    context = {
        prefix: namespace if namespace[-1] in "/#" else {"@id": namespace, "@prefix": True}
        for prefix, namespace in prefixes.items()
    }
    body = _Compactor(prefixes).node(json.loads(expanded))
    head = json.dumps(context, ensure_ascii=False, indent=1)
    return f'{{"@context": {head},\n"@graph": {_lines(body)}}}\n'.encode()


def _lines(nodes: list[Any]) -> str:
    """The nodes of a graph, each on a line of its own, which is quick to write and to compare."""
    return "[\n" + ",\n".join(map(_line, nodes)) + "\n]"


def _line(node: Any) -> str:
    if "@graph" not in node:
        return json.dumps(node, ensure_ascii=False)
    others = json.dumps({key: value for key, value in node.items() if key != "@graph"})
    return f'{others[:-1]}, "@graph": {_lines(node["@graph"])}}}'


class _Compactor:
    """Walks an expanded document."""

    def __init__(self, prefixes: dict[str, str]) -> None:
        self.longest_first = sorted(prefixes.items(), key=lambda item: -len(item[1]))
        self.known: dict[str, str] = {}

    def iri(self, iri: str) -> str:
        """The compact form; each IRI is looked up once."""
        if iri not in self.known:
            self.known[iri] = self._compact(iri)
        return self.known[iri]

    def _compact(self, iri: str) -> str:
        for prefix, namespace in self.longest_first:
            if iri.startswith(namespace):
                return f"{prefix}:{iri[len(namespace) :]}"
        return iri

    def node(self, node: Any) -> Any:
        if isinstance(node, list):
            return [self.node(item) for item in node]
        if not isinstance(node, dict):
            return node
        if set(node) == {"@value"}:
            return node["@value"]
        return dict(self.entry(key, value) for key, value in node.items())

    def entry(self, key: str, value: Any) -> tuple[str, Any]:
        if key in ("@id", "@type"):
            return key, self.iri(value)
        if key == RDF + "type":
            return "@type", [self.iri(kind["@id"]) for kind in value]
        if key.startswith("@"):
            return key, self.node(value)
        return self.iri(key), self.node(value)
