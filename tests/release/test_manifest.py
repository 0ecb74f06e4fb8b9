"""The manifest: true, in terms that exist, and as catalogues want it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

import pyoxigraph
import pyshacl
import pytest
import rdflib
from rdflib.compare import isomorphic
from rdflib.namespace import DCAT, DCTERMS, FOAF, RDF, VOID

import backspasm
from backspasm.distribution import Distribution
from backspasm.namespaces import BASE, PREFIXES
from backspasm.release.composition import BESIDE, Composition, compose
from backspasm.release.manifest import MEDIA_TYPES, NOT_ADVICE
from backspasm.release.producers import PRODUCERS, Producer
from conftest import NODE, TESTS

# SPDX 2.3 is published in no package as RDF; these are the terms that DCAT 3 takes from it.
SPDX = ("Checksum", "algorithm", "checksum", "checksumAlgorithm_sha256", "checksumValue")
DCAT_3 = ("version",)  # its package has DCAT 2
PAIR = "BIND(CONCAT(STR(?s), ' ', STR(?o)) AS ?pair)"
VOCABULARIES = ("dcat", "dcterms", "foaf", "prov", "void")


@pytest.fixture(scope="module")
def composition(shipped: backspasm.Dataset) -> Composition:
    return compose(shipped)


@pytest.fixture(scope="module")
def manifest(composition: Composition) -> rdflib.Graph:
    return rdflib.Graph().parse(data=composition.files["manifest.ttl"], format="turtle")


@pytest.fixture(scope="module")
def dataset(composition: Composition) -> rdflib.URIRef:
    return rdflib.URIRef(f"{BASE}release/{composition.digest}")


@pytest.fixture(scope="module")
def content(composition: Composition) -> pyoxigraph.Store:
    """What the release holds, in a store of its own."""
    store = pyoxigraph.Store()
    store.load(composition.files["backspasm.nq"], pyoxigraph.RdfFormat.N_QUADS)
    return store


def number(content: pyoxigraph.Store, what: str, where: str) -> int:
    """How many there are, by SPARQL over the union of the graphs."""
    query = f"SELECT (COUNT(DISTINCT {what}) AS ?count) {{ {where} }}"
    answer = content.query(query, prefixes=PREFIXES, use_default_graph_as_union=True)
    assert isinstance(answer, pyoxigraph.QuerySolutions)
    count = next(answer)["count"]
    assert isinstance(count, pyoxigraph.Literal)
    return int(count.value)


@pytest.mark.parametrize(
    ("term", "what", "where"),
    [
        (VOID.entities, "?s", f"?s ?p ?o FILTER STRSTARTS(STR(?s), '{BASE}')"),
        (VOID.classes, "?c", "?s a ?c"),
        (VOID.properties, "?p", "?s ?p ?o"),
        (VOID.distinctSubjects, "?s", "?s ?p ?o"),
    ],
)
def test_counts(
    manifest: rdflib.Graph,
    dataset: rdflib.URIRef,
    content: pyoxigraph.Store,
    term: rdflib.URIRef,
    what: str,
    where: str,
) -> None:
    assert manifest.value(dataset, term) == rdflib.Literal(number(content, what, where))


def test_counts_of_triples(
    manifest: rdflib.Graph, dataset: rdflib.URIRef, composition: Composition
) -> None:
    """Counted where "05" and "5" are two literals, as no store does it."""
    graph = rdflib.Graph()
    rdflib.NORMALIZE_LITERALS = False
    try:
        graph.parse(data=composition.files["backspasm.ttl"], format="turtle")
    finally:
        rdflib.NORMALIZE_LITERALS = True
    assert manifest.value(dataset, VOID.triples) == rdflib.Literal(len(graph))
    assert manifest.value(dataset, VOID.distinctObjects) == rdflib.Literal(
        len(set(graph.objects()))
    )


def test_partitions(
    manifest: rdflib.Graph, dataset: rdflib.URIRef, content: pyoxigraph.Store
) -> None:
    kinds = list(manifest.objects(dataset, VOID.classPartition))
    assert len(kinds) == number(content, "?c", "?s a ?c")
    for one in kinds:
        kind = str(manifest.value(one, VOID["class"]))
        told = manifest.value(one, VOID.entities)
        assert told == rdflib.Literal(number(content, "?s", f"?s a <{kind}>")), kind
    properties = list(manifest.objects(dataset, VOID.propertyPartition))
    assert len(properties) == number(content, "?p", "?s ?p ?o")
    for one in properties:
        prop = str(manifest.value(one, VOID.property))
        pairs = number(content, "*", f"SELECT DISTINCT ?s ?o {{ ?s <{prop}> ?o }}")
        assert manifest.value(one, VOID.triples) == rdflib.Literal(pairs), prop


def test_named_graphs(
    manifest: rdflib.Graph, dataset: rdflib.URIRef, composition: Composition
) -> None:
    lines = composition.files["backspasm.nq"].decode().splitlines()
    graphs = [line.split()[-2] for line in lines]
    subsets = {
        str(manifest.value(one, DCTERMS.title)).split()[-1]: manifest.value(one, VOID.triples)
        for one in manifest.objects(dataset, VOID.subset)
        if (one, RDF.type, VOID.Linkset) not in manifest
    }
    assert subsets == {g.strip("<>"): rdflib.Literal(graphs.count(g)) for g in set(graphs)}
    assert len(subsets) == 3


def test_links(manifest: rdflib.Graph, content: pyoxigraph.Store) -> None:
    told = {
        (
            str(manifest.value(one, VOID.objectsTarget)),
            str(manifest.value(one, VOID.linkPredicate)),
        ): int(str(manifest.value(one, VOID.triples)))
        for one in manifest.subjects(RDF.type, VOID.Linkset)
    }
    sources = {source for source, _ in told}
    assert len(sources) == number(
        content, "?x", "?m sssom:object_source ?x MINUS { ?m owl:deprecated true }"
    )
    for (source, predicate), links in told.items():
        where = (
            f"?m sssom:object_source <{source}> ; owl:annotatedProperty <{predicate}> ;"
            f" owl:annotatedSource ?s ; owl:annotatedTarget ?o . ?s <{predicate}> ?o {PAIR}"
        )
        assert links == number(content, "?pair", where)
    assert sum(told.values()) > 400


def test_distributions_agree_with_the_files(
    manifest: rdflib.Graph, dataset: rdflib.URIRef, composition: Composition
) -> None:
    spdx = rdflib.Namespace(PREFIXES["spdx"])
    described = set()
    for one in manifest.objects(dataset, DCAT.distribution):
        path = str(manifest.value(one, DCTERMS.identifier))
        described.add(path)
        if path.endswith("/"):
            continue
        file = composition.files[path]
        assert str(one) == f"{dataset}/{path}"
        assert str(manifest.value(one, DCAT.byteSize)) == str(len(file))
        checksum = manifest.value(one, spdx.checksum)
        assert str(manifest.value(checksum, spdx.checksumValue)) == hashlib.sha256(file).hexdigest()
        assert str(manifest.value(one, DCAT.mediaType)).startswith(MEDIA_TYPES)
    several = {"json/"}  # one distribution for all of the folder
    names = {name for name in composition.files if not name.startswith(tuple(several))}
    assert described == (names - set(BESIDE)) | several


def test_a_folder_is_one_distribution(shipped: backspasm.Dataset) -> None:
    files = [Distribution(f"many/{n}.json", "application/json", b"1" * n) for n in range(1, 31)]
    many = Producer("many", "Many", "Many small files.", lambda _: files, folder="many")
    made = compose(shipped, producers=[*PRODUCERS, many])
    manifest = rdflib.Graph().parse(data=made.files["manifest.ttl"], format="turtle")
    one = rdflib.URIRef(f"{BASE}release/{made.digest}/many/")
    assert (None, DCAT.distribution, one) in manifest
    assert str(manifest.value(one, DCAT.byteSize)) == str(sum(range(1, 31)))
    assert not list(manifest.subjects(DCTERMS.identifier, rdflib.Literal("many/1.json")))
    assert b"| `many/` (30 files) | 465 |" in made.files["README.md"]


def test_every_term_is_one_of_its_vocabulary(
    manifest: rdflib.Graph, node: Callable[..., str]
) -> None:
    assert node("canonize.js", "/dev/null", "/dev/null") == ""  # its packages are installed
    declared = {rdflib.URIRef(PREFIXES["spdx"] + name) for name in SPDX}
    declared |= {rdflib.URIRef(PREFIXES["dcat"] + name) for name in DCAT_3}
    for name in VOCABULARIES:
        graph = rdflib.Dataset()
        graph.parse(NODE / "node_modules" / "@vocabulary" / name / f"{name}.nq", format="nquads")
        declared |= {s for s, _, _, _ in graph.quads() if isinstance(s, rdflib.URIRef)}
    spaces = tuple(PREFIXES[name] for name in (*VOCABULARIES, "spdx"))
    used = {term for triple in manifest for term in triple if str(term).startswith(spaces)}
    used -= set(manifest.objects(None, VOID.vocabulary)) | set(
        manifest.objects(None, VOID["property"])
    )
    assert used <= declared
    assert len(used) > 35
    assert {p for p in manifest.predicates() if not str(p).startswith(spaces)} == {RDF.type}


def shacl(manifest: rdflib.Graph) -> tuple[bool, str]:
    shapes = rdflib.Graph().parse(TESTS / "data" / "manifest-shapes.ttl")
    conforms, _, text = pyshacl.validate(manifest, shacl_graph=shapes)
    return bool(conforms), text


def test_shapes(manifest: rdflib.Graph) -> None:
    assert shacl(manifest) == (True, shacl(manifest)[1])


@pytest.mark.parametrize(
    "term",
    [
        DCTERMS.title,
        DCTERMS.description,
        DCTERMS.identifier,
        DCAT.accessURL,
        DCAT.byteSize,
        DCAT.mediaType,
        rdflib.URIRef(PREFIXES["dcat"] + "version"),
        FOAF.name,
        VOID.triples,
        VOID.entities,
        VOID.linkPredicate,
        rdflib.URIRef(PREFIXES["spdx"] + "checksumValue"),
    ],
)
def test_shapes_miss_what_is_missing(manifest: rdflib.Graph, term: rdflib.URIRef) -> None:
    without = rdflib.Graph()
    for triple in manifest:
        if triple[1] != term:
            without.add(triple)
    assert len(without) < len(manifest)
    assert not shacl(without)[0]


def test_what_it_says_of_the_shipped_data(manifest: rdflib.Graph, dataset: rdflib.URIRef) -> None:
    assert NOT_ADVICE in str(manifest.value(dataset, DCTERMS.description))
    assert (
        str(manifest.value(dataset, rdflib.URIRef(PREFIXES["dcat"] + "version")))
        == backspasm.__version__
    )
    assert "by/4.0" in str(manifest.value(dataset, DCTERMS.license))
    assert len(list(manifest.objects(dataset, DCTERMS.source))) == 2
    assert len(list(manifest.objects(dataset, DCTERMS.conformsTo))) == 2
    assert rdflib.URIRef(PREFIXES["bs"] + "back-muscle-spasm") in manifest.objects(
        dataset, DCAT.theme
    )
    assert not list(manifest.objects(dataset, DCTERMS.issued))


def test_other_data_claims_nothing_of_this_project(small: backspasm.Dataset) -> None:
    made = compose(small)
    manifest = rdflib.Graph().parse(data=made.files["manifest.ttl"], format="turtle")
    assert not list(manifest.subject_objects(DCTERMS.license))
    assert not list(manifest.subject_objects(DCTERMS.creator))
    assert NOT_ADVICE in str(
        manifest.value(manifest.value(None, RDF.type, DCAT.Dataset), DCTERMS.description)
    )
    assert b"The data names none." in made.files["README.md"]
    assert not {"LICENSE-DATA", "CITATION.cff"} & set(made.files)
    assert shacl(manifest)[0]


def test_both_forms_say_the_same(manifest: rdflib.Graph, composition: Composition) -> None:
    other = rdflib.Graph().parse(data=composition.files["manifest.jsonld"], format="json-ld")
    assert isomorphic(manifest, other)
    assert not [term for triple in manifest for term in triple if isinstance(term, rdflib.BNode)]
