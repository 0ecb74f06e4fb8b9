"""RDF/XML and JSON-LD: as near as they allow, and no nearer than said."""

from __future__ import annotations

import io
from pathlib import Path

import pyoxigraph
import pytest
import rdflib

from backspasm.positions import Positions
from backspasm.positions.text import MARK, Text
from backspasm.validation.material import Source, read_source

ROOT = Path(__file__).parents[2]
FORMATS = {".rdf": pyoxigraph.RdfFormat.RDF_XML, ".jsonld": pyoxigraph.RdfFormat.JSON_LD}

XML = """<?xml version="1.0"?>
<!DOCTYPE rdf:RDF [<!ENTITY e "http://e/">]>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://e/" xml:lang="en">
  <e:Thing rdf:about="http://e/é" e:note="a > b" e:other="x">
    <e:name>Ding 日本</e:name> <e:link rdf:resource="&e;x"/>
    <e:list rdf:parseType="Collection">
      <rdf:Description rdf:about="http://e/1"/>
      <e:Thing rdf:nodeID="n"/>
    </e:list>
    <e:nested rdf:parseType="Resource"><e:name>inner</e:name></e:nested>
    <e:said rdf:ID="s" xml:base="http://e/">told</e:said>
    <e:xml rdf:parseType="Literal"><b e:c="d">fat</b></e:xml>
    <e:with e:note="property"/>
    <e:of><e:Thing><rdf:type rdf:resource="http://e/T"/></e:Thing></e:of>
  </e:Thing>
  <rdf:Seq rdf:about="http://e/seq"><rdf:li>one</rdf:li><rdf:li>two</rdf:li></rdf:Seq>
</rdf:RDF>
"""

JSON = """{
  "@context": {"@vocab": "http://e/", "e": "http://e/", "x": {"@id": "http://x/#"}, "id": "@id"},
  "@graph": [
    {"id": "e:a", "@type": "Thing", "name": ["日本", "two"], "x:link": {"id": "e:b"}},
    {"id": "e:b", "size": 5, "e:of": {"name": "inner", "id": "e:c"},
     "label": {"@value": "v", "@language": "en"}, "list": {"@list": ["l"]}},
    {"name": "alone"}
  ]
}
"""


def source_of(folder: Path, name: str, text: str) -> Source:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    source = read_source(str(path))
    assert source.error is None, source.error
    return source


def lines(source: Source) -> dict[tuple[str, str], tuple[int, int, str]]:
    """By local name and value: the lines of predicate and object, and the nearness."""
    positions = Positions(source)
    found = {}
    for index, triple in enumerate(source.triples):
        local = triple.predicate.value.replace("#", "/").rpartition("/")[2]
        value = (
            triple.object.value
            if isinstance(triple.object, pyoxigraph.Literal)
            else str(triple.object)
        )
        first, second = (positions.place(index, part) for part in ("predicate", "object"))
        found[local, value] = (first.line, second.line, second.nearness)
    return found


def test_rdf_xml(tmp_path: Path) -> None:
    found = lines(source_of(tmp_path, "x.rdf", XML))
    assert all(nearness == "line" for _, _, nearness in found.values())
    told = {(name, value): line for (name, value), (line, _, _) in found.items()}
    expected = {
        ("note", "a > b"): 4, ("other", "x"): 4, ("name", "Ding 日本"): 5, ("link", "<http://e/x>"): 5,
        ("first", "<http://e/1>"): 7, ("name", "inner"): 10, ("said", "told"): 11,
        ("note", "property"): 13, ("_1", "one"): 16, ("_2", "two"): 16, ("type", "<http://e/T>"): 14,
        ("object", "told"): 11,
    }  # fmt: skip
    assert {key: told[key] for key in expected} == expected


def test_rdf_xml_that_does_not_agree_has_no_place(tmp_path: Path) -> None:
    source = source_of(tmp_path, "x.rdf", XML)
    source.rows[5] = source.rows[4]
    positions = Positions(source)
    near = [positions.place(index, "object").nearness for index in range(len(source.triples))]
    assert near == ["line"] * 5 + ["file"] * (len(near) - 5)


def test_json_ld_with_a_base(tmp_path: Path) -> None:
    text = '{"@context": {"@base": "http://e/d/", "p": "http://e/p"},\n "@id": "../x", "p": "y"}'
    source = source_of(tmp_path, "x.jsonld", text)
    assert lines(source) == {("p", "y"): (2, 2, "line")}


P, Q = '"p": "http://e/p"', '"q": "http://e/p"'

