"""Which findings are told: those in the data, and those that it causes in files beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from backspasm.validation import Settings, Validation, validate
from repositories import commit, git

if TYPE_CHECKING:
    from pathlib import Path

PREFIXES = """\
@prefix ex: <http://example.org/> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
NUMBER = "ex:S sh:targetClass ex:C ; sh:property [ sh:path ex:p ; sh:datatype xsd:integer ] ."
NESTED = (
    "ex:S sh:targetClass ex:C ; sh:property [ sh:path ex:p ; sh:property "
    "[ sh:path ex:r ; sh:property [ sh:path ex:q ; sh:datatype xsd:integer ] ] ] ."
)
LINKED = "ex:S sh:targetSubjectsOf ex:ref ; sh:property [ sh:path ex:ref ; sh:class ex:C ] ."
LABELLED = "ex:S sh:targetClass ex:C ; sh:property [ sh:path ex:p ; sh:minCount 1 ] ."


def _write(folder: Path, files: dict[str, str | None]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True, parents=True)
        if text is None:
            path.unlink()
        else:
            path.write_text(PREFIXES + text, encoding="utf-8")


def _told(done: Validation) -> list[tuple[str, str]]:
    """The files of SHACL's findings with their nodes; the report of the W3C has as many."""
    found = [one for one in done.report.findings if one.component]
    assert len(done.results) == len(found)
    return [(one.place.file, one.focus.rpartition("/")[2]) for one in found if one.place]


class Beside(NamedTuple):
    """Data with a context, and the findings that are told."""

    shapes: str
    data: str
    context: str
    told: list[tuple[str, str]]
    elsewhere: int = 0


