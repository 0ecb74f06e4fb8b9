"""Triples as rdflib has them, each literal as it was written."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

import pyoxigraph
import rdflib

from backspasm.namespaces import PREFIXES


def to_graph(quads: Iterable[pyoxigraph.Quad | pyoxigraph.Triple]) -> rdflib.Graph:
    """All triples in one graph. Blank nodes are named in the order in which they appear."""
    graph = rdflib.Graph(bind_namespaces="none")
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace)
    names: dict[str, rdflib.BNode] = {}
    for quad in quads:
        subject, predicate, value = (
            _term(term, names) for term in (quad.subject, quad.predicate, quad.object)
        )
        graph.add((subject, predicate, value))
    return graph


def _term(term: object, names: dict[str, rdflib.BNode]) -> rdflib.term.Node:
    if isinstance(term, pyoxigraph.NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, pyoxigraph.BlankNode):
        return names.setdefault(term.value, rdflib.BNode(f"b{len(names)}"))
    literal = cast("pyoxigraph.Literal", term)
    if literal.language:
        return rdflib.Literal(literal.value, lang=literal.language)
    datatype = literal.datatype.value
    if datatype == PREFIXES["xsd"] + "string":
        return rdflib.Literal(literal.value)
    return rdflib.Literal(literal.value, datatype=rdflib.URIRef(datatype), normalize=False)
