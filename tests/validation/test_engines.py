"""Both engines, with the screen and without, say the same."""

from __future__ import annotations

import functools
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backspasm.derivation import derive
from backspasm.errors import DataError, ShapesError, UseError
from backspasm.files import load_file, parse_file, shape_files, vocabulary_files
from backspasm.graph import AUTHORED, VOCABULARY
from backspasm.validation.engines import ENGINES, Index, Result, Team, malformed, run, shifty
from backspasm.validation.engines.screen import doubtful
from random_graphs import ABOUT, ALIKE, DATA, NUMBERS, PLAIN, QUERIED, SHAPES, TEXTS, graph, often

VALID = Path(__file__).parent.parent / "shapes" / "valid.ttl"
REFUSED = "use --engine pyshacl"

Told = list[Result] | str


@functools.cache
def shipped_shapes() -> Index:
    return Index.of(quad for name in shape_files() for quad in parse_file(name))


@functools.cache
def valid() -> Index:
    """The valid dataset of the shapes, with the vocabulary and what is derived."""
    store = pyoxigraph.Store()
    load_file(store, str(VALID), AUTHORED)
    for name in vocabulary_files():
        load_file(store, name, VOCABULARY)
    derive(store)
    return Index.of(store)


def told(
    data: Index,
    shapes: Index,
    engine: str = "pyshacl",
    team: Team | None = None,
    *,
    screen: bool = True,
) -> Told:
    """The results, or why there are none."""
    try:
        return run(data, shapes, engine, team, screen=screen)
    except ShapesError as error:
        return REFUSED if REFUSED in str(error) else "not SHACL"


def agree(data: list[str], shapes: str) -> tuple[list[Result], bool]:
    """The results, and whether shifty has the same; it may be refused, but not differ."""
    graphs = graph("\n".join(data)), graph(shapes)
    plain = told(*graphs, screen=False)
    assert told(*graphs) == plain
    others = [told(*graphs, "shifty", screen=screen) for screen in (True, False)]
    assert all(other in (plain, REFUSED) for other in others)
    return (plain, plain in others) if isinstance(plain, list) else ([], False)


WAYS = frozenset("iri sequence inverse alternative zeroOrMore oneOrMore zeroOrOne".split())
"""The kinds of paths."""


def test_random_shapes_of_random_graphs() -> None:
    compared: Counter[str] = Counter()

    @settings(often, max_examples=1000)
    @given(data=DATA, shapes=SHAPES)
    def check(data: list[str], shapes: str) -> None:
        results, same = agree(data, shapes)
        compared.update(kind for one in results for kind in _kinds(one) if same)

    check()
    assert compared.keys() >= WAYS


def test_random_queries_of_random_graphs() -> None:
    counts: Counter[str] = Counter()

    @settings(often, max_examples=1500)
    @given(data=st.one_of(PLAIN, ALIKE), shapes=QUERIED)
    def check(data: list[str], shapes: str) -> None:
        results, same = agree(data, shapes)
        counts.update(found=bool(results), same=bool(results) and same)
        if told(graph("\n".join(data)), graph(shapes), screen=False) == []:
            cleared = doubtful(graph("\n".join(data)), graph(shapes)) == {}
            counts.update(cleared=cleared and "sh:targetNode" in shapes)

    check()
    assert min(counts[kind] for kind in ("found", "same", "cleared")) > 20


@pytest.mark.parametrize("component", ABOUT)
def test_random_shapes_about(component: str) -> None:
    compared: Counter[str] = Counter()

    @settings(often, max_examples=100)
    @given(data=st.one_of(DATA, NUMBERS, TEXTS), shapes=ABOUT[component])
    def check(data: list[str], shapes: str) -> None:
        results, same = agree(data, shapes)
        compared.update(kind for one in results for kind in _kinds(one) if same)

    check()
    assert compared[component]


def _kinds(result: Result) -> Iterator[str]:
    """The component of a result and the kinds of its path."""
    yield result.component.rpartition("#")[2].removesuffix("ConstraintComponent")
    pending = [result.way] if result.way else []
    while pending:
        way = pending.pop()
        yield way.kind
        pending += way.steps


def _damaged(number: int) -> Index:
    """The valid dataset with some triples that are gone, moved or swapped."""
    chance = random.Random(number)  # noqa: S311 (no secret)
    triples = sorted(valid().triples())
    for _ in range(chance.randint(1, 12)):
        place, other = chance.randrange(len(triples)), chance.randrange(len(triples))
        (one, two, three), (four, five, six) = triples[place], triples[other]
        triples[place] = chance.choice(
            [
                (one, two, six),
                (one, five, three),
                (four, two, three) if four[0] == "<" else (one, two, six),
                (four, five, six),
                (one, two, '"x"'),
                (one, two, '"07"^^<http://www.w3.org/2001/XMLSchema#integer>'),
            ]
        )
    return Index(triples)


