"""The TypeScript declarations: what the compiler takes by them, and what it refuses."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import backspasm
from backspasm.exchange import json_documents, json_schemas
from backspasm.json_schema import INDEX, schemas
from backspasm.typescript import declarations, file_type, module
from nodejs import Node

STRICT = (
    "--strict --noEmit --lib es2022 --exactOptionalPropertyTypes --noUncheckedIndexedAccess "
    "--noPropertyAccessFromIndexSignature --skipLibCheck false"
).split()


@pytest.fixture
def folder(small: backspasm.Dataset, tmp_path: Path) -> Path:
    """A folder with the declarations, as the release has them."""
    for path, _, content in json_schemas.files(small):
        if path.endswith(".d.ts"):
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_bytes(content)
    return tmp_path / "json"


def test_the_files(small: backspasm.Dataset) -> None:
    made = json_schemas.files(small)
    assert made == sorted(made)
    found = {file.path: file for file in made if file.path.endswith(".d.ts")}
    assert found.keys() == {"json/index.d.ts", *(f"json/types/{name}.d.ts" for name in schemas())}
    assert {file.media_type for file in found.values()} == {"text/plain"}
    assert found["json/index.d.ts"].content.decode() == declarations(schemas())


def test_each_part_has_a_declaration() -> None:
    lines = declarations(schemas()).splitlines()
    declared = [line.split()[2] for line in lines if line.startswith("export ")]
    parts = {name for schema in schemas().values() for name in schema["$defs"]}
    files = {file_type(schema) for schema in schemas().values()}
    assert declared == ["NonEmptyArray<T>", *sorted(parts | files)]


def test_the_declarations_compile(folder: Path, node: Node) -> None:
    node.tsc(*STRICT, *folder.rglob("*.d.ts"))


def test_every_document_fits_its_type(folder: Path, shipped: backspasm.Dataset, node: Node) -> None:
    lines = ['import type * as types from "./index.js";']
    for number, file in enumerate(json_documents.files(shipped)):
        kind = file.path.split("/")[1].removesuffix(".json")
        if kind in schemas():
            name = file_type(schemas()[kind])
            lines.append(f"export const _{number}: types.{name} = {file.content.decode()};")
    assert len(lines) > 600
    (folder / "documents.ts").write_text("\n".join(lines), encoding="utf-8")
    node.tsc(*STRICT, folder / "documents.ts")


GIVEN = """\
import type * as types from "./index.js";
declare const page: types.ConditionFile;
declare const index: types.IndexFile;
declare const claim: types.Claim;
declare const claimFile: types.ClaimFile;
declare const finding: types.QuantitativeFinding;
declare const mechanism: types.Mechanism;
"""

TAKEN = {
    "keys that are not always there": "for (const cause of page.causeClaim ?? []) cause.id;",
    "an array has a first item": "claim.passage[0].start.toFixed();",
    "a mechanism has two steps": "mechanism.step[1].claim.certainty;",
    "a language that is always there": "page.prefLabel.en.toUpperCase();",
    "what a file holds is what stands inside others": "const one: types.Claim = claimFile;",
    "causes are claims": "const all: types.Claim[] = page.causeClaim ?? [];",
    "a decimal by hand": "Number(finding.decimalValue ?? finding.value);",
    "one of two, told apart by its keys": (
        'for (const other of claim.contradicts ?? []) if ("statement" in other) other.statement.en;'
    ),
    "the things with a page": (
        'for (const thing of index.things) if (thing.kind === "condition")'
        " [thing.prefLabel.en, thing.files.condition.length];"
    ),
    "the things with a page, told apart by their files": (
        "for (const { prefLabel, files } of index.things)"
        " if (files.condition) [prefLabel?.en, files.condition.length];"
    ),
    "any key of any thing of the list": (
        "for (const { prefLabel, title, statement } of index.things)"
        " (prefLabel ?? title ?? statement)?.en;"
    ),
    "what was not withdrawn": "index.things.filter((thing) => !thing.deprecated);",
    "all values of a list": """
        function words(certainty: types.Certainty): string {
          switch (certainty) {
            case "Stated": return "is";
            case "Likely": return "is often";
            case "Possible": return "may be";
          }
        }""",
    "the context of who reads RDF": 'page["@context"]["causeClaim"];',
}

REFUSED = {
    "a misspelt key": "page.causeClaims;",
    "a key that another kind has": "page.step;",
    "a key that may be missing": "page.causeClaim.length;",
    "no value of the list": 'claim.certainty === "Certain";',
    "a list with a value too few": "const two: 'Stated' | 'Likely' = claim.certainty;",
    "a denied cause": 'page.causeClaim?.[0].polarity === "Denied";',
    "a withdrawn cause": (
        "const cause: NonNullable<types.ConditionFile['causeClaim']>[0] ="
        ' { ...claim, polarity: "Affirmed", deprecated: true };'
    ),
    "an array as a single value": "claim.passage.start;",
    "a single value as an array": "claim.subject[0];",
    "a second item that may be missing": "claim.passage[1].start;",
    "a label as a text": "page.prefLabel.toUpperCase();",
    "a language that is not there": "page.prefLabel.de;",
    "several names as one": "page.altLabel?.en.toUpperCase();",
    "a decimal as a number": "finding.decimalValue?.toFixed();",
    "a reference as the whole": "claim.subject.definition;",
    "a node of another kind": "const other: types.ConceptFile = mechanism;",
    "a node that lacks what a file has": "const file: types.ClaimFile = claim;",
    "nothing at all": "const none: types.ConditionFile = {};",
    "no item": "const none: types.Claim['passage'] = [];",
    "a step of what is denied": (
        'const step: types.Step["claim"] = { ...claim, polarity: "Denied" as const };'
    ),
    "all things have a page": "for (const thing of index.things) thing.files.condition.length;",
    "all things have one kind of name": "for (const thing of index.things) thing.prefLabel.en;",
    "a kind that no thing has": 'index.things.filter((thing) => thing.kind === "cause");',
    "an optional key that is undefined": "const page2: types.ConditionFile = { ...page, definition: undefined };",
}


def test_what_the_compiler_takes(folder: Path, node: Node) -> None:
    for number, source in enumerate(TAKEN.values()):
        (folder / f"taken{number}.ts").write_text(f"{GIVEN}{source}\n")
    node.tsc(*STRICT, *folder.glob("taken*.ts"))


def test_what_the_compiler_refuses(folder: Path, node: Node) -> None:
    """The compiler says so where a line that it is to refuse is none."""
    for number, source in enumerate(REFUSED.values()):
        text = f"{GIVEN}// @ts-expect-error\n{source}\n"
        (folder / f"refused{number}.ts").write_text(text)
    node.tsc(*STRICT, *folder.glob("refused*.ts"))


def one(schema: dict[str, Any], **parts: Any) -> str:
    """What is declared of one key with a schema, without head and helper."""
    said = {"type": "object", "properties": {"key": schema}, "additionalProperties": False}
    text = declarations({"x": {"title": "X", **said, "required": ["key"], "$defs": parts}})
    return text.partition("export interface XFile {\n")[2].partition("}\n")[0].strip()


PART = {"type": "object", "properties": {"a": {"type": "string"}}, "additionalProperties": False}
TO_PART = {"$ref": "#/$defs/Part"}
TEXT = {"type": "string"}

TYPES: dict[str, tuple[Any, str]] = {
    "text": (TEXT, "string"),
    "a whole number": ({"type": "integer", "minimum": 0}, "number"),
    "several kinds": ({"type": ["string", "integer", "null"]}, "string | number | null"),
    "one value": ({"const": True}, "true"),
    "values": ({"enum": ["a", 'b"', 1]}, r'"a" | "b\"" | 1'),
    "anything": (True, "unknown"),
    "nothing": (False, "never"),
    "array": ({"type": "array", "items": TEXT}, "Array<string>"),
    "array of anything": ({"type": "array"}, "Array<unknown>"),
    "array with one": ({"type": "array", "items": TEXT, "minItems": 1}, "NonEmptyArray<string>"),
    "array with two": (
        {"type": "array", "items": {"enum": [1, 2]}, "minItems": 2},
        "[1 | 2, 1 | 2, ...Array<1 | 2>]",
    ),
    "part": (TO_PART, "Part"),
    "narrowed part": (
        {**TO_PART, "properties": {"a": {"const": "b"}, "c": False, "d": {"pattern": "e"}}},
        'Part & { a?: "b"; c?: never }',
    ),
    "narrowed part, spelled out": (
        {**TO_PART, "type": "object", "properties": {"a": {"const": "b"}, "c": {"type": "array"}}},
        'Part & { a?: "b" }',
    ),
    "part with a key": ({**TO_PART, "required": ["a"]}, "Part & { a: unknown }"),
    "part with a bound alone": ({**TO_PART, "properties": {"a": {"minLength": 1}}}, "Part"),
    "one of two": ({"anyOf": [TO_PART, TEXT]}, "Part | string"),
    "narrowed one of two": (
        {"oneOf": [TO_PART, {"type": "null"}], "required": ["a"]},
        "{ a: unknown } & (Part | null)",
    ),
    "object": ({"type": "object"}, "{ [key: string]: unknown }"),
    "closed object": ({**PART, "required": ["a"]}, "{ a: string }"),
    "closed object with a key of which nothing is said": (
        {"type": "object", "required": ["a"]},
        "{ a: unknown; [key: string]: unknown }",
    ),
    "empty object": (
        {"type": "object", "additionalProperties": False},
        "{ [key: string]: never }",
    ),
    "map": (
        {"type": "object", "additionalProperties": TEXT, "propertyNames": {"pattern": "a"}},
        "{ [key: string]: string }",
    ),
    "map with a name": (
        {"type": "object", "properties": {"@a": {"const": 1}}, "additionalProperties": TEXT},
        '{ "@a"?: 1; [key: string]: string | 1 | undefined }',
    ),
    "conditions on closed objects": (
        {**PART, "if": {"required": ["a"]}, "then": True, "allOf": [{"not": {}}]},
        "{ a?: string }",
    ),
}


@pytest.mark.parametrize("case", TYPES)
def test_the_type_of_a_schema(case: str) -> None:
    schema, expected = TYPES[case]
    assert one(schema, Part=PART) == f"key: {expected};"


REFUSED_SCHEMAS: dict[str, tuple[Any, str]] = {
    "a keyword that is not known": ({"prefixItems": [TEXT]}, "no type is known for prefixItems"),
    "one that stands deep": (
        {"type": "array", "items": {"anyOf": [{"dependentRequired": {}}]}},
        "dependentRequired",
    ),
    "keys that may stand elsewhere": (
        {"type": "object", "allOf": [{"properties": {"a": TEXT}}]},
        "may name keys",
    ),
    "a type that stands elsewhere": ({"allOf": [TO_PART]}, "may name keys"),
    "another document": ({"$ref": "other.json"}, "other.json is no part"),
    "items of no array": ({**TO_PART, "items": TEXT}, "a schema about arrays"),
    "closed keys of no object": ({**TO_PART, "additionalProperties": False}, "other keys"),
    "an object as the one value": ({"const": {"a": 1}}, "no type has the one value"),
}


@pytest.mark.parametrize("case", REFUSED_SCHEMAS)
def test_no_keyword_is_dropped_in_silence(case: str) -> None:
    schema, problem = REFUSED_SCHEMAS[case]
    with pytest.raises(ValueError, match=problem):
        one(schema, Part=PART)


def test_two_types_with_one_name_are_told() -> None:
    both = {
        "x": {"title": "X", "const": 1, "$defs": {"Part": PART}},
        "y": {"title": "Y", "const": 1, "$defs": {"Part": {"const": 1}}},
    }
    with pytest.raises(ValueError, match="two types have the name Part"):
        declarations(both)
    both["y"]["$defs"] = {"XFile": PART}
    with pytest.raises(ValueError, match="two types have the name XFile"):
        declarations(both)


def test_comments_and_lists() -> None:
    schema = {
        "title": "X",
        "description": "Ends */ here.",
        "type": "object",
        "properties": {"@a": {"description": "First.\nSecond.", "$ref": "#/$defs/List"}},
        "additionalProperties": False,
        "$defs": {"List": {"title": "List", "enum": ["a", "b"]}},
    }
    text = declarations({"x": schema})
    assert text.endswith(
        'export type List =\n  | "a"\n  | "b";\n'
        "\n"
        "/** Ends *\\/ here. */\n"
        "export interface XFile {\n"
        "  /**\n   * First.\n   * Second.\n   */\n"
        '  "@a"?: List;\n'
        "}\n"
    )


def test_a_module_has_the_type_of_its_schema() -> None:
    assert 'import("../index.js").IndexFile;' in module(schemas()[INDEX])
