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
    source = read_source(str(path), {})
    assert source.error is None, source.error
    return source


def lines(source: Source) -> dict[tuple[str, str], tuple[int, int, str]]:
    """By local name and value: the lines of predicate and object, and the nearness."""
    positions = Positions(source)
    found = {}
    for index, quad in enumerate(source.quads):
        local = quad.predicate.value.replace("#", "/").rpartition("/")[2]
        value = (
            quad.object.value if isinstance(quad.object, pyoxigraph.Literal) else str(quad.object)
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
    source.quads[5] = source.quads[4]
    positions = Positions(source)
    near = [positions.place(index, "object").nearness for index in range(len(source.quads))]
    assert near == ["line"] * 5 + ["file"] * (len(near) - 5)


def test_json_ld_with_a_base(tmp_path: Path) -> None:
    text = '{"@context": {"@base": "http://e/d/", "p": "http://e/p"},\n "@id": "../x", "p": "y"}'
    source = source_of(tmp_path, "x.jsonld", text)
    assert lines(source) == {("p", "y"): (2, 2, "line")}


def test_json_ld_that_is_not_understood_has_its_node_or_nothing(tmp_path: Path) -> None:
    text = """{"@context": {"back": {"@reverse": "http://e/to"}, "p": "http://e/p"},
      "@id": "http://e/a", "p": 1.5,
      "back": {"@id": "http://e/b"}}"""
    found = lines(source_of(tmp_path, "x.jsonld", text))
    assert found["to", "<http://e/a>"][1:] == (3, "node")
    assert found["p", "1.5E0"][1:] == (2, "line")


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
    index = next(i for i, quad in enumerate(source.quads) if str(quad.object) == '"two"')
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
    for index, quad in enumerate(source.quads):
        spans = positions.spans(index)
        assert spans is not None
        assert spans.nearness == "line"
        if isinstance(quad.object, pyoxigraph.NamedNode):
            word = quad.object.value.replace("#", "/").rpartition("/")[2]
            assert word in positions.text.characters[slice(*spans.object)]


def test_n3_has_no_place(tmp_path: Path) -> None:
    source = source_of(
        tmp_path, "x.n3", "@prefix : <a:> . { :a :b :c } => { :c :b :a } . :x :y :z ."
    )
    positions = Positions(source)
    assert source.quads
    assert all(str(positions.place(i, "object")) == source.name for i in range(len(source.quads)))


def test_characters_of_bytes_in_a_long_line() -> None:
    line = "a𝒳é" * 2000
    text = Text("x", MARK + line.encode())
    for start in range(0, 6000, 7):
        assert text.offset(3 + len(line[:start].encode())) == start
    assert text.offset(10**6) == 6000
