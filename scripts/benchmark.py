"""What a query costs: whole processes, measured by the CPU time that the system accounts for.

Each case runs as a process of its own, all cases in turn, so that what else the machine
does falls on all alike. The table holds medians of user and system time in milliseconds,
and ratios to bare Python. Run it with `make bench`, or with `--runs N` and `--data PATH`
for other data.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
from pathlib import Path

QUERY = """
SELECT ?cause ?label ?certainty WHERE {
  ?claim rdf:predicate/rdfs:subPropertyOf* bsv:mayCause ; rdf:object bs:back-muscle-spasm ;
    rdf:subject ?cause ; bsv:polarity bsv:Affirmed ; bsv:certainty ?certainty .
  ?cause skos:prefLabel ?label .
} ORDER BY ?label ?certainty
"""

MOST_PYTHONS = 6.5
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


def cpu_seconds(command: list[str]) -> float:
    """User and system time of a process and of all that it started, its output thrown away."""
    quiet = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    process = os.posix_spawn(command[0], command, environment, file_actions=quiet)
    _, status, usage = os.wait4(process, 0)
    if status != 0:
        sys.exit(f"benchmark: {' '.join(command)} failed")
    return usage.ru_utime + usage.ru_stime


def cases(paths: list[str]) -> dict[str, list[str]]:
    """The commands to compare, by what the table calls them."""
    program = str(Path(sys.executable).with_name("backspasm"))
    chosen = [word for path in paths for word in ("--data", path)]
    return {
        "bare Python": [sys.executable, "-c", "pass"],
        "import click": [sys.executable, "-c", "import click"],
        "backspasm query": [program, "query", "--text", QUERY, *chosen],
        "rdflib": [sys.executable, __file__, "--with-rdflib", *chosen],
    }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Compare the cost of one query.")
    parser.add_argument("--runs", type=int, default=15, help="how often each case runs")
    parser.add_argument("--data", action="append", default=[], help="RDF file or folder")
    parser.add_argument("--with-rdflib", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.with_rdflib:
        with_rdflib(options.data)
        return
    commands = cases(options.data)
    times: dict[str, list[float]] = {name: [] for name in commands}
    for command in commands.values():
        cpu_seconds(command)  # once unmeasured: byte code and file cache
    for _ in range(options.runs):
        for name, command in commands.items():
            times[name].append(cpu_seconds(command))
    medians = {name: statistics.median(measured) for name, measured in times.items()}
    bare, query, rdflib = (medians[name] for name in ("bare Python", "backspasm query", "rdflib"))
    print(f"{'':16}  {'CPU ms':>8}  {'x bare':>7}")
    for name, median in medians.items():
        print(f"{name:16}  {1000 * median:8.1f}  {median / bare:7.2f}")
    print(f"\nbackspasm query / bare Python: {query / bare:.2f} (at most {MOST_PYTHONS})")
    print(f"backspasm query / rdflib: {query / rdflib:.3f} (at most {MOST_OF_RDFLIB})")


if __name__ == "__main__":
    main()
