"""Terms that their vocabulary does not declare."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from backspasm.files import parse_file, vocabulary_files
from backspasm.namespaces import (
    BS,
    BSC,
    BSD,
    BSF,
    BSM,
    BSV,
    BSX,
    OWL,
    PREFIXES,
    RDF,
    RDFS,
    last_cut,
    local_name,
    shorten,
)
from backspasm.validation.checks.nearness import did_you_mean, nearest
from backspasm.validation.checks.targets import KINDS
from backspasm.validation.checks.triples import TYPE
from backspasm.validation.checks.vocabularies import Vocabulary, vocabularies
from backspasm.validation.finding import Finding
from backspasm.validation.rows import is_iri, rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from backspasm.validation.checks.index import Index

__all__ = ["undeclared_terms"]

RECORDS = (BS, BSC, BSD, BSF, BSM, BSX)
"""The namespaces of the data itself: what is named in them is declared by being described."""

GUESSED = 100
"""For how many undeclared names the nearest declared one is looked up: it takes a while."""

_NAME = re.compile(r"[A-Za-z_][\w-]*\Z")
_MEMBERSHIP = re.compile(r"_[1-9][0-9]*\Z")
"""The properties of containers, of which there are endlessly many (RDF Schema, section 5.1.5)."""

LIKELY, SURELY = 0.8, 0.85
"""How alike two names must be where the one that is not known may be right: in a vocabulary
of which we declare a part, and in one that grows."""


class Verdict(NamedTuple):
    """What is wrong with a name."""

    severity: str
    message: str
    remedy: str


def undeclared_terms(index: Index) -> Iterator[Finding]:
    """A property, class, datatype or value in a namespace whose vocabulary has no such term.

    Looked at are data and shapes. Known are: the terms of the well-known vocabularies
    (see `vocabularies`), those of `bsv:`, and what data, context or shapes declare to be
    a class or a property. Some vocabularies still grow (schema.org, DCAT), and of some we
    declare only what we use (`oa:`, `sssom:`): a property or class of theirs is told of
    only where one with nearly the same name is known, and a value never. With our own
    shapes, a concept, claim or other record that is pointed at must be described in data
    or context.
    """
    words = _Words(index)
    as_term, as_value = _Memo(words.of_term), _Memo(words.of_value)
    targets = frozenset(KINDS)  # what these name, `idle-target` looks at
    # Our own shapes name things that a part of the data need not have.
    judged = index.shapes.rows if index.plain or index.whole else ()
    for subject, path, value, literal in chain(index.data.rows, judged):
        of_path, of_value = as_term[path], None
        if literal is not None:
            if value[-1] != '"':  # a plain string is of a known datatype
                of_value = as_term[literal.datatype.value]
        elif path == TYPE:
            of_value = as_term[value]
        elif path not in targets:
            of_value = as_value[value]
        if of_path is None and of_value is None:
            continue
        for verdict, part in ((of_path, "predicate"), (of_value, "object")):
            if verdict is None:
                continue
            yield Finding(
                verdict.severity,
                "undeclared-term",
                verdict.message,
                verdict.remedy,
                focus=subject,
                path=path,
                value=value,
                part=part,
            )


class _Memo(dict[str, Verdict | None]):
    """What a function says of names, each asked once."""

    def __init__(self, judge: Callable[[str], Verdict | None]) -> None:
        super().__init__()
        self.judge = judge

    def __missing__(self, name: str) -> Verdict | None:
        return self.setdefault(name, self.judge(name))


class _Words:
    """Judges names."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.guessed = 0

    def of_term(self, iri: str) -> Verdict | None:
        """What is wrong with a property, class or datatype."""
        space, local = _split(iri)
        if not local or self.known(iri):
            return None
        if space in self.partly:
            names = not any(map(str.isdigit, local))  # and not numbers, as in obo:
            return self._only_near(iri, self.partly[space], LIKELY) if names else None
        listed = vocabularies().get(space)
        if listed is not None and not listed.closed:
            return self._only_near(iri, frozenset(space + term for term in listed.terms), SURELY)
        return self._of_vocabulary(iri, space, local)

    def of_value(self, iri: str) -> Verdict | None:
        """What is wrong with an object that is no class."""
        if not self.index.plain and iri.startswith(RECORDS):
            return None if self.known(iri) else self._record(iri)
        space, local = _split(iri)
        if not _NAME.match(local) or self.known(iri):  # a file or a version, not a term
            return None
        return self._of_vocabulary(iri, space, local)

    def known(self, iri: str) -> bool:
        """Whether a name is declared or is none."""
        return iri in self.declared or not is_iri(iri)

    def _of_vocabulary(self, iri: str, space: str, local: str) -> Verdict | None:
        if space == BSV:
            return self._own(iri)
        listed = vocabularies().get(space)
        return self._well_known(iri, local, listed) if listed and listed.closed else None

    def _own(self, iri: str) -> Verdict | None:
        known = self.own
        if iri in known:
            return None
        severity = "warning" if self.index.plain else "violation"
        remedy = "Correct the name, or declare it in the vocabulary."
        return Verdict(severity, _undeclared(iri), self._remedy(iri, known, remedy))

    def _well_known(self, iri: str, local: str, listed: Vocabulary) -> Verdict | None:
        counted = listed.namespace == RDF and _MEMBERSHIP.match(local)
        if local in listed.terms or counted:
            return None
        known = frozenset(listed.namespace + term for term in listed.terms)
        remedy = "Correct the name: the vocabulary has no such term."
        return Verdict("warning", _undeclared(iri), self._remedy(iri, known, remedy))

    def _only_near(self, iri: str, known: frozenset[str], cutoff: float) -> Verdict | None:
        self.guessed += iri not in known
        if iri in known or self.guessed > GUESSED or not nearest(iri, known, cutoff):
            return None
        return Verdict("warning", _undeclared(iri), did_you_mean(iri, known, ""))

    def _record(self, iri: str) -> Verdict | None:
        known = self.records
        if iri in known:
            return None
        remedy = "Correct the name, or describe it in the data."
        message = f"{shorten(iri)} is used, but described nowhere."
        return Verdict("warning", message, self._remedy(iri, known, remedy))

    def _remedy(self, iri: str, known: frozenset[str], otherwise: str) -> str:
        self.guessed += 1
        return otherwise if self.guessed > GUESSED else did_you_mean(iri, known, otherwise)

    @cached_property
    def declared(self) -> frozenset[str]:
        """What data, context or shapes declare to be a class, property or the like."""
        return frozenset(
            subject
            for part in (self.index.all, self.index.shapes)
            for kind, subjects in part.instances.items()
            if kind.startswith((OWL, RDFS)) or kind == RDF + "Property"
            for subject in subjects
        )

    @cached_property
    def records(self) -> frozenset[str]:
        """All that data and context say something of."""
        return frozenset({*self.index.data.described, *self.index.context.described})

    @cached_property
    def own(self) -> frozenset[str]:
        """The terms of `bsv:`."""
        if self.index.plain:
            found = [row for name in vocabulary_files() for row in rows(parse_file(name))]
        else:
            found = self.index.context.rows
        return frozenset(row[0] for row in found)

    @cached_property
    def partly(self) -> dict[str, frozenset[str]]:
        """The terms that the context declares, by namespaces of which it declares only some."""
        if self.index.plain:
            return {}
        found: dict[str, set[str]] = {}
        for iri in self.declared & self.index.context.described.keys():
            space = iri[: last_cut(iri)]
            if space in _SPACES and space != BSV and space not in vocabularies():
                found.setdefault(space, set()).add(iri)
        return {space: frozenset(iris) for space, iris in found.items()}


_SPACES = frozenset(PREFIXES.values())


def _split(iri: str) -> tuple[str, str]:
    cut = last_cut(iri)
    return iri[:cut], iri[cut:]


def _undeclared(iri: str) -> str:
    return f"{shorten(iri)} is not declared: its vocabulary has no {local_name(iri)}."
