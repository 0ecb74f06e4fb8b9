"""Places for findings, and which of them lie in the context alone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from backspasm.validation.finding import Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from backspasm.validation.finding import Finding
    from backspasm.validation.material import Material, Source

__all__ = ["Placing"]


class Placing:
    """Gives the findings of a material their places. Where all is well, nothing is loaded.

    Args:
        material: what was read.
    """

    def __init__(self, material: Material) -> None:
        self._material = material

    def in_data(self, found: Sequence[Finding]) -> list[Finding]:
        """The findings in their order, with places in data and context."""
        return self._located(found, self._material.data, self._material.context)

    def anywhere(self, found: Sequence[Finding]) -> list[Finding]:
        """The findings in their order, with places in data, context and shapes."""
        material = self._material
        return self._located(found, material.data, [*material.context, *material.shapes])

    def in_shapes(self, found: Sequence[Finding]) -> list[Finding]:
        """The findings in their order; where nothing nearer is known, with a file of shapes."""
        names = [source.name for source in self._material.shapes]
        return [
            replace(one, place=Place(names[0])) if one.place is None and len(names) == 1 else one
            for one in self.anywhere(found)
        ]

    def in_context(self, found: Sequence[Finding]) -> list[Finding]:
        """Those of findings that have their places in the context alone."""
        names = {source.name for source in self._material.context}
        return [one for one in found if (files := _files(one)) and files <= names]

    def _located(
        self, found: Sequence[Finding], data: list[Source], beside: list[Source]
    ) -> list[Finding]:
        if not found:
            return []
        from backspasm.validation.locating import Locator

        names = {source.name for source in data}
        others = {source.name: source for source in beside if source.name not in names}
        locator = Locator(data, list(others.values()))
        return [locator.locate(finding) for finding in found]


def _files(finding: Finding) -> set[str]:
    places = [finding.place, *(place for place, _ in finding.related)]
    return {place.file for place in places if place}
