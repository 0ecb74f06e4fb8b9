"""Names of blank nodes: their labels, and never those of two."""

from __future__ import annotations

from pathlib import Path

import pytest

from backspasm.positions.labels import Labels, label_of
from backspasm.validation.material import read_source

E = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://e/"'

FILES = {
    "x.ttl": "_:é.x a [] . _:a3f8 a _:é.x.",
    "x.trig": "{ _:é.x a [] . _:a3f8 a _:é.x}",
    "x.nt": "_:é.x <a:b> _:a3f8 .\n_:a3f8 <a:b> _:é.x.",
    "x.n3": "_:é.x a [] . _:a3f8 a _:é.x.",
    "x.jsonld": '{"@id": "_:é.x", "a:b": [{"@id": "_:a3f8"}, {"a:b": 1}]}',
    "x.rdf": (
        f"<rdf:RDF {E}><rdf:Description rdf:nodeID=\"é.x\"><e:p rdf:nodeID = 'a3f8'/><e:p><e:T/></e:p>"
        "</rdf:Description></rdf:RDF>"
    ),
}


@pytest.mark.parametrize("name", FILES)
def test_labels_are_kept(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(FILES[name], encoding="utf-8")
    labels = Labels()
    for suffix in ("", "--2", "--3"):
        source = read_source(str(path), labels)
        assert source.error is None, source.error
        ends = (end for triple in source.triples for end in (triple.subject, triple.object))
        found = {str(end)[2:] for end in ends if str(end).startswith("_:")}
        named = {one for one in found if label_of(one)}
        assert named == {f"é.x{suffix}", f"a3f8{suffix}"}
        assert len(found - named) == (name != "x.nt")
        assert {label_of(one) for one in named} == {"é.x", "a3f8"}


def test_labels_that_look_like_names_are_told_apart() -> None:
    labels = Labels()
    first = labels.of_file(b"_:1--0 _:b--2 _:b")
    assert [first[label] for label in ("1--0", "b--2", "b", "else")] == [
        "1--0--1",
        "b--2--1",
        "b",
        "1--0",
    ]
    second = labels.of_file(b"_:b")
    assert second["b"] == "b--2"
    assert [label_of(name) for name in ("1--0--1", "b--2--1", "b--2", "1--0")] == [
        "1--0",
        "b--2",
        "b",
        "",
    ]
