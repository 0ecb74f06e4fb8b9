from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pyoxigraph
import pytest

from backspasm import __version__, cli, graph, namespaces
from conftest import SMALL, TEXTS, Outcome

Run = Callable[..., Outcome]
Refused = Callable[..., str]

COMMANDS = list(cli.COMMANDS)
DATA = ("--data", SMALL)
CAUSES = "SELECT ?x { ?x a bsv:Cause } ORDER BY ?x"


def test_commands() -> None:
    assert COMMANDS == [
        "compare",
        "diff",
        "draw",
        "explain",
        "export",
        "gaps",
        "push",
        "query",
        "questions",
        "search",
        "show",
        "stats",
        "validate",
        "verify",
    ]


def test_without_a_command_there_is_help(run: Run) -> None:
    assert run().status == 0
    assert run().out == run("--help").out
    assert all(command in run().out for command in COMMANDS)


def test_version(run: Run) -> None:
    assert run("--version") == (0, f"backspasm {__version__}\n", "")


@pytest.mark.parametrize("command", COMMANDS)
def test_help_shows_an_example(run: Run, command: str) -> None:
    outcome = run(command, "--help")
    assert outcome.status == 0
    assert f"  backspasm {command}" in outcome.out.partition("Example")[2]
    assert "--format" in outcome.out
    assert "--output" in outcome.out


