"""The dataset as tables of typed rows, which CSV and Parquet write in their own ways."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import pyoxigraph

from backspasm.claims import labels_of, properties_of
from backspasm.concepts import read_concepts
from backspasm.errors import DataError
from backspasm.exchange.columns import LISTED, Column, Listed
from backspasm.namespaces import BSV, OWL, PREFIXES, RDF, SKOS, expand, local_name, shorten
from backspasm.ordering import natural

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date

    from backspasm.graph import Graph

    Value = str | int | float | bool | date | list[str] | None

__all__ = ["Facts", "Table", "cells", "read_facts", "read_tables"]

_THINGS = f"""
SELECT DISTINCT ?kind ?thing WHERE {{
  VALUES ?kind {{ {" ".join(listed.kind for listed in LISTED)} }}
  ?thing a ?kind FILTER (ISIRI(?thing))
}}
"""

_NAMES = """
SELECT ?concept ?name ?kind (LANG(?name) AS ?language) WHERE {
  VALUES (?property ?kind) {
    (skos:prefLabel "preferred") (skos:altLabel "alternative") (skos:hiddenLabel "hidden")
  }
  ?concept a skos:Concept ; ?property ?name .
}
"""

_FACTS = """
SELECT ?property ?value WHERE {
  { ?set a skos:ConceptScheme ; ?property ?value } UNION
  { ?set a owl:Ontology ; ?property ?value FILTER (?property = owl:versionInfo) }
} ORDER BY ?property ?value
"""

_DEFINITION = SKOS + "definition"


class Table(NamedTuple):
    """A table with its rows.

    Attributes:
        name: what it is called; its first column is the key, or its first four in labels.
        says: what a row stands for.
        columns: the columns, with those of labels.
        rows: the rows, each with a value for each column: a list where there can be
            several, and None where a single value is not said.
        described: what each column holds, by its name.
    """

    name: str
    says: str
    columns: tuple[Column, ...]
    rows: list[tuple[Value, ...]]
    described: dict[str, str]

    @property
    def key(self) -> tuple[str, ...]:
        """The columns that together name a row."""
        number = 4 if self.name == "labels" else 1
        return tuple(column.name for column in self.columns[:number])


class Facts(NamedTuple):
    """What is said of the dataset as a whole; "" where nothing is said."""

    title: str
    description: str
    creator: str
    license: str
    version: str


def read_facts(graph: Graph) -> Facts:
    """Title, description, creator and licence of the concept scheme; version of the vocabulary."""
    said = {local_name(name): value for name, value in reversed(graph.rows(_FACTS))}
    named = {"version": said.get("versionInfo", "")}
    named |= {name: said.get(name, "") for name in Facts._fields if name != "version"}
    return Facts(**named)


def read_tables(graph: Graph) -> list[Table]:
    """All tables of a graph: those of `LISTED`, then labels, terms and prefixes.

    Rows are in the order of their ids, in which `…-2` comes before `…-10`. What is
    withdrawn has its row and says so.

    Raises:
        DataError: a value is not of the type that its column has.
    """
    reader = _Reader(graph)
    tables = [reader.table(listed) for listed in LISTED]
    tables.append(_names(graph, reader))
    tables.append(_terms(reader, tables))
    tables.append(_prefixes(tables))
    return tables


class _Reader:
    """All that is said of the things in the tables, and of the terms that describe columns."""

    def __init__(self, graph: Graph) -> None:
        members: dict[str, list[str]] = defaultdict(list)
        for kind, thing in graph.rows(_THINGS):
            members[kind].append(thing)
        listed = {thing for things in members.values() for thing in things}
        self.said = properties_of(graph, listed)
        self.kinds = read_concepts(graph)
        self.members = {kind: sorted(things, key=natural) for kind, things in members.items()}
        self.cited: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for thing, said in self.said.items():
            for name, values in said.items():
                for value in values:
                    self.cited[name][value].append(thing)
        named = {v for said in self.said.values() for values in said.values() for v in values}
        terms = {column.property for one in LISTED for column in one.columns} - {""}
        named |= terms | {expand(one.kind) or "" for one in LISTED}
        iris = {value for value in named if _is_iri(value)} - listed
        self.terms = properties_of(graph, iris)
        kinds = {kind for said in self.terms.values() for kind in said.get(RDF + "type", ())}
        self.labels = labels_of(graph, iris | listed | set(filter(_is_iri, kinds)))

    def order(self, iri: str) -> tuple[int, list[str | int]]:
        """A key for values: the position of a step, then the IRI with its numbers as numbers."""
        position = self.said.get(iri, {}).get(BSV + "position", ["0"])[0]
        return int(position) if position.isdecimal() else 0, natural(iri)

    def definition(self, iri: str) -> str:
        """What a term of the vocabulary means, or "" where it has no definition."""
        return min(self.terms.get(iri, {}).get(_DEFINITION, [""]))

    def follow(self, thing: str, path: str) -> list[str]:
        """The values at the end of a path, in the order of the things on the way."""
        found: dict[str, None] = {}
        for way in _ways(path):
            reached = [thing]
            for step in way:
                reached = [value for one in reached for value in self._step(one, *step)]
            found |= dict.fromkeys(reached)
        return list(found)

    def _step(self, thing: str, name: str, backward: bool) -> list[str]:  # noqa: FBT001 (a star)
        values = self.cited[name].get(thing) if backward else self.said.get(thing, {}).get(name)
        return sorted(values, key=self.order) if values and len(values) > 1 else values or []

    def table(self, listed: Listed) -> Table:
        """A table with a row for each thing of its class."""
        kind = expand(listed.kind) or ""
        columns = tuple(_with_labels(listed.columns))
        rows = [
            tuple(self.value(thing, column) for column in columns)
            for thing in self.members.get(kind, [])
        ]
        described = {column.name: self.described(column) for column in columns}
        return Table(listed.name, self.definition(kind), columns, rows, described)

    def described(self, column: Column) -> str:
        """What a column holds: by the vocabulary, where that tells it."""
        if column.of:
            return f"The labels of {column.of}." if column.several else f"The label of {column.of}."
        return column.says or self.definition(column.property)

    def value(self, thing: str, column: Column) -> Value:
        """What a column holds for a thing."""
        if column.kind == "name":
            return self.labels.get(thing)
        if column.kind == "kind":
            return self.kinds[thing].kind if thing in self.kinds else None
        values = self.follow(thing, column.path) if column.path else [thing]
        if column.kind == "boolean":
            return column.holds in values or expand(column.holds) in values
        if column.holds:
            wanted = expand(column.holds)
            values = [v for v in values if wanted in self.said.get(v, {}).get(RDF + "type", ())]
        if column.of:
            values = [self.labels.get(value, "") for value in values]
        if not values and not column.several:
            return None
        try:
            typed = [_TYPES[column.kind](value) for value in values]
        except ValueError as error:
            raise _mistyped(thing, column, values) from error
        if column.several:
            return list(map(str, typed))
        return typed[0] if len(typed) == 1 else _joined(typed)


@cache
def _ways(path: str) -> list[list[tuple[str, bool]]]:
    """The ways of a path: the properties of each, and whether it is followed backward."""
    return [
        [(expand(step.removeprefix("^")) or "", step.startswith("^")) for step in way.split("/")]
        for way in path.split("|")
    ]


def _with_labels(columns: Iterable[Column]) -> Iterator[Column]:
    for column in columns:
        yield column
        if column.labels:
            yield column._replace(
                name=f"{column.name}_label",
                kind="text",
                targets=(),
                labels=False,
                required=False,
                of=column.name,
            )


def _names(graph: Graph, reader: _Reader) -> Table:
    """A row for each name of a concept."""
    concept = Column("concept", "", "id", targets=("concepts",), labels=True, required=True)
    label = Column("label", "", says="A name of the concept.")
    kind = Column("type", "", says="What name it is: preferred, alternative or hidden.")
    language = Column("language", "", says="The language of the name, a BCP 47 tag.")
    rows: list[tuple[Value, ...]] = [
        (shorten(iri), name, sort, tongue, reader.labels.get(iri))
        for iri, name, sort, tongue in sorted(
            graph.rows(_NAMES), key=lambda row: (natural(row[0]), -_SORTS.index(row[2]), *row[1:])
        )
    ]
    *_, preferred = _with_labels([concept])
    columns = (concept, label, kind, language, preferred)
    described = {column.name: reader.described(column) for column in columns}
    described["concept"] = reader.described(LISTED[0].columns[0])
    return Table("labels", "A name of a concept.", columns, rows, described)


_SORTS = ("hidden", "alternative", "preferred")


def _terms(reader: _Reader, tables: Sequence[Table]) -> Table:
    """A row for each term of the vocabulary that the tables use."""
    used: dict[str, bool] = {}
    for table in tables:
        for index, column in enumerate(table.columns):
            if column.targets == ("terms",):
                used |= {
                    cell: column.kind == "id" for row in table.rows for cell in cells(row[index])
                }
    columns = (
        Column("term", "", "id", says="The term as the tables write it."),
        Column("iri", "", "iri", says="Its IRI."),
        Column("label", "", says="Its label."),
        Column("definition", "", says="What it means."),
        Column("type", "", says="The list or kind of terms that it belongs to."),
    )
    rows: list[tuple[Value, ...]] = []
    for term in sorted(used):
        iri = (expand(term) or term) if used[term] else BSV + term
        label, definition = reader.labels.get(iri), reader.definition(iri) or None
        rows.append((term, iri, label, definition, _list_of(reader, iri)))
    described = {column.name: column.says for column in columns}
    says = "A term of the vocabulary that the tables use."
    return Table("terms", says, columns, rows, described)


def _list_of(reader: _Reader, iri: str) -> str | None:
    kinds = reader.terms.get(iri, {}).get(RDF + "type", [])
    told = [kind for kind in kinds if not kind.startswith(OWL) and kind in reader.labels]
    return "; ".join(sorted(reader.labels[kind] for kind in told)) or None


def _prefixes(tables: Iterable[Table]) -> Table:
    used = {
        cell.partition(":")[0]
        for table in tables
        for index, column in enumerate(table.columns)
        if column.kind == "id"
        for row in table.rows
        for cell in cells(row[index])
    }
    columns = (
        Column("prefix", "", says="The part of an id before the colon."),
        Column("namespace", "", "iri", says="What stands in its place in the full IRI."),
    )
    rows: list[tuple[Value, ...]] = [
        (prefix, PREFIXES[prefix]) for prefix in sorted(used & PREFIXES.keys())
    ]
    described = {column.name: column.says for column in columns}
    return Table("prefixes", "A prefix of the ids in the tables.", columns, rows, described)


def cells(value: Value) -> list[str]:
    """The texts in a cell, whether it holds several, one or none."""
    if isinstance(value, list):
        return value
    return [] if value is None else [str(value)]


def _is_iri(text: str) -> bool:
    if ":" not in text or " " in text:
        return False
    try:
        pyoxigraph.NamedNode(text)
    except ValueError:
        return False
    return True


def _joined(values: list[str | int | float | date]) -> str:
    return "; ".join(map(str, values))


def _date(text: str) -> date:
    from datetime import date

    return date.fromisoformat(text)


_TYPES: dict[str, Callable[[str], str | int | float | date]] = {
    "text": str,
    "iri": str,
    "id": shorten,
    "word": local_name,
    "integer": int,
    "number": float,
    "date": _date,
}


def _mistyped(thing: str, column: Column, values: Sequence[str]) -> DataError:
    problem = f"{column.path} {', '.join(values)} is no {column.kind}"
    return DataError(problem, place=shorten(thing), remedy="see `backspasm validate`")
