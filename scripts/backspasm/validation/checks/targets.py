"""Targets: which nodes a shape is about (SHACL, section 2.1.3)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from backspasm.validation.checks.triples import TYPE
from backspasm.validation.engines.screen.reading import is_class, shape_nodes
from backspasm.validation.engines.terms import TRUE, iri, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from backspasm.validation.checks.triples import Triples
    from backspasm.validation.engines import Index

__all__ = [
    "KINDS",
    "SH",
    "SHAPE_TYPES",
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

PARAMETERS = frozenset(
    SH + name
    for name in (
        "and class closed datatype disjoint equals hasValue in languageIn lessThan "
        "lessThanOrEquals maxCount maxExclusive maxInclusive maxLength minCount minExclusive "
        "minInclusive minLength node nodeKind not or pattern property qualifiedMaxCount "
        "qualifiedMinCount qualifiedValueShape sparql uniqueLang xone"
    ).split()
)
"""What makes a node a shape, where it says so (SHACL, section 2.1)."""


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


def read_targets(shapes: Index) -> Iterator[Target]:
    """The targets of all shapes that are not deactivated (SHACL, section 2.1.2)."""
    off = set(shapes.subjects(iri(SH + "deactivated"), TRUE))
    for kind in KINDS:
        for shape, values in shapes.table(iri(kind)).items():
            if shape not in off:
                yield from (Target(shown(shape), kind, shown(value)) for value in values)
    for shape in sorted(_own_classes(shapes) - off):
        yield Target(shown(shape), KINDS[0], shown(shape), implicit=True)


def has_targets(shapes: Index) -> bool:
    """Whether any shape has a target, be it deactivated."""
    return any(iri(kind) in shapes.tables for kind in KINDS) or bool(_own_classes(shapes))


def _own_classes(shapes: Index) -> set[str]:
    return {shape for shape in shape_nodes(shapes) if is_class(shapes, shape)}


def is_shape(said: dict[str, list[str]]) -> bool:
    """Whether a node with these values is declared to be a shape or says something as one."""
    typed = bool(SHAPE_TYPES.intersection(said.get(TYPE, ())))
    return typed or SH + "path" in said or not PARAMETERS.isdisjoint(said)


def focus_nodes(data: Triples, target: Target) -> Iterable[str]:
    """The nodes of the data that a target selects."""
    if target.kind == SH + "targetClass":
        return data.of_class(target.value)
    if target.kind == SH + "targetNode":
        return [target.value] if target.value in data.nodes else []
    if target.kind == SH + "targetSubjectsOf":
        return data.subjects.get(target.value, {})
    return data.objects.get(target.value, set())
