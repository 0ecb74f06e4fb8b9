"""Where triples of Turtle and its kin stand: each span, read alone, is the term again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyoxigraph
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib.plugins.parsers.notation3 import RDFSink, SinkParser

from backspasm.positions import Positions
from backspasm.validation.material import Source
from backspasm.validation.rows import rows
from conftest import setting

ROOT = Path(__file__).parents[2]
BASE = "http://example.org/base/"
OWN = [
    path
    for folder in ("data", "shapes", "ontology", "tests")
    for path in sorted((ROOT / folder).rglob("*.ttl"))
    if "broken" not in path.name and "cases" not in path.parts  # cases have prefixes elsewhere
]
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
IMPLIED = {RDF + "first", RDF + "rest", RDF + "reifies"}
FORMATS = {
    ".ttl": pyoxigraph.RdfFormat.TURTLE,
    ".trig": pyoxigraph.RdfFormat.TRIG,
    ".nt": pyoxigraph.RdfFormat.N_TRIPLES,
    ".nq": pyoxigraph.RdfFormat.N_QUADS,
}


def source_of(name: str, content: bytes, base: str = "") -> Source:
    """A source as validation has it, with triples in the order of the parser."""
    quads = pyoxigraph.parse(content, FORMATS[Path(name).suffix], base_iri=base or None)
    return Source(name, content, rows(quads), base)


def declarations(text: str) -> list[tuple[int, str]]:
    """The prefixes and bases, each with its end, found by plain search.

    Not for texts that have such words in a string or a comment.
    """
    pattern = r"(?im)(?:^|(?<=[\s.]))(@?(?:prefix\s+[^\s:]*:|base)\s*<[^>]*>)"
    return [
        (found.end(), found[1] + (" ." if found[1].startswith("@") else ""))
        for found in re.finditer(pattern, text)
    ]


class Reader:
    """Reads a part of a text alone."""

    def __init__(self, text: str, base: str) -> None:
        self._text, self._base = text, base
        self._declared = declarations(text)
        self._known: dict[tuple[str, str], pyoxigraph.Quad] = {}

    def term(self, start: int, end: int) -> object:
        head = "\n".join(said for until, said in self._declared if until <= start)
        word = self._text[start:end]
        key = (head, word)
        if key not in self._known:
            text = f"{head}\n<a:a> {'<a:p>' if word != 'a' else ''} {word}"
            text += " ." if word != "a" else " 1 ."
            quads = list(
                pyoxigraph.parse(text, pyoxigraph.RdfFormat.TURTLE, base_iri=self._base or None)
            )
            self._known[key] = next(q for q in quads if str(q.subject) == "<a:a>")
        quad = self._known[key]
        return quad.predicate if word == "a" else quad.object


def check(source: Source) -> None:
    """Each span of each triple, read alone, must be its term."""
    positions = Positions(source)
    text = positions.text.characters
    reader = Reader(text, source.base)
    for index, triple in enumerate(source.triples):
        spans = positions.spans(index)
        assert spans is not None, (source.name, index, str(triple))
        assert spans.nearness == "exact"
        parts = [
            ("subject", spans.subject, triple.subject),
            ("predicate", spans.predicate, triple.predicate),
            ("object", spans.object, triple.object),
        ]
        for part, (start, end), term in parts:
            word = text[start:end]
            if isinstance(term, pyoxigraph.BlankNode):
                continue
            if part == "predicate" and triple.predicate.value in IMPLIED and word[0] in "({~<":
                continue
            if isinstance(term, pyoxigraph.NamedNode) and (word == ")" or word[:2] == "<<"):
                continue
            if isinstance(term, pyoxigraph.Triple):
                continue
            assert reader.term(start, end) == term, (source.name, word, str(term))


def suite_files() -> Iterator[Path]:
    yield from sorted((setting("BACKSPASM_SUITES") / "shacl").rglob("*.ttl"))


@pytest.mark.parametrize("path", OWN, ids=lambda path: str(path.relative_to(ROOT)))
def test_own_files(path: Path) -> None:
    check(source_of(str(path), path.read_bytes()))


def test_w3c_suite() -> None:
    files = list(suite_files())
    assert len(files) > 100
    for path in files:
        check(source_of(str(path), path.read_bytes(), BASE))


TRICKY = {
    "nested": '<a:a> <a:b> <a:c>, [ <a:d> (1 2 [ <a:e> 3.0 , 4.e5 ] ()) ], "x"@en-US ; a <a:z> ;; .',
    "names": "@prefix : <a:b#> . @base <http://x/y/> . PREFIX z: <q> :a.b :c\\,d z:%20 , <e>, _:a.b, _:a .",
    "anonymous": "@prefix : <a:b#> . [] a [] . [ a : ] a :z . ( 1 2 ) a () . [ a :x ] . ([] [a :y]) a ((())) .",
    "strings": "<a:a> <a:b> '''it's\n\"\"\" ''', \"\"\"a\"b\"\"c\\\"\"\"\", 'x\\'y' , \"\\\\\"^^<a:dt>, \"\" , '' , '''''' .",
    "strings in lists": '<a:a> <a:b> ( "x" "y"@en "z"^^<a:t> ) , ( 1 "x" [ <a:b> "q" ] "r" ) .',
    "numbers": "<a:a> <a:b> 1, -1, +1.5, .5, 1.e3, 1E-3, true, false, 1.",
    "annotations": "@prefix : <a:b#> . :a :b :c ~ :r {| :x :y ; :z 1 |} {| :x 3 |} , :d {| :f 'g' |} ~ , 1.5 ~ ~ :q .",
    "reified": "@prefix : <a:b#> . << :a :b << :c :d 'e'@en ~ :r >> ~ _:x >> :e <<( :a :b <<( :d :e 1 )>> )>> . << :a :b :c >> .",
    "reified in lists": "@prefix : <a:b#> . << [] :b [] >> a :x , ( :a << :a :b :c >> ) . :a :b (1) ~ :c, [ :a :b ] {| a :b |} .",
    "beyond": "@prefix é: <a:é#> . é:日本 é:𝒳 '𝒳𝒳' , \"é\" ; é:·no 1 .".replace("·", "x·"),
    "redefined": "@prefix : <a:a#> . :a :a :a . @prefix : <a:b#> . :a :a :a . BASE <http://x/> <a> <b> <c> . BASE <y/> <a> <b> <c> .",
    "escapes": "<a:\\u0061> <a:b> <a:\\U0001F600>, 'a\\tb' .",
    "comments": "#c\n<a:a>#c <x>\n<a:b>#'\n'#no' #\"\n,#.\n2.#end",
    "returns": "<a:a>\r\n  <a:b>\r\r\n  1 ; <a:c> '''a\r\nb\rc\nd''' .\r\n<a:d> a <a:e>.",
}
TRIG = {
    "graphs": "@prefix : <a:b#> . :a :b :c . { :a :b :c . [] :a :b } :g { :a :b 1, [ :b ( 2 'x' ) ] . :x :y :z . }",
    "graph": "@prefix : <a:b#> . GRAPH [] { :a :b :c. } [] { :a :b :c } graph <a:b> { } _:b { ( 1) :b :c } :a :b 'c' .",
}


@pytest.mark.parametrize("name", TRICKY)
def test_tricky(name: str) -> None:
    text = TRICKY[name]
    for suffix in (".ttl", ".trig"):
        source = source_of("x" + suffix, text.encode())
        positions = Positions(source)
        assert all(positions.spans(index) for index in range(len(source.triples)))
        if name not in ("redefined", "comments"):
            check(source)


@pytest.mark.parametrize("text", TRIG.values(), ids=TRIG)
def test_graphs(text: str) -> None:
    check(source_of("x.trig", text.encode()))


def test_places_are_counted_in_characters() -> None:
    text = "@prefix : <a:b#> .\r\n:𝒳 :é\t'''日\n本'''@ja ,\r  ( :x ) ."
    source = source_of("x.ttl", text.encode())
    positions = Positions(source)
    where = {
        (str(triple.object), part): tuple(getattr(positions.place(index, part), name) for name in
            ("line", "column", "end_line", "end_column"))
        for index, triple in enumerate(source.triples)
        for part in ("subject", "predicate", "object")
    }  # fmt: skip
    assert where['"日\\n本"@ja', "subject"] == (2, 1, 2, 3)
    assert where['"日\\n本"@ja', "predicate"] == (2, 4, 2, 6)
    assert where['"日\\n本"@ja', "object"] == (2, 7, 3, 8)
    assert where["<a:b#x>", "object"] == (4, 5, 4, 7)
    assert where["<a:b#x>", "subject"] == (4, 3, 4, 9)


@pytest.mark.parametrize("opening", ["[ <a:b> ", "( ", "( 'x' ["])
def test_deep_nesting_is_no_recursion(opening: str) -> None:
    depth = 10_000
    closing = {"[ <a:b> ": "]", "( ": ")", "( 'x' [": "])"}[opening]
    opened = opening.replace("[", "[ <a:c> ") if opening.startswith("( 'x'") else opening
    text = "<a:a> <a:b> " + opened * depth + "1" + closing * depth + " ."
    source = source_of("x.ttl", text.encode())
    positions = Positions(source)
    assert all(positions.spans(index) for index in range(len(source.triples)))


def test_long_files_agree_to_their_end() -> None:
    """The parser reads long content piece by piece; the order stays the same."""
    parts = [(ROOT / "shapes" / name).read_bytes() for name in ("claims.ttl", "edges.ttl")]
    parts.append((ROOT / "tests" / "data" / "nasty.ttl").read_bytes())
    source = source_of("x.ttl", b"".join(parts) * 60)
    assert len(source.content) > 1_000_000
    positions = Positions(source)
    assert all(positions.spans(index) for index in range(len(source.triples)))


def test_what_does_not_agree_has_no_place() -> None:
    source = source_of("x.ttl", b"<a:a> <a:b> 1 . <a:c> <a:d> 2 . <a:e> <a:f> 3 .")
    source.rows[1] = source.rows[2]
    positions = Positions(source)
    assert positions.place(0, "object").nearness == "exact"
    for index in (1, 2):
        assert str(positions.place(index, "object")) == "x.ttl"
        assert positions.place(index, "object").nearness == "file"


# Documents in random layout

blanks = st.sampled_from([" ", "\n", "\t", "\r\n", " # c . ; ]\n", "  ", "\n\n   "])
iris = st.sampled_from(["<a:x>", "<rel>", ":a", ":b.c", "p:\\,%20", "p:", "_:l", "_:m.n", "é:𝒳"])
properties = st.sampled_from(["a", ":p", "<a:q>", "p:r", "<#z>"])
literals = st.sampled_from(
    ["1", "-2.5", "3e1", "true", "'x'", '"y"@en', '"é"^^:dt', "'''z\n\"'''", '"""𝒳"\\n"""@de']
)


