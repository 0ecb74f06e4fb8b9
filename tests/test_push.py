from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pyoxigraph
import pytest

import backspasm
from backspasm import push
from backspasm.commands.push import _Progress
from backspasm.connection import Connection
from backspasm.endpoint import Endpoint
from backspasm.errors import UseError
from backspasm.graph import AUTHORED, DERIVED
from backspasm.namespaces import BSG, DCTERMS
from conftest import SMALL, Outcome
from servers import Scripted, Server

Run = Callable[..., Outcome]
Refused = Callable[..., str]

PROTOCOLS = pytest.mark.parametrize("protocol", push.PROTOCOLS)
LITTLE = "<urn:a> <urn:b> <urn:c> .\n"
STRANGE = r"""
@prefix : <urn:t:> .
:a :p "back\\u0041slash", "tab\there \\ q\"uote\n\r new", "→ ü 𝒳 \u0001x", "'''", "\\", 1.5,
  "2020"^^<http://www.w3.org/2001/XMLSchema#gYear>, "x"@en, "", true ; :q _:b, :ü .
_:b :p "_:c .", _:c . _:c :p _:b . <urn:t:→> :p :a .
"""


def outcomes(outcome: Outcome) -> dict[str, tuple[int, str]]:
    """How many triples each graph has, and how loading it ended."""
    assert outcome.status == 0, outcome
    rows = json.loads(outcome.out)
    assert all(row["triples"] == row["there"] for row in rows)
    return {row["graph"]: (row["there"], row["outcome"]) for row in rows}


@pytest.fixture
def load(run: Run, server: Server, protocol: str) -> Callable[..., Outcome]:
    """Push data to a server by a protocol."""

    def command(*arguments: object) -> Outcome:
        return run("push", *server.push(protocol), "--format", "json", *arguments)

    return command


@pytest.fixture
def little(tmp_path: Path) -> Path:
    """A file with one triple."""
    path = tmp_path / "little.nt"
    path.write_text(LITTLE)
    return path


def held(quads: Iterable[pyoxigraph.Quad]) -> set[str]:
    """All quads without blank nodes; take them from a store, which may write numbers anew."""
    return {line for line in map(str, quads) if "_:" not in line}


def graphs(server: Server) -> set[str]:
    """The named graphs of a project at a server, whatever they are for."""
    text = "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }"
    reply = Connection(server.query).send(
        "POST", form=[("query", text)], headers={"Accept": "application/sparql-results+json"}
    )
    return set(re.findall(re.escape(BSG) + r"([\w/]+)", reply.content.decode()))


