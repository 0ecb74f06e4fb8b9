"""A page of `backspasm show` as text for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backspasm.namespaces import BSV, local_name, shorten
from backspasm.tables import wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from backspasm.show import Page, Record, Value

__all__ = ["as_text"]

_LIMITS = {
    "bsv:population": "in",
    "bsv:scope": "within",
    "bsv:site": "at",
    "bsv:onset": "onset",
    "bsv:frequency": "how often",
    "bsv:rank": "rank",
    "bsv:subjectQualifier": "subject is",
    "bsv:objectQualifier": "object is",
    "bsv:jointlyWith": "jointly with",
    "bsv:citedWork": "cites",
    "bsv:contradicts": "contradicts",
}

_FIRST = ("skos:definition", "rdfs:comment", "skos:altLabel", "bsv:from", "bsv:to", "bsv:certainty")

_LEFT_OUT = frozenset(
    "rdf:type skos:prefLabel rdfs:label dcterms:title skos:inScheme bsv:sha256 bsv:step bsv:next "
    "bsv:stepFrom bsv:stepTo bsv:nextFrom".split()
)

_INDENT = 4


def as_text(shown: Page, width: int) -> str:
    """A page in lines of at most a width, as far as its words allow.

    Every claim and finding comes with certainty, hedge, polarity, evidence, document,
    section and offsets.
    """
    thing = shown.thing
    lines = [*_lines(_title(thing), 0, width), *_kinds(thing, width)]
    if thing.is_a("Claim") or thing.is_a("QuantitativeFinding"):
        lines += _said(thing, width)
    else:
        lines += _properties(thing, width)
    lines += _steps(thing, width)
    for title, records in (
        ("Claims", shown.claims),
        ("Mechanisms", shown.mechanisms),
        ("Findings", shown.findings),
    ):
        if records:
            lines += ["", f"{title}: {len(records)}"]
        for record in records:
            lines += ["", *_lines(_heading(record), 0, width)]
            lines += _mechanism(record, width) if record.steps else _said(record, width)
    return "\n".join(lines) + "\n"


def _title(thing: Record) -> str:
    curie = shorten(thing.iri)
    return curie if thing.label == curie else f"{thing.label} ({curie})"


def _heading(record: Record) -> str:
    curie = shorten(record.iri)
    return curie if record.label == curie else f"{curie}: {record.label}"


def _lines(text: str, margin: int, width: int) -> list[str]:
    return [" " * margin + line for line in wrap(text, max(width - margin, 1))]


def _kinds(thing: Record, width: int) -> list[str]:
    values = thing.properties.get("rdf:type", ())
    kinds = [value for value in values if value.iri.startswith(BSV)] or list(values)
    return _lines(", ".join(_marked(value) for value in kinds), _INDENT, width) if kinds else []


def _marked(value: Value) -> str:
    return f"{value.text} (derived)" if value.derived else value.text


def _properties(thing: Record, width: int) -> Iterator[str]:
    said_first = sorted(thing.properties.items(), key=lambda item: _rank(item[0], item[1]))
    for name, values in said_first:
        own = [value for value in values if not (value.derived and value.passage)]
        if name not in _LEFT_OUT and own:
            spelled = "; ".join(_spelled(value) for value in own)
            yield from _lines(f"{_spoken(name)}: {spelled}", _INDENT, width)


def _rank(name: str, values: list[Value]) -> tuple[int, bool, str]:
    """What the thing is, then what curators say of it, then what is derived."""
    first = _FIRST.index(name) if name in _FIRST else len(_FIRST)
    return first, all(value.derived for value in values), name


def _spoken(name: str) -> str:
    local = name.partition(":")[2]
    spaced = "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in local)
    return "also called" if name == "skos:altLabel" else spaced.strip()


def _spelled(value: Value) -> str:
    if value.passage is not None:
        return place(value.passage)
    named = f"{value.text} ({shorten(value.iri)})" if value.iri else value.text
    if named == f"{shorten(value.iri)} ({shorten(value.iri)})":
        named = shorten(value.iri)
    return f"{named} (derived)" if value.derived else named


def place(passage: Record) -> str:
    """A passage in words: document, section, offsets and id."""
    document = ", ".join(passage.texts("oa:hasSource")) or "unknown document"
    section = ", ".join(f"“{text}”" for text in passage.texts("bsv:section")) or "no section"
    inferred = " (inferred)" if "true" in passage.texts("bsv:sectionInferred") else ""
    start, end = (", ".join(passage.texts(f"oa:{edge}")) or "?" for edge in ("start", "end"))
    return f"{document}, section {section}{inferred}, characters {start} to {end}"


def _said(record: Record, width: int) -> Iterator[str]:
    """What a claim or finding says, how firmly, on what evidence, and where."""
    for text in record.texts("bsv:statement"):
        yield from _lines(text, _INDENT, width)
    yield from _lines("; ".join(_manner(record)), _INDENT, width)
    limits = [
        f"{words} {', '.join(record.texts(name))}"
        for name, words in _LIMITS.items()
        if record.texts(name)
    ]
    if limits:
        yield from _lines("; ".join(limits), _INDENT, width)
    yield from _figures(record, width)
    yield from _lines(f"evidence: {_evidence(record)}", _INDENT, width)
    for value in record.properties.get("bsv:passage", ()):
        if value.passage is not None:
            yield from _lines(f"at: {place(value.passage)}", _INDENT, width)
    for text in record.texts("bsv:curatorNote"):
        yield from _lines(f"note: {text}", _INDENT, width)
    yield from _withdrawal(record, width)


def _manner(record: Record) -> Iterator[str]:
    hedges = [f"“{text}”" for text in record.texts("bsv:hedge")]
    for certainty in record.texts("bsv:certainty") or ["no certainty"]:
        yield f"{certainty} ({', '.join(hedges)})" if hedges else certainty
    yield from record.texts("bsv:polarity")
    yield from (f"rests on a {basis}" for basis in record.texts("bsv:basis"))


def _evidence(record: Record) -> str:
    kinds = [
        f"{value.text} ({shorten(value.iri)})"
        for value in record.properties.get("bsv:evidence", ())
    ]
    wording = [f"“{text}”" for text in record.texts("bsv:evidenceWording")]
    return ", ".join([*kinds, *wording]) or "none given"


def _figures(record: Record, width: int) -> Iterator[str]:
    figure = [*record.texts("bsv:value"), *record.texts("bsv:wording")]
    if record.texts("bsv:minimum"):
        figure.append(
            f"{record.texts('bsv:minimum')[0]} to {', '.join(record.texts('bsv:maximum'))}"
        )
    if figure:
        kind = ", ".join(record.texts("bsv:statistic")) or "figure"
        units = ", ".join(record.texts("qudt:hasUnit"))
        yield from _lines(f"{kind}: {', '.join(figure)} {units}".rstrip(), _INDENT, width)
    about = [f"{value.text}" for value in record.properties.get("bsv:about", ())]
    if about:
        yield from _lines(f"about: {', '.join(about)}", _INDENT, width)


def _withdrawal(record: Record, width: int) -> Iterator[str]:
    if "true" in record.texts("owl:deprecated"):
        reason = " ".join(record.texts("bsv:deprecationReason")) or "no reason given"
        replaced = [
            f"; see {shorten(v.iri)}" for v in record.properties.get("dcterms:isReplacedBy", ())
        ]
        yield from _lines(f"withdrawn: {reason}{''.join(replaced)}", _INDENT, width)


def _mechanism(record: Record, width: int) -> Iterator[str]:
    yield from _properties(record, width)
    yield from _steps(record, width)


def _steps(record: Record, width: int) -> Iterator[str]:
    for number, step in enumerate(record.steps, 1):
        ends = [" ".join(step.texts(f"bsv:step{end}")) or "?" for end in ("From", "To")]
        claims = ", ".join(_claim_ids(step.properties.get("bsv:claim", ())))
        yield from _lines(f"step {number}: {ends[0]} → {ends[1]} ({claims})", _INDENT, width)


def _claim_ids(values: Iterable[Value]) -> Iterator[str]:
    return (shorten(value.iri) or local_name(value.iri) for value in values)
