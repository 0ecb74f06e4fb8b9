"""What a typed name stands for: a label, a synonym, an id, a CURIE or a full IRI."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pyoxigraph

from backspasm.errors import AmbiguousNameError, UnknownNameError, did_you_mean
from backspasm.namespaces import (
    BASE,
    BSG,
    BSH,
    DCTERMS,
    PREFIXES,
    RDF,
    RDFS,
    SKOS,
    expand,
    local_name,
    shorten,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from backspasm.graph import Graph
    from backspasm.queries import Query

__all__ = ["KINDS", "Name", "check_names", "names", "resolve"]

KINDS = {
    "concept": "skos:Concept",
    "claim": "bsv:Claim",
    "mechanism": "bsv:Mechanism",
    "document": "bsv:Document",
    "finding": "bsv:QuantitativeFinding",
    "predicate": "bsv:ClaimPredicate",
}
"""What can be named by kind, with the class of each."""

_NAMING = {
    SKOS + "prefLabel": "label",
    RDFS + "label": "label",
    DCTERMS + "title": "label",
    SKOS + "altLabel": "synonym",
    SKOS + "hiddenLabel": "synonym",
}

_SUBJECTS = "SELECT DISTINCT ?iri WHERE { ?iri a ?kind MINUS { ?iri a bsv:Mapping } }"

_MAPPED = """
SELECT ?concept ?target WHERE {
  ?mapping a bsv:Mapping ; owl:annotatedSource ?concept ; owl:annotatedTarget ?target .
  MINUS { ?mapping owl:deprecated true }
}
"""


class Name(NamedTuple):
    """One name of a thing.

    Attributes:
        iri: what it stands for.
        text: the name as it is written.
        role: "label", "synonym", "id" or "mapped id".
    """

    iri: str
    text: str
    role: str


def names(dataset: Graph, kind: str | None = None, *, mapped: bool = True) -> list[Name]:
    """The names of things in a dataset: labels, synonyms, local ids, mapped ids.

    Args:
        dataset: where to look.
        kind: a key of `KINDS`, for things of that kind only.
        mapped: whether public ids count as names; looking them up costs most.
    """
    if kind is None:
        members = dict.fromkeys(iri for (iri,) in dataset.rows(_SUBJECTS))
    else:
        members = _of(dataset, kind)
    found = [
        Name(iri, text, role)
        for iri, text, role in _labels(dataset)
        if kind is None or iri in members
    ]
    found += [Name(iri, local_name(iri), "id") for iri in members]
    found += [
        Name(concept, shorten(target), "mapped id")
        for concept, target in (dataset.rows(_MAPPED) if mapped else ())
        if kind is None or concept in members
    ]
    return [entry for entry in found if entry.text]


def _of(dataset: Graph, kind: str) -> dict[str, None]:
    """The IRIs of all things of a kind."""
    of_kind = pyoxigraph.NamedNode(expand(KINDS[kind]) or "")
    typed = dataset.matching(predicate=pyoxigraph.NamedNode(RDF + "type"), target=of_kind)
    subjects = (quad.subject for quad in typed)
    return {node.value: None for node in subjects if isinstance(node, pyoxigraph.NamedNode)}


def _labels(dataset: Graph) -> Iterator[tuple[str, str, str]]:
    """All labels and synonyms; property by property, which is quicker than one query."""
    for name, role in _NAMING.items():
        for quad in dataset.matching(predicate=pyoxigraph.NamedNode(name)):
            thing, text = quad.subject, quad.object
            if isinstance(thing, pyoxigraph.NamedNode) and isinstance(text, pyoxigraph.Literal):
                yield thing.value, text.value, role


def fold(text: str) -> str:
    """A name without what people vary when they type it: case, hyphens, runs of white space."""
    return " ".join(text.casefold().replace("-", " ").replace("_", " ").split())


def resolve(dataset: Graph, name: str, kind: str | None = None) -> str:
    """The IRI that a typed name stands for.

    Args:
        dataset: where to look.
        name: a full IRI (with or without angle brackets), a CURIE, a label, a
            synonym, a local id or a mapped public id, in any case.
        kind: a key of `KINDS`, to look among things of that kind only.

    Raises:
        AmbiguousNameError: several things have this name; they are listed.
        UnknownNameError: nothing has it; the nearest names are offered.
    """
    stripped = name.strip()
    iri = _identifier(stripped)
    if iri is not None and _is(dataset, iri, kind):
        return iri  # without a look at all the other names, which costs more than a query
    known = names(dataset, kind, mapped=":" in stripped)
    wanted = fold(shorten(iri) if iri is not None else stripped)
    matches = sorted({entry.iri for entry in known if fold(entry.text) == wanted})
    if not matches and iri is not None:
        matches = sorted(
            {e.iri for e in known if e.role != "mapped id" and e.iri.casefold() == iri.casefold()}
        )
    if not matches:
        raise _unknown(stripped, kind, known)
    if len(matches) > 1:
        raise AmbiguousNameError(
            f"stands for {len(matches)} things",
            place=stripped,
            remedy=f"name one of {', '.join(shorten(match) for match in matches)}",
        )
    return matches[0]


def check_names(dataset: Graph, query: Query) -> None:
    """Refuse a query that names a thing of this dataset's namespaces which is not there.

    Such a name matches nothing, so a slip of the pen would look like an empty answer.

    Raises:
        QueryError: the place of the name, and the nearest names that there are.
    """
    if "CONSTRUCT" in query.words:
        return  # its template may name what is new
    starts: dict[pyoxigraph.NamedNode, int] = {}
    for iri, start in query.names:
        if iri.startswith(BASE) and not iri.startswith((BSG, BSH)) and local_name(iri):
            node = _node(iri)
            if node is not None:  # else it is no IRI: the parser says so
                starts.setdefault(node, start)
    for node in dataset.unknown(starts):
        local = local_name(node.value)
        space = node.value[: len(node.value) - len(local)]
        known = {local_name(e.iri) for e in names(dataset) if e.iri.startswith(space)}
        near = did_you_mean(local, known, otherwise="try `backspasm search`")
        problem = f"{shorten(node.value)} is not in the dataset"
        raise query.error(problem, starts[node], near)


def _node(iri: str) -> pyoxigraph.NamedNode | None:
    try:
        return pyoxigraph.NamedNode(iri)
    except ValueError:
        return None


def _is(dataset: Graph, iri: str, kind: str | None) -> bool:
    subject = _node(iri)
    if subject is None:
        return False
    wanted = "?kind" if kind is None else KINDS[kind]
    return bool(dataset.rows(f"SELECT ?iri WHERE {{ ?iri a {wanted} }} LIMIT 1", iri=subject))


def _identifier(name: str) -> str | None:
    if name.startswith("<") and name.endswith(">"):
        return name[1:-1]
    if name.startswith(("http://", "https://", "urn:")):
        return name
    return expand(name)


def _unknown(name: str, kind: str | None, known: Iterable[Name]) -> UnknownNameError:
    iri = _identifier(name)
    prefix, colon, _ = name.partition(":")
    if iri is None and colon and " " not in prefix:
        otherwise = "use a prefix of the dataset or a full IRI"
        remedy = did_you_mean(prefix, PREFIXES, otherwise=otherwise)
        return UnknownNameError(f"unknown prefix {prefix}:", place=name, remedy=remedy)
    if iri is None:
        named = [entry for entry in known if entry.role != "id"]
        near = [entry.text for entry in _distinct(name, named)]
        candidates = [entry.text for entry in named]
        remedy = did_you_mean(name, near, otherwise=_holding(name, candidates))
    else:
        ids = [shorten(entry.iri) for entry in known if entry.role == "id"]
        remedy = did_you_mean(shorten(iri), ids, otherwise="try `backspasm search`")
    return UnknownNameError(f"no {kind or 'thing'} has this name", place=name, remedy=remedy)


def _distinct(name: str, known: Iterable[Name]) -> list[Name]:
    """The name of each thing that is nearest to what was typed."""
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(b=name.casefold())
    best: dict[str, tuple[float, Name]] = {}
    for entry in known:
        matcher.set_seq1(entry.text.casefold())
        candidate = (matcher.quick_ratio(), entry)
        best[entry.iri] = max(best.get(entry.iri, candidate), candidate)
    return [entry for _, entry in best.values()]


def _holding(name: str, candidates: Iterable[str]) -> str:
    """The remedy where no name is near: the shortest names that hold all the words."""
    words = set(fold(name).split())
    holding = sorted({text for text in candidates if words <= set(fold(text).split())}, key=len)
    if not holding:
        return "try `backspasm search`"
    more = f", or {len(holding) - 3} more" if len(holding) > 3 else ""  # noqa: PLR2004 (as did_you_mean)
    return f"did you mean {' or '.join(holding[:3])}{more}?"


def identifier(name: str) -> pyoxigraph.NamedNode:
    """The IRI of a CURIE or full IRI, be it in the dataset or not.

    Raises:
        UnknownNameError: it is neither, or its prefix is not known.
    """
    iri = _identifier(name.strip())
    try:
        if iri is not None:
            return pyoxigraph.NamedNode(iri)
    except ValueError:
        pass
    raise _unknown(name, "identifier", ())
