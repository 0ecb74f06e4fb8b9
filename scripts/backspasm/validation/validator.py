"""Validation from files to a report: read, derive, check, and say where."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from backspasm.errors import DataError, ShapesError
from backspasm.validation import checks
from backspasm.validation.baseline import read_baseline, without
from backspasm.validation.checks.targets import has_targets
from backspasm.validation.checks.triples import TYPE, Triples, rows
from backspasm.validation.engines import Index, malformed, run
from backspasm.validation.engines.terms import shown
from backspasm.validation.finding import SEVERITIES, Finding, Place, sort
from backspasm.validation.reading import read_material
from backspasm.validation.report import Report
from backspasm.validation.wording import to_finding

if TYPE_CHECKING:
    import os
    from collections.abc import Sequence

    from backspasm.validation.engines import Result
    from backspasm.validation.material import Material, Source

    Path = str | os.PathLike[str]

__all__ = ["Settings", "Validation", "validate"]


NOT_SHACL = "not-shacl"
"""The rule of what is wrong with shapes."""


@dataclass(frozen=True)
class Settings:
    """How to validate.

    Attributes:
        context: files or folders that the data refers to; they are not checked.
        with_shipped: whether the shipped data is such.
        changed_since: a git revision; only what changed since is checked.
        engine: the SHACL engine, one of `backspasm.validation.engines.ENGINES`.
        jobs: how many processes share the work.
        fail_on: the least severity that counts.
        baseline: an earlier report in JSON; what it holds is not told again.
    """

    context: Sequence[Path] = ()
    with_shipped: bool = False
    changed_since: str | None = None
    engine: str = "pyshacl"
    jobs: int = 1
    fail_on: str = SEVERITIES[0]
    baseline: str | None = None


@dataclass(frozen=True)
class Validation:
    """What came out.

    Attributes:
        report: the findings, and the ending.
        results: SHACL's own results, for the validation report of the W3C.
    """

    report: Report
    results: tuple[Result, ...]


def validate(
    paths: Sequence[Path] = (), shapes: Sequence[Path] = (), settings: Settings | None = None
) -> Validation:
    """Check data against shapes, and look at what shapes do not see.

    With the shipped shapes, the vocabulary and all that the rules derive belong to the
    data. With other shapes the data is checked as it is (SHACL, section 3.4).

    Args:
        paths: files or folders with data; by default the shipped data.
        shapes: files or folders with shapes; by default the shipped shapes.
        settings: how; by default as the command line does without options.

    Raises:
        UseError: the engine is not there, or cannot do what the shapes want.
        FileError: the baseline cannot be read, or there is no such revision.
    """
    chosen = settings or Settings()
    known = read_baseline(chosen.baseline) if chosen.baseline else None
    material, unchecked = read_material(
        paths,
        shapes,
        chosen.context,
        with_shipped=chosen.with_shipped,
        changed_since=chosen.changed_since,
    )
    results, by_shapes = _shacl(material, chosen, unchecked)
    whole = not paths and chosen.changed_since is None
    places = _Places(material)
    by_shapes = places.in_data(by_shapes)
    found = sort([*by_shapes, *places.anywhere(checks.run(material, whole=whole))])
    elsewhere = _Elsewhere(material)
    told = [one for one in found if not elsewhere(one)]
    new = told if known is None else without(told, known)
    report = Report(
        findings=tuple(new),
        unchecked=tuple(sort(unchecked)),
        files=tuple(source.name for source in material.data),
        shapes=tuple(source.name for source in material.shapes),
        engine=chosen.engine,
        triples=sum(len(source.quads) for source in material.data),
        fail_on=chosen.fail_on,
        known=len(told) - len(new),
        elsewhere=len(found) - len(told),
    )
    kept = zip(results, by_shapes, strict=True)
    return Validation(report, tuple(one for one, finding in kept if not elsewhere(finding)))


class _Elsewhere:
    """Tells whether a finding is about the context alone."""

    def __init__(self, material: Material) -> None:
        self.material = material
        self.files = {source.name for source in material.context}
        self._nodes: set[str] | None = None

    def __call__(self, finding: Finding) -> bool:
        files = {place.file for place, _ in finding.related}
        files |= {finding.place.file} if finding.place else set()
        if not files or not files <= self.files:
            return False
        return finding.focus not in self.nodes and finding.value not in self.nodes

    @property
    def nodes(self) -> set[str]:
        """What the data speaks of, but for its classes and properties."""
        if self._nodes is None:
            ends = (
                end
                for source in self.material.data
                for quad in source.quads
                for end in (quad.subject, quad.object)
                if quad.predicate.value != TYPE
            )
            self._nodes = {shown(str(end)) for end in ends}
        return self._nodes


def _shacl(
    material: Material, settings: Settings, unchecked: list[Finding]
) -> tuple[list[Result], list[Finding]]:
    """SHACL's results, and the same as findings; shapes that are none do not hide the rest."""
    if not any(source.quads for source in material.shapes):
        return [], []
    data, shapes = Index.of(material.quads()), Index.of(material.shape_quads())
    bad = [replace(to_finding(one, shapes), rule=NOT_SHACL) for one in malformed(shapes)]
    results: list[Result] = []
    try:
        results = run(data, shapes, settings.engine, settings.jobs)
    except (DataError, ShapesError) as error:
        bad.append(_unfit(error.problem, error.remedy, error.place))
    if not has_targets(Triples(rows(material.shape_quads()))):
        bad.append(_unfit("no shape has a target", "give SHACL shapes with sh:targetClass"))
    unchecked += [_in_shapes(one, material) for one in _Places(material).anywhere(bad)]
    return results, [to_finding(one, shapes, data) for one in results]


def _unfit(problem: str, remedy: str, shape: str = "") -> Finding:
    return Finding("violation", NOT_SHACL, problem, remedy, focus=shape)


def _in_shapes(finding: Finding, material: Material) -> Finding:
    """A finding with the file of the shapes as its place, where nothing nearer is known."""
    if finding.place is None and len(material.shapes) == 1:
        return replace(finding, place=Place(material.shapes[0].name))
    return finding


class _Places:
    """Gives findings their places; nothing of it is loaded where all is well."""

    def __init__(self, material: Material) -> None:
        self.material = material

    def in_data(self, found: Sequence[Finding]) -> list[Finding]:
        """The findings, with places in data and context."""
        return self._located(found, [*self.material.data, *self.material.context])

    def anywhere(self, found: Sequence[Finding]) -> list[Finding]:
        """The findings, with places in data, context and shapes."""
        material = self.material
        return self._located(found, [*material.data, *material.context, *material.shapes])

    def _located(self, found: Sequence[Finding], sources: list[Source]) -> list[Finding]:
        if not found:
            return []
        from backspasm.validation.locating import Locator

        locator = Locator(list({source.name: source for source in sources}.values()))
        return [locator.locate(finding) for finding in found]
