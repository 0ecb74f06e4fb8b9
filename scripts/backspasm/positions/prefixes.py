"""Which prefixes a file declares, and where."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from backspasm.positions.file import ending_of
from backspasm.positions.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from backspasm.positions.file import File
    from backspasm.positions.place import Place

__all__ = ["Declared", "Prefix", "prefixes"]

Declared = tuple[str, str, int, int]
"""The name and the IRI of a declaration, and the span of the IRI as it is written."""


@dataclass(frozen=True)
class Prefix:
    """The declaration of a prefix.

    Attributes:
        name: without the colon; "" for the empty prefix, or the default namespace.
        iri: what it stands for, resolved against the base.
        place: the IRI as it is written, without brackets or quotes.
    """

    name: str
    iri: str
    place: Place


def prefixes(file: File) -> list[Prefix]:
    """The prefixes that a file declares, in its order.

    In Turtle, TriG and N3 each declaration, in RDF/XML each `xmlns`, in JSON-LD each term
    of a context. A file that cannot be parsed has none.

    Args:
        file: the file.
    """
    if file.error is not None:
        return []
    text = Text(file.name, file.content)
    return [
        Prefix(name, iri, text.place(start, end)) for name, iri, start, end in _declared(file, text)
    ]


def _declared(file: File, text: Text) -> Iterable[Declared]:
    ending = ending_of(file)
    if ending in (".ttl", ".trig", ".n3"):
        return _in_turtle(text.characters, file.base)
    if ending in (".rdf", ".owl"):
        from backspasm.positions.rdf_xml import namespaces

        return namespaces(text, file.content)
    if ending == ".jsonld":
        from backspasm.positions.json_ld import context_terms

        return context_terms(text)
    return ()


def _in_turtle(text: str, base: str) -> Iterator[Declared]:
    from backspasm.positions.names import Names
    from backspasm.positions.tokens import IRI, LANGUAGE, NAME, WORD, tokens

    names = Names(text, base)
    keyword, name = "", ""
    for kind, start, end in tokens(text):
        written = text[start:end]
        if kind in (WORD, LANGUAGE):
            keyword, name = written.removeprefix("@").lower(), ""
        elif kind == NAME and keyword == "prefix" and not name:
            name = written
        elif kind == IRI and keyword == "prefix" and name:
            yield name.removesuffix(":"), names.declare(name, written), start + 1, end - 1
            keyword = ""
        elif kind == IRI and keyword == "base":
            names.rebase(written)
            keyword = ""
        else:
            keyword = ""
