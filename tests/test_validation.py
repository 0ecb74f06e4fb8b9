"""The report: what is in it, in which order, and what is said of broken input."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
import rdflib
from rdflib.namespace import RDF, SH

from backspasm.errors import BackspasmError, FileError, ParseError
from backspasm.files import parse_file
from backspasm.validation import Report, to_graph, validate

VALID = Path(__file__).parent / "shapes" / "valid.ttl"
PREFIXES = """
@prefix bs: <https://w3id.org/backspasm/concept/> .
@prefix bsv: <https://w3id.org/backspasm/vocab/> .
@prefix ex: <https://example.org/> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
# A concept without a definition (violation), another one that nothing uses (warning).
DATA = """
bs:pain a bsv:Finding , skos:Concept ; skos:prefLabel "pain"@en ; skos:broader bs:feeling .
bs:feeling a bsv:Finding , skos:Concept ; skos:prefLabel "feeling"@en ; skos:definition "A feeling."@en .
"""
SHAPES = """
ex:Concept a sh:NodeShape ; sh:targetClass skos:Concept ; sh:property ex:definition , ex:used .
ex:definition a sh:PropertyShape ; sh:path skos:definition ; sh:minCount 1 ; sh:message "Define it."@en .
ex:used a sh:PropertyShape ; sh:path [ sh:inversePath skos:broader ] ; sh:minCount 1 ;
    sh:severity sh:Warning ; sh:message "Use it."@en .
ex:Idle a sh:NodeShape ; sh:targetClass bsv:Condtion ; sh:nodeKind sh:IRI .
"""


def _file(folder: Path, name: str, text: str) -> Path:
    file = folder / name
    file.write_text(PREFIXES + text, encoding="utf-8")
    return file


@pytest.fixture
def report(tmp_path: Path) -> Report:
    return validate([_file(tmp_path, "data.ttl", DATA)], [_file(tmp_path, "shapes.ttl", SHAPES)])


def test_findings_say_where_and_what(report: Report) -> None:
    bs, skos = "https://w3id.org/backspasm/concept/", "http://www.w3.org/2004/02/skos/core#"
    violation, warning = report.findings
    assert (violation.severity, warning.severity) == ("Violation", "Warning")
    assert (violation.shape, violation.focus) == ("https://example.org/definition", bs + "pain")
    assert violation.component == str(SH) + "MinCountConstraintComponent"
    assert (violation.path, violation.value) == (skos + "definition", "")
    assert violation.message == "Define it."
    assert (warning.path, warning.focus) == (f"^<{skos}broader>", bs + "pain")


def test_a_warning_alone_conforms(tmp_path: Path) -> None:
    data = _file(
        tmp_path,
        "data.ttl",
        DATA.replace("bs:feeling .", 'bs:feeling ; skos:definition "It."@en .'),
    )
    report = validate([data], [_file(tmp_path, "shapes.ttl", SHAPES)])
    assert [finding.severity for finding in report.findings] == ["Warning"]
    assert report.conforms
    assert "sh:conforms false" in report.graph_turtle()


def test_violations_do_not_conform(report: Report) -> None:
    assert not report.conforms


def test_idle_targets_are_named(report: Report) -> None:
    assert report.idle_targets == ["<https://example.org/Idle> sh:targetClass bsv:Condtion"]


@pytest.mark.parametrize(
    ("target", "idle"),
    [
        ("sh:targetClass bsv:Condition", False),  # by the kind below it
        ("sh:targetClass bsv:Injury", True),
        ("sh:targetNode bs:pain", False),
        ("sh:targetNode bs:pian", True),
        ("sh:targetSubjectsOf skos:broader", False),
        ("sh:targetSubjectsOf skos:broder", True),
        ("sh:targetObjectsOf skos:broader", False),
        ("sh:targetObjectsOf skos:narrower", True),
    ],
)
def test_every_kind_of_target_can_be_idle(tmp_path: Path, target: str, idle: bool) -> None:  # noqa: FBT001
    shapes = _file(tmp_path, "shapes.ttl", f"ex:S a sh:NodeShape ; {target} ; sh:nodeKind sh:IRI .")
    report = validate([_file(tmp_path, "data.ttl", DATA)], [shapes])
    assert bool(report.idle_targets) is idle


def test_class_that_is_its_own_shape_is_a_target(tmp_path: Path) -> None:
    shapes = "bsv:Injury a sh:NodeShape , <http://www.w3.org/2000/01/rdf-schema#Class> ; sh:nodeKind sh:IRI ."
    report = validate([_file(tmp_path, "d.ttl", DATA)], [_file(tmp_path, "s.ttl", shapes)])
    assert report.idle_targets == ["bsv:Injury sh:targetClass bsv:Injury"]


def test_rendered_report_groups_by_remedy(report: Report) -> None:
    assert report.render().splitlines() == [
        "Violation (1): Define it.",
        "  bs:pain skos:definition",
        "Warning (1): Use it.",
        "  bs:pain ^skos:broader",
        "Idle target: <https://example.org/Idle> sh:targetClass bsv:Condtion",
        "Does not conform (violations: 1, warnings: 1, infos: 0, idle targets: 1)",
    ]


