"""Where in the data a finding stands."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from itertools import accumulate, chain
from typing import TYPE_CHECKING, Literal, cast

import pyoxigraph

from backspasm.namespaces import RDF
from backspasm.positions import Part, Positions
from backspasm.positions.excerpts import lines_of
from backspasm.validation.steps import Step, read_path, walk

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from backspasm.validation.finding import Finding, Place
    from backspasm.validation.material import Source

__all__ = ["Locator"]

SH = "http://www.w3.org/ns/shacl#"
CLOSED = SH + "ClosedConstraintComponent"
TOO_MANY = SH + "MaxCountConstraintComponent"
LANGUAGES = SH + "UniqueLangConstraintComponent"
TYPE = RDF + "type"

ANOTHER = "another value"
AGAIN = "stated again"

Term = pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.Literal | pyoxigraph.Triple


def key_of(term: Term) -> str:
    """A term as a finding writes it."""
    return term.value if isinstance(term, pyoxigraph.NamedNode) else str(term)


class Locator:
    """Finds the places of findings. A file is looked into when a finding needs it, once.

    Args:
        sources: the files that were checked.
    """

    def __init__(self, sources: Sequence[Source]) -> None:
        self._sources = sources
        self._positions = [Positions(source) for source in sources]
        self._by: dict[Literal["subject", "object"], dict[str, list[int]]] = {}
        self._firsts = list(accumulate((len(source.quads) for source in sources), initial=0))

    def locate(self, finding: Finding) -> Finding:
        """Give a finding its place, its excerpt, and the other places that matter.

        The place is the value in its triple; for a property that may not be there, the
        property; for what there is too much of, the second value, the others being related;
        for what is missing, or wrong with a node as a whole, the node at the head of its
        statement. What stands in no file has no place.

        Args:
            finding: what a check found. One that has a place is given back as it is.
        """
        if finding.place is not None:
            return finding
        places = self._places(finding)
        place = places.pop(0) if places else self._node(finding)
        says = AGAIN if finding.value else ANOTHER
        if place is None:
            return finding
        return replace(
            finding,
            place=place,
            excerpt=self._excerpt(place),
            related=(*finding.related, *((each, says) for each in places)),
        )

    def _excerpt(self, place: Place) -> tuple[str, ...]:
        texts = (each.text for each in self._positions if each.text.name == place.file)
        return next((lines_of(text, place) for text in texts), ())

    # Triples

    def _places(self, finding: Finding) -> list[Place]:
        """The places of what is at fault, the first being that of the finding."""
        part = cast("Part", "predicate" if finding.component == CLOSED else finding.part)
        if finding.value:
            return self._ordered(self._steps_to(finding), part)
        if not finding.path or finding.component not in (TOO_MANY, LANGUAGES):
            return []
        ends = walk(read_path(finding.path), [finding.focus], self._next)
        steps = [min(each) for each in ends.values() if each]
        if finding.component == LANGUAGES:
            steps = self._same_language(steps)
        places = self._ordered(steps, part)
        return [*places[1:2], *places[:1], *places[2:]]

    def _ordered(self, steps: list[Step], part: Part) -> list[Place]:
        places = [(step.source, self._place_of(step, part)) for step in dict.fromkeys(steps)]
        return [place for _, place in sorted(places)]

    def _steps_to(self, finding: Finding) -> list[Step]:
        """The triples that lead from the focus to the value."""
        if finding.path:
            ends = walk(read_path(finding.path), [finding.focus], self._next)
            if ends.get(finding.value):
                return ends[finding.value]
        if finding.value == finding.focus:
            return []
        return [
            Step(source, index, backwards=False)
            for source, index, quad in self._triples("subject", finding.focus)
            if key_of(quad.object) == finding.value
        ]

    def _next(self, node: str, iri: str, backwards: bool) -> Iterator[tuple[str, Step]]:  # noqa: FBT001
        for source, index, quad in self._triples("object" if backwards else "subject", node):
            if quad.predicate.value == iri:
                reached = quad.subject if backwards else quad.object
                yield key_of(reached), Step(source, index, backwards)

    def _same_language(self, steps: list[Step]) -> list[Step]:
        seen: dict[str, list[Step]] = {}
        for step in steps:
            value = self._sources[step.source].quads[step.number].object
            if isinstance(value, pyoxigraph.Literal) and value.language:
                seen.setdefault(value.language.lower(), []).append(step)
        return [step for same in seen.values() if len(same) > 1 for step in same]

    def _index(self, part: Literal["subject", "object"]) -> dict[str, list[int]]:
        """The numbers of the triples about a node, or with a value, over all files."""
        if part not in self._by:
            found: dict[str, list[int]] = {}
            quads = chain.from_iterable(source.quads for source in self._sources)
            for number, quad in enumerate(quads):
                term = quad.subject if part == "subject" else quad.object
                found.setdefault(key_of(term), []).append(number)
            self._by[part] = found
        return self._by[part]

    def _triples(
        self, part: Literal["subject", "object"], node: str
    ) -> Iterator[tuple[int, int, pyoxigraph.Quad]]:
        """The triples about a node, or with a value: file, number in it, and triple."""
        for number in self._index(part).get(node, ()):
            source = bisect_right(self._firsts, number) - 1
            index = number - self._firsts[source]
            yield source, index, self._sources[source].quads[index]

    # Places

    def _place_of(self, step: Step, part: Part) -> Place:
        return self._positions[step.source].place(step.number, part)

    def _node(self, finding: Finding) -> Place | None:
        """The node at the head of its statement, or where it is first a value.

        What has no path is about its value, where there is one.
        """
        nodes = [finding.focus, finding.value]
        if not finding.path:
            nodes.reverse()
        parts: tuple[Literal["subject", "object"], ...] = ("subject", "object")
        for part in parts:
            for node in filter(None, nodes):
                found = list(self._triples(part, node))
                if found:
                    typed = (each for each in found if each[2].predicate.value == TYPE)
                    source, index, _ = next(typed, found[0]) if part == "subject" else found[0]
                    place = self._positions[source].place(index, part)
                    return replace(place, nearness="node") if place.column else place
        return None
