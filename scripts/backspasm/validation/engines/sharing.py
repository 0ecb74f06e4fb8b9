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
        BrokenProcessPool: a process ended before its work was done.
    """
    count = workers(jobs)
    if count == 1:
        return work(0, 1)
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(count, context, _work.append, (work,)) as pool:
        shares = pool.map(_do, range(count), [count] * count)
        return [result for share in shares for result in share]


def _do(number: int, count: int) -> list[Result]:
    return _work[-1](number, count)