class TestQuery:
    def test_text(self, run: Run) -> None:
        expected = "x\n--------------\nbs:digging\nbs:disc-strain\n"
        assert run("query", "--text", CAUSES, *DATA) == (0, expected, "")

    def test_file(self, run: Run, tmp_path: Path) -> None:
        (tmp_path / "a.rq").write_text(CAUSES)
        assert "bs:digging" in run("query", tmp_path / "a.rq", *DATA).out

    def test_standard_input(self) -> None:
        done = _process("query", "-", *DATA, stdin=CAUSES.encode())
        assert (done.returncode, done.stderr) == (0, b"")
        assert b"bs:digging" in done.stdout

    def test_question(self, run: Run) -> None:
        outcome = run("query", "--question", "mechanisms", "--set", "cause=bending", *DATA)
        assert outcome.status == 2
        outcome = run("query", "--question", "mechanisms", "--set", "cause=stooping", *DATA)
        assert outcome.status == 0
        assert "bsm:stooping-to-spasm" in outcome.out

    def test_formats(self, run: Run) -> None:
        rows = csv.reader(io.StringIO(run("query", "--text", CAUSES, "--format", "csv", *DATA).out))
        assert next(rows) == ["x"]
        answer = json.loads(run("query", "--text", CAUSES, "--format", "JSON", *DATA).out)
        assert len(answer["results"]["bindings"]) == 2
        construct = "CONSTRUCT { ?x a bsv:Cause } { ?x a bsv:Cause }"
        assert "bs:digging a bsv:Cause ." in run("query", "--text", construct, *DATA).out

    def test_prefixes(self, run: Run) -> None:
        prologue = run("query", "--list-prefixes").out
        assert "\nPREFIX skos: <http://www.w3.org/2004/02/skos/core#>\n" in prologue
        assert pyoxigraph.Store().query(f"{prologue} ASK {{}}")
        entries = json.loads(run("query", "--list-prefixes", "--format", "json").out)
        assert {e["prefix"]: e["namespace"] for e in entries} == namespaces.PREFIXES

    def test_output_file(self, run: Run, tmp_path: Path) -> None:
        path = tmp_path / "a.csv"
        outcome = run("query", "--text", CAUSES, "--format", "csv", "-o", path, *DATA)
        assert outcome == (0, "", "")
        assert path.read_text().count("\n") == 3

    def test_several_data_paths(self, run: Run) -> None:
        paths = [SMALL / "concepts.ttl", SMALL / "claims.ttl"]
        options = [word for path in paths for word in ("--data", path)]
        assert run("query", "--text", CAUSES, *options).out.count("bs:") == 2

    def test_columns_in_the_order_of_the_query(self, run: Run) -> None:
        query = "SELECT * { ?zebra rdf:predicate ?ant } LIMIT 1"
        assert run("query", "--text", query, *DATA).out.split()[:2] == ["zebra", "ant"]

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            ([], "one query is wanted; give FILE, -, --text or --question"),
            (["a.rq", "--text", "ASK {}"], "one query is wanted"),
            (["--text", "ASK {}", "--set", "a=b"], "only a question has parameters"),
            (["--text", "ASK {}", "--list-prefixes"], "or --list-prefixes alone"),
            (["--list-prefixes", "--set", "a=b"], "or --list-prefixes alone"),
            (["--list-prefixes", "--format", "xml"], "--format: xml cannot hold prefixes; use"),
            (["none.rq"], "none.rq: no such file or folder"),
            (["--question", "mechanism"], "did you mean mechanisms"),
            (["--question", "mechanisms"], "parameter cause is missing"),
            (["--question", "mechanisms", "--set", "cause"], "--set cause: no value"),
            (["--question", "mechanisms", "--set", "cause=a", "--set", "cause=b"], "given twice"),
            (["--question", "mechanisms", "--set", "cuase=a"], "did you mean cause"),
            (["--question", "mechanisms", "--set", "cause=stoping"], "did you mean stooping"),
            (["--text", "SELEC ?x {}"], "--text:1:1: SELEC is not a word"),
            (["--text", "SELECT ?x {"], "--text:1:12: not SPARQL: "),
            (["--text", "SELECT (1/0 AS) {}"], "not SPARQL"),
            (["--text", "ASK { ?x a nope:X }"], "unknown prefix nope:"),
            (["--text", "ASK {}", "--format", "turtle"], "which turtle cannot hold"),
            (
                ["--text", "ASK {}", "--format", "tabel"],
                "--format: unknown word tabel; did you mean",
            ),
            (["--text", "ASK {}", "--format"], "option '--format' requires an argument"),
            (
                ["--text", "ASK {}", "--fromat", "csv"],
                "no such option --fromat; did you mean --format",
            ),
            (["--text", "ASK {}", "--xyzzy"], "no such option --xyzzy; see backspasm query --help"),
            (["--text", "ASK {}", "a", "b"], "unexpected extra argument"),
            (["--text", "ASK {}", "--data", "none.ttl"], "none.ttl: no such file or folder"),
            (["--text", "ASK {}", "-o", "none/a.txt"], "none/a.txt: cannot be written"),
        ],
    )
    def test_refused(self, refused: Refused, arguments: list[str], message: str) -> None:
        data = () if "--data" in arguments else DATA
        assert message in refused("query", *data, *arguments)

    def test_broken_data_names_file_and_line(self, refused: Refused, tmp_path: Path) -> None:
        (tmp_path / "a.ttl").write_text("@prefix a: <urn:a> .\na:b a:c .\n")
        assert f"{tmp_path}/a.ttl:2:" in refused("query", "--text", "ASK {}", "--data", tmp_path)

    def test_folder_without_data(self, refused: Refused, tmp_path: Path) -> None:
        assert "holds no RDF file" in refused("query", "--text", "ASK {}", "--data", tmp_path)

    def test_file_that_is_no_text(self, refused: Refused, tmp_path: Path) -> None:
        (tmp_path / "a.rq").write_bytes(b"ASK { \xff }")
        assert "not UTF-8 at byte 6" in refused("query", tmp_path / "a.rq", *DATA)

    def test_a_file_stays_when_the_query_is_broken(self, refused: Refused, tmp_path: Path) -> None:
        path = tmp_path / "kept.csv"
        path.write_text("kept")
        refused("query", "--text", "SELECT ?x {", "-o", path, *DATA)
        assert path.read_text() == "kept"
        assert os.listdir(tmp_path) == ["kept.csv"]

    def test_no_empty_file_when_the_query_is_broken(self, refused: Refused, tmp_path: Path) -> None:
        refused("query", "--text", "SELECT ?x {", "-o", tmp_path / "new.csv", *DATA)
        assert os.listdir(tmp_path) == []

    def test_deep_nesting_is_refused_and_does_not_end_the_process(self) -> None:
        text = "SELECT * " + "{" * 3000 + "}" * 3000
        done = _process("query", "--text", text, *DATA)
        assert done.returncode == 2
        assert b"too deeply nested" in done.stderr


