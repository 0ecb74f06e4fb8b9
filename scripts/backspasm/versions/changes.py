"""What became of a record, and of its fields, from one version to another."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from backspasm.versions.records import Value

__all__ = ["STATUSES", "Change", "Field"]

STATUSES = ("added", "removed", "withdrawn", "reinstated", "changed")
"""What can have become of a record, in the order in which it is told."""


class Field(NamedTuple):
    """A property whose values differ.

    Attributes:
        property: its IRI; "" for blank nodes that nothing points at.
        part: the IRI of the step that has it, or "" for the record itself.
        graph: the IRI of the named graph, or "".
        old: the values that only the older version has; where `ordered`, all of them.
        new: the same for the newer version.
        single: whether there is at most one value on either side.
        ordered: whether these are the claims of the steps of a mechanism, in order.
    """

    property: str
    part: str
    graph: str
    old: tuple[Value, ...]
    new: tuple[Value, ...]
    single: bool
    ordered: bool = False


class Change(NamedTuple):
    """What became of one record.

    Attributes:
        iri: its IRI; "" for blank nodes that nothing points at.
        kind: a key of `backspasm.versions.records.KINDS`.
        status: one of `STATUSES`. Removed: nothing is said of the IRI any more. Withdrawn and
            reinstated: it is newly `owl:deprecated`, or no longer.
        label: what it is called: in the newer version, if it is there.
        fields: what differs, by property; of added and removed records, all.
        reasons: why it was withdrawn.
        replacements: the IRIs of what stands in its place.
    """

    iri: str
    kind: str
    status: str
    label: str
    fields: tuple[Field, ...]
    reasons: tuple[str, ...] = ()
    replacements: tuple[str, ...] = ()
