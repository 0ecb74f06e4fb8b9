"""A release made again from what it says, and compared with what stands there.

Only the version that wrote a release makes the same of it. Which one that was, its vocabulary
says, and with it the digest that names the release.
"""

from __future__ import annotations

import json
import sys
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import pyoxigraph

from backspasm import __version__
from backspasm.dataset import Dataset
from backspasm.digest import sha256
from backspasm.distribution import Distribution
from backspasm.errors import BackspasmError
from backspasm.files import parse_content
from backspasm.release.agreement import Finding, misstated
from backspasm.release.bounds import MEMORY, within
from backspasm.release.composition import NAMED_BY, compose
from backspasm.release.contents import differing, made_anew
from backspasm.release.manifest import facts_of, release_iri
from backspasm.release.producers import PRODUCERS
from backspasm.release.reading import read_within
from backspasm.release.readme import README
from backspasm.release.statement import named
from backspasm.release.sums import SUMS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from backspasm.graph import Graph
    from backspasm.release.producers import Producer

__all__ = ["SECONDS", "Remade", "remade", "remade_within"]

SECONDS = 120.0
"""How long it may take. The shipped data takes less than ten."""

_FEW = 3
"""How many files of one folder are named."""

_AS_FOUND = {
    "turtle": ("backspasm.ttl", "text/turtle"),
    "trig": ("backspasm.trig", "application/trig"),
    "rdf12": ("backspasm-rdf12.trig", "application/trig"),
    "parquet": ("parquet/", "application/vnd.apache.parquet"),
}
"""Forms whose bytes hang on libraries: taken as they stand there, by path and media type."""

_WEIGHTS = (named("dcat:byteSize"), named("spdx:checksumValue"))
"""What is compared with the files that stand there."""

_WRONG = f"not what version {__version__} makes of {NAMED_BY}"
_MORE = f"not among what version {__version__} makes of {NAMED_BY}"

_CODE = "from backspasm.release.remaking import main; main()"


class Remade(NamedTuple):
    """What came of it.

    Attributes:
        findings: what is not as it would be made.
        left: why it, or some of it, could not be made again, or "".
    """

    findings: list[Finding]
    left: str


class _Held(Dataset):
    """The graph of a release, which has all that is derived already."""

    def __init__(self, quads: list[pyoxigraph.Quad]) -> None:
        store = pyoxigraph.Store()
        store.extend(quads)
        super().__init__([], store)
        self.held = quads

    def quads(self) -> Iterator[pyoxigraph.Quad]:
        yield from self.held


def remade_within(folder: str, right: Collection[str], there: Collection[str]) -> Remade:
    """The same as `remade`, in a process of its own that ends when it takes too much."""
    asked = json.dumps({"folder": folder, "right": sorted(right), "there": sorted(there)})
    answer = within(_CODE, asked.encode(), SECONDS)
    if answer is None:
        most = f"{SECONDS:g} seconds and {MEMORY >> 30} GiB"
        return Remade([], f"it could not be made again within {most}")
    told = json.loads(answer)
    return Remade([Finding(*finding) for finding in told["findings"]], told["left"])


def main() -> None:
    """Answer what `remade_within` asks."""
    sys.stdout.write(json.dumps(remade(**json.load(sys.stdin))._asdict()))


def remade(folder: str, right: Collection[str], there: Collection[str]) -> Remade:
    """Make a release again, and compare.

    Nothing is compared where `NAMED_BY` is not what the manifest describes.

    Args:
        folder: where the release is.
        right: those of its files whose digest is right.
        there: the paths of all its files.
    """
    content = read_within(folder, NAMED_BY)
    try:
        quads = list(parse_content(NAMED_BY, content))
        told = _triples(read_within(folder, "manifest.ttl"))
        dataset = release_iri(sha256(content))
        if pyoxigraph.Triple(dataset, named("rdf:type"), named("dcat:Dataset")) not in told:
            return Remade([], "")
        version = facts_of(quads).version
        if version != __version__:
            return Remade([], f"version {version or 'unknown'} wrote it, and this is {__version__}")
        held = _Held(quads)
        anew, left = made_anew(held)
        producers = list(_producers(folder, right, anew))
        made = compose(held, producers=producers, conforms=True).files
    except BackspasmError as error:
        return Remade([], f"it could not be made again: {error}")
    findings = [*_lists(made, anew, right, there), *differing(folder, anew, right)]
    wrong = [
        path
        for path in right
        if path in made and not _only_found(path) and read_within(folder, path) != made[path]
    ]
    found = ((_of(start, right), _of(start, there)) for start, _ in _AS_FOUND.values())
    if not all(good and good == every for good, every in found):
        # What weighs them cannot be known; that they are wrong is told.
        return Remade([*findings, *_told((p for p in wrong if p != README), _WRONG)], left)
    true = {triple for triple in _triples(made["manifest.ttl"]) if triple.predicate not in _WEIGHTS}
    told = {triple for triple in told if triple.predicate not in _WEIGHTS}
    return Remade([*findings, *_told(wrong, _WRONG), *misstated(dataset, told, true)], left)


def _lists(
    made: Collection[str], anew: Collection[str], right: Collection[str], there: Collection[str]
) -> Iterator[Finding]:
    """The files that are not there, and those that this version does not make."""
    for path in (*dict.fromkeys((*made, *anew)), *(start for start, _ in _AS_FOUND.values())):
        if not _of(path, there):
            yield Finding(path, "is missing")
    yield from _told((path for path in sorted(right) if path not in made), _MORE)


def _triples(manifest: bytes) -> set[pyoxigraph.Triple]:
    return {quad.triple for quad in parse_content("manifest.ttl", manifest)}


def _producers(folder: str, right: Collection[str], anew: Collection[str]) -> Iterator[Producer]:
    for producer in PRODUCERS:
        if producer.name not in _AS_FOUND:
            yield producer
            continue
        start, media_type = _AS_FOUND[producer.name]
        found = [
            Distribution(path, media_type, read_within(folder, path))
            for path in _of(start, right)
            if path in anew or not _of(start, anew)
        ]
        if found:
            yield producer._replace(files=partial(_given, found))


def _of(start: str, paths: Iterable[str]) -> list[str]:
    """Those of some paths that are a file, or in a folder."""
    return sorted(p for p in paths if p == start or (start[-1] == "/" and p.startswith(start)))


def _given(found: list[Distribution], _: Graph) -> list[Distribution]:
    return found


def _only_found(path: str) -> bool:
    """Whether a file was not made, or is compared by what it says."""
    starts = (*(start for start, _ in _AS_FOUND.values()), "manifest.ttl", "manifest.jsonld", SUMS)
    return any(_of(start, [path]) for start in starts)


def _told(wrong: Iterable[str], problem: str) -> Iterator[Finding]:
    """A finding for each file, or for a folder where there are many."""
    by_folder: dict[str, list[str]] = {}
    for path in wrong:
        by_folder.setdefault(path.rpartition("/")[0], []).append(path)
    for above, several in by_folder.items():
        if len(several) > _FEW and above:
            yield Finding(f"{above}/", f"{len(several)} of its files are {problem}")
        else:
            yield from (Finding(path, f"is {problem}") for path in several)
