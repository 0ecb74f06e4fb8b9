"""JSON Schema in parts: how several of them become one (JSON Schema Core 2020-12, section 10)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

__all__ = ["Schema", "both", "either", "required", "within"]

Schema = dict[str, Any] | bool
"""A schema; `True` takes everything and `False` nothing."""


def both(schemas: Iterable[Schema]) -> Schema:
    """A schema that takes what all of some schemas take."""
    result: Schema = True
    for schema in schemas:
        result = _merged(result, schema)
    return result


def _merged(one: Schema, two: Schema) -> Schema:
    if isinstance(one, bool):
        return two if one else False
    if isinstance(two, bool):
        return one if two else False
    merged = dict(one)
    clashing = {word for words in _UNITS for word in words if _clash(one, two, words)}
    apart = {keyword: two[keyword] for keyword in two if keyword in clashing}
    for keyword, value in two.items():
        held = merged.get(keyword)
        if keyword in apart:
            continue
        if keyword not in merged or held == value:
            merged[keyword] = value
        elif keyword in _TOGETHER:
            merged[keyword] = _TOGETHER[keyword](held, value)
        else:
            apart[keyword] = value
    return {**merged, "allOf": [*merged.get("allOf", ()), apart]} if apart else merged


def _clash(one: dict[str, Any], two: dict[str, Any], words: tuple[str, ...]) -> bool:
    first = words[0]
    return first in one and first in two and one[first] != two[first]


_UNITS = (("contains", "minContains", "maxContains"), ("if", "then", "else"))
"""Keywords that mean something only together with the first of them."""


def _of_keys(one: dict[str, Schema], two: dict[str, Schema]) -> dict[str, Schema]:
    return {key: _merged(one.get(key, True), two.get(key, True)) for key in {**one, **two}}


_TOGETHER: dict[str, Callable[[Any, Any], Any]] = {
    "properties": _of_keys,
    "items": _merged,
    "additionalProperties": _merged,
    "required": lambda one, two: list(dict.fromkeys([*one, *two])),
    "enum": lambda one, two: [value for value in one if value in two],
    "allOf": lambda one, two: [*one, *two],
    "minItems": max,
    "minContains": max,
    "maxContains": min,
}
"""Keywords whose values can be put together; of others, the second stands in `allOf`."""


def either(schemas: Sequence[Schema]) -> Schema:
    """A schema that takes what at least one of some schemas takes."""
    if True in schemas:
        return True
    left = [schema for schema in schemas if isinstance(schema, dict)]
    if not left:
        return False
    if len(left) == 1:
        return left[0]
    if all(schema.keys() == {"enum"} for schema in left):
        return {"enum": list(dict.fromkeys(value for one in left for value in one["enum"]))}
    types = [_only_type(schema) for schema in left]
    if all(types):
        return _of_type(list(dict.fromkeys(name for names in types for name in names)))
    return {"anyOf": left}


def _only_type(schema: dict[str, Any]) -> list[str]:
    """The types of which a node must have one, where a schema says nothing else."""
    wanted = schema.get("properties", {}).get("type", {}).get("contains", {})
    names = wanted.get("enum") or [wanted.get("const", "")]
    return names if names[0] and schema == _of_type(names) else []


def _of_type(names: list[str]) -> dict[str, Any]:
    wanted = {"const": names[0]} if len(names) == 1 else {"enum": names}
    return {"properties": {"type": {"contains": wanted}}}


def required(*terms: str) -> Schema:
    """A schema of objects that have at least one of some keys."""
    return either([{"required": [term]} for term in terms])


def within(term: str, schema: Schema) -> Schema:
    """A schema of objects whose value of a key, if there is one, a schema takes."""
    return True if schema is True else {"properties": {term: schema}}
