"""The page of rules lists the checks as they are."""

from __future__ import annotations

import re
from pathlib import Path

from backspasm.files import FORMATS
from backspasm.validation.checks import CHECKS

PAGE = Path(__file__).parents[2] / "shapes" / "README.md"


def test_every_check_is_listed() -> None:
    rows = re.findall(r"^\| `([a-z-]+)` \| (\w+) \| (\w+) \|", PAGE.read_text(), re.MULTILINE)
    kinds = {(True, True): "yes", (True, False): "no", (False, True): "only"}
    assert rows == [(one.rule, one.severity, kinds[one.own, one.plain]) for one in CHECKS]


def test_every_ending_is_listed() -> None:
    (line,) = re.findall(r"^Files end in (.*?)\. A folder", PAGE.read_text(), re.MULTILINE)
    assert re.findall(r"`(\.\w+)`", line) == list(FORMATS)
