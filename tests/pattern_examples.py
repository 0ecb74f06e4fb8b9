"""For each pattern of the shapes, texts that it must take and texts that it must refuse."""

from __future__ import annotations

BASE = "https://w3id.org/backspasm/"
OBO = "http://purl.obolibrary.org/obo/"

Examples = tuple[list[str], list[str]]

SENTENCE: Examples = (["x.", "A b c."], ["xy", " x.", "x .", "x. y", "a\nb.", ""])
LINE: Examples = (["x", "a b"], ["", " x", "x ", "a\nb"])
WORDS: Examples = (
    ["x", "one two three four five six seven eight"],
    ["", " x", "x ", "a\tb", "a  b", "one two three four five six seven eight nine"],
)
DIGEST: Examples = (
    ["0123456789abcdef" * 4],
    ["0" * 63, "0" * 65, "g" * 64, "A" * 64, f" {'0' * 64}"],
)


def _names(kind: str, tail: str = "", wrong: tuple[str, ...] = ()) -> Examples:
    """What a name in kebab-case is, and what it is not."""
    start = f"{BASE}{kind}/"
    right = ["a", "a1", "1-b", "a-b-c"]
    bad = ["", "-a", "a-", "a--b", "a_b", "a-B", "A", "a b", "a/b", "B-a", "é"]
    return (
        [f"{start}{name}{tail}" for name in right],
        [
            *(f"{start}{name}{tail}" for name in bad),
            f"x{start}a{tail}",
            f"http://example.org/a{tail}",
            f"{start}a{tail}!",
            *(f"{start}{name}" for name in wrong),
        ],
    )


NUMBERS = ("a", "a-0", "a-01", "a-x", "a_1", "a-1x", "a-1-x")

