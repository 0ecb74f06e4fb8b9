"""The graph as other libraries hold it: rdflib for RDF, networkx for walks, pandas for rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph

from backspasm.namespaces import PREFIXES, XSD, local_name, shorten

if TYPE_CHECKING:
    from collections.abc import Callable

    import networkx as nx
    import pandas as pd
    import rdflib

    from backspasm.graph import Graph

__all__ = ["networkx_view", "pandas_view", "rdflib_view"]

_PYTHON: dict[str, Callable[[str], object]] = {
    "integer": int,
    "decimal": float,
    "double": float,
    "float": float,
    "boolean": lambda text: text in ("true", "1"),
}

_NODES = """
SELECT ?concept ?label WHERE { ?concept a skos:Concept ; skos:prefLabel ?label }
ORDER BY ?concept
"""

_EDGES = """
SELECT ?subject ?predicate ?object WHERE {
  ?predicate a bsv:ClaimPredicate .
  GRAPH bsg:derived { ?subject ?predicate ?object }
} ORDER BY ?subject ?predicate ?object
"""


def rdflib_view(graph: Graph) -> rdflib.Dataset:
    """See `backspasm.graph.Graph.to_rdflib`."""
    import rdflib

    view = rdflib.Dataset(default_union=True)
    for prefix, namespace in PREFIXES.items():
        view.bind(prefix, namespace, replace=True)
    lines = pyoxigraph.serialize(graph.quads(), format=pyoxigraph.RdfFormat.N_QUADS)
    normalize, rdflib.NORMALIZE_LITERALS = rdflib.NORMALIZE_LITERALS, False
    try:
        view.parse(data=lines, format="nquads")
    finally:
        rdflib.NORMALIZE_LITERALS = normalize
    return view


def networkx_view(graph: Graph) -> nx.MultiDiGraph[str]:
    """See `backspasm.graph.Graph.to_networkx`."""
    import networkx as nx

    walk: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for concept, label in graph.rows(_NODES):
        walk.add_node(concept, label=label)
    for subject, predicate, target in graph.rows(_EDGES):
        walk.add_edge(subject, target, key=local_name(predicate), predicate=predicate)
    return walk


def pandas_view(solutions: pyoxigraph.QuerySolutions) -> pd.DataFrame:
    """See `backspasm.graph.Graph.frame`."""
    import pandas as pd

    columns = [variable.value for variable in solutions.variables]
    rows = [[_value(term) for term in solution] for solution in solutions]
    return pd.DataFrame(rows, columns=columns, dtype=object).infer_objects()


def _value(term: object) -> object:
    if isinstance(term, pyoxigraph.NamedNode):
        return shorten(term.value)
    if isinstance(term, pyoxigraph.Literal):
        python = _PYTHON.get(term.datatype.value.removeprefix(XSD))
        return python(term.value) if python else term.value
    return None if term is None else str(term)
