"""The last touch on framed documents: keys in order, a context of their own, no bare reference."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from backspasm.context import Context, read_context

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Finished", "finish"]

_REFERENCES = {
    "Concept": ("prefLabel",),
    "Claim": ("statement",),
    "QuantitativeFinding": ("statement",),
    "Mechanism": ("prefLabel", "from", "to", "certainty"),
    "Document": ("title", "creator", "publisher", "modified"),
}
"""What a reference to a thing says of it, by type: the parts of the frames have the same."""

Node = dict[str, Any]


class Finished(NamedTuple):
    """A framed node that needs nothing more than its context.

    Attributes:
        body: the node, its keys in the order of the context.
        used: the terms and prefixes of the context that it uses.
    """

    body: Node
    used: set[str]


def finish(framed: Node, inside: Mapping[str, Finished]) -> Finished:
    """A framed node with its keys in the order of the context and no bare reference.

    A thing that is met again inside itself is framed as a bare id (JSON-LD 1.1 Framing,
    section 4.1.3, circular references): it becomes a reference like any other, so that
    a key never changes its shape.

    Args:
        framed: a node as PyLD gives it.
        inside: finished nodes by id, to stand in place of bare ids.
    """
    walk = _Walk(read_context(), inside)
    return Finished(walk.node(framed, {}), walk.used)


class _Walk:
    """One walk through a framed node, with the terms that it met."""

    def __init__(self, context: Context, inside: Mapping[str, Finished]) -> None:
        self.context = context
        self.inside = inside
        self.used: set[str] = set()

    def node(self, node: Node, above: dict[str, Node]) -> Node:
        iri = node["id"]
        if len(node) == 1:
            if iri in above:
                node = _reference(above[iri])
            elif iri in self.inside:
                self.used |= self.inside[iri].used
                return self.inside[iri].body
        within = {**above, iri: node}
        ordered = {}
        for key in sorted(node, key=self.context.place):
            self.used |= self.context.behind(key)
            ordered[key] = self.value(key, node[key], within)
        return ordered

    def value(self, key: str, value: Any, above: dict[str, Node]) -> Any:
        if key == "type":
            self.used = self.used.union(*map(self.context.behind, value))
            return sorted(value, key=self.context.place)
        if isinstance(value, list):
            return [self.value(key, item, above) for item in value]
        if isinstance(value, dict):
            if "id" in value:
                return self.node(value, above)
            return self.typed(value) if "type" in value else value
        if key in self.context.words:
            self.used |= self.context.behind(value)
        elif key in self.context.links:
            self.used |= self.context.prefix_of(value)
        return value

    def typed(self, value: Node) -> Node:
        """A typed value, with the key that all readers know.

        rdflib 7.6 takes no alias there that is more than a name, nor does
        jsonld-streaming-parser.js (rubensworks/jsonld-streaming-parser.js, issue 141).
        """
        self.used |= self.context.behind(value["type"])
        return {"@type": value["type"], "@value": value["@value"]}


def _reference(node: Node) -> Node:
    keys = {key for kind in node["type"] for key in _REFERENCES.get(kind, ())}
    return {key: value for key, value in node.items() if key in keys | {"id", "type"}}
