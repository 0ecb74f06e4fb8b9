"""What each kind of constraint says: the fact, the remedy, and the name of the rule."""

from __future__ import annotations

import pyoxigraph
import pytest

from backspasm.validation.engines import Index, run
from backspasm.validation.wording import to_finding
from random_graphs import PREFIXES

FOCUS = "http://e.example/a"
WRONG_VALUE = "Mend it, or change the shape."

CASES = [
    # constraint, data, message, remedy, rule
    ("class e:C", "e:p e:b", "has e:p e:b, which is no e:C", "Choose another value, or give it the type that is asked for.", "class"),
    ("datatype xsd:integer", 'e:p "x"', "has e:p “x”, which is no xsd:integer", "Write the value as the datatype asks.", "datatype"),
    ("datatype xsd:integer", 'e:p "x"^^xsd:integer', "has e:p “x”, which is not written as an xsd:integer", "Write the value as the datatype asks.", "datatype"),
    ("nodeKind sh:IRI", 'e:p "x"', "has e:p “x”, which is no IRI", "Choose a value of the kind that is asked for.", "nodeKind"),
    ("nodeKind sh:Literal", "e:p e:b", "has e:p e:b, which is no literal", "Choose a value of the kind that is asked for.", "nodeKind"),
    ("nodeKind sh:BlankNodeOrIRI", "e:p 1", "has e:p “1”, which is a literal", "Choose a value of the kind that is asked for.", "nodeKind"),
    ("minCount 1", "e:q 1", "has no e:p", "Add e:p.", "minCount"),
    ("minCount 2", "e:p 1", "has 1 value of e:p, at least 2 are needed", "Add e:p.", "minCount"),
    ("minCount 3", "e:p 1 , 2", "has 2 values of e:p, at least 3 are needed", "Add e:p.", "minCount"),
    ("maxCount 0", "e:p 1", "has e:p, which is not allowed", "Remove e:p.", "maxCount"),
    ("maxCount 1", "e:p 1 , 2", "has 2 values of e:p, at most 1 is allowed", "Remove what is too many of e:p.", "maxCount"),
    ("maxCount 2", "e:p 1 , 2 , 3", "has 3 values of e:p, at most 2 are allowed", "Remove what is too many of e:p.", "maxCount"),
    ("minExclusive 3", "e:p 3", "has e:p “3”, which is not more than “3”", WRONG_VALUE, "minExclusive"),
    ("minInclusive 3", "e:p 2", "has e:p “2”, which is not “3” or more", WRONG_VALUE, "minInclusive"),
    ("maxExclusive 3", "e:p 3", "has e:p “3”, which is not less than “3”", WRONG_VALUE, "maxExclusive"),
    ("maxInclusive 3", "e:p 4", "has e:p “4”, which is not “3” or less", WRONG_VALUE, "maxInclusive"),
    ("minLength 3", 'e:p "x"', "has e:p “x”, which has fewer than 3 characters", WRONG_VALUE, "minLength"),
    ("maxLength 1", 'e:p "xy"', "has e:p “xy”, which has more than 1 characters", WRONG_VALUE, "maxLength"),
    ('pattern "^a"', 'e:p "x"', "has e:p “x”, which does not match ^a", "Write the value as the pattern asks.", "pattern"),
    ('languageIn ( "en" "de" )', 'e:p "x"', "has e:p “x”, which is not text in en or de", "Write the value in a language that is allowed.", "languageIn"),
    ("uniqueLang true", 'e:p "x"@en , "y"@en', "has several values of e:p in en", "Keep one value for each language.", "uniqueLang"),
    ("equals e:q", "e:p 1", "has “1” as one of e:p and e:q only", "Give both properties the same values.", "equals"),
    ("disjoint e:q", "e:p 1 ; e:q 1", "has “1” as e:p and as e:q", "Remove “1” from one of the two.", "disjoint"),
    ("lessThan e:q", "e:p 2 ; e:q 1", "has e:p “2”, which is not less than e:q “1”", "Correct the one value or the other.", "lessThan"),
    ("lessThanOrEquals e:q", "e:p 2 ; e:q 1", "has e:p “2”, which is not less than or equal to e:q “1”", "Correct the one value or the other.", "lessThanOrEquals"),
    ("not [ sh:class e:C ]", "e:p e:c", "has e:p e:c, which meets what it must not: a value of class e:C", WRONG_VALUE, "not"),
    ("and ( [ sh:class e:C ] [ sh:nodeKind sh:IRI ] )", "e:p e:b", "has e:p e:b, which does not meet: a value of class e:C", WRONG_VALUE, "and"),
    ("or ( [ sh:class e:C ] [ sh:class e:D ] )", "e:p e:b", "has e:p e:b, which is no e:C or e:D", WRONG_VALUE, "or"),
    ("or ( [ sh:class e:C ] [ sh:minLength 9 ] )", "e:p 1", "has e:p “1”, which meets none of: a value of class e:C; a value of at least 9 characters", WRONG_VALUE, "or"),
    ("xone ( [ sh:class e:C ] [ sh:class e:D ] )", "e:p e:b", "has e:p e:b, which meets none of: a value of class e:C; a value of class e:D", WRONG_VALUE, "xone"),
    ("node [ sh:class e:C ]", "e:p e:b", "has e:p e:b, which does not meet: a value of class e:C", WRONG_VALUE, "node"),
    ("qualifiedValueShape [ sh:class e:C ] ; sh:qualifiedMinCount 1", "e:p e:b", "has fewer than 1 value of e:p of this kind: a value of class e:C", WRONG_VALUE, "qualifiedMinCount"),
    ("qualifiedValueShape [ sh:class e:C ] ; sh:qualifiedMaxCount 0", "e:p e:c", "has more than 0 values of e:p of this kind: a value of class e:C", WRONG_VALUE, "qualifiedMaxCount"),
    ("hasValue e:c", "e:p e:b", "has no e:p e:c", "Add the value that is asked for.", "hasValue"),
    ("in ( 1 2 3 )", "e:p 4", "has e:p “4”, which is not one of “1”, “2” or “3”", "Choose one of the values that are allowed.", "in"),
    ("in ( 1 )", "e:p 4", "has e:p “4”, which is not “1”", "Choose one of the values that are allowed.", "in"),
    ("in ()", "e:p 4", "has e:p “4”, which is not in the list of what is allowed: the list is empty", "Choose one of the values that are allowed.", "in"),
    ("languageIn ()", 'e:p "x"@en', "has e:p “x”@en, which is not in the list of what is allowed: the list is empty", "Write the value in a language that is allowed.", "languageIn"),
    ("in ( 1 2 3 4 5 6 7 8 )", "e:p 9", "has e:p “9”, which is not one of “1”, “2”, “3”, “4”, “5”, “6” or 2 more", "Choose one of the values that are allowed.", "in"),
]  # fmt: skip


