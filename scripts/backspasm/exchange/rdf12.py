"""The whole graph in RDF 1.2, in which each claim reifies the triple that it speaks of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph

from backspasm.claims import find_claims
from backspasm.distribution import Distribution
from backspasm.graph import DERIVED
from backspasm.namespaces import RDF
from backspasm.serialisation import serialise_quads

if TYPE_CHECKING:
    from collections.abc import Iterator

    from backspasm.graph import Graph

__all__ = ["files", "reifiers"]

_REIFIES = pyoxigraph.NamedNode(RDF + "reifies")
_VERSION = b'VERSION "1.2"\n'


def files(graph: Graph) -> list[Distribution]:
    """`backspasm-rdf12.trig`: the quads of the graph and those of `reifiers`, as TriG 1.2.

    The file announces its version (RDF 1.2 TriG, section 2; RDF 1.2 Concepts, "Version
    Labels"). Blank nodes are named by RDFC-1.0, which knows no triple terms; theirs hold
    no blank nodes.
    """
    content = serialise_quads([*graph.quads(), *reifiers(graph)], "trig")
    return [Distribution("backspasm-rdf12.trig", "application/trig", _VERSION + content)]


def reifiers(graph: Graph) -> Iterator[pyoxigraph.Quad]:
    """A quad with `rdf:reifies` for each claim (RDF 1.2 Concepts, section on reification).

    The triple stands for what the claim speaks of and is not asserted by it: the claim may
    deny it, doubt it or be withdrawn. No one wrote these quads, so they are in the derived
    graph; `rdf:subject`, `rdf:predicate` and `rdf:object` stay as they are.
    """
    for claim in find_claims(graph):
        said = pyoxigraph.Triple(
            pyoxigraph.NamedNode(claim.subject),
            pyoxigraph.NamedNode(claim.predicate),
            pyoxigraph.NamedNode(claim.object),
        )
        yield pyoxigraph.Quad(pyoxigraph.NamedNode(claim.iri), _REIFIES, said, DERIVED)
