"""Every path of the shipped graph is found by SPARQL property paths too, and the other way round."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pyoxigraph
import pytest

import backspasm
import causes
from backspasm.errors import AmbiguousNameError, DataError, ParameterError, UnknownNameError
from backspasm.explanation import Explanation, explain
from backspasm.limits import Limits
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
    limits = Limits(max_steps=20, limit=10_000)
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
            if all(step.link.predicate in CAUSAL for step in path.steps):
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
        explanation = told.get(start) or explain(shipped, start, EFFECT, Limits(limit=10_000))
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
    first = data.explain("rain", "spasm", limit=1)
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
    assert within["sports-injury muscle-overstretching muscle-fibre-tear back-muscle-spasm"] == [
        [],
        [],
        [],
    ]


def test_what_speaks_against_a_path(shipped: backspasm.Dataset) -> None:
    (path,) = shipped.explain("unusual movement").paths
    assert [(d.kind, shorten(d.claim.iri), shorten(d.against)) for d in path.denials] == [
        ("claim", "bsc:seven-causes-68", "bsc:seven-causes-14"),
        ("other", "bsc:seven-causes-15", "<>"),
    ]


@pytest.mark.parametrize(
    ("cause", "effect", "kinds"),
    [
        ("back muscle spasm", "dehydration", ["reverse", "claim", "claim", "effects"]),
        ("lower back muscle spasm", "back muscle spasm", ["part"]),
        ("back spasm", "back spasm", ["part"]),
        ("vertebra", "back muscle spasm", ["claim", "effects", "said", "said", "causes"]),
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
        "without --strict there is a path of 1 step",
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


def test_a_whole_mechanism_is_as_firm_as_the_rules_say(shipped: backspasm.Dataset) -> None:
    text = "SELECT ?m ?from ?to ?c { ?m a bsv:Mechanism ; bsv:from ?from ; bsv:to ?to ; bsv:certainty ?c }"
    for mechanism, start, end, certainty in shipped.rows(text):
        told = explain(shipped, start, end, Limits(limit=10_000))
        paths = [p for p in told.paths if (mechanism, True) in p.backing]
        assert [p.certainty for p in paths] == [local_name(certainty)], mechanism


LIMITED = """
bsc:x-2 bsv:population bs:children .
bs:children skos:prefLabel "children"@en .
"""


def test_a_limited_claim_lends_nothing_to_one_without_limits(tmp_path: Path) -> None:
    lines = "a b Possible y\na b Stated x"
    (path,) = causes.dataset(tmp_path, lines, LIMITED).explain("a", "b").paths
    (step,) = path.steps
    assert (path.certainty, path.support, step.within) == ("Possible", 1, ())
    assert [shorten(claim.iri) for claim in step.claims] == ["bsc:y-1", "bsc:x-2"]


def test_where_all_claims_are_limited_the_step_says_so(tmp_path: Path) -> None:
    data = causes.dataset(tmp_path, "b c Stated x\na b Stated x", LIMITED)
    (path,) = data.explain("a", "c").paths
    assert [[shorten(iri) for iri in step.within] for step in path.steps] == [["bs:children"], []]
    assert not path.steps[0].link.firm


def test_a_limit_that_the_path_passes_is_none(tmp_path: Path) -> None:
    data = causes.dataset(tmp_path, "a b Stated x\nb c Stated x", "bsc:x-2 bsv:scope bs:a .")
    (path,) = data.explain("a", "c").paths
    assert [step.within for step in path.steps] == [(), ()]


def test_the_weakest_step_is_one_step(tmp_path: Path) -> None:
    lines = """
    a m Possible one
    a m Possible two
    a m Possible three
    m z Stated one
    a n Possible one
    a n Possible two
    n z Possible one
    n z Possible two
    """
    told = causes.dataset(tmp_path, lines).explain("a", "z")
    assert _chains(told) == ["a m z", "a n z"]
    assert [path.support for path in told.paths] == [3, 2]


MECHANISM = """
@prefix bsm: <https://w3id.org/backspasm/mechanism/> .
bsm:m a bsv:Mechanism ; bsv:from bs:a ; bsv:to bs:c ; bsv:step bsm:m1, bsm:m2 .
bsm:m1 a bsv:Step ; bsv:position 1 ; bsv:claim bsc:x-1 ; bsv:next bsm:m2 .
bsm:m2 a bsv:Step ; bsv:position 2 ; bsv:claim bsc:x-2 .
"""


@pytest.mark.parametrize(
    "more",
    [
        "bsc:x-2 <http://www.w3.org/2002/07/owl#deprecated> true .",
        "bsc:x-2 bsv:polarity bsv:Denied .",
    ],
)
def test_a_mechanism_with_an_unsound_step_backs_nothing(tmp_path: Path, more: str) -> None:
    lines = "a b Stated x\nb c Stated x"
    assert causes.dataset(tmp_path, lines, MECHANISM).explain("a", "c").paths[0].backing
    told = causes.dataset(tmp_path, lines, MECHANISM + more).explain("a", "c")
    assert not any(path.backing for path in told.paths)


def test_where_a_path_comes_from(tmp_path: Path) -> None:
    lines = "a b Stated x\nb c Stated x\nc d Stated x\nd e Stated y"
    data = causes.dataset(tmp_path, lines, MECHANISM)
    origins = {end: data.explain("a", end).paths[0].origin for end in "bcde"}
    assert origins == {"b": "mechanism", "c": "mechanism", "d": "document", "e": "documents"} | {
        "b": "claim"
    }


def test_a_mechanism_that_is_too_long_is_not_hidden(shipped: backspasm.Dataset) -> None:
    told = shipped.explain("dehydration", max_steps=1)
    assert told.longer
    alone = shipped.explain("dehydration", "lower back muscle spasm", max_steps=1)
    assert alone.nearest[0].text == "without --max-steps there is a path of 2 steps"


UNNAMED = """
[] a bsv:Claim ; rdf:subject bs:a ; rdf:predicate bsv:causes ; rdf:object bs:c ;
    bsv:polarity bsv:Affirmed ; bsv:certainty bsv:Stated .
