"""The index: the material of a validation as the checks look at it, each part built once."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from backspasm.validation.checks.triples import Triples

if TYPE_CHECKING:
    from backspasm.validation.engines import Index as Graph
    from backspasm.validation.material import Material

__all__ = ["Index"]


class Index:
    """What the checks share.

    Attributes:
        material: what was read.
        files: the triples of each data file, in the order of `material.data`.
        data: the triples of all data files.
        context: the triples that the data may refer to, with the vocabulary.
        derived: what the rules gave.
        shapes: the triples of the shapes.
        whole: whether the data is a dataset as a whole.
    """

    def __init__(self, material: Material, *, whole: bool = True) -> None:
        self.whole = whole
        self.material = material
        self.files = [source.rows for source in material.data]
        self.data = Triples(*self.files)
        self.context = Triples(*(source.rows for source in material.context))
        self.derived = Triples(material.derived.rows)
        self.shapes = Triples(*(source.rows for source in material.shapes))

    @property
    def plain(self) -> bool:
        """Whether the shapes are those of others."""
        return self.material.plain

    @cached_property
    def all(self) -> Triples:
        """What the shapes are put to: data, context, and what is derived."""
        if not self.context.rows and not self.derived.rows:
            return self.data
        return Triples(self.data.rows, self.context.rows, self.derived.rows)

    @cached_property
    def shapes_graph(self) -> Graph:
        """The shapes as the engines have them."""
        return self.material.shapes_graph()
