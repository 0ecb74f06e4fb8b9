"""Whether the files of a release say the same: the graph, its other forms, and the manifest."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pyoxigraph

from backspasm.errors import BackspasmError
from backspasm.files import parse_content
from backspasm.namespaces import shorten
from backspasm.release.bounds import canonical_within
from backspasm.release.composition import BESIDE, NAMED_BY
from backspasm.release.manifest import release_iri
from backspasm.release.reading import Entry, read_within
from backspasm.release.statement import named
from backspasm.release.statistics import COUNTS, statistics
from backspasm.release.sums import digest_of_folder

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["AGAIN", "Finding", "disagreements"]

AGAIN = "download the release again"
_COUNTS = frozenset(map(named, COUNTS))


class Finding(NamedTuple):
    """What is wrong with one file of a release, and what to do."""

    path: str
    problem: str
    remedy: str = AGAIN

    def __str__(self) -> str:
        """One line of letters that a terminal shows as they are."""
        line = " ".join(f"{self.path}: {self.problem}; {self.remedy}".split())
        return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in line)


def disagreements(folder: str, files: Mapping[str, Entry]) -> Iterator[Finding]:
    """Compare the files of a release with each other.

    Args:
        folder: where it is.
        files: those of its files whose digest is right.
    """
    quads = None
    if NAMED_BY in files:
        try:
            quads = _read(folder, NAMED_BY)
            yield from _forms(folder, files, quads)
        except BackspasmError as error:
            yield Finding(NAMED_BY, f"cannot be compared: {error}")
    if "manifest.ttl" in files:
        try:
            yield from _manifest(folder, files, quads)
        except BackspasmError as error:
            yield Finding("manifest.ttl", f"cannot be compared: {error}")


def _read(folder: str, path: str) -> set[pyoxigraph.Quad]:
    return set(parse_content(path, read_within(folder, path)))


def _forms(
    folder: str, files: Mapping[str, Entry], quads: set[pyoxigraph.Quad]
) -> Iterator[Finding]:
    """The other forms of the graph, and whether the one that names it is canonical."""
    content = canonical_within(quads, NAMED_BY)
    if content != read_within(folder, NAMED_BY):
        yield Finding(NAMED_BY, "is not in the canonical form of RDFC-1.0")
    union = {pyoxigraph.Quad(*quad.triple) for quad in quads}
    for path, same in (
        ("backspasm.trig", content),
        ("backspasm.jsonld", content),
        ("backspasm.ttl", canonical_within(union, NAMED_BY)),
    ):
        if path in files:
            yield from _other(folder, path, same)


def _other(folder: str, path: str, same: bytes) -> Iterator[Finding]:
    try:
        if canonical_within(_read(folder, path), path) != same:
            yield Finding(path, f"holds other RDF than {NAMED_BY}")
    except BackspasmError as error:
        yield Finding(path, f"cannot be compared: {error}")


def _manifest(
    folder: str, files: Mapping[str, Entry], quads: set[pyoxigraph.Quad] | None
) -> Iterator[Finding]:
    triples = {quad.triple for quad in _read(folder, "manifest.ttl")}
    if "manifest.jsonld" in files:
        same = canonical_within({pyoxigraph.Quad(*triple) for triple in triples}, "manifest.ttl")
        for finding in _other(folder, "manifest.jsonld", same):
            yield finding._replace(problem=finding.problem.replace(NAMED_BY, "manifest.ttl"))
    datasets = {t.subject for t in triples if t.object == named("dcat:Dataset")}
    if quads is None:
        return
    dataset = release_iri(files[NAMED_BY].digest)
    if datasets != {dataset}:
        described = ", ".join(sorted(map(str, datasets))) or "no dataset"
        yield Finding("manifest.ttl", f"describes {described}, but {NAMED_BY} is {dataset}")
        return
    yield from _described(dataset, triples, files)
    yield from _counted(dataset, triples, quads)


def _described(
    dataset: pyoxigraph.NamedNode, triples: set[pyoxigraph.Triple], files: Mapping[str, Entry]
) -> Iterator[Finding]:
    """Sizes and checksums, and whether each file has them."""
    said = _by_subject(triples)
    left = {path for path in files if path not in BESIDE}
    for one in sorted(map(_value, said.get(dataset.value, {}).get("dcat:distribution", []))):
        path = one.removeprefix(dataset.value + "/")
        covered = {p for p in files if p == path or (path.endswith("/") and p.startswith(path))}
        if not covered:
            yield Finding("manifest.ttl", f"describes {path}, which is missing or wrong")
        left -= covered
        size = sum(files[p].size for p in covered)
        if covered and _first(said, one, "dcat:byteSize") != str(size):
            yield Finding(path, f"has {size} bytes, and the manifest says otherwise")
        checksum = _first(said, one, "spdx:checksum")
        value = _first(said, checksum, "spdx:checksumValue").lower()
        digests = {p: files[p].digest for p in covered}
        own = digest_of_folder(digests) if path.endswith("/") else digests.get(path)
        if covered and value != own:
            yield Finding(path, "has another SHA-256 than the manifest says")
    for path in sorted(left):
        yield Finding(path, "is not described in manifest.ttl")


def _counted(
    dataset: pyoxigraph.NamedNode,
    triples: set[pyoxigraph.Triple],
    quads: set[pyoxigraph.Quad],
) -> Iterator[Finding]:
    true, told = (
        {triple for triple in several if triple.predicate in _COUNTS}
        for several in (statistics(dataset, quads), triples)
    )
    for triple in sorted(told - true, key=str):
        of = _value(triple.subject).removeprefix(dataset.value) or "the dataset"
        number = f"{shorten(triple.predicate.value)} {_value(triple.object)}"
        yield Finding("manifest.ttl", f"says {number} of {of}, which is not so")
    for triple in sorted(true - told, key=str):
        of = _value(triple.subject).removeprefix(dataset.value) or "the dataset"
        number = f"{shorten(triple.predicate.value)} {_value(triple.object)}"
        yield Finding("manifest.ttl", f"does not say {number} of {of}")


def _by_subject(triples: set[pyoxigraph.Triple]) -> dict[str, dict[str, list[object]]]:
    said: dict[str, dict[str, list[object]]] = {}
    for subject, predicate, target in sorted(triples, key=str):
        properties = said.setdefault(_value(subject), {})
        properties.setdefault(shorten(predicate.value), []).append(target)
    return said


def _first(said: dict[str, dict[str, list[object]]], subject: str, prop: str) -> str:
    return _value(next(iter(said.get(subject, {}).get(prop, [])), ""))


def _value(term: object) -> str:
    return str(getattr(term, "value", term))
