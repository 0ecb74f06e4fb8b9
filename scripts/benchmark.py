"""What queries, explanations and pictures cost, measured as whole processes.

What counts is the CPU time that the system accounts for. Each case runs as a process of
its own, all cases in turn, so that what else the machine does falls on all alike. The
table holds medians of user and system time in milliseconds, and ratios to bare Python.
"In memory" is the first query on a machine, or one on data of your own; the others open
the snapshot that it left, and pictures the layout. Run it with `make bench`, or with
`--runs N`, and with `--data PATH` for other data, which has no snapshot.
"""

from __future__ import annotations

import argparse
import os
import shlex
import statistics
import sys
import tempfile
from pathlib import Path

QUERY = """
SELECT ?cause ?label ?certainty WHERE {
  ?claim rdf:predicate/rdfs:subPropertyOf* bsv:mayCause ; rdf:object bs:back-muscle-spasm ;
    rdf:subject ?cause ; bsv:polarity bsv:Affirmed ; bsv:certainty ?certainty .
  ?cause skos:prefLabel ?label .
} ORDER BY ?label ?certainty
"""

QUESTIONS = ("denied", "treatments", "causes", "agreement", "cause-list")

PICTURES_AND_PATHS = (
    "explain dehydration",
    "explain 'poor posture'",
    "explain 'poor posture' --format json",
    "explain 'poor posture' --format jsonld",
    "explain 'poor posture' --format mermaid",
    "draw osteoarthritis",
    "draw 'poor posture' 'back spasm'",
    "draw",
    "draw --format graphml",
)

MOST_PYTHONS = 6.5
MOST_PYTHONS_WITH_PATHS = 10
MOST_SECONDS = 2
MOST_OF_RDFLIB = 0.1


def with_rdflib(paths: list[str]) -> None:
    """The same work with rdflib: the same files, the same rules, the same query."""
    import rdflib

    from backspasm.files import authored_files, rdf_files, rule_files, vocabulary_files
    from backspasm.namespaces import BSG, PREFIXES

    data = rdflib.Dataset(default_union=True)
    graphs = {"vocabulary": vocabulary_files(), "authored": rdf_files(paths) or authored_files()}
    for name, files in graphs.items():
        for file in files:
            data.graph(rdflib.URIRef(BSG + name)).parse(file, format="turtle")
    for rule in rule_files():
        triples = list(data.query(Path(rule).read_text(encoding="utf-8")))
        derived = data.graph(rdflib.URIRef(BSG + "derived"))
        for triple in triples:
            derived.add(triple)  # type: ignore[arg-type]  # a CONSTRUCT gives triples
    for row in data.query(QUERY, initNs=PREFIXES):
        print(row)


def cpu_seconds(command: list[str], cache: str) -> float:
    """User and system time of a process and of all that it started, its output thrown away."""
    quiet = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    environment["BACKSPASM_CACHE"] = cache
    process = os.posix_spawn(command[0], command, environment, file_actions=quiet)
    _, status, usage = os.wait4(process, 0)
    if status != 0:
        sys.exit(f"benchmark: {' '.join(command)} failed")
    return usage.ru_utime + usage.ru_stime


def cases(paths: list[str], cache: str) -> dict[str, tuple[list[str], str]]:
    """The commands to compare and the folder of their snapshots, by what the table says."""
    query = [str(Path(sys.executable).with_name("backspasm")), "query"]
    chosen = [word for path in paths for word in ("--data", path)]
    found = {
        "bare Python": ([sys.executable, "-c", "pass"], cache),
        "import click": ([sys.executable, "-c", "import click"], cache),
        "query": ([*query, "--text", QUERY, *chosen], cache),
        "query, in memory": ([*query, "--text", QUERY, *chosen], ""),
        "query, rdflib": ([sys.executable, __file__, "--with-rdflib", *chosen], ""),
    }
    for name in () if paths else QUESTIONS:
        found[f"question {name}"] = ([*query, "--question", name], cache)
    for name in () if paths else PICTURES_AND_PATHS:
        found[name] = ([query[0], *shlex.split(name)], cache)
    return found


def on_a_large_graph(times: int) -> None:
    """What `explain` costs in one process on made-up data, apart from loading it."""
    import time

    import backspasm
    import synthetic

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "synthetic.nt"
        with path.open("w", encoding="utf-8") as out:
            out.writelines(synthetic.lines(times))
        started = time.process_time()
        graph = backspasm.load(path)
        loaded = time.process_time() - started
        explained = []
        for _ in range(5):
            started = time.process_time()
            told = graph.explain(synthetic.START)
            explained.append(time.process_time() - started)
    print(f"\nmade-up data, {times} times as large: load {loaded:.1f} s of CPU")
    print(
        f"explain: {statistics.median(explained):.2f} s (at most {MOST_SECONDS}), "
        f"{told.found} paths, {'all' if told.exhausted else 'cut off'}"
    )


def measure(commands: dict[str, tuple[list[str], str]], runs: int) -> dict[str, float]:
    """The median CPU seconds of each command, all run in turn."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    for command, cache in commands.values():
        cpu_seconds(command, cache)  # once unmeasured: byte code, file cache, snapshot
    for _ in range(runs):
        for name, (command, cache) in commands.items():
            times[name].append(cpu_seconds(command, cache))
    return {name: statistics.median(measured) for name, measured in times.items()}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Compare the cost of one query.")
    parser.add_argument("--runs", type=int, default=15, help="how often each case runs")
    parser.add_argument("--data", action="append", default=[], help="RDF file or folder")
    parser.add_argument("--times", type=int, default=100, help="size of the made-up data")
    parser.add_argument("--with-rdflib", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.with_rdflib:
        with_rdflib(options.data)
        return
    with tempfile.TemporaryDirectory() as cache:
        medians = measure(cases(options.data, cache), options.runs)
    bare, query, rdflib = (medians[name] for name in ("bare Python", "query", "query, rdflib"))
    print(f"{'':38}  {'CPU ms':>8}  {'x bare':>7}")
    for name, median in medians.items():
        print(f"{name:38}  {1000 * median:8.1f}  {median / bare:7.2f}")
    print(f"\nquery / bare Python: {query / bare:.2f} (at most {MOST_PYTHONS})")
    print(f"query / rdflib: {query / rdflib:.3f} (at most {MOST_OF_RDFLIB})")
    if not options.data:
        worst = max(medians[name] for name in PICTURES_AND_PATHS)
        most = MOST_PYTHONS_WITH_PATHS
        print(f"explain and draw / bare Python: {worst / bare:.2f} (at most {most})")
        on_a_large_graph(options.times)


if __name__ == "__main__":
    main()
