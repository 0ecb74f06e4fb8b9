"""What the terms of JSON-LD contexts stand for (JSON-LD 1.1, section 4.1)."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from backspasm.positions.json_text import Value

__all__ = ["Definition", "Terms", "contexts"]


class Definition(NamedTuple):
    """What a term stands for.

    Attributes:
        iri: an IRI or keyword, or "" where the term stands for nothing, or is turned around.
        kind: the type that its strings have: an IRI, a keyword, or "".
        container: the keywords of its container.
        language: of its strings; None where the term does not say.
        context: what holds within its values, or within nodes of this type.
        turned: whether it leads from its values to its node (`@reverse`).
    """

    iri: str
    kind: str = ""
    container: frozenset[str] = frozenset()
    language: str | None = None
    context: Value | None = None
    turned: bool = False


@dataclass(frozen=True)
class Terms:
    """What the terms stand for at a place of a text.

    Attributes:
        base: what names of nodes are relative to.
        vocabulary: what stands before terms that are not defined.
        language: of strings, in lower case, or "".
        given: the terms that are defined.
    """

    base: str = ""
    vocabulary: str = ""
    language: str = ""
    given: dict[str, Definition] = field(default_factory=dict)

    def extended(self, context: Value | None) -> Terms:
        """The same with a context, or several in an array; null forgets them all."""
        terms = self
        for part in () if context is None else context.items or [context]:
            if part.kind == "object":
                terms = _Reading(terms, part).terms
            elif part.text == "null":
                terms = Terms(self.base)
        return terms

    def expand(self, name: str) -> str:
        """The IRI or keyword of a key or type, or "" where it stands for nothing."""
        if name in self.given:
            return self.given[name].iri
        if ":" in name or name.startswith("@"):
            return self._whole(name)
        return self.vocabulary + name if self.vocabulary else ""

    def named(self, name: str) -> str:
        """The IRI of a node; a blank node as it is written."""
        if ":" in name:
            return self._whole(name)
        from urllib.parse import urljoin

        return urljoin(self.base, name) if self.base else name

    def _whole(self, name: str) -> str:
        prefix, colon, local = name.partition(":")
        if colon and not local.startswith("//") and prefix in self.given:
            return self.given[prefix].iri + local
        return name


class _Reading:
    """Reads one context. A term may stand for one that is defined after it.

    Attributes:
        terms: what came out.
    """

    def __init__(self, terms: Terms, context: Value) -> None:
        self._left = {one.key: one.value for one in context.members if one.key[:1] != "@"}
        given = {key: value for key, value in terms.given.items() if key not in self._left}
        self.terms = replace(terms, given=given)
        for key in ("@base", "@vocab", "@language"):
            value = context.get(key)
            if value is not None:
                self._set(key, value.text if value.kind == "string" else "")
        while self._left:
            self._define(next(iter(self._left)))

    def _set(self, key: str, text: str) -> None:
        if key == "@base":
            self.terms = replace(self.terms, base=self.terms.named(text))
        elif key == "@vocab":
            self.terms = replace(self.terms, vocabulary=self._expanded(text) if text else "")
        else:
            self.terms = replace(self.terms, language=text.lower())

    def _expanded(self, name: str) -> str:
        for needed in (name, name.partition(":")[0]):
            if needed in self._left:
                self._define(needed)
        return self.terms.expand(name)

    def _define(self, key: str) -> None:
        value = self._left.pop(key)
        if value.kind != "object":
            iri = self._expanded(value.text) if value.kind == "string" else ""
            self.terms.given[key] = Definition(iri)
            return
        name, kind, container = value.get("@id"), value.get("@type"), value.get("@container")
        language = value.get("@language")
        iri = self._expanded(key if name is None else name.text)
        turned = value.get("@reverse") is not None
        self.terms.given[key] = Definition(
            "" if turned or (name is not None and name.kind != "string") else iri,
            "" if kind is None else self._expanded(kind.text),
            frozenset(each.text for each in container.items or [container])
            if container
            else frozenset(),
            None if language is None else language.text.lower() * (language.kind == "string"),
            value.get("@context"),
            turned,
        )


def contexts(root: Value) -> Iterator[Value]:
    """All contexts of a text, in their order."""
    for value in root.inside():
        for member in value.members:
            if member.key == "@context":
                yield from member.value.items or [member.value]
