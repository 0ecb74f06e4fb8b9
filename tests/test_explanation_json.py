from __future__ import annotations

import json

import pyoxigraph

import backspasm
from backspasm.explanation_json import as_json, as_jsonld
from backspasm.namespaces import BSV, PROV


def test_json(shipped: backspasm.Dataset) -> None:
    told = json.loads(as_json(shipped.explain("unusual movement")))
    assert (told["cause"]["curie"], told["effect"]["label"]) == (
        "bs:unusual-movement",
        "back muscle spasm",
    )
    (path,) = told["paths"]
    (step,) = path["steps"]
    (claim,) = step["claims"]
    assert (path["certainty"], path["support"], path["origin"]) == ("Stated", 1, "claim")
    assert (step["predicate"]["curie"], step["firm"]) == ("bsv:causes", True)
    assert claim["curie"] == "bsc:seven-causes-14"
    assert claim["passages"][0]["start"] == 1011
    assert claim["subject"]["curie"] == "bs:unusual-movement"
    assert [denial["claim"]["curie"] for denial in path["denials"]] == [
        "bsc:seven-causes-68",
        "bsc:seven-causes-15",
    ]


def test_json_without_a_path(small: backspasm.Dataset) -> None:
    told = json.loads(as_json(small.explain("reading")))
    assert told["paths"] == []
    assert told["nearest"][0]["kind"] == "claim"


def test_jsonld_says_what_the_graph_says(shipped: backspasm.Dataset) -> None:
    told = shipped.explain("poor posture")
    content = as_jsonld(shipped, told)
    assert as_jsonld(shipped, told) == content
    triples = [
        quad.triple for quad in pyoxigraph.parse(content, format=pyoxigraph.RdfFormat.JSON_LD)
    ]
    own = [t for t in triples if t.subject.value.startswith("urn:uuid:")]
    taken = [t for t in triples if not t.subject.value.startswith("urn:uuid:")]
    graph = {quad.triple for quad in shipped.matching()}
    assert set(taken) <= graph
    steps = [t for t in own if t.predicate.value == BSV + "step"]
    assert len(steps) == sum(len(path.steps) for path in told.paths)
    ranks = {t.object.value for t in own if t.predicate.value == BSV + "position"}
    assert str(len(told.paths)) in ranks
    derived = [t for t in own if t.predicate.value == PROV + "wasDerivedFrom"]
    assert len(derived) == sum(len(path.backing) for path in told.paths)
    claims = {t.object.value for t in own if t.predicate.value == BSV + "claim"}
    named = {t.subject.value for t in taken}
    assert claims == {c.iri for path in told.paths for step in path.steps for c in step.claims}
    assert claims <= named


def test_jsonld_without_a_path_says_what_is_nearest(small: backspasm.Dataset) -> None:
    assert "Nearest: denied: reading causes" in as_jsonld(small, small.explain("reading")).decode()
