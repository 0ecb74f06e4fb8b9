"""The types of the documents: JSON Schemas, and TypeScript declarations made from them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from backspasm.distribution import Distribution
from backspasm.exchange.json_documents import FOLDER
from backspasm.json_schema import schemas

if TYPE_CHECKING:
    from backspasm.graph import Graph

__all__ = ["files"]


def files(_: Graph) -> list[Distribution]:
    """The schema of each kind of documents and of the index, and the declarations.

    They hang on shapes, context, frames and vocabulary alone, and on no data.
    """
    return [
        Distribution(
            f"{FOLDER}/schema/{name}.schema.json",
            "application/schema+json",
            (json.dumps(schema, indent=1, ensure_ascii=False) + "\n").encode(),
        )
        for name, schema in sorted(schemas().items())
    ]
