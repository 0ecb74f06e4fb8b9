"""What documents hold of a node, as JSON Schema: the shapes applied to a place."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from backspasm.constraints import Translator, Unsaid
from backspasm.fragments import Schema, both, required, within
from backspasm.namespaces import shorten
from backspasm.shapes import Path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from backspasm.context import Context
    from backspasm.places import Key, Place, Places
    from backspasm.shapes import Shape

__all__ = ["Constraint", "Definitions"]


class Constraint(NamedTuple):
    """One constraint of the shapes.

    Attributes:
        shape: the IRI of the named shape that has it.
        parameter: its parameter, such as "minCount".
    """

    shape: str
    parameter: str


class Definitions:
    """The schemas of places, and what of the shapes they say.

    Attributes:
        said: the constraints that some schema says.
        unsaid: why some could not be said at some place, by whether nodes are whole there.
    """

    def __init__(self, places: Places) -> None:
        self.places = places
        self.translator = Translator(places)
        self.said: set[Constraint] = set()
        self.unsaid: dict[tuple[bool, Constraint], str] = {}

    def of(self, place: Place) -> dict[str, Any]:
        """The schema of the nodes at a place, with `$ref` for the nodes inside them.

        Raises:
            ValueError: the shapes refuse all of them.
        """
        plain: list[Schema] = [_base(place, self.places.context)]
        others: list[dict[str, Any]] = []
        for shape in self.places.shapes:
            if shape.text("severity").endswith(("Warning", "Info")):
                for parameter, _ in shape.constraints():
                    self.unsaid[True, Constraint(shape.name, parameter)] = "it only warns"
                continue
            for condition, target in self._targeted(shape, place):
                under: list[Schema] = []
                self._apply(condition, target, place, plain, under)
                if (fragment := both(under)) is not True:
                    others.append(_commented(condition, fragment, shape))
        schema = both(plain)
        if isinstance(schema, bool):
            raise ValueError(f"nothing can stand at {place.name}")
        shown = {key: value for key, value in schema["properties"].items() if value is not False}
        schema["properties"] = {key: shown[key] for key in ("id", *place.keys) if key in shown}
        kept = {"additionalProperties": False}
        more = [*schema.pop("allOf", ()), *others]
        return {**schema, **kept, **({"allOf": more} if more else {})}

    def _targeted(self, shape: Shape, place: Place) -> Iterator[tuple[Schema, Shape]]:
        """The ways in which a shape is about nodes at a place: under what condition, and what."""
        for iri in shape.iris("targetClass"):
            if iri in place.classes:
                yield True, shape
            elif place.of in self.places.vocabulary.classes_above(iri) and "type" in place.keys:
                word = self.places.context.word(iri)
                yield within("type", {"contains": {"const": word}}), shape
        for iri in shape.iris("targetSubjectsOf"):
            keys = place.of_property(iri)
            if keys:
                yield required(*(key.term for key in keys)), shape
        for iri in shape.iris("targetObjectsOf") if not shape.path else ():
            for key in place.of_property(iri):
                yield True, _of_values(shape, key)
        yield from self._reached(shape, place)

    def _reached(self, shape: Shape, place: Place) -> Iterator[tuple[Schema, Shape]]:
        """A shape that reaches the nodes at a place from what they point at."""
        path, nodes = shape.path, shape.iris("targetNode")
        if not (path and nodes and path.how == "inversePath" and not path.parts[0].how):
            return
        for key in place.of_property(path.parts[0].iri):
            words = [self.places.context.word(iri) for iri in nodes]
            asked: Schema = {"properties": {key.term: {"enum": words}}, "required": [key.term]}
            yield asked, replace(shape, path=None)

    def _apply(
        self,
        condition: Schema,
        shape: Shape,
        place: Place,
        plain: list[Schema],
        under: list[Schema],
    ) -> None:
        children = shape.said.get("property", ()) if not shape.path else ()
        for child in children:
            keys = place.of_property(child.path.iri) if child.path else ()
            only = (
                condition == required(*(key.term for key in keys)) and "minCount" not in child.said
            )
            named = child if child.name else replace(child, name=shape.name)
            self._apply(True if only else condition, named, place, plain, under)
        for parameter, value in shape.constraints():
            if parameter == "closed":
                self.said.add(Constraint(shape.name, parameter))
                continue
            single = replace(shape, said=_alone(shape, parameter, value))
            fragment = self._tried(Constraint(shape.name, parameter), single, place)
            (plain if condition is True and _is_plain(fragment) else under).append(fragment)

    def _tried(self, constraint: Constraint, shape: Shape, place: Place) -> Schema:
        try:
            fragment = self.translator.node(shape, place)
        except Unsaid as reason:
            self.unsaid[place.whole, constraint] = reason.reason
            return reason.instead
        self.said.add(constraint)
        return fragment


def _alone(shape: Shape, parameter: str, value: Any) -> dict[str, list[Any]]:
    """One constraint of a shape, with what belongs to it."""
    beside = ("flags", "qualifiedValueShape")
    return {parameter: [value], **{name: shape.said[name] for name in beside if name in shape.said}}


def _of_values(shape: Shape, key: Key) -> Shape:
    """A shape of the values of a property as one of what has the property."""
    return replace(shape, path=Path("", key.iri))


def _is_plain(fragment: Schema) -> bool:
    return isinstance(fragment, dict) and fragment.keys() <= {"properties", "required"}


def _commented(condition: Schema, fragment: Schema, shape: Shape) -> dict[str, Any]:
    alone = fragment if isinstance(fragment, dict) else {"not": {}}
    said = alone if condition is True else {"if": condition, "then": fragment}
    return {"$comment": shorten(shape.name), **said}


def _base(place: Place, context: Context) -> Schema:
    """What the frame and the context say of nodes at a place."""
    keys = {"id": {"type": "string"}, **{key.term: _holder(key) for key in place.keys.values()}}
    needed = [term for term in ("id", "type") if term in keys]
    words = dict.fromkeys((context.word(place.of), context.word(place.kind)))
    types = [within("type", {"contains": {"const": word}}) for word in words if "type" in keys]
    return both([{"type": "object", "properties": keys, "required": needed}, *types])


def _holder(key: Key) -> Schema:
    value: dict[str, Any] = {}
    if len(key.places) == 1:
        value = {"$ref": f"#/$defs/{key.places[0].name}"}
    elif key.places:
        value = {"anyOf": [{"$ref": f"#/$defs/{place.name}"} for place in key.places]}
    elif key.coerced or key.mapped:
        value = {"type": "string"}
    if key.many:
        value = {"type": "array", "items": value, "minItems": 1, "uniqueItems": True}
    if not key.mapped:
        return value
    return {
        "type": "object",
        "additionalProperties": value,
        "minProperties": 1,
    }
