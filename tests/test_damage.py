"""What the shapes refuse of a document, its schema refuses too, and little else.

Documents are changed at random, one thing in each. The RDF of the changes goes into the shipped
data, which the shapes check once for many documents; a finding belongs to a document by the node
that it is about, or that a path leads back to. Two documents of one round never touch the same things.
"""

from __future__ import annotations

import copy
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pyoxigraph
import pytest
from jsonschema import Draft202012Validator
from rdflib import SH

import backspasm
from backspasm.documents import Documents
from backspasm.files import parse_file, shape_files
from backspasm.frames import KINDS
from backspasm.json_schema import Constraint, schemas, unsaid
from backspasm.namespaces import expand
from backspasm.places import read_places
from backspasm.validation.engines import Result, run
from damage import OF_SHAPE, OF_VALUE, Damage, Node, Spot, Triples, spots, triples

SEED = 20
ROUNDS = (("claim",), ("mechanism", "document", "concept", "condition"), ("concept", "claim"))
COMPONENT = "ConstraintComponent"
UNSAID = unsaid().keys()

Found = dict[str, set[Constraint]]
"""The constraints that are broken, by the node that the finding is about."""

Schemas = dict[str, dict[str, Any]]


@dataclass(frozen=True)
class Damaged:
    """A document after the damage.

    Attributes:
        what: what was done, and where.
        kind: the kind of the document.
        document: the document.
        focus: the nodes that findings about it are about.
        gone: the triples that it no longer says.
        new: the triples that it says now.
        is_rdf: whether it is JSON-LD still.
        once: whether the node is named nowhere else in the document.
    """

    what: str
    kind: str
    document: Node
    focus: frozenset[str]
    gone: Triples
    new: Triples
    is_rdf: bool
    once: bool

    def broken(self, found: Found) -> set[Constraint]:
        return {constraint for focus in self.focus for constraint in found.get(focus, ())}

    def to_be_seen(self, found: Found) -> list[str]:
        """Why the schema has to refuse it.

        A node that is named elsewhere in the document as well may say one thing here and
        another there, and no schema compares the two.
        """
        twice = () if self.once else ("maxCount", "uniqueLang")
        seen = sorted(self.broken(found) - UNSAID)
        why = [f"{one.shape} {one.parameter}" for one in seen if one.parameter not in twice]
        if not self.is_rdf:
            why.append("no JSON-LD")
        if self.what.startswith(OF_SHAPE) and not self.says_other:
            why.append("another form of the same")
        return why

    @property
    def says_other(self) -> bool:
        return bool(self.gone or self.new)

    def to_be_taken(self, found: Found) -> bool:
        """Whether the schema has no reason of its own to refuse it.

        It has one where a value stands in another form, where JSON-LD passes over a key or a
        value, where an id or a type is lost and with it what the shapes are about, and where
        other places say for this one what it lacks.
        """
        named = self.what.split()[1].endswith((".id", ".type"))
        plain = self.what.startswith(OF_VALUE) and self.says_other and not named
        return plain and self.is_rdf and not self.broken(found)


@dataclass(frozen=True)
class Round:
    """Documents that are damaged together, and what the shapes find."""

    made: list[Damaged]
    found: Found

    def misses(self, written: Schemas) -> list[str]:
        """What some schemas take and have to refuse."""
        validators = {kind: Draft202012Validator(schema) for kind, schema in written.items()}
        return [
            f"{one.what}: {', '.join(why)}"
            for one in self.made
            if (why := one.to_be_seen(self.found)) and validators[one.kind].is_valid(one.document)
        ]

    def plain(self) -> list[Damaged]:
        """What the schemas have to take."""
        return [one for one in self.made if one.to_be_taken(self.found)]


class Maker:
    """Damages documents of the shipped data."""

    def __init__(self, shipped: backspasm.Dataset) -> None:
        documents = Documents(shipped)
        self.whole = {kind: documents.of_kind(kind) for kind in KINDS}
        self.data = {quad.triple for quad in shipped.quads()}
        self.pool: dict[str, list[Any]] = {}
        for kind, of_kind in self.whole.items():
            for document in of_kind:
                for spot in spots(read_places().roots[kind], document):
                    for term, value in spot.node.items():
                        self.pool.setdefault(term, []).append(value)
        del self.pool["@context"]

    def round(self, kinds: tuple[str, ...], seed: int) -> Round:
        made = self._made(kinds, Damage(seed, self.pool))
        return Round(made, self._checked(made))

    def _made(self, kinds: tuple[str, ...], damage: Damage) -> list[Damaged]:
        made: list[Damaged] = []
        touched: set[str] = set()
        reached: set[str] = set()
        for kind in kinds:
            for original in self.whole[kind]:
                document = copy.deepcopy(original)
                spot = _chosen(kind, document, damage)
                reach, ids = spot.reach(), spot.ids()
                if reach & touched or reached & ids:
                    continue
                own = spot.node["id"]
                what = f"{damage.do(spot)} of {own} in {original['id']}"
                after = spot.reach()
                if after & touched or len(after - reach) > 20:
                    continue
                made.append(_damaged(what, kind, original, document, own, ids | spot.ids()))
                touched |= ids
                reached |= reach | after
        return made

    def _checked(self, made: list[Damaged]) -> Found:
        """The violations in the data with all the damage in it."""
        gone = frozenset[pyoxigraph.Triple]().union(*(one.gone for one in made))
        new = frozenset[pyoxigraph.Triple]().union(*(one.new for one in made))
        data = sorted(self.data - gone | new, key=str)
        shapes = (quad for name in shape_files() for quad in parse_file(name))
        found: Found = {}
        for result in run(data, shapes):
            if result.severity == str(SH.Violation):
                for node in _about(result):
                    found.setdefault(node, set()).add(_constraint(result))
        return found


