"""The mappings as an SSSOM set, for tools that compare vocabularies.

SSSOM 1.1, the canonical SSSOM/TSV format: https://mapping-commons.github.io/sssom/spec-formats-tsv/
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import TYPE_CHECKING

from backspasm.claims import labels_of
from backspasm.distribution import Distribution
from backspasm.errors import DataError
from backspasm.mappings import read_mappings
from backspasm.namespaces import BASE, BS, BSX, PREFIXES, shorten

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from backspasm.graph import Graph
    from backspasm.mappings import Mapping

__all__ = ["files"]

_COLUMNS = (
    "record_id subject_id subject_label predicate_id object_id object_label "
    "mapping_justification object_source object_source_version confidence comment"
).split()
"""The slots in the order of the class Mapping; those without any value are left out."""

_IDENTIFIERS = (0, 1, 3, 4, 6, 7)
"""Which of them hold identifiers."""

_BUILT_IN = frozenset("owl rdf rdfs semapv skos sssom xsd linkml".split())
"""Prefixes that no CURIE map names."""

_SCHEME = """
SELECT ?title ?description ?creator ?licence WHERE {
  ?scheme a skos:ConceptScheme .
  OPTIONAL { ?scheme dcterms:title ?title }
  OPTIONAL { ?scheme dcterms:description ?description }
  OPTIONAL { ?scheme dcterms:creator ?creator }
  OPTIONAL { ?scheme dcterms:license ?licence }
} ORDER BY ?scheme ?title ?description ?creator ?licence LIMIT 1
"""

_VERSION = f"SELECT ?version WHERE {{ <{BASE}vocab/> owl:versionInfo ?version }} ORDER BY ?version"

_UNSPECIFIED = "https://w3id.org/sssom/license/unspecified"

_PLAIN = re.compile(r"(?![-?:,\[\]{}#&*!|>'\"%@`\s])(?!.*(?:: |:$| #|\s$))[^\x00-\x1f\x7f-\x9f]+")
_AMBIGUOUS = re.compile(
    r"[-+]?(\d[\d_]*(\.\d*)?|\.\d+)([eE][-+]?\d+)?|0[xo][\da-fA-F]+|[-+]?\.(inf|nan)"
    r"|\d{4}-\d\d?-\d\d?.*|~|null|true|false|yes|no|on|off|y|n",
    re.IGNORECASE,
)
"""What YAML takes for a number, a date or a truth value."""


def files(graph: Graph) -> list[Distribution]:
    """All mappings that are not withdrawn, in one file.

    Raises:
        DataError: an identifier has no prefix, or a confidence is no number.
    """
    mappings = read_mappings(graph)
    labels = labels_of(graph, {mapping.subject for mapping in mappings})
    rows = sorted(_row(mapping, labels.get(mapping.subject, "")) for mapping in mappings)
    used = [index for index in range(len(_COLUMNS)) if not rows or any(row[index] for row in rows)]
    lines = [_COLUMNS, *rows]
    body = ["\t".join(_cell(line[index]) for index in used) for line in lines]
    head = [f"#{line}" for line in _metadata(graph, rows)]
    content = "\n".join([*head, *body, ""]).encode()
    return [Distribution("backspasm.sssom.tsv", "text/tab-separated-values", content)]


def _row(mapping: Mapping, label: str) -> tuple[str, ...]:
    return (
        _curie(mapping.iri, mapping),
        _curie(mapping.subject, mapping),
        label,
        _curie(mapping.predicate, mapping),
        _curie(mapping.object, mapping),
        mapping.label,
        _curie(mapping.justification, mapping),
        _curie(mapping.source, mapping),
        mapping.version,
        _confidence(mapping),
        mapping.comment,
    )


def _curie(iri: str, mapping: Mapping) -> str:
    if not iri:
        return ""
    short = shorten(iri)
    if short.startswith("<"):
        remedy = "use an identifier of a vocabulary that CONTRIBUTING.md names"
        raise DataError(f"no prefix is known for {iri}", place=shorten(mapping.iri), remedy=remedy)
    return short


def _confidence(mapping: Mapping) -> str:
    """With three digits at most behind the point, and no zeros at the end."""
    if not mapping.confidence:
        return ""
    try:
        number = Decimal(mapping.confidence).quantize(Decimal("0.001"), ROUND_HALF_UP)
    except InvalidOperation as error:
        raise DataError(
            f"confidence {mapping.confidence} is no number",
            place=shorten(mapping.iri),
            remedy="see `backspasm validate`",
        ) from error
    return f"{number:f}".rstrip("0").rstrip(".")


def _cell(text: str) -> str:
    if any(mark in text for mark in '"\t\n\r'):
        quoted = text.replace('"', '""')
        return f'"{quoted}"'
    return text


def _metadata(graph: Graph, rows: Sequence[Sequence[str]]) -> Iterable[str]:
    """The lines of the metadata block, in the order of the class MappingSet."""
    version = graph.rows(_VERSION)
    scheme = graph.rows(_SCHEME)
    title, description, creator, licence = scheme[0] if scheme else ("", "", "", "")
    yield 'sssom_version: "1.1"'
    yield "curie_map:"
    known = {**PREFIXES, "backspasm": BASE}
    identifiers = {row[index] for row in rows for index in _IDENTIFIERS if row[index]}
    prefixes = {name.partition(":")[0] for name in identifiers} | {"backspasm"}
    for prefix in sorted(prefixes - _BUILT_IN):
        yield f"  {prefix}: {known[prefix]}"
    about = {
        "mapping_set_id": BSX,
        "mapping_set_version": version[0][0] if version else "",
        "mapping_set_title": f"{title}: mappings to public identifiers" if title else "",
        "mapping_set_description": description,
        "creator_label": creator,
        "license": licence or _UNSPECIFIED,
        "subject_type": "skos concept",
        "subject_source": f"backspasm:{BS.removeprefix(BASE)}",
    }
    for slot, value in about.items():
        if slot == "creator_label" and value:
            yield f"{slot}:"
            yield f"- {_scalar(value)}"
        elif value:
            yield f"{slot}: {_scalar(value)}"


def _scalar(text: str) -> str:
    """Plain where YAML 1.2 (sections 7.3.1 and 7.3.3) allows it, else in double quotes."""
    if _PLAIN.fullmatch(text) and not _AMBIGUOUS.fullmatch(text):
        return text
    import json

    return json.dumps(text, ensure_ascii=False)
