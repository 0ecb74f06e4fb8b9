"""The folder of JSON-LD documents: one file for each thing, and an index of them all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from backspasm.context import read_context
from backspasm.distribution import Distribution
from backspasm.documents import KINDS, Documents
from backspasm.frames import frame
from backspasm.jsonld import dumps

if TYPE_CHECKING:
    from collections.abc import Iterator

    from backspasm.graph import Graph

__all__ = ["FOLDER", "files", "path_of"]

FOLDER = "json"
"""The folder in a release; the paths inside documents are relative to it."""

_MEDIA_TYPE = "application/ld+json"
_NAMING = ("type", "prefLabel", "title", "statement", "deprecated")
_OWN_TERMS = {"things": "@graph", "kind": None, "files": None}
"""Terms of the index alone: what holds its nodes, and what is no RDF."""


def files(graph: Graph) -> list[Distribution]:
    """All documents, the index, the context, and the frames that the documents are made by.

    `index.json` lists each thing with its id, kind, types, name, whether it was withdrawn, and
    the paths of its documents.
    """
    documents = Documents(graph)
    made = {kind: documents.of_kind(kind) for kind in KINDS}
    contents: dict[str, Any] = {
        path_of(kind, document["id"]): document for kind in KINDS for document in made[kind]
    }
    contents["index.json"] = _index(made)
    contents["context.jsonld"] = {"@context": read_context().terms}
    for kind in KINDS:
        contents[f"frames/{kind}.jsonld"] = {**frame(kind), "@context": "../context.jsonld"}
    return [
        Distribution(f"{FOLDER}/{path}", _MEDIA_TYPE, dumps(content))
        for path, content in sorted(contents.items())
    ]


def path_of(kind: str, name: str) -> str:
    """The path of a document: its kind, and what stands behind the prefix of its id."""
    prefix, _, local = name.partition(":")
    known = prefix in read_context().prefixes
    return f"{kind}/{quote(local if known else name, safe='')}.json"


def _index(made: dict[str, list[dict[str, Any]]]) -> dict[str, Any]:
    things: dict[str, dict[str, Any]] = {}
    for kind, documents in made.items():
        for document in documents:
            naming = {key: document[key] for key in _NAMING if key in document}
            new = {"id": document["id"], "kind": kind, **naming, "files": {}}
            thing = things.setdefault(document["id"], new)
            thing["files"][kind] = path_of(kind, document["id"])
    entries = list(things.values())
    context = read_context().part(_used(entries))
    return {"@context": {**context, **_OWN_TERMS}, "things": entries}


def _used(entries: list[dict[str, Any]]) -> Iterator[str]:
    for entry in entries:
        yield from (key for key in entry if key not in _OWN_TERMS)
        yield from entry["type"]
        yield from read_context().prefix_of(entry["id"])
