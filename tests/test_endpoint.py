from __future__ import annotations

import base64
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pyoxigraph
import pytest
from requests.adapters import HTTPAdapter

import backspasm
from backspasm import connection, graph
from backspasm.endpoint import Endpoint
from backspasm.errors import EndpointError, ParameterError
from conftest import SMALL, Outcome
from servers import HANG, Scripted, Server, free_port
from test_answers import QUESTIONS, answers, expected

Run = Callable[..., Outcome]
Refused = Callable[..., str]

JSON = "application/sparql-results+json"
TRUE = '{"head": {}, "boolean": true}'
ASK = ("query", "--text", "ASK { ?s ?p ?o }", "--endpoint")


@pytest.fixture(autouse=True)
def _no_credentials(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if "server" not in request.fixturenames:
        for name in ("USER", "PASSWORD", "TOKEN"):
            monkeypatch.delenv(f"BACKSPASM_{name}", raising=False)


@pytest.fixture(scope="module")
def loaded(server: Server) -> Server:
    """A server that holds the shipped dataset."""
    from backspasm.cli import main

    assert main(["push", *server.push("graph-store")]) == 0
    return server


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The seconds that were to be waited; no one waits."""
    waited: list[float] = []
    monkeypatch.setattr("time.sleep", waited.append)
    return waited


class TestServers:
    @pytest.mark.parametrize("name", QUESTIONS)
    def test_questions(self, loaded: Server, shipped: backspasm.Dataset, name: str) -> None:
        question = QUESTIONS[name]
        told = answers(Endpoint(loaded.query), question, known=shipped)
        assert told == expected(question).read_text(encoding="utf-8")

    @pytest.mark.parametrize(
        "arguments",
        [
            ("stats",),
            ("search", "spasm"),
            ("search", "ICD10CM:M62.830"),
            ("search", "nothing of this name"),
            ("show", "dehydration"),
            ("show", "sports injury", "--format", "json"),
            ("show", "injury-to-spasm"),
            ("show", "bsv:Cause"),
            ("show", "bsc:seven-causes-1", "--format", "turtle"),
            ("explain", "poor posture"),
            ("explain", "unusual movement", "--denied", "--format", "json"),
            ("explain", "vertebra"),
            ("explain", "osteophyte", "--format", "jsonld"),
            ("draw",),
            ("draw", "osteoarthritis", "--format", "html"),
            ("draw", "injury-to-spasm", "--format", "mermaid"),
            ("compare", "--only", "differs", "--only", "near"),
            ("gaps", "--format", "csv"),
            ("show", "dehydratoin"),
            ("query", "--question", "effects", "--set", "cause=poor posture"),
            ("query", "--text", "ASK { bs:dehydration bsv:mayCause bs:back-muscle-spasm }"),
            ("query", "--text", "ASK { bs:back-muscle-spasm bsv:mayCause bs:dehydration }"),
            ("query", "--text", "ASK { GRAPH bsg:derived { ?x a bsv:Claim } }"),
            ("query", "--text", "ASK { bs:dehydration bsv:mayCaus ?x }"),
            ("query", "--text", "SELECT ?x WHERE {"),
            (
                "query",
                "--text",
                "SELECT DISTINCT ?g { GRAPH ?g { ?s a bsv:Cause } } ORDER BY ?g",
                "--format",
                "json",
            ),
            (
                "query",
                "--text",
                "SELECT (COUNT(*) AS ?n) FROM bsg:derived { ?s ?p ?o }",
                "--format",
                "csv",
            ),
            (
                "query",
                "--text",
                "SELECT ?x ?d { ?x bsv:sectionInferred ?d ; oa:start ?n } ORDER BY ?n ?x LIMIT 9",
                "--format",
                "tsv",
            ),
            (
                "query",
                "--text",
                "CONSTRUCT { ?x a ?kind } { ?x skos:broader bs:occupation ; a ?kind }",
            ),
        ],
        ids=lambda arguments: " ".join(arguments)[:40],
    )
    def test_commands(self, loaded: Server, run: Run, arguments: tuple[str, ...]) -> None:
        assert run(*arguments, "--endpoint", loaded.query) == run(*arguments)

    def test_export(self, loaded: Server, run: Run, shipped: backspasm.Dataset) -> None:
        outcome = run("export", "--format", "nquads", "--endpoint", loaded.query)
        lines = [line for line in outcome.out.splitlines() if "_:" not in line]
        # The store writes numbers in its own way, as a server may.
        stored = [str(quad) for quad in shipped.store]
        assert sorted(lines) == sorted(f"{line} ." for line in stored if "_:" not in line)

    def test_verify(self, loaded: Server, run: Run, texts: Path) -> None:
        outcome = run("verify", texts, "--endpoint", loaded.query)
        assert outcome == run("verify", texts)
        assert outcome.status == 0

    def test_python(self, loaded: Server, shipped: backspasm.Dataset) -> None:
        asked = Endpoint(loaded.query)
        text = "SELECT ?x ?label { ?x skos:prefLabel ?label }"
        assert asked.rows(text, x=next(iter(shipped.select(text)))["x"])
        assert asked.rows(text, label="no thing has this label") == []
        assert set(asked.to_networkx().edges) == set(shipped.to_networkx().edges)

    @pytest.mark.parametrize(
        ("arguments", "most"),
        [
            (("stats",), 10),
            (("show", "back muscle spasm"), 20),
            (("search", "spasm"), 10),
            (("explain", "poor posture"), 40),
        ],
    )
    def test_a_sane_number_of_requests(
        self,
        loaded: Server,
        run: Run,
        monkeypatch: pytest.MonkeyPatch,
        arguments: tuple[str, ...],
        most: int,
    ) -> None:
        sent = []
        send = HTTPAdapter.send

        def counted(*parts: Any, **options: Any) -> Any:
            sent.append(parts)
            return send(*parts, **options)

        monkeypatch.setattr(HTTPAdapter, "send", counted)
        assert run(*arguments, "--endpoint", loaded.query).status == 0
        assert 1 <= len(sent) <= most

    def test_an_answer_that_is_cut_off_is_refused(self, loaded: Server, run: Run) -> None:
        text = "SELECT ?s ?p ?o { ?s ?p ?o }"
        outcome = run("query", "--text", text, "--format", "csv", "--endpoint", loaded.query)
        if loaded.name == "virtuoso":
            message = "cuts answers off after 10000 rows; ask for less, with LIMIT and OFFSET"
            assert (outcome.status, outcome.out) == (2, "")
            assert message in outcome.err
        else:
            assert outcome.status == 0
            assert outcome.out.count("\n") > 10000

    def test_wrong_path(self, loaded: Server, refused: Refused) -> None:
        assert "nothing is there (404)" in refused(*ASK, loaded.query.replace("/sp", "/x/sp") + "x")


class TestOptions:
    def test_data_and_endpoint(self, refused: Refused) -> None:
        message = refused("stats", "--data", SMALL, "--endpoint", "http://127.0.0.1:1/")
        assert "--data, --endpoint: both name what is asked; give one of them" in message

    def test_timeout_alone(self, refused: Refused) -> None:
        assert "--timeout: nothing is asked over the network" in refused("stats", "--timeout", "5")

    @pytest.mark.parametrize("seconds", ["0", "-1", "soon"])
    def test_timeout_that_is_none(self, refused: Refused, seconds: str) -> None:
        assert "--timeout" in refused("stats", "--timeout", seconds, "--endpoint", "http://a/")

    def test_validate_reads_files(self, refused: Refused) -> None:
        assert "no such option --endpoint" in refused("validate", "--endpoint", "http://a/")

    @pytest.mark.parametrize(
        ("url", "message"),
        [
            ("localhost:7878", "not a URL of the web; start it with http://"),
            ("ftp://localhost/", "not a URL of the web"),
            ("file:///etc/passwd", "not a URL of the web"),
            ("http://", "not a URL of the web"),
            ("http://localhost:port/", "not a URL of the web"),
            ("http://localhost/#a", "has a fragment"),
        ],
    )
    def test_urls(self, refused: Refused, url: str, message: str) -> None:
        assert message in refused(*ASK, url)

    def test_credentials_in_the_url(self, refused: Refused) -> None:
        message = refused(*ASK, "http://curator:secret@127.0.0.1/sparql")
        assert "holds credentials; take them out and set BACKSPASM_USER" in message
        assert "secret" not in message
        assert "curator" not in message


class TestProtocol:
    def test_request(self, scripted: Scripted, run: Run) -> None:
        scripted.tell(200, TRUE, Content_Type=f"{JSON}; charset=utf-8")
        assert run(*ASK, scripted.url) == (0, "true\n", "")
        (asked,) = scripted.asked
        assert (asked.method, asked.path) == ("POST", "/sparql")
        assert asked.headers["Content-Type"] == "application/x-www-form-urlencoded"
        assert asked.headers["Accept"] == JSON
        assert "Authorization" not in asked.headers
        assert asked.body.count(b"default-graph-uri=") == 3
        assert asked.body.count(b"named-graph-uri=") == 3

    def test_from_in_the_query_goes_before(self, scripted: Scripted, run: Run) -> None:
        scripted.tell(200, TRUE, Content_Type=JSON)
        text = "ASK FROM bsg:derived { ?s ?p ?o }"
        assert run("query", "--text", text, "--endpoint", scripted.url).status == 0
        assert b"graph-uri" not in scripted.asked[0].body

    def test_a_broken_query_is_not_sent(self, scripted: Scripted, refused: Refused) -> None:
        scripted.tell(200, TRUE, Content_Type=JSON)
        text = "ASK { ?s ?p }"
        message = refused("query", "--text", text, "--endpoint", scripted.url)
        assert "--text:1:14: not SPARQL" in message
        assert scripted.asked == []

    def test_busy_servers_are_asked_again(
        self, scripted: Scripted, run: Run, waits: list[float]
    ) -> None:
        scripted.tell(429, Retry_After="7")
        scripted.tell(503, Retry_After="86400")
        scripted.tell(503)
        scripted.tell(200, TRUE, Content_Type=JSON)
        assert run(*ASK, scripted.url) == (0, "true\n", "")
        assert len(scripted.asked) == 4
        assert len({asked.body for asked in scripted.asked}) == 1
        assert waits[:2] == [7, connection.LONGEST_WAIT]
        assert len(waits) == 3

    def test_busy_for_ever(self, scripted: Scripted, refused: Refused, waits: list[float]) -> None:
        scripted.tell(503, Retry_After="1")
        message = refused(*ASK, scripted.url)
        assert f"{scripted.url}: is too busy, 5 times asked (503); try again later" in message
        assert waits == [1, 1, 1, 1]

    @pytest.mark.parametrize(
        ("status", "body", "message"),
        [
            (400, "Line 1: syntax error\nmore", "refuses the request (400): Line 1: syntax error;"),
            (400, "a\x1b[31mb", "(400): a?[31mb;"),
            (404, "", "nothing is there (404); check the path"),
            (405, "", "does not take such a request (405)"),
            (500, "out of memory", "fails (500): out of memory; try again, or ask for less"),
            (502, "", "fails (502); try again"),
            (418, "", "refuses the request (418)"),
            (999, "", "answers what is no answer (999)"),
        ],
    )
    def test_statuses(
        self, scripted: Scripted, refused: Refused, status: int, body: str, message: str
    ) -> None:
        scripted.tell(status, body, Content_Type="text/plain")
        assert message in refused(*ASK, scripted.url)
        assert len(scripted.asked) == 1

    def test_a_page_of_a_broken_server_is_not_shown(
        self, scripted: Scripted, refused: Refused
    ) -> None:
        scripted.tell(500, "<html><body>Oh no</body></html>", Content_Type="text/html")
        assert refused(*ASK, scripted.url).endswith("fails (500); try again, or ask for less\n")

    @pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
    def test_redirections_are_not_followed(
        self, scripted: Scripted, refused: Refused, status: int
    ) -> None:
        scripted.tell(status, Location="http://127.0.0.1:1/elsewhere")
        message = refused(*ASK, scripted.url)
        assert f"redirects to http://127.0.0.1:1/elsewhere ({status}); give that URL" in message
        assert len(scripted.asked) == 1

    def test_no_server(self, refused: Refused) -> None:
        message = refused(*ASK, f"http://127.0.0.1:{free_port()}/")
        assert "cannot be reached: connection refused; check the URL" in message

    def test_no_tls(self, scripted: Scripted, refused: Refused) -> None:
        scripted.tell(200, TRUE, Content_Type=JSON)
        message = refused(*ASK, scripted.url.replace("http:", "https:"))
        assert "speaks no TLS that is known here; check http:// and https://" in message

    def test_a_server_that_never_answers(self, scripted: Scripted, refused: Refused) -> None:
        scripted.tell(HANG)
        message = refused(*ASK, scripted.url, "--timeout", "0.3")
        assert "no whole answer within 0.3 s; try again, or raise --timeout" in message
        assert len(scripted.asked) == 1

    def test_a_server_that_hangs_up(self, scripted: Scripted, refused: Refused) -> None:
        scripted.tell(HANG)
        scripted.released.set()
        assert "cannot be reached" in refused(*ASK, scripted.url)


class TestAnswers:
    @pytest.mark.parametrize(
        ("media_type", "body", "message"),
        [
            ("text/html", "<html>Welcome</html>", "answers text/html in place of application/spar"),
            ("text/plain", "true", "answers text/plain in place of application/sparql-results+j"),
            (JSON, "", "the answer is broken or breaks off"),
            (JSON, '{"head": {"vars": ["s"]', "the answer is broken or breaks off"),
            (JSON, "[]", "the answer is broken or breaks off"),
            (JSON, "{}", "the answer is broken or breaks off"),
            (JSON, '{"head": {}, "boolean": "maybe"}', "the answer is broken or breaks off"),
        ],
    )
    def test_no_answers_to_ask(
        self, scripted: Scripted, refused: Refused, media_type: str, body: str, message: str
    ) -> None:
        scripted.tell(200, body, Content_Type=media_type)
        assert message in refused(*ASK, scripted.url)

    @pytest.mark.parametrize(
        "body",
        [
            TRUE,
            '{"head": {"vars": ["s"]}, "results": {"bindings": [{"s": {"type": "uri"}}]}}',
            '{"head": {"vars": ["s"]}, "results": {"bindings": [{"s": {"type": "x", "value": "y"}}]}}',
            '{"head": {"vars": ["s"]}, "results": {}}',
        ],
    )
    def test_no_answers_to_select(self, scripted: Scripted, refused: Refused, body: str) -> None:
        scripted.tell(200, body, Content_Type=JSON)
        message = refused("query", "--text", "SELECT ?s { ?s ?p ?o }", "--endpoint", scripted.url)
        assert scripted.url in message
        assert "answer" in message

    @pytest.mark.parametrize(
        ("media_type", "body"), [("text/turtle", "<urn:a> <urn:b>"), (JSON, TRUE)]
    )
    def test_no_triples(
        self, scripted: Scripted, refused: Refused, media_type: str, body: str
    ) -> None:
        scripted.tell(200, body, Content_Type=media_type)
        text = "DESCRIBE <urn:a>"
        message = refused("query", "--text", text, "--endpoint", scripted.url)
        assert f"{scripted.url}: " in message

    @pytest.mark.parametrize("length", ["100", None])
    def test_breaks_off(self, scripted: Scripted, refused: Refused, length: str | None) -> None:
        body = '{"head": {"vars": ["s"]}, "results": {"bindings": ['
        headers = {"Content-Length": length} if length else {}
        scripted.tell(200, body, Content_Type=JSON, **headers)
        message = refused("query", "--text", "SELECT ?s { ?s ?p ?o }", "--endpoint", scripted.url)
        assert "break" in message

    def test_results_of_sparql_1_0(self, scripted: Scripted) -> None:
        scripted.tell(
            200,
            '{"head": {"vars": ["a", "b"]}, "results": {"bindings": [{"a": {"type": '
            '"typed-literal", "datatype": "http://www.w3.org/2001/XMLSchema#boolean", '
            '"value": "1"}, "b": {"type": "bnode", "value": "nodeID://b1"}}]}}',
            Content_Type=JSON,
        )
        ((truth, node),) = Endpoint(scripted.url).rows("SELECT ?a ?b { ?a ?p ?b }")
        assert (truth, node) == ("true", "nodeID___b1")

    @pytest.mark.parametrize(
        ("header", "value", "message"),
        [
            ("X_SPARQL_MaxRows", "2", "cuts answers off after 2 rows"),
            ("X_SQL_State", "S1TAT", "gives only what it found in time"),
        ],
    )
    def test_parts_of_an_answer(
        self, scripted: Scripted, refused: Refused, header: str, value: str, message: str
    ) -> None:
        scripted.tell(200, TRUE, Content_Type=JSON, **{header: value})
        assert message in refused(*ASK, scripted.url)

    def test_export_counts(self, scripted: Scripted, refused: Refused) -> None:
        size = '{"datatype": "http://www.w3.org/2001/XMLSchema#integer", "type": "literal", '
        scripted.tell(
            200,
            '{"head": {"vars": ["g", "p", "size"]}, "results": {"bindings": [{"g": {"type": '
            f'"uri", "value": "urn:g"}}, "p": {{"type": "uri", "value": "urn:p"}}, "size": {size}'
            '"value": "3"}}]}}',
            Content_Type=JSON,
        )
        empty = '{"head": {"vars": ["s", "p", "o", "g"]}, "results": {"bindings": []}}'
        scripted.tell(200, empty, Content_Type=JSON)
        message = refused("export", "--endpoint", scripted.url)
        assert "answers 0 of 3 triples of <urn:g>; raise the limit of the server" in message


class TestCredentials:
    def test_wanted(self, scripted: Scripted, refused: Refused) -> None:
        scripted.tell(401, WWW_Authenticate='Basic realm="a"')
        message = refused(*ASK, scripted.url)
        assert "wants credentials (401); set BACKSPASM_USER and BACKSPASM_PASSWORD, or" in message

    def test_basic(self, scripted: Scripted, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("BACKSPASM_USER", "curator")
        monkeypatch.setenv("BACKSPASM_PASSWORD", "gehéim")
        scripted.tell(401, WWW_Authenticate='Basic realm="a"')
        scripted.tell(200, TRUE, Content_Type=JSON)
        assert run(*ASK, scripted.url) == (0, "true\n", "")
        assert "Authorization" not in scripted.asked[0].headers
        kind, _, said = scripted.asked[1].headers["Authorization"].partition(" ")
        assert (kind, base64.b64decode(said).decode()) == ("Basic", "curator:gehéim")

    def test_digest_is_preferred(
        self, scripted: Scripted, run: Run, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("BACKSPASM_USER", "curator")
        monkeypatch.setenv("BACKSPASM_PASSWORD", "secret")
        asked = 'Digest realm="a", nonce="b", qop="auth", Basic realm="a"'
        scripted.tell(401, WWW_Authenticate=asked)
        scripted.tell(401, WWW_Authenticate=asked)
        scripted.tell(200, TRUE, Content_Type=JSON)
        assert run(*ASK, scripted.url) == (0, "true\n", "")
        assert scripted.asked[-1].headers["Authorization"].startswith('Digest username="curator"')
        assert scripted.asked[-1].body == scripted.asked[0].body

    @pytest.mark.parametrize("status", [401, 403])
    def test_wrong(
        self, scripted: Scripted, refused: Refused, monkeypatch: pytest.MonkeyPatch, status: int
    ) -> None:
        monkeypatch.setenv("BACKSPASM_USER", "curator")
        monkeypatch.setenv("BACKSPASM_PASSWORD", "secret")
        scripted.tell(401, WWW_Authenticate='Basic realm="a"')
        scripted.tell(status, WWW_Authenticate='Basic realm="a"')
        message = refused(*ASK, scripted.url)
        assert f"refuses the credentials ({status}); check BACKSPASM_USER" in message
        assert "secret" not in message
        assert len(scripted.asked) == 2

    def test_token(self, scripted: Scripted, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("BACKSPASM_TOKEN", "abc")
        scripted.tell(200, TRUE, Content_Type=JSON)
        assert run(*ASK, scripted.url).status == 0
        assert scripted.asked[0].headers["Authorization"] == "Bearer abc"

    @pytest.mark.parametrize(
        ("name", "value"), [("TOKEN", "se\ncret"), ("TOKEN", "secret→"), ("USER", "secret→")]
    )
    def test_what_cannot_be_sent(
        self,
        scripted: Scripted,
        refused: Refused,
        monkeypatch: pytest.MonkeyPatch,
        name: str,
        value: str,
    ) -> None:
        monkeypatch.setenv(f"BACKSPASM_{name}", value)
        scripted.tell(401, WWW_Authenticate='Digest realm="a", nonce="b", qop="auth"')
        message = refused(*ASK, scripted.url)
        assert "holds a character that cannot be sent" in message
        assert "secret" not in message
        assert "cret" not in message.replace("secret", "")

    def test_netrc_is_not_read(
        self, scripted: Scripted, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        file = tmp_path / "netrc"
        file.write_text("machine 127.0.0.1 login a password b\n")
        monkeypatch.setenv("NETRC", str(file))
        scripted.tell(200, TRUE, Content_Type=JSON)
        assert run(*ASK, scripted.url).status == 0
        assert "Authorization" not in scripted.asked[0].headers


def test_blank_nodes_cannot_be_asked_for(scripted: Scripted) -> None:
    with pytest.raises(ParameterError, match="a blank node has no name at an endpoint"):
        Endpoint(scripted.url).rows("SELECT ?s { ?s ?p ?o }", s=pyoxigraph.BlankNode())


def test_a_slow_answer_has_its_limit(
    scripted: Scripted, refused: Refused, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = iter(range(0, 1000, 7))
    stopped = SimpleNamespace(monotonic=lambda: float(next(clock)))
    monkeypatch.setattr(connection, "time", stopped)
    scripted.tell(200, TRUE, Content_Type=JSON)
    assert "no whole answer within 5 s" in refused(*ASK, scripted.url, "--timeout", "5")


def test_batches(monkeypatch: pytest.MonkeyPatch, scripted: Scripted) -> None:
    monkeypatch.setattr(graph, "BATCH", 2)
    empty = '{"head": {"vars": ["s", "p", "o", "g"]}, "results": {"bindings": []}}'
    scripted.tell(200, empty, Content_Type=JSON)
    nodes = [pyoxigraph.NamedNode(f"urn:{number}") for number in range(5)]
    assert list(Endpoint(scripted.url).about(nodes)) == []
    assert len(scripted.asked) == 3


def test_error_says_its_status(scripted: Scripted) -> None:
    scripted.tell(404)
    with pytest.raises(EndpointError) as met:
        Endpoint(scripted.url).rows("SELECT ?s { ?s ?p ?o }")
    assert met.value.status == 404
