"""Triples in short: what is said of one thing."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

import pyoxigraph

from backspasm.namespaces import PREFIXES, shorten

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    Term = pyoxigraph.NamedNode | pyoxigraph.Literal
    Value = Term | list[pyoxigraph.NamedNode] | list[pyoxigraph.Literal]

__all__ = ["english", "named", "part", "say", "typed"]


def named(curie: str) -> pyoxigraph.NamedNode:
    """The IRI of a CURIE.

    Raises:
        KeyError: no prefix of the dataset fits.
    """
    prefix, _, local = curie.partition(":")
    return pyoxigraph.NamedNode(PREFIXES[prefix] + local)


def part(whole: pyoxigraph.NamedNode, kind: str, *iris: str) -> pyoxigraph.NamedNode:
    """The IRI of a part of a thing: a fragment with the kind of the part and what it is of."""
    return pyoxigraph.NamedNode(f"{whole.value}#{kind}-{'--'.join(map(_short, iris))}")


def _short(iri: str) -> str:
    short = shorten(iri)
    return quote(iri, safe="") if short.startswith("<") else short.replace("#", "%23")


def english(text: str) -> pyoxigraph.Literal:
    """A text in English."""
    return pyoxigraph.Literal(text, language="en")


def typed(text: str | int, kind: str) -> pyoxigraph.Literal:
    """A value of a datatype, which is given as a CURIE."""
    return pyoxigraph.Literal(str(text), datatype=named(kind))


def say(subject: pyoxigraph.NamedNode, said: Mapping[str, Value]) -> Iterator[pyoxigraph.Triple]:
    """The triples of one subject.

    Args:
        subject: what it is about.
        said: a value or several for each property, which is given as a CURIE.
    """
    for curie, value in said.items():
        terms = value if isinstance(value, list) else [value]
        for term in terms:
            yield pyoxigraph.Triple(subject, named(curie), term)
