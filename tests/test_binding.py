from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph
import pytest

import backspasm
from backspasm.binding import bound_text
from backspasm.namespaces import BS
from backspasm.queries import inspect_query
from backspasm.questions import Question, questions

if TYPE_CHECKING:
    from backspasm.graph import Term

DIGGING = pyoxigraph.NamedNode(BS + "digging")
SPASM = pyoxigraph.NamedNode(BS + "back-muscle-spasm")


def told(store: pyoxigraph.Store, text: str) -> list[str]:
    answer = store.query(text, use_default_graph_as_union=True)
    if isinstance(answer, pyoxigraph.QueryBoolean):
        return [str(bool(answer))]
    if isinstance(answer, pyoxigraph.QueryTriples):
        return sorted(map(str, answer))
    names = sorted(variable.value for variable in answer.variables)
    return sorted(str([row[name] for name in names]) for row in answer)


def as_answered(dataset: backspasm.Dataset, text: str, terms: dict[str, Term]) -> list[str]:
    answer = dataset.evaluate(inspect_query(text), terms)
    if isinstance(answer, pyoxigraph.QueryBoolean):
        return [str(bool(answer))]
    if isinstance(answer, pyoxigraph.QueryTriples):
        return sorted(map(str, answer))
    names = sorted(variable.value for variable in answer.variables)
    return sorted(str([row[name] for name in names]) for row in answer)


@pytest.mark.parametrize("question", questions(), ids=lambda question: question.name)
def test_questions_say_the_same(shipped: backspasm.Dataset, question: Question) -> None:
    for example in question.examples:
        terms = question.bindings(shipped, example)
        text = bound_text(inspect_query(question.text), terms)
        assert told(shipped.store, text) == as_answered(shipped, question.text, terms)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?x ?p { ?x ?p ?o }",
        "SELECT * { ?x ?p ?o } ORDER BY ?p LIMIT 2",
        "SELECT ?x (COUNT(*) AS ?n) WHERE { ?x ?p ?o } GROUP BY ?x",
        "SELECT ?x (EXISTS { ?x a bsv:Cause } AS ?is) { ?x ?p ?o }",
        "SELECT ?x { SELECT ?x { ?x a bsv:Cause } }",
        "SELECT ?x ?n { { SELECT ?x (COUNT(*) AS ?n) { ?x ?p ?o } GROUP BY ?x } ?x a bsv:Cause }",
        "SELECT ?x ?s { ?x a ?k { SELECT * { ?x skos:prefLabel ?s } } }",
        "SELECT ?x ?k { ?x a ?k MINUS { SELECT ?x { ?x a bsv:Cause } } }",
        "SELECT ?x ?k { ?x a ?k OPTIONAL { { SELECT ?x ?l { ?x rdfs:label ?l } } } }",
        "SELECT ?x ?y { ?y skos:broader* ?x }",
        "ASK { ?x a bsv:Cause }",
        "ASK WHERE { ?x a bsv:RiskFactor }",
        "CONSTRUCT { ?x a skos:Concept } WHERE { ?x a ?k . { SELECT ?x { ?x ?p ?o } } }",
        "CONSTRUCT WHERE { ?x ?p ?o }",
        "CONSTRUCT { ?x ?p [ a ?o ] } { ?x ?p ?o } LIMIT 0",
        "DESCRIBE ?x WHERE { ?x a ?k }",
        "DESCRIBE ?x",
        '# { ?x }\nPREFIX a: <urn:c> SELECT ?x ("{ ?x" AS ?s) { ?x ?p ?o FILTER(?p != a:b) }',
    ],
)
def test_forms(small: backspasm.Dataset, text: str) -> None:
    written = bound_text(inspect_query(text), {"x": DIGGING})
    assert str(DIGGING) in written
    assert told(small.store, written) == as_answered(small, text, {"x": DIGGING})


def test_limited_sub_select_is_left_alone() -> None:
    text = "SELECT ?x { ?x ?p ?o { SELECT ?x { ?x ?q ?r } LIMIT 1 } }"
    assert bound_text(inspect_query(text), {"x": DIGGING}).count("VALUES") == 1


def test_terms_are_never_text(small: backspasm.Dataset) -> None:
    nasty = pyoxigraph.Literal('" } ; DROP ALL # \n\\')
    text = "SELECT ?x ?l { ?x skos:prefLabel ?name BIND(?l AS ?m) }"
    written = bound_text(inspect_query(text), {"l": nasty})
    rows = small.store.query(written, use_default_graph_as_union=True)
    assert isinstance(rows, pyoxigraph.QuerySolutions)
    assert {row["l"] for row in rows} == {nasty}


def test_several_terms(small: backspasm.Dataset) -> None:
    text = "SELECT ?x ?y ?p { ?x ?p ?y }"
    terms: dict[str, Term] = {"x": DIGGING, "y": SPASM}
    written = bound_text(inspect_query(text), terms)
    assert told(small.store, written) == as_answered(small, text, terms)


def test_prefixes_that_are_not_declared_come_first() -> None:
    text = "PREFIX bsv: <urn:own:>\nASK { ?x a bsv:A , skos:Concept }"
    written = bound_text(inspect_query(text), {})
    assert written == "PREFIX skos: <http://www.w3.org/2004/02/skos/core#> " + text
