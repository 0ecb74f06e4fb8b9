"""Work shared among processes, which have all that the one that started them has."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing.synchronize import Semaphore

__all__ = ["Team"]

T = TypeVar("T")

_works: list[Callable[[], Any]] = []
_turns: list[Semaphore] = []


class Team:
    """Some processes, of which so many work at a time.

    Args:
        jobs: how many. With one, and where processes cannot be forked, none is started.

    Attributes:
        jobs: the same; 1 where none is started.
    """

    def __init__(self, jobs: int = 1) -> None:
        self.jobs = max(1, jobs) if hasattr(os, "fork") else 1
        self._turns: Semaphore | None = None

    def each(self, works: Sequence[Callable[[], T]]) -> list[T]:
        """What all of some works give, in their order.

        Raises:
            BackspasmError: what a work raises, the first that does.
            BrokenProcessPool: a process ended before its work was done.
        """
        if self.jobs == 1 or len(works) < 2:  # noqa: PLR2004 (there is nothing to share)
            return [work() for work in works]
        with self._pool(works) as pool:
            return list(pool.map(_do, range(len(works))))

    @contextmanager
    def beside(self, work: Callable[[], T]) -> Iterator[Callable[[], T]]:
        """Something that is done beside all else.

        Yields:
            What gives its result, and raises what `each` does.
        """
        if self.jobs == 1:
            yield work
            return
        with self._pool([work]) as pool:
            yield pool.submit(_do, 0).result

    def _pool(self, works: Sequence[Callable[[], T]]) -> ProcessPoolExecutor:
        import multiprocessing
        from concurrent.futures import ProcessPoolExecutor

        context = multiprocessing.get_context("fork")
        if self._turns is None:
            self._turns = context.Semaphore(self.jobs)
        count = min(self.jobs, len(works))
        return ProcessPoolExecutor(count, context, _begin, (works, self._turns))


def _begin(works: Sequence[Callable[[], Any]], turns: Semaphore) -> None:
    _works[:] = works
    _turns[:] = [turns]


def _do(number: int) -> Any:
    with _turns[0]:
        return _works[number]()
