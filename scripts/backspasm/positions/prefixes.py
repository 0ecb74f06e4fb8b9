"""Which prefixes a file declares, and where."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from backspasm.positions.names import Names
from backspasm.positions.text import Text
from backspasm.positions.tokens import IRI, LANGUAGE, NAME, WORD, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from backspasm.validation.finding import Place
    from backspasm.validation.material import Source

__all__ = ["Declared", "Prefix", "prefixes"]

Declared = tuple[str, str, int, int]
"""The name, the IRI, and the span of a declaration."""


@dataclass(frozen=True)
class Prefix:
    """The declaration of a prefix.

    Attributes:
        name: without the colon; "" for the empty prefix, or the default namespace.
        iri: what it stands for, resolved against the base.
        place: the whole declaration.
    """

    name: str
    iri: str
    place: Place


def prefixes(source: Source) -> list[Prefix]:
    """The prefixes that a file declares, in its order.

    In Turtle, TriG and N3 each declaration, in RDF/XML each `xmlns`, in JSON-LD each term
    of a context at the top that may be a prefix. A file that cannot be parsed has none.

    Args:
        source: the file.
    """
    if source.error is not None:
        return []
    text = Text(source.name, source.content)
    return [
        Prefix(name, iri, text.place(start, end))
        for name, iri, start, end in _declared(source, text)
    ]


def _declared(source: Source, text: Text) -> Iterable[Declared]:
    ending = os.path.splitext(source.name)[1].lower()
    if ending in (".ttl", ".trig", ".n3"):
        return _in_turtle(text.characters)
    if ending in (".rdf", ".owl"):
        from backspasm.positions.rdf_xml import namespaces

        return namespaces(text, source.content)
    if ending == ".jsonld":
        from backspasm.positions.json_ld import context_terms

        return context_terms(text)
    return ()


def _in_turtle(text: str) -> Iterator[Declared]:
    names = Names(text, "")
    keyword, name, first = "", "", 0
    for kind, start, end in tokens(text):
        written = text[start:end]
        if kind in (WORD, LANGUAGE):
            keyword, name, first = written.removeprefix("@").lower(), "", start
        elif kind == NAME and keyword == "prefix" and not name:
            name = written
        elif kind == IRI and keyword == "prefix" and name:
            yield name.removesuffix(":"), names.declare(name, written), first, end
            keyword = ""
        elif kind == IRI and keyword == "base":
            names.rebase(written)
            keyword = ""
        else:
            keyword = ""
