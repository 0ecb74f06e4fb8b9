"""A release that was changed is found out, and one that means harm does none."""

from __future__ import annotations

import os
import re
import shutil
import socket
from collections.abc import Callable
from pathlib import Path

import pyarrow.parquet as pq
import pyoxigraph
import pytest

import backspasm
from backspasm.digest import canonical_nquads, sha256
from backspasm.errors import FileError
from backspasm.release import bounds, contents, reading, remaking
from backspasm.release import check as checking
from backspasm.release.check import check
from backspasm.release.composition import Composition, compose
from backspasm.release.installation import install
from backspasm.release.remaking import remade
from backspasm.release.sums import SUMS, is_safe, parse_sums, write_sums

A = "https://w3id.org/backspasm/concept/back-muscle-spasm"
MORE = f'<{A}> <http://www.w3.org/2004/02/skos/core#note> "more"'


@pytest.fixture(scope="module")
def composition(small: backspasm.Dataset) -> Composition:
    return compose(small)


@pytest.fixture
def folder(composition: Composition, tmp_path: Path) -> Path:
    install(composition.files, str(tmp_path / "out"))
    return tmp_path / "out"


def lines(folder: Path) -> list[str]:
    return [str(finding) for finding in check(str(folder)).findings]


def signed(folder: Path) -> None:
    """Make the digests right again, as somebody would who changed a release."""
    files = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != SUMS
    }
    (folder / SUMS).write_bytes(write_sums(files))


def edited(folder: Path, name: str, old: str, new: str) -> None:
    text = (folder / name).read_text()
    assert old in text
    (folder / name).write_text(text.replace(old, new, 1))


def appended(folder: Path, name: str, text: str) -> None:
    with (folder / name).open("a") as file:
        file.write(text)


def test_a_whole_release(folder: Path) -> None:
    assert lines(folder) == []


def test_from_any_place(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "link").symlink_to(folder)
    monkeypatch.chdir(folder)
    for name in (".", "../out/", "../link", str(folder)):
        assert check(name) == ([], "")


