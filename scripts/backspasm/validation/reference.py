"""What SHACL says of the data: findings, each with its remedy, and targets that match nothing."""

from __future__ import annotations

import json
import logging
import re
from dataclasses import asdict, dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, cast

import pyoxigraph
import pyparsing
import pyshacl
import rdflib
from pyshacl.errors import ReportableRuntimeError
from rdflib.collection import Collection
from rdflib.extras.shacl import parse_shacl_path
from rdflib.namespace import OWL, RDF, RDFS, SH

from backspasm.dataset import load
from backspasm.errors import BackspasmError, FileError
from backspasm.files import authored_files, parse_file, rdf_files, shape_files
from backspasm.graph import DERIVED
from backspasm.namespaces import PREFIXES, shorten

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

__all__ = ["Finding", "Report", "validate"]

IDLE_SHOWN = 5
"""How many idle targets the report for people lists."""

_SEVERITIES = ("Violation", "Warning", "Info")
_TARGETS = (SH.targetClass, SH.targetNode, SH.targetSubjectsOf, SH.targetObjectsOf)


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
    _paths: dict[str, str] = field(repr=False, compare=False)

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
        """The W3C validation report (SHACL, section 3.6) in Turtle.

        Its `sh:conforms` is that of the specification: false with any result,
        a warning too.
        """
        results = " ,".join(self._result(finding) for finding in self.findings)
        return (
            "@prefix sh: <http://www.w3.org/ns/shacl#> .\n\n[] a sh:ValidationReport ;\n"
            + (f"    sh:result{results} ;\n" if results else "")
            + f"    sh:conforms {'false' if self.findings else 'true'} .\n"
        )

    def _result(self, finding: Finding) -> str:
        severity = finding.severity
        properties = {
            "resultSeverity": f"sh:{severity}" if severity in _SEVERITIES else _turtle(severity),
            "sourceShape": _turtle(finding.shape),
            "sourceConstraintComponent": _turtle(finding.component),
            "focusNode": _turtle(finding.focus),
            "resultPath": self._paths.get(finding.path, ""),
            "value": _turtle(finding.value),
            "resultMessage": rdflib.Literal(finding.message).n3() if finding.message else "",
        }
        lines = [f" ;\n        sh:{name} {text}" for name, text in properties.items() if text]
        return f" [\n        a sh:ValidationResult{''.join(lines)}\n    ]"


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
    data = to_graph(_named(load(*(paths or ()), *shipped).quads()))
    files = rdf_files(shapes) if shapes else shape_files()
    return check(data, files)


def check(data: rdflib.Graph, files: Sequence[str]) -> Report:
    """Check a graph that already holds the vocabulary and what is derived.

    Args:
        data: the graph; it is not changed.
        files: the files with shapes.

    Raises:
        FileError, ParseError, BackspasmError: as `validate`.
    """
    shapes = to_graph(quad for name in files for quad in parse_file(name))
    targets = list(_targets(shapes))
    if not targets:
        raise BackspasmError(
            "no shape has a target",
            place=" ".join(files),
            remedy="give SHACL shapes with sh:targetClass",
        )
    try:
        results = run_shacl(data, shapes)
    except _SHACL_ERRORS as error:
        raise BackspasmError(
            f"not valid SHACL: {_first_line(error)}",
            place=_file_at_fault(data, files),
            remedy="mend the shape",
        ) from error
    idle = sorted(
        " ".join(_short(_text(node)) for node in (shape, kind, value))
        for shape, kind, value in targets
        if not _matches(data, kind, value)
    )
    return Report(findings(results), idle, _path_turtles(results))


def run_shacl(
    data: rdflib.Graph, shapes: rdflib.Graph, only: rdflib.URIRef | None = None
) -> rdflib.Graph:
    """The validation report of pyshacl, with no inference and no network.

    pyshacl leaves `rdflib.NORMALIZE_LITERALS` on, whatever it was before; here
    it is put back. What it raises it also logs; here it is only raised.
    """
    before = rdflib.NORMALIZE_LITERALS
    logger = logging.getLogger("pyshacl-validate")
    quiet, logger.disabled = logger.disabled, True
    try:
        _, results, text = pyshacl.validate(
            data, shacl_graph=shapes, inference="none", use_shapes=None if only is None else [only]
        )
    finally:
        rdflib.NORMALIZE_LITERALS = before
        logger.disabled = quiet
    if not isinstance(results, rdflib.Graph):
        raise ReportableRuntimeError(text)
    return results


