"""Simple paths through the causal network, the strongest first.

Best-first search with a bound on what is still to come (A*: Hart, Nilsson and Raphael,
1968, IEEE Transactions on Systems Science and Cybernetics 4(2), 100-107). A path is as
strong as its weakest link, and one more step can only weaken or lengthen it. So paths
are found in the order of their rank, and the search can stop at any of them.
"""

from __future__ import annotations

import heapq
from typing import TYPE_CHECKING, NamedTuple

from backspasm.claims import CERTAINTIES
from backspasm.limits import MAX_STEPS

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from backspasm.network import Link, Network

__all__ = ["EFFORT", "Search", "best_paths", "path_rank", "steps_to"]

EFFORT = 50_000
"""How many beginnings of paths a search makes before it gives up: about a second."""


class Search(NamedTuple):
    """What a search found.

    Attributes:
        paths: each as the concepts that it passes, the strongest first.
        exhausted: whether it looked at everything within the limit of steps.
        longer: whether paths with more steps than the limit may exist.
    """

    paths: list[tuple[str, ...]]
    exhausted: bool
    longer: bool


def path_rank(links: Collection[Link]) -> tuple[int, int, int]:
    """A key that sorts paths: certainty and documents of the weakest link, then length."""
    certainty, documents = min(link.strength for link in links)
    return -certainty, -documents, len(links)


def best_paths(
    network: Network,
    start: str,
    goals: Collection[str],
    *,
    max_steps: int = MAX_STEPS,
    through: Collection[str] = (),
    effort: int = EFFORT,
) -> Search:
    """The simple paths from a concept to the first of some others.

    A path ends at the first goal that it meets, and passes no concept twice.

    Args:
        network: where to walk.
        start: where the paths start; no goal.
        goals: where they end.
        max_steps: how many links a path may have.
        through: concepts that every path must pass.
        effort: how many beginnings of paths to make.

    Returns:
        The paths in the order of `path_rank`; paths that rank alike in no special order.
    """
    ways = _Ways(network, goals, through)
    queue: list[tuple[tuple[int, ...], tuple[str, ...], tuple[int, int]]] = []
    paths: list[tuple[str, ...]] = []
    longer = False
    if start in ways.steps:
        heapq.heappush(queue, ((), (start,), _STRONGEST))
    while queue and effort > 0:
        _, path, strength = heapq.heappop(queue)
        if path[-1] in goals:
            if set(through) <= set(path):
                paths.append(path)
            continue
        for following, link in network.effects.get(path[-1], {}).items():
            needed = None if following in path else ways.steps_from(following, path)
            if needed is None:
                continue
            if len(path) + needed > max_steps:
                longer = True
                continue
            effort -= 1
            weakest = min(strength, link.strength)
            certainty, documents = min(weakest, ways.strength[following])
            hope = (-certainty, -documents, len(path) + needed, needed)
            heapq.heappush(queue, (hope, (*path, following), weakest))
    return Search(paths, exhausted=not queue, longer=longer)


_STRONGEST = (len(CERTAINTIES), 10**9)


class _Ways:
    """What it takes at least, and gives at most, to come from a concept to a goal."""

    def __init__(self, network: Network, goals: Collection[str], through: Collection[str]) -> None:
        self.steps = steps_to(network, goals)
        self.strength = _strongest(network, goals)
        self.over = {stop: steps_to(network, [stop]) for stop in through}

    def steps_from(self, concept: str, path: Collection[str]) -> int | None:
        """The least number of steps past all that must be passed, or None without a way."""
        least = self.steps.get(concept)
        if least is None:
            return None
        for stop, to_stop in self.over.items():
            if stop != concept and stop not in path:
                if concept not in to_stop or stop not in self.steps:
                    return None
                least = max(least, to_stop[concept] + self.steps[stop])
        return least


def steps_to(network: Network, goals: Collection[str]) -> Mapping[str, int]:
    """The least number of steps to one of some goals, for each concept that leads there."""
    steps = dict.fromkeys(goals, 0)
    front = list(goals)
    while front:
        reached = []
        for effect in front:
            for cause in network.causes.get(effect, ()):
                if cause not in steps:
                    steps[cause] = steps[effect] + 1
                    reached.append(cause)
        front = reached
    return steps


def _strongest(network: Network, goals: Collection[str]) -> Mapping[str, tuple[int, int]]:
    """The greatest strength that the weakest link of a way to a goal can have."""
    strongest: dict[str, tuple[int, int]] = {}
    queue = [(-_STRONGEST[0], -_STRONGEST[1], goal) for goal in goals]
    heapq.heapify(queue)
    while queue:
        certainty, documents, effect = heapq.heappop(queue)
        if effect not in strongest:
            strongest[effect] = (-certainty, -documents)
            for cause, link in network.causes.get(effect, {}).items():
                if cause not in strongest:
                    weakest = min(strongest[effect], link.strength)
                    heapq.heappush(queue, (-weakest[0], -weakest[1], cause))
    return strongest
