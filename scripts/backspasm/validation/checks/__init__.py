"""The checks around SHACL: what shapes cannot say, or do not see.

Each check is a function from the index of a material to findings; `CHECKS` lists them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from backspasm.validation.checks.authorship import authored_edges
from backspasm.validation.checks.coverage import unseen_nodes
from backspasm.validation.checks.cycles import causal_cycles
from backspasm.validation.checks.emptiness import empty_files
from backspasm.validation.checks.identity import conflicting_ids
from backspasm.validation.checks.idleness import (
    idle_parameters,
    idle_paths,
    idle_targets,
    unreached_shapes,
)
from backspasm.validation.checks.index import Index
from backspasm.validation.checks.keys import unmapped_keys
from backspasm.validation.checks.literals import ill_typed_literals
from backspasm.validation.checks.passages import passages_outside
from backspasm.validation.checks.prefixes import wrong_prefixes
from backspasm.validation.checks.references import missing_shapes, unread_imports
from backspasm.validation.checks.repetition import duplicate_claims
from backspasm.validation.checks.terms import undeclared_terms
from backspasm.validation.checks.wording import unknown_variables
from backspasm.validation.finding import Finding, sort

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from backspasm.validation.material import Material

__all__ = ["CHECKS", "Check", "run"]


@dataclass(frozen=True)
class Check:
    """One check.

    Attributes:
        rule: its name, the `rule` of its findings.
        find: what finds them.
        severity: the gravest that it gives; with shapes of others at most a warning.
        own: whether it runs with our own shapes.
        plain: whether it runs with shapes of others.
        whole: whether, with our own shapes, it has a meaning only for the dataset as a whole.
    """

    rule: str
    find: Callable[[Index], Iterator[Finding]]
    severity: str = "warning"
    own: bool = True
    plain: bool = True
    whole: bool = False


CHECKS: tuple[Check, ...] = (
    Check("idle-target", idle_targets, whole=True),
    Check("idle-path", idle_paths, own=False),
    Check("idle-parameter", idle_parameters),
    Check("unreached-shape", unreached_shapes),
    Check("missing-shape", missing_shapes),
    Check("unread-import", unread_imports),
    Check("unknown-variable", unknown_variables),
    Check("unseen-node", unseen_nodes),
    Check("undeclared-term", undeclared_terms, "violation"),
    Check("wrong-prefix", wrong_prefixes),
    Check("unmapped-key", unmapped_keys),
    Check("empty-file", empty_files),
    Check("ill-typed-literal", ill_typed_literals, "violation"),
    Check("conflicting-id", conflicting_ids, "violation"),
    Check("passage-outside-document", passages_outside, own=False),
    Check("duplicate-claim", duplicate_claims, "violation", plain=False),
    Check("authored-edge", authored_edges, "violation", plain=False),
    Check("causal-cycle", causal_cycles, plain=False),
)
"""All checks, each told by its function."""


def run(
    material: Material, *, whole: bool = False, rules: Iterable[str] | None = None
) -> list[Finding]:
    """What the checks find.

    Args:
        material: what was read.
        whole: whether the data is the dataset as a whole; a shape that matches nothing in
            a part of it is nothing to tell of.
        rules: the names of the checks to run; by default all.

    Returns:
        The findings, sorted, none twice. Most have no place yet: `focus`, `path` and
        `value` are a triple as it is written in a file of the material.
    """
    index = Index(material, whole=whole)
    wanted = None if rules is None else set(rules)
    found = [
        _tempered(finding, plain=material.plain)
        for check in CHECKS
        if (check.plain if material.plain else check.own and (whole or not check.whole))
        and (wanted is None or check.rule in wanted)
        for finding in check.find(index)
    ]
    return sort(found)


def _tempered(finding: Finding, *, plain: bool) -> Finding:
    """A finding about data of others is at most a warning."""
    grave = plain and finding.severity == "violation"
    return replace(finding, severity="warning") if grave else finding
