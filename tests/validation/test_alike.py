"""Queries and patterns on which engines differ are left to the reference engine."""

from __future__ import annotations

import pytest

from backspasm.files import parse_file, shape_files
from backspasm.validation.engines import Index, run
from backspasm.validation.engines.alike import refuse_data, refuse_pattern
from backspasm.validation.engines.odd import OddError
from backspasm.validation.engines.screen import doubtful
from backspasm.validation.engines.screen.queries import read_constraint
from backspasm.validation.engines.terms import SH
from random_graphs import graph

DECLARED = """e: sh:declare [ sh:prefix "e" ; sh:namespace "http://e.example/"^^xsd:anyURI ] ,
    [ sh:prefix "xsd" ; sh:namespace "http://www.w3.org/2001/XMLSchema#"^^xsd:anyURI ] ."""


def constraint(where: str) -> Index:
    return graph(
        f"e:S sh:targetNode e:a ; sh:sparql [ sh:prefixes e: ; "
        f"sh:select '''SELECT $this ?value WHERE {{ {where} }}''' ] . {DECLARED}"
    )


VALUE = "$this e:p ?value "

DIFFERENT = [
    ("99999999999999999999999", VALUE + "FILTER(?value > 5)"),
    ("9223372036854775807", VALUE + "FILTER(?value + 1 > 5)"),
    ("1.00000000000000000000001", VALUE + "FILTER(?value > 1)"),
    ("true", VALUE + "FILTER(?value > false)"),
    ("'abc'", VALUE + "FILTER(?value < 5)"),
    ("'2020-01-01'^^xsd:date ; e:q '2019-01-01'", VALUE + "; e:q ?other FILTER(?value > ?other)"),
    ("'x'^^e:own", VALUE + "FILTER(?value NOT IN ('y'^^e:own))"),
    ("'x'^^xsd:integer", VALUE + "FILTER(?value > 5)"),
    ("'x'^^xsd:integer", VALUE + "FILTER(isNumeric(?value))"),
    ("'b'@en", VALUE + "FILTER(?value)"),
    ("'2020-01-01'^^xsd:date", VALUE + "FILTER(?value)"),
    (r"'abc\\n'", VALUE + 'FILTER(REGEX(STR(?value), "c$"))'),
    ("'aab'", VALUE + r'FILTER(REGEX(STR(?value), "(a)\\\\1"))'),
    ("'abc'", VALUE + 'FILTER(REGEX(STR(?value), "^(?!x)"))'),
    ("'abc'", VALUE + 'FILTER(!REGEX(STR(?value), "^(?!x)"))'),
    ("'a{'", VALUE + 'FILTER(REGEX(STR(?value), "a{"))'),
    ("'²'", VALUE + r'FILTER(REGEX(STR(?value), "^\\\\w$"))'),
    ("'abc'", VALUE + 'FILTER(REPLACE(STR(?value), "x*", "-") = "-a-b-c-")'),
    ("[]", VALUE + 'FILTER(STR(?value) != "x")'),
    ("'01'^^xsd:integer", VALUE + 'FILTER(STR(?value) = "01")'),
    ("'01'^^xsd:integer ; e:q 1", VALUE + "FILTER NOT EXISTS { $this e:q ?value }"),
    ("true ; e:q '1'^^xsd:boolean", VALUE + "FILTER NOT EXISTS { $this e:q true }"),
    ("e:b", VALUE + r'FILTER("\\"" != "z") MINUS { ?x e:p ?v } FILTER("\\"" != "z")'),
    ("e:b", VALUE + "; e:sinus ?x"),
    ("'' . e:b e:q e:z", "$this e:p/e:q+ ?value"),
    ("0 . e:b e:q e:z", "$this e:p/e:q* e:z"),
    ("false . e:b e:q e:z", VALUE + ". ?value e:q+ ?x"),
    ("e:b", "$this e:p+ 0"),
    ("e:b", VALUE + 'FILTER(!(LANGMATCHES(LANG(?value), "en") && isLiteral(?value)))'),
    ("e:b", VALUE + "FILTER NOT EXISTS { $this e:p ?x FILTER(?x >= ?value) }"),
    ("'abc'", VALUE + 'FILTER(REPLACE(STR(?value), "(b)", "$1x") = "abxc")'),
    ("'abc'", VALUE + 'FILTER(REPLACE(STR(?value), "(b)", "$2") = "abc")'),
    ("'x'@de-latn-ch", VALUE + 'FILTER(langMatches(LANG(?value), "de-*-ch"))'),
    ("'x'", VALUE + 'FILTER(!langMatches(LANG(?value), ""))'),
    ("'ƛ'", VALUE + 'FILTER(UCASE(STR(?value)) != "x")'),
    ("'\U00010D40'", VALUE + r'FILTER(!REGEX(STR(?value), "\\d"))'),
    ("e:b", VALUE + ". ?x e:as $this"),
    ("e:b", "$this e:p?value"),
    ("7", VALUE + "FILTER(?value - 1 - 1 = 5)"),
    ("[]", VALUE + "FILTER(?value != $this)"),
    ("e:b", VALUE + "OPTIONAL { $this e:q ?other } FILTER(!BOUND(?other))"),
]  # fmt: skip
"""Values of e:a e:p, and what a constraint asks of them."""


