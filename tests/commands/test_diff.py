from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from backspasm.versions.changes import STATUSES
from backspasm.versions.records import KINDS
from conftest import SMALL, TESTS, Outcome
from repositories import commit, edit

Run = Callable[..., Outcome]
Refused = Callable[..., str]

FORMATS = ("text", "markdown", "json", "rdfpatch")
CASES = TESTS / "data" / "diff"
BASIS = "    sh:path bsv:basis ;"
CLAIM = ("bsv:certainty bsv:Possible ;", "bsv:certainty bsv:Likely ;")


def case(name: str) -> tuple[Path, Path]:
    return CASES / name / "old.ttl", CASES / name / "new.ttl"


@pytest.mark.parametrize("form", FORMATS)
def test_status_tells_whether_they_differ(run: Run, form: str) -> None:
    assert run("diff", *case("same-blank-nodes"), "--format", form).status == 0
    outcome = run("diff", *case("claim"), "--format", form)
    assert (outcome.status, outcome.err) == (1, "")
    assert outcome.out.endswith("\n")


def test_no_difference_in_each_format(run: Run) -> None:
    outputs = [run("diff", SMALL, SMALL, "--format", form).out for form in FORMATS]
    assert "\nno difference\ndocuments were not compared: " in outputs[0]
    assert outputs[1].startswith("Nothing changed.\n\nDocuments were not compared: ")
    document = json.loads(outputs[2])
    assert (document["differs"], document["changes"], document["counts"]) == (False, [], {})
    assert document["documentsCompared"] is False
    assert outputs[3].endswith("TX .\nTC .\n")


def test_keys_of_json(run: Run) -> None:
    for name in sorted(path.name for path in CASES.iterdir()):
        old, new = (next((CASES / name).glob(f"{side}.*")) for side in ("old", "new"))
        document = json.loads(run("diff", old, new, "--format", "json").out)
        assert list(document) == [
            *("old", "new", "differs", "documentsCompared", "counts"),
            *("breaking", "notable", "changes", "derived"),
        ]
        for change in document["changes"]:
            assert list(change) == [
                *("id", "kind", "status", "label", "breaking", "reasons", "replacements", "fields")
            ]
            assert change["kind"] in KINDS
            assert change["status"] in STATUSES
            for field in change["fields"]:
                assert list(field) == [
                    *("property", "step", "graph", "single", "ordered", "old", "new")
                ]
                for value in (*field["old"], *field["new"]):
                    assert set(value) in (
                        *({"id"}, {"value"}, {"value", "language"}, {"value", "datatype"}),
                        *({"node"}, {"triple"}, {"value", "language", "direction"}),
                    )


def test_output_goes_to_a_file(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "notes.md"
    outcome = run("diff", *case("claim"), "--format", "markdown", "--output", path)
    assert outcome == (1, "", "")
    assert path.read_text() == run("diff", *case("claim"), "--format", "markdown").out


def test_revisions_from_the_command_line(run: Run, repository: Path) -> None:
    edit(repository / "data" / "claims.ttl", *CLAIM)
    commit(repository)
    outcome = run("diff", "v0.1.0", "HEAD")
    assert outcome.status == 1
    assert outcome.out.startswith("v0.1.0 → HEAD\nrecords that differ: ")
    assert "    bsv:certainty: Possible → Likely\n" in outcome.out
    assert run("diff", "v0.1.0", "HEAD", "--check-version").err == (
        "backspasm: HEAD: version 0.1.0 after 0.1.0: there are changes, and it is no higher; "
        "the version must be above 0.1.0\n"
    )


def test_new_is_the_shipped_data(run: Run) -> None:
    assert run("diff", TESTS.parent).out == (
        f"{TESTS.parent} → the shipped dataset\nno difference\nversion 0.1.0 → 0.1.0\n"
    )


def test_schemas_of_documents_count_for_the_version(run: Run, repository: Path) -> None:
    """A key that documents need no longer have breaks apps, though no record differs."""
    edit(
        repository / "shapes" / "claims.ttl", "    sh:path bsv:basis ;\n    sh:minCount 1 ;", BASIS
    )
    outcome = run("diff", "HEAD", ".")
    assert outcome.status == 1
    assert "  schema claim: need no longer have basis\n" in outcome.out
    edit(repository / "ontology" / "backspasm.ttl", 'versionInfo "0.1.0"', 'versionInfo "0.1.1"')
    outcome = run("diff", "v0.1.0", ".", "--check-version")
    assert outcome.status == 1
    assert outcome.err == (
        "backspasm: .: version 0.1.1 after 0.1.0: 5 breaking changes, the first: claim: need no "
        "longer have basis; the version must be at least 0.2.0\n"
    )


def test_derived(run: Run, repository: Path) -> None:
    for rule in (repository / "ontology" / "rules").glob("2*.rq"):
        rule.unlink()
    assert run("diff", "HEAD", ".").status == 0
    outcome = run("diff", "HEAD", ".", "--derived")
    assert outcome.status == 1
    assert "derived triples: 0 came, " in outcome.out
    patch = run("diff", "HEAD", ".", "--derived", "--format", "rdfpatch").out
    lines = [line for line in patch.splitlines() if line[:2] in ("A ", "D ")]
    assert lines
    assert all("<https://w3id.org/backspasm/graph/derived> ." in line for line in lines)
    derived = json.loads(run("diff", "HEAD", ".", "--derived", "--format", "json").out)["derived"]
    assert derived["went"] == len(lines)


@pytest.mark.parametrize("form", FORMATS)
def test_broken_input_is_status_2(refused: Refused, tmp_path: Path, form: str) -> None:
    broken = tmp_path / "broken.ttl"
    broken.write_text("@prefix a: <urn:a> .\na:b a:c .\n")
    assert f"{broken}:2:" in refused("diff", SMALL, broken, "--format", form)
    assert f"{broken}:2:" in refused("diff", broken, SMALL, "--format", form, "--check-version")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "missing argument"),
        (["no-such-thing", SMALL], "no-such-thing: no such file or folder, and "),
        ([SMALL, SMALL, SMALL], "extra argument"),
        ([SMALL, "--format", "jsn"], "--format: unknown word jsn; did you mean json"),
        (["--", "-x", SMALL], "-x: no such file or folder, and "),
    ],
)
def test_refused(refused: Refused, arguments: list[object], message: str) -> None:
    assert message in refused("diff", *arguments)


@pytest.mark.parametrize("form", FORMATS)
def test_same_bytes_everywhere(form: str, tmp_path: Path) -> None:
    outputs = set()
    for seed, locale, zone in (("1", "C", "UTC"), ("2", "C.UTF-8", "Asia/Tokyo")):
        done = subprocess.run(
            [sys.executable, "-m", "backspasm", "diff", *case("blank-nodes"), "--format", form],
            env={
                **os.environ,
                "PYTHONHASHSEED": seed,
                "LC_ALL": locale,
                "TZ": zone,
                "COLUMNS": "80",
            },
            cwd=tmp_path if seed == "1" else "/",
            capture_output=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (1, b"")
        outputs.add(done.stdout)
    assert len(outputs) == 1
