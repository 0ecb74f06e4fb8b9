from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

import backspasm
from backspasm.errors import BackspasmError, FileError, ParseError, QueryError
from backspasm.export import EXPORT_FORMATS, export
from backspasm.graph import AUTHORED, DERIVED, VOCABULARY
from backspasm.namespaces import BSC
from backspasm.versions.difference import Difference, compare_versions
from backspasm.versions.revisions import RELEASE, open_versions
from conftest import SMALL
from repositories import commit, edit, git, make_dataset

CLAIM = ("bsv:certainty bsv:Possible ;", "bsv:certainty bsv:Likely ;")


def compared(old: object, new: object, *, derived: bool = False) -> Difference:
    return compare_versions(*open_versions(str(old), str(new), derived=derived))


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    return make_dataset(tmp_path / "checkout")


def make_release(folder: Path) -> Path:
    """The graph of a release, with files of other kinds."""
    folder.mkdir()
    (folder / RELEASE).write_bytes(export(backspasm.load(SMALL), "nquads"))
    for name in ("manifest.ttl", "SHA256SUMS"):
        (folder / name).write_text("This is not read.\n")
    return folder


# Git revisions.


@pytest.mark.parametrize("name", ["v0.1.0", "HEAD~1", "main^", "v0.1.0^{tree}", "refs/tags/v0.1.0"])
def test_git_revisions(repository: Path, name: str) -> None:
    edit(repository / "data" / "claims.ttl", *CLAIM)
    commit(repository)
    for newer in ("HEAD", "main", git(repository, "rev-parse", "HEAD").strip(), "."):
        found = compared(name, newer)
        assert {change.status for change in found.changes} == {"changed"}
        assert all(change.iri.startswith(BSC) for change in found.changes)
        assert found.old.number == found.new.number == "0.1.0"


def test_the_work_tree_is_not_touched_and_counts_only_by_its_path(repository: Path) -> None:
    edit(repository / "data" / "claims.ttl", *CLAIM)
    (repository / "data" / "new.ttl").write_text("<urn:a> <urn:b> <urn:c> .")
    status = git(repository, "status", "--porcelain")
    index = (repository / ".git" / "index").stat().st_mtime_ns
    assert not compared("v0.1.0", "HEAD").differs
    dirty = compared("HEAD", ".")
    assert [change.iri for change in dirty.changes if change.status == "added"] == ["urn:a"]
    assert (repository / ".git" / "index").stat().st_mtime_ns == index
    assert git(repository, "status", "--porcelain") == status


def test_parts_of_a_revision(repository: Path) -> None:
    edit(repository / "data" / "claims.ttl", *CLAIM)
    assert compared("HEAD:data", "data").differs
    assert compared("HEAD:data/claims.ttl", "data/claims.ttl").differs
    assert not compared("HEAD:data/concepts.ttl", "data/concepts.ttl").differs
    os.chdir(repository / "data")
    assert not compared("HEAD:./concepts.ttl", "concepts.ttl").differs
    assert not compared("HEAD", "v0.1.0").differs


def test_a_path_goes_before_a_revision_of_the_same_name(repository: Path) -> None:
    git(repository, "branch", "data")
    edit(repository / "data" / "claims.ttl", *CLAIM)
    assert compared("HEAD:data", "data").differs
    assert compared("HEAD:data", "./data").differs
    assert not compared("HEAD", "refs/heads/data").differs


def test_names_of_files_and_revisions_that_git_would_quote(repository: Path) -> None:
    (repository / "data" / 'käse "x"\n.ttl').write_text("<urn:a> <urn:b> <urn:c> .")
    os.symlink("claims.ttl", repository / "data" / "link.ttl")
    commit(repository, "größer")
    assert [change.iri for change in compared("v0.1.0", "größer").changes] == ["urn:a"]


def test_a_rule_that_changed(repository: Path) -> None:
    for rule in (repository / "ontology" / "rules").glob("*.rq"):
        if rule.name != "30-kinds.rq":
            rule.unlink()
    found = compared("HEAD", ".", derived=True)
    assert found.changes == ()
    assert found.derived is not None
    assert found.derived.went > found.derived.edges_went > 0
    assert (found.derived.came, found.derived.edges_came) == (0, 0)
    assert not compared("HEAD", ".").differs


# Folders and files.


@pytest.mark.parametrize("form", EXPORT_FORMATS)
@pytest.mark.parametrize("derived", [False, True])
def test_exports_are_the_same_as_their_checkout(
    checkout: Path, tmp_path: Path, form: str, *, derived: bool
) -> None:
    ending = {"turtle": "ttl", "trig": "trig", "nquads": "nq", "jsonld": "jsonld"}[form]
    path = tmp_path / f"all.{ending}"
    path.write_bytes(export(backspasm.load(SMALL), form))
    for pair in ((path, checkout), (checkout, path)):
        found = compared(*pair, derived=derived)
        assert not found.differs, found.changes
        graphs = {quad.graph_name for quad in found.new.quads}
        assert graphs == {AUTHORED, VOCABULARY, *([DERIVED] if derived else [])}
    edit(checkout / "data" / "claims.ttl", *CLAIM)
    assert compared(path, checkout).differs


