"""What a release is and holds, in DCAT 3, VoID and SPDX checksums."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pyoxigraph

from backspasm.digest import sha256
from backspasm.graph import EFFECT
from backspasm.namespaces import BS, BSH, BSR, BSV, RDF
from backspasm.release.citation import citation
from backspasm.release.statement import english, named, say, typed
from backspasm.release.statistics import statistics
from backspasm.release.sums import digest_of_folder

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from backspasm.distribution import Distribution
    from backspasm.release.producers import Producer
    from backspasm.release.statement import Value

__all__ = [
    "DISTRIBUTION",
    "MEDIA_TYPES",
    "NOT_ADVICE",
    "Facts",
    "Part",
    "facts_of",
    "manifest",
    "owed",
    "release_iri",
]

NOT_ADVICE = "A record of what texts claim, not medical advice."
"""What every release says of itself."""

MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"
"""In front of the name of a media type, its IRI."""

DISTRIBUTION = named("dcat:distribution")
"""The property that leads from a release to what it consists of."""

_EXAMPLES = ("bsv:Claim", "bsv:Mechanism", "bsv:Document")
_OF_FOLDER = "Of the lines of SHA256SUMS that list the files of this folder."
_ALGORITHM = named("spdx:checksumAlgorithm_sha256")
_SCHEME = pyoxigraph.NamedNode(BS)
_TYPE = pyoxigraph.NamedNode(RDF + "type")


class Part(NamedTuple):
    """What one producer made."""

    producer: Producer
    files: Sequence[Distribution]


class Facts(NamedTuple):
    """What the data says of itself; "" where it says nothing.

    Attributes:
        own: whether it is the dataset of this project, and not other data in its form.
        documents: the IRIs of the documents from which its claims were taken.
        examples: the IRIs of some of its things.
    """

    own: bool
    title: str
    description: str
    creator: str
    licence: str
    version: str
    documents: tuple[str, ...]
    examples: tuple[str, ...]


def release_iri(digest: str) -> pyoxigraph.NamedNode:
    """The name of a release: the RDFC-1.0 digest of its dataset, in an IRI."""
    return pyoxigraph.NamedNode(BSR + digest)


def facts_of(quads: Collection[pyoxigraph.Quad]) -> Facts:
    """What the data says of itself: its scheme, its vocabulary and its documents."""
    said = dict(_said_of(quads, _SCHEME))
    versions = [
        value
        for predicate, value in _said_of(quads, pyoxigraph.NamedNode(BSV))
        if predicate == named("owl:versionInfo")
    ]
    description = said.get(named("dcterms:description"), "")
    if NOT_ADVICE not in description:
        description = (
            f"{description or 'Claims of texts, by the backspasm vocabulary.'} {NOT_ADVICE}"
        )
    return Facts(
        own=named("dcterms:license") in said,
        title=said.get(named("dcterms:title"), "Data in the form of backspasm"),
        description=description,
        creator=said.get(named("dcterms:creator"), ""),
        licence=said.get(named("dcterms:license"), ""),
        version=min(versions, default=""),
        documents=tuple(_instances(quads, "bsv:Document")),
        examples=tuple(_examples(quads)),
    )


def _said_of(
    quads: Iterable[pyoxigraph.Quad], subject: pyoxigraph.NamedNode
) -> list[tuple[pyoxigraph.NamedNode, str]]:
    """What is said of a thing, property by property, as text."""
    found = [
        (quad.predicate, quad.object.value)
        for quad in quads
        if quad.subject == subject
        and isinstance(quad.object, (pyoxigraph.NamedNode, pyoxigraph.Literal))
    ]
    return sorted(found, key=str)


def _instances(quads: Iterable[pyoxigraph.Quad], kind: str) -> list[str]:
    return sorted(
        {
            quad.subject.value
            for quad in quads
            if quad.predicate == _TYPE
            and quad.object == named(kind)
            and isinstance(quad.subject, pyoxigraph.NamedNode)
        }
    )


def _examples(quads: Collection[pyoxigraph.Quad]) -> Iterator[str]:
    effect = named(EFFECT)
    if any(quad.subject == effect for quad in quads):
        yield effect.value
    for kind in _EXAMPLES:
        yield from _instances(quads, kind)[:1]


def manifest(
    digest: str, quads: Collection[pyoxigraph.Quad], facts: Facts, parts: Iterable[Part]
) -> set[pyoxigraph.Triple]:
    """All that is said of a release.

    DCAT 3, sections 6.6 and 6.8 (dataset and distributions) and appendix B.1.3 (checksums);
    VoID, sections 2 to 5. No date is said, as the data holds none of its issue.

    Args:
        digest: the RDFC-1.0 digest of the dataset.
        quads: its quads; no two of them alike.
        facts: what they say of themselves.
        parts: the files of the release by producer.
    """
    dataset = release_iri(digest)
    triples = {*statistics(dataset, quads), *say(dataset, _dataset(digest, facts))}
    if facts.creator:
        agent = _creator(dataset)
        triples.update(say(agent, {"rdf:type": named("foaf:Agent")}))
        triples.update(say(dataset, {"dcterms:creator": agent, "dcterms:publisher": agent}))
    for made in parts:
        triples.update(_distributions(dataset, made))
    described = [triple.object for triple in triples if triple.predicate == DISTRIBUTION]
    return triples | set(owed(dataset, facts, described))


def owed(
    dataset: pyoxigraph.NamedNode, facts: Facts, distributions: Iterable[object]
) -> Iterator[pyoxigraph.Triple]:
    """What the manifest of any version says as the data says it: whose it is, and the licence.

    Args:
        dataset: the release.
        facts: what the data says of itself.
        distributions: what the manifest describes.
    """
    yield from say(dataset, {"dcterms:title": english(facts.title)})
    if facts.version:
        yield from say(dataset, {"dcat:version": pyoxigraph.Literal(facts.version)})
    if facts.creator:
        yield from say(_creator(dataset), {"foaf:name": pyoxigraph.Literal(facts.creator)})
    if facts.licence:
        for one in (dataset, *distributions):
            if isinstance(one, pyoxigraph.NamedNode):
                yield from say(one, {"dcterms:license": pyoxigraph.NamedNode(facts.licence)})


def _creator(dataset: pyoxigraph.NamedNode) -> pyoxigraph.NamedNode:
    return pyoxigraph.NamedNode(dataset.value + "#creator")


def _dataset(digest: str, facts: Facts) -> dict[str, Value]:
    """What is said of the dataset that no count says."""
    standards = [BSV, BSH] if facts.own else [BSV]
    said: dict[str, Value] = {
        "rdf:type": named("dcat:Dataset"),
        "dcterms:description": english(facts.description),
        "dcterms:identifier": typed(release_iri(digest).value, "xsd:anyURI"),
        "dcterms:conformsTo": [pyoxigraph.NamedNode(iri) for iri in standards],
        "dcterms:source": [pyoxigraph.NamedNode(iri) for iri in facts.documents],
        "prov:wasDerivedFrom": [pyoxigraph.NamedNode(iri) for iri in facts.documents],
        "void:exampleResource": [pyoxigraph.NamedNode(iri) for iri in facts.examples],
    }
    if facts.own:
        said["dcat:keyword"] = [english(keyword) for keyword in citation().keywords]
    if named(EFFECT).value in facts.examples:
        said["dcat:theme"] = named(EFFECT)
    return said


def _distributions(dataset: pyoxigraph.NamedNode, made: Part) -> Iterator[pyoxigraph.Triple]:
    producer = made.producer
    digests = {file.path: sha256(file.content) for file in made.files}
    if producer.folder:
        path = producer.folder + "/"
        yield from _described(dataset, made, path, made.files)
        yield from _checksum(dataset, path, digest_of_folder(digests), _OF_FOLDER)
        return
    for file in made.files:
        yield from _described(dataset, made, file.path, [file])
        yield from _checksum(dataset, file.path, digests[file.path])


def _checksum(
    dataset: pyoxigraph.NamedNode, path: str, digest: str, comment: str = ""
) -> Iterator[pyoxigraph.Triple]:
    one = pyoxigraph.NamedNode(f"{dataset.value}/{path}")
    checksum = pyoxigraph.NamedNode(one.value + "#sha256")
    said: dict[str, Value] = {
        "rdf:type": named("spdx:Checksum"),
        "spdx:algorithm": _ALGORITHM,
        "spdx:checksumValue": typed(digest, "xsd:hexBinary"),
    }
    if comment:
        said["dcterms:description"] = english(comment)
    yield from say(one, {"spdx:checksum": checksum})
    yield from say(checksum, said)


def _described(
    dataset: pyoxigraph.NamedNode,
    made: Part,
    path: str,
    files: Sequence[Distribution],
) -> Iterator[pyoxigraph.Triple]:
    """A distribution: one file, or a folder of files whose digests stand in SHA256SUMS."""
    one = pyoxigraph.NamedNode(f"{dataset.value}/{path}")
    kinds = sorted({file.media_type for file in files})
    title = made.producer.title if len(made.files) == 1 or path.endswith("/") else path
    size = sum(len(file.content) for file in files)
    said: dict[str, Value] = {
        "rdf:type": named("dcat:Distribution"),
        "dcterms:identifier": pyoxigraph.Literal(path),
        "dcterms:title": english(title),
        "dcterms:description": english(made.producer.description),
        "dcat:accessURL": dataset,
        "dcat:mediaType": [pyoxigraph.NamedNode(MEDIA_TYPES + kind) for kind in kinds],
        "dcat:byteSize": typed(size, "xsd:nonNegativeInteger"),
    }
    if made.producer.standard:
        said["dcterms:conformsTo"] = pyoxigraph.NamedNode(made.producer.standard)
    yield from say(dataset, {"dcat:distribution": one})
    yield from say(one, said)