class TestOthers:
    def test_questions(self, run: Run) -> None:
        outcome = run("questions")
        assert outcome.status == 0
        assert "mechanisms" in outcome.out
        assert max(map(len, outcome.out.splitlines())) <= 80
        entries = json.loads(run("questions", "--format", "json").out)
        (entry,) = [entry for entry in entries if entry["question"] == "mechanisms"]
        assert entry["parameters"].startswith("cause (concept), effect (concept) = ")
        assert entry["description"]

    def test_search(self, run: Run) -> None:
        assert run("search", "back", "spasm", *DATA).out == (
            "concept               kind     label              found by\n"
            "--------------------  -------  -----------------  --------------------\n"
            "bs:back-muscle-spasm  Finding  back muscle spasm  back spasm (synonym)\n"
        )

    def test_search_without_a_hit(self, run: Run) -> None:
        outcome = run("search", "stoping", "--format", "json", *DATA)
        assert (outcome.status, outcome.out) == (0, "[]\n")
        assert outcome.err == "stoping: nothing found; did you mean stooping?\n"

    @pytest.mark.parametrize("form", ["text", "json", "turtle"])
    def test_show(self, run: Run, form: str) -> None:
        outcome = run("show", "disc", "strain", "--format", form, *DATA)
        assert outcome.status == 0
        assert "disc strain" in outcome.out

    @pytest.mark.parametrize(
        ("name", "message"),
        [
            ("diging", "did you mean digging"),
            ("bending", "stands for 2 things"),
            ("x:y", "prefix x:"),
        ],
    )
    def test_show_refused(self, refused: Refused, name: str, message: str) -> None:
        assert message in refused("show", name, *DATA)

    def test_stats(self, run: Run) -> None:
        assert "| claims |  | 7 |" in run("stats", "--format", "markdown", *DATA).out

    @pytest.mark.parametrize("form", ["turtle", "trig", "nquads", "jsonld"])
    def test_export(self, run: Run, tmp_path: Path, form: str) -> None:
        path = tmp_path / "out"
        assert run("export", "--format", form, "-o", path, *DATA) == (0, "", "")
        assert path.read_text() == run("export", "--format", form, *DATA).out

    def test_export_by_file_name(self, run: Run, tmp_path: Path) -> None:
        run("export", "-o", tmp_path / "a.jsonld", *DATA)
        assert json.loads((tmp_path / "a.jsonld").read_text())["@context"]

    @pytest.mark.parametrize(
        "command",
        ["compare", "gaps", "questions", "search", "show", "stats", "export", "verify"],
    )
    def test_mistyped_format(self, refused: Refused, command: str) -> None:
        argument = ["x"] if command in ("search", "show", "verify") else []
        assert "--format: unknown word jsson" in refused(command, *argument, "--format", "jsson")

    @pytest.mark.parametrize(
        ("name", "near"), [("qery", "query"), ("Stats", "stats"), ("validat", "validate")]
    )
    def test_mistyped_command(self, refused: Refused, name: str, near: str) -> None:
        assert f"{name}: no such command; did you mean {near}" in refused(name)

    def test_command_that_is_like_none(self, refused: Refused) -> None:
        assert "xyzzy: no such command; see backspasm --help" in refused("xyzzy")

    @pytest.mark.parametrize("command", ["search", "show", "verify"])
    def test_missing_argument(self, refused: Refused, command: str) -> None:
        assert f"backspasm {command}: missing argument" in refused(command)


