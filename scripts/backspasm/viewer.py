"""A picture as one HTML file: pan, zoom, hover, click to read the claims; no network."""

from __future__ import annotations

import json
import os
from html import escape
from typing import TYPE_CHECKING

from backspasm.claims import read_claims
from backspasm.files import read_bytes
from backspasm.namespaces import shorten
from backspasm.svg import as_svg

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
    known = json.dumps([_edge(edge, claims) for edge in picture.edges], ensure_ascii=False)
    filled = {
        "TITLE": escape(picture.title),
        "SVG": svg,
        "EDGES": known.replace("<", "\\u003c"),
    }
    for name, content in filled.items():
        template = template.replace(f"<!--{name}-->", content, 1)
    return template


def _edge(edge: Edge, claims: dict[str, Claim]) -> dict[str, object]:
    return {
        "source": edge.source,
        "target": edge.target,
        "predicate": edge.predicate,
        "role": edge.role,
        "certainty": edge.certainty,
        "documents": list(edge.documents),
        "claims": [_claim(claims[iri]) for iri in edge.claims],
    }


def _claim(claim: Claim) -> dict[str, object]:
    return {
        "id": shorten(claim.iri),
        "statement": claim.statement,
        "certainty": claim.certainty.lower(),
        "hedge": list(claim.hedge),
        "polarity": claim.polarity,
        "evidence": [*map(shorten, claim.evidence), *claim.evidence_wording],
        "passages": [
            {
                "document": shorten(place.document),
                "section": place.section,
                "start": place.start,
                "end": place.end,
            }
            for place in claim.passages
        ],
    }
