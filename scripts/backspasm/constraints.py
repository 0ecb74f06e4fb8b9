"""What a constraint of SHACL says of one document, as JSON Schema (SHACL, section 4).

A document is a tree, and a schema sees no other: what leads out of it cannot be said.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pyoxigraph

from backspasm.fragments import Schema, both, either, required, within
from backspasm.jsonld import expanded_value
from backspasm.namespaces import RDF, XSD
from backspasm.patterns import LEXICAL, at_least, at_most, of_ids, portable
from backspasm.places import Key, Place, Places

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from backspasm.shapes import Path, Shape

__all__ = ["PATHS", "REASONS", "Translator", "Unsaid"]

_NATIVE = {XSD + "string": "string", XSD + "integer": "integer", XSD + "boolean": "boolean"}
_OF_ALL_VALUES = frozenset(
    "minCount maxCount hasValue qualifiedMinCount qualifiedMaxCount uniqueLang languageIn equals "
    "disjoint lessThan".split()
)
"""What is said of all values of a property together, and not of each by itself."""


class Unsaid(Exception):  # noqa: N818 (no error: something that has no form)
    """A constraint cannot be said of one document.

    Attributes:
        reason: why.
        instead: what can be said of it.
    """

    def __init__(self, reason: str, instead: Schema = True) -> None:  # noqa: FBT002 (a schema)
        self.reason = reason
        self.instead = instead
        super().__init__(reason)


class Translator:
    """Turns constraints into schemas of the nodes at a place."""

    def __init__(self, places: Places) -> None:
        self.places = places
        self.context = places.context
        self.vocabulary = places.vocabulary

    def node(self, shape: Shape, place: Place) -> Schema:
        """What a shape says of a node.

        Raises:
            Unsaid: some of it cannot be said.
        """
        return self.value(shape, _itself(place))

    def value(self, shape: Shape, key: Key) -> Schema:
        """What a shape says of each value of a key by itself.

        Raises:
            Unsaid: some of it cannot be said.
        """
        if shape.path:
            return both(self.property(shape, place) for place in _only(key))
        said = [(name, value) for name, value in shape.constraints() if name not in _OF_ALL_VALUES]
        children = [self.property(child, _only(key)[0]) for child in shape.said.get("property", ())]
        return both([*(self.constraint(*one, shape, key) for one in said), *children])

    def constraint(self, name: str, value: Any, shape: Shape, key: Key) -> Schema:
        """What one constraint of a shape says of each value of a key.

        Raises:
            Unsaid: it cannot be said.
        """
        try:
            if name in _LOGIC or name in ("not", "node"):
                return self._combined(name, value, key)
            said: Callable[..., Schema] | None = getattr(self, f"_{_snake(name)}", None)
            if said is None:
                raise Unsaid(REASONS.get(name, f"nothing in JSON Schema is like sh:{name}"))
            return said(value, key, shape)
        except ValueError as error:
            raise Unsaid(str(error)) from error

    def _combined(self, name: str, value: Any, key: Key) -> Schema:
        if name == "node" and not key.places:
            raise Unsaid(f"only the id of what {key.term} points at stands there")
        parts = value if name in _LOGIC else (value,)
        try:
            schemas = [self.value(part, key) for part in parts]
        except Unsaid as inner:  # a part that is said is no part of the whole
            raise Unsaid(inner.reason) from inner
        return _LOGIC[name](schemas) if name in _LOGIC else _not(schemas[0], name)

    def property(self, shape: Shape, place: Place) -> Schema:
        """What a property shape says of a node.

        Raises:
            Unsaid: some of it cannot be said.
        """
        path = shape.path
        if path is None:
            raise Unsaid("a property shape without a path")
        of_all = [name for name, _ in shape.constraints() if name in _OF_ALL_VALUES]
        if path.how in ("sequence", "alternativePath") and not of_all:
            return self._along(path, shape, place)
        if path.how:
            raise Unsaid(PATHS.get(path.how, PATHS[""]))
        keys = place.of_property(path.iri)
        if not keys:
            name = self.context.word(path.iri)
            raise Unsaid(f"documents do not say {name} of a {self.context.word(place.of)}")
        bare = replace(shape, path=None)
        each = [self._each(bare, key) for key in keys]
        together = [
            self._together(name, value, shape, keys)
            for name, value in shape.constraints()
            if name in _OF_ALL_VALUES
        ]
        return both([*each, *together])

    def _each(self, shape: Shape, key: Key) -> Schema:
        try:
            return within(key.term, _held(key, self.value(shape, key)))
        except Unsaid as inner:
            raise Unsaid(inner.reason, within(key.term, _held(key, inner.instead))) from inner

    def _along(self, path: Path, shape: Shape, place: Place) -> Schema:
        """What is said of each value at the end of a path."""
        if path.how == "alternativePath":
            return both(self.property(replace(shape, path=part), place) for part in path.parts)
        first, *rest = path.parts
        if first.how:
            raise Unsaid(PATHS.get(first.how, PATHS[""]))
        if not rest:
            return self.property(replace(shape, path=first), place)
        onward = replace(shape, path=replace(path, parts=tuple(rest)))
        keys = place.of_property(first.iri)
        if not keys or not keys[0].places:
            raise Unsaid(f"documents do not say {self.context.word(first.iri)} here")
        inner = both(self.property(onward, below) for below in keys[0].places)
        return within(keys[0].term, _held(keys[0], inner))

    def _together(self, name: str, value: Any, shape: Shape, keys: Sequence[Key]) -> Schema:
        terms = [key.term for key in keys]
        if name == "minCount" and int(value.value) == 1:
            return required(*terms)
        if name == "maxCount" and int(value.value) == 0:
            return both(within(term, schema=False) for term in terms)
        if name == "hasValue":
            return either([self._has(value, key) for key in keys])
        turned = self._turned(keys[0])
        if name == "maxCount" and turned:
            raise Unsaid(f"{turned} of the other thing says it too")
        if name == "maxCount" and len(keys) > 1 and int(value.value) == 1:
            few = [_few(key, value) for key in keys]
            return both([*few, {"not": {"required": terms}}])
        if name == "equals" and len(keys) == 1:
            return self._equal(keys[0], value)
        if name in REASONS or len(keys) > 1:
            raise Unsaid(REASONS.get(name, f"{' and '.join(terms)} are counted together"))
        return self._of_key(name, value, shape, keys[0])

    def _turned(self, key: Key) -> str:
        """The key that says the same backwards, somewhere, or "" where none does."""
        keys = (one for place in self.places.known.values() for one in place.keys.values())
        return next((one.term for one in keys if one.iri == f"^{key.iri}"), "")

    def _of_key(self, name: str, value: Any, shape: Shape, key: Key) -> Schema:
        if name == "maxCount":
            return _few(key, value)
        if name == "minCount":
            return both([required(key.term), within(key.term, {"minItems": int(value.value)})])
        if name == "uniqueLang":
            alone = {"additionalProperties": {"maxItems": 1}}
            return within(key.term, alone if key.many else True) if key.mapped else True
        if name == "languageIn":
            languages = {"propertyNames": {"enum": [tag.value for tag in value]}}
            return within(key.term, languages if key.mapped else False)
        inner = {"contains": self.value(shape.one("qualifiedValueShape"), key)}
        number = int(value.value)
        if name == "qualifiedMaxCount":
            return within(key.term, {**inner, "minContains": 0, "maxContains": number})
        return both([required(key.term), within(key.term, {**inner, "minContains": number})])

    def _has(self, term: Any, key: Key) -> Schema:
        written = self._written(term, key)
        if written is None:
            return False
        value = {"properties": {"id": {"const": written}}} if key.places else {"const": written}
        held = {"contains": value} if key.many else value
        return {"required": [key.term], "properties": {key.term: held}}

    def _equal(self, key: Key, other: Any) -> Schema:
        """Two keys have the same value: said value by value, where there is a list of them."""
        two = self.context.keys_of(other.value)[0]
        values = [word for iri in key.classes for word in self._instances(iri)]
        if key.many or key.coerced != "@vocab" or two not in self.context.words:
            raise Unsaid(REASONS["equals"])
        pairs = [
            {"properties": {key.term: {"const": word}, two: {"const": word}}} for word in values
        ]
        neither = {"properties": {key.term: False, two: False}}
        return {"anyOf": [neither, *({**pair, "required": [key.term, two]} for pair in pairs)]}

    def _instances(self, iri: str) -> list[str]:
        return [self.context.word(one) for one in self.vocabulary.instances(iri)]

    def _written(self, term: Any, key: Key) -> Any:
        """How a key writes a value, or None where it cannot."""
        if isinstance(term, pyoxigraph.NamedNode):
            if key.coerced == "@vocab":
                return self.context.word(term.value)
            return self.context.compact(term.value) if key.places or key.coerced == "@id" else None
        if key.coerced:
            return term.value if term.datatype.value == key.coerced else None
        value = expanded_value(term)
        return value["@value"] if len(value) == 1 and not (key.places or key.mapped) else None

    def _in(self, terms: Sequence[Any], key: Key, _: Shape) -> Schema:
        written = [self._written(term, key) for term in terms]
        values = [value for value in written if value is not None]
        if not values:
            return False
        return {"properties": {"id": {"enum": values}}} if key.places else {"enum": values}

    def _class(self, iri: Any, key: Key, _: Shape) -> Schema:
        if key.places and all(iri.value in (place.of, place.kind) for place in key.places):
            return True
        if key.places:
            return within("type", {"contains": {"const": self.context.word(iri.value)}})
        if key.coerced == "@vocab":
            return {"enum": self._instances(iri.value)}
        if key.coerced != "@id":
            return False
        patterns = [
            {"pattern": of_ids(shape.text("pattern"), self.context.prefixes)}
            for shape in self.places.shapes
            if iri.value in shape.iris("targetClass") and shape.text("pattern")
        ]
        raise Unsaid("only the id of the other thing stands there", both(patterns))

    def _pattern(self, value: Any, key: Key, shape: Shape) -> Schema:
        if key.coerced == "@vocab":
            raise Unsaid("the documents write a term for the IRI")
        if key.places or key.coerced == "@id":
            pattern = {"pattern": of_ids(value.value, self.context.prefixes)}
            return {"properties": {"id": pattern}} if key.places else pattern
        return {"pattern": portable(value.value, shape.text("flags"))}

    def _node_kind(self, value: Any, key: Key, _: Shape) -> Schema:
        kind = value.value.rpartition("#")[2]
        return ("IRI" if key.places or key.coerced.startswith("@") else "Literal") in kind

    def _datatype(self, value: Any, key: Key, _: Shape) -> Schema:
        iri = value.value
        if key.mapped:
            return bool(iri == RDF + "langString")
        if key.coerced:
            return {"pattern": LEXICAL[iri]} if iri == key.coerced else False
        return {"type": _NATIVE[iri]} if iri in _NATIVE and not key.places else False

    def _min_inclusive(self, value: Any, key: Key, _: Shape) -> Schema:
        return self._bound("minimum", at_least, value, key)

    def _max_inclusive(self, value: Any, key: Key, _: Shape) -> Schema:
        return self._bound("maximum", at_most, value, key)

    def _bound(self, name: str, pattern: Callable[[str], str], value: Any, key: Key) -> Schema:
        if key.coerced == XSD + "decimal":
            return {"pattern": pattern(value.value)}
        number = float(value.value)
        native = not (key.coerced or key.mapped)
        return {name: int(number) if number.is_integer() else number} if native else False

    def _min_length(self, value: Any, key: Key, _: Shape) -> Schema:
        if key.places or key.coerced.startswith("@"):
            raise Unsaid("the length of an IRI is not that of an id")
        return {"minLength": int(value.value)}


_LOGIC: dict[str, Callable[[list[Schema]], Schema]] = {
    "or": either,
    "and": both,
    "xone": lambda parts: {"oneOf": parts},
}

REASONS = {
    "sparql": "it asks the whole graph by SPARQL",
    "equals": "it compares the values of two properties",
    "disjoint": "it compares the values of two properties",
    "lessThan": "it compares the values of two properties",
}
"""Why constraints of some kinds are never said."""

PATHS = {
    "inversePath": "its path leads against a property, from other things to this one",
    "sequence": "it counts or compares what stands at the end of a path of several steps",
    "alternativePath": "it counts or compares the values of several properties together",
    "": "its path has any number of steps",
}
"""Why what a shape says of some paths is not said, by the kind of path."""


def _snake(name: str) -> str:
    return "".join(f"_{char.lower()}" if char.isupper() else char for char in name)


def _itself(place: Place) -> Key:
    return Key("", places=(place,))


def _not(schema: Schema, name: str) -> Schema:
    return {"not": schema} if name == "not" else schema


def _only(key: Key) -> tuple[Place, ...]:
    if len(key.places) != 1:
        raise Unsaid(f"no node of one class stands at {key.term}")
    return key.places


def _few(key: Key, most: Any) -> Schema:
    if not key.many:
        return True
    if key.mapped:
        raise Unsaid(f"the values of {key.term} are counted over all languages")
    return within(key.term, {"maxItems": int(most.value)})


def _held(key: Key, schema: Schema) -> Schema:
    """What is said of each value, said of how a key holds its values."""
    if isinstance(schema, bool):
        return schema
    held: Schema = {"items": schema} if key.many else schema
    return {"additionalProperties": held} if key.mapped else held
