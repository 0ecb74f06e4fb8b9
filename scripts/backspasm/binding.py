"""The text of a query for an endpoint: its prefixes declared, its parameters bound as terms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backspasm.namespaces import PREFIXES
from backspasm.queries import tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from backspasm.graph import Term
    from backspasm.queries import Query

    Token = tuple[str, str, int]

__all__ = ["bound_text"]

_OPENING = "{(["
_CLOSING = "})]"


def bound_text(query: Query, terms: Mapping[str, Term]) -> str:
    """A query that any SPARQL 1.1 endpoint understands.

    A term is bound by VALUES (SPARQL 1.1, section 10) where the outermost group begins,
    and again in each sub-select that projects its variable: this changes no answer, and
    some servers cannot follow a path whose ends are both open.

    Args:
        query: a query whose syntax and bindings were checked.
        terms: terms for its variables, by their names.

    Returns:
        The query with the prefixes of the dataset that it uses and does not declare, in
        front of its first line.
    """
    read = list(tokens(query.text))
    text = _with_values(query, read, terms) if terms else query.text
    return "".join(f"PREFIX {name}: <{PREFIXES[name]}> " for name in _undeclared(read)) + text


def _undeclared(read: list[Token]) -> list[str]:
    declared: set[str] = set()
    used: set[str] = set()
    for (_, before, _), (kind, value, _) in zip([("", "", 0), *read], read, strict=False):
        if kind == "name":
            prefix = value.partition(":")[0]
            (declared if before.upper() == "PREFIX" else used).add(prefix)
    return sorted((used - declared) & set(PREFIXES))


def _with_values(query: Query, read: list[Token], terms: Mapping[str, Term]) -> str:
    ends = _partners(read)
    insertions: dict[int, str] = {}
    first = next(i for i, token in enumerate(read) if token[1].upper() == query.form)
    group = _group(read, ends, first)
    if group is None:  # DESCRIBE ?variable, without a WHERE
        return f"{query.text} WHERE {{ {_values(terms, terms)} }}"
    if query.form == "CONSTRUCT" and read[first + 1][1] != "{":
        pattern = query.text[read[group][2] : read[ends[group]][2] + 1]
        insertions[read[first][2] + len("CONSTRUCT")] = f" {pattern}"
    _bind(insertions, read, ends, group, _values(terms, terms))
    for i in range(len(read) - 1):
        if read[i][1] != "{" or read[i + 1][1].upper() != "SELECT":
            continue
        inner = _group(read, ends, i + 1)
        if inner is not None and inner < ends[i] and not _limited(read, ends[inner], ends[i]):
            names = _projected(read[i + 2 : inner], read[inner : ends[inner]]) & set(terms)
            if names:
                _bind(insertions, read, ends, inner, _values(sorted(names), terms))
    text = query.text
    for start in sorted(insertions, reverse=True):
        text = text[:start] + insertions[start] + text[start:]
    return text


def _partners(read: list[Token]) -> dict[int, int]:
    """For each opening bracket, by its place among the tokens, the place of the closing one."""
    ends, opened = {}, []
    for i, (kind, value, _) in enumerate(read):
        if kind == "other" and value in _OPENING:
            opened.append(i)
        elif kind == "other" and value in _CLOSING:
            ends[opened.pop()] = i
    return ends


def _group(read: list[Token], ends: dict[int, int], form: int) -> int | None:
    """The brace that opens the WHERE of the query form at a place."""
    i = form + 1
    if read[form][1].upper() == "CONSTRUCT" and read[i][1] == "{":
        i = ends[i] + 1
    while i < len(read):
        if read[i][1] == "{":
            return i
        i = ends[i] + 1 if i in ends else i + 1
    return None


def _bind(
    insertions: dict[int, str], read: list[Token], ends: dict[int, int], group: int, values: str
) -> None:
    opening, closing = read[group][2] + 1, read[ends[group]][2]
    if read[group + 1][1].upper() == "SELECT":  # nothing may stand beside it in its braces
        insertions[opening] = f" {values} {{" + insertions.get(opening, "")
        insertions[closing] = insertions.get(closing, "") + "} "
    else:
        insertions[opening] = f" {values} " + insertions.get(opening, "")


def _limited(read: list[Token], start: int, end: int) -> bool:
    return any(value.upper() in ("LIMIT", "OFFSET") for _, value, _ in read[start:end])


def _projected(clause: list[Token], group: list[Token]) -> set[str]:
    """The variables that a SELECT clause takes out of its group as they are."""
    inside = {value[1:] for kind, value, _ in group if kind == "variable"}
    if any(value == "*" for _, value, _ in clause):
        return inside
    depth, names = 0, set()
    for kind, value, _ in clause:
        depth += (value == "(") - (value == ")")
        if kind == "variable" and depth == 0:
            names.add(value[1:])
    return names & inside


def _values(names: Iterable[str], terms: Mapping[str, Term]) -> str:
    return " ".join(f"VALUES ?{name} {{ {terms[name]} }}" for name in names)