def objects(inner: st.SearchStrategy[list[str]]) -> st.SearchStrategy[list[str]]:
    lists = st.lists(inner, max_size=4).map(
        lambda items: ["(", *[word for item in items for word in item], ")"]
    )
    pairs = st.lists(st.tuples(properties, inner), max_size=3)
    return lists | pairs.map(
        lambda found: ["[", *[w for p, o in found for w in (p, *o, ";")][:-1], "]"]
    )


values = st.recursive((iris | literals).map(lambda word: [word]), objects, max_leaves=12)
statements = st.tuples(
    iris.map(lambda word: [word]) | objects(values).filter(lambda words: words != ["(", ")"]),
    st.lists(
        st.tuples(properties, st.lists(values, min_size=1, max_size=3)), min_size=1, max_size=3
    ),
)


DECLARED = "@prefix : <a:a#> .\r\nPREFIX p: <a:p/>\n@prefix é: <a:é> .\n@base <http://b/c> .\n"


@st.composite
def documents(draw: st.DrawFn) -> str:
    words: list[str] = []
    for subject, pairs in draw(st.lists(statements, min_size=1, max_size=4)):
        words += subject
        for property_, found in pairs:
            words += [property_, *[w for value in found for w in (*value, ",")][:-1], ";"]
        words[-1:] = ["."]
    return DECLARED + "".join(word + draw(blanks) for word in words)


