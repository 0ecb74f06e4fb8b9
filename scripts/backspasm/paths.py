"""Simple paths through the causal network, the strongest first.

Best-first search (Dechter and Pearl, 1985, Journal of the ACM 32(3), 505-536). A path is
as strong as its weakest link, and one more step can only weaken or lengthen it, so paths
leave the queue in the order of their rank and the search can stop at any of them.
"""

from __future__ import annotations

import heapq
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from backspasm.network import Link, Network

__all__ = ["EFFORT", "MAX_STEPS", "Search", "best_paths", "path_rank", "steps_to"]

MAX_STEPS = 8
"""How many steps a path may have, unless told otherwise."""

EFFORT = 50_000
"""How many beginnings of paths a search looks at before it gives up: a second or less."""


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
    certainty = min(link.order for link in links)
    return -certainty, -min(len(link.documents) for link in links), len(links)


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
        effort: how many beginnings of paths to look at.

    Returns:
        The paths in the order of `path_rank`, and of their IRIs where they are alike.
    """
    ways = _Ways(network, goals, through)
    queue: list[tuple[int, int, int, tuple[str, ...]]] = [(-4, -(10**9), 0, (start,))]
    paths: list[tuple[str, ...]] = []
    longer = False
    while queue and effort:
        effort -= 1
        order, documents, steps, path = heapq.heappop(queue)
        here = path[-1]
        if here in goals:
            if set(through) <= set(path):
                paths.append(path)
            continue
        for following, link in network.effects.get(here, {}).items():
            if following in path:
                continue
            needed = ways.steps_from(following, path)
            if needed is None:
                continue
            if steps + 1 + needed > max_steps:
                longer = True
                continue
            weakest = max(order, -link.order), max(documents, -len(link.documents))
            heapq.heappush(queue, (*weakest, steps + 1, (*path, following)))
    return Search(paths, exhausted=not queue, longer=longer)


class _Ways:
    """How many steps it takes at least from a concept to a goal, past all that must be passed."""

    def __init__(self, network: Network, goals: Collection[str], through: Collection[str]) -> None:
        self.to_goal = steps_to(network, goals)
        self.over = {stop: steps_to(network, [stop]) for stop in through}

    def steps_from(self, concept: str, path: Collection[str]) -> int | None:
        """The number of steps, or None where there is no way."""
        least = self.to_goal.get(concept)
        if least is None:
            return None
        for stop, to_stop in self.over.items():
            if stop != concept and stop not in path:
                if concept not in to_stop or stop not in self.to_goal:
                    return None
                least = max(least, to_stop[concept] + self.to_goal[stop])
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
