"""How a cause works: the mechanisms and causal paths from it to an effect, ranked."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import pyoxigraph

from backspasm.chains import Chain, chains_between, mechanisms_over, read_chains
from backspasm.claims import CERTAINTIES, labels_of, read_claims
from backspasm.nearest import Near, nearest
from backspasm.network import Link, read_network
from backspasm.paths import MAX_STEPS, best_paths, path_rank

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from backspasm.claims import Claim
    from backspasm.graph import Graph
    from backspasm.network import Network

__all__ = ["Backing", "Explanation", "Limits", "Path", "Step", "explain"]

_NARROWER = "SELECT ?effect ?narrower { ?narrower skos:broader* ?effect }"

_DENIED = """
SELECT ?claim WHERE {
  ?claim bsv:polarity bsv:Denied .
  MINUS { ?claim owl:deprecated true }
}
"""

_CONTRADICTIONS = "SELECT ?one ?other WHERE { ?one bsv:contradicts ?other }"


class Limits(NamedTuple):
    """What an explanation may use.

    Attributes:
        max_steps: how many steps a path may have.
        strict: only claims that license `bsv:causes` or `bsv:contributesTo`.
        through: IRIs of concepts that every path must pass.
        without: IRIs of concepts that no path may pass.
        most: how many paths to give.
    """

    max_steps: int = MAX_STEPS
    strict: bool = False
    through: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    most: int = 20


class Step(NamedTuple):
    """One step of a path, with the claims that say it.

    Attributes:
        link: what it rests on. In a step that is not causal, which only a mechanism can
            have, the predicate is that of its claim.
        claims: the claims, the firmest first.
        within: the IRIs of scopes and populations of which one limits each of its claims,
            and that are not on the path: the step is said of nothing wider.
    """

    link: Link
    claims: tuple[Claim, ...]
    within: tuple[str, ...]

    @property
    def certainty(self) -> str:
        """That of its firmest claim."""
        return CERTAINTIES[self.link.order]


class Backing(NamedTuple):
    """A curated mechanism that backs a path.

    Attributes:
        mechanism: its IRI.
        whole: whether the path is all of it, and not a part.
    """

    mechanism: str
    whole: bool


class Path(NamedTuple):
    """One way from the cause to the effect.

    Attributes:
        concepts: the IRIs of the concepts that it passes.
        steps: what leads from each to the next.
        certainty: that of the weakest step: Stated, Likely or Possible.
        support: the least number of documents that say a step.
        stated_by: the IRIs of the documents that say every step. Where there is none,
            the path is put together from several.
        backing: the mechanisms that have these concepts in this order.
        denials: claims that contradict a claim of it, or deny a tie between two of its
            concepts.
    """

    concepts: tuple[str, ...]
    steps: tuple[Step, ...]
    certainty: str
    support: int
    stated_by: tuple[str, ...]
    backing: tuple[Backing, ...]
    denials: tuple[Claim, ...]


class Explanation(NamedTuple):
    """The ways from a cause to an effect, the best first.

    Attributes:
        cause: the IRI of the cause.
        effect: the IRI of the effect; a path ends there or at a narrower concept.
        limits: what was looked for.
        paths: those backed by a mechanism first, then by `backspasm.paths.path_rank`.
        found: how many there are, with those left out.
        exhausted: whether all of them were found, within the limit of steps.
        longer: whether there may be paths of more steps than were looked for.
        labels: a label for each IRI that is named here.
        nearest: what there is where there is no path.
    """

    cause: str
    effect: str
    limits: Limits
    paths: tuple[Path, ...]
    found: int
    exhausted: bool
    longer: bool
    labels: dict[str, str]
    nearest: tuple[Near, ...]


def explain(graph: Graph, cause: str, effect: str, limits: Limits | None = None) -> Explanation:
    """The mechanisms and simple causal paths from a cause to an effect.

    Args:
        graph: where the claims are.
        cause: the IRI of a concept.
        effect: the IRI of another; concepts narrower than it are ends too.
        limits: what to look for; see `Limits`.
    """
    wanted = limits or Limits()
    ends = {iri for _, iri in graph.rows(_NARROWER, effect=pyoxigraph.NamedNode(effect))}
    goals = ends - {cause}
    network = read_network(graph, strict=wanted.strict).without(wanted.without)
    search = best_paths(network, cause, goals, max_steps=wanted.max_steps, through=wanted.through)
    mechanisms = read_chains(graph, mechanisms_over(graph, cause), strict=wanted.strict)
    chains = [
        chain for chain in chains_between(mechanisms, cause, goals) if _allowed(chain, wanted)
    ]
    ways = _Ways(network, chains)
    ranked = sorted({*search.paths, *ways.backing}, key=ways.rank)
    shown = ranked[: wanted.most]
    paths = _read_paths(graph, ways, shown)
    return Explanation(
        cause=cause,
        effect=effect,
        limits=wanted,
        paths=paths,
        found=len(ranked),
        exhausted=search.exhausted,
        longer=search.longer,
        labels=_labels(graph, paths, (cause, effect, *wanted.through, *wanted.without)),
        nearest=() if paths else tuple(nearest(graph, cause, effect, ends)),
    )


class _Ways:
    """The links of each path, and the mechanisms that back it."""

    def __init__(self, network: Network, chains: Sequence[Chain]) -> None:
        self.network = network
        self.backing: dict[tuple[str, ...], dict[Backing, None]] = {}
        self.chained: dict[tuple[str, str], Link] = {}
        for chain in chains:
            backed = self.backing.setdefault(chain.concepts, {})
            backed[Backing(chain.mechanism, chain.whole)] = None
            for link in chain.links:
                self.chained.setdefault((link.cause, link.effect), link)

    def links(self, path: tuple[str, ...]) -> list[Link]:
        """What leads from each concept to the next: the causal link, or else the mechanism's."""
        return [
            self.network.effects.get(one, {}).get(other) or self.chained[one, other]
            for one, other in pairwise(path)
        ]

    def rank(self, path: tuple[str, ...]) -> tuple[bool, tuple[int, int, int], tuple[str, ...]]:
        """A key that sorts paths: what a mechanism backs comes first."""
        return path not in self.backing, path_rank(self.links(path)), path


