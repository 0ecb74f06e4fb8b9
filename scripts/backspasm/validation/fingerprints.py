"""What makes a finding the same one in two runs."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from backspasm.validation.naming import sound
from backspasm.validation.uris import slashed

if TYPE_CHECKING:
    from backspasm.validation.finding import Finding

__all__ = ["fingerprint"]


def fingerprint(finding: Finding) -> str:
    """A digest of the rule, the node, the path, the value and the file.

    Lines, wording and severity do not count, nor do the names of blank nodes: they
    change when something else in the file does. So two findings may have the same one.
    """
    file = slashed(finding.place.file) if finding.place else ""
    parts = [finding.rule, *map(_lasting, (finding.focus, finding.path, finding.value)), file]
    text = json.dumps([sound(part) for part in parts], ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def _lasting(text: str) -> str:
    return "_:" if text.startswith("_:") else text
