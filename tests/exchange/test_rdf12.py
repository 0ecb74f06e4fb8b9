from __future__ import annotations

from pathlib import Path

import pyoxigraph
import pytest

import backspasm
import causes
from backspasm.claims import find_claims
from backspasm.exchange.rdf12 import files, reifiers
from backspasm.export import export
from backspasm.graph import DERIVED
from backspasm.namespaces import PREFIXES, RDF

REIFIES = RDF + "reifies"


@pytest.fixture(scope="module", params=["small", "shipped"])
def graph(request: pytest.FixtureRequest) -> backspasm.Dataset:
    dataset: backspasm.Dataset = request.getfixturevalue(request.param)
    return dataset


def parsed(content: bytes) -> list[pyoxigraph.Quad]:
    return list(pyoxigraph.parse(content, pyoxigraph.RdfFormat.TRIG))


def ask(graph: backspasm.Graph, query: str) -> list[tuple[str, ...]]:
    store = pyoxigraph.Store()
    store.load(files(graph)[0].content, format=pyoxigraph.RdfFormat.TRIG)
    rows = store.query(query, prefixes=PREFIXES, use_default_graph_as_union=True)
    assert isinstance(rows, pyoxigraph.QuerySolutions)
    return [tuple(term.value for term in row) for row in rows]


def test_every_claim_reifies_what_it_speaks_of(graph: backspasm.Dataset) -> None:
    found = ask(graph, "SELECT ?claim ?s ?p ?o { ?claim rdf:reifies <<( ?s ?p ?o )>> }")
    claims = [(c.iri, c.subject, c.predicate, c.object) for c in find_claims(graph)]
    assert sorted(found) == sorted(claims)
    assert len(claims) > 5


def test_a_pattern_inside_the_triple(graph: backspasm.Dataset) -> None:
    found = ask(graph, "SELECT ?claim ?o { ?claim rdf:reifies <<( ?s bsv:causes ?o )>> }")
    said = find_claims(graph, predicate=PREFIXES["bsv"] + "causes")
    assert sorted(found) == sorted((claim.iri, claim.object) for claim in said)


def test_the_rest_is_the_trig_export(graph: backspasm.Dataset) -> None:
    quads = parsed(files(graph)[0].content)
    rest = [quad for quad in quads if quad.predicate.value != REIFIES]
    # Blank nodes have the same names in both, so text can be compared.
    assert {str(quad) for quad in rest} == {str(quad) for quad in parsed(export(graph, "trig"))}
    added = [quad for quad in quads if quad.predicate.value == REIFIES]
    assert set(added) == set(reifiers(graph))
    assert {quad.graph_name for quad in added} == {DERIVED}


def test_what_is_reified_is_asserted_only_where_a_claim_licenses_it(
    graph: backspasm.Dataset,
) -> None:
    """A predicate is licensed by itself or by a stronger one below it."""
    asserted = set(ask(graph, "SELECT ?s ?p ?o { ?p a bsv:ClaimPredicate . ?s ?p ?o }"))
    above = "SELECT ?p ?above { ?p a bsv:ClaimPredicate ; rdfs:subPropertyOf* ?above }"
    claims = find_claims(graph)
    licensed = {
        (claim.subject, wider, claim.object)
        for claim in claims
        for predicate, wider in graph.rows(above)
        if predicate == claim.licenses
    }
    assert asserted == licensed
    reified = {(claim.subject, claim.predicate, claim.object) for claim in claims}
    assert reified - asserted
    denied = [claim for claim in claims if claim.polarity == "Denied"]
    assert denied
    assert not any((c.subject, c.predicate, c.object) in asserted for c in denied)


def test_the_file_announces_its_version_and_reads_well(small: backspasm.Dataset) -> None:
    (file,) = files(small)
    assert file[:2] == ("backspasm-rdf12.trig", "application/trig")
    lines = file.content.decode().splitlines()
    assert lines[0] == 'VERSION "1.2"'
    wanted = "bsc:garden-1 rdf:reifies <<( bs:digging bsv:causes bs:back-muscle-spasm )>> ;"
    assert f"\t{wanted}" in lines


def test_a_withdrawn_claim_reifies_and_says_so(tmp_path: Path) -> None:
    more = "bsc:a-1 <http://www.w3.org/2002/07/owl#deprecated> true ."
    graph = causes.dataset(tmp_path, "one two Stated a", more)
    query = "SELECT ?claim ?s { ?claim rdf:reifies <<( ?s ?p ?o )>> ; owl:deprecated true }"
    assert ask(graph, query) == [(PREFIXES["bsc"] + "a-1", PREFIXES["bs"] + "one")]
    assert ask(graph, "SELECT ?s { ?s bsv:mayCause|bsv:causes ?o }") == []
