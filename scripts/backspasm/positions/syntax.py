"""What is wrong with a file that cannot be read or parsed, as a finding."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from backspasm.errors import ParseError
from backspasm.namespaces import PREFIXES
from backspasm.positions.excerpts import MOST_CHARACTERS, excerpt_of
from backspasm.positions.text import MARK, Text
from backspasm.validation.finding import Finding, Place

if TYPE_CHECKING:
    from backspasm.errors import FileError
    from backspasm.validation.material import Source

__all__ = ["unread"]

_NOISE = re.compile(r"^Parser error (?:at|between) line [^:]*: ")
_UNDECLARED = re.compile(r"The prefix ([^ ]*): has not been declared")
_LOCALE = re.compile(r"(?<=[\"']@)([A-Za-z]+(?:-[A-Za-z0-9]+)*_[A-Za-z0-9_-]*)")
_REMEDIES = {
    "\ufeff": "save the file as UTF-8 without a byte order mark",
    "UTF-8": "save the file as UTF-8",
    "Line jumps are not allowed": "end the string on its line, or put three quotes around it",
    "No scheme found": "write the IRI in full, or declare a base with @base",
    "Unexpected end": "finish what is begun here; a statement ends with a dot",
    " dot": "put a semicolon, a comma or a dot before this place",
    "end with a '.'": "put a semicolon, a comma or a dot before this place",
    "end with a ']'": "put a semicolon or a comma before this place, or close the bracket",
    "language subtag": "write a language tag such as en or en-GB",
    "remote contexts": "write the context into the file; nothing is fetched",
}
"""What to do, by what the parser says."""


def unread(source: Source) -> Finding:
    """Say why a file could not be read or parsed, and where.

    Args:
        source: a file with an error.

    Returns:
        A finding of rule `unreadable` or `syntax`. Its place is as near as the parser
        tells: the offending text, or the file.

    Raises:
        ValueError: the file has no error.
    """
    error = source.error
    if error is None:
        raise ValueError(f"{source.name} has no error")
    if not isinstance(error, ParseError):
        return Finding("violation", "unreadable", error.problem, error.remedy, Place(source.name))
    text = Text(source.name, source.content)
    message, place = _NOISE.sub("", error.problem), _place(source, text, error)
    told = getattr(error.__cause__, "msg", None)
    if told:
        head = error.problem.partition(":")[0]
        message = f"{head}: {_NOISE.sub('', told)}".replace("\n", "\\n")
    remedy = (
        _locale(text, place)
        or _remedy(message)
        or (error.remedy if not told else "mend the file at this place")
    )
    lines, column = excerpt_of(text, place)
    return Finding("violation", "syntax", message, remedy, place, lines, excerpt_column=column)


def _place(source: Source, text: Text, error: FileError) -> Place:
    cause = error.__cause__
    line, column = getattr(cause, "lineno", None), getattr(cause, "offset", None)
    marked = source.content.startswith(MARK)
    if not line or not column:
        return _place_in_xml(source, text)
    end_line = getattr(cause, "end_lineno", None) or line
    end_column = getattr(cause, "end_offset", None) or column
    bytewise = _ending(source) == ".jsonld"
    first = _column(text, line, column, marked=marked, bytewise=bytewise)
    last = _column(text, end_line, end_column, marked=marked, bytewise=bytewise)
    return Place(source.name, line, first, end_line, last, "exact")


def _column(text: Text, line: int, told: int, *, marked: bool, bytewise: bool) -> int:
    """The column in code points. pyoxigraph counts bytes in JSON, and counts the mark."""
    if marked and line == 1:
        told -= len(MARK) if bytewise else 1
    if bytewise:
        head = text.line(line).encode("utf-8", "surrogateescape")[: max(0, told - 1)]
        return len(head.decode("utf-8", "ignore")) + max(0, told - 1 - len(head)) + 1
    return max(1, told)


def _ending(source: Source) -> str:
    return os.path.splitext(source.name)[1].lower()


def _place_in_xml(source: Source, text: Text) -> Place:
    """The place where a file is no XML, which the parser of RDF/XML does not tell."""
    from xml.parsers import expat

    if _ending(source) not in (".rdf", ".owl"):
        return Place(source.name)
    parser = expat.ParserCreate()
    try:
        parser.Parse(source.content, True)  # noqa: FBT003 (expat's own signature)
    except expat.ExpatError:
        start = text.offset(max(0, parser.ErrorByteIndex))
        return text.place(start, start, "line")
    return Place(source.name)


def _locale(text: Text, place: Place) -> str:
    """What to do where a language tag is written with `_`, as locales are."""
    if not place.line:
        return ""
    line, first = text.part(place.line, place.column, MOST_CHARACTERS)
    tag = next(
        (
            tag
            for tag in _LOCALE.finditer(line)
            if tag.start(1) < place.column - first + 1 <= tag.end(1)
        ),
        None,
    )
    return f"write {tag[1].replace('_', '-')}, with a hyphen" if tag else ""


def _remedy(message: str) -> str:
    undeclared = _UNDECLARED.search(message)
    if undeclared:
        prefix = undeclared[1]
        return (
            f"declare it at the top of the file: @prefix {prefix}: <{PREFIXES.get(prefix, '…')}> ."
        )
    return next((remedy for sign, remedy in _REMEDIES.items() if sign in message), "")
