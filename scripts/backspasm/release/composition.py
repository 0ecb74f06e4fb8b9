"""A release before it is written: all its files, by their paths."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from backspasm.digest import sha256
from backspasm.errors import DataError
from backspasm.files import authored_files
from backspasm.release.citation import CITATION, LICENCE, shipped_file
from backspasm.release.manifest import Part, facts_of, manifest, release_iri
from backspasm.release.producers import PRODUCERS
from backspasm.release.readme import README, readme
from backspasm.release.sums import SUMS, is_safe, write_sums
from backspasm.serialisation import serialise_triples

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from backspasm.graph import Graph
    from backspasm.release.producers import Producer

__all__ = ["BESIDE", "NAMED_BY", "Composition", "compose"]

NAMED_BY = "backspasm.nq"
"""The file whose SHA-256 names the release."""

BESIDE = (README, "manifest.ttl", "manifest.jsonld", LICENCE, CITATION, SUMS)
"""The files of a release that are no form of the dataset."""


class Composition(NamedTuple):
    """The digest that names a release, and its files in the order of their paths."""

    digest: str
    files: dict[str, bytes]


def _ignore(_: str) -> None:
    pass


def compose(
    graph: Graph,
    *,
    producers: Sequence[Producer] = PRODUCERS,
    say: Callable[[str], None] = _ignore,
    conforms: bool = False,
) -> Composition:
    """Make every file of a release.

    Args:
        graph: what is released.
        producers: what makes its files; one of them makes `NAMED_BY`.
        say: is told the title of each part before it is made.
        conforms: whether the data is known to conform to the shapes.

    Raises:
        DataError: two producers make one path, or a path leads out of the folder; or data
            that calls itself this project's does not conform to the shapes.
    """
    quads = set(graph.quads())
    facts = facts_of(quads)
    if facts.own and not conforms:
        _check_shapes(graph)
    parts = []
    for producer in producers:
        say(producer.title)
        parts.append(Part(producer, producer.files(graph)))
    files = _by_path(parts)
    digest = sha256(files[NAMED_BY])
    say("The manifest")
    triples = manifest(digest, quads, facts, parts)
    own = {"release": release_iri(digest).value + "#"}
    files["manifest.ttl"] = serialise_triples(triples, "turtle", own)
    files["manifest.jsonld"] = serialise_triples(triples, "jsonld", own)
    files[README] = readme(digest, facts, parts)
    if facts.own:
        files |= {name: shipped_file(name) for name in (CITATION, LICENCE)}
    files[SUMS] = write_sums(files)
    return Composition(digest, dict(sorted(files.items())))


def _check_shapes(graph: Graph) -> None:
    """The manifest says that the data conforms."""
    from backspasm.validation import validate

    files = getattr(graph, "files", None)
    if files is None or not validate(files).report.conforms:
        shipped = files == authored_files()
        raise DataError(
            "the data does not conform to the shapes",
            remedy=f"see what `backspasm validate{'' if shipped else ' FOLDER…'}` says",
        )


def _by_path(parts: Sequence[Part]) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    for producer, made in parts:
        for path, _, content in made:
            inside = path.startswith(f"{producer.folder}/") or not producer.folder
            if path in files or path in BESIDE or not is_safe(path) or not inside:
                raise DataError(
                    f"{producer.name} may not write it",
                    place=path,
                    remedy="give each file of a release a plain path of its own",
                )
            files[path] = content
    return files
