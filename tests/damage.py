"""Documents changed at random, one thing in each, and what the RDF of that is."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pyoxigraph

from backspasm.context import read_context
from backspasm.namespaces import expand
from backspasm.places import Place

Node = dict[str, Any]
Triples = frozenset[pyoxigraph.Triple]

WORDS = ("Chronic", "Stated", "causes", "treats", "Claim", "Condition", "exactMatch", "Nonsense")
TEXTS = ("x", " x.", "No stop", "One two three four five six seven eight nine", "It may be.", "")
ODD = (True, False, 0, -1, 1, 7, 101, 2.5, "7", "1.5", "-0.1", "0.5", "2023-02-30", "text/html")
IDS = ("bs:Two words", "bs:X", "bsc:x", "http://example.org/x", "no id", "bsm:x#1", "MONDO:7")
OTHER_KEYS = ("colour", "rank", "start", "deprecated", "step", "http://example.org/p", "skos:note")


@dataclass(frozen=True)
class Spot:
    """A node inside a document, with the nodes around it."""

    place: Place
    node: Node
    around: tuple[Node, ...]

    def ids(self) -> set[str]:
        """What a finding about this node, or one around it, is about."""
        return {_iri(node) for node in (*self.around, self.node)}

    def reach(self) -> set[str]:
        """All that these nodes point at, and what that points at."""
        near = [*self.around, self.node]
        for _ in range(2):
            near += [value for node in near for value in _values(node) if isinstance(value, dict)]
        return {_iri(node) for node in near}


def _iri(node: Node) -> str:
    name = node.get("id")
    return (expand(name) or name) if isinstance(name, str) else ""


def _values(node: Node) -> Iterator[Any]:
    for value in node.values():
        yield from value if isinstance(value, list) else (value,)


def spots(place: Place, node: Node, around: tuple[Node, ...] = ()) -> Iterator[Spot]:
    """The nodes of a document of which all is said, from the outside in."""
    yield Spot(place, node, around)
    for term, key in place.keys.items():
        held = node.get(term, [])
        if len(key.places) == 1 and key.places[0].whole:
            for value in held if isinstance(held, list) else (held,):
                yield from spots(key.places[0], value, (*around, node))


def triples(document: Node) -> Triples | None:
    """The RDF of a document, with all terms of the context; None where it is no JSON-LD."""
    text = json.dumps({**document, "@context": read_context().terms}).encode()
    try:
        quads = list(pyoxigraph.parse(text, pyoxigraph.RdfFormat.JSON_LD, rename_blank_nodes=True))
    except SyntaxError:
        return None
    return frozenset(quad.triple for quad in quads)


class Damage:
    """Changes one thing in a node, in place."""

    def __init__(self, seed: int, pool: dict[str, list[Any]]) -> None:
        """Prepare.

        Args:
            seed: of all that is random.
            pool: values by their keys, as documents have them.
        """
        self.random = random.Random(seed)  # noqa: S311 (no secret)
        self.pool = pool

    def do(self, spot: Spot) -> str:
        """Change the node of a spot. Returns what was done, and where."""
        node = spot.node
        before = json.dumps(node)
        while json.dumps(node) == before:
            term = self.random.choice([key for key in node if key != "@context"])
            how = self.random.choice(_WAYS)
            how(self, node, term)
        return f"{how.__name__.strip('_')} {spot.place.name}.{term}"

    def some(self, values: tuple[Any, ...]) -> Any:
        return self.random.choice(values)

    def other(self, term: str) -> Any:
        return copy.deepcopy(self.random.choice(self.pool[term]))


def _drop(_: Damage, node: Node, term: str) -> None:
    del node[term]


def _unwrap(_: Damage, node: Node, term: str) -> None:
    if isinstance(node[term], list):
        node[term] = node[term][0]


def _wrap(_: Damage, node: Node, term: str) -> None:
    if not isinstance(node[term], list):
        node[term] = [node[term]]


def _empty(_: Damage, node: Node, term: str) -> None:
    if isinstance(node[term], (list, dict)):
        node[term] = type(node[term])()


def _repeat(_: Damage, node: Node, term: str) -> None:
    if isinstance(node[term], list):
        node[term].append(node[term][0])


def _add_key(damage: Damage, node: Node, _: str) -> None:
    node.setdefault(damage.some(OTHER_KEYS), damage.some((*ODD, *WORDS)))


def _odd(damage: Damage, node: Node, term: str) -> None:
    value = damage.some(ODD)
    node[term] = [value] if isinstance(node[term], list) else value


def _word(damage: Damage, node: Node, term: str) -> None:
    value = node[term]
    if isinstance(value, str):
        node[term] = damage.some(WORDS)
    elif isinstance(value, list) and isinstance(value[0], str):
        value[-1:] = damage.random.sample(WORDS, damage.some((1, 2)))


def _name(damage: Damage, node: Node, term: str) -> None:
    if isinstance(node[term], dict) and "id" in node[term]:
        node[term]["id"] = damage.some(IDS)
    elif term == "id" or term in read_context().links:
        _odd(damage, node, term)
        node[term] = [damage.some(IDS)] if isinstance(node[term], list) else damage.some(IDS)


def _text(damage: Damage, node: Node, term: str) -> None:
    if isinstance(node[term], dict) and "en" in node[term]:
        held = node[term]["en"]
        node[term]["en"] = [damage.some(TEXTS)] if isinstance(held, list) else damage.some(TEXTS)


def _language(damage: Damage, node: Node, term: str) -> None:
    if isinstance(node[term], dict) and "en" in node[term]:
        value = node[term]["en"]
        if damage.some((True, False)):
            del node[term]["en"]
        node[term][damage.some(("de", "en-GB", "@none"))] = value


def _flatten(_: Damage, node: Node, term: str) -> None:
    if isinstance(node[term], dict):
        node[term] = node[term].get("en") or node[term].get("id")


def _exchange(damage: Damage, node: Node, term: str) -> None:
    """The value of the key in another node."""
    if term != "id":
        node[term] = damage.other(term)


def _join(damage: Damage, node: Node, term: str) -> None:
    """The values of the key here and in another node."""
    value, other = node[term], damage.other("type" if term == "id" else term)
    held = value if isinstance(value, list) else [value]
    node[term] = [*held, *(other if isinstance(other, list) else [other])]


def _borrow(damage: Damage, node: Node, _: str) -> None:
    """A key that others have."""
    term = damage.random.choice(sorted(damage.pool))
    node.setdefault(term, damage.other(term))


def _turn(_: Damage, node: Node, __: str) -> None:
    """Subject and object change places."""
    if "subject" in node:
        node["subject"], node["object"] = node["object"], node["subject"]


_WAYS: tuple[Callable[[Damage, Node, str], None], ...] = (
    _drop, _unwrap, _wrap, _empty, _repeat, _add_key, _odd, _word, _name, _text, _language,
    _flatten, _exchange, _exchange, _join, _borrow, _borrow, _turn,
)  # fmt: skip

OF_SHAPE = ("unwrap", "wrap", "empty", "repeat", "flatten")
"""The ways that change what kind of JSON a key holds, and nothing else."""

OF_VALUE = ("drop", "exchange", "text", "turn")
"""The ways that leave what is there in the form in which documents have it."""
