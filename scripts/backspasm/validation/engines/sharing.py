"""Work shared among processes, which have all that the one that started them has."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from multiprocessing.connection import Connection
    from multiprocessing.context import ForkContext
    from multiprocessing.synchronize import Semaphore

__all__ = ["Team"]

T = TypeVar("T")


class Team:
    """Some processes, of which so many work at a time.

    An executor of the standard library would not do: its threads make a second fork unsafe,
    and an error waits until all has been worked off.

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
            BackspasmError: what a work raises, the first that does; the others are ended.
            RuntimeError: a process ended before its work was done.
        """
        if self.jobs == 1 or len(works) < 2:  # noqa: PLR2004 (there is nothing to share)
            return [work() for work in works]
        with self._workers(works) as workers:
            return [worker.result() for worker in workers]

    @contextmanager
    def beside(self, work: Callable[[], T]) -> Iterator[Callable[[], T]]:
        """Something that is done beside all else, and ended where that fails.

        Yields:
            What gives its result, and raises what `each` does.
        """
        if self.jobs == 1:
            yield work
            return
        with self._workers([work]) as (worker,):
            yield worker.result

    @contextmanager
    def _workers(self, works: Sequence[Callable[[], T]]) -> Iterator[list[_Worker[T]]]:
        import multiprocessing

        context = multiprocessing.get_context("fork")
        self._turns = self._turns or context.Semaphore(self.jobs)
        workers: list[_Worker[T]] = []
        try:
            for work in works:
                workers.append(_Worker(context, work, self._turns))  # noqa: PERF401 (all are ended)
            yield workers
        finally:
            for worker in workers:
                worker.end()


class _Worker(Generic[T]):
    """A process that does one work, when it is its turn."""

    def __init__(self, context: ForkContext, work: Callable[[], T], turns: Semaphore) -> None:
        self._told, told = context.Pipe(duplex=False)
        self._process = context.Process(target=_do, args=(work, turns, told), daemon=True)
        self._process.start()
        told.close()

    def result(self) -> T:
        """What the work gave; what it raised is raised."""
        try:
            done, result = self._told.recv()
        except EOFError:
            raise RuntimeError("a process ended before its work was done") from None
        if not done:
            raise cast("Exception", result)
        return cast("T", result)

    def end(self) -> None:
        """End it, whatever it does."""
        self._process.terminate()
        self._process.join()
        self._told.close()


def _do(work: Callable[[], Any], turns: Semaphore, told: Connection) -> None:
    from threading import Thread

    Thread(target=_end_with_parent, daemon=True).start()
    try:
        with turns:
            result = True, work()
    except Exception as error:  # noqa: BLE001 (it is raised where the result is asked for)
        result = False, error
    told.send(result)


def _end_with_parent() -> None:
    """End this process when the one that started it is gone, which else would not be seen."""
    from multiprocessing import parent_process
    from multiprocessing.connection import wait

    if parent := parent_process():
        wait([parent.sentinel])
        os._exit(1)