BESIDE = {
    "its class is of the data": Beside(
        NUMBER, "ex:x a ex:C .", "ex:x ex:p 'bad' .", [("context/c.ttl", "x")]
    ),
    "its class is of the context": Beside(NUMBER, "ex:x a ex:D .", "ex:x a ex:C ; ex:p 'bad' .", [], 1),
    "the end of a chain is of the data": Beside(
        NESTED, "ex:b ex:q 'bad' .", "ex:y a ex:C ; ex:p ex:z . ex:z ex:r ex:b .", [("data.ttl", "b")]
    ),
    "the start of a chain is of the data": Beside(
        NESTED, "ex:y a ex:C .", "ex:y ex:p ex:z . ex:z ex:r ex:b . ex:b ex:q 'bad' .",
        [("context/c.ttl", "b")],
    ),
    "of three blank nodes, the second is of the data": Beside(
        NUMBER, "ex:D <http://www.w3.org/2000/01/rdf-schema#subClassOf> ex:C .",
        "[] a ex:C ; ex:p 'bad' . [] a ex:D ; ex:p 'bad' . [] a ex:C ; ex:p 'bad' .",
        [("context/c.ttl", "_:3--0")], 2
    ),
    "what the data mends": Beside(LINKED, "ex:x a ex:C .", "ex:a ex:ref ex:x .", []),
    "what the data speaks of and does not cause": Beside(
        LINKED, "ex:d ex:near ex:x .", "ex:a ex:ref ex:x .", [], 1
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", BESIDE.values(), ids=BESIDE)
@pytest.mark.parametrize("engine", ["pyshacl", "shifty"])
def test_context(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, case: Beside, engine: str
) -> None:
    monkeypatch.chdir(tmp_path)
    _write(tmp_path, {"s.ttl": case.shapes, "data.ttl": case.data, "context/c.ttl": case.context})
    done = validate(["data.ttl"], ["s.ttl"], Settings(context=["context"], engine=engine))
    assert _told(done) == case.told
    assert done.report.elsewhere == case.elsewhere
    assert done.report.status == bool(case.told)


class Change(NamedTuple):
    """What stands in `data`, what became of it, and the findings that are told."""

    shapes: str
    before: dict[str, str | None]
    after: dict[str, str | None]
    told: list[tuple[str, str]]
    elsewhere: int = 0
    paths: tuple[str, ...] = ("data",)
    context: tuple[str, ...] = ()


A, B, C = "data/a.ttl", "data/b.ttl", "data/sub/c.ttl"
OLD, NEW = "ex:x a ex:C .", "ex:renamed a ex:C ."
REFERENCE = "ex:b ex:ref ex:x ."
CHANGES = {
    "nothing": Change(LINKED, {A: "ex:a ex:ref ex:none .", B: OLD}, {}, [], 1),
    "a class is added": Change(NUMBER, {A: "ex:x ex:p 'bad' ."}, {B: OLD}, [(A, "x")]),
    "a node is renamed": Change(LINKED, {A: OLD, B: REFERENCE}, {A: NEW}, [(B, "b")]),
    "a class was missing before": Change(
        LINKED, {A: "ex:y a ex:C .", B: REFERENCE}, {A: NEW}, [], 1
    ),
    "it is worse than before": Change(
        NUMBER, {A: "ex:x a ex:C .", B: "ex:x ex:p 'bad' . ex:y ex:p 'bad' ."},
        {A: "ex:x a ex:C . ex:y a ex:C ."}, [(B, "y")], 1,
    ),
    "a file is gone": Change(LINKED, {A: OLD, B: REFERENCE}, {A: None}, [(B, "b")]),
    "a file of several is gone": Change(
        LINKED, {A: OLD, B: REFERENCE}, {A: None}, [(B, "b")], paths=(B,)
    ),
    "a file below is gone": Change(LINKED, {C: OLD, B: REFERENCE}, {C: None}, [(B, "b")]),
    "a hidden file is gone": Change(
        LINKED, {"data/.c/c.ttl": OLD, B: REFERENCE}, {"data/.c/c.ttl": None}, [], 1
    ),
    "a file is moved": Change(
        LINKED, {A: OLD, B: "ex:b ex:ref ex:x , ex:none ."}, {A: None, C: OLD}, [], 1
    ),
    "the context changed": Change(
        LINKED, {"near/c.ttl": OLD, B: REFERENCE + "ex:b ex:ref ex:none ."}, {"near/c.ttl": NEW},
        [(B, "b")], 1, context=("near",),
    ),
    "the context is gone": Change(
        LINKED, {"near/c.ttl": OLD, "near/d.ttl": NEW, B: REFERENCE}, {"near/c.ttl": None},
        [(B, "b")], context=("near",),
    ),
    "the context is new": Change(
        NUMBER, {"near/c.ttl": NEW, B: "ex:x ex:p 'bad' ."}, {"near/d.ttl": OLD}, [(B, "x")],
        context=("near",),
    ),
    "the data is context too": Change(
        LINKED, {A: OLD, B: REFERENCE}, {A: NEW}, [(B, "b")], context=("data",)
    ),
    "a file is emptied": Change(LINKED, {A: OLD, B: REFERENCE}, {A: ""}, [(B, "b")]),
    "what was broken is mended": Change(LINKED, {A: "ex:x a", B: REFERENCE}, {A: OLD}, []),
    "shapes changed": Change(
        NUMBER, {A: "ex:x a ex:C .", B: "ex:x ex:p 'bad' ."}, {"shapes/s.ttl": NUMBER + "# new"},
        [(B, "x")],
    ),
    "shapes are gone": Change(
        NUMBER, {"shapes/more.ttl": LABELLED, A: "ex:x a ex:C .", B: "ex:x ex:p 'bad' ."},
        {"shapes/more.ttl": None}, [(B, "x")],
    ),
}  # fmt: skip


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty repository, as the current folder."""
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("case", CHANGES.values(), ids=CHANGES)
def test_changed_since(workspace: Path, case: Change) -> None:
    _write(workspace, {"shapes/s.ttl": case.shapes, **case.before})
    commit(workspace)
    _write(workspace, case.after)
    settings = Settings(context=case.context, changed_since="HEAD")
    done = validate(case.paths, ["shapes"], settings)
    assert _told(done) == case.told
    assert (done.report.elsewhere, done.report.unchecked) == (case.elsewhere, ())
    if case.after:
        commit(workspace)
    again = validate(case.paths, ["shapes"], Settings(context=case.context, changed_since="main"))
    assert _told(again) == []


@pytest.mark.parametrize("case", CHANGES.values(), ids=CHANGES)
def test_what_a_change_broke_is_what_a_full_run_says(workspace: Path, case: Change) -> None:
    """Green when asked for a change, and red on the whole, is only what was red before."""
    _write(workspace, {"shapes/s.ttl": case.shapes, **case.before})
    settings = Settings(context=case.context)
    before = [*_told(validate(case.paths, ["shapes"], settings))]
    commit(workspace)
    _write(workspace, case.after)
    whole = _told(validate(case.paths, ["shapes"], settings))
    changed = _told(validate(case.paths, ["shapes"], Settings(case.context, changed_since="HEAD")))
    assert set(whole) - set(before) <= set(changed) <= set(whole)


def test_all_is_validated_again_only_for_findings_in_the_context(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _write(workspace, {"s.ttl": LINKED, A: OLD, B: REFERENCE})
    commit(workspace)
    _write(workspace, {A: OLD + "ex:a ex:ref ex:none ."})

    def refuse(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr("backspasm.validation.history.History.before", refuse)
    assert _told(validate(["data"], ["s.ttl"], Settings(changed_since="HEAD"))) == [(A, "a")]
