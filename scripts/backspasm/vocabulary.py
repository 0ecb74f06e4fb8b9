"""The vocabulary as tables: what its terms mean, and what is a kind of what."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pyoxigraph

from backspasm.files import parse_file, vocabulary_files
from backspasm.namespaces import RDF, RDFS, SKOS

if TYPE_CHECKING:
    from collections.abc import Iterable


__all__ = ["Vocabulary", "read_vocabulary"]


class Vocabulary:
    """Terms of the vocabulary, each list in the order in which they are declared there.

    Attributes:
        definitions: what each term means.
        members: the terms of each type.
    """

    def __init__(self, triples: Iterable[pyoxigraph.Quad]) -> None:
        self.definitions: dict[str, str] = {}
        self.members: dict[str, list[str]] = {}
        self._above: dict[tuple[str, str], list[str]] = {}
        self._closures: dict[tuple[str, str], frozenset[str]] = {}
        for triple in triples:
            if not isinstance(triple.subject, pyoxigraph.NamedNode):
                continue
            subject, predicate = triple.subject.value, triple.predicate.value
            value = "" if isinstance(triple.object, pyoxigraph.Triple) else triple.object.value
            if predicate == SKOS + "definition":
                self.definitions[subject] = value
            elif predicate == RDF + "type":
                self.members.setdefault(value, []).append(subject)
            elif predicate in (RDFS + "subClassOf", RDFS + "subPropertyOf"):
                self._above.setdefault((predicate, subject), []).append(value)

    def instances(self, iri: str) -> list[str]:
        """The terms of a class and of all kinds of it."""
        kinds = [one for one in self.members if iri in self.classes_above(one)]
        return list(dict.fromkeys(term for kind in kinds for term in self.members[kind]))

    def classes_above(self, iri: str) -> frozenset[str]:
        """A class and all that it is a kind of."""
        return self._closure(RDFS + "subClassOf", iri)

    def properties_above(self, iri: str) -> frozenset[str]:
        """A property and all that it implies."""
        return self._closure(RDFS + "subPropertyOf", iri)

    def _closure(self, relation: str, iri: str) -> frozenset[str]:
        if (relation, iri) not in self._closures:
            above = self._above.get((relation, iri), ())
            found = frozenset({iri}).union(*(self._closure(relation, one) for one in above))
            self._closures[relation, iri] = found
        return self._closures[relation, iri]


@cache
def read_vocabulary() -> Vocabulary:
    """The vocabulary of `ontology/backspasm.ttl`."""
    return Vocabulary(triple for name in vocabulary_files() for triple in parse_file(name))
