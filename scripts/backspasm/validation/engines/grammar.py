"""The part of SPARQL that all engines answer alike: a parser that knows nothing else.

What is surely alike is little: patterns of triples with paths, FILTER with (NOT) EXISTS, UNION,
and expressions whose type is known. In others an error stands for false in one engine and for
something else in another.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from backspasm.namespaces import RDF
from backspasm.validation.engines.odd import OddError
from backspasm.validation.engines.tokens import Reader, Token, read_tokens, unescaped

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["NODE", "NUMBER", "TEXT", "Asked", "Place", "read_query"]

_TEXTS = {"CONCAT": None, "LCASE": 1, "UCASE": 1, "STRBEFORE": 2, "STRAFTER": 2}
"""Functions of texts that give a text, with how many they take."""
_TRUTHS = ("STRSTARTS", "STRENDS", "CONTAINS", "LANGMATCHES")
_KINDS = ("ISIRI", "ISURI", "ISBLANK", "ISLITERAL", "BOUND")
_PLAIN_REPLACEMENT = re.compile(r"(?:[^\\$]|\$[0-9])*")

TEXT, NUMBER, NODE, TRUTH, OPEN = "text", "number", "node", "truth", "open"
"""The types of expressions; of an open one it is not known, and only nodes are no literals."""

WHOLE, EXISTING, JOINED = "whole", "existing", "joined"
"""The kinds of groups: of the query, of (NOT) EXISTS, and joined with what is around it."""
_NOT_IN = {WHOLE: ("",), EXISTING: ("BIND",), JOINED: ("BIND", "FILTER")}
"""What engines see other variables from."""


class Place(NamedTuple):
    """Where a variable stands: the subject or the object of a property, as a term."""

    predicate: str
    subject: bool


Places = frozenset[Place]
"""All places of a variable, each of which its values have; none where that is not known."""


@dataclass
class Asked:
    """What a query hangs on.

    Attributes:
        looked: where the variables of its expressions stand.
        texts: whether it looks at the text of these.
        compares: whether it compares them.
        constants: what stands beside them: `TEXT`, `NUMBER` or `NODE`.
        added: whether it adds numbers to them, or subtracts.
        literals: the properties whose values it gives as literals; "" for any property.
        patterns: its regular expressions.
        replaced: those of them of which it replaces what they match.
        nullable: whether it has a path that may have no step.
    """

    looked: list[Places] = field(default_factory=list)
    texts: bool = False
    compares: bool = False
    constants: set[str] = field(default_factory=set)
    added: bool = False
    literals: set[str] = field(default_factory=set)
    patterns: list[str] = field(default_factory=list)
    replaced: list[str] = field(default_factory=list)
    nullable: bool = False


def read_query(query: str, prefixes: Mapping[str, str]) -> Asked:
    """What a SELECT query hangs on (SPARQL 1.1 Query Language, section 19.8).

    Args:
        query: its text, with $PATH replaced.
        prefixes: the namespaces of its prefixes.

    Raises:
        OddError: it uses more than all engines surely answer alike.
    """
    return _Parser(read_tokens(query), prefixes).query()


class _Parser(Reader):
    """Reads tokens by the rules of the grammar, each method one or a few of them."""

    def __init__(self, tokens: list[Token], prefixes: Mapping[str, str]) -> None:
        super().__init__(tokens)
        self._prefixes = prefixes
        self._asked = Asked()
        self._texts: set[str] = set()
        self._looked: set[str] = set()
        self._properties = {"this"}  # with those that stand for properties: all are IRIs
        self._inside: list[tuple[set[str], set[int]]] = []
        self._places: dict[str, dict[int, set[Place]]] = {}
        self._groups: list[int] = []
        self._count = self._this = self._negations = 0

    def query(self) -> Asked:
        """The whole; $this is selected, and a query inside has it in its head alone."""
        self._select()
        self.expect("end", "")
        if self._texts & {*self._places, "this"} or (self._inside and self._this):
            raise OddError
        for name, groups in self._places.items():
            for selected, within in self._inside:
                seen = groups.keys() - within or name in self._looked
                if name not in selected and groups.keys() & within and seen:
                    raise OddError  # shifty takes it for the one outside
        looked = self._looked - self._properties
        if looked != self._looked:
            self._asked.constants.add(NODE)
        self._asked.looked = [self._all_places(name) for name in sorted(looked)]
        return self._asked

    def _all_places(self, name: str) -> Places:
        """The places of a variable in the whole group, or in the only other one that has it."""
        groups = self._places.get(name, {})
        if 1 not in groups and len(groups) > 1:
            return frozenset()
        return frozenset(groups.get(1) or next(iter(groups.values()), ()))

    # Groups

    def _select(self, *, inner: bool = False) -> None:
        self.expect("word", "SELECT")
        self.take("word", "DISTINCT")
        names = []
        while self.sees("variable"):
            names.append(self.next().text)
        if "this" not in names:
            raise OddError
        if not self.take("word", "WHERE") and inner:
            raise OddError  # pyshacl does not see the last variable
        first = self._count + 1
        self._group(JOINED if inner else WHOLE)
        if inner:
            self._inside.append((set(names), set(range(first, self._count + 1))))

    def _group(self, kind: str) -> None:
        self.expect("mark", "{")
        self._count += 1
        self._groups.append(self._count)
        while not self.take("mark", "}"):
            if self.sees("word", *_NOT_IN[kind]):
                raise OddError
            if self.take("word", "FILTER"):
                self._filter()
            elif self.take("word", "BIND"):
                self._bind()
            elif self.take("mark", "{"):
                self._join(kind)
            else:
                self._triples()
            self.take("mark", ".")
        self._groups.pop()

    def _join(self, around: str) -> None:
        """A query or a union inside a group, of which the first bracket is read."""
        if self.sees("word", "SELECT") and around == WHOLE:
            self._select(inner=True)
            self.expect("mark", "}")
            return
        self.place -= 1
        self._group(JOINED)
        while self.take("word", "UNION"):
            self._group(JOINED)

    def _filter(self) -> None:
        if self.take("word", "NOT"):
            self.expect("word", "EXISTS")
            self._group(EXISTING)
        elif self.take("word", "EXISTS"):
            self._group(EXISTING)
        elif self._constraint() != TRUTH:
            raise OddError

    def _constraint(self) -> str:
        return self._call() if self.sees("word") else self._brackets()

    def _bind(self) -> None:
        self.expect("mark", "(")
        kind = self._expression()
        self.expect("word", "AS")
        name = self.expect("variable").text
        self.expect("mark", ")")
        if kind != TEXT or name in self._texts | self._looked:
            raise OddError
        self._texts.add(name)

    # Triples

    def _triples(self) -> None:
        subject = self.next()
        while True:
            first, last = self._verb(subject)
            self._node(subject, Place(first, subject=True))
            self._node(self.next(), Place(last, subject=False))
            while self.take("mark", ","):
                self._node(self.next(), Place(last, subject=False))
            if not self.take("mark", ";"):
                return

    def _node(self, token: Token, place: Place) -> None:
        """A subject or an object, or a property that is a variable."""
        truth = token.kind == "word" and token.text in ("true", "false")
        if token.kind == "variable":
            self._this += token.text == "this"
            groups = self._places.setdefault(token.text, {})
            groups.setdefault(self._groups[-1], set()).add(place)
        elif token.kind in ("iri", "name"):
            self._iri(token)
        elif not place.subject and (truth or token.kind in ("text", "number")):
            self._asked.literals.add(place.predicate)
        else:
            raise OddError

    def _verb(self, subject: Token) -> tuple[str, str]:
        """The first and the last property of a path, each "" where it may be any."""
        if self.sees("variable"):
            token = self.next()
            self._this += token.text == "this"
            self._places.setdefault(token.text, {}).setdefault(self._groups[-1], set())
            if self._groups == [1]:
                self._properties.add(token.text)
            return "", ""
        start = self.place
        if self._path():
            self._asked.nullable = True
            if subject != Token("variable", "this"):
                raise OddError
        path = self.tokens[start : self.place]
        if any(token.kind == "mark" and token.text != "/" for token in path):
            return "", ""
        return self._property(path[0]), self._property(path[-1])

    def _path(self) -> bool:
        """A property path; whether it may have no step."""
        nullable = self._sequence()
        while self.take("mark", "|"):
            nullable = self._sequence() or nullable
        return nullable

    def _sequence(self) -> bool:
        nullable = self._step()
        while self.take("mark", "/"):
            nullable = self._step() and nullable
        return nullable

    def _step(self) -> bool:
        self.take("mark", "^")
        nullable = False
        if self.take("mark", "("):
            nullable = self._path()
            self.expect("mark", ")")
        else:
            self._property(self.next())
        if self.take("mark", "*", "?"):
            return True
        self.take("mark", "+")
        return nullable

    def _property(self, token: Token) -> str:
        return f"<{RDF}type>" if token == Token("word", "a") else self._iri(token)

    def _iri(self, token: Token) -> str:
        if token.kind == "iri" and ":" in token.text:
            return f"<{token.text}>"
        prefix, colon, local = token.text.partition(":")
        if token.kind != "name" or not colon or prefix not in self._prefixes:
            raise OddError
        return f"<{self._prefixes[prefix]}{local}>"

    # Expressions

    def _brackets(self) -> str:
        self.expect("mark", "(")
        kind = self._expression()
        self.expect("mark", ")")
        return kind

    def _expression(self) -> str:
        return self._joined("||", lambda: self._joined("&&", self._relation))

    def _joined(self, sign: str, part: Callable[[], str]) -> str:
        kind = part()
        while self.take("mark", sign):
            if kind != TRUTH or part() != TRUTH:
                raise OddError
        return kind

    def _relation(self) -> str:
        start = self.place
        left = self._sum()
        fixed = self._is_constant(start)
        if not self.take("mark", "=", "!=", "<", ">", "<=", ">="):
            return left
        start = self.place
        sides = {left, self._sum()}
        fixed = fixed and self._is_constant(start)
        if fixed or self._negations or TRUTH in sides or sides == {TEXT, NUMBER}:
            raise OddError  # shifty has its own view of constants and of what is negated twice
        if OPEN in sides:
            self._asked.compares = True
            self._asked.constants |= sides - {OPEN}
        return TRUTH

    def _is_constant(self, start: int) -> bool:
        """Whether what was read since a place is a single term."""
        return self.place == start + 1 and self.tokens[start].kind != "variable"

    def _sum(self) -> str:
        kind = self._primary()
        while self.take("mark", "+", "-"):
            self.expect("number")
            if kind != OPEN:
                raise OddError
            self._asked.added = True
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
            self._iri(token)
            self._asked.constants.add(NODE)
            return OPEN
        if token.kind not in ("text", "number"):
            raise OddError
        return TEXT if token.kind == "text" else NUMBER

    def _variable(self, token: Token) -> str:
        self._this += token.text == "this"
        if token.text in self._texts:
            return TEXT
        self._looked.add(token.text)
        return OPEN

    def _call(self) -> str:
        name = self.expect("word").text.upper()
        if name in ("REGEX", "REPLACE"):
            return self._matching(name)
        self.expect("mark", "(")
        if name in _KINDS:
            self._this += self.expect("variable").text == "this"
            self.expect("mark", ")")
            return TRUTH
        kinds = [self._expression()]
        while self.take("mark", ","):
            kinds.append(self._expression())
        self.expect("mark", ")")
        if name in ("STR", "LANG") and kinds in ([OPEN], [TEXT]):
            self._asked.texts = True
            return TEXT
        wanted = 2 if name in _TRUTHS else _TEXTS.get(name, 0)
        if set(kinds) != {TEXT} or wanted not in (None, len(kinds)):
            raise OddError
        return TRUTH if name in _TRUTHS else TEXT

    def _matching(self, name: str) -> str:
        self.expect("mark", "(")
        if self._expression() != TEXT:
            raise OddError
        self.expect("mark", ",")
        pattern = unescaped(self.expect("text"))
        self._asked.patterns.append(pattern)
        if name == "REPLACE":
            self.expect("mark", ",")
            replacement = unescaped(self.expect("text"))
            self._asked.replaced.append(pattern)
            if not _PLAIN_REPLACEMENT.fullmatch(replacement):
                raise OddError
        self.expect("mark", ")")
        return TEXT if name == "REPLACE" else TRUTH
