from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest

from backspasm.validation.finding import Finding, Place
from backspasm.validation.formats.text import SHOWN, coloured, write
from backspasm.validation.report import Report
from reported import REPORTS

ONE = """\
violation: bsh:claim-subject/minCount, 1 finding
  A claim has exactly one subject.

  data/a.ttl:10:1
    bsc:doc-1: has no rdf:subject
    10 | bsc:doc-1 a bsv:Claim ;
       | ^^^^^^^^^

1 violation. Checked: 2 files with 10 triples against 1 file of shapes, by
pyshacl.
"""

UNCHECKED = """\
1 violation; 1 could not be checked, from which some findings may follow.
Checked: 3 files with 5 triples against 1 file of shapes, by pyshacl.

Could not be checked:

  data/c.ttl:2:5
    expected a dot
    End the statement.
    2 | a b c d
      |     ^
"""


def test_one() -> None:
    assert write(REPORTS["one"]) == ONE


def test_what_could_not_be_checked_comes_last() -> None:
    assert write(REPORTS["unchecked"]).endswith(UNCHECKED)


@pytest.mark.parametrize(
    ("name", "line"),
    [
        (
            "empty",
            "No findings. Checked: 2 files with 12,345 triples against 1 file of shapes, by pyshacl.",
        ),
        ("nothing", "No findings. Checked: 0 files with 0 triples."),
        (
            "known",
            "No findings (3 known ones left out). Checked: 2 files with 1 triple against 1 file of shapes, by shifty.",
        ),
    ],
)
def test_an_empty_report_says_what_was_checked(name: str, line: str) -> None:
    assert write(REPORTS[name], width=200) == f"{line}\n"


def test_findings_that_are_not_known_are_not_none() -> None:
    nothing = replace(REPORTS["unchecked"], findings=())
    assert write(nothing).startswith("Findings not known; 1 could not be checked. Checked: ")


@pytest.mark.parametrize("number", [1, 2])
def test_a_remedy_that_is_the_message_is_told_once(number: int) -> None:
    said = [f"Node {one} is bad." for one in range(number)]
    found = tuple(Finding("violation", "x/sparql", one, one, focus="x:y") for one in said)
    text = write(Report(findings=found))
    assert [text.count(one) for one in said] == [1] * number


def test_examples_are_five_and_the_rest_is_counted() -> None:
    text = write(REPORTS["many"])
    assert text.count("data/a.ttl:") == SHOWN
    assert "\n  and 25 more, see --format json\n" in text
    assert text.splitlines()[0] == "violation: bsh:claim-subject/minCount, 30 findings"
    assert "\nwarning: idle-target, 1 finding\n  Mend it.\n\n    bsh:x: the target matches" in text


@pytest.mark.parametrize("width", [40, 80, 120])
@pytest.mark.parametrize("name", REPORTS)
def test_lines_fit_as_far_as_words_do(name: str, width: int) -> None:
    for line in write(REPORTS[name], width=width).splitlines():
        longest = max(map(len, line.split()), default=0)
        indent = len(line) - len(line.lstrip())
        place = line.startswith("  ") and re.match(r"  \S.*:\d+|  /abs", line)
        assert len(line) <= max(width, indent + longest) or place, line


@pytest.mark.parametrize("name", REPORTS)
def test_colour_is_all_that_colour_adds(name: str) -> None:
    plain, painted = write(REPORTS[name]), write(REPORTS[name], colour=True)
    assert "\x1b" not in plain
    assert re.sub("\x1b\\[[0-9;]*m", "", painted) == plain
    assert painted != plain


def test_nothing_hidden_reaches_the_terminal() -> None:
    text = write(REPORTS["nasty"])
    assert not re.search(
        "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", text
    )
    assert text.encode()


def test_a_place_of_several_lines() -> None:
    place = Place("a.ttl", 9, 6, 13, 2, "exact")
    lines = ("bs:x p 'one", "  two", "", "four", "' .")
    text = write(Report((Finding("info", "r", "m", place=place, excerpt=lines),)))
    assert text.splitlines()[3:-2] == [
        "    m",
        "     9 | bs:x p 'one",
        "       |      ^^^^^^",
        "    10 |   two",
        "       |   ^^^",
        "    11 |",
        "       | … to line 13",
    ]


def test_no_column_no_underlining() -> None:
    place = Place("a.nt", 9, 0, 9, 0, "line")
    text = write(Report((Finding("info", "r", "m", place=place, excerpt=("<a> <b> <c> .",)),)))
    assert "    9 | <a> <b> <c> .\n" in text
    assert "^" not in text


def test_without_an_excerpt_the_value_is_told() -> None:
    one = Finding("info", "r", "m", path="http://www.w3.org/2004/02/skos/core#note", value='"x"@en')
    assert '    at skos:note "x"@en\n' in write(Report((one,)))


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "environment"),
    [
        (_Terminal(), {"NO_COLOR": "1"}),
        (_Terminal(), {"TERM": "dumb"}),
        (io.StringIO(), {}),
    ],
)
def test_when_not_to_colour(
    stream: io.StringIO, environment: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "")
    monkeypatch.setenv("TERM", "xterm")
    assert coloured(_Terminal())
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert not coloured(stream)


def test_a_very_long_message_is_cut() -> None:
    text = write(Report((Finding("info", "r", "word " * 9000),)))
    assert len(text) < 600
    assert "…" in text


def test_the_place_in_a_line_that_was_cut() -> None:
    place = Place("a.ttl", 1, 1003, 1, 1006, "exact")
    one = Finding("info", "r", "m", place=place, excerpt=("…bcdef…",), excerpt_column=1000)
    lines = write(Report((one,))).splitlines()
    (number,) = (number for number, line in enumerate(lines) if "…bcdef…" in line)
    marks = lines[number + 1]
    assert lines[number][marks.index("^") : marks.rindex("^") + 1] == "def"
