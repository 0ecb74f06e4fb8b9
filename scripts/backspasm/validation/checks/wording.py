"""Messages of SPARQL constraints that name variables which there are not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from backspasm.namespaces import shorten
from backspasm.validation.checks.targets import SH
from backspasm.validation.finding import Finding
from backspasm.validation.naming import blank

if TYPE_CHECKING:
    from collections.abc import Iterator

    from backspasm.validation.checks.index import Index

__all__ = ["unknown_variables"]

KNOWN = frozenset("this value path PATH shapesGraph currentShape".split())
"""What is bound in any case (SHACL, sections 5.2.1, 5.3.1 and 5.3.2)."""

_PLACE = re.compile(r"\{[?$](\w+)\}")
_VARIABLE = re.compile(r"[?$](\w+)")


def unknown_variables(index: Index) -> Iterator[Finding]:
    """A message with `{?name}` where the query of its constraint has no such variable.

    Only for the constraints of `sh:sparql`: in those of components the parameters are
    bound as well (SHACL, section 6.2.3).
    """
    for shape, said in index.shapes.about.items():
        for node in said.get(SH + "sparql", ()):
            constraint = index.shapes.about.get(node, {})
            queries = constraint.get(SH + "select", [])
            known = {name for query in queries for name in _VARIABLE.findall(query)} | KNOWN
            if not queries:
                continue
            messages = [(node, message) for message in constraint.get(SH + "message", ())]
            messages += [(shape, message) for message in said.get(SH + "message", ())]
            for holder, message in messages:
                for name in sorted(set(_PLACE.findall(message)) - known):
                    yield Finding(
                        severity="warning",
                        rule="unknown-variable",
                        message=f"The message of {_text(shape)} has {{?{name}}}, "
                        "but its query does not.",
                        remedy="Name a variable that the query selects.",
                        focus=holder,
                        path=SH + "message",
                        value=message,
                        shape=shape,
                    )


def _text(node: str) -> str:
    return blank(node) if node.startswith("_:") else shorten(node)
