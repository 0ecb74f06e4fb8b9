"""Literals that are not what their datatype says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backspasm.namespaces import shorten
from backspasm.validation.checks.datatypes import LEXICAL, is_well_formed_tag
from backspasm.validation.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pyoxigraph

    from backspasm.validation.checks.index import Index

__all__ = ["ill_typed_literals"]

EXAMPLES = {
    "boolean": "true or false",
    "date": "2026-02-28",
    "dateTime": "2026-02-28T12:00:00Z",
    "dateTimeStamp": "2026-02-28T12:00:00Z",
    "time": "12:00:00",
    "gYear": "2026",
    "gYearMonth": "2026-02",
    "gMonthDay": "--02-28",
    "gMonth": "--02",
    "gDay": "---28",
    "duration": "P1Y2M3DT4H5M6S",
    "yearMonthDuration": "P1Y2M",
    "dayTimeDuration": "P3DT4H",
    "decimal": "4.2",
    "double": "4.2E1",
    "float": "4.2E1",
    "language": "en",
    "hexBinary": "0A1F",
    "rdf:JSON": '{"a": 1}',
    "rdf:XMLLiteral": "<b>text</b>",
}
"""How a value of a datatype may look."""


def ill_typed_literals(index: Index) -> Iterator[Finding]:
    """A literal whose text is not in the lexical space of its datatype, or whose tag is none.

    Datatypes of others are passed over.
    """
    judged: dict[str, str] = {}
    for subject, predicate, value, literal in index.data.rows:
        if literal is None or (value[-1] == '"' and "\\" not in value):
            continue  # a plain string without a control character is one
        fault = judged.get(value)
        if fault is None:
            fault = judged[value] = _fault(literal)
        if fault:
            yield Finding(
                severity="violation",
                rule="ill-typed-literal",
                message=f"{value if len(value) < _LONG else 'The literal'} {fault}.",
                remedy=_remedy(literal),
                focus=subject,
                path=predicate,
                value=value,
            )


_LONG = 200
"""How long a literal may be to be quoted as a whole."""


def _fault(literal: pyoxigraph.Literal) -> str:
    if literal.language:
        return "" if is_well_formed_tag(literal.language) else "has a language tag that is none"
    judge = LEXICAL.get(literal.datatype.value)
    if judge is None or judge(literal.value):
        return ""
    return f"is no {shorten(literal.datatype.value)}"


def _remedy(literal: pyoxigraph.Literal) -> str:
    if literal.language:
        return "Write a language tag as BCP 47 has it, such as en or en-GB."
    name = shorten(literal.datatype.value)
    example = EXAMPLES.get(name.removeprefix("xsd:"), "")
    such = f", such as {example}" if example else ""
    return f"Write the value as {name} has it{such}, or change its datatype."
