"""A difference for people: as text for a terminal, or as Markdown for release notes."""

from __future__ import annotations

import re
from math import inf
from typing import TYPE_CHECKING

from backspasm.namespaces import BSV, DCTERMS, OWL, RDF, XSD, shorten
from backspasm.tables import escaped, plain, table, wrap
from backspasm.versions.changes import STATUSES
from backspasm.versions.records import KINDS

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping

    from backspasm.versions.breaking import Break
    from backspasm.versions.changes import Change, Field
    from backspasm.versions.difference import Difference
    from backspasm.versions.records import Value

__all__ = ["as_markdown", "as_text"]

_OF_WITHDRAWAL = {OWL + "deprecated", BSV + "deprecationReason", DCTERMS + "isReplacedBy"}
_PLAIN = {XSD + "string", RDF + "langString", RDF + "dirLangString"}
_UNSEEN = re.compile(r"\A\s|\s\Z|\s{2,}|[^\S ]")
"""White space that would be lost between words, and with it the difference."""

_MARGIN = "    "
_INTRODUCED = {"graph": "", "context": "key of the context ", "schema": "schema ", "file": "file "}


def as_text(told: Difference, width: int) -> str:
    """The counts, what is breaking, then each record; `!` marks what is breaking.

    Args:
        told: what to write.
        width: the columns of the terminal.
    """
    blocks = ["\n".join(part for line in _summary(told) for part in wrap(line, width)) + "\n"]
    if told.changes:
        blocks.append(table(["records", *STATUSES], _counts(told), width))
    for heading, breaks in (("Breaking", told.breaking), ("Notable", told.notable)):
        if breaks:
            lines = [_hung(f"{_name(one)} {one.reason}", "  ", width) for one in breaks]
            blocks.append(f"{heading}\n\n{''.join(lines)}")
    marked = {one.what for one in told.breaking if one.where == "graph"}
    for status in STATUSES:
        for kind, plural in KINDS.items():
            changes = [one for one in told.changes if (one.status, one.kind) == (status, kind)]
            if changes:
                entries = [_entry(told, change, marked, width) for change in changes]
                gap = "\n" if any(entry.count("\n") > 1 for entry in entries) else ""
                heading = f"{status.capitalize()} {plural}"
                blocks.append(f"{heading}\n\n{gap.join(entries)}")
    return "\n".join(blocks)


def _summary(told: Difference) -> list[str]:
    summary = "no difference"
    if told.differs:
        breaking = len(told.breaking)
        summary = f"records that differ: {len(told.changes)}, breaking changes: {breaking}"
    lines = [f"{told.old.place} → {told.new.place}", summary]
    if told.old.number or told.new.number:
        lines.append(f"version {told.old.number or 'none'} → {told.new.number or 'none'}")
    return [*lines, *_of_derived(told), *_of_documents(told)]


def _of_derived(told: Difference) -> Iterator[str]:
    """How many derived triples came and went, where they were compared."""
    if told.derived:
        came, went, edges_came, edges_went = told.derived
        yield (
            f"derived triples: {came} came, {went} went; "
            f"direct edges between concepts among them: {edges_came} came, {edges_went} went"
        )


def _of_documents(told: Difference) -> Iterator[str]:
    """That documents were not compared, where they were not."""
    if places := told.without_documents:
        have = "has" if len(places) == 1 else "have"
        yield (
            f"documents were not compared: {' and '.join(places)} {have} no JSON-LD context "
            "and no JSON Schemas of them"
        )


def _counts(told: Difference) -> list[list[str]]:
    return [
        [KINDS[kind], *(str(numbers[status] or "") for status in STATUSES)]
        for kind, numbers in told.counts().items()
    ]


def _name(one: Break) -> str:
    return f"{_INTRODUCED[one.where]}{one.what}{f' ({one.label})' if one.label else ''}"


def _entry(told: Difference, change: Change, marked: Container[str], width: int) -> str:
    name = shorten(change.iri) if change.iri else "nodes without a name"
    mark = "! " if name in marked else "  "
    label = f" ({change.label})" if change.label else ""
    lines = [_hung(name + label, mark, width)]
    lines += [_hung(f"reason: {reason}", _MARGIN, width) for reason in change.reasons]
    lines += [
        _hung(f"replaced by: {_thing(iri, told.labels)}", _MARGIN, width)
        for iri in change.replacements
    ]
    for field in _fields(change):
        first, *others = _lines(change, field, told.labels, width - len(_MARGIN))
        lines.append(_hung(first, _MARGIN, width))
        lines += [_hung(line, _MARGIN + "  ", width) for line in others]
    return "".join(lines)


def _hung(text: str, margin: str, width: int) -> str:
    """A text in lines that fit, the later ones indented further."""
    first, *others = wrap(text, max(width - len(margin) - 2, 1))
    indent = " " * (len(margin) + 2)
    return "".join([f"{margin}{first}\n", *(f"{indent}{line}\n" for line in others)])


