"""Which changes break what consumers built, and which they may only want to know of.

Breaking are, in the graph:

- an IRI that is gone. Withdrawing a record (`owl:deprecated`) keeps it, so it is not breaking;
- another meaning of a term of the vocabulary: its definition has other words (case, spacing
  and punctuation do not count, nor does a definition in a further language), or its types,
  super-classes, super-properties, domain, range, inverse, disjointness, equivalences or
  place in an order are others. A value that is no longer of its value list is one of these;
- another kind of a record: a type that it no longer has, such as the kind of a concept;
- a claim that says another thing: its subject, predicate, object or polarity. Whoever cites
  its id cites what it said, and a number is never used again: one that was wrong is withdrawn,
  and another takes its place. Its certainty, scope, evidence and words can be mended.

Notable, for a person to look at, are

- another definition of a concept: it may say the same in other words, and queries and apps
  are built on terms;
- an alignment to a public term (`skos:closeMatch` and the like) that went: it says nothing of
  the meaning of a term by itself;
- a value that came to a value list.

What was said to apps, their context and schemas, is compared in `backspasm.versions.contract`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from backspasm.namespaces import BSV, OWL, RDF, RDFS, SKOS, shorten
from backspasm.versions.contract import context_changes, schema_changes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from backspasm.versions.changes import Change, Field
    from backspasm.versions.records import Value
    from backspasm.versions.revisions import Version

__all__ = ["Break", "contract_breaks", "record_breaks"]

_TERMS = ("class", "property", "value")
_TYPE = RDF + "type"
_DEFINITION = SKOS + "definition"
_CLAIMED = {
    RDF + "subject": "subject",
    RDF + "predicate": "predicate",
    RDF + "object": "object",
    BSV + "polarity": "polarity",
}
_MEANING = {
    RDFS + "subClassOf": "super-class",
    RDFS + "subPropertyOf": "super-property",
    RDFS + "domain": "domain",
    RDFS + "range": "range",
    OWL + "inverseOf": "inverse",
    OWL + "disjointWith": "disjointness",
    OWL + "equivalentClass": "equivalence",
    OWL + "equivalentProperty": "equivalence",
    BSV + "order": "place in its order",
}
_ALIGNMENTS = {f"{SKOS}{name}Match" for name in ("exact", "close", "broad", "narrow", "related")}
_NO_LIST = {OWL + "NamedIndividual"}


class Break(NamedTuple):
    """A change that breaks consumers, or one that they may want to know of.

    Attributes:
        where: "graph", "context" or "schema"; "file" where one is there on one side only.
        what: the CURIE, key, part or file name that it is about.
        reason: what happened to it, in a few words.
        breaking: whether it breaks anything.
        label: what people call a record.
    """

    where: str
    what: str
    reason: str
    breaking: bool
    label: str = ""


def record_breaks(changes: Iterable[Change]) -> Iterator[Break]:
    """The breaking and notable ones of some changes, in their order."""
    for change in changes:
        if not change.iri:
            continue
        for reason, breaking in _reasons(change):
            yield Break("graph", shorten(change.iri), reason, breaking, change.label)


def contract_breaks(old: Version, new: Version) -> Iterator[Break]:
    """What changed in the JSON-LD context and the JSON Schemas, where both should have them.

    Raises:
        FileError: the schemas of one cannot be derived.
        ParseError: what they are derived from is broken.
    """
    was, now = old.documents, new.documents
    if was is None or now is None:
        return
    if was.context is not None and now.context is not None:
        for what, reason, breaking in context_changes(was.context, now.context):
            yield Break("context", what, reason, breaking)
    elif was.context is not None:
        yield Break("file", "context.jsonld", "is gone", breaking=True)
    elif now.context is not None:
        yield Break("file", "context.jsonld", "is new", breaking=False)
    if was.schemas != now.schemas:
        for what, reason, breaking in schema_changes(was.derived(), now.derived()):
            yield Break("schema", what, reason, breaking)


def _reasons(change: Change) -> Iterator[tuple[str, bool]]:
    if change.status == "removed":
        lists = _lists(change, "old")
        yield f"is gone{f', a value of {lists}' if lists else ''}", True
        return
    if change.status == "added":
        if lists := _lists(change, "new"):
            yield f"is a new value of {lists}", False
        return
    own = [field for field in change.fields if not field.part]
    for field in own:
        if field.property == _TYPE:
            yield from _other_types(field, is_term=change.kind in _TERMS)
        elif change.kind in _TERMS:
            yield from _other_meaning(field)
        elif change.kind == "claim" and field.property in _CLAIMED:
            yield f"has another {_CLAIMED[field.property]}: {_step(field)}", True
        elif change.kind == "concept" and _is_other_definition(field):
            yield "has another definition", False


def _other_types(field: Field, *, is_term: bool) -> Iterator[tuple[str, bool]]:
    gone, came = _names(field.old), _names(field.new)
    if gone:
        yield f"is no longer {gone}{f' but {came}' if came else ''}", True
    elif is_term:
        yield f"is now {came} too", True


def _other_meaning(field: Field) -> Iterator[tuple[str, bool]]:
    if _is_other_definition(field):
        yield "has another definition", True
    elif field.property in _MEANING:
        yield f"has another {_MEANING[field.property]}: {_step(field)}", True
    elif field.property in _ALIGNMENTS and field.old:
        yield f"is no longer aligned to {_names(field.old)}", False


def _is_other_definition(field: Field) -> bool:
    kept = {(value.language, _words(value.text)) for value in field.new}
    return field.property == _DEFINITION and any(
        (value.language, _words(value.text)) not in kept for value in field.old
    )


def _step(field: Field) -> str:
    """What a property had and has."""
    return f"{_names(field.old) or 'none'} → {_names(field.new) or 'none'}"


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _names(values: Iterable[Value]) -> str:
    return ", ".join(shorten(one.text) if one.kind == "iri" else one.text for one in values)


def _lists(change: Change, side: str) -> str:
    """The value lists that a value is of on a side; "" where it is of none, or is no value."""
    if change.kind != "value":
        return ""
    fields = (getattr(field, side) for field in change.fields if field.property == _TYPE)
    types = [value.text for values in fields for value in values if value.text not in _NO_LIST]
    return ", ".join(map(shorten, types))
