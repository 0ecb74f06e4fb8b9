"""Validation from files to a report: read, derive, check, and say where."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from backspasm.errors import ShapesError
from backspasm.validation import checks
from backspasm.validation.baseline import marks, read_baseline, without
from backspasm.validation.checks.targets import has_targets
from backspasm.validation.engines import (
    FaultyShapesError,
    RefusedShapesError,
    Team,
    malformed,
    run_sound,
)
from backspasm.validation.engines.terms import SH
from backspasm.validation.engines.wellformed import ending
from backspasm.validation.finding import SEVERITIES, Finding, sort
from backspasm.validation.placing import Placing
from backspasm.validation.reading import read_material
from backspasm.validation.report import Report
from backspasm.validation.wording import (
    NOT_EVALUATED,
    NOT_SHACL,
    fault_findings,
    malformed_findings,
    to_finding,
)

if TYPE_CHECKING:
    import os
    from collections.abc import Sequence

    from backspasm.validation.engines import Result
    from backspasm.validation.material import Material

    Path = str | os.PathLike[str]

__all__ = ["Settings", "Validation", "validate"]

_GIVE_SHAPES = "give SHACL shapes with sh:targetClass"


@dataclass(frozen=True)
class Settings:
    """How to validate.

    Attributes:
        context: files or folders that the data refers to; they are not checked.
        with_shipped: whether the shipped data is such.
        changed_since: a git revision; only what is in changed files is told, and what the change
            broke elsewhere.
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
    whole = not paths and chosen.changed_since is None
    results, by_shapes, found = _found(material, chosen, unchecked, whole=whole)
    stood = _stood(found, material, chosen)
    told = [one for one in found if one not in stood]
    new = told if known is None else without(told, known)
    report = Report(
        findings=tuple(new),
        unchecked=tuple(sort(unchecked)),
        files=tuple(source.name for source in material.data),
        shapes=tuple(source.name for source in material.shapes),
        engine=chosen.engine,
        triples=sum(len(source.rows) for source in material.data),
        fail_on=chosen.fail_on,
        known=len(told) - len(new),
        elsewhere=len(stood),
    )
    kept = zip(results, by_shapes, strict=True)
    return Validation(report, tuple(one for one, finding in kept if finding not in stood))


def _found(
    material: Material, settings: Settings, unchecked: list[Finding], *, whole: bool
) -> tuple[list[Result], list[Finding], list[Finding]]:
    """SHACL's results, the same as findings, and all findings; those with their places."""
    team, placing = Team(settings.jobs), Placing(material)
    with team.beside(partial(checks.run, material, whole=whole)) as others:
        results, by_shapes, unfit = _shacl(material, settings.engine, team)
        unchecked += placing.in_shapes(unfit)
        by_shapes = placing.in_data(by_shapes)
        return results, by_shapes, sort([*by_shapes, *placing.anywhere(others())])


def _stood(found: list[Finding], material: Material, settings: Settings) -> set[Finding]:
    """The findings in the context alone that stand there without the data, or stood before.

    Only where there are findings in the context alone, all is validated once more.
    """
    beside = Placing(material).in_context(found)
    if not beside or material.before is None:
        return set(beside)
    _, _, before = _found(material.before(), settings, [], whole=False)
    same = set(before)  # blank nodes count alike, so these come first
    ordered = sorted(beside, key=lambda one: one not in same)
    return set(beside).difference(without(ordered, marks(before)))


def _shacl(
    material: Material, engine: str, team: Team
) -> tuple[list[Result], list[Finding], list[Finding]]:
    """SHACL's results, the same as findings, and what is wrong with the shapes.

    Shapes that are none do not hide the rest. The graphs are large, and gone with the end.
    """
    if not any(source.rows for source in material.shapes):
        return [], [], []
    data, shapes = material.graph(), ending(material.shapes_graph())
    ill = malformed(shapes)
    bad = malformed_findings(ill, shapes)
    results: list[Result] = []
    try:
        results, faults = run_sound(data, shapes, ill, engine, team)
        bad += fault_findings(faults, shapes, bad)
    except RefusedShapesError as error:
        problem = f"{error.problem}; so no shape was checked"
        bad.append(_unfit(problem, error.remedy, error.place, NOT_EVALUATED))
    except ShapesError as error:
        if error.place or not bad or not isinstance(error, FaultyShapesError):
            bad.append(_unfit(error.problem, error.remedy, error.place))
    if not has_targets(shapes) and f"<{SH}target>" not in shapes.tables:
        bad.append(_unfit("no shape has a target", _GIVE_SHAPES))
    return results, [to_finding(one, shapes, data) for one in results], bad


def _unfit(problem: str, remedy: str, shape: str = "", rule: str = NOT_SHACL) -> Finding:
    return Finding("violation", rule, problem, remedy, focus=shape)
