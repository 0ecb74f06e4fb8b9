"""Where that stands which a parser refuses without saying where."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING
from xml.parsers import expat

import pyoxigraph

from backspasm.positions.contexts import contexts
from backspasm.positions.json_text import read_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from backspasm.positions.json_text import Value
    from backspasm.positions.place import Place
    from backspasm.positions.text import Text

__all__ = ["refused_in_json_ld", "refused_in_xml"]

_PIECE = re.compile(rb"[^>]*>|[^>]+\Z")
_NAME = re.compile(rb"[^\s>]*\s*>?")
_DEFINITION = "Term definition"
_ASKED = re.compile(rf"(@[A-Za-z]+|{_DEFINITION}) value must be (.*)")
_QUOTED = re.compile(r"'(.*?)': ", re.DOTALL)
_REMOTE = "load remote contexts"
_WORDS = {"null": "null", "true": "boolean", "false": "boolean"}


def refused_in_xml(text: Text, content: bytes, base: str) -> Place | None:
    """The place of what is no XML, or no RDF/XML.

    Args:
        text: the decoded file.
        content: the file.
        base: what relative IRIs are relative to.
    """
    parser = expat.ParserCreate()
    try:
        parser.Parse(content, True)  # noqa: FBT003 (expat's own signature)
    except expat.ExpatError as error:
        first = end = max(0, parser.ErrorByteIndex)
        if error.code == expat.errors.codes[expat.errors.XML_ERROR_TAG_MISMATCH]:
            match = _NAME.match(content, first)
            first, end = content.rfind(b"</", 0, first), match.end() if match else first
        return text.place(text.offset(first), text.offset(end), "line")
    pieces = _Pieces(content)
    try:
        for _ in pyoxigraph.parse(pieces, pyoxigraph.RdfFormat.RDF_XML, base_iri=base or None):
            pass
    except SyntaxError:
        piece = content[pieces.first : pieces.end]
        first = pieces.first + len(piece) - len(piece.lstrip())
        return text.place(text.offset(first), text.offset(pieces.end), "line")
    return None


class _Pieces(io.BytesIO):
    """A file that is read up to the end of one tag after the other, to see how far a parser came.

    Attributes:
        first: the first byte of the last piece that was read.
        end: the byte after it.
    """

    def __init__(self, content: bytes) -> None:
        super().__init__(content)
        self._content = content
        self.first = self.end = 0

    def read(self, size: int | None = -1) -> bytes:
        """The next bytes, up to the end of a tag."""
        if self.tell() == self.end:
            match = _PIECE.match(self._content, self.end)
            self.first, self.end = self.end, match.end() if match else self.end
        rest = self.end - self.tell()
        return super().read(rest if size is None or size < 0 else min(size, rest))


def refused_in_json_ld(text: Text, message: str) -> Place | None:
    """The place of what a message is about, if there is but one such in a text.

    Args:
        text: a file that is JSON.
        message: what the parser of JSON-LD says.
    """
    root = read_json(text.characters)
    found = [] if root is None else list(_meant(root, message))
    return text.place(*found[0].span, "exact") if len(found) == 1 else None


def _meant(root: Value, message: str) -> Iterator[Value]:
    asked, quoted = _ASKED.search(message), _QUOTED.search(message)
    if asked:
        kinds = set(re.findall(r"[a-z]+", asked[2].replace("map", "object")))
        for value in _values_of(root, asked[1]):
            yield from (one for one in _alone(value) if _kind(one) not in kinds)
    elif _REMOTE in message:
        yield from (context for context in contexts(root) if context.kind == "string")
    elif quoted:
        yield from (one for one in root.inside() if (one.kind, one.text) == ("string", quoted[1]))


def _values_of(root: Value, what: str) -> Iterator[Value]:
    owners = contexts(root) if what == _DEFINITION else root.inside()
    for owner in owners:
        for member in owner.members:
            if member.key == what or (what == _DEFINITION and not member.key.startswith("@")):
                yield member.value


def _alone(value: Value) -> list[Value]:
    return value.items if value.kind == "array" else [value]


def _kind(value: Value) -> str:
    if value.kind != "other":
        return value.kind
    return _WORDS.get(value.text, "number")
