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
    about, shapes = index.data.about, index.shapes.about
    unsure = [
        subject
        for subject, said in about.items()
        if subject not in seen
        and subject not in shapes
        and not any(kind.startswith(_DECLARATIONS) for kind in said.get(TYPE, ()))
    ]
    if not unsure:
        return
    seen = _reached(index, seen)
    held = {row[2] for row in index.data.rows if row[2].startswith("_:")}
    for subject in unsure:
        if subject not in seen and subject not in held:
            said = about[subject]
            yield _finding(subject, said, said.get(TYPE, []))


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
    """Some nodes, and all that paths reach from them."""
    forward, backward = path_properties(index.shapes)
    inverse: dict[str, list[str]] = {}
    if backward:
        for subject, predicate, value, _ in index.all.rows:
            if predicate in backward:
                inverse.setdefault(value, []).append(subject)
    about = index.all.about
    seen = dict(starts)
    pending = list(starts)
    for node in pending:
        reached = inverse.get(node, [])[:]
        for predicate, values in about.get(node, {}).items():
            if predicate in forward:
                reached += values
        for one in reached:
            if one not in seen:
                seen[one] = None
                pending.append(one)
    return seen
