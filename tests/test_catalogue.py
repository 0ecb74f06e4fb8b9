from __future__ import annotations

import re
import shlex
from collections.abc import Callable

import pyoxigraph
import pytest

import backspasm
from backspasm import catalogue, questions
from conftest import TESTS, Outcome

Run = Callable[..., Outcome]

PAGE = TESTS.parent / "ontology" / "questions" / "README.md"
ASKED = {asked.name: asked for asked in questions.questions()}
SECTIONS = dict(
    section.partition("\n")[::2]
    for section in catalogue.page(ASKED.values()).split("\n## ")[2:]  # introduction, contents
)


def test_page_is_up_to_date() -> None:
    remedy = "renew it: backspasm questions --format markdown --output ontology/questions/README.md"
    assert PAGE.read_text(encoding="utf-8") == catalogue.page(ASKED.values()), remedy


def test_contents(run: Run) -> None:
    page = run("questions", "--format", "markdown").out
    assert re.findall(r"^- \[(.*?)\]\(#(.*?)\)", page, re.MULTILINE) == [
        (name, name) for name in ASKED
    ]
    assert list(SECTIONS) == list(ASKED)
    assert len(ASKED) >= 40
    assert f"There are {len(ASKED)}." in page


@pytest.mark.parametrize("name", SECTIONS)
def test_section(shipped: backspasm.Dataset, run: Run, name: str) -> None:
    asked, section = ASKED[name], SECTIONS[name]
    assert f"**{asked.title}.** {asked.description}\n" in section
    for parameter in asked.parameters:
        row = f"| `{parameter.name}` | {parameter.kind} | {parameter.default or ''} | "
        assert row + parameter.description in section
    (command,) = re.findall(r"```sh\n(.*)\n```", section)
    (query,) = re.findall(r"```sparql\n(.*?)\n```", section, re.DOTALL)
    assert query.startswith("PREFIX ")
    assert query in asked.text
    assert query.count("SELECT") == asked.text.count("SELECT")
    assert isinstance(shipped.store.query(query), pyoxigraph.QuerySolutions), (
        "declares its prefixes"
    )
    outcome = run(*shlex.split(command)[1:], "--format", "csv")
    assert (outcome.status, outcome.err) == (0, "")
    assert outcome.out.count("\n") > 1
