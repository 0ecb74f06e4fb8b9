"""What comes nearest where no path leads from a cause to an effect."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pyoxigraph

from backspasm.claims import labels_of
from backspasm.network import read_network
from backspasm.paths import steps_to

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from backspasm.graph import Graph

__all__ = ["Near", "nearest"]

SHOWN = 5
"""How many things of one kind are offered."""

_CLAIMS = """
SELECT ?one ?other ?claim ?subject ?predicate ?object ?polarity WHERE {
  { ?claim rdf:subject ?one ; rdf:object ?other }
  UNION { ?claim rdf:subject ?other ; rdf:object ?one }
  ?claim rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object ;
    bsv:polarity ?polarity .
  MINUS { ?claim owl:deprecated true }
} ORDER BY ?claim
"""

_KIN = """
SELECT DISTINCT ?concept ?kin WHERE {
  { ?concept skos:broader ?kin } UNION { ?kin skos:broader ?concept }
  UNION { ?concept skos:broader ?above . ?kin skos:broader ?above }
  FILTER (?kin != ?concept)
} ORDER BY ?kin
"""


class Near(NamedTuple):
    """Something that is near to a path that there is not.

    Attributes:
        kind: "part" (of the effect itself), "unlimited" (a path that the limits keep out),
            "reverse", "claim" (a tie of another kind), "kin" (a related cause), "effects" (of
            the cause) or "causes" (of the effect).
        text: what there is, in words.
        cause: the IRI of the concept to ask about instead, or "".
        effect: the IRI of the effect to ask about instead, or "".
    """

    kind: str
    text: str
    cause: str = ""
    effect: str = ""


def nearest(graph: Graph, cause: str, effect: str, goals: Collection[str]) -> list[Near]:
    """What there is in place of a path, the nearest first; never empty.

    Args:
        graph: where the claims are.
        cause: the IRI of the cause.
        effect: the IRI of the effect.
        goals: the IRIs of the effect and the concepts narrower than it.
    """
    search = _Nearest(graph, cause, effect, goals)
    if cause == effect:
        return [Near("part", "cause and effect are the same")]
    if cause in goals:
        return [Near("part", f"{search.name(cause)} is a kind of {search.name(effect)}")]
    found = [*search.unlimited(), *search.reverse(), *search.claims(), *search.kin()]
    return [*found, *search.dead_ends()] or [Near("part", "no claim names a cause")]


class _Nearest:
    """Looks around one cause and one effect."""

    def __init__(self, graph: Graph, cause: str, effect: str, goals: Collection[str]) -> None:
        self.graph = graph
        self.cause = cause
        self.effect = effect
        self.goals = goals
        self.network = read_network(graph)
        self.leading = steps_to(self.network, goals)
        self.labels = {cause: "", effect: ""}

    def name(self, iri: str) -> str:
        if not self.labels.get(iri):
            self.labels.update(labels_of(self.graph, [iri]))
        return self.labels.get(iri) or iri

    def names(self, iris: Collection[str]) -> str:
        shown = sorted(self.name(iri) for iri in iris)
        rest = f" and {len(shown) - SHOWN} more" if len(shown) > SHOWN else ""
        return ", ".join(shown[:SHOWN]) + rest

    def unlimited(self) -> Iterator[Near]:
        """Paths that only the limits of the search keep out."""
        steps = self.leading.get(self.cause)
        if steps is not None:
            text = f"without the limits given there is a path of {steps} step{'s' * (steps > 1)}"
            yield Near("unlimited", text, self.cause, self.effect)

    def reverse(self) -> Iterator[Near]:
        """The other way round."""
        led = steps_to(self.network, [self.cause])
        for goal in sorted(led.keys() & set(self.goals)):
            text = f"the other way round: {self.name(goal)} leads to {self.name(self.cause)}"
            yield Near("reverse", text, goal, self.cause)

    def claims(self) -> Iterator[Near]:
        """Claims that tie the two together in another way."""
        one = pyoxigraph.NamedNode(self.cause)
        for goal in sorted(self.goals):
            other = pyoxigraph.NamedNode(goal)
            for row in self.graph.rows(_CLAIMS, one=one, other=other):
                *_, claim, subject, predicate, target, polarity = row
                said = " ".join(self.name(iri) for iri in (subject, predicate, target))
                denied = "denied: " if polarity.endswith("Denied") else ""
                number = claim.rpartition("/")[2]
                yield Near("claim", f"{denied}{said} (bsc:{number})", subject, target)

    def kin(self) -> Iterator[Near]:
        """Wider, narrower and sister concepts of the cause that lead there."""
        concept = pyoxigraph.NamedNode(self.cause)
        kin = {near for _, near in self.graph.rows(_KIN, concept=concept)} - set(self.goals)
        for near in sorted(kin & self.leading.keys())[:SHOWN]:
            text = f"a related concept leads there: {self.name(near)}"
            yield Near("kin", text, near, self.effect)

    def dead_ends(self) -> Iterator[Near]:
        """What the cause leads to, and what leads to the effect."""
        ends = self.network.effects.get(self.cause, {})
        if ends:
            yield Near("effects", f"{self.name(self.cause)} leads to {self.names(ends)}")
        else:
            yield Near("effects", f"nothing is said to come of {self.name(self.cause)}")
        starts = {start for goal in self.goals for start in self.network.causes.get(goal, {})}
        if starts:
            yield Near("causes", f"{self.name(self.effect)} comes from {self.names(starts)}")
