"""Three JSON-LD processors read every document alike, and none of them fetches anything.

What they do that documents avoid, each held by a test:

- PyLD and jsonld.js rewrite doubles that stand as text: "7e0" becomes "7.0E0"
  (digitalbazaar/pyld, pull request 202). The dataset has no doubles.
- Under a term with a language map, `{}` in a frame expands to an empty map, and so asks for
  things without that property. Frames name such properties by prefix.
- All three write language tags in lower case (RDF 1.1 Concepts, section 3.3, allows it).
"""

from __future__ import annotations

import json
import socket
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pyoxigraph
import pytest
from pyld import jsonld

import backspasm
from backspasm.context import read_context
from backspasm.digest import canonical_nquads
from backspasm.exchange.json_documents import files
from backspasm.export import export
from backspasm.finishing import finish
from backspasm.frames import KINDS, refuse
from backspasm.serialisation import serialise_triples
from conftest import TESTS
from nodejs import FOLDER, Node

NASTY = TESTS / "data" / "nasty.ttl"
CONTEXT = TESTS.parent / "ontology" / "context.jsonld"
WHOLE = "backspasm.jsonld"

# Said in the whole graph only: what helps the rules, and what the vocabulary says of a term.
HELPERS = {"inScheme", "stepFrom", "stepTo", "nextFrom"}

Json = Any


class Written:
    """A release's JSON-LD on disk, and what jsonld.js makes of it."""

    def __init__(self, graph: backspasm.Dataset, node: Node, folder: Path) -> None:
        self.graph = graph
        self.release = folder / "release"
        self.documents = folder / "documents"
        contents = {path: content for path, _, content in files(graph)}
        contents[WHOLE] = export(graph, "jsonld")
        self.names = [path for path in contents if path.endswith(".json") or path == WHOLE]
        for path, content in contents.items():
            _write(self.release / path, content)
            if path in self.names:
                _write(self.documents / path, content)
        self.results = folder / "results"
        context = self.release / "json" / "context.jsonld"
        node("processors.js", self.documents, context, self.results)

    def read(self, name: str) -> Json:
        return json.loads((self.documents / name).read_bytes())

    def result(self, name: str, ending: str) -> bytes:
        return (self.results / (name + ending)).read_bytes()


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


@pytest.fixture(scope="module", params=["shipped", "nasty"])
def written(
    request: pytest.FixtureRequest, node: Node, tmp_path_factory: pytest.TempPathFactory
) -> Written:
    graph = backspasm.load() if request.param == "shipped" else backspasm.load(NASTY)
    return Written(graph, node, tmp_path_factory.mktemp(request.param))


