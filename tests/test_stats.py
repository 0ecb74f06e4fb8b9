from __future__ import annotations

import backspasm
from backspasm.stats import Count, stats


def test_records_and_groups(small: backspasm.Dataset) -> None:
    counts = stats(small)
    for count in (
        Count("documents", "", 1),
        Count("concepts", "", 8),
        Count("claims", "", 7),
        Count("mechanisms", "", 1),
        Count("quantitative findings", "", 1),
        Count("passages", "", 9),
        Count("mappings", "", 1),
        Count("concepts by kind", "Exposure", 4),
        Count("concepts by role", "Cause", 2),
        Count("claims by document", "garden", 7),
        Count("claims by predicate", "causes", 5),
        Count("claims by certainty", "Possible", 2),
        Count("claims by polarity", "Denied", 1),
        Count("claims by basis", "Heading", 1),
        Count("mappings by source", "ICD10CM", 1),
    ):
        assert count in counts


def test_derived_kinds_are_not_counted_as_kinds(small: backspasm.Dataset) -> None:
    assert ("concepts by kind", "Condition") not in {count[:2] for count in stats(small)}


def test_groups_add_up(shipped: backspasm.Dataset) -> None:
    counts = stats(shipped)
    for whole, parts in (
        ("concepts", "concepts by kind"),
        ("claims", "claims by predicate"),
        ("claims", "claims by certainty"),
        ("claims", "claims by polarity"),
        ("claims", "claims by basis"),
        ("claims", "claims by document"),
        ("mappings", "mappings by source"),
    ):
        total = sum(count.number for count in counts if count.things == whole)
        assert total == sum(count.number for count in counts if count.things == parts)
