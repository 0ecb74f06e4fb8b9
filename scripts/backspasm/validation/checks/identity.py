"""Identifiers that mean two things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backspasm.namespaces import OWL, RDF, XSD, shorten
from backspasm.validation.checks.targets import SH, TRUE
from backspasm.validation.checks.triples import TYPE
from backspasm.validation.finding import Finding
from backspasm.validation.naming import blank

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from backspasm.validation.checks.index import Index
    from backspasm.validation.rows import Row

__all__ = ["conflicting_ids"]

_ONE = {f'"1"^^<{XSD}{name}>' for name in ("integer", "int", "nonNegativeInteger")}

Said = dict[str, list[str]]
"""What one declaration says of its subject: the values of each property."""


def conflicting_ids(index: Index) -> Iterator[Finding]:
    """A subject that is declared twice, and not as the same.

    It is declared twice when two files speak of it, or, with our own shapes, when one
    file gives it the same type in two places. The two are not the same when a property
    that has one value (`sh:maxCount 1`, `sh:uniqueLang` by language, or
    `owl:FunctionalProperty`) has another value in each, or when each gives it a type that
    the other does not. What one declaration alone says is no conflict.
    """
    many = _declared_twice(index)
    if not many:
        return
    single, by_language = _functional(index)
    for subject, declarations in many.items():
        first_file, first, _ = declarations[0]
        for file, later, mine in declarations[1:]:
            if not mine:
                continue
            for path in sorted(set(first) & set(later)):
                if path == TYPE:
                    pairs = _types(first[path], later[path])
                elif path in single:
                    pairs = _values(first[path], later[path])
                elif path in by_language:
                    pairs = _by_language(first[path], later[path])
                else:
                    continue
                for one, other in pairs:
                    yield _finding(subject, path, (one, other), (first_file, file))


def _finding(subject: str, path: str, values: tuple[str, str], files: tuple[str, str]) -> Finding:
    one, other = map(_text, values)
    where = f"in {files[0]}" if files[0] != files[1] else "before"
    return Finding(
        severity="violation",
        rule="conflicting-id",
        message=f"{_text(subject)} means two things: "
        f"its {shorten(path)} is {other} here and {one} {where}.",
        remedy="Give one of the two another identifier, or merge them.",
        focus=subject,
        path=path,
        value=values[1],
        rivals=((files[0], values[0], f"its {shorten(path)} is {one}"),),
    )


def _text(node: str) -> str:
    return blank(node) if node.startswith(('"', "_:")) else shorten(node)


def _declared_twice(index: Index) -> dict[str, list[tuple[str, Said, bool]]]:
    """The declarations of each named subject that has several.

    Returns:
        For each the name of its file, what it says, and whether it is of the data; those
        of the context come first.
    """
    sources = [*index.material.context, *index.material.data]
    lengths = [len(source.rows) for source in index.material.context]
    files = [*_of_files(index.context.rows, lengths), *index.files]
    if index.plain and len(files) == 1:
        return {}
    homes: dict[str, int] = {}
    twice: set[str] = set()
    for number, rows in enumerate(files):
        types = set()
        for subject, predicate, value, _ in rows:
            if homes.setdefault(subject, number) != number:
                twice.add(subject)
            if predicate == TYPE and not index.plain:
                if (subject, value) in types:
                    twice.add(subject)
                types.add((subject, value))
    twice = {subject for subject in twice if not subject.startswith("_:")}
    if not twice:
        return {}
    mine = {row[0] for row in index.data.rows}
    found: dict[str, list[tuple[str, Said, bool]]] = {}
    for number, (source, rows) in enumerate(zip(sources, files, strict=True)):
        for subject, said in _declarations(rows, twice & mine, split=not index.plain):
            found.setdefault(subject, []).append((source.name, said, number >= len(lengths)))
    return found


def _of_files(rows: list[Row], lengths: Iterable[int]) -> Iterator[list[Row]]:
    start = 0
    for length in lengths:
        yield rows[start : start + length]
        start += length


def _declarations(rows: list[Row], wanted: set[str], *, split: bool) -> Iterator[tuple[str, Said]]:
    """What a file says of subjects, anew from where a type comes that was said before."""
    open_ones: dict[str, Said] = {}
    for subject, predicate, value, _ in rows:
        if subject not in wanted:
            continue
        said = open_ones.setdefault(subject, {})
        if split and predicate == TYPE and value in said.get(TYPE, ()):
            yield subject, said
            said = open_ones[subject] = {}
        said.setdefault(predicate, []).append(value)
    yield from open_ones.items()


def _functional(index: Index) -> tuple[set[str], set[str]]:
    """The properties with one value, and those with one in each language."""
    single = {
        subject
        for part in (index.all, index.shapes)
        for subject in part.instances.get(OWL + "FunctionalProperty", ())
    }
    by_language = set()
    for said in index.shapes.about.values():
        for path in said.get(SH + "path", ()):
            if _ONE & set(said.get(SH + "maxCount", ())):
                single.add(path)
            if TRUE in said.get(SH + "uniqueLang", ()):
                by_language.add(path)
    if not index.plain:
        single |= {RDF + name for name in ("subject", "predicate", "object")}
    return single, by_language


def _types(one: list[str], other: list[str]) -> list[tuple[str, str]]:
    ours, theirs = set(one) - set(other), set(other) - set(one)
    return [(min(ours), min(theirs))] if ours and theirs else []


def _values(one: list[str], other: list[str]) -> list[tuple[str, str]]:
    return [] if set(one) & set(other) else [(min(one), min(other))]


def _by_language(one: list[str], other: list[str]) -> list[tuple[str, str]]:
    def languages(values: list[str]) -> dict[str, str]:
        return {value.rpartition('"')[2].lower(): value for value in sorted(values)}

    ours, theirs = languages(one), languages(other)
    return [
        (ours[tag], theirs[tag])
        for tag in sorted(ours.keys() & theirs.keys())
        if ours[tag] != theirs[tag]
    ]
