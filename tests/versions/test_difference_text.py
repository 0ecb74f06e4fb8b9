from __future__ import annotations

import json

import pyoxigraph
import pytest
from pyoxigraph import NamedNode

from backspasm.versions.difference import compare_versions
from backspasm.versions.difference_json import as_json
from backspasm.versions.difference_text import as_markdown, as_text
from backspasm.versions.interface import Documents
from backspasm.versions.revisions import Version
from differences import NAMES, compared


@pytest.mark.parametrize("width", [40, 80])
@pytest.mark.parametrize("case", NAMES)
def test_text_fits_and_names_every_change(case: str, width: int) -> None:
    found = compared(case)
    text = as_text(found, width)
    words = " ".join(text.split())
    names = {word for line in text.splitlines() for word in line.split()}
    longest = max(map(len, names))
    assert max(map(len, text.splitlines())) <= max(width, longest + 8)
    assert "\x1b" not in text
    for change in found.changes:
        assert " ".join(change.label.split()) in words
    assert text.count("\n! ") == len({one.what for one in found.breaking if one.where == "graph"})


@pytest.mark.parametrize(
    ("case", "lines"),
    [
        ("claim", ["    bsv:certainty: Possible → Stated", "      - rain (bs:rain)"]),
        ("literals", ["    skos:prefLabel: “rain”@en → “rain”@de", "    oa:start: 5 → 05"]),
        ("literals", ["    rdfs:comment: “wet”^^xsd:string → “wet”@en"]),
        ("withdrawn", ["    reason: The sentence says it of snow.", "Reinstated claims"]),
        (
            "steps-reordered",
            ["      - rain causes ache (bsc:garden-1), then ache causes stiffness"],
        ),
        ("steps-reordered", ["        (bsc:garden-2), then bsc:garden-3"]),
        ("concepts", ["  bs:snow (snow) is gone", "! bs:snow (snow)", "Removed concepts"]),
        ("vocabulary", ["version 0.1.0 → 0.2.0", "Notable"]),
        ("moved-to-another-graph", ["    skos:altLabel in bsg:vocabulary:"]),
        ("rdf-1.2", ["      <<( bs:rain bsv:causes bs:ache )>>"]),
        ("rdf-1.2", ["    rdfs:label: “rain”@en--ltr → “rain”@en--rtl"]),
        ("same-blank-nodes", ["no difference"]),
        ("concepts", ["  bs:hail (hail) has another definition"]),
    ],
)
def test_lines_of_text(case: str, lines: list[str]) -> None:
    assert set(lines) <= set(as_text(compared(case), 80).splitlines())


@pytest.mark.parametrize("case", NAMES)
def test_markdown_has_the_headings_of_a_changelog(case: str) -> None:
    found = compared(case)
    text = as_markdown(found)
    headings = [line for line in text.splitlines() if line.startswith("#")]
    wanted = ["### Breaking", "### Added", "### Withdrawn", "### Changed"]
    assert headings == [heading for heading in wanted if heading in headings]
    assert ("### Breaking" in headings) == bool(found.breaking)
    body, _, note = text.rpartition("\n\n")
    assert all(line[:2] in ("- ", "  ", "", "##") for line in body.splitlines()) or headings == []
    assert note.startswith("Documents were not compared: ")
    assert note.endswith(" have no JSON-LD context and no JSON Schemas of them.\n")
    if not found.differs:
        assert body == "Nothing changed."


@pytest.mark.parametrize(
    ("case", "text"),
    [
        ("concepts", "### Breaking\n\n- `bs:snow` (snow) is gone\n"),
        ("withdrawn", "- claim `bsc:garden-1`: denied: rain causes ache\n  - reason: The"),
        ("withdrawn", "  - replaced by rain causes ache (bsc:garden-4)\n"),
        ("withdrawn", "- claim `bsc:garden-2` (no longer withdrawn)\n"),
        ("claim", "  - bsv:certainty: Possible → Stated\n"),
        ("claim", "  - bsv:hedge:\n    - only before: “perhaps”\n    - only now: “may”\n"),
        ("vocabulary", "- value `bsv:First`: first\n"),
        ("blank-nodes", "only now: \\[ rdfs:comment"),
    ],
)
def test_parts_of_markdown(case: str, text: str) -> None:
    assert text in as_markdown(compared(case))


def test_where_documents_were_not_compared() -> None:
    empty = Documents(None, {})
    whole = Documents({"@context": {}}, {"claim": {}})
    said = "documents were not compared: {} no JSON-LD context and no JSON Schemas of them"
    for old, new, places in (
        (None, None, "one and two have"),
        (whole, None, "two has"),
        (None, whole, "one has"),
        (empty, empty, "one and two have"),
        (whole, whole, ""),
        (whole, empty, ""),
        (empty, whole, ""),
    ):
        versions = (
            Version(name, "", frozenset(), documents=documents)
            for name, documents in (("one", old), ("two", new))
        )
        found = compare_versions(*versions)
        line = said.format(places)
        assert (line in as_text(found, 200).splitlines()) == bool(places)
        assert (f"\nD{line[1:]}.\n" in as_markdown(found)) == bool(places)
        assert json.loads(as_json(found))["documentsCompared"] == (not places)


def test_files_that_one_version_lacks() -> None:
    old, new = (
        Version("x", "", frozenset(), documents=documents)
        for documents in (
            Documents({"@context": {}}, {"claim": {}}),
            Documents(None, {"claim": {}}),
        )
    )
    there, back = compare_versions(old, new), compare_versions(new, old)
    assert "\nBreaking\n\n  file context.jsonld is gone\n" in as_text(there, 80)
    assert as_markdown(there) == "### Breaking\n\n- file `context.jsonld` is gone\n"
    assert "\nNotable\n\n  file context.jsonld is new\n" in as_text(back, 80)
    assert as_markdown(back) == "### Added\n\n- file `context.jsonld` is new\n"


def test_white_space_that_differs_is_seen() -> None:
    old, new = (
        Version(
            "x",
            "",
            frozenset(
                [pyoxigraph.Quad(NamedNode("urn:a"), NamedNode("urn:p"), pyoxigraph.Literal(text))]
            ),
        )
        for text in ("a b", " a\t \nb\u00a0c")
    )
    text = as_text(compare_versions(old, new), 80)
    assert "<urn:p>: “a b” → “␣a⇥␣⏎b␣c”" in text
