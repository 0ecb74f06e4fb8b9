"""Prefixes that stand for the wrong namespace."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from backspasm.namespaces import BASE, PREFIXES
from backspasm.validation.checks.vocabularies import vocabularies
from backspasm.validation.finding import Finding, Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from backspasm.validation.checks.index import Index
    from backspasm.validation.material import Source

__all__ = ["wrong_prefixes"]

FIXED = frozenset(
    "rdf rdfs owl xsd sh skos dcterms dcmitype dcam dc prov foaf void qb sosa ssn vann csvw doap "
    "dcat oa schema sssom semapv biolink qudt".split()
)
"""The prefixes that mean one vocabulary wherever they are used."""

ALSO = {
    "dc": ("http://purl.org/dc/terms/",),
    "schema": ("http://schema.org/",),
}
"""What else is in use for such a prefix, and right."""

_TURTLE = re.compile(
    rb"^[ \t]*(?:@prefix|PREFIX)\s+([^\s:]*):\s*<([^<>\s]*)>", re.MULTILINE | re.IGNORECASE
)
_XML = re.compile(rb"""xmlns:([^\s=]+)\s*=\s*["']([^"'<>]*)["']""")
_JSON = re.compile(rb'"([A-Za-z][\w.-]*)"\s*:\s*"(https?://[^"\s]*)"')
_PATTERNS = {
    **dict.fromkeys((".ttl", ".trig", ".n3"), _TURTLE),
    **dict.fromkeys((".rdf", ".owl"), _XML),
    ".jsonld": _JSON,
}


class Prefix(NamedTuple):
    """A prefix that a file declares."""

    name: str
    iri: str
    start: int
    end: int


def wrong_prefixes(index: Index) -> Iterator[Finding]:
    """A prefix that stands for what it should not.

    Either all the world uses its name for one vocabulary, and the IRI is another; or its
    IRI is a well-known namespace but for `http` or `https`, `www.`, the case of letters, or
    `#` or `/` at the end.

    Looked at are data files and shapes. In JSON-LD a text whose key is a prefix counts, since a
    term may stand for the namespace as a whole.
    """
    known = _namespaces()
    folded = {_folded(iri): iri for iri in known.values()}
    right = set(known.values()) | {iri for iris in ALSO.values() for iri in iris}
    for source in (*index.material.data, *index.material.shapes):
        for prefix in _prefixes(source):
            if prefix.iri in right:
                meant = known.get(prefix.name, "") if _fixed(prefix.name, index) else ""
                if not meant or prefix.iri in (meant, *ALSO.get(prefix.name, ())):
                    continue
            else:
                meant = folded.get(_folded(prefix.iri), "")
                if not meant and _fixed(prefix.name, index):
                    meant = known.get(prefix.name, "")
            if meant and meant != prefix.iri:
                yield _finding(source, prefix, meant)


def _finding(source: Source, prefix: Prefix, meant: str) -> Finding:
    return Finding(
        severity="warning",
        rule="wrong-prefix",
        message=f"The prefix {prefix.name}: stands for <{prefix.iri}>.",
        remedy=f"Write <{meant}>, or choose another prefix.",
        place=_place(source, prefix),
        value=prefix.iri,
    )


def _place(source: Source, prefix: Prefix) -> Place:
    before = source.content[: prefix.start]
    line = before.count(b"\n") + 1
    column = len(before.rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
    width = len(source.content[prefix.start : prefix.end].decode("utf-8", "replace"))
    return Place(source.name, line, column, line, column + width, "exact")


def _namespaces() -> dict[str, str]:
    """The namespace of each well-known prefix."""
    listed = {one.prefix: one.namespace for one in vocabularies().values()}
    mine = {name: iri for name, iri in PREFIXES.items() if name in FIXED or iri.startswith(BASE)}
    return listed | mine


def _fixed(name: str, index: Index) -> bool:
    return name in FIXED or (not index.plain and PREFIXES.get(name, "").startswith(BASE))


def _folded(iri: str) -> str:
    return re.sub(r"^https?://(www\.)?", "", iri.casefold()).rstrip("#/")


def _prefixes(source: Source) -> Iterator[Prefix]:
    """The prefixes that a file declares, each with the place of its IRI in the content."""
    ending = "." + source.name.lower().rpartition(".")[2]
    pattern = _PATTERNS.get(ending)
    for found in pattern.finditer(source.content) if pattern else ():
        name, iri = (part.decode("utf-8", "replace") for part in found.groups())
        yield Prefix(name, iri, *found.span(2))
