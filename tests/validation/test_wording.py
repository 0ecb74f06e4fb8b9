"""What findings say: of shapes in shapes, of languages, of queries, and of broken shapes."""

from __future__ import annotations

import pyoxigraph
import pytest

from backspasm.validation.engines import Index, malformed, run
from backspasm.validation.finding import Finding, sort
from backspasm.validation.naming import saying
from backspasm.validation.wording import MEND, NOT_SHACL, malformed_findings, to_finding

HEAD = """@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix bs: <https://w3id.org/backspasm/concept/> .
@prefix bsv: <https://w3id.org/backspasm/vocab/> .
"""
DATA = 'bs:x bsv:from [ bsv:rank "a" ] ; bsv:to 1 ; bsv:note "x"@en , "y"@de .'


def graph(text: str) -> Index:
    return Index.of(pyoxigraph.parse(HEAD + text, pyoxigraph.RdfFormat.TURTLE))


def findings(shape: str, engine: str = "pyshacl") -> list[Finding]:
    shapes = graph(f"bs:S a sh:NodeShape ; sh:targetNode bs:x ; {shape} .")
    data = graph(DATA)
    return sort(to_finding(one, shapes, data) for one in run(data, shapes, engine))


STATED = "[ sh:property [ sh:path bsv:certainty ; sh:hasValue bsv:Stated ] ]"
HEADING = "[ sh:property [ sh:path bsv:basis ; sh:in ( bsv:Heading bsv:ListItem ) ] ]"
HEDGED = "[ sh:property [ sh:path bsv:hedge ; sh:minCount 1 ] ]"
RANKED = '[ sh:property [ sh:path bsv:rank ; sh:pattern "^[0-9]" ] , [ sh:path bsv:hedge ; sh:maxCount 0 ] , [ sh:path bsv:unit ; sh:minCount 1 ] ]'

SAID = {
    f"sh:or ( {STATED} {HEDGED} [ sh:class bsv:Claim ] )": "meets none of: bsv:certainty bsv:Stated; at least 1 bsv:hedge; a value of class bsv:Claim",
    f"sh:and ( {HEADING} {HEDGED} )": "does not meet: at least 1 bsv:hedge",
    f"sh:xone ( {STATED} {HEDGED} )": "meets none of: bsv:certainty bsv:Stated; at least 1 bsv:hedge",
    f"sh:xone ( {HEADING} [ sh:nodeKind sh:IRI ] {HEDGED} )": "meets more than one of: bsv:basis in (bsv:Heading, bsv:ListItem); a value that is an IRI",
    f"sh:not {HEADING}": "meets what it must not: bsv:basis in (bsv:Heading, bsv:ListItem)",
    f"sh:property [ sh:path bsv:from ; sh:node {RANKED} ]": "has bsv:from _:, which does not meet: at least 1 bsv:unit; bsv:rank matching ^[0-9]",
    "sh:closed true ; sh:ignoredProperties ( bsv:from bsv:note )": "has bsv:to “1”, a property that is not allowed here",
    'sh:property [ sh:path bsv:note ; sh:languageIn ( "de" ) ]': "has bsv:note “x”@en, which is not text in de",
    "sh:property [ sh:path bsv:to ; sh:qualifiedMinCount 2 ; sh:qualifiedValueShape [ sh:in ( 1 2 ) ] ]": "has fewer than 2 values of bsv:to of this kind: a value in (“1”, “2”)",
    "sh:property [ sh:path bsv:to ; sh:maxCount 0 ]": "has bsv:to, which is not allowed",
}  # fmt: skip


@pytest.mark.parametrize("engine", ["pyshacl", "shifty"])
@pytest.mark.parametrize("shape", SAID)
def test_what_failed_is_said(shape: str, engine: str) -> None:
    if engine == "shifty":
        pytest.importorskip("shifty", reason="shifty is not installed")
    (found,) = findings(shape, engine)
    message = found.message.replace(found.value, "_:") if found.value[:2] == "_:" else found.message
    assert message == SAID[shape]


def test_a_named_shape_says_what_of_it_failed() -> None:
    shapes = graph(f"""bs:S a sh:NodeShape ; sh:targetNode bs:x ;
        sh:property [ sh:path bsv:from ; sh:node bs:Ranked ] .
        bs:Ranked a sh:NodeShape ; {RANKED[1:-1]} .""")
    data = graph(DATA)
    (found,) = (to_finding(one, shapes, data) for one in run(data, shapes))
    assert found.message.endswith(
        "does not conform to bs:Ranked: at least 1 bsv:unit; bsv:rank matching ^[0-9]"
    )
    (plain,) = (to_finding(one, shapes) for one in run(data, shapes))
    assert "no bsv:hedge" in plain.message


