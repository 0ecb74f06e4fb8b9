"""A difference as JSON: keys in camelCase that stay, ids as CURIEs, arrays always arrays.

The document has

- `old`, `new`: `place` (as it was named), `version` (`owl:versionInfo`, or null), `quads`;
- `differs`: whether there is any difference;
- `documentsCompared`: whether context and JSON Schemas were compared, and not RDF alone;
- `counts`: by kind of record, how many were `added`, `removed`, `withdrawn`, `reinstated`
  and `changed`; kinds without any are left out;
- `breaking`, `notable`: arrays of `where` ("graph", "context", "schema" or "file"), `what`,
  `label` and `reason`;
- `changes`: an array of `id` (null for blank nodes that nothing points at), `kind`, `status`,
  `label`, `breaking` (the reasons), `reasons` and `replacements` (of what was withdrawn) and
  `fields`;
- `derived`: null where derived triples were not compared, or `came`, `went`, `edgesCame`,
  `edgesWent`.

A field has `property` (null as above), `step` (the step of a mechanism that has it, or null),
`graph` (null for none), `single`, `ordered`, and the arrays `old` and `new`: the values that
only one version has, or, where `ordered` is true, all claims of the mechanism in order. A
value has `id`, or `value` with `datatype` or `language` (and `direction`), or `node`, or
`triple`.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from backspasm.namespaces import XSD, shorten

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from backspasm.versions.breaking import Break
    from backspasm.versions.changes import Change, Field
    from backspasm.versions.difference import Difference
    from backspasm.versions.records import Value
    from backspasm.versions.revisions import Version

__all__ = ["as_json"]


def as_json(told: Difference) -> str:
    """The difference as one JSON document."""
    reasons: dict[str, list[str]] = {}
    for one in told.breaking:
        if one.where == "graph":
            reasons.setdefault(one.what, []).append(one.reason)
    derived = told.derived
    document = {
        "old": _version(told.old),
        "new": _version(told.new),
        "differs": told.differs,
        "documentsCompared": not told.without_documents,
        "counts": told.counts(),
        "breaking": [_break(one) for one in told.breaking],
        "notable": [_break(one) for one in told.notable],
        "changes": [_change(change, reasons) for change in told.changes],
        "derived": derived
        and {
            "came": derived.came,
            "went": derived.went,
            "edgesCame": derived.edges_came,
            "edgesWent": derived.edges_went,
        },
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _version(version: Version) -> dict[str, object]:
    return {
        "place": version.place,
        "version": version.number or None,
        "quads": len(version.quads),
    }


def _break(one: Break) -> dict[str, str]:
    return {"where": one.where, "what": one.what, "label": one.label, "reason": one.reason}


def _change(change: Change, reasons: Mapping[str, Sequence[str]]) -> dict[str, object]:
    return {
        "id": _id(change.iri),
        "kind": change.kind,
        "status": change.status,
        "label": change.label,
        "breaking": list(reasons.get(shorten(change.iri), ())),
        "reasons": list(change.reasons),
        "replacements": [shorten(iri) for iri in change.replacements],
        "fields": [_field(field) for field in change.fields],
    }


def _field(field: Field) -> dict[str, object]:
    return {
        "property": _id(field.property),
        "step": _id(field.part),
        "graph": _id(field.graph),
        "single": field.single,
        "ordered": field.ordered,
        "old": [_value(value) for value in field.old],
        "new": [_value(value) for value in field.new],
    }


def _id(iri: str) -> str | None:
    return shorten(iri) if iri else None


def _value(value: Value) -> dict[str, str]:
    if value.kind == "iri":
        return {"id": shorten(value.text)}
    if value.kind != "literal":
        return {value.kind: value.text}
    entry = {"value": value.text}
    if value.language:
        entry["language"] = value.language
    elif value.datatype != XSD + "string":
        entry["datatype"] = shorten(value.datatype)
    if value.direction:
        entry["direction"] = value.direction
    return entry
