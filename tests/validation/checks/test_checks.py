"""Each check finds what its cases say, and nothing else.

Each file below `cases/` is a case of the check that its folder is named after:

    # mode: own                              with our own shapes; else with shapes of others
    # finds: SEVERITY FOCUS PATH VALUE       or "nothing"; "-" stands for nothing said
    # at: FILE:LINE:COLUMN                   where the check itself knows the place
    # says: words                            that some message or remedy has
    # file: data.ttl                         what follows is a file; `shapes.ttl` has the shapes

A file without prefixes of its own has those of the project, and `ex:`. With our own
shapes the valid dataset of the tests of shapes is there as well, as context.
"""

from __future__ import annotations

import functools
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyoxigraph
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from backspasm.dataset import Dataset
from backspasm.digest import canonical_nquads
from backspasm.files import authored_files, shape_files, vocabulary_files
from backspasm.graph import DERIVED
from backspasm.namespaces import PREFIXES, expand
from backspasm.positions.labels import Labels
from backspasm.validation.checks import CHECKS, run
from backspasm.validation.finding import Finding
from backspasm.validation.material import Material, Source, read_source
from backspasm.validation.rows import rows

FOLDER = Path(__file__).parent / "cases"
VALID = Path(__file__).parents[2] / "shapes" / "valid.ttl"
HEADER = " ".join(f"@prefix {name}: <{iri}> ." for name, iri in PREFIXES.items())
EX = "https://example.org/"
RULES = {check.rule: check for check in CHECKS}


@dataclass(frozen=True)
class Case:
    """Files, and what a check must find in them."""

    rule: str
    name: str
    own: bool
    finds: tuple[tuple[str, ...], ...]
    places: tuple[str, ...]
    says: tuple[str, ...]
    files: tuple[tuple[str, str], ...]


def _iri(text: str) -> str:
    if text == "-":
        return ""
    if text.startswith(('"', "_:")):
        return text
    if text.startswith("ex:"):
        return EX + text[3:]
    if "://" in text:
        return text[1:-1] if re.fullmatch("<[^<>]*>", text) else text
    return expand(text) or text


def _read(file: Path) -> Case:
    head, *parts = re.split(r"^# file: (.*)\n", file.read_text("utf-8"), flags=re.MULTILINE)

    def values(name: str) -> tuple[str, ...]:
        return tuple(re.findall(rf"^# {name}: (.*)$", head, re.MULTILINE))

    finds = tuple(line.split(" ", 3) for line in values("finds") if line != "nothing")
    assert values("finds"), file
    return Case(
        file.parent.name,
        file.stem,
        "own" in values("mode"),
        tuple((severity, *map(_iri, rest)) for severity, *rest in finds),
        values("at"),
        values("says"),
        tuple(zip(parts[::2], parts[1::2], strict=True)),
    )


CASES = [_read(file) for file in sorted(FOLDER.glob("*/*.ttl"))]


def _source(folder: Path, name: str, text: str, labels: Labels) -> Source:
    prefixed = not name.endswith(".ttl") or re.search(r"^\s*(@prefix|PREFIX)", text, re.MULTILINE)
    content = text if prefixed else f"{HEADER} @prefix ex: <{EX}> .\n{text}"
    (folder / name).write_text(content, encoding="utf-8")
    source = read_source(name, labels)
    assert source.error is None, source.error
    return source


@functools.cache
def _shipped_shapes() -> tuple[Source, ...]:
    labels = Labels()
    return tuple(read_source(name, labels) for name in shape_files())


def _derived(files: list[str]) -> Source:
    quads = Dataset(files).store.quads_for_pattern(None, None, None, DERIVED)
    return Source("derived", rows=rows(quads))


def _material(case: Case, folder: Path) -> Material:
    labels = Labels()
    sources = [_source(folder, name, text, labels) for name, text in case.files]
    shapes = [source for source in sources if source.name == "shapes.ttl"]
    data = [source for source in sources if source.name != "shapes.ttl"]
    if not case.own:
        return Material(data, shapes, plain=True)
    return _own(data, [str(VALID)])


