"""Work shared among processes, which have the graphs of the one that started them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from backspasm.validation.engines.result import Result

    Work = Callable[[int, int], list[Result]]

__all__ = ["shared", "workers"]

_work: list[Work] = []


def workers(jobs: int) -> int:
    """How many processes can share the work: 1 where a process cannot be forked."""
    return max(1, jobs) if hasattr(os, "fork") else 1


def shared(work: Work, jobs: int) -> list[Result]:
    """The results of all shares of some work.

    Args:
        work: takes the number of a share, from 0, and how many shares there are.
        jobs: how many there are, each for one process.

    Raises:
        BackspasmError: what the work raises, of the first share that raises.
    """
    count = workers(jobs)
    if count == 1:
        return work(0, 1)
    import multiprocessing

    context = multiprocessing.get_context("fork")
    with context.Pool(count, initializer=_work.append, initargs=(work,)) as pool:
        parts = pool.starmap(_do, [(number, count) for number in range(count)], chunksize=1)
    return [result for part in parts for result in part]


def _do(number: int, count: int) -> list[Result]:
    return _work[-1](number, count)
