"""Small causal datasets, written down as lines of `cause effect certainty document`."""

from __future__ import annotations

from pathlib import Path

import backspasm

HEAD = """
@prefix bs: <https://w3id.org/backspasm/concept/> .
@prefix bsc: <https://w3id.org/backspasm/claim/> .
@prefix bsd: <https://w3id.org/backspasm/document/> .
@prefix bsv: <https://w3id.org/backspasm/vocab/> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""


def dataset(folder: Path, lines: str, more: str = "") -> backspasm.Dataset:
    """A dataset with a claim for each line, numbered from 1; further Turtle behind it."""
    said = [line.split() for line in lines.strip().splitlines()]
    parts = [HEAD]
    for name in sorted({name for cause, effect, *_ in said for name in (cause, effect)}):
        label = name.replace("-", " ")
        parts.append(f'bs:{name} a bsv:Process, skos:Concept ; skos:prefLabel "{label}"@en .')
    for number, (cause, effect, certainty, document) in enumerate(said, 1):
        passage = f"<https://w3id.org/backspasm/document/{document}#char={number},{number + 1}>"
        parts.append(
            f"bsc:{document}-{number} a bsv:Claim ; rdf:subject bs:{cause} ; rdf:object bs:{effect} ;"
            f" rdf:predicate bsv:causes ; bsv:polarity bsv:Affirmed ; bsv:certainty bsv:{certainty} ;"
            f' bsv:basis bsv:Sentence ; bsv:statement "Said."@en ; bsv:passage {passage} .'
        )
        parts.append(
            f"{passage} oa:hasSource bsd:{document} ; oa:start {number} ; oa:end {number + 1} ."
        )
    path = folder / "causes.ttl"
    path.write_text("\n".join([*parts, more]), encoding="utf-8")
    return backspasm.load(path)
