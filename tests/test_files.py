from __future__ import annotations

from pathlib import Path

import pyoxigraph
import pytest

from backspasm import files
from backspasm.errors import FileError, ParseError
from conftest import SMALL

TRIPLE = "<urn:a> <urn:b> <urn:c>"
WRITTEN = {
    "a.ttl": f"{TRIPLE} .",
    "a.nt": f"{TRIPLE} .",
    "a.n3": f"{TRIPLE} .",
    "a.trig": f"<urn:g> {{ {TRIPLE} . }}",
    "a.nq": f"{TRIPLE} <urn:g> .",
    "a.jsonld": '{"@id": "urn:a", "urn:b": {"@id": "urn:c"}}',
    "a.rdf": '<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:u="urn:">'
    '<r:Description r:about="urn:a"><u:b r:resource="urn:c"/></r:Description></r:RDF>',
}
BROKEN: dict[str, tuple[str | bytes, str]] = {
    "a.ttl": ("<urn:a> <urn:b> .\n", "a.ttl:1:17"),
    "b.ttl": ("<urn:a> <urn:b> 1 .\n<urn:a> zz:b 1 .\n", "b.ttl:2:9"),
    "c.ttl": (b'<urn:a> <urn:b> "\xff" .', "c.ttl:1:"),
    "d.ttl": ("<urn:a> <urn:b> <relative> .", "d.ttl:1:17"),
    "a.jsonld": ('{"@context": "http://example.org/context"}', "a.jsonld"),
    "a.rdf": ("<a>", "a.rdf"),
}


@pytest.mark.parametrize("name", WRITTEN)
def test_every_format_is_read(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(WRITTEN[name])
    quads = list(files.parse_file(str(tmp_path / name)))
    assert [str(quad.triple) for quad in quads] == [TRIPLE]


@pytest.mark.parametrize("name", BROKEN)
def test_broken_file_is_named_with_its_line(tmp_path: Path, name: str) -> None:
    content, place = BROKEN[name]
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    graph = pyoxigraph.NamedNode("urn:g")
    with pytest.raises(ParseError, match="not valid") as parsed:
        list(files.parse_file(str(path)))
    with pytest.raises(ParseError, match="not valid") as loaded:
        files.load_file(pyoxigraph.Store(), str(path), graph)
    assert str(parsed.value) == str(loaded.value)
    assert str(parsed.value).startswith(str(tmp_path / place))


def test_literals_stay_as_they_are_written(tmp_path: Path) -> None:
    path = tmp_path / "a.ttl"
    path.write_text('<urn:a> <urn:b> 12.50 , "5"^^<http://www.w3.org/2001/XMLSchema#byte> .')
    assert sorted(quad.object.value for quad in files.parse_file(str(path))) == ["12.50", "5"]  # type: ignore[union-attr]  # literals


def test_folders_are_searched_in_order(tmp_path: Path) -> None:
    for name in ("b.ttl", "a/z.ttl", "a/b.nt", "note.txt", ".hidden.ttl", ".git/x.ttl"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    found = files.rdf_files([tmp_path, tmp_path / "b.ttl"])
    assert [str(Path(name).relative_to(tmp_path)) for name in found] == [
        "a/b.nt",
        "a/z.ttl",
        "b.ttl",
    ]


def test_missing_file_offers_its_neighbour() -> None:
    with pytest.raises(FileError, match=r"claim\.ttl: no such file.*did you mean claims\.ttl"):
        files.rdf_files([SMALL / "claim.ttl"])


def test_a_link_to_nothing(tmp_path: Path) -> None:
    (tmp_path / "dangling.ttl").symlink_to("none.ttl")
    for path in (tmp_path, tmp_path / "dangling.ttl"):
        with pytest.raises(FileError, match=r"dangling\.ttl: is a link to.*points at none\.ttl"):
            [files.read_bytes(name) for name in files.rdf_files([path])]


def test_links_to_files_are_followed_and_to_folders_not(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "a.ttl").touch()
    (tmp_path / "data" / "b.ttl").symlink_to("../a.ttl")
    (tmp_path / "data" / "up").symlink_to("..")
    assert files.rdf_files([tmp_path / "data"]) == [str(tmp_path / "data" / "b.ttl")]
    assert len(files.rdf_files([tmp_path / "data" / "up"])) == 2


def test_empty_folder(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="holds no RDF file"):
        files.rdf_files([tmp_path])


def test_unknown_format(tmp_path: Path) -> None:
    (tmp_path / "a.csv").touch()
    with pytest.raises(FileError, match=r"unknown RDF format \.csv"):
        files.rdf_files([tmp_path / "a.csv"])


def test_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="cannot be read"):
        files.read_bytes(str(tmp_path))


def test_dataset_is_in_the_checkout() -> None:
    folder = Path(files.dataset_folder())
    assert files.vocabulary_files() == [str(folder / "ontology" / "backspasm.ttl")]
    assert all(name.startswith(str(folder / "data")) for name in files.authored_files())
    assert all(name.startswith(str(folder / "shapes")) for name in files.shape_files())
    assert files.rule_files() == sorted(files.rule_files())
    assert files.question_files()


def test_no_dataset(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(files, "_PACKAGE", str(tmp_path / "a" / "b"))
    with pytest.raises(FileError, match="the dataset is missing"):
        files.dataset_folder()


def test_json_that_would_end_the_process_is_refused(tmp_path: Path) -> None:
    deep = tmp_path / "deep.jsonld"
    deep.write_text('{"@id":"a:b","a:[[c":' * 5000 + "1" + "}" * 5000)
    with pytest.raises(ParseError, match=r"deep\.jsonld: .*too deeply nested"):
        list(files.parse_file(str(deep)))
