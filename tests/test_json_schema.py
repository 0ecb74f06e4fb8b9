from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import rdflib
from jsonschema import Draft202012Validator
from rdflib.namespace import RDF, SH

import backspasm
from backspasm.context import read_context
from backspasm.exchange import json_documents, json_schemas
from backspasm.files import parse_file, shape_files
from backspasm.json_schema import INDEX, Constraint, schemas, unsaid
from backspasm.namespaces import BSH
from backspasm.shapes import PARAMETERS
from backspasm.spelling import spelled
from graphs import to_graph
from nodejs import Node

Documents = dict[str, list[dict[str, Any]]]


@pytest.fixture(scope="module")
def written(shipped: backspasm.Dataset) -> Documents:
    """The documents as files hold them, by the name of their schema."""
    found: Documents = {}
    for file in json_documents.files(shipped):
        folder, _, _ = file.path.removeprefix("json/").partition("/")
        name = folder.removesuffix(".json")
        if name in schemas():
            found.setdefault(name, []).append(json.loads(file.content))
    return found


@pytest.mark.parametrize("name", schemas())
def test_each_schema_is_one(name: str) -> None:
    schema = schemas()[name]
    Draft202012Validator.check_schema(schema)
    assert schema["$id"] == f"https://w3id.org/backspasm/schema/{name}.schema.json"


@pytest.mark.parametrize("name", schemas())
def test_every_document_is_valid(name: str, written: Documents) -> None:
    validator = Draft202012Validator(schemas()[name])
    assert written[name]
    for document in written[name]:
        found = [(error.json_path, error.message) for error in validator.iter_errors(document)]
        assert not found, (document.get("id"), found)


def test_ajv_takes_them_in_its_strict_mode(written: Documents, node: Node, tmp_path: Path) -> None:
    for name, content in (("schemas", schemas()), ("documents", written)):
        (tmp_path / name).write_text(json.dumps(content), encoding="utf-8")
    assert node("schemas.js", tmp_path / "schemas", tmp_path / "documents") == ""


SPELLED: dict[str, tuple[Any, Any]] = {
    "a type": ({"minItems": 1}, {"type": "array", "minItems": 1}),
    "a type that is said": ({"type": "integer", "minimum": 1}, {"type": "integer", "minimum": 1}),
    "a required key": (
        {"required": ["a", "b"], "properties": {"b": {"pattern": "x"}}},
        {
            "type": "object",
            "required": ["a", "b"],
            "properties": {"b": {"type": "string", "pattern": "x"}, "a": True},
        },
    ),
    "below": (
        {"not": {"anyOf": [{"contains": {"maximum": 1}}, False]}},
        {
            "not": {
                "anyOf": [
                    {"type": "array", "contains": {"type": "number", "maximum": 1}},
                    False,
                ]
            }
        },
    ),
    "a key that is called like a keyword": (
        {"properties": {"items": {"const": {"required": ["a"]}}}},
        {"type": "object", "properties": {"items": {"const": {"required": ["a"]}}}},
    ),
}


@pytest.mark.parametrize("case", SPELLED)
def test_a_schema_in_full_words(case: str) -> None:
    schema, expected = SPELLED[case]
    assert spelled(schema) == expected


def _objects(schema: Any) -> Iterator[dict[str, Any]]:
    """The schemas of whole nodes: a root, or a definition."""
    yield schema
    yield from (part for part in schema["$defs"].values() if "properties" in part)


@pytest.mark.parametrize("name", schemas())
def test_each_key_is_described(name: str) -> None:
    for part in _objects(schemas()[name]):
        for key, value in part["properties"].items():
            if key not in ("@context", "@version") and value is not False:
                assert value.get("description", "").endswith("."), (part["title"], key)


@pytest.mark.parametrize("name", schemas())
def test_a_schema_stands_by_itself(name: str) -> None:
    schema = schemas()[name]
    references = {
        value for key, value in _entries(schema) if key == "$ref" and isinstance(value, str)
    }
    assert references == {f"#/$defs/{part}" for part in schema["$defs"]}


