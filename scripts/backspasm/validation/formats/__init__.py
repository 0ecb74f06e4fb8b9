"""The formats of a report of a validation. Each is a module with `write(report) -> str`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from backspasm.validation.report import Report

__all__ = ["FORMATS", "Format", "writer"]


class Format(NamedTuple):
    """A format.

    Attributes:
        module: the module that writes it.
        media_type: its media type.
        ending: how the names of its files usually end.
    """

    module: str
    media_type: str
    ending: str


FORMATS = {
    "text": Format("backspasm.validation.formats.text", "text/plain", ".txt"),
    "json": Format("backspasm.validation.formats.json_report", "application/json", ".json"),
    "sarif": Format("backspasm.validation.formats.sarif", "application/sarif+json", ".sarif"),
    "junit": Format("backspasm.validation.formats.junit", "application/xml", ".xml"),
    "github": Format("backspasm.validation.formats.github", "text/plain", ".txt"),
    "markdown": Format("backspasm.validation.formats.markdown", "text/markdown", ".md"),
}
"""The formats by their names."""


def writer(name: str) -> Callable[[Report], str]:
    """The function that writes a format, one of `FORMATS`; its module is imported now."""
    from importlib import import_module

    write: Callable[[Report], str] = import_module(FORMATS[name].module).write
    return write
