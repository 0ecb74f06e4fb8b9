"""Where in the data a finding stands."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, Literal, ParamSpec, TypeVar, cast
from weakref import WeakMethod

from backspasm.namespaces import RDF
from backspasm.positions import Part, Place, Positions
from backspasm.positions.excerpts import excerpt_of
from backspasm.validation.lookup import Lookup
from backspasm.validation.rows import Row
from backspasm.validation.steps import Ends, Step, read_path, walk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from backspasm.validation.finding import Finding
    from backspasm.validation.material import Source

__all__ = ["Locator"]

SH = "http://www.w3.org/ns/shacl#"
CLOSED = SH + "ClosedConstraintComponent"
TOO_MANY = SH + "MaxCountConstraintComponent"
LANGUAGES = SH + "UniqueLangConstraintComponent"
TYPE = RDF + "type"

_KEPT = 64
"""Of how many nodes it is known where their paths lead; findings come node by node."""

ANOTHER = "another value"
AGAIN = "stated again"

Found = tuple[int, int, Row]
"""A triple: the number of its file, its number in that, and its row."""

P = ParamSpec("P")
T = TypeVar("T")


def _remembered(method: Callable[P, T]) -> Callable[P, T]:
    """A method with its last answers, which does not hold its object, and with it all data."""
    held = WeakMethod(method)

    @lru_cache(_KEPT)
    def ask(*args: P.args, **kwargs: P.kwargs) -> T:
        return cast("Callable[P, T]", held())(*args, **kwargs)

    return cast("Callable[P, T]", ask)


class Locator:
    """Finds the places of findings. A file is looked into when a finding needs it, once.

    Args:
        sources: the files that were checked.
        context: other files; what is said in one of each has its place in what was checked.
    """

    def __init__(self, sources: Sequence[Source], context: Sequence[Source] = ()) -> None:
        self._checked = len(sources)
        self._sources = [*sources, *context]
        self._positions = [Positions(source) for source in self._sources]
        self._texts = {each.text.name: each.text for each in reversed(self._positions)}
        self._by: dict[Literal["subject", "object"], Lookup] = {}
        self._firsts = list(accumulate((len(source.rows) for source in self._sources), initial=0))
        self._ends = _remembered(self._walked)
        self._stated = _remembered(self._said)
        self._heads = _remembered(self._head)
        self._sorted = _remembered(self._by_property)

    def locate(self, finding: Finding) -> Finding:
        """Give a finding its place, its excerpt, and the other places that matter.

        The place is the value in its triple; for a property that may not be there, the
        property; for what there is too much of, the second value, the others being related;
        for what is missing, or wrong with a node as a whole, the node at the head of its
        statement. What stands in no file has no place.

        Args:
            finding: what a check found. A place that it has is kept.
        """
        places = [finding.place] if finding.place else self._places(finding)
        place = places.pop(0) if places else self._node(finding)
        if place is None:
            return finding
        says = AGAIN if finding.value else ANOTHER
        related = [*finding.related, *self._rivals(finding), *((each, says) for each in places)]
        text = self._texts.get(place.file)
        excerpt, column = excerpt_of(text, place) if text else ((), 1)
        return replace(
            finding, place=place, excerpt=excerpt, excerpt_column=column, related=tuple(related)
        )

    # Triples

    def _places(self, finding: Finding) -> list[Place]:
        """The places of what is at fault, the first being that of the finding."""
        part = cast("Part", "predicate" if finding.component == CLOSED else finding.part)
        if finding.value:
            return self._ordered(self._steps_to(finding), part)
        if not finding.path or finding.component not in (TOO_MANY, LANGUAGES):
            return []
        steps = [min(each) for each in self._ends(finding.path, finding.focus).values() if each]
        if finding.component == LANGUAGES:
            steps = self._same_language(steps, finding.language)
        places = self._ordered(steps, part)
        checked = sum(self._is_checked(step.source) for step in set(steps))
        second = 0 if checked == 1 else 1
        return [*places[second : second + 1], *places[:second], *places[second + 1 :]]

    def _rivals(self, finding: Finding) -> Iterator[tuple[Place, str]]:
        """The places of the other values that a finding names."""
        for file, value, what in finding.rivals:
            steps = self._ends(finding.path, finding.focus).get(value, [])
            inside = [step for step in steps if self._sources[step.source].name == file]
            yield next(iter(self._ordered(inside, "object")), Place(file)), what

    def _ordered(self, steps: list[Step], part: Part) -> list[Place]:
        """The places of triples, those in what was checked first."""
        places = [(step.source, self._place_of(step, part)) for step in dict.fromkeys(steps)]
        return [place for _, place in sorted(places)]

    def _steps_to(self, finding: Finding) -> list[Step]:
        """The triples that lead from the focus to the value."""
        if finding.path:
            steps = self._ends(finding.path, finding.focus).get(finding.value)
            if steps:
                return steps
        if finding.value == finding.focus:
            return []
        return self._stated(finding.focus).get(finding.value, [])

    def _walked(self, path: str, focus: str) -> Ends:
        return walk(read_path(path), [focus], self._next)

    def _said(self, node: str) -> Ends:
        """The values of all properties of a node, each with its triples."""
        found: Ends = {}
        for source, index, (_, _, value, _) in self._triples("subject", node):
            found.setdefault(value, []).append(Step(source, index, backwards=False))
        return found

    def _next(self, node: str, iri: str, backwards: bool) -> Iterator[tuple[str, Step]]:  # noqa: FBT001
        for source, index, (subject, _, value, _) in self._sorted(
            "object" if backwards else "subject", node
        ).get(iri, ()):
            yield subject if backwards else value, Step(source, index, backwards)

    def _same_language(self, steps: list[Step], language: str) -> list[Step]:
        seen: dict[str, list[Step]] = {}
        for step in steps:
            *_, literal = self._sources[step.source].rows[step.number]
            if literal is not None and literal.language:
                seen.setdefault(literal.language.lower(), []).append(step)
        if language in seen:
            return seen[language]
        return [step for same in seen.values() if len(same) > 1 for step in same]

    def _index(self, part: Literal["subject", "object"]) -> Lookup:
        """The numbers of the triples about a node, or with a value, over all files."""
        if part not in self._by:
            rows = [source.rows for source in self._sources]
            self._by[part] = Lookup(rows, 0 if part == "subject" else 2)
        return self._by[part]

    def _by_property(self, part: Literal["subject", "object"], node: str) -> dict[str, list[Found]]:
        """The triples about a node, or with a value, by their properties."""
        found: dict[str, list[Found]] = {}
        for each in self._triples(part, node):
            found.setdefault(each[2][1], []).append(each)
        return found

    def _triples(self, part: Literal["subject", "object"], node: str) -> Iterator[Found]:
        """The triples about a node, or with a value: file, number in it, and triple."""
        for number in self._index(part).numbers(node):
            source = bisect_right(self._firsts, number) - 1
            index = number - self._firsts[source]
            yield source, index, self._sources[source].rows[index]

    # Places

    def _place_of(self, step: Step, part: Part) -> Place:
        return self._positions[step.source].place(step.number, part)

    def _node(self, finding: Finding) -> Place | None:
        """The node at the head of its statement, or where it is first a value.

        What has no path is about its value, where there is one. A statement in what was
        checked is preferred to one in the context.
        """
        nodes = [finding.focus, finding.value]
        if not finding.path:
            nodes.reverse()
        nodes = [node for node in nodes if node and not node.startswith('"')]
        found = list(filter(None, (self._heads(node, "subject") for node in nodes)))
        found.sort(key=lambda step: not self._is_checked(step.source))
        part: Literal["subject", "object"] = "subject" if found else "object"
        found = found or list(filter(None, (self._heads(node, "object") for node in nodes)))
        if not found:
            return None
        place = self._place_of(found[0], part)
        return replace(place, nearness="node") if place.column else place

    def _head(self, node: str, part: Literal["subject", "object"]) -> Step | None:
        """The first triple about a node, or, where what comes first says it, that of its type."""
        first = None
        for source, index, (_, predicate, _, _) in self._triples(part, node):
            step = Step(source, index, backwards=False)
            if first is None:
                first = step
            if part == "object" or self._is_checked(source) != self._is_checked(first.source):
                break
            if predicate == TYPE:
                return step
        return first

    def _is_checked(self, source: int) -> bool:
        return source < self._checked
