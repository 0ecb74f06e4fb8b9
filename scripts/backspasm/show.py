"""One thing with all that is said of it.

Its own properties, and the claims, mechanisms and findings in which it appears.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pyoxigraph

from backspasm.graph import DERIVED
from backspasm.namespaces import BSV, local_name, shorten
from backspasm.ordering import natural
from backspasm.serialisation import serialise_triples

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from backspasm.graph import Graph

__all__ = ["Page", "Record", "Value", "as_json", "as_turtle", "page"]

_PASSAGES = "SELECT DISTINCT ?property WHERE { ?property rdfs:subPropertyOf* bsv:passage }"
_RECORDS = "SELECT DISTINCT ?property WHERE { ?property rdfs:subPropertyOf* bsv:record }"
_LABELS = "SELECT ?iri ?label WHERE { ?iri skos:prefLabel|rdfs:label|dcterms:title ?label }"
_APPEARANCES = """
SELECT DISTINCT ?thing ?holder ?kind WHERE {
  { ?holder ?property ?thing } UNION { ?holder bsv:step ?step . ?step ?property ?thing }
  ?holder a ?kind .
  FILTER (ISIRI(?holder) && ISIRI(?kind))
}
"""

_SECTIONS = ("Claim", "Mechanism", "QuantitativeFinding")


class Value(NamedTuple):
    """One value of a property.

    Attributes:
        text: the label of a thing, or the text of a literal.
        iri: the thing, or "" for a literal.
        derived: whether only a rule says so.
        passage: the passage itself, where the value is one.
    """

    text: str
    iri: str
    derived: bool
    passage: Record | None


class Record(NamedTuple):
    """A thing and its properties, by CURIE of the property; values in a fixed order."""

    iri: str
    label: str
    properties: dict[str, list[Value]]
    steps: list[Record]

    def texts(self, name: str) -> list[str]:
        """The values of a property as text; none where it is missing."""
        return [value.text for value in self.properties.get(name, ())]

    def is_a(self, kind: str) -> bool:
        """Whether it is of a class of the vocabulary, by its local name."""
        return any(value.iri == BSV + kind for value in self.properties.get("rdf:type", ()))


class Page(NamedTuple):
    """A thing, and the records in which it appears."""

    thing: Record
    claims: list[Record]
    mechanisms: list[Record]
    findings: list[Record]


class _Reader:
    """Reads records out of one dataset."""

    def __init__(self, dataset: Graph) -> None:
        self.dataset = dataset
        self.labels = {row[0]: row[1] for row in dataset.rows(_LABELS)}
        passages = [iri for (iri,) in dataset.rows(_PASSAGES)]
        self.passage_properties = set(map(shorten, passages))
        # What these lead to has its own part of the page.
        self.gathering = {shorten(iri) for (iri,) in dataset.rows(_RECORDS)}
        self.followed = set(map(pyoxigraph.NamedNode, [BSV + "step", *passages]))
        self.quads: dict[object, list[pyoxigraph.Quad]] = {}
        self.records: dict[str, Record] = {}

    def read(self, iris: Iterable[str]) -> None:
        """Read the quads of some records, then those of their steps and passages."""
        wanted = {pyoxigraph.NamedNode(iri) for iri in iris}
        while wanted:
            self.quads.update({node: [] for node in wanted})
            further = set()
            for quad in self.dataset.about(wanted):
                self.quads[quad.subject].append(quad)
                if quad.predicate in self.followed:
                    further.add(quad.object)
            wanted = {
                node
                for node in further
                if isinstance(node, pyoxigraph.NamedNode) and node not in self.quads
            }

    def record(self, iri: str) -> Record:
        """A record of those that were read; one that is met again, such as a passage, is kept."""
        if iri not in self.records:
            self.records[iri] = self._record(iri)
        return self.records[iri]

    def _record(self, iri: str) -> Record:
        written: dict[tuple[str, str], tuple[object, bool]] = {}
        for quad in self.quads.get(pyoxigraph.NamedNode(iri), ()):
            key = (shorten(quad.predicate.value), str(quad.object))
            if key[0] in self.gathering:
                continue
            derived = quad.graph_name == DERIVED
            if key not in written or not derived:
                written[key] = (quad.object, derived)
        properties: dict[str, list[Value]] = {}
        for (name, _), (term, derived) in sorted(written.items(), key=lambda item: _order(item[0])):
            properties.setdefault(name, []).append(self._value(name, term, derived=derived))
        steps = [self.record(value.iri) for value in properties.get("bsv:step", ())]
        steps.sort(
            key=lambda step: [int(text) for text in step.texts("bsv:position") if text.isdecimal()]
        )
        return Record(iri, self._label(iri, properties), properties, steps)

    def _value(self, name: str, term: object, *, derived: bool) -> Value:
        if not isinstance(term, pyoxigraph.NamedNode):
            text = term.value if isinstance(term, pyoxigraph.Literal) else str(term)
            return Value(text, "", derived, None)
        passage = self.record(term.value) if name in self.passage_properties else None
        return Value(self.label(term.value), term.value, derived, passage)

    def label(self, iri: str) -> str:
        return self.labels.get(iri) or shorten(iri)

    def _label(self, iri: str, properties: dict[str, list[Value]]) -> str:
        parts = [properties.get(f"rdf:{part}", ()) for part in ("subject", "predicate", "object")]
        if all(parts):
            said = " ".join(values[0].text for values in map(list, parts))
            denied = any(
                value.iri == BSV + "Denied" for value in properties.get("bsv:polarity", ())
            )
            return f"denied: {said}" if denied else said
        return self.label(iri)

    def appearances(self, iri: str) -> Iterator[tuple[str, str]]:
        """The records that name a thing, each with its class; a mechanism through its steps."""
        for _, holder, kind in self.dataset.rows(_APPEARANCES, thing=pyoxigraph.NamedNode(iri)):
            yield holder, local_name(kind)


def _order(key: tuple[str, str]) -> tuple[str, list[str | int]]:
    return key[0], natural(key[1])


def page(dataset: Graph, iri: str) -> Page:
    """A thing with all that a dataset says of it.

    Args:
        dataset: where to look.
        iri: the IRI of a concept, claim, mechanism, document, finding, passage or
            term of the vocabulary, as `backspasm.terms.resolve` gives it.
    """
    reader = _Reader(dataset)
    found: dict[str, dict[str, None]] = {kind: {} for kind in _SECTIONS}
    for holder, kind in reader.appearances(iri):
        if kind in found and holder != iri:
            found[kind][holder] = None
    reader.read([iri, *(holder for holders in found.values() for holder in holders)])
    records = {
        kind: [reader.record(holder) for holder in sorted(holders, key=natural)]
        for kind, holders in found.items()
    }
    return Page(reader.record(iri), *(records[kind] for kind in _SECTIONS))


def as_json(shown: Page) -> str:
    """A page as JSON.

    Each record has "id", "curie", "label" and, by CURIE, lists of values; a value
    has "text", and "id", "derived" and "passage" where they apply.
    """
    import json

    document = {
        **_json_record(shown.thing),
        "claims": [_json_record(record) for record in shown.claims],
        "mechanisms": [_json_record(record) for record in shown.mechanisms],
        "findings": [_json_record(record) for record in shown.findings],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _json_record(record: Record) -> dict[str, object]:
    entry: dict[str, object] = {
        "id": record.iri,
        "curie": shorten(record.iri),
        "label": record.label,
        "properties": {
            name: [_json_value(value) for value in values]
            for name, values in record.properties.items()
        },
    }
    if record.steps:
        entry["steps"] = [_json_record(step) for step in record.steps]
    return entry


def _json_value(value: Value) -> dict[str, object]:
    entry: dict[str, object] = {"text": value.text}
    if value.iri:
        entry["id"] = value.iri
    if value.derived:
        entry["derived"] = True
    if value.passage is not None:
        entry["passage"] = _json_record(value.passage)
    return entry


def as_turtle(dataset: Graph, shown: Page) -> bytes:
    """All triples of the records on a page, with their steps and passages, as Turtle."""
    iris: dict[str, None] = {}
    for record in (shown.thing, *shown.claims, *shown.mechanisms, *shown.findings):
        for part in (record, *record.steps):
            iris[part.iri] = None
            for values in part.properties.values():
                iris.update({value.iri: None for value in values if value.passage is not None})
    wanted = {pyoxigraph.NamedNode(iri) for iri in iris}
    return serialise_triples((quad.triple for quad in dataset.quads_about(wanted)), "turtle")
