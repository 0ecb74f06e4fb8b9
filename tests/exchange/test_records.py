from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

import backspasm
import causes
from backspasm.claims import find_claims
from backspasm.concepts import read_concepts
from backspasm.errors import DataError
from backspasm.exchange.columns import LISTED
from backspasm.exchange.records import Facts, Table, cells, read_facts, read_tables
from backspasm.namespaces import expand, local_name, shorten
from backspasm.ordering import natural

WITHDRAWN = """
bsc:a-2 <http://www.w3.org/2002/07/owl#deprecated> true ;
    bsv:deprecationReason "Read wrongly."@en ;
    <http://purl.org/dc/terms/isReplacedBy> bsc:a-1 .
"""

ELSEWHERE = {
    "rdf:type": "kind and the roles tell it",
    "skos:inScheme": "the same for every concept",
    "bsv:nextFrom": "where the next step starts",
    "bsv:passage": "above the properties that say why a concept or document cites it",
    "bsv:step": "the table steps",
    **{f"skos:{kind}Match": "the table mappings" for kind in "exact broad close narrow".split()},
    "skos:relatedMatch": "the table mappings",
}
"""The properties of things in the tables that have no column, and why."""


@pytest.fixture(scope="module", params=["small", "shipped"])
def graph(request: pytest.FixtureRequest) -> backspasm.Dataset:
    dataset: backspasm.Dataset = request.getfixturevalue(request.param)
    return dataset


@pytest.fixture(scope="module")
def tables(graph: backspasm.Dataset) -> dict[str, Table]:
    return {table.name: table for table in read_tables(graph)}


def named(table: Table) -> list[dict[str, object]]:
    names = [column.name for column in table.columns]
    return [dict(zip(names, row, strict=True)) for row in table.rows]


def keys(table: Table) -> set[str]:
    return {str(row[0]) for row in table.rows}


def test_every_thing_has_one_row(graph: backspasm.Dataset, tables: dict[str, Table]) -> None:
    for listed in LISTED:
        things = {iri for (iri,) in graph.rows(f"SELECT ?thing {{ ?thing a {listed.kind} }}")}
        assert keys(tables[listed.name]) == set(map(shorten, things))
        assert len(tables[listed.name].rows) == len(things)


def test_every_property_has_a_column(graph: backspasm.Dataset) -> None:
    edges = {shorten(iri) for (iri,) in graph.rows("SELECT ?p { ?p a bsv:ClaimPredicate }")}
    # What leads from a thing to its records is a join of the tables.
    below = graph.rows("SELECT ?p { ?p rdfs:subPropertyOf+ bsv:record }")
    gathered = {shorten(iri) for (iri,) in below}
    for listed in LISTED:
        used = graph.rows(f"SELECT DISTINCT ?p {{ ?thing a {listed.kind} ; ?p ?value }}")
        columns = {column.path for column in listed.columns}
        left = {shorten(iri) for (iri,) in used} - columns - ELSEWHERE.keys() - gathered
        assert left <= (edges if listed.name == "concepts" else set())


WRITTEN: dict[str, Callable[[str], object]] = {
    "text": str,
    "iri": str,
    "id": shorten,
    "word": local_name,
    "integer": int,
    "number": float,
    "date": date.fromisoformat,
}


def test_every_value_is_in_its_cell(graph: backspasm.Dataset, tables: dict[str, Table]) -> None:
    for listed in LISTED:
        for column in listed.columns:
            if column.path and column.kind in WRITTEN:
                written = WRITTEN[column.kind]
                holds = f"?value a {column.holds} ." if column.holds else ""
                select = f"SELECT DISTINCT ?thing ?value {{ ?thing a {listed.kind} ; {column.path} ?value . {holds} }}"
                wanted = [(shorten(thing), written(value)) for thing, value in graph.rows(select)]
                key = tables[listed.name].key[0]
                rows = [(row[key], row[column.name]) for row in named(tables[listed.name])]
                told = [
                    (thing, value)
                    for thing, cell in rows
                    for value in (cell if isinstance(cell, list) else [cell])
                    if value is not None
                ]
                assert sorted(told, key=str) == sorted(wanted, key=str), (listed.name, column.name)


