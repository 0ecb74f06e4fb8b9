"""TypeScript declarations of what JSON Schemas (draft 2020-12) allow.

A type is never narrower than its schema, so each document fits its type. What no type can say
(patterns, bounds, what hangs on the values of several keys) is said by the schemas alone.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from backspasm.fragments import Schema

__all__ = ["declarations", "file_type", "module"]

_HEAD = """\
// The types of the JSON documents of backspasm.
// Generated from their JSON Schemas, which say more: do not edit.
"""
_SOME = """\
/** An array that has at least one item. */
export type NonEmptyArray<T> = [T, ...T[]];
"""
_PART = re.compile(r"#/\$defs/([A-Z][A-Za-z0-9]*)")
_PLAIN_KEY = re.compile(r"[A-Za-z_$][A-Za-z0-9_$]*")
_NATIVE = {
    "string": "string",
    "number": "number",
    "integer": "number",
    "boolean": "boolean",
    "null": "null",
}

_SAID = frozenset(
    "$ref const enum anyOf oneOf type properties required additionalProperties items minItems "
    "description title".split()
)
"""Keywords that become part of a declaration."""

_NARROWING = frozenset(
    "$comment pattern minLength maxLength minimum maximum uniqueItems contains minContains "
    "maxContains maxItems minProperties propertyNames".split()
)
"""Keywords that only take values away, which no type can say."""

_OF_THE_WHOLE = frozenset("allOf if then else not".split())
"""Keywords that only take values away where all keys stand beside them."""

_NOTHING_NEW = ("?: unknown", "?: Array<unknown>")
"""How a member ends that says no more of a key than the schema of the whole does."""

_ROOT = frozenset("$schema $id $defs".split())


def declarations(schemas: Mapping[str, dict[str, Any]]) -> str:
    """The declarations of all types: one for each schema, and one for each of their parts.

    Args:
        schemas: schemas by their names, as `json_schema.schemas()` has them.

    Raises:
        ValueError: two different types have one name, or a schema says what is not known here.
    """
    parts: dict[str, dict[str, Any]] = {}
    for schema in schemas.values():
        root = {key: value for key, value in schema.items() if key not in _ROOT}
        for name, part in {file_type(schema): root, **schema.get("$defs", {})}.items():
            if name == "NonEmptyArray" or parts.setdefault(name, part) != part:
                raise ValueError(f"two types have the name {name}")
    return "\n".join([_HEAD, _SOME, *(_declared(name, parts[name]) for name in sorted(parts))])


def file_type(schema: dict[str, Any]) -> str:
    """The name of the type of a file: its title alone is that of a node inside files."""
    return f"{schema['title']}File"


def module(schema: dict[str, Any]) -> str:
    """The declaration of a JSON file as a module, for a folder beside `index.d.ts`.

    `export =` gives its value to `require` and to a default import alike (TypeScript
    Handbook, Modules: Reference, "export =").
    """
    name = file_type(schema)
    return f'{_HEAD}\ndeclare const file: import("../index.js").{name};\nexport = file;\n'


def _declared(name: str, schema: dict[str, Any]) -> str:
    about = _comment(schema.get("description", ""))
    if schema.get("type") == "object" and not {"$ref", "anyOf", "oneOf"} & schema.keys():
        _check(schema)
        return f"{about}export interface {name} {{\n{_members(schema)}}}\n"
    if "enum" in schema:
        _check(schema)
        return f"{about}export type {name} =\n{_lines(schema['enum'])};\n"
    return f"{about}export type {name} = {_type(schema)};\n"


def _lines(values: Iterable[Any]) -> str:
    return "\n".join(f"  | {_literal(value)}" for value in values)


def _members(schema: dict[str, Any]) -> str:
    """The keys of an interface, each with its comment."""
    lines = []
    for key, value in _keys(schema).items():
        text = value.get("description", "") if isinstance(value, dict) else ""
        lines.append(_comment(text, "  ") + f"  {_member(key, value, schema)};\n")
    return "".join(lines) + "".join(f"  {line};\n" for line in _others(schema))


def _keys(schema: dict[str, Any]) -> dict[str, Schema]:
    """The keys that a schema names, each with what it says of the value."""
    return {**schema.get("properties", {}), **_unnamed(schema)}


def _unnamed(schema: dict[str, Any]) -> dict[str, Schema]:
    """Keys that must be there, and of which nothing else is said but what holds for others."""
    other = schema.get("additionalProperties", True)
    return {
        key: other for key in schema.get("required", ()) if key not in schema.get("properties", {})
    }


def _member(key: str, value: Schema, schema: dict[str, Any]) -> str:
    name = key if _PLAIN_KEY.fullmatch(key) else json.dumps(key)
    mark = "" if key in schema.get("required", ()) else "?"
    return f"{name}{mark}: {_type(value)}"


def _others(schema: dict[str, Any]) -> list[str]:
    """The index signature of an object that may have other keys; it holds for named keys too."""
    other = schema.get("additionalProperties", True)
    if other is False:
        return []
    types = [_type(value) for value in (other, *_keys(schema).values())]
    if "unknown" in types:
        types = ["unknown"]
    elif not _keys(schema).keys() <= {*schema.get("required", ())}:
        types.append("undefined")
    return [f"[key: string]: {_union(types)}"]


def _type(schema: Schema) -> str:
    """The type of the values that a schema takes."""
    if isinstance(schema, bool):
        return "unknown" if schema else "never"
    _check(schema)
    single = [_part(schema["$ref"])] if "$ref" in schema else []
    unions = [_union(map(_type, schema[word])) for word in ("anyOf", "oneOf") if word in schema]
    another = (single or unions) and schema.get("type") == "object"
    if schema.keys() & {"const", "enum", "type"} and not another:
        unions.append(_own_type(schema))
    else:
        single += _narrowed(schema)
    unions = [union for union in unions if union != "unknown"]
    if len(single) + len(unions) == 1:
        return (single + unions)[0]
    return " & ".join([*single, *(f"({union})" for union in unions)]) or "unknown"


def _part(reference: str) -> str:
    found = _PART.fullmatch(reference)
    if not found:
        raise ValueError(f"{reference} is no part of the schema")
    return found[1]


def _own_type(schema: dict[str, Any]) -> str:
    """What the keywords say that take values of some kinds alone."""
    if "const" in schema:
        return _literal(schema["const"])
    if "enum" in schema:
        return _union(map(_literal, schema["enum"]))
    kinds = [schema["type"]] if isinstance(schema["type"], str) else schema["type"]
    return _union(_of_kind(kind, schema) for kind in kinds)


def _of_kind(kind: str, schema: dict[str, Any]) -> str:
    if kind == "array":
        item, least = _type(schema.get("items", True)), schema.get("minItems", 0)
        if least <= 1:
            return f"{'NonEmptyArray' if least else 'Array'}<{item}>"
        return f"[{', '.join([item] * least)}, ...Array<{item}>]"
    if kind == "object":
        named = _keys(schema).items()
        return _braced([*(_member(*one, schema) for one in named), *_others(schema)])
    return _NATIVE[kind]


def _narrowed(schema: dict[str, Any]) -> list[str]:
    """What is said more of some keys of an object that another schema describes."""
    if schema.keys() & {"items", "minItems", "additionalProperties"}:
        raise ValueError("a schema about arrays or other keys, and no type")
    members = [_member(key, value, schema) for key, value in _keys(schema).items()]
    said = [member for member in members if not member.endswith(_NOTHING_NEW)]
    return [_braced(said)] if said else []


def _check(schema: dict[str, Any]) -> None:
    """Let nothing be dropped that a type could say."""
    unknown = schema.keys() - _SAID - _NARROWING - _OF_THE_WHOLE
    if unknown:
        raise ValueError(f"no type is known for {', '.join(sorted(unknown))}")
    if schema.keys() & _OF_THE_WHOLE and not _has_all_keys(schema):
        raise ValueError("a part of a schema may name keys that do not stand beside it")


def _has_all_keys(schema: dict[str, Any]) -> bool:
    """Whether no keyword about the whole can bring in a key (JSON Schema Core, 10.3.2.3)."""
    if schema.keys() & {"$ref", "const", "enum"}:
        return True
    return "type" in schema and (
        "object" not in schema["type"] or schema.get("additionalProperties") is False
    )


def _literal(value: Any) -> str:
    if value is not None and not isinstance(value, (str, int, float)):
        raise ValueError(f"no type has the one value {value}")
    return json.dumps(value, ensure_ascii=False)


def _union(types: Iterable[str]) -> str:
    return " | ".join(dict.fromkeys(types)) or "never"


def _braced(members: list[str]) -> str:
    return f"{{ {'; '.join(members)} }}" if members else "{ [key: string]: never }"


def _comment(text: str, indent: str = "") -> str:
    """A comment of TSDoc, or "" without text."""
    lines = text.replace("*/", "*\\/").splitlines()
    if len(lines) <= 1:
        return f"{indent}/** {lines[0]} */\n" if lines else ""
    inside = "".join(f"{indent} * {line}".rstrip() + "\n" for line in lines)
    return f"{indent}/**\n{inside}{indent} */\n"
