"""The cases of the shapes: changes to a valid dataset, and what each must make fail.

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
import rdflib
from rdflib.namespace import SH

from backspasm.derivation import derive
from backspasm.files import load_file, parse_file, shape_files, vocabulary_files
from backspasm.graph import AUTHORED, DERIVED, VOCABULARY
from backspasm.namespaces import PREFIXES, expand
from backspasm.validation.engines import Index, Result, run
from graphs import to_graph

FOLDER = Path(__file__).parent / "shapes"
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
def shapes_graph() -> rdflib.Graph:
    return to_graph(quad for name in shape_files() for quad in parse_file(name))


def _apply(graph: rdflib.Graph, updates: Iterator[str]) -> None:
    for update in updates:
        if update.strip():
            graph.update(update, initNs=PREFIXES)


def index_of(graph: rdflib.Graph) -> Index:
    written = graph.serialize(format="nt", encoding="utf-8")
    return Index.of(pyoxigraph.parse(written, pyoxigraph.RdfFormat.N_TRIPLES))


@functools.cache
def data(number: int | None) -> Index:
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
    return index_of(graph)


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


def key(result: Result) -> Expected:
    component = result.component.removeprefix(str(SH)).removesuffix("ConstraintComponent")
    focus, value = (
        "_:" if part.startswith("_:") else part for part in (result.focus, result.value)
    )
    return result.shape, component, focus, value


@functools.cache
def _results(number: int | None) -> tuple[Result, ...]:
    return tuple(run(data(number), shapes_index()))


@functools.cache
def found_in(number: int | None) -> frozenset[Expected]:
    """What fails in a batch, or in the valid dataset."""
    return frozenset(map(key, _results(number)))


def severities_in(number: int | None) -> set[tuple[str, str]]:
    """The shapes that fail in a batch, with the severity of the results."""
    return {(one.shape, one.severity) for one in _results(number)}


def agree(expected: Expected, found: Expected) -> bool:
    return expected[:3] == found[:3] and expected[3] in ("", found[3])


@functools.cache
def shapes_index() -> Index:
    return index_of(shapes_graph())
