"""What shapes and SPARQL constraints say of a result: their sh:message, filled in."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from backspasm.validation.engines.terms import SH, literal, parts, term

if TYPE_CHECKING:
    from collections.abc import Mapping

    from backspasm.validation.engines.index import Index
    from backspasm.validation.engines.result import Result

__all__ = ["MESSAGE", "fill", "said", "templates"]

MESSAGE = f"<{SH}message>"
VARIABLE = re.compile(r"\{[?$](\w+)\}")


def said(result: Result, shapes: Index) -> Result:
    """The result with the messages of its shape, where its constraint is of SHACL Core.

    What stands in a message of SPARQL depends on the solution, so there it is the engine's.
    """
    if not _is_core(result.component):
        return result
    own = tuple(sorted(shapes.objects(term(result.shape), MESSAGE)))
    return replace(result, messages=own)


def _is_core(component: str) -> bool:
    return component.startswith(SH) and not component.endswith("#SPARQLConstraintComponent")


def templates(result: Result, shapes: Index) -> list[str]:
    """The messages of the SPARQL constraint of a result and of its shape, as they are written."""
    owners = [one for one in (result.constraint, result.shape) if one]
    return sorted({text for one in owners for text in shapes.objects(term(one), MESSAGE)})


def fill(template: str, bindings: Mapping[str, str]) -> str:
    """A message with its variables replaced (SHACL, section 5.3.2).

    Args:
        template: a literal, as a term.
        bindings: terms by the names of variables; of an IRI the IRI, of a literal the text
            goes into the message.

    Returns:
        A plain literal, as a term.
    """
    text = parts(template).value
    return literal(VARIABLE.sub(lambda found: plain(bindings.get(found[1], found[0])), text))


def plain(value: str) -> str:
    """What stands for a term in a message."""
    if value.startswith('"'):
        return parts(value).value
    return value[1:-1] if value.startswith("<") else value.removeprefix("_:")
