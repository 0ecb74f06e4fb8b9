"""What the dataset lacks: evidence, second sources, mechanisms, definitions, mappings."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pyoxigraph

from backspasm.errors import UnknownNameError, did_you_mean
from backspasm.namespaces import shorten
from backspasm.questions import ask

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from backspasm.graph import Graph

__all__ = ["KINDS", "Gap", "Kind", "find_gaps"]

_LABELS = """
SELECT ?thing ?label WHERE {
  VALUES ?thing { THINGS }
  ?thing skos:prefLabel|bsv:statement ?label .
} ORDER BY ?thing DESC(?label)
"""


class Kind(NamedTuple):
    """A kind of gap, found by a competency question.

    Attributes:
        name: the name of the question, and of the kind.
        meaning: what is missing.
        things: the variables of the question that together name what has the gap.
        details: the variables that say more of it, each with the words around its value.
    """

    name: str
    meaning: str
    things: tuple[str, ...]
    details: tuple[tuple[str, str], ...]


KINDS = {
    kind.name: kind
    for kind in (
        Kind(
            "untraceable",
            "claims for which the text names no source that could be found",
            ("claim",),
            (("document", "{}"), ("wording", "appeals to: {}")),
        ),
        Kind(
            "unnamed-studies",
            "claims and findings that appeal to studies or observers without naming them",
            ("record",),
            (("wording", "appeals to: {}"),),
        ),
        Kind(
            "single-document-edges",
            "pairs of a cause and an effect that one document alone names",
            ("cause", "effect"),
            (("document", "{}"), ("claim", "{}")),
        ),
        Kind(
            "claims-outside-mechanisms",
            "causal claims that are a step of no mechanism",
            ("claim",),
            (("document", "{}"),),
        ),
        Kind(
            "causes-without-mechanism",
            "causes of back muscle spasm from which no mechanism leads to it",
            ("cause",),
            (("claim", "{}"),),
        ),
        Kind(
            "names-only",
            "causes of back muscle spasm that only a heading or list names",
            ("cause",),
            (("basis", "{}"), ("claim", "{}")),
        ),
        Kind(
            "undefined-concepts",
            "concepts that no passage defines",
            ("concept",),
            (("namedAt", "named by {} passages"), ("describedAt", "described by {}")),
        ),
        Kind(
            "unmapped-concepts",
            "concepts without a public identifier",
            ("concept",),
            (),
        ),
    )
}
"""The kinds of gaps, by name."""


class Gap(NamedTuple):
    """Something that is missing.

    Attributes:
        kind: a key of `KINDS`.
        things: IRIs of what has the gap: a claim, a finding, a concept, or a cause and
            its effect.
        label: the statement of a claim or finding, or the labels of the concepts.
        details: what the question says more of it, with CURIEs.
    """

    kind: str
    things: tuple[str, ...]
    label: str
    details: tuple[str, ...]


def find_gaps(graph: Graph, names: Iterable[str] | None = None) -> list[Gap]:
    """What is missing, by kind and in the order of the answers to its question.

    A thing stands once for each kind; what several rows of the answer say of it is put
    together in its details.

    Args:
        graph: what is asked.
        names: keys of `KINDS`; by default all of them.

    Raises:
        UnknownNameError: there is no such kind; the nearest are offered.
    """
    found: dict[tuple[str, tuple[str, ...]], dict[str, None]] = {}
    for name in KINDS if names is None else names:
        if name not in KINDS:
            remedy = did_you_mean(name, KINDS, otherwise=f"use {', '.join(KINDS)}")
            raise UnknownNameError("no such kind of gap", place=name, remedy=remedy)
        kind = KINDS[name]
        for row in _rows(graph, kind):
            things = tuple(row[variable].value for variable in kind.things)
            details = found.setdefault((name, things), {})
            details |= dict.fromkeys(_details(kind, row))
    labels = _labels(graph, {thing for _, things in found for thing in things})
    return [
        Gap(name, things, " → ".join(labels.get(t, shorten(t)) for t in things), tuple(details))
        for (name, things), details in found.items()
    ]


def _rows(graph: Graph, kind: Kind) -> Iterable[pyoxigraph.QuerySolution]:
    answer = ask(graph, kind.name)
    assert isinstance(answer, pyoxigraph.QuerySolutions)  # noqa: S101 (each kind is a SELECT)
    return answer


def _details(kind: Kind, row: pyoxigraph.QuerySolution) -> Iterable[str]:
    for variable, words in kind.details:
        term = row[variable]
        if isinstance(term, pyoxigraph.NamedNode):
            yield words.format(shorten(term.value))
        elif isinstance(term, pyoxigraph.Literal):
            yield words.format(term.value)


def _labels(graph: Graph, iris: Iterable[str]) -> Mapping[str, str]:
    rows = graph.rows_for(_LABELS, sorted(iris))
    return {thing: label for thing, label in rows}  # noqa: C416 (rows have any length)