class TestVerify:
    def test_all_found(self, run: Run) -> None:
        expected = "passages: 9 found, 0 wrong, 0 not checkable\n"
        assert run("verify", TEXTS, *DATA) == (0, expected, "")
        assert (
            json.loads(run("verify", TEXTS, "--format", "json", *DATA).out)["counts"]["found"] == 9
        )

    def test_wrong_is_status_1(self, run: Run, tmp_path: Path) -> None:
        (tmp_path / "garden.txt").write_text("Something else.")
        outcome = run("verify", tmp_path, *DATA)
        assert (outcome.status, outcome.err) == (1, "")
        assert "wrong: bsd:garden: the text of" in outcome.out

    def test_missing_is_status_2(self, run: Run, tmp_path: Path) -> None:
        outcome = run("verify", tmp_path, *DATA)
        assert outcome.status == 2
        assert "not checkable: bsd:garden: no file named garden.txt" in outcome.out
        assert "1 of 1 texts are missing" in outcome.err

    def test_missing_folder(self, refused: Refused, tmp_path: Path) -> None:
        assert "no such folder" in refused("verify", tmp_path / "none", *DATA)

    def test_find(self, run: Run) -> None:
        outcome = run("verify", "--find", "people who dig on", TEXTS / "garden.txt", *DATA)
        assert (outcome.status, outcome.err) == (0, "")
        assert (
            "characters 71 to 88, in the sentence 21 to 98\nsection: Backs in the Garden\n"
            in outcome.out
        )
        assert "document/garden#char=71,88> a bsv:Passage , oa:SpecificResource ;" in outcome.out

    def test_find_as_json(self, run: Run) -> None:
        outcome = run(
            "verify", "--find", "Stooping", TEXTS / "garden.txt", "--format", "json", *DATA
        )
        (entry,) = json.loads(outcome.out)
        assert (entry["section"], entry["lost"]) == ("Other Causes", True)

    def test_find_in_a_text_of_no_document(self, run: Run, tmp_path: Path) -> None:
        (tmp_path / "new.txt").write_text("A new text.")
        outcome = run("verify", "--find", "new", tmp_path / "new.txt", *DATA)
        assert outcome.status == 0
        assert "only a proposal" in outcome.err

    @pytest.mark.parametrize(
        ("phrase", "message"),
        [("digging can", "the text has “Digging can”"), ("no such words", "is not in the text")],
    )
    def test_find_refused(self, refused: Refused, phrase: str, message: str) -> None:
        assert message in refused("verify", "--find", phrase, TEXTS / "garden.txt", *DATA)

    def test_find_in_a_folder(self, refused: Refused) -> None:
        assert "cannot be read" in refused("verify", "--find", "x", TEXTS, *DATA)


class TestValidate:
    def test_shipped_data(self, run: Run) -> None:
        outcome = run("validate")
        assert (outcome.status, outcome.err) == (0, ""), outcome.out[-2000:]

    def test_broken_data(self, run: Run, tmp_path: Path) -> None:
        text = (SMALL / "claims.ttl").read_text()
        (tmp_path / "a.ttl").write_text(text.replace("    bsv:polarity bsv:Denied ;\n", ""))
        outcome = run("validate", tmp_path)
        assert outcome.status == 1
        assert "garden-5" in outcome.out
        assert json.loads(run("validate", tmp_path, "--format", "json").out)
        assert (
            "sh:ValidationReport" in run("validate", "--data", tmp_path, "--format", "turtle").out
        )

    def test_with_the_shipped_data(self, run: Run, tmp_path: Path) -> None:
        own = tmp_path / "own.ttl"
        own.write_text(
            "@prefix bs: <https://w3id.org/backspasm/concept/> .\n"
            "@prefix bsv: <https://w3id.org/backspasm/vocab/> .\n"
            "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
            "bs:stiff-neck a bsv:Finding , skos:Concept ; skos:prefLabel 'stiff neck'@en ;\n"
            "    skos:definition 'A neck that is hard to turn.'@en ; bsv:site bs:neck .\n"
        )
        assert run("validate", own).status == 1
        assert run("validate", own, "--with-shipped").status == 0

    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            (["none.ttl"], "no such file"),
            (["empty.ttl"], "holds no triple"),
            (["a.ttl"], "a.ttl:1:"),
            ([SMALL, "--shapes", "a.ttl"], "a.ttl:1:"),
        ],
    )
    def test_what_cannot_be_checked(
        self, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
        arguments: list[object], said: str,
    ) -> None:  # fmt: skip
        monkeypatch.chdir(tmp_path)
        (tmp_path / "empty.ttl").touch()
        (tmp_path / "a.ttl").write_text("nonsense")
        outcome = run("validate", *arguments)
        assert (outcome.status, outcome.err) == (2, "")
        assert said in outcome.out.partition("Could not be checked:")[2]

    def test_refused(self, refused: Refused, tmp_path: Path) -> None:
        assert "did you mean sarif?" in refused("validate", "--output", "sarf=x")
        assert "did you mean shifty?" in refused("validate", "--engine", "shitfy")
        assert "cannot be read" in refused("validate", "--baseline", tmp_path)
        assert "no revision" in refused("validate", "--changed-since", "no-such-branch")


def _process(
    *arguments: object, stdin: bytes = b"", env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "backspasm", *map(str, arguments)]
    environment = {**os.environ, "COLUMNS": "80", **(env or {})}
    return subprocess.run(command, input=stdin, capture_output=True, check=False, env=environment)


@pytest.mark.parametrize(
    ("arguments", "closed", "place"),
    [("stats", ">&-", "standard output"), ("query -", "<&-", "standard input")],
)
def test_closed_streams(arguments: str, closed: str, place: str) -> None:
    command = f'"{sys.executable}" -m backspasm {arguments} {closed}'
    done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().startswith(f"backspasm: {place}: is closed; ")


