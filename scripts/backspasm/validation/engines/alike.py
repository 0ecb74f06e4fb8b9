"""What all engines surely answer alike: patterns, and queries over some data."""

from __future__ import annotations

import re
import unicodedata
from itertools import chain
from typing import TYPE_CHECKING

from backspasm.namespaces import XSD
from backspasm.validation.engines.asked import NODE, NUMBER, TEXT, Place
from backspasm.validation.engines.odd import OddError
from backspasm.validation.engines.terms import parts

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from backspasm.validation.engines.asked import Asked, Places
    from backspasm.validation.engines.index import Index

__all__ = ["compared", "is_kept", "refuse_data", "refuse_pattern"]

_KEPT = re.compile(
    rf'".*"(?:@[a-z0-9-]+|\^\^<{XSD}anyURI>|\^\^<(?!{XSD}).*>)?|'
    rf'"(?:0|-?[1-9][0-9]{{0,17}})"\^\^<{XSD}integer>|"(?:true|false)"\^\^<{XSD}boolean>',
    re.DOTALL,
)
_ESCAPED = re.compile(r"\\[][dDwWsSbBnrt.\\/^$*+?(){}|-]")
_RARE = re.compile(
    r"\\|\(\?"  # other escapes; groups of other kinds
    r"|\[[^]]*(?:\[|&&|--|~~)"  # sets of characters from others
    r"|[*+?}]\+"  # what gives nothing back
    r"|\{(?![0-9]{1,3}(?:,[0-9]{0,3})?\})"
)
_IN_SETS = re.compile(r"\[[^]]*(?:\\b|-\\[dDwWsS]|\\[dDwWsS]-)")
_WORDS = re.compile(r"\\[wWbB]")
_NUMERALS = re.compile(r"\\[dD]")
_SPACES = re.compile(r"\\[sS]")
_SEPARATORS = re.compile(r"[\x1c-\x1f]|\\u001[c-f]", re.IGNORECASE)
_LINE_END = re.compile(r"\\n")
_LAST_LINE_END = re.compile(r'\\n"')
_DOUBTFUL = {"Mn", "Mc", "Me", "No", "Pc", "Cf", "So", "Cn"}
"""Categories of characters (Unicode, section 4.5) that are part of a word in some engines only."""
_ANYWHERE = (Place("", subject=True), Place("", subject=False))
_KINDS = {XSD + "string": TEXT, XSD + "integer": NUMBER}


def is_kept(literal: str) -> bool:
    """Whether a literal, as a term, has one text and comes out of every store as it went in."""
    return _KEPT.fullmatch(literal) is not None


def refuse_pattern(
    pattern: str, terms: Iterable[str], *, flags: str = "", whole: bool = True
) -> None:
    """Refuse a regular expression that may mean other things to other engines.

    Args:
        pattern: the expression.
        terms: what it may be put to.
        flags: those that go with it.
        whole: whether it is put to the whole texts of these, and not to parts.

    Raises:
        OddError: it has groups of other kinds, references back, rare escapes or quantifiers; or
            it has `$`, words or spaces, or ignores case, and a term has a letter or a control
            character about which engines do not agree.
    """
    if _RARE.search(_ESCAPED.sub("", pattern)) or _IN_SETS.search(pattern):
        raise OddError
    try:
        re.compile(pattern)
    except (re.error, OverflowError, RecursionError) as error:
        raise OddError from error
    doubts = [
        doubt
        for doubt, uses in (
            (_LAST_LINE_END.search if whole else _LINE_END.search, "$" in pattern),
            (_is_not_ascii, "i" in flags),
            (_has_doubtful_letter, _WORDS.search(pattern)),
            (_SEPARATORS.search, _SPACES.search(pattern)),
            (_has_foreign_digit, _NUMERALS.search(pattern)),
        )
        if uses
    ]
    if doubts and any(doubt(term) for term in terms for doubt in doubts):
        raise OddError


def _is_not_ascii(term: str) -> bool:
    return not term.isascii()


def _has_foreign_digit(term: str) -> bool:
    return any(letter.isdigit() and not letter.isascii() for letter in term)


def _has_doubtful_letter(term: str) -> bool:
    return not term.isascii() and any(
        not letter.isascii() and unicodedata.category(letter) in _DOUBTFUL for letter in term
    )


def refuse_data(asked: Asked, data: Index) -> None:
    """Refuse data over which engines may answer a query in several ways.

    Args:
        asked: what the query hangs on.
        data: the data graph.

    Raises:
        OddError: a value that is given as a literal, or that is looked at, has several texts;
            a blank node is looked at; terms of several kinds are compared, or nodes by order;
            or a path that is walked again and again meets a literal that Python takes for
            false. For regular expressions see `refuse_pattern`.
    """
    for name in asked.literals:
        values = _ends(data, Place(name, subject=False))
        if not all(is_kept(value) for value in values if value[0] == '"'):
            raise OddError
    kinds = compared(asked, data)
    known = {TEXT, NUMBER} if asked.ordered else {TEXT, NUMBER, NODE}
    if asked.compares and (len(kinds) > 1 or not kinds <= known):
        raise OddError
    if asked.added and kinds - {NUMBER}:
        raise OddError
    for pattern in asked.patterns:
        refuse_pattern(pattern, _looked_at(asked, data), whole=False)
    for pattern, groups in asked.replaced:
        compiled = re.compile(pattern)
        if "\\b" in pattern.lower() or compiled.search("") or compiled.groups < groups:
            raise OddError  # what matches nothing is replaced in several ways
    if asked.cased and not all(term.isascii() for term in _looked_at(asked, data)):
        raise OddError
    if any(_counts_as_false(term) for places in asked.walked for term in _at(places, data)):
        raise OddError


def compared(asked: Asked, data: Index) -> set[str]:
    """The kinds of terms that a query may compare.

    Raises:
        OddError: there is a blank node among them, or a literal with several texts.
    """
    return asked.constants | {_kind(term) for term in _looked_at(asked, data)}


def _kind(term: str) -> str:
    """What a term is to a comparison: a kind of its own, where it is none of the plain ones."""
    if term[0] != '"':
        if term[0] == "_":
            raise OddError
        return NODE
    if not is_kept(term):
        raise OddError
    return _KINDS.get(parts(term).datatype, term)


def _looked_at(asked: Asked, data: Index) -> Iterator[str]:
    """What the variables of the expressions of a query can stand for."""
    if not (asked.texts or asked.compares):
        return
    for places in asked.looked:
        yield from _at(places, data)


def _at(places: Places, data: Index) -> Iterator[str]:
    """What stands at all of some places; where there are none, everything."""
    tables = [_ends(data, place) for place in places or _ANYWHERE]
    if not places:
        yield from chain.from_iterable(tables)
        return
    least = min(tables, key=len)
    yield from (term for term in least if all(term in table for table in tables))


def _counts_as_false(term: str) -> bool:
    """Whether it is a literal that Python may take for false: empty, zero or false."""
    value = parts(term).value if term[0] == '"' else "x"
    return not value.strip("+-.0eE") or value == "false"


def _ends(data: Index, place: Place) -> Collection[str]:
    """The subjects or the values of a property, or of all."""
    if place.predicate:
        if place.subject:
            return data.table(place.predicate)
        return data.inverse(place.predicate)
    tables = data.tables.values() if place.subject else map(data.inverse, data.tables)
    return set().union(*tables)