@given(documents())
@settings(max_examples=300, deadline=None)
def test_random_documents(text: str) -> None:
    check(source_of("x.ttl", text.encode()))


# Other serialisers and an independent reader


@pytest.mark.parametrize("kind", ["longturtle", "turtle", "nt", "trig", "nquads"])
def test_other_layouts(kind: str) -> None:
    graph: rdflib.Graph = rdflib.Dataset() if kind in ("trig", "nquads") else rdflib.Graph()
    for path in [*sorted((ROOT / "data" / "claims").glob("*.ttl")), ROOT / "shapes" / "claims.ttl"]:
        graph.parse(path)
    suffix = {"nt": ".nt", "trig": ".trig", "nquads": ".nq"}.get(kind, ".ttl")
    written = graph.serialize(format=kind, encoding="utf-8")
    check(source_of("x" + suffix, written))


@pytest.mark.parametrize("suffix", FORMATS)
def test_layouts_of_pyoxigraph(suffix: str) -> None:
    sources = [source_of(str(path), path.read_bytes()) for path in OWN[:20]]
    triples = [triple for source in sources for triple in source.triples]
    written = pyoxigraph.serialize(
        triples, format=FORMATS[suffix], prefixes={"bs": "https://w3id.org/backspasm/concept/"}
    )
    assert written is not None
    check(source_of("x" + suffix, written))


