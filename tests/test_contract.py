from __future__ import annotations

import json

import pytest

from backspasm.contract import context_changes, schema_changes

BASE = {"@version": 1.1, "bsv": "https://w3id.org/backspasm/vocab/", "id": "@id"}
CAUSE = {"@id": "bsv:causes", "@type": "@id", "@container": "@set"}


def contexts(old: object, new: object) -> list[tuple[str, str, bool]]:
    """What changed in the key "causes" of a context with prefixes."""
    documents = [{"@context": {**BASE, "causes": one}} for one in (old, new)]
    return list(context_changes(*documents))


@pytest.mark.parametrize(
    ("new", "reason"),
    [
        ({**CAUSE, "@id": "bsv:mayCause"}, 'meant "https://w3id.org/backspasm/vocab/causes", '),
        ({**CAUSE, "@container": "@list"}, 'has another container: "@set" → "@list"'),
        ({"@id": "bsv:causes", "@type": "@id"}, 'has another container: "@set" → nothing'),
        ({**CAUSE, "@container": ["@set", "@language"]}, "has another container"),
        ({**CAUSE, "@type": "@vocab"}, 'has another type: "@id" → "@vocab"'),
        ({**CAUSE, "@type": "bsv:Own"}, '→ "https://w3id.org/backspasm/vocab/Own"'),
        ({**CAUSE, "@language": "en"}, 'has another language: nothing → "en"'),
        ({**CAUSE, "@nest": "more"}, "has another nesting"),
        ({"@reverse": "bsv:causes", "@type": "@id", "@container": "@set"}, "is reversed"),
        ("bsv:causes", "has another container"),
        (None, "means nothing"),
    ],
)
def test_breaking_changes_of_a_key(new: object, reason: str) -> None:
    found = contexts(CAUSE, new)
    assert all(what == "causes" and breaking for what, _, breaking in found)
    assert any(reason in said for _, said, _ in found), found


@pytest.mark.parametrize(
    "new",
    [
        {**CAUSE, "@id": "https://w3id.org/backspasm/vocab/causes"},
        {**CAUSE, "@container": ["@set"]},
        {**CAUSE, "@protected": True},
        dict(reversed(CAUSE.items())),
    ],
)
def test_other_words_for_the_same_key(new: object) -> None:
    assert contexts(CAUSE, new) == []


def test_keys_that_come_and_go() -> None:
    old = {"@context": {**BASE, "a": "bsv:a", "kept": "bsv:kept"}}
    new = {"@context": {**BASE, "b": "bsv:b", "kept": "bsv:kept"}}
    assert list(context_changes(old, new)) == [("a", "is gone", True), ("b", "is new", False)]


def test_a_prefix_that_moves_takes_its_keys_along() -> None:
    new = {"@context": {**BASE, "bsv": "https://example.org/", "causes": CAUSE}}
    found = list(context_changes({"@context": {**BASE, "causes": CAUSE}}, new))
    assert [what for what, *_ in found] == ["bsv", "causes"]


@pytest.mark.parametrize("word", ["@base", "@vocab", "@language", "@direction"])
def test_what_holds_for_the_whole(word: str) -> None:
    old, new = {"@context": {**BASE}}, {"@context": {**BASE, word: "ltr"}}
    assert [what for what, _, breaking in context_changes(old, new) if breaking] == [word]


def test_scoped_contexts() -> None:
    def scoped(container: str) -> object:
        return {**CAUSE, "@context": {"label": {"@id": "bsv:label", "@container": container}}}

    ((what, reason, breaking),) = contexts(scoped("@language"), scoped("@set"))
    assert (what, breaking) == ("causes > label", True)
    assert "container" in reason


def test_arrays_and_references_are_compared_and_not_followed() -> None:
    old = {"@context": ["https://example.org/1", {"a": "urn:a"}]}
    new = {"@context": ["https://example.org/2", {"a": "urn:a"}]}
    (found,) = context_changes(old, new)
    assert found[2]


def test_terms_that_define_each_other_do_not_go_on_forever() -> None:
    circle = {"@context": {"a": "b", "b": "a", "c": "c:x", "@vocab": "urn:"}}
    assert list(context_changes(circle, circle)) == []