class TestServers:
    @PROTOCOLS
    def test_replaces_each_graph_as_a_whole(
        self, load: Run, server: Server, small: backspasm.Dataset, little: Path
    ) -> None:
        assert outcomes(load("--data", SMALL, "--force"))["bsg:authored"][1] == "loaded"
        again = load("--data", SMALL)
        assert {outcome for _, outcome in outcomes(again).values()} == {"unchanged"}
        assert "bsg:authored: the same is there already" in again.err
        assert held(Endpoint(server.query).quads()) == held(small.store)
        assert graphs(server) == {"authored", "derived", "vocabulary", "push"}
        told = outcomes(load("--data", little))
        assert told["bsg:authored"] == (1, "loaded")
        assert told["bsg:derived"] == (0, "loaded")
        assert told["bsg:vocabulary"][1] == "unchanged"
        assert [str(quad.triple) for quad in Endpoint(server.query).matching(graph=AUTHORED)] == [
            LITTLE.strip(" .\n")
        ]

    @PROTOCOLS
    def test_strange_data_arrives_whole(self, load: Run, server: Server, tmp_path: Path) -> None:
        path = tmp_path / "strange.ttl"
        path.write_text(STRANGE)
        assert outcomes(load("--data", path, "--force"))["bsg:authored"] == (16, "loaded")
        found = pyoxigraph.Dataset(
            pyoxigraph.Quad(*quad.triple)
            for quad in Endpoint(server.query).matching(graph=AUTHORED)
        )
        wanted = pyoxigraph.Dataset(pyoxigraph.parse(path=path))
        for dataset in (found, wanted):
            dataset.canonicalize(pyoxigraph.CanonicalizationAlgorithm.RDFC_1_0)
        assert set(map(str, found)) == set(map(str, wanted))

    @PROTOCOLS
    def test_what_others_changed_is_sent_again(
        self, load: Run, server: Server, little: Path
    ) -> None:
        load("--data", little)
        Updating(server).run(f"CLEAR GRAPH {AUTHORED}")
        told = outcomes(load("--data", little))
        assert told["bsg:authored"] == (1, "loaded")
        assert told["bsg:derived"][1] == "unchanged"

    @pytest.mark.parametrize("protocol", ["update"])
    def test_goes_on_after_an_interruption(
        self,
        load: Run,
        server: Server,
        little: Path,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        monkeypatch.setattr(push, "CHUNK_TRIPLES", 20)
        load("--data", little)
        with monkeypatch.context() as patch:
            _interrupt(patch, after=4)
            stopped = load("--data", SMALL)
        assert stopped.status == 2
        assert "power cut" in stopped.err.splitlines()[-1]
        assert "bsg:authored: 80 of " in stopped.err
        there = [str(quad.triple) for quad in Endpoint(server.query).matching(graph=AUTHORED)]
        assert there == [LITTLE.strip(" .\n")]
        done = load("--data", SMALL)
        assert outcomes(done)["bsg:authored"][1] == "loaded"
        assert "bsg:authored: going on from 80 of " in done.err
        assert "bsg:authored: 20 of " not in done.err
        assert graphs(server) == {"authored", "derived", "vocabulary", "push"}

    @pytest.mark.parametrize("protocol", ["update"])
    def test_a_killed_process_leaves_a_whole_graph(
        self, load: Run, server: Server, little: Path, shipped: backspasm.Dataset
    ) -> None:
        load("--data", little)
        command = [sys.executable, "-m", "backspasm", "push", *server.push("update")]
        with subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
        ) as process:
            assert process.stderr
            for line in process.stderr:
                if "bsg:authored: 3000 of " in line:
                    break
            process.kill()
        sizes = {1, sum(1 for _ in shipped.matching(graph=AUTHORED))}
        assert Updating(server).store.count(AUTHORED) in sizes
        outcomes(load())
        assert held(Endpoint(server.query).quads()) == held(shipped.store)

    @pytest.mark.parametrize("protocol", ["update"])
    def test_a_beginning_that_is_lost_is_sent_again(
        self,
        load: Run,
        server: Server,
        little: Path,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        monkeypatch.setattr(push, "CHUNK_TRIPLES", 20)
        load("--data", little)
        with monkeypatch.context() as patch:
            _interrupt(patch, after=2)
            load("--data", SMALL)
        Updating(server).run(f"CLEAR GRAPH <{BSG}push/authored>")
        done = load("--data", SMALL)
        assert outcomes(done)["bsg:authored"][1] == "loaded"
        assert "going on from" not in done.err

    @pytest.mark.parametrize("protocol", ["update"])
    def test_another_beginning_is_dropped(
        self,
        load: Run,
        server: Server,
        little: Path,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        monkeypatch.setattr(push, "CHUNK_TRIPLES", 20)
        with monkeypatch.context() as patch:
            _interrupt(patch, after=2)
            load("--data", SMALL, "--force")
        assert outcomes(load("--data", little))["bsg:authored"] == (1, "loaded")
        assert graphs(server) <= {"authored", "derived", "vocabulary", "push"}

    @pytest.mark.parametrize("protocol", ["graph-store"])
    def test_an_interruption_between_graphs(
        self,
        load: Run,
        little: Path,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        load("--data", little)
        with monkeypatch.context() as patch:
            _interrupt(patch, after=3, method="PUT")
            assert load("--data", SMALL).status == 2
        told = outcomes(load("--data", SMALL))
        assert told["bsg:authored"][1] == "unchanged"
        assert told["bsg:derived"][1] == "loaded"

    def test_a_part_that_is_sent_twice_is_there_once(
        self, server: Server, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        monkeypatch.setattr(push, "CHUNK_TRIPLES", 8)
        path = tmp_path / "strange.ttl"
        path.write_text(STRANGE)
        send = Connection.send

        def twice(self: Connection, method: str, **options: Any) -> Any:
            if b"INSERT" in (options.get("content") or b""):
                send(self, method, **options)
            return send(self, method, **options)

        monkeypatch.setattr(Connection, "send", twice)
        authored, *_ = push.contents(backspasm.load(path).quads())
        store = Updating(server).store
        (told,) = push.push([authored], store, lambda _: None, force=True)
        assert (told.sent, told.there) == (16, 16)

    @PROTOCOLS
    def test_credentials_are_wanted(
        self, server: Server, run: Run, monkeypatch: pytest.MonkeyPatch, protocol: str
    ) -> None:
        wanted = bool(server.environment)
        for name in server.environment:
            monkeypatch.delenv(name)
        outcome = run("push", *server.push(protocol), "--data", SMALL)
        assert outcome.status == (2 if wanted else 0)
        assert ("wants credentials (401); set BACKSPASM_USER" in outcome.err) == wanted
        monkeypatch.setenv("BACKSPASM_USER", "dba")
        monkeypatch.setenv("BACKSPASM_PASSWORD", "wrong")
        outcome = run("push", *server.push(protocol), "--data", SMALL)
        assert ("refuses the credentials (401); check" in outcome.err) == wanted


class Updating:
    """A way to change a server beside the command."""

    def __init__(self, server: Server) -> None:
        self.store = push.Updates(Connection(server.update), Endpoint(server.query))

    def run(self, update: str) -> None:
        self.store.connection.send(
            "POST",
            content=update.encode(),
            headers={"Content-Type": "application/sparql-update"},
        )


def _interrupt(patch: pytest.MonkeyPatch, *, after: int, method: str = "POST") -> None:
    """Let no more than some changes through."""
    send = Connection.send
    sent: list[str] = []

    def some(self: Connection, used: str, **options: Any) -> Any:
        if used == method and options.get("content") is not None:
            sent.append(used)
            if len(sent) > after:
                raise self.error("power cut", "try again")
        return send(self, used, **options)

    patch.setattr(Connection, "send", some)


class TestRefusals:
    def test_other_graphs(self, refused: Refused, tmp_path: Path) -> None:
        path = tmp_path / "a.nq"
        path.write_text("<urn:a> <urn:b> <urn:c> <urn:g> .\n")
        message = refused("push", "--endpoint", "http://127.0.0.1:1/", "--data", path)
        assert "graph <urn:g>: only bsg:authored, bsg:derived, bsg:vocabulary are loaded" in message

    def test_too_many_blank_nodes_for_one_update(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(push, "MAX_BLANK", 1)
        node = pyoxigraph.BlankNode()
        some = pyoxigraph.NamedNode("urn:p")
        quads = [
            pyoxigraph.Quad(node, some, pyoxigraph.Literal(number), DERIVED) for number in range(2)
        ]
        _, derived, _ = push.contents(quads)
        store = push.Updates(Connection("http://127.0.0.1:1/"), Endpoint("http://127.0.0.1:1/"))
        with pytest.raises(UseError, match="one update carries 1") as met:
            store.replace(derived, {}, lambda _: None)
        assert "--protocol graph-store" in str(met.value)

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            ((), "missing option '--endpoint'"),
            (("--endpoint", "http://127.0.0.1:1/", "--protocol", "updat"), "did you mean update?"),
            (("--endpoint", "here"), "not a URL of the web"),
            (("--endpoint", "http://a:b@127.0.0.1/"), "holds credentials"),
            (("--endpoint", "http://127.0.0.1:1/", "--query-endpoint", "x"), "not a URL"),
            (("--endpoint", "http://127.0.0.1:1/", "--data", "none.ttl"), "no such file"),
        ],
    )
    def test_options(self, refused: Refused, arguments: tuple[str, ...], message: str) -> None:
        assert message in refused("push", *arguments)

    @pytest.mark.parametrize(
        ("status", "problem"),
        [(405, "does not take such a request (405)"), (400, "refuses the request (400)")],
    )
    def test_an_update_endpoint_that_answers_no_queries(
        self, scripted: Scripted, refused: Refused, status: int, problem: str
    ) -> None:
        scripted.tell(status)
        command = ("push", "--protocol", "update", "--endpoint", scripted.url, "--data", SMALL)
        said = refused(*command)
        assert problem in said
        assert "; add --query-endpoint URL: this one may take updates alone" in said


class TestReports:
    def test_without_a_place_to_ask(self, scripted: Scripted, run: Run, little: Path) -> None:
        scripted.tell(404)
        scripted.tell(204)
        outcome = run("push", "--endpoint", scripted.url, "--data", little, "--format", "csv")
        assert outcome.status == 0
        assert "bsg:authored,1,,loaded" in outcome.out
        assert "nothing was counted there; give --query-endpoint" in outcome.err
        puts = [asked for asked in scripted.asked if asked.method == "PUT"]
        assert puts[1].body == LITTLE.encode()
        assert puts[1].path.endswith("?graph=https%3A%2F%2Fw3id.org%2Fbackspasm%2Fgraph%2Fauthored")
        assert puts[-1].body.count(b"sha256:") == 3

    def test_another_number_of_triples_is_status_1(
        self, scripted: Scripted, run: Run, little: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(push.Store, "count", lambda *_: 7)
        scripted.tell(404)
        scripted.tell(204)
        outcome = run(
            "push", "--endpoint", scripted.url, "--query-endpoint", scripted.url, "--data", little
        )
        assert outcome.status == 1
        assert "bsg:authored, bsg:derived, bsg:vocabulary: the store has another" in outcome.err
        puts = [asked for asked in scripted.asked if asked.method == "PUT"]
        assert b"sha256:" not in puts[-1].body

    def test_a_note_that_is_broken_is_left_out(self) -> None:
        one = pyoxigraph.NamedNode("urn:g")
        digest = (one, pyoxigraph.NamedNode(DCTERMS + "identifier"), pyoxigraph.Literal("a"))
        extent = (one, pyoxigraph.NamedNode(DCTERMS + "extent"), pyoxigraph.Literal("2"))
        assert push._state([digest]) == {}
        assert push._state([digest, extent]) == {"urn:g": push.Mark("a", 2)}
        assert push._state([digest, extent, (*extent[:2], pyoxigraph.Literal("3"))]) == {}


class TestContents:
    def test_digests_do_not_hang_on_order_or_names(self, tmp_path: Path) -> None:
        texts = (
            "_:a <urn:p> 'x', _:b .\n<urn:s> <urn:p> _:a .",
            "<urn:s> <urn:p> [ <urn:p> [], 'x' ] .",
        )
        digests = set()
        for text in texts:
            (tmp_path / "a.ttl").write_text(text)
            authored, *_ = push.contents(backspasm.load(tmp_path / "a.ttl").quads())
            assert authored.blank == 3
            digests.add(authored.digest)
        assert len(digests) == 1
        assert re.fullmatch("sha256:[0-9a-f]{64}", digests.pop())

    def test_blank_nodes_stay_in_one_part(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(push, "CHUNK_TRIPLES", 2)
        lines = [b"_:a", b"_:b", b"_:c", b"<d>", b"<e>", b"<f>"]
        content = push.Content(AUTHORED, lines, 3, "")
        assert push._parts(content) == [lines[:3], lines[3:5], lines[5:]]

    def test_parts_are_no_larger_than_a_request_may_be(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(push, "CHUNK_BYTES", 10)
        lines = [b"x" * 6, b"y" * 4, b"z", b"w" * 30]
        content = push.Content(AUTHORED, lines, 0, "")
        assert push._parts(content) == [lines[:2], lines[2:3], lines[3:]]

    def test_text_that_looks_like_a_blank_node_is_none(self) -> None:
        triple = pyoxigraph.Quad(
            pyoxigraph.NamedNode("urn:a"),
            pyoxigraph.NamedNode("urn:b"),
            pyoxigraph.Literal("see _:x"),
            AUTHORED,
        )
        assert push.contents([triple])[0].blank == 0


def test_a_terminal_has_one_line_of_progress(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    progress = _Progress()
    progress.say("a long line")
    progress.say("short")
    progress.end()
    assert capsys.readouterr().err == "\ra long line\rshort      \n"
