"""Random small graphs and random shapes for them, as Turtle."""

from __future__ import annotations

import pyoxigraph
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from backspasm.validation.engines import Index

often = settings(
    derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck)
)
"""Settings for many examples, the same in every run."""

PREFIXES = """
@prefix e: <http://e.example/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""


def graph(text: str) -> Index:
    """The graph that Turtle with these prefixes stands for."""
    return Index.of(pyoxigraph.parse(PREFIXES + text, pyoxigraph.RdfFormat.TURTLE))


NODES = st.sampled_from("e:a e:b e:c e:d _:x _:y".split())
CLASSES = st.sampled_from("e:C e:D e:E".split())
PREDICATES = st.sampled_from("e:p e:q e:r".split())
LITERALS = st.sampled_from(
    [
        '"x"',
        '"xy"',
        '"x"@en',
        '"y"@en',
        '"x"@en-GB',
        '"x"@de',
        '""',
        '"X\\ny"',
        "1",
        "2",
        "10",
        '"01"^^xsd:integer',
        '"x"^^xsd:integer',
        "1.0",
        "1.5",
        '"1.50"^^xsd:decimal',
        "1e0",
        '"NaN"^^xsd:double',
        "true",
        '"1"^^xsd:boolean',
        '"2020-01-01"^^xsd:date',
        '"2020-02-01"^^xsd:date',
        '"2020-02-01Z"^^xsd:date',
        '"2020-13-01"^^xsd:date',
        '"2020-01-01T00:00:00"^^xsd:dateTime',
        '"2020-01-01T00:00:00Z"^^xsd:dateTime',
        '"x"^^e:own',
        '"5"^^xsd:byte',
        '"500"^^xsd:byte',
    ]
)
VALUES = st.one_of(NODES, LITERALS)
COUNTS = st.integers(0, 3).map(str)
DATATYPES = st.sampled_from(
    "xsd:string rdf:langString xsd:integer xsd:decimal xsd:double xsd:boolean xsd:date "
    "xsd:dateTime xsd:byte e:own".split()
)
KINDS = st.sampled_from(
    "IRI BlankNode Literal BlankNodeOrIRI BlankNodeOrLiteral IRIOrLiteral".split()
)
BOUNDS = st.sampled_from(["1", "2", "1.5", '"xx"', '"2020-01-15"^^xsd:date', "1e0"])
PATTERNS = st.sampled_from(["^x", "y$", "^[a-z]+$", "a", "X.y"])
LISTS = st.lists(VALUES.filter(lambda one: not one.startswith("_")), min_size=1, max_size=3)
RANGES = st.lists(st.sampled_from(['"en"', '"de"', '"en-GB"', '"*"']), min_size=1, max_size=2)
SEVERITIES = st.sampled_from(["", "sh:severity sh:Warning ; ", "sh:message 'm'@en ; "])


def _triple(subject: str, predicate: str, value: str) -> str:
    return f"{subject} {predicate} {value} ."


TWICE = st.sampled_from(['"x"@en , "y"@en', '"x"@de , "y"@de', '"x"@en , "y"@EN , 1'])


def _data(
    *values: st.SearchStrategy[str], least: int = 0, nodes: st.SearchStrategy[str] = NODES
) -> st.SearchStrategy[list[str]]:
    return st.lists(
        st.one_of(
            *(st.builds(_triple, nodes, PREDICATES, one) for one in values),
            st.builds(_triple, nodes, st.just("rdf:type"), CLASSES),
            st.builds(_triple, CLASSES, st.just("rdfs:subClassOf"), CLASSES),
        ),
        min_size=least,
        max_size=least + 16,
    )


DATA = _data(VALUES, VALUES, TWICE)
NUMBERS = _data(st.sampled_from(["1", "2", "10", "1.5", "1.0", "1 , 2"]), least=10)
"""Data with numbers that both engines compare."""
TEXTS = _data(TWICE, LITERALS, least=10)
"""Data with many texts that are in one language."""

PATHS = st.recursive(
    PREDICATES,
    lambda inner: st.one_of(
        PREDICATES.map("[ sh:inversePath {} ]".format),
        st.tuples(inner, inner).map("( {0[0]} {0[1]} )".format),
        st.tuples(inner, inner).map("[ sh:alternativePath ( {0[0]} {0[1]} ) ]".format),
        inner.map("[ sh:zeroOrMorePath {} ]".format),
        inner.map("[ sh:oneOrMorePath {} ]".format),
        inner.map("[ sh:zeroOrOnePath {} ]".format),
    ),
    max_leaves=3,
)


def _of(name: str, values: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return values.map(lambda value: f"sh:{name} {value}")


def _members(values: list[str]) -> str:
    return f"( {' '.join(values)} )"


ON_VALUES = {
    "Class": _of("class", CLASSES),
    "Datatype": _of("datatype", DATATYPES),
    "NodeKind": _of("nodeKind", KINDS.map("sh:{}".format)),
    "MinLength": _of("minLength", COUNTS),
    "MaxLength": _of("maxLength", COUNTS),
    "Pattern": st.one_of(
        _of("pattern", PATTERNS.map('"{}"'.format)),
        PATTERNS.map('sh:flags "i" ; sh:pattern "{}"'.format),
    ),
    "LanguageIn": _of("languageIn", RANGES.map(_members)),
    "In": _of("in", LISTS.map(_members)),
    "HasValue": _of("hasValue", VALUES.filter(lambda one: not one.startswith("_"))),
    "MinInclusive": _of("minInclusive", BOUNDS),
    "MaxExclusive": _of("maxExclusive", BOUNDS),
    "MinExclusive": _of("minExclusive", BOUNDS),
    "MaxInclusive": _of("maxInclusive", BOUNDS),
    "Equals": _of("equals", PREDICATES),
    "Disjoint": _of("disjoint", PREDICATES),
}
"""Constraints on values of a property or on a focus node, by component."""
ON_PATHS = {
    "MinCount": _of("minCount", COUNTS),
    "MaxCount": _of("maxCount", COUNTS),
    "UniqueLang": st.just("sh:uniqueLang true"),
    "LessThan": _of("lessThan", PREDICATES),
    "LessThanOrEquals": _of("lessThanOrEquals", PREDICATES),
}
"""Constraints that only property shapes have."""
CLOSED = {"Closed": st.just("sh:closed true ; sh:ignoredProperties ( rdf:type )")}
"""The constraint that only node shapes have, as its results are named by properties."""


def _holding(
    inner: st.SearchStrategy[str], nodes: st.SearchStrategy[str]
) -> dict[str, st.SearchStrategy[str]]:
    """Constraints that hold shapes."""
    both = st.one_of(inner, nodes)
    lists = st.lists(both, min_size=1, max_size=3).map(_members)
    return {
        "And": _of("and", lists),
        "Or": _of("or", lists),
        "Xone": _of("xone", lists),
        "Not": _of("not", both),
        "Node": _of("node", nodes),
        "Property": _of("property", inner),
    }


def _counting(inner: st.SearchStrategy[str]) -> dict[str, st.SearchStrategy[str]]:
    """Constraints that count the values of a kind."""
    return {f"Qualified{bound}Count": _counted(inner, bound) for bound in ("Min", "Max")}


def _counted(inner: st.SearchStrategy[str], bound: str) -> st.SearchStrategy[str]:
    return st.tuples(
        inner, COUNTS, st.sampled_from(["", " ; sh:qualifiedValueShapesDisjoint true"])
    ).map(f"sh:qualifiedValueShape {{0[0]}} ; sh:qualified{bound}Count {{0[1]}}{{0[2]}}".format)


def _distinct(constraints: list[str]) -> str:
    """Each parameter once: most may not have several values."""
    return " ; ".join({one.split()[0]: one for one in constraints}.values())


def _node_shape(constraints: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.lists(constraints, min_size=1, max_size=2).map(_distinct)


def _property_shape(
    constraints: st.SearchStrategy[str], paths: st.SearchStrategy[str] = PATHS, *, most: int = 3
) -> st.SearchStrategy[str]:
    body = st.lists(constraints, min_size=1, max_size=most).map(_distinct)
    return st.tuples(paths, SEVERITIES, body).map("sh:path {0[0]} ; {0[1]}{0[2]}".format)


def _any(*tables: dict[str, st.SearchStrategy[str]]) -> st.SearchStrategy[str]:
    return st.one_of(*(one for table in tables for one in table.values()))


def _level(depth: int) -> tuple[st.SearchStrategy[str], st.SearchStrategy[str]]:
    """Bodies of node shapes and of property shapes, with so many levels of shapes inside."""
    if depth == 0:
        return _node_shape(_any(ON_VALUES)), _property_shape(_any(ON_VALUES, ON_PATHS))
    nodes, properties = (one.map("[ {} ]".format) for one in _level(depth - 1))
    held = _any(_holding(properties, nodes))
    return (
        _node_shape(st.one_of(_any(ON_VALUES), held, held, _any(CLOSED))),
        _property_shape(st.one_of(_any(ON_VALUES, ON_PATHS), held, _any(_counting(nodes)))),
    )


TARGETS = st.one_of(
    CLASSES.map("sh:targetClass {}".format),
    NODES.filter(lambda one: not one.startswith("_")).map("sh:targetNode {}".format),
    PREDICATES.map("sh:targetSubjectsOf {}".format),
    PREDICATES.map("sh:targetObjectsOf {}".format),
)
BODIES = st.integers(0, 2).flatmap(lambda depth: st.one_of(*_level(depth)))


def _shapes(bodies: st.SearchStrategy[str], most: int = 2) -> st.SearchStrategy[str]:
    targeted = st.tuples(TARGETS, st.sampled_from(["", "sh:severity sh:Info ; "]), bodies)
    return st.lists(targeted, min_size=1, max_size=most).map(
        lambda shapes: "\n".join(
            f"e:S{number} {target} ; {'' if 'sh:severity' in body else severity}{body} ."
            for number, (target, severity, body) in enumerate(shapes)
        )
    )


SHAPES = _shapes(BODIES)


def _about() -> dict[str, st.SearchStrategy[str]]:
    nodes, properties = (one.map("[ {} ]".format) for one in _level(0))
    paths = st.one_of(PREDICATES, PATHS)
    tables = (ON_VALUES, ON_PATHS, _holding(properties, nodes), _counting(nodes))
    on_paths = {
        name: _property_shape(one, paths, most=1) for table in tables for name, one in table.items()
    }
    return {name: _shapes(one) for name, one in (on_paths | CLOSED).items() if name != "Property"}


ABOUT = _about()
"""Shapes with one constraint each, by component (SHACL, section 4).

