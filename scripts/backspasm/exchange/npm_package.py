"""The folder of JSON-LD documents as an npm package: what stands beside the documents.

`package.json` follows npm's description of it; `exports` that of Node (Modules: Packages,
"Subpath patterns"). The package holds data and types, and no code.
"""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any, NamedTuple

import pyoxigraph

from backspasm.distribution import Distribution
from backspasm.exchange.json_documents import FOLDER, path_of
from backspasm.files import dataset_folder, read_bytes
from backspasm.frames import KINDS
from backspasm.graph import EFFECT
from backspasm.namespaces import BS, BSV, DCTERMS, OWL, RDF, expand, shorten

if TYPE_CHECKING:
    from backspasm.graph import Graph

__all__ = ["NAME", "files"]

NAME = "backspasm"
"""The name of the package: what an app imports."""

_NOT_ADVICE = "A record of what texts claim, not medical advice."
_FOLDERS = (*sorted(KINDS), "frames", "schema")
_FILES = ("context.jsonld", "index.json", "index.d.ts")

_KINDS = {
    "condition": "what causes it, who says so and how firmly: enough for a page of an app",
    "concept": "a cause, symptom, treatment, group of people or body part, with its claims",
    "claim": "what one document says at one place, with its certainty, evidence and passage",
    "mechanism": "a chain of claims from a cause to an effect",
    "document": "a source with all that it claims",
}

_WHAT = (
    "Plain JSON, one file for each thing; no code, and nothing to fetch. The files are JSON-LD"
    " too, for those who want RDF: each holds its own context."
)
_BESIDE = (
    "`context.jsonld` is the context of all files, `frames/` holds the JSON-LD frames by which"
    " they were made, `schema/` a JSON Schema for each kind, and `index.d.ts` the types for"
    " TypeScript. Ids are stable and never used again. A key that can hold several values always"
    " holds an array, and a label is an object with a text for each language."
)


class _About(NamedTuple):
    """What the graph says of itself."""

    title: str
    description: str
    creator: str
    licence: str
    version: str
    example: str


def files(graph: Graph) -> list[Distribution]:
    """`package.json`, `README.md` and, where the data has this project's licence, `LICENSE`.

    They make the folder `json_documents.FOLDER` a package, once documents, schemas and types
    are in it.
    """
    about = _about(graph)
    contents = {
        "package.json": ("application/json", _manifest(about)),
        "README.md": ("text/markdown", _readme(about).encode()),
    }
    if about.licence:
        licence = read_bytes(os.path.join(dataset_folder(), "LICENSE-DATA"))
        contents["LICENSE"] = ("text/plain", licence)
    return [
        Distribution(f"{FOLDER}/{name}", media_type, content)
        for name, (media_type, content) in sorted(contents.items())
    ]


def _about(graph: Graph) -> _About:
    said = _said_of(graph, BS)
    kind = pyoxigraph.NamedNode(RDF + "type")
    conditions = graph.matching(None, kind, pyoxigraph.NamedNode(BSV + "Condition"))
    subjects = (quad.subject for quad in conditions)
    found = sorted(node.value for node in subjects if isinstance(node, pyoxigraph.NamedNode))
    main = expand(EFFECT)
    example = main if main in found else next(iter(found), "")
    return _About(
        title=said.get(DCTERMS + "title", NAME),
        description=said.get(DCTERMS + "description", _NOT_ADVICE),
        creator=said.get(DCTERMS + "creator", ""),
        licence=said.get(DCTERMS + "license", ""),
        version=_said_of(graph, BSV).get(OWL + "versionInfo", "0.0.0"),
        example=path_of("condition", shorten(example)) if example else "",
    )


def _said_of(graph: Graph, subject: str) -> dict[str, str]:
    """What is said of a thing, by property: of several values, the last in their order."""
    return {
        quad.predicate.value: quad.object.value
        for quad in sorted(graph.matching(pyoxigraph.NamedNode(subject)), key=str)
        if isinstance(quad.object, (pyoxigraph.Literal, pyoxigraph.NamedNode))
    }


def _manifest(about: _About) -> bytes:
    manifest: dict[str, Any] = {
        "name": NAME,
        "version": about.version,
        "description": about.description,
        "keywords": ["back pain", "muscle spasm", "knowledge graph", "JSON-LD", "dataset"],
        "license": "CC-BY-4.0" if about.licence else "UNLICENSED",
        **({"author": about.creator} if about.creator else {"private": True}),
        "type": "commonjs",
        "sideEffects": False,
        "types": "./index.d.ts",
        "exports": _exports(),
        "files": [*_FOLDERS, *_FILES],
    }
    return (json.dumps(manifest, indent=2, ensure_ascii=False) + "\n").encode()


def _exports() -> dict[str, Any]:
    """Each path of the package under its own name; the bare name stands for the types."""
    paths = ["index.json", "context.jsonld", "package.json", *(f"{name}/*" for name in _FOLDERS)]
    return {".": {"types": "./index.d.ts"}, **{f"./{path}": f"./{path}" for path in paths}}


def _readme(about: _About) -> str:
    parts = [
        f"# {about.title}",
        about.description.removesuffix(_NOT_ADVICE).strip(),
        f"**{_NOT_ADVICE}** That a text claims something does not make it true.",
        _WHAT,
        *(_example(about.example) if about.example else ()),
        "## What is in it",
        _kinds(),
        _BESIDE,
        *_terms(about),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _example(path: str) -> list[str]:
    imported = f"{NAME}/{path}"
    return [
        "## Use it",
        "In Node, any version:",
        _fenced(f'const page = require("{imported}");', *_FIRST_CLAIM),
        "In a module, for a bundler, or for Node 18.20, 20.10 or newer:",
        _fenced(f'import page from "{imported}" with {{ type: "json" }};', *_FIRST_CLAIM),
        "What there is, by name:",
        _fenced(
            f'const {{ things }} = require("{NAME}/index.json");',
            "for (const { prefLabel, files } of things) {",
            "  if (files.condition) console.log(prefLabel.en, files.condition);",
            "}",
        ),
    ]


_FIRST_CLAIM = (
    "",
    "for (const claim of page.causeClaim ?? []) {",
    "  const [{ hasSource, start, end }] = claim.passage;",
    "  console.log(claim.subject.prefLabel.en, claim.certainty, hasSource.title.en, start, end);",
    "}",
)


def _fenced(*lines: str) -> str:
    return "\n".join(("```js", *lines, "```"))


def _kinds() -> str:
    rows = (f"| `{kind}/NAME.json` | {said} |" for kind, said in _KINDS.items())
    return "\n".join(("| file | holds |", "|---|---|", "| `index.json` | all things |", *rows))


def _terms(about: _About) -> list[str]:
    if not about.licence:
        return []
    return [
        "## Licence and citation",
        f"<{about.licence}>; `LICENSE` says what that means. Please cite:",
        f"> {about.creator}. *{about.title}*, version {about.version}. <{BS}>",
    ]
