"""A release that was changed is found out, and one that means harm does none."""

from __future__ import annotations

import os
import shutil
import socket
from collections.abc import Callable
from pathlib import Path

import pyoxigraph
import pytest

import backspasm
from backspasm.digest import canonical_nquads, sha256
from backspasm.errors import FileError
from backspasm.release import bounds, reading
from backspasm.release.check import check
from backspasm.release.composition import Composition, compose
from backspasm.release.installation import install
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
    return [str(finding) for finding in check(str(folder))]


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
        assert check(name) == []


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
    ],
)
def test_a_change_with_right_digests(folder: Path, change: Change, found: list[str]) -> None:
    change(folder)
    signed(folder)
    told = lines(folder)
    for start in found:
        assert any(line.startswith(start) for line in told), (start, told)


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
