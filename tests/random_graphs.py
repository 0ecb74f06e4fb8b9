"""Random small graphs and random shapes for them, as Turtle."""

from __future__ import annotations

from hypothesis import strategies as st

PREFIXES = """
@prefix e: <http://e.example/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""

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

DATA = st.lists(
    st.one_of(
        st.builds(_triple, NODES, PREDICATES, TWICE),
        st.builds(_triple, NODES, PREDICATES, VALUES),
        st.builds(_triple, NODES, PREDICATES, VALUES),
        st.builds(_triple, NODES, st.just("rdf:type"), CLASSES),
        st.builds(_triple, CLASSES, st.just("rdfs:subClassOf"), CLASSES),
    ),
    max_size=16,
)

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


ON_VALUES = st.one_of(
    _of("class", CLASSES),
    _of("datatype", DATATYPES),
    _of("nodeKind", KINDS.map("sh:{}".format)),
    _of("minLength", COUNTS),
    _of("maxLength", COUNTS),
    _of("pattern", PATTERNS.map('"{}"'.format)),
    PATTERNS.map('sh:flags "i" ; sh:pattern "{}"'.format),
    _of("languageIn", RANGES.map(_members)),
    _of("in", LISTS.map(_members)),
    _of("hasValue", VALUES.filter(lambda one: not one.startswith("_"))),
    *(
        _of(name, BOUNDS)
        for name in ("minInclusive", "maxExclusive", "minExclusive", "maxInclusive")
    ),
    _of("equals", PREDICATES),
    _of("disjoint", PREDICATES),
)
ON_PATHS = st.one_of(
    _of("minCount", COUNTS),
    _of("maxCount", COUNTS),
    st.just("sh:uniqueLang true"),
    st.just("sh:uniqueLang true"),
    _of("lessThan", PREDICATES),
    _of("lessThanOrEquals", PREDICATES),
)


def _holding(
    inner: st.SearchStrategy[str], nodes: st.SearchStrategy[str]
) -> st.SearchStrategy[str]:
    """Constraints that hold shapes."""
    both = st.one_of(inner, nodes)
    lists = st.lists(both, min_size=1, max_size=3).map(_members)
    return st.one_of(
        *(_of(name, lists) for name in ("and", "or", "xone")),
        _of("not", both),
        _of("node", nodes),
        _of("property", inner),
        _of("property", inner),
    )


def _counted(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.tuples(
        inner,
        st.sampled_from(["Min", "Max"]),
        COUNTS,
        st.sampled_from(["", " ; sh:qualifiedValueShapesDisjoint true"]),
    ).map("sh:qualifiedValueShape {0[0]} ; sh:qualified{0[1]}Count {0[2]}{0[3]}".format)


def _distinct(constraints: list[str]) -> str:
    """Each parameter once: most may not have several values."""
    return " ; ".join({one.split()[0]: one for one in constraints}.values())


def _node_shape(constraints: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.lists(constraints, min_size=1, max_size=2).map(_distinct)


def _property_shape(constraints: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    body = st.lists(constraints, min_size=1, max_size=3).map(_distinct)
    return st.tuples(PATHS, SEVERITIES, body).map("sh:path {0[0]} ; {0[1]}{0[2]}".format)


def _level(depth: int) -> tuple[st.SearchStrategy[str], st.SearchStrategy[str]]:
    """Bodies of node shapes and of property shapes, with so many levels of shapes inside."""
    if depth == 0:
        return _node_shape(ON_VALUES), _property_shape(st.one_of(ON_VALUES, ON_PATHS, ON_PATHS))
    nodes, properties = (one.map("[ {} ]".format) for one in _level(depth - 1))
    held = _holding(properties, nodes)
    closed = st.just("sh:closed true ; sh:ignoredProperties ( rdf:type )")
    return (
        _node_shape(st.one_of(ON_VALUES, held, held, closed)),
        _property_shape(st.one_of(ON_VALUES, ON_PATHS, held, _counted(nodes))),
    )


TARGETS = st.one_of(
    CLASSES.map("sh:targetClass {}".format),
    NODES.filter(lambda one: not one.startswith("_")).map("sh:targetNode {}".format),
    PREDICATES.map("sh:targetSubjectsOf {}".format),
    PREDICATES.map("sh:targetObjectsOf {}".format),
)
BODIES = st.integers(0, 2).flatmap(lambda depth: st.one_of(*_level(depth)))
SHAPES = st.lists(
    st.tuples(TARGETS, st.sampled_from(["", "sh:severity sh:Info ; "]), BODIES),
    min_size=1,
    max_size=2,
).map(
    lambda shapes: "\n".join(
        f"e:S{number} {target} ; {'' if 'sh:severity' in body else severity}{body} ."
        for number, (target, severity, body) in enumerate(shapes)
    )
)
