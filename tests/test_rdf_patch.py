"""Patches, applied by rdflib's reader of RDF Patch and by one of a few lines."""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import pairwise
from typing import Any

import pyoxigraph
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad

from backspasm.blank_nodes import named_by_content
from backspasm.files import vocabulary_files
from backspasm.namespaces import XSD
from backspasm.rdf_patch import as_patch
from backspasm.revisions import open_versions
from conftest import SMALL

TERM = re.compile(r'"(?:[^"\\]|\\.)*"|<(_:[\w-]+)>')
"""A literal, which stays as it is, or a blank node as RDF Patch has it."""

TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=8)
HARD = st.sampled_from(['"', "_:b1", '\\" _:b1', "a\nD <x> .", "<_:b>", "\r\u2028", " .\n"])
things = st.integers(0, 3).map(lambda n: NamedNode(f"https://example.org/s#{n}"))
nodes = st.integers(0, 3).map(lambda n: BlankNode(f"n{n}"))
literals = st.one_of(
    st.builds(Literal, TEXTS | HARD),
    st.builds(Literal, TEXTS | HARD, language=st.sampled_from(["en", "de-ch"])),
    st.builds(
        Literal,
        st.sampled_from(["1", "01", "1.50", "x"]),
        datatype=st.sampled_from([NamedNode(XSD + "integer"), NamedNode("urn:own")]),
    ),
)
quads = st.builds(
    Quad,
    things | nodes,
    things,
    things | nodes | literals,
    st.sampled_from([NamedNode("urn:g:1"), NamedNode("urn:g:2"), DefaultGraph()]),
)
versions = st.sets(quads, max_size=10).map(named_by_content)


def applied(patch: str, quads: Collection[Quad]) -> set[Quad]:
    """The reader of a few lines: every deletion must delete, every addition add."""
    lines = patch.removesuffix("\n").split("\n")
    headers = [line for line in lines if line.startswith("H ")]
    assert all(re.fullmatch(r"H (id|prev) <uuid:[0-9a-f-]{36}> \.", line) for line in headers)
    assert (lines[len(headers)], lines[-1]) == ("TX .", "TC .")
    found = set(quads)
    for line in lines[len(headers) + 1 : -1]:
        plain = TERM.sub(lambda term: term[1] or term[0], line[2:])
        (quad,) = pyoxigraph.parse(plain.encode(), pyoxigraph.RdfFormat.N_QUADS)
        if line[0] == "D":
            found.remove(quad)
        else:
            assert line[0] == "A"
            assert quad not in found
            found.add(quad)
    return found


@settings(deadline=None)
@given(versions, versions)
def test_a_patch_leads_from_old_to_new_and_back(old: set[Quad], new: set[Quad]) -> None:
    there, back = as_patch(old, new), as_patch(new, old)
    assert applied(there, old) == new
    assert applied(back, new) == old
    changes = [
        sorted(line[2:] for line in patch.split("\n") if line.startswith(mark))
        for patch, mark in ((there, "D "), (back, "A "), (there, "A "), (back, "D "))
    ]
    assert changes[0] == changes[1]
    assert changes[2] == changes[3]


def as_rdflib(quads: Collection[Quad]) -> rdflib.Dataset:
    data = rdflib.Dataset()
    for quad in quads:
        named = isinstance(quad.graph_name, NamedNode)
        where = data.graph(_term(quad.graph_name)) if named else data.default_graph
        where.add(tuple(map(_term, quad.triple)))  # type: ignore[arg-type]
    return data


def _term(term: Any) -> rdflib.term.IdentifiedNode | rdflib.Literal:
    if isinstance(term, NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, BlankNode):
        return rdflib.BNode(term.value)
    if term.language:
        return rdflib.Literal(term.value, lang=term.language)
    plain = term.datatype.value == XSD + "string"
    return rdflib.Literal(
        term.value, datatype=None if plain else rdflib.URIRef(term.datatype.value)
    )


def content(data: rdflib.Dataset) -> set[tuple[str, ...]]:
    return {tuple("" if part is None else part.n3() for part in quad) for quad in data.quads()}


@pytest.fixture
def _as_written() -> Any:
    kept = rdflib.NORMALIZE_LITERALS
    rdflib.NORMALIZE_LITERALS = False
    yield
    rdflib.NORMALIZE_LITERALS = kept


@pytest.mark.usefixtures("_as_written")
@settings(deadline=None)
@given(versions, versions)
def test_rdflib_applies_it(old: set[Quad], new: set[Quad]) -> None:
    for before, after in ((old, new), (new, old)):
        data = as_rdflib(before)
        data.parse(data=as_patch(before, after), format="patch")
        assert content(data) == content(as_rdflib(after))


def test_shipped_and_small_data() -> None:
    old, new = (version.quads for version in open_versions(str(SMALL), *vocabulary_files()))
    assert applied(as_patch(old, new), old) == new


def test_what_it_looks_like() -> None:
    graph = NamedNode("urn:g")
    kept, gone, came = (
        Quad(NamedNode("urn:s"), NamedNode("urn:p"), term, graph)
        for term in (Literal(1), Literal("a"), BlankNode("b1"))
    )
    lines = as_patch([kept, gone], [kept, came]).split("\n")
    assert lines[2:] == [
        "TX .",
        'D <urn:s> <urn:p> "a" <urn:g> .',
        "A <urn:s> <urn:p> <_:b1> <urn:g> .",
        "TC .",
        "",
    ]


def test_patches_from_version_to_version_form_a_log() -> None:
    """Each names the one before it; the first names none; same content, same name."""
    versions = [
        [Quad(NamedNode("urn:s"), NamedNode("urn:p"), Literal(n)) for n in range(count)]
        for count in range(4)
    ]
    first, *others = (
        re.findall(r"H (\w+) <uuid:([^>]+)>", as_patch(*pair)) for pair in pairwise(versions)
    )
    assert [name for name, _ in first] == ["id"]
    known = first[0][1]
    for header in others:
        assert [name for name, _ in header] == ["id", "prev"]
        assert header[1][1] == known
        known = header[0][1]
    assert as_patch(versions[1][::-1], versions[2][::-1]) == as_patch(versions[1], versions[2])
    assert re.fullmatch(r"\w{8}-\w{4}-8\w{3}-[89ab]\w{3}-\w{12}", known)
