"""A release is the same on every machine, and holds what it says."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import backspasm
from backspasm.digest import sha256
from backspasm.distribution import Distribution
from backspasm.errors import DataError
from backspasm.export import EXPORT_FORMATS, export
from backspasm.release.check import check
from backspasm.release.citation import citation
from backspasm.release.composition import BESIDE, NAMED_BY, compose
from backspasm.release.installation import install
from backspasm.release.producers import PRODUCERS, Producer, view
from backspasm.release.sums import SUMS, write_sums
from conftest import SMALL, TESTS

ROOT = TESTS.parent


def exported(folder: Path, *arguments: object, **environment: str) -> bytes:
    """What `backspasm export --release` writes to its list of digests, as a process of its own."""
    command = [
        sys.executable,
        "-m",
        "backspasm",
        "export",
        "--release",
        "out",
        *map(str, arguments),
    ]
    folder.mkdir()
    subprocess.run(
        command, cwd=folder, env={**os.environ, **environment}, check=True, capture_output=True
    )
    return (folder / "out" / SUMS).read_bytes()


def test_same_bytes_everywhere(tmp_path: Path) -> None:
    kinds: list[dict[str, str]] = [
        {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "UTC"},
        {"PYTHONHASHSEED": "2", "LC_ALL": "C.UTF-8", "TZ": "Asia/Tokyo", "PYTHONUTF8": "1"},
        {"PYTHONHASHSEED": "3", "LC_ALL": "tr_TR.UTF-8", "TZ": "America/New_York"},
    ]
    sums = {exported(tmp_path / str(n), **kind) for n, kind in enumerate(kinds)}
    mask = os.umask(0o077)
    try:
        sums.add(exported(tmp_path / "private"))
    finally:
        os.umask(mask)
    assert len(sums) == 1


def test_order_of_the_files_does_not_matter(tmp_path: Path) -> None:
    paths = sorted(SMALL.iterdir())
    orders = (paths, paths[::-1], paths[2:] + paths[:2])
    options = [[word for path in order for word in ("--data", path)] for order in orders]
    sums = {exported(tmp_path / str(n), *given) for n, given in enumerate(options)}
    assert len(sums) == 1


def test_a_thousand_files_are_written_and_checked(small: backspasm.Dataset, tmp_path: Path) -> None:
    files = [
        Distribution(f"many/{n % 7}/{n}.json", "application/json", b"{}" * n) for n in range(1000)
    ]
    many = Producer("many", "JSON", "A file for each thing.", lambda _: files, folder="many")
    made = compose(small, producers=[*PRODUCERS, many])
    install(made.files, str(tmp_path / "out"))
    install(made.files, str(tmp_path / "out"))
    not_ours = {finding.path for finding in check(str(tmp_path / "out")).findings}
    assert not_ours == {"README.md", "manifest.ttl", *(f"many/{n}/" for n in range(7))}
    (tmp_path / "out" / "many" / "3" / "3.json").write_bytes(b"")
    found = [str(finding) for finding in check(str(tmp_path / "out")).findings]
    assert any(line.startswith("many/3/3.json: has another SHA-256") for line in found)


def test_it_holds_the_graph_in_every_format(shipped: backspasm.Dataset) -> None:
    made = compose(shipped)
    files = [file for producer in PRODUCERS[:4] for file in producer.files(shipped)]
    assert [file.content for file in files] == [export(shipped, name) for name in EXPORT_FORMATS]
    assert {file.path: file.content for file in files}.items() <= made.files.items()
    assert made.digest == sha256(made.files[NAMED_BY])
    assert list(made.files) == sorted(made.files)
    assert set(BESIDE) <= set(made.files)
    assert made.files["LICENSE-DATA"] == (ROOT / "LICENSE-DATA").read_bytes()
    assert made.files["CITATION.cff"] == (ROOT / "CITATION.cff").read_bytes()


def test_readme(shipped: backspasm.Dataset) -> None:
    made = compose(shipped)
    text = made.files["README.md"].decode()
    assert "**A record of what texts claim, not medical advice.**" in text
    assert f"<https://w3id.org/backspasm/release/{made.digest}>" in text
    assert (
        f"{citation().authors[0]}. *{citation().title}* (version {backspasm.__version__})" in text
    )
    for name, content in made.files.items():
        folder, inside, _ = name.partition("/")
        assert f"`{folder}{inside}`" in text or name == "README.md"
        if name not in BESIDE and not inside:
            assert f"| `{name}` | {len(content):,} | " in text
    tables = [content for name, content in made.files.items() if name.startswith("csv/")]
    size = sum(map(len, tables))
    assert f"| `csv/` ({len(tables)} files) | {size:,} | " in text
    assert "sha256sum --check SHA256SUMS\nbackspasm export --check ." in text


def test_citation_is_read_as_it_is_written() -> None:
    text = (ROOT / "CITATION.cff").read_text()
    cited = citation()
    assert f'title: "{cited.title}"' in text
    assert cited.authors == ("The backspasm curators",)
    assert "".join(f"  - {keyword}\n" for keyword in cited.keywords) in text
    assert len(cited.keywords) == 4


def test_what_was_done_is_told(small: backspasm.Dataset) -> None:
    told: list[str] = []
    compose(small, say=told.append)
    assert told == [*(producer.title for producer in PRODUCERS), "The manifest"]


@pytest.mark.parametrize(
    ("folder", "path"),
    [
        ("", "../a"),
        ("", "/a"),
        ("", "a b"),
        ("", "a\nb"),
        ("", ".hidden"),
        ("", "README.md"),
        ("", "backspasm.nq"),
        ("json", "a.json"),
        ("json", "jsonld/a.json"),
    ],
)
def test_a_path_that_a_producer_may_not_write(
    small: backspasm.Dataset, folder: str, path: str
) -> None:
    bad = Producer("bad", "", "", lambda _: [Distribution(path, "text/plain", b"")], folder)
    with pytest.raises(DataError, match="bad may not write it"):
        compose(small, producers=[*PRODUCERS, bad])


def test_producers_have_names_of_their_own() -> None:
    assert len({producer.name for producer in PRODUCERS}) == len(PRODUCERS)
    assert all(producer.description.endswith(".") for producer in PRODUCERS)


def test_a_view_is_imported_when_it_is_needed(
    small: backspasm.Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = view("a_view_of_the_tests")
    code = "from backspasm.distribution import Distribution as D\n"
    code += "def files(graph): return [D('a.txt', 'text/plain', b'a')]"
    (tmp_path / "a_view_of_the_tests.py").write_text(code)
    monkeypatch.syspath_prepend(tmp_path)
    assert [file.path for file in files(small)] == ["a.txt"]


SCHEME = (ROOT / "data" / "concepts" / "scheme.ttl").read_text()
WRONG = "@prefix bsv: <https://w3id.org/backspasm/vocab/> . <a:b> a bsv:Claim ."


def test_data_that_calls_itself_ours_must_conform(tmp_path: Path) -> None:
    (tmp_path / "scheme.ttl").write_text(SCHEME)
    made = compose(backspasm.load(tmp_path))
    assert set(BESIDE) <= set(made.files)
    (tmp_path / "wrong.ttl").write_text(WRONG)
    with pytest.raises(DataError, match="shapes; see what `backspasm validate FOLDER…` says"):
        compose(backspasm.load(tmp_path))


def test_a_checkout_must_conform_too(tmp_path: Path) -> None:
    for name in ("scripts", "data", "ontology", "shapes"):
        shutil.copytree(ROOT / name, tmp_path / name)
    (tmp_path / "data" / "wrong.ttl").write_text(WRONG)
    done = subprocess.run(
        [sys.executable, "-m", "backspasm", "export", "--release", "out"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path / "scripts")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (
        2,
        "",
        "backspasm: the data does not conform to the shapes; see what `backspasm validate` says\n",
    )
    assert not (tmp_path / "out").exists()


def test_coreutils_read_the_digests(shipped: backspasm.Dataset, tmp_path: Path) -> None:
    install(compose(shipped).files, str(tmp_path / "out"))
    command = ["sha256sum", "--check", "--strict", SUMS]
    done = subprocess.run(
        command, cwd=tmp_path / "out", capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    out = tmp_path / "out"
    there = sorted(str(path.relative_to(out)) for path in out.rglob("*") if path.is_file())
    assert done.stdout.splitlines() == [f"{name}: OK" for name in there if name != SUMS]
    written = subprocess.run(
        ["sha256sum", *(name for name in there if name != SUMS)],
        cwd=tmp_path / "out",
        capture_output=True,
        check=True,
    )
    assert written.stdout == (tmp_path / "out" / SUMS).read_bytes()
    assert write_sums({"b": b"", "a/c": b""}).endswith(b"  b\n")
