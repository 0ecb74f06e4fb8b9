"""The conditions in schema.org terms, for search engines and apps that read them.

schema.org, its health and life sciences section: https://schema.org/docs/meddocs.html
JSON-LD 1.1, with a context inside the file: nothing is ever fetched.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from backspasm.alignments import read_alignments
from backspasm.claims import CAUSAL, CERTAINTIES, find_claims, labels_of
from backspasm.concepts import read_concepts
from backspasm.distribution import Distribution
from backspasm.mappings import read_mappings
from backspasm.namespaces import BASE, BSV, PREFIXES, SKOS, shorten

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from backspasm.alignments import Alignments
    from backspasm.claims import Claim
    from backspasm.graph import Graph

__all__ = ["files"]

Node = dict[str, Any]

CONTEXT = {
    "@vocab": "https://schema.org/",
    **{name: {"@type": "@id"} for name in ("license", "url")},
}

CONDITIONS = ("Condition", "Disorder", "Injury", "Finding")
"""The kinds of concepts that schema.org calls medical conditions."""

_TEXTS = f"""
SELECT ?concept ?property ?text WHERE {{
  VALUES ?property {{ <{SKOS}altLabel> <{SKOS}definition> }}
  ?concept a skos:Concept ; ?property ?text .
}}
"""

_WIDER = "SELECT ?concept ?wider WHERE { ?concept a skos:Concept ; skos:broader+ ?wider }"

_SITES = "SELECT ?concept ?site WHERE { ?concept a skos:Concept ; bsv:site ?site }"

_WITHDRAWN = "SELECT ?thing WHERE { ?thing owl:deprecated true }"

_DOCUMENTS = """
SELECT ?document ?title ?author ?publisher ?modified ?language WHERE {
  ?document a bsv:Document ; dcterms:title ?title .
  OPTIONAL { ?document dcterms:creator ?author }
  OPTIONAL { ?document dcterms:publisher ?publisher }
  OPTIONAL { ?document dcterms:modified ?modified }
  OPTIONAL { ?document dcterms:language ?language }
  MINUS { ?document owl:deprecated true }
}
"""

_DATASET = f"""
SELECT ?title ?description ?creator ?licence ?version WHERE {{
  ?scheme a skos:ConceptScheme .
  OPTIONAL {{ ?scheme dcterms:title ?title }}
  OPTIONAL {{ ?scheme dcterms:description ?description }}
  OPTIONAL {{ ?scheme dcterms:creator ?creator }}
  OPTIONAL {{ ?scheme dcterms:license ?licence }}
  OPTIONAL {{ <{BASE}vocab/> owl:versionInfo ?version }}
}}
"""


class _Rule(NamedTuple):
    """Which claims fill a property of a condition.

    Attributes:
        property: the property of schema.org.
        type: what its values are.
        predicates: the predicates of the claims.
        condition: which end of the claim is the condition; the value is the other.
        narrower: whether claims about a narrower condition count.
        wider: whether claims about a wider condition count.
        kinds: the kinds of concepts that can be a value; all where there are none.
    """

    property: str
    type: str
    predicates: tuple[str, ...]
    condition: str
    narrower: bool = False
    wider: bool = False
    kinds: tuple[str, ...] = ()


_RULES = (
    _Rule("cause", "MedicalCause", CAUSAL, "object", narrower=True),
    _Rule("riskFactor", "MedicalRiskFactor", (BSV + "increasesRiskOf",), "object", narrower=True),
    _Rule(
        *("signOrSymptom", "MedicalSignOrSymptom", (BSV + "manifestsAs",), "subject"),
        wider=True,
        kinds=("Finding",),
    ),
    _Rule(
        *("possibleTreatment", "MedicalTherapy", (BSV + "treats", BSV + "mayTreat"), "object"),
        kinds=("Intervention",),
    ),
    _Rule(
        *("primaryPrevention", "MedicalTherapy", (BSV + "prevents",), "object"),
        kinds=("Intervention",),
    ),
    _Rule(
        *("associatedAnatomy", "AnatomicalStructure", (BSV + "occursIn",), "subject"),
        kinds=("AnatomicalStructure",),
    ),
)

_PEOPLE = _Rule(
    *("epidemiology", "", (BSV + "occursIn", BSV + "frequentIn"), "subject"),
    kinds=("Population", "Trait", "Exposure", *CONDITIONS),
)


def files(graph: Graph) -> list[Distribution]:
    """One JSON-LD file with the conditions, the claims about them, and the documents.

    Claims that are denied or withdrawn are left out, and so are withdrawn concepts.
    """
    import json

    nodes = _View(graph).nodes()
    head = json.dumps(CONTEXT, ensure_ascii=False)
    body = ",\n".join(json.dumps(node, ensure_ascii=False) for node in nodes)
    content = f'{{"@context": {head},\n"@graph": [\n{body}\n]}}\n'.encode()
    return [Distribution("schema-org.jsonld", "application/ld+json", content)]


class _View:
    """What of the graph the file tells."""

    def __init__(self, graph: Graph) -> None:
        withdrawn = {iri for (iri,) in graph.rows(_WITHDRAWN)}
        self.graph = graph
        self.concepts = {
            iri: concept for iri, concept in read_concepts(graph).items() if iri not in withdrawn
        }
        self.claims = [
            claim
            for claim in find_claims(graph)
            if claim.polarity == "Affirmed"
            and not claim.deprecated
            and {claim.subject, claim.object} <= self.concepts.keys()
        ]
        self.known = {claim.iri: claim for claim in self.claims}
        self.by_end: dict[tuple[str, str, str], list[Claim]] = {}
        for claim in self.claims:
            for end, iri in (("subject", claim.subject), ("object", claim.object)):
                self.by_end.setdefault((end, claim.predicate, iri), []).append(claim)
        self.labels = labels_of(graph, {iri for claim in self.claims for iri in claim.named})
        self.wider = _grouped(graph.rows(_WIDER))
        self.narrower = _grouped((wider, iri) for iri, wider in graph.rows(_WIDER))
        self.told: set[str] = set()

    def nodes(self) -> Iterator[Node]:
        """The dataset, the documents, the conditions, and the claims that these point at."""
        documents = list(self._documents())
        yield from self._dataset(documents)
        yield from documents
        yield from self._conditions()
        for claim in self.claims:
            if claim.iri in self.told:
                yield self._claim(claim)

    def _dataset(self, documents: Iterable[Node]) -> Iterator[Node]:
        for title, description, creator, licence, version in sorted(self.graph.rows(_DATASET))[:1]:
            yield _filled(
                {
                    "@type": "Dataset",
                    "@id": BASE,
                    "name": title,
                    "description": description,
                    "license": licence,
                    "version": version,
                    "creator": _organisation(creator),
                    "isBasedOn": [{"@id": document["@id"]} for document in documents],
                }
            )

    def _documents(self) -> Iterator[Node]:
        rows = sorted(self.graph.rows(_DOCUMENTS))
        for iri, found in groupby(rows, key=lambda row: row[0]):
            _, title, author, publisher, modified, language = next(found)
            yield _filled(
                {
                    "@type": "Article",
                    "@id": iri,
                    "name": title,
                    "author": _organisation(author),
                    "publisher": _organisation(publisher),
                    "dateModified": modified,
                    "inLanguage": language,
                }
            )

    def _conditions(self) -> Iterator[Node]:
        aligned = read_alignments(self.graph, PREFIXES["schema"])
        texts = _grouped((iri + name, text) for iri, name, text in self.graph.rows(_TEXTS))
        codes = self._codes()
        sites = _grouped(self.graph.rows(_SITES))
        for iri, concept in self.concepts.items():
            if concept.kind in CONDITIONS:
                yield _filled(
                    {
                        "@type": _type(aligned, concept.kind),
                        "@id": iri,
                        "name": concept.label,
                        "alternateName": texts.get(f"{iri}{SKOS}altLabel", []),
                        "description": " ".join(texts.get(f"{iri}{SKOS}definition", ())),
                        "code": codes.get(iri, []),
                        **{r.property: self._said(iri, r, sites.get(iri, ())) for r in _RULES},
                        **self._people(iri),
                    }
                )

    def _codes(self) -> dict[str, list[Node]]:
        codes: dict[str, list[Node]] = {}
        for mapping in read_mappings(self.graph):
            space, colon, value = shorten(mapping.object).partition(":")
            if mapping.predicate == SKOS + "exactMatch" and colon and space[0] != "<":
                code = {"@type": "MedicalCode", "codeValue": value, "codingSystem": space}
                named = {**code, "name": mapping.label, "url": mapping.object}
                codes.setdefault(mapping.subject, []).append(_filled(named))
        return codes

    def _said(self, iri: str, rule: _Rule, sites: Iterable[str]) -> list[Node]:
        """The values of a property of a condition, those that are said most firmly first."""
        found: dict[str, list[Claim]] = {}
        for claim in self._about(iri, rule):
            value = claim.object if rule.condition == "subject" else claim.subject
            found.setdefault(value, []).append(claim)
        if rule.property == "associatedAnatomy":
            for site in sites:
                if site in self.concepts:
                    found.setdefault(site, [])
        return [self._value(rule, *item) for item in sorted(found.items(), key=_firmest)]

    def _about(self, iri: str, rule: _Rule) -> list[Claim]:
        """The claims that fill a property of a condition, in the order of their IRIs."""
        about = [iri]
        about += self.narrower.get(iri, ()) if rule.narrower else ()
        about += self.wider.get(iri, ()) if rule.wider else ()
        found = {
            claim.iri: claim
            for predicate in rule.predicates
            for condition in about
            for claim in self.by_end.get((rule.condition, predicate, condition), ())
        }
        return [found[name] for name in sorted(found) if self._is_value(iri, found[name], rule)]

    def _is_value(self, iri: str, claim: Claim, rule: _Rule) -> bool:
        value = claim.object if rule.condition == "subject" else claim.subject
        return value != iri and (not rule.kinds or self.concepts[value].kind in rule.kinds)

    def _people(self, iri: str) -> Node:
        """In whom the condition is met, for which schema.org has text and nothing else."""
        claims = self._about(iri, _PEOPLE)
        return {_PEOPLE.property: list(map(self._words, claims)), "subjectOf": self._refer(claims)}

    def _refer(self, claims: Iterable[Claim]) -> list[Node]:
        refs = [claim.iri for claim in claims]
        self.told.update(refs)
        return [{"@id": iri} for iri in refs]

    def _value(self, rule: _Rule, iri: str, claims: list[Claim]) -> Node:
        return _filled(
            {
                "@type": rule.type,
                "name": self.concepts[iri].label,
                "url": iri,
                "description": " ".join(map(self._words, claims)),
                "subjectOf": self._refer(claims),
            }
        )

    def _claim(self, claim: Claim) -> Node:
        return _filled(
            {
                "@type": "Claim",
                "@id": claim.iri,
                "text": claim.statement,
                "description": self._manner(claim),
                "appearance": {"@id": claim.document} if claim.document else {},
            }
        )

    def _words(self, claim: Claim) -> str:
        return f"{claim.statement} ({self._manner(claim)})"

    def _manner(self, claim: Claim) -> str:
        """How firmly it is said, in which words, on what they stand, and within what limits."""
        parts = [claim.certainty.lower() or "no certainty"]
        parts += [f"“{hedge}”" for hedge in claim.hedge]
        parts += {"Heading": ["in a heading"], "ListItem": ["in a list"]}.get(claim.basis, [])
        parts += self._limits(claim)
        parts += ["contradicted elsewhere"] if claim.contradicts else []
        return ", ".join(parts)

    def _limits(self, claim: Claim) -> Iterator[str]:
        for iri in claim.limits:
            if iri in claim.jointly_with:
                other = self.known.get(iri)
                yield f"together with {self._label(other.subject if other else iri)}"
            else:
                yield f"only: {self._label(iri)}"

    def _label(self, iri: str) -> str:
        return self.labels.get(iri) or shorten(iri)


def _type(aligned: Alignments, kind: str) -> str:
    return aligned.of(BSV + kind).removeprefix("schema:")


def _firmest(item: tuple[str, list[Claim]]) -> tuple[int, str]:
    iri, claims = item
    return -max((CERTAINTIES.index(claim.certainty) for claim in claims), default=0), iri


def _organisation(name: str) -> Node:
    return {"@type": "Organization", "name": name} if name else {}


def _grouped(rows: Iterable[tuple[str, ...]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for iri, value in sorted(rows):
        found.setdefault(iri, []).append(value)
    return found


def _filled(node: Node) -> Node:
    """A node without its empty properties."""
    return {key: value for key, value in node.items() if value}
