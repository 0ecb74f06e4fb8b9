"""The program `backspasm`: the command line as a process of its own."""

from __future__ import annotations

import gc
import os
import signal
import sys

# Commands live for a tenth of a second: looking for cycles while modules are
# imported costs more than it frees.
gc.set_threshold(100_000)

from backspasm.cli import main  # noqa: E402 (the line above must run first)


def run() -> None:
    """Run the command line and end the process with its exit status.

    Ctrl-C ends it at once, also in the middle of a query, which Python could not
    interrupt. The process ends without tearing down the interpreter, as that
    takes as long as a query.
    """
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    status = main()
    os._exit(_flushed(status))


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
