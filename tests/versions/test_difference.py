"""Cases of `tests/data/diff`: two versions, and what is told of them as JSON.

`python tests/differences.py` writes what is expected anew.
"""

from __future__ import annotations

import json
from pathlib import Path

import pyoxigraph
import pytest
from hypothesis import given, settings

from backspasm.files import FORMATS, parse_file
from backspasm.graph import AUTHORED, DERIVED, VOCABULARY
from backspasm.namespaces import BS, BSV, RDF
from backspasm.versions.blank_nodes import named_by_content
from backspasm.versions.difference import compare_versions
from backspasm.versions.records import KINDS
from backspasm.versions.revisions import Version, open_versions
from differences import CASES, NAMES, compared, quads, told


@pytest.mark.parametrize("case", NAMES)
def test_cases(case: str) -> None:
    expected = json.loads((CASES / case / "expected.json").read_text(encoding="utf-8"))
    assert told(case) == expected
    assert expected["differs"] == (not case.startswith("same"))


@pytest.mark.parametrize("case", NAMES)
def test_the_other_way_round(case: str) -> None:
    """What came has gone, and what went has come."""
    turned = {"added": "removed", "withdrawn": "reinstated"}
    turned.update({value: key for key, value in turned.items()})
    there, back = compared(case), compared(case, turned=True)
    assert {(change.iri, turned.get(change.status, change.status)) for change in back.changes} == {
        (change.iri, change.status) for change in there.changes
    }
    for change in there.changes:
        (other,) = (one for one in back.changes if one.iri == change.iri)
        assert [field[3:5] for field in change.fields] == [
            field[3:5][::-1] for field in other.fields
        ]


@pytest.mark.parametrize("case", NAMES)
def test_a_version_does_not_differ_from_itself(case: str) -> None:
    for path in (CASES / case).glob("[on]*.t*"):
        assert not compare_versions(*open_versions(str(path), str(path))).differs


@pytest.mark.parametrize("ending", [ending for ending in FORMATS if ending not in (".n3", ".owl")])
@pytest.mark.parametrize("case", ["blank-nodes", "literals", "claim"])
def test_any_format_and_order(case: str, ending: str, tmp_path: Path) -> None:
    quads = list(parse_file(str(CASES / case / "old.ttl")))
    quads.sort(key=lambda quad: str(quad)[::-1])
    other = tmp_path / f"other{ending}"
    with other.open("wb") as file:
        triples = [quad.triple for quad in quads]
        pyoxigraph.serialize(triples, file, FORMATS[ending])
    found = compare_versions(*open_versions(str(CASES / case / "old.ttl"), str(other)))
    # RDF/XML and JSON-LD keep the lexical forms of numbers too, as they are strings there.
    assert not found.differs, found.changes


def version(*quads: pyoxigraph.Quad) -> Version:
    return Version("somewhere", "", frozenset(quads), derived=True)


@settings(deadline=None)
@given(quads, quads)
def test_no_difference_goes_untold(old: list[pyoxigraph.Quad], new: list[pyoxigraph.Quad]) -> None:
    """Whatever blank nodes and graphs there are: what differs is in a record."""
    before, after = version(*named_by_content(old)), version(*named_by_content(new))
    found = compare_versions(before, after)
    assert bool(found.changes) == found.differs == (before.quads != after.quads)
    names = {change.iri for change in found.changes}
    for quad in before.quads ^ after.quads:
        if isinstance(quad.subject, pyoxigraph.NamedNode):
            assert quad.subject.value in names


def test_derived_triples_are_counted_and_not_told() -> None:
    rain, ache, causes = (
        pyoxigraph.NamedNode(iri) for iri in (BS + "rain", BS + "ache", BSV + "mayCause")
    )
    kind = pyoxigraph.NamedNode(RDF + "type")
    relation = pyoxigraph.NamedNode(BSV + "ClaimPredicate")
    shared = pyoxigraph.Quad(causes, kind, relation, VOCABULARY)
    said = pyoxigraph.Quad(rain, kind, ache, AUTHORED)
    edge = pyoxigraph.Quad(rain, causes, ache, DERIVED)
    role = pyoxigraph.Quad(rain, kind, relation, DERIVED)
    found = compare_versions(version(shared, said), version(shared, said, edge, role))
    assert (found.differs, found.changes) == (True, ())
    assert found.derived == (2, 0, 1, 0)
    assert compare_versions(version(edge), version()).derived == (0, 1, 0, 0)


MECHANISMS = """
@prefix bsv: <https://w3id.org/backspasm/vocab/> .
<urn:a> a bsv:Mechanism ; bsv:step <urn:1> {first} .
<urn:b> a bsv:Mechanism ; bsv:step <urn:3> {second} .
<urn:1> a bsv:Step ; bsv:position 1 ; bsv:claim <urn:claim:1> .
<urn:2> a bsv:Step ; bsv:position 2 ; bsv:claim <urn:claim:2> .
<urn:3> a bsv:Step ; bsv:position 1 ; bsv:claim <urn:claim:3> .
"""


def test_a_step_that_moves_to_another_mechanism(tmp_path: Path) -> None:
    old, new = tmp_path / "old.ttl", tmp_path / "new.ttl"
    old.write_text(MECHANISMS.format(first=", <urn:2>", second=""))
    new.write_text(MECHANISMS.format(first="", second=", <urn:2>"))
    found = compare_versions(*open_versions(str(old), str(new)))
    steps = {
        change.iri: [[value.text[-1] for value in side] for side in (field.old, field.new)]
        for change in found.changes
        for field in change.fields
        if field.ordered
    }
    assert steps == {"urn:a": [["1", "2"], ["1"]], "urn:b": [["3"], ["3", "2"]]}
    assert not found.breaking


def test_order_of_changes_is_that_of_the_kinds() -> None:
    kinds = [change.kind for change in compared("other-records").changes]
    changed = kinds[2:]
    assert changed == sorted(changed, key=list(KINDS).index)
