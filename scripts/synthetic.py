"""A made-up dataset of this model, as large as is wanted, to measure how commands grow.

It has the numbers of the shipped data times a factor: 198 concepts, 251 claims with a
passage each, and 2 documents. A quarter of the causal claims name back muscle spasm; the
others join two concepts at random, one in twenty of them backwards, so that there are
cycles. The same factor and seed give the same bytes.
"""

from __future__ import annotations

import argparse
import hashlib
import random
from pathlib import Path
from typing import TYPE_CHECKING

from backspasm.namespaces import BS, BSC, BSD, BSV, DCTERMS, OA, OBO, RDF, SKOS, XSD

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["START", "lines"]

CONCEPTS, CLAIMS, DOCUMENTS = 198, 251, 2
START = "synthetic-0"
"""The name of a concept from which many paths lead to back muscle spasm."""

_EFFECT = "back-muscle-spasm"
_TO_EFFECT = 0.25
_BACKWARDS = 0.05
_PREDICATES = ["causes"] * 7 + ["mayCause"] * 2 + ["contributesTo"]
_CERTAINTIES = ["Stated"] * 6 + ["Possible"] * 3 + ["Likely"]


def lines(times: int, seed: int = 1) -> Iterator[str]:
    """The dataset as N-Triples, a line for each triple.

    Args:
        times: how many times the shipped numbers.
        seed: of the random numbers.
    """
    chance = random.Random(seed)  # noqa: S311 (nothing is kept secret)
    names = [f"synthetic-{number}" for number in range(CONCEPTS * times - 1)]
    for name in (*names, _EFFECT):
        yield _line(BS + name, RDF + "type", BSV + "Process")
        yield _line(BS + name, RDF + "type", SKOS + "Concept")
        yield _line(BS + name, SKOS + "prefLabel", f'"{name.replace("-", " ")}"@en')
        yield _line(BS + name, SKOS + "definition", '"Made up."@en')
    for number in range(DOCUMENTS * times):
        yield _line(f"{BSD}synthetic-{number}", RDF + "type", BSV + "Document")
        yield _line(f"{BSD}synthetic-{number}", DCTERMS + "title", f'"Synthetic {number}"@en')
    for number in range(CLAIMS * times):
        cause, effect = _ends(number, names, chance)
        yield from _claim(
            number, cause, effect, f"synthetic-{number % (DOCUMENTS * times)}", chance
        )


def _ends(number: int, names: list[str], chance: random.Random) -> tuple[str, str]:
    if number < len(names) // 50:
        return START, names[chance.randrange(1, len(names))]
    if chance.random() < _TO_EFFECT:
        return chance.choice(names), _EFFECT
    first, last = sorted(chance.sample(range(len(names)), 2))
    if chance.random() < _BACKWARDS:
        first, last = last, first
    return names[first], names[last]


def _claim(
    number: int, cause: str, effect: str, document: str, chance: random.Random
) -> Iterator[str]:
    claim, start = f"{BSC}{document}-{number}", 10 * number
    passage = f"{BSD}{document}#char={start},{start + 9}"
    digest = hashlib.sha256(str(number).encode()).hexdigest()
    for predicate, target in (
        (RDF + "type", BSV + "Claim"),
        (RDF + "subject", BS + cause),
        (RDF + "predicate", BSV + chance.choice(_PREDICATES)),
        (RDF + "object", BS + effect),
        (BSV + "polarity", BSV + "Affirmed"),
        (BSV + "certainty", BSV + chance.choice(_CERTAINTIES)),
        (BSV + "basis", BSV + "Sentence"),
        (BSV + "evidence", OBO + "ECO_0000034"),
        (BSV + "statement", f'"Claim {number} is made up."@en'),
        (BSV + "passage", passage),
    ):
        yield _line(claim, predicate, target)
    for predicate, target in (
        (RDF + "type", BSV + "Passage"),
        (RDF + "type", OA + "SpecificResource"),
        (OA + "hasSource", BSD + document),
        (OA + "start", f'"{start}"^^<{XSD}integer>'),
        (OA + "end", f'"{start + 9}"^^<{XSD}integer>'),
        (BSV + "section", '"Made up"@en'),
        (BSV + "sha256", f'"{digest}"'),
    ):
        yield _line(passage, predicate, target)


def _line(subject: str, predicate: str, target: str) -> str:
    written = target if target.startswith('"') else f"<{target}>"
    return f"<{subject}> <{predicate}> {written} .\n"


def main() -> None:
    """Write a dataset to a file."""
    parser = argparse.ArgumentParser(description="Write a made-up dataset as N-Triples.")
    parser.add_argument("times", type=int, help="how many times the shipped numbers")
    parser.add_argument("file", type=Path, help="where to write it; the name ends in .nt")
    options = parser.parse_args()
    with options.file.open("w", encoding="utf-8") as out:
        out.writelines(lines(options.times))


if __name__ == "__main__":
    main()
