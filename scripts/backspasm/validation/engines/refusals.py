"""What shifty does otherwise than pyshacl, so that it is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backspasm.errors import ShapesError
from backspasm.validation.engines.messages import MESSAGE, VARIABLE
from backspasm.validation.engines.screen.reading import OddError, read_shapes, truth
from backspasm.validation.engines.terms import SH, parts, shown

if TYPE_CHECKING:
    from backspasm.validation.engines.index import Index

__all__ = ["refusal", "unsupported"]

_SPARQL = f"<{SH}sparql>"
_TRUTHS = ("deactivated", "uniqueLang", "closed", "qualifiedValueShapesDisjoint")


def refusal(what: str, shape: str = "") -> ShapesError:
    """The error for what the engine shifty is not put to."""
    return ShapesError(what, place=shown(shape), remedy="use --engine pyshacl")


def unsupported(shapes: Index) -> None:
    """Refuse shapes of which shifty would say something else than pyshacl.

    These are: ill-formed shapes and constraint components of their own; booleans other than
    `true` and `false`; several SPARQL constraints, or several messages with variables, for
    one result.

    Raises:
        ShapesError: the shapes use one of these.
    """
    try:
        read_shapes(shapes)
    except OddError as error:
        raise refusal("shifty does not check ill-formed shapes or new components") from error
    for name in _TRUTHS:
        for shape in shapes.tables.get(f"<{SH}{name}>", ()):
            try:
                truth(shapes, shape, f"<{SH}{name}>")
            except OddError as error:
                raise refusal(f"sh:{name} is neither true nor false", shape) from error
    for shape, constraints in shapes.tables.get(_SPARQL, {}).items():
        _refuse_sparql(shapes, shape, constraints)


def _refuse_sparql(shapes: Index, shape: str, constraints: list[str]) -> None:
    if len(constraints) > 1:
        raise refusal("shifty does not say which of several SPARQL constraints failed", shape)
    said = [text for one in (shape, *constraints) for text in shapes.objects(one, MESSAGE)]
    if len(said) > 1 and any(VARIABLE.search(parts(text).value) for text in said):
        raise refusal("shifty fills in one message of a SPARQL constraint", shape)