`sh:property` has no results of its own.
"""

NAMES = st.sampled_from("?value ?one ?two".split())
NAMED = st.sampled_from("<http://e.example/p> <http://e.example/q> a".split())
WALKS = st.one_of(
    NAMED,
    NAMED,
    NAMES,
    st.tuples(NAMED, st.sampled_from("*?+")).map("".join),
    st.tuples(NAMED, st.sampled_from("/|"), NAMED, st.sampled_from(["", "*"])).map("".join),
    NAMED.map("^{}".format),
)
GIVEN = st.sampled_from(
    [
        *"5 1 true <http://e.example/b> 99999999999999999999".split(),
        *('"x"', '"y"@en', '"1"^^<http://www.w3.org/2001/XMLSchema#integer>'),
    ]
)
TRIPLES = st.one_of(
    st.tuples(st.sampled_from(["$this", "$this", "?value"]), WALKS, NAMES),
    st.tuples(NAMES, WALKS, st.one_of(st.just("$this"), NAMES, GIVEN)),
).map("{0[0]} {0[1]} {0[2]} .".format)
TEXTUAL = st.sampled_from("^x y$ [a-z]+ (x)\\\\1 ^(?!x) a{ \\\\w $".split())
SIDES = st.one_of(
    NAMES,
    NAMES,
    GIVEN,
    NAMES.map("STR({})".format),
    NAMES.map("{} + 1".format),
    st.tuples(NAMES, TEXTUAL).map('REPLACE(STR({0[0]}), "{0[1]}", "x")'.format),
    NAMES.map('CONCAT(STR({}), "#", STR($this))'.format),
    NAMES.map("LANG({})".format),
)
CONDITIONS = st.recursive(
    st.one_of(
        st.tuples(SIDES, st.sampled_from("= != < > <= >=".split()), SIDES).map(" ".join),
        st.tuples(NAMES, TEXTUAL).map('REGEX(STR({0[0]}), "{0[1]}")'.format),
        st.tuples(NAMES, TEXTUAL).map('REGEX({0[0]}, "{0[1]}")'.format),
        NAMES.map('STRSTARTS(STR({}), "x")'.format),
        st.tuples(st.sampled_from(["ISIRI", "ISLITERAL", "BOUND", "ISNUMERIC"]), NAMES).map(
            "{0[0]}({0[1]})".format
        ),
        st.tuples(NAMES, GIVEN).map("{0[0]} NOT IN ({0[1]})".format),
        NAMES,
    ),
    lambda inner: st.one_of(
        inner.map("!({})".format), st.tuples(inner, inner).map("({0[0]}) || ({0[1]})".format)
    ),
    max_leaves=2,
)
CLAUSES = st.one_of(
    TRIPLES,
    CONDITIONS.map("FILTER({})".format),
    CONDITIONS.map("FILTER({})".format),
    st.tuples(TRIPLES, CONDITIONS).map("FILTER NOT EXISTS {{ {0[0]} FILTER({0[1]}) }}".format),
    TRIPLES.map("FILTER EXISTS {{ {} }}".format),
    st.tuples(TRIPLES, TRIPLES).map("{{ {0[0]} }} UNION {{ {0[1]} }}".format),
    TRIPLES.map("OPTIONAL {{ {} }}".format),
    NAMES.map("BIND(STR({}) AS ?text)".format),
    TRIPLES.map("{{ SELECT DISTINCT $this ?value WHERE {{ {} }} }}".format),
)
QUERIES = st.tuples(TRIPLES, st.lists(CLAUSES, min_size=1, max_size=3)).map(
    lambda parts: f"SELECT $this ?value WHERE {{ {parts[0]} {' '.join(parts[1])} }}"
)
"""Queries of SPARQL constraints: some that all engines answer alike, and others."""
QUERIED = st.tuples(TARGETS, QUERIES).map(
    lambda parts: f"e:S {parts[0]} ; sh:sparql [ sh:select '''{parts[1]}''' ] ."
)
MANY = st.sampled_from(
    [*"1 2 5 10".split(), '"x"', '"xy"', '"X\\ny"', '"é²"', "99999999999999999999"]
)
PLAIN = _data(VALUES, MANY, MANY, NODES, least=4)
_IRIS = NODES.filter(lambda one: not one.startswith("_"))
ALIKE = st.one_of(
    _data(st.sampled_from("1 2 5 10".split()), least=6, nodes=_IRIS),
    _data(st.sampled_from(['"x"', '"xy"', '"y"']), least=6, nodes=_IRIS),
    _data(_IRIS, least=6, nodes=_IRIS),
)
"""Data whose values are all of one kind, which all engines compare, and no node is blank."""
