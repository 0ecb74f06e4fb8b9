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

__all__ = ["MESSAGE", "fill", "said", "stated", "templates"]

MESSAGE = f"<{SH}message>"
_SELECT = f"<{SH}select>"
_VALIDATORS = [f"<{SH}{kind}>" for kind in ("validator", "nodeValidator", "propertyValidator")]
_MESSAGE_BOUND = re.compile(r"[?$]message\b")
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


def stated(result: Result, shapes: Index) -> list[str]:
    """The messages of a result that stand in the shapes graph.

    They stand with its shape, its constraint, its component (section 6.2) or a validator of
    that. An engine may add others of its own.
    """
    if _is_core(result.component):
        return list(result.messages)
    if any(
        _MESSAGE_BOUND.search(text) for text in shapes.objects(term(result.constraint), _SELECT)
    ):
        return list(result.messages)
    component = term(result.component)
    owners = [term(one) for one in (result.constraint, result.shape) if one] + [component]
    owners += [node for kind in _VALIDATORS for node in shapes.objects(component, kind)]
    written = {text for one in owners for text in shapes.objects(one, MESSAGE)}
    return [one for one in result.messages if any(_is_filled(one, each) for each in written)]


def _is_filled(message: str, template: str) -> bool:
    """Whether a message is a template with its variables replaced."""
    if not template.startswith('"') or not message.startswith('"'):
        return False
    pieces = VARIABLE.split(parts(template).value)[::2]
    pattern = ".*".join(map(re.escape, pieces))
    return re.fullmatch(pattern, parts(message).value, re.DOTALL) is not None


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
