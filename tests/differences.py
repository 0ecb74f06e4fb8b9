"""Pairs of versions: those of `tests/data/diff`, and random ones.

Run this file as a program to write what is expected of the former anew.
"""

from __future__ import annotations

import json
from pathlib import Path

import pyoxigraph
from hypothesis import strategies as st
from pyoxigraph import BlankNode, NamedNode, Quad, Triple

from backspasm.versions.difference import Difference, compare_versions
from backspasm.versions.difference_json import as_json
from backspasm.versions.revisions import open_versions

CASES = Path(__file__).parent / "data" / "diff"
NAMES = sorted(path.name for path in CASES.iterdir())

PREDICATES = [NamedNode(f"urn:p:{n}") for n in range(2)]
GRAPHS = [pyoxigraph.DefaultGraph(), NamedNode("urn:g:1")]

nodes = st.integers(0, 5).map(lambda n: BlankNode(f"n{n}"))
things = st.integers(0, 2).map(lambda n: NamedNode(f"urn:s:{n}"))
literals = st.sampled_from([pyoxigraph.Literal("a"), pyoxigraph.Literal("a", language="en")])
graphs = st.sampled_from(GRAPHS) | nodes
triples = st.builds(Triple, nodes | things, st.sampled_from(PREDICATES), nodes | things)
quads = st.lists(
    st.builds(
        Quad,
        nodes | things,
        st.sampled_from(PREDICATES),
        nodes | things | literals | triples,
        graphs,
    ),
    max_size=12,
)


def compared(case: str, *, turned: bool = False) -> Difference:
    old, new = (next((CASES / case).glob(f"{side}.*")) for side in ("old", "new"))
    pair = (new, old) if turned else (old, new)
    return compare_versions(*open_versions(*map(str, pair)))


def told(case: str) -> dict[str, object]:
    """What is told of a case, without the names of the files."""
    document = json.loads(as_json(compared(case)))
    for side in ("old", "new"):
        del document[side]["place"]
    return dict(document)


if __name__ == "__main__":
    for name in NAMES:
        path = CASES / name / "expected.json"
        path.write_text(json.dumps(told(name), ensure_ascii=False, indent=1) + "\n", "utf-8")
