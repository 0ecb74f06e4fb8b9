"""Where the triples of JSON-LD stand: at the key and value that say them, or at their node.

A triple has a line if one place of the text says it, or if it is the only one with its
subject and property and one place has these. Else its node is all that is found, or nothing.
"""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, NamedTuple

import pyoxigraph

from backspasm.namespaces import RDF, XSD
from backspasm.positions.contexts import Definition, Terms, contexts
from backspasm.positions.json_text import Value, read_json
from backspasm.positions.labels import label_of
from backspasm.positions.spans import Span, Spans

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from backspasm.positions.json_text import Member
    from backspasm.positions.text import Text

__all__ = ["JsonFinder", "context_terms"]

_MAPS = frozenset(["@index", "@id", "@type", "@language"])
"""Containers that are a map."""

_NODES = frozenset(["@graph", "@included", "@list", "@set"])
"""Keys with nodes that say nothing of the node around them."""

_PLAIN = Definition("")

Meant = tuple[str, ...] | Decimal | None
"""A value: an IRI or blank node, a literal with its language, a number, or what is not known."""

Said = tuple[str, str, Meant]
"""Subject, property and value."""

_BLANK = ("",)
"""A blank node without a label; as a subject it is ""."""


class _Node(NamedTuple):
    """An object or array that may hold nodes, the terms there, and a name from outside."""

    value: Value
    terms: Terms
    name: str = ""


class _Leaf(NamedTuple):
    """A value of a property: where it is, what it means, and the items of a list."""

    span: Span
    meant: Meant
    items: tuple[Value, ...] = ()


class JsonFinder:
    """Finds the triples of a JSON-LD text.

    Args:
        text: the decoded file.
        triples: its triples.
        base: what names of nodes are relative to.
    """

    def __init__(self, text: Text, triples: Sequence[pyoxigraph.Triple], base: str) -> None:
        self._given = triples
        self._nodes: dict[str, Span] = {}
        self._places: dict[Said, list[tuple[Span, Span, Span]]] = {}
        self._triples: dict[Said, set[pyoxigraph.Triple]] = {}
        for triple in triples:
            for said in _said(triple):
                self._triples.setdefault(said, set()).add(triple)
        root = read_json(text.characters)
        if root is not None:
            self._read(_Node(root, Terms(base)))

    def spans(self, index: int) -> Spans | None:
        """Where a triple stands, or None where that is not known."""
        triple = self._given[index]
        for said in _said(triple):
            found = self._places.get(said, [])
            again = said[0] and said[2] not in (None, _BLANK)
            if found and len(self._triples[said]) == 1 and (len(found) == 1 or again):
                return Spans(*found[0], "line")
        node = self._nodes.get(_name_of(triple.subject))
        return None if node is None else Spans(node, node, node, "node")

    def _read(self, root: _Node) -> None:
        todo = [root]
        while todo:
            node = todo.pop()
            if node.value.kind == "object":
                todo += list(self._object(node))[::-1]
            todo += [_Node(item, node.terms) for item in node.value.items][::-1]

    def _object(self, node: _Node) -> Iterator[_Node]:
        """Read the keys of a node, and give what is within it."""
        outer = node.terms.extended(node.value.get("@context"))
        terms = _of_types(outer, node.value)
        keys = list(_keys(node.value, terms))
        if any(key == "@value" for key, _ in keys):
            return
        name = next((each.value for key, each in keys if key == "@id"), None)
        subject = terms.named(name.text) if name else node.name
        head = name.span if name else (node.value.span[0], node.value.span[0] + 1)
        if subject and (len(keys) > 1 or subject not in self._nodes):
            self._nodes.setdefault(subject, head)
        for key, member in keys:
            if key == "@type":
                for one in _alone(member.value):
                    kind = terms.expand(one.text) or terms.named(one.text)
                    self._say((subject, RDF + "type", (kind,)), (head, member.span, one.span))
            elif key == "@reverse":
                yield from (_Node(each.value, outer) for each in member.value.members)
            elif key and not key.startswith("@"):
                yield from self._property(subject, key, (head, member), (terms, outer))
            elif key in _NODES or terms.given.get(member.key, _PLAIN).turned:
                yield _Node(member.value, outer)

    def _property(
        self, subject: str, key: str, at: tuple[Span, Member], known: tuple[Terms, Terms]
    ) -> Iterator[_Node]:
        (head, member), (terms, outer) = at, known
        definition = terms.given.get(member.key, _PLAIN)
        inside = outer.extended(definition.context)
        leaves = _Leaves(terms, inside, definition)
        for leaf in leaves.of(member.value):
            self._say((subject, key, leaf.meant), (head, member.span, leaf.span))
            for item in leaf.items:
                for each in leaves.single(item):
                    self._say(("", RDF + "first", each.meant), (leaf.span, each.span, each.span))
        yield from leaves.within

    def _say(self, said: Said, where: tuple[Span, Span, Span]) -> None:
        self._places.setdefault(said, []).append(where)
        if said[2] is not None:
            self._places.setdefault((*said[:2], None), []).append(where)


