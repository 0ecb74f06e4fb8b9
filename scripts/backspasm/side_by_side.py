"""A comparison of documents as text: a table, Markdown, CSV, TSV or JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from backspasm.claims import CAUSAL
from backspasm.comparison import CATEGORIES
from backspasm.namespaces import local_name, shorten
from backspasm.tables import delimited, markdown, table, wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from backspasm.claims import Claim
    from backspasm.comparison import Comparison, Said, Thing

__all__ = ["written"]


class _Section(NamedTuple):
    heading: str
    header: list[str]
    rows: list[list[str]]


def written(compared: Comparison, format_name: str, width: int) -> str:
    """A comparison in a format.

    Args:
        compared: what to write.
        format_name: "table" and "markdown" have a summary and a section for each category,
            with labels; "csv" and "tsv" one row for each thing said, "json" all of it, with
            CURIEs.
        width: the columns of the terminal, for a table.
    """
    if format_name == "json":
        import json

        return json.dumps(_as_json(compared), ensure_ascii=False, indent=2) + "\n"
    if format_name in ("csv", "tsv"):
        return delimited(
            _header(compared), [_flat(compared, t) for t in compared.things], format_name
        )
    lines = [
        f"{title} ({shorten(document)}): {_number(compared, document)} claims"
        for document, title in compared.titles.items()
    ]
    sections = [_summary(compared), *_sections(compared)]
    if format_name == "markdown":
        blocks = ["".join(f"- {line}\n" for line in lines)]
        blocks += [
            _heading(section) + markdown(section.header, section.rows) for section in sections
        ]
    else:
        blocks = ["\n".join(part for line in lines for part in wrap(line, width)) + "\n"]
        blocks += [
            ("\n".join(wrap(section.heading, width)) + "\n\n" if section.heading else "")
            + table(section.header, section.rows, width)
            for section in sections
        ]
    return "\n".join(blocks)


def _heading(section: _Section) -> str:
    return f"## {section.heading}\n\n" if section.heading else ""


def _number(compared: Comparison, document: str) -> int:
    return sum(claim.document == document for claim in compared.claims.values())


def _summary(compared: Comparison) -> _Section:
    rows = [[name, str(compared.counts[name]), meaning] for name, meaning in CATEGORIES.items()]
    return _Section("", ["category", "things", "meaning"], rows)


def _sections(compared: Comparison) -> list[_Section]:
    sections = []
    names = [local_name(document) for document in compared.documents]
    for category in CATEGORIES:
        things = [thing for thing in compared.things if thing.category == category]
        if category == "alone":
            sections += _alone(compared, things)
        elif things:
            rows = [
                [
                    _words(compared, t, t.relation),
                    *(_cell(compared, t, d) for d in compared.documents),
                ]
                for t in things
            ]
            heading = f"{category}: {CATEGORIES[category]}"
            sections.append(_Section(heading, ["what is said", *names], rows))
    return sections


def _alone(compared: Comparison, things: Sequence[Thing]) -> list[_Section]:
    sections = []
    for document in compared.documents:
        rows = [
            [
                _words(compared, thing, thing.relation),
                _firmness(compared, said),
                _claims(said.claims),
            ]
            for thing in things
            for said in thing.said
            if said.document == document
        ]
        if rows:
            heading = f"alone: only {local_name(document)} says it, and no other anything near it"
            sections.append(_Section(heading, ["what is said", "how firmly", "claims"], rows))
    return sections


def _words(compared: Comparison, said: Thing | Claim, relation: str) -> str:
    named = (said.subject, relation, said.object)
    names = [compared.labels.get(iri, local_name(iri)) for iri in named]
    if relation in CAUSAL:
        names[1] = "→"
    return " ".join(["denied:", *names] if said.polarity == "Denied" else names)


def _cell(compared: Comparison, thing: Thing, document: str) -> str:
    parts = [
        f"{_firmness(compared, said)}; {_claims(said.claims)}"
        for said in thing.said
        if said.document == document
    ]
    theirs: dict[str, list[str]] = {}
    for iri in thing.counterparts:
        claim = compared.claims[iri]
        if claim.document == document:
            words = _words(compared, claim, claim.predicate)
            theirs.setdefault(words, []).append(iri)
    if theirs:
        others = "; ".join(f"{words}, {_claims(iris)}" for words, iris in theirs.items())
        parts.append(f"{'against' if thing.category == 'contradicts' else 'near'}: {others}")
    return "; ".join(parts)


def _firmness(compared: Comparison, said: Said) -> str:
    text = _hedged(said.firmest, said.firmest_hedge)
    if said.weakest != said.firmest:
        text += f" to {_hedged(said.weakest, said.weakest_hedge)}"
    if said.limits:
        limits = ", ".join(compared.labels.get(iri, local_name(iri)) for iri in said.limits)
        text += f", limited to: {limits}"
    return text


def _hedged(certainty: str, hedges: Sequence[str]) -> str:
    words = ", ".join(f"“{hedge}”" for hedge in hedges)
    return f"{certainty.lower()} ({words})" if words else certainty.lower()


def _claims(iris: Sequence[str]) -> str:
    return ", ".join(local_name(iri) for iri in iris)


_THING = tuple("category label subject relation object polarity documents firmest weakest".split())
_SAID = ("firmest", "firmest hedge", "weakest", "weakest hedge", "limits", "claims")


def _header(compared: Comparison) -> list[str]:
    own = [f"{local_name(doc)} {name}" for doc in compared.documents for name in _SAID]
    return [*_THING, *own, "counterparts"]


def _flat(compared: Comparison, thing: Thing) -> list[str]:
    cells = [
        *(thing.category, _words(compared, thing, thing.relation)),
        *map(shorten, (thing.subject, thing.relation, thing.object)),
        *(thing.polarity, str(len(thing.said)), thing.firmest, thing.weakest),
    ]
    by_document = {said.document: said for said in thing.said}
    for document in compared.documents:
        said = by_document.get(document)
        cells += (
            [""] * len(_SAID)
            if said is None
            else [
                said.firmest,
                "; ".join(said.firmest_hedge),
                said.weakest,
                "; ".join(said.weakest_hedge),
                " ".join(map(shorten, said.limits)),
                " ".join(map(shorten, said.claims)),
            ]
        )
    return [*cells, " ".join(map(shorten, thing.counterparts))]


def _as_json(compared: Comparison) -> dict[str, object]:
    return {
        "documents": [
            {"document": shorten(document), "title": title, "claims": _number(compared, document)}
            for document, title in compared.titles.items()
        ],
        "counts": compared.counts,
        "things": [_thing_as_json(compared, thing) for thing in compared.things],
    }


def _thing_as_json(compared: Comparison, thing: Thing) -> dict[str, object]:
    return {
        "category": thing.category,
        "label": _words(compared, thing, thing.relation),
        "subject": shorten(thing.subject),
        "relation": shorten(thing.relation),
        "object": shorten(thing.object),
        "polarity": thing.polarity,
        "firmest": thing.firmest,
        "weakest": thing.weakest,
        "said": [
            {
                "document": shorten(said.document),
                "firmest": said.firmest,
                "weakest": said.weakest,
                "firmestHedge": list(said.firmest_hedge),
                "weakestHedge": list(said.weakest_hedge),
                "limits": [shorten(iri) for iri in said.limits],
                "claims": [shorten(iri) for iri in said.claims],
            }
            for said in thing.said
        ],
        "counterparts": [shorten(iri) for iri in thing.counterparts],
    }
