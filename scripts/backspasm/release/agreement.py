"""Whether the files of a release say the same: the graph, its other forms, and the manifest."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pyoxigraph

from backspasm.errors import BackspasmError
from backspasm.files import parse_content
from backspasm.namespaces import shorten
from backspasm.release.bounds import canonical_within
from backspasm.release.composition import BESIDE, NAMED_BY
from backspasm.release.manifest import DISTRIBUTION, facts_of, owed, release_iri
from backspasm.release.reading import Entry, read_within
from backspasm.release.readme import README
from backspasm.release.statement import named
from backspasm.release.statistics import COUNTS, statistics
from backspasm.release.sums import digest_of_folder

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

__all__ = ["AGAIN", "Finding", "disagreements", "misstated"]

AGAIN = "download the release again"
_FACTS = frozenset(map(named, (*COUNTS, "dcterms:license", "dcat:version", "foaf:name")))
_TITLE = named("dcterms:title")


class Finding(NamedTuple):
    """What is wrong with one file of a release, and what to do."""

    path: str
    problem: str
    remedy: str = AGAIN

    def __str__(self) -> str:
        """One line of letters that a terminal shows as they are."""
        line = " ".join(f"{self.path}: {self.problem}; {self.remedy}".split())
        return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in line)


def disagreements(
    folder: str, files: Mapping[str, Entry], there: Collection[str]
) -> Iterator[Finding]:
    """Compare the files of a release with each other.

    Args:
        folder: where it is.
        files: those of its files whose digest is right.
        there: the paths of all its files.
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
            yield from _manifest(folder, files, there, quads)
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
    folder: str,
    files: Mapping[str, Entry],
    there: Collection[str],
    quads: set[pyoxigraph.Quad] | None,
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
    if README in files and dataset.value.encode() not in read_within(folder, README):
        yield Finding(README, "does not name this release")
    yield from _described(dataset, triples, files, there)
    yield from _facts(dataset, triples, quads)


def _described(
    dataset: pyoxigraph.NamedNode,
    triples: set[pyoxigraph.Triple],
    files: Mapping[str, Entry],
    there: Collection[str],
) -> Iterator[Finding]:
    """Sizes and checksums, and whether each file has them."""
    said = _by_subject(triples)
    left = {path for path in files if path not in BESIDE}
    for one in sorted(map(_value, said.get(dataset.value, {}).get("dcat:distribution", []))):
        path = one.removeprefix(dataset.value + "/")
        covered = {p: files[p] for p in files if _is_of(path, p)}
        if not covered:
            yield Finding("manifest.ttl", f"describes {path}, which is missing or wrong")
        elif covered.keys() >= {p for p in there if _is_of(path, p)}:  # else that is told
            yield from _weighed(path, covered, said, one)
        left -= covered.keys()
    for path in sorted(left):
        yield Finding(path, "is not described in manifest.ttl")


def _is_of(path: str, file: str) -> bool:
    return file == path or (path.endswith("/") and file.startswith(path))


def _weighed(
    path: str, files: Mapping[str, Entry], said: dict[str, dict[str, list[object]]], one: str
) -> Iterator[Finding]:
    """The size and checksum of a file, or of all files of a folder."""
    size = sum(entry.size for entry in files.values())
    if _first(said, one, "dcat:byteSize") != str(size):
        yield Finding(path, f"has {size} bytes, and the manifest says otherwise")
    value = _first(said, _first(said, one, "spdx:checksum"), "spdx:checksumValue").lower()
    digests = {name: entry.digest for name, entry in files.items()}
    if value != (digest_of_folder(digests) if path.endswith("/") else digests[path]):
        yield Finding(path, "has another SHA-256 than the manifest says")


def _facts(
    dataset: pyoxigraph.NamedNode,
    triples: set[pyoxigraph.Triple],
    quads: set[pyoxigraph.Quad],
) -> Iterator[Finding]:
    """What every version says of the data: counts, title, licence and whose it is."""
    described = [triple.object for triple in triples if triple.predicate == DISTRIBUTION]
    facts = {*statistics(dataset, quads), *owed(dataset, facts_of(quads), described)}
    told, true = (
        {
            t
            for t in several
            if t.predicate in _FACTS or (t.subject == dataset and t.predicate == _TITLE)
        }
        for several in (triples, facts)
    )
    yield from misstated(dataset, told, true)


def misstated(
    dataset: pyoxigraph.NamedNode, told: set[pyoxigraph.Triple], true: set[pyoxigraph.Triple]
) -> Iterator[Finding]:
    """What a manifest says that is not so, and what it does not say.

    Args:
        dataset: the release that it describes.
        told: what it says.
        true: what it should say.
    """
    for said, of in _grouped(dataset, told - true):
        yield Finding("manifest.ttl", f"says {said} of {of}, which is not so")
    for said, of in _grouped(dataset, true - told):
        yield Finding("manifest.ttl", f"does not say {said} of {of}")


def _grouped(
    dataset: pyoxigraph.NamedNode, triples: set[pyoxigraph.Triple]
) -> list[tuple[str, str]]:
    """What is said, and of what: the first of its subjects, and how many more."""
    subjects: dict[str, list[str]] = {}
    for triple in sorted(triples, key=lambda one: (str(one.predicate), _value(one.subject))):
        said = f"{shorten(triple.predicate.value)} {_value(triple.object)}"
        of = _value(triple.subject).removeprefix(dataset.value).removeprefix("/")
        subjects.setdefault(said, []).append(of or "the dataset")
    return [
        (said, of[0] + (f" and {len(of) - 1} more" if of[1:] else ""))
        for said, of in subjects.items()
    ]


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
