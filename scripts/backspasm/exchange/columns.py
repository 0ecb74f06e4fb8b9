"""The tables of the dataset as they are declared: which columns, from which properties."""

from __future__ import annotations

from typing import NamedTuple

from backspasm.namespaces import expand

__all__ = ["LISTED", "Column", "Listed"]

_KEPT = "The id of the {}, a CURIE; see the table prefixes."


class Column(NamedTuple):
    """One column of a table.

    Attributes:
        name: its header.
        path: the property that its values come from, as a CURIE, with the operators
            `/`, `|` and `^` of SPARQL property paths (SPARQL 1.1, section 9.1); "" for the
            thing itself.
        kind: "text", "name" (its label, in English where there is one), "kind" (that of
            a concept, as curators gave it), "id" (a CURIE), "word" (the local name of a
            term of the vocabulary), "iri", "integer", "number", "boolean" or "date".
        several: whether there can be several values.
        holds: for "boolean", the value that makes it true; for an id, the class that a
            value must have to be listed.
        targets: the tables that hold what its ids or words name; more than one where it
            can be a thing of either.
        labels: whether a column with the labels of the values stands beside it.
        term: the term of the vocabulary that tells what it holds, where that is not the path.
        says: what it holds, where no term of the vocabulary tells it.
        required: whether the shapes demand a value.
        of: for a column of labels, the column whose values they name.
    """

    name: str
    path: str
    kind: str = "text"
    several: bool = False
    holds: str = ""
    targets: tuple[str, ...] = ()
    labels: bool = False
    term: str = ""
    says: str = ""
    required: bool = False
    of: str = ""

    @property
    def property(self) -> str:
        """The IRI of the term that tells what it holds, or "" where there is none."""
        named = self.term or ("" if set("/|^") & set(self.path) else self.path)
        return expand(named) or ""


class Listed(NamedTuple):
    """A table with a row for each thing of a class.

    Attributes:
        name: the name of the table; its first column is the key.
        kind: the class, as a CURIE.
        columns: the columns, without those that hold labels of others.
    """

    name: str
    kind: str
    columns: tuple[Column, ...]


def _id(
    name: str, path: str, *targets: str, several: bool = False, says: str = "", holds: str = ""
) -> Column:
    labelled = bool({"concepts", "documents", "mechanisms", "terms"} & set(targets))
    return Column(name, path, "id", several, holds, targets, labelled, says=says)


def _must(column: Column) -> Column:
    return column._replace(required=True)


def _word(name: str, path: str, *, several: bool = False) -> Column:
    return Column(name, path, "word", several, targets=("terms",))


def _places(name: str, path: str) -> Column:
    return Column(name, path, "id", several=True, targets=("passages",))


def _key(name: str, kind: str) -> Column:
    return Column(name, "", "id", term=kind, says=_KEPT.format(name), required=True)


_NOTE = Column("curator_note", "bsv:curatorNote")

_SECTIONS = Column(
    "sections",
    "bsv:passage/bsv:section",
    several=True,
    term="bsv:section",
)


def _withdrawal(table: str) -> tuple[Column, ...]:
    return (
        Column(
            "withdrawn",
            "owl:deprecated",
            "boolean",
            holds="true",
            says="Whether it was withdrawn. It stays, so that what cites it still finds it.",
        ),
        Column("withdrawal_reason", "bsv:deprecationReason"),
        _id("replaced_by", "dcterms:isReplacedBy", table),
    )


def _role(name: str, term: str) -> Column:
    return Column(name, "rdf:type", "boolean", holds=term, term=term)


_CONCEPTS = Listed(
    "concepts",
    "skos:Concept",
    (
        _key("concept", "skos:Concept"),
        Column("label", "skos:prefLabel", "name"),
        Column(
            "kind",
            "rdf:type",
            "kind",
            targets=("terms",),
            says="What kind of thing the concept is: the one class of the vocabulary it is in.",
            required=True,
        ),
        Column("definition", "skos:definition"),
        Column("scope_notes", "skos:scopeNote", several=True),
        Column("alternative_labels", "skos:altLabel", several=True),
        Column("hidden_labels", "skos:hiddenLabel", several=True),
        _id("broader", "skos:broader", "concepts", several=True),
        _id("site", "bsv:site", "concepts", several=True),
        _role("is_cause", "bsv:Cause"),
        _role("is_risk_factor", "bsv:RiskFactor"),
        _role("is_mechanism_step", "bsv:MechanismStep"),
        _places("defined_at", "bsv:definedAt"),
        _places("named_at", "bsv:namedAt"),
        _places("described_at", "bsv:describedAt"),
        _NOTE,
        *_withdrawal("concepts"),
    ),
)

