from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import backspasm
from backspasm.context import read_context
from backspasm.namespaces import XSD
from backspasm.patterns import ID, LEXICAL, at_least, at_most, of_ids, portable
from backspasm.shapes import Shape, read_shapes

PREFIXES = read_context().prefixes


def _patterns() -> Iterator[str]:
    seen: set[int] = set()
    pending: list[Shape] = list(read_shapes())
    while pending:
        shape = pending.pop()
        if id(shape) in seen:
            continue
        seen.add(id(shape))
        yield from (term.value for term in shape.said.get("pattern", ()))
        for values in shape.said.values():
            for value in values:
                members = value if isinstance(value, tuple) else (value,)
                pending += [one for one in members if isinstance(one, Shape)]


OF_IRIS = sorted({pattern for pattern in _patterns() if pattern.startswith(("^http", "^(http"))})


@pytest.mark.parametrize("pattern", OF_IRIS)
def test_a_pattern_of_ids_takes_what_the_pattern_of_iris_takes(
    pattern: str, shipped: backspasm.Dataset
) -> None:
    rows = shipped.rows(
        "SELECT DISTINCT ?it { { ?it ?p ?o } UNION { ?s ?p ?it } FILTER(ISIRI(?it)) }"
    )
    iris = {iri for (iri,) in rows}
    iris |= {f"{iri}x" for iri in iris} | {iri[:-1] for iri in iris} | {iri.upper() for iri in iris}
    of_ids_found = re.compile(of_ids(pattern, PREFIXES))
    matched = 0
    for iri in iris:
        matches = bool(re.search(pattern, iri))
        assert bool(of_ids_found.search(read_context().compact(iri))) == matches, iri
        matched += matches
    assert matched


DECIMALS = st.from_regex(LEXICAL[XSD + "decimal"].replace("$", r"\Z"))


@given(DECIMALS, st.sampled_from(["0", "1.0", "7", "100", "230"]))
def test_bounds_of_decimals(text: str, bound: str) -> None:
    assert bool(re.search(at_most(bound), text)) == (Decimal(text) <= Decimal(bound))
    assert bool(re.search(at_least("0"), text)) == (Decimal(text) >= 0)


@pytest.mark.parametrize("bound", ["0.5", "-1"])
def test_bounds_without_a_pattern(bound: str) -> None:
    with pytest.raises(ValueError, match="no pattern"):
        at_most(bound)
    with pytest.raises(ValueError, match="no pattern"):
        at_least(bound)


@pytest.mark.parametrize(
    ("date", "there"),
    [
        ("2024-02-29", True),
        ("2000-02-29", True),
        ("1900-02-29", False),
        ("2023-02-29", False),
        ("2023-04-31", False),
        ("2023-12-31Z", True),
        ("2023-12-31+05:30", True),
        ("2023-13-01", False),
        ("23-01-01", False),
    ],
)
def test_dates(date: str, *, there: bool) -> None:
    assert bool(re.search(LEXICAL[XSD + "date"], date)) == there


def test_case_that_does_not_matter_is_written_out() -> None:
    assert re.search(portable(r"\b(can|may)\b", "i"), "it CaN be")
    assert not re.search(portable(r"\b(can|may)\b", "i"), "scan")
    with pytest.raises(ValueError, match="without regard to case"):
        portable("[a-z]", "i")
    with pytest.raises(ValueError, match="the flags s"):
        portable(".", "s")


def test_words_are_more_than_ascii() -> None:
    assert re.fullmatch(portable(r"\w[\w]"), "éß")
    assert not re.search(portable(r"\w"), "– … ’ §")


def test_an_unbound_pattern_of_iris_has_no_form() -> None:
    with pytest.raises(ValueError, match="how an IRI begins"):
        of_ids("spasm", PREFIXES)


def test_an_id_has_no_space() -> None:
    assert all(re.search(ID, text) for text in ("bs:x", "https://example.org/a#b"))
    assert not any(re.search(ID, text) for text in ("bs x", "bs:x y", "x", "bs:<x>"))