"""


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ("bsc:x-1 bsv:certainty bsv:Surely .", "bsc:x-1: Surely is no certainty; see `backspasm"),
        (MECHANISM + "bsm:m1 bsv:claim bsc:x-3 .", ""),
        (
            MECHANISM.replace("bsc:x-2", "bsc:x-3"),
            "bsm:m: a step does not start where the one before it ends",
        ),
        (MECHANISM.replace("position 1", 'position "first"'), "bsm:m: position first is no number"),
        ("[] bsv:polarity bsv:Denied .", ""),
        ("bs:a bsv:polarity bsv:Denied .", ""),
        ("bsc:x-1 bsv:passage [ oa:start 3 ] .", ""),
        (UNNAMED, ""),
    ],
)
def test_broken_data_is_told_in_one_line_or_passed_over(
    tmp_path: Path, more: str, message: str
) -> None:
    data = causes.dataset(tmp_path, "a b Stated x\nb c Stated x\nd c Stated x", more)
    if not message:
        assert data.explain("a", "c").paths
        return
    with pytest.raises(DataError, match=re.escape(message)):
        data.explain("a", "c")


def test_an_offset_that_is_no_number(tmp_path: Path) -> None:
    path = Path(causes.dataset(tmp_path, "a b Stated x").files[0])
    path.write_text(path.read_text().replace("oa:start 1 ", 'oa:start "one" '))
    with pytest.raises(DataError, match="bsd:x#char=1,2: oa:start one is no number"):
        backspasm.load(path).explain("a", "b")


def test_a_claim_without_passage_or_certainty_counts_all_the_same(tmp_path: Path) -> None:
    more = (
        "bsc:z-1 a bsv:Claim ; rdf:subject bs:b ; rdf:predicate bsv:causes ; rdf:object bs:c ;"
        " bsv:polarity bsv:Affirmed ."
    )
    told = causes.dataset(tmp_path, "a b Stated x\nd c Stated x", more).explain("a", "c")
    (path,) = told.paths
    assert (path.certainty, path.support, path.origin) == ("", 0, "documents")
    assert "at: no passage is given" in as_text(told, 80)


def test_loops_and_odd_limits(tmp_path: Path) -> None:
    data = causes.dataset(tmp_path, "a a Stated x\na b Stated x\nb a Stated x\nb c Stated x")
    assert _chains(data.explain("a", "c")) == ["a b c"]
    assert _chains(data.explain("a", "c", through=["a", "c"])) == ["a b c"]
    assert not data.explain("a", "c", without=["c"]).paths
    assert not data.explain("a", "a").paths
    assert _chains(data.explain("a", "c", max_steps=10**9)) == ["a b c"]


def test_arguments_that_have_no_meaning(small: backspasm.Dataset) -> None:
    with pytest.raises(ParameterError, match="limit: 0 is below 1"):
        small.explain("digging", limit=0)
    with pytest.raises(ParameterError, match="max_steps: -1 is below 1"):
        small.explain("digging", max_steps=-1)
    with pytest.raises(ParameterError, match="through: one text; give a list of names"):
        small.explain("digging", through="stooping")
    with pytest.raises(UnknownNameError):
        small.claims(subject="")


def test_counts_are_of_all_paths(shipped: backspasm.Dataset) -> None:
    for limit in (1, 2, 20):
        told = shipped.explain("poor posture", limit=limit)
        assert (told.found, told.backed) == (13, 3)
        assert as_text(told, 80).startswith("13 paths from poor posture to back muscle spasm, 3 b")


def test_related_causes_are_named(shipped: backspasm.Dataset) -> None:
    told = shipped.explain("herniated disc")
    assert [shorten(iri) for iri in told.related] == ["bs:herniated-lumbar-disc"]
    assert "Wider and narrower causes lead there too: herniated lumbar disc." in as_text(told, 80)


def test_concepts_of_the_options_are_told_as_understood(shipped: backspasm.Dataset) -> None:
    text = as_text(shipped.explain("poor posture", through=["stress"]), 100)
    assert text.startswith(
        "No path from poor posture to back muscle spasm, through psychological stress."
    )
