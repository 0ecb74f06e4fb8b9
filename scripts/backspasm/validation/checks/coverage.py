"""Data that no shape looks at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backspasm.namespaces import OWL, RDF, RDFS, shorten
from backspasm.validation.checks.propertypaths import path_properties
from backspasm.validation.checks.targets import SH, focus_nodes, read_targets
from backspasm.validation.checks.triples import TYPE
from backspasm.validation.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from backspasm.validation.checks.index import Index

__all__ = ["unseen_nodes"]

_DECLARATIONS = (OWL, RDFS, SH, RDF + "Property")
"""What is of such a type is a word of a vocabulary and not data."""


def unseen_nodes(index: Index) -> Iterator[Finding]:
    """A subject of the data that no target selects and no path of a shape reaches.

    A node counts as seen when a target selects it, or when a property that stands in any
    path of any shape joins it to a node that is seen, in the direction of the path; a
    list is seen as a whole. That is more than the shapes reach in truth, so what is
    reported is never looked at. A blank node is told of once, at the node that holds it.

    Nothing is said where there is no target at all, where a target is written in SPARQL
    (`sh:target`, SHACL Advanced Features, section 3), and of what a vocabulary declares.
    """
    targets = list(read_targets(index.shapes_graph))
    if not targets or SH + "target" in index.shapes.objects:
        return
    # Mostly in the order of the data, which is quicker than any other.
    seen = dict.fromkeys(node for one in targets for node in focus_nodes(index.all, one))
    shapes = index.shapes.described
    far = {one for one in index.data.described if one not in seen and one not in shapes}
    said: dict[str, dict[str, list[str]]] = {}
    for subject, predicate, value, _ in index.data.rows:
        if subject in far:
            said.setdefault(subject, {}).setdefault(predicate, []).append(value)
    for subject in [one for one in said if _is_declared(said[one])]:
        del said[subject]
    if not said:
        return
    seen = _reached(index, seen)
    held = {row[2] for row in index.data.rows if row[2].startswith("_:")}
    for subject, values in said.items():
        if subject not in seen and subject not in held:
            yield _finding(subject, values, values.get(TYPE, []))


def _is_declared(said: dict[str, list[str]]) -> bool:
    """Whether a node is one of a vocabulary."""
    return any(kind.startswith(_DECLARATIONS) for kind in said.get(TYPE, ()))


def _finding(subject: str, said: dict[str, list[str]], types: list[str]) -> Finding:
    name = "a blank node" if subject.startswith("_:") else shorten(subject)
    kinds = " and ".join(map(shorten, sorted(set(types))))
    path = TYPE if types else next(iter(said))
    return Finding(
        severity="warning",
        rule="unseen-node",
        message=f"No shape looks at {name}{f', a {kinds}' if types else ', which has no type'}.",
        remedy="Correct its type, or write a shape whose target selects it."
        if types
        else "Give it a type that a shape has as its target.",
        focus=subject,
        path=path,
        value=said[path][0],
        part="subject",
    )


def _reached(index: Index, starts: dict[str, None]) -> dict[str, None]:
    """Some nodes, and the subjects that paths reach from them."""
    forward, backward = path_properties(index.shapes)
    rows = index.all.rows
    far = {subject for subject in index.all.described if subject not in starts}
    edges: dict[str, list[str]] = {}
    for subject, predicate, value, _ in rows:
        if subject in far and predicate in backward:
            edges.setdefault(value, []).append(subject)
    for subject, predicate, value, _ in rows:  # what leads nowhere further need not be reached
        if predicate in forward and (value in far or value in edges):
            edges.setdefault(subject, []).append(value)
    seen = dict(starts)
    pending = [node for node in edges if node in starts]
    for node in pending:
        for one in edges.get(node, ()):
            if one not in seen:
                seen[one] = None
                pending.append(one)
    return seen
