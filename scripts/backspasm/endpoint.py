"""A graph behind a SPARQL 1.1 endpoint, asked in the same way as the one on this machine."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pyoxigraph

from backspasm.binding import bound_text
from backspasm.connection import Connection, first_line
from backspasm.dataset import evaluate
from backspasm.errors import ParameterError
from backspasm.graph import AUTHORED, DERIVED, VOCABULARY, Graph, batches
from backspasm.namespaces import XSD
from backspasm.queries import inspect_query

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from typing import Any

    from backspasm.connection import Reply
    from backspasm.errors import EndpointError
    from backspasm.graph import Answer, Term
    from backspasm.queries import Query

__all__ = ["GRAPHS", "Endpoint", "triples_of"]

GRAPHS = (AUTHORED, DERIVED, VOCABULARY)
"""The named graphs of a dataset; a query sees their union where it names none."""

_ROWS = 5000
"""How many rows one request asks for, where the number is known: servers cut answers off,
commonly behind 10,000 rows."""

_JSON = "application/sparql-results+json"
_TRIPLES = {
    "application/n-triples": pyoxigraph.RdfFormat.N_TRIPLES,
    "text/plain": pyoxigraph.RdfFormat.N_TRIPLES,
    "text/turtle": pyoxigraph.RdfFormat.TURTLE,
    "application/x-turtle": pyoxigraph.RdfFormat.TURTLE,
}
_ACCEPT_TRIPLES = "application/n-triples, text/turtle;q=0.9"

_MATCHING = "SELECT DISTINCT ?s ?p ?o ?g WHERE { VALUES GRAPH ?g { ?s ?p ?o } }"
_UNKNOWN = """
SELECT DISTINCT ?node WHERE {
  VALUES ?node { NODES }
  { ?node ?p ?o } UNION { ?s ?node ?o } UNION { ?s ?p ?node } UNION { GRAPH ?node { ?s ?p ?o } }
}
"""
_SIZES = """
SELECT ?g ?p (COUNT(*) AS ?size) WHERE { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g ?p ORDER BY ?g ?p
"""


class Endpoint(Graph):
    """The graphs at a SPARQL endpoint.

    A query is checked here before it is sent, so its errors are the same as those of
    the dataset on this machine.

    Attributes:
        connection: the way to the endpoint.
    """

    def __init__(self, url: str, timeout: float | None = None) -> None:
        """Prepare to ask an endpoint; nothing is sent.

        Args:
            url: where it answers queries.
            timeout: seconds for each answer.

        Raises:
            UseError: the URL is none, or holds credentials.
        """
        self.connection = Connection(url, timeout)

    def evaluate(self, query: Query, bindings: Mapping[str, Term]) -> Answer:
        """The same as `query`, for a query that was inspected.

        It is sent by the SPARQL 1.1 Protocol, section 2.1.2, POST with URL-encoded
        parameters: Virtuoso 7.2.5 never answers a query that is posted directly. The
        dataset is that of the three graphs where the query names none.

        Raises:
            QueryError: the query is broken.
            ParameterError: the query does not have or project a bound variable, or the
                term is a blank node.
            EndpointError: the endpoint gives no answer, or none that can be read.
        """
        for name, term in bindings.items():
            if isinstance(term, pyoxigraph.BlankNode):
                raise ParameterError(
                    "a blank node has no name at an endpoint",
                    place=f"?{name}",
                    remedy="give an IRI",
                )
        evaluate(pyoxigraph.Store(), query, bindings)
        of_triples = query.form in ("CONSTRUCT", "DESCRIBE")
        form = [("query", bound_text(query, bindings))]
        if "FROM" not in query.words:
            form += [("default-graph-uri", graph.value) for graph in GRAPHS]
            form += [("named-graph-uri", graph.value) for graph in GRAPHS]
        accept = _ACCEPT_TRIPLES if of_triples else _JSON
        reply = self.connection.send("POST", form=form, headers={"Accept": accept})
        self._refuse_a_part(reply)
        if of_triples:
            return self._triples(reply)
        return self._results(reply, query)

    def matching(
        self,
        subject: pyoxigraph.NamedNode | None = None,
        predicate: pyoxigraph.NamedNode | None = None,
        target: pyoxigraph.NamedNode | None = None,
        graph: pyoxigraph.NamedNode | None = None,
    ) -> Iterator[pyoxigraph.Quad]:
        """The quads of a pattern; None stands for anything."""
        given = {"s": subject, "p": predicate, "o": target, "g": graph}
        return self._matching(**{name: [term] for name, term in given.items() if term is not None})

    def about(self, subjects: Iterable[pyoxigraph.NamedNode]) -> Iterator[pyoxigraph.Quad]:
        """The quads with one of some subjects, some hundred subjects with each request."""
        for batch in batches(subjects):
            yield from self._matching(s=batch)

    def quads(self) -> Iterator[pyoxigraph.Quad]:
        """All quads, by requests of some thousand rows.

        Raises:
            EndpointError: the endpoint cuts an answer off.
        """
        together: list[pyoxigraph.NamedNode] = []
        graph, rows = None, 0
        for row in self.select(_SIZES):
            size = int(_value(row["size"]))
            if row["g"] != graph or rows + size > _ROWS:
                yield from self._all_of(graph, together, rows)
                graph, together, rows = row["g"], [], 0
            together.append(pyoxigraph.NamedNode(_value(row["p"])))
            rows += size
        yield from self._all_of(graph, together, rows)

    def quads_about(self, subjects: Collection[pyoxigraph.NamedNode]) -> Iterator[pyoxigraph.Quad]:
        """Those of `quads` with one of some subjects."""
        return self.about(sorted(subjects, key=str))

    def unknown(self, nodes: Iterable[pyoxigraph.NamedNode]) -> list[pyoxigraph.NamedNode]:
        """Those of some nodes, in their order, that no quad has at any place."""
        wanted = list(nodes)
        known: set[str] = set()
        for batch in batches(wanted):
            known.update(node for (node,) in self.rows(_UNKNOWN.replace("NODES", _listed(batch))))
        return [node for node in wanted if node.value not in known]

    def _all_of(
        self, graph: object, predicates: list[pyoxigraph.NamedNode], rows: int
    ) -> Iterator[pyoxigraph.Quad]:
        if not isinstance(graph, pyoxigraph.NamedNode):
            return
        found = list(self._matching(g=[graph], p=predicates))
        if len(found) != rows:
            raise self.connection.error(
                f"answers {len(found)} of {rows} triples of <{graph.value}>",
                "raise the limit of the server on rows, or wait until no one writes",
            )
        yield from found

    def _matching(self, **given: list[pyoxigraph.NamedNode]) -> Iterator[pyoxigraph.Quad]:
        values = " ".join(f"VALUES ?{name} {{ {_listed(nodes)} }}" for name, nodes in given.items())
        for row in self.select(_MATCHING.replace("VALUES", values)):
            subject, predicate, target, graph = (row[name] for name in "spog")
            yield pyoxigraph.Quad(subject, predicate, target, graph)

    def _refuse_a_part(self, reply: Reply) -> None:
        """An answer that the server cut off is none; Virtuoso tells so in its headers."""
        limit = reply.headers.get("X-SPARQL-MaxRows")
        if limit is not None:
            raise self.connection.error(
                f"cuts answers off after {limit} rows", "ask for less, with LIMIT and OFFSET"
            )
        if reply.headers.get("X-SQL-State") == "S1TAT":
            raise self.connection.error(
                "gives only what it found in time", "ask for less, or raise its limit"
            )

    def _results(self, reply: Reply, query: Query) -> Answer:
        if reply.media_type not in (_JSON, "application/json"):
            raise _misfit(reply, _JSON, self.connection)
        try:
            document = _portable(json.loads(reply.content), query.form)
            content = json.dumps(document).encode()
            _read_through(content)
            answer = pyoxigraph.parse_query_results(content, pyoxigraph.QueryResultsFormat.JSON)
        except (ValueError, SyntaxError, KeyError, TypeError, AttributeError) as error:
            raise _broken(error, self.connection) from error
        if isinstance(answer, pyoxigraph.QueryBoolean) != (query.form == "ASK"):
            raise self.connection.error("answers another question", "check that it speaks SPARQL")
        return answer

    def _triples(self, reply: Reply) -> Answer:
        store = pyoxigraph.Store()
        store.extend(triples_of(reply, self.connection))
        everything = inspect_query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")
        return evaluate(store, everything, {})


def triples_of(reply: Reply, connection: Connection) -> list[pyoxigraph.Quad]:
    """The triples of an answer, in no named graph.

    Raises:
        EndpointError: the answer is not N-Triples or Turtle, or broken.
    """
    if reply.media_type not in _TRIPLES:
        raise _misfit(reply, _ACCEPT_TRIPLES, connection)
    try:
        return list(pyoxigraph.parse(reply.content, format=_TRIPLES[reply.media_type]))
    except (ValueError, SyntaxError) as error:
        raise _broken(error, connection) from error


def _misfit(reply: Reply, wanted: str, connection: Connection) -> EndpointError:
    said = first_line(reply)
    return connection.error(
        f"answers {reply.media_type or 'without a media type'} in place of "
        f"{wanted.partition(',')[0]}{f': {said}' if said else ''}",
        "check that the URL is the one for queries",
    )


def _broken(error: Exception, connection: Connection) -> EndpointError:
    return connection.error(
        f"the answer is broken or breaks off: {error}", "try again, or ask for less"
    )


def _portable(document: dict[str, Any], form: str) -> dict[str, Any]:
    """An answer as SPARQL 1.1 Query Results JSON has it, from servers that vary.

    Virtuoso answers ASK with a row or none, writes the type of SPARQL 1.0 for a
    literal with a datatype, 1 and 0 for the truth values, and blank nodes as addresses.
    """
    if form == "ASK" and "boolean" not in document:
        rows = document["results"]["bindings"]
        return {"head": {}, "boolean": any(_is_one(row) for row in rows)}
    for row in document["results"]["bindings"] if "results" in document else ():
        for term in row.values():
            if term.get("type") == "typed-literal":
                term["type"] = "literal"
            if term.get("type") == "bnode":
                term["value"] = re.sub(r"\W", "_", term["value"])
            if term.get("datatype") == XSD + "boolean":
                term["value"] = {"1": "true", "0": "false"}.get(term["value"], term["value"])
    return document


def _read_through(content: bytes) -> None:
    """Meet now what is broken in an answer: its rows are read when they are asked for."""
    answer = pyoxigraph.parse_query_results(content, pyoxigraph.QueryResultsFormat.JSON)
    if isinstance(answer, pyoxigraph.QuerySolutions):
        for _ in answer:
            pass


def _is_one(row: dict[str, Any]) -> bool:
    return [term.get("value") for term in row.values()] == ["1"]


def _listed(nodes: Iterable[pyoxigraph.NamedNode]) -> str:
    return " ".join(map(str, nodes))


def _value(term: object) -> str:
    return str(getattr(term, "value", ""))
