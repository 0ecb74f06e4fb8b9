"""What is made of data that others wrote, within a time and some memory.

RDFC-1.0 takes for ever with datasets that are made for it (section 7.1), and nothing stops
Oxigraph while it works. So data with blank nodes is canonicalised in a process of its own.
"""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pyoxigraph

from backspasm.digest import canonical_nquads
from backspasm.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Collection

__all__ = ["MEMORY", "SECONDS", "canonical_within", "within"]

SECONDS = 60.0
"""How long it may take. The shipped data takes less than one."""

MEMORY = 1 << 32
"""How many bytes of memory it may take: four gibibytes."""

_LIMITED = f"import resource; resource.setrlimit(resource.RLIMIT_AS, ({MEMORY}, {MEMORY}))\n"
_CODE = """
import sys, pyoxigraph
from backspasm.digest import canonical_nquads
quads = pyoxigraph.parse(sys.stdin.buffer.read(), pyoxigraph.RdfFormat.N_QUADS)
sys.stdout.buffer.write(canonical_nquads(quads))
"""


def canonical_within(quads: Collection[pyoxigraph.Quad], place: str) -> bytes:
    """Quads in the canonical form of RDFC-1.0.

    Args:
        quads: the quads.
        place: the file that they come from.

    Raises:
        DataError: it takes more than `SECONDS`, or more memory than there is.
    """
    content = pyoxigraph.serialize(quads, format=pyoxigraph.RdfFormat.N_QUADS) or b""
    if b"_:" not in content:
        return canonical_nquads(quads)
    canonical = within(_CODE, content, SECONDS)
    if canonical is None:
        raise DataError(
            f"its blank nodes cannot be told apart in {SECONDS:g} seconds",
            place=place,
            remedy="it may be made to be hard: do not use it",
        )
    return canonical


def within(code: str, content: bytes, seconds: float) -> bytes | None:
    """What code of ours prints in a process of its own.

    Args:
        code: the program.
        content: what it reads.
        seconds: how long it may take.

    Returns:
        What it printed; None where it took longer, or more than `MEMORY`, or failed.
    """
    package = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    paths = os.pathsep.join(filter(None, [package, os.environ.get("PYTHONPATH")]))
    try:
        # -P: nothing is imported from the folder where the user stands.
        return subprocess.run(  # noqa: S603 (our own code)
            [sys.executable, "-P", "-c", _LIMITED + code],
            input=content,
            env={**os.environ, "PYTHONPATH": paths},
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
            check=True,
        ).stdout
    except subprocess.SubprocessError:
        return None
