"""Property paths (SHACL, section 2.3.1): read from shapes, and written as SPARQL."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from backspasm.namespaces import RDF
from backspasm.validation.engines.terms import SH

if TYPE_CHECKING:
    from backspasm.validation.engines.index import Index

__all__ = ["KINDS", "Way", "read"]

KINDS = {
    f"<{SH}inversePath>": "inverse",
    f"<{SH}alternativePath>": "alternative",
    f"<{SH}zeroOrMorePath>": "zeroOrMore",
    f"<{SH}oneOrMorePath>": "oneOrMore",
    f"<{SH}zeroOrOnePath>": "zeroOrOne",
}
_SIGNS = {"zeroOrMore": "*", "oneOrMore": "+", "zeroOrOne": "?"}
_FIRST = f"<{RDF}first>"
_DEEPEST = 100


class Way(NamedTuple):
    """A property path.

    Attributes:
        kind: "iri", "sequence", or a value of `KINDS`.
        iri: the property, as a term; "" where the path is not plain.
        steps: the paths that it is made of.
    """

    kind: str
    iri: str = ""
    steps: tuple[Way, ...] = ()

    def sparql(self) -> str:
        """The path as SPARQL writes it (SPARQL 1.1, section 9.1)."""
        if self.kind == "iri":
            return self.iri
        inner = [step.sparql() if step.plain else f"({step.sparql()})" for step in self.steps]
        if self.kind == "inverse":
            return f"^{inner[0]}"
        if self.kind in _SIGNS:
            single = self.steps[0].kind == "iri"
            return (
                f"{inner[0] if single else '(' + self.steps[0].sparql() + ')'}{_SIGNS[self.kind]}"
            )
        return ("/" if self.kind == "sequence" else "|").join(inner)

    @property
    def plain(self) -> bool:
        """Whether it needs no brackets inside another path."""
        return self.kind == "iri" or (self.kind == "inverse" and self.steps[0].kind == "iri")


def read(graph: Index, node: str, depth: int = 0) -> Way | None:
    """The path that a node of a graph stands for, or None where it stands for none.

    Where a node is several things at once, it is what pyshacl takes it for.
    """
    if node.startswith("<"):
        return Way("iri", node)
    if node.startswith('"') or depth > _DEEPEST:
        return None
    kind = next((kind for kind in KINDS if graph.objects(node, kind)), "")
    if graph.objects(node, _FIRST) or not kind:
        name, nodes = "sequence", graph.items(node)
    else:
        name, values = KINDS[kind], graph.objects(node, kind)
        if len(values) > 1:
            return None
        nodes = graph.items(values[0]) if name == "alternative" else values
    if nodes is None or (name in {"sequence", "alternative"} and len(nodes) < 2):  # noqa: PLR2004
        return None
    steps = tuple(read(graph, step, depth + 1) for step in nodes)
    found = tuple(step for step in steps if step is not None)
    return Way(name, "", found) if len(found) == len(steps) else None
