"""The types of the documents: JSON Schemas, and TypeScript declarations made from them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from backspasm.distribution import Distribution
from backspasm.exchange.json_documents import FOLDER
from backspasm.json_schema import schemas
from backspasm.typescript import declarations, module

if TYPE_CHECKING:
    from backspasm.graph import Graph

__all__ = ["files"]

_TYPESCRIPT = "text/plain"
"""IANA has no media type for TypeScript, and `.ts` stands there for video."""


def files(_: Graph) -> list[Distribution]:
    """The schema of each kind of documents and of the index, and the declarations.

    They hang on shapes, context, frames and vocabulary alone, and on no data. `index.d.ts` has
    all types; `types/KIND.d.ts` gives the documents of a kind theirs, where they are imported.
    """
    made = [Distribution(f"{FOLDER}/index.d.ts", _TYPESCRIPT, declarations(schemas()).encode())]
    for name, schema in sorted(schemas().items()):
        text = json.dumps(schema, indent=1, ensure_ascii=False) + "\n"
        schema_file = f"{FOLDER}/schema/{name}.schema.json"
        made.append(Distribution(schema_file, "application/schema+json", text.encode()))
        types = f"{FOLDER}/types/{name}.d.ts"
        made.append(Distribution(types, _TYPESCRIPT, module(schema).encode()))
    return sorted(made)
