"""Claims as typed records: who says what, how firmly, and at which place."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pyoxigraph

from backspasm.errors import DataError
from backspasm.namespaces import BSV, OA, OWL, PROV, RDF, local_name, shorten

if TYPE_CHECKING:
    from collections.abc import Iterable

    from backspasm.graph import Graph

__all__ = [
    "CAUSAL",
    "CERTAINTIES",
    "Claim",
    "Passage",
    "find_claims",
    "labels_of",
    "properties_of",
    "read_claims",
]

CAUSAL = (BSV + "causes", BSV + "contributesTo", BSV + "mayCause")
"""The causal predicates; the weak one stands above the others."""

CERTAINTIES = ("", "Possible", "Likely", "Stated")
"""The values of certainty in the order of their `bsv:order`, from 1 for the weakest."""

_LABELS = """
SELECT ?thing ?label WHERE {
  VALUES ?thing { THINGS }
  ?thing skos:prefLabel|rdfs:label|dcterms:title ?label .
} ORDER BY ?thing LANGMATCHES(LANG(?label), "en") DESC(STR(?label))
"""

_CLAIMS = """
SELECT ?claim ?subject ?predicate ?object WHERE {
  ?claim a bsv:Claim ; rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object .
} ORDER BY ?claim
"""


class Passage(NamedTuple):
    """A place in a document.

    Attributes:
        iri: the document's IRI with a fragment (RFC 5147).
        document: the IRI of the document.
        start: offset of the first character.
        end: offset behind the last character.
        section: the heading above it.
        inferred: whether the heading is a curator's, as the text has lost it.
    """

    iri: str
    document: str
    start: int
    end: int
    section: str
    inferred: bool


class Claim(NamedTuple):
    """One document says that one thing bears on another.

    IRIs are full. What can be said several times is a tuple, and what is not said is
    "" or an empty tuple. Words of the source stand in `hedge` and `evidence_wording`.

    Attributes:
        certainty: Stated, Likely or Possible.
        polarity: Affirmed or Denied.
        basis: Sentence, Heading or ListItem.
        licenses: the predicate of the direct edge that this claim alone allows.
        document: the IRI of the document that says it.
        deprecated: whether it was withdrawn.
    """

    iri: str
    subject: str
    predicate: str
    object: str
    certainty: str
    polarity: str
    basis: str
    statement: str
    licenses: str
    document: str
    deprecated: bool
    evidence: tuple[str, ...]
    evidence_wording: tuple[str, ...]
    hedge: tuple[str, ...]
    frequency: tuple[str, ...]
    rank: tuple[str, ...]
    onset: tuple[str, ...]
    population: tuple[str, ...]
    site: tuple[str, ...]
    scope: tuple[str, ...]
    subject_qualifier: tuple[str, ...]
    object_qualifier: tuple[str, ...]
    jointly_with: tuple[str, ...]
    contradicts: tuple[str, ...]
    curator_note: tuple[str, ...]
    passages: tuple[Passage, ...]

    @property
    def limits(self) -> tuple[str, ...]:
        """The IRIs of what limits it: scopes, groups, qualities of the subject, joint causes."""
        return (*self.scope, *self.population, *self.subject_qualifier, *self.jointly_with)

    @property
    def named(self) -> set[str]:
        """The IRIs of all that it names and that can have a label."""
        one = (self.subject, self.predicate, self.object, self.document)
        limits = (*self.population, *self.site, *self.scope, *self.onset)
        manner = (*self.frequency, *self.rank, *self.subject_qualifier, *self.object_qualifier)
        return {*one, *self.evidence, *limits, *manner} - {""}


def find_claims(
    graph: Graph,
    subject: str | None = None,
    predicate: str | None = None,
    target: str | None = None,
) -> list[Claim]:
    """The claims of a pattern, in the order of their IRIs; None stands for anything.

    Args:
        graph: what is asked.
        subject: the IRI of what bears on something.
        predicate: the IRI of how, as the claim has it.
        target: the IRI of what it bears on.
    """
    given = {"subject": subject, "predicate": predicate, "object": target}
    terms = {name: pyoxigraph.NamedNode(iri) for name, iri in given.items() if iri}
    return list(read_claims(graph, (iri for iri, *_ in graph.rows(_CLAIMS, **terms))).values())


def read_claims(graph: Graph, iris: Iterable[str]) -> dict[str, Claim]:
    """The claims with some IRIs, by IRI and in the order given, without those that do not exist."""
    wanted = list(dict.fromkeys(iris))
    said = properties_of(graph, wanted)
    places = {place for known in said.values() for place in known.get(BSV + "passage", ())}
    passages = {iri: _passage(iri, known) for iri, known in properties_of(graph, places).items()}
    return {iri: _claim(iri, said[iri], passages) for iri in wanted if RDF + "subject" in said[iri]}


def labels_of(graph: Graph, iris: Iterable[str]) -> dict[str, str]:
    """A label for each of some things that have one: in English where there is one."""
    rows = graph.rows_for(_LABELS, sorted(set(iris)))
    return {thing: label for thing, label in rows}  # noqa: C416 (rows have any length)


def properties_of(graph: Graph, iris: Iterable[str]) -> dict[str, dict[str, list[str]]]:
    """What is said of some things: for each, the values of each property as plain text."""
    found: dict[str, dict[str, list[str]]] = {iri: {} for iri in iris}
    for quad in graph.about(map(pyoxigraph.NamedNode, found)):
        target = quad.object
        if isinstance(quad.subject, pyoxigraph.NamedNode) and isinstance(
            target, (pyoxigraph.NamedNode, pyoxigraph.Literal)
        ):
            values = found[quad.subject.value].setdefault(quad.predicate.value, [])
            if target.value not in values:
                values.append(target.value)
    return found


def _passage(iri: str, said: dict[str, list[str]]) -> Passage:
    return Passage(
        iri=iri,
        document=_one(said, OA + "hasSource"),
        start=_offset(iri, said, "start"),
        end=_offset(iri, said, "end"),
        section=_one(said, BSV + "section"),
        inferred=_one(said, BSV + "sectionInferred") == "true",
    )


def _offset(iri: str, said: dict[str, list[str]], name: str) -> int:
    text = _one(said, OA + name) or "0"
    if not text.isdecimal():
        raise DataError(
            f"oa:{name} {text} is no number", place=shorten(iri), remedy="see `backspasm validate`"
        )
    return int(text)


def _claim(iri: str, said: dict[str, list[str]], passages: dict[str, Passage]) -> Claim:
    def several(name: str) -> tuple[str, ...]:
        return tuple(sorted(said.get(BSV + name, ())))

    places = sorted((passages[place] for place in said.get(BSV + "passage", ())), key=_order)
    return Claim(
        iri=iri,
        subject=_one(said, RDF + "subject"),
        predicate=_one(said, RDF + "predicate"),
        object=_one(said, RDF + "object"),
        certainty=local_name(_one(said, BSV + "certainty")),
        polarity=local_name(_one(said, BSV + "polarity")),
        basis=local_name(_one(said, BSV + "basis")),
        statement=_one(said, BSV + "statement"),
        licenses=_one(said, BSV + "licenses"),
        document=_one(said, PROV + "hadPrimarySource"),
        deprecated=_one(said, OWL + "deprecated") == "true",
        evidence=several("evidence"),
        evidence_wording=several("evidenceWording"),
        hedge=several("hedge"),
        frequency=several("frequency"),
        rank=several("rank"),
        onset=several("onset"),
        population=several("population"),
        site=several("site"),
        scope=several("scope"),
        subject_qualifier=several("subjectQualifier"),
        object_qualifier=several("objectQualifier"),
        jointly_with=several("jointlyWith"),
        contradicts=several("contradicts"),
        curator_note=several("curatorNote"),
        passages=tuple(places),
    )


def _order(passage: Passage) -> tuple[str, int, int]:
    return passage.document, passage.start, passage.end


def _one(said: dict[str, list[str]], name: str) -> str:
    return min(said.get(name, ("",)))
