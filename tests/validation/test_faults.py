"""What is wrong with one shape hides nothing that others find, and is told once."""

from __future__ import annotations

from pathlib import Path

import pytest

from backspasm.validation import Report, Settings, validate
from backspasm.validation.naming import verdict

HEAD = """\
@prefix ex: <https://example.org/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
DATA = "ex:a a ex:P ; ex:r ex:b . ex:b a ex:P ; ex:q 1 .\n"
SOUND = "ex:S a sh:NodeShape ; sh:targetClass ex:P ; sh:property [ sh:path ex:name ; sh:minCount 1 ] .\n"
FOUND = {("a", "name"), ("b", "name")}
ENGINES = ("pyshacl", "shifty")
REFUSED = {"use --engine pyshacl", "mend the shape"}
"""What shifty is not put to, and what it refuses itself without saying where."""

QUALIFIED = "sh:path ex:r ; sh:qualifiedValueShapesDisjoint true"
# What is said of ex:Bad; what it finds all the same; what is told, and where it stands.
BAD = {
    'sh:property [ sh:path ex:q ; sh:pattern "[" ]': ((), "has sh:pattern “[”, which cannot be evaluated: unterminated", '"["'),
    'sh:property [ sh:path ex:q ; sh:minCount "one" ]': ((), "has sh:minCount “one”, which is no xsd:integer", '"one"'),
    'sh:sparql [ sh:select "SELECT $this WHERE { $this foo:bar ?x }" ]': ((), "has sh:sparql, which cannot be evaluated: Unknown", "[ sh:select"),
    'sh:sparql [ sh:select "SELECT $this WHERE { SERVICE <x:x> { $this ?p ?o } }" ]': ((), "has sh:sparql, which cannot be evaluated: A SPARQL", "[ sh:select"),
    "sh:property [ sh:minCount 1 ]": ((), "has no sh:path", "[ sh:minCount"),
    'sh:property [ sh:path "q" ; sh:minCount 1 ] ; sh:closed true': ((), "has sh:path “q”, which is not a property path", '"q"'),
    "sh:or ex:none": ((), "has sh:or <https://example.org/none>, which is not a well-formed list", "ex:none"),
    "sh:or ()": ((), "has sh:or rdf:nil, which cannot be evaluated: the list is empty", "()"),
    "sh:in ex:none": ((), "has sh:in <https://example.org/none>, which is not a well-formed list", "ex:none"),
    "sh:datatype xsd:string , xsd:integer": ((), "has 2 values of sh:datatype, at most 1 is allowed", "xsd:integer"),
    "sh:deactivated 1 ; sh:property [ sh:path ex:q ; sh:minCount 1 ]": ((), "has sh:deactivated “1”, which is not one of “true” or “false”", "1 ;"),
    # What is sound beside it is still checked.
    'sh:property [ sh:path ex:q ; sh:minCount 1 ; sh:pattern "[" ]': ((("a", "q"),), "has sh:pattern “[”", '"["'),
    'sh:property [ sh:path ex:q ; sh:minCount 1 ] , [ sh:path ex:r ; sh:maxLength "x" ]': ((("a", "q"),), "has sh:maxLength “x”", '"x"'),
    'sh:node [ sh:property [ sh:path ex:q ; sh:minCount 1 ; sh:maxCount "x" ] ]': ((("a", ""),), "has sh:maxCount “x”", '"x"'),
    'sh:closed true ; sh:property [ sh:path ex:q ; sh:minCount "x" ] , [ sh:path ex:name ]': ((("a", "r"), ("a", "type"), ("b", "type")), "has sh:minCount “x”", '"x"'),
    "sh:not ex:N . ex:N a sh:NodeShape ; sh:targetClass 1 ; sh:property [ sh:path ex:r ; sh:minCount 1 ]": ((("a", ""),), "has sh:targetClass “1”, which is no IRI", "1 ;"),
    # A shape that asks for less must not find what it would not find.
    'sh:not [ sh:property [ sh:path ex:r ; sh:minCount "x" ] ]': ((), "has sh:minCount “x”", '"x"'),
    'sh:xone ( [ sh:property [ sh:path ex:q ; sh:minCount 1 ] ] [ sh:pattern "[" ] )': ((), "has sh:pattern “[”", '"["'),
    'sh:property [ sh:path ex:r ; sh:qualifiedValueShape [ sh:nodeKind sh:IRI ; sh:minLength "x" ] ; sh:qualifiedMaxCount 0 ]': ((), "has sh:minLength “x”", '"x"'),
    f'sh:property [ {QUALIFIED} ; sh:qualifiedValueShape [ sh:nodeKind sh:IRI ] ; sh:qualifiedMaxCount 0 ] , [ {QUALIFIED} ; sh:qualifiedValueShape [ sh:minLength 1 ; sh:maxLength "x" ] ; sh:qualifiedMinCount 0 ]': ((), "has sh:maxLength “x”", '"x"'),
    f'sh:property [ {QUALIFIED} ; sh:qualifiedValueShape [ sh:nodeKind sh:IRI ] ; sh:qualifiedMaxCount 0 ] , [ sh:path "r" ; sh:qualifiedValueShape [ sh:minLength 1 ] ; sh:qualifiedMinCount 0 ]': ((), "has sh:path “r”", '"r"'),
    f'sh:property [ {QUALIFIED} ; sh:qualifiedValueShape [ sh:nodeKind sh:IRI ] ; sh:qualifiedMaxCount 0 ] , [ {QUALIFIED} ; sh:qualifiedValueShape [ sh:minLength 1 ] ; sh:qualifiedMinCount "x" ]': ((), "has sh:qualifiedMinCount “x”", '"x"'),
    "sh:not [ ex:mx 5 ; sh:nodeKind sh:IRI ] . ex:C a sh:ConstraintComponent ; sh:parameter [ sh:path ex:mx ] ; sh:validator [ a sh:SPARQLAskValidator ]": ((), "cannot be evaluated: AskValidator", "ex:C"),
    "sh:xone ( [ ex:mx 5 ] [ sh:nodeKind sh:IRI ] ) . ex:C a sh:ConstraintComponent ; sh:parameter [ sh:path ex:mx ] ; sh:validator [ a sh:SPARQLAskValidator ]": ((), "cannot be evaluated: AskValidator", "ex:C"),
    "ex:mx 5 ; sh:nodeKind sh:Literal . ex:C a sh:ConstraintComponent ; sh:parameter [ sh:path ex:mx ] ; sh:validator [ a sh:SPARQLAskValidator ]": ((("a", ""), ("b", "")), "cannot be evaluated: AskValidator", "ex:C"),
    'ex:mx 5 ; sh:nodeKind sh:Literal . ex:C a sh:ConstraintComponent ; sh:parameter [ sh:path "mx" ] ; sh:validator [ a sh:SPARQLAskValidator ; sh:ask "ASK {}" ]': ((("a", ""), ("b", "")), "cannot be evaluated: a parameter is named by one IRI", '[ sh:path "mx"'),
    "ex:mx 5 ; sh:nodeKind sh:Literal . ex:C a sh:ConstraintComponent ; sh:parameter [ sh:path ex:mx , ex:my ] ; sh:validator [ a sh:SPARQLAskValidator ; sh:ask 'ASK {}' ]": ((("a", ""), ("b", "")), "cannot be evaluated: a parameter is named by one IRI", "[ sh:path ex:mx"),
    # One value at fault is no fault of the others.
    'sh:class ex:K , "x"': ((("a", ""), ("b", "")), "has sh:class “x”", '"x"'),
    "sh:nodeKind sh:Literal ; sh:targetNode ex:c , []": ((("a", ""), ("b", ""), ("c", "")), "has sh:targetNode […]", "[]"),
    'sh:not [ sh:nodeKind sh:IRI ] , [ sh:minLength "x" ]': ((("a", ""), ("b", "")), "has sh:minLength “x”", '"x"'),
    'sh:not [ sh:nodeKind sh:IRI ] , "x"': ((("a", ""), ("b", "")), "has sh:not “x”, which cannot be evaluated", '"x"'),
    'sh:node [ sh:nodeKind sh:Literal ] , "x"': ((("a", ""), ("b", "")), "has sh:node “x”, which cannot be evaluated", '"x"'),
    'sh:property [ sh:path ex:q ; sh:minCount 1 ] , "x"': ((("a", "q"),), "has sh:property “x”, which cannot be evaluated", '"x"'),
    "sh:or ( [ sh:nodeKind sh:Literal ] ) , ex:none": ((("a", ""), ("b", "")), "has sh:or <https://example.org/none>", "ex:none"),
    "sh:or ( [ sh:nodeKind sh:Literal ] ) , ()": ((("a", ""), ("b", "")), "has sh:or rdf:nil, which cannot be evaluated: the list is empty", "()"),
    'sh:xone ( [ sh:nodeKind sh:Literal ] ) , ( [ sh:nodeKind sh:IRI ] [ sh:minLength "x" ] )': ((("a", ""), ("b", "")), "has sh:minLength “x”", '"x"'),
    'sh:sparql [ sh:select "SELECT $this WHERE { $this foo:bar ?x }" ] , [ sh:select "SELECT $this WHERE { $this a ?x }" ]': ((("a", ""), ("b", "")), "has sh:sparql, which cannot be evaluated: Unknown", '[ sh:select "SELECT $this WHERE { $this foo'),
    'sh:sparql [ sh:select 1 ] , [ sh:select "SELECT $this WHERE { $this a ?x }" ]': ((("a", ""), ("b", "")), "has sh:sparql, which cannot be evaluated: SPARQLConstraintComponent value for sh:select must", "[ sh:select 1"),
    # A literal is no shape.
    **{f'sh:{name} "x"': ((), f"has sh:{name} “x”, which cannot be evaluated: a literal is no shape", '"x"') for name in ("node", "not", "property")},
    'sh:property [ sh:path ex:r ; sh:qualifiedValueShape "x" ; sh:qualifiedMinCount 1 ]': ((), "has sh:qualifiedValueShape “x”, which cannot be evaluated: a literal is no shape", '"x"'),
    'sh:not [ sh:node "x" ; sh:nodeKind sh:IRI ]': ((), "has sh:node “x”, which cannot be evaluated: a literal", '"x"'),
    **{f'sh:{name} ( "x" )': ((), f"has sh:{name}, which cannot be evaluated: a literal is no shape", '( "x" )') for name in ("and", "or", "xone")},
}  # fmt: skip

BEYOND = {
    "sh:js [ a sh:JSConstraint ]": ("has sh:js, which is not evaluated: it belongs to SHACL-JS", ()),
    "sh:expression [ sh:path ex:q ]": ("has sh:expression, which is not evaluated", ()),
    "sh:target [ a sh:SPARQLTarget ] ; sh:property [ sh:path ex:q ; sh:minCount 1 ]": ("has sh:target, which is not evaluated", (("a", "q"),)),
    "sh:entailment <http://www.w3.org/ns/entailment/RDFS>": ("has sh:entailment <http://www.w3.org/ns/entailment/RDFS>, which is not evaluated: nothing is inferred", ()),
    "sh:not [ sh:js [ a sh:JSConstraint ] ]": ("has sh:js, which is not evaluated", ()),
}  # fmt: skip
"""What is SHACL, but of a part that no engine evaluates."""

CIRCLES = {
    **{f"sh:{name} _:l": (f"has sh:{name} _:l, which is not a well-formed list", "_:l") for name in ("and", "or", "xone", "in", "languageIn", "ignoredProperties")},
    "sh:property [ sh:path _:l ; sh:minCount 1 ]": ("has sh:path _:l, which is not a property path", "_:l"),
    "sh:property [ sh:path [ sh:alternativePath _:l ] ; sh:minCount 1 ]": ("has sh:path […], which is not a property path", "[ sh:alt"),
}  # fmt: skip
"""What refers to a list that runs in a circle, what is told, and where it stands."""


def _report(folder: Path, bad: str, engine: str) -> Report:
    files = {"data.ttl": DATA, "s.ttl": SOUND}
    files["bad.ttl"] = f"ex:Bad a sh:NodeShape ; sh:targetClass ex:P ; {bad} .\n" if bad else ""
    for name, text in files.items():
        (folder / name).write_text(HEAD + text, encoding="utf-8")
    shapes = [folder / "s.ttl", folder / "bad.ttl"]
    return validate([folder / "data.ttl"], shapes, Settings(engine=engine)).report


def _local(text: str) -> str:
    return text.rpartition("/")[2].rpartition("#")[2]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("bad", BAD)
def test_one_bad_shape_hides_nothing_else(tmp_path: Path, bad: str, engine: str) -> None:
    more, words, place = BAD[bad]
    report = _report(tmp_path, bad, engine)
    assert report.status == 2
    if engine == "shifty" and any(one.remedy in REFUSED for one in report.unchecked):
        assert verdict(report).startswith("Findings not known; ")
        return
    found = {(_local(one.focus), _local(one.path)) for one in report.findings if one.component}
    assert found == FOUND | set(more)
    (told,) = report.unchecked
    assert told.rule == "not-shacl"
    assert told.message.startswith(words)
    assert told.place is not None
    line = told.excerpt[0][told.place.column - told.excerpt_column :]
    assert line.startswith(place)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    "other", ["sh:parameter ex:elsewhere", "sh:parameter [ sh:datatype ex:d ]", ""]
)
def test_only_components_have_parameters(tmp_path: Path, other: str, engine: str) -> None:
    function = "ex:f a sh:SPARQLFunction ; sh:parameter [ sh:datatype ex:d ] ; sh:order 1"
    shape = "sh:property [ sh:path ex:q ; sh:minCount 1 ]"
    report = _report(tmp_path, f"{shape} ; {other} . {function}", engine)
    found = {(_local(one.focus), _local(one.path)) for one in report.findings if one.component}
    assert (found, report.unchecked) == (FOUND | {("a", "q")}, ())


@pytest.mark.parametrize(
    "cells", ["_:l {0} ; rdf:rest _:l", "_:l {0} ; rdf:rest [ {0} ; rdf:rest _:l ]"]
)
@pytest.mark.parametrize("bad", CIRCLES)
def test_a_list_without_an_end_hides_nothing_else(tmp_path: Path, bad: str, cells: str) -> None:
    words, place = CIRCLES[bad]
    member = 'rdf:first "en"' if "languageIn" in bad else "rdf:first ex:r"
    shape = f"{bad} ; sh:property [ sh:path ex:q ; sh:minCount 1 ] . {cells.format(member)}"
    report = _report(tmp_path, shape, "pyshacl")
    found = {(_local(one.focus), _local(one.path)) for one in report.findings if one.component}
    assert (found, report.status) == (FOUND | {("a", "q")}, 2)
    (told,) = report.unchecked
    assert told.rule == "not-shacl"
    assert told.message.startswith(words)
    assert told.place is not None
    assert told.excerpt[0][told.place.column - told.excerpt_column :].startswith(place)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("asked", BEYOND)
def test_what_is_not_evaluated_is_told(tmp_path: Path, asked: str, engine: str) -> None:
    words, more = BEYOND[asked]
    report = _report(tmp_path, asked, engine)
    (told,) = report.unchecked
    assert (told.rule, report.status) == ("not-evaluated", 2)
    assert told.message.startswith(words)
    assert told.place is not None
    assert told.place.line == 5
    found = {(_local(one.focus), _local(one.path)) for one in report.findings if one.component}
    assert found == FOUND | set(more)
    assert _report(tmp_path, f"sh:deactivated true ; {asked}", engine).status == (
        2 if "sh:not" in asked else 1
    )


def test_a_target_that_is_not_evaluated_is_no_missing_target(tmp_path: Path) -> None:
    (tmp_path / "data.ttl").write_text(HEAD + DATA, encoding="utf-8")
    shape = "ex:S a sh:NodeShape ; sh:target [ a sh:SPARQLTarget ] ; sh:nodeKind sh:Literal ."
    (tmp_path / "shapes.ttl").write_text(HEAD + shape, encoding="utf-8")
    report = validate([tmp_path / "data.ttl"], [tmp_path / "shapes.ttl"]).report
    assert [one.rule for one in report.unchecked] == ["not-evaluated"]


def test_what_two_shapes_use_is_told_once(tmp_path: Path) -> None:
    bad = """sh:node ex:B . ex:More sh:targetNode ex:b ; sh:property [ sh:path ex:q ; sh:node ex:B ] .
        ex:B sh:property [ sh:path ex:r ; sh:pattern "[" ]"""
    report = _report(tmp_path, bad, "pyshacl")
    assert [one.message.split(",")[0] for one in report.unchecked] == ["has sh:pattern “[”"]
    assert {(_local(one.focus), _local(one.path)) for one in report.findings} >= FOUND


def test_shares_say_the_same(tmp_path: Path) -> None:
    report = _report(tmp_path, 'sh:pattern "["', "pyshacl")
    shapes = [tmp_path / "s.ttl", tmp_path / "bad.ttl"]
    assert validate([tmp_path / "data.ttl"], shapes, Settings(jobs=2)).report == report


@pytest.mark.parametrize("text", ["", "# nothing\n", "PREFIX ex: <https://example.org/>\n"])
def test_shapes_that_are_empty(tmp_path: Path, text: str) -> None:
    (tmp_path / "data.ttl").write_text(HEAD + DATA, encoding="utf-8")
    (tmp_path / "shapes.ttl").write_text(text, encoding="utf-8")
    report = validate([tmp_path / "data.ttl"], [tmp_path / "shapes.ttl"]).report
    assert report.status == 2
    (told,) = report.unchecked
    assert (told.message, str(told.place)) == ("holds no triple", f"{tmp_path}/shapes.ttl")


def test_a_class_with_constraints_is_its_own_target(tmp_path: Path) -> None:
    rdfs = "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> ."
    shape = "ex:P a rdfs:Class ; sh:property [ sh:path ex:q ; sh:minCount 1 ] ."
    (tmp_path / "data.ttl").write_text(HEAD + DATA, encoding="utf-8")
    (tmp_path / "shapes.ttl").write_text(HEAD + rdfs + shape, encoding="utf-8")
    report = validate([tmp_path / "data.ttl"], [tmp_path / "shapes.ttl"]).report
    assert ([one.path for one in report.findings], report.status) == (["https://example.org/q"], 1)
