"""What a dataset holds, counted (VoID, section 4.6) and linked to others (VoID, section 5)."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

import pyoxigraph

from backspasm.namespaces import BASE, PREFIXES, RDF, SSSOM
from backspasm.release.statement import english, named, part, say

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

__all__ = ["COUNTS", "statistics"]

COUNTS = tuple(
    f"void:{name}"
    for name in ("triples entities classes properties distinctSubjects distinctObjects".split())
)
"""The properties of VoID whose values are counts."""

_TYPE = pyoxigraph.NamedNode(RDF + "type")
_MAPPING = (
    named("owl:annotatedSource"),
    named("owl:annotatedProperty"),
    named("owl:annotatedTarget"),
    pyoxigraph.NamedNode(SSSOM + "object_source"),
)


def statistics(
    dataset: pyoxigraph.NamedNode, quads: Collection[pyoxigraph.Quad]
) -> Iterator[pyoxigraph.Triple]:
    """All that VoID says of a dataset: counts, partitions, named graphs and link sets.

    A triple that stands in several graphs counts once, save in the graphs themselves.

    Args:
        dataset: the IRI of the dataset.
        quads: its quads; no two of them alike.
    """
    triples = {quad.triple for quad in quads}
    yield from _whole(dataset, triples)
    yield from _graphs(dataset, quads)
    yield from _partitions(dataset, triples)
    yield from _linksets(dataset, triples)


def _whole(
    dataset: pyoxigraph.NamedNode, triples: set[pyoxigraph.Triple]
) -> Iterator[pyoxigraph.Triple]:
    subjects = {triple.subject for triple in triples}
    predicates = {triple.predicate.value for triple in triples}
    classes = {triple.object for triple in triples if triple.predicate == _TYPE}
    own = [s for s in subjects if isinstance(s, pyoxigraph.NamedNode) and s.value.startswith(BASE)]
    terms = predicates | {kind.value for kind in classes if isinstance(kind, pyoxigraph.NamedNode)}
    yield from say(
        dataset,
        {
            "rdf:type": named("void:Dataset"),
            "void:uriSpace": pyoxigraph.Literal(BASE),
            "void:triples": pyoxigraph.Literal(len(triples)),
            "void:entities": pyoxigraph.Literal(len(own)),
            "void:classes": pyoxigraph.Literal(len(classes)),
            "void:properties": pyoxigraph.Literal(len(predicates)),
            "void:distinctSubjects": pyoxigraph.Literal(len(subjects)),
            "void:distinctObjects": pyoxigraph.Literal(len({t.object for t in triples})),
            "void:vocabulary": _vocabularies(terms),
        },
    )


def _vocabularies(terms: Collection[str]) -> list[pyoxigraph.NamedNode]:
    """The namespaces of terms: of each the longest that fits."""
    spaces = sorted(PREFIXES.values(), key=len, reverse=True)
    found = {next((s for s in spaces if term.startswith(s)), "") for term in terms} - {""}
    return [pyoxigraph.NamedNode(space) for space in sorted(found)]


def _graphs(
    dataset: pyoxigraph.NamedNode, quads: Collection[pyoxigraph.Quad]
) -> Iterator[pyoxigraph.Triple]:
    sizes = Counter(
        quad.graph_name for quad in quads if isinstance(quad.graph_name, pyoxigraph.NamedNode)
    )
    for graph, size in sizes.items():
        subset = part(dataset, "graph", graph.value)
        title = english(f"The named graph {graph.value}")
        count = pyoxigraph.Literal(size)
        yield from say(dataset, {"void:subset": subset})
        yield from say(
            subset,
            {"rdf:type": named("void:Dataset"), "dcterms:title": title, "void:triples": count},
        )


def _partitions(
    dataset: pyoxigraph.NamedNode, triples: set[pyoxigraph.Triple]
) -> Iterator[pyoxigraph.Triple]:
    classes = Counter(triple.object for triple in triples if triple.predicate == _TYPE)
    for kind, size in classes.items():
        if isinstance(kind, pyoxigraph.NamedNode):
            one = part(dataset, "class", kind.value)
            yield from say(dataset, {"void:classPartition": one})
            yield from say(one, {"void:class": kind, "void:entities": pyoxigraph.Literal(size)})
    for predicate, size in Counter(triple.predicate for triple in triples).items():
        one = part(dataset, "property", predicate.value)
        yield from say(dataset, {"void:propertyPartition": one})
        yield from say(one, {"void:property": predicate, "void:triples": pyoxigraph.Literal(size)})


def _linksets(
    dataset: pyoxigraph.NamedNode, triples: set[pyoxigraph.Triple]
) -> Iterator[pyoxigraph.Triple]:
    """One for each source of mapped terms and each predicate that leads there."""
    mappings: dict[object, dict[object, pyoxigraph.NamedNode]] = defaultdict(dict)
    for triple in sorted((t for t in triples if t.predicate in _MAPPING), key=str):
        if isinstance(triple.object, pyoxigraph.NamedNode):
            mappings[triple.subject][triple.predicate] = triple.object
    links = defaultdict(set)
    for said in mappings.values():
        if len(said) == len(_MAPPING):
            source, predicate, target, space = (said[prop] for prop in _MAPPING)
            link = pyoxigraph.Triple(source, predicate, target)
            if link in triples:  # a mapping that was withdrawn links nothing
                links[space, predicate].add(link)
    for (space, predicate), found in links.items():
        one = part(dataset, "links", space.value, predicate.value)
        yield from say(dataset, {"void:subset": one})
        yield from say(
            one,
            {
                "rdf:type": named("void:Linkset"),
                "void:subjectsTarget": dataset,
                "void:objectsTarget": space,
                "void:linkPredicate": predicate,
                "void:triples": pyoxigraph.Literal(len(found)),
            },
        )
