from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable

import pyoxigraph
import pytest

import backspasm
from backspasm import comparison
from backspasm.commands import compare as command
from backspasm.errors import ComparisonError
from backspasm.graph import AUTHORED
from backspasm.namespaces import BS, BSC, BSD, BSV, shorten
from backspasm.questions import ask
from conftest import SMALL, TESTS, Outcome

Run = Callable[..., Outcome]
Refused = Callable[..., str]

SHED = TESTS / "data" / "shed.ttl"
GARDEN = BSD + "garden"
BOTH = (GARDEN, BSD + "shed")
SHIPPED = (BSD + "lower-back-spasm-causes", BSD + "seven-causes")


@pytest.fixture
def two() -> backspasm.Dataset:
    return backspasm.load(SMALL, SHED)


@pytest.fixture(scope="module")
def compared(shipped: backspasm.Dataset) -> comparison.Comparison:
    return comparison.compare(shipped)


def rows(result: comparison.Comparison) -> set[tuple[str, ...]]:
    """Category, subject, object, polarity, and the claims of counterparts."""
    return {
        (
            t.category,
            *map(shorten, (t.subject, t.object)),
            t.polarity,
            *map(shorten, t.counterparts),
        )
        for t in result.things
    }


def test_categories(two: backspasm.Dataset) -> None:
    assert rows(comparison.compare(two, BOTH)) == {
        ("same", "bs:digging", "bs:back-muscle-spasm", "Affirmed"),
        ("differs", "bs:stooping", "bs:disc-strain", "Affirmed"),
        ("contradicts", "bs:reading", "bs:back-muscle-spasm", "Affirmed", "bsc:garden-5"),
        ("contradicts", "bs:reading", "bs:back-muscle-spasm", "Denied", "bsc:shed-3"),
        ("near", "bs:deep-digging", "bs:back-muscle-spasm", "Affirmed", "bsc:garden-1"),
        ("near", "bs:cold-rain", "bs:stiff-muscles", "Affirmed", "bsc:garden-2"),
        ("near", "bs:cold-rain", "bs:stiff-muscles", "Affirmed", "bsc:shed-5"),
        ("alone", "bs:warm-room", "bs:stiff-muscles", "Affirmed"),
        ("alone", "bs:warm-room", "bs:back-muscle-spasm", "Affirmed"),
        ("alone", "bs:disc-strain", "bs:back-muscle-spasm", "Affirmed"),
        ("alone", "bs:digging", "bs:stiff-muscles", "Affirmed"),
    }


def test_how_a_document_says_it(two: backspasm.Dataset) -> None:
    result = comparison.compare(two, BOTH)
    assert result.counts == {"same": 1, "differs": 1, "contradicts": 2, "near": 3, "alone": 4}
    assert [thing.category for thing in result.things] == [
        name for name, count in result.counts.items() for _ in range(count)
    ]
    (same,) = result.only(["same"]).things
    assert same.relation == BSV + "mayCause"
    assert [said.firmest_hedge for said in same.said] == [("can",), ("may",)]
    assert [said.claims for said in same.said] == [(BSC + "garden-1",), (BSC + "shed-1",)]
    (differs,) = result.only(["differs"]).things
    assert (differs.firmest, differs.weakest) == ("Stated", "Possible")
    limited = [thing for thing in result.things if thing.said[0].limits]
    assert [thing.said[0].limits for thing in limited] == [(BS + "reading",)]


def test_the_order_of_the_documents_is_kept(two: backspasm.Dataset) -> None:
    result = comparison.compare(two, reversed(BOTH))
    assert result.documents == BOTH[::-1]
    assert [said.document for said in result.things[0].said] == list(BOTH[::-1])


def test_three_documents(two: backspasm.Dataset) -> None:
    text = SHED.read_text().replace("shed", "barn").replace("bs:digging ;", "bs:deep-digging ;")
    two.store.load(text.encode(), pyoxigraph.RdfFormat.TURTLE, to_graph=AUTHORED)
    backspasm.derivation.derive(two.store)
    result = comparison.compare(two)
    assert len(result.documents) == 3
    (differs,) = result.only(["differs"]).things
    assert [said.firmest for said in differs.said] == ["Possible", "Stated", "Possible"]
    same = {thing.subject: thing.said for thing in result.only(["same"]).things}
    assert [said.document for said in same[BS + "digging"]] == list(BOTH)
    (barn, shed) = same[BS + "deep-digging"]
    assert (barn.firmest, barn.weakest, shed.weakest) == ("Stated", "Possible", "Stated")