JSON_CASES: dict[str, tuple[str, dict[tuple[str, str], str]]] = {
    "terms of nested contexts": (
        f"""{{"@context": {{{P}}}, "@graph": [
        {{"@id": "http://e/s", "p": "y"}},
        {{"@context": {{{Q}}}, "@id": "http://e/s", "q": "x", "p": "no"}},
        {{"p": "only"}},
        {{"@context": {{{Q}}}, "q": "hidden"}}]}}""",
        {("p", "y"): "2 line", ("p", "x"): "3 line", ("p", "only"): "4 line", ("p", "hidden"): "5 line"},
    ),
    "what is known in part": (
        f"""{{"@context": {{{P}, "j": {{"@id": "http://e/j", "@type": "@json"}}}},
        "@id": "http://e/s", "j":
        [5, {{}}],
        "p": {{"@type": "@json",
        "@value": 1}}}}""",
        {("j", "[5,{}]"): "3 line", ("p", "1"): "4 line"},
    ),
    "what is known in part, and two such": (
        f"""{{"@context": {{{P}}}, "@id": "http://e/s",
        "p": [{{"@type": "@json", "@value": 1}},
        {{"@type": "@json", "@value": 2}}]}}""",
        {("p", "1"): "1 node", ("p", "2"): "1 node"},
    ),
    "numbers": (
        f"""{{"@context": {{{P}}}, "@id": "http://e/s", "p": [300,
        301.0, 4e3,
        1.50, "1.5",
        true]}}""",
        {("p", "300"): "1 line", ("p", "301"): "2 line", ("p", "4000"): "2 line", ("p", "1.5E0"): "3 line",
         ("p", "1.5"): "3 line", ("p", "true"): "4 line"},
    ),
    "lists": (
        """{"@context": {"p": {"@id": "http://e/p", "@container": "@list"}, "q": "http://e/q"},
        "@id": "http://e/s", "p": ["one",
        "two"], "q": {"@list":
        [{"@id": "http://e/i"}]}, "http://e/r": {"@list": []}}""",
        {("first", "one"): "2 line", ("first", "two"): "3 line", ("first", "<http://e/i>"): "4 line",
         ("r", "<http://www.w3.org/1999/02/22-rdf-syntax-ns#nil>"): "4 line"},
    ),
    "maps": (
        f"""{{"@context": {{{P}, "i": {{"@id": "http://e/i", "@container": "@id"}},
        "l": {{"@id": "http://e/l", "@container": "@language"}}, "x": {{"@id": "http://e/x", "@container": "@index"}}}},
        "@id": "http://e/s", "i": {{"http://e/t": {{
        "p": "of t"}}}},
        "l": {{"en": "same",
        "de": "same", "@none": ["none"]}},
        "x": {{"1": "indexed"}}}}""",
        {("i", "<http://e/t>"): "3 line", ("p", "of t"): "4 line", ("l", "none"): "6 line", ("x", "indexed"): "7 line"},
    ),
    "types of terms": (
        """{"@context": {"@vocab": "http://e/", "@language": "en", "a": {"@type": "@id"}, "v": {"@type": "@vocab"},
        "d": {"@type": "http://e/D"}, "n": {"@language": null}, "t": "T", "kind": "@type", "gone": null},
        "@id": "http://e/s", "a": ["http://e/a",
        "http://e/b"], "v": "t", "gone": {"a": "http://e/c"},
        "d": "http://e/a", "n": "plain", "o": "english",
        "kind": "t"}""",
        {("a", "<http://e/a>"): "3 line", ("a", "<http://e/b>"): "4 line", ("v", "<http://e/T>"): "4 line",
         ("d", "http://e/a"): "5 line", ("n", "plain"): "5 line", ("o", "english"): "5 line",
         ("type", "<http://e/T>"): "6 line"},
    ),
    "contexts of terms and types": (
        f"""{{"@context": {{"in": {{"@id": "http://e/in", "@context": {{{Q}}}}},
        "T": {{"@id": "http://e/T", "@context": {{"r": "http://e/r"}}}}}}, "@id": "http://e/s", "@type": "T",
        "r": "of type", "in": {{"@id": "http://e/o",
        "q": "inside", "r": "none"}}}}""",
        {("r", "of type"): "3 line", ("p", "inside"): "4 line"},
    ),
    "nodes and values in other places": (
        f"""{{"@context": {{"back": {{"@reverse": "http://e/to"}}, {P}, "nested": "@nest"}},
        "@id": "http://e/a", "nested": {{"p": 1.5}},
        "back": {{"@id": "http://e/b", "p":
        "of b"}}, "@reverse": {{"http://e/from": {{"@id": "http://e/c",
        "p": "of c"}}}}, "@included": [{{"@id": "http://e/d",
        "p": "of d"}}]}}""",
        {("to", "<http://e/a>"): "3 node", ("p", "1.5E0"): "2 line", ("p", "of b"): "4 line",
         ("p", "of c"): "5 line", ("p", "of d"): "6 line"},
    ),
    "labels": (
        f"""{{"@context": {{{P}}}, "@graph": [{{"@id": "_:x", "p": "same"}},
        {{"@id": "_:y", "p":
        "same", "http://e/q": "other"}}]}}""",
        {("p", "same"): "3 line", ("q", "other"): "3 line"},
    ),
    "nodes without names": (
        f"""{{"@context": {{{P}}}, "@graph": [{{"p": "same"}},
        {{"p": "same", "http://e/q":
        "alone"}}]}}""",
        {("p", "same"): "0 file", ("q", "alone"): "3 line"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", JSON_CASES)
def test_json_ld_of_all_kinds(name: str, tmp_path: Path) -> None:
    text, expected = JSON_CASES[name]
    found = lines(source_of(tmp_path, "x.jsonld", text))
    told = {key: f"{line} {nearness}" for key, (_, line, nearness) in found.items()}
    assert {key: told[key] for key in expected} == expected


def test_json_ld(tmp_path: Path) -> None:
    found = lines(source_of(tmp_path, "x.jsonld", JSON))
    told = {(name, value): line for (name, value), (line, _, _) in found.items()}
    expected = {
        ("type", "<http://e/Thing>"): 4, ("name", "日本"): 4, ("name", "two"): 4, ("link", "<http://e/b>"): 4,
        ("size", "5"): 5, ("of", "<http://e/c>"): 5, ("name", "inner"): 5, ("label", "v"): 6,
        ("name", "alone"): 7,
    }  # fmt: skip
    assert {key: told[key] for key in expected} == expected
    assert all(nearness in ("line", "node", "file") for _, _, nearness in found.values())


def test_columns_of_json_ld(tmp_path: Path) -> None:
    source = source_of(tmp_path, "x.jsonld", JSON)
    positions = Positions(source)
    index = next(i for i, triple in enumerate(source.triples) if str(triple.object) == '"two"')
    row = JSON.split("\n")[3]
    assert positions.place(index, "object").column == row.index('"two"') + 1
    assert positions.place(index, "predicate").column == row.index('"name"') + 1
    assert positions.place(index, "subject").column == row.index('"e:a"') + 1


@pytest.mark.parametrize(
    "name", ["pretty-xml", "xml", "pyoxigraph.rdf", "json-ld", "pyoxigraph.jsonld"]
)
def test_shipped_data_in_other_layouts(name: str, tmp_path: Path) -> None:
    """What is found must hold the value, or the local part of its IRI."""
    graph = rdflib.Graph()
    for path in (ROOT / "data" / "claims").glob("*.ttl"):
        graph.parse(path)
    suffix = ".jsonld" if "json" in name else ".rdf"
    if name.startswith("pyoxigraph"):
        triples = pyoxigraph.parse(graph.serialize(format="nt"), pyoxigraph.RdfFormat.N_TRIPLES)
        out = io.BytesIO()
        pyoxigraph.serialize((q.triple for q in triples), out, format=FORMATS[suffix])
        text = out.getvalue().decode()
    else:
        text = graph.serialize(format=name)
    source = source_of(tmp_path, "x" + suffix, text)
    positions = Positions(source)
    for index, triple in enumerate(source.triples):
        spans = positions.spans(index)
        assert spans is not None
        assert spans.nearness == "line"
        if isinstance(triple.object, pyoxigraph.NamedNode):
            word = triple.object.value.replace("#", "/").rpartition("/")[2]
            assert word in positions.text.characters[slice(*spans.object)]


def test_n3_has_no_place(tmp_path: Path) -> None:
    source = source_of(
        tmp_path, "x.n3", "@prefix : <a:> . { :a :b :c } => { :c :b :a } . :x :y :z ."
    )
    positions = Positions(source)
    assert source.triples
    assert all(str(positions.place(i, "object")) == source.name for i in range(len(source.triples)))


def test_characters_of_bytes_in_a_long_line() -> None:
    line = "a𝒳é" * 2000
    text = Text("x", MARK + line.encode())
    for start in range(0, 6000, 7):
        assert text.offset(3 + len(line[:start].encode())) == start
    assert text.offset(10**6) == 6000