def _entries(value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, list):
        for item in value:
            yield from _entries(item)
    elif isinstance(value, dict):
        yield from value.items()
        for item in value.values():
            yield from _entries(item)


def test_keys_are_closed() -> None:
    for schema in schemas().values():
        for part in _objects(schema):
            assert "additionalProperties" in part, part["title"]


def test_a_part_is_the_same_in_every_schema() -> None:
    parts: dict[str, Any] = {}
    for schema in schemas().values():
        for name, part in schema["$defs"].items():
            assert parts.setdefault(name, part) == part


def test_every_key_of_a_schema_is_a_term_of_the_context() -> None:
    terms = read_context().terms.keys() | {"@context", "@version", "things", "kind", "files"}
    for schema in schemas().values():
        for part in _objects(schema):
            assert part["properties"].keys() <= terms


def _constraints() -> set[Constraint]:
    """All that the shapes check, read by another parser."""
    shapes = to_graph(quad for name in shape_files() for quad in parse_file(name))
    return {
        Constraint(str(shape), name)
        for kind in (SH.NodeShape, SH.PropertyShape)
        for shape in shapes.subjects(RDF.type, kind)
        if isinstance(shape, rdflib.URIRef)
        for name in PARAMETERS
        if (shape, SH[name], None) in shapes
    }


# Why a constraint may stay unsaid: what it asks is not in a document, or no schema can ask it.
REASONS = (
    "it asks the whole graph by SPARQL",
    "it only warns",
    "its path leads against a property",
    "its path has any number of steps",
    "it counts or compares what stands at the end of a path",
    "it counts or compares the values of several properties together",
    "it compares the values of two properties",
    "only the id of ",
    "mapping of the other thing says it too",
    "documents do not say ",
    "no document holds what it is about",
)


def test_what_is_not_said_is_of_the_shapes_and_has_a_reason() -> None:
    assert unsaid().keys() <= _constraints()
    for constraint, reason in unsaid().items():
        assert reason.startswith(REASONS), constraint


def test_what_a_document_could_say_is_left_unsaid_for_these_alone() -> None:
    """What is in documents and yet in no schema: a new one is to be seen."""
    names = sorted(
        f"{one.shape.removeprefix(BSH)}/{one.parameter}"
        for one, reason in unsaid().items()
        if not reason.startswith(("it asks the whole", "no document", "documents do not"))
    )
    assert names == UNSAID


UNSAID = """
    claim-joint-alike/or claim-joint-both-ways/equals claim-replacement/class
    claim-subject/disjoint concept-broader-loop/and concept-hidden-label/disjoint
    concept-passage/and concept-replacement/class concept-synonym/disjoint concept-use/or
    contradicts-both-ways/equals document-replacement/class finding-minimum/lessThan
    finding-replacement/class label-unique/maxCount mapping-exact/maxCount
    mapping-replacement/class mapping-source/class mapping-source/maxCount mechanism-documents/xone
    mechanism-replacement/class passage-start/lessThan passage-use/minCount
    role-cause/qualifiedMinCount role-mechanism-step/qualifiedMinCount
    role-risk-factor/qualifiedMinCount step-claim-live/or step-first-from/or step-last-to/or
    step-next/class step-no-loop/and step-of-one/minCount withdrawal-replacement/node
""".split()


def test_the_files(small: backspasm.Dataset) -> None:
    found = {file.path: file for file in json_schemas.files(small)}
    assert [f"json/schema/{name}.schema.json" for name in sorted(schemas())] == [
        path for path in found if path.startswith("json/schema/")
    ]
    for name, schema in schemas().items():
        file = found[f"json/schema/{name}.schema.json"]
        assert json.loads(file.content) == schema
        assert file.media_type == "application/schema+json"
    assert INDEX in schemas()