def test_about(two: backspasm.Dataset) -> None:
    whole = rows(comparison.compare(two, BOTH))
    about = rows(comparison.compare(two, BOTH, BS + "digging"))
    assert about == {row for row in whole if row[1] in ("bs:digging", "bs:deep-digging")}


def test_a_denial_within_another_scope_contradicts_nothing(two: backspasm.Dataset) -> None:
    scope = pyoxigraph.NamedNode(BSV + "scope")
    for claim, within in (("garden-5", "digging"), ("shed-3", "stooping")):
        nodes = (pyoxigraph.NamedNode(BSC + claim), scope, pyoxigraph.NamedNode(BS + within))
        two.store.add(pyoxigraph.Quad(*nodes, AUTHORED))
    assert comparison.compare(two, BOTH).counts["contradicts"] == 0


def test_claims_that_curators_set_against_each_other(two: backspasm.Dataset) -> None:
    one, other = (pyoxigraph.NamedNode(BSC + name) for name in ("garden-4", "shed-6"))
    two.store.add(pyoxigraph.Quad(one, pyoxigraph.NamedNode(BSV + "contradicts"), other, AUTHORED))
    assert {row[1:] for row in rows(comparison.compare(two, BOTH)) if row[0] == "contradicts"} >= {
        ("bs:warm-room", "bs:back-muscle-spasm", "Affirmed", "bsc:shed-6"),
        ("bs:digging", "bs:stiff-muscles", "Affirmed", "bsc:garden-4"),
    }


@pytest.mark.parametrize(
    ("names", "message"),
    [
        ([GARDEN], "bsd:garden: nothing to compare it with; name another: bsd:shed"),
        ([GARDEN, GARDEN], "bsd:garden: named twice; compare it with another document"),
        ([GARDEN, BSD + "shad"], "bsd:shad: no document; did you mean"),
    ],
)
def test_refused(two: backspasm.Dataset, names: list[str], message: str) -> None:
    with pytest.raises(ComparisonError, match=message):
        comparison.compare(two, names)


# What the competency questions say of the shipped data.


def answers(graph: backspasm.Dataset, name: str, first: str, second: str) -> list[dict[str, str]]:
    solutions = ask(graph, name, {"document": first, "other": second})
    assert isinstance(solutions, pyoxigraph.QuerySolutions)
    names = [variable.value for variable in solutions.variables]
    return [{name: row[name].value for name in names} for row in solutions]


def key(row: dict[str, str] | comparison.Thing) -> tuple[str, ...]:
    if isinstance(row, comparison.Thing):
        return row.subject, row.relation, row.object, row.polarity
    polarity = row["polarity"].removeprefix(BSV)
    return row["subject"], row["relation"], row["object"], polarity


def test_shared_claims(shipped: backspasm.Dataset, compared: comparison.Comparison) -> None:
    shared = answers(shipped, "shared-claims", *SHIPPED)
    things = {key(thing): thing for thing in compared.things if len(thing.said) == 2}
    assert {key(row) for row in shared} == set(things)
    for row in shared:
        firmest = [said.firmest for said in things[key(row)].said]
        assert firmest == [row[name].removeprefix(BSV) for name in ("certainty", "otherCertainty")]
        assert (things[key(row)].category == "same") == (firmest[0] == firmest[1])


@pytest.mark.parametrize("pair", [SHIPPED, SHIPPED[::-1]], ids=["first", "second"])
def test_said_alone(
    shipped: backspasm.Dataset, compared: comparison.Comparison, pair: tuple[str, str]
) -> None:
    alone = answers(shipped, "said-alone", *pair)
    things = [t for t in compared.things if [said.document for said in t.said] == [pair[0]]]
    assert {key(row) for row in alone} == set(map(key, things))
    assert {row["claim"] for row in alone} == {c for t in things for c in t.said[0].claims}


