"""The vocabulary: whole, documented, within OWL 2 RL and without an unsatisfiable class."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import owlrl
import pytest
import rdflib
from rdflib.collection import Collection
from rdflib.namespace import OWL, RDF, RDFS, SKOS

from backspasm.errors import FileError
from backspasm.files import authored_files, parse_file, shape_files, vocabulary_files
from backspasm.namespaces import PREFIXES
from graphs import to_graph

BUILT_IN = tuple(PREFIXES[prefix] for prefix in ("rdf", "rdfs", "owl", "sh", "xsd"))
BSV = PREFIXES["bsv"]
DATA = tuple(PREFIXES[prefix] for prefix in ("bs", "bsc", "bsd", "bsf", "bsm", "bsx", "bsh"))
TERM_KINDS = (
    OWL.Class,
    OWL.ObjectProperty,
    OWL.DatatypeProperty,
    OWL.AnnotationProperty,
    OWL.NamedIndividual,
)
# Properties of the data whose values name terms: a kind, a predicate, an entry of a value list, a
# unit. The values of the others are concepts, records, passages and public identifiers.
OF_DATA = ("owl:annotatedTarget", "sssom:object_source", "bsv:citedWork", "dcterms:references")
NOT_TERMS = {PREFIXES[p] + name for p, name in (text.split(":") for text in OF_DATA)}
# Vocabularies that mappings point at, named in shapes/mappings.ttl.
PUBLIC_SOURCES = {
    rdflib.URIRef(name)
    for name in (
        "http://id.nlm.nih.gov/mesh",
        "http://purl.bioontology.org/ontology/ICD10CM",
        "http://www.ebi.ac.uk/efo/efo.owl",
    )
}
LICENSE = rdflib.URIRef(PREFIXES["dcterms"] + "license")


def _parse(names: list[str]) -> rdflib.Graph:
    return to_graph(quad for name in names for quad in parse_file(name))


@cache
def _vocabulary() -> rdflib.Graph:
    return _parse(vocabulary_files())


def _terms() -> list[rdflib.URIRef]:
    kinds = (_vocabulary().subjects(RDF.type, kind) for kind in TERM_KINDS)
    return _sorted(term for found in kinds for term in found)


def _sorted(nodes: Iterable[rdflib.term.Node]) -> list[rdflib.URIRef]:
    return sorted({node for node in nodes if isinstance(node, rdflib.URIRef)})


def _is_term(node: rdflib.term.Node) -> bool:
    return isinstance(node, rdflib.URIRef) and not str(node).startswith((*BUILT_IN, *DATA))


def _undeclared(used: set[rdflib.term.Node]) -> list[str]:
    return sorted(map(str, used - set(_terms()) - {rdflib.URIRef(BSV)}))


def _terms_in_data(graph: rdflib.Graph) -> set[rdflib.term.Node]:
    used = set(graph.predicates())
    used |= {
        value
        for _, predicate, value in graph
        if str(predicate) not in NOT_TERMS and predicate != LICENSE
    }
    return {node for node in used if _is_term(node)}


def test_every_term_in_the_data_is_declared() -> None:
    try:
        files = authored_files()
    except FileError as error:
        pytest.skip(f"the shipped data is not there: {error}")
    assert _undeclared(_terms_in_data(_parse(files))) == []


def test_an_undeclared_term_in_data_is_found() -> None:
    graph = rdflib.Graph()
    subject = rdflib.URIRef(PREFIXES["bs"] + "thing")
    graph.add((subject, rdflib.URIRef(BSV + "predicat"), rdflib.Literal("x")))
    graph.add((subject, RDF.type, rdflib.URIRef(BSV + "Condtion")))
    assert _undeclared(_terms_in_data(graph)) == [BSV + "Condtion", BSV + "predicat"]


def test_every_term_in_the_shapes_is_declared() -> None:
    graph = _parse(shape_files())
    used = {node for triple in graph for node in triple if _is_term(node)}
    assert _undeclared(used - PUBLIC_SOURCES) == []


@pytest.mark.parametrize("term", _terms(), ids=str)
def test_every_term_is_documented(term: rdflib.URIRef) -> None:
    for predicate in (RDFS.label, SKOS.definition):
        (text,) = _vocabulary().objects(term, predicate)
        assert isinstance(text, rdflib.Literal)
        assert text.language == "en"
        assert text.strip()
    assert _vocabulary().value(term, RDFS.isDefinedBy) is not None


def test_header_is_complete() -> None:
    dcterms = rdflib.Namespace(PREFIXES["dcterms"])
    (ontology,) = _vocabulary().subjects(RDF.type, OWL.Ontology)
    assert ontology == rdflib.URIRef(BSV)
    for predicate in (
        dcterms.title,
        dcterms.description,
        dcterms.creator,
        dcterms.license,
        OWL.versionIRI,
    ):
        assert _vocabulary().value(ontology, predicate) is not None, predicate


def test_claim_predicates_infer_no_kind() -> None:
    assert not list(_vocabulary().subject_objects(RDFS.domain))
    assert not list(_vocabulary().subject_objects(RDFS.range))


# OWL 2 RL (OWL 2 Profiles, second edition, section 4.2). Of the axioms that occur, and of those
# that a later version is likely to take up, these are the ones that the profile has (4.2.5): no
# DisjointUnion, no ReflexiveObjectProperty, and no class expression outside 4.2.3.
RL_AXIOMS = {
    RDFS.subClassOf, RDFS.subPropertyOf, RDFS.domain, RDFS.range, OWL.equivalentClass,
    OWL.disjointWith, OWL.equivalentProperty, OWL.propertyDisjointWith, OWL.inverseOf, OWL.members,
    OWL.propertyChainAxiom, OWL.hasKey, OWL.sameAs, OWL.differentFrom,
}  # fmt: skip
RL_TYPES = {
    OWL.Ontology, OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty,
    OWL.NamedIndividual, OWL.AllDisjointClasses, OWL.AllDisjointProperties, OWL.AllDifferent,
    OWL.FunctionalProperty, OWL.InverseFunctionalProperty, OWL.SymmetricProperty,
    OWL.AsymmetricProperty, OWL.TransitiveProperty, OWL.IrreflexiveProperty,
}  # fmt: skip
RL_HEADER = {OWL.versionIRI, OWL.versionInfo, OWL.deprecated, OWL.priorVersion, OWL.imports}
DESCRIPTIONS = (RDFS.subClassOf, OWL.equivalentClass, OWL.disjointWith, RDFS.domain, RDFS.range)


def _outside_rl(graph: rdflib.Graph) -> list[str]:
    """What OWL 2 RL does not have, or this check does not know.

    Classes must be named: 4.2.3 allows some expressions on one side of an axiom
    and not on the other, and the vocabulary needs none of them.
    """
    known = RL_AXIOMS | RL_HEADER
    problems = [
        f"construct {predicate}"
        for predicate in graph.predicates(unique=True)
        if str(predicate).startswith((str(OWL), str(RDFS)))
        and predicate not in known
        and predicate not in (RDFS.label, RDFS.comment, RDFS.seeAlso, RDFS.isDefinedBy)
    ]
    problems += [
        f"type {kind}"
        for kind in set(graph.objects(None, RDF.type))
        if str(kind).startswith((str(OWL), str(RDFS))) and kind not in RL_TYPES
    ]
    for predicate in DESCRIPTIONS:
        for subject, value in graph.subject_objects(predicate):
            problems += [
                f"{predicate} with {'an expression' if isinstance(node, rdflib.BNode) else node}"
                for node in (subject, value)
                if isinstance(node, rdflib.BNode) or node == OWL.Thing
            ]
    return sorted(problems)


def test_vocabulary_is_within_owl_2_rl() -> None:
    assert _outside_rl(_vocabulary()) == []


@pytest.mark.parametrize(
    "axiom",
    [
        "bsv:Claim owl:disjointUnionOf ( bsv:Step bsv:Passage ) .",
        "bsv:partOf a owl:ReflexiveProperty .",
        "bsv:Claim rdfs:subClassOf [ owl:onProperty bsv:step ; owl:someValuesFrom bsv:Step ] .",
        "bsv:Polarity owl:equivalentClass [ owl:oneOf ( bsv:Affirmed bsv:Denied ) ] .",
        "owl:Thing rdfs:subClassOf bsv:Claim .",
    ],
)
def test_what_is_outside_owl_2_rl_is_found(axiom: str) -> None:
    assert _outside_rl(_with(axiom)) != []


def _with(axiom: str) -> rdflib.Graph:
    graph = rdflib.Graph()
    graph += _vocabulary()
    prefixes = "".join(
        f"@prefix {name}: <{PREFIXES[name]}> .\n" for name in ("bsv", "owl", "rdfs", "skos")
    )
    return graph.parse(data=prefixes + axiom, format="turtle")


def _clashes(graph: rdflib.Graph) -> list[str]:
    """What a fresh individual of each class brings out (OWL 2 Profiles, section 4.3).

    A class is unsatisfiable in what OWL 2 RL can see where its individual falls
    into owl:Nothing or into two disjoint classes.
    """
    closure = rdflib.Graph()
    closure += graph
    individuals: dict[rdflib.term.Node, rdflib.URIRef] = {
        rdflib.URIRef(f"https://example.org/{number}"): kind
        for number, kind in enumerate(_sorted(graph.subjects(RDF.type, OWL.Class)))
    }
    for individual, kind in individuals.items():
        closure.add((individual, RDF.type, kind))
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(closure)
    nothing = [
        f"{individuals.get(one, one)} is empty" for one in closure.subjects(RDF.type, OWL.Nothing)
    ]
    errors = rdflib.URIRef("http://www.daml.org/2002/03/agents/agent-ont#error")
    return nothing + [str(text) for text in closure.objects(None, errors)] + _disjoint(closure)


def _disjoint(closure: rdflib.Graph) -> list[str]:
    groups = [list(Collection(closure, head)) for head in closure.objects(None, OWL.members)]
    groups += [list(pair) for pair in closure.subject_objects(OWL.disjointWith)]
    return [
        f"{one} is {' and '.join(map(str, both))}"
        for group in groups
        for one in set(closure.subjects(RDF.type))
        if len(both := {kind for kind in group if (one, RDF.type, kind) in closure}) > 1
    ]


def test_no_class_is_unsatisfiable() -> None:
    assert _clashes(_vocabulary()) == []


@pytest.mark.parametrize(
    "axiom",
    [
        "bsv:Disorder rdfs:subClassOf bsv:Trait .",
        "bsv:Claim rdfs:subClassOf owl:Nothing .",
        "bsv:Claim owl:disjointWith bsv:Step . bsv:Step rdfs:subClassOf bsv:Claim .",
    ],
)
def test_an_unsatisfiable_class_is_found(axiom: str) -> None:
    assert _clashes(_with(axiom)) != []