def _own(data: list[Source], more: list[str]) -> Material:
    context = [read_source(name) for name in (*more, *vocabulary_files())]
    derived = _derived([*(source.name for source in data), *more])
    return Material(data, list(_shipped_shapes()), context, derived)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.rule}-{case.name}")
def test_check_finds_what_the_case_says(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    found = run(_material(case, tmp_path), rules=[case.rule])
    assert {one.rule for one in found} <= {case.rule}
    told = sorted((one.severity, one.focus, one.path, one.value) for one in found)
    assert told == sorted(case.finds)
    assert sorted(str(one.place) for one in found if one.place) == sorted(case.places)
    texts = [f"{one.message} {one.remedy}" for one in found]
    for words in case.says:
        assert any(words in text for text in texts), texts
    for one in found:
        assert re.fullmatch(r"\S.*[.?]", one.remedy), one
        assert one.message.endswith("."), one


def test_every_check_has_a_case_that_finds_and_one_that_does_not() -> None:
    assert {case.rule for case in CASES if case.finds} == set(RULES)
    assert {case.rule for case in CASES if not case.finds} == set(RULES)


def test_every_case_gives_a_severity_that_the_table_allows() -> None:
    for case in CASES:
        for severity, *_ in case.finds:
            assert severity == "warning" or (severity == RULES[case.rule].severity and case.own)


def _all_of(files: list[str]) -> Iterator[Finding]:
    labels = Labels()
    data = [read_source(name, labels) for name in files]
    assert sum(len(source.rows) for source in data) > 100
    yield from run(_own(data, []), whole=True)


def test_shipped_data_is_clean() -> None:
    assert list(_all_of(authored_files())) == []


def test_valid_dataset_is_clean_but_for_claims_made_up_for_the_cases() -> None:
    found = list(_all_of([str(VALID)]))
    assert {one.rule for one in found} == {"duplicate-claim", "causal-cycle"}


def test_idle_targets_of_our_shapes_count_for_the_whole_alone(tmp_path: Path) -> None:
    data = tmp_path / "one.ttl"
    data.write_text("<https://example.org/a> a <https://example.org/B> .", encoding="utf-8")
    material = _own([read_source(str(data))], [])
    idle = [one.shape for one in run(material, whole=True) if one.rule == "idle-target"]
    assert PREFIXES["bsh"] + "Claim" in idle
    assert not [one for one in run(material) if one.rule == "idle-target"]


def test_shapes_named_as_finding_the_rest_are_there() -> None:
    named = {
        name for check in CHECKS for name in re.findall(r"`bsh:([\w-]+)`", check.find.__doc__ or "")
    }
    assert named
    shapes = {subject for source in _shipped_shapes() for subject, *_ in source.rows}
    assert {name for name in named if PREFIXES["bsh"] + name not in shapes} == set()


def test_no_check_needs_a_source_that_could_be_read() -> None:
    broken = read_source("/nowhere/data.ttl")
    assert broken.error
    assert run(Material([broken], [broken], plain=True)) == []


FILES = {
    "a.jsonld": (
        (
            b'{"@context": ["https://x.example/", {"skos": "http://www.w3.org/2004/02/skos/core", "url": '
            b'{"@context": {"prov": "http://x/"}}}], "@graph": [{"foaf": "http://y/", "s": "http://schema.org"}]}'
        ),
        ["http://www.w3.org/2004/02/skos/core", "http://x/"],
    ),
    "a.rdf": (
        b"<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:foaf='http://xmlns.com/foaf/0.2/'/>",
        ["http://xmlns.com/foaf/0.2/"],
    ),
    "a.nt": (b'<http://a/> <http://b/> "@prefix skos: <http://x/>" .', []),
}


@pytest.mark.parametrize("name", FILES)
def test_prefixes_of_each_format_are_read(name: str) -> None:
    content, wrong = FILES[name]
    found = run(Material([Source(name, content)], [], plain=True), rules=["wrong-prefix"])
    assert sorted(one.value for one in found) == wrong
    for one in found:
        assert one.place is not None
        line = content.splitlines()[one.place.line - 1].decode()
        assert line[one.place.column - 1 : one.place.end_column - 1] == one.value


TERMS = {
    "ex": "http://example.org/",
    "age": "ex:age",
    "knows": {"@id": "ex:knows", "@context": {"inner": "ex:inner"}},
    "none": None,
    "id": "@id",
    "value": "@value",
    "reverse": "@reverse",
    "label": {"@id": "ex:label", "@container": "@language"},
    "json": {"@id": "ex:json", "@type": "@json"},
    "index": {"@id": "ex:index", "@container": "@index"},
    "by": {"@id": "ex:by", "@container": ["@graph", "@id"]},
    "nest": "@nest",
}
KEYS = [*TERMS, "inner", "agee", "x", "ex:name", "@graph", "@type", "@foo"]
JSON = st.recursive(
    st.sampled_from([1, "text", "ex:a"]),
    lambda inner: st.one_of(
        st.lists(inner, max_size=2), st.dictionaries(st.sampled_from(KEYS), inner, max_size=4)
    ),
    max_leaves=8,
)


@given(parts=st.dictionaries(st.sampled_from(KEYS), JSON, min_size=1, max_size=5))
@settings(deadline=None, max_examples=500, derandomize=True)
@example(parts={"agee": 1, "label": {"agee": "text"}, "index": {"x": {"agee": 1, "age": 1}}})
def test_what_a_key_without_a_term_says_is_dropped_in_truth(parts: dict[str, Any]) -> None:
    """So the triples are the same when the key is another."""
    text = json.dumps({"@context": TERMS, **parts})
    try:
        before = _canonical(text)
    except SyntaxError:
        return
    source = Source("a.jsonld", text.encode())
    for one in run(Material([source], [], plain=True), rules=["unmapped-key"]):
        assert one.place
        start, end = one.place.column - 1, one.place.end_column - 1
        assert text[start:end] == json.dumps(one.value)
        assert _canonical(f'{text[:start]}"other"{text[end:]}') == before, one


def _canonical(text: str) -> bytes:
    return canonical_nquads(pyoxigraph.parse(text, format=pyoxigraph.RdfFormat.JSON_LD))


def test_each_file_is_clean_with_the_others_as_context() -> None:
    labels = Labels()
    sources = [read_source(name, labels) for name in authored_files()]
    vocabulary = [read_source(name, labels) for name in vocabulary_files()]
    derived = _derived(authored_files())
    for one in sources:
        context = [*(other for other in sources if other is not one), *vocabulary]
        assert run(Material([one], list(_shipped_shapes()), context, derived)) == [], one.name


PROGRAM = """
import sys
from backspasm.validation.checks import run
from backspasm.validation.material import Material, read_source
from backspasm.positions.labels import Labels
shapes, *data = sys.argv[1:]
labels = Labels()
for one in run(Material([read_source(n, labels) for n in data], [read_source(shapes, labels)], plain=True)):
    print(one)
"""


def test_findings_are_the_same_for_every_hash_seed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for number, case in enumerate(case for case in CASES if not case.own):
        for name, text in case.files:
            kind = "shapes" if name == "shapes.ttl" else "data"
            _source(tmp_path, f"{kind}-{number}{Path(name).suffix}", text, Labels())
    shapes = tmp_path / "all-shapes.ttl"
    shapes.write_bytes(b"\n".join(file.read_bytes() for file in sorted(tmp_path.glob("shapes-*"))))
    outputs = {
        subprocess.run(
            [sys.executable, "-c", PROGRAM, shapes, *sorted(tmp_path.glob("data-*"))],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(outputs) == 1
    assert outputs.pop().count(b"rule=") > 20
