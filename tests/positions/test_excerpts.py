"""Excerpts."""

from __future__ import annotations

import pytest

from backspasm.positions import Place, excerpt

CONTENT = "a\r\nb\n\tcé\r\nd\ne\nf\ng".encode()


@pytest.mark.parametrize(
    ("place", "lines"),
    [
        (Place("x"), ()),
        (Place("x", 1, 1, 1, 2), ("a",)),
        (Place("x", 3, 1, 4, 2), ("\tcé", "d")),
        (Place("x", 2, 1, 7, 2), ("b", "\tcé", "d", "e", "f")),
        (Place("x", 7, 1, 9, 1), ("g", "", "")),
    ],
)
def test_excerpt(place: Place, lines: tuple[str, ...]) -> None:
    assert excerpt(CONTENT, place) == lines