@pytest.fixture(autouse=True)
def _no_socket(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Python has no network either."""

    def connect(*_: object) -> None:
        raise AssertionError("a processor asked for the network")

    if "serving" not in request.fixturenames:
        monkeypatch.setattr(socket.socket, "connect", connect)
        monkeypatch.setattr(socket, "getaddrinfo", connect)


def _by_pyld(document: Json) -> bytes:
    options = {"documentLoader": refuse, "format": "application/n-quads"}
    nquads = jsonld.to_rdf(document, options)
    return canonical_nquads(pyoxigraph.parse(nquads, pyoxigraph.RdfFormat.N_QUADS))


def _by_oxigraph(content: bytes) -> bytes:
    return canonical_nquads(pyoxigraph.parse(content, pyoxigraph.RdfFormat.JSON_LD))


def _lines(nquads: bytes) -> list[bytes]:
    """Lines in code point order: JavaScript orders by halves of UTF-16."""
    return sorted(nquads.splitlines())


def test_three_processors_agree(written: Written) -> None:
    for name in written.names:
        theirs = _lines(_by_oxigraph((written.documents / name).read_bytes()))
        assert theirs, name
        assert _lines(written.result(name, ".nq")) == theirs, name
        assert _lines(_by_pyld(written.read(name))) == theirs, name
        assert _lines(written.result(name, ".flat.nq")) == theirs, name


def test_documents_say_what_the_graph_holds(written: Written) -> None:
    quads = set(written.graph.quads())
    assert _lines(written.result(WHOLE, ".nq")) == _lines(canonical_nquads(quads))
    held = set(canonical_nquads(pyoxigraph.Quad(*quad.triple) for quad in quads).splitlines())
    for name in written.names:
        if name != WHOLE:
            said = set(written.result(name, ".nq").splitlines())
            assert said - held == set(), name


def test_expanded_and_compacted_a_document_has_the_same_keys_and_shapes(written: Written) -> None:
    for name in written.names:
        document = written.read(name)
        again = json.loads(written.result(name, ".json"))
        del document["@context"], again["@context"]
        if name == "json/index.json":
            document = {
                "@graph": [_without(thing, {"kind", "files"}) for thing in document["things"]]
            }
        assert again == _with_alias(document), name


def _with_alias(value: Json) -> Json:
    """With `type` in typed values too, where rdflib would not know it: see `finishing`."""
    if isinstance(value, list):
        return [_with_alias(item) for item in value]
    if not isinstance(value, dict):
        return value
    return {"type" if key == "@type" else key: _with_alias(value[key]) for key in value}


def test_pyld_compacts_to_the_same(written: Written) -> None:
    context, options = read_context().terms, {"documentLoader": refuse}
    for kind in KINDS:
        names = [name for name in written.names if f"/{kind}/" in name]
        for name in names[:: max(1, len(names) // 3)]:
            document = written.read(name)
            again = jsonld.compact(jsonld.expand(document, options), context, options)
            assert _without(again, {"@context"}) == _with_alias(_without(document, {"@context"})), (
                name
            )


def _without(value: Json, keys: set[str]) -> Json:
    return {key: part for key, part in value.items() if key not in keys}


def test_frames_of_a_release_work_in_jsonld_js(
    written: Written, node: Node, tmp_path: Path
) -> None:
    """The published frames, on the published graph, give the documents and their RDF."""
    things = written.read("json/index.json")["things"]
    paths = {
        kind: {thing["id"]: thing["files"][kind] for thing in things if kind in thing["files"]}
        for kind in KINDS
    }
    wanted = {kind: list(of)[:: max(1, len(of) // 4)] for kind, of in paths.items() if of}
    _write(tmp_path / "wanted.json", json.dumps(wanted).encode())
    node("frames.js", written.release, tmp_path / "wanted.json", tmp_path / "framed.json")
    framed = json.loads((tmp_path / "framed.json").read_bytes())
    for kind, ids in wanted.items():
        assert {thing["id"] for thing in framed[kind]} == set(ids)
        for thing in framed[kind]:
            document = written.read(f"json/{paths[kind][thing['id']]}")
            assert _compared(finish(thing, {}).body) == _compared(document), thing["id"]


def _compared(value: Json) -> Json:
    """A document in any order, without what only the whole graph says of its things."""
    if isinstance(value, list):
        return sorted(map(_compared, value), key=json.dumps)
    if not isinstance(value, dict):
        return value
    dropped = HELPERS | {"@context"}
    if value.get("type") == ["Class"]:
        dropped |= {"type"}
    if {"Concept", "Document"} & set(value.get("type", ())):
        dropped |= {"passage"}
    return {key: _compared(value[key]) for key in sorted(value.keys() - dropped)}


TERM = {"prefLabel": {"@id": "urn:p", "@container": "@language"}}
LABELLED = {
    "@context": TERM,
    "@id": "urn:y",
    "urn:q": {"@id": "urn:x", "prefLabel": {"en": "x"}},
}
DOUBLE = '"7e0"^^<http://www.w3.org/2001/XMLSchema#double>'


def test_what_documents_avoid(node: Node, tmp_path: Path) -> None:
    """Where this fails, a processor was mended, and frames and data may be written plainly."""
    quads = list(pyoxigraph.parse(f"<urn:x> <urn:p> {DOUBLE} .", pyoxigraph.RdfFormat.N_TRIPLES))
    written = serialise_triples([quad.triple for quad in quads], "jsonld")
    assert _by_oxigraph(written) == canonical_nquads(quads)
    assert _by_pyld(json.loads(written)) != canonical_nquads(quads)
    _write(tmp_path / "in" / "x.json", written)
    node("processors.js", tmp_path / "in", CONTEXT, tmp_path / "out")
    assert b'"7.0E0"' in (tmp_path / "out" / "x.json.nq").read_bytes()
    for key, found in {"urn:p": "urn:x", "prefLabel": "urn:y"}.items():
        framed = jsonld.frame(LABELLED, {"@context": TERM, key: {}}, {"omitDefault": True})
        assert framed["@id"] == found


@pytest.fixture
def serving() -> Any:
    """An address that answers, and a list of who asked."""
    asked: list[str] = []

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Answer) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/", asked
        server.shutdown()


def test_node_is_cut_off(node: Node, serving: tuple[str, list[str]]) -> None:
    url, asked = serving
    assert node("reach.js", url).split() == ["dns.lookup", "fetch", "http.get", "net.connect"]
    assert asked == []


def test_nodes_own_guard_is_enough(node: Node, serving: tuple[str, list[str]]) -> None:
    """Where the system does not take the network away, Node itself opens no socket."""
    url, asked = serving
    refused = node.plain("--require", FOLDER / "offline.js", FOLDER / "reach.js", url)
    assert refused.split() == ["dns.lookup", "fetch", "http.get", "net.connect"]
    assert asked == []
    assert node.plain(FOLDER / "reach.js", url) == ""
    assert len(asked) == 2


def test_a_context_that_is_only_named_is_not_fetched(node: Node, tmp_path: Path) -> None:
    document = {"@context": "https://w3id.org/backspasm/context.jsonld", "id": "bs:x"}
    _write(tmp_path / "in" / "x.json", json.dumps(document).encode())
    with pytest.raises(AssertionError, match="nothing is ever fetched"):
        node("processors.js", tmp_path / "in", CONTEXT, tmp_path)
