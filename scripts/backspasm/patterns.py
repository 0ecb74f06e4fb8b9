"""Patterns of the shapes as JSON Schema wants them: ECMA-262, over ids instead of IRIs.

They keep to what ECMA-262 with its flag `u` and Python's `re` read alike (JSON Schema Core
2020-12, section 6.4), for both are at work in validators.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from backspasm.namespaces import XSD

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["ID", "LEXICAL", "TAG", "at_least", "at_most", "of_ids", "portable"]

ID = r'^[A-Za-z][A-Za-z0-9+.\-]*:[^\s<>"{}|\\^`]+$'
"""An IRI or a compact IRI, with nothing in it that Turtle refuses."""

TAG = r"^(?:[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*|@none)$"
"""A key of a language map (JSON-LD 1.1, section 4.6.2)."""

_DAYS = (
    r"[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
    r"|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))"
)
_LEAP_DAYS = r"(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29"
LEXICAL = {
    XSD + "decimal": r"^[+\-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)$",
    XSD + "date": rf"^(?:{_DAYS}|{_LEAP_DAYS})(?:Z|[+\-](?:0[0-9]|1[0-3]):[0-5][0-9])?$",
}
"""How values of a datatype are written (XML Schema 1.1 part 2, sections 3.3.3 and 3.3.9)."""

_WORD = (
    r"0-9A-Z_a-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d"
    r"\u037f-\u1fff\u2c00-\u2dff\u3040-\ud7ff\uf900-\ufdff\ufe70-\ufefc\uff66-\uffdc"
)
"""`\\w` of XPath, which ECMA-262 takes for ASCII alone: the letters of the first plane."""

_TOKEN = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]|.", re.DOTALL)
_SPECIAL = "\\.^$*+?()[]{}|"
_QUANTIFIERS = ("*", "+", "?", "{")

Tokens = list[str]


def portable(pattern: str, flags: str = "") -> str:
    r"""A pattern of XPath in the words that other dialects share.

    Args:
        pattern: as `sh:pattern` has it.
        flags: as `sh:flags` has them.

    Raises:
        ValueError: a flag other than `i`, or `i` with letters in brackets.

    >>> portable(r"\b(can|may)\b", "i")
    '\\b([cC][aA][nN]|[mM][aA][yY])\\b'
    """
    if flags.strip("i"):
        raise ValueError(f"the flags {flags} have no form in JSON Schema")
    return "".join(_portable(mark, folded=bool(flags)) for mark in _TOKEN.findall(pattern))


def _portable(mark: str, *, folded: bool) -> str:
    if mark == r"\w":
        return f"[{_WORD}]"
    if mark.startswith("["):
        if folded:
            raise ValueError(f"{mark} is not read without regard to case")
        return mark.replace(r"\w", _WORD)
    return f"[{mark}{mark.upper()}]" if folded and len(mark) == 1 and mark.islower() else mark


def of_ids(pattern: str, prefixes: Mapping[str, str]) -> str:
    r"""A pattern of IRIs as one of the ids that stand for them in documents.

    Args:
        pattern: one that is bound to the beginning of the IRI, where text stands.
        prefixes: the namespace of each prefix.

    Raises:
        ValueError: it is not bound to the beginning.

    >>> of_ids(r"^http://example\.org/(A|B)_[0-9]+$", {"A": "http://example.org/A_"})
    '^(?:A:[0-9]+|http://example\\.org/B_[0-9]+)$'
    """
    body, whole = pattern.removeprefix("^").removesuffix("$"), pattern.endswith("$")
    if body == pattern:
        raise ValueError(f"{pattern} does not say how an IRI begins")
    groups: dict[str, list[str]] = {}
    for text, rest in _spread(_TOKEN.findall(body)):
        for prefix, local in _compact(text, prefixes, open_end=not (whole or rest)):
            groups.setdefault(local + portable(rest), []).append(prefix)
    parts = [_named(sorted(set(names)), rest) for rest, names in groups.items()]
    joined = parts[0] if len(parts) == 1 else f"(?:{'|'.join(parts)})"
    return f"^{joined}{'$' if whole else ''}"


def _named(prefixes: list[str], rest: str) -> str:
    if prefixes == [""]:
        return rest
    return (prefixes[0] if len(prefixes) == 1 else f"(?:{'|'.join(prefixes)})") + f":{rest}"


def _compact(
    text: str, prefixes: Mapping[str, str], *, open_end: bool
) -> Iterator[tuple[str, str]]:
    """The prefixes that IRIs beginning with a text are written with, and what follows each."""
    fitting = [(len(space), name) for name, space in prefixes.items() if text.startswith(space)]
    longer = [name for name, space in prefixes.items() if space.startswith(text) and space != text]
    if fitting:
        length, prefix = max(fitting)
        yield prefix, _escaped(text[length:])
    elif not (open_end and longer):
        yield "", _escaped(text)
    if open_end:
        yield from ((name, "") for name in longer)


def _escaped(text: str) -> str:
    return "".join(f"\\{char}" if char in _SPECIAL else char for char in text)


def _spread(tokens: Tokens) -> Iterator[tuple[str, str]]:
    """The ways in which a pattern can begin: plain text, and what follows it."""
    branches = _branches(tokens)
    if len(branches) > 1:
        for branch in branches:
            yield from _spread(branch)
        return
    text, place = "", 0
    while place < len(tokens) and _is_text(tokens, place):
        text += tokens[place][-1]
        place += 1
    end = _closing(tokens, place)
    if end and not (end < len(tokens) and tokens[end] in _QUANTIFIERS):
        for branch in _branches(tokens[place + 1 : end - 1]):
            for more, rest in _spread([*branch, *tokens[end:]]):
                yield text + more, rest
    else:
        yield text, "".join(tokens[place:])


def _is_text(tokens: Tokens, place: int) -> bool:
    mark = tokens[place]
    plain = mark not in _SPECIAL if len(mark) == 1 else mark[0] == "\\" and mark[1] in _SPECIAL
    return plain and not (place + 1 < len(tokens) and tokens[place + 1] in _QUANTIFIERS)


def _closing(tokens: Tokens, place: int) -> int:
    """Where a group that opens at a place has ended, or 0 where none opens there."""
    depth = 0
    for index in range(place, len(tokens)):
        depth += (tokens[index] == "(") - (tokens[index] == ")")
        if depth == 0:
            return index + 1 if index > place else 0
    return 0


def _branches(tokens: Tokens) -> list[Tokens]:
    branches: list[Tokens] = [[]]
    depth = 0
    for mark in tokens:
        depth += (mark == "(") - (mark == ")")
        if mark == "|" and depth == 0:
            branches.append([])
        else:
            branches[-1].append(mark)
    return branches


def at_least(number: str) -> str:
    """A pattern of decimals that are not less than zero.

    Raises:
        ValueError: the number is not zero.
    """
    if float(number) != 0:
        raise ValueError(f"at least {number} has no pattern")
    return r"^(?:[^\-]|-[0.]+$)"


def at_most(number: str) -> str:
    r"""A pattern of decimals that are not more than a number.

    Raises:
        ValueError: the number is not whole, or below zero.

    >>> at_most("1.0")
    '^(?:-|\\+?0*(?:(?:|0)(?:\\.[0-9]*)?|1(?:\\.0*)?)$)'
    """
    if not float(number).is_integer() or float(number) < 0:
        raise ValueError(f"at most {number} has no pattern")
    digits = str(int(float(number)))
    most = rf"{digits}(?:\.0*)?"
    shorter = [f"[0-9]{{0,{len(digits) - 1}}}"] if len(digits) > 1 else [""] * (digits > "0")
    less = [
        digits[:place] + f"[0-{int(digit) - 1}]" + "[0-9]" * (len(digits) - place - 1)
        for place, digit in enumerate(digits)
        if digit != "0"
    ]
    below = "|".join([*shorter, *less]).replace("[0-0]", "0")
    either = rf"(?:{below})(?:\.[0-9]*)?|{most}" if below else rf"{most}|\.0*"
    return rf"^(?:-|\+?0*(?:{either})$)"
