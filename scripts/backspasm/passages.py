"""Whether every passage stands in its text, byte for byte."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, NamedTuple

from backspasm.namespaces import BSD, shorten
from backspasm.texts import digest, read_texts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from backspasm.graph import Graph
    from backspasm.texts import Occurrence, Text

__all__ = ["Check", "Verification", "as_turtle", "document_of", "verify"]

FOUND, WRONG, UNCHECKED = "found", "wrong", "not checkable"

_DOCUMENTS = """
SELECT ?document ?sha256 ?file ?characters WHERE {
  ?document a bsv:Document .
  OPTIONAL { ?document bsv:sha256 ?sha256 }
  OPTIONAL { ?document bsv:fileName ?file }
  OPTIONAL { ?document bsv:characters ?characters }
} ORDER BY ?document
"""

_PASSAGES = """
SELECT ?passage ?document ?start ?end ?sha256 WHERE {
  ?passage a bsv:Passage .
  OPTIONAL { ?passage oa:hasSource ?document }
  OPTIONAL { ?passage oa:start ?start }
  OPTIONAL { ?passage oa:end ?end }
  OPTIONAL { ?passage bsv:sha256 ?sha256 }
} ORDER BY ?document ?start ?end ?passage
"""


class Check(NamedTuple):
    """The outcome for a document or passage, and what is wrong with it."""

    iri: str
    outcome: str
    problem: str


class _Document(NamedTuple):
    iri: str
    sha256: str
    file: str
    characters: str


class _Passage(NamedTuple):
    iri: str
    document: str
    start: str
    end: str
    sha256: str


class Verification(NamedTuple):
    """All outcomes of a run, documents and passages apart."""

    documents: list[Check]
    passages: list[Check]

    def count(self, outcome: str) -> int:
        """How many passages have an outcome."""
        return sum(check.outcome == outcome for check in self.passages)

    @property
    def wrong(self) -> list[Check]:
        """The documents and passages that are wrong."""
        return [check for check in (*self.documents, *self.passages) if check.outcome == WRONG]

    @property
    def missing(self) -> list[Check]:
        """The documents whose text is not in the folder."""
        return [check for check in self.documents if check.outcome == UNCHECKED]

    def render(self) -> str:
        """The outcomes as text: one line for each that is not found, then the counts."""
        lines = [
            f"{check.outcome}: {shorten(check.iri)}: {check.problem}"
            for check in (*self.documents, *self.passages)
            if check.outcome != FOUND
        ]
        counts = ", ".join(
            f"{self.count(outcome)} {outcome}" for outcome in (FOUND, WRONG, UNCHECKED)
        )
        return "\n".join([*lines, f"passages: {counts}"]) + "\n"

    def to_json(self) -> str:
        """The outcomes as JSON: "documents", "passages" and "counts"."""
        import json

        content = {
            "documents": [check._asdict() for check in self.documents],
            "passages": [check._asdict() for check in self.passages],
            "counts": {outcome: self.count(outcome) for outcome in (FOUND, WRONG, UNCHECKED)},
        }
        return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def verify(dataset: Graph, folder: str) -> Verification:
    """Check every document and passage of a dataset against the texts in a folder.

    A document is matched with a file by the SHA-256 of the whole file, else by its
    `bsv:fileName`; then the text differs, which is said, and its passages are still
    looked for. A passage is found where its offsets lie within the text, its IRI says
    the same offsets (RFC 5147), and the characters there have its digest.

    Raises:
        FileError: the folder is missing or a file in it cannot be read.
    """
    texts = read_texts(folder)
    matched: dict[str, Text] = {}
    documents = []
    for row in dataset.rows(_DOCUMENTS):
        document = _Document(*row)
        text = match(document.sha256, document.file, texts)
        if text is not None:
            matched[document.iri] = text
        documents.append(_check_document(document, text, folder))
    passages = [
        _check_passage(passage, matched.get(passage.document))
        for passage in (_Passage(*row) for row in dataset.rows(_PASSAGES))
    ]
    return Verification(documents, passages)


def match(sha256: str, file: str, texts: Sequence[Text]) -> Text | None:
    """The text with a digest, else the one with a file name, else none."""
    for text in texts:
        if text.sha256 == sha256:
            return text
    for text in texts:
        if file and os.path.basename(text.path) == file:
            return text
    return None


def _check_document(document: _Document, text: Text | None, folder: str) -> Check:
    if text is None:
        wanted = f"named {document.file} " if document.file else ""
        return Check(document.iri, UNCHECKED, f"no file {wanted}with its digest in {folder}")
    if text.sha256 != document.sha256:
        said = document.sha256 or "none"
        return Check(
            document.iri,
            WRONG,
            f"the text of {text.path} differs: digest {text.sha256}, not {said}",
        )
    length = str(len(text.characters))
    if document.characters != length:
        said = document.characters or "no number of"
        return Check(document.iri, WRONG, f"{said} characters are said, {text.path} has {length}")
    return Check(document.iri, FOUND, "")


def _check_passage(passage: _Passage, text: Text | None) -> Check:
    problem = _malformed(passage)
    if problem:
        return Check(passage.iri, WRONG, problem)
    if text is None:
        return Check(passage.iri, UNCHECKED, "its text is not there")
    start, end = int(passage.start), int(passage.end)
    if end > len(text.characters):
        problem = f"ends behind the text, which has {len(text.characters)} characters"
    elif digest(text.characters[start:end]) != passage.sha256:
        problem = f"the characters of {text.path} at this place have another digest"
    if not problem:
        return Check(passage.iri, FOUND, "")
    elsewhere = _moved(text.characters, end - start, passage.sha256)
    if elsewhere is not None:
        problem += f"; its characters stand at {elsewhere} to {elsewhere + end - start}"
    return Check(passage.iri, WRONG, problem)


def _malformed(passage: _Passage) -> str:
    named = passage._asdict()
    lacking = [name for name in ("document", "start", "end", "sha256") if not named[name]]
    if lacking:
        return f"has no {', '.join(lacking)}"
    if not (passage.start.isdecimal() and passage.end.isdecimal()):
        return f"offsets {passage.start} and {passage.end} are not whole numbers from 0"
    if int(passage.start) >= int(passage.end):
        return f"starts at {passage.start} and ends at {passage.end}"
    expected = f"{passage.document}#char={passage.start},{passage.end}"
    return (
        ""
        if passage.iri == expected
        else f"its offsets and document make the id {shorten(expected)}"
    )


def _moved(characters: str, length: int, sha256: str) -> int | None:
    for start in range(len(characters) - length + 1):
        if digest(characters[start : start + length]) == sha256:
            return start
    return None


def document_of(dataset: Graph, text: Text) -> str | None:
    """The document that a text belongs to, by digest or file name; None where there is none."""
    for row in dataset.rows(_DOCUMENTS):
        document = _Document(*row)
        if match(document.sha256, document.file, [text]) is not None:
            return document.iri
    return None


def as_turtle(document: str, place: Occurrence) -> str:
    """A place in a text as a passage in Turtle, ready to be pasted into a data file."""
    # A document IRI that is no plain local name is written in full.
    source = shorten(document) if document.startswith(BSD) else f"<{document}>"
    section = place.section.replace("\\", "\\\\").replace('"', '\\"')
    inferred = "bsv:sectionInferred true ;" if place.lost else ""
    lines = [
        f"<{document}#char={place.start},{place.end}> a bsv:Passage , oa:SpecificResource ;",
        f"    oa:hasSource {source} ;",
        f"    oa:start {place.start} ;",
        f"    oa:end {place.end} ;",
        f'    bsv:section "{section}"@en ; {inferred}'.rstrip(),
        f'    bsv:sha256 "{place.sha256}" .',
    ]
    return "\n".join(lines) + "\n"


def guessed_document(path: str) -> str:
    """A document IRI from the name of a file."""
    stem = os.path.splitext(os.path.basename(path))[0].lower()
    return BSD + "-".join(re.findall(r"[a-z0-9]+", stem))


def as_found(document: str, place: Occurrence) -> str:
    """A place in a text for people: offsets, section, digest, and the passage in Turtle."""
    section = place.section or "none"
    lost = "; a heading is likely lost before this paragraph" if place.lost else ""
    first, last = place.sentence
    return (
        f"characters {place.start} to {place.end}, in the sentence {first} to {last}\n"
        f"section: {section}{lost}\n"
        f"sha256: {place.sha256}\n\n{as_turtle(document, place)}"
    )
