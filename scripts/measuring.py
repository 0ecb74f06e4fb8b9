"""What a process costs, as the system accounts for it.

The peak memory of a process counts from what it was started from, so whoever measures must
stay small: prepare data in processes of their own.
"""

from __future__ import annotations

import os
import signal
import statistics
import threading
import time
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

__all__ = ["Cost", "median", "run"]


class Cost(NamedTuple):
    """What one process cost.

    Attributes:
        cpu: user and system time in seconds, with that of the processes it waited for.
        wall: seconds from start to end.
        peak: the most memory in bytes; of several processes that of the largest.
        status: how it ended; None where it was ended at the limit.
    """

    cpu: float
    wall: float
    peak: int
    status: int | None


def run(
    command: Sequence[str],
    out: Path,
    limit: float,
    environment: Mapping[str, str] | None = None,
) -> Cost:
    """Run a command, its output in one file and what it complains of in another beside it.

    Args:
        command: the program, by its path, and its arguments.
        out: the file for standard output; that for standard error ends in `.err`.
        limit: after how many seconds the process and all that it started is ended.
        environment: the environment; by default that of this process.

    Raises:
        OSError: there is no such program.
    """
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    actions = [
        (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
        (os.POSIX_SPAWN_OPEN, 1, str(out), flags, 0o644),
        (os.POSIX_SPAWN_OPEN, 2, str(out.with_suffix(".err")), flags, 0o644),
    ]
    started = time.perf_counter()
    process = os.posix_spawn(
        command[0],
        list(command),
        dict(os.environ if environment is None else environment),
        file_actions=actions,
        setpgroup=0,
    )
    # The process leads a group of its own, so that its number names all that it started.
    late = threading.Event()

    def end() -> None:
        late.set()
        os.killpg(process, signal.SIGKILL)

    timer = threading.Timer(limit, end)
    timer.start()
    try:
        os.waitid(os.P_PID, process, os.WEXITED | os.WNOWAIT)
    finally:
        timer.cancel()
        timer.join()
        _, status, usage = os.wait4(process, 0)
    wall = time.perf_counter() - started
    code = None if late.is_set() else os.waitstatus_to_exitcode(status)
    return Cost(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss * 1024, code)


def median(costs: Sequence[Cost]) -> Cost:
    """The median of each figure, with the status of the last."""
    return Cost(
        statistics.median(cost.cpu for cost in costs),
        statistics.median(cost.wall for cost in costs),
        round(statistics.median(cost.peak for cost in costs)),
        costs[-1].status,
    )
