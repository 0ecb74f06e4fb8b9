"""JSON Schema in full words, as strict validators want it (ajv, "Strict mode").

A keyword about objects says nothing of other values (JSON Schema Validation 2020-12, section 6).
Where shapes and frames fix the type of a value at another place, it is repeated beside each such
keyword, and so is the name of each key that is required.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from backspasm.fragments import Schema

__all__ = ["spelled"]

_TYPES = {
    "object": "properties required additionalProperties propertyNames minProperties",
    "array": "items contains minContains maxContains minItems maxItems uniqueItems",
    "string": "pattern minLength maxLength",
    "number": "minimum maximum",
}
_TYPE_OF = {keyword: name for name, keywords in _TYPES.items() for keyword in keywords.split()}

_ONE = frozenset("items contains additionalProperties propertyNames not if then else".split())
_LISTS = frozenset("allOf anyOf oneOf".split())
_MAPS = frozenset("properties $defs".split())


def spelled(schema: Schema) -> Any:
    """A schema that names the type of each value it speaks of, and each key that it requires.

    Args:
        schema: a schema of values whose types are fixed already, so that it takes the same.
    """
    if isinstance(schema, bool):
        return schema
    full = {keyword: _below(keyword, value) for keyword, value in schema.items()}
    named = full.get("properties", {})
    unnamed = [name for name in full.get("required", ()) if name not in named]
    if unnamed:
        full["properties"] = {**named, **dict.fromkeys(unnamed, True)}
    types = {_TYPE_OF[keyword] for keyword in full.keys() & _TYPE_OF.keys()}
    if len(types) == 1 and "type" not in full:
        full = {"type": types.pop(), **full}
    return full


def _below(keyword: str, value: Any) -> Any:
    if keyword in _ONE:
        return spelled(value)
    if keyword in _LISTS:
        return list(map(spelled, value))
    if keyword in _MAPS:
        return {name: spelled(one) for name, one in value.items()}
    return value