_SAID = (
    _must(_word("basis", "bsv:basis")),
    _word("frequency", "bsv:frequency"),
)

_RESTS_ON = (
    _must(_id("evidence", "bsv:evidence", "terms")),
    Column("evidence_wording", "bsv:evidenceWording"),
    Column("cited_work", "bsv:citedWork", "iri", several=True),
    _must(_id("document", "prov:hadPrimarySource", "documents")),
    _SECTIONS,
    _places("passages", "bsv:passage"),
    _NOTE,
)

_CLAIMS = Listed(
    "claims",
    "bsv:Claim",
    (
        _key("claim", "bsv:Claim"),
        _must(Column("statement", "bsv:statement")),
        _must(_id("subject", "rdf:subject", "concepts", says="What bears on something.")),
        _word("subject_qualifier", "bsv:subjectQualifier", several=True),
        _must(
            _id(
                "predicate",
                "rdf:predicate",
                "terms",
                says="How it bears on it, as the text has it.",
            )
        ),
        _must(_id("object", "rdf:object", "concepts", says="What it bears on.")),
        _word("object_qualifier", "bsv:objectQualifier", several=True),
        _must(_word("polarity", "bsv:polarity")),
        _must(_word("certainty", "bsv:certainty")),
        Column("hedge", "bsv:hedge"),
        *_SAID,
        _word("rank", "bsv:rank"),
        _word("onset", "bsv:onset", several=True),
        _id("population", "bsv:population", "concepts", several=True),
        _id("scope", "bsv:scope", "concepts", several=True),
        _id("site", "bsv:site", "concepts", several=True),
        Column("jointly_with", "bsv:jointlyWith", "id", several=True, targets=("claims",)),
        Column(
            "contradicts", "bsv:contradicts", "id", several=True, targets=("claims", "findings")
        ),
        _id("licensed_predicate", "bsv:licenses", "terms"),
        *_RESTS_ON,
        *_withdrawal("claims"),
    ),
)

_STEPS_CLAIM = "bsv:step/bsv:claim"

_MECHANISMS = Listed(
    "mechanisms",
    "bsv:Mechanism",
    (
        _key("mechanism", "bsv:Mechanism"),
        Column("label", "skos:prefLabel", "name"),
        _must(_id("from", "bsv:from", "concepts")),
        _must(_id("to", "bsv:to", "concepts")),
        _must(_word("certainty", "bsv:certainty")),
        _id(
            "concepts",
            "bsv:from|bsv:step/bsv:stepTo",
            "concepts",
            several=True,
            says="The concepts that it passes, from the first cause to the last effect.",
        ),
        _id("claims", _STEPS_CLAIM, "claims", several=True, says="Its claims, step by step."),
        _id(
            "documents",
            f"{_STEPS_CLAIM}/prov:hadPrimarySource",
            "documents",
            several=True,
            says="The documents that say it.",
        ),
        Column("composed", "bsv:composed", "boolean", holds="true"),
        _NOTE,
        *_withdrawal("mechanisms"),
    ),
)

_STEPS = Listed(
    "steps",
    "bsv:Step",
    (
        _key("step", "bsv:Step"),
        _must(
            _id("mechanism", "^bsv:step", "mechanisms", says="The mechanism that it is a step of.")
        ),
        _must(Column("position", "bsv:position", "integer")),
        _must(Column("claim", "bsv:claim", "id", targets=("claims",))),
        Column("statement", "bsv:claim/bsv:statement", term="bsv:statement"),
        _must(_id("from", "bsv:stepFrom", "concepts")),
        _must(
            _id("predicate", "bsv:claim/rdf:predicate", "terms", says="The predicate of its claim.")
        ),
        _must(_id("to", "bsv:stepTo", "concepts")),
        Column(
            "certainty",
            "bsv:claim/bsv:certainty",
            "word",
            targets=("terms",),
            term="bsv:certainty",
            required=True,
        ),
        Column("next", "bsv:next", "id", targets=("steps",)),
    ),
)

