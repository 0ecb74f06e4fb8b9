"""The records of one version: what is said of each IRI, with its parts, in a form to compare."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pyoxigraph

from backspasm.concepts import KINDS as CONCEPT_KINDS
from backspasm.namespaces import BSV, DCTERMS, OWL, RDF, RDFS, SKOS, local_name, shorten

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

__all__ = ["KINDS", "UNNAMED", "Key", "Record", "Side", "Value", "Values", "name_of"]

KINDS = {
    "concept": "concepts",
    "claim": "claims",
    "mechanism": "mechanisms",
    "finding": "findings",
    "mapping": "mappings",
    "document": "documents",
    "passage": "passages",
    "class": "classes",
    "property": "properties",
    "value": "values",
    "vocabulary": "vocabulary",
    "other": "others",
}
"""The kinds of records, each with its plural: what people count, then terms, then the rest."""

UNNAMED = ""
"""In place of an IRI: the record of blank nodes that nothing points at."""

_CLASSES = {
    BSV + "Claim": "claim",
    BSV + "Mechanism": "mechanism",
    BSV + "QuantitativeFinding": "finding",
    BSV + "Mapping": "mapping",
    BSV + "Document": "document",
    BSV + "Passage": "passage",
    SKOS + "Concept": "concept",
    **{BSV + kind: "concept" for kind in CONCEPT_KINDS},
    OWL + "Class": "class",
    RDFS + "Class": "class",
    OWL + "ObjectProperty": "property",
    OWL + "DatatypeProperty": "property",
    OWL + "AnnotationProperty": "property",
    RDF + "Property": "property",
    OWL + "NamedIndividual": "value",
    OWL + "Ontology": "vocabulary",
}
"""The kind of a record by its class; the first that fits."""

_NAMES = [pyoxigraph.NamedNode(space) for space in (SKOS + "prefLabel", RDFS + "label")]
_NAMES.append(pyoxigraph.NamedNode(DCTERMS + "title"))
_STEP = pyoxigraph.NamedNode(BSV + "step")
_ORDER = {BSV + "step", BSV + "claim", BSV + "position", BSV + "next"}
"""What says which claims a mechanism has, and in which order."""


class Value(NamedTuple):
    """One value of a property.

    Attributes:
        kind: "iri", "literal", "node" (a blank node) or "triple" (RDF 1.2).
        text: the IRI, the lexical form, or a triple or what is said of a node, as in Turtle.
        datatype: the IRI of the datatype of a literal.
        language: its language tag, or "".
        direction: its base direction (RDF 1.2), or "".
    """

    kind: str
    text: str
    datatype: str = ""
    language: str = ""
    direction: str = ""


class Key(NamedTuple):
    """Where values stand in a record.

    Attributes:
        part: the IRI of the step that has the property, or "" for the record itself.
        predicate: the IRI of the property; "" for blank nodes that nothing points at.
        graph: the IRI of the named graph, or "".
    """

    part: str
    predicate: str
    graph: str


Values = dict[Key, dict[object, Value]]
"""What is said in a record: values by the terms that they stand for, which are compared."""


class Record(NamedTuple):
    """All that one version says of an IRI; both are empty where it says nothing.

    Attributes:
        said: the values of properties.
        steps: of a mechanism, the claims of its steps in order.
    """

    said: Values
    steps: tuple[Value, ...]

    def texts(self, predicate: str) -> list[str]:
        """The values of a property of the record itself, as text, in order."""
        return sorted(
            value.text
            for key, values in self.said.items()
            for value in values.values()
            if key.predicate == predicate and not key.part
        )

    @property
    def there(self) -> bool:
        """Whether anything is said of the IRI itself, and not of its parts alone."""
        return any(not key.part for key in self.said)

    @property
    def kind(self) -> str:
        """A key of `KINDS`."""
        types = self.texts(RDF + "type")
        return next((kind for name, kind in _CLASSES.items() if name in types), "other")

    def without_order(self) -> Values:
        """What is said but for the order of steps, and their being steps."""
        return {
            key: values
            for key, values in self.said.items()
            if key.predicate not in _ORDER and not (key.part and key.predicate == RDF + "type")
        }


class Side:
    """One of two versions, looked at quad by quad.

    Attributes:
        quads: its quads, blank nodes named by content.
        owners: the mechanism of each step.
        subjects: all that something is said of.
        labels: a label for each thing that has one, in English where there is one.
    """

    def __init__(self, quads: set[pyoxigraph.Quad]) -> None:
        self.quads = quads
        self.owners: dict[str, str] = {}
        self.subjects: set[object] = set()
        self.nodes: dict[pyoxigraph.BlankNode, list[pyoxigraph.Quad]] = {}
        labels: dict[str, tuple[bool, str]] = {}
        pointed: set[object] = set()
        for quad in quads:
            subject, predicate, target = quad.subject, quad.predicate, quad.object
            self.subjects.add(subject)
            if isinstance(subject, pyoxigraph.BlankNode):
                self.nodes.setdefault(subject, []).append(quad)
            elif isinstance(target, pyoxigraph.BlankNode):
                pointed.add(target)
            if not isinstance(subject, pyoxigraph.NamedNode):
                continue
            if predicate == _STEP and isinstance(target, pyoxigraph.NamedNode):
                self.owners[target.value] = subject.value
            elif predicate in _NAMES and isinstance(target, pyoxigraph.Literal):
                label = not (target.language or "").startswith("en"), target.value
                labels[subject.value] = min(labels.get(subject.value, label), label)
        self.labels = {iri: text for iri, (_, text) in labels.items()}
        self.roots = self._roots(pointed)

    def _roots(self, pointed: set[object]) -> set[object]:
        """The blank nodes from which all others can be reached that no IRI leads to."""
        inner: set[object] = {
            q.object for quads in self.nodes.values() for q in quads if q.object != q.subject
        }
        roots: set[object] = {node for node in self.nodes if node not in inner | pointed}
        reached: set[object] = set()
        waiting = [*roots, *pointed]
        for node in [*sorted(self.nodes, key=str), None]:
            while waiting:
                one = waiting.pop()
                if one not in reached and isinstance(one, pyoxigraph.BlankNode):
                    reached.add(one)
                    waiting += [quad.object for quad in self.nodes.get(one, ())]
            if node is not None and node not in reached:  # one of a circle
                roots.add(node)
                waiting.append(node)
        return roots

    def iri_of(self, quad: pyoxigraph.Quad, owners: Mapping[str, str]) -> str | None:
        """The IRI of the record that a quad belongs to; None where another quad tells of it."""
        if isinstance(quad.subject, pyoxigraph.NamedNode):
            return owners.get(quad.subject.value, quad.subject.value)
        return UNNAMED if quad.subject in self.roots or quad.subject not in self.nodes else None

    def records(self, wanted: Collection[str], owners: Mapping[str, str]) -> dict[str, Record]:
        """Some records by IRI."""
        said: dict[str, Values] = {iri: {} for iri in wanted}
        for quad in self.quads:
            iri = self.iri_of(quad, owners)
            if iri is not None and iri in said:
                key, term = self._place(quad, iri)
                said[iri].setdefault(key, {})[term] = self._value(term, frozenset())
        return {iri: Record(values, _steps(values)) for iri, values in said.items()}

    def _place(self, quad: pyoxigraph.Quad, iri: str) -> tuple[Key, object]:
        graph = getattr(quad.graph_name, "value", "")
        if not isinstance(quad.subject, pyoxigraph.NamedNode):
            return Key("", "", graph), quad.subject
        part = quad.subject.value
        return Key("" if part == iri else part, quad.predicate.value, graph), quad.object

    def _value(self, term: object, within: frozenset[object]) -> Value:
        if isinstance(term, pyoxigraph.NamedNode):
            return Value("iri", term.value)
        if isinstance(term, pyoxigraph.Literal):
            direction = term.direction.value if term.direction else ""
            return Value("literal", term.value, term.datatype.value, term.language or "", direction)
        if isinstance(term, pyoxigraph.BlankNode):
            return Value("node", self._described(term, within))
        return Value("triple", self._in_turtle(term, within))

    def _described(self, node: pyoxigraph.BlankNode, within: frozenset[object]) -> str:
        """What is said of a blank node, in the manner of Turtle."""
        if node in within:
            return str(node)
        within |= {node}
        said: dict[str, list[str]] = {}
        for quad in self.nodes.get(node, ()):
            text = self._in_turtle(quad.object, within)
            said.setdefault(shorten(quad.predicate.value), []).append(text)
        if set(said) == {"rdf:first", "rdf:rest"}:
            first, (rest,) = ", ".join(said["rdf:first"]), said["rdf:rest"]
            others = "" if rest == "rdf:nil" else rest.removeprefix("( ").removesuffix(" )") + " "
            return f"( {first} {others})" if rest[:1] in "(r" else f"( {first} … {rest} )"
        parts = [
            f"{'a' if name == 'rdf:type' else name} {', '.join(sorted(texts))}"
            for name, texts in sorted(said.items(), key=lambda item: (item[0] != "rdf:type", item))
        ]
        return f"[ {' ; '.join(parts)} ]" if parts else "[]"

    def _in_turtle(self, term: object, within: frozenset[object]) -> str:
        if isinstance(term, pyoxigraph.NamedNode):
            return shorten(term.value)
        if isinstance(term, pyoxigraph.BlankNode):
            return self._described(term, within)
        if isinstance(term, pyoxigraph.Triple):
            return f"<<( {' '.join(self._in_turtle(part, within) for part in term)} )>>"
        return str(term)


def _steps(said: Values) -> tuple[Value, ...]:
    """The claims of the steps of a mechanism, by their positions."""
    positions: dict[str, tuple[int, str]] = {}
    claims: dict[str, list[Value]] = {}
    for key, values in said.items():
        if key.part and key.predicate == BSV + "position":
            text = min(value.text for value in values.values())
            positions[key.part] = (int(text) if text.isdecimal() else 0, text)
        elif key.part and key.predicate == BSV + "claim":
            claims.setdefault(key.part, []).extend(sorted(values.values()))
    return tuple(
        value
        for step in sorted(claims, key=lambda step: (positions.get(step, (0, "")), step))
        for value in claims[step]
    )


def name_of(record: Record, iri: str, labels: Mapping[str, str]) -> str:
    """What people call a record: a label, or in a few words what it says."""

    def named(predicate: str) -> str:
        return " ".join(labels.get(one, local_name(one)) for one in record.texts(predicate))

    kind = record.kind
    if kind == "claim":
        said = " ".join(named(RDF + part) for part in ("subject", "predicate", "object"))
        denied = BSV + "Denied" in record.texts(BSV + "polarity")
        return f"denied: {said}".strip() if denied else said.strip()
    if kind == "mapping":
        parts = [named(OWL + "annotatedSource"), named(OWL + "annotatedProperty")]
        targets = [shorten(target) for target in record.texts(OWL + "annotatedTarget")]
        return " ".join([*parts, *targets]).strip()
    if kind in ("finding", "passage"):
        text = BSV + ("statement" if kind == "finding" else "section")
        return " ".join(record.texts(text))
    return labels.get(iri, "")
