"""Both engines, with and without the screen, say the same of random graphs."""

from __future__ import annotations

import pyoxigraph
import pytest
from hypothesis import HealthCheck, given, settings

from backspasm.errors import BackspasmError, ShapesError
from backspasm.validation.engines import Result, run
from backspasm.validation.engines.index import Index
from random_graphs import DATA, PREFIXES, SHAPES

Told = list[Result] | None


def graph(text: str) -> Index:
    return Index.of(pyoxigraph.parse(PREFIXES + text, pyoxigraph.RdfFormat.TURTLE))


def told(data: Index, shapes: Index, **options: object) -> Told:
    """The results, or None where the shapes cannot be evaluated."""
    try:
        return run(data, shapes, **options)  # type: ignore[arg-type]
    except ShapesError:
        return None


@settings(
    max_examples=int(__import__("os").environ.get("NEX","1500")),
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)
@given(data=DATA, shapes=SHAPES)
def test_the_screen_changes_nothing(data: list[str], shapes: str) -> None:
    graphs = graph("\n".join(data)), graph(shapes)
    assert told(*graphs) == told(*graphs, screen=False)