_FINDINGS = Listed(
    "findings",
    "bsv:QuantitativeFinding",
    (
        _key("finding", "bsv:QuantitativeFinding"),
        _must(Column("statement", "bsv:statement")),
        _id("about_concepts", "bsv:about", "concepts", several=True, holds="skos:Concept"),
        _id("about_claims", "bsv:about", "claims", several=True, holds="bsv:Claim"),
        _must(_word("statistic", "bsv:statistic")),
        Column("value", "bsv:value", "number"),
        Column("minimum", "bsv:minimum", "number"),
        Column("maximum", "bsv:maximum", "number"),
        Column("wording", "bsv:wording"),
        _id("unit", "qudt:hasUnit", "terms", several=True),
        _must(_word("certainty", "bsv:certainty")),
        Column("hedge", "bsv:hedge"),
        *_SAID,
        _id("population", "bsv:population", "concepts", several=True),
        Column(
            "contradicts", "bsv:contradicts", "id", several=True, targets=("claims", "findings")
        ),
        *_RESTS_ON,
        *_withdrawal("findings"),
    ),
)


def _citing(name: str, kind: str) -> Column:
    says = f"The {name} that cite the passage."
    return _id(name, "^bsv:passage", name, several=True, holds=kind, says=says)


_PASSAGES = Listed(
    "passages",
    "bsv:Passage",
    (
        _key("passage", "bsv:Passage"),
        _must(_id("document", "oa:hasSource", "documents")),
        _must(Column("start", "oa:start", "integer")),
        _must(Column("end", "oa:end", "integer")),
        Column("section", "bsv:section"),
        Column("section_inferred", "bsv:sectionInferred", "boolean", holds="true"),
        Column("sha256", "bsv:sha256"),
        _citing("claims", "bsv:Claim"),
        _citing("findings", "bsv:QuantitativeFinding"),
        _citing("concepts", "skos:Concept"),
    ),
)

_DOCUMENTS = Listed(
    "documents",
    "bsv:Document",
    (
        _key("document", "bsv:Document"),
        Column("title", "dcterms:title", "name"),
        Column("creator", "dcterms:creator", several=True),
        Column("publisher", "dcterms:publisher"),
        Column("modified", "dcterms:modified", "date"),
        Column("language", "dcterms:language"),
        Column("format", "dcterms:format"),
        Column("references", "dcterms:references", several=True),
        Column("disclaimer", "bsv:disclaimer"),
        _places("title_at", "bsv:titleAt"),
        _places("attribution_at", "bsv:attributionAt"),
        _places("modified_at", "bsv:modifiedAt"),
        _places("disclaimer_at", "bsv:disclaimerAt"),
        _places("described_at", "bsv:describedAt"),
        Column("file_name", "bsv:fileName"),
        Column("characters", "bsv:characters", "integer"),
        Column("sha256", "bsv:sha256"),
        _NOTE,
        *_withdrawal("documents"),
    ),
)

_MAPPINGS = Listed(
    "mappings",
    "bsv:Mapping",
    (
        _key("mapping", "bsv:Mapping"),
        _must(
            _id("concept", "owl:annotatedSource", "concepts", says="The concept that is mapped.")
        ),
        _must(
            _id("predicate", "owl:annotatedProperty", "terms", says="How the two meanings relate.")
        ),
        Column("object", "owl:annotatedTarget", "id", says="The id of the public term, a CURIE."),
        _must(Column("object_label", "sssom:object_label")),
        Column("object_source", "sssom:object_source", "id"),
        Column("object_source_version", "sssom:object_source_version"),
        _must(_id("justification", "sssom:mapping_justification", "terms")),
        _must(Column("confidence", "sssom:confidence", "number")),
        Column("comment", "rdfs:comment", says="Why it is mapped so."),
        *_withdrawal("mappings"),
    ),
)

LISTED = (
    _CONCEPTS,
    _CLAIMS,
    _MECHANISMS,
    _STEPS,
    _FINDINGS,
    _PASSAGES,
    _DOCUMENTS,
    _MAPPINGS,
)
"""The tables that have a row for each thing of a class, with all that is said of it."""
