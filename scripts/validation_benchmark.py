"""What a validation costs, side by side with other validators, as a table in Markdown.

Each case is a process of its own, all in turn in one run; the figures are medians of user and
system time, of wall time and of peak memory. All check the same file (made-up data with
vocabulary and all that is derived) with the same shapes, and write the W3C report. The cases
called "derives" get the authored data alone, and read the vocabulary and run the rules
themselves. Defects are planted in the data, and each must find as many.

A validator that is cut off at one size is not run at the next. Run it with `make bench`, or
with `--quick` for the two small sizes.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from measuring import Cost, median, run
from validators import PYSHACL, Validator, validators, versions

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Row", "compare", "findings_agree", "growth", "prepare", "table"]

SHIPPED = "shipped"
SIZES = (2_000, 20_000, 200_000, 2_000_000)
QUICK = 2
DEFECTS = 10
_RUNS = {SHIPPED: 5, "2000": 5, "20000": 3}
_RESULT = "http://www.w3.org/ns/shacl#result"


class Row(NamedTuple):
    """What came out for one validator and one size.

    Attributes:
        data: the size, a number of triples, or "shipped".
        name: the validator.
        cost: what it cost; None where it was not run.
        results: how many results it reported; None where there is no report.
        note: why there is no cost or no report.
        derives: see `Validator.derives`.
    """

    data: str
    name: str
    cost: Cost | None
    results: int | None
    note: str = ""
    derives: bool = False


def prepare(folder: Path, data: str) -> None:
    """Write `data.nt`, `full.nt` and `shapes.ttl` into a folder.

    Args:
        folder: where.
        data: how many triples to make up, or "shipped".

    Raises:
        ValueError: so few triples cannot hold the defects.
    """
    import pyoxigraph

    import backspasm
    import synthetic
    from backspasm.files import authored_files, parse_file, shape_files

    ntriples = pyoxigraph.RdfFormat.N_TRIPLES
    with (folder / "data.nt").open("wb") as out:
        if data == SHIPPED:
            quads = (quad for name in authored_files() for quad in parse_file(name))
            pyoxigraph.serialize((quad.triple for quad in quads), out, ntriples)
        else:
            lines = synthetic.lines(synthetic.times_for(int(data)), defects=DEFECTS)
            out.writelines(line.encode() for line in lines)
    whole = backspasm.load(folder / "data.nt")
    with (folder / "full.nt").open("wb") as out:
        pyoxigraph.serialize((quad.triple for quad in whole.quads()), out, ntriples)
    with (folder / "shapes.ttl").open("wb") as out:
        shapes = (quad.triple for name in shape_files() for quad in parse_file(name))
        pyoxigraph.serialize(shapes, out, pyoxigraph.RdfFormat.TURTLE)


def compare(
    found: Sequence[Validator], data: str, folder: Path, runs: int, limit: float, cut: set[str]
) -> list[Row]:
    """Run all validators on data of one size, in turn.

    Args:
        found: the validators.
        data: how many triples to make up, or "shipped".
        folder: an empty folder.
        runs: how often each is run.
        limit: after how many seconds one is cut off.
        cut: the names of those that were cut off before; those that are now are added.
    """
    # In a process of its own, for this one must stay small: see measuring.py.
    own = [sys.executable, __file__, "--prepare", data, str(folder)]
    subprocess.run(own, check=True)  # noqa: S603 (this very file)
    able = [one for one in found if not one.missing and one.name not in cut]
    costs: dict[str, list[Cost]] = {one.name: [] for one in able}
    for _ in range(runs):
        for one in able:
            if one.name in cut:
                continue
            cost = run(one.command(folder), folder / f"{one.name}.out", limit)
            costs[one.name].append(cost)
            if cost.status is None:
                cut.add(one.name)
    return [_row(one, data, folder, costs.get(one.name, []), limit) for one in found]


def _row(one: Validator, data: str, folder: Path, costs: list[Cost], limit: float) -> Row:
    if not costs:
        return Row(data, one.name, None, None, one.missing or "cut off before", one.derives)
    if costs[-1].status is None:
        return Row(data, one.name, None, None, f"> {limit:g} s", one.derives)
    cost, out = median(costs), folder / f"{one.name}.out"
    if cost.status not in one.ok:
        complaint = out.with_suffix(".err").read_text(errors="replace").strip()
        last = complaint.rpartition("\n")[2][:80]
        return Row(data, one.name, None, None, f"failed ({cost.status}): {last}", one.derives)
    return Row(data, one.name, cost, _results(out), "", one.derives)


def _results(report: Path) -> int:
    """How many results a W3C report in Turtle has."""
    import pyoxigraph

    with report.open("rb") as content:
        triples = pyoxigraph.parse(content, pyoxigraph.RdfFormat.TURTLE)
        return len({str(quad.object) for quad in triples if quad.predicate.value == _RESULT})


def findings_agree(rows: Sequence[Row]) -> list[str]:
    """What each size says of the numbers of results: a line for each."""
    lines = []
    for data in dict.fromkeys(row.data for row in rows):
        there = {
            row.name: row.results for row in rows if row.data == data and row.results is not None
        }
        wanted = there.get(PYSHACL) if data == SHIPPED else DEFECTS
        if wanted is None:
            lines.append(f"{data}: nothing to compare with, {PYSHACL} was not run")
            continue
        others = [f"{name} has {count}" for name, count in there.items() if count != wanted]
        said = f"MISMATCH, {', '.join(others)}" if others else f"all {len(there)} agree"
        lines.append(f"{data}: {wanted} results, {said}")
    return lines


def table(rows: Sequence[Row]) -> list[str]:
    """The lines of the table of all costs."""
    head = ("data", "validator", "CPU s", "wall s", "peak MB", "x CPU", "x memory", "results")
    lines = [_line(head), "|---|---|--:|--:|--:|--:|--:|--:|"]
    bases = {row.data: row.cost for row in rows if row.name == PYSHACL}
    for row in rows:
        if row.cost is None:
            lines.append(_line((row.data, row.name, row.note, *[""] * 5)))
            continue
        base = bases.get(row.data)
        ratios = (
            (f"{row.cost.cpu / base.cpu:.3f}", f"{row.cost.peak / base.peak:.2f}")
            if base
            else ("", "")
        )
        figures = (f"{row.cost.cpu:.2f}", f"{row.cost.wall:.2f}", f"{row.cost.peak / 1e6:.0f}")
        lines.append(_line((row.data, row.name, *figures, *ratios, str(row.results))))
    return lines


def growth(rows: Sequence[Row]) -> list[str]:
    """The lines of a second table: how CPU and memory grow from one size to the next."""
    lines = [_line(("validator", "from", "to", "x CPU", "x memory")), "|---|--:|--:|--:|--:|"]
    costs = {(row.name, row.data): row.cost for row in rows if row.data != SHIPPED}
    sizes = list(dict.fromkeys(data for _, data in costs))
    for name in dict.fromkeys(row.name for row in rows):
        for before, after in pairwise(sizes):
            one, other = costs.get((name, before)), costs.get((name, after))
            if one and other:
                figures = (f"{other.cpu / one.cpu:.1f}", f"{other.peak / one.peak:.1f}")
                lines.append(_line((name, before, after, *figures)))
    return lines


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def main() -> int:
    """Measure and print. Returns 1 where the findings do not agree."""
    parser = argparse.ArgumentParser(description="Compare the cost of validations.")
    parser.add_argument("--quick", action="store_true", help="the two small sizes alone")
    parser.add_argument("--sizes", type=int, nargs="+", help="numbers of triples")
    parser.add_argument("--runs", type=int, help="how often each case runs; by default by size")
    parser.add_argument("--limit", type=float, default=300, help="seconds for one case")
    parser.add_argument("--only", action="append", help="a validator, as the table calls it")
    parser.add_argument("--prepare", nargs=2, metavar=("DATA", "FOLDER"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.prepare:
        prepare(Path(options.prepare[1]), options.prepare[0])
        return 0
    sizes = options.sizes or (SIZES[:QUICK] if options.quick else SIZES)
    rows: list[Row] = []
    cut: set[str] = set()
    with tempfile.TemporaryDirectory() as folder:
        found = validators(Path(folder))
        found = [one for one in found if not options.only or one.name in options.only]
        for data in (SHIPPED, *map(str, sizes)):
            place = Path(folder) / data
            place.mkdir()
            runs = options.runs or _RUNS.get(data, 1)
            new = compare(found, data, place, runs, options.limit, cut)
            print(*table(new)[2:], sep="\n", file=sys.stderr, flush=True)
            rows += new
    agreement = findings_agree(rows)
    print(", ".join(versions()), "", *table(rows), "", *growth(rows), "", sep="\n")
    print("Findings:", *(f"- {line}" for line in agreement), sep="\n")
    return int(any("MISMATCH" in line for line in agreement))


if __name__ == "__main__":
    sys.exit(main())
