"""Every path of the shipped graph is found by SPARQL property paths too, and the other way round."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pyoxigraph
import pytest

import backspasm
import causes
from backspasm.errors import AmbiguousNameError, UnknownNameError
from backspasm.explanation import Explanation, Limits, explain
from backspasm.namespaces import BS, local_name, shorten
from backspasm.telling import as_text

EFFECT = BS + "back-muscle-spasm"


def _chains(told: Explanation) -> list[str]:
    return [" ".join(map(local_name, path.concepts)) for path in told.paths]


CAUSAL = {
    f"https://w3id.org/backspasm/vocab/{name}" for name in ("causes", "contributesTo", "mayCause")
}


@pytest.fixture(scope="module")
def told(shipped: backspasm.Dataset) -> dict[str, Explanation]:
    starts = [
        iri for (iri,) in shipped.rows("SELECT DISTINCT ?s { ?s bsv:mayCause ?o } ORDER BY ?s")
    ]
    limits = Limits(max_steps=20, most=10_000)
    return {start: explain(shipped, start, EFFECT, limits) for start in starts}


def test_each_path_is_a_property_path(
    shipped: backspasm.Dataset, told: dict[str, Explanation]
) -> None:
    count = 0
    for explanation in told.values():
        for path in explanation.paths:
            count += 1
            *_, end = path.concepts
            steps = " . ".join(
                f"<{one}> <{step.link.predicate}> <{other}>"
                for step, (one, other) in zip(path.steps, pairwise(path.concepts), strict=True)
            )
            asked = f"ASK {{ {steps} . <{end}> skos:broader* <{EFFECT}> }}"
            assert shipped.query(asked), asked
            if all(step.link.predicate.endswith("ause") for step in path.steps):
                assert len(set(path.concepts)) == len(path.concepts)
    assert count > 100


def test_each_pair_that_a_property_path_joins_is_explained(
    shipped: backspasm.Dataset, told: dict[str, Explanation]
) -> None:
    asked = f"SELECT DISTINCT ?s {{ ?s bsv:mayCause+/skos:broader* <{EFFECT}> }}"
    ends = {iri for (iri,) in shipped.rows(f"SELECT ?s {{ ?s skos:broader* <{EFFECT}> }}")}
    joined = {iri for (iri,) in shipped.rows(asked)} - ends
    causal = {
        start
        for start, explanation in told.items()
        if any(all(step.claims[0].licenses for step in path.steps) for path in explanation.paths)
    }
    assert causal - ends == joined


@pytest.mark.parametrize("steps", [1, 2, 3, 4, 5, 6])
def test_all_paths_of_a_length(
    shipped: backspasm.Dataset, told: dict[str, Explanation], steps: int
) -> None:
    names = [f"?n{number}" for number in range(steps + 1)]
    edges = " . ".join(f"{one} bsv:mayCause {other}" for one, other in pairwise(names))
    differ = " && ".join(f"{a} != {b}" for n, a in enumerate(names) for b in names[:n])
    rows = shipped.rows(
        f"SELECT {' '.join(names)} {{ {edges} . {names[-1]} skos:broader* <{EFFECT}> "
        f"FILTER({differ}) }}"
    )
    ends = {iri for (iri,) in shipped.rows(f"SELECT ?s {{ ?s skos:broader* <{EFFECT}> }}")}
    walked = {row for row in rows if not ends & set(row[:-1])}
    explained = {
        path.concepts
        for start, explanation in told.items()
        for path in explanation.paths
        if start not in ends
        and len(path.steps) == steps
        and all(step.link.predicate in CAUSAL for step in path.steps)
    }
    assert explained == walked


def test_every_mechanism_to_spasm_is_an_explanation(
    shipped: backspasm.Dataset, told: dict[str, Explanation]
) -> None:
    rows = shipped.rows(
        "SELECT ?mechanism ?from { ?mechanism a bsv:Mechanism ; bsv:from ?from ; "
        "bsv:to/skos:broader* bs:back-muscle-spasm MINUS { ?mechanism owl:deprecated true } }"
    )
    for mechanism, start in rows:
        explanation = told.get(start) or explain(shipped, start, EFFECT, Limits(most=10_000))
        backing = {back.mechanism for path in explanation.paths for back in path.backing}
        assert mechanism in backing


def test_what_a_mechanism_backs_comes_first(told: dict[str, Explanation]) -> None:
    for explanation in told.values():
        backed = [bool(path.backing) for path in explanation.paths]
        assert backed == sorted(backed, reverse=True)


LINES = """
rain cold Stated one
cold shiver Possible one
shiver spasm Stated one
rain wet Likely one
wet spasm Likely two
wet shiver Stated two
shiver cold Stated two
"""


def test_ranking_and_where_it_comes_from(tmp_path: Path) -> None:
    told = causes.dataset(tmp_path, LINES).explain("rain", "spasm")
    assert _chains(told) == ["rain wet spasm", "rain wet shiver spasm", "rain cold shiver spasm"]
    assert [path.certainty for path in told.paths] == ["Likely", "Likely", "Possible"]
    assert [len(path.stated_by) for path in told.paths] == [0, 0, 1]
    assert told.exhausted
    assert not told.longer
    assert not told.nearest


def test_limits(tmp_path: Path) -> None:
    data = causes.dataset(tmp_path, LINES)
    assert _chains(data.explain("rain", "spasm", through=["cold"])) == ["rain cold shiver spasm"]
    assert _chains(data.explain("rain", "spasm", without=["shiver"])) == ["rain wet spasm"]
    short = data.explain("rain", "spasm", max_steps=2)
    assert (_chains(short), short.longer) == (["rain wet spasm"], True)
    first = data.explain("rain", "spasm", most=1)
    assert (len(first.paths), first.found) == (1, 3)
    strict = data.explain("rain", "spasm", strict=True)
    assert _chains(strict) == ["rain wet spasm", "rain wet shiver spasm"]
    assert all(step.link.firm for path in strict.paths for step in path.steps)


def test_a_narrower_effect_is_an_end(tmp_path: Path) -> None:
    more = "bs:cramp skos:broader bs:spasm ."
    data = causes.dataset(tmp_path, "rain cramp Stated one\nice spasm Stated one", more)
    assert _chains(data.explain("rain", "spasm")) == ["rain cramp"]


def test_limits_of_a_step_that_the_path_does_not_meet(shipped: backspasm.Dataset) -> None:
    told = shipped.explain("sports injury")
    within = {
        " ".join(map(local_name, path.concepts)): [list(map(shorten, s.within)) for s in path.steps]
        for path in told.paths
    }
    assert within["sports-injury muscle-overstretching lower-back-muscle-spasm"] == [
        [],
        ["bs:poor-posture", "bs:prolonged-sitting-at-a-computer"],
    ]


def test_what_speaks_against_a_path(shipped: backspasm.Dataset) -> None:
    (path,) = shipped.explain("unusual movement").paths
    assert [shorten(claim.iri) for claim in path.denials] == [
        "bsc:seven-causes-68",
        "bsc:seven-causes-15",
    ]


@pytest.mark.parametrize(
    ("cause", "effect", "kinds"),
    [
        ("back muscle spasm", "dehydration", ["reverse", "claim", "claim", "effects"]),
        ("lower back muscle spasm", "back muscle spasm", ["part"]),
        ("back spasm", "back spasm", ["part"]),
        ("vertebra", "back muscle spasm", ["claim", "effects", "causes"]),
    ],
)
def test_nearest(shipped: backspasm.Dataset, cause: str, effect: str, kinds: list[str]) -> None:
    told = shipped.explain(cause, effect)
    assert not told.paths
    assert [near.kind for near in told.nearest] == kinds


def test_nearest_without_the_limits(shipped: backspasm.Dataset) -> None:
    first, *_ = shipped.explain("dehydration", strict=True).nearest
    assert (first.kind, first.text) == (
        "unlimited",
        "without the limits given there is a path of 1 step",
    )


def test_names_are_those_that_people_type(shipped: backspasm.Dataset) -> None:
    for name in ("Poor Posture", "bs:poor-posture", "poor-posture", f"<{BS}poor-posture>"):
        assert shipped.explain(name, "Back spasm").cause == BS + "poor-posture"
    with pytest.raises(UnknownNameError, match="did you mean"):
        shipped.explain("por posture")


def test_several_matches_are_offered(tmp_path: Path) -> None:
    more = 'bs:hail skos:altLabel "rain"@en ; a skos:Concept .'
    data = causes.dataset(tmp_path, LINES, more)
    with pytest.raises(AmbiguousNameError, match="name one of bs:hail, bs:rain"):
        data.explain("rain", "spasm")


def test_a_withdrawn_mechanism_backs_nothing(small: backspasm.Dataset, tmp_path: Path) -> None:
    assert small.explain("stooping").paths[0].backing
    (tmp_path / "more.ttl").write_text(
        "<https://w3id.org/backspasm/mechanism/stooping-to-spasm> "
        "<http://www.w3.org/2002/07/owl#deprecated> true ."
    )
    data = backspasm.load(*small.files, tmp_path)
    assert _chains(data.explain("stooping")) == ["stooping disc-strain back-muscle-spasm"]
    assert not data.explain("stooping").paths[0].backing


def test_claims_of_a_pattern(shipped: backspasm.Dataset) -> None:
    claims = shipped.claims(subject="dehydration", object="back muscle spasm")
    assert [shorten(claim.iri) for claim in claims] == [
        "bsc:lower-back-spasm-causes-19",
        "bsc:seven-causes-152",
    ]
    assert len(shipped.claims()) == len(shipped.rows("SELECT ?c { ?c a bsv:Claim }"))
    assert {claim.predicate for claim in shipped.claims(predicate="resembles")} == {
        "https://w3id.org/backspasm/vocab/resembles"
    }
    solution = next(iter(shipped.select("SELECT ?c { ?c a bsv:Claim } LIMIT 1")))
    assert isinstance(solution["c"], pyoxigraph.NamedNode)


def test_a_crowded_graph_is_cut_off_and_says_so(tmp_path: Path) -> None:
    layers = [[f"n{layer}x{place}" for place in range(10)] for layer in range(7)]
    pairs = [(one, other) for low, high in pairwise(layers) for one in low for other in high]
    lines = [f"{one} {other} Stated x" for one, other in pairs]
    lines += [f"start {first} Possible x" for first in layers[0]]
    lines += [f"{last} end Stated y" for last in layers[-1]]
    told = causes.dataset(tmp_path, "\n".join(lines)).explain("start", "end")
    assert not told.exhausted
    assert told.paths
    assert "The search was cut off" in as_text(told, 80)
