"""What a shape asks for, in one line, told from its constraints of SHACL Core."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from backspasm.namespaces import local_name, shorten
from backspasm.validation.engines import ways
from backspasm.validation.engines.terms import SH, parts, shown
from backspasm.validation.naming import blank

if TYPE_CHECKING:
    from collections.abc import Callable

    from backspasm.validation.engines.index import Index
    from backspasm.validation.engines.ways import Way

__all__ = ["described", "name", "path_of"]

_LONGEST = 80
"""How many characters of a literal are shown."""
_MEMBERS = 6
"""How many members of a list."""
_DEEPEST = 4
"""How many shapes in each other."""
_KINDS = {
    "IRI": "an IRI",
    "BlankNode": "a blank node",
    "Literal": "a literal",
    "BlankNodeOrIRI": "a blank node or an IRI",
    "BlankNodeOrLiteral": "a blank node or a literal",
    "IRIOrLiteral": "an IRI or a literal",
}


def name(text: str) -> str:
    """A term as sentences have it: a CURIE, or the text of a literal in quotation marks."""
    if text.startswith('"'):
        value, _, language = parts(text)
        value = " ".join(value.split())
        value = value if len(value) <= _LONGEST else value[: _LONGEST - 1] + "…"
        return f"“{value}”@{language}" if language else f"“{value}”"
    return blank(text) if not text or text.startswith("_:") else shorten(text)


def path_of(way: Way | None) -> str:
    """A property path with CURIEs; "" for none."""
    written = "" if way is None else way.sparql()
    return re.sub(r"<([^<>]*)>", lambda found: shorten(found[1]), written)


def described(shapes: Index, node: str, *, named: bool = True) -> str:
    """What a shape asks for: "at least 1 bsv:hedge", or "bsv:basis in (bsv:Heading)".

    Args:
        shapes: the shapes graph.
        node: the shape, as a term.
        named: whether the name of a shape is enough.
    """
    if named and not node.startswith("_:"):
        return name(shown(node))
    return _Shape(shapes, node, 0).told()


class _Shape:
    """One shape.

    Attributes:
        path: its path with CURIEs, or "" for a node shape.
    """

    def __init__(self, shapes: Index, node: str, depth: int) -> None:
        self.shapes, self.node, self.depth = shapes, node, depth
        path = shapes.value(node, f"<{SH}path>")
        self.path = path_of(ways.read(shapes, path)) if path else ""

    def objects(self, key: str) -> list[str]:
        return sorted(self.shapes.objects(self.node, f"<{SH}{key}>"))

    def met(self, node: str) -> str:
        named = not node.startswith("_:")
        return f"conforms to {self.inner(node)}" if named else f"meets ({self.inner(node)})"

    def inner(self, node: str) -> str:
        if not node.startswith("_:"):
            return name(shown(node))
        return "…" if self.depth == _DEEPEST else _Shape(self.shapes, node, self.depth + 1).told()

    def told(self) -> str:
        """All that is asked for."""
        clauses = [write(self, one) for key, write in _CLAUSES.items() for one in self.objects(key)]
        clauses += self._qualified()
        values = [name(shown(one)) for one in self.objects("hasValue")]
        properties = sorted(self.inner(one) for one in self.objects("property"))
        if not self.path:
            own = [*values, *([f"a value {' and '.join(clauses)}"] if clauses else []), *properties]
            return " and ".join(own) or "anything"
        if properties:
            clauses.append(f"with {' and '.join(properties)}")
        head = " ".join([self._counted() if not values or self._counts() else self.path, *values])
        return " ".join([head, *clauses[:1], *(f"and {one}" for one in clauses[1:])])

    def _counts(self) -> list[str]:
        return [*self.objects("minCount"), *self.objects("maxCount")]

    def _counted(self) -> str:
        least, most = (
            "".join(_number(one) for one in self.objects(key)[:1])
            for key in ("minCount", "maxCount")
        )
        if most == "0":
            return f"no {self.path}"
        if most and least == most:
            return f"exactly {least} {self.path}"
        if most and least not in ("", "0"):
            return f"{least} to {most} {self.path}"
        if most:
            return f"at most {most} {self.path}"
        return f"at least {least} {self.path}" if least not in ("", "0") else self.path

    def _qualified(self) -> list[str]:
        asked = " and ".join(self.inner(one) for one in self.objects("qualifiedValueShape"))
        bounds = [("at least", "qualifiedMinCount"), ("at most", "qualifiedMaxCount")]
        return [
            f"of which {words} {_number(one)}: {asked}"
            for words, key in bounds
            for one in self.objects(key)
        ]

    def members(self, head: str) -> str:
        items = [name(shown(one)) for one in self.shapes.items(head) or []]
        rest = [f"{len(items) - _MEMBERS} more"] if len(items) > _MEMBERS else []
        return ", ".join([*items[:_MEMBERS], *rest])

    def alternatives(self, head: str, word: str) -> str:
        items = [self.inner(one) for one in self.shapes.items(head) or []]
        return f"({f' {word} '.join(items)})"


def _number(text: str) -> str:
    return parts(text).value if text.startswith('"') else name(shown(text))


def _is(words: str) -> Callable[[_Shape, str], str]:
    return lambda _, one: words.format(name(shown(one)))


def _counts(words: str) -> Callable[[_Shape, str], str]:
    return lambda _, one: words.format(_number(one))


_CLAUSES: dict[str, Callable[[_Shape, str], str]] = {
    "in": lambda shape, one: f"in ({shape.members(one)})",
    "class": _is("of class {}"),
    "datatype": _is("of datatype {}"),
    "nodeKind": lambda _, one: f"that is {_KINDS.get(local_name(shown(one)), 'of a kind')}",
    "pattern": _counts("matching {}"),
    "languageIn": lambda shape, one: f"in a language of ({shape.members(one)})",
    "uniqueLang": lambda *_: "with one value for each language",
    "minLength": _counts("of at least {} characters"),
    "maxLength": _counts("of at most {} characters"),
    "minInclusive": _is("that is {} or more"),
    "minExclusive": _is("that is more than {}"),
    "maxInclusive": _is("that is {} or less"),
    "maxExclusive": _is("that is less than {}"),
    "equals": _is("with the same values as {}"),
    "disjoint": _is("with other values than {}"),
    "lessThan": _is("less than {}"),
    "lessThanOrEquals": _is("not more than {}"),
    "node": lambda shape, one: f"that {shape.met(one)}",
    "not": lambda shape, one: f"that does not meet ({shape.inner(one)})",
    "and": lambda shape, one: f"that meets {shape.alternatives(one, 'and')}",
    "or": lambda shape, one: f"that meets {shape.alternatives(one, 'or')}",
    "xone": lambda shape, one: f"that meets one of {shape.alternatives(one, 'or')}",
    "closed": lambda *_: "with no other property",
    "sparql": lambda *_: "that meets a condition in SPARQL",
}
