"""An explanation as text for people: a tree for the terminal, and Markdown."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from backspasm.namespaces import shorten
from backspasm.tables import escaped, wrap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from backspasm.claims import Claim
    from backspasm.explanation import Explanation, Path
    from backspasm.network import Link

__all__ = ["as_markdown", "as_text"]

_ORIGINS = {
    "document": "put together from steps that one document says apart",
    "documents": "put together from several documents",
}

_AGAINST = {
    "step": "denies a step",
    "claim": "contradicts",
    "other": "denies something else of these",
}

_LIMITS = {
    "population": "in",
    "scope": "within",
    "site": "at",
    "onset": "onset",
    "frequency": "how often",
    "rank": "rank",
    "subject_qualifier": "cause is",
    "object_qualifier": "effect is",
}


def as_text(told: Explanation, width: int, *, brief: bool = False, denied: bool = False) -> str:
    """A tree for each path, in lines of at most a width, as far as its words allow.

    Args:
        told: the explanation.
        width: the columns of the terminal.
        brief: leave out the claims.
        denied: show the claims that speak against a path.
    """
    teller = _Teller(told)
    lines = wrap(teller.title(), width)
    for number, path in enumerate(told.paths, 1):
        mark = f"{number}. "
        lines += ["", *_hung(mark, teller.chain(path), width)]
        for text in teller.summary(path):
            lines += _hung(" " * len(mark), text, width)
        if not brief:
            lines += _tree(teller, path, width)
        for text in teller.against(path, denied=denied):
            lines += _listed("   ", text, width)
    for part in (teller.nearest(), teller.notes()):
        lines += ["", *(line for text in part for line in _listed("", text, width))] if part else []
    return "\n".join(lines) + "\n"


def as_markdown(told: Explanation, *, brief: bool = False, denied: bool = False) -> str:
    """A section for each path, with its steps as a list and their claims below them."""
    teller = _Teller(told)
    lines = [f"## {escaped(teller.title())}"]
    for number, path in enumerate(told.paths, 1):
        summary = "; ".join(teller.summary(path))
        lines += ["", f"### {number}. {escaped(teller.chain(path))}", ""]
        lines += [f"{escaped(summary[:1].upper() + summary[1:])}.", ""]
        for step in path.steps:
            lines.append(f"- **{escaped(teller.step(step.link))}**")
            for claim in () if brief else step.claims:
                first, *others = map(escaped, teller.claim(claim))
                lines += [f"  - {first}", *(f"    {text}" for text in others)]
        against = teller.against(path, denied=denied)
        lines += ["", *map(_escaped_item, against)] if against else []
    for part in (teller.nearest(), teller.notes()):
        lines += ["", *map(_escaped_item, part)] if part else []
    return "\n".join(lines) + "\n"


def _escaped_item(text: str) -> str:
    """A line for Markdown; the mark of a list stays."""
    body = text.lstrip(" ")
    mark = "- " if body.startswith("- ") else ""
    return " " * (len(text) - len(body)) + mark + escaped(body.removeprefix(mark))


class _Teller:
    """Puts the parts of one explanation into words."""

    def __init__(self, told: Explanation) -> None:
        self.told = told

    def name(self, iri: str) -> str:
        return self.told.labels.get(iri) or shorten(iri)

    def names(self, iris: tuple[str, ...]) -> str:
        return ", ".join(map(self.name, iris))

    def title(self) -> str:
        told = self.told
        ends = f"from {self.name(told.cause)} to {self.name(told.effect)}"
        for word, iris in (("through", told.limits.through), ("without", told.limits.without)):
            ends += f", {word} {self.names(iris)}" if iris else ""
        if not told.paths:
            return f"No path {ends}{'.' if told.exhausted else ' was found so far.'}"
        by = f", {told.backed} backed by a mechanism" if told.backed else ""
        least = "" if told.exhausted else "At least "
        return f"{least}{_counted(told.found, 'path')} {ends}{by}"

    def summary(self, path: Path) -> list[str]:
        """How strong it is, what backs it, and what limits it, a line each."""
        weak = sum(not step.link.firm for step in path.steps)
        firm = {0: "all firm", len(path.steps): "none firm"}.get(weak, f"{weak} not firm")
        certainty = path.certainty.lower() or "no certainty"
        support = f"{_counted(path.support, 'document')} at the weakest step"
        said = [f"{certainty}; {support}; {_counted(len(path.steps), 'step')}, {firm}"]
        for whole, words in ((True, "mechanism"), (False, "part of mechanism")):
            backing = [shorten(b.mechanism) for b in path.backing if b.whole == whole]
            if backing:
                said.append(f"{words}{'s' * (len(backing) > 1)} {', '.join(backing)}")
        if path.origin in _ORIGINS:
            said.append(_ORIGINS[path.origin])
        limited: dict[tuple[str, ...], list[str]] = {}
        for number, step in enumerate(path.steps, 1):
            if step.within:
                limited.setdefault(step.within, []).append(str(number))
        for within, numbers in limited.items():
            steps = "step" if len(numbers) == 1 else "steps"
            said.append(f"{steps} {' and '.join(numbers)} limited to: {self.names(within)}")
        end = path.concepts[-1]
        if end != self.told.effect:
            said.append(f"{self.name(end)} is a kind of {self.name(self.told.effect)}")
        return said

    def chain(self, path: Path) -> str:
        return " → ".join(map(self.name, path.concepts))

    def step(self, link: Link) -> str:
        return f"{self.name(link.predicate)} → {self.name(link.effect)}"

    def claim(self, claim: Claim) -> Iterator[str]:
        yield f"{shorten(claim.iri)}: {claim.statement}"
        hedges = ", ".join(f"“{text}”" for text in claim.hedge)
        certainty = f"{claim.certainty.lower()} ({hedges})" if hedges else claim.certainty.lower()
        polarity = "denied; " if claim.polarity == "Denied" else ""
        basis = {"ListItem": "list item"}.get(claim.basis, claim.basis.lower())
        yield f"{polarity}{certainty}; rests on a {basis}"
        limits = [
            f"{word} {self.names(getattr(claim, field))}"
            for field, word in _LIMITS.items()
            if getattr(claim, field)
        ]
        if claim.jointly_with:
            limits.append(f"jointly with {', '.join(map(shorten, claim.jointly_with))}")
        if limits:
            yield "; ".join(limits)
        evidence = [f"{self.name(iri)} ({shorten(iri)})" for iri in claim.evidence]
        wording = [f"“{text}”" for text in claim.evidence_wording]
        yield f"evidence: {', '.join([*evidence, *wording]) or 'none given'}"
        yield from self.places(claim)
        yield from (f"note: {text}" for text in claim.curator_note)

    def places(self, claim: Claim) -> Iterator[str]:
        """A line for each section that the claim is taken from."""
        if not claim.passages:
            yield "at: no passage is given"
        for (document, section, inferred), found in groupby(
            claim.passages, key=lambda place: (place.document, place.section, place.inferred)
        ):
            lost = " (inferred)" if inferred else ""
            spans = ", ".join(f"{place.start} to {place.end}" for place in found)
            yield f"at: {self.name(document)}, section “{section}”{lost}, characters {spans}"

    def against(self, path: Path, *, denied: bool) -> list[str]:
        if not path.denials:
            return []
        if not denied:
            count = _counted(len(path.denials), "claim")
            return [f"{count} beside it denied or contradicting: add --denied"]
        lines = []
        for denial in path.denials:
            against = f" {shorten(denial.against)}" if denial.against else ""
            lines.append(f"{_AGAINST[denial.kind]}{against}:")
            first, *others = self.claim(denial.claim)
            lines += [f"- {first}", *(f"  {text}" for text in others)]
        return lines

    def nearest(self) -> list[str]:
        if not self.told.nearest:
            return []
        return ["Nearest:", *(f"- {near.text}" for near in self.told.nearest)]

    def notes(self) -> list[str]:
        told = self.told
        notes = []
        if told.related and told.paths:
            notes.append(f"Wider and narrower causes lead there too: {self.names(told.related)}.")
        hidden = told.found - len(told.paths)
        if hidden:
            verb = "is" if hidden == 1 else "are"
            notes.append(f"{_counted(hidden, 'more path')} {verb} not shown: raise --limit.")
        if not told.exhausted:
            notes.append("The search was cut off: use --max-steps, --through or --strict.")
        elif told.longer:
            limit = _counted(told.limits.max_steps, "step")
            notes.append(f"Paths of more than {limit} were not looked for.")
        return notes


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _hung(mark: str, text: str, width: int) -> list[str]:
    """A text behind a mark, its later lines below its first."""
    first, *others = wrap(text, width - len(mark))
    return [mark + first, *(" " * len(mark) + line for line in others)]


def _listed(margin: str, text: str, width: int) -> list[str]:
    """A text at a margin, its later lines below what stands behind its mark."""
    body = text.lstrip(" ")
    mark = "- " if body.startswith("- ") else ""
    indent = margin + " " * (len(text) - len(body))
    return _hung(indent + mark, body.removeprefix(mark), width)


def _tree(teller: _Teller, path: Path, width: int) -> list[str]:
    lines = [f"   {teller.name(path.concepts[0])}"]
    margin = "   "
    for number, step in enumerate(path.steps):
        lines += _hung(f"{margin}└─ ", teller.step(step.link), width)
        margin += "   "
        rail = margin + ("│  " if number + 1 < len(path.steps) else "   ")
        for claim in step.claims:
            for text in teller.claim(claim):
                lines += [rail + line for line in wrap(text, max(width - len(rail), 1))]
    return lines
