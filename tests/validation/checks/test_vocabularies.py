"""The lists of well-known terms are those of rdflib.

`python tests/validation/checks/test_vocabularies.py` writes them anew.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import namespace
from rdflib.namespace import DefinedNamespace

from backspasm.namespaces import PREFIXES
from backspasm.validation.checks import vocabularies as module
from backspasm.validation.checks.vocabularies import vocabularies

PREFIX_OF = {"SDO": "schema", "ODRL2": "odrl"}
LEFT_OUT = {
    "BRICK",
    "WGS",
    "GEO",
}  # of buildings and places: large, or with a prefix of many meanings
CLOSED = {"XSD"}  # rdflib lets unknown terms of it pass, yet it grows no more
MORE = {
    "RDF": "dirLangString reifies",  # RDF 1.2 Concepts, section 1.4
    "XSD": "anyType anySimpleType anyAtomicType error",  # XML Schema 1.1, part 2, section 3
}


def _lines() -> list[str]:
    lines = []
    for name in sorted(dir(namespace)):
        one = getattr(namespace, name)
        if not isinstance(one, type) or not issubclass(one, DefinedNamespace):
            continue
        if one is DefinedNamespace or name in LEFT_OUT:
            continue
        terms = {*one.__annotations__, *one._extras, *MORE.get(name, "").split()}
        kind = "closed" if one._fail or name in CLOSED else "open"
        words = " ".join(sorted(term for term in terms if not term.startswith("_")))
        prefix = PREFIX_OF.get(name, name.lower())
        lines.append(f"{prefix} {one._NS} {kind} {words}")
        if name == "SDO":
            lines.append(f"{prefix} http://schema.org/ {kind} {words}")
    return sorted(lines)


def test_lists_are_those_of_rdflib() -> None:
    assert Path(module.FILE).read_text("utf-8").splitlines() == _lines()


def test_our_prefixes_agree_with_the_usual_ones() -> None:
    usual = {one.prefix: one.namespace for one in vocabularies().values() if one.prefix != "schema"}
    assert {name: iri for name, iri in usual.items() if PREFIXES.get(name, iri) != iri} == {}


@pytest.mark.parametrize(
    ("space", "closed", "term"),
    [
        ("skos", True, "prefLabel"),
        ("sh", True, "not"),
        ("schema", False, "MedicalCause"),
        ("xsd", True, "date"),
    ],
)
def test_terms_are_known(space: str, closed: bool, term: str) -> None:  # noqa: FBT001
    vocabulary = vocabularies()[PREFIXES[space]]
    assert (vocabulary.prefix, vocabulary.closed) == (space, closed)
    assert term in vocabulary.terms
    assert term[:-1] + "q" not in vocabulary.terms


if __name__ == "__main__":
    Path(module.FILE).write_text("\n".join(_lines()) + "\n", encoding="utf-8")
