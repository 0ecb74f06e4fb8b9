"""The records of the made-up dataset: all that is said of one thing, thing by thing.

Terms are written as in N-Triples. All conforms to the shipped shapes.
"""

from __future__ import annotations

import hashlib
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from backspasm.namespaces import BS, BSC, BSD, BSF, BSM, BSX, PREFIXES, XSD
from synthetic_claims import BLOCK, CHAIN, EFFECT, Claim, Plan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["Record", "records", "term"]

Pairs = list[tuple[str, str]]

_SPACES = (
    ("hp", "http://purl.obolibrary.org/obo/HP_{:07}", "http://purl.obolibrary.org/obo/hp.owl"),
    ("mesh", "http://id.nlm.nih.gov/mesh/D{:09}", "http://id.nlm.nih.gov/mesh"),
    ("efo", "http://www.ebi.ac.uk/efo/EFO_{:07}", "http://www.ebi.ac.uk/efo/efo.owl"),
    ("mesh", "http://id.nlm.nih.gov/mesh/D{:09}", "http://id.nlm.nih.gov/mesh"),
    (
        "uberon",
        "http://purl.obolibrary.org/obo/UBERON_{:07}",
        "http://purl.obolibrary.org/obo/uberon.owl",
    ),
)
_MATCHES = ["exact"] * 174 + ["close"] * 148 + ["broad"] * 118 + ["related"] * 51 + ["narrow"] * 21
_MAPPINGS, _CONCEPTS, _COMMENTED = 512, 198, 0.69
_HEDGES = {"Likely": "usually", "Possible": "may"}
_PASSAGES = 119 / 251
_LENGTH = 100
_FIGURES = (
    ("Proportion", "value", "PERCENT"),
    ("Duration", "wording", "DAY"),
    ("AgeRange", "range", "YR"),
    ("Duration", "wording", "HR"),
    ("Count", "value", "NUM"),
)
_EXTRAS = (
    ("scope", 63, ("Exposure", "Disorder", "Injury")),
    ("population", 8, ("Population", "Trait", "Exposure")),
    ("site", 28, ("AnatomicalStructure",)),
)
_VALUES = (
    ("subjectQualifier", 31, ("Sudden", "HistoryOf", "Prolonged", "Progressive")),
    ("objectQualifier", 21, ("Severe", "Sudden", "Prolonged", "Temporary")),
    ("frequency", 17, ("Commonly", "Sometimes", "Occasionally")),
    ("onset", 7, ("SlowOnset", "LateOnset", "SuddenOnset")),
)
_CLAIMS = 251
_CAUSAL = ("causes", "mayCause", "contributesTo")


class Record(NamedTuple):
    """All that is said of one thing.

    Attributes:
        file: the name of the file that it belongs in, without its ending.
        subject: the thing.
        pairs: what is said: predicates and objects.
    """

    file: str
    subject: str
    pairs: Pairs


@cache
def term(curie: str) -> str:
    """The IRI that a CURIE stands for, as N-Triples writes it."""
    prefix, _, local = curie.partition(":")
    return f"<{PREFIXES[prefix]}{local}>"


_TYPE = term("rdf:type")
_LABEL = term("skos:prefLabel")
_TERMS = {
    name: term(f"bsv:{name}")
    for name in (
        "Claim Passage Document Mechanism Step Mapping QuantitativeFinding polarity certainty "
        "basis evidence statement passage hedge rank contradicts section sha256 position claim "
        "next step from to composed about statistic Affirmed Denied Sentence"
    ).split()
}


