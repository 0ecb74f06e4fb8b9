"""Where the triples of RDF/XML stand: at the element that says them.

The order is that in which oxrdfxml, the parser of pyoxigraph, gives its triples: those that one
tag completes, the last first; a property with the end of its element.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple
from xml.parsers import expat

import pyoxigraph

from backspasm.namespaces import RDF
from backspasm.positions.spans import Span, Spans

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from backspasm.positions.text import Text

__all__ = ["ElementWalk", "namespaces"]

XML = "http://www.w3.org/XML/1998/namespace"
NOT_PROPERTIES = frozenset(
    RDF + name
    for name in "about ID nodeID resource datatype parseType type bagID version annotation "
    "annotationNodeID".split()
)
_TAG = re.compile(rb"<(?:\"[^\"]*\"|'[^']*'|[^>\"'])*>")
_DECLARATION = re.compile(r"\bxmlns(?::([\w.\-]+))?\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:")


class _Said(NamedTuple):
    """A triple, as far as it is known: IRIs, or "" for what is not."""

    subject: str
    predicate: str
    value: str
    where: tuple[Span, Span, Span]


class _Element:
    """An element that is open.

    Attributes:
        kind: "root", "node", "property", "collection", "literal" or "triple".
        subject: the IRI of a node, or of what a property is about; "" where not known.
        head: the tag of that node, in bytes.
        start: the first byte of its own tag.
        iri: of a property.
        value: the IRI of a property's value, where known.
        items: the tags of the items of a collection, with their IRIs.
        statement: the IRI behind rdf:ID on a property.
        counter: how many rdf:li a node had.
    """

    __slots__ = (
        "counter", "head", "iri", "items", "kind", "start", "statement", "subject", "value",
    )  # fmt: skip

    def __init__(self, kind: str, subject: str, head: Span, start: int) -> None:
        self.kind, self.subject, self.head, self.start = kind, subject, head, start
        self.iri = self.value = ""
        self.items: list[tuple[str, Span]] = []
        self.statement = False
        self.counter = 0


class ElementWalk:
    """A walk through RDF/XML, next to its triples; it ends where the two do not agree.

    Args:
        text: the decoded file.
        content: the file.
        triples: its triples.
    """

    def __init__(self, text: Text, content: bytes, triples: Sequence[pyoxigraph.Triple]) -> None:
        self._text, self._content, self._triples = text, content, triples
        self._found: list[tuple[Span, Span, Span]] = []
        self._stack: list[_Element] = []
        self._batch: list[_Said] = []
        self._lost = False
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.ordered_attributes = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.Parse(content, True)  # noqa: FBT003 (expat's own signature)

    def spans(self, index: int) -> Spans | None:
        """Where a triple stands, or None where that is not known."""
        if index >= len(self._found):
            return None
        subject, predicate, value = (
            (self._text.offset(start), self._text.offset(end)) for start, end in self._found[index]
        )
        return Spans(subject, predicate, value, "line")

    def _say(self, subject: str, predicate: str, value: str, *where: Span) -> None:
        self._batch.append(_Said(subject, predicate, value, (where[0], where[1], where[2])))

    def _flush(self) -> None:
        for said in reversed(self._batch):
            index = len(self._found)
            if self._lost or index >= len(self._triples) or not _agrees(self._triples[index], said):
                self._lost = True
                break
            self._found.append(said.where)
        self._batch.clear()

    def _start(self, name: str, attributes: list[str]) -> None:
        start = self._parser.CurrentByteIndex
        match = _TAG.match(self._content, start)
        tag = (start, match.end() if match else start + 1)
        given = {
            _joined(key): value
            for key, value in zip(attributes[::2], attributes[1::2], strict=True)
            if " " in key
        }
        outer = self._stack[-1] if self._stack else None
        if outer is None and _joined(name) == RDF + "RDF":
            self._stack.append(_Element("root", "", tag, start))
        elif outer is None or outer.kind in ("root", "property", "collection"):
            self._stack.append(self._node(_joined(name), given, tag))
        elif outer.kind == "node":
            self._stack.append(self._property(outer, _joined(name), given, tag))
        else:
            self._stack.append(_Element("literal", "", tag, start))
        self._flush()

    def _node(self, name: str, given: dict[str, str], tag: Span) -> _Element:
        subject = _absolute(given.get(RDF + "about", ""))
        self._attributes(subject, given, tag)
        if name != RDF + "Description":
            self._say(subject, RDF + "type", name, tag, tag, tag)
        return _Element("node", subject, tag, tag[0])

    def _attributes(self, subject: str, given: dict[str, str], tag: Span) -> bool:
        extra = [key for key in given if key not in NOT_PROPERTIES and not key.startswith(XML)]
        for key in extra:
            self._say(subject, key, "", tag, tag, tag)
        if RDF + "type" in given:
            self._say(subject, RDF + "type", _absolute(given[RDF + "type"]), tag, tag, tag)
        return bool(extra)

    def _property(self, outer: _Element, name: str, given: dict[str, str], tag: Span) -> _Element:
        parse = given.get(RDF + "parseType", "")
        kinds = {"": "property", "Collection": "collection", "Triple": "triple"}
        element = _Element(kinds.get(parse, "literal"), outer.subject, outer.head, tag[0])
        if name == RDF + "li":
            outer.counter += 1
            name = f"{RDF}_{outer.counter}"
        element.iri = name
        element.statement = RDF + "ID" in given
        if parse == "Resource":
            self._statement(element, "", tag)
            return _Element("node", "", tag, tag[0])
        if not parse:
            element.value = _absolute(given.get(RDF + "resource", ""))
            if RDF + "resource" in given or RDF + "nodeID" in given:
                self._attributes(element.value, given, tag)
            else:
                self._attributes("", given, tag)
        elif parse not in ("Collection", "Literal", "Triple"):
            element.iri = ""
        return element

    def _statement(self, element: _Element, value: str, whole: Span) -> None:
        where = (element.head, (element.start, whole[1]), whole)
        if element.statement:
            for name in ("type", "subject", "predicate", "object"):
                self._say("", RDF + name, "", *where)
        self._say(element.subject, element.iri, value, *where)

    def _end(self, _name: str) -> None:
        element = self._stack.pop()
        end = self._content.find(b">", self._parser.CurrentByteIndex) + 1
        if self._parser.CurrentByteIndex == element.start:
            match = _TAG.match(self._content, element.start)
            end = match.end() if match else end
        whole = (element.start, end)
        outer = self._stack[-1] if self._stack else None
        if element.kind == "node" and outer is not None:
            if outer.kind == "collection":
                outer.items.append((element.subject, whole))
            elif outer.kind == "property":
                outer.value = element.subject
        elif element.kind == "collection":
            self._collection(element, whole)
        elif element.iri:
            self._statement(element, element.value, whole)
        self._flush()

    def _collection(self, element: _Element, whole: Span) -> None:
        for value, item in reversed(element.items):
            self._say("", RDF + "first", value, item, item, item)
            self._say("", RDF + "rest", "", item, item, item)
        self._statement(element, "", whole)


def _agrees(triple: pyoxigraph.Triple, said: _Said) -> bool:
    pairs = ((triple.subject, said.subject), (triple.object, said.value))
    return triple.predicate.value == said.predicate and all(
        not known or (isinstance(term, pyoxigraph.NamedNode) and term.value == known)
        for term, known in pairs
    )


def _joined(name: str) -> str:
    return name.replace(" ", "", 1)


def _absolute(iri: str) -> str:
    return iri if _ABSOLUTE.match(iri) else ""


def namespaces(text: Text, content: bytes) -> Iterator[tuple[str, str, int, int]]:
    """The namespaces that the tags of an XML text declare: name, IRI, and span of the IRI."""
    starts: list[int] = []
    parser = expat.ParserCreate()

    def start(_name: str, attributes: dict[str, str]) -> None:
        if any(key.partition(":")[0] == "xmlns" for key in attributes):
            starts.append(parser.CurrentByteIndex)

    parser.StartElementHandler = start
    parser.Parse(content, True)  # noqa: FBT003 (expat's own signature)
    for first in starts:
        tag = _TAG.match(content, first)
        low, high = text.offset(first), text.offset(tag.end() if tag else first)
        for match in _DECLARATION.finditer(text.characters, low, high):
            iri = 2 if match[2] is not None else 3
            yield match[1] or "", match[iri], *match.span(iri)
