from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from backspasm.validation.lookup import Lookup

ROWS = st.tuples(st.sampled_from("abc"), st.just("p"), st.sampled_from("abcd"), st.none())


@given(st.lists(st.lists(ROWS, max_size=6), max_size=4), st.sampled_from([0, 2]))
def test_as_a_search_through_all(
    parts: list[list[tuple[str, str, str, None]]], column: int
) -> None:
    lookup = Lookup(parts, 0 if column == 0 else 2)
    every = [row for part in parts for row in part]
    for node in "abcde":
        found = list(lookup.numbers(node))
        assert found == [number for number, row in enumerate(every) if row[column] == node]
