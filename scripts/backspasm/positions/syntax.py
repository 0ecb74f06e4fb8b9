"""What is wrong with a file that cannot be parsed, and where."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from backspasm.namespaces import PREFIXES
from backspasm.positions.excerpts import MOST_CHARACTERS, excerpt_of
from backspasm.positions.file import ending_of
from backspasm.positions.place import Place
from backspasm.positions.text import MARK, Text

if TYPE_CHECKING:
    from backspasm.errors import ParseError
    from backspasm.positions.file import File

__all__ = ["Unparsed", "unparsed"]

_NOISE = re.compile(r"^Parser error (?:at|between) line [^:]*: ")
_UNDECLARED = re.compile(r"The prefix ([^ ]*): has not been declared")
_LOCALE = re.compile(r"(?<=[\"']@)([A-Za-z]+(?:-[A-Za-z0-9]+)*_[A-Za-z0-9_-]*)")
_REMEDIES = {
    "U+FEFF": "save the file as UTF-8 without a byte order mark",
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


class Unparsed(NamedTuple):
    """What is wrong with a file.

    Attributes:
        message: what is wrong, in one sentence.
        remedy: what to do.
        place: where, as near as the parser tells: the offending text, or the file.
        excerpt: the first lines of the place.
        excerpt_column: the column of the first character of the excerpt.
    """

    message: str
    remedy: str
    place: Place
    excerpt: tuple[str, ...]
    excerpt_column: int


def unparsed(file: File, error: ParseError) -> Unparsed:
    """Say why a file could not be parsed, and where.

    Args:
        file: a file.
        error: its error.
    """
    text = Text(file.name, file.content)
    message = _NOISE.sub("", error.problem)
    told = getattr(error.__cause__, "msg", None)
    if told:
        head = error.problem.partition(":")[0]
        message = f"{head}: {_NOISE.sub('', told)}"
    place = _place(file, text, error)
    message = _visible(message)
    remedy = (
        _locale(text, place)
        or _remedy(message)
        or (error.remedy if not told else "mend the file at this place")
    )
    return Unparsed(message, remedy, place, *excerpt_of(text, place))


def _visible(text: str) -> str:
    """A text in which line ends are escaped, and what else cannot be seen has its code."""
    escaped = text.replace("\n", "\\n")
    return "".join(each if each.isprintable() else f"U+{ord(each):04X}" for each in escaped)


def _place(file: File, text: Text, error: ParseError) -> Place:
    cause = error.__cause__
    line, column = getattr(cause, "lineno", None), getattr(cause, "offset", None)
    if not line or not column:
        return _refused(file, text, error) or Place(file.name)
    end_line = getattr(cause, "end_lineno", None) or line
    end_column = getattr(cause, "end_offset", None) or column
    marked, bytewise = file.content.startswith(MARK), ending_of(file) == ".jsonld"
    first = _column(text, line, column, marked=marked, bytewise=bytewise)
    last = _column(text, end_line, end_column, marked=marked, bytewise=bytewise)
    return Place(file.name, line, first, end_line, last, "exact")


def _refused(file: File, text: Text, error: ParseError) -> Place | None:
    """The place of what the parser refuses without a place."""
    from backspasm.positions.refusals import refused_in_json_ld, refused_in_xml

    if error.__cause__ is None:
        return None
    if ending_of(file) in (".rdf", ".owl"):
        return refused_in_xml(text, file.content, file.base)
    if ending_of(file) == ".jsonld":
        return refused_in_json_ld(text, error.problem)
    return None


def _column(text: Text, line: int, told: int, *, marked: bool, bytewise: bool) -> int:
    """The column in code points. pyoxigraph counts bytes in JSON, and counts the mark."""
    if marked and line == 1:
        told -= len(MARK) if bytewise else 1
    if bytewise:
        head = text.line(line).encode("utf-8", "surrogateescape")[: max(0, told - 1)]
        return len(head.decode("utf-8", "ignore")) + max(0, told - 1 - len(head)) + 1
    return max(1, told)


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
