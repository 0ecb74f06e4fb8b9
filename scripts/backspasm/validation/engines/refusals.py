"""What shifty does otherwise than pyshacl, so that it is refused."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from backspasm.errors import ShapesError
from backspasm.namespaces import XSD
from backspasm.validation.engines.messages import MESSAGE, VARIABLE
from backspasm.validation.engines.screen.reading import OddError, read_shapes, truth
from backspasm.validation.engines.screen.values import comparable, pattern
from backspasm.validation.engines.terms import SH, parts, shown

if TYPE_CHECKING:
    from backspasm.validation.engines.index import Index

__all__ = ["refusal", "unsupported"]

_SPARQL = f"<{SH}sparql>"
_SELECT = f"<{SH}select>"
_BOUNDS = ("minInclusive", "minExclusive", "maxInclusive", "maxExclusive")
_PAIRS = ("lessThan", "lessThanOrEquals")
_TRUTHS = ("deactivated", "uniqueLang", "closed", "qualifiedValueShapesDisjoint")

_ALIKE = re.compile(r"\\[][dDwWsSbBnrt.\\/^$*+?(){}|-]")
_NOT_ALIKE = re.compile(r"\\|\(\?|\[[^]]*(?:\[|&&|--|~~)")
_TEXT = re.compile(r"\bSTR\s*\(", re.IGNORECASE)
_COMPARES = re.compile(r"\s[<>]=?\s|[+*]\s*\d")
_NAME = re.compile(r"[\w-]*:([\w-]+)|<[^<>]*?([\w-]+)>")
_ONE_TEXT = re.compile(
    rf'".*"(@[\w-]+|\^\^<{XSD}anyURI>|\^\^<(?!{XSD}).*>)?|'
    rf'"(0|-?[1-9][0-9]*)"\^\^<{XSD}integer>|"(true|false)"\^\^<{XSD}boolean>|<.*>',
    re.DOTALL,
)
"""Terms that have one text: no blank nodes, and no numbers that can be written otherwise."""
_ENDS_A_LINE = re.compile(r'\\n"')


def refusal(what: str, shape: str = "") -> ShapesError:
    """The error for what the engine shifty is not put to."""
    return ShapesError(what, place=shown(shape), remedy="use --engine pyshacl")


def unsupported(shapes: Index, data: Index) -> None:
    """Refuse shapes of which shifty would say something else than pyshacl.

    These are: ill-formed shapes and constraint components of their own; several patterns for
    one shape, of which shifty takes any one; patterns with groups of other kinds, references
    back or rare escapes, and `$` where a value ends in a line end; booleans other than `true`
    and `false`; sh:minLength 0, which pyshacl takes for always met; several SPARQL
    constraints, or several messages with variables, for one result; $shapesGraph; queries with
    STR where what they name has blank nodes, or numbers in another than their canonical form,
    and queries that compare literals of several datatypes; and comparisons of literals other
    than well-formed xsd:string, xsd:integer, xsd:decimal and xsd:date without a time zone.

    Args:
        shapes: the shapes graph.
        data: the data graph.

    Raises:
        ShapesError: the shapes use one of these.
    """
    try:
        read_shapes(shapes)
    except OddError as error:
        raise refusal("shifty does not check ill-formed shapes or new components") from error
    for name in _TRUTHS:
        for shape in shapes.tables.get(f"<{SH}{name}>", ()):
            try:
                truth(shapes, shape, f"<{SH}{name}>")
            except OddError as error:
                raise refusal(f"sh:{name} is neither true nor false", shape) from error
    for shape, constraints in shapes.tables.get(_SPARQL, {}).items():
        _refuse_sparql(shapes, shape, constraints)
    for shape, values in shapes.tables.get(f"<{SH}minLength>", {}).items():
        if any(not parts(value).value.strip("+-0") for value in values):
            raise refusal("sh:minLength 0 is not the same to all engines", shape)
    _refuse_comparisons(shapes, data)
    _refuse_patterns(shapes, data)
    _refuse_queries(shapes, data)


def _refuse_sparql(shapes: Index, shape: str, constraints: list[str]) -> None:
    if len(constraints) > 1:
        raise refusal("shifty does not say which of several SPARQL constraints failed", shape)
    texts = [parts(one).value for node in constraints for one in shapes.objects(node, _SELECT)]
    if any("shapesGraph" in text or "currentShape" in text for text in texts):
        raise refusal("pyshacl does not bind $shapesGraph and $currentShape", shape)
    said = [text for one in (shape, *constraints) for text in shapes.objects(one, MESSAGE)]
    if len(said) > 1 and any(VARIABLE.search(parts(text).value) for text in said):
        raise refusal("shifty fills in one message of a SPARQL constraint", shape)


def _refuse_comparisons(shapes: Index, data: Index) -> None:
    for name in (*_BOUNDS, *_PAIRS):
        for shape, others in shapes.tables.get(f"<{SH}{name}>", {}).items():
            values = _reached(shapes, data, shape)
            if name in _BOUNDS:
                values += others
            else:
                values += [value for one in others for value in _objects(data, one)]
            for value in values:
                if value[0] == '"' and comparable(value) is None:
                    raise refusal(f"{value} is not compared alike by all engines", shape)


def _refuse_patterns(shapes: Index, data: Index) -> None:
    for shape, values in shapes.tables.get(f"<{SH}pattern>", {}).items():
        if len(values) > 1:
            raise refusal("shifty takes one of several values of sh:pattern", shape)
        flags = shapes.objects(shape, f"<{SH}flags>")
        for value in values:
            try:
                pattern(value, flags)
            except OddError as error:
                raise refusal("sh:pattern or sh:flags is not one to all engines", shape) from error
            text = parts(value).value
            if _NOT_ALIKE.search(_ALIKE.sub("", text)):
                raise refusal(f"the pattern {text} may mean other things to other engines", shape)
            if "$" in text and any(
                _ENDS_A_LINE.search(one) for one in _reached(shapes, data, shape)
            ):
                raise refusal("$ before a line end is not the same to all engines", shape)


def _refuse_queries(shapes: Index, data: Index) -> None:
    """Refuse queries that look at the text of terms, or compare them, where engines differ."""
    for constraint, queries in shapes.tables.get(_SELECT, {}).items():
        for text in (parts(query).value for query in queries):
            terms = _named_terms(text, data)
            odd = sorted(term for term in terms if not _ONE_TEXT.fullmatch(term))
            if odd and _TEXT.search(text):
                raise refusal(f"STR of {odd[0]} is not the same to all engines", constraint)
            kinds = {parts(term).datatype for term in terms if term[0] == '"'}
            if len(kinds) > 1 and _COMPARES.search(text):
                raise refusal("literals of several kinds are not compared alike", constraint)


def _named_terms(text: str, data: Index) -> set[str]:
    """Subjects and values of the properties that a query names, by their local names."""
    names = {one or other for one, other in _NAME.findall(text)}
    predicates = [one for one in data.tables if re.split(r"[/#:]", one[1:-1])[-1] in names]
    return {term for one in predicates for term in (*data.tables[one], *data.inverse(one))}


def _reached(shapes: Index, data: Index, shape: str) -> list[str]:
    """All that a shape may compare: the values of its property, or everything."""
    path = shapes.value(shape, f"<{SH}path>")
    if path.startswith("<"):
        return _objects(data, path)
    return [value for name in data.tables for value in _objects(data, name)]


def _objects(data: Index, predicate: str) -> list[str]:
    return list(data.inverse(predicate))
