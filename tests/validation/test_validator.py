"""From files to a report: what is in it, and how it ends."""

from __future__ import annotations

import gc
import json
import subprocess
import sys
from pathlib import Path

import pytest
import rdflib

from backspasm.errors import FileError, UseError
from backspasm.validation import Finding, Report, Settings, validate
from backspasm.validation.formats import writer
from backspasm.validation.material import Source
from backspasm.validation.naming import term
from conftest import SMALL
from repositories import commit, edit

VALID = Path(__file__).parents[1] / "shapes" / "valid.ttl"
PREFIXES = """\
@prefix bs: <https://w3id.org/backspasm/concept/> .
@prefix bsv: <https://w3id.org/backspasm/vocab/> .
@prefix ex: <https://example.org/> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
# A concept without a definition (violation), another one that nothing uses (warning).
DATA = """\
bs:pain a bsv:Finding , skos:Concept ; skos:prefLabel "pain"@en ; skos:broader bs:feeling .
bs:feeling a bsv:Finding , skos:Concept ; skos:prefLabel "feeling"@en ; skos:definition "A feeling."@en .
"""
SHAPES = """\
ex:Concept a sh:NodeShape ; sh:targetClass skos:Concept ; sh:property ex:definition , ex:used .
ex:definition a sh:PropertyShape ; sh:path skos:definition ; sh:minCount 1 ; sh:message "Define it."@en .
ex:used a sh:PropertyShape ; sh:path [ sh:inversePath skos:broader ] ; sh:minCount 1 ;
    sh:severity sh:Warning ; sh:message "Use it."@en .
