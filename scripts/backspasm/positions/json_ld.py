"""Where the triples of JSON-LD stand: at the key and value that say them, or at their node.

Contexts at the top of the text are understood as far as they name terms and prefixes. What
they do in other ways is not; then the node is all that is found, or nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pyoxigraph

from backspasm.namespaces import RDF
from backspasm.positions.json_text import Member, Value, read_json
from backspasm.positions.spans import Span, Spans

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from backspasm.positions.text import Text

__all__ = ["JsonFinder", "context_terms"]

_PREFIX_END = re.compile(r"[:/?#\[\]@]\Z")
_DEEPEST = 10
"""How often a term may stand for a term."""

Said = tuple[str, str, str]
"""Subject, predicate and value, "" for a subject without a name."""


class Terms:
    """What the terms of a context stand for.

    Args:
        root: the whole text.
    """

    def __init__(self, root: Value) -> None:
        self.spans: dict[str, Span] = {}
        self._given: dict[str, str] = {}
        self._vocabulary = self._base = ""
        for context in _contexts(root):
            for member in context.members:
                self._define(member)

    def _define(self, member: Member) -> None:
        value = member.value.get("@id") if member.value.kind == "object" else member.value
        if value is None or value.kind != "string":
            return
        if member.key == "@vocab":
            self._vocabulary = value.text
        elif member.key == "@base":
            self._base = value.text
        elif not member.key.startswith("@"):
            self._given[member.key] = value.text
            self.spans[member.key] = (member.span[0], member.value.span[1])

    def expand(self, name: str, *, as_term: bool = True) -> str:
        """The IRI or keyword that a name stands for, or the name."""
        for _ in range(_DEEPEST):
            if as_term and name in self._given:
                name = self._given[name]
                continue
            prefix, colon, local = name.partition(":")
            if colon and not local.startswith("//") and prefix in self._given:
                name = self.expand(prefix) + local
            elif not colon and as_term and not name.startswith("@"):
                return self._vocabulary + name
            break
        if not as_term and ":" not in name and self._base:
            return _resolved(name, self._base)
        return name

    def names(self) -> list[str]:
        """The terms that are given."""
        return list(self._given)


def _resolved(name: str, base: str) -> str:
    from urllib.parse import urljoin

    return urljoin(base, name)


def _contexts(root: Value) -> Iterator[Value]:
    tops = root.items if root.kind == "array" else [root]
    for top in tops:
        context = top.get("@context")
        if context is not None:
            yield from (context.items if context.kind == "array" else [context])


class JsonFinder:
    """Finds the triples of a JSON-LD text.

    Args:
        text: the decoded file.
        quads: its triples.
    """

    def __init__(self, text: Text, quads: Sequence[pyoxigraph.Quad]) -> None:
        self._quads = quads
        self._nodes: dict[str, Span] = {}
        self._said: dict[Said, list[tuple[Span, Span, Span]]] = {}
        root = read_json(text.characters)
        if root is not None:
            self._terms = Terms(root)
            self._read(root)

    def spans(self, index: int) -> Spans | None:
        """Where a triple stands, or None where that is not known."""
        quad = self._quads[index]
        named = isinstance(quad.subject, pyoxigraph.NamedNode)
        subject = str(quad.subject)[1:-1] if named else ""
        value = "" if isinstance(quad.object, pyoxigraph.BlankNode) else _text_of(quad.object)
        for said, certain in (((subject, quad.predicate.value, value), True),
                              ((subject, quad.predicate.value, ""), False)):  # fmt: skip
            found = self._said.get(said, [])
            if len(found) == 1 or (found and named and certain and value):
                return Spans(*found[0], "line")
        node = self._nodes.get(subject) if named else None
        return None if node is None else Spans(node, node, node, "node")

    def _read(self, root: Value) -> None:
        todo = [root]
        while todo:
            value = todo.pop()
            if value.kind == "object":
                self._object(value)
            todo += [member.value for member in value.members if member.key != "@context"][::-1]
            todo += value.items[::-1]

    def _object(self, node: Value) -> None:
        keys = [(self._terms.expand(member.key), member) for member in node.members]
        name = next((each.value for key, each in keys if key == "@id"), None)
        subject = "" if name is None else self._terms.expand(name.text, as_term=False)
        head = (node.span[0], node.span[0] + 1) if name is None else name.span
        if subject.startswith("_:"):
            subject = ""
        if subject and (len(keys) > 1 or subject not in self._nodes):
            self._nodes.setdefault(subject, head)
        for key, member in keys:
            if key == "@type" or not key.startswith("@"):
                predicate = RDF + "type" if key == "@type" else key
                for leaf in self._leaves(member.value):
                    where = (head, member.span, leaf.span)
                    said = (subject, predicate, self._meant(leaf))
                    for each in {said[2], leaf.text, ""}:
                        self._said.setdefault((subject, predicate, each), []).append(where)

    def _meant(self, leaf: Value) -> str:
        return self._terms.expand(leaf.text) if ":" in leaf.text else leaf.text

    def _leaves(self, value: Value) -> Iterator[Value]:
        todo = [value]
        while todo:
            each = todo.pop()
            if each.kind == "array":
                todo += each.items[::-1]
            elif each.kind != "object":
                yield each
            else:
                inner = each.get("@value") or each.get("@list") or each.get("@set")
                names = (m.value for m in each.members if self._terms.expand(m.key) == "@id")
                name = next(names, None)
                if inner is not None:
                    todo.append(inner)
                elif name is not None:
                    yield Value("string", each.span, name.text)
                else:
                    yield Value("object", each.span)


def _text_of(term: pyoxigraph.NamedNode | pyoxigraph.Literal | pyoxigraph.Triple) -> str:
    return "" if isinstance(term, pyoxigraph.Triple) else term.value


def context_terms(text: Text) -> Iterator[tuple[str, str, int, int]]:
    """The terms of a context that may be prefixes (JSON-LD 1.1, section 4.4)."""
    root = read_json(text.characters)
    if root is None:
        return
    terms = Terms(root)
    for name in terms.names():
        iri = terms.expand(name)
        if _PREFIX_END.search(iri) and ":" not in name:
            yield name, iri, *terms.spans[name]
