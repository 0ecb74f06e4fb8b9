"""Targets: which nodes a shape is about (SHACL, section 2.1.3)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from backspasm.namespaces import OWL, RDFS, XSD
from backspasm.validation.checks.triples import TYPE, Triples

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = [
    "KINDS",
    "SH",
    "TRUE",
    "Target",
    "focus_nodes",
    "has_targets",
    "is_shape",
    "read_targets",
]

SH = "http://www.w3.org/ns/shacl#"

KINDS = tuple(
    SH + name for name in "targetClass targetNode targetSubjectsOf targetObjectsOf".split()
)
"""The properties that give a shape its targets."""

SHAPE_TYPES = frozenset({SH + "NodeShape", SH + "PropertyShape"})
_CLASS_TYPES = frozenset({RDFS + "Class", OWL + "Class"})
TRUE = f'"true"^^<{XSD}boolean>'


@dataclass(frozen=True)
class Target:
    """One target of one shape.

    Attributes:
        shape: the shape.
        kind: one of `KINDS`; an implicit class target (SHACL, section 2.1.3.3) is one of
            `sh:targetClass`.
        value: the class, node or property.
        implicit: whether the shape is itself the class.
    """

    shape: str
    kind: str
    value: str
    implicit: bool = False


def read_targets(shapes: Triples) -> Iterator[Target]:
    """The targets of all shapes that are not deactivated (SHACL, section 2.1.2)."""
    for shape, said in shapes.about.items():
        if TRUE in said.get(SH + "deactivated", ()):
            continue
        for kind in KINDS:
            for value in said.get(kind, ()):
                yield Target(shape, kind, value)
        if _is_class_and_shape(said):
            yield Target(shape, KINDS[0], shape, implicit=True)


def has_targets(shapes: Triples) -> bool:
    """Whether any shape has a target, be it deactivated."""
    return any(
        not said.keys().isdisjoint(KINDS) or _is_class_and_shape(said)
        for said in shapes.about.values()
    )


def _is_class_and_shape(said: dict[str, list[str]]) -> bool:
    types = set(said.get(TYPE, ()))
    return bool(types & SHAPE_TYPES and types & _CLASS_TYPES)


def is_shape(said: dict[str, list[str]]) -> bool:
    """Whether a node with these values is declared to be a shape or says something as one."""
    return bool(SHAPE_TYPES.intersection(said.get(TYPE, ()))) or SH + "path" in said


def focus_nodes(data: Triples, target: Target) -> Iterable[str]:
    """The nodes of the data that a target selects."""
    if target.kind == SH + "targetClass":
        return data.of_class(target.value)
    if target.kind == SH + "targetNode":
        return [target.value] if target.value in data.nodes else []
    if target.kind == SH + "targetSubjectsOf":
        return data.subjects.get(target.value, {})
    return data.objects.get(target.value, set())
