"""Each notation is read back by the tool that it is made for."""

from __future__ import annotations

import io

import networkx as nx
import pygraphviz
import pytest

import backspasm
from backspasm import picture
from backspasm.namespaces import shorten
from backspasm.notations import as_dot, as_graphml, as_mermaid


@pytest.fixture(scope="module")
def drawn(shipped: backspasm.Dataset) -> picture.Picture:
    return picture.whole(shipped)


def test_graphml(drawn: picture.Picture) -> None:
    read = nx.read_graphml(io.BytesIO(as_graphml(drawn).encode()), force_multigraph=True)
    assert {(n, d["label"], d["kind"]) for n, d in read.nodes(data=True)} == {
        (shorten(node.iri), node.label, node.kind) for node in drawn.nodes
    }
    assert {
        (s, o, d["predicate"], d["certainty"], d["firm"], d["claims"])
        for s, o, d in read.edges(data=True)
    } == {
        (
            shorten(edge.source),
            shorten(edge.target),
            edge.predicate,
            edge.certainty,
            edge.firm,
            " ".join(map(shorten, edge.claims)),
        )
        for edge in drawn.edges
    }


def test_dot(drawn: picture.Picture) -> None:
    read = pygraphviz.AGraph(string=as_dot(drawn))
    assert {node.name: node.attr["label"] for node in read.nodes()} == {
        shorten(node.iri): node.label for node in drawn.nodes
    }
    assert len(read.edges()) == len(drawn.edges)


def test_mermaid(drawn: picture.Picture) -> None:
    lines = as_mermaid(drawn).splitlines()
    assert lines[:4] == ["---", 'title: "What causes what"', "---", "flowchart LR"]
    assert sum("|" in line for line in lines) == len(drawn.edges)
    assert sum("denied: associated with" in line and "--x" in line for line in lines) == 1


def test_names_with_marks_of_the_notation(drawn: picture.Picture) -> None:
    nasty = drawn.nodes[0]._replace(label='a "b" <c> #d \\ & e')
    changed = drawn._replace(nodes=(nasty, *drawn.nodes[1:]))
    assert '"a #quot;b#quot; #lt;c> #35;d \\ & e"' in as_mermaid(changed)
    name = shorten(nasty.iri)
    graph = nx.read_graphml(io.BytesIO(as_graphml(changed).encode()), force_multigraph=True)
    assert graph.nodes[name]["label"] == nasty.label
    svg = pygraphviz.AGraph(string=as_dot(changed)).draw(format="svg", prog="dot").decode()
    assert ">a &quot;b&quot; &lt;c&gt; #d \\ &amp; e<" in svg.replace("&#160;", " ")