def _fields(change: Change) -> Iterator[Field]:
    """The fields that are told: none of what is new or gone as a whole."""
    if change.status in ("added", "removed"):
        return
    for field in change.fields:
        told = change.status == "withdrawn" and field.property in _OF_WITHDRAWAL
        if field.part or not told:
            yield field


def _lines(change: Change, field: Field, labels: Mapping[str, str], room: float = inf) -> list[str]:
    """A field in one line, or in one for the property and one for each value.

    Args:
        change: the record.
        field: what is told of it.
        labels: of all things.
        room: the columns that one line has.
    """
    name = _property(change, field)
    old, new = ([_value(one, field, labels) for one in side] for side in (field.old, field.new))
    if field.single and old and new:
        line = f"{name}: {old[0]} → {new[0]}"
        return [line] if len(line) <= room else [f"{name}:", old[0], f"→ {new[0]}"]
    if field.ordered:
        old, new = ([", then ".join(side)] if side else [] for side in (old, new))
    return [f"{name}:", *(f"- {text}" for text in old), *(f"+ {text}" for text in new)]


def _property(change: Change, field: Field) -> str:
    name = shorten(field.property) if field.property else "what is said of them"
    if field.ordered:
        name += ", in order"
    if field.part:
        name += f" of {shorten(field.part)}"
    if len({other.graph for other in change.fields if not other.ordered}) > 1:
        name += f" in {shorten(field.graph)}" if field.graph else " in no graph"
    return name


def _value(value: Value, field: Field, labels: Mapping[str, str]) -> str:
    if value.kind == "iri":
        return _thing(value.text, labels)
    if value.kind != "literal":
        return value.text
    forms = {(one.datatype, one.language, one.direction) for one in (*field.old, *field.new)}
    visible = _UNSEEN.sub(_seen, value.text)
    text = f"“{visible}”" if value.datatype in _PLAIN else visible
    if len(forms) == 1:
        return text
    if value.language:
        return f"{text}@{value.language}{f'--{value.direction}' if value.direction else ''}"
    return f"{text}^^{shorten(value.datatype)}"


def _seen(found: re.Match[str]) -> str:
    return "".join({"\n": "⏎", "\t": "⇥"}.get(letter, "␣") for letter in found[0])


def _thing(iri: str, labels: Mapping[str, str]) -> str:
    """A thing by its label beside its CURIE; values of the vocabulary by their local name."""
    curie = shorten(iri)
    if curie.startswith("bsv:"):
        return curie.removeprefix("bsv:")
    label = labels.get(iri)
    return f"{label} ({curie})" if label else curie


def as_markdown(told: Difference) -> str:
    """Release notes: Breaking, Added, Withdrawn, Changed, as far as there is any.

    Headings are of the third level, as below the heading of a version in a changelog. What
    is gone stands under Breaking. A last sentence says where documents were not compared.
    GitHub Flavored Markdown.
    """
    listed = {
        "Breaking": [f"- {_marked(one)}\n" for one in told.breaking],
        "Added": [_item(told, change) for change in _with(told, "added")],
        "Withdrawn": [_item(told, change) for change in _with(told, "withdrawn")],
        "Changed": [_item(told, change) for change in _with(told, "reinstated", "changed")],
    }
    for one in told.notable:
        if one.where != "graph":
            listed["Added" if one.reason == "is new" else "Changed"].append(f"- {_marked(one)}\n")
    if told.derived and any(told.derived):
        listed["Changed"] += [f"- {escaped(line)}\n" for line in _of_derived(told)]
    parts = [f"### {heading}\n\n{''.join(items)}" for heading, items in listed.items() if items]
    notes = [f"{escaped(line[0].upper() + line[1:])}.\n" for line in _of_documents(told)]
    return "\n".join([*(parts or ["Nothing changed.\n"]), *notes])


def _with(told: Difference, *statuses: str) -> list[Change]:
    return [change for change in told.changes if change.status in statuses]


def _marked(one: Break) -> str:
    name = f"{_INTRODUCED[one.where]}`{plain(one.what)}`"
    return f"{name}{f' ({escaped(one.label)})' if one.label else ''} {escaped(one.reason)}"


def _item(told: Difference, change: Change) -> str:
    name = f"`{shorten(change.iri)}`" if change.iri else "nodes without a name"
    kind = "" if change.kind == "other" else f"{change.kind} "
    again = " (no longer withdrawn)" if change.status == "reinstated" else ""
    label = f": {escaped(change.label)}" if change.label else ""
    lines = [f"- {kind}{name}{again}{label}\n"]
    lines += [f"  - reason: {escaped(reason)}\n" for reason in change.reasons]
    lines += [
        f"  - replaced by {escaped(_thing(iri, told.labels))}\n" for iri in change.replacements
    ]
    for field in _fields(change):
        first, *others = _lines(change, field, told.labels)
        lines.append(f"  - {escaped(first)}\n")
        lines += [
            f"    - {'only before' if line[0] == '-' else 'only now'}: {escaped(line[2:])}\n"
            for line in others
        ]
    return "".join(lines)
