"""The shapes as records: what SHACL says, read to be said otherwise (SHACL, sections 2 to 4)."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

import pyoxigraph

from backspasm.files import parse_file, shape_files
from backspasm.namespaces import RDF

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Path", "Shape", "read_shapes", "shapes_of"]

SH = "http://www.w3.org/ns/shacl#"

TARGETS = ("targetClass", "targetNode", "targetSubjectsOf", "targetObjectsOf")
"""What says which nodes a shape is about."""

PARAMETERS = frozenset(
    "class datatype nodeKind minCount maxCount minInclusive maxInclusive minLength pattern "
    "languageIn uniqueLang equals disjoint lessThan not and or xone node closed hasValue in "
    "qualifiedMinCount qualifiedMaxCount sparql".split()
)
"""What makes a constraint, of all that the shapes use."""

_OF_SHAPES = {"property", "node", "not", "qualifiedValueShape"}
_LISTS_OF_SHAPES = {"or", "and", "xone"}
_LISTS = {"in", "languageIn", "ignoredProperties"}


@dataclass(frozen=True)
class Path:
    """A property path (SHACL, section 2.3.1).

    Attributes:
        how: "" for one property, "sequence", or the local name of SHACL's property.
        iri: the property, where it is one.
        parts: the paths of which it consists otherwise.
    """

    how: str
    iri: str = ""
    parts: tuple[Path, ...] = ()


@dataclass(frozen=True, eq=False)
class Shape:
    """A node shape or property shape.

    Attributes:
        name: its IRI; "" for one inside another.
        path: what a property shape is about; None for a node shape.
        said: its values by the local names of SHACL's properties. Lists are tuples,
            shapes are records, all else are RDF terms.
    """

    name: str
    path: Path | None
    said: dict[str, list[Any]] = field(default_factory=dict)

    def one(self, parameter: str) -> Any:
        """The value of a parameter, or None where it has none."""
        return next(iter(self.said.get(parameter, ())), None)

    def text(self, parameter: str) -> str:
        """The text of a parameter, or "" where it has none."""
        value = self.one(parameter)
        return "" if value is None else str(value.value)

    def iris(self, parameter: str) -> list[str]:
        """The IRIs of a parameter."""
        return [term.value for term in self.said.get(parameter, ())]

    def constraints(self) -> list[tuple[str, Any]]:
        """The parameters that make constraints, each with each of its values."""
        return [
            (parameter, value)
            for parameter, values in self.said.items()
            if parameter in PARAMETERS
            for value in values
        ]


@cache
def read_shapes() -> tuple[Shape, ...]:
    """The named shapes of `shapes/`, in the order of their names."""
    return shapes_of(triple for name in shape_files() for triple in parse_file(name))


def shapes_of(triples: Iterable[pyoxigraph.Quad]) -> tuple[Shape, ...]:
    """The named shapes that triples hold, in the order of their names."""
    reader = _Reader(triples)
    named = {
        subject
        for subject, said in reader.held.items()
        if isinstance(subject, pyoxigraph.NamedNode)
        and {"NodeShape", "PropertyShape"} & {t.value.removeprefix(SH) for t in said.get(_TYPE, ())}
    }
    return tuple(reader.shape(node) for node in sorted(named, key=lambda node: node.value))


_TYPE = RDF + "type"


class _Reader:
    """Reads shapes from triples."""

    def __init__(self, triples: Iterable[pyoxigraph.Quad]) -> None:
        self.held: dict[Any, dict[str, list[Any]]] = {}
        self.shapes: dict[Any, Shape] = {}
        for triple in triples:
            said = self.held.setdefault(triple.subject, {})
            said.setdefault(triple.predicate.value, []).append(triple.object)

    def shape(self, node: Any) -> Shape:
        if node not in self.shapes:
            held = self.held[node]
            path = held.get(SH + "path")
            name = node.value if isinstance(node, pyoxigraph.NamedNode) else ""
            self.shapes[node] = Shape(name, self.path(path[0]) if path else None)
            for predicate, values in held.items():
                parameter = predicate.removeprefix(SH)
                if predicate.startswith(SH) and parameter != "path":
                    read = [self.value(parameter, value) for value in values]
                    self.shapes[node].said[parameter] = read
        return self.shapes[node]

    def value(self, parameter: str, value: Any) -> Any:
        if parameter in _OF_SHAPES:
            return self.shape(value)
        if parameter in _LISTS_OF_SHAPES:
            return tuple(map(self.shape, self.members(value)))
        return tuple(self.members(value)) if parameter in _LISTS else value

    def members(self, node: Any) -> list[Any]:
        found = []
        while node.value != RDF + "nil":
            found += self.held[node][RDF + "first"]
            (node,) = self.held[node][RDF + "rest"]
        return found

    def path(self, node: Any) -> Path:
        if isinstance(node, pyoxigraph.NamedNode):
            return Path("", node.value)
        if RDF + "first" in self.held[node]:
            return Path("sequence", parts=tuple(map(self.path, self.members(node))))
        ((how, (inner,)),) = self.held[node].items()
        several = how == SH + "alternativePath"
        parts = self.members(inner) if several else [inner]
        return Path(how.removeprefix(SH), parts=tuple(map(self.path, parts)))
