"""Triples as rows of text, which all of a validation shares."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph

if TYPE_CHECKING:
    from collections.abc import Iterable

    Statement = pyoxigraph.Quad | pyoxigraph.Triple

__all__ = ["Row", "is_iri", "rows"]

Row = tuple[str, str, str, "pyoxigraph.Literal | None"]
"""Subject, predicate, object, and the object once more where it is a literal.

IRIs are in full and without brackets, blank nodes with `_:`, literals and triple terms as
in N-Triples.
"""


def is_iri(text: str) -> bool:
    """Whether an object of a row is an IRI."""
    return not text.startswith(('"', "_:", "<<"))


def rows(statements: Iterable[Statement]) -> list[Row]:
    """The rows of triples or quads, in their order. Equal names are one string."""
    named, literal = pyoxigraph.NamedNode, pyoxigraph.Literal
    same: dict[str, str] = {}
    once = same.setdefault
    found: list[Row] = []
    for one in statements:
        subject, value = one.subject, one.object
        who = subject.value if type(subject) is named else str(subject)
        path = one.predicate.value
        if type(value) is named:
            what = value.value
            found.append((once(who, who), once(path, path), once(what, what), None))
        else:
            kept = value if type(value) is literal else None
            what = f"<<( {value} )>>" if isinstance(value, pyoxigraph.Triple) else str(value)
            found.append((once(who, who), once(path, path), once(what, what), kept))
    return found