def _chosen(kind: str, document: Node, damage: Damage) -> Spot:
    """A node that stands once in a document: mostly the outermost."""
    found = list(spots(read_places().roots[kind], document))
    times = Counter(spot.node["id"] for spot in found)
    alone = [spot for spot in found if times[spot.node["id"]] == 1 and len(spot.around) < 3]
    return alone[0] if damage.random.random() < 0.5 else damage.random.choice(alone)


def _damaged(
    what: str, kind: str, original: Node, document: Node, own: str, focus: set[str]
) -> Damaged:
    before, after = triples(original), triples(document)
    assert before is not None
    now = before if after is None else after
    gone = frozenset(one for one in before - now if str(one.subject) == f"<{expand(own)}>")
    once = list(_ids(original)).count(own) == 1
    return Damaged(
        what, kind, document, frozenset(focus), gone, now - before, after is not None, once
    )


def _ids(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        for item in value:
            yield from _ids(item)
    elif isinstance(value, dict):
        yield str(value.get("id"))
        for item in value.values():
            yield from _ids(item)


def _about(result: Result) -> set[str]:
    return {result.focus, result.value} if result.path.startswith("^") else {result.focus}


def _constraint(result: Result) -> Constraint:
    name = result.component.removeprefix(str(SH)).removesuffix(COMPONENT)
    return Constraint(result.shape, "sparql" if name == "SPARQL" else name[0].lower() + name[1:])


# rdflib, of a number that is none
pytestmark = pytest.mark.filterwarnings("ignore:Serializing weird numerical")


@pytest.fixture(scope="module")
def rounds(shipped: backspasm.Dataset) -> list[Round]:
    maker = Maker(shipped)
    return [maker.round(kinds, SEED + number) for number, kinds in enumerate(ROUNDS)]


@pytest.mark.parametrize("number", range(len(ROUNDS)))
def test_the_schema_refuses_what_the_shapes_refuse(number: int, rounds: list[Round]) -> None:
    missed = rounds[number].misses(schemas())
    assert not missed, "\n".join(missed)


@pytest.mark.parametrize("number", range(len(ROUNDS)))
def test_the_schema_takes_what_the_shapes_take(number: int, rounds: list[Round]) -> None:
    plain = rounds[number].plain()
    assert len(plain) > 5
    for one in plain:
        errors = Draft202012Validator(schemas()[one.kind]).iter_errors(one.document)
        assert not [(error.json_path, error.message) for error in errors], one.what


@pytest.mark.parametrize("number", range(len(ROUNDS)))
def test_the_damage_breaks_much(number: int, rounds: list[Round]) -> None:
    """Most changes break something, and what they break is of many kinds."""
    made, found = rounds[number].made, rounds[number].found
    broken = [constraint for one in made for constraint in one.broken(found)]
    assert sum(bool(one.to_be_seen(found)) for one in made) > len(made) / 2
    assert len(set(broken)) > 30


WEAKER = ("required", "enum", "minItems", "pattern", "items", "additionalProperties", "allOf")


@pytest.mark.parametrize("keyword", WEAKER)
def test_a_weaker_schema_is_seen(keyword: str, rounds: list[Round]) -> None:
    weaker = {name: _without(keyword, schema) for name, schema in schemas().items()}
    assert any(one.misses(weaker) for one in rounds)


def _without(keyword: str, schema: Any, *, names: bool = False) -> Any:
    """A schema without a keyword wherever that makes it weaker: in `allOf` are conditions."""
    if isinstance(schema, list):
        return [_without(keyword, item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        key: value
        if key == "allOf" and not names
        else _without(keyword, value, names=key in ("properties", "$defs") and not names)
        for key, value in schema.items()
        if names or key != keyword
    }