def test_json_holds_the_whole_report(report: Report) -> None:
    content = json.loads(report.to_json())
    assert content["conforms"] is False
    assert [finding["message"] for finding in content["findings"]] == ["Define it.", "Use it."]
    assert content["idleTargets"] == report.idle_targets


def test_graph_is_a_w3c_validation_report(report: Report) -> None:
    graph = rdflib.Graph().parse(data=report.graph_turtle(), format="turtle")
    (node,) = graph.subjects(RDF.type, SH.ValidationReport)
    assert graph.value(node, SH.conforms) == rdflib.Literal(False)
    results = list(graph.objects(node, SH.result))
    assert len(results) == len(report.findings)
    assert {str(graph.value(one, SH.resultMessage)) for one in results} == {"Define it.", "Use it."}


PROGRAM = """
import sys
from pathlib import Path
from backspasm.validation import validate
data, shapes = map(Path, sys.argv[1:])
report = validate([data], [shapes])
print(report.render(), report.to_json(), report.graph_turtle())
"""


def test_report_is_the_same_for_every_hash_seed(tmp_path: Path) -> None:
    more = "".join(
        f'bs:c{n} a bsv:Finding , skos:Concept ; skos:prefLabel "c{n}"@en . [] a bsv:Finding , skos:Concept .\n'
        for n in range(5)
    )
    data, shapes = _file(tmp_path, "d.ttl", DATA + more), _file(tmp_path, "s.ttl", SHAPES)
    outputs = {
        subprocess.run(
            [sys.executable, "-c", PROGRAM, data, shapes],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(outputs) == 1


def test_literals_are_checked_as_they_are_written(tmp_path: Path) -> None:
    data = _file(
        tmp_path,
        "d.ttl",
        'ex:a ex:n "07"^^xsd:integer , "seven"^^xsd:integer , "5"^^xsd:positiveInteger .',
    )
    shapes = _file(
        tmp_path,
        "s.ttl",
        "ex:S a sh:NodeShape ; sh:targetSubjectsOf ex:n ; sh:property ex:p . "
        "ex:p a sh:PropertyShape ; sh:path ex:n ; sh:datatype xsd:integer .",
    )
    integer = "http://www.w3.org/2001/XMLSchema#"
    assert {finding.value for finding in validate([data], [shapes]).findings} == {
        f'"5"^^<{integer}positiveInteger>',
        f'"seven"^^<{integer}integer>',
    }
    graph = to_graph(parse_file(str(data)))
    assert '"07"^^xsd:integer' in graph.serialize(format="turtle") or any(
        str(value) == "07" for value in graph.objects()
    )


@pytest.mark.parametrize("setting", [True, False])
def test_setting_of_rdflib_is_put_back(tmp_path: Path, setting: bool) -> None:  # noqa: FBT001
    before, rdflib.NORMALIZE_LITERALS = rdflib.NORMALIZE_LITERALS, setting
    try:
        validate([_file(tmp_path, "d.ttl", DATA)], [_file(tmp_path, "s.ttl", SHAPES)])
        assert rdflib.NORMALIZE_LITERALS is setting
    finally:
        rdflib.NORMALIZE_LITERALS = before


BROKEN = {
    "property shape without a path": "ex:S a sh:PropertyShape ; sh:targetClass skos:Concept ; sh:minCount 1 .",
    "path that is a literal": 'ex:S sh:targetClass skos:Concept ; sh:property [ sh:path "p" ; sh:minCount 1 ] .',
    "count that is no number": "ex:S sh:targetClass skos:Concept ; sh:property [ sh:path ex:p ; sh:minCount ex:one ] .",
    "list that is none": "ex:S sh:targetClass skos:Concept ; sh:or ex:none .",
    "query that is none": (
        "ex:S a sh:NodeShape ; sh:targetClass skos:Concept ; "
        'sh:sparql [ a sh:SPARQLConstraint ; sh:select "SELEKT $this WHERE { }" ] .'
    ),
    "pattern that is none": 'ex:S sh:targetClass skos:Concept ; sh:pattern "(" .',
}


@pytest.mark.parametrize("shapes", BROKEN.values(), ids=BROKEN.keys())
def test_broken_shapes_name_their_file(tmp_path: Path, shapes: str) -> None:
    good, bad = _file(tmp_path, "a.ttl", SHAPES), _file(tmp_path, "b.ttl", shapes)
    with pytest.raises(BackspasmError) as caught:
        validate([_file(tmp_path, "d.ttl", DATA)], [good, bad])
    assert caught.value.place == str(bad)
    assert caught.value.problem.startswith("not valid SHACL: ")
    assert caught.value.remedy


def test_shapes_without_a_target_are_refused(tmp_path: Path) -> None:
    data = _file(tmp_path, "d.ttl", DATA)
    with pytest.raises(BackspasmError, match="no shape has a target"):
        validate([data], [data])


def test_broken_turtle_names_file_and_line(tmp_path: Path) -> None:
    data = _file(tmp_path, "d.ttl", "bs:pain a .")
    line = len(PREFIXES.splitlines()) + 1
    with pytest.raises(ParseError) as caught:
        validate([data])
    assert caught.value.place.startswith(f"{data}:{line}")
    with pytest.raises(ParseError):
        validate([VALID], [data])


def test_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileError) as caught:
        validate([tmp_path / "missing.ttl"])
    assert caught.value.place == str(tmp_path / "missing.ttl")
