"""The frames that documents are made by (JSON-LD 1.1 Framing, section 2)."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from backspasm.context import read_context, read_ontology_file

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["KINDS", "expanded", "frame", "put_together", "refuse"]

KINDS = ("condition", "concept", "claim", "mechanism", "document")
"""The kinds of documents, each with a frame of its name in `ontology/frames/`."""

_WITH_DOCUMENTS = ("parts/claim.jsonld", "parts/mechanism-with-claims.jsonld")


@cache
def frame(kind: str, *, whole: bool = True) -> dict[str, Any]:
    """The frame of a kind of documents, with its parts and its context put in.

    Args:
        kind: one of `KINDS`.
        whole: whether what has documents of its own is framed inside this one too, or
            only named there.
    """
    made = put_together(kind, read_ontology_file, whole=whole)
    return {**made, "@context": read_context().terms}


def put_together(kind: str, read: Callable[[str], Any], *, whole: bool = True) -> dict[str, Any]:
    """The frame of a kind of documents without a context.

    A frame file may hold `{"$ref": "parts/NAME.jsonld"}` in place of an object; keys
    beside it stand above those of the part.

    Args:
        kind: one of `KINDS`.
        read: gives a JSON file by its path in the folder `ontology`.
        whole: as `frame` takes it.
    """

    def resolved(value: Any, *, top: bool = False) -> Any:
        if not isinstance(value, dict):
            return value
        own = {key: resolved(part) for key, part in value.items() if key != "$ref"}
        if "$ref" not in value:
            return own
        if value["$ref"] in _WITH_DOCUMENTS and not (whole or top):
            return {"@embed": "@never"}
        return {**resolved(read(f"frames/{value['$ref']}"), top=top), **own}

    return dict(resolved(read(f"frames/{kind}.jsonld"), top=True))


@cache
def expanded(kind: str) -> dict[str, Any]:
    """The frame of a kind in expanded form, with what has documents of its own only named."""
    from pyld import jsonld

    options = {"isFrame": True, "documentLoader": refuse}
    (found,) = jsonld.expand(frame(kind, whole=False), options)
    return dict(found)


def refuse(url: str, _: Any) -> Any:
    """A document loader that loads nothing.

    Raises:
        ValueError: always; PyLD wraps it.
    """
    raise ValueError(f"{url} is named, and nothing is ever fetched")
