"""What shifty does otherwise than pyshacl, so that it is refused."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from backspasm.namespaces import OWL, RDFS
from backspasm.validation.engines import ways
from backspasm.validation.engines.alike import compared, refuse_data, refuse_pattern
from backspasm.validation.engines.asked import NUMBER
from backspasm.validation.engines.faults import RefusedShapesError, holders
from backspasm.validation.engines.messages import MESSAGE, VARIABLE
from backspasm.validation.engines.odd import OddError
from backspasm.validation.engines.screen.queries import read_constraint
from backspasm.validation.engines.screen.reading import (
    PATH,
    SUB_CLASS,
    TYPE,
    focus_nodes,
    is_class,
    read_shapes,
    shape_nodes,
    truth,
)
from backspasm.validation.engines.screen.values import comparable, pattern
from backspasm.validation.engines.terms import SH, parts, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from backspasm.validation.engines.index import Index
    from backspasm.validation.engines.screen.reading import Shapes

__all__ = ["refusal", "unsupported"]

_SPARQL = f"<{SH}sparql>"
_SELECT = f"<{SH}select>"
_VALUE = re.compile(r"[$?]value\b")
_BOUNDS = ("minInclusive", "minExclusive", "maxInclusive", "maxExclusive")
_PAIRS = ("lessThan", "lessThanOrEquals")
_TRUTHS = ("deactivated", "uniqueLang", "closed", "qualifiedValueShapesDisjoint")


def refusal(what: str, shape: str = "") -> RefusedShapesError:
    """The error for what the engine shifty is not put to."""
    return RefusedShapesError(what, place=shown(shape), remedy="use --engine pyshacl")


def unsupported(shapes: Index, data: Index) -> None:
    """Refuse shapes of which shifty would say something else than pyshacl.

    These are: ill-formed shapes and constraint components of their own; shapes that are classes
    by more than one step; several patterns for one shape, of which shifty takes any one; patterns
    of which `alike.refuse_pattern` tells, on the values that they are put to; booleans other than
    `true` and `false`; sh:minLength 0, which pyshacl takes for always met; several SPARQL
    constraints, or several messages with variables, for one result; $shapesGraph; SPARQL about
    blank nodes, and about numbers that are not equal; queries with more than `grammar.read_query`
    knows, or over data of which `alike.refuse_data` tells; and comparisons of literals other than
    well-formed xsd:string, xsd:integer, xsd:decimal and xsd:date without a time zone.

    Args:
        shapes: the shapes graph.
        data: the data graph.

    Raises:
        ShapesError: the shapes use one of these.
    """
    try:
        known = read_shapes(shapes)
    except OddError as error:
        raise refusal("shifty does not check ill-formed shapes or new components") from error
    for name in _TRUTHS:
        for shape in shapes.tables.get(f"<{SH}{name}>", ()):
            try:
                truth(shapes, shape, f"<{SH}{name}>")
            except OddError as error:
                raise refusal(f"sh:{name} is neither true nor false", shape) from error
    _refuse_classes(shapes)
    for shape, constraints in shapes.table(_SPARQL).items():
        _refuse_sparql(shapes, shape, constraints)
    for shape, values in shapes.table(f"<{SH}minLength>").items():
        if any(not parts(value).value.strip("+-0") for value in values):
            raise refusal("sh:minLength 0 is not the same to all engines", shape)
    for shape in shapes.table(_SPARQL):
        if _may_be_blank(known, data, shape):
            raise refusal("shifty takes $this for any node where it is a blank node", shape)
    _refuse_comparisons(shapes, data)
    _refuse_patterns(shapes, data)
    _refuse_queries(shapes, data)


def _refuse_classes(shapes: Index) -> None:
    """Refuse shapes that are classes by the classes above their type."""
    metaclasses = [f"<{RDFS}Class>", f"<{OWL}Class>"]
    for one in metaclasses:
        metaclasses += [each for each in shapes.subjects(SUB_CLASS, one) if each not in metaclasses]
    nodes = shape_nodes(shapes)
    for kind in metaclasses:
        for shape in shapes.subjects(TYPE, kind):
            if shape in nodes and not is_class(shapes, shape):
                raise refusal("shifty takes the shape for a class, pyshacl does not", shape)


def _refuse_sparql(shapes: Index, shape: str, constraints: list[str]) -> None:
    if len(constraints) > 1:
        raise refusal("shifty does not say which of several SPARQL constraints failed", shape)
    texts = [parts(one).value for node in constraints for one in shapes.objects(node, _SELECT)]
    if any("shapesGraph" in text or "currentShape" in text for text in texts):
        raise refusal("pyshacl does not bind $shapesGraph and $currentShape", shape)
    said = [text for one in (shape, *constraints) for text in shapes.objects(one, MESSAGE)]
    if len(said) > 1 and any(VARIABLE.search(parts(text).value) for text in said):
        raise refusal("shifty fills in one message of a SPARQL constraint", shape)


def _may_be_blank(known: Shapes, data: Index, shape: str) -> bool:
    """Whether a shape, by itself or inside others, may be put to a blank node."""
    shapes, todo = known.graph, [shape]
    for one in todo:
        nodes: Iterable[str] = focus_nodes(data, known, one)
        for holder, _, _ in holders(shapes, one):
            path = shapes.value(holder, PATH)
            if path:
                reached = _objects(data, path) if path.startswith("<") else _terms(data)
                nodes = chain(nodes, reached)
            elif holder not in todo:
                todo.append(holder)
        if any(node.startswith("_:") for node in nodes):
            return True
    return False


def _refuse_comparisons(shapes: Index, data: Index) -> None:
    for name in (*_BOUNDS, *_PAIRS):
        for shape, others in shapes.table(f"<{SH}{name}>").items():
            values = _reached(shapes, data, shape)
            if name in _BOUNDS:
                values += others
            else:
                values += [value for one in others for value in _objects(data, one)]
            for value in values:
                if value[0] == '"' and comparable(value) is None:
                    raise refusal(f"{value} is not compared alike by all engines", shape)


def _refuse_patterns(shapes: Index, data: Index) -> None:
    patterns = shapes.tables.get(f"<{SH}pattern>")
    if not patterns:
        return
    rare = {term for term in _terms(data) if "\\" in term or not term.isascii()}
    for shape, values in patterns.items():
        if len(values) > 1:
            raise refusal("shifty takes one of several values of sh:pattern", shape)
        flags = shapes.objects(shape, f"<{SH}flags>")
        path = shapes.value(shape, PATH)
        reached = rare & data.inverse(path).keys() if path.startswith("<") else rare
        for value in values:
            try:
                pattern(value, flags)
                letters = "".join(parts(flag).value for flag in flags)
                refuse_pattern(parts(value).value, reached, flags=letters)
            except OddError as error:
                said = f"the pattern {parts(value).value} may mean other things to other engines"
                raise refusal(said, shape) from error


def _refuse_queries(shapes: Index, data: Index) -> None:
    """Refuse queries that engines may answer in several ways."""
    for shape, constraints in shapes.table(_SPARQL).items():
        path = shapes.value(shape, PATH)
        for constraint in constraints:
            try:
                way = ways.read(shapes, path) if path else None
                _, _, asked = read_constraint(shapes, constraint, way, implied=False)
                text = parts(shapes.value(constraint, _SELECT)).value
                refuse_data(asked, data)
            except OddError as error:
                raise refusal("engines may answer the query in several ways", constraint) from error
            complex_path = way is not None and way.kind != "iri" and "PATH" in text
            if complex_path or (path and not _VALUE.search(text)):
                raise refusal("shifty reads $PATH and ?value in a way of its own", constraint)
            if asked.unequal and NUMBER in compared(asked, data):
                raise refusal("shifty finds no two numbers unequal", constraint)
            if asked.nullable:
                raise refusal("a path of no step is not the same to all engines", constraint)


def _reached(shapes: Index, data: Index, shape: str) -> list[str]:
    """All that a shape may compare: the values of its property, or everything."""
    path = shapes.value(shape, PATH)
    if path.startswith("<"):
        return _objects(data, path)
    return list(_terms(data))


def _terms(data: Index) -> Iterator[str]:
    """All that a triple begins or ends with, some more than once."""
    for predicate, table in data.tables.items():
        yield from table
        yield from data.inverse(predicate)


def _objects(data: Index, predicate: str) -> list[str]:
    return list(data.inverse(predicate))
