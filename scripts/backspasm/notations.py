"""A picture in the notations of other tools: Mermaid, DOT and GraphML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backspasm import graphml
from backspasm.namespaces import shorten
from backspasm.svg import COLOURS
from backspasm.tables import plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from backspasm.picture import Edge, Node, Picture

__all__ = ["as_dot", "as_graphml", "as_mermaid"]

_NODE_KEYS: dict[str, Callable[[Node], str]] = {
    "label": lambda node: node.label,
    "kind": lambda node: node.kind,
}

_EDGE_KEYS: dict[str, Callable[[Edge], str]] = {
    "predicate": lambda edge: edge.predicate,
    "role": lambda edge: edge.role,
    "certainty": lambda edge: edge.certainty,
    "firm": lambda edge: str(edge.firm).lower(),
    "documents": lambda edge: "; ".join(edge.documents),
    "limits": lambda edge: "; ".join(edge.limits),
    "claims": lambda edge: " ".join(map(shorten, edge.claims)),
}


def as_mermaid(picture: Picture) -> str:
    """A Mermaid flowchart (Mermaid 11, "Flowcharts").

    Firm edges are thick; the others are full lines where stated or likely, and dotted
    where possible. The label says what is denied.
    """
    names = {node.iri: f"n{number}" for number, node in enumerate(picture.nodes)}
    lines = ["---", f"title: {_quoted(picture.title)}", "---", "flowchart LR"]
    lines += [f"  %% {plain(picture.note)}"] if picture.note else []
    for node in picture.nodes:
        kind = f":::{node.kind}" if node.kind else ""
        lines.append(f'  {names[node.iri]}["{_entities(node.label)}"]{kind}')
    for edge in picture.edges:
        arrow = "==>" if edge.firm else "-.->" if edge.certainty == "Possible" else "-->"
        if edge.role == "denied":
            arrow = "--x"
        text = _entities(edge.words)
        lines.append(f'  {names[edge.source]} {arrow}|"{text}"| {names[edge.target]}')
    kinds = sorted({node.kind for node in picture.nodes} - {""})
    lines += [
        f"  classDef {kind} fill:{COLOURS.get(kind, '#FFFFFF')},stroke:#555555,color:#000000"
        for kind in kinds
    ]
    return "\n".join(lines) + "\n"


def as_dot(picture: Picture) -> str:
    """A graph in the DOT language of Graphviz."""
    styles = {"Stated": "solid", "Likely": "dashed", "Possible": "dotted"}
    lines = [
        "digraph {",
        f"  graph [rankdir=LR label={_quoted(picture.title)} labelloc=t]",
        '  node [shape=box style="rounded,filled" fontname="Helvetica"]',
    ]
    for node in picture.nodes:
        fill = COLOURS.get(node.kind, "#FFFFFF")
        lines.append(
            f"  {_quoted(shorten(node.iri))} [label={_quoted(node.label)} "
            f'fillcolor="{fill}" class={_quoted(node.kind)} penwidth={3 if node.focus else 1}]'
        )
    lines += [
        f"  {_quoted(shorten(edge.source))} -> {_quoted(shorten(edge.target))} "
        f"[tooltip={_quoted(edge.words)} style={styles.get(edge.certainty, 'solid')} "
        f"penwidth={2 if edge.firm else 1} {_dot_role(edge)}]"
        for edge in picture.edges
    ]
    return "\n".join([*lines, "}"]) + "\n"


def _dot_role(edge: Edge) -> str:
    """What tells the roles of edges apart: the arrowhead, and a label where it is no cause."""
    if edge.role == "causal":
        return f"arrowhead={'normal' if edge.firm else 'empty'}"
    looks = {"denied": 'arrowhead=tee color="#AA2222"', "kind": 'arrowhead=onormal color="#888888"'}
    look = looks.get(edge.role, 'arrowhead=vee color="#2266AA"')
    return f"{look} label={_quoted(edge.words)}"


def as_graphml(picture: Picture) -> str:
    """A directed graph in GraphML 1.0, with the CURIEs of concepts as ids.

    Nodes have "label" and "kind"; edges "predicate", "role", "certainty", "firm",
    "documents", "limits" and "claims".
    """
    return graphml.as_graphml(
        [
            graphml.Point(
                shorten(node.iri), {name: read(node) for name, read in _NODE_KEYS.items()}
            )
            for node in picture.nodes
        ],
        [
            graphml.Arrow(
                f"e{number}",
                shorten(edge.source),
                shorten(edge.target),
                {name: read(edge) for name, read in _EDGE_KEYS.items()},
            )
            for number, edge in enumerate(picture.edges)
        ],
        point_keys=_NODE_KEYS,
        arrow_keys=_EDGE_KEYS,
        booleans=["firm"],
    )


def _quoted(text: str) -> str:
    return '"' + plain(text).replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ") + '"'


def _entities(text: str) -> str:
    """A text for Mermaid, whose entities start with `#`."""
    return plain(text).replace("#", "#35;").replace('"', "#quot;").replace("<", "#lt;")
