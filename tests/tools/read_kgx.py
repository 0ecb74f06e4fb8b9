"""Read KGX tables with kgx, validate them, and print what they hold as JSON.

Arguments: the nodes, the edges, and further Biolink terms to tell about.

The Biolink Model comes from the package biolink-model: kgx would fetch it at import.
"""

from __future__ import annotations

import importlib.resources
import json
import sys
from types import SimpleNamespace
from typing import Any
from unittest import mock

EDGE = 4
"""How many parts the record of an edge has."""

CONTEXTS = ("biolink", "monarch_context", "obo_context")
"""The prefix maps that kgx would fetch."""


def _package() -> Any:
    return importlib.resources.files("biolink_model")


def _prefixes() -> Any:
    path = _package() / "prefixmaps" / "biolink-model-prefix-map.json"
    return json.loads(path.read_text(encoding="utf-8"))


def _toolkit() -> Any:
    """Biolink's own toolkit, which from now on everybody gets without the network."""
    import bmt
    from bmt import toolkit

    schema = str(_package() / "schema" / "biolink_model.yaml")
    answer = SimpleNamespace(text="predicate mappings: []")
    with mock.patch("requests.get", return_value=answer):
        made = toolkit.Toolkit(schema)
    for module in (bmt, toolkit):
        setattr(module, "Toolkit", lambda *_, **__: made)  # noqa: B010 (types forbid assignment)
    return made


def main() -> None:
    biolink = _toolkit()
    from kgx import config

    config.jsonld_context_map.update(dict.fromkeys(CONTEXTS, _prefixes()))
    from kgx.transformer import Transformer
    from kgx.validator import Validator

    nodes: dict[str, dict[str, Any]] = {}
    edges: list[dict[str, Any]] = []
    validator = Validator()

    def inspect(kind: Any, record: Any) -> None:
        validator(kind, record)
        if len(record) == EDGE:
            edges.append(record[-1])
        else:
            nodes[record[0]] = record[-1]

    def source() -> dict[str, Any]:
        return {"filename": sys.argv[1:3], "format": "tsv"}

    Transformer(stream=True).transform(source(), {"format": "null"}, inspector=inspect)
    kept = Transformer()
    kept.transform(source())
    found = {
        "nodes": nodes,
        "edges": edges,
        "kept in memory": kept.store.graph.number_of_edges(),
        "problems": validator.get_errors(),
        "biolink": biolink.get_model_version(),
        "terms": {
            name: _term(biolink, name) for name in sorted(_names(nodes, edges) | set(sys.argv[3:]))
        },
    }
    sys.stdout.write(json.dumps(found, default=str))


def _names(nodes: dict[str, Any], edges: list[dict[str, Any]]) -> set[str]:
    predicates = {edge["predicate"] for edge in edges}
    columns = {f"biolink:{name}" for edge in edges for name in edge}
    return {name for node in nodes.values() for name in node["category"]} | predicates | columns


def _term(biolink: Any, name: str) -> dict[str, Any] | None:
    element = biolink.get_element(name)
    if element is None:
        return None
    return {
        "ancestors": biolink.get_ancestors(name, formatted=True, reflexive=True, mixin=True),
        "predicate": biolink.is_predicate(name),
        "category": biolink.is_category(name),
        "multivalued": bool(getattr(element, "multivalued", False)),
        "domain": _curie(biolink, getattr(element, "domain", None)),
        "range": _curie(biolink, getattr(element, "range", None)),
        "deprecated": element.deprecated,
    }


def _curie(biolink: Any, name: str | None) -> str | None:
    from bmt.utils import format_element

    element = biolink.get_element(name) if name else None
    return format_element(element) if element is not None else name


if __name__ == "__main__":
    main()
