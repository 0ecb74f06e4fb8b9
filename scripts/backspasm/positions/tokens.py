"""The words of Turtle, TriG, N-Triples and N-Quads, with where they stand.

The text was parsed before, so what is not allowed need not be refused here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["BLANK", "IRI", "LANGUAGE", "MARK", "NAME", "NUMBER", "STRING", "WORD", "tokens"]

IRI, NAME, WORD, BLANK, STRING, NUMBER, LANGUAGE, MARK = range(1, 9)
"""The kinds of token: `<…>`, a prefixed name, a bare word such as `a`, a blank node's label,
a string without its suffix, a number, `@` with what follows, and a mark such as `;`."""

# RDF 1.1 Turtle, section 6.5: PN_CHARS_BASE, PN_CHARS_U and PN_CHARS.
_BASE = (
    "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d"
    "\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_START = rf"{_BASE}_0-9"
_INNER = rf"{_START}\-\u00b7\u0300-\u036f\u203f-\u2040"
_WORD = rf"[{_BASE}][{_INNER}]*+(?:\.++[{_INNER}]++)*+"
_ESCAPE = r"%[0-9A-Fa-f]{2}|\\."
_LOCAL = (
    rf"(?:[{_START}:]|{_ESCAPE})(?:[{_INNER}:]++|{_ESCAPE})*+"
    rf"(?:\.++(?:[{_INNER}:]++|{_ESCAPE})++)*+"
)
_STRING = (
    r'"""(?:[^"\\]++|\\.|"(?!""))*+"""'
    r"|'''(?:[^'\\]++|\\.|'(?!''))*+'''"
    r'|"(?:[^"\\]++|\\.)*+"'
    r"|'(?:[^'\\]++|\\.)*+'"
)
_EXPONENT = r"[eE][+-]?[0-9]+"
_NUMBER = rf"[+-]?(?:[0-9]++\.?[0-9]*+{_EXPONENT}|\.[0-9]++{_EXPONENT}|[0-9]*+\.[0-9]++|[0-9]++)"
_LANGUAGE = r"@[A-Za-z]++(?:-[A-Za-z0-9]++)*+(?:--[A-Za-z]++)?"
_MARK = r"<<\(|\)>>|<<|>>|\{\||\|\}|\^\^|[][(){}.,;~]"

_TOKEN = re.compile(
    r"(?:[ \t\r\n]++|\#[^\r\n]*+)*+(?:"
    rf"(<(?!<)[^>]*+>)|((?:{_WORD})?:(?:{_LOCAL})?)|({_WORD})"
    rf"|(_:[{_START}][{_INNER}]*+(?:\.[{_INNER}]++)*+)"
    rf"|({_STRING})|({_NUMBER})|({_LANGUAGE})|({_MARK}))",
    re.DOTALL,
)


def tokens(text: str) -> Iterator[tuple[int, int, int]]:
    """The tokens of a text, up to what is none.

    Args:
        text: Turtle, TriG, N-Triples or N-Quads.

    Yields:
        The kind, the first character, and the one after the last.
    """
    match = _TOKEN.match(text)
    while match:
        kind = match.lastindex or MARK
        yield kind, match.start(kind), match.end()
        match = _TOKEN.match(text, match.end())
