"""What apps rely on beside the graph: the keys of the JSON-LD context, and the JSON Schemas.

The point of view is that of an app that reads documents. Breaking for it are, in a context
(JSON-LD 1.1, section 9.15): a key that is gone, that means another IRI, or whose shape
changed (its container, type coercion, language, direction, nesting, index or use as a prefix, and
whether it is reversed), and another `@base`, `@vocab`, `@language` or
`@direction` of the whole.

In a schema (JSON Schema 2020-12): a schema, definition or property that is gone, a type that
was not there before, a key that need no longer be there, another `const`, `format` or
reference, an alternative more or a condition less, and an array that may now be shorter.
An enumeration that gained a value is notable, as apps may switch on it; so is what is new.
Annotations, such as descriptions and examples, and limits that only writers meet do not count.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    Found = Iterator[tuple[str, str, bool]]

__all__ = ["context_changes", "schema_changes"]

_WHOLE = ("@base", "@vocab", "@language", "@direction", "@import", "@propagate")
_SHAPE = {
    "@container": "container",
    "@type": "type",
    "@language": "language",
    "@direction": "direction",
    "@nest": "nesting",
    "@index": "index",
    "@prefix": "use as a prefix",
}
_ORDERLESS = ("@container",)


def context_changes(old: object, new: object) -> Found:
    """What changed between two context documents.

    Args:
        old: a parsed `{"@context": …}`.
        new: another.

    Yields:
        The key (those of scoped contexts as "key > key"), what happened to it, and whether
        that is breaking.
    """
    yield from _contexts(_context(old), _context(new), "")


def _context(document: object) -> dict[str, object]:
    """The definitions of a context; an array is merged, and what it only names stays a name."""
    context = document.get("@context", {}) if isinstance(document, dict) else document
    merged: dict[str, object] = {}
    for number, one in enumerate(context if isinstance(context, list) else [context]):
        merged.update(one if isinstance(one, dict) else {f"context {number}": one})
    return merged


def _contexts(old: dict[str, object], new: dict[str, object], above: str) -> Found:
    for name in _WHOLE:
        if old.get(name) != new.get(name):
            yield f"{above}{name}", f"was {_text(old.get(name))}, is {_text(new.get(name))}", True
    for key in sorted({key for key in (*old, *new) if not key.startswith("@")}):
        what = above + key
        if key not in new:
            yield what, "is gone", True
        elif key not in old:
            yield what, "is new", False
        else:
            was, now = _Definition(old[key], old, key), _Definition(new[key], new, key)
            yield from ((what, reason, True) for reason in was.breaks(now))
            yield from _contexts(was.scoped, now.scoped, f"{what} > ")


class _Definition:
    """One term of a context in expanded form."""

    def __init__(self, definition: object, context: Mapping[str, object], key: str) -> None:
        said = definition if isinstance(definition, dict) else {"@id": definition}
        name = said.get("@reverse", said.get("@id", key))
        self.reverse = "@reverse" in said
        self.iri = _expanded(name, context, key)
        self.shape = {word: _shape(word, said.get(word), context) for word in _SHAPE}
        self.scoped = _context({"@context": said["@context"]}) if "@context" in said else {}

    def breaks(self, other: _Definition) -> Iterator[str]:
        """What became of it, in words."""
        if self.iri != other.iri:
            yield f"meant {_text(self.iri)}, means {_text(other.iri)}"
        if self.reverse != other.reverse:
            yield "is reversed"
        for word, name in _SHAPE.items():
            was, now = self.shape[word], other.shape[word]
            if was != now:
                yield f"has another {name}: {_text(was)} → {_text(now)}"


def _expanded(name: object, context: Mapping[str, object], *within: str) -> object:
    """The IRI of a term or compact IRI by its context (JSON-LD 1.1 API, section 5.2.2).

    Args:
        name: what is to be expanded.
        context: the definitions.
        within: the terms whose definitions led here, which cannot help to define it.
    """
    if not isinstance(name, str) or name.startswith("@"):
        return name
    prefix, colon, local = name.partition(":")
    if colon and (local.startswith("//") or prefix not in context or prefix in within):
        return name
    if prefix in context and prefix not in within:
        return f"{_expanded(_id(context[prefix], prefix), context, *within, prefix)}{local}"
    vocabulary = context.get("@vocab")
    return f"{vocabulary}{name}" if isinstance(vocabulary, str) else name


def _id(definition: object, key: str) -> object:
    return definition.get("@id", key) if isinstance(definition, dict) else definition


def _shape(word: str, value: object, context: Mapping[str, object]) -> object:
    if word in _ORDERLESS and isinstance(value, list):
        return sorted(map(str, value)) if len(value) > 1 else str(*value)
    return _expanded(value, context) if word == "@type" else value


def schema_changes(old: Mapping[str, object], new: Mapping[str, object]) -> Found:
    """What changed between JSON Schemas.

    Args:
        old: parsed schemas by name.
        new: others.

    Yields:
        The part, such as "claim: passages[].start", what happened to it, and whether that
        is breaking.
    """
    for name in sorted({*old, *new}):
        if name not in new:
            yield name, "is gone", True
        elif name not in old:
            yield name, "is new", False
        else:
            yield from _schemas(old[name], new[name], f"{name}:")


def _schemas(old: object, new: object, place: str) -> Found:
    old, new = ({} if schema is True else schema for schema in (old, new))
    if not (isinstance(old, dict) and isinstance(new, dict)):
        if old != new:
            yield place, f"was {_text(old)}, is {_text(new)}", True
        return
    yield from ((place, reason, breaking) for reason, breaking in _keywords(old, new))
    for group, joint in (("$defs", " #"), ("properties", ".")):
        before, after = _object(old.get(group)), _object(new.get(group))
        for key in sorted({*before, *after}):
            part = f"{place}{joint}{key}".replace(":.", ": ")
            if key not in after:
                yield part, "is gone", True
            elif key not in before:
                yield part, "is new", False
            else:
                yield from _schemas(before[key], after[key], part)
    for word, mark in (("items", "[]"), ("additionalProperties", ".*")):
        if isinstance(old.get(word), dict) and isinstance(new.get(word), dict):
            yield from _schemas(old[word], new[word], place + mark)


def _keywords(old: Mapping[str, object], new: Mapping[str, object]) -> Iterator[tuple[str, bool]]:
    """What became of a schema, without its parts."""
    for word in ("$ref", "const", "format"):
        if old.get(word) != new.get(word):
            yield f"has another {word}: {_text(old.get(word))} → {_text(new.get(word))}", True
    before, after = _set(old.get("type")), _set(new.get("type"))
    if before != after:
        known = before | {'"integer"'} if '"number"' in before else before
        wider = not after or bool(before and after - known)
        yield f"has another type: {_list(before)} → {_list(after)}", wider
    yield from _enumerations(_set(old.get("enum")), _set(new.get("enum")))
    for word in ("anyOf", "oneOf"):
        if _set(new.get(word)) - _set(old.get(word)):
            yield f"has another alternative in {word}", True
    yield from _promises(old, new)


def _promises(old: Mapping[str, object], new: Mapping[str, object]) -> Iterator[tuple[str, bool]]:
    """What an app could count on and no longer can."""
    kept = _object(new.get("properties"))
    for key in map(json.loads, sorted(_set(old.get("required")) - _set(new.get("required")))):
        if key in kept:
            yield f"need no longer have {key}", True
    if _set(old.get("allOf")) - _set(new.get("allOf")):
        yield "has a condition less in allOf", True
    if _number(new.get("minItems")) < _number(old.get("minItems")):
        yield "may have fewer items than before", True


def _enumerations(before: set[str], after: set[str]) -> Iterator[tuple[str, bool]]:
    if before and not after:
        yield "may have any value", True
    elif after - before and before:
        yield f"may also be {_list(after - before)}", False
    elif before - after:
        yield f"may no longer be {_list(before - after)}", False


def _object(value: object) -> dict[str, object]:
    return value if isinstance(value, dict) else {}


def _set(value: object) -> set[str]:
    """The entries of an array, or the one thing, each as JSON."""
    if value is None:
        return set()
    entries = value if isinstance(value, list) else [value]
    return {json.dumps(one, ensure_ascii=False, sort_keys=True) for one in entries}


def _list(entries: set[str]) -> str:
    return ", ".join(sorted(entries)) or "any"


def _number(value: object) -> float:
    return value if isinstance(value, (int, float)) else 0


def _text(value: object) -> str:
    return "nothing" if value is None else json.dumps(value, ensure_ascii=False, sort_keys=True)