def test_booleans(graph: backspasm.Dataset, tables: dict[str, Table]) -> None:
    for name, term in (("is_cause", "Cause"), ("is_mechanism_step", "MechanismStep")):
        wanted = {shorten(iri) for (iri,) in graph.rows(f"SELECT ?x {{ ?x a bsv:{term} }}")}
        assert {row["concept"] for row in named(tables["concepts"]) if row[name]} == wanted
    lost = graph.rows("SELECT ?x { ?x bsv:sectionInferred true }")
    marked = {row["passage"] for row in named(tables["passages"]) if row["section_inferred"]}
    assert marked == {shorten(iri) for (iri,) in lost}


def test_kinds(graph: backspasm.Dataset, tables: dict[str, Table]) -> None:
    concepts = read_concepts(graph)
    kinds = {row["concept"]: row["kind"] for row in named(tables["concepts"])}
    assert kinds == {shorten(iri): concept.kind for iri, concept in concepts.items()}


def test_claims_are_as_the_package_reads_them(
    graph: backspasm.Dataset, tables: dict[str, Table]
) -> None:
    rows = {str(row["claim"]): row for row in named(tables["claims"])}
    claims = find_claims(graph)
    assert len(rows) == len(claims)
    for claim in claims:
        row = rows[shorten(claim.iri)]
        told = claim.certainty, claim.polarity, claim.basis, claim.statement
        assert (row["certainty"], row["polarity"], row["basis"], row["statement"]) == told
        assert row["subject"] == shorten(claim.subject)
        assert row["hedge"] == ("; ".join(claim.hedge) or None)
        assert row["passages"] == [shorten(place.iri) for place in claim.passages]
        assert row["scope"] == list(map(shorten, claim.scope))
        assert row["licensed_predicate"] == (shorten(claim.licenses) if claim.licenses else None)
        assert row["withdrawn"] == claim.deprecated


def test_keys_are_unique(tables: dict[str, Table]) -> None:
    for table in tables.values():
        several = [tuple(row[name] for name in table.key) for row in named(table)]
        assert len(set(several)) == len(several)


def test_foreign_keys_hold(tables: dict[str, Table]) -> None:
    checked = 0
    for table in tables.values():
        for index, column in enumerate(table.columns):
            known = {key for name in column.targets for key in keys(tables[name])}
            for row in table.rows if column.targets else []:
                assert set(cells(row[index])) <= known, (table.name, column.name)
                checked += len(cells(row[index]))
    assert checked > 100


def test_labels_stand_beside_their_ids(graph: backspasm.Dataset, tables: dict[str, Table]) -> None:
    select = "SELECT ?thing ?label { ?thing skos:prefLabel|rdfs:label|dcterms:title ?label }"
    known = {thing: label for thing, label in graph.rows(select)}  # noqa: C416 (any length)
    checked = 0
    for table in tables.values():
        for row in named(table):
            for column in table.columns:
                if column.of and column.of != "evidence":
                    ids = cells(row[column.of])  # type: ignore[arg-type]
                    assert cells(row[column.name]) == [known[expand(one) or ""] for one in ids]  # type: ignore[arg-type]
                    checked += len(ids)
    assert checked > 50


def test_ids_expand_by_the_table_of_prefixes(tables: dict[str, Table]) -> None:
    spaces = {str(prefix): str(namespace) for prefix, namespace in tables["prefixes"].rows}
    for table in (tables[listed.name] for listed in LISTED):
        for column in (column for column in table.columns if column.kind == "id"):
            for one in (one for row in named(table) for one in cells(row[column.name])):  # type: ignore[arg-type]
                prefix, _, local = one.partition(":")
                assert spaces[prefix] + local == expand(one), (table.name, column.name)


