"""The prefixes of the dataset, and the short and long forms of an identifier."""

from __future__ import annotations

import re

__all__ = ["PREFIXES", "expand", "local_name", "shorten"]

BASE = "https://w3id.org/backspasm/"
BSV = BASE + "vocab/"
BS = BASE + "concept/"
BSC = BASE + "claim/"
BSD = BASE + "document/"
BSM = BASE + "mechanism/"
BSF = BASE + "finding/"
BSX = BASE + "mapping/"
BSG = BASE + "graph/"
BSH = BASE + "shapes/"
OBO = "http://purl.obolibrary.org/obo/"
OWL = "http://www.w3.org/2002/07/owl#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
XSD = "http://www.w3.org/2001/XMLSchema#"
DCTERMS = "http://purl.org/dc/terms/"
PROV = "http://www.w3.org/ns/prov#"
OA = "http://www.w3.org/ns/oa#"
SSSOM = "https://w3id.org/sssom/"
BSR = BASE + "release/"
DCAT = "http://www.w3.org/ns/dcat#"
FOAF = "http://xmlns.com/foaf/0.1/"
SPDX = "http://spdx.org/rdf/terms#"
VOID = "http://rdfs.org/ns/void#"

_OBO_SPACES = (
    "MONDO HP UBERON CHEBI GO SYMP MAXO ECTO DOID CL PATO ECO RO BFO HsapDv OMRSE NBO OBA ExO OCCO"
)

PREFIXES: dict[str, str] = {
    "bs": BS,
    "bsc": BSC,
    "bsd": BSD,
    "bsf": BSF,
    "bsg": BSG,
    "bsh": BSH,
    "bsm": BSM,
    "bsv": BSV,
    "bsx": BSX,
    "rdf": RDF,
    "rdfs": RDFS,
    "owl": OWL,
    "xsd": XSD,
    "skos": SKOS,
    "sh": "http://www.w3.org/ns/shacl#",
    "dcterms": DCTERMS,
    "prov": PROV,
    "oa": OA,
    "dcat": DCAT,
    "foaf": FOAF,
    "spdx": SPDX,
    "void": VOID,
    "obo": OBO,
    "qudt": "http://qudt.org/schema/qudt/",
    "unit": "http://qudt.org/vocab/unit/",
    "schema": "https://schema.org/",
    "sssom": SSSOM,
    "semapv": "https://w3id.org/semapv/vocab/",
    "biolink": "https://w3id.org/biolink/vocab/",
    "MESH": "http://id.nlm.nih.gov/mesh/",
    "ICD10CM": "http://purl.bioontology.org/ontology/ICD10CM/",
    "EFO": "http://www.ebi.ac.uk/efo/EFO_",
    "nlm": "http://id.nlm.nih.gov/",
    "bioontology": "http://purl.bioontology.org/ontology/",
    "ebi": "http://www.ebi.ac.uk/efo/",
    **{space: f"{OBO}{space}_" for space in _OBO_SPACES.split()},
}
"""Every prefix that queries, tables and exports know, with its namespace.

`nlm`, `bioontology`, `ebi` and `obo` are for vocabularies as a whole: `nlm:mesh` is the one whose
terms have the prefix `MESH`.
"""

_UNMISTAKABLE = {
    namespace: prefix
    for prefix, namespace in PREFIXES.items()
    if not any(o != namespace and o.startswith(namespace) for o in PREFIXES.values())
}
"""The namespaces that begin no other: behind their last `/` or `#` stands the local name."""

_LONGEST_FIRST = sorted(PREFIXES.items(), key=lambda item: -len(item[1]))
_BY_FOLDED = {prefix.casefold(): prefix for prefix in PREFIXES}
_LOCAL = re.compile(r"[A-Za-z0-9_](?:[\w.-]*[\w-])?(?:#[\w=,.-]+)?\Z")


def expand(name: str) -> str | None:
    """The full IRI of a CURIE, or None where its prefix is not known.

    The case of the prefix does not matter: `mondo:0005178` is `MONDO:0005178`.

    >>> expand("bs:dehydration")
    'https://w3id.org/backspasm/concept/dehydration'
    """
    prefix, colon, local = name.partition(":")
    known = prefix if prefix in PREFIXES else _BY_FOLDED.get(prefix.casefold())
    if not colon or known is None:
        return None
    return PREFIXES[known] + local


def shorten(iri: str) -> str:
    """The CURIE of an IRI, or the IRI in angle brackets where no prefix fits.

    The IRI of a passage becomes `bsd:NAME#char=START,END`: for people, and for
    every place where this package reads a name; not for Turtle or SPARQL, where
    `#` starts a comment.

    >>> shorten("https://w3id.org/backspasm/concept/dehydration")
    'bs:dehydration'
    """
    cut = last_cut(iri)
    known = _UNMISTAKABLE.get(iri[:cut])
    if known is not None and _LOCAL.match(iri, cut):
        return f"{known}:{iri[cut:]}"
    for prefix, namespace in _LONGEST_FIRST:
        if iri.startswith(namespace) and _LOCAL.match(iri, len(namespace)):
            return f"{prefix}:{iri[len(namespace) :]}"
    return f"<{iri}>"


def last_cut(iri: str) -> int:
    """Where the part behind the last `/` or `#` of an IRI begins."""
    return max(iri.rfind("/"), iri.rfind("#")) + 1


def local_name(iri: str) -> str:
    """What stands behind the namespace of an IRI: `dehydration` for `bs:dehydration`."""
    cut = last_cut(iri)
    if iri[:cut] in _UNMISTAKABLE:
        return iri[cut:]
    for _, namespace in _LONGEST_FIRST:
        if iri.startswith(namespace):
            return iri[len(namespace) :]
    return re.split(r"[/#]", iri)[-1]
