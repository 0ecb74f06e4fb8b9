"""Triples by what they say: each built once, and only when a check asks for it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from backspasm.namespaces import RDF, RDFS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from backspasm.validation.rows import Row

__all__ = ["FIRST", "NIL", "REST", "TYPE", "Triples"]

TYPE = RDF + "type"
FIRST, REST, NIL = RDF + "first", RDF + "rest", RDF + "nil"
SUBCLASS = RDFS + "subClassOf"


class Triples:
    """Rows, and the ways to look them up.

    Attributes:
        rows: the triples in the order of their files.
    """

    def __init__(self, *parts: list[Row]) -> None:
        self.rows = [row for part in parts for row in part]
        self._tables: dict[str, dict[str, list[str]]] = {}

    @cached_property
    def about(self) -> dict[str, dict[str, list[str]]]:
        """The objects by subject and predicate, each as often as it is written."""
        found: dict[str, dict[str, list[str]]] = {}
        for subject, predicate, value, _ in self.rows:
            found.setdefault(subject, {}).setdefault(predicate, []).append(value)
        return found

    @cached_property
    def described(self) -> dict[str, None]:
        """The subjects, in their order."""
        return dict.fromkeys(row[0] for row in self.rows)

    @cached_property
    def objects(self) -> dict[str, set[str]]:
        """The objects of each predicate."""
        found: dict[str, set[str]] = {}
        for _, predicate, value, _ in self.rows:
            found.setdefault(predicate, set()).add(value)
        return found

    @cached_property
    def subjects(self) -> dict[str, dict[str, None]]:
        """The subjects of each predicate, in their order."""
        found: dict[str, dict[str, None]] = {}
        for subject, predicate, _, _ in self.rows:
            found.setdefault(predicate, {})[subject] = None
        return found

    @cached_property
    def instances(self) -> dict[str, list[str]]:
        """The subjects of each class that they name themselves."""
        found: dict[str, list[str]] = {}
        for subject, predicate, value, _ in self.rows:
            if predicate == TYPE:
                found.setdefault(value, []).append(subject)
        return found

    @cached_property
    def below(self) -> dict[str, list[str]]:
        """The classes one step below each class."""
        found: dict[str, list[str]] = {}
        for subject, predicate, value, _ in self.rows:
            if predicate == SUBCLASS:
                found.setdefault(value, []).append(subject)
        return found

    @cached_property
    def nodes(self) -> set[str]:
        """All that stands as subject or object."""
        return set(self.described).union(*self.objects.values())

    def values(self, subject: str, predicate: str) -> list[str]:
        """The objects of a subject and a predicate, each as often as it is written."""
        table = self._tables.get(predicate)
        if table is None:
            table = self._tables[predicate] = {}
            for one, other, value, _ in self.rows:
                if other == predicate:
                    table.setdefault(one, []).append(value)
        return table.get(subject, [])

    def members(self, node: str) -> Iterator[str]:
        """The members of an RDF list; a list that runs in a circle ends there."""
        passed = set()
        while node != NIL and node not in passed:
            passed.add(node)
            yield from self.values(node, FIRST)
            node = next(iter(self.values(node, REST)), NIL)

    def of_class(self, kind: str) -> Iterator[str]:
        """The SHACL instances of a class (SHACL, section 1.1): also those of classes below it."""
        pending, passed = [kind], {kind}
        while pending:
            one = pending.pop()
            yield from self.instances.get(one, ())
            for lower in self.below.get(one, ()):
                if lower not in passed:
                    passed.add(lower)
                    pending.append(lower)
