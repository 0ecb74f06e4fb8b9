"""Each constraint in `shapes/` fails by the cases made for it, and by nothing else.

The cases are those of `shape_cases`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
import rdflib
from rdflib.collection import Collection
from rdflib.namespace import RDF, SH

from backspasm.errors import FileError
from backspasm.files import authored_files
from backspasm.namespaces import PREFIXES, shorten
from backspasm.validation import validate
from backspasm.validation.engines import Index, run
from backspasm.validation.engines.screen.reading import TARGETS
from shape_cases import (
    BATCH_OF,
    BATCHES,
    CASES,
    FOLDER,
    Case,
    Expected,
    agree,
    data,
    found_in,
    key,
    severities_in,
    shapes_graph,
    shapes_index,
)

BSH = PREFIXES["bsh"]

# SHACL, section 4: each parameter that makes a constraint, with the name of its component.
PARAMETERS = {
    SH[name]: name[0].upper() + name[1:]
    for name in (
        "class datatype nodeKind minCount maxCount minInclusive maxInclusive minLength pattern "
        "languageIn uniqueLang equals disjoint lessThan not and or xone node closed hasValue in "
        "qualifiedMinCount qualifiedMaxCount"
    ).split()
} | {SH.sparql: "SPARQL"}
OTHER_TERMS = {
    SH[name]
    for name in (
        "path property message description severity flags qualifiedValueShape ignoredProperties targetClass "
        "targetNode targetSubjectsOf targetObjectsOf select prefixes prefix namespace declare "
        "inversePath alternativePath oneOrMorePath zeroOrMorePath"
    ).split()
}
LISTS = (SH["or"], SH["and"], SH.xone)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case_fails_as_told(case: Case) -> None:
    found = found_in(BATCH_OF[case.name])
    missing = [one for one in case.expected if not any(agree(one, other) for other in found)]
    assert not missing


@pytest.mark.parametrize("number", range(len(BATCHES)))
def test_nothing_else_fails(number: int) -> None:
    expected = [one for case in BATCHES[number] for one in case.expected]
    extra = [one for one in found_in(number) if not any(agree(two, one) for two in expected)]
    assert not extra, "\n".join(" ".join(map(shorten, one)) for one in sorted(extra))


def test_valid_dataset_conforms() -> None:
    findings = validate([FOLDER / "valid.ttl"]).report.findings
    assert [finding for finding in findings if finding.shape] == []


def test_every_constraint_has_a_case() -> None:
    constraints = {
        (str(shape), component)
        for parameter, component in PARAMETERS.items()
        for shape in shapes_graph().subjects(parameter)
        if isinstance(shape, rdflib.URIRef)
    }
    cases = {case.expected[0][:2] for case in CASES}
    assert constraints - cases == set()
    assert cases - constraints == set()


def test_severities() -> None:
    warnings = {"concept-use", "passage-use"}
    told = {
        (shape.removeprefix(BSH), severity.removeprefix(str(SH)))
        for number in range(len(BATCHES))
        for shape, severity in severities_in(number)
    }
    assert {shape for shape, severity in told if severity == "Warning"} == warnings
    assert {severity for shape, severity in told if shape not in warnings} == {"Violation"}


def test_every_shacl_term_is_known() -> None:
    used = {term for term in shapes_graph().predicates() if str(term).startswith(str(SH))}
    assert used - PARAMETERS.keys() - OTHER_TERMS == set()


def _named_shapes() -> list[rdflib.URIRef]:
    kinds = (SH.NodeShape, SH.PropertyShape)
    shapes = (shape for kind in kinds for shape in shapes_graph().subjects(RDF.type, kind))
    return sorted(shape for shape in shapes if isinstance(shape, rdflib.URIRef))


def test_every_constraint_says_what_to_do() -> None:
    for shape in _named_shapes():
        if not any((shape, parameter, None) in shapes_graph() for parameter in PARAMETERS):
            continue
        holders = [shapes_graph().value(shape, SH.sparql) or shape]
        (message,) = shapes_graph().objects(holders[0], SH.message)
        assert isinstance(message, rdflib.Literal)
        assert message.language == "en"
        assert re.fullmatch(r"[A-Z].*\.", message), message


def test_every_shape_is_named_and_reached() -> None:
    kinds = {
        shape
        for kind in (SH.NodeShape, SH.PropertyShape)
        for shape in shapes_graph().subjects(RDF.type, kind)
    }
    assert kinds == set(_named_shapes())
    reached = set(shapes_graph().objects(None, SH.property))
    targets = (SH.targetClass, SH.targetNode, SH.targetSubjectsOf, SH.targetObjectsOf)
    for shape in _named_shapes():
        assert shape in reached or any(
            (shape, target, None) in shapes_graph() for target in targets
        )


# What stands inside a constraint (an alternative of sh:or, a condition of sh:node) is not named in
# a finding. So it is taken away, and then some case must come out otherwise.

Triple = tuple[rdflib.term.Node, rdflib.term.Node, rdflib.term.Node]


def _inner_parts() -> Iterator[tuple[rdflib.URIRef, Triple | tuple[rdflib.term.Node, int]]]:
    """The named shape around each inner part: a triple, or a list with the index of a member."""
    for shape in _named_shapes():
        pending: list[rdflib.term.Node] = [shape]
        while pending:
            node = pending.pop()
            for _, predicate, value in sorted(shapes_graph().triples((node, None, None))):
                if predicate in LISTS:
                    members = Collection(shapes_graph(), value)
                    pending.extend(members)
                    if len(members) > 1:
                        yield from ((shape, (value, index)) for index in range(len(members)))
                elif isinstance(value, rdflib.BNode) and predicate in (
                    SH.property,
                    SH.node,
                    SH["not"],
                    SH.qualifiedValueShape,
                ):
                    pending.append(value)
                if node != shape and predicate in PARAMETERS and predicate not in LISTS:
                    yield shape, (node, predicate, value)


INNER_PARTS = list(_inner_parts())


FIRST, REST, TYPE = RDF.first.n3(), RDF.rest.n3(), RDF.type.n3()


def _without(part: Triple | tuple[rdflib.term.Node, int], shape: rdflib.URIRef) -> Index:
    """The shapes without a part; one shape alone has targets."""
    triples = [
        triple
        for triple in shapes_index().triples()
        if triple[1] not in TARGETS or triple[0] == shape.n3()
    ]
    if len(part) == 3:
        subject, predicate, value = (term.n3() for term in part)
        kind = SH.PropertyShape if (part[0], SH.path, None) in shapes_graph() else SH.NodeShape
        triples.remove((subject, predicate, value))
        return Index([*triples, (subject, TYPE, kind.n3())])
    cell = part[0].n3()
    for _ in range(part[1]):
        (cell,) = shapes_index().objects(cell, REST)
    (rest,) = shapes_index().objects(cell, REST)
    kept = (triple for triple in triples if triple[0] != cell)
    return Index((one, two, rest if three == cell else three) for one, two, three in kept)


def _top(shape: rdflib.URIRef) -> rdflib.URIRef:
    owner = shape
    while (above := shapes_graph().value(None, SH.property, owner)) is not None:
        assert isinstance(above, rdflib.URIRef)
        owner = above
    return owner


def _found_by(shape: rdflib.URIRef, shapes: Index, number: int | None) -> frozenset[Expected]:
    return frozenset(key(one) for one in run(data(number), shapes) if one.shape == str(shape))


@pytest.mark.parametrize(
    ("shape", "part"),
    INNER_PARTS,
    ids=[f"{shorten(shape)[4:]}-{n}" for n, (shape, _) in enumerate(INNER_PARTS)],
)
def test_inner_part_matters(
    shape: rdflib.URIRef, part: Triple | tuple[rdflib.term.Node, int]
) -> None:
    shapes = _without(part, _top(shape))
    of_shape = {BATCH_OF[case.name] for case in CASES if case.expected[0][0] == str(shape)}
    for number in [None, *sorted(of_shape)]:
        told = frozenset(one for one in found_in(number) if one[0] == str(shape))
        if _found_by(shape, shapes, number) != told:
            return
    pytest.fail(f"no case notices that this is gone: {part}")


def test_shipped_data_conforms() -> None:
    try:
        files = authored_files()
    except FileError as error:
        pytest.skip(f"the shipped data is not there: {error}")
    assert files
    assert validate().report.findings == ()
