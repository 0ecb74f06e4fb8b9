"""Where nodes stand in documents: the frames, read with the classes that the shapes put there.

A frame says which keys of a node there are and what is framed below them, a property shape which
class the values have, and the closed shape of that class which properties they have.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

import pyoxigraph

from backspasm.context import read_context
from backspasm.errors import DataError
from backspasm.frames import KINDS, frame
from backspasm.namespaces import RDF
from backspasm.nodes import HELPERS
from backspasm.shapes import read_shapes
from backspasm.vocabulary import read_vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from backspasm.context import Context
    from backspasm.shapes import Path, Shape
    from backspasm.vocabulary import Vocabulary

__all__ = ["TYPE", "Key", "Place", "Places", "read_places"]

TYPE = RDF + "type"

Frame = dict[str, Any]


@dataclass(frozen=True, eq=False)
class Key:
    """One key of the nodes at a place.

    Attributes:
        term: the key; "" stands for a node itself.
        iri: the property; that of a key that is read backwards begins with "^".
        coerced: "@id", "@vocab" or a datatype, where the context says so.
        mapped: whether its values stand in a language map.
        many: whether its values stand in arrays.
        classes: the classes of the values, where the shapes name some.
        places: what nodes stand there, where its values are nodes.
    """

    term: str
    iri: str = ""
    coerced: str = ""
    mapped: bool = False
    many: bool = False
    classes: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, eq=False)
class Place:
    """A place where nodes of one class stand.

    Attributes:
        name: what such nodes are called in schemas.
        kind: the class that is meant.
        of: the class with the closed shape; of what the vocabulary declares, its type.
        classes: all classes of such nodes.
        whole: whether all is there that documents hold of such nodes.
        keys: the keys that they may have, in the order of the context.
    """

    name: str
    kind: str
    of: str
    classes: frozenset[str]
    whole: bool
    keys: dict[str, Key] = field(default_factory=dict)

    def of_property(self, iri: str) -> list[Key]:
        """The keys that stand for a property."""
        return [key for key in self.keys.values() if key.iri == iri]


class Places:
    """All places, found from the frames down.

    Attributes:
        roots: the place of each kind of documents.
        known: each place by its name.
    """

    def __init__(
        self,
        frames: Mapping[str, Frame],
        context: Context,
        vocabulary: Vocabulary,
        shapes: tuple[Shape, ...],
    ) -> None:
        """Read the frames of some kinds of documents.

        Raises:
            ValueError: two places with one name have different keys.
            DataError: a frame says nothing of things that a key names.
        """
        self.frames = frames
        self.context = context
        self.vocabulary = vocabulary
        self.shapes = shapes
        closed = [shape for shape in shapes if shape.text("closed") == "true"]
        self.closed = {iri: shape for shape in closed for iri in shape.iris("targetClass")}
        self.known: dict[str, Place] = {}
        self._found: dict[tuple[str, str], tuple[str, ...]] = {}
        self._reading = ""
        self.roots = {kind: self._root(kind) for kind in frames}

    def entry(self, kind: str, terms: tuple[str, ...]) -> Place:
        """What a list of things says of one that has documents of a kind.

        Args:
            kind: one of those that have frames.
            terms: the keys of which it takes those that the thing has.
        """
        whole = self.frames[kind]
        below = {term: whole.get(term, {}) for term in terms if not term.startswith("@")}
        name = f"{kind.capitalize()}Entry"
        return self._place(self._class(whole), {**below, "@explicit": True}, name)

    def _root(self, kind: str) -> Place:
        self._reading = kind
        return self._place(self._class(self.frames[kind]), self.frames[kind])

    def _class(self, framed: Frame) -> str:
        return self.context.expand(framed["type"])

    def _place(self, iri: str, framed: Frame, name: str = "") -> Place:
        above = self.vocabulary.classes_above(iri)
        of = next((one for one in self.closed if one in above), iri)
        explicit = bool(framed.get("@explicit"))
        reference = explicit and not name
        kind = of if reference else iri
        name = name or self.context.word(kind) + ("Reference" if reference else "")
        classes = frozenset(self.vocabulary.classes_above(kind))
        place = Place(name, kind, of, classes, not explicit)
        terms = self._terms(of, framed)
        for term in sorted(terms, key=self.context.rank.__getitem__):
            place.keys[term] = self._key(term, terms[term], of, framed)
        first = self.known.setdefault(name, place)
        if _signature(first) != _signature(place):
            raise ValueError(f"two frames give different keys to {name}")
        return first

    def _terms(self, of: str, framed: Frame) -> dict[str, str]:
        """The keys of nodes of a class in a frame, each with its property."""
        named = [name for name in framed if not name.startswith("@") and name != "type"]
        backwards = {name: "^" + self.context.expand(name) for name in named if self._turned(name)}
        asked = {self.context.expand(name) for name in named if not self._turned(name)}
        if of not in self.closed:
            return {term: iri for iri in asked for term in self.context.keys_of(iri)}
        properties = {TYPE, *self._properties(of)}
        if framed.get("@explicit"):
            properties &= {TYPE, *asked}
        forwards = {term: iri for iri in properties for term in self.context.keys_of(iri)}
        return {**forwards, "type": TYPE, **backwards}

    def _turned(self, term: str) -> bool:
        said = self.context.terms.get(term)
        return isinstance(said, dict) and "@reverse" in said

    def _properties(self, of: str) -> set[str]:
        """What documents say of nodes of a class: what its closed shape allows, but no helpers.

        Nor what the shape leaves to the rules and narrower properties say already.
        """
        shape = self.closed[of]
        own = {child.path.iri for child in shape.said["property"] if child.path}
        ignored = {term.value for term in shape.one("ignoredProperties") or ()}
        repeated = {one for iri in own for one in self.vocabulary.properties_above(iri) - own}
        return (own | ignored - repeated) - HELPERS - {TYPE}

    def _key(self, term: str, iri: str, of: str, framed: Frame) -> Key:
        said = self.context.terms[term]
        held = said.get("@container", ()) if isinstance(said, dict) else ()
        coerced = said.get("@type", "") if isinstance(said, dict) else ""
        if term == "type":
            coerced = "@vocab"
        elif coerced and not coerced.startswith("@"):
            coerced = self.context.expand(coerced)
        classes = self._classes(iri, of)
        mapped = "@language" in held
        places: dict[str, Place] = {}
        if not (coerced or mapped):
            name = term[0].upper() + term[1:]
            below = self._below(framed, term, of) if classes else {}
            for one in classes:
                of_vocabulary = not (set(self.closed) & self.vocabulary.classes_above(one))
                place = self._place(one, below, name * of_vocabulary)
                places[place.name] = place
        return Key(term, iri, coerced, mapped, "@set" in held, classes, tuple(places.values()))

    def _below(self, framed: Frame, term: str, of: str) -> Frame:
        """What a frame says of the nodes under a key.

        Raises:
            DataError: it says nothing, or that they are only named. A processor would put all
                of them there, with all that they name in turn, or bare ids.
        """
        iri = self.context.expand(term)
        named = (below for name, below in framed.items() if self.context.expand(name) == iri)
        found: Frame = framed.get(term) or next(named, {})
        if not found or found.get("@embed") == "@never":
            raise DataError(
                f"no frame stands under {term} of a {self.context.word(of)}",
                place=f"ontology/frames/{self._reading}.jsonld",
                remedy="say there, or in the part it refers to, what is shown of these",
            )
        return found

    def _classes(self, iri: str, of: str) -> tuple[str, ...]:
        """The classes that the shapes want of the values of a property of a class."""
        if (iri, of) not in self._found:
            self._found[iri, of] = tuple(dict.fromkeys(self._wanted(iri, of)))
        return self._found[iri, of]

    def _wanted(self, iri: str, of: str) -> Iterator[str]:
        if iri.startswith("^"):
            yield from (one for one in self.closed if iri[1:] in self._properties(one))
            return
        for shape in self._speaking(iri, of):
            yield from shape.iris("class")
            for parts in shape.said.get("or", ()):
                yield from (one for part in parts for one in part.iris("class"))
            for term in shape.one("in") or ():
                if isinstance(term, pyoxigraph.NamedNode):
                    yield from self._types(term.value)

    def _types(self, iri: str) -> list[str]:
        return [one for one, members in self.vocabulary.members.items() if iri in members]

    def _speaking(self, iri: str, of: str) -> Iterator[Shape]:
        """The shapes that say something of the values of a property."""
        for shape in self.shapes:
            own = shape is self.closed.get(of) or iri in shape.iris("targetSubjectsOf")
            if own or of in shape.iris("targetClass"):
                parts = shape.said.get("property", ()) if own else (shape,)
                yield from (part for part in parts if part.path and _ends(part.path, iri))
            if iri in shape.iris("targetObjectsOf") and not shape.path:
                yield shape


def _ends(path: Path, iri: str) -> bool:
    """Whether a path is a property, or that among others."""
    return path.iri == iri or (
        path.how == "alternativePath" and any(part.iri == iri for part in path.parts)
    )


def _signature(place: Place) -> tuple[Any, ...]:
    keys = place.keys.values()
    return place.of, place.whole, *((key.term, *(one.name for one in key.places)) for key in keys)


@cache
def read_places() -> Places:
    """The places of all documents."""
    frames = {kind: frame(kind) for kind in KINDS}
    return Places(frames, read_context(), read_vocabulary(), read_shapes())
