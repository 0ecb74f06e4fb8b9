"""The canonical form, held to the specification and to another implementation of it."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable
from pathlib import Path

import pyoxigraph
import pytest

import backspasm
from backspasm.digest import canonical_nquads, sha256
from backspasm.export import export

Node = Callable[..., str]

XSD = "http://www.w3.org/2001/XMLSchema#"
P, Q, G = (pyoxigraph.NamedNode(f"http://example.org/{name}") for name in "pqg")

# Canonical N-Quads (RDFC-1.0, appendix A): what is written with a backslash, and what as it is.
ESCAPES = {
    "\b": "\\b",
    "\t": "\\t",
    "\n": "\\n",
    "\f": "\\f",
    "\r": "\\r",
    '"': '\\"',
    "\\": "\\\\",
    "\x7f": "\\u007F",
    "\ufffe": "\\uFFFE",
    **{chr(code): f"\\u{code:04X}" for code in (*range(8), 0x0B, *range(0x0E, 0x20))},
    **{plain: plain for plain in "'~\x80\x85\xa0\u2028é€\ue000\ufffd\U00010000😀\U0010ffff"},
}


def blank(name: str) -> pyoxigraph.BlankNode:
    return pyoxigraph.BlankNode(name)


def nasty() -> list[pyoxigraph.Quad]:
    """Quads of all that is easily written in two ways."""
    texts = [*ESCAPES, "a\tb\r\n\"c\" \\ 'd' \\u0041", "", " ", "𝒳 \x00 \x1f"]
    literals = [pyoxigraph.Literal(text) for text in texts if text != "\ufffe"]
    literals += [pyoxigraph.Literal("x\ty", language=tag) for tag in ("en", "en-GB", "zh-Hant-tw")]
    for kind in ("string", "integer", "decimal", "hexBinary"):
        literals.append(pyoxigraph.Literal("05", datatype=pyoxigraph.NamedNode(XSD + kind)))
    quads = [pyoxigraph.Quad(Q, P, literal) for literal in literals]
    quads += [pyoxigraph.Quad(blank(f"l{n}"), P, lit, G) for n, lit in enumerate(literals)]
    # A list, two things that look alike, a ring, a graph without a name, and one quad twice.
    chain = [pyoxigraph.Quad(blank(f"c{n}"), P, blank(f"c{n + 1}"), G) for n in range(4)]
    alike = [pyoxigraph.Quad(blank(f"a{n}"), P, Q) for n in range(3)]
    ring = [pyoxigraph.Quad(blank(f"r{n}"), P, blank(f"r{(n + 1) % 5}")) for n in range(5)]
    named = [pyoxigraph.Quad(blank("g"), P, blank("r0"), blank("g"))]
    return quads + chain + alike + ring + named + quads[:3]


def canonized(node: Node, folder: Path, content: bytes) -> bytes:
    """What the other implementation makes of N-Quads."""
    (folder / "in.nq").write_bytes(content)
    node("canonize.js", folder / "in.nq", folder / "out.nq")
    return (folder / "out.nq").read_bytes()


def in_code_points(content: bytes) -> bytes:
    """Lines in code point order: JavaScript orders by halves of UTF-16."""
    return b"".join(sorted(content.splitlines(keepends=True)))


@pytest.mark.parametrize("character", ESCAPES)
def test_escapes(character: str) -> None:
    written = canonical_nquads([pyoxigraph.Quad(Q, P, pyoxigraph.Literal(character))])
    assert written.decode() == f'{Q} {P} "{ESCAPES[character]}" .\n'


def test_lines_stand_in_code_point_order() -> None:
    texts = ["\ue000", "\U00010000", "a", "B", "\x7f", "é"]
    lines = canonical_nquads(pyoxigraph.Quad(Q, P, pyoxigraph.Literal(t)) for t in texts)
    found = [quad.object.value for quad in pyoxigraph.parse(lines, pyoxigraph.RdfFormat.N_QUADS)]
    assert found == ["B", "\x7f", "a", "é", "\ue000", "\U00010000"]


def test_labels_and_order_of_reading() -> None:
    first = canonical_nquads(nasty())
    assert b"_:c14n0 " in first
    for seed in range(4):
        quads = nasty()
        random.Random(seed).shuffle(quads)  # noqa: S311 (no secret)
        content = pyoxigraph.serialize(quads, format=pyoxigraph.RdfFormat.N_QUADS) or b""
        renamed = pyoxigraph.parse(content, pyoxigraph.RdfFormat.N_QUADS, rename_blank_nodes=True)
        assert canonical_nquads(renamed) == first


def test_another_implementation_writes_the_same_of_nasty_quads(node: Node, tmp_path: Path) -> None:
    given = pyoxigraph.serialize(nasty(), format=pyoxigraph.RdfFormat.N_QUADS) or b""
    ours = canonical_nquads(nasty())
    assert in_code_points(canonized(node, tmp_path, given)) == ours
    assert canonized(node, tmp_path, ours).count(b"\n") == ours.count(b"\n") > 80


def test_another_implementation_writes_the_same_of_the_shipped_data(
    shipped: backspasm.Dataset, node: Node, tmp_path: Path
) -> None:
    given = pyoxigraph.serialize(shipped.quads(), format=pyoxigraph.RdfFormat.N_QUADS) or b""
    ours = export(shipped, "nquads")
    assert given != ours
    assert canonized(node, tmp_path, given) == ours
    assert canonized(node, tmp_path, ours) == ours


def test_digest_is_that_of_the_file(small: backspasm.Dataset) -> None:
    content = export(small, "nquads")
    assert sha256(content) == hashlib.sha256(content).hexdigest()
    assert canonical_nquads(pyoxigraph.parse(content, pyoxigraph.RdfFormat.N_QUADS)) == content


def test_nothing() -> None:
    assert canonical_nquads([]) == b""
