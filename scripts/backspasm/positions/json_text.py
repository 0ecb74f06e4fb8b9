"""JSON with where each value stands (RFC 8259)."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from backspasm.positions.spans import Span

__all__ = ["Member", "Value", "read_json"]

_STRING, _OTHER, _MARK = 1, 2, 3
_TOKEN = re.compile(r'\s*+(?:("(?:[^"\\]++|\\.)*+")|([^\s"\[\]{},:]++)|([\[\]{},:]))', re.DOTALL)


@dataclass(eq=False)
class Value:
    """A value of a JSON text.

    Attributes:
        kind: "object", "array", "string", or "other" for numbers and words.
        span: where it stands.
        text: a string without its quotes and escapes, or a number or word as written.
        items: those of an array.
        members: those of an object, in their order.
    """

    kind: str
    span: Span
    text: str = ""
    items: list[Value] = field(default_factory=list)
    members: list[Member] = field(default_factory=list)

    def inside(self) -> Iterator[Value]:
        """The value and all within it, in their order."""
        todo = [self]
        while todo:
            value = todo.pop()
            yield value
            todo += [member.value for member in value.members][::-1] + value.items[::-1]

    def get(self, key: str) -> Value | None:
        """The value of a key of an object."""
        return next((member.value for member in self.members if member.key == key), None)


@dataclass(eq=False)
class Member:
    """A key of an object, where it stands, and its value."""

    key: str
    span: Span
    value: Value


def read_json(text: str) -> Value | None:
    """Read a JSON text that is known to be one; None where it holds nothing.

    Args:
        text: the whole of it.
    """
    stack: list[Value] = []
    keys: list[tuple[str, Span] | None] = []
    root: Value | None = None
    match = _TOKEN.match(text)
    while match:
        kind = match.lastindex or _MARK
        span, word = (match.start(kind), match.end()), match[kind]
        value: Value | None = None
        if kind == _STRING and stack and stack[-1].kind == "object" and keys[-1] is None:
            keys[-1] = (json.loads(word, strict=False), span)
        elif kind == _STRING:
            value = Value("string", span, json.loads(word, strict=False))
        elif kind == _OTHER:
            value = Value("other", span, word)
        elif word in "{[":
            value = Value("object" if word == "{" else "array", span)
        elif word in "}]" and stack:
            closed = stack.pop()
            keys.pop()
            closed.span = (closed.span[0], match.end())
        if value is not None:
            root = root or value
            _add(stack, keys, value)
            if value.kind in ("object", "array"):
                stack.append(value)
                keys.append(None)
        match = _TOKEN.match(text, match.end())
    return root


def _add(stack: list[Value], keys: list[tuple[str, Span] | None], value: Value) -> None:
    if not stack:
        return
    key = keys[-1]
    if key is None:
        stack[-1].items.append(value)
    else:
        stack[-1].members.append(Member(*key, value))
        keys[-1] = None
