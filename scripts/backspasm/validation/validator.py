"""Validation from files to a report: read, derive, check, and say where."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from backspasm.errors import DataError, ShapesError
from backspasm.validation import checks, engines
from backspasm.validation.baseline import read_baseline, without
from backspasm.validation.finding import SEVERITIES, Finding, Place, sort
from backspasm.validation.reading import read_material
from backspasm.validation.report import Report
from backspasm.validation.wording import findings

if TYPE_CHECKING:
    import os
    from collections.abc import Sequence

    from backspasm.validation.engines import Result
    from backspasm.validation.material import Material

    Path = str | os.PathLike[str]

__all__ = ["Settings", "Validation", "validate"]


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
    results = _shacl(material, chosen, unchecked)
    whole = not paths and chosen.changed_since is None
    found = _located([*findings(results, material), *checks.run(material, whole=whole)], material)
    told = [one for one in found if not _elsewhere(one, material)]
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
    return Validation(report, tuple(results))


def _elsewhere(finding: Finding, material: Material) -> bool:
    """Whether a finding is about the context alone."""
    files = {place.file for place, _ in finding.related}
    files |= {finding.place.file} if finding.place else set()
    context = {source.name for source in material.context}
    return bool(files) and files <= context


def _shacl(material: Material, settings: Settings, unchecked: list[Finding]) -> list[Result]:
    """SHACL's results; shapes that are none do not hide what else is found."""
    if not material.shapes or any(source.error for source in material.shapes):
        return []
    try:
        return engines.run(
            material.quads(), material.shape_quads(), settings.engine, settings.jobs
        )
    except (DataError, ShapesError) as error:
        place = Place(error.place) if error.place else None
        unchecked.append(Finding("violation", "not-shacl", error.problem, error.remedy, place))
        return []


def _located(found: Sequence[Finding], material: Material) -> list[Finding]:
    """The findings with their places; nothing of it is loaded where all is well."""
    if not found:
        return []
    from backspasm.validation.locating import Locator

    sources = (*material.data, *material.context, *material.shapes)
    locator = Locator(list({source.name: source for source in sources}.values()))
    return sort(map(locator.locate, found))
