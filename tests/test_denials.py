from __future__ import annotations

from pathlib import Path

import causes
from backspasm.denials import Denials
from backspasm.namespaces import BS, shorten

LINES = "a b Stated x\nb c Stated x\nc d Stated x"


def _claim(number: int, subject: str, predicate: str, target: str, more: str = "") -> str:
    return (
        f"bsc:y-{number} a bsv:Claim ; rdf:subject bs:{subject} ; rdf:predicate bsv:{predicate} ;"
        f" rdf:object bs:{target} ; bsv:polarity bsv:Denied {more} .\n"
    )


MORE = (
    _claim(1, "a", "causes", "b")
    + _claim(2, "c", "mayTreat", "a")
    + _claim(3, "d", "associatedWith", "z", "; bsv:scope bs:a")
    + _claim(4, "d", "causes", "z")
    + _claim(5, "b", "causes", "c", "; <http://www.w3.org/2002/07/owl#deprecated> true")
    + "bsc:x-3 bsv:contradicts bsc:x-2 .\n"
)


def test_kinds(tmp_path: Path) -> None:
    denials = Denials(causes.dataset(tmp_path, LINES, MORE))
    path = [BS + name for name in "abcd"]
    claims = [f"https://w3id.org/backspasm/claim/x-{number}" for number in (1, 2)]
    told = [(d.kind, shorten(d.claim.iri), d.against[-3:]) for d in denials.of_path(path, claims)]
    assert told == [
        ("step", "bsc:y-1", ""),
        ("claim", "bsc:x-3", "x-2"),
        ("other", "bsc:y-2", ""),
        ("other", "bsc:y-3", ""),
    ]


def test_around(tmp_path: Path) -> None:
    denials = Denials(causes.dataset(tmp_path, LINES, MORE))
    assert [shorten(iri) for iri in denials.around([BS + "d"], [BS + "d"])] == [
        "bsc:y-3",
        "bsc:y-4",
    ]
    assert [shorten(iri) for iri in denials.around([], [BS + "a", BS + "b"])] == ["bsc:y-1"]
