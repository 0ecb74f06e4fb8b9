from __future__ import annotations

import hashlib
import os
import subprocess
import sys

import pyoxigraph
import pytest

import backspasm
from backspasm.errors import FileError
from backspasm.export import EXPORT_FORMATS, export, format_of
from backspasm.serialisation import QUAD_FORMATS
from conftest import SMALL

CODE = """
import hashlib, sys
from backspasm import load
from backspasm.export import export
print(hashlib.sha256(export(load(*sys.argv[2:]), sys.argv[1])).hexdigest())
"""


@pytest.mark.parametrize("name", EXPORT_FORMATS)
def test_same_bytes_for_any_hash_seed_and_order(small: backspasm.Dataset, name: str) -> None:
    here = hashlib.sha256(export(small, name)).hexdigest()
    paths = sorted(str(path) for path in SMALL.iterdir())
    for seed, order in (("1", paths), ("2", paths[::-1]), ("3", paths[2:] + paths[:2])):
        done = subprocess.run(
            [sys.executable, "-c", CODE, name, *order],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stdout.strip() == here


def test_turtle_is_the_union(small: backspasm.Dataset) -> None:
    triples = set(pyoxigraph.parse(export(small), pyoxigraph.RdfFormat.TURTLE))
    assert len(triples) == len({quad.triple for quad in small.quads()})


@pytest.mark.parametrize("name", QUAD_FORMATS)
def test_the_others_keep_graphs_apart(small: backspasm.Dataset, name: str) -> None:
    quads = pyoxigraph.Dataset(pyoxigraph.parse(export(small, name), QUAD_FORMATS[name]))
    assert len({str(quad.graph_name) for quad in quads}) == 3
    assert len(quads) == len(set(small.quads()))


@pytest.mark.parametrize(
    ("output", "name"),
    [
        (None, "turtle"),
        ("a.ttl", "turtle"),
        ("a.TRIG", "trig"),
        ("a.nq", "nquads"),
        ("b/a.jsonld", "jsonld"),
        ("a.graphml", "graphml"),
    ],
)
def test_format_by_the_name_of_the_file(output: str | None, name: str) -> None:
    assert format_of(output) == name


def test_unknown_ending() -> None:
    with pytest.raises(FileError, match=r"a\.json: no format has this ending; add --format"):
        format_of("a.json")


def test_all_formats_hold_the_same_quads(shipped: backspasm.Dataset) -> None:
    held = []
    for name, rdf_format in QUAD_FORMATS.items():
        dataset = pyoxigraph.Dataset(pyoxigraph.parse(export(shipped, name), rdf_format))
        dataset.canonicalize(pyoxigraph.CanonicalizationAlgorithm.RDFC_1_0)
        held.append({str(quad) for quad in dataset})
    assert len(held) == len(QUAD_FORMATS)
    assert all(quads == held[0] for quads in held)
    assert len(held[0]) > 10_000
