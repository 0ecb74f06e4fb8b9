"""What versions say of their documents, compared between checkouts, revisions and releases."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

import backspasm
from backspasm import json_schema
from backspasm.errors import BackspasmError, FileError, ParseError
from backspasm.release.composition import compose
from backspasm.release.installation import install
from backspasm.versions.difference import Difference, compare_versions
from backspasm.versions.revisions import open_versions
from conftest import SMALL
from repositories import commit, edit

CONTEXT = "ontology/context.jsonld"
CLAIMS = "shapes/claims.ttl"
CONCEPT = "ontology/frames/concept.jsonld"
VOCABULARY = "ontology/backspasm.ttl"
KINDS = ("claim", "concept", "condition", "document", "index", "mechanism")

BASIS = """    sh:path bsv:basis ;
    sh:minCount 1 ;
"""
OPTIONAL = BASIS.replace("    sh:minCount 1 ;\n", "")
MAPPING = '  "mapping": {"$ref": "parts/mapping.jsonld"},\n'
SYMPTOM = '  "symptomClaim": {"$ref": "parts/claim.jsonld"},\n'
CHRONIC = "bsv:Chronic a owl:NamedIndividual , bsv:Qualifier"
BRIEF = f"bsv:Brief a owl:NamedIndividual , bsv:Qualifier ; skos:definition 'Short.' .\n{CHRONIC}"
HOLDING_CLAIMS = ("concept", "condition", "document", "mechanism")

Told = set[tuple[str, str, str, bool]]


def compared(old: object, new: object) -> Difference:
    return compare_versions(*open_versions(str(old), str(new)))


def told(found: Difference) -> Told:
    return {(one.where, one.what, one.reason, one.breaking) for one in found.breaks}


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A release of the small data, with the shipped shapes, frames, context and vocabulary."""
    folder = tmp_path_factory.mktemp("documents") / "release"
    install(compose(backspasm.load(SMALL)).files, str(folder))
    return folder


EDITS: dict[str, tuple[str, str, str, Told]] = {
    "comment": (CLAIMS, BASIS, f"    # Once.\n{BASIS}", set()),
    "shape": (
        CLAIMS,
        BASIS,
        OPTIONAL,
        {
            ("schema", what, "need no longer have basis", True)
            for what in ("claim:", *(f"{kind}: #Claim" for kind in HOLDING_CLAIMS))
        },
    ),
    "frame": (
        CONCEPT,
        MAPPING,
        "",
        {
            ("schema", f"{kind}: {part}", "is gone", True)
            for kind in ("concept", "condition")
            for part in ("mapping", "#Mapping")
        },
    ),
    "context": (
        CONTEXT,
        '"@context": {',
        '"@context": {"ours": "bsv:ours", ',
        {("context", "ours", "is new", False)},
    ),
    "vocabulary": (
        VOCABULARY,
        CHRONIC,
        BRIEF,
        {("graph", "bsv:Brief", "is a new value of bsv:Qualifier", False)}
        | {
            ("schema", f"{kind}: #Qualifier", 'may also be "bsv:Brief"', False)
            for kind in ("claim", *HOLDING_CLAIMS)
        },
    ),
}
"""What is edited in a checkout, and what is told of it."""


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_is_told_alike_of_revisions_checkouts_and_releases(
    repository: Path, release: Path, name: str
) -> None:
    file, old, new, expected = EDITS[name]
    edit(repository / file, old, new)
    commit(repository)
    for older in ("v0.1.0", release):
        for newer in ("HEAD", "."):
            found = compared(older, newer)
            assert told(found) == expected, (older, newer)
            assert not found.without_documents
            assert found.differs == bool(expected)


@pytest.mark.usefixtures("repository")
def test_a_checkout_and_its_release_say_the_same(release: Path) -> None:
    for pair in ((release, "."), ("HEAD", release), (release, release)):
        found = compared(*pair)
        assert not found.differs, found.breaks
        assert not found.without_documents


def test_schemas_are_not_derived_where_nothing_changed_of_what_they_hang_on(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: object) -> None:
        raise AssertionError

    edit(repository / "data" / "claims.ttl", "bsv:Possible", "bsv:Likely")
    monkeypatch.setattr(json_schema, "schemas_of", fail)
    assert compared("HEAD", ".").changes
    edit(repository / CLAIMS, BASIS, OPTIONAL)
    with pytest.raises(AssertionError):
        compared("HEAD", ".")


# What is missing.

GONE = {
    CONTEXT: {"context.jsonld", *KINDS},
    "shapes": set(KINDS),
    "ontology/frames": set(KINDS),
    "ontology/frames/mechanism.jsonld": {"mechanism"},
}
"""What is removed from a checkout, and what is said to be gone."""


def remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()


@pytest.mark.parametrize("name", GONE)
def test_what_a_checkout_lacks(repository: Path, release: Path, name: str) -> None:
    remove(repository / name)
    for older in ("HEAD", release):
        there, back = compared(older, "."), compared(".", older)
        assert GONE[name] <= {one.what for one in there.breaking if one.reason == "is gone"}
        assert GONE[name] <= {one.what for one in back.notable if one.reason == "is new"}
        assert there.differs
        assert back.differs
        assert not back.breaking or name.endswith("mechanism.jsonld")
        assert not there.without_documents


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize(
    ("name", "gone"),
    [
        ("json", {"context.jsonld", *KINDS}),
        ("json/context.jsonld", {"context.jsonld"}),
        ("json/schema", set(KINDS)),
        ("json/schema/claim.schema.json", {"claim"}),
    ],
)
def test_what_a_release_lacks(release: Path, tmp_path: Path, name: str, gone: set[str]) -> None:
    other = shutil.copytree(release, tmp_path / "other")
    remove(other / name)
    for older in ("HEAD", release):
        found = compared(older, other)
        assert {(one.what, one.reason) for one in found.breaks} == {(x, "is gone") for x in gone}
        assert all(one.breaking for one in found.breaks)
        assert {one.what for one in compared(other, older).notable} == gone


def test_where_documents_are_not_compared(repository: Path, release: Path) -> None:
    nquads = release / "backspasm.nq"
    for older, newer, places in (
        ("HEAD:data", "data", ("HEAD:data", "data")),
        (release, nquads, (str(nquads),)),
        ("HEAD:data/claims.ttl", ".", ("HEAD:data/claims.ttl",)),
    ):
        found = compared(older, newer)
        assert found.without_documents == places
        assert {one.where for one in found.breaks} <= {"graph"}
    remove(repository / "shapes")
    commit(repository)
    assert compared("HEAD", ".").without_documents == ("HEAD", ".")
    assert not compared("v0.1.0", ".").without_documents


# What is broken.


@pytest.mark.parametrize(
    ("file", "old", "new", "kind", "problem"),
    [
        (CONCEPT, SYMPTOM, "", FileError, "/condition.jsonld: no frame stands under symptomClaim"),
        (
            CONCEPT,
            '  "type": "Concept",\n',
            "",
            FileError,
            ".: no JSON Schemas can be derived from",
        ),
        (CONCEPT, '  "type": "Concept",\n', "", FileError, "vocabulary: KeyError('type'); "),
        (CONCEPT, "parts/mapping", "parts/map", FileError, "parts/map.jsonld: is missing; restore"),
        (CONCEPT, MAPPING, "{", ParseError, "/concept.jsonld: not valid JSON: "),
        (CLAIMS, "sh:path", "sh :path", ParseError, "shapes/claims.ttl:"),
        (CONTEXT, "{", "", ParseError, "context.jsonld: not valid JSON: "),
        (CONTEXT, '"@context"', '"context"', FileError, "vocabulary: KeyError('@context'); "),
    ],
)
def test_schemas_that_cannot_be_derived(
    repository: Path,
    file: str,
    old: str,
    new: str,
    kind: type[BackspasmError],
    problem: str,
) -> None:
    edit(repository / file, old, new)
    with pytest.raises(kind) as caught:
        compared("HEAD", ".")
    assert problem in str(caught.value)
    assert compared("HEAD:data", "data").differs is False


# Releases made by hand.


def make_release(release: Path, folder: Path, context: object, schema: object) -> Path:
    """A release with one schema."""
    (folder / "json" / "schema").mkdir(parents=True)
    shutil.copy(release / "backspasm.nq", folder)
    (folder / "json" / "context.jsonld").write_text(json.dumps({"@context": context}))
    (folder / "json" / "schema" / "claim.schema.json").write_text(json.dumps(schema))
    return folder


def test_contexts_and_schemas_of_releases(release: Path, tmp_path: Path) -> None:
    schema = {"properties": {"id": {"type": "string"}}}
    old = make_release(release, tmp_path / "old", {"a": "urn:a", "b": "urn:b"}, schema)
    new = make_release(release, tmp_path / "new", {"a": "urn:other"}, {})
    found = compared(old, new)
    assert told(found) == {
        ("context", "a", 'meant "urn:a", means "urn:other"', True),
        ("context", "b", "is gone", True),
        ("schema", "claim: id", "is gone", True),
    }
    assert found.differs
    assert not found.changes
    (new / "json" / "schema" / "claim.schema.json").write_text("{")
    with pytest.raises(ParseError, match=r"claim\.schema\.json: not valid JSON"):
        compared(old, new)
