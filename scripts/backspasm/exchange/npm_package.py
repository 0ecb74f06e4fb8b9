"""The folder of JSON-LD documents as an npm package: what stands beside the documents.

`package.json` follows npm's description of it; `exports` that of Node (Modules: Packages,
"Subpath patterns"). The package holds data and types, and no code.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pyoxigraph

from backspasm.distribution import Distribution
from backspasm.exchange.json_documents import FOLDER, path_of
from backspasm.frames import KINDS
from backspasm.graph import EFFECT
from backspasm.namespaces import BS, BSV, RDF, shorten
from backspasm.release.citation import LICENCE, shipped_file
from backspasm.release.manifest import NOT_ADVICE, facts_of

if TYPE_CHECKING:
    from backspasm.graph import Graph
    from backspasm.release.manifest import Facts

__all__ = ["FOLDER", "NAME", "files"]

NAME = "backspasm"
"""The name of the package: what an app imports."""

_FOLDERS = (*sorted(KINDS), "frames", "schema", "types")
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


def files(graph: Graph) -> list[Distribution]:
    """`package.json`, `README.md` and, where the data has this project's licence, `LICENSE`.

    They make the folder `json_documents.FOLDER` a package, once documents, schemas and types
    are in it.
    """
    subjects = map(pyoxigraph.NamedNode, (BS, BSV))
    facts = facts_of([quad for subject in subjects for quad in graph.matching(subject)])
    contents = {
        "package.json": ("application/json", _manifest(facts)),
        "README.md": ("text/markdown", _readme(facts, _example_path(graph)).encode()),
    }
    if facts.own:
        contents["LICENSE"] = ("text/plain", shipped_file(LICENCE))
    return [
        Distribution(f"{FOLDER}/{name}", media_type, content)
        for name, (media_type, content) in sorted(contents.items())
    ]


def _example_path(graph: Graph) -> str:
    """The path of a condition: the one that the dataset is about, or the first; "" without any."""
    kind, condition = pyoxigraph.NamedNode(RDF + "type"), pyoxigraph.NamedNode(BSV + "Condition")
    subjects = (quad.subject for quad in graph.matching(None, kind, condition))
    names = {shorten(node.value) for node in subjects if isinstance(node, pyoxigraph.NamedNode)}
    plain = sorted(name for name in names if not name.startswith("<"))
    example = EFFECT if EFFECT in names else next(iter(plain), "")
    return path_of("condition", example) if example else ""


def _manifest(about: Facts) -> bytes:
    manifest: dict[str, Any] = {
        "name": NAME,
        "version": about.version or "0.0.0",
        "description": about.description,
        "keywords": ["back pain", "muscle spasm", "knowledge graph", "JSON-LD", "dataset"],
        "license": "CC-BY-4.0" if about.own else "UNLICENSED",
        **({"author": about.creator} if about.own else {"private": True}),
        "type": "commonjs",
        "sideEffects": False,
        "types": "./index.d.ts",
        "exports": _exports(),
        "files": [*_FOLDERS, *_FILES],
    }
    return (json.dumps(manifest, indent=2, ensure_ascii=False) + "\n").encode()


def _exports() -> dict[str, Any]:
    """Each path of the package under its own name; the bare name stands for the types.

    To TypeScript a document is of the type of its kind (TypeScript Handbook, Modules:
    Reference, "package.json exports").
    """
    types = {"./index.json": "index", **{f"./{kind}/*": kind for kind in sorted(KINDS)}}
    typed = {
        path: {"types": f"./types/{name}.d.ts", "default": path} for path, name in types.items()
    }
    plain = ["./context.jsonld", "./package.json", "./frames/*", "./schema/*"]
    return {".": {"types": "./index.d.ts"}, **typed, **{path: path for path in plain}}


def _readme(about: Facts, example: str) -> str:
    parts = [
        f"# {about.title}",
        about.description.removesuffix(NOT_ADVICE).strip(),
        f"**{NOT_ADVICE}** That a text claims something does not make it true.",
        _WHAT,
        *(_example(example) if example else ()),
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
        "In TypeScript, where a document has the type of its kind:",
        _fenced(*_types(imported), language="ts"),
        _TYPED_BY_HAND,
        _LISTED,
        _fenced(
            f'const {{ things }} = require("{NAME}/index.json");',
            "",
            "for (const thing of things) {",
            '  if (thing.kind === "condition" && !thing.deprecated) {',
            "    console.log(thing.prefLabel.en, thing.files.condition);",
            "  }",
            "}",
        ),
    ]


_LISTED = (
    "What there is, without what was withdrawn; the `kind` of a thing tells which name it has"
    " (`prefLabel`, `title` or `statement`) and which `files`:"
)

_FIRST_CLAIM = (
    "",
    "for (const claim of page.causeClaim ?? []) {",
    "  const [{ hasSource, start, end }] = claim.passage;",
    "  console.log(claim.subject.prefLabel.en, claim.certainty, hasSource.title.en, start, end);",
    "}",
)


def _types(imported: str) -> list[str]:
    return [
        f'import type {{ Certainty, Claim }} from "{NAME}";',
        f'import page from "{imported}" with {{ type: "json" }};',
        "",
        "function said(claims: Claim[], certainty: Certainty): string[] {",
        "  const some = claims.filter((claim) => claim.certainty === certainty);",
        "  return some.map((claim) => claim.statement.en);",
        "}",
        'for (const one of said(page.causeClaim ?? [], "Likely")) console.log(one);',
    ]


_TYPED_BY_HAND = (
    "It has where `module` is `node18`, `node20`, `nodenext` or `preserve`, or `esnext` with"
    " `moduleResolution` `bundler`; the compiler does not tell whether there is such a file. The"
    " first three take `with` in an ES module alone: a file `.mts`, or a package with"
    ' `"type": "module"`. For'
    " what is read at run time, and with older settings, name the type:"
    " `JSON.parse(text) as ConditionFile`. No type says all that a schema does: patterns, bounds,"
    " and what hangs on the values of several keys."
)


def _fenced(*lines: str, language: str = "js") -> str:
    return "\n".join((f"```{language}", *lines, "```"))


def _kinds() -> str:
    rows = (f"| `{kind}/NAME.json` | {said} |" for kind, said in _KINDS.items())
    return "\n".join(("| file | holds |", "|---|---|", "| `index.json` | all things |", *rows))


def _terms(about: Facts) -> list[str]:
    if not about.own:
        return []
    return [
        "## Licence and citation",
        f"<{about.licence}>; `LICENSE` says what that means. Please cite:",
        f"> {about.creator}. *{about.title}*, version {about.version}. <{BS}>",
    ]
