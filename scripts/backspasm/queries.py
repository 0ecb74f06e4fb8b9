"""What a query may be, and the words of its errors."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from backspasm.errors import QueryError, did_you_mean
from backspasm.namespaces import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Query", "inspect_query", "tokens"]

MAX_DEPTH = 100
"""How deep brackets may nest: a few thousand end the process in Oxigraph."""

MAX_CHAIN = 500
"""How many groups, triple patterns and operators a query may hold: a few thousand end the
process in Oxigraph. Rows of VALUES do not count."""

_TOKEN = re.compile(
    r"""(?P<skip>\s+|\#[^\r\n]*)
      | (?P<iri><[^<>"{}|^`\\\s]*>)
      | (?P<string>\"{3}(?:\\.|(?!\"{3}).)*\"{3}|'{3}(?:\\.|(?!'{3}).)*'{3}
                  |"(?:\\.|[^"\\\n\r])*"|'(?:\\.|[^'\\\n\r])*')
      | (?P<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)
      | (?P<variable>[?$]\w+)
      | (?P<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
      | (?P<blank>_:[\w.-]*)
      | (?P<name>(?:[^\W\d_](?:[\w.-]*[\w-])?)?:(?:[\w.:%-]|\\.)*)
      | (?P<word>[^\W\d_]\w*)
      | (?P<other>.)""",
    re.VERBOSE | re.DOTALL,
)

_UPDATES = frozenset("INSERT DELETE LOAD CLEAR DROP CREATE COPY MOVE ADD WITH".split())

_FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")

_BEFORE_STAR = ("SELECT", "DISTINCT", "REDUCED")

_WORDS = frozenset(
    """A ABS ADJUST AS ASC ASK AVG BASE BIND BNODE BOUND BY CEIL COALESCE CONCAT CONSTRUCT CONTAINS
    COUNT DATATYPE DAY DESC DESCRIBE DISTINCT ENCODE_FOR_URI EXISTS FALSE FILTER FLOOR FROM GRAPH
    GROUP GROUP_CONCAT HASLANG HASLANGDIR HAVING HOURS IF IN IRI ISBLANK ISIRI ISLITERAL ISNUMERIC
    ISTRIPLE ISURI LANG LANGDIR LANGMATCHES LATERAL LCASE LIMIT MAX MD5 MIN MINUS MINUTES MONTH
    NAMED NOT NOW OBJECT OFFSET OPTIONAL ORDER PREDICATE PREFIX RAND REDUCED REGEX REPLACE ROUND
    SAMETERM SAMPLE SECONDS SELECT SEPARATOR SERVICE SHA1 SHA256 SHA384 SHA512 SILENT STR STRAFTER
    STRBEFORE STRDT STRENDS STRLANG STRLANGDIR STRLEN STRSTARTS STRUUID SUBJECT SUBSTR SUM TIMEZONE
    TRIPLE TRUE TZ UCASE UNDEF UNION URI UUID VALUES VERSION WHERE YEAR""".split()
)


class Query:
    """A query that passed inspection.

    Attributes:
        text: the query as it was written.
        variables: its variables, in the order in which they first appear.
        words: the words of SPARQL in it, in upper case.
        names: the IRIs in it, each with the offset at which it stands.
        place: what errors call it.
    """

    __slots__ = ("names", "place", "text", "variables", "words")

    def __init__(
        self,
        text: str,
        variables: list[str],
        words: list[str],
        names: list[tuple[str, int]],
        place: str,
    ) -> None:
        self.text = text
        self.variables = variables
        self.words = words
        self.names = names
        self.place = place

    @property
    def selects_all(self) -> bool:
        """Whether it says SELECT *, which leaves the order of the columns open."""
        return "*" in self.words

    @property
    def form(self) -> str:
        """SELECT, ASK, CONSTRUCT or DESCRIBE; "" where it has none of them."""
        return next((word for word in self.words if word in _FORMS), "")

    def error(self, problem: str, start: int, remedy: str) -> QueryError:
        """An error at an offset in the text, told by line and column."""
        return _error(self.text, self.place, problem, start, remedy)


def inspect_query(text: str, place: str = "query") -> Query:
    """Refuse a query that would leave the machine, end the process or change data.

    Args:
        text: SPARQL 1.1 (section 19, the grammar).
        place: what to call the query in an error.

    Raises:
        QueryError: SERVICE, an update, brackets or chains beyond the limits, a
            prefix that neither the query nor the dataset declares, a word that
            SPARQL does not have.
    """
    inspection = _Inspection(text, place)
    for kind, value, start in tokens(text):
        if kind == "other":
            inspection.mark(value, start)
        elif kind == "variable":
            inspection.variables[value[1:]] = None
        elif kind == "word":
            inspection.word(value, start)
        elif kind == "name":
            inspection.name(value, start)
        elif kind == "iri":
            inspection.iri(value[1:-1], start)
    if not inspection.words:
        remedy = "write a SELECT, ASK, CONSTRUCT or DESCRIBE"
        raise QueryError("the query is empty", place=place, remedy=remedy)
    return Query(text, list(inspection.variables), inspection.words, inspection.names, place)


class _Inspection:
    """What was met in a query so far."""

    def __init__(self, text: str, place: str) -> None:
        self.text = text
        self.place = place
        self.variables: dict[str, None] = {}
        self.words: list[str] = []
        self.names: list[tuple[str, int]] = []
        self.prefixes = dict(PREFIXES)
        self.declaring: str | None = None
        self.depth = 0
        self.chain = 0

    def mark(self, value: str, start: int) -> None:
        """Count brackets and operators; a star that selects all counts as a word."""
        self.depth += (value in "{([") - (value in "})]")
        self.chain += value not in "()[]}"
        if value == "*" and self.words and self.words[-1] in _BEFORE_STAR:
            self.words.append(value)
        if self.depth > MAX_DEPTH or self.chain > MAX_CHAIN:
            remedy = (
                f"the limit is {MAX_DEPTH} brackets in each other and {MAX_CHAIN} patterns and "
                "operators; list terms with VALUES"
            )
            raise self.error("too deeply nested or too long", start, remedy)

    def word(self, value: str, start: int) -> None:
        """Refuse what leaves the machine, what changes data, and what SPARQL does not have."""
        word = value.upper()
        self.words.append(word)
        self.chain += word == "BIND"
        if word == "SERVICE":
            remedy = "nothing is asked of other machines: load their data with --data"
            raise self.error("SERVICE is refused", start, remedy)
        if word in _UPDATES:
            raise self.error(
                f"{word} changes data and is refused", start, "change the Turtle files"
            )
        if word not in _WORDS:
            otherwise = "a name needs a prefix, a variable a question mark"
            remedy = did_you_mean(word, _WORDS, otherwise=otherwise)
            raise self.error(f"{value} is not a word of SPARQL", start, remedy)

    def name(self, value: str, start: int) -> None:
        """Refuse a prefix that no one declared, and note the IRI that a name stands for."""
        prefix, _, local = value.partition(":")
        if self.words and self.words[-1] == "PREFIX" and value.endswith(":"):
            self.declaring = prefix
            self.words.append(":")
        elif prefix in self.prefixes:
            self.names.append((self.prefixes[prefix] + local.replace("\\", ""), start))
        else:
            remedy = did_you_mean(prefix, sorted(self.prefixes), otherwise="declare it with PREFIX")
            raise self.error(f"unknown prefix {prefix}:", start, remedy)

    def iri(self, value: str, start: int) -> None:
        """Note an IRI, or what the prefix before it stands for."""
        if self.declaring is None:
            self.names.append((value, start))
        else:
            self.prefixes[self.declaring] = value
            self.declaring = None

    def error(self, problem: str, start: int, remedy: str) -> QueryError:
        """An error at an offset in the text."""
        return _error(self.text, self.place, problem, start, remedy)


def _error(text: str, place: str, problem: str, start: int, remedy: str) -> QueryError:
    line = text.count("\n", 0, start) + 1
    column = start - text.rfind("\n", 0, start)
    return QueryError(problem, place=f"{place}:{line}:{column}", remedy=remedy)


def tokens(text: str) -> Iterator[tuple[str, str, int]]:
    """The kind, the text and the offset of each token, without blanks and comments."""
    for match in _TOKEN.finditer(text):
        if match.lastgroup and match.lastgroup != "skip":
            yield match.lastgroup, match.group(), match.start()


def broken_query(error: Exception, place: str) -> QueryError:
    """The error for a query that its parser refused."""
    message = str(error)
    found = re.match(r"error at (\d+:\d+): (.*)", message, re.DOTALL)
    if found:
        place, message = f"{place}:{found[1]}", _plain_words(found[2])
    return QueryError(f"not SPARQL: {message}", place=place, remedy="mend the query at this place")


def _plain_words(message: str) -> str:
    """What the parser expected, without the classes of characters that it lists too."""
    if "a variable that is unbound" in message:
        return "SELECT has a variable that no pattern binds or that GROUP BY does not name"
    head, one_of, listed = message.partition("expected one of ")
    words = re.findall(r'"((?:[^"\\]|\\.)+)"(?=, |$)', listed)
    return f"{head}{one_of}{' '.join(words)}" if words else message