@pytest.mark.parametrize("name", ["backspasm.nq", "backspasm.ttl", "manifest.ttl", "README.md"])
def test_one_changed_byte(folder: Path, name: str) -> None:
    content = bytearray((folder / name).read_bytes())
    content[len(content) // 2] ^= 1
    (folder / name).write_bytes(content)
    assert f"{name}: has another SHA-256 than SHA256SUMS says; download the release again" in lines(
        folder
    )


@pytest.mark.parametrize("name", ["backspasm.nq", "backspasm.jsonld", "manifest.ttl", "README.md"])
def test_one_missing_file(folder: Path, name: str) -> None:
    (folder / name).unlink()
    assert f"{name}: is missing; download the release again" in lines(folder)


def test_one_file_more(folder: Path) -> None:
    (folder / "more").mkdir()
    (folder / "more" / "a.json").touch()
    (folder / "empty").mkdir()
    assert lines(folder) == [
        "empty: is an empty folder; remove it",
        "more/a.json: is not in SHA256SUMS; remove it",
    ]


@pytest.mark.parametrize("name", ["README.md", "backspasm.ttl", "csv/concepts.csv"])
def test_a_line_that_was_lost(folder: Path, name: str) -> None:
    sums = (folder / SUMS).read_text().splitlines(keepends=True)
    (folder / SUMS).write_text("".join(line for line in sums if not line.endswith(f" {name}\n")))
    assert f"{name}: is not in SHA256SUMS; download the release again" in lines(folder)


Change = Callable[[Path], None]


@pytest.mark.parametrize(
    ("change", "found"),
    [
        (
            lambda f: appended(f, "backspasm.ttl", f"{MORE} ."),
            [
                "backspasm.ttl: holds other RDF than backspasm.nq",
                "backspasm.ttl: has another SHA-256 than the manifest says",
            ],
        ),
        (
            lambda f: appended(f, "backspasm.trig", f"<{A}#g> {{ {MORE} }}"),
            ["backspasm.trig: holds other RDF than backspasm.nq"],
        ),
        (
            lambda f: edited(f, "backspasm.jsonld", "back muscle spasm", "back muscle ache"),
            ["backspasm.jsonld: holds other RDF than backspasm.nq"],
        ),
        (
            lambda f: edited(f, "backspasm.jsonld", "[", "[["),
            ["backspasm.jsonld: cannot be compared: backspasm.jsonld:"],
        ),
        (
            lambda f: appended(f, "backspasm.nq", f"{MORE} .\n"),
            [
                "backspasm.nq: is not in the canonical form of RDFC-1.0",
                "backspasm.trig: holds other RDF than backspasm.nq",
                "backspasm.ttl: holds other RDF than backspasm.nq",
                "manifest.ttl: describes <https://w3id.org/backspasm/release/",
            ],
        ),
        (
            lambda f: appended(f, "backspasm.nq", "nonsense\n"),
            ["backspasm.nq: cannot be compared: backspasm.nq:"],
        ),
        (
            lambda f: edited(f, "manifest.ttl", "void:triples ", "void:triples 1"),
            ["manifest.ttl: says void:triples 1", "manifest.ttl: does not say void:triples "],
        ),
        (
            lambda f: edited(f, "manifest.ttl", "dcat:byteSize ", 'dcat:byteSize "7", '),
            ["manifest.jsonld: holds other RDF than manifest.ttl"],
        ),
        (
            lambda f: edited(f, "manifest.ttl", "dcat:Dataset", "dcat:Resource"),
            ["manifest.ttl: describes no dataset, but backspasm.nq is <https://"],
        ),
        (
            lambda f: (f / "more.csv").touch(),
            ["more.csv: is not described in manifest.ttl"],
        ),
        (
            lambda f: (f / "backspasm.ttl").unlink(),
            ["manifest.ttl: describes backspasm.ttl, which is missing or wrong"],
        ),
        (
            lambda f: (f / "json" / "claim" / "more.json").write_text("{}"),
            ["json/claim/more.json: is not among what version"],
        ),
        (
            lambda f: (f / "json" / "index.js").write_text("harm()"),
            ["json/index.js: is not among what version"],
        ),
        (
            lambda f: appended(f, "backspasm-rdf12.trig", f"<{A}#g> {{ {MORE} }}"),
            ["backspasm-rdf12.trig: says other than what version"],
        ),
        (
            lambda f: edited(f, "backspasm-rdf12.trig", "<<(", "<<(("),
            ["backspasm-rdf12.trig: cannot be compared: backspasm-rdf12.trig:"],
        ),
        (
            lambda f: edited_table(f, "concepts", {}),
            ["parquet/concepts.parquet: says other than what version"],
        ),
        (
            lambda f: edited_table(f, "concepts", {b"description": b"mine"}),
            ["parquet/concepts.parquet: says other than what version"],
        ),
        (
            lambda f: (f / "parquet" / "concepts.parquet").write_bytes(b"PAR1"),
            ["parquet/concepts.parquet: cannot be read"],
        ),
        (
            lambda f: shutil.copy(f / "parquet" / "concepts.parquet", f / "parquet" / "a.parquet"),
            ["parquet/a.parquet: is not among what version"],
        ),
    ],
)
def test_a_change_with_right_digests(folder: Path, change: Change, found: list[str]) -> None:
    change(folder)
    signed(folder)
    told = lines(folder)
    for start in found:
        assert any(line.startswith(start) for line in told), (start, told)


def edited_table(folder: Path, name: str, told: dict[bytes, bytes], **options: object) -> None:
    """Write a table with other metadata; without any, with one row less."""
    path = folder / "parquet" / f"{name}.parquet"
    table = pq.read_table(path)
    table = table.replace_schema_metadata({**table.schema.metadata, **told})
    pq.write_table(table if told or options else table.slice(1), path, **options)


def test_what_other_libraries_write_may_have_other_bytes(folder: Path) -> None:
    before = (folder / "parquet" / "concepts.parquet").read_bytes()
    edited_table(folder, "concepts", {}, compression="gzip", row_group_size=1)
    assert (folder / "parquet" / "concepts.parquet").read_bytes() != before
    appended(folder, "backspasm-rdf12.trig", "# written by another library\n")
    signed(folder)
    assert not any(": says other than" in line for line in lines(folder))


def test_tables_that_cannot_be_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = [path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()]
    monkeypatch.setattr(contents, "find_spec", lambda _: None)
    assert remade(str(folder), paths, paths) == ([], contents.UNREAD)


@pytest.fixture(scope="module")
def whole(shipped: backspasm.Dataset) -> Composition:
    return compose(shipped)


@pytest.fixture
def own(whole: Composition, tmp_path: Path) -> Path:
    """A release of the shipped data, with what only that has."""
    install(whole.files, str(tmp_path / "own"))
    return tmp_path / "own"


def test_what_can_be_made_again_is_compared(own: Path) -> None:
    """All digests are right, in the manifest too: only what the data says finds it out."""
    appended(own, "README.md", "Do what you like with it.\n")
    appended(own, "LICENSE-DATA", "Or not.\n")
    (own / "CITATION.cff").unlink()
    edited(own, "csv/claims.csv", "Stated", "Likely")
    edited(own, "json/package.json", "CC-BY-4.0", "UNLICENSED")
    claims = sorted((own / "json" / "claim").iterdir())[:4]
    for path in claims:
        edited(own, f"json/claim/{path.name}", '"Claim"', '"Claims"')
    signed(own)
    again = [
        "CITATION.cff: is missing",
        "LICENSE-DATA: is not what version",
        "README.md: is not what version",
        "csv/claims.csv: has another SHA-256 than the manifest says",
        "csv/claims.csv: is not what version",
        "json/claim/: 4 of its files are not what version",
        "json/package.json: is not what version",
    ]
    told = lines(own)
    for start in again:
        assert any(line.startswith(start) for line in told), (start, told)


@pytest.mark.parametrize("version", [backspasm.__version__, "9.9.9"])
def test_what_a_manifest_says_of_the_data(
    own: Path, version: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Licence, title and creator, whichever version wrote the release."""
    monkeypatch.setattr(remaking, "__version__", version)
    monkeypatch.setattr(checking, "remade_within", remade)
    for name in ("manifest.ttl", "manifest.jsonld"):
        text = (own / name).read_text().replace("licenses/by/4.0", "licenses/by-nc/4.0")
        text = text.replace('"backspasm"', '"mine"').replace("backspasm curators", "others")
        (own / name).write_text(text)
    signed(own)
    told = [line.partition(";")[0] for line in lines(own)]
    licence = "dcterms:license https://creativecommons.org/licenses/by"
    assert [re.sub(r"and \d+ more", "and more", line) for line in told] == [
        f"manifest.ttl: says {licence}-nc/4.0/ of the dataset and more, which is not so",
        "manifest.ttl: says dcterms:title mine of the dataset, which is not so",
        "manifest.ttl: says foaf:name The others of #creator, which is not so",
        f"manifest.ttl: does not say {licence}/4.0/ of the dataset and more",
        "manifest.ttl: does not say dcterms:title backspasm of the dataset",
        "manifest.ttl: does not say foaf:name The backspasm curators of #creator",
    ]


def test_another_version_makes_other_files(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = [path.relative_to(own).as_posix() for path in own.rglob("*") if path.is_file()]
    assert remade(str(own), paths, paths) == ([], "")
    appended(own, "README.md", "More.\n")
    assert [finding.path for finding in remade(str(own), paths, paths).findings] == ["README.md"]
    monkeypatch.setattr(remaking, "__version__", "9.9.9")
    version = backspasm.__version__
    left = f"version {version} wrote it, and this is 9.9.9"
    assert remade(str(own), paths, paths) == ([], left)


def test_what_cannot_be_made_again_in_time(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remaking, "SECONDS", 0.01)
    found = check(str(folder))
    assert found == ([], "it could not be made again within 0.01 seconds and 4 GiB")


def test_a_readme_names_its_release(folder: Path) -> None:
    name = sha256((folder / "backspasm.nq").read_bytes())
    (folder / "README.md").write_text((folder / "README.md").read_text().replace(name, "0" * 64))
    signed(folder)
    assert "README.md: does not name this release; download the release again" in lines(folder)


Damage = Callable[[bytes], bytes]

NO_LISTS: dict[str, Damage] = {
    "lines that end as in DOS": lambda sums: sums.replace(b"\n", b"\r\n"),
    "random bytes": lambda _: bytes(range(256)) * 300,
    "nothing": lambda _: b"",
    "a third of it": lambda sums: sums[: len(sums) // 3],
    "zeros": lambda sums: bytes(len(sums)),
}


@pytest.mark.parametrize("damage", NO_LISTS)
def test_what_is_no_list_of_digests_is_told_once(folder: Path, damage: str) -> None:
    (folder / SUMS).write_bytes(NO_LISTS[damage]((folder / SUMS).read_bytes()))
    (line,) = lines(folder)
    assert line.startswith("SHA256SUMS: is no list of the digests of these files; download the")


def test_one_broken_file_of_a_folder_is_told_once(folder: Path) -> None:
    name = min(path.name for path in (folder / "json" / "claim").iterdir())
    edited(folder, f"json/claim/{name}", '"Claim"', '"Claims"')
    assert lines(folder) == [
        f"json/claim/{name}: has another SHA-256 than SHA256SUMS says; download the release again"
    ]


def test_sizes_and_checksums_of_the_manifest(folder: Path, composition: Composition) -> None:
    manifest = composition.files["manifest.ttl"].decode()
    digest = sha256(composition.files["backspasm.ttl"])
    size = f'"{len(composition.files["backspasm.ttl"])}"'
    changed = manifest.replace(digest, "0" * 64).replace(size, '"7"')
    assert changed.count("0" * 64) == changed.count('"7"') == 1
    (folder / "manifest.ttl").write_text(changed)
    signed(folder)
    assert [line.partition(";")[0] for line in lines(folder)] == [
        "manifest.jsonld: holds other RDF than manifest.ttl",
        f"backspasm.ttl: has {size.strip(chr(34))} bytes, and the manifest says otherwise",
        "backspasm.ttl: has another SHA-256 than the manifest says",
    ]


def test_blank_nodes_may_have_any_names(folder: Path) -> None:
    text = (folder / "backspasm.trig").read_text()
    assert "_:c14n0" in text
    (folder / "backspasm.trig").write_text(text.replace("_:c14n", "_:other"))
    signed(folder)
    assert not any("backspasm.trig: holds" in line for line in lines(folder))


@pytest.mark.parametrize("name", ["../secret", "/etc/passwd", "a/../../secret", "a//b", "", "."])
def test_paths_that_lead_out_are_not_opened(
    folder: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    (folder.parent / "secret").write_text("secret")
    appended(folder, SUMS, f"{sha256(b'secret')}  {name}\n")
    opened = []
    real = os.open

    def watched(path: str, *arguments: int, **options: int) -> int:
        opened.append(path)
        return real(path, *arguments, **options)

    monkeypatch.setattr(os, "open", watched)
    (line,) = lines(folder)
    assert line.startswith("SHA256SUMS: has a line that is not one: '")
    assert opened[0] == str(folder)
    below = set(opened) - {str(folder), os.devnull}
    assert not any("/" in path or ".." in path for path in below)
    assert not is_safe(name)


def _link(folder: Path) -> None:
    shutil.copy(folder / "README.md", folder.parent / "outside")
    (folder / "README.md").unlink()
    (folder / "README.md").symlink_to("../outside")


def _folder_link(folder: Path) -> None:
    (folder.parent / "elsewhere").mkdir()
    (folder / "more").symlink_to("../elsewhere")


def _pipe(folder: Path) -> None:
    os.mkfifo(folder / "pipe")


def _socket(folder: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        here = os.getcwd()
        os.chdir(folder)
        server.bind("socket")
        os.chdir(here)


def _large(folder: Path) -> None:
    with (folder / "README.md").open("wb") as file:
        file.truncate(1 << 41)  # a hole: no disk has it


def _deep(folder: Path) -> None:
    folder.joinpath(*"abcdefghijklmnop").mkdir(parents=True)


def _strange(folder: Path) -> None:
    (folder / "a\n\x1b[31m\udc80b").touch()


@pytest.mark.parametrize(
    ("harm", "found"),
    [
        (_link, "README.md: is a link; remove it"),
        (_folder_link, "more: is a link; remove it"),
        (_pipe, "pipe: is no plain file; remove it"),
        (_socket, "socket: is no plain file; remove it"),
        (_large, "README.md: has 2199023255552 bytes, more than any file of a release; remove it"),
        (_deep, "a/b/c/d/e/f/g/h/i: is no plain file; remove it"),
        (_strange, r"'a\n\x1b[31m\udc80b': has a name that no file of a release has; remove it"),
    ],
)
def test_what_means_harm(folder: Path, harm: Change, found: str) -> None:
    harm(folder)
    assert lines(folder) == [found]


def test_a_finding_is_one_line_of_plain_letters(folder: Path) -> None:
    appended(folder, SUMS, "\x1b[2Jboo\r" + "x" * 500 + "\n")
    (line,) = lines(folder)
    assert line.isprintable()
    assert len(line) < 300


def test_too_many_files(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MAX_FILES", 3)
    with pytest.raises(FileError, match="holds more than 3 files or"):
        check(str(folder))


def test_blank_nodes_that_are_made_to_be_hard(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bounds, "SECONDS", 1.5)
    nodes = [f"_:b{number}" for number in range(10)]
    ring = (f"{a} <{A}> {b} .\n" for a in nodes for b in nodes if a != b)
    appended(folder, "backspasm.nq", "".join(ring))
    signed(folder)
    assert (
        "backspasm.nq: cannot be compared: backspasm.nq: its blank nodes cannot be told apart in"
        " 1.5 seconds; it may be made to be hard: do not use it; download the release again"
    ) in lines(folder)


def test_triple_terms_in_each_other(folder: Path) -> None:
    """A hundred thousand end the process in Oxigraph."""
    start, end = f"<{A}> <{A}> <<( " * 100_000, " )>>" * 100_000
    appended(folder, "backspasm.nq", f"{start}<{A}> <{A}> <{A}>{end} .\n")
    signed(folder)
    assert any("not valid N-Quads: too deeply nested" in line for line in lines(folder))


def test_nothing_is_imported_from_where_the_user_stands(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "pyoxigraph.py").write_text("import pathlib; pathlib.Path('harm').touch()")
    (folder / "hashlib.py").write_text("import pathlib; pathlib.Path('harm').touch()")
    monkeypatch.chdir(folder)
    assert len(lines(folder)) == 2
    assert not (folder / "harm").exists()


def test_canonical_within_is_canonical(shipped: backspasm.Dataset) -> None:
    quads = set(shipped.quads())
    assert bounds.canonical_within(quads, "x") == canonical_nquads(quads)
    plain = {q for q in quads if not isinstance(q.subject, pyoxigraph.BlankNode)}
    assert len(plain) < len(quads)


def test_what_cannot_be_checked(folder: Path, tmp_path: Path) -> None:
    for name in ("none", "out/README.md"):
        with pytest.raises(FileError, match="cannot be read"):
            check(str(tmp_path / name))
    (folder / SUMS).unlink()
    with pytest.raises(FileError, match="holds no SHA256SUMS"):
        check(str(folder))
    (folder / SUMS).symlink_to("/etc/passwd")
    with pytest.raises(FileError, match="holds no SHA256SUMS"):
        check(str(folder))


def test_sums_are_read_as_they_are_written() -> None:
    files = {"b/c": b"1", "a": b"2", "b-c": b"3"}
    assert parse_sums(write_sums(files)) == ({p: sha256(c) for p, c in files.items()}, [])
    twice = write_sums(files) * 2
    assert len(parse_sums(twice)[1]) == 3
