"""The W3C SHACL test suite, through both engines and the report that is written of it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import rdflib

from backspasm.errors import ShapesError
from backspasm.validation.engines import run
from backspasm.validation.w3c import report_ntriples, report_turtle
from w3c_suite import Case, Outcome, cases, outcome

UNMET = {
    "sparql/pre-binding/shapesGraph-001": "pyshacl does not bind $shapesGraph",
}
"""What pyshacl gets otherwise than the suite says, with the reason."""

FOLDER = os.environ.get("BACKSPASM_SUITES", "")
CASES = list(cases(Path(FOLDER) / "shacl")) if FOLDER else []

pytestmark = pytest.mark.skipif(not CASES, reason="BACKSPASM_SUITES names no folder")


def told(case: Case, **options: object) -> Outcome:
    """What the report on a case says, read back; None where there is none."""
    try:
        results = run(case.data, case.shapes, **options)  # type: ignore[arg-type]
    except ShapesError:
        return None
    graphs = [
        rdflib.Graph().parse(data=write(results), format=name)
        for write, name in ((report_turtle, "turtle"), (report_ntriples, "nt"))
    ]
    assert outcome(graphs[0]) == outcome(graphs[1])
    return outcome(graphs[0])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
@pytest.mark.parametrize("screen", [True, False], ids=["screen", "plain"])
def test_pyshacl_says_what_the_suite_expects(case: Case, screen: bool) -> None:
    assert (told(case, screen=screen) == case.expected) == (case.name not in UNMET)


def test_the_suite_is_whole() -> None:
    assert len(CASES) == 121
    assert {case.name for case in CASES} >= set(UNMET)