class _Leaves:
    """The values of a property.

    Attributes:
        within: the nodes among them that were met.
    """

    def __init__(self, terms: Terms, inside: Terms, definition: Definition) -> None:
        self._terms, self._inside, self._definition = terms, inside, definition
        self.within: list[_Node] = []

    def of(self, value: Value) -> Iterator[_Leaf]:
        """The values that stand in the value of a key."""
        container = self._definition.container
        if self._definition.kind == "@json":
            yield _Leaf(value.span, None)
        elif "@graph" in container:
            self.within.append(_Node(value, self._inside))
            yield _Leaf(value.span, None)
        elif value.kind == "object" and container & _MAPS:
            for member in value.members:
                yield from self._mapped(member, container)
        elif "@list" in container:
            yield _list(value, _alone(value))
        else:
            yield from self.single(value)

    def _mapped(self, member: Member, container: frozenset[str]) -> Iterator[_Leaf]:
        if "@language" in container:
            language = self._terms.expand(member.key) != "@none" and member.key.lower()
            for one in _alone(member.value):
                yield _Leaf(one.span, (one.text, language or ""))
        else:
            yield from self.single(member.value, member.key if "@id" in container else "")

    def single(self, value: Value, name: str = "") -> Iterator[_Leaf]:
        """The values that one value stands for; none for null."""
        todo = [value]
        while todo:
            one = todo.pop()
            todo += one.items[::-1]
            if one.kind == "string":
                yield _Leaf(one.span, self._of_string(one.text))
            elif one.kind == "other" and one.text != "null":
                yield _Leaf(one.span, _of_word(one.text))
            elif one.kind == "object":
                terms = self._inside.extended(one.get("@context"))
                known = {key: member.value for key, member in _keys(one, terms)}
                if "@set" in known:
                    todo.append(known["@set"])
                elif "@list" in known:
                    yield _list(one, _alone(known["@list"]))
                elif "@value" in known:
                    yield from self._of_value(one, known)
                else:
                    self.within.append(_Node(one, self._inside, self._inside.named(name)))
                    named = known["@id"].text if "@id" in known else name
                    yield _Leaf(one.span, (terms.named(named),) if named else _BLANK)

    def _of_string(self, text: str) -> Meant:
        kind, language = self._definition.kind, self._definition.language
        if kind == "@id":
            return (self._terms.named(text),)
        if kind == "@vocab":
            return (self._terms.expand(text) or self._terms.named(text),)
        if kind not in ("", "@none"):
            return (text, "")
        return (text, self._terms.language if language is None else language)

    def _of_value(self, whole: Value, known: dict[str, Value]) -> Iterator[_Leaf]:
        value, language, kind = known["@value"], known.get("@language"), known.get("@type")
        if kind is not None and self._terms.expand(kind.text) == "@json":
            yield _Leaf(whole.span, None)
        elif value.kind == "string":
            yield _Leaf(value.span, (value.text, language.text.lower() if language else ""))
        elif value.text != "null":
            yield _Leaf(value.span, _of_word(value.text))


def _list(value: Value, items: Sequence[Value]) -> _Leaf:
    return _Leaf(value.span, _BLANK if items else (RDF + "nil",), tuple(items))


def _of_word(text: str) -> Meant:
    return (text, "") if text in ("true", "false") else Decimal(text)


def _alone(value: Value) -> list[Value]:
    return value.items if value.kind == "array" else [value]


def _keys(node: Value, terms: Terms) -> Iterator[tuple[str, Member]]:
    """The keys of a node with what they stand for, also those that are nested in it."""
    todo = node.members[::-1]
    while todo:
        member = todo.pop()
        key = terms.expand(member.key)
        yield key, member
        if key == "@nest":
            todo += [inner for each in _alone(member.value) for inner in each.members][::-1]


def _of_types(terms: Terms, node: Value) -> Terms:
    """The terms of a node, with those of the contexts of its types (section 4.1.5)."""
    types = (
        one.text
        for member in node.members
        if terms.expand(member.key) == "@type"
        for one in _alone(member.value)
    )
    found = terms
    for name in sorted(types):
        found = found.extended(terms.given.get(name, _PLAIN).context)
    return found


def _name_of(node: object) -> str:
    """The IRI of a node, the label of a blank node in its file, or ""."""
    if isinstance(node, pyoxigraph.NamedNode):
        return node.value
    label = label_of(node.value) if isinstance(node, pyoxigraph.BlankNode) else ""
    return f"_:{label}" if label else ""


def _said(triple: pyoxigraph.Triple) -> list[Said]:
    """What a triple says, the nearest first, and at last that it has a value."""
    value = triple.object
    meant: list[Meant] = []
    if isinstance(value, pyoxigraph.Literal):
        meant.append((value.value, (value.language or "").lower()))
        if not value.language and value.datatype.value != XSD + "string":
            meant += _number(value.value)
    elif not isinstance(value, pyoxigraph.Triple):
        meant.append((_name_of(value),))
    subject = _name_of(triple.subject)
    return [(subject, triple.predicate.value, each) for each in (*meant, None)]


def _number(text: str) -> list[Meant]:
    try:
        return [Decimal(text)]
    except InvalidOperation:
        return []


def context_terms(text: Text) -> Iterator[tuple[str, str, int, int]]:
    """The terms of the contexts of a text: name, IRI, and span of the IRI as it is written."""
    root = read_json(text.characters)
    terms = Terms()
    for context in contexts(root) if root else ():
        terms = terms.extended(context)
        for member in context.members:
            value = member.value.get("@id") if member.value.kind == "object" else member.value
            iri = terms.expand(member.key)
            if value is not None and value.kind == "string" and not iri.startswith("@"):
                yield member.key, iri, value.span[0] + 1, value.span[1] - 1
