"""What shapes refer to and is not there: other shapes, and other files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backspasm.namespaces import OWL, shorten
from backspasm.validation.checks.nearness import did_you_mean
from backspasm.validation.checks.targets import SH, SHAPE_TYPES
from backspasm.validation.checks.triples import FIRST, REST, TYPE
from backspasm.validation.finding import Finding
from backspasm.validation.rows import is_iri

if TYPE_CHECKING:
    from collections.abc import Iterator

    from backspasm.validation.checks.index import Index

__all__ = ["missing_shapes", "unread_imports"]

_SINGLES = ("node", "not", "qualifiedValueShape")
_LISTS = ("and", "or", "xone")
_IMPORTS = OWL + "imports"


def missing_shapes(index: Index) -> Iterator[Finding]:
    """A reference to a shape of which the shapes say nothing: all conforms to such a shape.

    Values of `sh:property` are left out: without `sh:path` they are told of as ill-formed.
    """
    about = index.shapes.about
    known = [node for node, said in about.items() if _says_something(said) and is_iri(node)]
    for shape, said in about.items():
        references = [(SH + name, value) for name in _SINGLES for value in said.get(SH + name, ())]
        references += [
            (f"<{SH}{name}>/<{REST}>*/<{FIRST}>", member)
            for name in _LISTS
            for head in said.get(SH + name, ())
            for member in index.shapes.members(head)
        ]
        for path, value in references:
            if is_iri(value) and not _says_something(about.get(value, {})):
                yield Finding(
                    severity="warning",
                    rule="missing-shape",
                    message=f"There is no shape {shorten(value)}, so all conforms to it.",
                    remedy=did_you_mean(
                        value, known, "Correct the name, or name the file of the shape too."
                    ),
                    focus=shape,
                    path=path,
                    value=value,
                    shape=shape,
                )


def _says_something(said: dict[str, list[str]]) -> bool:
    """Whether what is said of a node is said of a shape."""
    typed = bool(SHAPE_TYPES.intersection(said.get(TYPE, ())))
    return typed or any(path.startswith(SH) for path in said)


def unread_imports(index: Index) -> Iterator[Finding]:
    """A graph that the shapes import (SHACL, section 3.1) and that is none of the files named.

    Nothing is fetched. A file is known by its own address, and by the ontology in it, which may
    be one of prefixes alone.
    """
    about = index.shapes.about
    known = {SH, *(source.base for source in index.material.shapes)}
    for subject, said in about.items():
        if OWL + "Ontology" in said.get(TYPE, ()) or SH + "declare" in said:
            known.update((subject, *said.get(OWL + "versionIRI", ())))
    known = {iri.rstrip("#") for iri in known}
    for subject, said in about.items():
        for value in said.get(_IMPORTS, ()):
            if value.rstrip("#") not in known:
                yield Finding(
                    severity="warning",
                    rule="unread-import",
                    message=f"The shapes import {shorten(value)}, which was not read.",
                    remedy="Name its file with --shapes; nothing is fetched.",
                    focus=subject,
                    path=_IMPORTS,
                    value=value,
                )
