"""Quads as JSON-LD with the short keys of the context (JSON-LD 1.1 API, section 5.2).

PyLD would do the same: the tests hold this to it. Here it takes a tenth of the time, as
the context has no terms that hang on the place where they stand.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pyoxigraph

from backspasm.context import Context, read_context
from backspasm.namespaces import RDF, XSD

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

__all__ = ["as_jsonld", "dumps", "expanded_value"]

_NATIVE = {
    XSD + "boolean": re.compile("true|false"),
    XSD + "integer": re.compile("0|-?[1-9][0-9]{0,14}"),
}
"""Datatypes that become native JSON values, where they are written in canonical form."""

Node = dict[str, Any]


def expanded_value(term: Any) -> Node:
    """An RDF term as a value in expanded form (JSON-LD 1.1 API, section 8.6).

    Truth values and integers become native values where that keeps how they are written.
    """
    if isinstance(term, pyoxigraph.NamedNode):
        return {"@id": term.value}
    if not isinstance(term, pyoxigraph.Literal):
        return {"@id": str(term)}
    if term.language:
        return {"@value": term.value, "@language": term.language}
    datatype = term.datatype.value
    if datatype == XSD + "string":
        return {"@value": term.value}
    if datatype in _NATIVE and _NATIVE[datatype].fullmatch(term.value):
        native = term.value == "true" if datatype == XSD + "boolean" else int(term.value)
        return {"@value": native}
    return {"@value": term.value, "@type": datatype}


def as_jsonld(quads: Iterable[pyoxigraph.Quad], prefixes: Mapping[str, str] | None = None) -> bytes:
    """Quads as one document in UTF-8, with those terms of the context that it uses.

    Args:
        quads: in the order in which nodes are to stand, those of one graph and of one
            subject together.
        prefixes: prefixes beside those of the context, with their namespaces.
    """
    writer = _Writer(_with(prefixes or {}))
    graphs: dict[str, dict[str, list[pyoxigraph.Quad]]] = {}
    for quad in quads:
        nodes = graphs.setdefault(writer.graph(quad.graph_name), {})
        nodes.setdefault(writer.subject(quad.subject), []).append(quad)
    written = {
        name: [writer.node(iri, said) for iri, said in nodes.items()]
        for name, nodes in graphs.items()
    }
    named = [{"id": name, "@graph": nodes} for name, nodes in written.items() if name]
    body = [*written.get("", ()), *named]
    context = writer.context.part(writer.used) if writer.used else {}
    head = json.dumps(context, ensure_ascii=False)
    return f'{{"@context": {head},\n"@graph": {_lines(body)}}}\n'.encode()


def _with(prefixes: Mapping[str, str]) -> Context:
    known = read_context()
    further = {
        prefix: namespace if namespace[-1] in "/#" else {"@id": namespace, "@prefix": True}
        for prefix, namespace in sorted(prefixes.items())
        if prefix not in known.terms
    }
    return Context({**known.terms, **further}) if further else known


def dumps(document: Node) -> bytes:
    """A document with each key of its own, and each of several values, on a line of its own.

    So it can be compared line by line, and is written as quickly as can be.
    """
    entries = (f"{json.dumps(key)}: {_entry(value)}" for key, value in document.items())
    return ("{" + ",\n".join(entries) + "}\n").encode()


def _entry(value: Any) -> str:
    nodes = isinstance(value, list) and bool(value) and isinstance(value[0], dict)
    return _lines(value) if nodes else json.dumps(value, ensure_ascii=False)


def _lines(nodes: Sequence[Any]) -> str:
    return "[\n" + ",\n".join(map(_line, nodes)) + "\n]"


def _line(node: Any) -> str:
    if "@graph" not in node:
        return json.dumps(node, ensure_ascii=False)
    others = json.dumps({key: value for key, value in node.items() if key != "@graph"})
    return f'{others[:-1]}, "@graph": {_lines(node["@graph"])}}}'


class _Writer:
    """Writes nodes by one context, and knows which of its terms it used."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.used: set[str] = set()
        self.short: dict[str, str] = {}
        self.longest_first = sorted(context.prefixes.items(), key=lambda item: -len(item[1]))
        self.terms: dict[str, list[str]] = {}
        for term, said in context.terms.items():
            if term not in context.prefixes and not (isinstance(said, dict) and "@reverse" in said):
                self.terms.setdefault(context.expand(term), []).append(term)
        for several in self.terms.values():  # what suits some values only is tried first
            several.sort(key=lambda term: isinstance(context.terms[term], str))

    def graph(self, name: Any) -> str:
        return "" if isinstance(name, pyoxigraph.DefaultGraph) else self.subject(name)

    def subject(self, term: Any) -> str:
        self.used.add("id")
        return self.iri(term.value) if isinstance(term, pyoxigraph.NamedNode) else str(term)

    def iri(self, iri: str) -> str:
        """The compact IRI, or the IRI where no prefix fits."""
        if iri not in self.short:
            self.short[iri] = self._shortened(iri)
        return self.short[iri]

    def _shortened(self, iri: str) -> str:
        for prefix, namespace in self.longest_first:
            if iri.startswith(namespace) and iri != namespace:
                self.used.add(prefix)
                return f"{prefix}:{iri[len(namespace) :]}"
        return iri

    def word(self, iri: str) -> str:
        """The term for an IRI, or its compact form."""
        if iri not in self.terms:
            return self.iri(iri)
        self.used.add(self.terms[iri][0])
        return self.terms[iri][0]

    def node(self, iri: str, quads: list[pyoxigraph.Quad]) -> Node:
        said: Node = {}
        for quad in quads:
            if quad.predicate.value == RDF + "type" and isinstance(
                quad.object, pyoxigraph.NamedNode
            ):
                self.used.add("type")
                said.setdefault("type", []).append(self.word(quad.object.value))
            else:
                self._say(said, quad.predicate.value, expanded_value(quad.object))
        rank = self.context.rank
        ordered = sorted(said, key=lambda key: (rank.get(key, len(rank)), key))
        return {"id": iri, **{key: said[key] for key in ordered}}

    def _say(self, said: Node, predicate: str, value: Node) -> None:
        term, container, written = self._chosen(predicate, value)
        if term in self.context.terms:
            self.used.add(term)
        if "@language" in container:
            said = said.setdefault(term, {})
            term = value.get("@language", "@none")
        if "@set" in container:
            said.setdefault(term, []).append(written)
        elif term not in said:
            said[term] = written
        elif isinstance(said[term], list):
            said[term].append(written)
        else:
            said[term] = [said[term], written]

    def _chosen(self, predicate: str, value: Node) -> tuple[str, Sequence[str], Any]:
        """The key for a value, how its values are held, and the value as it is written there."""
        for term in self.terms.get(predicate, ()):
            said = self.context.terms[term]
            kind = said.get("@type") if isinstance(said, dict) else None
            container = said.get("@container", ()) if isinstance(said, dict) else ()
            written = self._coerced(value, kind, language="@language" in container)
            if written is not None:
                return term, container, written
        return self.iri(predicate), ("@set",), self._plain(value)

    def _coerced(self, value: Node, kind: str | None, *, language: bool) -> Any:
        """The value as a term writes it, or None where the term cannot hold it."""
        if language:
            text = "@language" in value or (
                len(value) == 1 and isinstance(value.get("@value"), str)
            )
            return value["@value"] if text else None
        if "@id" in value:
            if kind == "@vocab":
                return self.word(value["@id"])
            return self._id(value) if kind == "@id" else None if kind else self._plain(value)
        if kind is None:
            return self._plain(value)
        return value["@value"] if value.get("@type") == self.context.expand(kind) else None

    def _id(self, value: Node) -> str:
        return self.iri(value["@id"])

    def _plain(self, value: Node) -> Any:
        if "@id" in value:
            return {"id": self._id(value)}
        if len(value) == 1:
            return value["@value"]
        if "@type" in value:
            return {**value, "@type": self.iri(value["@type"])}
        return value
