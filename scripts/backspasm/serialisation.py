"""Triples and quads as text: sorted, prefixed, the same bytes for the same graph."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph

from backspasm.digest import canonical_nquads, canonical_quads
from backspasm.namespaces import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["GRAPH_FORMATS", "QUAD_FORMATS", "serialise_quads", "serialise_triples"]

GRAPH_FORMATS: dict[str, pyoxigraph.RdfFormat] = {
    "turtle": pyoxigraph.RdfFormat.TURTLE,
    "ntriples": pyoxigraph.RdfFormat.N_TRIPLES,
    "jsonld": pyoxigraph.RdfFormat.JSON_LD,
}
"""The formats for triples, by the names that the command line uses."""

QUAD_FORMATS: dict[str, pyoxigraph.RdfFormat] = {
    "trig": pyoxigraph.RdfFormat.TRIG,
    "nquads": pyoxigraph.RdfFormat.N_QUADS,
    "jsonld": pyoxigraph.RdfFormat.JSON_LD,
}
"""The formats that keep named graphs."""

_RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


def serialise_triples(
    triples: Iterable[pyoxigraph.Triple],
    format_name: str,
    prefixes: Mapping[str, str] | None = None,
) -> bytes:
    """Triples in a format of `GRAPH_FORMATS`, in UTF-8.

    Blank nodes are named by RDFC-1.0 (RDF Dataset Canonicalization, section 4),
    so that their names do not hang on the order of reading.

    Args:
        triples: what is written.
        format_name: how.
        prefixes: more prefixes than those of the dataset, with their namespaces.
    """
    quads = [pyoxigraph.Quad(*triple) for triple in triples]
    known = {**PREFIXES, **(prefixes or {})}
    return _serialise(quads, GRAPH_FORMATS[format_name], known, without_graphs=True)


def serialise_quads(quads: Iterable[pyoxigraph.Quad], format_name: str) -> bytes:
    """Quads in a format of `QUAD_FORMATS`, in UTF-8, blank nodes as in `serialise_triples`.

    N-Quads are in the canonical form of RDFC-1.0, so that their SHA-256 is the digest of the
    dataset.
    """
    return _serialise(quads, QUAD_FORMATS[format_name], PREFIXES, without_graphs=False)


def _serialise(
    quads: Iterable[pyoxigraph.Quad],
    rdf_format: pyoxigraph.RdfFormat,
    prefixes: Mapping[str, str],
    *,
    without_graphs: bool,
) -> bytes:
    if rdf_format == pyoxigraph.RdfFormat.N_QUADS:
        return canonical_nquads(quads)
    ordered = sorted(canonical_quads(quads), key=_order)
    statements = [quad.triple for quad in ordered] if without_graphs else ordered
    used = _used(prefixes, ordered)
    if rdf_format == pyoxigraph.RdfFormat.JSON_LD:
        from backspasm.jsonld import as_jsonld

        return as_jsonld(ordered, used)
    if rdf_format in (pyoxigraph.RdfFormat.TURTLE, pyoxigraph.RdfFormat.TRIG):
        # With this prefix the IRIs of passages would be written with backslashes.
        used.pop("bsd", None)
        content = _written(statements, rdf_format, used)
        return _with_sorted_header(content.decode()).encode()
    return _written(statements, rdf_format, {})


def _written(
    statements: list[pyoxigraph.Quad] | list[pyoxigraph.Triple],
    rdf_format: pyoxigraph.RdfFormat,
    prefixes: dict[str, str],
) -> bytes:
    # Without an output, pyoxigraph returns the bytes; its types allow for None.
    return pyoxigraph.serialize(statements, format=rdf_format, prefixes=prefixes) or b""


def _order(quad: pyoxigraph.Quad) -> tuple[str, str, bool, str, str]:
    predicate = quad.predicate.value
    return (
        str(quad.graph_name),
        str(quad.subject),
        predicate != _RDF_TYPE,
        predicate,
        str(quad.object),
    )


def _used(prefixes: Mapping[str, str], quads: list[pyoxigraph.Quad]) -> dict[str, str]:
    terms = {term for quad in quads for term in (*quad, getattr(quad.object, "datatype", None))}
    iris = [term.value for term in terms if isinstance(term, pyoxigraph.NamedNode)]
    return {
        prefix: namespace
        for prefix, namespace in sorted(prefixes.items())
        if any(iri.startswith(namespace) for iri in iris)
    }


def _with_sorted_header(content: str) -> str:
    """Prefixes in order, which the serialiser does not keep, and room between subjects."""
    lines = content.removesuffix("\n").split("\n")
    header = sorted(line for line in lines if line.startswith("@prefix "))
    body = "\n".join(line for line in lines if not line.startswith("@prefix "))
    body = body.replace(" .\n", " .\n\n").replace(" .\n\n}", " .\n}")
    return "\n".join([*header, "", body, ""]) if content else ""
