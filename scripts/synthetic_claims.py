"""Who says what in the made-up dataset: its concepts, and the claims of each document.

The numbers are those of the shipped data times a factor. Claims come in blocks of nine: four
that lead on from one another to back muscle spasm, which mechanisms follow, and five others.
What leads back to an earlier concept is only possible, so that there are cycles and none of
them is firm.
"""

from __future__ import annotations

import random
from bisect import bisect_right
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

__all__ = ["EFFECT", "START", "Claim", "Plan"]

START = "synthetic-0"
"""The name of a concept from which many paths lead to back muscle spasm."""

EFFECT = "back-muscle-spasm"
"""The name of what most chains of claims end in."""

DOCUMENTS, BLOCKS, BLOCK, CHAIN = 2, 28, 9, 4

_KINDS = {
    "Process": 33, "Finding": 23, "AnatomicalStructure": 41, "Disorder": 30, "Exposure": 30,
    "Injury": 15, "Substance": 9, "Trait": 6, "Intervention": 4, "Population": 4, "Condition": 3,
}  # fmt: skip
_CONDITIONS = ("Condition", "Disorder", "Injury", "Finding")
_EVENTS = (*_CONDITIONS, "Process")
_CAUSES = (*_EVENTS, "Exposure", "Trait", "Substance")
_STATES = (*_EVENTS, "Exposure", "Trait")
_CAUSAL = {"causes": 123, "mayCause": 33, "contributesTo": 8, "increasesRiskOf": 30}
_OTHERS = {
    "associatedWith": (9, _STATES, _STATES),
    "occursIn": (5, _EVENTS, ("AnatomicalStructure", "Population")),
    "frequentIn": (4, _EVENTS, ("Population", "Trait", "Exposure")),
    "manifestsAs": (4, _EVENTS, _EVENTS),
    "treats": (4, ("Intervention",), _EVENTS),
    "precedes": (2, _STATES, _STATES),
    "contributesToSeverityOf": (2, _CAUSES, _CONDITIONS),
    "prevents": (1, ("Intervention",), _EVENTS),
    "resembles": (1, _EVENTS, _EVENTS),
    "partOf": (1, ("AnatomicalStructure",), ("AnatomicalStructure",)),
    "kindOf": (24, _CONDITIONS, _CONDITIONS),
}
_CAUSAL_OF_OTHERS = 82 / 139
_TO_EFFECT = 0.4
_BACKWARDS = 0.2
_FROM_START = 50
_CERTAINTIES = ["Stated"] * 162 + ["Possible"] * 84 + ["Likely"] * 5
_BASES = ["Sentence"] * 193 + ["ListItem"] * 42 + ["Heading"] * 16


class Claim(NamedTuple):
    """What one document says, by the local names of all it names."""

    name: str
    document: int
    subject: str
    predicate: str
    target: str
    certainty: str
    basis: str
    denied: bool


