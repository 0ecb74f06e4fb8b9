"""The folder of documents as an npm package: packed, installed and used by an app in Node."""

from __future__ import annotations

import html
import json
import re
import shutil
import tarfile
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import backspasm
from backspasm.exchange import npm_package
from backspasm.frames import KINDS
from backspasm.release.producers import PRODUCERS
from conftest import TESTS
from nodejs import Node

(MAKER,) = (producer for producer in PRODUCERS if producer.folder == npm_package.FOLDER)

APP = TESTS.parent / "scripts" / "examples" / "condition-page"
NASTY = TESTS / "data" / "nasty.ttl"
NOTICE = "A record of what texts claim, not medical advice."
VOID = {"meta", "br"}


class Said(NamedTuple):
    """A claim on a page: the section that it stands in, and how it is shown."""

    section: str
    claim: str
    certainty: str


class Page(HTMLParser):
    """What a page shows."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.said: list[Said] = []
        self.cited: dict[str, set[str]] = {}
        self.mechanisms: list[str] = []
        self.texts: list[str] = []
        self.links: list[str] = []
        self.tags: list[str] = []
        self.open: list[tuple[str, str]] = []
        self.section = ""
        self.feed(path.read_text(encoding="utf-8"))
        self.close()
        assert [tag for tag, _ in self.open] == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        self.tags.append(tag)
        if tag not in VOID:
            self.open.append((tag, said.get("class", "")))
        if tag == "section":
            self.section = said["id"]
        elif tag == "a":
            self.links.append(said["href"])
        elif said.get("class") == "claim":
            self.said.append(Said(self.section, said["id"], said["data-certainty"]))
        elif said.get("class") == "passage":
            self.texts.append("")
        elif tag == "summary":
            self.mechanisms.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag
        if tag == "li" and self.section.endswith("Claim") and self.said:
            self.cited.setdefault(self.said[-1].claim, set()).add(" ".join(self.texts[-1].split()))
        self.section = "" if tag == "section" else self.section

    def handle_data(self, data: str) -> None:
        kinds = [kind for _, kind in self.open]
        if "passage" in kinds:
            self.texts[-1] += data
        elif any(tag == "summary" for tag, _ in self.open):
            self.mechanisms[-1] += data
        else:
            self.texts.append(data)


class App(NamedTuple):
    """An app that has the package: its folder, its pages, and the data."""

    graph: backspasm.Dataset
    folder: Path
    tarball: Path

    def page(self, name: str) -> Page:
        return Page(self.folder / "pages" / name)

    def conditions(self) -> list[tuple[str, str]]:
        """The id and the page of each condition."""
        listed = json.loads((self.folder / "node_modules/backspasm/index.json").read_bytes())
        return [
            (thing["id"], Path(thing["files"]["condition"]).stem + ".html")
            for thing in listed["things"]
            if "condition" in thing["files"]
        ]


def written(graph: backspasm.Dataset, folder: Path) -> Path:
    """The folder of the package."""
    for path, _, content in MAKER.files(graph):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder / npm_package.FOLDER


@pytest.fixture(scope="module")
def app(node: Node, tmp_path_factory: pytest.TempPathFactory) -> App:
    graph = backspasm.load()
    base = tmp_path_factory.mktemp("npm")
    package = written(graph, base)
    node.npm(package, "pack", "--offline", "--pack-destination", base)
    (tarball,) = base.glob("*.tgz")
    folder = base / "app"
    folder.mkdir()
    (folder / "package.json").write_text('{"private": true}')
    node.npm(folder, "install", "--offline", "--no-audit", "--no-fund", tarball)
    for name in APP.glob("*.mjs"):
        shutil.copy(name, folder)
    node(folder / "build.mjs", folder / "pages")
    return App(graph, folder, tarball)


def package_of(graph: backspasm.Dataset) -> dict[str, Any]:
    contents = {path: content for path, _, content in npm_package.files(graph)}
    made: dict[str, Any] = json.loads(contents["json/package.json"])
    return made


def test_package_json(shipped: backspasm.Dataset) -> None:
    package = package_of(shipped)
    assert package["name"] == "backspasm"
    assert package["version"] == backspasm.__version__
    assert package["license"] == "CC-BY-4.0"
    assert package["sideEffects"] is False
    assert NOTICE in package["description"]
    assert not {"dependencies", "devDependencies", "scripts", "bin"} & package.keys()


def test_data_without_a_licence_is_not_published(small: backspasm.Dataset) -> None:
    package = package_of(small)
    assert package["license"] == "UNLICENSED"
    assert package["private"] is True
    paths = [path for path, _, _ in npm_package.files(small)]
    assert paths == ["json/README.md", "json/package.json"]


def test_data_without_a_condition(tmp_path: Path) -> None:
    (tmp_path / "none.ttl").write_text("")
    contents = {path: text for path, _, text in npm_package.files(backspasm.load(tmp_path))}
    assert b"```js" not in contents["json/README.md"]


def test_each_export_leads_to_files(app: App) -> None:
    package = app.folder / "node_modules" / "backspasm"
    exports = json.loads((package / "package.json").read_bytes())["exports"]
    targets = {
        target
        for said in exports.values()
        for target in (said.values() if isinstance(said, dict) else [said])
    }
    reached = {path for target in targets for path in package.glob(target)}
    assert all(list(package.glob(target)) for target in targets)
    files = {path for path in package.rglob("*") if path.is_file()}
    assert {path.name for path in files - reached} == {"README.md", "LICENSE"}


def test_the_tarball_holds_what_was_written(app: App) -> None:
    with tarfile.open(app.tarball) as packed:
        names = {name.removeprefix("package/") for name in packed.getnames()}
    made = {path.removeprefix("json/") for path, _, _ in MAKER.files(app.graph)}
    assert names == made


def test_the_examples_of_its_readme(app: App, node: Node) -> None:
    readme = (app.folder / "node_modules/backspasm/README.md").read_text(encoding="utf-8")
    assert NOTICE in readme
    first, module, names = re.findall(r"```js\n(.*?)```", readme, re.DOTALL)
    (app.folder / "first.cjs").write_text(first)
    (app.folder / "names.cjs").write_text(names)
    printed = node(app.folder / "first.cjs")
    rows = app.graph.rows("SELECT * { bs:back-muscle-spasm bsv:causeClaim ?claim }")
    assert len(printed.splitlines()) == len(rows) > 70
    assert len(node(app.folder / "names.cjs").splitlines()) == len(app.conditions())
    if _version(node) < (18, 20):
        pytest.skip("this Node does not know `import … with`")
    (app.folder / "module.mjs").write_text(module)
    assert node(app.folder / "module.mjs") == printed


ALONE = ["--strict", "--noEmit", "--lib", "es2022"]

# What the compiler is told: each imports JSON in its own way.
SETTINGS = {
    "nodenext": ["--module", "nodenext"],
    "node18": ["--module", "node18", "--resolveJsonModule"],
    "preserve": ["--module", "preserve"],
    "bundler": ["--module", "esnext", "--moduleResolution", "bundler", "--resolveJsonModule"],
    "no JSON": ["--module", "preserve", "--resolveJsonModule", "false"],
}


@pytest.mark.parametrize("setting", SETTINGS)
def test_a_document_has_the_type_of_its_kind(app: App, node: Node, setting: str) -> None:
    source = app.folder / "kinds.mts"
    source.write_text("".join(_imports(app)))
    node.tsc(*ALONE, *SETTINGS[setting], source)


def _imports(app: App) -> Iterator[str]:
    """Code that takes one document of each kind, as its type and as nothing wider."""
    index = json.loads((app.folder / "node_modules/backspasm/index.json").read_bytes())
    paths = {kind: path for thing in index["things"] for kind, path in thing["files"].items()}
    assert paths.keys() == set(KINDS)
    for name, path in {"index": "index.json", **paths}.items():
        yield (
            f'import {name} from "backspasm/{path}" with {{ type: "json" }};\n'
            f'const {name}File: import("backspasm").{name.capitalize()}File = {name};\n'
            f"// @ts-expect-error\n{name}.noSuchKey;\n"
        )


def test_a_document_that_is_required_has_its_type(app: App, node: Node) -> None:
    source = app.folder / "required.cts"
    first = "import page = require('backspasm/condition/back-muscle-spasm.json');\n"
    source.write_text(f"{first}page.id;\n// @ts-expect-error\npage.noSuchKey;\n")
    node.tsc(*ALONE, "--module", "node16", source)


def test_the_typescript_of_its_readme(app: App, node: Node) -> None:
    readme = (app.folder / "node_modules/backspasm/README.md").read_text(encoding="utf-8")
    (source,) = re.findall(r"```ts\n(.*?)```", readme, re.DOTALL)
    (app.folder / "typed.mts").write_text(source)
    *_, names = re.findall(r"```js\n(.*?)```", readme, re.DOTALL)
    imported = 'import index from "backspasm/index.json" with { type: "json" };\n'
    typed = names.replace('require("backspasm/index.json")', "index")
    assert typed != names
    (app.folder / "names.mts").write_text(imported + typed)
    for name in ("typed.mts", "names.mts"):
        node.tsc("--strict", "--module", "nodenext", "--target", "es2022", app.folder / name)
    if _version(node) < (18, 20):
        pytest.skip("this Node does not know `import … with`")
    rows = app.graph.rows(
        "SELECT ?said { bs:back-muscle-spasm bsv:causeClaim ?claim ."
        " ?claim bsv:certainty bsv:Likely ; bsv:statement ?said }"
    )
    printed = node(app.folder / "typed.mjs").splitlines()
    assert sorted(printed) == sorted(said for (said,) in rows)
    assert printed


def _version(node: Node) -> tuple[int, ...]:
    return tuple(map(int, node.plain("--version").strip("v\n").split(".")))


CAUSES = """
SELECT ?claim ?certainty {
    ?claim rdf:predicate ?predicate ; bsv:polarity bsv:Affirmed ; bsv:certainty ?certainty ;
        rdf:object/skos:broader* CONDITION .
    FILTER (?predicate IN (bsv:causes, bsv:contributesTo, bsv:mayCause))
    MINUS { ?claim owl:deprecated true }
}
"""
DENIED = """
SELECT DISTINCT ?claim {
    ?claim bsv:polarity bsv:Denied ; rdf:subject|rdf:object ?thing .
    ?thing skos:broader* CONDITION
}
"""
PASSAGES = """
SELECT ?claim ?title ?section ?start ?end {
    ?claim a bsv:Claim ; bsv:passage ?passage .
    ?passage oa:hasSource/dcterms:title ?title ; bsv:section ?section ;
        oa:start ?start ; oa:end ?end .
}
"""


def test_every_cause_is_there_with_its_certainty(app: App) -> None:
    shown = 0
    for condition, name in app.conditions():
        rows = app.graph.rows(CAUSES.replace("CONDITION", condition))
        expected = {(_short(claim), _short(certainty)) for claim, certainty in rows}
        said = app.page(name).said
        causes = {(claim, how) for section, claim, how in said if section == "causeClaim"}
        assert causes == {(claim, how.removeprefix("bsv:")) for claim, how in expected}, name
        shown += len(causes)
    assert shown > 200


HEADINGS = """
SELECT ?claim ?subject ?polarity ?certainty ?predicate ?object {
    ?claim a bsv:Claim ; bsv:polarity ?polarity ; bsv:certainty ?certainty ;
        rdf:predicate ?predicate ;
        rdf:subject/skos:prefLabel ?subject ; rdf:object/skos:prefLabel ?object .
}
"""


DOUBTS = {"bsv:Denied": "denied", "bsv:Possible": "possible", "bsv:Likely": "likely"}


def test_each_claim_is_a_sentence(app: App) -> None:
    expected = {}
    for claim, subject, *how, predicate, target in app.graph.rows(HEADINGS):
        words = re.sub("(?<=.)([A-Z])", r" \1", _short(predicate).removeprefix("bsv:")).lower()
        doubts = [DOUBTS[_short(term)] for term in how if _short(term) in DOUBTS]
        limited = f" ({', '.join(doubts)})" if doubts else ""
        expected[_short(claim)] = f"{subject} {words}{limited} {target}"
    shown = set()
    for _, name in app.conditions():
        text = (app.folder / "pages" / name).read_text(encoding="utf-8")
        for claim, subject, between, target in re.findall(
            r'class="claim" id="([^"]+)"[^>]*>\s*<b>(.*?)</b>(.*?)<b>(.*?)</b>', text, re.DOTALL
        ):
            said = " ".join(f"{subject} {between} {target}".split())
            assert html.unescape(said) == expected[claim]
            shown.add(claim)
    assert len(shown) > 200


def test_what_is_denied_is_shown_as_denied_alone(app: App) -> None:
    shown = 0
    for condition, name in app.conditions():
        denied = {
            _short(claim) for (claim,) in app.graph.rows(DENIED.replace("CONDITION", condition))
        }
        places = {said.section for said in app.page(name).said if said.claim in denied}
        assert places <= {"deniedClaim"}, name
        shown += bool(places)
    assert shown


def test_every_passage_is_cited(app: App) -> None:
    expected: dict[str, set[tuple[str, ...]]] = {}
    for claim, *where in app.graph.rows(PASSAGES):
        expected.setdefault(_short(claim), set()).add(tuple(map(str, where)))
    for _, name in app.conditions():
        page = app.page(name)
        for claim, cited in page.cited.items():
            for title, section, start, end in expected[claim]:
                ending = f"section “{section}”, characters {start} to {end}"
                assert any(t.startswith(title) and t.endswith(ending) for t in cited), claim
        assert {said.claim for said in page.said} == set(page.cited)


def test_mechanisms_are_chains(app: App) -> None:
    page = app.page("back-muscle-spasm.html")
    rows = app.graph.rows("SELECT * { bs:back-muscle-spasm bsv:mechanism ?mechanism }")
    assert len(page.mechanisms) == len(rows) > 40
    chain = "accident → may cause → muscle overstretching → causes (possible) → muscle fibre tear"
    assert any(chain in shown for shown in page.mechanisms)


def test_the_index_lists_the_conditions(app: App) -> None:
    index = app.page("index.html")
    names = sorted(name for _, name in app.conditions())
    assert sorted(link for link in index.links if ":" not in link) == names
    for path in (app.folder / "pages").iterdir():
        text = path.read_text(encoding="utf-8")
        assert NOTICE in text
        assert "undefined" not in text
        assert "[object" not in text


def test_text_is_never_markup(node: Node, tmp_path: Path) -> None:
    """Hard values in every place, and names that are no names of files."""
    graph = backspasm.load(NASTY)
    package = tmp_path / "node_modules" / "backspasm"
    package.parent.mkdir()
    written(graph, tmp_path).rename(package)
    for name in APP.glob("*.mjs"):
        shutil.copy(name, tmp_path)
    node(tmp_path / "build.mjs", tmp_path / "pages")
    app = App(graph, tmp_path, tmp_path)
    page = app.page("ache.html")
    assert "script" not in page.tags
    assert page.tags.count("b") == 2
    assert any('rain "& <b>wind</b>"' in text for text in page.texts)
    assert "%2540id.html" in {name for _, name in app.conditions()}
    assert "%252540id.html" in app.page("index.html").links


def _short(term: Any) -> str:
    return backspasm.shorten(str(term))
