"""How a cause works: the mechanisms and causal paths from it to an effect, ranked."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import pyoxigraph

from backspasm.chains import Chain, chains_between, mechanisms_over, read_chains
from backspasm.claims import CERTAINTIES, labels_of, read_claims
from backspasm.denials import Denials
from backspasm.limits import Limits
from backspasm.nearest import Near, nearest
from backspasm.network import Link, read_networks
from backspasm.paths import best_paths, path_rank, steps_to

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from backspasm.claims import Claim
    from backspasm.denials import Denial
    from backspasm.graph import Graph
    from backspasm.network import Network

__all__ = ["Backing", "Explanation", "Path", "Step", "explain"]

_KIN = """
SELECT DISTINCT ?concept ?kin WHERE {
  { ?concept skos:broader ?kin } UNION { ?kin skos:broader ?concept }
}
"""

_NARROWER = "SELECT ?effect ?narrower { ?narrower skos:broader* ?effect }"


class Step(NamedTuple):
    """One step of a path, with the claims that say it.

    Attributes:
        link: what it rests on. In a step that is not causal, which only a mechanism can
            have, the predicate is that of its claim.
        claims: the claims, those that count for the link first, and the firmest first.
        within: the IRIs of what limits the claims that count (scopes, groups, qualities of
            the cause, joint causes) and is not on the path: no claim says the step without.
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
        support: how many documents say the weakest step.
        stated_by: the IRIs of the documents that say every step.
        backing: the mechanisms that have these concepts in this order.
        denials: what stands against it or beside it.
    """

    concepts: tuple[str, ...]
    steps: tuple[Step, ...]
    certainty: str
    support: int
    stated_by: tuple[str, ...]
    backing: tuple[Backing, ...]
    denials: tuple[Denial, ...]

    @property
    def origin(self) -> str:
        """Who puts the steps together.

        "claim" for a path of one step; "mechanism" where a curator found the whole chain
        in a text; "document" where one document says each step and nobody the chain;
        "documents" where it takes several documents.
        """
        if not self.stated_by and not (self.backing or len(self.steps) == 1):
            return "documents"
        if len(self.steps) == 1:
            return "claim"
        return "mechanism" if self.backing else "document"


class Explanation(NamedTuple):
    """The ways from a cause to an effect, the best first.

    Attributes:
        cause: the IRI of the cause.
        effect: the IRI of the effect; a path ends there or at a narrower concept.
        limits: what was looked for.
        paths: those backed by a mechanism first, then by `backspasm.paths.path_rank`.
        found: how many there are, with those left out.
        backed: how many of these a mechanism backs.
        exhausted: whether all of them were found, within the limit of steps.
        longer: whether there may be paths of more steps than were looked for.
        labels: a label for each IRI that is named here.
        nearest: what there is where there is no path.
        related: IRIs of narrower and wider concepts that lead there too, on paths of
            their own.
        network: the causal links that were searched.
    """

    cause: str
    effect: str
    limits: Limits
    paths: tuple[Path, ...]
    found: int
    backed: int
    exhausted: bool
    longer: bool
    labels: dict[str, str]
    nearest: tuple[Near, ...]
    related: tuple[str, ...]
    network: Network


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
    every, firm = read_networks(graph)
    network = (firm if wanted.strict else every).without(wanted.without)
    search = best_paths(network, cause, goals, max_steps=wanted.max_steps, through=wanted.through)
    mechanisms = read_chains(graph, mechanisms_over(graph, cause), strict=wanted.strict)
    chains = [chain for chain in chains_between(mechanisms, cause, goals) if _passes(chain, wanted)]
    short = [chain for chain in chains if len(chain.links) <= wanted.max_steps]
    ways = _Ways(network, short)
    ranked = sorted({*search.paths, *ways.backing}, key=ways.rank)
    paths = _read_paths(graph, ways, ranked[: wanted.limit])
    related = _related(graph, every, cause, goals)
    return Explanation(
        cause=cause,
        effect=effect,
        limits=wanted,
        paths=paths,
        found=len(ranked),
        backed=len(ways.backing),
        exhausted=search.exhausted,
        longer=search.longer or len(short) < len(chains),
        labels=_labels(graph, paths, (cause, effect, *wanted.through, *wanted.without, *related)),
        nearest=() if paths else tuple(nearest(graph, every, cause, effect, ends, chains, wanted)),
        related=related,
        network=network,
    )


def _related(graph: Graph, network: Network, cause: str, goals: Collection[str]) -> tuple[str, ...]:
    kin = {iri for _, iri in graph.rows(_KIN, concept=pyoxigraph.NamedNode(cause))}
    return tuple(sorted((kin & steps_to(network, goals).keys()) - {cause, *goals}))


class _Ways:
    """The links of each path, and the mechanisms that back it."""

    def __init__(self, network: Network, chains: Sequence[Chain]) -> None:
        self.network = network
        self.backing: dict[tuple[str, ...], dict[Backing, None]] = {}
        self.told: dict[tuple[str, ...], tuple[Link, ...]] = {}
        for chain in chains:
            backed = self.backing.setdefault(chain.concepts, {})
            backed[Backing(chain.mechanism, chain.whole)] = None
            best = self.told.get(chain.concepts, chain.links)
            self.told[chain.concepts] = min(best, chain.links, key=path_rank)

    def links(self, path: tuple[str, ...]) -> list[Link]:
        """What leads from each concept to the next: as a mechanism tells it, or else the link."""
        known = [self.network.effects.get(one, {}).get(other) for one, other in pairwise(path)]
        if path not in self.told:
            return [link for link in known if link is not None]
        return [
            link if more is None else link._replace(others=_but(link, more))
            for link, more in zip(self.told[path], known, strict=True)
        ]

    def rank(self, path: tuple[str, ...]) -> tuple[bool, tuple[int, int, int], tuple[str, ...]]:
        """A key that sorts paths: what a mechanism backs comes first."""
        return path not in self.backing, path_rank(self.links(path)), path


def _but(link: Link, more: Link) -> tuple[str, ...]:
    """The claims for the same step that the mechanism does not use."""
    return tuple(iri for iri in (*more.claims, *more.others) if iri not in link.claims)


def _passes(chain: Chain, limits: Limits) -> bool:
    return set(limits.through) <= set(chain.concepts) and not set(limits.without) & set(
        chain.concepts
    )


def _read_paths(graph: Graph, ways: _Ways, paths: Sequence[tuple[str, ...]]) -> tuple[Path, ...]:
    links = {path: ways.links(path) for path in paths}
    every = [iri for found in links.values() for link in found for iri in _claims_of(link)]
    claims = read_claims(graph, sorted(set(every)))
    denials = Denials(graph)
    read = []
    for path, found in links.items():
        order, support, _ = path_rank(found)
        named = [iri for link in found for iri in _claims_of(link)]
        read.append(
            Path(
                concepts=path,
                steps=tuple(_step(link, path, claims) for link in found),
                certainty=CERTAINTIES[-order],
                support=-support,
                stated_by=tuple(sorted(set.intersection(*({*ln.documents} for ln in found)))),
                backing=tuple(ways.backing.get(path, ())),
                denials=denials.of_path(path, named),
            )
        )
    return tuple(read)


def _claims_of(link: Link) -> tuple[str, ...]:
    return (*link.claims, *link.others)


def _step(link: Link, path: Collection[str], claims: dict[str, Claim]) -> Step:
    limits = [set(claims[iri].limits) - set(path) for iri in link.claims]
    within: set[str] = set().union(*limits) if all(limits) else set()
    said = (*_firmest_first(link.claims, claims), *_firmest_first(link.others, claims))
    return Step(link, said, tuple(sorted(within)))


def _firmest_first(iris: Sequence[str], claims: dict[str, Claim]) -> list[Claim]:
    found = [claims[iri] for iri in iris]
    return sorted(found, key=lambda claim: (-CERTAINTIES.index(claim.certainty), claim.iri))


def _labels(graph: Graph, paths: Sequence[Path], others: Sequence[str]) -> dict[str, str]:
    named = set(others)
    for path in paths:
        named.update(path.concepts, path.stated_by, (back.mechanism for back in path.backing))
        for step in path.steps:
            named.update((step.link.predicate,), step.link.documents)
            for claim in (*step.claims, *(denial.claim for denial in path.denials)):
                named.update(claim.named)
    return labels_of(graph, named - {""})
