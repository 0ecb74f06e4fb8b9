"""From paths to material: each file is read and parsed once, and nothing stops the others."""

from __future__ import annotations

import os
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import pyoxigraph

from backspasm.derivation import derive
from backspasm.errors import FileError, ParseError
from backspasm.files import authored_files, find_files, shape_files, vocabulary_files
from backspasm.graph import AUTHORED, DERIVED, VOCABULARY
from backspasm.positions.labels import Labels
from backspasm.validation.finding import Finding, Place
from backspasm.validation.history import History
from backspasm.validation.material import Material, Source, read_source
from backspasm.validation.rows import quads, rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    Path = str | os.PathLike[str]

__all__ = ["read_material"]


def read_material(
    paths: Sequence[Path] = (),
    shapes: Sequence[Path] = (),
    context: Sequence[Path] = (),
    *,
    with_shipped: bool = False,
    changed_since: str | None = None,
) -> tuple[Material, list[Finding]]:
    """What is to be checked, with what it is checked with.

    Args:
        paths: files or folders with data; by default the shipped data.
        shapes: files or folders with shapes; by default the shipped shapes, and then
            vocabulary and rules belong to them.
        context: files or folders that the data refers to.
        with_shipped: whether the shipped data is such.
        changed_since: a git revision. Files that are as they were in it are context, unless
            shapes or vocabulary changed.

    Returns:
        The material, and what could not be read, each as a finding.

    Raises:
        FileError: there is no such revision.
    """
    reader = _Reader()
    data = reader.names(paths or _shipped(authored_files()))
    judges = reader.names(shapes or _shipped(shape_files()))
    own = [] if shapes else _shipped(vocabulary_files())
    beside = reader.names([*context, *(_shipped(authored_files()) if with_shipped else ())])
    history = None if changed_since is None else History(changed_since)
    checked = data
    if history and not history.changed([*judges, *own], filter(os.path.isdir, shapes)):
        checked = [name for name in data if not history.has(name)]
    material = Material(
        data=reader.sources(checked),
        shapes=reader.sources(judges),
        context=reader.sources([*own, *_without([*data, *beside], checked)]),
        plain=bool(shapes),
    )
    near = [*(paths or data), *context]
    moved = history.changed(_without([*data, *beside], own), near) if history else []
    if checked or moved:
        material.before = partial(reader.before, replace(material), history, moved)
    reader.demand_triples(reader.sources(data), "data")
    reader.demand_triples(material.shapes, "shapes")
    if not material.plain:
        material.derived = _derived(material)
    return material, reader.unread


def _shipped(names: list[str]) -> list[str]:
    """Files of this package, named from the current folder where they are below it."""
    return [_near(name) for name in names]


def _near(name: str) -> str:
    """The name of a file from the current folder, where the file is below that."""
    near = os.path.relpath(name)
    same = os.path.realpath(near) == os.path.realpath(name)
    return near if same and near.partition(os.sep)[0] != os.pardir else name


def _without(names: list[str], others: list[str]) -> list[str]:
    """The names of files that are not among others, none twice."""
    known = set(map(os.path.realpath, others))
    found = {os.path.realpath(name): name for name in reversed(names)}
    return [name for real, name in reversed(found.items()) if real not in known]


class _Reader:
    """Reads each file once, under the name by which it was first named."""

    def __init__(self) -> None:
        self.unread: list[Finding] = []
        self._labels = Labels()
        self._read: dict[str, Source] = {}

    def names(self, paths: Iterable[Path]) -> list[str]:
        """The files of paths; a path that names none does not hide the others."""
        found: dict[str, None] = {}
        for path in paths:
            names, errors = find_files(path)
            found.update(dict.fromkeys(map(_near, names)))
            self.unread += [_unread(one.place, one.problem, one.remedy) for one in errors]
        return list(found)

    def sources(self, names: Iterable[str]) -> list[Source]:
        """The files; what is wrong with one is kept."""
        return list({id(one): one for one in map(self._source, names)}.values())

    def demand_triples(self, sources: Sequence[Source], what: str) -> None:
        """Tell of files that hold nothing at all."""
        if sources and not any(one.rows or one.error for one in sources):
            remedy = f"name files that hold {what}"
            self.unread.append(_unread(sources[0].name, "holds no triple", remedy))

    def before(self, material: Material, history: History | None, moved: list[str]) -> Material:
        """A material without its data; with a history, as it was before files moved."""
        stale = set(map(os.path.realpath, moved))
        context = [one for one in material.context if os.path.realpath(one.name) not in stale]
        if history:
            context += [one for one in material.data if history.has(one.name)]
            held = history.before(moved).items()
            context += [read_source(name, self._labels, content) for name, content in held]
        made = Material([], material.shapes, context, plain=material.plain)
        if not made.plain:
            made.derived = _derived(made)
        return made

    def _source(self, name: str) -> Source:
        file = os.path.realpath(name)
        if file not in self._read:
            source = read_source(name, self._labels)
            self._read[file] = source
            if source.error:
                self.unread.append(_broken(source, source.error))
            if source.odd:
                self.unread.append(_odd(source))
        return self._read[file]


def _unread(name: str, problem: str, remedy: str) -> Finding:
    return Finding("violation", "unreadable", problem, remedy, Place(name))


def _broken(source: Source, error: FileError) -> Finding:
    if not isinstance(error, ParseError):
        return _unread(source.name, error.problem, error.remedy)
    from backspasm.positions import unparsed

    told = unparsed(source, error)
    return Finding(
        "violation",
        "syntax",
        told.message,
        told.remedy,
        told.place,
        told.excerpt,
        excerpt_column=told.excerpt_column,
    )


def _odd(source: Source) -> Finding:
    from backspasm.positions import Positions, excerpt

    place = Positions(source).place(source.odd[0], "object")
    number = len(source.odd)
    return Finding(
        "violation",
        "rdf-1.2",
        f"{number} {'triple is' if number == 1 else 'triples are'} left out, the first here:"
        " SHACL 1.0 knows no triple terms and no direction of text",
        "check this file without them",
        place,
        excerpt(source.content, place),
    )


def _derived(material: Material) -> Source:
    """What the rules say of data and context."""
    store = pyoxigraph.Store()
    vocabulary = set(_shipped(vocabulary_files()))
    for source in (*material.data, *material.context):
        graph = VOCABULARY if source.name in vocabulary else AUTHORED
        store.bulk_extend(quads(source.known(), graph))
    derive(store)
    return Source("derived", rows=rows(store.quads_for_pattern(None, None, None, DERIVED)))
