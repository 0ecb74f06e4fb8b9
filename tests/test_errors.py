from __future__ import annotations

import pytest

from backspasm import errors
from backspasm.errors import BackspasmError, did_you_mean


def test_one_line_of_place_problem_and_remedy() -> None:
    error = BackspasmError("is not\nTurtle", place="a.ttl:3:1", remedy="mend  it")
    assert str(error) == "a.ttl:3:1: is not Turtle; mend it"


def test_place_and_remedy_may_be_missing() -> None:
    assert str(BackspasmError("no way")) == "no way"


@pytest.mark.parametrize("name", sorted(set(errors.__all__) - {"BackspasmError", "did_you_mean"}))
def test_all_errors_share_a_root(name: str) -> None:
    assert issubclass(getattr(errors, name), BackspasmError)


def test_nearest_names_in_any_case() -> None:
    assert did_you_mean("FORMAT", ["format", "output"]) == "did you mean format?"


def test_nothing_near() -> None:
    assert did_you_mean("xyzzy", ["format"], otherwise="see --help") == "see --help"
