"""The W3C SHACL test suite, through both engines and the report that is written of it."""

from __future__ import annotations

import logging
import os
import warnings
from pathlib import Path

import pytest
import rdflib

from backspasm.errors import ShapesError
from backspasm.validation.engines import run
from backspasm.validation.w3c import report_ntriples, report_turtle
from w3c_suite import Case, Outcome, cases, outcome

UNMET = {"sparql/pre-binding/shapesGraph-001": "pyshacl does not bind $shapesGraph"}
"""What pyshacl gets otherwise than the suite says, with the reason."""

REFUSED = {
    "core/node/maxExclusive-001",
    "core/node/maxInclusive-001",
    "core/node/minExclusive-001",
    "core/node/minInclusive-001",
    "core/node/minInclusive-002",
    "core/node/minInclusive-003",
    "core/node/qualified-001",
    "core/property/uniqueLang-002",
    "sparql/component/nodeValidator-001",
    "sparql/component/optional-001",
    "sparql/component/propertyValidator-select-001",
    "sparql/component/validator-001",
    "sparql/node/sparql-002",
    "sparql/node/sparql-003",
    *(f"sparql/pre-binding/pre-binding-00{number}" for number in range(2, 8)),
    "sparql/pre-binding/shapesGraph-001",
    *(f"sparql/pre-binding/unsupported-sparql-00{number}" for number in range(1, 7)),
}
"""What shifty is not put to, see `refusals.unsupported`."""

FOLDER = os.environ.get("BACKSPASM_SUITES", "")


def _cases() -> list[Case]:
    logging.getLogger("rdflib.term").disabled = True  # the suite has ill-typed literals
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return list(cases(Path(FOLDER) / "shacl")) if FOLDER else []


CASES = _cases()

pytestmark = [
    pytest.mark.skipif(not CASES, reason="BACKSPASM_SUITES names no folder"),
    pytest.mark.filterwarnings("ignore:Parsing weird boolean"),
]


def told(case: Case, engine: str = "pyshacl", *, screen: bool = True) -> Outcome:
    """What the report on a case says, read back; None where there is none."""
    try:
        results = run(case.data, case.shapes, engine, screen=screen)
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
def test_pyshacl_says_what_the_suite_expects(case: Case, screen: bool) -> None:  # noqa: FBT001
    assert (told(case, screen=screen) == case.expected) == (case.name not in UNMET)


def _refused(case: Case) -> bool:
    try:
        run(case.data, case.shapes, "shifty", screen=False)
    except ShapesError as error:
        return "use --engine pyshacl" in str(error)
    return False


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_shifty_says_the_same_or_is_refused(case: Case) -> None:
    assert _refused(case) == (case.name in REFUSED)
    if case.name not in REFUSED:
        for screen in (True, False):
            assert told(case, "shifty", screen=screen) == case.expected


def test_the_suite_is_whole() -> None:
    assert len(CASES) == 121
    assert {case.name for case in CASES} >= {*UNMET, *REFUSED}