def test_broken_pipe_is_quiet() -> None:
    command = [sys.executable, "-m", "backspasm", "export", *map(str, DATA)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_full_device() -> None:
    if not os.path.exists("/dev/full"):
        pytest.skip("the system has no /dev/full")
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "backspasm", "stats", *map(str, DATA)],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1
    assert b"No space left" in done.stderr


def test_output_is_utf8_in_any_locale() -> None:
    done = _process("show", "back spasm", *DATA, env={"LC_ALL": "C", "PYTHONIOENCODING": "ascii"})
    assert done.returncode == 0
    assert "→" in done.stdout.decode()
    done = _process("show", "bäck", *DATA, env={"LC_ALL": "C", "PYTHONIOENCODING": "ascii"})
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr


def test_no_colour() -> None:
    for command in (
        ["stats"],
        ["--help"],
        ["show", "digging"],
        ["explain", "osteophyte"],
        ["compare"],
    ):
        assert b"\x1b" not in _process(*command, env={"FORCE_COLOR": "1"}).stdout


def test_query_imports_no_heavy_module() -> None:
    code = (
        "import sys; from backspasm.cli import main; "
        f"main(['query', '--text', 'ASK {{}}', '--data', {str(SMALL)!r}]); "
        "print([m for m in ('rdflib', 'networkx', 'pyshacl', 'csv', 'json', 'pathlib', 'difflib', "
        "'dataclasses', 'tempfile', 'importlib.metadata', 'requests', 'urllib3') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "true\n[]\n"


def test_prefixes_of_the_command_line_are_those_of_the_package(run: Run) -> None:
    for prefix in namespaces.PREFIXES:
        outcome = run("query", "--text", f"ASK {{ ?x a {prefix}: }}", *DATA)
        assert outcome == (0, "false\n", "")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("ASK { ?x bsv:mayCaus ?y }", "--text:1:10: bsv:mayCaus is not in the dataset; did you"),
        (
            "ASK { bs:diging ?p ?y }",
            "--text:1:7: bs:diging is not in the dataset; did you mean dig",
        ),
        ("PREFIX c: <https://w3id.org/backspasm/concept/> ASK {c:diging ?p ?y}", "mean digging"),
        ("ASK { <https://w3id.org/backspasm/claim/garden-99> ?p ?y }", "--text:1:7: bsc:garden-99"),
    ],
)
def test_names_that_are_not_there(refused: Refused, text: str, message: str) -> None:
    assert message in refused("query", "--text", text, *DATA)


@pytest.mark.parametrize(
    "text",
    [
        "ASK { ?claim rdf:object bs:back-muscle-spasm }",
        "CONSTRUCT { ?x bsv:isNew ?y } WHERE { ?x bsv:mayCause ?y }",
        "ASK { GRAPH bsg:nothing { ?s ?p ?o } }",
    ],
)
def test_names_that_may_stand_in_a_query(run: Run, text: str) -> None:
    assert run("query", "--text", text, *DATA).status == 0


@pytest.mark.parametrize("text", ["ASK { bs:a%zz ?p ?o }", "ASK { <x[> ?p ?o }"])
def test_names_that_are_no_iris(refused: Refused, text: str) -> None:
    assert "not SPARQL" in refused("query", "--text", text, *DATA)


def test_an_argument_that_is_not_utf8(refused: Refused) -> None:
    assert "not UTF-8" in refused("query", "--text", "ASK { ?s ?p '\udce4' }", *DATA)


@pytest.mark.parametrize("module", ["click", "pyoxigraph"])
def test_a_broken_installation_is_no_finding(tmp_path: Path, module: str) -> None:
    (tmp_path / f"{module}.py").write_text("raise ImportError('no such\\nsymbol')")
    done = subprocess.run(
        [sys.executable, "-m", "backspasm", "validate"],
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert done.stderr.startswith("backspasm: ")
    assert "no such symbol; install it again" in done.stderr


def test_every_graph_can_be_asked_for_by_name(run: Run) -> None:
    for name in (graph.AUTHORED, graph.VOCABULARY, graph.DERIVED):
        text = f"ASK {{ GRAPH {namespaces.shorten(name.value)} {{ ?s ?p ?o }} }}"
        assert run("query", "--text", text, *DATA).out == "true\n"
