"""A graph as text: its terms as N-Triples writes them, found by predicate."""

from __future__ import annotations

from functools import cached_property
from io import BytesIO
from typing import TYPE_CHECKING

from backspasm.errors import DataError
from backspasm.namespaces import RDF
from backspasm.validation.engines.terms import NIL, shown, term
from backspasm.validation.rows import rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from backspasm.validation.rows import Row, Statement

__all__ = ["Index", "Triple"]

Triple = tuple[str, str, str]
_FIRST, _REST = f"<{RDF}first>", f"<{RDF}rest>"


class Index:
    """The triples of a graph, each once.

    Attributes:
        tables: for each predicate its subjects, each with its objects.
    """

    def __init__(self, triples: Iterable[Triple] = ()) -> None:
        self.tables: dict[str, dict[str, list[str]]] = {}
        self.inverted: dict[str, dict[str, list[str]]] = {}
        for subject, predicate, value in triples:
            table = self.tables.get(predicate)
            if table is None:
                table = self.tables[predicate] = {}
            values = table.get(subject)
            if values is None:
                table[subject] = [value]
            else:
                values.append(value)
        self._keep_each_once()

    def _keep_each_once(self) -> None:
        for table in self.tables.values():
            for values in table.values():
                if len(values) > 1 and len(set(values)) < len(values):
                    values[:] = dict.fromkeys(values)

    @classmethod
    def of(cls, statements: Iterable[Statement]) -> Index:
        """The index of triples, or of quads whatever their graphs.

        Raises:
            DataError: a term is not part of RDF 1.1.
        """
        index = cls.of_rows(rows(statements))
        index.refuse_rdf12()
        return index

    @classmethod
    def of_rows(cls, given: Iterable[Row]) -> Index:
        """The same of rows, which have no terms of RDF 1.2."""
        return cls(_as_terms(given))

    def refuse_rdf12(self) -> None:
        """Refuse what SHACL 1.0 has no words for.

        Raises:
            DataError: there is a triple term, or text with a direction.
        """
        for table in self.tables.values():
            for subject, values in table.items():
                for value in values:
                    if _is_rdf12(value):
                        raise DataError(
                            "RDF 1.2 has terms that SHACL 1.0 does not know",
                            place=f"{shown(subject)} {value}",
                            remedy="leave out triple terms and base directions",
                        )

    def table(self, predicate: str) -> dict[str, list[str]]:
        """The subjects of a predicate, each with its objects."""
        return self.tables.get(predicate, {})

    def objects(self, subject: str, predicate: str) -> list[str]:
        """The values of a property."""
        return self.tables.get(predicate, {}).get(subject, [])

    def value(self, subject: str, predicate: str) -> str:
        """The only value of a property, the first of several in their order, or ""."""
        return min(self.objects(subject, predicate), default="")

    def inverse(self, predicate: str) -> dict[str, list[str]]:
        """The objects of a predicate, each with its subjects."""
        found = self.inverted.get(predicate)
        if found is None:
            found = self.inverted[predicate] = {}
            for subject, values in self.table(predicate).items():
                for value in values:
                    found.setdefault(value, []).append(subject)
        return found

    def subjects(self, predicate: str, value: str) -> list[str]:
        """The subjects of a property with a value."""
        return self.inverse(predicate).get(value, [])

    @cached_property
    def predicates(self) -> dict[str, list[str]]:
        """For each subject the predicates that it has."""
        found: dict[str, list[str]] = {}
        for predicate, table in self.tables.items():
            for subject in table:
                found.setdefault(subject, []).append(predicate)
        return found

    def triples(self) -> Iterator[Triple]:
        """All triples."""
        for predicate, table in self.tables.items():
            for subject, values in table.items():
                for value in values:
                    yield subject, predicate, value

    def ntriples(self, instead: Mapping[str, str] | None = None) -> bytes:
        """The graph as N-Triples.

        Args:
            instead: terms that are written for others where these are values.
        """
        written, other = BytesIO(), instead or {}
        for predicate, table in self.tables.items():  # the text of one at a time has room
            pairs = ((one, value) for one, values in table.items() for value in values)
            lines = [f"{one} {predicate} {other.get(value, value)} .\n" for one, value in pairs]
            written.write("".join(lines).encode())
        return written.getvalue()

    def items(self, node: str) -> list[str] | None:
        """The members of a list, or None where it is not well formed (SHACL, section 2.3.1.2)."""
        found: list[str] = []
        seen: set[str] = set()
        while node != NIL:
            first, rest = self.objects(node, _FIRST), self.objects(node, _REST)
            if len(first) != 1 or len(rest) != 1 or node in seen:
                return None
            seen.add(node)
            found.append(first[0])
            node = rest[0]
        return found


def _as_terms(given: Iterable[Row]) -> Iterator[Triple]:
    terms, last, who = _Terms(), "", ""
    for one, two, three, literal in given:
        if one is not last:  # most follow one of the same subject
            last, who = one, terms[one]
        yield who, terms[two], terms[three] if literal is None else three


class _Terms(dict[str, str]):
    """Terms by how rows have them: equal ones are one string, which saves time and memory."""

    def __missing__(self, text: str) -> str:
        self[text] = found = term(text)
        return found


def _is_rdf12(value: str) -> bool:
    """Whether a value is a triple term, which has spaces, or text with a direction."""
    if value[0] == '"':
        return "--" in value[value.rfind('"') :].partition("^^")[0]
    return " " in value
