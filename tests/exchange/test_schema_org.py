"""The schema.org view: held to schema.org's vocabulary, and compared with the graph."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pyoxigraph
import pytest

from backspasm import Dataset, expand
from backspasm.claims import find_claims
from backspasm.exchange import schema_org
from causes import dataset
from conftest import SMALL
from exchanged import ask_tool, assert_example_runs, assert_repeatable, counts, put

SCHEMA = "https://schema.org/"

CONDITIONS = """
SELECT DISTINCT ?c ?label ?definition WHERE {
  ?c a/rdfs:subClassOf* bsv:Condition ; skos:prefLabel ?label ; skos:definition ?definition .
  MINUS { ?c owl:deprecated true }
}
"""

SAID = """
SELECT DISTINCT ?condition ?value WHERE {
  VALUES ?predicate { PREDICATES }
  ?condition a/rdfs:subClassOf* bsv:Condition .
  PATTERN
  ?claim bsv:polarity bsv:Affirmed ; rdf:predicate ?predicate .
  MINUS { ?claim owl:deprecated true }
  FILTER (?condition != ?value)
}
"""

OF_EFFECT = "?end skos:broader* ?condition . ?claim rdf:object ?end ; rdf:subject ?value ."

EXPECTED = {
    "cause": ("bsv:causes bsv:contributesTo bsv:mayCause", OF_EFFECT),
    "riskFactor": ("bsv:increasesRiskOf", OF_EFFECT),
    "signOrSymptom": (
        "bsv:manifestsAs",
        "?condition skos:broader* ?end . ?claim rdf:subject ?end ; rdf:object ?value . ?value a bsv:Finding .",
    ),
    "possibleTreatment": (
        "bsv:treats bsv:mayTreat",
        "?claim rdf:object ?condition ; rdf:subject ?value . ?value a bsv:Intervention .",
    ),
}

SITES = """
SELECT DISTINCT ?condition ?value WHERE {
  ?condition a/rdfs:subClassOf* bsv:Condition .
  { ?condition bsv:site ?value } UNION {
    ?claim rdf:subject ?condition ; rdf:object ?value ; rdf:predicate bsv:occursIn ;
      bsv:polarity bsv:Affirmed . ?value a bsv:AnatomicalStructure
    MINUS { ?claim owl:deprecated true } }
}
"""

CODES = """
SELECT DISTINCT ?condition ?target WHERE {
  ?condition a/rdfs:subClassOf* bsv:Condition .
  ?m a bsv:Mapping ; owl:annotatedSource ?condition ; owl:annotatedTarget ?target ;
    owl:annotatedProperty skos:exactMatch .
  MINUS { ?m owl:deprecated true }
}
"""

HARD = """
a b Stated one
c b Possible one
d b Stated one
e f Stated one
"""

HARD_MORE = """
@prefix owl: <http://www.w3.org/2002/07/owl#> .
bs:pain a bsv:Finding, skos:Concept ; skos:prefLabel "pain"@en ; skos:definition "It hurts."@en .
bs:back-pain a bsv:Finding, skos:Concept ; skos:prefLabel "back pain"@en ; skos:broader bs:pain .
bs:gone a bsv:Disorder, skos:Concept ; skos:prefLabel "gone"@en ; owl:deprecated true .
bs:rest a bsv:Intervention, skos:Concept ; skos:prefLabel "rest"@en .
bs:nerve a bsv:AnatomicalStructure, skos:Concept ; skos:prefLabel "nerve"@en .
bs:men a bsv:Population, skos:Concept ; skos:prefLabel "men"@en .
"""


def claim(number: int, subject: str, predicate: str, target: str, more: str = "") -> str:
    return (
        f"bsc:two-{number} a bsv:Claim ; rdf:subject bs:{subject} ; rdf:predicate bsv:{predicate} ;"
        f' rdf:object bs:{target} ; bsv:statement "S{number}."@en ; bsv:basis bsv:Sentence ;'
        f" bsv:certainty bsv:Stated {more} .\n"
    )


YES, NO = "; bsv:polarity bsv:Affirmed", "; bsv:polarity bsv:Denied"


def read(graph: Dataset) -> dict[str, dict[str, Any]]:
    (one,) = schema_org.files(graph)
    assert (one.path, one.media_type) == ("schema-org.jsonld", "application/ld+json")
    return {node["@id"]: node for node in json.loads(one.content)["@graph"]}


@pytest.fixture(scope="module")
def nodes(shipped: Dataset) -> dict[str, dict[str, Any]]:
    return read(shipped)


@pytest.fixture
def hard(tmp_path: Path) -> Dataset:
    claims = (
        claim(1, "a", "causes", "back-pain", YES),
        claim(2, "a", "causes", "pain", YES + ' ; bsv:hedge "must"@en ; bsv:scope bs:b'),
        claim(3, "b", "causes", "pain", NO),
        claim(4, "c", "causes", "pain", YES + " ; owl:deprecated true"),
        claim(5, "gone", "causes", "pain", YES),
        claim(6, "rest", "prevents", "pain", YES),
        claim(7, "rest", "treats", "back-pain", NO),
        claim(8, "pain", "occursIn", "nerve", YES),
        claim(9, "pain", "occursIn", "men", YES),
        claim(10, "d", "causes", "pain", YES + " ; bsv:jointlyWith bsc:two-1"),
        claim(11, "back-pain", "causes", "pain", YES),
    )
    return dataset(tmp_path, HARD, HARD_MORE + "".join(claims))


def test_every_condition_is_there_and_nothing_else(
    nodes: dict[str, dict[str, Any]], shipped: Dataset
) -> None:
    told = {
        (iri, node["name"], node["description"])
        for iri, node in nodes.items()
        if node["@type"] in ("MedicalCondition", "MedicalSignOrSymptom")
    }
    assert told == set(shipped.rows(CONDITIONS))
    findings = {iri for (iri,) in shipped.rows("SELECT ?f { ?f a bsv:Finding }")}
    kinds = {iri for iri, node in nodes.items() if node["@type"] == "MedicalSignOrSymptom"}
    assert kinds == findings


@pytest.mark.parametrize("name", EXPECTED)
def test_what_claims_say_of_conditions(
    name: str, nodes: dict[str, dict[str, Any]], shipped: Dataset
) -> None:
    predicates, pattern = EXPECTED[name]
    query = SAID.replace("PREDICATES", predicates).replace("PATTERN", pattern)
    told = [(iri, value["url"]) for iri, node in nodes.items() for value in node.get(name, ())]
    assert sorted(told) == sorted(shipped.rows(query))


def test_places_and_codes(nodes: dict[str, dict[str, Any]], shipped: Dataset) -> None:
    for name, query in (("associatedAnatomy", SITES), ("code", CODES)):
        told = [(iri, value["url"]) for iri, node in nodes.items() for value in node.get(name, ())]
        assert sorted(told) == sorted(shipped.rows(query))
    (code,) = nodes[expand("bs:back-muscle-spasm") or ""]["code"]
    assert (code["codingSystem"], code["codeValue"]) == ("ICD10CM", "M62.830")


def test_each_value_restates_its_claims(nodes: dict[str, dict[str, Any]], shipped: Dataset) -> None:
    claims = {claim.iri: claim for claim in find_claims(shipped)}
    values = [
        value
        for node in nodes.values()
        for several in node.values()
        if isinstance(several, list)
        for value in several
        if "subjectOf" in value
    ]
    assert len(values) > 100
    for value in values:
        for reference in value["subjectOf"]:
            known, told = claims[reference["@id"]], nodes[reference["@id"]]
            assert told["text"] == known.statement
            assert f"{known.statement} ({known.certainty.lower()}" in value["description"]
            assert all(hedge in told["description"] for hedge in known.hedge)
            assert told["appearance"] == {"@id": known.document}
            assert known.document in nodes


def test_no_claim_is_denied(nodes: dict[str, dict[str, Any]], shipped: Dataset) -> None:
    denied = [claim for claim in find_claims(shipped) if claim.polarity == "Denied"]
    text = json.dumps(list(nodes.values()), ensure_ascii=False)
    assert denied
    assert all(claim.iri not in nodes and claim.statement not in text for claim in denied)


def test_it_is_valid_schema_org(shipped: Dataset, tools: Path, tmp_path: Path) -> None:
    found = ask_tool(tools, "read_schema_org.py", *put(schema_org.files(shipped), tmp_path))
    assert found == {"version": "30.1", "problems": []}


def test_what_is_not_schema_org_is_found(tools: Path, tmp_path: Path) -> None:
    nodes = [
        {"@id": "urn:1", "@type": "MedicalCause", "certainty": "possible"},
        {
            "@id": "urn:2",
            "@type": "MedicalCondition",
            "cause": [{"@id": "urn:1"}, {"@id": "urn:2"}],
        },
        {"@id": "urn:3", "@type": "Article", "dateModified": "soon", "url": "somewhere"},
    ]
    path = tmp_path / "odd.jsonld"
    path.write_text(json.dumps({"@graph": nodes}), encoding="utf-8")
    assert ask_tool(tools, "read_schema_org.py", path)["problems"] == [
        "MedicalCause has no certainty",
        "cause of MedicalCondition cannot be {'@id': 'urn:2'}",
        "dateModified of Article cannot be soon",
        "url of Article cannot be somewhere",
    ]


def test_it_is_json_ld_that_needs_nothing_else(shipped: Dataset) -> None:
    (one,) = schema_org.files(shipped)
    quads = list(pyoxigraph.parse(one.content, format=pyoxigraph.RdfFormat.JSON_LD))
    named = {quad.predicate.value for quad in quads} - {expand("rdf:type")}
    assert all(name.startswith(SCHEMA) for name in named)
    pages = [quad.object for quad in quads if quad.predicate.value == SCHEMA + "url"]
    assert pages
    assert all(isinstance(page, pyoxigraph.NamedNode) for page in pages)


def test_hard_cases(hard: Dataset, tools: Path, tmp_path: Path) -> None:
    nodes = read(hard)
    pain, back_pain = (nodes[expand(name) or ""] for name in ("bs:pain", "bs:back-pain"))
    assert expand("bs:gone") not in nodes
    told = {value["name"]: value for value in pain["cause"]}
    assert list(told) == ["a", "back pain", "d"]
    assert told["a"]["description"] == "S1. (stated) S2. (stated, “must”, only: b)"
    assert told["d"]["description"] == "S10. (stated, together with a)"
    assert [value["name"] for value in back_pain["cause"]] == ["a"]
    assert [value["name"] for value in pain["primaryPrevention"]] == ["rest"]
    assert "possibleTreatment" not in back_pain
    assert [value["name"] for value in pain["associatedAnatomy"]] == ["nerve"]
    assert pain["epidemiology"] == ["S9. (stated)"]
    assert pain["subjectOf"] == [{"@id": expand("bsc:two-9")}]
    found = ask_tool(tools, "read_schema_org.py", *put(schema_org.files(hard), tmp_path))
    assert found["problems"] == []


def test_data_without_a_scheme(tmp_path: Path) -> None:
    assert read(dataset(tmp_path, "a b Stated one")) == {}


def test_the_same_bytes_on_every_run(shipped: Dataset, small: Dataset) -> None:
    assert_repeatable("schema_org", schema_org.files(shipped))
    assert_repeatable("schema_org", schema_org.files(small), SMALL)


def test_the_page_counts_right(nodes: dict[str, dict[str, Any]], shipped: Dataset) -> None:
    claims = [claim for claim in find_claims(shipped) if not claim.deprecated]
    told = [iri for iri, node in nodes.items() if node["@type"] == "Claim"]
    symptoms = [claim for claim in claims if claim.predicate == expand("bsv:manifestsAs")]
    prevented = [claim for claim in claims if claim.predicate == expand("bsv:prevents")]
    conditions = shipped.rows(CONDITIONS)
    assert counts("schema-org.md") == {
        "conditions": (
            len([n for n in nodes.values() if "Medical" in n["@type"]]),
            len(conditions),
        ),
        "conditions with a cause": (
            len([n for n in nodes.values() if "cause" in n]),
            len(conditions),
        ),
        "claims": (len(told), len(claims)),
        "claims that something manifests as something": (
            len([claim for claim in symptoms if claim.iri in told]),
            len(symptoms),
        ),
        "claims that something prevents something": (
            len([claim for claim in prevented if claim.iri in told]),
            len(prevented),
        ),
        "claims that are denied": (0, len([c for c in claims if c.polarity == "Denied"])),
        "mechanisms": (0, len(shipped.rows("SELECT ?m { ?m a bsv:Mechanism }"))),
        "quantitative findings": (
            0,
            len(shipped.rows("SELECT ?f { ?f a bsv:QuantitativeFinding }")),
        ),
    }


def test_the_example_of_the_page_runs(shipped: Dataset, tmp_path: Path) -> None:
    put(schema_org.files(shipped), tmp_path)
    assert_example_runs("schema-org.md", tmp_path)
