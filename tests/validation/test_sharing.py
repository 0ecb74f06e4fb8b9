"""Work that is shared among processes."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import cast

import pytest

from backspasm.errors import BackspasmError, FileError
from backspasm.validation.engines.sharing import Team


def _killed() -> int:
    os.kill(os.getpid(), signal.SIGKILL)
    return 0


def _broken() -> int:
    raise FileError("cannot be read", place="a.ttl", remedy="mend it")


def test_results_have_the_order_of_the_works() -> None:
    works = [partial(pow, 2, number) for number in range(20)]
    assert Team(3).each(works) == Team(1).each(works) == [2**number for number in range(20)]


def test_one_does_all_itself() -> None:
    assert set(Team(1).each([os.getpid, os.getpid])) == {os.getpid()}
    with Team(1).beside(os.getpid) as told:
        assert told() == os.getpid()


def test_several_share() -> None:
    assert os.getpid() not in Team(2).each([os.getpid, os.getpid])
    with Team(2).beside(os.getpid) as told:
        assert told() != os.getpid()


def test_no_more_work_at_a_time_than_there_are_jobs() -> None:
    """What is done beside counts too."""
    now = multiprocessing.get_context("fork").Value("i", 0)

    def work() -> int:
        with now.get_lock():
            now.value += 1
            most = int(now.value)
        time.sleep(0.05)
        with now.get_lock():
            now.value -= 1
        return most

    team = Team(2)
    with team.beside(work) as told:
        found = [*team.each([work] * 6), told()]
    assert max(found) == 2


@pytest.mark.parametrize("jobs", [1, 2])
def test_errors_arrive_whole(jobs: int) -> None:
    with pytest.raises(BackspasmError) as caught:
        Team(jobs).each([os.getpid, _broken])
    error = caught.value
    assert (type(error), error.problem, error.place, error.remedy) == (
        FileError,
        "cannot be read",
        "a.ttl",
        "mend it",
    )
    with Team(jobs).beside(_broken) as told, pytest.raises(FileError):
        told()


def test_a_process_that_is_killed_ends_the_work() -> None:
    with pytest.raises(RuntimeError, match="before its work"):
        Team(2).each([_killed, os.getpid])
    with Team(2).beside(_killed) as told, pytest.raises(RuntimeError, match="before its work"):
        told()


needs_proc = pytest.mark.skipif(
    not Path("/proc/self").exists(), reason="no /proc to look for processes in"
)


def _processes(folder: Path) -> list[int]:
    """The processes that said that they work, and are still there."""
    return [int(path.name) for path in folder.iterdir() if Path(f"/proc/{path.name}").exists()]


def _sleep(folder: Path) -> int:
    (folder / str(os.getpid())).touch()
    time.sleep(60)
    return 0


def _wait_until(holds: Callable[[], bool]) -> None:
    for _ in range(200):
        if holds():
            return
        time.sleep(0.05)
    raise AssertionError


@needs_proc
def test_an_error_ends_what_is_done_beside(tmp_path: Path) -> None:
    sleep = partial(_sleep, tmp_path)
    with pytest.raises(FileError), Team(2).beside(sleep):  # noqa: PT012 (it must have begun)
        _wait_until(lambda: _processes(tmp_path) != [])
        _broken()
    assert _processes(tmp_path) == []
    works: list[Callable[[], int]] = [_broken, sleep]
    with pytest.raises(FileError):
        Team(2).each(works)
    assert _processes(tmp_path) == []


@needs_proc
@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGKILL])
def test_processes_end_with_the_one_that_started_them(tmp_path: Path, ending: int) -> None:
    sleep = partial(_sleep, tmp_path)
    start = multiprocessing.get_context("fork").Process(target=Team(2).each, args=([sleep] * 4,))
    start.start()
    _wait_until(lambda: len(_processes(tmp_path)) == 2)
    os.kill(cast("int", start.pid), ending)
    start.join()
    _wait_until(lambda: _processes(tmp_path) == [])
