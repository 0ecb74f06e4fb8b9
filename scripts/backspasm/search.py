"""Finding concepts by label, synonym or mapped id."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from backspasm.concepts import read_concepts
from backspasm.errors import did_you_mean
from backspasm.terms import fold, names

if TYPE_CHECKING:
    from backspasm.graph import Graph
    from backspasm.terms import Name

__all__ = ["Hit", "nearest", "search"]


class Hit(NamedTuple):
    """A concept that was found, and the name by which it was found."""

    concept: str
    kind: str
    label: str
    matched: str
    role: str


def search(dataset: Graph, text: str) -> list[Hit]:
    """The concepts one of whose names holds a text, the nearest first.

    Args:
        dataset: where to look.
        text: words or part of a word, or a public id; case and hyphens do not matter.

    Returns:
        One hit for each concept, by its best name: whole names come before
        beginnings, these before whole words inside, and these before the rest.
    """
    concepts = read_concepts(dataset)
    wanted = fold(text)
    best: dict[str, tuple[int, int, Name]] = {}
    for entry in names(dataset):
        rank = _rank(wanted, fold(entry.text))
        if entry.iri not in concepts or rank is None:
            continue
        candidate = (rank, _ROLES.index(entry.role), entry)
        if entry.iri not in best or candidate < best[entry.iri]:
            best[entry.iri] = candidate
    return [
        Hit(iri, concepts[iri].kind, concepts[iri].label, entry.text, entry.role)
        for _, _, iri, entry in sorted(
            (rank, role, iri, entry) for iri, (rank, role, entry) in best.items()
        )
    ]


def nearest(dataset: Graph, text: str) -> str:
    """A remedy for a search that found nothing: the nearest names, or another thing to try."""
    known = [entry.text for entry in names(dataset) if entry.role in ("label", "synonym")]
    return did_you_mean(text, known, otherwise="try fewer letters")


_ROLES = ("label", "id", "synonym", "mapped id")


def _rank(wanted: str, name: str) -> int | None:
    if not wanted or wanted not in name:
        return None
    if name == wanted:
        return 0
    if name.startswith(wanted):
        return 1
    return 2 if f" {wanted} " in f" {name} " else 3
