"""Prefixes that stand for the wrong namespace."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from backspasm.namespaces import BASE, PREFIXES
from backspasm.positions import prefixes
from backspasm.positions.file import BY_LINE, ending_of
from backspasm.validation.checks.targets import SH
from backspasm.validation.checks.vocabularies import vocabularies
from backspasm.validation.finding import Finding

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

SAME = {"dct": "dcterms"}
"""Other names for such a prefix that are as usual."""

ALSO = {
    "dc": ("http://purl.org/dc/terms/",),
    "schema": ("http://schema.org/",),
}
"""What else is in use for such a prefix, and right."""

_IRI = re.compile(rb"""[:=]\s*(?:\{[^{}]*"@id"\s*:\s*)?["'<]([^"'<>\s]*)""")
"""What follows the name of a prefix where it is declared, in whatever format."""

_APART = bytes.maketrans(b"\t\r\n:=<>{,\"'", b" " * 11)
"""What stands before such a name, as blanks."""

_LONGEST = 100
"""How many bytes the name of a prefix has at most; known ones are short."""


def wrong_prefixes(index: Index) -> Iterator[Finding]:
    """A prefix that stands for what it should not.

    Either all the world uses its name for one vocabulary, and the IRI is another; or its
    IRI is a well-known namespace but for `http` or `https`, `www.`, the case of letters, or
    `#` or `/` at the end.

    Looked at are data files, shapes, and what shapes declare for SPARQL (`sh:declare`).
    """
    meant = _Meant(plain=index.plain)
    for source in (*index.material.data, *index.material.shapes):
        if any(meant(name, iri) for name, iri in _likely(source)):
            for prefix in prefixes(source):
                if right := meant(prefix.name, prefix.iri):
                    yield _finding(prefix.name, prefix.iri, right, place=prefix.place)
    for node in index.shapes.subjects.get(SH + "namespace", ()):
        for name in map(_content, index.shapes.values(node, SH + "prefix")):
            for value in index.shapes.values(node, SH + "namespace"):
                iri = _content(value)
                if right := meant(name, iri):
                    yield _finding(name, iri, right, focus=node, path=SH + "namespace", value=value)


def _content(literal: str) -> str:
    return literal.rpartition('"')[0].removeprefix('"')


def _finding(name: str, iri: str, right: str, **where: Any) -> Finding:
    return Finding(
        severity="warning",
        rule="wrong-prefix",
        message=f"The prefix {name}: stands for <{iri}>.",
        remedy=f"Write <{right}>, or choose another prefix.",
        **{"value": iri, **where},
    )


class _Meant:
    """Says which namespace was meant by a prefix that stands for the wrong one."""

    def __init__(self, *, plain: bool) -> None:
        self.known = {one.prefix: one.namespace for one in vocabularies().values()}
        mine = {name: iri for name, iri in PREFIXES.items() if iri.startswith(BASE)}
        self.known |= {name: iri for name, iri in PREFIXES.items() if name in FIXED} | mine
        self.known |= {name: self.known[usual] for name, usual in SAME.items()}
        self.fixed = FIXED | SAME.keys() | (frozenset() if plain else mine.keys())
        self.folded = {_folded(iri): iri for iri in self.known.values()}
        self.right = {*self.known.values(), *(iri for iris in ALSO.values() for iri in iris)}

    def __call__(self, name: str, iri: str) -> str:
        """The namespace that was meant, or "" where nothing is wrong."""
        usual = self.known.get(name, "") if name in self.fixed else ""
        if iri in (usual, *ALSO.get(name, ())):
            return ""
        return usual if iri in self.right else self.folded.get(_folded(iri), usual)


def _folded(iri: str) -> str:
    return re.sub(r"^https?://(www\.)?", "", iri.casefold()).rstrip("#/")


def _likely(source: Source) -> Iterator[tuple[str, str]]:
    """What a file may declare as prefixes; to know it surely takes longer."""
    if ending_of(source) in BY_LINE:
        return
    for found in _IRI.finditer(source.content):
        before = source.content[max(0, found.start() - _LONGEST) : found.start()]
        name = before.translate(_APART).rstrip().rpartition(b" ")[2]
        yield name.decode("utf-8", "replace"), found[1].decode("utf-8", "replace")
