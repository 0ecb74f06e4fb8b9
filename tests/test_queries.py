from __future__ import annotations

import pytest

from backspasm.errors import QueryError
from backspasm.queries import MAX_CHAIN, MAX_DEPTH, inspect_query

FINE = [
    "SELECT * { ?s ?p ?o }",
    "PREFIX ex: <http://example.org/> ASK { ex:service ex:insert 'SERVICE {{{' }",
    "BASE <http://example.org/> DESCRIBE <x>",
    "# SERVICE\nCONSTRUCT { ?s a bsv:Cause } WHERE { ?s a/rdfs:subClassOf* bsv:Condition }",
    'SELECT ?x { ?x skos:prefLabel "a\\"b"@en , """SERVICE "" {""" FILTER(LANG(?x) = "en-GB") }',
    "SELECT (GROUP_CONCAT(?x; SEPARATOR=', ') AS ?y) { VALUES ?x { 1 1.5 1e3 true UNDEF } }",
    "SELECT ?x { _:b ?p ?x FILTER(?x < 3 && ?x >= 1) } GROUP BY ?x HAVING(COUNT(*) > 1) LIMIT 3",
    "PREFIX : <http://example.org/> SELECT ?service { :a :b ?service . <SERVICE> :c 'x'^^xsd:date }",
    "SELECT ?x { VALUES ?x { " + "1 " * 5000 + "} }",
]
REFUSED = {
    "": "the query is empty",
    "# nothing\n": "the query is empty",
    "SELECT ?x { SERVICE <http://example.org/> { ?x ?y ?z } }": "query:1:13: SERVICE is refused",
    "ASK { service silent <http://example.org/> {} }": "SERVICE is refused",
    "INSERT DATA { <a> <b> <c> }": "INSERT changes data",
    "PREFIX a: <b>\nDELETE WHERE { ?s ?p ?o }": "query:2:1: DELETE changes data",
    "LOAD <http://example.org/>": "LOAD changes data",
    "CLEAR ALL": "CLEAR changes data",
    "SELEC ?x {}": "SELEC is not a word of SPARQL; did you mean SELECT",
    "SELECT ?x { ?x a bsv:Cause FLTER(?x) }": "FLTER is not a word of SPARQL; did you mean FILTER",
    "SELECT ?x { ?x a dehydration }": "dehydration is not a word of SPARQL",
    "SELECT ?x {\n  ?x a bvs:Cause }": r"query:2:8: unknown prefix bvs:; did you mean .*bsv",
    "SELECT ?x { ?x a zzzzzz:Cause }": "declare it with PREFIX",
    "SELECT * " + "{" * (MAX_DEPTH + 1): "too deeply nested",
    "SELECT * " + "{" * 3000 + "}" * 3000: "too deeply nested",
    "ASK { FILTER(" + "(" * 3000 + "1" + ")" * 3000 + ") }": "too deeply nested",
    "ASK { FILTER(" + "!" * 30000 + "true) }": "too deeply nested or too long",
    "ASK { FILTER(1" + "+1" * (MAX_CHAIN + 1) + ") }": "too deeply nested or too long",
    "ASK { " + "?s ?p ?o . " * (MAX_CHAIN + 1) + "}": "too deeply nested or too long",
    "SELECT * { " + " ".join(f"BIND(1 AS ?x{i})" for i in range(MAX_CHAIN + 1)) + "}": "too long",
}


@pytest.mark.parametrize("text", FINE)
def test_fine(text: str) -> None:
    assert inspect_query(text).text == text


@pytest.mark.parametrize("text", REFUSED, ids=lambda text: text[:40] or "empty")
def test_refused(text: str) -> None:
    with pytest.raises(QueryError, match=REFUSED[text]):
        inspect_query(text)


def test_variables_in_order_of_appearance() -> None:
    query = inspect_query("SELECT * { ?zebra ?p $ant . ?zebra ?q ?bee FROM }")
    assert query.variables == ["zebra", "p", "ant", "q", "bee"]


def test_the_query_is_called_by_its_place() -> None:
    with pytest.raises(QueryError, match=r"^causes\.rq:1:1: INSERT"):
        inspect_query("INSERT {}", "causes.rq")