def _index(text: str) -> Index:
    return Index.of(pyoxigraph.parse(PREFIXES + text, pyoxigraph.RdfFormat.TURTLE))


def _short(text: str) -> str:
    """A sentence with the namespace of the examples as a prefix."""
    for long in ("<http://e.example/", "http://e.example/"):
        text = text.replace(long, "e:")
    return text.replace(">", "") if "e:" in text else text


def _found(shapes: Index, data: Index) -> tuple[str, str, str]:
    (result,) = run(data, shapes)
    finding = to_finding(result, shapes, data)
    assert finding.focus == FOCUS
    return _short(finding.message), _short(finding.remedy), _short(finding.rule)


@pytest.mark.parametrize(
    ("constraint", "data", "message", "remedy", "parameter"), CASES, ids=lambda one: one[:30]
)
def test_property_shape(
    constraint: str, data: str, message: str, remedy: str, parameter: str
) -> None:
    shapes = _index(
        f"e:S sh:targetNode e:a ; sh:property e:P . e:P sh:path e:p ; sh:{constraint} ."
    )
    told = _found(shapes, _index(f"e:a {data} . e:c a e:C ."))
    assert told == (message, remedy, f"e:P/{parameter}")


def test_every_component_is_told() -> None:
    from backspasm.validation.sentences import _MESSAGES

    tested = {parameter for *_, parameter in CASES}
    assert _MESSAGES.keys() - tested == {"closed", "sparql"}


def test_closed() -> None:
    shapes = _index("e:S sh:targetNode e:a ; sh:closed true .")
    message = "has e:p “1”, a property that is not allowed here"
    told = (message, "Remove e:p, or correct its name.", "e:S/closed")
    assert _found(shapes, _index("e:a e:p 1 .")) == told


def test_node_shape() -> None:
    shapes = _index('e:S sh:targetNode e:a ; sh:pattern "b$" ; sh:message "Nenne es b."@de .')
    told = ("does not match b$", "Nenne es b.", "e:S/pattern")
    assert _found(shapes, _index("")) == told


def test_english_message_is_the_remedy() -> None:
    shapes = _index('e:S sh:targetNode e:a ; sh:class e:C ; sh:message "B."@de , "A\\n  b."@en .')
    assert _found(shapes, _index(""))[1] == "A b."


def test_sparql() -> None:
    shapes = _index(
        "e:S sh:targetNode e:a ; sh:sparql [ sh:select "
        "'SELECT $this ?value WHERE { $this <http://e.example/p> ?value }' ] ."
    )
    told = ("does not meet a condition in SPARQL for e:b", WRONG_VALUE, "e:S/sparql")
    assert _found(shapes, _index("e:a e:p e:b ."))[::2] == told[::2]


def test_blank_shape_has_the_name_of_the_one_around_it() -> None:
    shapes = _index(
        "e:S sh:targetNode e:a ; sh:property [ sh:path [ sh:inversePath e:p ] ; sh:minCount 1 ] ."
    )
    assert _found(shapes, _index("")) == ("has no ^e:p", "Add ^e:p.", "e:S/minCount")


def test_long_text_is_cut() -> None:
    shapes = _index("e:S sh:targetNode e:a ; sh:property [ sh:path e:p ; sh:maxLength 9 ] .")
    message = _found(shapes, _index(f'e:a e:p "{"x" * 200}" .'))[0]
    assert message == f"has e:p “{'x' * 79}…”, which has more than 9 characters"
