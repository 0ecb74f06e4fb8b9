"""The JSON-LD context: the short keys of documents (JSON-LD 1.1, section 4.1).

It stands in `ontology/context.jsonld` and is never fetched from anywhere.
"""

from __future__ import annotations

import json
import os
from functools import cache
from typing import TYPE_CHECKING, Any

from backspasm.files import dataset_folder, read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Context", "read_context", "read_ontology_file"]


class Context:
    """Terms and prefixes, in an order that is that of keys in documents.

    Attributes:
        terms: each term and prefix with its definition.
        rank: the place of each term.
        prefixes: the namespace of each prefix.
        words: the terms whose values are terms themselves.
        links: the terms whose values are ids.
    """

    def __init__(self, terms: dict[str, Any]) -> None:
        self.terms = terms
        self.rank = {term: place for place, term in enumerate(terms)}
        self.prefixes = {term: iri for term, iri in map(_prefix, terms.items()) if iri}
        self.words = self._coerced("@vocab")
        self.links = self._coerced("@id") | {"id"}
        self._keys: dict[str, list[str]] = {}
        for term in terms.keys() - self.prefixes.keys():
            if not _of(terms[term], "@reverse"):
                self._keys.setdefault(self.expand(term), []).append(term)
        for several in self._keys.values():
            several.sort(key=self.rank.__getitem__)

    def _coerced(self, kind: str) -> set[str]:
        definitions = self.terms.items()
        return {term for term, said in definitions if _of(said, "@type") == kind}

    def prefix_of(self, name: str) -> set[str]:
        """The prefix of a compact IRI, where there is one."""
        return {name.partition(":")[0]} & self.prefixes.keys()

    def behind(self, name: str) -> set[str]:
        """What the context must have for a name: the term, or the prefix where it is none."""
        return {name} if name in self.terms else self.prefix_of(name)

    def place(self, name: str) -> tuple[int, str]:
        """A key that sorts names as the context has its terms, and what is no term last."""
        return self.rank.get(name, len(self.rank)), name

    def part(self, used: Iterable[str]) -> dict[str, Any]:
        """Some terms, with the prefixes by which they are defined: a context of its own."""
        wanted = set(used)
        for term in tuple(wanted):
            said = self.terms[term]
            for text in said.values() if isinstance(said, dict) else (said,):
                if isinstance(text, str):
                    wanted |= self.prefix_of(text)
        wanted.discard("@version")
        chosen = sorted(wanted, key=self.rank.__getitem__)
        return {"@version": 1.1, **{term: self.terms[term] for term in chosen}}

    def expand(self, name: str) -> str:
        """The IRI of a term or a compact IRI of a definition."""
        said = self.terms.get(name)
        inner = _of(said, "@id") or _of(said, "@reverse") or said
        if isinstance(inner, str) and inner != name:
            return self.expand(inner)
        prefix, _, local = name.partition(":")
        return self.prefixes[prefix] + local if prefix in self.prefixes else name

    def keys_of(self, iri: str) -> list[str]:
        """The terms for a property, without those that are read backwards."""
        return self._keys.get(iri, [])

    def word(self, iri: str) -> str:
        """The term for an IRI, or its compact form: a value of `words`."""
        return next(iter(self.keys_of(iri)), None) or self.compact(iri)

    def compact(self, iri: str) -> str:
        """The compact IRI, or the IRI where no prefix fits."""
        held = self.prefixes.items()
        fitting = (item for item in held if iri.startswith(item[1]) and iri != item[1])
        prefix, namespace = max(fitting, key=lambda item: len(item[1]), default=("", ""))
        return f"{prefix}:{iri[len(namespace) :]}" if prefix else iri


def _of(said: Any, keyword: str) -> Any:
    return said.get(keyword) if isinstance(said, dict) else None


def _prefix(entry: tuple[str, Any]) -> tuple[str, str]:
    term, said = entry
    if isinstance(said, str):
        return term, said if "://" in said else ""
    return term, said["@id"] if _of(said, "@prefix") else ""


@cache
def read_context() -> Context:
    """The context of `ontology/context.jsonld`."""
    return Context(read_ontology_file("context.jsonld")["@context"])


def read_ontology_file(name: str) -> Any:
    """A JSON file of the folder `ontology`, by its path in there."""
    return json.loads(read_bytes(os.path.join(dataset_folder(), "ontology", *name.split("/"))))