def records(times: float, seed: int) -> Iterator[Record]:
    """All records of a dataset, those of one file together.

    Args:
        times: how many times the shipped numbers.
        seed: of the random numbers.
    """
    plan = Plan(times, seed)
    claims = plan.claims
    yield _scheme()
    for number, told in enumerate(claims):
        yield _document(number, _last_passage(len(told) - 1, len(told)) + 1)
    yield from _concepts(plan, claims)
    yield from _mappings(plan)
    findings = max(round(15 * times), 1)
    for number, told in enumerate(claims):
        yield from _of_document(plan, number, told)
        yield from _mechanisms(number, told)
        first, last = (findings * index // len(claims) for index in (number, number + 1))
        for finding in range(first, last):
            yield _finding(plan, finding, number, told)


def _text(words: str) -> str:
    return f'"{words}"@en'


def _number(value: int | str, datatype: str = "integer") -> str:
    return f'"{value}"^^<{XSD}{datatype}>'


def _digest(words: str) -> str:
    return f'"{hashlib.sha256(words.encode()).hexdigest()}"'


def _passage_iri(document: int, index: int) -> str:
    start = _LENGTH * index
    return f"<{BSD}synthetic-{document}#char={start},{start + _LENGTH - 10}>"


def _last_passage(index: int, claims: int) -> int:
    """The passage that the claim at an index of its document cites."""
    return int(index * max(_PASSAGES * claims, 1)) // claims


def _scheme() -> Record:
    pairs = [
        (_TYPE, term("skos:ConceptScheme")),
        (term("dcterms:title"), _text("Made up")),
        (term("dcterms:description"), _text("Concepts that are made up.")),
        (term("dcterms:creator"), '"Nobody"'),
        (term("dcterms:license"), "<https://creativecommons.org/licenses/by/4.0/>"),
    ]
    return Record("scheme", f"<{BS}>", pairs)


def _document(number: int, passages: int) -> Record:
    first, last = _passage_iri(number, 0), _passage_iri(number, passages - 1)
    pairs = [
        (_TYPE, _TERMS["Document"]),
        (term("dcterms:title"), _text(f"Made-up document {number}")),
        (term("dcterms:language"), '"en"'),
        (term("dcterms:format"), '"text/plain"'),
        (term("bsv:titleAt"), first),
        (term("bsv:fileName"), f'"{number}.txt"'),
        (term("bsv:characters"), _number(_LENGTH * passages)),
        (_TERMS["sha256"], _digest(f"document {number}")),
    ]
    if number % 2:
        pairs += [
            (term("dcterms:creator"), '"Nobody"'),
            (term("bsv:attributionAt"), last),
            (term("dcterms:modified"), _number("2022-04-19", "date")),
            (term("bsv:modifiedAt"), last),
        ]
    return Record("documents", f"<{BSD}synthetic-{number}>", pairs)


def _concepts(plan: Plan, claims: Sequence[Sequence[Claim]]) -> Iterator[Record]:
    used = {name for told in claims for claim in told for name in (claim.subject, claim.target)}
    broader = dict(_broader(plan))
    for index, name in enumerate((EFFECT, *plan.names)):
        kind, words = plan.kinds[name], name.replace("-", " ")
        pairs = [
            (_TYPE, term(f"bsv:{kind}")),
            (_TYPE, term("skos:Concept")),
            (_LABEL, _text(words)),
            (term("skos:definition"), _text(f"A made-up thing of the kind {kind}, {words}.")),
        ]
        if index % 2:
            pairs.append((term("skos:altLabel"), _text(f"{words} by another name")))
        if index % 10 == 0:
            pairs.append((term("skos:hiddenLabel"), _text(f"{words}, misspelt")))
        if index % 15 == 0:
            pairs.append((term("skos:scopeNote"), _text("Nobody speaks of it.")))
        if name in broader:
            pairs.append((term("skos:broader"), f"<{BS}{broader[name]}>"))
        if kind in ("Disorder", "Injury", "Finding"):
            pairs.append((term("bsv:site"), f"<{BS}{plan.any_of('AnatomicalStructure')}>"))
        if name not in used:
            place = _passage_iri(index % plan.documents, 0)
            pairs.append((term("bsv:describedAt"), place))
        yield Record(f"concepts/{index // _CONCEPTS}", f"<{BS}{name}>", pairs)


def _broader(plan: Plan) -> Iterator[tuple[str, str]]:
    """What is narrower than what: of seven of a kind, two under the first and one below."""
    for names in plan.of_kind.values():
        for start in range(0, len(names), 7):
            group = names[start : start + 7]
            for narrower, wider in ((1, 0), (2, 0), (3, 1)):
                if narrower < len(group):
                    yield group[narrower], group[wider]


def _mappings(plan: Plan) -> Iterator[Record]:
    names = (EFFECT, *plan.names)
    for number in range(len(names) * _MAPPINGS // _CONCEPTS):
        name = names[number * _CONCEPTS // _MAPPINGS]
        space, pattern, source = _SPACES[number % len(_SPACES)]
        target = pattern.format(number)
        code = target.rpartition("/")[2].rpartition("_")[2].lower()
        match = plan.chance.choice(_MATCHES)
        pairs = [
            (_TYPE, _TERMS["Mapping"]),
            (term("owl:annotatedSource"), f"<{BS}{name}>"),
            (term("owl:annotatedProperty"), term(f"skos:{match}Match")),
            (term("owl:annotatedTarget"), f"<{target}>"),
            (term("sssom:object_label"), f'"term {number}"'),
            (term("sssom:mapping_justification"), term("semapv:ManualMappingCuration")),
            (term("sssom:confidence"), _number("0.9", "decimal")),
            (term("sssom:object_source"), f"<{source}>"),
            (term("sssom:object_source_version"), '"made up"'),
        ]
        if plan.chance.random() < _COMMENTED:
            pairs.append((term("rdfs:comment"), _text(f"Mapping {number} is made up.")))
        yield Record(f"mappings/{number // _MAPPINGS}", f"<{BSX}{name}--{space}-{code}>", pairs)


def _of_document(plan: Plan, number: int, told: Sequence[Claim]) -> Iterator[Record]:
    """The claims of a document, each passage before the first that cites it."""
    file, before = f"claims/synthetic-{number}", -1
    for index, claim in enumerate(told):
        cited = _last_passage(index, len(told))
        if cited > before:
            yield _passage(file, number, cited)
        before = cited
        pairs = _claim(plan, claim, [_passage_iri(number, cited)])
        if cited and plan.chance.random() < 92 / _CLAIMS:
            pairs.append((_TERMS["passage"], _passage_iri(number, cited - 1)))
        denied = index + 1 < len(told) and told[index + 1].denied
        if claim.denied or denied:
            other = told[index + (1 if denied else -1)]
            pairs.append((_TERMS["contradicts"], f"<{BSC}{other.name}>"))
        yield Record(file, f"<{BSC}{claim.name}>", pairs)


def _passage(file: str, document: int, index: int) -> Record:
    start = _LENGTH * index
    pairs = [
        (_TYPE, _TERMS["Passage"]),
        (_TYPE, term("oa:SpecificResource")),
        (term("oa:hasSource"), f"<{BSD}synthetic-{document}>"),
        (term("oa:start"), _number(start)),
        (term("oa:end"), _number(start + _LENGTH - 10)),
        (_TERMS["section"], _text(f"Section {index // 10}")),
        (_TERMS["sha256"], _digest(f"{document} {index}")),
    ]
    if index % 5 == 0:
        pairs.append((term("bsv:sectionInferred"), _number("true", "boolean")))
    return Record(file, _passage_iri(document, index), pairs)


def _claim(plan: Plan, claim: Claim, passages: list[str]) -> Pairs:
    pairs = [
        (_TYPE, _TERMS["Claim"]),
        (term("rdf:subject"), f"<{BS}{claim.subject}>"),
        (term("rdf:predicate"), term(f"bsv:{claim.predicate}")),
        (term("rdf:object"), f"<{BS}{claim.target}>"),
        (_TERMS["polarity"], _TERMS["Denied" if claim.denied else "Affirmed"]),
        (_TERMS["certainty"], term(f"bsv:{claim.certainty}")),
        (_TERMS["basis"], term(f"bsv:{claim.basis}")),
        (_TERMS["evidence"], term("obo:ECO_0000034")),
        (_TERMS["statement"], _text(f"Claim {claim.name} is made up.")),
    ]
    if claim.certainty in _HEDGES:
        pairs.append((_TERMS["hedge"], _text(_HEDGES[claim.certainty])))
    if claim.predicate in _CAUSAL and plan.chance.random() < 23 / 164:
        pairs.append((_TERMS["rank"], term("bsv:CommonCause")))
    for name, often, kinds in _EXTRAS:
        if plan.chance.random() < often / _CLAIMS:
            pairs.append((term(f"bsv:{name}"), f"<{BS}{plan.any_of(*kinds)}>"))
    for name, often, values in _VALUES:
        if plan.chance.random() < often / _CLAIMS:
            pairs.append((term(f"bsv:{name}"), term(f"bsv:{plan.chance.choice(values)}")))
    if plan.chance.random() < 150 / 2 / _CLAIMS:
        pairs.append((term("bsv:curatorNote"), _text("Nobody wrote this.")))
    pairs += [(_TERMS["passage"], passage) for passage in passages]
    return pairs


def _mechanisms(document: int, told: Sequence[Claim]) -> Iterator[Record]:
    """For each chain of claims the whole of it, and what is left without its first steps."""
    file = f"mechanisms/synthetic-{document}"
    for start in range(0, len(told), BLOCK):
        chain = told[start : start + CHAIN]
        for skipped in range(CHAIN - 1):
            steps = chain[skipped:]
            name = f"synthetic-{document}-{start // BLOCK}-{skipped}"
            iris = [f"<{BSM}{name}#{position}>" for position in range(1, len(steps) + 1)]
            pairs = [
                (_TYPE, _TERMS["Mechanism"]),
                (_LABEL, _text(f"made-up mechanism {name[10:]}")),
                (_TERMS["from"], f"<{BS}{steps[0].subject}>"),
                (_TERMS["to"], f"<{BS}{steps[-1].target}>"),
                *((_TERMS["step"], iri) for iri in iris),
            ]
            yield Record(file, f"<{BSM}{name}>", pairs)
            for position, (iri, claim) in enumerate(zip(iris, steps, strict=True), 1):
                pairs = [
                    (_TYPE, _TERMS["Step"]),
                    (_TERMS["position"], _number(position)),
                    (_TERMS["claim"], f"<{BSC}{claim.name}>"),
                ]
                if position < len(iris):
                    pairs.append((_TERMS["next"], iris[position]))
                yield Record(file, iri, pairs)


def _finding(plan: Plan, number: int, document: int, told: Sequence[Claim]) -> Record:
    statistic, form, unit = _FIGURES[number % len(_FIGURES)]
    index = plan.chance.randrange(len(told))
    claim = told[index]
    pairs = [
        (_TYPE, _TERMS["QuantitativeFinding"]),
        (_TERMS["about"], f"<{BSC}{claim.name}>"),
        (_TERMS["about"], f"<{BS}{claim.subject}>"),
        (_TERMS["statistic"], term(f"bsv:{statistic}")),
        (f"<{PREFIXES['qudt']}hasUnit>", f"<{PREFIXES['unit']}{unit}>"),
        (_TERMS["certainty"], term("bsv:Stated")),
        (_TERMS["basis"], _TERMS["Sentence"]),
        (_TERMS["evidence"], term("obo:ECO_0000034")),
        (_TERMS["statement"], _text(f"Finding {number} is made up.")),
        (_TERMS["passage"], _passage_iri(document, _last_passage(index, len(told)))),
    ]
    if form == "range":
        pairs += [(term("bsv:minimum"), _number(20)), (term("bsv:maximum"), _number(60))]
    elif form == "value":
        pairs.append((term("bsv:value"), _number(number % 100)))
    else:
        pairs.append((term("bsv:wording"), _text("a long time")))
    return Record(f"findings/synthetic-{document}", f"<{BSF}synthetic-{number}>", pairs)