@pytest.mark.parametrize(("value", "where"), DIFFERENT)
def test_what_engines_answer_otherwise_is_left_to_the_reference(value: str, where: str) -> None:
    data, shapes = graph(f"e:a e:p {value} ."), constraint(where)
    assert doubtful(data, shapes) in ({"<http://e.example/S>": ["<http://e.example/a>"]}, None)


@pytest.mark.parametrize(
    "declared",
    ['sh:prefix "a b" ; sh:namespace "http://e.example/"', "sh:prefix 5 ; sh:namespace 'http://e/'",
     'sh:prefix "x" ; sh:namespace <http://e/>', 'sh:prefix "x" ; sh:namespace "x"'],
)  # fmt: skip
def test_prefixes_that_are_none(declared: str) -> None:
    shapes = graph(
        f"e:S sh:targetNode e:a ; sh:sparql [ sh:prefixes e: ; sh:select "
        f"'SELECT $this WHERE {{ $this <e:p> ?value }}' ] . e: sh:declare [ {declared} ] ."
    )
    assert doubtful(graph("e:a e:p e:b ."), shapes)


@pytest.mark.parametrize("name", ["p*", "a/b", "p?x", "a#b", "-a", "a.", "é"])
def test_a_path_that_prefixes_would_change(name: str) -> None:
    shapes = graph(
        f"e:S sh:targetNode e:a ; sh:property [ sh:path <http://e.example/{name}> ; sh:sparql "
        f"[ sh:prefixes e: ; sh:select 'SELECT $this WHERE {{ $this $PATH ?value }}' ] ] . {DECLARED}"
    )
    assert doubtful(graph("e:a e:q e:b ."), shapes)


@pytest.mark.parametrize("where", ["$this e:p* ?value", "$this e:p? ?value", "?value e:p* $this"])
def test_a_path_of_no_step_from_what_is_not_there(where: str) -> None:
    data, shapes = graph("e:x e:p e:b ."), constraint(where)
    assert doubtful(data, shapes)
    assert run(data, shapes) == run(data, shapes, screen=False)


KNOWN = [
    ("5", VALUE + "FILTER(?value > 5)"),
    ("'x'", VALUE + 'FILTER(REGEX(STR(?value), "^y"))'),
    ("e:b", VALUE + "FILTER(?value = $this)"),
    ("e:b", VALUE + "FILTER NOT EXISTS { $this e:p/e:p* ?value }"),
    ("'x'@de", VALUE + 'FILTER(!isLiteral(?value) || !langMatches(LANG(?value), "de"))'),
    ("e:b", VALUE + 'BIND(REPLACE(STR(?value), "^.*/", "") AS ?name) FILTER(?name != "b")'),
    ("'01'^^xsd:integer", VALUE + "FILTER NOT EXISTS { ?any e:p ?value }"),
    ("e:b", "{ $this e:q ?value } UNION { $this e:r ?value }"),
]


@pytest.mark.parametrize(("value", "where"), KNOWN)
def test_what_all_answer_alike_needs_no_engine(value: str, where: str) -> None:
    data, shapes = graph(f"e:a e:p {value} ."), constraint(where)
    assert doubtful(data, shapes) == {}
    assert run(data, shapes, screen=False) == []


def test_the_queries_of_our_shapes_need_no_engine() -> None:
    shapes = Index.of(quad for name in shape_files() for quad in parse_file(name))
    constraints = [node for nodes in shapes.tables[f"<{SH}sparql>"].values() for node in nodes]
    assert constraints
    for node in constraints:
        _, _, asked = read_constraint(shapes, node, None)
        refuse_data(asked, Index())


@pytest.mark.parametrize(
    ("pattern", "text", "sure"),
    [
        ("^[a-z]+$", "x", True),
        ("^[a-z]+$", r"x\ny", True),
        ("^[a-z]+$", r"x\n", False),
        (r"\d{3}-\d{2,}", "x", True),
        ("[[]", "x", False),
        ("[a&&b]", "x", False),
        ("a{", "x", False),
        ("a{,3}", "x", False),
        ("a*+", "x", False),
        ("(?:a)", "x", False),
        ("(", "x", False),
        (r"(a)\1", "x", False),
        (r"\p{L}", "x", False),
        (r"[\b]", "x", False),
        (r"[a-\d]", "x", False),
        (r"\w", "é", True),
        (r"\w", "²", False),
        (r"\s", "\u00a0", True),
        (r"\s", r"\u001C", False),
    ],
)
def test_patterns(pattern: str, text: str, *, sure: bool) -> None:
    if sure:
        refuse_pattern(pattern, [f'"{text}"'])
        return
    with pytest.raises(OddError):
        refuse_pattern(pattern, [f'"{text}"'])
