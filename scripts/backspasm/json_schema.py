"""JSON Schemas of the documents, from shapes, context, frames and vocabulary (draft 2020-12).

Nothing is said here that those say: a change of theirs is a change of the schemas.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from backspasm.constraints import PATHS, REASONS
from backspasm.definitions import Constraint, Definitions
from backspasm.namespaces import BASE
from backspasm.patterns import ID, TAG
from backspasm.places import TYPE, Key, Place, Places, read_places
from backspasm.spelling import spelled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from backspasm.fragments import Schema
    from backspasm.shapes import Shape

__all__ = ["INDEX", "Constraint", "schemas", "schemas_of", "unsaid"]

INDEX = "index"
"""The name of the schema of the list of all things."""

NAMING = ("id", "type", "prefLabel", "title", "statement", "deprecated")
"""What the list of all things says of each, where it says it of itself."""

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_ADDRESS = BASE + "schema/{}.schema.json"

_CONTEXT: dict[str, Any] = {
    "title": "Context",
    "description": "What the keys stand for in RDF (JSON-LD 1.1). Who reads plain JSON needs none "
    "of it.",
    "type": "object",
    "properties": {"@version": {"const": 1.1}},
    "required": ["@version"],
    "additionalProperties": {"anyOf": [{"type": name} for name in ("string", "object", "null")]},
}
_KEYWORDS = {
    "id": "The id, which never changes: an IRI, shortened by a prefix of the context.",
    "type": "What it is: its class and the wider classes of that.",
}
_SHORT_LIST = 4
"""How many values stand in place; longer lists have a definition of their own."""


@cache
def schemas() -> dict[str, dict[str, Any]]:
    """The schema of each kind of documents and of the list of all things, by its name."""
    return schemas_of(read_places())


def schemas_of(places: Places) -> dict[str, dict[str, Any]]:
    """The same for other places, such as those of another version."""
    return _Writer(places).made


def unsaid() -> dict[Constraint, str]:
    """The constraints of the shapes that some schema does not say in full, each with the reason."""
    writer = _Writer(read_places())
    found = writer.definitions.unsaid
    reasons = {one: reason for (whole, one), reason in found.items() if whole}
    for shape in writer.places.shapes:
        for parameter, _ in shape.constraints():
            one = Constraint(shape.name, parameter)
            if one not in writer.definitions.said:
                reasons.setdefault(one, found.get((False, one), _reason(shape, parameter)))
    return dict(sorted(reasons.items()))


def _reason(shape: Shape, parameter: str) -> str:
    """Why a constraint was never met at any place."""
    if shape.path and shape.path.how:
        return PATHS.get(shape.path.how, PATHS[""])
    return REASONS.get(parameter, "no document holds what it is about")


class _Writer:
    """Writes all schemas from one set of definitions."""

    def __init__(self, places: Places) -> None:
        self.places = places
        self.definitions = Definitions(places)
        self.parts: dict[str, dict[str, Any]] = {}
        self.made = {kind: self._document(kind) for kind in places.roots}
        self.made[INDEX] = self._index()

    def _document(self, kind: str) -> dict[str, Any]:
        place = self.places.roots[kind]
        schema = self._place(place)
        schema["properties"] = {"@context": {"$ref": "#/$defs/Context"}, **schema["properties"]}
        schema["required"] = ["@context", *schema["required"]]
        return self._whole(kind, schema)

    def _whole(self, name: str, schema: dict[str, Any]) -> dict[str, Any]:
        used: dict[str, Any] = {}
        pending = [*_references(schema)]
        while pending:
            part = pending.pop()
            if part not in used:
                used[part] = _CONTEXT if part == "Context" else self.parts[part]
                pending += _references(used[part])
        head = {"$schema": _DIALECT, "$id": _ADDRESS.format(name)}
        whole: dict[str, Any] = spelled({**head, **schema, "$defs": dict(sorted(used.items()))})
        return whole

    def _place(self, place: Place) -> dict[str, Any]:
        """The schema of a place; those of the nodes inside become parts."""
        for key in place.keys.values():
            for below in key.places:
                if below.name not in self.parts:
                    self.parts[below.name] = {}
                    self.parts[below.name] = self._place(below)
        schema = self.definitions.of(place)
        for term, value in schema["properties"].items():
            key = place.keys.get(term, Key("id", coerced="@id"))
            described = {"description": text} if (text := self._text(key, place)) else {}
            schema["properties"][term] = {**described, **self._tidied(value, key, place)}
        about = self.places.vocabulary.definitions.get(place.kind)
        return {"title": place.name, **({"description": about} if about else {}), **schema}

    def _tidied(self, schema: dict[str, Any], key: Key, place: Place) -> dict[str, Any]:
        """A schema of what a key holds, in the words that are easiest to read."""
        tidied = dict(schema)
        if key.mapped:
            _name_languages(tidied)
        if key.many and isinstance(tidied.get("items"), dict) and not key.mapped:
            tidied["items"] = self._listed(tidied["items"], key, place)
        if not key.many and not key.mapped:
            tidied = self._listed(tidied, key, place)
        return tidied

    def _listed(self, schema: dict[str, Any], key: Key, place: Place) -> dict[str, Any]:
        tidied = dict(schema)
        values = tidied.pop("enum", None)
        if values is None:
            if key.coerced == "@id" and "pattern" not in tidied:
                tidied["pattern"] = ID
            elif not (key.coerced or key.places or "type" in tidied):
                tidied["type"] = ["string", "integer", "boolean"]
            return tidied
        tidied.pop("type", None)
        name = self._list_name(values, key, place)
        if name:
            return {"$ref": f"#/$defs/{name}", **tidied}
        return {"const": values[0], **tidied} if len(values) == 1 else {"enum": values, **tidied}

    def _list_name(self, values: list[Any], key: Key, place: Place) -> str:
        """The name of the definition that a list of values has, or "" where it has none."""
        vocabulary, context = self.places.vocabulary, self.places.context
        if key.iri == TYPE and len(values) > _SHORT_LIST:
            name = context.word(place.of) + "Type"
            self.parts[name] = {"title": name, "enum": values}
            return name
        for iri in key.classes:
            if [context.word(one) for one in vocabulary.instances(iri)] == values:
                name = context.word(iri)
                meanings = [vocabulary.definitions[one] for one in vocabulary.instances(iri)]
                lines = [f"{word}: {text}" for word, text in zip(values, meanings, strict=True)]
                text = "\n".join([vocabulary.definitions[iri], *lines])
                self.parts[name] = {"title": name, "description": text, "enum": values}
                return name
        return ""

    def _text(self, key: Key, place: Place) -> str:
        """What a key means: what its shape says of it, or else the vocabulary."""
        if key.term in _KEYWORDS:
            return _KEYWORDS[key.term]
        for shape in self.places.shapes:
            applies = place.of in shape.iris("targetClass")
            for child in shape.said.get("property", ()) if applies else ():
                if child.path and child.path.iri == key.iri and child.said.get("description"):
                    return str(child.text("description"))
        if key.iri.startswith("^"):
            there = key.places[0]
            first = Key(self.places.context.keys_of(key.iri[1:])[0], key.iri[1:])
            other = next(iter(there.of_property(first.iri)), first)
            return f"Read backwards from {other.term}: {self._text(other, there)}"
        return self.places.vocabulary.definitions.get(key.iri, "")

    def _index(self) -> dict[str, Any]:
        entries = {kind: self._entry(kind) for kind in self.places.roots}
        _name_the_missing(list(entries.values()))
        _name_the_missing([entry["properties"]["files"] for entry in entries.values()])
        self.parts.update({entry["title"]: entry for entry in entries.values()})
        things = {"anyOf": [{"$ref": f"#/$defs/{entry['title']}"} for entry in entries.values()]}
        schema = {
            "title": "Index",
            "description": "All things that have documents.",
            "type": "object",
            "properties": {
                "@context": {"$ref": "#/$defs/Context"},
                "things": {
                    "description": "Each thing, with its name and the paths of its documents.",
                    "type": "array",
                    "items": things,
                    "uniqueItems": True,
                },
            },
            "required": ["@context", "things"],
            "additionalProperties": False,
        }
        return self._whole(INDEX, schema)

    def _entry(self, kind: str) -> dict[str, Any]:
        """One thing of the list: its documents are those of its kind, and of the wider one."""
        entry = self.places.entry(kind, NAMING)
        schema = self._place(entry)
        roots = self.places.roots
        held = [one for one, place in roots.items() if place.kind in entry.classes]
        id_, *others = schema["properties"].items()
        schema["properties"] = dict([id_, ("kind", _kind(kind)), *others])
        schema["properties"]["files"] = {
            "description": "The paths of its documents, beside this list, by their kinds.",
            "type": "object",
            "properties": {
                one: {"type": "string", "pattern": rf"^{one}/[^/]+\.json$"} for one in held
            },
            "required": held,
            "additionalProperties": False,
        }
        schema["required"] = [*schema["required"], "kind", "files"]
        narrower = [
            self.places.context.word(place.kind)
            for place in roots.values()
            if place.of == entry.of and place.kind not in entry.classes
        ]
        for word in narrower:  # it would be of that kind
            schema["properties"]["type"]["not"] = {"contains": {"const": word}}
        return schema


def _kind(kind: str) -> dict[str, Any]:
    says = "The kind of the document that says most of it; a condition is a concept too."
    return {"description": says, "const": kind}


def _name_the_missing(schemas: list[dict[str, Any]]) -> None:
    """Let each of some closed schemas name the keys of all, so that any may be asked for."""
    names = dict.fromkeys(name for schema in schemas for name in schema["properties"])
    for schema in schemas:
        held = schema["properties"]
        schema["properties"] = {name: held.get(name, False) for name in names}


def _name_languages(schema: dict[str, Any]) -> None:
    """Turn a map with some languages alone into an object with their keys."""
    languages = schema.get("propertyNames", {}).get("enum")
    if languages is None:
        schema["propertyNames"] = {"pattern": TAG}
        return
    del schema["propertyNames"]
    value = schema.pop("additionalProperties")
    schema["properties"] = dict.fromkeys(languages, value)
    schema["additionalProperties"] = False
    if len(languages) == 1:
        del schema["minProperties"]
        schema["required"] = languages


def _references(schema: Schema | list[Any]) -> Iterator[str]:
    if isinstance(schema, list):
        for item in schema:
            yield from _references(item)
    elif isinstance(schema, dict):
        if "$ref" in schema:
            yield str(schema["$ref"]).rpartition("/")[2]
        for value in schema.values():
            yield from _references(value)
