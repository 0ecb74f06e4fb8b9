"""Both engines on the cases of the shapes, the shipped data, and damaged copies of it."""

from __future__ import annotations

import functools
import random
from pathlib import Path

import pytest

import backspasm
from backspasm.errors import ShapesError
from backspasm.validation import Finding
from backspasm.validation.engines import Index, Result, run
from backspasm.validation.engines.terms import shown, term
from backspasm.validation.validator import Settings, validate
from backspasm.validation.wording import to_finding
from shape_cases import BATCHES, data, shapes_index

XSD = "http://www.w3.org/2001/XMLSchema#"
BSH = "https://w3id.org/backspasm/shapes/"

NOT_COMPARED = {
    *("document-characters", "finding-minimum", "finding-proportion", "finding-value"),
    *("passage-start", "step-position"),
    *("mapping-name", "passage-inside", "passage-name", "step-name", "step-order"),
}
"""Shapes that compare numbers or look at the text of terms; shifty is refused some that cases have.

All others are compared on every case.
"""

ROUNDS, EACH = 6, 60
"""Damaged copies of the shipped data, and how many triples are damaged in each."""

Told = tuple[list[Result], list[Finding]]


def told(graph: Index, shapes: Index, engine: str, *, screen: bool = True) -> Told:
    """The results with all they say, and the findings."""
    results = run(graph, shapes, engine, screen=screen)
    return results, [to_finding(one, shapes, graph) for one in results]


def _without(names: set[str]) -> Index:
    """The shipped shapes, of which some ask for nothing."""
    kept = ("path>", "type>")
    gone = {f"<{BSH}{name}>" for name in names}
    if not gone:
        return shapes_index()
    triples = list(shapes_index().triples())
    for _ in range(4):  # what stands in a shape that is gone
        held = {value for one, _, value in triples if one in gone and value.startswith("_:")}
        paths = {value for one, two, value in triples if one in gone and two.endswith("path>")}
        gone |= held - paths
    return Index(
        triple
        for triple in shapes_index().triples()
        if triple[0] not in gone or (triple[1].endswith(kept) and triple[0].startswith("<"))
    )


def _named(node: str) -> str:
    """The name of the shape around a node."""
    while not node.startswith(BSH):
        (node,) = {
            shown(subject)
            for name in list(shapes_index().tables)
            for subject in shapes_index().subjects(name, term(node))
        }
    return node.removeprefix(BSH)


def _refused(graph: Index) -> set[str]:
    """The shapes that shifty is not put to with these data."""
    names: set[str] = set()
    while name := _refusal(graph, names):
        assert name not in names
        names.add(name)
    return names


def _refusal(graph: Index, names: set[str]) -> str:
    """The first shape that shifty is not put to, without some; "" for none."""
    try:
        run(graph, _without(names), "shifty", screen=False)
    except ShapesError as error:
        if error.remedy == "use --engine pyshacl":
            return _named(error.place or "")
        raise
    return ""


@pytest.mark.parametrize("number", [None, *range(len(BATCHES))])
def test_cases_of_the_shapes(number: int | None) -> None:
    names = _refused(data(number))
    assert names <= NOT_COMPARED
    shapes = _without(names)
    expected = told(data(number), shapes, "pyshacl")
    assert bool(expected[0]) == (number is not None)
    for screen in (True, False):
        assert told(data(number), shapes, "shifty", screen=screen) == expected
    if number in (None, 0, 1):
        assert told(data(number), shapes, "pyshacl", screen=False) == expected


def test_what_is_not_compared() -> None:
    assert set().union(*(_refused(data(number)) for number in range(len(BATCHES)))) == NOT_COMPARED


@functools.cache
def _triples(shipped: backspasm.Dataset) -> list[tuple[str, str, str]]:
    index = Index.of(shipped.quads())
    return sorted(index.triples())


def _damaged(shipped: backspasm.Dataset, number: int) -> tuple[Index, int]:
    """The shipped data with damage, and how many records it was done to."""
    chance = random.Random(number)  # noqa: S311 (no secret)
    triples = list(_triples(shipped))
    ours = [place for place, one in enumerate(triples) if "/backspasm/" in one[0]]
    ours = [place for place in ours if "/vocab/" not in triples[place][0]]
    touched = set()
    for place in chance.sample(ours, EACH):
        one, two, three = triples[place]
        four, five, six = triples[chance.choice(ours)]
        touched.add(one)
        triples[place] = chance.choice(
            [
                (four, five, three),
                (one, two, six),
                (one, five, three),
                (four, two, three),
                (one, two, four),
                (one, two, '"x"'),
                (one, two, '"no stop"@de'),
                (one, two, "_:nobody"),
                (one, two, f'"07"^^<{XSD}integer>'),
                (three if three.startswith("<") else four, two, one),
            ]
        )
    return Index(triples), len(touched)


@pytest.mark.parametrize("number", range(ROUNDS))
def test_damaged_copies_of_the_shipped_data(shipped: backspasm.Dataset, number: int) -> None:
    graph, touched = _damaged(shipped, number)
    shapes = _without(_refused(graph))
    expected = told(graph, shapes, "pyshacl")
    assert len(expected[0]) > touched / 2
    for screen in (True, False):
        assert told(graph, shapes, "shifty", screen=screen) == expected
    if number == 0:
        assert told(graph, shapes, "pyshacl", screen=False) == expected


def test_the_shipped_data(shipped: backspasm.Dataset) -> None:
    graph = Index.of(shipped.quads())
    for engine in ("pyshacl", "shifty"):
        assert told(graph, shapes_index(), engine, screen=False) == ([], [])


def test_whole_reports_are_the_same(tmp_path: Path) -> None:
    source = Path(__file__).parent.parent.parent / "data"
    text = (source / "claims" / "seven-causes.ttl").read_text("utf-8")
    damaged = text.replace("bsv:Affirmed", "bsv:Nonsense", 5).replace(
        "rdf:subject", "rdf:subjekt", 3
    )
    (tmp_path / "claims.ttl").write_text(damaged, "utf-8")
    one, other = (
        validate([tmp_path], (), Settings(engine=engine)) for engine in ("pyshacl", "shifty")
    )
    assert one.report.findings
    assert one.report.findings == other.report.findings
    assert one.results == other.results
