"""Claims that say what another claim says already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backspasm.namespaces import BSV, OWL, RDF, shorten
from backspasm.validation.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from backspasm.validation.checks.index import Index

__all__ = ["duplicate_claims"]

WORDING = frozenset(
    BSV + name for name in ("statement", "curatorNote", "contradicts", "hedge", "evidenceWording")
)
"""How a claim is told, not what it says: two that differ only in this are one."""


def duplicate_claims(index: Index) -> Iterator[Finding]:
    """A claim that differs from an earlier one in its name and wording alone.

    All else is equal: subject, predicate, object, polarity, certainty and all that limits
    the claim, and its passages. What is said in two places of a text is two claims.
    Withdrawn claims do not count.
    """
    first: dict[frozenset[tuple[str, str]], str] = {}
    for claim in _claims(index):
        said = index.data.about.get(claim) or index.context.about[claim]
        if OWL + "deprecated" in said or BSV + "passage" not in said:
            continue
        key = frozenset(
            (path, value)
            for path, values in said.items()
            if path not in WORDING
            for value in values
        )
        other = first.setdefault(key, claim)
        if other != claim and claim in index.data.about:
            yield Finding(
                severity="violation",
                rule="duplicate-claim",
                message=f"{shorten(claim)} says the same as {shorten(other)}, "
                "at the same place of the text.",
                remedy="Remove one of the two claims, or say in what they differ.",
                focus=claim,
                path=RDF + "object",
                value=next(iter(said.get(RDF + "object", [""]))),
            )


def _claims(index: Index) -> Iterator[str]:
    """All claims, those of the context first, so that what is told of is in the data."""
    kind = BSV + "Claim"
    yield from index.context.instances.get(kind, ())
    yield from index.data.instances.get(kind, ())
