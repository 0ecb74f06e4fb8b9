"""Whether a term as it is written in Turtle is a term that was read."""

from __future__ import annotations

import re

import pyoxigraph

__all__ = ["Names", "resolve_iri"]

_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:")
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_REIFIES = frozenset([_RDF + "reifies"])
_MARK = re.compile(r"<<|\{\||[()~]")
_IMPLIED = {
    "(": frozenset([_RDF + "first", _RDF + "rest", _RDF + "nil"]),
    ")": frozenset([_RDF + "nil"]),
    "<<": _REIFIES,
    "{|": _REIFIES,
    "~": _REIFIES,
}
"""What a mark can stand for; `<<` also for what its reifier is called."""

Term = pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.Literal | pyoxigraph.Triple


def resolve_iri(written: str, base: str) -> str:
    """The IRI that `<…>` stands for; "" where it stands for none.

    Args:
        written: with its brackets and escapes.
        base: what it is relative to, or "".
    """
    if "\\" not in written and _ABSOLUTE.match(written, 1):
        return written[1:-1]
    try:
        triple = f"{written} a <a:a> ."
        quads = pyoxigraph.parse(triple, pyoxigraph.RdfFormat.TURTLE, base_iri=base or None)
        return next(str(quad.subject)[1:-1] for quad in quads)
    except (SyntaxError, ValueError):
        return ""


class Names:
    """What names mean at one point of a text.

    Args:
        text: Turtle, TriG, N-Triples or N-Quads.
        base: what IRIs are relative to at first, or "".
    """

    def __init__(self, text: str, base: str) -> None:
        self._text, self._base = text, base
        self._prefixes: dict[str, str] = {}
        self._known: dict[str, str] = {}
        self._blank: dict[str | int, str] = {}
        self._cells: set[int] = set()

    def declare(self, name: str, written: str) -> str:
        """Bind `name:` to what `<…>` stands for, and give that."""
        prefix = name.removesuffix(":")
        self._known.clear()
        self._prefixes[prefix] = resolve_iri(written, self._base)
        return self._prefixes[prefix]

    def rebase(self, written: str) -> None:
        """Take what `<…>` stands for as the base."""
        self._known.clear()
        self._base = resolve_iri(written, self._base)

    def cell(self, node: int) -> None:
        """Say that a node is a cell of a list, which is not written itself."""
        self._cells.add(node)

    def agrees(self, node: int, start: int, end: int, term: Term) -> bool:
        """Whether a node can be a term.

        Args:
            node: its number.
            start: the first character of it.
            end: the one after the last that is known so far.
            term: what was read.
        """
        if isinstance(term, pyoxigraph.NamedNode):
            return self._is_named(start, end, term.value)
        if isinstance(term, pyoxigraph.BlankNode):
            return self._is_blank(node, start, end, term.value)
        if isinstance(term, pyoxigraph.Literal):
            return self._is_literal(start, end, term.value)
        return True

    def _is_named(self, start: int, end: int, iri: str) -> bool:
        mark = _MARK.match(self._text, start)
        if mark:
            return iri in _IMPLIED.get(mark.group(), ()) or mark.group() == "<<"
        written = self._text[start:end]
        known = self._known.get(written)
        if known is None:
            known = self._known[written] = self._expand(written)
        return known == iri

    def _expand(self, written: str) -> str:
        if written[0] == "<":
            return resolve_iri(written, self._base)
        if written == "a":
            return _RDF + "type"
        prefix, colon, local = written.partition(":")
        if not colon or prefix not in self._prefixes:
            return ""
        return self._prefixes[prefix] + re.sub(r"\\(.)", r"\1", local)

    def _is_blank(self, node: int, start: int, end: int, name: str) -> bool:
        first = self._text[start]
        if first == "_" and node not in self._cells:
            return self._blank.setdefault(self._text[start:end], name) == name
        if first in "[({<~" or node in self._cells:
            return self._blank.setdefault(node, name) == name
        return False

    def _is_literal(self, start: int, end: int, value: str) -> bool:
        written = self._text[start:end]
        if written[0] not in "\"'":
            return written == value
        if "\\" in written:
            return True
        quote = 3 if written[:3] in ('"""', "'''") else 1
        return written.startswith(value, quote) and written[quote + len(value)] == written[0]
