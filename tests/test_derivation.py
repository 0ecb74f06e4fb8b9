"""Each case in tests/rules/RULE/ says what a rule is given and exactly what it must add.

The cases in tests/rules/all/ run all rules and say which direct edges must follow.
"""

from __future__ import annotations

import re
from pathlib import Path

import pyoxigraph
import pytest

from backspasm.derivation import derive
from backspasm.errors import QueryError
from backspasm.files import load_file, parse_file, rule_files, vocabulary_files
from backspasm.graph import AUTHORED, DERIVED, VOCABULARY
from backspasm.namespaces import BSV, RDF
from conftest import TESTS

CASES = sorted((TESTS / "rules").glob("*/*.trig"))
RULES = {Path(rule).stem: rule for rule in rule_files()}


def _read(case: Path) -> tuple[pyoxigraph.Store, set[str]]:
    store = pyoxigraph.Store()
    for name in vocabulary_files():
        load_file(store, name, VOCABULARY)
    expected = set()
    for quad in parse_file(str(case)):
        if quad.graph_name == pyoxigraph.NamedNode("urn:case:expected"):
            expected.add(str(quad.triple))
        else:
            assert quad.graph_name == pyoxigraph.NamedNode("urn:case:given")
            store.add(pyoxigraph.Quad(quad.subject, quad.predicate, quad.object, AUTHORED))
    return store, expected


def _derived(store: pyoxigraph.Store) -> set[str]:
    return {str(quad.triple) for quad in store.quads_for_pattern(None, None, None, DERIVED)}


@pytest.mark.parametrize(
    "case",
    [case for case in CASES if case.parent.name != "all"],
    ids=lambda case: f"{case.parent.name}/{case.stem}",
)
def test_rule(case: Path) -> None:
    store, expected = _read(case)
    derive(store, [RULES[case.parent.name]])
    assert _derived(store) == expected


@pytest.mark.parametrize(
    "case", [case for case in CASES if case.parent.name == "all"], ids=lambda case: case.stem
)
def test_direct_edges_by_all_rules(case: Path) -> None:
    store, expected = _read(case)
    derive(store)
    kind = pyoxigraph.NamedNode(RDF + "type")
    predicate = pyoxigraph.NamedNode(BSV + "ClaimPredicate")
    predicates = {quad.subject for quad in store.quads_for_pattern(None, kind, predicate)}
    edges = store.quads_for_pattern(None, None, None, DERIVED)
    assert {str(edge.triple) for edge in edges if edge.predicate in predicates} == expected


def test_every_rule_has_cases_and_every_folder_a_rule() -> None:
    assert {case.parent.name for case in CASES} == {*RULES, "all"}


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_says_what_it_derives(rule: str) -> None:
    assert Path(RULES[rule]).read_text().startswith("# ")


def test_rules_cover_every_claim_predicate() -> None:
    store, _ = _read(CASES[0])
    kind = pyoxigraph.NamedNode(RDF + "type")
    predicate = pyoxigraph.NamedNode(BSV + "ClaimPredicate")
    text = "".join(Path(path).read_text() for name, path in RULES.items() if name < "20")
    for quad in store.quads_for_pattern(None, kind, predicate):
        assert isinstance(quad.subject, pyoxigraph.NamedNode)
        assert re.search(rf"bsv:{quad.subject.value.removeprefix(BSV)}\b", text)


def test_broken_rule(tmp_path: Path) -> None:
    rule = tmp_path / "10-x.rq"
    rule.write_text("CONSTRUCT {")
    with pytest.raises(QueryError, match=r"10-x\.rq: not SPARQL"):
        derive(pyoxigraph.Store(), [str(rule)])


def test_rule_must_construct(tmp_path: Path) -> None:
    rule = tmp_path / "10-x.rq"
    rule.write_text("ASK {}")
    with pytest.raises(QueryError, match="not a CONSTRUCT query"):
        derive(pyoxigraph.Store(), [str(rule)])
