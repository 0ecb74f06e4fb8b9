"""A graph as JSON-LD nodes in expanded form, to be framed (JSON-LD 1.1 API, section 8.5)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyoxigraph

from backspasm.graph import DERIVED, VOCABULARY
from backspasm.jsonld import expanded_value
from backspasm.namespaces import BSV, RDF, RDFS, SKOS
from backspasm.ordering import natural

if TYPE_CHECKING:
    from collections.abc import Iterable

    from backspasm.graph import Graph

__all__ = ["HELPERS", "Nodes"]

HELPERS = {
    *(BSV + name for name in ("stepFrom", "stepTo", "nextFrom")),
    SKOS + "inScheme",
}
"""What only helps the rules and the shapes, and says nothing that a document lacks."""

Node = dict[str, Any]


class Nodes:
    """The nodes of a graph by IRI, and who points at them."""

    def __init__(self, graph: Graph) -> None:
        """Read a graph: all that is said of anything, whichever graph says it.

        Literals stand as the files write them. What a rule repeats with a wider property
        (`bsv:passage` beside `bsv:definedAt`) is left out, and so are
        helpers of rules and, but for its labels, the vocabulary.
        """
        self.by_iri: dict[str, Node] = {}
        self.of_type: dict[str, list[str]] = {}
        self.pointing: dict[tuple[str, str], list[str]] = {}
        said = {
            (quad.subject, quad.predicate, quad.object): None
            for quad in graph.quads()
            if isinstance(quad.subject, pyoxigraph.NamedNode) and not _is_helper(quad)
        }
        for subject, predicate, target in sorted(said, key=_order):
            self._add(subject.value, predicate.value, target)

    def _add(self, subject: str, predicate: str, target: Any) -> None:
        node = self.by_iri.setdefault(subject, {"@id": subject})
        if predicate == RDF + "type":
            node.setdefault("@type", []).append(target.value)
            self.of_type.setdefault(target.value, []).append(subject)
            return
        node.setdefault(predicate, []).append(expanded_value(target))
        if isinstance(target, pyoxigraph.NamedNode):
            self.pointing.setdefault((predicate, target.value), []).append(subject)

    def around(self, roots: Iterable[str], frame: Node) -> list[Node]:
        """The nodes that a frame can reach from some things.

        Args:
            roots: IRIs.
            frame: a frame in expanded form.
        """
        reached: dict[str, None] = {}
        done: set[tuple[str, int]] = set()
        pending = [(root, frame) for root in roots]
        while pending:
            iri, part = pending.pop()
            if (iri, id(part)) in done or iri not in self.by_iri:
                continue
            done.add((iri, id(part)))
            reached[iri] = None
            for key, inner in part.items():
                if key == "@reverse":
                    for name, below in inner.items():
                        pending += [(s, below[0]) for s in self.pointing.get((name, iri), ())]
                elif not key.startswith("@") and isinstance(inner, list) and inner:
                    values = self.by_iri[iri].get(key, ())
                    pending += [(value["@id"], inner[0]) for value in values if "@id" in value]
        return [self.by_iri[iri] for iri in sorted(reached)]


def _is_helper(quad: pyoxigraph.Quad) -> bool:
    predicate = quad.predicate.value
    if quad.graph_name == VOCABULARY:
        return predicate != RDFS + "label"
    return predicate in HELPERS or (predicate == BSV + "passage" and quad.graph_name == DERIVED)


def _order(triple: tuple[Any, Any, Any]) -> tuple[Any, ...]:
    subject, predicate, target = triple
    return natural(subject.value), predicate.value, natural(target.value), str(target)
