"""A source text: reading it, finding a phrase in it, and the heading a place stands under."""

from __future__ import annotations

import hashlib
import os
import re
from typing import NamedTuple

from backspasm.errors import FileError, UnknownNameError
from backspasm.files import read_bytes

__all__ = [
    "Occurrence",
    "Text",
    "digest",
    "find",
    "read_text",
    "read_texts",
    "section_at",
    "sentence_at",
]

MAX_HEADING_WORDS = 15
MAX_SECTION_WORDS = 8
SHORTEST_LONG_WORD = 4

_NUMBER = re.compile(r"\d+[.)]\s+")
_BULLET = re.compile(r"[-*•‣–—]\s")
_LEAD = re.compile(r"\s*(?:\d+[.)]\s+|[-*•‣–—]\s+)?")
_SENTENCE_END = re.compile(r"[.!?](?=\s)\s*|\s*\n\s*")
_LOST = re.compile(r"\n[^\S\n]*\n[^\S\n]*\n")
_QUOTES = {"'": "['‘’]", "’": "['‘’]", '"': '["“”]', "“": '["“”]', "”": '["“”]'}


class Text(NamedTuple):
    """A text as its file holds it, read as UTF-8 without changing line ends."""

    path: str
    sha256: str
    characters: str


class Occurrence(NamedTuple):
    """A place where a phrase stands: offsets in code points, the end exclusive.

    Attributes:
        start: the offset of the first character.
        end: the offset behind the last character.
        section: the nearest heading, "" where there is none before.
        lost: whether a heading is likely lost between that one and this place.
        sha256: the digest of the exact characters.
        sentence: the offsets of the sentence around it, which is what a passage holds.
    """

    start: int
    end: int
    section: str
    lost: bool
    sha256: str
    sentence: tuple[int, int]


def digest(characters: str) -> str:
    """The SHA-256 of characters in UTF-8, as lower-case hexadecimal."""
    return hashlib.sha256(characters.encode()).hexdigest()


def read_text(path: str) -> Text:
    """A text.

    Raises:
        FileError: the file is missing, unreadable or not UTF-8.
    """
    content = read_bytes(path)
    try:
        return _text(path, content)
    except UnicodeDecodeError as error:
        raise FileError(
            "not UTF-8",
            place=f"{path}: byte {error.start}",
            remedy="give the text as it was received",
        ) from error


def _text(path: str, content: bytes) -> Text:
    return Text(path, hashlib.sha256(content).hexdigest(), content.decode())


def read_texts(folder: str) -> list[Text]:
    """The texts in a folder and below, in the order of their names.

    Files that are not UTF-8 are no texts and are passed over.

    Raises:
        FileError: the folder is missing or a file in it cannot be read.
    """
    if os.path.isfile(folder):
        return [read_text(folder)]
    if not os.path.isdir(folder):
        raise FileError(
            "no such folder", place=folder, remedy="name the folder with the source texts"
        )
    texts = []
    for parent, _, names in sorted(os.walk(folder)):
        for name in sorted(names):
            path = os.path.join(parent, name)
            try:
                texts.append(_text(path, read_bytes(path)))
            except UnicodeDecodeError:
                continue
    return texts


def find(text: Text, phrase: str) -> list[Occurrence]:
    """Every place where a phrase stands in a text.

    Args:
        text: where to look.
        phrase: words as printed; white space stands for any run of white space, so a
            phrase may go over line ends, and straight quotes for curly ones.

    Raises:
        UnknownNameError: it stands nowhere; the remedy says so where only case differs.
    """
    words = ["".join(_QUOTES.get(c, re.escape(c)) for c in word) for word in phrase.split()]
    if not words:
        raise UnknownNameError("the phrase is empty", place="--find", remedy="give a word or more")
    pattern = r"\s+".join(words)
    places = [match.span() for match in re.finditer(pattern, text.characters)]
    if not places:
        near = re.search(pattern, text.characters, re.IGNORECASE)
        remedy = f"the text has “{near.group()}”" if near else "give the words as they are printed"
        raise UnknownNameError(
            f"the phrase “{phrase}” is not in the text", place=text.path, remedy=remedy
        )
    return [
        Occurrence(
            start,
            end,
            *section_at(text.characters, start),
            digest(text.characters[start:end]),
            sentence_at(text.characters, start, end),
        )
        for start, end in places
    ]


def sentence_at(characters: str, start: int, end: int) -> tuple[int, int]:
    """The sentence, heading or list item in which a place stands.

    Numbers, bullets and a closing colon do not belong to it.

    A sentence ends at a line end, or at a full stop, question mark or exclamation mark
    before white space.

    Returns:
        Its offsets in code points, the end exclusive.
    """
    before = [match.end() for match in _SENTENCE_END.finditer(characters, 0, start)]
    first = before[-1] if before else 0
    behind = _SENTENCE_END.search(characters, end - 1)
    last = behind.start() + len(behind.group().rstrip()) if behind else len(characters)
    lead = _LEAD.match(characters, first)
    return (lead.end() if lead else first), last - (characters[last - 1] == ":")


def section_at(characters: str, offset: int) -> tuple[str, bool]:
    """The heading under which a place stands, and whether a nearer one is likely lost.

    A heading is a line that stands alone between blank lines, has at most
    `MAX_HEADING_WORDS` words, is no bullet, and ends without closing punctuation. One that
    ends with a colon must be numbered ("3. Title:") or have capitals in most of its
    longer words; otherwise it leads into a list. Where two or more blank lines stand
    between the heading and the place, the heading of that paragraph was likely lost.
    A place inside a heading stands under that heading.

    Returns:
        The heading without number and closing colon, cut after `MAX_SECTION_WORDS` words
        ("" before the first heading), and whether the true heading is likely lost.
    """
    name, behind, position = "", 0, 0
    lines = characters.split("\n")
    for index, line in enumerate(lines):
        if position > offset:
            break
        alone = (
            not "".join(lines[max(index - 1, 0) : index]).strip()
            and not "".join(lines[index + 1 : index + 2]).strip()
        )
        if alone and _is_heading(line.strip()):
            name, behind = _section(line), position
        position += len(line) + 1
    line_start = characters.rfind("\n", 0, offset) + 1
    return name, bool(_LOST.search(characters, behind, line_start))


def _section(heading: str) -> str:
    words = _NUMBER.sub("", heading.strip(), count=1).rstrip(":").split()
    return " ".join(words[:MAX_SECTION_WORDS]) + (" …" if len(words) > MAX_SECTION_WORDS else "")


def _is_heading(line: str) -> bool:
    words = line.split()
    if not words or len(words) > MAX_HEADING_WORDS or _BULLET.match(line) or line[-1] in ".!?;,…":
        return False
    if _NUMBER.match(line):
        return True
    if line[-1] == ":":
        longer = [word for word in words if len(word) >= SHORTEST_LONG_WORD]
        return 2 * sum(word[0].isupper() for word in longer) > len(longer)
    return line[0].isupper() or line[0].isdecimal()
