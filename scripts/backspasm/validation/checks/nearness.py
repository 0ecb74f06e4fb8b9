"""Which of the known names is nearest to one that is not known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backspasm.namespaces import last_cut, shorten

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["did_you_mean", "nearest"]

CUTOFF = 0.75
"""How alike two local names must be, from 0 to 1."""

SLACK = 3
"""By how many characters the lengths may differ."""


def nearest(iri: str, known: Iterable[str], cutoff: float = CUTOFF) -> list[str]:
    """The known IRIs of the same namespace with the most similar local names, at most three.

    Only where there is none: those of any namespace with the very same local name.
    """
    import difflib

    known = list(known)
    cut = last_cut(iri)
    space, local = iri[:cut], iri[cut:].casefold()
    here: dict[str, str] = {}
    for one in sorted(known):
        if one.startswith(space) and abs(len(one) - len(iri)) <= SLACK and one != iri:
            here.setdefault(one[cut:].casefold(), one)
    near = difflib.get_close_matches(local, here, n=3, cutoff=cutoff)
    if near:
        return [here[name] for name in near]
    alike = {one for one in known if one != iri and one[last_cut(one) :].casefold() == local}
    return sorted(alike)[:3]


def did_you_mean(iri: str, known: Iterable[str], otherwise: str) -> str:
    """The remedy for an unknown name: the nearest known ones, or another remedy."""
    near = nearest(iri, known)
    return f"Did you mean {' or '.join(map(shorten, near))}?" if near else otherwise
