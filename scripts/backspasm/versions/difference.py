"""What changed from one version of a dataset to another, record by record, field by field.

A record is all that is said of one IRI. The steps of a mechanism are part of it, in their
order, and so are blank nodes of what points at them; those that nothing points at are one
record without an IRI.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pyoxigraph

from backspasm.graph import DERIVED
from backspasm.namespaces import BSV, DCTERMS, OWL, RDF
from backspasm.versions.breaking import contract_breaks, record_breaks
from backspasm.versions.changes import STATUSES, Change, Field
from backspasm.versions.records import KINDS, Key, Record, Side, name_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from backspasm.versions.breaking import Break
    from backspasm.versions.revisions import Version

__all__ = ["Derived", "Difference", "compare_versions"]

_TRUE = ("true", "1")


class Derived(NamedTuple):
    """How many derived triples came and went, and how many of them join two concepts."""

    came: int
    went: int
    edges_came: int
    edges_went: int


class Difference(NamedTuple):
    """Two versions side by side.

    Attributes:
        old: the older version.
        new: the newer one.
        changes: the records that differ, by status, kind and IRI.
        breaks: what breaks apps and queries, and what they may want to know of.
        derived: of derived triples, where both versions have them.
        labels: of all IRIs that have one, and what named claims and other records say.
    """

    old: Version
    new: Version
    changes: tuple[Change, ...]
    breaks: tuple[Break, ...]
    derived: Derived | None
    labels: dict[str, str]

    @property
    def differs(self) -> bool:
        """Whether there is any difference."""
        return bool(self.changes or self.breaks or self.old.quads != self.new.quads)

    @property
    def breaking(self) -> tuple[Break, ...]:
        """What breaks apps and queries."""
        return tuple(found for found in self.breaks if found.breaking)

    @property
    def notable(self) -> tuple[Break, ...]:
        """What breaks nothing and yet concerns apps, such as keys and values that came."""
        return tuple(found for found in self.breaks if not found.breaking)

    @property
    def without_documents(self) -> tuple[str, ...]:
        """The places of the versions that cannot say what documents look like.

        Nothing where documents were compared; where one version lacks what it should have,
        that was.
        """
        both = (self.old, self.new)
        alone = [side for side in both if side.documents is None]
        held = [side.documents for side in both if side.documents is not None]
        has_context = any(documents.context is not None for documents in held)
        has_schemas = any(documents.schemas for documents in held)
        if not alone and has_context and has_schemas:
            return ()
        return tuple(side.place for side in alone or both)

    def counts(self) -> dict[str, dict[str, int]]:
        """How many records of each kind and status differ; kinds without any are left out."""
        found: dict[str, dict[str, int]] = {}
        for kind in KINDS:
            statuses = [change.status for change in self.changes if change.kind == kind]
            if statuses:
                found[kind] = {status: statuses.count(status) for status in STATUSES}
        return found


def compare_versions(old: Version, new: Version) -> Difference:
    """Compare two versions, as `backspasm.versions.revisions.open_versions` gives them.

    Quads are compared as RDF terms: a literal with another language, datatype or lexical
    form is another literal. The order of files and triples, prefixes and the names of blank
    nodes do not count. Derived triples are counted where both versions have them.

    Raises:
        FileError: the JSON Schemas of one cannot be derived.
        ParseError: what they are derived from is broken.
    """
    sides = Side(_told(old.quads)), Side(_told(new.quads))
    changes = sorted(_changes(*sides), key=_order)
    return Difference(
        old=old,
        new=new,
        changes=tuple(changes),
        breaks=(*record_breaks(changes), *contract_breaks(old, new)),
        derived=_derived(old, new) if old.derived and new.derived else None,
        labels=_labels(changes, *sides),
    )


def _labels(changes: Iterable[Change], old: Side, new: Side) -> dict[str, str]:
    labels = {**old.labels, **new.labels}
    named = {
        value.text
        for change in changes
        for field in change.fields
        for value in (*field.old, *field.new)
        if value.kind == "iri"
    }
    for side in (old, new):
        wanted = [
            iri
            for iri in named
            if iri not in side.labels and pyoxigraph.NamedNode(iri) in side.subjects
        ]
        if wanted:
            records = side.records(wanted, {})
            labels.update({iri: name_of(records[iri], iri, labels) for iri in wanted})
    return labels


def _told(quads: Iterable[pyoxigraph.Quad]) -> set[pyoxigraph.Quad]:
    return {quad for quad in quads if quad.graph_name != DERIVED}


def _order(change: Change) -> tuple[int, int, str]:
    return STATUSES.index(change.status), list(KINDS).index(change.kind), change.iri


def _changes(old: Side, new: Side) -> Iterator[Change]:
    # A step that only one version ties to a mechanism is part of it in the other as well.
    sides = (old, {**new.owners, **old.owners}), (new, {**old.owners, **new.owners})
    differing = old.quads ^ new.quads
    touched = {
        side.iri_of(quad, owners) for side, owners in sides for quad in differing & side.quads
    }
    wanted = [iri for iri in touched if iri is not None]
    was, now = (side.records(wanted, owners) for side, owners in sides)
    labels = {**old.labels, **new.labels}
    for iri in wanted:
        change = _change(iri, was[iri], now[iri], labels)
        if change.fields:
            yield change


def _change(iri: str, was: Record, now: Record, labels: Mapping[str, str]) -> Change:
    record = now if now.there else was
    status = _status(iri, was, now)
    withdrawn = status == "withdrawn"
    return Change(
        iri=iri,
        kind=record.kind,
        status=status,
        label=name_of(record, iri, labels),
        fields=tuple(_fields(was, now)),
        reasons=tuple(now.texts(BSV + "deprecationReason")) if withdrawn else (),
        replacements=tuple(now.texts(DCTERMS + "isReplacedBy")) if withdrawn else (),
    )


def _status(iri: str, was: Record, now: Record) -> str:
    if iri and was.there != now.there:
        return "removed" if was.there else "added"
    before, after = (
        any(text in _TRUE for text in record.texts(OWL + "deprecated")) for record in (was, now)
    )
    if before == after:
        return "changed"
    return "withdrawn" if after else "reinstated"


def _fields(was: Record, now: Record) -> Iterator[Field]:
    old, new = was.said, now.said
    if was.steps != now.steps:
        old, new = was.without_order(), now.without_order()
        yield Field(BSV + "step", "", "", was.steps, now.steps, single=False, ordered=True)
    for key in sorted({*old, *new}, key=_place):
        before, after = old.get(key, {}), new.get(key, {})
        gone = sorted(value for term, value in before.items() if term not in after)
        came = sorted(value for term, value in after.items() if term not in before)
        if gone or came:
            single = len(before) <= 1 and len(after) <= 1
            part, predicate, graph = key
            yield Field(predicate, part, graph, tuple(gone), tuple(came), single)


def _place(key: Key) -> tuple[object, ...]:
    return key.part, key.predicate != RDF + "type", key


def _derived(old: Version, new: Version) -> Derived:
    came, went = (
        [quad for quad in one - other if quad.graph_name == DERIVED]
        for one, other in ((new.quads, old.quads), (old.quads, new.quads))
    )
    relation = pyoxigraph.NamedNode(BSV + "ClaimPredicate")
    kind = pyoxigraph.NamedNode(RDF + "type")
    relations = {
        quad.subject
        for quad in {*old.quads, *new.quads}
        if quad.predicate == kind and quad.object == relation
    }
    edges = [sum(quad.predicate in relations for quad in quads) for quads in (came, went)]
    return Derived(len(came), len(went), *edges)
