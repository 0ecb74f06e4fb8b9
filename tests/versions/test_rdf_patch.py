"""Patches of N-Quads, applied by rdflib's reader of RDF Patch and by one of a few lines."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from itertools import pairwise
from pathlib import Path
from typing import Any

import pyoxigraph
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad

import backspasm
from backspasm.digest import canonical_nquads, sha256
from backspasm.export import export
from backspasm.files import vocabulary_files
from backspasm.graph import DERIVED, VOCABULARY
from backspasm.namespaces import XSD
from backspasm.versions.blank_nodes import named_by_content
from backspasm.versions.rdf_patch import as_patch
from backspasm.versions.revisions import RELEASE, open_versions
from conftest import SMALL, Outcome
from repositories import edit

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
versions = st.sets(quads, max_size=10)


def canonical(quads: Collection[Quad]) -> set[str]:
    """The lines of canonical N-Quads, by pyoxigraph alone (RDFC-1.0)."""
    dataset = pyoxigraph.Dataset(quads)
    dataset.canonicalize(pyoxigraph.CanonicalizationAlgorithm.RDFC_1_0)
    return {f"{quad} ." for quad in dataset}


def read(lines: Collection[str]) -> set[Quad]:
    """N-Quads with the labels of blank nodes as they stand there."""
    return set(pyoxigraph.parse("\n".join(lines).encode(), pyoxigraph.RdfFormat.N_QUADS))


def applied(patch: str, quads: Collection[Quad]) -> set[Quad]:
    """The reader of a few lines: every deletion must delete, every addition add."""
    lines = patch.removesuffix("\n").split("\n")
    headers = [line for line in lines if line.startswith("H ")]
    assert all(
        re.fullmatch(r'H (id|prev) <uuid:[0-9a-f-]{36}> \.|H graphs "[^"]+" \.', line)
        for line in headers
    )
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
    before, after = (read(canonical(quads)) for quads in (old, new))
    assert applied(there, before) == after
    assert applied(back, after) == before
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
    for one, two in ((old, new), (new, old)):
        before, after = (read(canonical(quads)) for quads in (one, two))
        data = as_rdflib(before)
        data.parse(data=as_patch(one, two), format="patch")
        assert content(data) == content(as_rdflib(after))


@settings(deadline=None)
@given(st.lists(versions, min_size=3, max_size=3))
def test_patches_can_be_applied_one_after_the_other(held: list[set[Quad]]) -> None:
    found = read(canonical(held[0]))
    for old, new in pairwise(held):
        found = applied(as_patch(old, new), found)
    assert {f"{quad} ." for quad in found} == canonical(held[-1])


def test_what_names_blank_nodes_before_does_not_count() -> None:
    old = [Quad(BlankNode("x"), NamedNode("urn:p"), Literal(n)) for n in range(3)]
    new = [Quad(BlankNode("c14n7"), NamedNode("urn:p"), Literal(n)) for n in range(2)]
    patch = as_patch(old, new)
    assert patch == as_patch(named_by_content(old), named_by_content(new))
    assert [line for line in patch.split("\n") if line[:2] in ("D ", "A ")] == [
        'D <_:c14n0> <urn:p> "2"^^<http://www.w3.org/2001/XMLSchema#integer> .'
    ]


def test_shipped_and_small_data() -> None:
    old, new = (version.quads for version in open_versions(str(SMALL), *vocabulary_files()))
    assert applied(as_patch(old, new), read(canonical(old))) == read(canonical(new))


Run = Callable[..., Outcome]
GRAPH_NAMES = ("authored", "derived", "vocabulary")
COMMENT = Quad(BlankNode("x"), NamedNode("urn:p"), Literal("new"), VOCABULARY)


def patched(run: Run, old: object, new: object, *options: str) -> str:
    outcome = run("diff", old, new, "--format", "rdfpatch", *options)
    assert (outcome.status, outcome.err) == (1, "")
    return outcome.out


def names(patch: str) -> list[str]:
    return re.findall(r"H (?:id|prev) <uuid:([^>]+)>", patch)


def test_a_patch_turns_one_release_into_the_other(run: Run, tmp_path: Path) -> None:
    """With blank nodes that are kept, changed, gone and new, and with derived quads."""
    held = list(backspasm.load(SMALL).quads())
    first = next(quad for quad in held if quad.predicate.value.endswith("#first"))
    gone = [first, *(quad for quad in held if quad.graph_name == DERIVED)][:9]
    contents = canonical_nquads(held), canonical_nquads([*(set(held) - set(gone)), COMMENT])
    for name, content in zip(("old", "new"), contents, strict=True):
        (tmp_path / name).mkdir()
        (tmp_path / name / RELEASE).write_bytes(content)
    assert contents[0] == export(backspasm.load(SMALL), "nquads")
    patch = patched(run, tmp_path / "old", tmp_path / "new")
    lines = [content.decode().splitlines() for content in contents]
    found = applied(patch, read(lines[0]))
    assert sorted(f"{quad} ." for quad in found) == lines[1]
    assert "<_:c14n" in patch
    graphs = " ".join(f"https://w3id.org/backspasm/graph/{name}" for name in GRAPH_NAMES)
    assert f'H graphs "{graphs}" .' in patch
    for name, content in zip(names(patch), contents[::-1], strict=True):
        digits, digest = name.replace("-", ""), sha256(content)
        assert (
            digits[:12] + digits[13:16] + digits[17:] == digest[:12] + digest[13:16] + digest[17:32]
        )


@pytest.mark.parametrize("options", [(), ("--derived",)])
def test_a_patch_of_a_checkout_deletes_what_export_writes(
    run: Run, repository: Path, options: tuple[str, ...]
) -> None:
    edit(repository / "ontology" / "backspasm.ttl", "( bsv:Disorder bsv:", "( bsv:")
    edit(repository / "data" / "claims.ttl", "bsv:Possible", "bsv:Likely")
    patch = patched(run, "HEAD", ".", *options)
    covered = GRAPH_NAMES if options else ("authored", "vocabulary")
    quads = [
        quad
        for quad in read(export(backspasm.load(SMALL), "nquads").decode().splitlines())
        if str(quad.graph_name).rstrip(">").rpartition("/")[2] in covered
    ]
    found = applied(patch, quads)
    assert "\nD <_:c14n" in patch
    _, new = open_versions("HEAD", ".", derived=bool(options))
    assert {f"{quad} ." for quad in found} == canonical(new.quads)
    assert re.findall("graph/([a-z]+)", patch.partition("\nTX")[0]) == list(covered)


def test_what_it_looks_like() -> None:
    graph = NamedNode("urn:g")
    kept, gone, came = (
        Quad(NamedNode("urn:s"), NamedNode("urn:p"), term, graph)
        for term in (Literal(1), Literal("a"), BlankNode("b1"))
    )
    lines = as_patch([kept, gone], [kept, came]).split("\n")
    assert lines[2:] == [
        'H graphs "urn:g" .',
        "TX .",
        'D <urn:s> <urn:p> "a" <urn:g> .',
        "A <urn:s> <urn:p> <_:c14n0> <urn:g> .",
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