@functools.cache
def _found(number: int) -> Told:
    return told(_damaged(number), shipped_shapes())


@pytest.mark.parametrize("number", range(40))
def test_damaged_data(number: int) -> None:
    data, found = _damaged(number), _found(number)
    assert told(data, shipped_shapes(), "shifty") in (found, REFUSED)
    if number % 10 == 0:
        assert told(data, shipped_shapes(), screen=False) == found
    if number % 10 == 1:
        assert told(data, shipped_shapes(), "shifty", screen=False) in (found, REFUSED)


def test_shifty_loads_what_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    loaded: list[Index] = []
    report = shifty._report

    def seen(data: Index, shapes: Index) -> Index:
        loaded.append(data)
        return report(data, shapes)

    monkeypatch.setattr(shifty, "_report", seen)
    for number in range(12):
        told(_damaged(number), shipped_shapes(), "shifty")
    few = len(list(valid().triples())) / 4
    assert sum(len(list(data.triples())) < few for data in loaded) > 3


@pytest.mark.parametrize("shape", ["a sh:NodeShape", "sh:name 'a'"])
@pytest.mark.parametrize(
    "above", ["rdfs:Class", "e:N . e:N rdfs:subClassOf rdfs:Class", "owl:Class"]
)
def test_a_class_by_its_type_is_a_target(above: str, shape: str) -> None:
    shapes = (
        "@prefix owl: <http://www.w3.org/2002/07/owl#> . e:S sh:targetClass e:D ;"
        " sh:property [ sh:path e:r ; sh:nodeKind sh:Literal ] . e:C a e:M ;"
        f" {shape} ; sh:property [ sh:path e:q ; sh:minCount 1 ] . e:M rdfs:subClassOf {above} ."
    )
    data = "e:a a e:C ; e:p e:b . e:b a e:C ; e:q 1 . e:x a e:D ; e:r e:b ."
    results, same = agree([data], shapes)
    assert sorted(_local(one.focus) for one in results) == ["a", "x"][above != "rdfs:Class" :]
    assert same == (above == "rdfs:Class")


def _local(text: str) -> str:
    return text.rpartition("/")[2]


ABOUT_VALUES = {
    "e:a e:p 9 . e:b e:p 3 .": "?value != 3",
    "e:a e:p 9 . e:b e:p 2 .": "?value + 1 != 3",
    "e:a e:p 9 . _:b e:p 3 ; e:q 7 . _:c e:p 1 .": "?value > 5",
    "_:a e:p 9 . e:b e:p 3 .": "ISBLANK($this)",
}


@pytest.mark.parametrize("inside", ["", "sh:node", "sh:property [ sh:path e:p ] ; sh:and"])
@pytest.mark.parametrize("data", ABOUT_VALUES)
def test_shifty_is_not_asked_what_it_does_not_know(data: str, inside: str) -> None:
    test = ABOUT_VALUES[data]
    query = f"SELECT $this ?value WHERE {{ $this <http://e.example/p> ?value FILTER({test}) }}"
    asking = f"[ sh:sparql [ sh:select '{query}' ] ]"
    held = f"{inside} {f'( {asking} )' if 'sh:and' in inside else asking}"
    shape = held if inside else asking[1:-1]
    results, same = agree([data], f"e:S a sh:NodeShape ; sh:targetSubjectsOf e:p ; {shape} .")
    assert (len(results), same) == (1, False)


def test_damage_is_found() -> None:
    assert sum(bool(_found(number)) for number in range(40)) > 35


def test_valid_data_needs_no_engine() -> None:
    assert doubtful(valid(), shipped_shapes()) == {}
    assert run(valid(), shipped_shapes(), screen=False) == []


@pytest.mark.parametrize("number", range(3, 40, 12))
@pytest.mark.parametrize("engine", ENGINES)
def test_shares_are_the_whole(engine: str, number: int) -> None:
    data = _damaged(number)
    assert told(data, shipped_shapes(), engine, team=Team(2)) == told(
        data, shipped_shapes(), engine
    )


@pytest.mark.parametrize("screen", [True, False])
def test_shares_of_many_nodes_are_the_whole(*, screen: bool) -> None:
    """So many that the engine is shared too, and that all processes ask queries."""
    data = graph("\n".join(f"e:n{n} a e:C ; e:p {n}, {n % 3} ." for n in range(1, 1300)))
    shapes = graph(
        "e:S a sh:NodeShape ; sh:targetClass e:C ; sh:sparql [ sh:prefixes e: ; sh:select "
        "'SELECT $this ?value { $this e:p ?value FILTER(?value = 2) }' ] ;"
        " sh:property [ sh:path e:p ; sh:maxCount 1 ] ."
        " e: sh:declare [ sh:prefix 'e' ; sh:namespace 'http://e.example/'^^xsd:anyURI ] ."
    )
    found = told(data, shapes, screen=screen)
    assert len(found) > 1600
    assert told(data, shapes, screen=screen, team=Team(3)) == found


