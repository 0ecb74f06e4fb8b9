"""The expressions of SPARQL that all engines answer alike: those whose type is known."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from backspasm.validation.engines.asked import NODE, NUMBER, OPEN, TEXT, TRUTH, Asked
from backspasm.validation.engines.odd import OddError
from backspasm.validation.engines.tokens import Reader, Token, unescaped

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["Expressions"]

_TEXTS = {"CONCAT": None, "LCASE": 1, "UCASE": 1, "STRBEFORE": 2, "STRAFTER": 2}
"""Functions of texts that give a text, with how many they take."""
_TRUTHS = ("STRSTARTS", "STRENDS", "CONTAINS", "LANGMATCHES")
_KINDS = ("ISIRI", "ISURI", "ISBLANK", "ISLITERAL", "BOUND")
_PLAIN_REPLACEMENT = re.compile(r"(?:[^\\$]|\$[1-9](?!\w))*")
_PLAIN_RANGE = re.compile(r"[A-Za-z]{1,8}|\*")


class Expressions(Reader):
    """Reads the expressions of a query, each method one or a few rules of the grammar.

    Attributes:
        asked: what the query hangs on, as far as it is read.
        texts: the variables that are bound to texts.
        looked: the other variables of expressions.
        this: how often $this stands in the query, but for heads.
    """

    def __init__(self, tokens: list[Token], prefixes: Mapping[str, str]) -> None:
        super().__init__(tokens)
        self.asked = Asked()
        self.texts: set[str] = set()
        self.looked: set[str] = set()
        self.this = 0
        self._prefixes = prefixes
        self._negations = 0

    def iri(self, token: Token) -> str:
        """The IRI of a token, as a term.

        Raises:
            OddError: it is none, it is relative, or its prefix is not known.
        """
        if token.kind == "iri" and ":" in token.text:
            return f"<{token.text}>"
        prefix, colon, local = token.text.partition(":")
        if token.kind != "name" or not colon or prefix not in self._prefixes:
            raise OddError
        return f"<{self._prefixes[prefix]}{local}>"

    def constraint(self) -> str:
        """Read what follows FILTER; the type of its value."""
        return self._call() if self.sees("word") else self._brackets()

    def _brackets(self) -> str:
        self.expect("mark", "(")
        kind = self.expression()
        self.expect("mark", ")")
        return kind

    def expression(self) -> str:
        """Read an expression; the type of its value."""
        return self._joined("||", lambda: self._joined("&&", self._relation))

    def _joined(self, sign: str, part: Callable[[], str]) -> str:
        kind = part()
        while self.take("mark", sign):
            if self._negations or kind != TRUTH or part() != TRUTH:
                raise OddError
        return kind

    def _relation(self) -> str:
        start = self.place
        left = self._sum()
        fixed = self._is_constant(start)
        if not self.sees("mark", "=", "!=", "<", ">", "<=", ">="):
            return left
        sign = self.next().text
        start = self.place
        sides = {left, self._sum()}
        fixed = fixed and self._is_constant(start)
        if fixed or self._negations or TRUTH in sides or sides == {TEXT, NUMBER}:
            raise OddError  # shifty has its own view of constants and of what is negated twice
        if OPEN in sides:
            self.asked.compares = True
            self.asked.constants |= sides - {OPEN}
            self.asked.ordered = self.asked.ordered or sign not in ("=", "!=")
            self.asked.unequal = self.asked.unequal or sign == "!="
        return TRUTH

    def _is_constant(self, start: int) -> bool:
        """Whether what was read since a place is a single term."""
        return self.place == start + 1 and self.tokens[start].kind != "variable"

    def _sum(self) -> str:
        kind = self._primary()
        if self.take("mark", "+", "-"):
            self.expect("number")
            if kind != OPEN:
                raise OddError
            self.asked.added = True
        return kind

    def _primary(self) -> str:
        if self.take("mark", "!"):
            self._negations += 1
            if self._negations > 1 or self._primary() != TRUTH:
                raise OddError
            self._negations -= 1
            return TRUTH
        if self.sees("mark", "("):
            return self._brackets()
        if self.sees("word"):
            return self._call()
        token = self.next()
        if token.kind == "variable":
            return self._variable(token)
        if token.kind in ("iri", "name"):
            self.iri(token)
            self.asked.constants.add(NODE)
            return OPEN
        if token.kind not in ("text", "number"):
            raise OddError
        return TEXT if token.kind == "text" else NUMBER

    def _variable(self, token: Token) -> str:
        self.this += token.text == "this"
        if token.text in self.texts:
            return TEXT
        self.looked.add(token.text)
        return OPEN

    def _call(self) -> str:
        name = self.expect("word").text.upper()
        if name in ("REGEX", "REPLACE"):
            return self._matching(name)
        self.expect("mark", "(")
        if name in _KINDS:
            self.this += self.expect("variable").text == "this"
            self.expect("mark", ")")
            return TRUTH
        kinds, start = [self.expression()], self.place
        while self.take("mark", ","):
            start = self.place
            kinds.append(self.expression())
        if name == "LANGMATCHES" and not self._is_plain_range(start):
            raise OddError
        self.expect("mark", ")")
        self.asked.cased = self.asked.cased or name in ("LCASE", "UCASE")
        if name in ("STR", "LANG") and kinds in ([OPEN], [TEXT]):
            self.asked.texts = True
            return TEXT
        wanted = 2 if name in _TRUTHS else _TEXTS.get(name, 0)
        if set(kinds) != {TEXT} or wanted not in (None, len(kinds)):
            raise OddError
        return TRUTH if name in _TRUTHS else TEXT

    def _is_plain_range(self, start: int) -> bool:
        """Whether what was read since a place is a language range that all engines know."""
        token = self.tokens[start]
        plain = token.kind == "text" and _PLAIN_RANGE.fullmatch(unescaped(token))
        return bool(plain) and self._is_constant(start)

    def _matching(self, name: str) -> str:
        self.expect("mark", "(")
        if self.expression() != TEXT:
            raise OddError
        self.expect("mark", ",")
        pattern = unescaped(self.expect("text"))
        self.asked.patterns.append(pattern)
        if name == "REPLACE":
            self.expect("mark", ",")
            replacement = unescaped(self.expect("text"))
            groups = max(map(int, re.findall(r"\$([0-9])", replacement)), default=0)
            self.asked.replaced.append((pattern, groups))
            if not _PLAIN_REPLACEMENT.fullmatch(replacement):
                raise OddError
        self.expect("mark", ")")
        return TEXT if name == "REPLACE" else TRUTH
