"""Files that cannot be read or parsed, with a place."""

from __future__ import annotations

from pathlib import Path

import pytest

from backspasm.errors import ParseError
from backspasm.positions import Unparsed, unparsed
from backspasm.validation.material import read_source

HEAD = "@prefix : <a:> .\n"
RDF = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://e/">\n'


def unparsed_of(folder: Path, name: str, content: bytes) -> tuple[Unparsed, str]:
    """What is wrong, and its place without the folder."""
    path = folder / name
    path.write_bytes(content)
    source = read_source(str(path))
    assert isinstance(source.error, ParseError)
    found = unparsed(source, source.error)
    place = found.place
    assert place.file == str(path)
    return (
        found,
        f"{place.line}:{place.column}-{place.end_line}:{place.end_column} {place.nearness}",
    )


CASES: dict[str, tuple[str, str, str, str, str]] = {
    "prefix": ("x.ttl", HEAD + ':a :b "é𝒳", x:nope .', "2:13-2:19 exact", "x:nope", "@prefix x: <…>"),
    "known prefix": ("x.ttl", "<a:a> a skos:Concept .", "1:9-1:21 exact", "skos:Concept", "http://www.w3.org/2004/02/skos/core#"),
    "word": ("x.ttl", HEAD + ":a :b nope .", "2:7-2:11 exact", "nope", "mend"),
    "open string": ("x.ttl", HEAD + ':a :b "é\n" .', "2:9-3:1 exact", "", "three quotes"),
    "relative": ("x.nt", "<a:a> <a:b>\r\n<c> .", "2:1-2:1 exact", "", ""),
    "mark": ("x.ttl", "\ufeff<a:a> a 1 .", "1:1-1:1 exact", "", "byte order mark"),
    "end": ("x.ttl", HEAD + ":a :b :c", "2:9-2:9 exact", "", "dot"),
    "bytes": ("x.ttl", HEAD + ":a :b '\udcff' .", "2:8-2:8 exact", "", "UTF-8"),
    "line": ("x.nt", "<a:a> <a:b> <a:c> .\n<a:a> <a:b> .", "2:13-2:14 exact", ".", ""),
    "quad": ("x.nq", "<a:a> <a:b> <a:c> <a:d> <a:e> .", "1:25-1:30 exact", "<a:e>", "dot"),
    "forgotten semicolon": ("x.ttl", HEAD + ":a :b :c\n  :d :e .", "3:3-3:5 exact", ":d", "semicolon, a comma or a dot"),
    "forgotten semicolon in brackets": ("x.ttl", HEAD + ":a :b [ :c 1 :d 2 ] .", "2:14-2:16 exact", ":d", "semicolon"),
    "locale": ("x.ttl", HEAD + ':a :b "x"@en_GB .', "2:13-2:14 exact", "", "write en-GB,"),
    "longer locale": ("x.ttl", HEAD + ":a :b 'x'@zh_Hant_TW .", "2:13-2:14 exact", "", "write zh-Hant-TW,"),
    "subtag": ("x.ttl", HEAD + ':a :b "x"@e!n .', "2:11-2:11 exact", "", "en-GB"),
    "json": ("x.jsonld", '{"@id": "a:b",\n "a:c": }', "2:9-2:10 exact", "}", ""),
    "json with a mark": ("x.jsonld", '\ufeff{"a:b": }', "1:9-1:10 exact", "}", ""),
    "json in characters": ("x.jsonld", '{"é𝒳": }', "1:8-1:9 exact", "}", ""),
    "json line": ("x.jsonld", '{"é": "a\nb"}', "1:9-1:10 exact", "", ""),
    "context": ("x.jsonld", '{"@context": "http://x/y"}', "1:14-1:26 exact", '"http://x/y"', "context"),
    "two contexts": ("x.jsonld", '{"@context": ["http://x/y", "http://x/z"]}', "0:0-0:0 file", "", "context"),
    "definition": ("x.jsonld", '{"@context": {"@version": 1.1,\n"p": 5, "q": "a:b", "r": null},\n"p": 6}', "2:6-2:7 exact", "5", ""),
    "context of a wrong kind": ("x.jsonld", '{"a:b": 1,\n"@context": [{}, null, 5]}', "2:24-2:25 exact", "5", ""),
    "name of a wrong kind": ("x.jsonld", '[{"@id": "a:b"},\n{"@id": true, "a:b": 1}]', "2:9-2:13 exact", "true", ""),
    "names of a wrong kind": ("x.jsonld", '[{"@id": 5, "a:b": 1}, {"@id": 6, "a:b": 1}]', "0:0-0:0 file", "", ""),
    "base": ("x.jsonld", '{"@context":\n{"@base": "no pe:"}, "a:b": "no"}', "2:11-2:19 exact", '"no pe:"', ""),
    "no xml": ("x.rdf", "<a>\n é<b></a>", "2:6-2:10 line", "</a>", ""),
    "no xml at all": ("x.rdf", "<a>\n é <", "2:4-2:4 line", "", ""),
    "no rdf": ("x.rdf", "<a/>", "1:1-1:5 line", "<a/>", ""),
    "namespace": ("x.rdf", RDF + "<e:T/>\n <x:T/></rdf:RDF>", "3:2-3:8 line", "<x:T/>", ""),
    "namespace of an attribute": ("x.rdf", RDF + "<e:T/> <e:T é='1' y:p='1'/></rdf:RDF>", "2:8-2:28 line", "", ""),
    "two names": ("x.rdf", RDF + "<e:T rdf:ID='i' rdf:nodeID='n'/></rdf:RDF>", "2:1-2:33 line", "", ""),
    "text": ("x.rdf", RDF + "<e:T>\n text</e:T></rdf:RDF>", "3:2-3:12 line", "", ""),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_syntax(name: str, tmp_path: Path) -> None:
    file, text, where, word, remedy = CASES[name]
    found, place = unparsed_of(tmp_path, file, text.encode("utf-8", "surrogateescape"))
    assert place == where
    assert "line" not in found.message.partition(":")[0]
    assert "Parser error" not in found.message
    assert found.message.startswith("not valid ")
    assert found.message.isprintable()
    assert remedy in found.remedy
    assert found.remedy
    if word:
        (line,) = found.excerpt
        assert line[found.place.column - 1 : found.place.end_column - 1] == word


def test_what_cannot_be_seen_has_its_code(tmp_path: Path) -> None:
    found, _ = unparsed_of(tmp_path, "x.ttl", "\ufeff<a:a> a 1 .".encode())
    assert "U+FEFF" in found.message
    found, _ = unparsed_of(tmp_path, "x.ttl", "<a:a>\u00a0a 1 .".encode())
    assert "U+00A0" in found.message


def test_a_tag_of_many_pieces(tmp_path: Path) -> None:
    """The parser reads some two thousand bytes at a time."""
    text = RDF + "\n<e:T e:p='1'/>\n" * 3000 + "<e:T e:p='" + "é" * 3000 + "'\n y:q='1'/></rdf:RDF>"
    _, place = unparsed_of(tmp_path, "x.rdf", text.encode())
    assert place == "6002:1-6003:11 line"


def test_too_deep(tmp_path: Path) -> None:
    found, place = unparsed_of(tmp_path, "x.jsonld", b"[" * 600 + b"]" * 600)
    assert place == "0:0-0:0 file"
    assert "500" in found.remedy
