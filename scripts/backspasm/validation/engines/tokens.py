"""SPARQL in its tokens, and what pyshacl sees in it as mere text."""

from __future__ import annotations

import re
from typing import NamedTuple

from backspasm.validation.engines.odd import OddError

__all__ = ["Reader", "Token", "read_tokens", "unescaped"]

_TEXTUAL = re.compile(
    r"(?i:INUS|VALUES|ERVICE|\WAS\s+[$?]this)"
    r"|(?<![\s{}()])[$?]this|[$?](?:this\w|PATH|shapesGraph|currentShape)"
    r"|(?<=[\w:>])[$?]\w|\\[uU]"
)
"""What pyshacl sees in the text of a query, wherever it stands, or does not see."""
_THIS = re.compile(r"[$?]this\b")
_SELECT = re.compile(r"\bSELECT\b", re.IGNORECASE)

_LOCAL = r"[\w:-](?:[\w.:-]*[\w:-])?"
_TOKENS = re.compile(
    rf"""\s*(?:
    (?P<text>"(?!"")(?:[^"\\\n\r]|\\.)*"|'(?!'')(?:[^'\\\n\r]|\\.)*')
    |<(?P<iri>[^<>"{{}}|^`\\\s]*)>
    |[?$](?P<variable>\w+)
    |(?P<number>0|[1-9]\d{{0,8}})(?!\w|\.\d)
    |(?P<name>(?:[^\W\d_][\w-]*)?:(?:{_LOCAL})?)
    |(?P<word>[A-Za-z]+)
    |(?P<mark>!=|<=|>=|&&|\|\||[-{{}}()\[\].;,/|^*+?=<>!])
    )""",
    re.VERBOSE,
)
_ESCAPES = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f", "\\": "\\", '"': '"', "'": "'"}
_ESCAPE = re.compile(r"\\(.)")


class Token(NamedTuple):
    """A token: "text", "iri", "variable", "number", "name", "word", "mark" or "end"."""

    kind: str
    text: str


def read_tokens(query: str) -> list[Token]:
    """The tokens of a query (SPARQL 1.1 Query Language, section 19.8), with one at the end.

    Raises:
        OddError: it has others than all engines surely read alike, such as comments, long texts
            and numbers with a fraction; or pyshacl takes a part of it for something else.
    """
    found, place, query = [], 0, query.rstrip()
    while place < len(query):
        match = _TOKENS.match(query, place)
        if match is None or match.lastgroup is None:
            raise OddError
        found.append(Token(match.lastgroup, match[match.lastgroup]))
        place = match.end()
    this = found.count(Token("variable", "this"))
    select = sum(token.kind == "word" and token.text.upper() == "SELECT" for token in found)
    looks = len(_THIS.findall(query)), len(_SELECT.findall(query))
    if _TEXTUAL.search(query) or looks != (this, select):
        raise OddError
    return [*found, Token("end", "")]


def unescaped(token: Token) -> str:
    """What a text in quotation marks says.

    Raises:
        OddError: it has escapes that are rare.
    """
    text = token.text[1:-1]
    if any(sign not in _ESCAPES for sign in _ESCAPE.findall(text)):
        raise OddError
    return _ESCAPE.sub(lambda found: _ESCAPES[found[1]], text)


class Reader:
    """Goes through tokens.

    Attributes:
        tokens: the tokens.
        place: the number of the next.
    """

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.place = 0

    @property
    def token(self) -> Token:
        """The next token."""
        return self.tokens[self.place]

    def next(self) -> Token:
        """The next token, which is then read."""
        token = self.token
        self.place += 1
        return token

    def sees(self, kind: str, *texts: str) -> bool:
        """Whether the next token is of a kind and, where there are any, one of some texts."""
        token = self.token
        text = token.text.upper() if kind == "word" else token.text
        return token.kind == kind and (not texts or text in texts)

    def take(self, kind: str, *texts: str) -> bool:
        """Read the next token where it is such a one; whether it is."""
        found = self.sees(kind, *texts)
        self.place += found
        return found

    def expect(self, kind: str, *texts: str) -> Token:
        """Read the next token.

        Raises:
            OddError: it is no such one.
        """
        if not self.sees(kind, *texts):
            raise OddError
        return self.next()
