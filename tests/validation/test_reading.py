"""What a validation reads: data, shapes and context, each file once."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from backspasm.errors import FileError
from backspasm.files import authored_files, dataset_folder, shape_files
from backspasm.validation.material import Material, Source
from backspasm.validation.reading import read_material
from conftest import SMALL
from repositories import commit, edit

SHAPES = "<http://example.org/S> a <http://www.w3.org/ns/shacl#NodeShape> .\n"


def _names(sources: list[Source]) -> list[str]:
    return [os.path.basename(source.name) for source in sources]


def test_shipped_data_by_default() -> None:
    material, unread = read_material()
    assert unread == []
    assert len(material.data) == len(authored_files())
    assert len(material.shapes) == len(shape_files())
    assert _names(material.context) == ["backspasm.ttl"]
    assert len(material.derived.rows) > 1000
    assert not material.plain


def test_a_file_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "a.ttl").write_text(SHAPES)
    monkeypatch.chdir(tmp_path)
    material, _ = read_material(["data"], [tmp_path / "data" / "a.ttl"])
    assert [source.name for source in material.data] == ["data/a.ttl"]
    assert material.data[0] is material.shapes[0]


def test_shipped_files_are_named_from_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(Path(dataset_folder()))
    assert read_material()[0].shapes[0].name == "shapes/claims.ttl"
    monkeypatch.chdir("data")
    assert os.path.isabs(read_material()[0].shapes[0].name)


def test_shapes_of_others_bring_no_vocabulary(tmp_path: Path) -> None:
    (tmp_path / "s.ttl").write_text(SHAPES)
    material, unread = read_material([SMALL], [tmp_path / "s.ttl"])
    assert (material.context, material.derived.rows, material.plain, unread) == ([], [], True, [])


def test_context_is_not_data() -> None:
    material, _ = read_material([SMALL / "claims.ttl"], context=[SMALL])
    assert _names(material.data) == ["claims.ttl"]
    rest = {name.name for name in SMALL.glob("*.ttl")} - {"claims.ttl"}
    assert set(_names(material.context)) == rest | {"backspasm.ttl"}
    material, _ = read_material([SMALL / "claims.ttl"], with_shipped=True)
    assert len(material.context) == len(authored_files()) + 1


def test_all_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text("nonsense")
    (tmp_path / "b.ttl").write_text(SHAPES)
    (tmp_path / "c.txt").write_text("")
    material, unread = read_material([tmp_path, tmp_path / "c.txt", tmp_path / "d.ttl"])
    assert _names(material.data) == ["a.ttl", "b.ttl"]
    assert [len(source.rows) for source in material.data] == [0, 1]
    said = {(os.path.basename(one.place.file), one.rule) for one in unread if one.place}
    assert said == {("a.ttl", "syntax"), ("c.txt", "unreadable"), ("d.ttl", "unreadable")}


def test_a_file_named_twice_is_checked_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.ttl").write_text(SHAPES)
    material, _ = read_material(["./a.ttl", tmp_path / "a.ttl", tmp_path])
    assert [source.name for source in material.data] == ["a.ttl"]


def test_rdf_1_2_is_left_out_and_said(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text('<a:a> <a:b> <a:c> .\n<a:a> <a:b> "x"@en--ltr .')
    (tmp_path / "b.ttl").write_text("<a:a> <a:b> <<( <a:a> <a:b> <a:c> )>> , 1 .")
    material, unread = read_material([tmp_path], [tmp_path / "a.ttl"])
    assert [one.rule for one in unread] == ["rdf-1.2", "rdf-1.2"]
    assert [str(one.place).removeprefix(f"{tmp_path}/") for one in unread] == [
        "a.ttl:2:13",
        "b.ttl:1:13",
    ]
    assert len(list(material.graph().triples())) == 2


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("x.rdf", """<e:p rdf:annotation="a:r" rdf:resource="a:o"/>"""),
        ("x.rdf", """<e:p rdf:parseType='Triple'><rdf:Description rdf:about="a:s"><e:p/></rdf:Description></e:p>"""),
        ("x.rdf", """<e:p xmlns:its="http://www.w3.org/2005/11/its" its:version="2.0" its:dir = 'ltr' xml:lang="en">x</e:p>"""),
        ("x.jsonld", '{"@id": "a:s", "a:p": {"@value": "x", "@language": "en", "@dir\\u0065ction": "ltr"}}'),
        ("x.nq", '<a:s> <a:p> "x"@en--ltr <a:g> .'),
        ("x.trig", "<a:g> { <a:s> <a:p> <a:o> {| <a:p> 1 |} }"),
    ],
)  # fmt: skip
def test_rdf_1_2_is_found_however_it_is_written(name: str, text: str, tmp_path: Path) -> None:
    head = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="a:e" """
    if name.endswith(".rdf"):
        text = f"""{head}rdf:version="1.2"><rdf:Description rdf:about="a:a">{text}"""
        text += "</rdf:Description></rdf:RDF>"
    (tmp_path / name).write_text(text)
    (tmp_path / "s.ttl").write_text(SHAPES)
    material, unread = read_material([tmp_path / name], [tmp_path / "s.ttl"])
    assert [one.rule for one in unread] == ["rdf-1.2"]
    assert not any("<<" in value or "--ltr" in value for *_, value in material.graph().triples())


