"""Each constraint in `shapes/` fails by the cases made for it, and by nothing else.

`shapes/valid.ttl` is a small dataset that conforms. Each file below
`shapes/cases/` is named after a shape and holds cases, divided by blank lines:

    # fails: MinCount bsc:calf-61             the constraint, the focus node, a value
    # also: bsh:claim-source MinCount bsc:…   what cannot but fail as well
    DELETE WHERE { bsc:calf-61 bsv:passage ?old }
    # after derivation
    …

The SPARQL Update changes the dataset before the rules run, what stands below
`# after derivation` changes it afterwards. Cases that touch different things
run together, for one validation costs much more than one case.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import pyoxigraph
import pytest
import rdflib
from rdflib.collection import Collection
from rdflib.namespace import RDF, SH

from backspasm.derivation import derive
from backspasm.errors import FileError
from backspasm.files import authored_files, load_file, parse_file, shape_files, vocabulary_files
from backspasm.graph import AUTHORED, DERIVED, VOCABULARY
from backspasm.namespaces import PREFIXES, expand, shorten
from backspasm.validation import validate
from backspasm.validation.engines import Index, Result, run
from backspasm.validation.engines.screen.reading import TARGETS
from graphs import to_graph

FOLDER = Path(__file__).parent / "shapes"
BSH = PREFIXES["bsh"]

# SHACL, section 4: each parameter that makes a constraint, with the name of its component.
PARAMETERS = {
    SH[name]: name[0].upper() + name[1:]
    for name in (
        "class datatype nodeKind minCount maxCount minInclusive maxInclusive minLength pattern "
        "languageIn uniqueLang equals disjoint lessThan not and or xone node closed hasValue in "
        "qualifiedMinCount qualifiedMaxCount"
    ).split()
} | {SH.sparql: "SPARQL"}
OTHER_TERMS = {
    SH[name]
    for name in (
        "path property message description severity flags qualifiedValueShape ignoredProperties targetClass "
        "targetNode targetSubjectsOf targetObjectsOf select prefixes prefix namespace declare "
        "inversePath alternativePath oneOrMorePath zeroOrMorePath"
    ).split()
}
LISTS = (SH["or"], SH["and"], SH.xone)

Expected = tuple[str, str, str, str]


@dataclass(frozen=True)
class Case:
    """A change to the valid dataset and what it must make fail."""

    name: str
    expected: tuple[Expected, ...]
    before: str
    after: str

    @property
    def touched(self) -> frozenset[str]:
        """What may not be touched by another case in the same run."""
        text = f"{self.before}\n{self.after}"
        names = set(re.findall(r"[{.]\s+(<[^>]*>|\w+:[\w.-]*\w)\s", text))
        names |= set(re.findall(r"\b(?:bsc|bsm):[\w-]+", text))
        names |= set(re.findall(r"<[^>]*/mechanism/[^>]*>", text))
        nodes = {_iri(name) for name in names}
        nodes |= {part for _, _, *parts in self.expected for part in parts}
        return frozenset(re.sub(r"(/mechanism/.*)#.*", r"\1", node) for node in nodes if node) - {
            PREFIXES["bsv"] + kind
            for kind in "Claim ClaimPredicate Document Mapping Passage Step kindOf".split()
        }


def _iri(name: str) -> str:
    if name.startswith("<"):
        return name[1:-1]
    return name if name.startswith(('"', "_:")) else expand(name) or name


def _expectation(line: str) -> Expected:
    shape, component, focus, value = (*line.split(), "")[:4]
    return _iri(shape), component, _iri(focus), _iri(value)


def _cases() -> Iterator[Case]:
    for file in sorted(FOLDER.glob("cases/*/*.ru")):
        for number, block in enumerate(re.split(r"\n\n+", file.read_text("utf-8").strip()), 1):
            lines = re.findall(r"^# (fails|also): (.*)$", block, re.MULTILINE)
            expected = tuple(
                _expectation(f"bsh:{file.stem} {text}" if kind == "fails" else text)
                for kind, text in lines
            )
            before, _, after = block.partition("# after derivation\n")
            name = f"{file.stem}-{number}-{expected[0][1]}"
            yield Case(name, expected, _update(before), _update(after))


def _update(text: str) -> str:
    return "\n".join(line for line in text.splitlines() if not line.startswith("#"))


CASES = list(_cases())


def _batches() -> list[list[Case]]:
    batches: list[tuple[set[str], list[Case]]] = []
    for case in CASES:
        free = (batch for batch in batches if not batch[0] & case.touched)
        batch = next(free, None)
        if batch is None:
            batch = (set(), [])
            batches.append(batch)
        batch[0].update(case.touched)
        batch[1].append(case)
    return [members for _, members in batches]


BATCHES = _batches()
BATCH_OF = {case.name: number for number, batch in enumerate(BATCHES) for case in batch}


@functools.cache
def _shapes() -> rdflib.Graph:
    return to_graph(quad for name in shape_files() for quad in parse_file(name))


def _apply(graph: rdflib.Graph, updates: Iterator[str]) -> None:
    for update in updates:
        if update.strip():
            graph.update(update, initNs=PREFIXES)


def _index(graph: rdflib.Graph) -> Index:
    written = graph.serialize(format="nt", encoding="utf-8")
    return Index.of(pyoxigraph.parse(written, pyoxigraph.RdfFormat.N_TRIPLES))


@functools.cache
def _data(number: int | None) -> Index:
    """The valid dataset with the changes of a batch, what is derived, and the vocabulary."""
    batch = [] if number is None else BATCHES[number]
    authored = to_graph(parse_file(str(FOLDER / "valid.ttl")))
    normalize, rdflib.NORMALIZE_LITERALS = rdflib.NORMALIZE_LITERALS, False
    try:
        _apply(authored, (case.before for case in batch))
        graph = to_graph(_with_derived(authored.serialize(format="nt").encode()))
        _apply(graph, (case.after for case in batch))
    finally:
        rdflib.NORMALIZE_LITERALS = normalize
    return _index(graph)


def _with_derived(authored: bytes) -> Iterator[pyoxigraph.Quad | pyoxigraph.Triple]:
    nt = pyoxigraph.RdfFormat.N_TRIPLES
    store = pyoxigraph.Store()
    store.load(authored, nt, to_graph=AUTHORED)
    for name in vocabulary_files():
        load_file(store, name, VOCABULARY)
    derive(store)
    written = (parse_file(name) for name in vocabulary_files())
    derived = store.quads_for_pattern(None, None, None, DERIVED)
    return chain(pyoxigraph.parse(authored, nt), *written, derived)


def _key(result: Result) -> Expected:
    component = result.component.removeprefix(str(SH)).removesuffix("ConstraintComponent")
    focus, value = (
        "_:" if part.startswith("_:") else part for part in (result.focus, result.value)
    )
    return result.shape, component, focus, value


@functools.cache
def _found(number: int | None) -> frozenset[Expected]:
    return frozenset(map(_key, run(_data(number), _shapes_index())))


def _agree(expected: Expected, found: Expected) -> bool:
    return expected[:3] == found[:3] and expected[3] in ("", found[3])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case_fails_as_told(case: Case) -> None:
    found = _found(BATCH_OF[case.name])
    missing = [one for one in case.expected if not any(_agree(one, other) for other in found)]
    assert not missing


@pytest.mark.parametrize("number", range(len(BATCHES)))
def test_nothing_else_fails(number: int) -> None:
    expected = [one for case in BATCHES[number] for one in case.expected]
    extra = [one for one in _found(number) if not any(_agree(two, one) for two in expected)]
    assert not extra, "\n".join(" ".join(map(shorten, one)) for one in sorted(extra))


def test_valid_dataset_conforms() -> None:
    findings = validate([FOLDER / "valid.ttl"]).report.findings
    assert [finding for finding in findings if finding.shape] == []


def test_every_constraint_has_a_case() -> None:
    constraints = {
        (str(shape), component)
        for parameter, component in PARAMETERS.items()
        for shape in _shapes().subjects(parameter)
        if isinstance(shape, rdflib.URIRef)
    }
    cases = {case.expected[0][:2] for case in CASES}
    assert constraints - cases == set()
    assert cases - constraints == set()


def test_every_shacl_term_is_known() -> None:
    used = {term for term in _shapes().predicates() if str(term).startswith(str(SH))}
    assert used - PARAMETERS.keys() - OTHER_TERMS == set()


def _named_shapes() -> list[rdflib.URIRef]:
    kinds = (SH.NodeShape, SH.PropertyShape)
    shapes = (shape for kind in kinds for shape in _shapes().subjects(RDF.type, kind))
    return sorted(shape for shape in shapes if isinstance(shape, rdflib.URIRef))


def test_every_constraint_says_what_to_do() -> None:
    for shape in _named_shapes():
        if not any((shape, parameter, None) in _shapes() for parameter in PARAMETERS):
            continue
        holders = [_shapes().value(shape, SH.sparql) or shape]
        (message,) = _shapes().objects(holders[0], SH.message)
        assert isinstance(message, rdflib.Literal)
        assert message.language == "en"
        assert re.fullmatch(r"[A-Z].*\.", message), message


def test_every_shape_is_named_and_reached() -> None:
    kinds = {
        shape
        for kind in (SH.NodeShape, SH.PropertyShape)
        for shape in _shapes().subjects(RDF.type, kind)
    }
    assert kinds == set(_named_shapes())
    reached = set(_shapes().objects(None, SH.property))
    targets = (SH.targetClass, SH.targetNode, SH.targetSubjectsOf, SH.targetObjectsOf)
    for shape in _named_shapes():
        assert shape in reached or any((shape, target, None) in _shapes() for target in targets)


# What stands inside a constraint (an alternative of sh:or, a condition of sh:node) is not named in
# a finding. So it is taken away, and then some case must come out otherwise.

Triple = tuple[rdflib.term.Node, rdflib.term.Node, rdflib.term.Node]


def _inner_parts() -> Iterator[tuple[rdflib.URIRef, Triple | tuple[rdflib.term.Node, int]]]:
    """The named shape around each inner part: a triple, or a list with the index of a member."""
    for shape in _named_shapes():
        pending: list[rdflib.term.Node] = [shape]
        while pending:
            node = pending.pop()
            for _, predicate, value in sorted(_shapes().triples((node, None, None))):
                if predicate in LISTS:
                    members = Collection(_shapes(), value)
                    pending.extend(members)
                    if len(members) > 1:
                        yield from ((shape, (value, index)) for index in range(len(members)))
                elif isinstance(value, rdflib.BNode) and predicate in (
                    SH.property,
                    SH.node,
                    SH["not"],
                    SH.qualifiedValueShape,
                ):
                    pending.append(value)
                if node != shape and predicate in PARAMETERS and predicate not in LISTS:
                    yield shape, (node, predicate, value)


INNER_PARTS = list(_inner_parts())


FIRST, REST, TYPE = RDF.first.n3(), RDF.rest.n3(), RDF.type.n3()


@functools.cache
def _shapes_index() -> Index:
    return _index(_shapes())


def _without(part: Triple | tuple[rdflib.term.Node, int], shape: rdflib.URIRef) -> Index:
    """The shapes without a part; one shape alone has targets."""
    triples = [
        triple
        for triple in _shapes_index().triples()
        if triple[1] not in TARGETS or triple[0] == shape.n3()
    ]
    if len(part) == 3:
        subject, predicate, value = (term.n3() for term in part)
        kind = SH.PropertyShape if (part[0], SH.path, None) in _shapes() else SH.NodeShape
        triples.remove((subject, predicate, value))
        return Index([*triples, (subject, TYPE, kind.n3())])
    cell = part[0].n3()
    for _ in range(part[1]):
        (cell,) = _shapes_index().objects(cell, REST)
    (rest,) = _shapes_index().objects(cell, REST)
    kept = (triple for triple in triples if triple[0] != cell)
    return Index((one, two, rest if three == cell else three) for one, two, three in kept)


def _top(shape: rdflib.URIRef) -> rdflib.URIRef:
    owner = shape
    while (above := _shapes().value(None, SH.property, owner)) is not None:
        assert isinstance(above, rdflib.URIRef)
        owner = above
    return owner


def _found_by(shape: rdflib.URIRef, shapes: Index, number: int | None) -> frozenset[Expected]:
    return frozenset(_key(one) for one in run(_data(number), shapes) if one.shape == str(shape))


@pytest.mark.parametrize(
    ("shape", "part"),
    INNER_PARTS,
    ids=[f"{shorten(shape)[4:]}-{n}" for n, (shape, _) in enumerate(INNER_PARTS)],
)
def test_inner_part_matters(
    shape: rdflib.URIRef, part: Triple | tuple[rdflib.term.Node, int]
) -> None:
    shapes = _without(part, _top(shape))
    of_shape = {BATCH_OF[case.name] for case in CASES if case.expected[0][0] == str(shape)}
    for number in [None, *sorted(of_shape)]:
        told = frozenset(one for one in _found(number) if one[0] == str(shape))
        if _found_by(shape, shapes, number) != told:
            return
    pytest.fail(f"no case notices that this is gone: {part}")


def test_shipped_data_conforms() -> None:
    try:
        files = authored_files()
    except FileError as error:
        pytest.skip(f"the shipped data is not there: {error}")
    assert files
    assert validate().report.findings == ()