class Plan:
    """The concepts and claims of a dataset of some size.

    Attributes:
        chance: the random numbers.
        names: the made-up concepts; the effect is not among them.
        kinds: the kind of each of them, and of the effect.
        of_kind: the concepts of each kind, in their order.
        documents: how many there are.
        blocks: how many blocks of claims.
    """

    def __init__(self, times: float, seed: int) -> None:
        """Make up the concepts.

        Args:
            times: how many times the shipped numbers; at least one concept of each kind and
                one block of claims are there.
            seed: of the random numbers.
        """
        self.chance = random.Random(seed)  # noqa: S311 (nothing is kept secret)
        every = _mixed_kinds()
        number = max(round(len(every) * times), len(_KINDS) + 1) - 1
        self.names = [f"synthetic-{index}" for index in range(number)]
        self.kinds = {name: every[index % len(every)] for index, name in enumerate(self.names)}
        self.kinds[EFFECT] = "Finding"
        self.of_kind: dict[str, list[str]] = {kind: [] for kind in _KINDS}
        for name in (EFFECT, *self.names):
            self.of_kind[self.kinds[name]].append(name)
        self.documents = max(round(DOCUMENTS * times), 1)
        self.blocks = max(round(BLOCKS * times), self.documents)
        self._deck: list[str] = []
        self._events = self._indices(_EVENTS)
        self._causes = self._indices(_CAUSES)

    def _indices(self, kinds: tuple[str, ...]) -> list[int]:
        return [index for index, name in enumerate(self.names) if self.kinds[name] in kinds]

    @cached_property
    def claims(self) -> list[list[Claim]]:
        """The claims of each document: whole blocks, each said once."""
        return [self._of_document(number) for number in range(self.documents)]

    def _of_document(self, number: int) -> list[Claim]:
        first, last = (self.blocks * index // self.documents for index in (number, number + 1))
        said: set[tuple[str, str, str]] = set()
        found: list[Claim] = []
        for block in range(first, last):
            triples = self._chain(said)
            while len(triples) < BLOCK:
                triples.append(self._other(block * BLOCK + len(triples), said))
            if block % BLOCKS == BLOCKS // 2:  # the last denies what the one before it says
                triples[-1] = triples[-2]
            for triple in triples:
                found.append(self._claim(number, len(found) + 1, triple))
            if triples[-1] is triples[-2]:
                found[-1] = found[-1]._replace(denied=True)
        return found

    def _claim(self, document: int, number: int, triple: tuple[str, str, str]) -> Claim:
        subject, predicate, target = triple
        certainty, basis = self.chance.choice(_CERTAINTIES), self.chance.choice(_BASES)
        backwards = target != EFFECT and self._place(target) < self._place(subject)
        if predicate in _CAUSAL and backwards:
            certainty = "Possible"
        name = f"synthetic-{document}-{number}"
        return Claim(name, document, subject, predicate, target, certainty, basis, denied=False)

    @staticmethod
    def _place(name: str) -> int:
        return -1 if name == EFFECT else int(name.rpartition("-")[2])

    def _chain(self, said: set[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
        """Claims that lead on from one another to the effect."""
        while True:
            inner = sorted(self.chance.sample(self._events, CHAIN - 1))
            before = bisect_right(self._causes, inner[0]) - 1
            first = self._causes[self.chance.randrange(before)] if before > 0 else inner[0]
            steps = [self.names[index] for index in (first, *inner)] + [EFFECT]
            triples = [(one, self._causal(), other) for one, other in pairwise(steps)]
            if first < inner[0] and said.isdisjoint(triples):
                said.update(triples)
                return triples

    def _causal(self) -> str:
        return self.chance.choices(list(_CAUSAL), list(_CAUSAL.values()))[0]

    def _other(self, number: int, said: set[tuple[str, str, str]]) -> tuple[str, str, str]:
        """A claim that stands alone."""
        while True:
            if self.chance.random() < _CAUSAL_OF_OTHERS:
                triple = self._lone_cause(number)
            else:
                triple = self._not_causal()
            if triple[0] != triple[2] and triple not in said:
                said.add(triple)
                return triple

    def _lone_cause(self, number: int) -> tuple[str, str, str]:
        if number < 3 * len(self.names) // _FROM_START:
            return START, self._causal(), self.names[self.chance.choice(self._events)]
        if self.chance.random() < _TO_EFFECT:
            return self.names[self.chance.choice(self._causes)], self._causal(), EFFECT
        one, other = self.chance.choice(self._events), self.chance.choice(self._events)
        first, last = min(one, other), max(one, other)
        if self.chance.random() < _BACKWARDS:
            first, last = last, first
        return self.names[first], self._causal(), self.names[last]

    def _not_causal(self) -> tuple[str, str, str]:
        if not self._deck:
            self._deck = [name for name, (number, *_) in _OTHERS.items() for _ in range(number)]
            self.chance.shuffle(self._deck)
        predicate = self._deck.pop()
        _, subjects, targets = _OTHERS[predicate]
        return self._one_of(subjects), predicate, self._one_of(targets)

    def _one_of(self, kinds: tuple[str, ...]) -> str:
        weights = [len(self.of_kind[kind]) for kind in kinds]
        return self.chance.choice(self.of_kind[self.chance.choices(kinds, weights)[0]])

    def any_of(self, *kinds: str) -> str:
        """A concept of one of some kinds, the larger kinds more often."""
        return self._one_of(kinds)


def _mixed_kinds() -> list[str]:
    """The kinds of 198 concepts: one of each first, then the others, well mixed."""
    rest = [kind for kind, number in _KINDS.items() for _ in range(number - 1)]
    return [*_KINDS, *(rest[89 * index % len(rest)] for index in range(len(rest)))]
