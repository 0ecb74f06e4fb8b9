"""Passages that lie outside their document."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from backspasm.namespaces import BSV, OA, shorten
from backspasm.validation.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from backspasm.validation.checks.index import Index

__all__ = ["passages_outside"]

_NUMBER = re.compile(r'"(\d+)"\^\^')
_FRAGMENT = re.compile(r"(.*)#char=(\d+),(\d+)\Z")


def passages_outside(index: Index) -> Iterator[Finding]:
    """A `bsv:Passage` that is not within its document, by what the data says of both.

    Its end must be behind its start and within `bsv:characters`; an IRI that names
    document and offsets (RFC 5147) must name those of its properties; and the passages
    of one claim must lie in one document.

    Only for shapes of others: ours say all of this, by `bsh:passage-start`,
    `bsh:passage-inside`, `bsh:passage-name`, `bsh:claim-name` and `bsh:claim-source`.
    """
    for passage in index.data.instances.get(BSV + "Passage", ()):
        yield from _faults(index, passage)
    for claim in index.data.instances.get(BSV + "Claim", ()):
        homes: dict[str, str] = {}
        for passage in index.data.values(claim, BSV + "passage"):
            for document in index.all.values(passage, OA + "hasSource"):
                homes.setdefault(document, passage)
        if len(homes) > 1:
            first, *others = sorted(homes)
            yield _finding(
                claim,
                BSV + "passage",
                homes[others[0]],
                f"The claim has passages in {shorten(first)} and in {shorten(others[0])}.",
                "Write one claim for each document.",
            )


def _faults(index: Index, passage: str) -> Iterator[Finding]:
    starts, ends, sources = (
        index.all.values(passage, OA + name) for name in ("start", "end", "hasSource")
    )
    start, end = _number(starts), _number(ends)
    lengths = [_number(index.all.values(one, BSV + "characters")) for one in sources]
    length = lengths[0] if len(lengths) == 1 else None
    if end is not None and start is not None and start >= end:
        text = f"The passage starts at {start} and ends at {end}."
        yield _finding(passage, OA + "end", ends[0], text, "Let its end be behind its start.")
    if end is not None and length is not None and end > length:
        text = f"The passage ends at {end}, but its document has {length} characters."
        yield _finding(
            passage, OA + "end", ends[0], text, "Let the passage end within its document."
        )
    named = _FRAGMENT.match(passage)
    if named is None:
        return
    said = ("hasSource", sources, sources[0] if sources else "", named[1])
    offsets = (("start", starts, start, int(named[2])), ("end", ends, end, int(named[3])))
    for name, values, value, told in (said, *offsets):
        if values and value is not None and value != told:
            text = f"The name of the passage and its oa:{name} differ."
            remedy = "Name the passage by its document, start and end."
            yield _finding(passage, OA + name, values[0], text, remedy)


def _finding(focus: str, path: str, value: str, message: str, remedy: str) -> Finding:
    rule = "passage-outside-document"
    return Finding("violation", rule, message, remedy, focus=focus, path=path, value=value)


def _number(values: list[str]) -> int | None:
    found = _NUMBER.match(values[0]) if len(values) == 1 else None
    return int(found[1]) if found else None
