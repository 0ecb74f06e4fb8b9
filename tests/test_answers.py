"""Each competency question against its expected answers.

The expected answers stand beside the question, in `ontology/questions/NAME.csv`: the
identifiers and numbers of every row, for each `# example:` of it.
Run this file as a program to write them anew, then read what changed.
"""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pyoxigraph
import pytest

import backspasm
from backspasm.graph import Graph
from backspasm.namespaces import shorten
from backspasm.queries import inspect_query
from backspasm.questions import Question, questions

QUESTIONS = {question.name: question for question in questions()}


def answers(dataset: Graph, question: Question, known: Graph | None = None) -> str:
    """The rows of the answers as CSV: identifiers as CURIEs, numbers, and no other text.

    The names in its examples are looked up in `known`, by default in the dataset itself.
    """
    rows: list[dict[str, str | None]] = []
    for example in question.examples:
        bindings = question.bindings(known or dataset, example)
        solutions = dataset.evaluate(inspect_query(question.text, question.name), bindings)
        assert isinstance(solutions, pyoxigraph.QuerySolutions)
        names = [variable.value for variable in solutions.variables]
        rows += [{name: identifier(row[name]) for name in names} for row in solutions]
    kept = [name for name in names if any(row[name] is not None for row in rows)]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(kept)
    writer.writerows(sorted([row[name] or "" for name in kept] for row in rows))
    return out.getvalue()


def identifier(term: object) -> str | None:
    if isinstance(term, pyoxigraph.NamedNode):
        return shorten(term.value)
    if isinstance(term, pyoxigraph.Literal) and term.language is None:
        return term.value
    return None


def expected(question: Question) -> Path:
    return Path(question.path).with_suffix(".csv")


@pytest.mark.parametrize("name", QUESTIONS)
def test_answers(shipped: backspasm.Dataset, name: str) -> None:
    question = QUESTIONS[name]
    assert answers(shipped, question) == expected(question).read_text(encoding="utf-8")


def test_no_answers_without_a_question() -> None:
    folder = Path(next(iter(QUESTIONS.values())).path).parent
    assert {path.stem for path in folder.glob("*.csv")} == set(QUESTIONS)


if __name__ == "__main__":
    dataset = backspasm.load()
    for question in QUESTIONS.values():
        expected(question).write_text(answers(dataset, question), encoding="utf-8")