@pytest.mark.parametrize(
    ("data", "shapes"),
    [
        ("e:a e:p 'a  b'^^xsd:token .", "sh:hasValue 'a b'^^xsd:token"),
        ("e:a e:p 'a b'^^xsd:token .", "sh:not [ sh:hasValue 'a  b'^^xsd:token ]"),
    ],
)
def test_literals_that_rdflib_reads_as_one(data: str, shapes: str) -> None:
    graphs = graph(data), graph(f"e:S sh:targetNode e:a ; sh:property [ sh:path e:p ; {shapes} ] .")
    assert run(*graphs) == run(*graphs, screen=False)


def test_shipped_shapes_are_well_formed() -> None:
    assert malformed(shipped_shapes()) == []


@pytest.mark.parametrize(
    ("shape", "path", "component"),
    [
        ("sh:path e:p , e:q ; sh:minCount 1", "", "Xone"),
        ("sh:path e:p ; sh:minCount 1 , 2", "minCount", "MaxCount"),
        ("sh:path e:p ; sh:minCount 'x'", "minCount", "Datatype"),
        ("sh:minCount 1", "", "Xone"),
        ("sh:targetClass 'C'", "targetClass", "NodeKind"),
    ],
)
def test_malformed_shapes(shape: str, path: str, component: str) -> None:
    kind = "sh:PropertyShape" if "sh:path" in shape else "sh:NodeShape"
    (found,) = malformed(graph(f"e:S a {kind} ; {shape} ."))
    sh = "http://www.w3.org/ns/shacl#"
    assert (found.focus, found.path) == ("http://e.example/S", path and sh + path)
    assert found.component == f"{sh}{component}ConstraintComponent"


@pytest.mark.parametrize("screen", [True, False])
@pytest.mark.parametrize(
    "shape",
    [
        "sh:targetNode e:a ; sh:property [ sh:minCount 1 ]",
        "a sh:PropertyShape ; sh:targetNode e:a",
        "sh:targetNode e:a ; sh:pattern '('",
        "sh:targetNode e:a ; sh:datatype xsd:string , xsd:integer",
        "sh:targetNode e:a ; sh:sparql [ sh:select 'SELECT nonsense' ]",
        "sh:targetNode e:a ; sh:sparql [ sh:select 'SELECT $this WHERE { $this x:y ?z }' ]",
        "sh:targetNode e:a ; sh:or ()",
    ],
)
def test_shapes_that_are_none(shape: str, screen: bool) -> None:  # noqa: FBT001
    data, shapes = graph("e:a e:p e:b ."), graph(f"e:S {shape} .")
    assert told(data, shapes, screen=screen) == "not SHACL"


@pytest.mark.parametrize("screen", [True, False])
def test_a_shape_that_says_nothing_is_met(screen: bool) -> None:  # noqa: FBT001
    shapes = graph("e:S sh:targetNode e:a ; sh:node e:None .")
    assert told(graph("e:a e:p e:b ."), shapes, screen=screen) == []


@pytest.mark.parametrize("engine", ["pyshacl", "shifty"])
def test_recursion_ends(engine: str) -> None:
    shapes = graph("e:S sh:targetNode e:a ; sh:property [ sh:path e:p ; sh:node e:S ] .")
    assert told(graph("e:a e:p e:b . e:b e:p e:a ."), shapes, engine) in ([], REFUSED, "not SHACL")


def test_values_in_messages_stand_as_they_are() -> None:
    query = "SELECT $this ?value WHERE { $this e:p ?value }"
    shapes = graph(
        "e:S sh:targetNode e:a ; sh:sparql [ sh:prefixes e: ; sh:message 'no {?value}' ; "
        f"sh:select '{query}' ] . e: sh:declare [ sh:prefix 'e' ; "
        "sh:namespace 'http://e.example/'^^xsd:anyURI ] ."
    )
    for engine in ("pyshacl", "shifty"):
        (result,) = run(graph(r"e:a e:p 'a\\1b' ."), shapes, engine)
        assert result.messages == (r'"no a\\1b"',)


def test_refusals() -> None:
    empty = Index()
    with pytest.raises(UseError, match="no such engine"):
        run(empty, empty, "jena")
    with pytest.raises(DataError, match=r"RDF 1\.2"):
        graph("<< e:a e:p e:b >> e:q 1 .")
