from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable

import pyoxigraph
import pytest

import backspasm
from backspasm import gaps
from backspasm.commands import gaps as command
from backspasm.errors import UnknownNameError
from backspasm.namespaces import shorten
from backspasm.questions import ask
from conftest import SMALL, Outcome

Run = Callable[..., Outcome]
Refused = Callable[..., str]

DATA = ("--data", SMALL)


def test_words_of_the_command() -> None:
    assert tuple(gaps.KINDS) == command.WORDS


@pytest.mark.parametrize("kind", gaps.KINDS.values(), ids=lambda kind: kind.name)
def test_each_kind_is_its_question(shipped: backspasm.Dataset, kind: gaps.Kind) -> None:
    answer = ask(shipped, kind.name)
    assert isinstance(answer, pyoxigraph.QuerySolutions)
    asked = {tuple(row[variable].value for variable in kind.things) for row in answer}
    found = gaps.find_gaps(shipped, [kind.name])
    assert {gap.things for gap in found} == asked
    assert len(found) == len(asked)
    assert all(gap.label and not gap.label.startswith("bs") for gap in found)


@pytest.mark.parametrize(
    ("kind", "thing", "label", "detail"),
    [
        ("untraceable", "bsc:garden-6", "Stooping strains discs.", "bsd:garden"),
        (
            "single-document-edges",
            "bs:stooping bs:disc-strain",
            "stooping → disc strain",
            "bsd:garden; bsc:garden-6",
        ),
        ("claims-outside-mechanisms", "bsc:garden-2", "Rain that is cold", "bsd:garden"),
        ("causes-without-mechanism", "bs:digging", "digging", "bsc:garden-1"),
        ("undefined-concepts", "bs:reading", "reading", "named by 0 passages; described by 0"),
        ("unmapped-concepts", "bs:reading", "reading", ""),
    ],
)
def test_small(small: backspasm.Dataset, kind: str, thing: str, label: str, detail: str) -> None:
    found = {" ".join(map(shorten, gap.things)): gap for gap in gaps.find_gaps(small, [kind])}
    assert found[thing].label.startswith(label)
    assert "; ".join(found[thing].details) == detail


def test_what_has_no_gap(small: backspasm.Dataset) -> None:
    found = gaps.find_gaps(small)
    things = {(gap.kind, shorten(gap.things[0])) for gap in found}
    for kind, thing in (
        ("claims-outside-mechanisms", "bsc:garden-6"),
        ("causes-without-mechanism", "bs:reading"),  # denied
        ("unmapped-concepts", "bs:back-muscle-spasm"),
        ("unnamed-studies", "bsc:garden-1"),
    ):
        assert (kind, thing) not in things


def test_several_rows_of_one_thing(shipped: backspasm.Dataset) -> None:
    found = gaps.find_gaps(shipped, ["causes-without-mechanism"])
    (gap,) = [gap for gap in found if shorten(gap.things[0]) == "bs:herniated-disc"]
    assert gap.details == (
        *("bsc:lower-back-spasm-causes-53", "bsc:seven-causes-124", "bsc:seven-causes-90"),
    )


def test_unknown_kind(small: backspasm.Dataset) -> None:
    with pytest.raises(UnknownNameError, match=r"untracable: no such kind.*mean untraceable"):
        gaps.find_gaps(small, ["untracable"])


def test_table(run: Run) -> None:
    outcome = run("gaps")
    assert (outcome.status, outcome.err) == (0, "")
    assert max(map(len, outcome.out.splitlines())) <= 80
    assert "… and 246 more: backspasm gaps --kind untraceable\n" in outcome.out
    whole = run("gaps", "--kind", "untraceable").out
    assert "more: backspasm" not in whole
    assert whole.count("\nbsc:") == 251


def test_formats_agree(run: Run) -> None:
    entries = json.loads(run("gaps", "--format", "json", *DATA).out)
    rows = list(csv.DictReader(io.StringIO(run("gaps", "--format", "csv", *DATA).out)))
    assert rows == [
        {
            key: "; ".join(value) if isinstance(value, list) else value
            for key, value in entry.items()
        }
        for entry in entries
    ]
    assert all(isinstance(entry["thing"], list) for entry in entries)
    assert list(entries[0]) == ["kind", "thing", "label", "detail"]
    markdown = run("gaps", "--format", "markdown", *DATA).out.splitlines()
    assert len([line for line in markdown if line.startswith("| bs")]) == len(entries)


def test_nothing_is_missing(run: Run) -> None:
    assert run("gaps", "--kind", "unnamed-studies", *DATA).out == (
        "kind             count  meaning\n"
        "---------------  -----  --------------------------------------------------------\n"
        "unnamed-studies  0      claims and findings that appeal to studies or observers\n"
        "                        without naming them\n"
    )


def test_refused(refused: Refused) -> None:
    assert "unknown word untracable; did you mean untraceable" in refused(
        "gaps", "--kind", "untracable", *DATA
    )