def test_long_descriptions_are_cut() -> None:
    alternatives = " ".join(
        f"[ sh:property [ sh:path bsv:p{n} ; sh:minCount 1 ] ]" for n in range(90)
    )
    (found,) = findings(f"sh:or ( {alternatives} )")
    assert len(found.message) < 230
    assert found.message.endswith("…")


QUERY = (
    'sh:select "SELECT $this ?value WHERE { $this <https://w3id.org/backspasm/vocab/to> ?value }"'
)


def test_a_query_says_what_its_message_says() -> None:
    (found,) = findings(f'sh:sparql [ {QUERY} ; sh:message "goes to {{?value}}"@en ]')
    assert (found.message, found.remedy) == ("goes to 1", "goes to 1")
    assert saying(found) == "bs:x: goes to 1."
    (silent,) = findings(f"sh:sparql [ {QUERY} ]")
    assert (silent.message, silent.remedy) == ("does not meet a condition in SPARQL for “1”", MEND)


@pytest.mark.parametrize(
    ("message", "remedy"), [("", MEND), (' ; sh:message "no {$value}"@en', "no 1")]
)
def test_messages_of_components_stand_in_the_shapes(message: str, remedy: str) -> None:
    shapes = graph(f"""bs:C a sh:ConstraintComponent ; sh:parameter [ sh:path bsv:most ] ;
        sh:validator [ a sh:SPARQLAskValidator ; sh:ask "ASK {{ FILTER($value > $most) }}"{message} ] .
        bs:S a sh:NodeShape ; sh:targetNode bs:x ; sh:property [ sh:path bsv:to ; bsv:most 3 ] .""")
    data = graph(DATA)
    (found,) = (to_finding(one, shapes, data) for one in run(data, shapes))
    assert found.message == "has a value of bsv:to that does not meet bs:C"
    assert found.remedy == remedy


BROKEN = {
    "bs:S a sh:NodeShape ; sh:minCount 1 .": ["has sh:minCount but no sh:path"],
    "bs:S a sh:NodeShape ; sh:property bs:T .": ["has no sh:path"],
    "bs:S a sh:PropertyShape ; sh:path bsv:a , bsv:b .": ["has 2 values of sh:path"],
    "bs:S a sh:NodeShape ; sh:property bs:T . bs:T sh:path bsv:a , bsv:b .": [
        "has 2 values of sh:path, at most 1 is allowed"
    ],
    "bs:S a sh:NodeShape ; sh:or bs:x .": ["has sh:or bs:x, which is not a well-formed list"],
    "bs:S a sh:NodeShape ; sh:or ( bs:T ) . bs:T sh:minCount 2 .": [
        "has sh:minCount but no sh:path"
    ],
    'bs:S a sh:NodeShape ; sh:targetClass "x" .': ["has sh:targetClass “x”, which is no IRI"],
    'bs:S a sh:NodeShape ; sh:property [ sh:path bsv:a ; sh:minCount "1" ] .': [
        "has sh:minCount “1”, which is no xsd:integer"
    ],
    "bs:S a sh:NodeShape ; sh:languageIn ( 1 ) .": [
        "has sh:languageIn with “1”, which is no xsd:string"
    ],
    "[] a rdfs:Class , sh:NodeShape .": ["is a class and a blank node, which can be no target"],
    "bs:S a sh:NodeShape ; sh:in 1 ; sh:datatype xsd:int , xsd:date .": [
        "has 2 values of sh:datatype, at most 1 is allowed",
        "has sh:in “1”, which is not a well-formed list",
    ],
    "bs:S a sh:NodeShape ; sh:class bs:x .": [],
}  # fmt: skip


@pytest.mark.parametrize("shapes", BROKEN)
def test_each_defect_of_shapes_once(shapes: str) -> None:
    broken = graph(shapes)
    found = malformed_findings(malformed(broken), broken)
    assert [one.message for one in found] == BROKEN[shapes]
    assert {one.rule for one in found} <= {NOT_SHACL}
    assert all(one.remedy and one.remedy != MEND for one in found)
