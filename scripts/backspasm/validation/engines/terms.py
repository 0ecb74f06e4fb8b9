"""RDF terms as N-Triples writes them: IRIs in brackets, literals in quotes."""

from __future__ import annotations

import re
from typing import NamedTuple

from backspasm.namespaces import PREFIXES, RDF, XSD

__all__ = ["NIL", "SH", "TRUE", "LiteralParts", "iri", "literal", "parts", "shown", "term"]

SH = PREFIXES["sh"]
NIL = f"<{RDF}nil>"
TRUE = f'"true"^^<{XSD}boolean>'
_STRING = XSD + "string"
_LANG_STRING = RDF + "langString"
_TABLE = str.maketrans(
    {chr(code): f"\\u{code:04X}" for code in (*range(32), 127, 0xFFFE, 0xFFFF)}
    | {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
)
_PLAIN = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}
_ESCAPE = re.compile(r"\\(?:u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)")


class LiteralParts(NamedTuple):
    """A literal (RDF 1.1 Concepts, section 3.3): what stands between the quotes, and its kind."""

    value: str
    datatype: str
    language: str


def iri(name: str) -> str:
    """An IRI as a term."""
    return f"<{name}>"


def literal(value: str, datatype: str = _STRING, language: str = "") -> str:
    """A literal as a term, written as pyoxigraph writes it."""
    text = f'"{value.translate(_TABLE)}"'
    if language:
        return f"{text}@{language}"
    return text if datatype == _STRING else f"{text}^^<{datatype}>"


def parts(text: str) -> LiteralParts:
    """The parts of a literal that is written as a term."""
    end = text.rfind('"')
    value, kind = text[1:end], text[end + 1 :]
    if "\\" in value:
        value = _unescaped(value)
    if not kind:
        return LiteralParts(value, _STRING, "")
    if kind[0] == "@":
        return LiteralParts(value, _LANG_STRING, kind[1:])
    return LiteralParts(value, kind[3:-1], "")


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(_character, text)


def _character(found: re.Match[str]) -> str:
    sign, digits = found[0][1], found[0][2:]
    return chr(int(digits, base=16)) if digits else _PLAIN.get(sign, sign)


def shown(text: str) -> str:
    """A term as findings have it: an IRI without brackets."""
    return text[1:-1] if text.startswith("<") else text


def term(text: str) -> str:
    """A term as N-Triples writes it, of one as findings have it."""
    return text if text.startswith(('"', "_:", "<")) else f"<{text}>"
