from __future__ import annotations

from pathlib import Path

import pytest

import backspasm
import causes
from backspasm.telling import as_markdown, as_text

ASKED = (
    "poor posture",
    "sports injury",
    "unusual movement",
    "osteoarthritis",
    "pain",
    "dehydration",
)


@pytest.mark.parametrize("cause", ASKED)
@pytest.mark.parametrize("width", [40, 80, 120])
def test_text_fits_the_terminal(shipped: backspasm.Dataset, cause: str, width: int) -> None:
    text = as_text(shipped.explain(cause), width, denied=True)
    assert max(map(len, text.splitlines())) <= max(width, 60)
    assert width < 80 or max(map(len, text.splitlines())) <= width
    assert "\x1b" not in text
    assert all(line == line.rstrip() for line in text.splitlines())


def test_each_step_shows_what_it_rests_on(small: backspasm.Dataset) -> None:
    assert as_text(small.explain("stooping"), 80) == (
        "1 path from stooping to back muscle spasm, 1 backed by a mechanism\n"
        "\n"
        "1. stooping → disc strain → back muscle spasm\n"
        "   stated; 1 document at the weakest step; 2 steps, all firm\n"
        "   mechanism bsm:stooping-to-spasm\n"
        "   stooping\n"
        "   └─ causes → disc strain\n"
        "      │  bsc:garden-6: Stooping strains discs.\n"
        "      │  stated; rests on a sentence\n"
        "      │  evidence: author statement without traceable support (ECO:0000034)\n"
        "      │  at: Backs in the Garden, section “Other Causes” (inferred), characters\n"
        "      │  267 to 294\n"
        "      └─ causes → back muscle spasm\n"
        "            bsc:garden-10: A strained disc brings spasm.\n"
        "            stated; rests on a sentence\n"
        "            evidence: author statement without traceable support (ECO:0000034)\n"
        "            at: Backs in the Garden, section “Other Causes” (inferred),\n"
        "            characters 300 to 337\n"
    )


def test_brief(small: backspasm.Dataset) -> None:
    told = small.explain("stooping")
    assert "garden-6" not in as_text(told, 80, brief=True)
    assert "garden-6" not in as_markdown(told, brief=True)


def test_markdown(small: backspasm.Dataset) -> None:
    text = as_markdown(small.explain("stooping"))
    assert text.startswith("## 1 path from stooping to back muscle spasm")
    assert "### 1. stooping → disc strain → back muscle spasm" in text
    assert "- **causes → disc strain**\n  - bsc:garden-6: Stooping strains discs." in text


def test_what_speaks_against_a_path(shipped: backspasm.Dataset) -> None:
    told = shipped.explain("unusual movement")
    assert "2 claims beside it denied or contradicting: add --denied" in as_text(told, 80)
    text = as_text(told, 80, denied=True)
    assert "   contradicts bsc:seven-causes-14:\n   - bsc:seven-causes-68: " in text
    assert "   denies something else of these:\n   - bsc:seven-causes-15: Spasm from" in text
    assert "- bsc:seven-causes-15: Spasm from" in as_markdown(told, denied=True)


def test_no_path(small: backspasm.Dataset) -> None:
    text = as_text(small.explain("reading"), 80)
    assert text.startswith("No path from reading to back muscle spasm.\n\nNearest:\n- denied: ")


def test_notes(tmp_path: Path) -> None:
    data = causes.dataset(tmp_path, "a c Stated x\na b Stated x\nb c Stated y")
    assert "1 more path is not shown: raise --limit." in as_text(
        data.explain("a", "c", limit=1), 80
    )
    told = data.explain("a", "c", max_steps=1)
    assert "Paths of more than 1 step were not looked for." in as_text(told, 80)
    cut = told._replace(exhausted=False)
    assert as_text(cut, 80).startswith("At least 1 path from a to c")
    assert "The search was cut off" in as_markdown(cut)
    text = " ".join(as_text(data.explain("a", "c"), 80).split())
    assert "put together from several documents" in text


def test_markup_in_the_data_stays_text(small: backspasm.Dataset) -> None:
    told = small.explain("stooping")
    (path,) = told.paths
    (step, last) = path.steps
    nasty = step.claims[0]._replace(
        statement="x\n# y ![p](http://a.example/p.png) <b> `c` *d*\x1b[31m"
    )
    changed = path._replace(steps=(step._replace(claims=(nasty,)), last))
    text = as_markdown(told._replace(paths=(changed,)))
    assert "x \\# y \\!\\[p\\](http://a.example/p.png) &lt;b> \\`c\\` \\*d\\*" in text
    assert "\x1b" not in as_text(told._replace(paths=(changed,)), 80)


def test_a_title_keeps_its_capitals(shipped: backspasm.Dataset) -> None:
    assert "from vitamin D deficiency" in as_text(shipped.explain("vitamin D deficiency"), 80)