def _allowed(chain: Chain, limits: Limits) -> bool:
    return (
        len(chain.links) <= limits.max_steps
        and set(limits.through) <= set(chain.concepts)
        and not set(limits.without) & set(chain.concepts)
    )


def _read_paths(graph: Graph, ways: _Ways, paths: Sequence[tuple[str, ...]]) -> tuple[Path, ...]:
    links = {path: ways.links(path) for path in paths}
    denied = [iri for (iri,) in graph.rows(_DENIED)]
    against = _contradictions(graph)
    named = {claim for found in links.values() for link in found for claim in link.claims}
    others = {other for claim in named for other in against.get(claim, ())}
    claims = read_claims(graph, sorted({*named, *others, *denied}))
    denials = [claims[iri] for iri in denied]
    read = []
    for path, found in links.items():
        order, support, _ = path_rank(found)
        contradicting = [
            claims[other]
            for link in found
            for claim in link.claims
            for other in against.get(claim, ())
            if other in claims and not claims[other].deprecated
        ]
        read.append(
            Path(
                concepts=path,
                steps=tuple(_step(link, path, claims) for link in found),
                certainty=CERTAINTIES[-order],
                support=-support,
                stated_by=tuple(sorted(set.intersection(*({*ln.documents} for ln in found)))),
                backing=tuple(ways.backing.get(path, ())),
                denials=tuple(dict.fromkeys([*contradicting, *_touching(denials, path)])),
            )
        )
    return tuple(read)


def _contradictions(graph: Graph) -> dict[str, list[str]]:
    against: dict[str, list[str]] = {}
    for one, other in graph.rows(_CONTRADICTIONS):
        against.setdefault(one, []).append(other)
        against.setdefault(other, []).append(one)
    return {claim: sorted(set(others)) for claim, others in against.items()}


def _touching(denials: Sequence[Claim], path: Collection[str]) -> list[Claim]:
    """The denied claims that tie together two concepts of a path, as ends or as scope."""
    return [
        claim
        for claim in denials
        if len({claim.subject, claim.object, *claim.scope} & set(path)) > 1
    ]


def _step(link: Link, path: Collection[str], claims: dict[str, Claim]) -> Step:
    said = _firmest_first(link, claims)
    narrow = [{*claim.scope, *claim.population} - set(path) for claim in said]
    within = set().union(*narrow) if all(narrow) else set()
    return Step(link, said, tuple(sorted(within)))


def _firmest_first(link: Link, claims: dict[str, Claim]) -> tuple[Claim, ...]:
    return tuple(
        sorted(
            (claims[iri] for iri in link.claims),
            key=lambda claim: (-CERTAINTIES.index(claim.certainty), claim.iri),
        )
    )


def _labels(graph: Graph, paths: Sequence[Path], others: Sequence[str]) -> dict[str, str]:
    named = set(others)
    for path in paths:
        named.update(path.concepts, path.stated_by, (back.mechanism for back in path.backing))
        for step in path.steps:
            named.update((step.link.predicate,), step.link.documents)
            for claim in (*step.claims, *path.denials):
                named.update(
                    (claim.subject, claim.predicate, claim.object, claim.document),
                    (*claim.evidence, *claim.population, *claim.scope, *claim.site),
                    (*claim.rank, *claim.frequency, *claim.onset),
                    (*claim.subject_qualifier, *claim.object_qualifier),
                )
    return labels_of(graph, named - {""})
