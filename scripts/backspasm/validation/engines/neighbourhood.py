"""The part of a data graph that shapes look at from some focus nodes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from backspasm.validation.engines import ways
from backspasm.validation.engines.index import Index
from backspasm.validation.engines.odd import OddError
from backspasm.validation.engines.screen.compiling import IDLE
from backspasm.validation.engines.screen.parameters import READERS, siblings
from backspasm.validation.engines.screen.reading import (
    LISTS,
    SINGLES,
    SUB_CLASS,
    TYPE,
    read_shapes,
)
from backspasm.validation.engines.screen.steps import step
from backspasm.validation.engines.terms import SH

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from backspasm.validation.engines.screen.steps import Step

__all__ = ["neighbourhood"]

_KNOWN = frozenset(f"<{SH}{name}>" for name in READERS.keys() - {"sparql"} | set(IDLE))
_QUALIFIED = f"<{SH}qualifiedValueShape>"


def neighbourhood(data: Index, shapes: Index, focus: Mapping[str, Sequence[str]]) -> Index | None:
    """The triples that decide whether nodes conform to shapes, with some that do not.

    These are: all triples of each node that a shape or a shape inside it is put to; those that
    its paths go along; the types of what they reach, or all triples of it where the shape is
    closed; and how classes stand below each other.

    Args:
        data: the data graph.
        shapes: the shapes graph.
        focus: nodes by shape, each as a term.

    Returns:
        None where that may be any triple: a shape asks in SPARQL, or is not known.
    """
    try:
        return _Walk(data, shapes).around(focus)
    except OddError:
        return None


class _Look(NamedTuple):
    """What a shape does with a focus node.

    Attributes:
        step: from the node to the values.
        inner: the shapes that the values are put to.
        closed: whether all triples of the values count.
    """

    step: Step
    inner: tuple[str, ...]
    closed: bool


class _Walk:
    def __init__(self, data: Index, shapes: Index) -> None:
        self._graph = shapes
        self._paths = read_shapes(shapes).properties
        self._seen = _Seen(data)

    def around(self, focus: Mapping[str, Sequence[str]]) -> Index:
        """The triples around some nodes.

        Raises:
            OddError: these may be any.
        """
        looks = self._looks(focus)
        todo = [(shape, node) for shape, nodes in focus.items() for node in nodes]
        passed = set(todo)
        for shape, node in todo:
            self._seen.all_of(node)
            look = looks[shape]
            for value in look.step(node):
                (self._seen.all_of if look.closed else self._seen.types_of)(value)
                new = [(one, value) for one in look.inner if (one, value) not in passed]
                passed.update(new)
                todo += new
        return self._seen.index()

    def _looks(self, starts: Iterable[str]) -> dict[str, _Look]:
        """What some shapes do, and those inside them."""
        todo = list(starts)
        found: dict[str, _Look] = {}
        for shape in todo:
            if shape not in found:
                found[shape] = self._look(shape)
                todo += found[shape].inner
        return found

    def _look(self, shape: str) -> _Look:
        graph = self._graph
        parameters = graph.predicates.get(shape, ())
        if any(one.startswith(f"<{SH}") and one not in _KNOWN for one in parameters):
            raise OddError
        path = self._paths.get(shape)
        walk = (lambda node: (node,)) if path is None else step(self._seen, ways.read(graph, path))
        inner = [one for kind in SINGLES for one in graph.objects(shape, kind)]
        for kind in LISTS:
            for head in graph.objects(shape, kind):
                inner += graph.items(head) or ()
        for one in graph.objects(shape, _QUALIFIED):
            inner += siblings(graph, shape, one)
        return _Look(walk, tuple(dict.fromkeys(inner)), f"<{SH}closed>" in parameters)


class _Seen:
    """The triples of an index, which remembers those that were asked for."""

    def __init__(self, whole: Index) -> None:
        self._whole = whole
        self._kept = {SUB_CLASS: whole.table(SUB_CLASS)}

    def table(self, predicate: str) -> Mapping[str, list[str]]:
        """The subjects of a predicate, each with its objects."""
        return _Watched(self._whole.table(predicate), self._keeper(predicate))

    def inverse(self, predicate: str) -> Mapping[str, list[str]]:
        """The objects of a predicate, each with its subjects."""
        table, keep = self._whole.table(predicate), self._keeper(predicate)

        def keep_all(_: str, subjects: list[str]) -> None:
            for subject in subjects:
                keep(subject, table[subject])

        return _Watched(self._whole.inverse(predicate), keep_all)

    def all_of(self, node: str) -> None:
        """Ask for all triples of a node."""
        for predicate in self._whole.predicates.get(node, ()):
            self.table(predicate).get(node)

    def types_of(self, node: str) -> None:
        """Ask for the types of a node."""
        self.table(TYPE).get(node)

    def index(self) -> Index:
        """What was asked for."""
        found = Index()
        found.tables = {predicate: table for predicate, table in self._kept.items() if table}
        return found

    def _keeper(self, predicate: str) -> Callable[[str, list[str]], None]:
        return self._kept.setdefault(predicate, {}).__setitem__


class _Watched(Mapping[str, list[str]]):
    """A table that tells of what is looked up in it."""

    def __init__(
        self, table: Mapping[str, list[str]], tell: Callable[[str, list[str]], None]
    ) -> None:
        self._table, self._tell = table, tell

    def __getitem__(self, node: str) -> list[str]:
        found = self._table[node]
        self._tell(node, found)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._table)

    def __len__(self) -> int:
        return len(self._table)