def test_formulae_are_not_asserted(tmp_path: Path) -> None:
    (tmp_path / "a.n3").write_text("<a:a> <a:b> <a:c> . { <a:x> <a:b> 1 } => { <a:x> <a:b> 2 } .")
    material, _ = read_material([tmp_path], [tmp_path / "a.n3"])
    assert list(material.graph().table("<a:b>")) == ["<a:a>"]


def test_data_without_a_triple(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").touch()
    (tmp_path / "s.ttl").write_text(SHAPES)
    for paths in ([["a.ttl"], ["s.ttl"]], [["s.ttl"], ["a.ttl"]], [["s.ttl", "a.ttl"], ["s.ttl"]]):
        given = [[tmp_path / name for name in names] for names in paths]
        _, unread = read_material(*given)
        told = [(one.rule, one.message, os.path.basename(str(one.place))) for one in unread]
        assert told == [("unreadable", "holds no triple", "a.ttl")] * (len(paths[0]) == 1)


def test_blank_nodes_of_files_are_apart(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / f"{name}.ttl").write_text("_:x <http://e/p> [] .")
    material, _ = read_material([tmp_path], [tmp_path / "a.ttl"])
    nodes = [node for one, _, two in material.graph().triples() for node in (one, two)]
    assert nodes == ["_:x", "_:1--0", "_:x--2", "_:2--0"]


def test_derived_triples_keep_the_names_of_blank_nodes(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text(
        "@prefix bsv: <https://w3id.org/backspasm/vocab/> .\n"
        "[] a bsv:Disorder ; <http://www.w3.org/2004/02/skos/core#broader> [ a bsv:Disorder ] ."
    )
    material, _ = read_material([tmp_path])
    written = {node for one, _, two, _ in material.data[0].rows for node in (one, two)}
    derived = {node for one, _, two, _ in material.derived.rows for node in (one, two)}
    blank = {node for node in derived if node.startswith("_:")}
    assert blank
    assert blank <= written


class TestChangedSince:
    def _read(self, revision: str) -> Material:
        return read_material(["data"], changed_since=revision)[0]

    @pytest.mark.usefixtures("repository")
    def test_nothing(self) -> None:
        material = self._read("HEAD")
        assert (material.data, material.before) == ([], None)
        assert "claims.ttl" in _names(material.context)

    def test_one_file(self, repository: Path) -> None:
        edit(repository / "data" / "claims.ttl", "digging", "delving")
        material = self._read("v0.1.0")
        assert _names(material.data) == ["claims.ttl"]
        assert "concepts.ttl" in _names(material.context)

    def test_changed_shapes_are_put_to_all(self, repository: Path) -> None:
        (repository / "shapes.ttl").write_text(SHAPES)
        commit(repository)
        edit(repository / "shapes.ttl", "/S>", "/T>")
        material, _ = read_material(["data"], ["shapes.ttl"], changed_since="HEAD")
        assert len(material.data) == len(list((repository / "data").iterdir()))

    def test_what_was_there_before(self, repository: Path) -> None:
        (repository / "data" / "mappings.ttl").rename(repository / "data" / "moved.ttl")
        (repository / "data" / "documents.ttl").write_text(SHAPES)
        material = self._read("HEAD")
        assert _names(material.data) == ["documents.ttl", "moved.ttl"]
        assert material.before
        before = material.before()
        assert (before.data, before.shapes) == ([], material.shapes)
        assert set(_names(before.context)) == {"backspasm.ttl", *os.listdir(SMALL)}
        for source in before.context[1:]:
            assert source.content == (SMALL / os.path.basename(source.name)).read_bytes()
        assert before.derived.rows

    def test_without_data_there_is_the_context(self) -> None:
        material, _ = read_material([SMALL / "claims.ttl"], context=[SMALL])
        assert material.before
        before = material.before()
        assert (before.data, before.context) == ([], material.context)
        assert 0 < len(before.derived.rows) < len(material.derived.rows)

    def test_what_git_does_not_know_has_changed(self, repository: Path, tmp_path: Path) -> None:
        (repository / ".gitignore").write_text("ignored.ttl\n")
        (repository / "data" / "ignored.ttl").write_text(SHAPES)
        (tmp_path / "outside.ttl").write_text(SHAPES)
        commit(repository)
        paths = ["data", str(tmp_path / "outside.ttl")]
        material, _ = read_material(paths, changed_since="HEAD")
        assert _names(material.data) == ["ignored.ttl", "outside.ttl"]

    @pytest.mark.usefixtures("repository")
    def test_no_such_revision(self) -> None:
        with pytest.raises(FileError):
            self._read("v9")
