"""A version of a dataset, opened for comparison: a release, a folder, a file, a git revision."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, NamedTuple

import pyoxigraph

from backspasm.errors import FileError
from backspasm.files import (
    FORMATS,
    dataset_folder,
    parse_content,
    rule_files,
    vocabulary_files,
)
from backspasm.graph import AUTHORED, DERIVED, VOCABULARY
from backspasm.namespaces import BSV, OWL
from backspasm.versions.blank_nodes import named_by_content, parts
from backspasm.versions.folder import Folder, on_disk, rdf_among
from backspasm.versions.interface import VOCABULARY_FILE, Documents, of_dataset, of_release

if TYPE_CHECKING:
    from collections.abc import Iterable

    from backspasm.versions.repository import Tree

__all__ = ["RELEASE", "Version", "open_versions"]

RELEASE = "backspasm.nq"
"""The file by which a folder is known to be a release: the whole graph as N-Quads."""

_OF_RELEASES = ("SHA256SUMS", "manifest.ttl")
_UNNAMED = pyoxigraph.DefaultGraph()


class Version(NamedTuple):
    """What one version says, and what apps rely on beside it.

    Attributes:
        place: how it was named.
        number: the `owl:versionInfo` of the vocabulary, or "".
        quads: authored and vocabulary quads, and derived ones where they are compared; blank
            nodes are named by content.
        derived: whether derived ones are compared.
        documents: what it says of its JSON documents; None where it is RDF alone, as a file.
    """

    place: str
    number: str
    quads: frozenset[pyoxigraph.Quad]
    derived: bool = False
    documents: Documents | None = None


class _Raw(NamedTuple):
    """What was read: quads as they stand in the files, and what apps rely on.

    Attributes:
        rules: the rules of a dataset; None for files that have none, which are read with
            the shipped rules and vocabulary, as by `--data`.
        documents: as `Version` has it.
        whole: whether it is a release, which holds what its rules derive, be it nothing.
    """

    place: str
    quads: list[pyoxigraph.Quad]
    rules: list[tuple[str, bytes]] | None = None
    documents: Documents | None = None
    whole: bool = False

    @property
    def named(self) -> bool:
        """Whether any of its quads says in which graph it is."""
        return any(quad.graph_name != _UNNAMED for quad in self.quads)

    @property
    def holds_derived(self) -> bool:
        """Whether it stands there with what its rules derive."""
        return self.whole or any(quad.graph_name == DERIVED for quad in self.quads)

    def with_derived(self) -> list[pyoxigraph.Quad]:
        """Its quads and what follows from them, unless derived ones are among them."""
        from backspasm.derivation import run_rules

        quads = _in_graph(self.quads, AUTHORED)
        if self.holds_derived:
            return quads
        store = pyoxigraph.Store()
        store.extend(quads)
        rules = self.rules
        if rules is None:
            store.extend(_in_graph(_parsed(on_disk(vocabulary_files())), VOCABULARY))
            rules = on_disk(rule_files())
        run_rules(store, rules)
        return [*quads, *store.quads_for_pattern(None, None, None, DERIVED)]


def open_versions(old: str, new: str | None = None, *, derived: bool = False) -> list[Version]:
    """Open two versions, the older one first.

    A name that is a path is a path (`./NAME` says so); else it is a git revision of the
    repository that the current folder is in, or `REVISION:PATH`. A folder is

    - a release, where it holds `backspasm.nq`, which is read as it stands;
    - a dataset, as in a checkout or a wheel, where it holds `ontology/backspasm.ttl` and
      `data/`; its own rules are run;
    - else a folder of RDF files.

    Of releases and datasets, context and JSON Schemas count too: see
    `backspasm.versions.interface`.

    Triples that name no graph are authored, save those of the vocabulary of a dataset. Where
    one version names no graph at all, as in Turtle, and the other does, each of its triples
    is taken as of the graph in which the other has it, or else has its subject.

    Args:
        old: the older version.
        new: the newer one; by default the shipped dataset.
        derived: also what the rules derive: that of a release as it stands there, that of a
            dataset by its own rules, and that of other files by the shipped rules. Where both
            versions hold it, as two releases do, it is there in any case.

    Raises:
        FileError: one cannot be found or read; what was tried is said.
        ParseError: a file is broken.
        QueryError: a rule is broken.
    """
    raws = [_read(old), _read(new) if new is not None else _of_folder(Folder(dataset_folder()))]
    if new is None:
        raws[1] = raws[1]._replace(place="the shipped dataset")
    derived = derived or all(raw.holds_derived for raw in raws)
    if raws[0].named != raws[1].named:
        known = next(raw for raw in raws if raw.named).with_derived()
        placed = [raw.quads if raw.named else _placed(raw.quads, known) for raw in raws]
        raws = [raw._replace(quads=quads) for raw, quads in zip(raws, placed, strict=True)]
    return [_version(raw, derived=derived) for raw in raws]


def _version(raw: _Raw, *, derived: bool) -> Version:
    if derived:
        quads = raw.with_derived()
    else:
        named = _in_graph(raw.quads, AUTHORED) if raw.named else raw.quads
        quads = [quad for quad in named if quad.graph_name != DERIVED]
    named_quads = frozenset(named_by_content(quads))
    return Version(raw.place, _number(quads), named_quads, derived, raw.documents)


def _number(quads: Iterable[pyoxigraph.Quad]) -> str:
    """The version that the vocabulary says it is."""
    ontology, version = pyoxigraph.NamedNode(BSV), pyoxigraph.NamedNode(OWL + "versionInfo")
    found = [
        quad.object.value
        for quad in quads
        if quad.subject == ontology
        and quad.predicate == version
        and isinstance(quad.object, pyoxigraph.Literal)
    ]
    return min(found, default="")


def _read(name: str) -> _Raw:
    if os.path.isdir(name):
        return _of_folder(Folder(name))._replace(place=name)
    if os.path.exists(name):
        return _of_files(name, on_disk([name]))
    from backspasm.versions.repository import Blob, find_object

    found = find_object(name)
    if isinstance(found, Blob):
        return _of_files(name, [found])
    return _of_folder(found)._replace(place=name)


def _of_folder(folder: Folder | Tree) -> _Raw:
    if folder.has(RELEASE):
        raw = _of_files(folder.place, folder.read([RELEASE]))
        return raw._replace(documents=of_release(folder), whole=True)
    if all(map(folder.has, _OF_RELEASES)):
        raise FileError(
            f"holds no {RELEASE}", place=folder.place, remedy="name the folder of a whole release"
        )
    data = rdf_among(folder.below("data")) if folder.has(VOCABULARY_FILE) else []
    if data:
        return _of_dataset(folder, data)
    names = rdf_among(folder.below())
    if not names:
        raise FileError(
            "holds no RDF file",
            place=folder.place,
            remedy=f"name a release, a dataset, or files that end in {', '.join(FORMATS)}",
        )
    return _of_files(folder.place, folder.read(names))


def _of_dataset(folder: Folder | Tree, data: list[str]) -> _Raw:
    vocabulary = _parsed(folder.read([VOCABULARY_FILE]))
    rules = [name for name in folder.below("ontology/rules") if name.endswith(".rq")]
    return _Raw(
        folder.place,
        [
            *_in_graph(vocabulary, VOCABULARY),
            *_in_graph(_parsed(folder.read(data)), AUTHORED),
        ],
        rules=folder.read(rules),
        documents=of_dataset(folder),
    )


def _of_files(place: str, files: Iterable[tuple[str, bytes]]) -> _Raw:
    return _Raw(place, _parsed(files))


def _parsed(files: Iterable[tuple[str, bytes]]) -> list[pyoxigraph.Quad]:
    return [quad for name, content in files for quad in parse_content(name, content)]


def _in_graph(
    quads: Iterable[pyoxigraph.Quad], graph: pyoxigraph.NamedNode
) -> list[pyoxigraph.Quad]:
    """The quads, those of no graph in a given one."""
    return [_in(quad, graph) if quad.graph_name == _UNNAMED else quad for quad in quads]


def _placed(
    quads: Iterable[pyoxigraph.Quad], known: Iterable[pyoxigraph.Quad]
) -> list[pyoxigraph.Quad]:
    """Quads of no graph, each part of them in the graph where it or its subject is known."""
    ground, blank = parts(known)
    graphs: dict[object, Any] = {}
    for quad in sorted(ground, key=str):
        graphs.setdefault(quad.subject, quad.graph_name)
    graphs.update({quad.triple: quad.graph_name for quad in ground})
    graphs.update({_content(part): part[0].graph_name for part in blank})
    ground, blank = parts(quads)
    placed = [(graphs.get(q.triple, graphs.get(q.subject, AUTHORED)), q) for q in ground]
    for part in blank:
        subjects = sorted((q.subject for q in part if q.subject in graphs), key=str)
        graph = graphs[subjects[0]] if subjects else AUTHORED
        placed += [(graphs.get(_content(part), graph), quad) for quad in part]
    return [_in(quad, graph) for graph, quad in placed]


def _content(part: Iterable[pyoxigraph.Quad]) -> frozenset[pyoxigraph.Quad]:
    return frozenset(named_by_content(_in(quad, _UNNAMED) for quad in part))


def _in(quad: pyoxigraph.Quad, graph: Any) -> pyoxigraph.Quad:
    return pyoxigraph.Quad(quad.subject, quad.predicate, quad.object, graph)
