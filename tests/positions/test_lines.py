"""Triples of N-Triples and N-Quads are found line by line, and otherwise by a walk through all."""

from __future__ import annotations

import pyoxigraph
import pytest

from backspasm.positions import Positions
from backspasm.positions.lines import LineWalk
from backspasm.positions.turtle import Walk
from backspasm.validation.material import Source
from backspasm.validation.rows import rows

TEXTS = {
    "plain": "<a:a> <a:b> <a:c> .\n<a:a> <a:b> <a:d> .\n",
    "comments and empty lines": "# <a:a>\n\n  \t\n<a:a> <a:b> _:c . # it\n\t# no\n _:c <a:b> 'x' .",
    "other line ends": "<a:a> <a:b> 'x' .\r\n\r\n<a:a> <a:b> 'y'@en .\r\n",
    "line ends of one kind only": "<a:a> <a:b> 'x' .\r<a:a> <a:b> 'y' .\r",
    "line ends of all kinds": "<a:b> <a:t> <a:C> .\r_:k <a:t> <a:C> .\n_:b <a:t> <a:C> .\n",
    "twice": "<a:a> <a:b> 'x' .\n<a:a> <a:b> 'x' .\n<a:a> <a:b> 'y' .\n",
    "beyond ASCII": "<a:é> <a:b> '𝒳é' .\n<a:a> <a:b> '\\n\\u00E9'^^<a:t> .\n",
}


def source_of(name: str, content: bytes) -> Source:
    formats = {".nt": pyoxigraph.RdfFormat.N_TRIPLES, ".nq": pyoxigraph.RdfFormat.N_QUADS}
    return Source(name, content, rows(pyoxigraph.parse(content, formats[name[-3:]])))


def _text(name: str) -> str:
    return TEXTS[name].replace("'", '"')


@pytest.mark.parametrize("suffix", [".nt", ".nq"])
@pytest.mark.parametrize("name", TEXTS)
def test_as_a_walk_through_all(name: str, suffix: str) -> None:
    text = _text(name)
    source = source_of(f"x{suffix}", text.encode())
    walk, lines = Walk(text, source.triples), LineWalk(text, source)
    for index in range(len(source.triples)):
        assert lines.spans(index) == walk.spans(index) is not None


def test_graphs_of_nquads() -> None:
    source = source_of("x.nq", b'<a:a> <a:b> "x" <a:g> .\n_:a <a:b> "y" _:g .\n')
    assert str(Positions(source).place(1, "object")) == "x.nq:2:11"


def test_what_stands_nowhere_has_no_place() -> None:
    source = source_of("x.nt", b"<a:a> <a:b> <a:c> .\n<a:a> <a:b> <a:d> .\n")
    source.rows.reverse()
    assert [LineWalk(source.content.decode(), source).spans(index) for index in (0, 1)] == [
        None
    ] * 2


def test_a_long_file_is_not_walked_through(monkeypatch: pytest.MonkeyPatch) -> None:
    walked: list[int] = []

    class Counting(Walk):
        def __init__(self, text: str, *others: object) -> None:
            walked.append(len(text))
            super().__init__(text, *others)  # type: ignore[arg-type]

    monkeypatch.setattr("backspasm.positions.lines.Walk", Counting)
    lines = "".join(f"<a:a> <a:b> <a:c{number}> .\n" for number in range(1000))
    assert str(Positions(source_of("x.nt", lines.encode())).place(700, "object")) == "x.nt:701:13"
    assert max(walked) < 30
