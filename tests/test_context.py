from __future__ import annotations

import json
from typing import Any

import pyoxigraph
import pytest
import rdflib
from rdflib.namespace import RDF, SH

import backspasm
from backspasm.context import Context, read_context
from backspasm.export import export
from backspasm.files import parse_file, shape_files, vocabulary_files
from backspasm.namespaces import PREFIXES, shorten
from graphs import to_graph

CONTEXT = read_context()
TERMS = {
    term: said
    for term, said in CONTEXT.terms.items()
    if not term.startswith("@") and term not in CONTEXT.prefixes
}
REVERSE = {term for term, said in TERMS.items() if isinstance(said, dict) and "@reverse" in said}
KEYS = {CONTEXT.expand(term) for term in TERMS if term not in REVERSE}

# Two datatypes or two shapes of one property have a key each.
OF_ONE_PROPERTY = {
    "decimalValue": "value",
    "decimalMinimum": "minimum",
    "decimalMaximum": "maximum",
    "referencesWork": "references",
}

# SSSOM's own names for what its RDF form writes with OWL's annotation properties.
RENAMED = {"subject_id", "predicate_id", "object_id"}


def _vocabulary() -> set[str]:
    quads = [quad for name in vocabulary_files() for quad in parse_file(name)]
    nodes = (quad.subject for quad in quads)
    subjects = {node.value for node in nodes if isinstance(node, pyoxigraph.NamedNode)}
    return subjects - {PREFIXES["bsv"]}


@pytest.mark.parametrize("iri", sorted(_vocabulary()), ids=shorten)
def test_every_term_of_the_vocabulary_has_its_key(iri: str) -> None:
    assert iri in KEYS or shorten(iri).startswith("ECO:")  # ECO's terms go by their ids


def test_every_key_is_of_the_vocabulary_or_a_term_of_a_standard() -> None:
    standard = {PREFIXES[name] for name in ("rdf", "rdfs", "owl")}
    for iri in KEYS - _vocabulary() - {"@id", "@type"}:
        assert any(iri.startswith(namespace) for namespace in standard), iri


@pytest.mark.parametrize("term", sorted(set(TERMS) - REVERSE - set(OF_ONE_PROPERTY) - RENAMED))
def test_a_key_is_the_local_name_of_its_term(term: str) -> None:
    iri = CONTEXT.expand(term)
    assert iri.endswith(term) or iri in ("@id", "@type")


def test_prefixes_are_those_of_the_dataset() -> None:
    assert dict(CONTEXT.prefixes) == {name: PREFIXES[name] for name in CONTEXT.prefixes}


def _property_shapes() -> dict[str, list[tuple[rdflib.Graph, rdflib.term.Node]]]:
    shapes = to_graph(quad for name in shape_files() for quad in parse_file(name))
    found: dict[str, list[tuple[rdflib.Graph, rdflib.term.Node]]] = {}
    for node in shapes.subjects(RDF.type, SH.NodeShape):
        if (node, SH.closed, None) in shapes:
            for shape in shapes.objects(node, SH.property):
                path = shapes.value(shape, SH.path)
                if isinstance(path, rdflib.URIRef):
                    found.setdefault(str(path), []).append((shapes, shape))
    return found


def _one(shapes: rdflib.Graph, shape: rdflib.term.Node) -> bool:
    most = shapes.value(shape, SH.maxCount)
    values = shapes.value(shape, SH["in"])
    alone = values is not None and shapes.value(values, RDF.rest) == RDF.nil
    return (
        (most is not None and int(str(most)) == 1)
        or alone
        or (shape, SH.uniqueLang, None) in shapes
    )


# That there is one replacement at most is said for all records together, in withdrawal.ttl.
RECORDS = {"isReplacedBy"}


@pytest.mark.parametrize("iri", sorted(_property_shapes()), ids=shorten)
def test_a_key_is_an_array_where_there_can_be_several(iri: str) -> None:
    held = _property_shapes()[iri]
    if iri == str(RDF.type):
        assert TERMS["type"]["@container"] == "@set"
        return
    several = not all(_one(shapes, shape) for shapes, shape in held)
    for term in (term for term in TERMS if term not in REVERSE and CONTEXT.expand(term) == iri):
        said = TERMS[term]
        containers = said.get("@container", ()) if isinstance(said, dict) else ()
        assert ("@set" in containers) == several or term in RECORDS, term


def _keys(value: Any) -> set[str]:
    if isinstance(value, list):
        return set().union(*map(_keys, value)) if value else set()
    if not isinstance(value, dict):
        return set()
    return set(value).union(*map(_keys, value.values()))


def test_no_key_falls_back_to_an_iri(shipped: backspasm.Dataset) -> None:
    document = json.loads(export(shipped, "jsonld"))
    keys = _keys(document["@graph"])
    assert not {key for key in keys if ":" in key}
    assert len(keys) > 100


def test_part_holds_the_prefixes_behind_its_terms() -> None:
    part = CONTEXT.part(["prefLabel", "modified"])
    assert list(part) == ["@version", "dcterms", "skos", "xsd", "prefLabel", "modified"]


def test_expand() -> None:
    small = Context(
        {"ex": "http://example.org/", "a": "ex:a", "b": {"@reverse": "ex:b"}, "id": "@id"}
    )
    assert [small.expand(name) for name in ("a", "b", "id", "ex:c", "d")] == [
        "http://example.org/a",
        "http://example.org/b",
        "@id",
        "http://example.org/c",
        "d",
    ]


def test_the_context_is_read_by_another_processor() -> None:
    document = {"@context": CONTEXT.terms, "id": "bs:x", "altLabel": {"en": ["a", "b"]}}
    quads = pyoxigraph.parse(json.dumps(document).encode(), pyoxigraph.RdfFormat.JSON_LD)
    assert sorted(str(quad.object) for quad in quads) == ['"a"@en', '"b"@en']
