"""The part of SPARQL that all engines answer alike: a parser that knows nothing else.

What is surely alike is little: patterns of triples with paths, FILTER with (NOT) EXISTS, UNION,
and expressions whose type is known. In others an error stands for false in one engine and for
something else in another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from backspasm.namespaces import RDF
from backspasm.validation.engines.asked import NODE, TEXT, TRUTH, Place, Places
from backspasm.validation.engines.expressions import Expressions
from backspasm.validation.engines.odd import OddError
from backspasm.validation.engines.tokens import Token, read_tokens

if TYPE_CHECKING:
    from collections.abc import Mapping

    from backspasm.validation.engines.asked import Asked

__all__ = ["read_query"]

WHOLE, EXISTING, JOINED = "whole", "existing", "joined"
"""The kinds of groups: of the query, of (NOT) EXISTS, and joined with what is around it."""
_NOT_IN = {WHOLE: ("",), EXISTING: ("BIND",), JOINED: ("BIND", "FILTER")}
"""What engines see other variables from."""


def read_query(query: str, prefixes: Mapping[str, str]) -> Asked:
    """What a SELECT query hangs on (SPARQL 1.1 Query Language, section 19.8).

    Args:
        query: its text, with $PATH replaced.
        prefixes: the namespaces of its prefixes.

    Raises:
        OddError: it uses more than all engines surely answer alike.
    """
    return _Parser(read_tokens(query), prefixes).query()


class _Parser(Expressions):
    """Reads tokens by the rules of the grammar, each method one or a few of them."""

    def __init__(self, tokens: list[Token], prefixes: Mapping[str, str]) -> None:
        super().__init__(tokens, prefixes)
        self._ends: set[str] = set()
        self._repeated: list[str] = []
        self._turned = False
        self._properties = {"this"}  # with those that stand for properties: all are IRIs
        self._inside: list[tuple[set[str], set[int]]] = []
        self._places: dict[str, dict[int, set[Place]]] = {}
        self._groups: list[int] = []
        self._count = 0

    def query(self) -> Asked:
        """The whole; $this is selected, and a query inside has it in its head alone."""
        self._select()
        self.expect("end", "")
        if self.texts & {*self._places, "this"} or (self._inside and self.this):
            raise OddError
        for name, groups in self._places.items():
            for selected, within in self._inside:
                seen = groups.keys() - within or name in self.looked
                if name not in selected and groups.keys() & within and seen:
                    raise OddError  # shifty takes it for the one outside
        looked = self.looked - self._properties
        if looked != self.looked:
            self.asked.constants.add(NODE)
        ends = sorted(self._ends - self._properties)
        self.asked.walked += [self._all_places(name) for name in ends]
        self.asked.looked = [self._all_places(name) for name in sorted(looked)]
        return self.asked

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
        elif self.constraint() != TRUTH:
            raise OddError

    def _bind(self) -> None:
        self.expect("mark", "(")
        kind = self.expression()
        self.expect("word", "AS")
        name = self.expect("variable").text
        self.expect("mark", ")")
        if kind != TEXT or name in self.texts | self.looked:
            raise OddError
        self.texts.add(name)

    # Triples

    def _triples(self) -> None:
        subject = self.next()
        while True:
            first, last = self._verb(subject)
            self._node(subject, Place(first, subject=True))
            self._object(last)
            while self.take("mark", ","):
                self._object(last)
            if self._repeated:
                if subject.kind == "variable" and self._turned:
                    self._ends.add(subject.text)
                places = [{Place(one, subject=False)} for one in self._repeated]
                self.asked.walked += map(frozenset, places)
            if not self.take("mark", ";"):
                return

    def _object(self, predicate: str) -> None:
        token = self.next()
        self._node(token, Place(predicate, subject=False))
        if self._repeated and token.kind == "variable":
            self._ends.add(token.text)
        elif self._repeated and token.kind not in ("iri", "name"):
            raise OddError  # rdflib takes a literal that counts as false for none

    def _node(self, token: Token, place: Place) -> None:
        """A subject or an object, or a property that is a variable."""
        truth = token.kind == "word" and token.text in ("true", "false")
        if token.kind == "variable":
            self.this += token.text == "this"
            groups = self._places.setdefault(token.text, {})
            groups.setdefault(self._groups[-1], set()).add(place)
        elif token.kind in ("iri", "name"):
            self.iri(token)
        elif not place.subject and (truth or token.kind in ("text", "number")):
            self.asked.literals.add(place.predicate)
        else:
            raise OddError

    def _verb(self, subject: Token) -> tuple[str, str]:
        """The first and the last property of a path, each "" where it may be any."""
        self._repeated = []
        if self.sees("variable"):
            token = self.next()
            self.this += token.text == "this"
            self._places.setdefault(token.text, {}).setdefault(self._groups[-1], set())
            if self._groups == [1]:
                self._properties.add(token.text)
            return "", ""
        start = self.place
        if self._path():
            self.asked.nullable = True
            if subject != Token("variable", "this"):
                raise OddError
        path = self.tokens[start : self.place]
        if any(token.kind == "mark" and token.text in "*+?" for token in path):
            self._repeated = [self._property(one) for one in path if one.kind != "mark"]
            self._turned = Token("mark", "^") in path
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
        if nullable and self.sees("mark", "*", "?", "+"):
            raise OddError
        if self.take("mark", "*", "?"):
            return True
        self.take("mark", "+")
        return nullable

    def _property(self, token: Token) -> str:
        return f"<{RDF}type>" if token == Token("word", "a") else self.iri(token)