def test_a_release(checkout: Path, tmp_path: Path) -> None:
    release = make_release(tmp_path / "release")
    assert not compared(release, release / RELEASE, derived=True).differs
    edit(checkout / "data" / "claims.ttl", *CLAIM)
    found = compared(release, checkout)
    assert found.changes
    assert not found.breaking


def test_what_two_versions_hold_derived_is_compared(checkout: Path, tmp_path: Path) -> None:
    one, two = (make_release(tmp_path / name) for name in ("one", "two"))
    lines = (two / RELEASE).read_text().splitlines(keepends=True)
    gone = [line for line in lines if "graph/derived> ." in line][:3]
    (two / RELEASE).write_text("".join(line for line in lines if line not in gone))
    for pair in ((one, two), (one / RELEASE, two / RELEASE), (one, two / RELEASE)):
        found = compared(*pair)
        assert (found.differs, found.changes) == (True, ())
        assert found.derived is not None
        assert found.derived[:2] == (0, 3)
    for pair in ((one, checkout), (two, checkout)):
        assert compared(*pair).derived is None
    (two / RELEASE).write_text("".join(line for line in lines if "graph/derived> ." not in line))
    assert compared(one, two).derived is not None
    assert compared(one / RELEASE, two / RELEASE).derived is None


def test_the_same_data_in_other_files(tmp_path: Path) -> None:
    one = tmp_path / "one"
    for number, path in enumerate(sorted(SMALL.iterdir())):
        folder = one / str(9 - number)
        folder.mkdir(parents=True)
        shutil.copy(path, folder)
    (one / ".hidden.ttl").write_text("This is not read.")
    assert not compared(SMALL, one).differs


def test_files_without_rules_are_read_by_the_shipped_ones() -> None:
    (version, _) = open_versions(str(SMALL), str(SMALL), derived=True)
    derived = backspasm.load(SMALL).matching(graph=DERIVED)
    assert {quad for quad in version.quads if quad.graph_name == DERIVED} == set(derived)


def test_new_is_the_shipped_dataset_unless_it_is_given() -> None:
    folder = backspasm.files.dataset_folder()
    old, new = open_versions(folder)
    assert old.quads == new.quads
    assert new.place == "the shipped dataset"
    assert old.number == backspasm.__version__


# What cannot be opened.


def refused(kind: type[BackspasmError], old: object, new: object = SMALL) -> str:
    with pytest.raises(kind) as caught:
        compared(old, new, derived=True)
    return str(caught.value)


def test_unknown_names(repository: Path) -> None:
    both = "no such file or folder, and no revision of this git repository"
    assert refused(FileError, "v0.1.1") == f"v0.1.1: {both}; did you mean v0.1.0?"
    assert f"{both}; did you mean ontology?" in refused(FileError, "ontologie")
    assert both in refused(FileError, "HEAD~7")
    assert both in refused(FileError, "HEAD:nothing")
    assert both in refused(FileError, "--upload-pack=x")
    assert both in refused(FileError, "HEAD..v0.1.0")
    (repository / "empty").mkdir()
    assert "empty: holds no RDF file" in refused(FileError, "empty")


def test_a_release_without_its_graph(tmp_path: Path) -> None:
    release = make_release(tmp_path / "release")
    (release / RELEASE).unlink()
    assert "release: holds no backspasm.nq; name the folder of a whole" in refused(
        FileError, release
    )


def test_no_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert "v1: no such file or folder, and as a git revision: not a git rep" in refused(
        FileError, "v1"
    )


def test_no_git(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(repository))
    assert "git cannot be run: No such file or directory" in refused(FileError, "v0.1.0")


def test_broken_files(repository: Path) -> None:
    (repository / "data" / "claims.ttl").write_text("@prefix a: <urn:a> .\na:b a:c .\n")
    commit(repository)
    assert refused(ParseError, "HEAD").startswith("HEAD:data/claims.ttl:2:")
    assert refused(ParseError, "HEAD:data").startswith("HEAD:data/claims.ttl:2:")
    assert refused(ParseError, "HEAD:data/claims.ttl").startswith("HEAD:data/claims.ttl:2:")
    assert refused(ParseError, repository).startswith(f"{repository}/data/claims.ttl:2:")
    assert "unknown RDF format .md" in refused(FileError, "HEAD:README.md")


def test_broken_context_and_rule(repository: Path) -> None:
    (repository / "ontology" / "rules" / "30-kinds.rq").write_text("CONSTRUCT nothing")
    assert "30-kinds.rq: not SPARQL" in refused(QueryError, ".")
    (repository / "ontology" / "context.jsonld").write_text("{")
    assert "context.jsonld: not valid JSON" in refused(ParseError, ".")


def test_an_object_that_is_missing(repository: Path) -> None:
    """As in a partial clone, which is not completed over the network."""
    blob = git(repository, "rev-parse", "HEAD:data/claims.ttl").strip()
    (repository / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    assert f"git has no object {blob[:12]}; fetch what is missing" in refused(FileError, "HEAD")