def lines_by_rdflib(text: str) -> dict[tuple[str, str, str], set[int]]:
    """In which line rdflib's own parser is when it has read a triple of named terms."""
    found: dict[tuple[str, str, str], set[int]] = {}

    class Sink(RDFSink):
        def makeStatement(self, quadruple: Any, why: Any = None) -> None:  # noqa: N802
            graph, predicate, subject, value = quadruple
            terms = (self.normalise(graph, each) for each in (subject, predicate, value))
            subject, predicate, value = map(str, terms)
            key = (subject, predicate, value)
            found.setdefault(key, set()).add(parser.lines + 1)
            super().makeStatement(quadruple, why)

    sink = Sink(rdflib.Graph())
    make: Callable[..., SinkParser] = SinkParser
    parser = make(sink, baseURI="http://x/", turtle=True)
    parser.loadBuf(text)
    return found


@pytest.mark.parametrize("path", OWN[:12], ids=lambda path: path.name)
def test_lines_as_rdflib_counts_them(path: Path) -> None:
    """rdflib says the triples of an object list when it has read the whole of it."""
    text = path.read_text(encoding="utf-8")
    source = source_of(str(path), text.encode())
    told, positions = lines_by_rdflib(text), Positions(source)
    objects_of = Counter((one.subject, one.predicate) for one in source.triples)
    compared = 0
    for index, triple in enumerate(source.triples):
        if isinstance(triple.subject, pyoxigraph.BlankNode) or isinstance(
            triple.object, (pyoxigraph.BlankNode, pyoxigraph.Triple)
        ):
            continue
        assert isinstance(triple.subject, pyoxigraph.NamedNode)
        lines = told[triple.subject.value, triple.predicate.value, triple.object.value]
        line = positions.place(index, "object").end_line
        if objects_of[triple.subject, triple.predicate] == 1:
            assert lines == {line}
            compared += 1
        else:
            assert any(line <= each for each in lines)
    assert compared
