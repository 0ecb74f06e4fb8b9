"""Reports of validations, some with everything that can go wrong in a format."""

from __future__ import annotations

from backspasm.namespaces import BS, BSC, BSH, BSV, RDF, SKOS
from backspasm.validation.finding import Finding, Place, sort
from backspasm.validation.report import Report

__all__ = ["NASTY", "REPORTS", "nasty_texts"]

SH = "http://www.w3.org/ns/shacl#"
FILES = ("data/a.ttl", "data/b.trig")
SHAPES = ("shapes/s.ttl",)

NASTY = (
    "quotes \" ' ` `` ``` and \\",
    "two\nlines\r\nand\ta tab",
    "bell \x07, escape \x1b[31m, null \x00, C1 \x9b",
    "emoji 👩‍🔬🇦🇹, combining e\u0301, wide 日本語, \ufffe and \U0010ffff",
    "right \u202eleft\u202c, عربى",
    "::error file=x::y %0A 100% a,b:c",
    "| pipe \\| <b onclick='x()'>html</b> &amp; <!-- --> ]]> <![CDATA[",
    "@someone #123 GH-7 owner/repo#9 deadbeefcafe https://example.org/1 www.example.org a@b.c",
    "*bold* _it_ ~~no~~ [link](https://example.org) ![x](y) $x$ # head",
    "lone \udcff surrogate",
    "very long " + "x" * 5000,
    "words " * 2000,
    "- list",
    "",
)
"""Texts that one format or another cannot hold as they are."""

PLACES = (
    None,
    Place("my data/ä:1.ttl", 3, 2, 3, 9, "exact"),
    Place(r"C:\data\x y.ttl", 1, 1, 2, 4, "exact"),
    Place("./data/../up, and%41.ttl", 7, 0, 7, 0, "line"),
    Place("/abs/data.rdf"),
    Place("bytes-\udcff\n\x1b.ttl", 2, 1, 2, 2, "node"),
)


def nasty_texts() -> Report:
    """Each nasty text in each part of a finding, at each kind of place."""
    findings = []
    for number, text in enumerate(NASTY):
        place = PLACES[number % len(PLACES)]
        lines = (text.replace("\n", " "), "\tsecond: " + text.replace("\n", " "))
        findings.append(
            Finding(
                severity=("violation", "warning", "info", "http://example.org/s<|>`everity")[
                    number % 4
                ],
                rule=f"<http://example.org/{number}|`x`>/minCount" if number % 2 else "idle-target",
                message=text,
                remedy=text[::-1],
                place=place,
                excerpt=lines[: place.end_line - place.line + 1] if place and place.line else (),
                excerpt_column=1 + number % 3,
                focus=("_:b3", "http://example.org/a|b", f"{BS}pain")[number % 3],
                path=("", f"^<{BSV}x>/<{RDF}rest>*", f"{SKOS}note")[number % 3],
                value="" if number % 2 else '"' + text.replace('"', "") + '"@en-GB',
                related=((Place("data/a.ttl", 1, 1, 1, 2, "exact"), text),) * (number % 3),
            )
        )
    unchecked = tuple(
        Finding(
            "violation", "syntax", text, "Mend it.", Place("bad.ttl", 1, 1, 1, 2, "exact"), (text,)
        )
        for text in NASTY[:6]
        if "\n" not in text
    )
    return Report(tuple(sort(findings)), unchecked, FILES, SHAPES, "pyshacl", 1234, "warning")


def _missing(number: int, severity: str = "violation", property_: str = "subject") -> Finding:
    name = f"bsc:doc-{number}"
    return Finding(
        severity,
        f"bsh:claim-{property_}/minCount",
        f"has no rdf:{property_}",
        f"A claim has exactly one {property_}.",
        Place("data/a.ttl", number * 10, 1, number * 10, len(name) + 1, "node"),
        (f"{name} a bsv:Claim ;",),
        f"{BSC}doc-{number}",
        RDF + property_,
        "",
        f"{BSH}claim-{property_}",
        f"{SH}MinCountConstraintComponent",
    )


_IDLE = Finding("warning", "idle-target", "the target matches nothing", "Mend it.", focus=f"{BSH}x")
_SYNTAX = Finding(
    "violation",
    "syntax",
    "expected a dot",
    "End the statement.",
    Place("data/c.ttl", 2, 5, 2, 6),
    ("a b c d",),
)

REPORTS = {
    "empty": Report((), (), FILES, SHAPES, "pyshacl", 12345),
    "nothing": Report(),
    "known": Report((), (), FILES, SHAPES, "shifty", 1, known=3),
    "one": Report((_missing(1),), (), FILES, SHAPES, "pyshacl", 10),
    "many": Report(
        tuple(sort([*map(_missing, range(1, 31)), _IDLE])), (), FILES, SHAPES, "pyshacl", 10
    ),
    "small": Report((_IDLE, _missing(2, "info", "object")), (), FILES, SHAPES, "pyshacl", 10),
    "unchecked": Report((_missing(1),), (_SYNTAX,), (*FILES, "data/c.ttl"), SHAPES, "pyshacl", 5),
    "nasty": nasty_texts(),
}
"""Reports by what they have."""
