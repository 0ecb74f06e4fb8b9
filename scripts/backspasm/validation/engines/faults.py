"""What keeps an engine from checking shapes, and the shapes without it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from backspasm.errors import ShapesError
from backspasm.namespaces import RDF
from backspasm.validation.engines.index import Index
from backspasm.validation.engines.screen.reading import LISTS, PATH, PROPERTY, SINGLES, TARGETS
from backspasm.validation.engines.terms import SH, TRUE, shown

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from backspasm.validation.engines.index import Triple

__all__ = ["Fault", "FaultyShapesError", "RefusedShapesError", "beyond", "holders", "without"]

_BEYOND = {
    "entailment": "nothing is inferred",
    "target": "targets of SHACL Advanced Features are not looked for",
    "expression": "it belongs to SHACL Advanced Features",
    "js": "it belongs to SHACL-JS",
}
"""What asks for more than SHACL Core and SHACL-SPARQL, and what becomes of it (SHACL, section
1.5; SHACL Advanced Features, sections 3 and 7; SHACL JavaScript Extensions, section 3)."""
_FIRST, _REST = f"<{RDF}first>", f"<{RDF}rest>"
_TOGETHER = (
    ("closed", "ignoredProperties"),
    ("pattern", "flags"),
    (
        "qualifiedValueShape",
        "qualifiedMinCount",
        "qualifiedMaxCount",
        "qualifiedValueShapesDisjoint",
    ),
)
"""Parameters of one constraint, none of which means anything without the first."""
_QUALIFIED = f"<{SH}qualifiedValueShape>"
_ASKING_MORE = {f"<{SH}not>", f"<{SH}xone>", _QUALIFIED}
"""By these a shape may ask for more where the shape that is their value asks for less."""
_APART = {f"<{SH}{name}>" for name in ("entailment", "message", "severity", "target")} | {*TARGETS}
"""What has no part in whether a node conforms to a shape."""


class Fault(NamedTuple):
    """What an engine cannot evaluate.

    Attributes:
        node: the shape or component, as a term; "" where that is not known.
        parameters: the parameters of the constraint at fault, as terms; none where it is
            the whole node.
        reason: what the engine says; "" where SHACL's own shapes say it, or nobody need know.
        beyond: whether it is SHACL, but of a part that no engine here evaluates.
        value: the value of the parameter at fault, as a term; "" where it is all of them.
    """

    node: str
    parameters: tuple[str, ...]
    reason: str
    beyond: bool = False
    value: str = ""


class FaultyShapesError(ShapesError):
    """Shapes that are not SHACL.

    Attributes:
        faults: what is wrong with them.
    """

    faults: tuple[Fault, ...] = ()

    @classmethod
    def of(cls, faults: Iterable[Fault]) -> FaultyShapesError:
        """The error for some faults, at least one; its problem is the first."""
        several = tuple(dict.fromkeys(faults))
        first = several[0]
        problem = f"not valid SHACL: {first.reason}"
        error = cls(problem, place=shown(first.node), remedy="mend the shape")
        error.faults = several
        return error


class RefusedShapesError(ShapesError):
    """Shapes that are SHACL, and that an engine is not put to."""


def beyond(shapes: Index) -> list[Fault]:
    """What the shapes ask for in words of SHACL that no engine here evaluates.

    Args:
        shapes: the shapes graph.
    """
    off = set(shapes.subjects(f"<{SH}deactivated>", TRUE))
    return [
        Fault(node, (f"<{SH}{name}>",), "" if node in off else reason, beyond=True)
        for name, reason in _BEYOND.items()
        for node in shapes.tables.get(f"<{SH}{name}>", ())
    ]


def without(shapes: Index, faults: Collection[Fault]) -> Index:
    """The shapes without what is at fault; what is left finds nothing that they would not find.

    A constraint is left out, or all that is said of a node. The shape around it then asks
    for less, and so do the shapes around that; where one would ask for more by it (sh:not,
    sh:xone, qualified value shapes and the disjoint ones beside them, and sh:closed by the
    property of a shape that is left out), that constraint is left out as well.

    Args:
        shapes: the shapes graph.
        faults: what to leave out, each with its node.
    """
    if not faults:
        return shapes
    whole = {fault.node for fault in faults if not fault.parameters}
    cut = {
        triple
        for fault in faults
        for one in fault.parameters
        for triple in _with(fault.node, one, fault.value)
    }
    pending = [fault.node for fault in faults if not set(fault.parameters) & _APART]
    while pending:
        node = pending.pop()
        lost = {two for one, two, _ in cut if one == node}
        if node in whole:
            lost.update(shapes.predicates.get(node, ()))
        new = {each for one in _touched(shapes, node, lost) for each in _with(*one)} - cut
        cut |= new
        pending += {holder for holder, _, _ in new}
    return Index(
        (subject, predicate, value)
        for subject, predicate, value in shapes.triples()
        if subject not in whole
        and not {(subject, predicate, ""), (subject, predicate, value)} & cut
        and not (predicate == PROPERTY and value in whole)
    )


def _touched(shapes: Index, node: str, lost: Collection[str]) -> Iterator[Triple]:
    """The shapes that ask for less by one that does, and what of each must go, or "" twice.

    Args:
        shapes: the shapes graph.
        node: the shape or component that asks for less.
        lost: the properties that it is left without.
    """
    for holder, predicate, value in holders(shapes, node):
        yield (holder, predicate, value) if predicate in _ASKING_MORE else (holder, "", "")
        if predicate == PROPERTY and PATH in lost:
            yield holder, f"<{SH}closed>", ""
        if predicate == PROPERTY and _QUALIFIED in lost:
            yield from _disjoint(shapes, holder)
    if PROPERTY in lost:
        yield from _disjoint(shapes, node)


def _disjoint(shapes: Index, parent: str) -> Iterator[Triple]:
    """The constraints that count no value that conforms to a sibling (SHACL, section 4.7.3)."""
    apart = shapes.table(f"<{SH}qualifiedValueShapesDisjoint>")
    yield from ((one, _QUALIFIED, "") for one in shapes.objects(parent, PROPERTY) if one in apart)


def holders(shapes: Index, node: str) -> Iterator[Triple]:
    """The shapes that refer to a shape or use a component, with the parameter and its value."""
    for predicate in SINGLES:
        yield from ((holder, predicate, node) for holder in shapes.subjects(predicate, node))
    for parameter in shapes.objects(node, f"<{SH}parameter>"):
        for path in shapes.objects(parameter, PATH):
            yield from ((holder, path, "") for holder in shapes.tables.get(path, ()))
    pending, seen = list(shapes.subjects(_FIRST, node)), set()
    while pending:
        cell = pending.pop()
        if cell in seen:
            continue
        seen.add(cell)
        pending += shapes.subjects(_REST, cell)
        for predicate in LISTS:
            yield from ((holder, predicate, cell) for holder in shapes.subjects(predicate, cell))


def _with(node: str, parameter: str, value: str) -> list[Triple]:
    """What is left out with a value of a parameter, itself too; the value "" is all of them."""
    groups = ([f"<{SH}{name}>" for name in group] for group in _TOGETHER)
    group = next((group for group in groups if parameter in group), [])
    return [(node, one, "") for one in group] or [(node, parameter, value)]
