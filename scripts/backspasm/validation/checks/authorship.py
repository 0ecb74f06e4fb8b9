"""Triples that only the rules may write, authored by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backspasm.namespaces import BSV, RDFS, shorten
from backspasm.validation.checks.triples import TYPE
from backspasm.validation.finding import Finding
from backspasm.validation.naming import blank

if TYPE_CHECKING:
    from collections.abc import Iterator

    from backspasm.validation.checks.index import Index

__all__ = ["authored_edges"]

ROLES = frozenset(BSV + name for name in ("Cause", "RiskFactor", "MechanismStep"))
"""The classes that only the rules give."""

STEPS = frozenset(BSV + name for name in ("stepFrom", "stepTo", "nextFrom", "licenses"))
"""What the rules write beside records."""


def authored_edges(index: Index) -> Iterator[Finding]:
    """An edge, role, match or record list that stands in the data, not only in what is derived.

    An authored triple is told of when the rules derive the very same: our shapes take it
    for derived, so nothing else finds it. An edge, a role or a match that the rules do
    not derive is found by `bsh:edge-licensed`, the shapes of the roles and
    `bsh:match-mapped`, so it is not told of twice. Of the lists of records (the
    properties below `bsv:record`) and the steps (`bsv:stepFrom`, `bsv:stepTo`,
    `bsv:nextFrom`, `bsv:licenses`) the shapes check the class alone, so these are told of
    in any case. A kind above another and `bsv:passage` are written by people, too.
    """
    derived = {row[:3] for row in index.derived.rows}
    records = _records(index)
    for row in index.data.rows:
        subject, path, value, _ = row
        if path not in records and (row[:3] not in derived or _may_be_written(path, value)):
            continue
        edge = BSV + "ClaimPredicate" in index.context.values(path, TYPE)
        what = f"{shorten(path)} {shorten(value)}" if not value.startswith('"') else shorten(path)
        yield Finding(
            severity="violation",
            rule="authored-edge",
            message=f"{_text(subject)} {what} is written by hand"
            + (", though only claims make edges." if edge else ", though only the rules write it."),
            remedy="Remove it: the rules draw the edge from the claims."
            if edge
            else "Remove it: the rules derive it from the records.",
            focus=subject,
            path=path,
            value=value,
        )


def _may_be_written(path: str, value: str) -> bool:
    return path == BSV + "passage" or (path == TYPE and value not in ROLES)


def _records(index: Index) -> set[str]:
    """The properties that only the rules write, and no shape guards."""
    found = {BSV + "record"}
    pending = [BSV + "record"]
    above: dict[str, list[str]] = {}
    for subject, predicate, value, _ in index.context.rows:
        if predicate == RDFS + "subPropertyOf":
            above.setdefault(value, []).append(subject)
    while pending:
        for one in above.get(pending.pop(), ()):
            if one not in found:
                found.add(one)
                pending.append(one)
    return found | STEPS


def _text(node: str) -> str:
    return blank(node) if node.startswith("_:") else shorten(node)
