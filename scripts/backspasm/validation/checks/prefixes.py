"""Prefixes that stand for the wrong namespace."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from backspasm.namespaces import BASE, PREFIXES
from backspasm.validation.checks.targets import SH
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

_DECLARATION = rb"(?:@prefix|PREFIX)\s+([^\s:]*):\s*<([^<>\s]*)>"
_TURTLE = re.compile(_DECLARATION, re.IGNORECASE)
_TURTLE_TOKENS = (
    _DECLARATION + rb'|"""(?:[^"\\]|\\.|"(?!""))*"""|"(?:[^"\\\n]|\\.)*"'
    rb"|'''(?:[^'\\]|\\.|'(?!''))*'''|'(?:[^'\\\n]|\\.)*'|<[^<>\s]*>|#[^\n]*"
)
"""The same, and all in which a declaration is none: strings, IRIs and comments."""

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

    Looked at are data files, shapes, and what shapes declare for SPARQL (`sh:declare`).
    """
    meant = _Meant(plain=index.plain)
    for source in (*index.material.data, *index.material.shapes):
        if any(meant(prefix.name, prefix.iri) for prefix in _prefixes(source)):
            for prefix in _prefixes(source, surely=True):
                if right := meant(prefix.name, prefix.iri):
                    yield _finding(prefix.name, prefix.iri, right, place=_place(source, prefix))
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
        self.fixed = FIXED if plain else FIXED | mine.keys()
        self.folded = {_folded(iri): iri for iri in self.known.values()}
        self.right = {*self.known.values(), *(iri for iris in ALSO.values() for iri in iris)}

    def __call__(self, name: str, iri: str) -> str:
        """The namespace that was meant, or "" where nothing is wrong."""
        usual = self.known.get(name, "") if name in self.fixed else ""
        if iri in (usual, *ALSO.get(name, ())):
            return ""
        return usual if iri in self.right else self.folded.get(_folded(iri), usual)


def _place(source: Source, prefix: Prefix) -> Place:
    before = source.content[: prefix.start]
    line = before.count(b"\n") + 1
    column = len(before.rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
    width = len(source.content[prefix.start : prefix.end].decode("utf-8", "replace"))
    return Place(source.name, line, column, line, column + width, "exact")


def _folded(iri: str) -> str:
    return re.sub(r"^https?://(www\.)?", "", iri.casefold()).rstrip("#/")


def _prefixes(source: Source, *, surely: bool = False) -> Iterator[Prefix]:
    """The prefixes that a file declares, each with the place of its IRI in the content.

    Unless it is to be sure, what only looks like a declaration, in a comment or a string,
    counts as well: that is faster.
    """
    ending = "." + source.name.lower().rpartition(".")[2]
    pattern = _PATTERNS.get(ending)
    if pattern is None or source.error:
        return
    said = None
    if surely and pattern is _JSON:
        import json

        said = set(_of_contexts(json.loads(source.content)))
    if surely and pattern is _TURTLE:
        pattern = re.compile(_TURTLE_TOKENS, re.IGNORECASE | re.DOTALL)
    for found in pattern.finditer(source.content):
        if found[2] is None:
            continue
        name, iri = (part.decode("utf-8", "replace") for part in found.groups())
        if said is None or (name, iri) in said:
            yield Prefix(name, iri, *found.span(2))


def _of_contexts(part: Any, *, inside: bool = False) -> Iterator[tuple[str, str]]:
    """The names that the contexts of a JSON-LD document give to texts."""
    if isinstance(part, list):
        for member in part:
            yield from _of_contexts(member, inside=inside)
    elif isinstance(part, dict):
        for key, value in part.items():
            if inside and isinstance(value, str):
                yield key, value
            else:
                yield from _of_contexts(value, inside=key == "@context")
