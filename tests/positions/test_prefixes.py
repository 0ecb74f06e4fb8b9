"""Which prefixes a file declares, and where."""

from __future__ import annotations

from pathlib import Path

import pytest

from backspasm.positions import prefixes
from backspasm.validation.material import read_source

TURTLE = """@prefix : <http://a/> . # @prefix no: <http://no/> .
PREFIX é:\n  <http://b/> @base <http://c/d/> .
@prefix r: <../x#> .
:a é:b "@prefix n: <http://n/> ." , r:c , '''
@prefix m: <http://m/> .''' .
prefix é: <\\u0068ttp://e/>"""

CASES = {
    "x.ttl": (
        TURTLE,
        [
            ("", "http://a/", "1:12-1:21"),
            ("é", "http://b/", "3:4-3:13"),
            ("r", "http://c/x#", "4:13-4:18"),
            ("é", "http://e/", "7:12-7:26"),
        ],
    ),
    "x.nt": ("<a:a> <a:b> <a:c> .", []),
    "x.rdf": (
        (
            "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"\n xmlns:é='http://é/'>\n"
            '<rdf:Description xmlns="http://d/" rdf:about="a:a"><p>xmlns:no="http://no/"</p>'
            "</rdf:Description></rdf:RDF>"
        ),
        [
            ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "1:21-1:64"),
            ("é", "http://é/", "2:11-2:20"),
            ("", "http://d/", "3:25-3:34"),
        ],
    ),
    "x.jsonld": (
        '{"@context": [{"e": "http://e/", "t": "e:t"},\n {"f": {"@id": "e:f#"}, "id": "@id"}], "id": "e:x"}',
        [
            ("e", "http://e/", "1:22-1:31"),
            ("t", "http://e/t", "1:40-1:43"),
            ("f", "http://e/f#", "2:17-2:21"),
        ],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_prefixes(name: str, tmp_path: Path) -> None:
    text, expected = CASES[name]
    path = tmp_path / name
    path.write_text(text, encoding="utf-8", newline="")
    source = read_source(str(path))
    assert source.error is None, source.error
    found = [
        (each.name, each.iri, f"{p.line}:{p.column}-{p.end_line}:{p.end_column}")
        for each in prefixes(source)
        for p in [each.place]
    ]
    assert found == expected


def test_a_broken_file_has_none(tmp_path: Path) -> None:
    path = tmp_path / "x.ttl"
    path.write_text("@prefix a: <a:> . nope", encoding="utf-8")
    assert prefixes(read_source(str(path))) == []