def test_every_column_is_described(tables: dict[str, Table]) -> None:
    for table in tables.values():
        assert table.says
        assert [name for name, text in table.described.items() if not text] == []


def test_words_have_a_definition(tables: dict[str, Table]) -> None:
    assert [row["term"] for row in named(tables["terms"]) if not row["definition"]] == []
    assert any(row["term"] == "Possible" for row in named(tables["terms"]))


def test_a_chain_reads_from_cause_to_effect(small: backspasm.Dataset) -> None:
    (row,) = [
        row for table in read_tables(small) if table.name == "mechanisms" for row in named(table)
    ]
    assert row["concepts"] == ["bs:stooping", "bs:disc-strain", "bs:back-muscle-spasm"]
    assert row["claims"] == ["bsc:garden-6", "bsc:garden-10"]


def test_what_is_withdrawn_is_marked(tmp_path: Path) -> None:
    graph = causes.dataset(tmp_path, "one two Stated a\ntwo three Stated a", WITHDRAWN)
    (claims,) = [table for table in read_tables(graph) if table.name == "claims"]
    told = [
        (row["claim"], row["withdrawn"], row["withdrawal_reason"], row["replaced_by"])
        for row in named(claims)
    ]
    assert told == [
        ("bsc:a-1", False, None, None),
        ("bsc:a-2", True, "Read wrongly.", "bsc:a-1"),
    ]


def test_rows_are_in_the_order_of_their_ids(shipped: backspasm.Dataset) -> None:
    for table in read_tables(shipped):
        if table.name not in ("labels", "terms"):
            ids = [expand(str(row[0])) or str(row[0]) for row in table.rows]
            assert ids == sorted(ids, key=natural)


def test_numbers_in_ids_count(tmp_path: Path) -> None:
    graph = causes.dataset(tmp_path, "one two Stated a\n" * 11)
    (claims,) = [table for table in read_tables(graph) if table.name == "claims"]
    assert [row[0] for row in claims.rows] == [f"bsc:a-{number}" for number in range(1, 12)]


def test_steps_are_in_the_order_of_their_positions(tmp_path: Path) -> None:
    more = """
    @prefix bsm: <https://w3id.org/backspasm/mechanism/> .
    bsm:m a bsv:Mechanism ; bsv:from bs:one ; bsv:step bsm:z , bsm:y .
    bsm:z a bsv:Step ; bsv:position 1 ; bsv:claim bsc:a-1 ; bsv:next bsm:y .
    bsm:y a bsv:Step ; bsv:position 2 ; bsv:claim bsc:a-2 .
    """
    graph = causes.dataset(tmp_path, "one two Stated a\ntwo three Stated a", more)
    tables = {table.name: named(table) for table in read_tables(graph)}
    assert tables["mechanisms"][0]["concepts"] == ["bs:one", "bs:two", "bs:three"]
    assert tables["mechanisms"][0]["claims"] == ["bsc:a-1", "bsc:a-2"]
    assert [row["step"] for row in tables["steps"]] == ["bsm:y", "bsm:z"]


def test_a_value_of_another_type_is_refused(tmp_path: Path) -> None:
    more = "bsd:a a bsv:Document ; bsv:characters 'many' ."
    graph = causes.dataset(tmp_path, "one two Stated a", more)
    with pytest.raises(DataError, match="bsd:a: bsv:characters many is no integer"):
        read_tables(graph)


def test_facts(shipped: backspasm.Dataset, small: backspasm.Dataset) -> None:
    facts = read_facts(shipped)
    assert facts.title == "backspasm"
    assert facts.license == "https://creativecommons.org/licenses/by/4.0/"
    assert facts.version == backspasm.__version__
    assert read_facts(small) == Facts("", "", "", "", backspasm.__version__)
