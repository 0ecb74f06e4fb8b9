"""Keys of JSON-LD that stand for nothing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from backspasm.errors import did_you_mean
from backspasm.validation.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from backspasm.positions.json_text import Member
    from backspasm.validation.checks.index import Index
    from backspasm.validation.material import Source

__all__ = ["unmapped_keys"]

_MAPS = frozenset(["@index", "@id", "@type", "@graph"])
"""The containers whose own keys are no properties (JSON-LD 1.1, section 4.6)."""

_CLOSED = frozenset(["@context", "@value"])
"""The keywords whose values hold no properties."""


def unmapped_keys(index: Index) -> Iterator[Finding]:
    """A key of JSON-LD that no context of its file maps, so that what it says is dropped.

    A key that is neither a term nor a keyword and has no colon is dropped in silence
    (JSON-LD 1.1 Processing Algorithms, section 5.1.2). Looked at are data files and shapes.
    A term counts wherever a context of the file has it, and nothing is said where one has
    `@vocab`, so that what is told of is dropped in truth.
    """
    for source in (*index.material.data, *index.material.shapes):
        if source.name.lower().endswith(".jsonld") and not source.error:
            yield from _unmapped(source)


def _unmapped(source: Source) -> Iterator[Finding]:
    from backspasm.positions.excerpts import excerpt_of
    from backspasm.positions.json_text import read_json
    from backspasm.positions.text import Text

    text = Text(source.name, source.content)
    terms = _Terms(json.loads(text.characters))
    if not terms.may_drop:
        return
    root = read_json(text.characters)
    found: dict[str, list[Member]] = {}
    todo = [] if root is None else [(root, False)]
    while todo:
        value, is_map = todo.pop()
        todo += [(item, False) for item in value.items[::-1]]
        for member in value.members:
            if not is_map and terms.drops(member.key):
                found.setdefault(member.key, []).append(member)
        todo += [
            (member.value, not is_map and terms.is_map(member.key))
            for member in value.members[::-1]
            if is_map or terms.is_open(member.key)
        ]
    for key, members in found.items():
        place = text.place(*members[0].span)
        excerpt, column = excerpt_of(text, place)
        times = f" It stands there {len(members)} times." if len(members) > 1 else ""
        remedy = did_you_mean(key, terms.names, otherwise="map it in the context, or leave it out.")
        yield Finding(
            severity="warning",
            rule="unmapped-key",
            message=f"No context maps the key {key}, so what it says is dropped.{times}",
            remedy=remedy[:1].upper() + remedy[1:],
            value=key,
            place=place,
            excerpt=excerpt,
            excerpt_column=column,
        )


class _Terms:
    """The terms of all contexts of a document, those of terms and of parts of it included.

    Attributes:
        names: the terms.
        may_drop: whether there is a key that is dropped, wherever it stands.
    """

    def __init__(self, document: Any) -> None:
        self._given: dict[str, list[Any]] = {}
        self._keys: set[str] = set()
        self._has_vocabulary = False
        todo = [document]
        while todo:
            part = todo.pop()
            if isinstance(part, dict):
                self._keys |= part.keys()
                self._define(part.get("@context"))
            todo += part.values() if isinstance(part, dict) else part
            todo = [one for one in todo if isinstance(one, dict | list)]
        self.names = sorted(self._given)
        self.may_drop = not self._has_vocabulary and any(map(self.drops, self._keys))

    def _define(self, context: Any) -> None:
        for one in context if isinstance(context, list) else [context]:
            if isinstance(one, dict):
                self._has_vocabulary |= one.get("@vocab") is not None
                for name, value in one.items():
                    self._given.setdefault(name, []).append(value)

    def drops(self, key: str) -> bool:
        """Whether a key of a node stands for nothing."""
        return not (key.startswith("@") or ":" in key or key in self._given)

    def is_map(self, key: str) -> bool:
        """Whether the keys of its value are no properties."""
        return any(_MAPS & _containers(one) for one in self._given.get(key, ()))

    def is_open(self, key: str) -> bool:
        """Whether there may be properties in its value: no JSON, no text, nothing dropped."""
        if key in _CLOSED or self.drops(key):
            return False
        return not any(_is_closed(one) for one in self._given.get(key, ()))


def _containers(definition: Any) -> set[str]:
    found = definition.get("@container") if isinstance(definition, dict) else None
    return set(found if isinstance(found, list) else [found])


def _is_closed(definition: Any) -> bool:
    if not isinstance(definition, dict):
        return definition is None or definition in _CLOSED
    meant = definition.get("@id", "")
    json_or_text = definition.get("@type") == "@json" or "@language" in _containers(definition)
    return json_or_text or meant is None or meant in _CLOSED
