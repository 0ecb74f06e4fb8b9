"""What several documents say: all alike, with other certainty, against each other, or alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from backspasm.claims import CAUSAL, CERTAINTIES, find_claims, labels_of
from backspasm.errors import ComparisonError, did_you_mean
from backspasm.namespaces import BSV, shorten

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from backspasm.claims import Claim
    from backspasm.graph import Graph

__all__ = ["CATEGORIES", "Comparison", "Said", "Thing", "compare", "documents"]

CATEGORIES = {
    "same": "several documents say it, equally firmly",
    "differs": "several documents say it, one more firmly than another",
    "contradicts": "one document says it and another denies or contradicts it",
    "near": "one says it, another a thing wider or narrower, or of risk, not cause",
    "alone": "one document says it, and no other anything near it",
}
"""How documents can stand to a thing said, each with its meaning; the first that fits holds."""

_DOCUMENTS = """
SELECT ?document ?title WHERE {
  ?document a bsv:Document ; dcterms:title ?title .
  MINUS { ?document owl:deprecated true }
} ORDER BY ?document
"""

_RELATIONS = """
SELECT ?predicate ?above WHERE {
  ?predicate a bsv:ClaimPredicate ; rdfs:subPropertyOf+ ?above .
  ?above a bsv:ClaimPredicate .
}
"""

_BROADER = """
SELECT DISTINCT ?concept ?wider WHERE { ?concept a skos:Concept ; skos:broader+ ?wider }
"""

_OF_RISK_OR_CAUSE = frozenset((BSV + "mayCause", BSV + "increasesRiskOf"))


class Said(NamedTuple):
    """How one document says a thing.

    Attributes:
        document: its IRI.
        firmest: the firmest certainty of its claims: Stated, Likely or Possible.
        weakest: the weakest certainty of its claims.
        firmest_hedge: the words of the source in the claims of the firmest certainty.
        weakest_hedge: the same for the weakest.
        limits: IRIs of the groups, scopes and qualities of the subject to which every one
            of its claims is limited; empty where one of them is not limited.
        claims: the IRIs of its claims, in the order of the text.
    """

    document: str
    firmest: str
    weakest: str
    firmest_hedge: tuple[str, ...]
    weakest_hedge: tuple[str, ...]
    limits: tuple[str, ...]
    claims: tuple[str, ...]


class Thing(NamedTuple):
    """One thing said: that a subject bears, or does not bear, on an object.

    Attributes:
        category: a key of `CATEGORIES`.
        subject: IRI of a concept.
        relation: IRI of the predicate; of its family, the weakest: `bsv:mayCause` for all
            causal ones, `bsv:mayTreat` for treatment.
        object: IRI of a concept.
        polarity: Affirmed or Denied.
        said: how each document says it that does, in the order of the documents.
        counterparts: IRIs of the claims of other documents that contradict it or are near it.
    """

    category: str
    subject: str
    relation: str
    object: str
    polarity: str
    said: tuple[Said, ...]
    counterparts: tuple[str, ...]

    @property
    def firmest(self) -> str:
        """The firmest certainty that any document gives it."""
        return max((said.firmest for said in self.said), key=CERTAINTIES.index)

    @property
    def weakest(self) -> str:
        """The weakest certainty that any document gives it."""
        return min((said.weakest for said in self.said), key=CERTAINTIES.index)


class Comparison(NamedTuple):
    """Documents side by side.

    Attributes:
        documents: their IRIs, in the order in which they were named.
        titles: of the documents, by IRI.
        labels: of all concepts, relations and qualifiers that are named, by IRI.
        claims: the claims that were compared, by IRI.
        counts: how many things there are of each category, in the order of `CATEGORIES`.
        things: what they say, by category, relation, object and subject; causes come first.
    """

    documents: tuple[str, ...]
    titles: dict[str, str]
    labels: dict[str, str]
    claims: dict[str, Claim]
    counts: dict[str, int]
    things: tuple[Thing, ...]

    def only(self, categories: Collection[str]) -> Comparison:
        """The same with the things of some categories alone; the counts stay."""
        kept = tuple(thing for thing in self.things if thing.category in categories)
        return self._replace(things=kept)


def documents(graph: Graph) -> dict[str, str]:
    """The titles of all documents that are not withdrawn, by IRI."""
    return {document: title for document, title in graph.rows(_DOCUMENTS)}  # noqa: C416 (rows have any length)


def compare(
    graph: Graph, names: Iterable[str] | None = None, about: str | None = None
) -> Comparison:
    """Compare what documents say, claim by claim.

    Withdrawn claims are left out. Claims of one document with the same subject, relation,
    object and polarity count as one thing said. Figures and mechanisms are not compared.

    Args:
        graph: where the claims are.
        names: IRIs of two or more documents, each once; by default all of the graph.
        about: IRI of a concept, to compare only what is said of it or of a narrower one.

    Raises:
        ComparisonError: fewer than two documents, one of them twice, or one that the graph
            does not have.
    """
    titles = documents(graph)
    compared = _checked(titles, tuple(titles if names is None else names))
    tree = _Tree(graph)
    claims = {
        claim.iri: claim
        for claim in find_claims(graph)
        if claim.document in compared and not claim.deprecated
    }
    groups: dict[tuple[str, str, str, str], list[Claim]] = {}
    for claim in claims.values():
        groups.setdefault(tree.key(claim), []).append(claim)
    others = _Others(claims, tree)
    things = [
        _thing(key, group, others, compared)
        for key, group in groups.items()
        if about is None or tree.concerns(key, about)
    ]
    labels = labels_of(graph, _named(claims.values(), tree))
    return Comparison(
        documents=compared,
        titles={document: titles[document] for document in compared},
        labels=labels,
        claims=claims,
        counts={name: sum(thing.category == name for thing in things) for name in CATEGORIES},
        things=tuple(sorted(things, key=lambda thing: _place(thing, compared, labels))),
    )


def _named(claims: Iterable[Claim], tree: _Tree) -> set[str]:
    """Everything that a comparison of claims names, by IRI."""
    return {
        iri for claim in claims for iri in (claim.predicate, *tree.key(claim)[:3], *_limits(claim))
    }


def _place(thing: Thing, compared: Sequence[str], labels: Mapping[str, str]) -> tuple[object, ...]:
    """Where a thing stands in the order of a comparison."""
    names = [labels.get(iri, iri) for iri in (thing.object, thing.subject)]
    first = compared.index(thing.said[0].document)
    relation = thing.relation not in CAUSAL, thing.relation
    return list(CATEGORIES).index(thing.category), first, *relation, *names, thing.polarity


def _checked(titles: Mapping[str, str], named: Sequence[str]) -> tuple[str, ...]:
    for document in named:
        if document not in titles:
            remedy = did_you_mean(document, titles, otherwise="name a document of the dataset")
            raise ComparisonError("no document", place=shorten(document), remedy=remedy)
        if named.count(document) > 1:
            raise ComparisonError(
                "named twice", place=shorten(document), remedy="compare it with another document"
            )
    if len(named) < 2:  # noqa: PLR2004 (one has nothing to be compared with)
        others = ", ".join(shorten(name) for name in titles if name not in named)
        raise ComparisonError(
            "nothing to compare it with" if named else "the data holds no document",
            place=shorten(named[0]) if named else "",
            remedy=f"name another: {others}" if others else "give data with two documents",
        )
    return tuple(named)


class _Tree:
    """Which predicates are of one family, and which concepts are wider than others."""

    def __init__(self, graph: Graph) -> None:
        self.above = {predicate: above for predicate, above in graph.rows(_RELATIONS)}  # noqa: C416
        self.wider: dict[str, set[str]] = {}
        self.narrower: dict[str, set[str]] = {}
        for concept, wider in graph.rows(_BROADER):
            self.wider.setdefault(concept, set()).add(wider)
            self.narrower.setdefault(wider, set()).add(concept)

    def key(self, claim: Claim) -> tuple[str, str, str, str]:
        """What a claim says: subject, relation, object, polarity."""
        relation = self.above.get(claim.predicate, claim.predicate)
        return claim.subject, relation, claim.object, claim.polarity

    def concerns(self, key: tuple[str, str, str, str], concept: str) -> bool:
        """Whether the subject or the object is a concept or a narrower one."""
        return self._is(key[0], concept) or self._is(key[2], concept)

    def kin(self, concept: str) -> set[str]:
        """The concept itself and all that are wider or narrower."""
        return {concept} | self.wider.get(concept, set()) | self.narrower.get(concept, set())

    def near(self, one: tuple[str, str, str, str], other: tuple[str, str, str, str]) -> bool:
        """Whether two keys differ, and only by what is wider or by risk instead of cause."""
        relations = {one[1], other[1]}
        return (
            one != other
            and one[3] == other[3]
            and (len(relations) == 1 or relations <= _OF_RISK_OR_CAUSE)
            and other[0] in self.kin(one[0])
            and other[2] in self.kin(one[2])
        )

    def _is(self, concept: str, wider: str) -> bool:
        return concept == wider or wider in self.wider.get(concept, ())


def _thing(
    key: tuple[str, str, str, str],
    group: Sequence[Claim],
    others: _Others,
    compared: Sequence[str],
) -> Thing:
    saying = {claim.document for claim in group}
    said = tuple(
        _said(document, [claim for claim in group if claim.document == document])
        for document in compared
        if document in saying
    )
    against = others.against(group)
    near: list[str] = []
    if against:
        category = "contradicts"
    elif len(said) > 1:
        category = "differs" if len({entry.firmest for entry in said}) > 1 else "same"
    else:
        near = others.near(key, saying)
        category = "near" if near else "alone"
    return Thing(category, *key, said, tuple(against or near))


class _Others:
    """Finds the claims of other documents that contradict a claim or are near it."""

    def __init__(self, claims: Mapping[str, Claim], tree: _Tree) -> None:
        self.place = {iri: place for place, iri in enumerate(claims)}
        self.tree = tree
        self.claims = claims
        self.by_ends: dict[tuple[str, str], list[Claim]] = {}
        self.contradicting: dict[str, set[str]] = {}
        for claim in claims.values():
            self.by_ends.setdefault((claim.subject, claim.object), []).append(claim)
            for other in claim.contradicts:
                self.contradicting.setdefault(claim.iri, set()).add(other)
                self.contradicting.setdefault(other, set()).add(claim.iri)

    def against(self, group: Sequence[Claim]) -> list[str]:
        """The claims that contradict one of some, as in the question `contradictions`."""
        found = {
            other.iri
            for claim in group
            for other in (
                *(
                    self.claims[iri]
                    for iri in self.contradicting.get(claim.iri, ())
                    if iri in self.claims
                ),
                *filter(_denies(claim), self.by_ends[claim.subject, claim.object]),
            )
            if other.document != claim.document
        }
        return sorted(found, key=self.place.__getitem__)

    def near(self, key: tuple[str, str, str, str], saying: Collection[str]) -> list[str]:
        """The claims that say something near, in documents that do not say the thing itself."""
        found = {
            other.iri
            for subject in self.tree.kin(key[0])
            for target in self.tree.kin(key[2])
            for other in self.by_ends.get((subject, target), ())
            if other.document not in saying and self.tree.near(key, self.tree.key(other))
        }
        return sorted(found, key=self.place.__getitem__)


def _denies(one: Claim) -> Callable[[Claim], bool]:
    """Whether another claim with the same ends affirms what one denies, or the other way round."""

    def denies(other: Claim) -> bool:
        return (
            one.predicate == other.predicate
            and one.polarity != other.polarity
            and (not one.scope or not other.scope or not set(one.scope).isdisjoint(other.scope))
        )

    return denies


def _said(document: str, claims: Sequence[Claim]) -> Said:
    in_order = sorted(claims, key=lambda claim: [place[2:4] for place in claim.passages[:1]])
    ranks = [CERTAINTIES.index(claim.certainty) for claim in claims]
    firmest, weakest = CERTAINTIES[max(ranks)], CERTAINTIES[min(ranks)]
    limits = [_limits(claim) for claim in in_order]
    return Said(
        document=document,
        firmest=firmest,
        weakest=weakest,
        firmest_hedge=_hedges(in_order, firmest),
        weakest_hedge=_hedges(in_order, weakest),
        limits=_distinct(limit for found in limits for limit in found) if all(limits) else (),
        claims=tuple(claim.iri for claim in in_order),
    )


def _limits(claim: Claim) -> tuple[str, ...]:
    return claim.population + claim.scope + claim.subject_qualifier


def _hedges(claims: Iterable[Claim], certainty: str) -> tuple[str, ...]:
    return _distinct(
        hedge for claim in claims if claim.certainty == certainty for hedge in claim.hedge
    )


def _distinct(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))
