"""What texts deny, and what contradicts what."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from backspasm.claims import CAUSAL, read_claims

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from backspasm.claims import Claim
    from backspasm.graph import Graph

__all__ = ["Denial", "Denials"]

_DENIED = """
SELECT ?claim WHERE {
  ?claim a bsv:Claim ; bsv:polarity bsv:Denied ; rdf:subject ?subject ; rdf:object ?object .
  FILTER (ISIRI(?claim))
  MINUS { ?claim owl:deprecated true }
} ORDER BY ?claim
"""

_CONTRADICTIONS = """
SELECT ?one ?other WHERE {
  ?one bsv:contradicts ?other .
  ?other a bsv:Claim .
  MINUS { ?other owl:deprecated true }
}
"""


class Denial(NamedTuple):
    """A claim that stands against a path, or beside it.

    Attributes:
        kind: "step" (it denies that one concept of the path causes the next), "claim" (it
            contradicts a claim of the path, of which its note says in what) or "other" (it
            denies another tie of concepts of the path, or within one of them).
        claim: the claim itself.
        against: for "claim", the IRI of the claim that it contradicts, or "".
    """

    kind: str
    claim: Claim
    against: str = ""


class Denials:
    """All denied claims and contradictions of a graph."""

    def __init__(self, graph: Graph) -> None:
        """Read them.

        Args:
            graph: where the claims are.
        """
        denied = [iri for (iri,) in graph.rows(_DENIED)]
        self.contradicting: dict[str, set[str]] = {}
        for one, other in graph.rows(_CONTRADICTIONS):
            self.contradicting.setdefault(one, set()).add(other)
            self.contradicting.setdefault(other, set()).add(one)
        self.claims = read_claims(graph, [*denied, *self.contradicting])
        self.denied = [self.claims[iri] for iri in denied if iri in self.claims]

    def of_path(self, concepts: Sequence[str], claims: Iterable[str]) -> tuple[Denial, ...]:
        """What stands against a path or beside it.

        Args:
            concepts: the IRIs of the concepts that it passes.
            claims: the IRIs of its claims.
        """
        steps = set(pairwise(concepts))
        found: dict[str, Denial] = {}
        for claim in self.denied:
            ends = {claim.subject, claim.object, *claim.scope} & set(concepts)
            if (claim.subject, claim.object) in steps and claim.predicate in CAUSAL:
                found[claim.iri] = Denial("step", claim)
            elif len(ends) > 1:
                found[claim.iri] = Denial("other", claim)
        for claim_iri in claims:
            for other in sorted(self.contradicting.get(claim_iri, ())):
                known = self.claims.get(other)
                if known is not None and not known.deprecated:
                    found.setdefault(other, Denial("claim", known, claim_iri))
        order = ("step", "claim", "other")
        return tuple(sorted(found.values(), key=lambda d: (order.index(d.kind), d.claim.iri)))

    def around(self, focus: Iterable[str], shown: Iterable[str]) -> list[str]:
        """The IRIs of the denied claims that name what is in focus, or two things shown."""
        chosen, seen = set(focus), set(shown)
        found = []
        for claim in self.denied:
            ends = {claim.subject, claim.object}
            if len(ends & seen) > 1 or ends & chosen:
                found.append(claim.iri)
        return found