"""
ENGINES = ("pyshacl", "shifty")


def _file(folder: Path, name: str, text: str) -> Path:
    file = folder / name
    file.write_text(PREFIXES + text, encoding="utf-8")
    return file


def _report(folder: Path, data: str = DATA, shapes: str = SHAPES, **settings: str) -> Report:
    paths = [_file(folder, "data.ttl", data)]
    chosen = Settings(**settings)  # type: ignore[arg-type]  # each is a text here
    return validate(paths, [_file(folder, "shapes.ttl", shapes)], chosen).report


@pytest.mark.parametrize("engine", ENGINES)
def test_findings_say_where_and_what(tmp_path: Path, engine: str) -> None:
    report = _report(tmp_path, engine=engine)
    skos = "http://www.w3.org/2004/02/skos/core#"
    violation, warning = report.findings
    assert (violation.severity, warning.severity) == ("violation", "warning")
    assert violation.rule == "<https://example.org/definition>/minCount"
    assert violation.focus == "https://w3id.org/backspasm/concept/pain"
    assert (violation.path, violation.value) == (skos + "definition", "")
    assert (violation.message, violation.remedy) == ("has no skos:definition", "Define it.")
    assert str(violation.place).endswith("data.ttl:7:1")
    assert violation.excerpt[0].startswith("bs:pain a")
    assert (warning.path, warning.remedy) == (f"^<{skos}broader>", "Use it.")
    assert (report.status, report.conforms, report.triples) == (1, False, 8)


def test_the_threshold_decides(tmp_path: Path) -> None:
    data = DATA.replace("bs:feeling .", 'bs:feeling ; skos:definition "It."@en .')
    assert _report(tmp_path, data).status == 0
    assert _report(tmp_path, data, fail_on="warning").status == 1


@pytest.mark.parametrize(
    ("target", "idle"),
    [
        ("sh:targetClass bsv:Finding", False),
        ("sh:targetClass bsv:Injury", True),
        ("sh:targetNode bs:pain", False),
        ("sh:targetNode bs:pian", True),
        ("sh:targetSubjectsOf skos:broader", False),
        ("sh:targetSubjectsOf skos:broder", True),
        ("sh:targetObjectsOf skos:broader", False),
        ("sh:targetObjectsOf skos:narrower", True),
    ],
)
def test_idle_targets_stand_in_the_shapes(tmp_path: Path, target: str, idle: bool) -> None:  # noqa: FBT001
    report = _report(tmp_path, DATA, SHAPES + f"ex:S {target} ; sh:nodeKind sh:IRI .")
    found = [finding for finding in report.findings if finding.rule == "idle-target"]
    assert len(found) == idle
    assert all(str(one.place).startswith(f"{tmp_path}/shapes.ttl:11:") for one in found)


def test_blank_nodes_are_called_what_their_file_calls_them(tmp_path: Path) -> None:
    """The names that validation gives could be those of other nodes."""
    data = "_:b1 a skos:Concept . _:b0 a bsv:B ; skos:broader [ a skos:Concept ] ."
    files = [_file(tmp_path, name, data) for name in ("a.ttl", "b.ttl")]
    shapes = SHAPES + "ex:definition sh:nodeKind sh:IRI . [] sh:targetClass bsv:B ; sh:not [] ."
    report = validate(files, [_file(tmp_path, "shapes.ttl", shapes)]).report
    shown = {
        (one.place.file.rpartition("/")[2], one.place.column, term(one.focus))
        for one in report.findings
        if one.place and one.rule.endswith(("definition>/minCount", "/not"))
    }
    first = [(1, "_:b1"), (23, "_:b0"), (51, "[…]")]
    assert shown == {(name, *one) for name in ("a.ttl", "b.ttl") for one in first}
    told = {one["focus"] for one in json.loads(writer("json")(report))["findings"]}
    assert told >= {"_:b1", "_:b1--2", "_:b0", "_:b0--2", "_:1--0", "_:2--0"}
    assert "[…]/not" in {one.rule for one in report.findings}


def test_unfit_shapes_do_not_hide_the_rest(tmp_path: Path) -> None:
    report = _report(
        tmp_path, 'ex:a skos:prefLabel "x"@en ; ex:n "seven"^^xsd:integer .', "ex:S a ."
    )
    assert report.status == 2
    assert [one.rule for one in report.unchecked] == ["syntax"]
    assert [one.rule for one in report.findings] == ["ill-typed-literal"]


def test_broken_files_do_not_hide_the_others(tmp_path: Path) -> None:
    _file(tmp_path, "a.ttl", "bs:pain a .")
    _file(tmp_path, "b.ttl", DATA)
    shapes = _file(tmp_path, "shapes.shacl.ttl", SHAPES)
    missing = tmp_path / "none.ttl"
    report = validate([tmp_path / "a.ttl", tmp_path / "b.ttl", missing], [shapes]).report
    assert report.status == 2
    places = [str(one.place) for one in report.unchecked]
    assert places == [f"{tmp_path}/a.ttl:7:11", str(missing)]
    assert {one.rule for one in report.findings} == {
        "<https://example.org/definition>/minCount",
        "<https://example.org/used>/minCount",
    }


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


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("shapes", BROKEN.values(), ids=BROKEN.keys())
def test_broken_shapes_are_not_taken_for_findings(tmp_path: Path, shapes: str, engine: str) -> None:
    report = _report(tmp_path, DATA, shapes, engine=engine)
    assert report.status == 2
    unread = (BROKEN["query that is none"], BROKEN["pattern that is none"])
    refused = engine == "shifty" and shapes in unread
    rules = {"not-evaluated"} if refused else {"not-shacl"}
    assert {one.rule for one in report.unchecked} == rules
    assert all(one.message for one in report.unchecked)
    assert any(one.place and one.place.file.endswith("shapes.ttl") for one in report.unchecked)


def test_shapes_without_a_target_check_nothing(tmp_path: Path) -> None:
    report = _report(tmp_path, DATA, DATA)
    assert report.status == 2
    assert [one.message for one in report.unchecked] == ["no shape has a target"]


def test_valid_data_conforms() -> None:
    findings = validate([VALID]).report.findings
    assert {finding.rule for finding in findings} <= {"duplicate-claim", "causal-cycle"}


def test_literals_are_checked_as_they_are_written(tmp_path: Path) -> None:
    report = _report(
        tmp_path,
        'ex:a ex:n "07"^^xsd:integer , "seven"^^xsd:integer , "5"^^xsd:positiveInteger .',
        "ex:S a sh:NodeShape ; sh:targetSubjectsOf ex:n ; sh:property ex:p . "
        "ex:p a sh:PropertyShape ; sh:path ex:n ; sh:datatype xsd:integer .",
    )
    integer = "http://www.w3.org/2001/XMLSchema#"
    by_shape = {one.value for one in report.findings if one.shape}
    assert by_shape == {f'"5"^^<{integer}positiveInteger>', f'"seven"^^<{integer}integer>'}


@pytest.mark.parametrize("setting", [True, False])
def test_setting_of_rdflib_is_put_back(tmp_path: Path, setting: bool) -> None:  # noqa: FBT001
    before, rdflib.NORMALIZE_LITERALS = rdflib.NORMALIZE_LITERALS, setting
    try:
        assert _report(tmp_path).findings
        assert rdflib.NORMALIZE_LITERALS is setting
    finally:
        rdflib.NORMALIZE_LITERALS = before


def test_a_baseline_leaves_new_findings(tmp_path: Path) -> None:
    before = _report(tmp_path)
    (tmp_path / "known.json").write_text(writer("json")(before))
    data = DATA.replace("bs:pain", "bs:ache") + DATA
    after = _report(tmp_path, data, baseline=str(tmp_path / "known.json"))
    assert after.known == len(before.findings) == 2
    assert {one.focus.rpartition("/")[2] for one in after.findings} == {"ache"}
    assert _report(tmp_path, baseline=str(tmp_path / "known.json")).status == 0


def test_context_is_read_and_not_told_of(tmp_path: Path) -> None:
    feeling = DATA.splitlines()[1]
    (tmp_path / "more").mkdir()
    _file(tmp_path / "more", "context.ttl", DATA.splitlines()[0])
    report = _report(tmp_path, feeling, context=[str(tmp_path / "more")])  # type: ignore[arg-type]
    assert (report.findings, report.elsewhere, report.status) == ((), 2, 0)


def test_only_what_changed_is_told(repository: Path) -> None:
    for name in ("claims.ttl", "concepts.ttl"):
        (repository / "data" / name).write_text((SMALL / name).read_text() + "bs:x a bsv:Claim .\n")
        if name == "claims.ttl":
            commit(repository)
    report = validate(["data"], settings=Settings(changed_since="HEAD")).report
    assert report.files == ("data/concepts.ttl",)
    assert {one.place.file for one in report.findings if one.place} == {"data/concepts.ttl"}
    assert report.elsewhere
    commit(repository)
    report = validate(["data"], settings=Settings(changed_since="HEAD")).report
    assert (report.files, report.findings, report.status) == ((), (), 0)
    edit(repository / "data" / "claims.ttl", "bsv:Denied", "bsv:Deined")
    report = validate(["data"], settings=Settings(changed_since="v0.1.0")).report
    assert report.status == 1


def test_a_mistake_that_shows_in_the_context_is_told(tmp_path: Path) -> None:
    """The node of the finding is a term of the vocabulary; what is wrong is in the data."""
    data = "bs:bone bsv:causes bs:back .\n"
    report = validate([_file(tmp_path, "a.ttl", data)], (), Settings(with_shipped=True)).report
    assert "bsh:edge-licensed/sparql" in {one.rule for one in report.findings}


def test_the_report_of_the_w3c_and_the_exit_status_agree(tmp_path: Path) -> None:
    shapes = [_file(tmp_path, "shapes.ttl", SHAPES)]
    (tmp_path / "more").mkdir()
    context = _file(tmp_path / "more", "context.ttl", DATA.splitlines()[0])
    data = [_file(tmp_path, "data.ttl", 'ex:a skos:prefLabel "x"@en .')]
    done = validate(data, shapes, Settings(context=[context]))
    assert (done.results, done.report.status) == ((), 0)
    assert done.report.elsewhere == 2


def test_other_shapes_are_read_where_one_is_broken(tmp_path: Path) -> None:
    data = [_file(tmp_path, "data.ttl", DATA)]
    shapes = [_file(tmp_path, "a.ttl", SHAPES), _file(tmp_path, "b.ttl", "ex:S a .")]
    report = validate(data, shapes).report
    assert report.status == 2
    assert len(report.findings) == 2


def test_what_cannot_be_meant_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UseError, match="no such engine"):
        _report(tmp_path, engine="turtle")
    with pytest.raises(FileError):
        _report(tmp_path, baseline=str(tmp_path / "none.json"))
    (tmp_path / "known.json").write_text("{}")
    with pytest.raises(FileError):
        _report(tmp_path, baseline=str(tmp_path / "known.json"))


PROGRAM = """
import sys
from backspasm.validation import validate
from backspasm.validation.formats import FORMATS, writer
report = validate(*([path] for path in sys.argv[1:])).report
print(*(writer(name)(report) for name in FORMATS))
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