def findings(results: rdflib.Graph) -> list[Finding]:
    """The results of a validation report, sorted."""
    found = []
    for result in results.objects(None, SH.result):
        severity = _text(results.value(result, SH.resultSeverity))
        path = results.value(result, SH.resultPath)
        finding = Finding(
            severity=severity.removeprefix(str(SH)),
            shape=_text(results.value(result, SH.sourceShape)),
            component=_text(results.value(result, SH.sourceConstraintComponent)),
            focus=_text(results.value(result, SH.focusNode)),
            path="" if path is None else _path_text(results, path),
            value=_text(results.value(result, SH.value)),
            message=" ".join(sorted(map(str, results.objects(result, SH.resultMessage)))),
        )
        found.append(finding)
    return sorted(found, key=Finding._order)


def to_graph(quads: Iterable[pyoxigraph.Quad | pyoxigraph.Triple]) -> rdflib.Graph:
    """All triples in one rdflib graph, each literal as it was written.

    Blank nodes are named in the order in which they appear.
    """
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


# What pyshacl and the parsers below it raise over a shape that makes no sense.
_SHACL_ERRORS = (
    ReportableRuntimeError,
    pyparsing.ParseBaseException,
    re.error,
    AssertionError,
    AttributeError,
    LookupError,
    TypeError,
    ValueError,
)


def _first_line(error: Exception) -> str:
    return str(error).strip().partition("\n")[0]


def _file_at_fault(data: rdflib.Graph, files: Sequence[str]) -> str:
    for name in files:
        try:
            run_shacl(data, to_graph(parse_file(name)))
        except _SHACL_ERRORS:
            return name
    return " ".join(files)


def _targets(
    shapes: rdflib.Graph,
) -> Iterator[tuple[rdflib.term.Node, rdflib.term.Node, rdflib.term.Node]]:
    """Shape, kind of target and value (SHACL, section 2.1.3), implicit class targets included."""
    for kind in _TARGETS:
        for shape, value in shapes.subject_objects(kind):
            yield shape, kind, value
    for kind in (SH.NodeShape, SH.PropertyShape):
        for shape in shapes.subjects(RDF.type, kind):
            if {RDFS.Class, OWL.Class} & set(shapes.objects(shape, RDF.type)):
                yield shape, SH.targetClass, shape


def _matches(data: rdflib.Graph, kind: rdflib.term.Node, value: rdflib.term.Node) -> bool:
    if kind == SH.targetClass:
        classes = data.transitive_subjects(RDFS.subClassOf, value)
        return any((None, RDF.type, one) in data for one in classes)
    if kind == SH.targetNode:
        return any(pattern in data for pattern in ((value, None, None), (None, None, value)))
    return (None, value, None) in data


def _text(term: rdflib.term.Node | None) -> str:
    if term is None:
        return ""
    return str(term) if isinstance(term, rdflib.URIRef) else term.n3()


def _path_text(graph: rdflib.Graph, node: rdflib.term.Node) -> str:
    path = parse_shacl_path(graph, node)
    return str(path) if isinstance(path, rdflib.URIRef) else path.n3()


def _path_turtles(graph: rdflib.Graph) -> dict[str, str]:
    nodes = set(graph.objects(None, SH.resultPath))
    return {_path_text(graph, node): _path_turtle(graph, node) for node in nodes}


def _path_turtle(graph: rdflib.Graph, node: rdflib.term.Node) -> str:
    """A property path as SHACL writes it (section 2.3.1)."""
    if isinstance(node, rdflib.URIRef):
        return node.n3()
    if (node, RDF.first, None) in graph:
        return f"( {' '.join(_path_turtle(graph, step) for step in Collection(graph, node))} )"
    ((kind, inner),) = graph.predicate_objects(node)
    return f"[ {kind.n3()} {_path_turtle(graph, inner)} ]"


def _turtle(text: str) -> str:
    """An IRI in brackets; what is empty, a literal or a blank node as it is."""
    return text if text.startswith(('"', "_:")) or not text else f"<{text}>"


def _short(text: str) -> str:
    """An IRI, a property path or a literal, with IRIs as CURIEs."""
    if re.match(r"[A-Za-z][\w+.-]*:", text):
        return shorten(text)
    return re.sub(r"<([^<>]*)>", lambda found: shorten(found[1]), text)


def _place(finding: Finding) -> str:
    return " ".join(_short(part) for part in (finding.focus, finding.path, finding.value) if part)