THING = {
    "type": "object",
    "properties": {
        "id": {"type": "string", "format": "iri"},
        "label": {"type": "string", "description": "What it is called."},
        "certainty": {"enum": ["Possible", "Likely"]},
        "passages": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/Passage"}},
        "note": {"anyOf": [{"type": "string"}]},
        "kind": {"const": "Claim"},
    },
    "required": ["id", "label", "passages"],
    "allOf": [{"required": ["id"]}],
    "$defs": {"Passage": {"type": "object", "properties": {"start": {"type": "integer"}}}},
}


def changed(path: str, value: object) -> dict[str, object]:
    """The schema with another value at a path; None takes it away."""
    copy = json.loads(json.dumps(THING))
    *above, last = path.split("/")
    place = copy
    for part in above:
        place = place[part]
    if value is None:
        del place[last]
    else:
        place[last] = value
    return dict(copy)


@pytest.mark.parametrize(
    ("path", "value", "what", "breaking"),
    [
        ("properties/label", None, "claim: label", True),
        ("properties/label/type", ["string", "null"], "claim: label", True),
        ("properties/label/type", None, "claim: label", True),
        ("properties/id/format", None, "claim: id", True),
        ("properties/kind/const", "Finding", "claim: kind", True),
        ("properties/certainty/enum", ["Possible", "Likely", "Stated"], "claim: certainty", False),
        ("properties/certainty/enum", ["Possible"], "claim: certainty", False),
        ("properties/certainty", {}, "claim: certainty", True),
        ("properties/new", {"type": "string"}, "claim: new", False),
        ("properties/passages/items/$ref", "#/$defs/Other", "claim: passages[]", True),
        ("properties/passages/minItems", 0, "claim: passages", True),
        ("properties/note/anyOf", [{"type": "string"}, {"type": "null"}], "claim: note", True),
        ("required", ["id", "passages"], "claim:", True),
        ("allOf", [], "claim:", True),
        ("$defs/Passage", None, "claim: #Passage", True),
        ("$defs/Passage/properties/start/type", "string", "claim: #Passage.start", True),
        ("$defs/New", {}, "claim: #New", False),
    ],
)
def test_changes_of_a_schema(path: str, value: object, what: str, *, breaking: bool) -> None:
    found = list(schema_changes({"claim": THING}, {"claim": changed(path, value)}))
    assert [(place, is_breaking) for place, _, is_breaking in found] == [(what, breaking)], found


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("properties/label/description", "Another text."),
        ("properties/certainty/enum", ["Likely", "Possible"]),
        ("required", ["passages", "label", "id"]),
        ("required", ["id", "label", "passages", "kind"]),
        ("properties/passages/minItems", 2),
        ("properties/passages/maxItems", 9),
        ("title", "Claim"),
    ],
)
def test_changes_that_a_reader_never_meets(path: str, value: object) -> None:
    assert not list(schema_changes({"claim": THING}, {"claim": changed(path, value)}))


def test_a_key_that_is_gone_is_told_once() -> None:
    new = changed("properties/label", None)
    new["required"] = ["id", "passages"]
    assert list(schema_changes({"claim": THING}, {"claim": new})) == [
        ("claim: label", "is gone", True)
    ]


def test_schemas_that_come_and_go() -> None:
    assert list(schema_changes({"a": {}, "b": {}}, {"b": {}, "c": {}})) == [
        ("a", "is gone", True),
        ("c", "is new", False),
    ]
    assert not list(schema_changes({"a": {"items": True}}, {"a": {"items": {}}}))
    assert list(schema_changes({"a": True}, {"a": False})) == [("a:", "was {}, is false", True)]


def test_a_type_that_narrows_is_notable_alone() -> None:
    wide, narrow = {"a": {"type": "number"}}, {"a": {"type": "integer"}}
    assert [breaking for *_, breaking in schema_changes(wide, narrow)] == [False]
    assert [breaking for *_, breaking in schema_changes(narrow, wide)] == [True]
