"""Which nodes of a shapes graph are shapes, and which of them have targets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from backspasm.namespaces import OWL, RDF, RDFS, XSD
from backspasm.validation.engines.odd import OddError
from backspasm.validation.engines.terms import SH

if TYPE_CHECKING:
    from collections.abc import Iterator

    from backspasm.validation.engines.index import Index

__all__ = ["Shapes", "components", "focus_nodes", "is_class", "read_shapes", "shape_nodes", "truth"]

TYPE, SUB_CLASS = f"<{RDF}type>", f"<{RDFS}subClassOf>"
PATH, PROPERTY, NODE = f"<{SH}path>", f"<{SH}property>", f"<{SH}node>"
TARGETS = tuple(
    f"<{SH}{name}>" for name in ("targetClass", "targetNode", "targetObjectsOf", "targetSubjectsOf")
)
LISTS = tuple(f"<{SH}{name}>" for name in ("and", "or", "xone"))
SINGLES = (PROPERTY, NODE, f"<{SH}not>", f"<{SH}qualifiedValueShape>")


@dataclass(frozen=True)
class Shapes:
    """The shapes of a shapes graph, as pyshacl sees them.

    Attributes:
        graph: the shapes graph.
        nodes: the node shapes.
        properties: the property shapes, each with its path.
    """

    graph: Index
    nodes: frozenset[str]
    properties: dict[str, str]

    def targeted(self) -> list[str]:
        """The shapes that have a target."""
        return sorted(
            shape
            for shape in (*self.nodes, *self.properties)
            if any(self.graph.objects(shape, target) for target in TARGETS)
            or is_class(self.graph, shape)
        )


def read_shapes(graph: Index) -> Shapes:
    """The shapes of a graph.

    Raises:
        OddError: a shape is ill-formed, or there is a constraint component of its own.
    """
    _refuse_components(graph)
    if any(not graph.items(head) for one in LISTS for head in graph.inverse(one)):
        raise OddError
    typed = set(graph.subjects(TYPE, f"<{SH}NodeShape>"))
    of_property = set(graph.subjects(TYPE, f"<{SH}PropertyShape>"))
    nodes, properties = set(), {}
    for shape in shape_nodes(graph):
        paths = graph.objects(shape, PATH)
        if len(paths) > 1 or shape.startswith('"') or (shape in of_property) > bool(paths):
            raise OddError
        if paths and shape in typed:
            raise OddError
        if len(graph.objects(shape, f"<{SH}deactivated>")) > 1:
            raise OddError
        if paths:
            properties[shape] = paths[0]
        else:
            nodes.add(shape)
    return Shapes(graph, frozenset(nodes), properties)


def _refuse_components(graph: Index) -> None:
    if any(not one.startswith(f"<{SH}") for one in components(graph)):
        raise OddError


def components(graph: Index) -> list[str]:
    """The constraint components that a graph declares (SHACL, section 6.2)."""
    component = f"<{SH}ConstraintComponent>"
    kinds = [component, *graph.subjects(SUB_CLASS, component)]
    return sorted({one for kind in kinds for one in graph.subjects(TYPE, kind)})


def shape_nodes(graph: Index) -> set[str]:
    """The nodes that pyshacl takes for shapes, be they well-formed or not."""
    types = (f"<{SH}NodeShape>", f"<{SH}PropertyShape>")
    return {*_implied(graph), *(one for kind in types for one in graph.subjects(TYPE, kind))}


def _implied(graph: Index) -> Iterator[str]:
    for predicate in (*TARGETS, PROPERTY, NODE):
        yield from graph.tables.get(predicate, ())
    for predicate in SINGLES:
        yield from graph.inverse(predicate)
    for predicate in LISTS:
        for head in graph.inverse(predicate):
            yield from graph.items(head) or ()


def truth(graph: Index, subject: str, predicate: str) -> bool:
    """A property that is true or false; false where it is missing.

    Raises:
        OddError: it is something else.
    """
    values = graph.objects(subject, predicate)
    if not values:
        return False
    known = {f'"{word}"^^<{XSD}boolean>': word == "true" for word in ("true", "false")}
    if len(values) > 1 or values[0] not in known:
        raise OddError
    return known[values[0]]


def is_class(graph: Index, shape: str) -> bool:
    """Whether a shape is a class too, and so its own target (SHACL, section 2.1.3.3)."""
    kinds = {f"<{RDFS}Class>", f"<{OWL}Class>", *graph.subjects(SUB_CLASS, f"<{RDFS}Class>")}
    return any(kind in kinds for kind in graph.objects(shape, TYPE))


def focus_nodes(data: Index, shapes: Shapes, shape: str) -> list[str]:
    """The focus nodes of a shape (SHACL, section 2.1.3), in the order of the data."""
    graph = shapes.graph
    of_class, of_node, objects_of, subjects_of = (graph.objects(shape, kind) for kind in TARGETS)
    found = dict.fromkeys(of_node)
    for name in [*of_class, shape] if is_class(graph, shape) else of_class:
        found |= instances(data, name)
    for name in objects_of:
        found.update(dict.fromkeys(data.inverse(name)))
    for name in subjects_of:
        found.update(dict.fromkeys(data.tables.get(name, ())))
    return list(found)


def instances(data: Index, name: str) -> dict[str, None]:
    """The SHACL instances of a class (SHACL, section 1.1), in the order of the data."""
    classes = {name: None}
    pending = [name]
    while pending:
        below = [one for one in data.subjects(SUB_CLASS, pending.pop()) if one not in classes]
        classes.update(dict.fromkeys(below))
        pending += below
    return {node: None for kind in classes for node in data.subjects(TYPE, kind)}
