"""Files that say nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backspasm.validation.finding import Finding, Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from backspasm.validation.checks.index import Index

__all__ = ["empty_files"]


def empty_files(index: Index) -> Iterator[Finding]:
    """A file of data or shapes without a triple.

    It may have been cut short, or be JSON-LD whose keys are not mapped.
    """
    for source in (*index.material.data, *index.material.shapes):
        if not source.rows and not source.error:
            yield Finding(
                severity="warning",
                rule="empty-file",
                message="The file holds no triple.",
                remedy="See whether something was lost, or leave the file out.",
                place=Place(source.name),
            )
