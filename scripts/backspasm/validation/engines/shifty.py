"""The engine shifty (pyshifty), with its results as pyshacl has them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pyoxigraph

from backspasm.errors import ShapesError, UseError
from backspasm.namespaces import RDF
from backspasm.validation.engines.index import Index
from backspasm.validation.engines.messages import VARIABLE, fill, templates
from backspasm.validation.engines.neighbourhood import neighbourhood
from backspasm.validation.engines.refusals import refusal, unsupported
from backspasm.validation.engines.reports import read_results
from backspasm.validation.engines.screen.reading import TARGETS
from backspasm.validation.engines.terms import SH, literal, parts, term

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from backspasm.validation.engines.result import Result

__all__ = ["run_shifty"]

_OURS = "_:shape-"
"""What blank nodes of shapes begin with, so that none has the label of one of the data."""

_TYPE = f"<{RDF}type>"


def run_shifty(
    data: Index, shapes: Index, focus: Mapping[str, Sequence[str]] | None = None
) -> list[Result]:
    """The results of shifty.

    Args:
        data: the data graph.
        shapes: the shapes graph.
        focus: the nodes to check by shape, each as a term; by default the targets of each.

    Raises:
        ShapesError: the shapes are not SHACL, or use what shifty does otherwise than pyshacl.
        UseError: shifty is not installed.
    """
    unsupported(shapes, data)
    wanted = shapes
    if focus is not None:
        wanted = _narrowed(shapes, focus)
        data = _around(data, shapes, focus)
    report = _report(data, wanted)
    return [_mended(one, shapes) for one in read_results(report, shapes)]


def _report(data: Index, shapes: Index) -> Index:
    try:
        from shifty._shifty import PreparedValidator
    except ImportError as error:
        raise UseError(
            "shifty is not installed", remedy="pip install 'backspasm[shifty]'"
        ) from error
    try:
        prepared = PreparedValidator(_ours(shapes).ntriples(), shapes_format="nt")
        told = prepared.validate_w3c(
            data.ntriples(),
            data_format="nt",
            graph_mode="data",
            run_infer=False,
            minimum_severity="info",
            on_unsupported="error",
        )
    except (ValueError, RuntimeError) as error:
        reason = str(error).removeprefix("invalid shapes graph: ").partition("\n")[0]
        raise ShapesError(f"not valid SHACL: {reason}", remedy="mend the shape") from error
    if told.diagnostics:
        raise refusal(f"shifty says: {told.diagnostics[0]}")
    content = told._report_ntriples.encode()
    parsed = pyoxigraph.parse(content, pyoxigraph.RdfFormat.N_TRIPLES)
    return Index(
        (_own(str(one.subject)), str(one.predicate), _own(str(one.object))) for one in parsed
    )


def _ours(shapes: Index) -> Index:
    """The shapes with blank nodes that are none of the data."""
    return Index((_as_ours(one), two, _as_ours(three)) for one, two, three in shapes.triples())


def _as_ours(text: str) -> str:
    return _OURS + text[2:] if text.startswith("_:") else text


def _own(text: str) -> str:
    return "_:" + text.removeprefix(_OURS) if text.startswith(_OURS) else text


def _around(data: Index, shapes: Index, focus: Mapping[str, Sequence[str]]) -> Index:
    """The part of the data that counts: most of the time of shifty is that of loading data."""
    if any(node.startswith("_:") for nodes in focus.values() for node in nodes):
        return data  # the targets of these shapes stand, and other nodes may be among them
    found = neighbourhood(data, shapes, focus)
    return data if found is None else found


def _narrowed(shapes: Index, focus: Mapping[str, Sequence[str]]) -> Index:
    """The shapes with some focus nodes in place of their targets, where all have a name."""
    return Index(_narrow(shapes, focus))


def _narrow(shapes: Index, focus: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, str, str]]:
    whole = {
        shape for shape, nodes in focus.items() if any(node.startswith("_:") for node in nodes)
    }
    for subject, predicate, value in shapes.triples():
        # What has a type of one's own may be a class by that, and so its own target.
        target = predicate in TARGETS or (predicate == _TYPE and not value.startswith(f"<{SH}"))
        if not target or subject in whole:
            yield subject, predicate, value
    for shape in focus.keys() - whole:
        for node in focus[shape]:
            yield shape, TARGETS[1], node


def _mended(result: Result, shapes: Index) -> Result:
    """The result as pyshacl has it: with the SPARQL constraint and a message like its own."""
    if not result.component.endswith("#SPARQLConstraintComponent"):
        return result
    (constraint,) = shapes.objects(term(result.shape), f"<{SH}sparql>")
    result = replace(result, constraint=constraint[1:-1] if constraint[0] == "<" else constraint)
    known = {"this": term(result.focus), "value": term(result.value), "path": _plain_path(result)}
    wanted = templates(result, shapes)
    filled = [fill(one, known | _others(one, known, result.messages)) for one in wanted]
    return replace(result, messages=tuple(sorted(filled)))


def _plain_path(result: Result) -> str:
    return result.way.iri if result.way is not None else ""


def _others(template: str, known: Mapping[str, str], messages: Iterable[str]) -> dict[str, str]:
    """What other variables of a message stand for, read from what shifty made of it."""
    pieces = VARIABLE.split(parts(template).value)
    names = [name for name in pieces[1::2] if name not in known]
    if not names:
        return {}
    pattern = "".join(
        re.escape(piece) if not index % 2 else "(.+)" if piece in names else ".+"
        for index, piece in enumerate(pieces)
    )
    for message in messages:
        found = re.fullmatch(pattern, parts(message).value, re.DOTALL)
        if found:
            return {name: _term(text) for name, text in zip(names, found.groups(), strict=True)}
    return {}


def _term(text: str) -> str:
    """A term that shifty wrote into a message: of a literal there is the text alone."""
    return text if re.fullmatch(r"<.*>|_:\w+", text) else literal(text)
