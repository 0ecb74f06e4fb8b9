from __future__ import annotations

import re
from dataclasses import replace

import cmarkgfm
import pytest
from cmarkgfm.cmark import Options
from lxml import html

from backspasm.validation.finding import Finding, Place
from backspasm.validation.formats.markdown import MOST, write
from backspasm.validation.naming import by_rule
from backspasm.validation.report import Report
from reported import NASTY, REPORTS

EXTENSIONS = ["table", "autolink", "tagfilter", "strikethrough", "tasklist"]
OURS = {
    *("div", "p", "strong", "em", "code", "pre", "table", "thead", "tbody", "tr", "th", "td"),
    *("details", "summary", "ul", "li"),
}
"""The elements that a report is made of."""

PINGS = re.compile(r"(?<![\w/])@\w|(?<!\w)#\d|\bGH-\d|\w/\w+#\d|https?://|www\.|\b[0-9a-f]{7,40}\b")
"""What GitHub would link in running text: people, issues, addresses, commits."""


def rendered(report: Report) -> html.HtmlElement:
    """The page that GitHub's own parser makes of it."""
    text = cmarkgfm.markdown_to_html_with_extensions(
        write(report), Options.CMARK_OPT_UNSAFE, EXTENSIONS
    )
    return html.fragment_fromstring(text, create_parent="div")


def one(text: str) -> Report:
    finding = Finding(
        "violation",
        f"rule {text}",
        text,
        text,
        Place(text or "a", 1, 1, 1, 2),
        (text.replace("\n", " "),),
        f"http://example.org/{text}",
    )
    return Report((finding,), (finding,))


@pytest.mark.parametrize("name", REPORTS)
def test_nothing_of_the_data_is_markup(name: str) -> None:
    page = rendered(REPORTS[name])
    assert {element.tag for element in page.iter()} <= OURS
    assert not page.xpath("//@onclick | //@href | //@src")


@pytest.mark.parametrize("text", NASTY)
def test_nasty_texts_are_neither_markup_nor_links(text: str) -> None:
    page = rendered(one(text))
    assert {element.tag for element in page.iter()} <= OURS
    bare = page.xpath("//text()[not(ancestor::code or ancestor::pre)]")
    assert not PINGS.search("".join(bare)), PINGS.findall("".join(bare))


@pytest.mark.parametrize("text", [text for text in NASTY if text and len(text) < 200])
def test_what_was_meant_is_read(text: str) -> None:
    page = rendered(one(text))
    bare = " ".join(page.text_content().replace("\u200b", "").split())
    seen = re.sub(
        "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\udcff\uffff\ufffe]", "\ufffd", text
    )
    assert bare.count(" ".join(seen.split())) >= 4


@pytest.mark.parametrize("name", REPORTS)
def test_the_table_has_each_rule_once(name: str) -> None:
    rows = rendered(REPORTS[name]).xpath("//tbody/tr")
    cells = [[cell.text_content() for cell in row.xpath("td")] for row in rows]
    groups = by_rule(REPORTS[name].findings)
    assert [(row[1], row[2]) for row in cells] == [(g[0].rule, str(len(g))) for g in groups]


@pytest.mark.parametrize("name", REPORTS)
def test_details_close(name: str) -> None:
    page = rendered(REPORTS[name])
    assert len(page.xpath("//details/summary")) == len(by_rule(REPORTS[name].findings))
    assert not page.xpath("//details//details")


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("empty", "✅ **backspasm validate: No findings**"),
        ("one", "❌ **backspasm validate: 1 violation**"),
        (
            "unchecked",
            (
                "⚠️ **backspasm validate: 1 violation; 1 could not be checked, "
                "from which some findings may follow**"
            ),
        ),
        ("small", "✅ **backspasm validate: 1 warning, 1 info**"),
    ],
)
def test_the_verdict_comes_first(name: str, head: str) -> None:
    assert write(REPORTS[name]).splitlines()[0] == head


def test_a_long_report_fits_into_a_comment() -> None:
    findings = tuple(
        replace(finding, rule=f"{finding.rule}{number}", excerpt=("🧨" * 500,))
        for number in range(60)
        for finding in REPORTS["many"].findings[:5]
    )
    report = Report(findings)
    text = write(report)
    assert len(text.encode("utf-16-le")) // 2 <= MOST
    assert text.endswith("does not fit into a comment: see `--format json`.*\n")
    assert text.count("<details>") == text.count("</details>") > 10
    assert {element.tag for element in rendered(report).iter()} <= OURS


def test_so_many_that_even_the_table_does_not_fit() -> None:
    finding = REPORTS["one"].findings[0]
    report = Report(tuple(replace(finding, rule=f"{n}" + "|" * 900) for n in range(3000)))
    assert len(write(report)) <= MOST
    assert "and 2,900 more rules" in write(report)
