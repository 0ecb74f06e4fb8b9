from __future__ import annotations

import re
from pathlib import Path

import pyoxigraph
import pytest

import backspasm
from backspasm import questions
from backspasm.errors import BackspasmError, FileError, ParameterError, UnknownNameError
from backspasm.namespaces import BS, shorten

FULL = """# title: Effects of a cause
# description: What a cause brings about,
#   firmly or not.
# param: cause concept -- what brings it about
# param: predicate iri = bsv:mayCause -- how
# param: least integer = 0 -- nothing here
# param: note literal = free text -- nothing here
# example: cause=digging
# example: cause=digging, least=1

SELECT ?cause ?predicate ?least ?note ?effect { ?cause ?predicate ?effect }
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "effects.rq").write_text(FULL)
    monkeypatch.setattr(
        questions, "question_files", lambda: sorted(str(path) for path in tmp_path.iterdir())
    )
    return tmp_path


@pytest.mark.usefixtures("folder")
def test_all_that_the_comments_say() -> None:
    (asked,) = questions.questions()
    assert asked.name == "effects"
    assert asked.title == "Effects of a cause"
    assert asked.description == "What a cause brings about, firmly or not."
    assert asked.examples == ({"cause": "digging"}, {"cause": "digging", "least": "1"})
    assert asked.parameters == (
        ("cause", "concept", None, "what brings it about"),
        ("predicate", "iri", "bsv:mayCause", "how"),
        ("least", "integer", "0", "nothing here"),
        ("note", "literal", "free text", "nothing here"),
    )
    assert [str(parameter) for parameter in asked.parameters[:2]] == [
        "cause (concept)",
        "predicate (iri) = bsv:mayCause",
    ]


@pytest.mark.usefixtures("folder")
def test_answer(small: backspasm.Dataset) -> None:
    answer = questions.ask(small, "effects", {"cause": "Stooping"})
    assert isinstance(answer, pyoxigraph.QuerySolutions)
    assert [shorten(row["effect"].value) for row in answer] == ["bs:disc-strain"]


@pytest.mark.usefixtures("folder")
def test_values_are_bound_as_terms(small: backspasm.Dataset) -> None:
    bound = questions.question("effects").bindings(
        small, {"cause": "bs:digging", "note": '" } #', "least": "3"}
    )
    assert bound == {
        "cause": pyoxigraph.NamedNode(BS + "digging"),
        "predicate": pyoxigraph.NamedNode("https://w3id.org/backspasm/vocab/mayCause"),
        "least": pyoxigraph.Literal(3),
        "note": pyoxigraph.Literal('" } #'),
    }


@pytest.mark.parametrize(
    ("values", "error", "message"),
    [
        (
            {},
            ParameterError,
            "effects: parameter cause is missing: what brings it about; add --set",
        ),
        (
            {"cause": "diging"},
            UnknownNameError,
            "diging: no concept has this name; did you mean digging",
        ),
        ({"caus": "digging"}, ParameterError, "caus: .*no such parameter; did you mean cause"),
        ({"cause": "digging", "zzzz": "1"}, ParameterError, "it has cause, predicate, least, note"),
        ({"cause": "digging", "least": "x"}, ParameterError, "least: 'x' is not a whole number"),
        ({"cause": "bsc:garden-1"}, UnknownNameError, "no concept has this name"),
        ({"cause": "digging", "predicate": "nope:x"}, UnknownNameError, "unknown prefix nope:"),
        ({"cause": "digging", "predicate": "word"}, UnknownNameError, "word"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_wrong_values(
    small: backspasm.Dataset, values: dict[str, str], error: type[BackspasmError], message: str
) -> None:
    with pytest.raises(error, match=message):
        questions.ask(small, "effects", values)


@pytest.mark.usefixtures("folder")
def test_unknown_question() -> None:
    with pytest.raises(UnknownNameError, match="efects: no such question; did you mean effects"):
        questions.question("efects")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("ASK {}", "the question has no title"),
        ("# titel: x\nASK {}", r"bad\.rq:1: unknown key titel; did you mean title"),
        ("# title: x\n# just words\nASK {}", r"bad\.rq:2: not a line of the form"),
        ("# title: x\n# param: cause\nASK {}", r"bad\.rq:2: not of the form"),
        ("# title: x\n# param: cause thing -- y\nASK {}", "the kind is one of concept, claim"),
    ],
)
def test_broken_question(folder: Path, text: str, message: str) -> None:
    (folder / "bad.rq").write_text(text)
    with pytest.raises(FileError, match=message):
        questions.questions()


SHIPPED = questions.questions()


@pytest.mark.parametrize("asked", SHIPPED, ids=lambda asked: asked.name)
def test_shipped_question_can_be_asked(
    shipped: backspasm.Dataset, asked: questions.Question
) -> None:
    assert asked.description
    needed = {parameter.name for parameter in asked.parameters if parameter.default is None}
    for example in asked.examples:
        assert needed <= set(example), "give each parameter without a default a value"
        answer = questions.ask(shipped, asked.name, example)
        if isinstance(answer, pyoxigraph.QuerySolutions):
            assert any(True for _ in answer)


@pytest.mark.parametrize("asked", SHIPPED, ids=lambda asked: asked.name)
def test_values_at_the_start_give_the_same_answer(
    shipped: backspasm.Dataset, asked: questions.Question
) -> None:
    for example in asked.examples:
        bound = asked.bindings(shipped, example)
        values = " ".join(f"VALUES ?{name} {{ {term} }}" for name, term in bound.items())
        text = re.sub(
            r"(\nSELECT .*?WHERE \{)", rf"\1 {values} ", asked.text, count=1, flags=re.DOTALL
        )
        answer = questions.ask(shipped, asked.name, example)
        assert isinstance(answer, pyoxigraph.QuerySolutions)
        assert sorted(map(str, shipped.select(text))) == sorted(map(str, answer))