def test_nothing_heavy_is_loaded_where_all_is_well() -> None:
    code = (
        "import sys; from backspasm.cli import main; assert main(['validate']) == 0; "
        "print([m for m in ('rdflib', 'pyshacl', 'networkx', 'shifty') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert done.stdout.splitlines()[-1] == b"[]"


def test_json_holds_all(tmp_path: Path) -> None:
    report = _report(tmp_path)
    told = json.loads(writer("json")(report))
    assert [one["remedy"] for one in told["findings"]] == ["Define it.", "Use it."]
    assert isinstance(report.findings[0], Finding)


def test_nothing_of_the_data_is_held_for_ever(tmp_path: Path) -> None:
    """What holds itself is freed only by a search for cycles, which costs much after much data."""
    gc.collect()
    gc.disable()
    try:
        assert _report(tmp_path).findings
        held = [one.name for one in gc.get_objects() if isinstance(one, Source)]
    finally:
        gc.enable()
    assert not [name for name in held if Path(name).is_relative_to(tmp_path)]


@pytest.mark.parametrize(
    "shapes", ["_:a rdf:rest _:a .", "ex:a ex:b <<( ex:c ex:d ex:e )>> ."], ids=["circle", "1.2"]
)
def test_shapes_of_which_nothing_is_left_are_told(tmp_path: Path, shapes: str) -> None:
    rdf = "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .\n"
    report = _report(tmp_path, shapes=rdf + shapes)
    assert report.status == 2
    assert "no shape has a target" in [one.message for one in report.unchecked]
