"""Forms whose bytes hang on libraries, made again and compared by what they say.

The other forms of the graph say what `NAMED_BY` says; these are made of it by a version.
"""

from __future__ import annotations

import base64
import json
from importlib.util import find_spec
from typing import TYPE_CHECKING

from backspasm import __version__
from backspasm.errors import BackspasmError
from backspasm.files import parse_content
from backspasm.release.agreement import Finding
from backspasm.release.bounds import canonical_within, within
from backspasm.release.composition import NAMED_BY
from backspasm.release.producers import PRODUCERS
from backspasm.release.reading import read_within

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from backspasm.graph import Graph

__all__ = ["UNREAD", "differing", "made_anew"]

UNREAD = "pyarrow, which reads Parquet, is not installed"

SECONDS = 30.0
"""How long it may take to read tables. Those of the shipped data take less than one."""

_OTHER = f"says other than what version {__version__} makes of {NAMED_BY}"

# A table that is made to be large stays in this process: only its digest leaves it.
_CODE = """
import base64, hashlib, json, sys
import pyarrow as pa
import pyarrow.parquet as pq

def digest(content):
    try:
        table = pq.read_table(pa.BufferReader(base64.b64decode(content)), use_threads=False)
        whole = {"show_field_metadata": True, "show_schema_metadata": True}
        told = [table.schema.to_string(truncate_metadata=False, **whole), table.to_pylist()]
        return hashlib.sha256(json.dumps(told, default=str).encode()).hexdigest()
    except (pa.ArrowException, OSError, ValueError, OverflowError):
        return ""

print(json.dumps([digest(content) for content in json.load(sys.stdin)]))
"""


def made_anew(graph: Graph) -> tuple[dict[str, bytes], str]:
    """The files of these forms by their paths, and why some could not be made, or "".

    Raises:
        DataError: the data does not follow the model.
    """
    arrow = find_spec("pyarrow") is not None
    names = {"rdf12", "parquet"} if arrow else {"rdf12"}
    made = (producer.files(graph) for producer in PRODUCERS if producer.name in names)
    files = {path: content for some in made for path, _, content in some}
    return files, "" if arrow else UNREAD


def differing(folder: str, made: Mapping[str, bytes], right: Collection[str]) -> Iterator[Finding]:
    """What says other than it should.

    Args:
        folder: where the release is.
        made: what `made_anew` made.
        right: those of its files whose digest is right.
    """
    found = {path: read_within(folder, path) for path in sorted(right) if path in made}
    other = {path: content for path, content in found.items() if content != made[path]}
    tables = {path: content for path, content in other.items() if path.endswith(".parquet")}
    for path in other.keys() - tables.keys():
        try:
            if _canonical(path, other[path]) != _canonical(path, made[path]):
                yield Finding(path, _OTHER)
        except BackspasmError as error:
            yield Finding(path, f"cannot be compared: {error}")
    told = _digests(tables.values())
    true = _digests([made[path] for path in tables])
    for path, one, same in zip(tables, told, true, strict=True):
        if not one:
            yield Finding(path, "cannot be read")
        elif one != same:
            yield Finding(path, _OTHER)


def _canonical(path: str, content: bytes) -> bytes:
    return canonical_within(set(parse_content(path, content)), path)


def _digests(tables: Collection[bytes]) -> list[str]:
    """A digest of what each table says; "" for what cannot be read."""
    if not tables:
        return []
    asked = json.dumps([base64.b64encode(content).decode() for content in tables])
    answer = within(_CODE, asked.encode(), SECONDS)
    told: list[str] = [""] * len(tables) if answer is None else json.loads(answer)
    return told
