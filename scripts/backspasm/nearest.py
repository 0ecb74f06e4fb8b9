"""What comes nearest where no path leads from a cause to an effect."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pyoxigraph

from backspasm.claims import labels_of, read_claims
from backspasm.limits import MAX_STEPS, Limits
from backspasm.namespaces import shorten
from backspasm.paths import steps_to

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from backspasm.chains import Chain
    from backspasm.graph import Graph
    from backspasm.network import Network

__all__ = ["Near", "nearest"]

SHOWN = 5
"""How many things of one kind are offered."""

_BETWEEN = """
SELECT ?one ?other ?claim WHERE {
  { ?claim rdf:subject ?one ; rdf:object ?other }
  UNION { ?claim rdf:subject ?other ; rdf:object ?one }
  MINUS { ?claim owl:deprecated true }
} ORDER BY ?claim
"""

_ABOUT = """
SELECT ?one ?claim WHERE {
  ?claim a bsv:Claim ; rdf:subject ?one .
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
            "reverse", "claim" (a tie of another kind between the two), "kin" (a related
            cause), "effects" (of the cause), "said" (of the cause otherwise) or "causes" (of
            the effect).
        text: what there is, in words.
        cause: the IRI of the concept to ask about instead, or "".
        effect: the IRI of the effect to ask about instead, or "".
    """

    kind: str
    text: str
    cause: str = ""
    effect: str = ""


def nearest(
    graph: Graph,
    network: Network,
    cause: str,
    effect: str,
    goals: Collection[str],
    chains: Sequence[Chain] = (),
    limits: Limits | None = None,
) -> list[Near]:
    """What there is in place of a path, the nearest first; never empty.

    Args:
        graph: where the claims are.
        network: all causal links.
        cause: the IRI of the cause.
        effect: the IRI of the effect.
        goals: the IRIs of the effect and the concepts narrower than it.
        chains: mechanisms from the cause to the effect that the limits keep out.
        limits: what was looked for.
    """
    search = _Nearest(graph, network, cause, effect, goals)
    options = _options(limits or Limits())
    if cause == effect:
        return [Near("part", "cause and effect are the same")]
    if cause in goals:
        return [Near("part", f"{search.name(cause)} is a kind of {search.name(effect)}")]
    steps = [len(chain.links) for chain in chains]
    found = [*search.unlimited(steps, options), *search.reverse(), *search.between(), *search.kin()]
    return [*found, *search.dead_ends()]


class _Nearest:
    """Looks around one cause and one effect."""

    def __init__(
        self, graph: Graph, network: Network, cause: str, effect: str, goals: Collection[str]
    ) -> None:
        self.graph = graph
        self.cause = cause
        self.effect = effect
        self.goals = goals
        self.network = network
        self.leading = steps_to(self.network, goals)
        self.labels = {cause: "", effect: ""}
        self.told: set[str] = set()

    def name(self, iri: str) -> str:
        if not self.labels.get(iri):
            self.labels.update(labels_of(self.graph, [iri]))
        return self.labels.get(iri) or shorten(iri)

    def names(self, iris: Collection[str]) -> str:
        shown = sorted(self.name(iri) for iri in iris)
        rest = f" and {len(shown) - SHOWN} more" if len(shown) > SHOWN else ""
        return ", ".join(shown[:SHOWN]) + rest

    def unlimited(self, steps: Sequence[int], options: str) -> Iterator[Near]:
        """Paths and mechanisms that only the limits of the search keep out."""
        found = [*steps, *([self.leading[self.cause]] if self.cause in self.leading else [])]
        if found:
            least = min(found)
            text = f"without {options} there is a path of {_steps(least)}"
            yield Near("unlimited", text, self.cause, self.effect)

    def reverse(self) -> Iterator[Near]:
        """The other way round."""
        led = steps_to(self.network, [self.cause])
        for goal in sorted(led.keys() & set(self.goals)):
            ends = f"{self.name(goal)} may lead to {self.name(self.cause)}"
            yield Near(
                "reverse", f"the other way round: {ends}, in {_steps(led[goal])}", goal, self.cause
            )

    def between(self) -> Iterator[Near]:
        """Claims that tie the two together in another way, or the other way round."""
        one = pyoxigraph.NamedNode(self.cause)
        for goal in sorted(self.goals):
            other = pyoxigraph.NamedNode(goal)
            rows = self.graph.rows(_BETWEEN, one=one, other=other)
            yield from self._said("claim", [claim for *_, claim in rows])

    def _said(self, kind: str, claims: Sequence[str]) -> Iterator[Near]:
        fresh = [iri for iri in claims if iri not in self.told][:SHOWN]
        self.told.update(fresh)
        for claim in read_claims(self.graph, fresh).values():
            ends = claim.subject, claim.predicate, claim.object
            limits = (*claim.scope, *claim.population, *claim.subject_qualifier)
            denied = "denied: " if claim.polarity == "Denied" else ""
            firm = claim.certainty.lower() or "no certainty"
            within = f", limited to {self.names(limits)}" if limits else ""
            words = " ".join(map(self.name, ends))
            text = f"{denied}{words} ({firm}{within}; {shorten(claim.iri)})"
            yield Near(kind, text, claim.subject, claim.object)

    def kin(self) -> Iterator[Near]:
        """Wider, narrower and sister concepts of the cause that lead there."""
        concept = pyoxigraph.NamedNode(self.cause)
        kin = {near for _, near in self.graph.rows(_KIN, concept=concept)} - set(self.goals)
        for near in sorted(kin & self.leading.keys())[:SHOWN]:
            text = f"a related concept may lead there: {self.name(near)}"
            yield Near("kin", f"{text}, in {_steps(self.leading[near])}", near, self.effect)

    def dead_ends(self) -> Iterator[Near]:
        """What the cause leads to, or else what is said of it; and what leads to the effect."""
        ends = self.network.effects.get(self.cause, {})
        if ends:
            yield Near("effects", f"{self.name(self.cause)} may lead to {self.names(ends)}")
        else:
            yield Near("effects", f"no causal claim starts at {self.name(self.cause)}")
            rows = self.graph.rows(_ABOUT, one=pyoxigraph.NamedNode(self.cause))
            told = [claim for _, claim in rows]
            yield from self._said("said", told)
        starts = {start for goal in self.goals for start in self.network.causes.get(goal, {})}
        if starts:
            yield Near("causes", f"{self.name(self.effect)} may come of {self.names(starts)}")


def _options(limits: Limits) -> str:
    """The options that can keep a path out."""
    given = {
        "--strict": limits.strict,
        "--through": limits.through,
        "--without": limits.without,
        "--max-steps": limits.max_steps != MAX_STEPS,
    }
    named = [option for option, is_given in given.items() if is_given]
    return " or ".join(named) or f"the limit of {limits.max_steps} steps"


def _steps(number: int) -> str:
    return f"{number} step{'' if number == 1 else 's'}"
