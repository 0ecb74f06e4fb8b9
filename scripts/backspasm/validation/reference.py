"""What SHACL says of the data: findings, each with its remedy, and targets that match nothing."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, Any, cast

import pyoxigraph

from backspasm.dataset import load
from backspasm.errors import BackspasmError, FileError, ShapesError
from backspasm.files import authored_files, parse_file, rdf_files, shape_files
from backspasm.graph import DERIVED
from backspasm.namespaces import OWL, PREFIXES, RDFS, shorten
from backspasm.validation.engines import Index, Result, run
from backspasm.validation.engines.screen.reading import TARGETS, TYPE, instances
from backspasm.validation.engines.terms import SH, parts, shown
from backspasm.validation.w3c import report_turtle

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    import rdflib

__all__ = ["Finding", "Report", "validate"]

IDLE_SHOWN = 5
"""How many idle targets the report for people lists."""

_SEVERITIES = ("Violation", "Warning", "Info")


@dataclass(frozen=True)
class Finding:
    """One validation result (SHACL, section 3.6.2).

    IRIs are written in full and without brackets, literals as in Turtle, and
    blank nodes with `_:`. What a result does not have is "".

    Attributes:
        severity: Violation, Warning, Info, or the IRI of another severity.
        shape: the shape with the constraint.
        component: the kind of constraint that failed.
        focus: the node that was checked.
        path: the property, or a property path as SPARQL writes it.
        value: the value at fault.
        message: what to do, in one sentence.
    """

    severity: str
    shape: str
    component: str
    focus: str
    path: str
    value: str
    message: str

    def _order(self) -> tuple[str | int, ...]:
        rank = _SEVERITIES.index(self.severity) if self.severity in _SEVERITIES else -1
        return (rank, self.shape, self.component, self.focus, self.path, self.value, self.message)


@dataclass(frozen=True)
class Report:
    """What validation found, in an order that depends on the data and shapes alone.

    Attributes:
        findings: the results, violations first.
        idle_targets: targets of shapes that match no node, as "shape property
            value": a misspelt class would otherwise validate nothing in silence.
    """

    findings: list[Finding]
    idle_targets: list[str]
    _results: tuple[Result, ...] = field(repr=False, compare=False)

    @property
    def conforms(self) -> bool:
        """Whether nothing is violated; warnings and notes do not count against it."""
        return all(finding.severity in ("Warning", "Info") for finding in self.findings)

    def render(self) -> str:
        """The report for people: findings under what to do about them, with counts."""
        lines = []
        for (severity, message), group in groupby(
            sorted(self.findings, key=lambda one: (one._order()[0], one.message)),
            key=lambda one: (one.severity, one.message),
        ):
            places = sorted({_place(finding) for finding in group})
            lines += [f"{severity} ({len(places)}): {message}", *(f"  {place}" for place in places)]
        lines += [f"Idle target: {target}" for target in self.idle_targets[:IDLE_SHOWN]]
        if len(self.idle_targets) > IDLE_SHOWN:
            lines.append(
                f"Idle targets: {len(self.idle_targets) - IDLE_SHOWN} more, see --format json"
            )
        lines.append(self._summary())
        return "\n".join(lines) + "\n"

    def _summary(self) -> str:
        counts = (
            f"{severity.lower()}s: {sum(one.severity == severity for one in self.findings)}"
            for severity in _SEVERITIES
        )
        verdict = "Conforms" if self.conforms else "Does not conform"
        return f"{verdict} ({', '.join(counts)}, idle targets: {len(self.idle_targets)})"

    def to_json(self) -> str:
        """The report as a JSON object with `conforms`, `findings` and `idleTargets`."""
        content = {
            "conforms": self.conforms,
            "findings": [asdict(finding) for finding in self.findings],
            "idleTargets": self.idle_targets,
        }
        return json.dumps(content, indent=2, ensure_ascii=False) + "\n"

    def graph_turtle(self) -> str:
        """The W3C validation report (SHACL, section 3.6) in Turtle."""
        return report_turtle(self._results)


def validate(
    paths: Sequence[Path] | None = None,
    shapes: Sequence[Path] | None = None,
    *,
    with_shipped: bool = False,
) -> Report:
    """Check data, with all that the rules derive from it, against shapes.

    Args:
        paths: files or folders with data; by default the shipped data.
        shapes: files or folders with shapes; by default the shipped shapes.
        with_shipped: whether to add the shipped data to the paths, for data that uses
            its concepts and documents.

    Raises:
        FileError: a file is missing, unreadable or of an unknown format, or the paths
            hold no triple.
        ParseError: a file is broken; the place is the file and the line.
        BackspasmError: the shapes are not SHACL; the place is their file.
    """
    if paths and not any(True for name in rdf_files(paths) for _ in parse_file(name)):
        raise FileError(
            "no triple to check", place=str(paths[0]), remedy="name files that hold data"
        )
    shipped = authored_files() if paths and with_shipped else ()
    quads = _named(load(*(paths or ()), *shipped).quads())
    files = rdf_files(shapes) if shapes else shape_files()
    return check(Index.of(_numbered(quads)), files)


def check(data: Index, files: Sequence[str]) -> Report:
    """Check a graph that already holds the vocabulary and what is derived.

    Args:
        data: the graph.
        files: the files with shapes.

    Raises:
        FileError, ParseError, BackspasmError: as `validate`.
    """
    shapes = Index.of(quad for name in files for quad in parse_file(name))
    targets = list(_targets(shapes))
    if not targets:
        raise BackspasmError(
            "no shape has a target",
            place=" ".join(files),
            remedy="give SHACL shapes with sh:targetClass",
        )
    try:
        results = run(data, shapes)
    except ShapesError as error:
        raise ShapesError(
            error.problem, place=_file_at_fault(data, files), remedy=error.remedy
        ) from error
    idle = sorted(
        " ".join(_short(shown(node)) for node in (shape, kind, value))
        for shape, kind, value in targets
        if not _matches(data, kind, value)
    )
    return Report(sorted(map(_finding, results), key=Finding._order), idle, tuple(results))


def _finding(result: Result) -> Finding:
    return Finding(
        severity=result.severity.removeprefix(SH),
        shape=result.shape,
        component=result.component,
        focus=result.focus,
        path=result.path,
        value=result.value,
        message=" ".join(parts(one).value for one in result.messages),
    )


def _numbered(
    quads: Iterable[pyoxigraph.Quad],
) -> Iterator[pyoxigraph.Triple]:
    """Triples whose blank nodes are named in the order in which they appear."""
    names: dict[str, pyoxigraph.BlankNode] = {}

    def named(term: Any) -> Any:
        if not isinstance(term, pyoxigraph.BlankNode):
            return term
        return names.setdefault(term.value, pyoxigraph.BlankNode(f"b{len(names)}"))

    for quad in quads:
        yield pyoxigraph.Triple(named(quad.subject), quad.predicate, named(quad.object))


def to_graph(quads: Iterable[pyoxigraph.Quad | pyoxigraph.Triple]) -> rdflib.Graph:
    """All triples in one rdflib graph, each literal as it was written.

    Blank nodes are named in the order in which they appear.
    """
    import rdflib

    graph = rdflib.Graph(bind_namespaces="none")
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace)
    names: dict[str, rdflib.BNode] = {}
    for quad in quads:
        subject, predicate, value = (
            _term(term, names) for term in (quad.subject, quad.predicate, quad.object)
        )
        graph.add((subject, predicate, value))
    return graph


def _term(term: object, names: dict[str, rdflib.BNode]) -> rdflib.term.Node:
    import rdflib

    if isinstance(term, pyoxigraph.NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, pyoxigraph.BlankNode):
        return names.setdefault(term.value, rdflib.BNode(f"b{len(names)}"))
    literal = cast("pyoxigraph.Literal", term)
    if literal.language:
        return rdflib.Literal(literal.value, lang=literal.language)
    datatype = literal.datatype.value
    if datatype == PREFIXES["xsd"] + "string":
        return rdflib.Literal(literal.value)
    return rdflib.Literal(literal.value, datatype=rdflib.URIRef(datatype), normalize=False)


def _named(quads: Iterable[pyoxigraph.Quad]) -> Iterator[pyoxigraph.Quad]:
    """All but what is derived of blank nodes, for a store gives them names of its own."""
    for quad in quads:
        nodes = (quad.subject, quad.object)
        if quad.graph_name != DERIVED or not any(
            isinstance(node, pyoxigraph.BlankNode) for node in nodes
        ):
            yield quad


def _file_at_fault(data: Index, files: Sequence[str]) -> str:
    for name in files:
        try:
            run(data, parse_file(name))
        except ShapesError:
            return name
    return " ".join(files)


def _targets(shapes: Index) -> Iterator[tuple[str, str, str]]:
    """Shape, kind of target and value (SHACL, section 2.1.3), implicit class targets included."""
    for kind in TARGETS:
        for shape, values in shapes.tables.get(kind, {}).items():
            for value in values:
                yield shape, kind, value
    for name in ("NodeShape", "PropertyShape"):
        for shape in shapes.subjects(TYPE, f"<{SH}{name}>"):
            if {f"<{RDFS}Class>", f"<{OWL}Class>"} & set(shapes.objects(shape, TYPE)):
                yield shape, TARGETS[0], shape


def _matches(data: Index, kind: str, value: str) -> bool:
    of_class, of_node, objects_of, _ = TARGETS
    if kind == of_class:
        return bool(instances(data, value))
    if kind == of_node:
        return value in data.predicates or any(value in data.inverse(name) for name in data.tables)
    return bool(data.inverse(value) if kind == objects_of else data.tables.get(value))


def _short(text: str) -> str:
    """An IRI, a property path or a literal, with IRIs as CURIEs."""
    if re.match(r"[A-Za-z][\w+.-]*:", text):
        return shorten(text)
    return re.sub(r"<([^<>]*)>", lambda found: shorten(found[1]), text)


def _place(finding: Finding) -> str:
    return " ".join(_short(part) for part in (finding.focus, finding.path, finding.value) if part)