PATTERNS: dict[str, Examples] = {
    r"^\S(.*\S)?\.$": SENTENCE,
    r"^\S(.*\S)?$": LINE,
    r"^\S+( \S+){0,7}$": WORDS,
    r"^[0-9a-f]{64}$": DIGEST,
    r"^https://w3id\.org/backspasm/concept/[a-z0-9]+(-[a-z0-9]+)*$": _names("concept"),
    r"^https://w3id\.org/backspasm/document/[a-z0-9]+(-[a-z0-9]+)*$": _names("document"),
    r"^https://w3id\.org/backspasm/finding/[a-z0-9]+(-[a-z0-9]+)*$": _names("finding"),
    r"^https://w3id\.org/backspasm/mechanism/[a-z0-9]+(-[a-z0-9]+)*$": _names("mechanism"),
    r"^https://w3id\.org/backspasm/claim/[a-z0-9]+(-[a-z0-9]+)*-[1-9][0-9]*$": _names(
        "claim", "-12", NUMBERS
    ),
    r"^https://w3id\.org/backspasm/mechanism/[a-z0-9]+(-[a-z0-9]+)*#[1-9][0-9]*$": _names(
        "mechanism", "#12", ("a", "a#", "a#0", "a#01", "a#x", "a/1", "a#1x")
    ),
    r"^https://w3id\.org/backspasm/document/[a-z0-9]+(-[a-z0-9]+)*#char="
    r"(0|[1-9][0-9]*),[1-9][0-9]*$": _names(
        "document",
        "#char=10,20",
        (
            *("a", "a#10,20", "a#char=01,2", "a#char=x,2", "a#char=1x,2", "a#char=1;2"),
            *("a#char=0,0", "a#char=0,02", "a#char=0,x", "a#char=0,1x", "a#char=,2"),
        ),
    ),
    r"^https://w3id\.org/backspasm/mapping/[a-z0-9]+(-[a-z0-9]+)*--[a-z0-9]+-[a-z0-9.]+$": _names(
        "mapping",
        "--icd10cm-m62.8",
        (
            *("a-b-1", "a__b-1", "a--B-1", "a---1", "a--b_1", "a--b-", "a--b-1/2", "a--b-B"),
            *("a--b-1!", "a--b-B1"),
        ),
    ),
    r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$": (
        ["en", "de-CH", "gsw", "zh-Hant-TW"],
        ["e", "engl", "EN", "1en", "en_US", "en-", "en-é", "en-US!", "de en"],
    ),
    r"^[^/\\]+$": (["a.txt"], ["", "a/b", "a\\b"]),
    r"^\S+(( [^\w\s]+)* \S*\w\S*){0,7}( …)?$": (
        ["x", "a - b", "one two three four five six seven eight …", "a – & b"],
        [
            *("", " x", "x ", "a\tb", "a  b", "a  - b", "a\t- b", "a -", "a\nb", "a\t…"),
            *("one two three four five six seven eight nine", "a b -", "a … …"),
        ],
    ),
    r"\b(can|could|may|might)\b": (
        ["can", "May", "it could be", "might,"],
        ["scan", "candid", "dismay", "mayor", "often", "almighty"],
    ),
    r"^(http://purl\.obolibrary\.org/obo/((MONDO|HP|UBERON|SYMP|MAXO|CL|PATO|GO|ECTO|ECO|RO|BFO|"
    r"HsapDv|NBO|OBA|ExO|DOID)_[0-9]{7}|(CHEBI|DOID)_[1-9][0-9]*|(OMRSE|OCCO)_[0-9]{8})|"
    r"http://id\.nlm\.nih\.gov/mesh/D[0-9]{6}([0-9]{3})?|"
    r"http://purl\.bioontology\.org/ontology/ICD10CM/[A-Z][0-9][0-9A-Z](\.[0-9A-Z]{1,4})?|"
    r"http://www\.ebi\.ac\.uk/efo/EFO_[0-9]{7})$": (
        [
            *(f"{OBO}MONDO_0005578", f"{OBO}CHEBI_17", f"{OBO}DOID_1", f"{OBO}OMRSE_00000001"),
            *("http://id.nlm.nih.gov/mesh/D012345", "http://id.nlm.nih.gov/mesh/D012345678"),
            "http://purl.bioontology.org/ontology/ICD10CM/M62",
            "http://purl.bioontology.org/ontology/ICD10CM/M62.830",
            "http://www.ebi.ac.uk/efo/EFO_0000246",
        ],
        [
            *(f"x{OBO}MONDO_0005578", f"{OBO}MONDO_000557", f"{OBO}MONDO_00055781"),
            *(f"{OBO}MONDO:0005578", f"{OBO}FOO_0005578", f"{OBO}FOO_17", f"{OBO}FOO_00000001"),
            *(f"{OBO}MONDO_000557x", f"{OBO}mondo_0005578", f"{OBO}MONDO-0005578"),
            *(
                f"{OBO}CHEBI_0",
                f"{OBO}CHEBI_x",
                f"{OBO}CHEBI_1x",
                f"{OBO}CHEBI-1",
                f"{OBO}CHEBI_07",
            ),
            *(f"{OBO}OMRSE_0000001", f"{OBO}OMRSE_000000012", f"{OBO}OMRSE_0000000x"),
            *(f"{OBO}OMRSE-00000001", "http://example.org/MONDO_0005578", f"{OBO}ExO_0000001x"),
            *("http://example.org/CHEBI_17", "http://example.org/OMRSE_00000001"),
            "http://id.nlm.nih.gov/mesh/C012345",
            "http://id.nlm.nih.gov/mesh/d012345",
            "http://example.org/D012345",
            "http://id.nlm.nih.gov/mesh/D01234",
            "http://id.nlm.nih.gov/mesh/D0123456",
            "http://id.nlm.nih.gov/mesh/D01234567",
            "http://id.nlm.nih.gov/mesh/D0123456789",
            "http://id.nlm.nih.gov/mesh/D01234x",
            "http://id.nlm.nih.gov/mesh/D012345x78",
            "http://purl.bioontology.org/ontology/ICD10CM/m62",
            "http://purl.bioontology.org/ontology/ICD10CM/Mx2",
            "http://purl.bioontology.org/ontology/ICD10CM/M6x",
            "http://purl.bioontology.org/ontology/ICD10CM/M62.",
            "http://purl.bioontology.org/ontology/ICD10CM/M62-8",
            "http://purl.bioontology.org/ontology/ICD10CM/M62.8-",
            "http://purl.bioontology.org/ontology/ICD10CM/M62.12345",
            "http://example.org/M62",
            "http://www.ebi.ac.uk/efo/EFO_000024",
            "http://www.ebi.ac.uk/efo/EFO_00002467",
            "http://www.ebi.ac.uk/efo/EFO_000024x",
            "http://example.org/EFO_0000246",
        ],
    ),
    r"^http://purl\.obolibrary\.org/obo/": ([OBO], [f"x{OBO}", OBO.upper(), "http://example.org/"]),
    r"^http://purl\.obolibrary\.org/obo/[a-z]+\.owl$": (
        [f"{OBO}mondo.owl"],
        [
            *(f"x{OBO}a.owl", f"{OBO}.owl", f"{OBO}A.owl", f"{OBO}1.owl", f"{OBO}a.obo"),
            *(f"{OBO}a.owl/", f"{OBO}a-owl", "http://example.org/a.owl"),
        ],
    ),
    r"^http://id\.nlm\.nih\.gov/mesh/": (
        ["http://id.nlm.nih.gov/mesh/D1"],
        ["xhttp://id.nlm.nih.gov/mesh/D1", "http://example.org/", "HTTP://id.nlm.nih.gov/mesh/"],
    ),
    r"^http://purl\.bioontology\.org/ontology/ICD10CM/": (
        ["http://purl.bioontology.org/ontology/ICD10CM/M62"],
        [
            "xhttp://purl.bioontology.org/ontology/ICD10CM/M",
            "http://example.org/",
            "http://purl.bioontology.org/ontology/icd10cm/",
        ],
    ),
    r"^http://www\.ebi\.ac\.uk/efo/EFO_": (
        ["http://www.ebi.ac.uk/efo/EFO_1"],
        [
            "xhttp://www.ebi.ac.uk/efo/EFO_1",
            "http://example.org/",
            "http://www.ebi.ac.uk/efo/efo_1",
        ],
    ),
}
"""By the pattern. An own table, for what a pattern refuses need not stand in a dataset."""
