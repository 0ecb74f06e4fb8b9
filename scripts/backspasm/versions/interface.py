"""What a version says of its JSON documents: their context, and their JSON Schemas.

A release holds both. A dataset, as in a checkout, holds the context, and what its next
release would derive the schemas from: shapes, frames, context and vocabulary. They are
derived as `backspasm.json_schema` does it now, for every dataset alike, and only where two
versions may differ in them.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from backspasm.errors import DataError, FileError, ParseError
from backspasm.files import parse_content
from backspasm.frames import KINDS, put_together
from backspasm.versions.folder import rdf_among

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping

    import pyoxigraph

    from backspasm.places import Places
    from backspasm.versions.folder import Folder
    from backspasm.versions.repository import Tree

    Schemas = Mapping[str, object]

__all__ = ["VOCABULARY_FILE", "Documents", "Sources", "of_dataset", "of_release"]

VOCABULARY_FILE = "ontology/backspasm.ttl"

_CONTEXT = "ontology/context.jsonld"
_FRAMES = "ontology/frames"
_SHAPES = "shapes"
_SCHEMAS = ".schema.json"


class Documents(NamedTuple):
    """What apps that read documents rely on.

    Attributes:
        context: the JSON-LD context file as it was parsed, or None where it is missing.
        schemas: the JSON Schemas by name, or what they are derived from; empty where there
            are none.
    """

    context: object
    schemas: Schemas | Sources

    def derived(self) -> Schemas:
        """The JSON Schemas by name.

        Raises:
            FileError: they cannot be derived.
            ParseError: what they are derived from is broken.
        """
        return self.schemas.derived() if isinstance(self.schemas, Sources) else self.schemas


@dataclass(frozen=True)
class Sources:
    """What the JSON Schemas of a dataset are derived from; the same files give the same.

    Attributes:
        files: the content of each file by its relative name.
        folder: where they are.
    """

    files: dict[str, bytes]
    folder: Folder | Tree = field(compare=False)

    def derived(self) -> Schemas:
        """The JSON Schemas by name.

        Raises:
            FileError: they cannot be derived.
            ParseError: a file is broken.
        """
        from backspasm.json_schema import schemas_of

        try:
            return schemas_of(self._places())
        except DataError as error:
            place = self.folder.where(error.place)
            raise FileError(error.problem, place=place, remedy=error.remedy) from error
        except (AttributeError, LookupError, TypeError, ValueError) as error:
            raise self._underivable(repr(error)) from error

    def _underivable(self, reason: str) -> FileError:
        return FileError(
            "no JSON Schemas can be derived from its shapes, frames, context and vocabulary: "
            f"{reason}",
            place=self.folder.place,
            remedy="mend them, or compare the data alone, such as HEAD:data",
        )

    def _places(self) -> Places:
        from backspasm.context import Context
        from backspasm.places import Places
        from backspasm.shapes import shapes_of
        from backspasm.vocabulary import Vocabulary

        frames = {kind: put_together(kind, self._ontology_file) for kind in _kinds(self.files)}
        context = Context(self._ontology_file("context.jsonld")["@context"])
        vocabulary = Vocabulary(self._triples(VOCABULARY_FILE))
        return Places(frames, context, vocabulary, shapes_of(self._triples(f"{_SHAPES}/")))

    def _ontology_file(self, name: str) -> Any:
        path = f"ontology/{name}"
        if path not in self.files:
            raise FileError("is missing", place=self.folder.where(path), remedy="restore it")
        return _json(self.folder.where(path), self.files[path])

    def _triples(self, start: str) -> Iterator[pyoxigraph.Quad]:
        for name, content in self.files.items():
            if name.startswith(start):
                yield from parse_content(self.folder.where(name), content)


def of_dataset(folder: Folder | Tree) -> Documents:
    """What a dataset says of its documents.

    Raises:
        FileError: a file cannot be read.
        ParseError: the context is broken.
    """
    shapes = rdf_among(folder.below(_SHAPES))
    frames = [name for name in folder.below(_FRAMES) if name.endswith(".jsonld")]
    context = _read(folder, _CONTEXT)
    if context is None or not shapes or not _kinds(frames):
        return Documents(context, {})
    names = [*shapes, *frames, _CONTEXT, VOCABULARY_FILE]
    contents = (content for _, content in folder.read(names))
    return Documents(context, Sources(dict(zip(names, contents, strict=True)), folder))


def of_release(folder: Folder | Tree) -> Documents:
    """What a release says of its documents.

    Raises:
        FileError: a file cannot be read.
        ParseError: a file is broken.
    """
    names = [name for name in folder.below("json/schema") if name.endswith(_SCHEMAS)]
    schemas = {
        name.rpartition("/")[2].removesuffix(_SCHEMAS): _json(*file)
        for name, file in zip(names, folder.read(names), strict=True)
    }
    return Documents(_read(folder, "json/context.jsonld"), schemas)


def _kinds(names: Container[str]) -> list[str]:
    """The kinds of documents that have frames."""
    return [kind for kind in KINDS if f"{_FRAMES}/{kind}.jsonld" in names]


def _read(folder: Folder | Tree, name: str) -> object:
    return _json(*folder.read([name])[0]) if folder.has(name) else None


def _json(name: str, content: bytes) -> Any:
    try:
        return json.loads(content)
    except (ValueError, RecursionError) as error:
        raise ParseError(
            f"not valid JSON: {error}", place=name, remedy="mend the file at this place"
        ) from error
