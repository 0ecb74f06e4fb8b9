"""What is validated: files that were read once, and what they are checked with."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph

from backspasm.errors import FileError
from backspasm.files import parse_content, read_bytes
from backspasm.positions.file import BY_LINE
from backspasm.positions.labels import Labels
from backspasm.validation.engines import Index
from backspasm.validation.rows import AsTriples, rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from backspasm.validation.rows import Row

__all__ = ["Material", "Source", "read_source"]


@dataclass(frozen=True)
class Source:
    """A file.

    Attributes:
        name: as the user gave it; its ending says the format.
        content: the whole of it; empty where it cannot be read.
        rows: its triples in the order of the text, whatever their graphs, each literal as
            it is written. Blank nodes are named by `Labels`.
        base: the address of the file, against which relative IRIs are resolved.
        error: why it cannot be read or parsed, or None.
    """

    name: str
    content: bytes = b""
    rows: list[Row] = field(default_factory=list)
    base: str = ""
    error: FileError | None = None

    @property
    def triples(self) -> AsTriples:
        """The rows as triples."""
        return AsTriples(self.rows)

    @cached_property
    def odd(self) -> tuple[int, ...]:
        """The numbers of those rows that SHACL 1.0 has no notion of.

        They hold terms of RDF 1.2: triple terms, and literals with a direction.
        """
        return tuple(
            number
            for number, (_, _, value, literal) in enumerate(self.rows)
            if value.startswith("<<")
            # Of literals only those with a language have a direction; to ask each takes long.
            or (literal is not None and value[-1] not in '">' and literal.direction)
        )

    def known(self) -> Iterable[Row]:
        """The rows without the odd ones."""
        if not self.odd:
            return self.rows
        odd = set(self.odd)
        return (row for number, row in enumerate(self.rows) if number not in odd)


@dataclass
class Material:
    """All that a validation looks at.

    Attributes:
        data: the files to check.
        shapes: the files with shapes.
        context: files that the data may refer to, with the vocabulary; not checked.
        derived: what the rules derive from data and context.
        plain: whether these are shapes of others: no vocabulary, nothing derived.
        before: gives the same without the data, or as it was before it changed, all of it
            context; None where there is no data and nothing changed. It does not hold the
            material, which would then hold itself for ever.
    """

    data: list[Source]
    shapes: list[Source]
    context: list[Source] = field(default_factory=list)
    derived: Source = field(default_factory=lambda: Source("derived"))
    plain: bool = False
    before: Callable[[], Material] | None = None

    def graph(self) -> Index:
        """What the shapes are put to: data, context, and what is derived."""
        sources = (*self.data, *self.context, self.derived)
        return Index.of_rows(chain.from_iterable(source.known() for source in sources))

    def shapes_graph(self) -> Index:
        """The triples of the shapes."""
        return Index.of_rows(chain.from_iterable(source.known() for source in self.shapes))


def read_source(name: str, labels: Labels | None = None, content: bytes | None = None) -> Source:
    """Read and parse a file; what is wrong with it is kept, not raised.

    Args:
        name: the file.
        labels: what named the blank nodes of the files before.
        content: what to take for its content; by default what it holds.
    """
    base = Path(name).absolute().as_uri()
    try:
        content = read_bytes(name) if content is None else content
        parsed = parse_content(name, content, base, rename=False)
        labelled = name.lower().endswith(BY_LINE)
        names = (labels or Labels()).of_file(content, labelled=labelled)
        return Source(name, content, rows(_asserted(name, parsed), names), base)
    except FileError as error:
        return Source(name, content or b"", base=base, error=error)


def _asserted(name: str, quads: Iterable[pyoxigraph.Quad]) -> Iterable[pyoxigraph.Quad]:
    """The quads that a file asserts: what stands in a formula of N3 is only quoted."""
    if not name.lower().endswith(".n3"):
        return quads
    return (quad for quad in quads if isinstance(quad.graph_name, pyoxigraph.DefaultGraph))
