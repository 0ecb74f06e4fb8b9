"""A picture as one HTML file: pan, zoom, hover, click to read the claims; no network."""

from __future__ import annotations

import json
import os
from html import escape
from typing import TYPE_CHECKING

from backspasm.claim_json import claim_entry
from backspasm.claims import labels_of, read_claims
from backspasm.files import read_bytes
from backspasm.svg import as_svg
from backspasm.tables import plain

if TYPE_CHECKING:
    from backspasm.claims import Claim
    from backspasm.graph import Graph
    from backspasm.picture import Edge, Picture

__all__ = ["as_html"]

_TEMPLATE = os.path.join(os.path.dirname(__file__), "viewer.html")


def as_html(graph: Graph, picture: Picture) -> str:
    """A picture as an HTML page that works offline.

    The page holds the SVG, the claims of each edge and the code that shows them. Its
    content security policy (CSP level 3, `default-src 'none'`) forbids it to load anything.

    Args:
        graph: where the claims are.
        picture: what to show.
    """
    template = read_bytes(_TEMPLATE).decode()
    svg = as_svg(picture)
    claims = read_claims(graph, (iri for edge in picture.edges for iri in edge.claims))
    labels = labels_of(graph, {iri for claim in claims.values() for iri in claim.named})
    edges = [_edge(edge, claims, labels) for edge in picture.edges]
    filled = {
        "TITLE": escape(plain(picture.title)),
        "SVG": svg,
        "EDGES": json.dumps(edges, ensure_ascii=False).replace("<", "\\u003c"),
    }
    for name, content in filled.items():
        template = template.replace(f"<!--{name}-->", content, 1)
    return template


def _edge(edge: Edge, claims: dict[str, Claim], labels: dict[str, str]) -> dict[str, object]:
    return {
        "source": edge.source,
        "target": edge.target,
        "words": edge.words,
        "claims": [claim_entry(claims[iri], labels) for iri in edge.claims if iri in claims],
    }
