"""A thousand defects planted at random, found by a whole validation at their line and column."""

from __future__ import annotations

import random
import re
import shutil
from pathlib import Path

import pytest

import defects
from backspasm.validation import Finding, validate
from defects import Defect

ROUNDS = 2
EACH = 168
"""Defects in a round; with three layouts and two rounds more than a thousand in all."""

WITHOUT_VALUE = ("MaxCountConstraintComponent", "UniqueLangConstraintComponent")


def _planted(text: str, chance: random.Random, number: int) -> tuple[str, list[Defect]]:
    """A text with defects in as many statements."""
    # What is missing is missing from a copy of a statement, so the copies come first.
    kinds = sorted(defects.KINDS, key=lambda kind: kind != "missing property")
    found: list[Defect] = []
    touched: set[str] = set()
    while len(found) < number:
        kind = kinds[len(found) * len(kinds) // number]
        one = defects.plant(text, chance, kind=kind)
        if one.focus not in touched:
            text = one.text
            found.append(one)
            touched.add(one.focus)
    return text, found


def _broken(
    folder: Path, chance: random.Random, layout: str
) -> list[tuple[Path, str, list[Defect]]]:
    made = []
    for path in defects.FILES:
        place = folder / path.relative_to(defects.ROOT / "data")
        place.parent.mkdir(parents=True, exist_ok=True)
        if path.parent.name == "claims":
            text, planted = _planted(path.read_text(encoding="utf-8"), chance, EACH // 2)
            text = defects.laid_out(text, chance, layout)
            place.write_bytes(text.encode())
            made.append((place, text, planted))
        else:
            shutil.copy(path, place)
    return made


@pytest.mark.parametrize("layout", defects.LAYOUTS)
@pytest.mark.parametrize("number", range(ROUNDS))
def test_each_defect_is_found_where_it_stands(number: int, layout: str, tmp_path: Path) -> None:
    chance = random.Random(f"{layout} {number}")  # noqa: S311 (the same on every run)
    made = _broken(tmp_path, chance, layout)
    findings = validate([tmp_path]).report.findings
    by_what = {(one.focus, one.path, one.component, one.value): one for one in findings}
    for path, text, planted in made:
        for defect in planted:
            found = by_what[defect.focus, defect.path, defect.component, defect.value]
            assert found.place, defect
            line, column = defects.place_of(text, text.index(defect.word))
            assert (found.place.file, found.place.line) == (str(path), line), defect.word
            assert found.place.column == column
            assert found.place.nearness == defect.nearness
            assert defect.word in found.excerpt[0]
    texts = {str(path): text for path, text, _ in made}
    for finding in findings:
        _names_what_it_marks(finding, texts)


def _names_what_it_marks(finding: Finding, texts: dict[str, str]) -> None:
    """What stands at a place is the node, the property or the value of its finding."""
    place = finding.place
    assert place, finding
    if place.file not in texts:
        return
    lines = re.split(r"\r\n|\n|\r", texts[place.file])
    assert place.line == place.end_line
    word = lines[place.line - 1][place.column - 1 : place.end_column - 1]
    if finding.component.endswith(WITHOUT_VALUE):
        return  # a value that the finding does not name
    told = {finding.focus, finding.value, finding.path.strip("^<>")}
    if word.startswith('"') or word.isdigit():
        assert finding.value.strip('"').startswith(word.strip('"')), (word, finding)
    else:
        assert defects.full(word) in told, (word, finding)