@pytest.mark.parametrize("pair", [SHIPPED, SHIPPED[::-1]], ids=["first", "second"])
def test_near_claims(
    shipped: backspasm.Dataset, compared: comparison.Comparison, pair: tuple[str, str]
) -> None:
    near: dict[str, set[str]] = {}
    for row in answers(shipped, "near-claims", *pair):
        near.setdefault(row["claim"], set()).add(row["otherClaim"])
    things = [t for t in compared.things if [said.document for said in t.said] == [pair[0]]]
    found = {c: set(t.counterparts) for t in things for c in t.said[0].claims if t.counterparts}
    assert {claim: set(others) for claim, others in near.items()} == found


def test_contradictions(shipped: backspasm.Dataset, compared: comparison.Comparison) -> None:
    between = [
        row
        for row in ask(shipped, "contradictions")  # type: ignore[union-attr]
        if row["document"] != row["otherDocument"]
    ]
    assert (compared.counts["contradicts"] > 0) == bool(between)


def test_edge_support(shipped: backspasm.Dataset, compared: comparison.Comparison) -> None:
    things = {
        (t.subject, t.object): (str(len(t.said)), BSV + t.firmest, BSV + t.weakest)
        for t in compared.things
        if t.relation == BSV + "mayCause" and t.polarity == "Affirmed"
    }
    edges = {
        (row["cause"].value, row["effect"].value): tuple(
            row[name].value for name in ("documents", "firmest", "weakest")
        )
        for row in ask(shipped, "edge-support")  # type: ignore[union-attr]
    }
    assert edges == things


# The command.

DATA = ("--data", SMALL, "--data", SHED)


def test_words_of_the_command() -> None:
    assert tuple(comparison.CATEGORIES) == command.WORDS


def test_table(run: Run) -> None:
    outcome = run("compare", "Backs in the Garden", "shed", *DATA)
    assert (outcome.status, outcome.err) == (0, "")
    assert max(map(len, outcome.out.splitlines())) <= 80
    assert outcome.out.startswith("Backs in the Garden (bsd:garden): 7 claims\n")
    for line in (
        "differs      1       several documents say it, one more firmly than another",
        "limited to: reading",
        "against: reading",
        "denied: reading",
        "alone: only shed says it, and no other anything near it",
    ):
        assert line in outcome.out


@pytest.mark.parametrize(
    "arguments",
    [(), ("--only", "differs"), ("--only", "same", "--only", "near"), ("--about", "digging")],
)
def test_formats_agree(run: Run, arguments: tuple[str, ...]) -> None:
    whole = json.loads(run("compare", *arguments, *DATA, "--format", "json").out)
    text = run("compare", *arguments, *DATA, "--format", "csv").out
    table = list(csv.DictReader(io.StringIO(text)))
    for name in (
        "category",
        "label",
        "subject",
        "relation",
        "object",
        "polarity",
        "firmest",
        "weakest",
    ):
        assert [row[name] for row in table] == [thing[name] for thing in whole["things"]]
    for row, thing in zip(table, whole["things"], strict=True):
        assert int(row["documents"]) == len(thing["said"])
        assert row["counterparts"].split() == thing["counterparts"]
        for said in thing["said"]:
            name = said["document"].removeprefix("bsd:")
            assert row[f"{name} claims"].split() == said["claims"]
            assert row[f"{name} firmest"] == said["firmest"]
    markdown = run("compare", *arguments, *DATA, "--format", "markdown").out
    things = [line for line in markdown.splitlines() if "garden-" in line or "shed-" in line]
    assert len(things) == len(table)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["garden"], "bsd:garden: nothing to compare it with; name another: bsd:shed"),
        (["garden", "Backs in the Garden"], "bsd:garden: named twice"),
        (["garden", "shedd"], "shedd: no document has this name"),
        (["garden", "digging"], "digging: no document has this name"),
        (["--only", "diffrs"], "--only: unknown word diffrs; did you mean differs"),
        (["--about", "diging"], "diging: no concept has this name; did you mean digging"),
    ],
)
def test_command_refused(refused: Refused, arguments: list[str], message: str) -> None:
    assert message in refused("compare", *arguments, *DATA)


def test_data_with_one_document(refused: Refused) -> None:
    assert "give data with two documents" in refused("compare", "--data", SMALL)
