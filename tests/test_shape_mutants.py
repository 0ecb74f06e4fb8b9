"""Each constraint, weakened in turn, makes some case of the shapes come out otherwise.

The shapes are weakened by `mutants`. A shape that is weaker and that no case notices is listed
below with the reason why it says the same; a listed one that is noticed fails the test.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator

import pytest

from backspasm.namespaces import expand, shorten
from backspasm.validation.engines import Index, Result, run
from backspasm.validation.engines.screen import doubtful
from backspasm.validation.engines.screen.reading import SUB_CLASS
from backspasm.validation.engines.terms import literal, parts, shown, term
from mutants import TYPE, Change, Part, Wrong, sh
from pattern_examples import PATTERNS
from shape_cases import BATCH_OF, CASES, data, shapes_index

FEWER_USES = "asks for more: a path that is narrower is met less easily"
FEWER_STEPS = "asks for more: a path that is shorter reaches the concept less easily"
EQUIVALENT = {
    "bsh:concept-use": {
        f"inner alternativePath: without member {number}": FEWER_USES for number in range(3, 9)
    },
    "bsh:mapping-target": {
        "nodeKind sh:IRI: BlankNodeOrIRI": "the pattern refuses blank nodes as well"
    },
    "bsh:role-cause": {"inner zeroOrMorePath skos:broader: once": FEWER_STEPS},
    "bsh:role-risk-factor": {"inner zeroOrMorePath skos:broader: once": FEWER_STEPS},
}
"""By shape, what is weaker in no way and that no case notices, with the reason."""


def _names() -> list[str]:
    shapes = shapes_index()
    kinds = (sh("NodeShape"), sh("PropertyShape"))
    named = {shape for kind in kinds for shape in shapes.subjects(TYPE, kind)}
    return sorted(shorten(shown(shape)) for shape in named if shape.startswith("<"))


def _batches(shape: str) -> list[int | None]:
    """The batches with cases of a shape, or of one that it leads to, and the valid data."""
    of_shape = {shape, *shapes_index().objects(shape, sh("property"))}
    found = {
        BATCH_OF[case.name]
        for case in CASES
        if any(term(expected[0]) in of_shape for expected in case.expected)
    }
    return [*sorted(found), None]


def _above(name: str) -> list[str]:
    return data(None).objects(name, SUB_CLASS)


class _Judge:
    """Tells whether the cases of a shape notice a change to it."""

    def __init__(self, shape: str) -> None:
        self.part = Part(shapes_index(), shape)
        self.batches = _batches(shape)
        whole = self.part.whole()
        self.told = {number: run(data(number), whole) for number in self.batches}

    def wrong(self) -> Wrong:
        own = [
            one
            for number, told in self.told.items()
            if number is not None
            for one in told
            if term(one.shape) == self.part.shape
        ]
        in_lists = ("InConstraintComponent", "LanguageInConstraintComponent")
        values = sorted({term(one.value) for one in own if one.component.endswith(in_lists)})
        closed = sorted(
            {term(one.path) for one in own if one.component.endswith("ClosedConstraintComponent")}
        )
        return Wrong(tuple(values), tuple(closed))

    def notices(self, changed: Index) -> bool:
        return any(self._differs(changed, number) for number in self.batches)

    def _differs(self, changed: Index, number: int | None) -> bool:
        told = self.told[number]
        if doubtful(data(number), changed) == {}:
            return bool(told)
        return _plain(run(data(number), changed)) != _plain(told)

    def survivors(self) -> Iterator[Change]:
        for change in self.part.changes(self.wrong(), _above):
            if not self.notices(self.part.changed(change)) and not _matches_other(change):
                yield change


def _examples(pattern: str) -> list[str]:
    right, wrong = PATTERNS[parts(pattern).value]
    return [literal(text) for text in (*right, *wrong)]


@functools.cache
def _refused(pattern: str, flags: tuple[str, ...], examples: str, engine: str) -> frozenset[str]:
    """Which examples of one pattern a shape with another pattern refuses."""
    shape = "_:shape"
    shapes = [(shape, sh("targetNode"), one) for one in _examples(examples)]
    shapes += [(shape, sh("flags"), one) for one in flags]
    shapes += [(shape, TYPE, sh("NodeShape")), (shape, sh("pattern"), pattern)]
    return frozenset(one.focus for one in run(Index(), Index(shapes), engine))


def _matches_other(change: Change) -> bool:
    """Whether a changed pattern takes or refuses another one of the examples."""
    node = change.old[0]
    pattern = shapes_index().value(node, sh("pattern"))
    if not pattern or (not change.new and change.old[1] != sh("flags")):
        return False
    flags = tuple(shapes_index().objects(node, sh("flags")))
    new = {name: value for subject, name, value in change.new if subject == node}
    changed = () if change.old[1] == sh("flags") else flags
    changed = (new[sh("flags")],) if sh("flags") in new else changed
    before = _refused(pattern, flags, pattern, "pyshacl")
    return _refused(new.get(sh("pattern"), pattern), changed, pattern, "pyshacl") != before


def _plain(results: list[Result]) -> frozenset[tuple[str, ...]]:
    return frozenset(
        (one.severity, one.shape, one.component, one.focus, one.value)
        for one in results
        if not one.shape.startswith("_:")
    )


@pytest.mark.parametrize("name", _names())
def test_weaker_shape_is_noticed(name: str) -> None:
    shape = term(expand(name) or "")
    survivors = {change.what for change in _Judge(shape).survivors()}
    assert survivors == EQUIVALENT.get(name, {}).keys()


@pytest.mark.parametrize("engine", ["pyshacl", "shifty"])
@pytest.mark.parametrize("pattern", PATTERNS)
def test_pattern_refuses_what_it_must(pattern: str, engine: str) -> None:
    flags = ('"i"',) if pattern.startswith(r"\b") else ()
    wrong = PATTERNS[pattern][1]
    found = _refused(literal(pattern), flags, literal(pattern), engine)
    assert found == {literal(text) for text in wrong}


def test_every_pattern_has_examples() -> None:
    used = {parts(one).value for one in shapes_index().inverse(sh("pattern"))}
    assert used == PATTERNS.keys()


def test_only_shapes_are_listed() -> None:
    assert EQUIVALENT.keys() <= set(_names())
