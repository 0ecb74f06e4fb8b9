"""An explanation as JSON, and as JSON-LD with the claims and passages that it rests on."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

import pyoxigraph

from backspasm.claim_json import claim_entry, thing
from backspasm.namespaces import BSV, DCTERMS, PROV, RDF, RDFS, SKOS
from backspasm.serialisation import serialise_triples

if TYPE_CHECKING:
    from collections.abc import Iterator

    from backspasm.explanation import Explanation, Path, Step
    from backspasm.graph import Graph

__all__ = ["as_json", "as_jsonld"]

_NAMING = {RDF + "type", SKOS + "prefLabel", SKOS + "definition", DCTERMS + "title"}
"""What is said of concepts, mechanisms and documents, which have pages of their own."""


def as_json(told: Explanation) -> str:
    """An explanation as JSON, each path on a line of its own.

    The whole has "cause", "effect", "found", "backed", "exhausted", "longer", "paths",
    "related" and "nearest"; a path "concepts", "certainty", "support", "origin", "statedBy",
    "mechanisms", "steps" and "denials"; a step "from", "predicate", "to", "firm", "certainty",
    "documents", "within" and "claims". They mean what `backspasm.explanation` says. For a claim
    see `backspasm.claim_json`; any other thing has "id", "curie" and "label".

    Args:
        told: the explanation.
    """
    writer = _Writer(told)
    document = {
        "cause": writer.thing(told.cause),
        "effect": writer.thing(told.effect),
        "found": told.found,
        "backed": told.backed,
        "exhausted": told.exhausted,
        "longer": told.longer,
        "related": writer.things(told.related),
        "nearest": [
            {**near._asdict(), "cause": near.cause or None, "effect": near.effect or None}
            for near in told.nearest
        ],
    }
    entries = [f"{json.dumps(key)}: {_dumped(value)}" for key, value in document.items()]
    paths = [_dumped(writer.path(path)) for path in told.paths]
    told_apart = ",\n".join(paths)
    entries.append(f'"paths": [\n{told_apart}\n]')
    return "{\n" + ",\n".join(entries) + "\n}\n"


def _dumped(value: object) -> str:
    """JSON on one line: Python writes it several times as fast as with an indent."""
    return json.dumps(value, ensure_ascii=False)


class _Writer:
    """Writes the parts of one explanation."""

    def __init__(self, told: Explanation) -> None:
        self.labels = told.labels

    def thing(self, iri: str) -> dict[str, str]:
        return thing(iri, self.labels)

    def things(self, iris: tuple[str, ...]) -> list[dict[str, str]]:
        return [self.thing(iri) for iri in iris]

    def path(self, path: Path) -> dict[str, object]:
        return {
            "concepts": self.things(path.concepts),
            "certainty": path.certainty,
            "support": path.support,
            "origin": path.origin,
            "statedBy": self.things(path.stated_by),
            "mechanisms": [
                {**self.thing(backing.mechanism), "whole": backing.whole}
                for backing in path.backing
            ],
            "steps": [self.step(step) for step in path.steps],
            "denials": [
                {
                    "kind": denial.kind,
                    "against": denial.against or None,
                    "claim": claim_entry(denial.claim, self.labels),
                }
                for denial in path.denials
            ],
        }

    def step(self, step: Step) -> dict[str, object]:
        return {
            "from": self.thing(step.link.cause),
            "predicate": self.thing(step.link.predicate),
            "to": self.thing(step.link.effect),
            "firm": step.link.firm,
            "certainty": step.certainty,
            "documents": self.things(step.link.documents),
            "within": self.things(step.within),
            "claims": [claim_entry(claim, self.labels) for claim in step.claims],
        }


def as_jsonld(graph: Graph, told: Explanation, *, denied: bool = False) -> bytes:
    """An explanation as JSON-LD: its paths, and the claims and passages that they rest on.

    A path has the properties of a mechanism (`bsv:from`, `bsv:to`, `bsv:certainty`,
    `bsv:step`), without being one: no curator wrote it. Its id is a UUID made from its
    concepts (RFC 9562, section 5.5), so the same path has the same id. `bsv:position` is its rank,
    `prov:wasDerivedFrom` the mechanisms that back it, `prov:hadPrimarySource` the documents
    that say each step. Where there is no path, `rdfs:comment` says what is nearest.

    Args:
        graph: the graph that was asked.
        told: the explanation.
        denied: give the claims that stand against a path or beside it (`rdfs:seeAlso`).
    """
    records: dict[str, None] = {}
    others: dict[str, None] = {told.cause: None, told.effect: None}
    for path in told.paths:
        claims = [claim for step in path.steps for claim in step.claims]
        claims += [denial.claim for denial in path.denials] if denied else []
        others.update(dict.fromkeys((*path.concepts, *(b.mechanism for b in path.backing))))
        for claim in claims:
            others[claim.document] = None
            records.update(dict.fromkeys((claim.iri, *(place.iri for place in claim.passages))))
    others.pop("", None)
    triples = list(_described(told, denied=denied))
    triples += [quad.triple for quad in graph.about(map(pyoxigraph.NamedNode, records))]
    triples += [
        quad.triple
        for quad in graph.about(map(pyoxigraph.NamedNode, others))
        if quad.predicate.value in _NAMING
    ]
    return serialise_triples(dict.fromkeys(triples), "jsonld")


def _described(told: Explanation, *, denied: bool) -> Iterator[pyoxigraph.Triple]:
    for rank, path in enumerate(told.paths, 1):
        yield from _path_triples(path, rank, denied=denied)
    if not told.paths:
        ends = f"{told.cause} {told.effect}"
        node = pyoxigraph.NamedNode(f"urn:uuid:{uuid5(NAMESPACE_URL, ends)}")
        yield _triple(node, BSV + "from", pyoxigraph.NamedNode(told.cause))
        yield _triple(node, BSV + "to", pyoxigraph.NamedNode(told.effect))
        for near in told.nearest:
            text = pyoxigraph.Literal(f"Nearest: {near.text}", language="en")
            yield _triple(node, RDFS + "comment", text)


def _path_triples(path: Path, rank: int, *, denied: bool) -> Iterator[pyoxigraph.Triple]:
    name = f"urn:uuid:{uuid5(NAMESPACE_URL, ' '.join(path.concepts))}"
    node = pyoxigraph.NamedNode(name)
    yield _triple(node, RDF + "type", pyoxigraph.NamedNode(PROV + "Entity"))
    yield _triple(node, BSV + "position", pyoxigraph.Literal(rank))
    yield _triple(node, BSV + "from", pyoxigraph.NamedNode(path.concepts[0]))
    yield _triple(node, BSV + "to", pyoxigraph.NamedNode(path.concepts[-1]))
    if path.certainty:
        yield _triple(node, BSV + "certainty", pyoxigraph.NamedNode(BSV + path.certainty))
    linked = [(PROV + "wasDerivedFrom", backing.mechanism) for backing in path.backing]
    linked += [(PROV + "hadPrimarySource", document) for document in path.stated_by]
    linked += [(RDFS + "seeAlso", denial.claim.iri) for denial in path.denials if denied]
    for predicate, iri in linked:
        yield _triple(node, predicate, pyoxigraph.NamedNode(iri))
    for position, step in enumerate(path.steps, 1):
        part = pyoxigraph.NamedNode(f"{name}#{position}")
        yield _triple(node, BSV + "step", part)
        yield _triple(part, RDF + "type", pyoxigraph.NamedNode(BSV + "Step"))
        yield _triple(part, BSV + "position", pyoxigraph.Literal(position))
        yield _triple(part, RDF + "predicate", pyoxigraph.NamedNode(step.link.predicate))
        yield _triple(part, BSV + "stepFrom", pyoxigraph.NamedNode(step.link.cause))
        yield _triple(part, BSV + "stepTo", pyoxigraph.NamedNode(step.link.effect))
        for claim in step.claims:
            yield _triple(part, BSV + "claim", pyoxigraph.NamedNode(claim.iri))


def _triple(
    subject: pyoxigraph.NamedNode,
    predicate: str,
    target: pyoxigraph.NamedNode | pyoxigraph.Literal,
) -> pyoxigraph.Triple:
    return pyoxigraph.Triple(subject, pyoxigraph.NamedNode(predicate), target)
