"""The program `backspasm`: the command line as a process of its own."""

from __future__ import annotations

import gc
import os
import signal
import sys

# Commands live for a tenth of a second: looking for cycles while modules are
# imported costs more than it frees.
gc.set_threshold(100_000)


def run() -> None:
    """Run the command line and end the process with its exit status.

    Ctrl-C ends it at once, also in the middle of a query, which Python could not
    interrupt. The process ends without tearing down the interpreter, as that
    takes as long as a query.
    """
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    os._exit(_flushed(_status()))


def _status() -> int:
    """The exit status; a program that cannot even be imported has found nothing."""
    try:
        from backspasm.cli import main
    except Exception as error:  # noqa: BLE001 (whatever a broken package raises)
        what = " ".join(f"{type(error).__name__}: {error}".split())
        os.write(2, f"backspasm: cannot start: {what}; install it again\n".encode())
        return 2
    return main()


def _flushed(status: int) -> int:
    """The exit status once what was printed is out; whoever closed a pipe has seen enough."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        return status
    except OSError as error:
        if status == 0:  # else what went wrong was said already
            os.write(2, f"backspasm: standard output: {error.strerror}; use --output\n".encode())
        return 2
    return status


if __name__ == "__main__":
    run()
