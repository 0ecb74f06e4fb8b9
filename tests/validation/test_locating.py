"""Where findings stand: at the words that were planted, in whatever layout."""

from __future__ import annotations

import random
from pathlib import Path

import pyoxigraph
import pytest

import defects
from backspasm.positions import Place
from backspasm.positions.excerpts import MOST_CHARACTERS
from backspasm.positions.labels import Labels
from backspasm.positions.turtle import Walk
from backspasm.validation.finding import Finding
from backspasm.validation.locating import Locator
from backspasm.validation.material import Source, read_source
from backspasm.validation.rows import rows

SH = "http://www.w3.org/ns/shacl#"
CLAIMS = [path for path in defects.FILES if path.parent.name == "claims"]


def sources_of(folder: Path, **texts: str) -> list[Source]:
    """Sources from files that are written for a test."""
    labels = Labels()
    found = []
    for name, text in texts.items():
        path = folder / name.replace("_", ".")
        path.write_bytes(text.encode("utf-8"))
        source = read_source(str(path), labels)
        assert source.error is None, source.error
        found.append(source)
    return found


def finding_of(defect: defects.Defect) -> Finding:
    return Finding(
        "violation",
        "test",
        "wrong",
        focus=defect.focus,
        path=defect.path,
        value=defect.value,
        component=defect.component,
    )


def check(folder: Path, defect: defects.Defect) -> None:
    sources = sources_of(folder, planted_ttl=defect.text)
    place = Locator(sources).locate(finding_of(defect)).place
    assert place is not None
    assert (place.line, place.column, place.nearness) == (
        defect.line,
        defect.column,
        defect.nearness,
    ), defect.kind
    assert (place.end_line, place.end_column) == (defect.line, defect.column + len(defect.word))


@pytest.mark.parametrize("layout", defects.LAYOUTS)
def test_a_thousand_defects_in_parts_of_files(layout: str, tmp_path: Path) -> None:
    chance = random.Random(layout)  # noqa: S311 (the same on every run)
    texts = {path: path.read_text(encoding="utf-8") for path in defects.FILES}
    kinds: set[str] = set()
    for _ in range(334):
        path = chance.choice([*defects.FILES, *CLAIMS * 10])
        text = defects.window(texts[path], chance)
        defect = defects.plant(text, chance, layout=layout)
        kinds.add(defect.kind)
        check(tmp_path, defect)
    assert kinds == set(defects.KINDS)


@pytest.mark.parametrize("layout", defects.LAYOUTS)
@pytest.mark.parametrize("kind", defects.KINDS)
def test_whole_files(kind: str, layout: str, tmp_path: Path) -> None:
    chance = random.Random(kind + layout)  # noqa: S311 (the same on every run)
    text = chance.choice(CLAIMS).read_text(encoding="utf-8")
    check(tmp_path, defects.plant(text, chance, layout=layout, kind=kind))


TEXT = """@prefix : <a:> .
:s a :T ; :p :x , :y ,
  :z ; :label "a"@en , "b"@de , "c"@en .
:x :q [ :r 1 ; :r 2 ] .
:y :q :w .
:w :next :v . :v :next :u .
:o :back :s .
"""

CASES = {
    "value": (Finding("", "", "", focus="a:s", path="a:p", value="a:z"), "3:3-3:5 exact", []),
    "closed": (
        Finding("", "", "", focus="a:s", path="a:p", value="a:z", component=SH + "ClosedConstraintComponent"),
        "2:11-2:13 exact",
        [],
    ),
    "too many": (
        Finding("", "", "", focus="a:s", path="a:p", component=SH + "MaxCountConstraintComponent"),
        "2:19-2:21 exact",
        ["2:14-2:16", "3:3-3:5"],
    ),
    "languages": (
        Finding("", "", "", focus="a:s", path="a:label", component=SH + "UniqueLangConstraintComponent"),
        "3:33-3:39 exact",
        ["3:15-3:21"],
    ),
    "missing": (Finding("", "", "", focus="a:s", path="a:none"), "2:1-2:3 node", []),
    "node": (Finding("", "", "", focus="a:s", value="a:s"), "2:1-2:3 node", []),
    "inverse": (Finding("", "", "", focus="a:s", path="^<a:back>", value="a:o"), "7:10-7:12 exact", []),
    "sequence": (Finding("", "", "", focus="a:s", path="<a:p>/<a:q>", value="a:w"), "5:7-5:9 exact", []),
    "alternative": (
        Finding("", "", "", focus="a:s", path="<a:none>|<a:label>", value='"b"@de'),
        "3:24-3:30 exact",
        [],
    ),
    "closure": (
        Finding("", "", "", focus="a:s", path="<a:p>/<a:q>/<a:next>+", value="a:u"),
        "6:24-6:26 exact",
        [],
    ),
    "turned sequence": (
        Finding("", "", "", focus="a:w", path="^(<a:p>/<a:q>)", value="a:s"),
        "2:19-2:21 exact",
        [],
    ),
    "of a blank node": (
        Finding("", "", "", focus="_:1--0", path="a:r", component=SH + "MaxCountConstraintComponent"),
        "4:19-4:20 exact",
        ["4:12-4:13"],
    ),
    "missing in a blank node": (Finding("", "", "", focus="_:1--0", path="a:none"), "4:7-4:22 node", []),
    "only a value": (Finding("", "", "", focus="a:u", path="a:none"), "6:24-6:26 node", []),
    "derived": (Finding("", "", "", focus="a:s", path="a:derived", value="a:new"), "2:1-2:3 node", []),
    "value elsewhere": (
        Finding("", "", "", focus="a:s", path="a:derived", value="a:y"),
        "2:19-2:21 exact",
        [],
    ),
    "wrong with a value": (Finding("", "", "", focus="a:T", value="a:x"), "4:1-4:3 node", []),
    "nowhere": (Finding("", "", "", focus="a:not", path="a:p", value="a:neither"), "", []),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_rules(name: str, tmp_path: Path) -> None:
    finding, where, others = CASES[name]
    located = Locator(sources_of(tmp_path, x_ttl=TEXT)).locate(finding)
    place = located.place
    if not where:
        assert located == finding
        return
    assert place is not None
    span = f"{place.line}:{place.column}-{place.end_line}:{place.end_column} {place.nearness}"
    assert span == where
    related = [f"{p.line}:{p.column}-{p.end_line}:{p.end_column}" for p, _ in located.related]
    assert related == others
    lines = TEXT.split("\n")
    assert located.excerpt == tuple(lines[place.line - 1 : place.end_line])


def test_files_are_told_apart_and_triples_told_twice(tmp_path: Path) -> None:
    one = "@prefix : <a:> .\n:s :p 1 .\n:t :p 3 ."
    two = "# é\n@prefix : <a:> .\n\n:s :p 1 , 2 ; a :T .\n"
    locator = Locator(sources_of(tmp_path, a_ttl=one, b_ttl=two))
    integer = "^^<http://www.w3.org/2001/XMLSchema#integer>"
    twice = locator.locate(Finding("", "", "", focus="a:s", path="a:p", value=f'"1"{integer}'))
    assert twice.place is not None
    assert str(twice.place).endswith("a.ttl:2:7")
    related = [(str(place).rpartition("/")[2], says) for place, says in twice.related]
    assert related == [("b.ttl:4:7", "stated again")]
    many = Finding(
        "", "", "", focus="a:s", path="a:p", component=SH + "MaxCountConstraintComponent"
    )
    assert str(locator.locate(many).place).endswith("b.ttl:4:11")
    typed = locator.locate(Finding("", "", "", focus="a:s", path="a:none"))
    assert str(typed.place).endswith("b.ttl:4:1")


def test_files_without_the_node_are_not_looked_into(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    walked: list[int] = []
    monkeypatch.setattr(
        Walk,
        "_walk",
        lambda walk: walked.append(len(walk._triples)),
    )
    locator = Locator(sources_of(tmp_path, a_ttl="<a:a> <a:b> 1 .", b_ttl="<a:c> <a:b> 2, 3 ."))
    for _ in range(3):
        assert locator.locate(Finding("", "", "", focus="a:c")).place is not None
    assert walked == [2]


def test_relative_names() -> None:
    base = "http://x/y"
    content = b"<#s> <p> <> ."
    given = rows(pyoxigraph.parse(content, pyoxigraph.RdfFormat.TURTLE, base_iri=base))
    finding = Finding("", "", "", focus="http://x/y#s", path="http://x/p", value=base)
    known, unknown = (Source("x.ttl", content, given, one) for one in (base, ""))
    assert str(Locator([known]).locate(finding).place) == "x.ttl:1:10"
    assert str(Locator([unknown]).locate(finding).place) == "x.ttl"


def test_a_place_that_is_there_is_kept_and_has_an_excerpt(tmp_path: Path) -> None:
    sources = sources_of(tmp_path, x_ttl=TEXT)
    locator = Locator(sources)
    found = locator.locate(Finding("", "", "", focus="a:s"))
    assert locator.locate(found) == found
    here = Finding("", "", "", place=Place(sources[0].name, 4, 1, 4, 3, "exact"))
    assert locator.locate(here).excerpt == (TEXT.split("\n")[3],)
    elsewhere = Finding("", "", "", place=Place("other.ttl", 4))
    assert locator.locate(elsewhere) == elsewhere


@pytest.mark.parametrize("path", ["<a:p", "(<a:p>", "<a:p>)", "", "/<a:p>", "<a:p>/"])
def test_a_broken_path_is_refused(path: str) -> None:
    from backspasm.validation.steps import read_path

    with pytest.raises(ValueError, match="path"):
        read_path(path)


def test_what_was_checked_comes_before_the_context(tmp_path: Path) -> None:
    edge = sources_of(tmp_path, edge_ttl="<a:bone> <a:causes> <a:back> .")
    terms = sources_of(
        tmp_path, terms_ttl="<a:Predicate> a <a:Class> . <a:causes> a <a:Predicate> ."
    )
    locator = Locator(edge, terms)
    by_hand = Finding("", "", "", focus="a:Predicate", path="a:causes", value="a:bone")
    assert str(locator.locate(by_hand).place).endswith("edge.ttl:1:1")
    of_context = locator.locate(Finding("", "", "", focus="a:causes", path="a:none"))
    assert str(of_context.place).endswith("terms.ttl:1:29")


TOO_MANY = Finding(
    "", "", "", focus="a:s", path="a:p", component=SH + "MaxCountConstraintComponent"
)


@pytest.mark.parametrize(
    ("checked", "context", "place", "others"),
    [
        ("<a:s> <a:p> 1 .", "<a:s> <a:p> 2 .", "x.ttl:1:13", ["y.ttl:1:13"]),
        ("<a:s> <a:p> 1 , 2 .", "<a:s> <a:p> 3 .", "x.ttl:1:17", ["x.ttl:1:13", "y.ttl:1:13"]),
        ("<a:s> a <a:T> .", "<a:s> <a:p> 1 , 2 .", "y.ttl:1:17", ["y.ttl:1:13"]),
    ],
)
def test_a_value_that_was_checked_comes_before_one_of_the_context(
    checked: str, context: str, place: str, others: list[str], tmp_path: Path
) -> None:
    one, two = sources_of(tmp_path, x_ttl=checked, y_ttl=context)
    found = Locator([one], [two]).locate(TOO_MANY)
    assert str(found.place).endswith(place)
    assert [str(each).rpartition("/")[2] for each, _ in found.related] == others


def test_rivals_have_places(tmp_path: Path) -> None:
    one, two = sources_of(tmp_path, x_ttl="<a:s> <a:p> <a:x> .", y_ttl="\n<a:s> <a:p> <a:y> .")
    rivals = ((one.name, "a:x", "x"), (one.name, "a:y", "nowhere"))
    finding = Finding("", "", "", focus="a:s", path="a:p", value="a:y", rivals=rivals)
    found = Locator([two], [one]).locate(finding)
    assert str(found.place).endswith("y.ttl:2:13")
    related = [(str(place).rpartition("/")[2], what) for place, what in found.related]
    assert related == [("x.ttl:1:13", "x"), ("x.ttl", "nowhere")]


def test_a_text_that_stands_elsewhere_is_no_place(tmp_path: Path) -> None:
    locator = Locator(sources_of(tmp_path, x_ttl='<a:s> <a:p> "x" .'))
    assert locator.locate(Finding("", "", "", focus="a:not", path="a:p", value='"x"')).place is None


def test_many_findings_on_one_line(tmp_path: Path) -> None:
    text = " ".join(f"<a:s{number}> <a:p> {number} ." for number in range(3000))
    locator = Locator(sources_of(tmp_path, x_ttl=text))
    integer = "http://www.w3.org/2001/XMLSchema#integer"
    for number in (0, 1, 1500, 2998, 2999):
        value = f'"{number}"^^<{integer}>'
        one = locator.locate(Finding("", "", "", focus=f"a:s{number}", path="a:p", value=value))
        assert one.place is not None
        (line,) = one.excerpt
        assert len(line) == MOST_CHARACTERS
        first, end = (
            column - one.excerpt_column for column in (one.place.column, one.place.end_column)
        )
        assert line[first:end] == str(number)
        assert line.strip("…") in text
        assert [line[0] == "…", line[-1] == "…"] == [number > 1, number < 2998]


def test_a_thousand_findings_on_one_node_take_one_walk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "<a:s> <a:p> " + " , ".join(f"<a:v{number}>" for number in range(1000)) + " ."
    text += "".join(f" <a:s> <a:p{number}> <a:w{number}> ." for number in range(1000))
    locator = Locator(sources_of(tmp_path, x_ttl=text))
    taken: list[str] = []
    triples = Locator._triples

    def counted(self: Locator, part: str, node: str) -> object:
        for each in triples(self, part, node):  # type: ignore[arg-type]
            taken.append(node)
            yield each

    monkeypatch.setattr(Locator, "_triples", counted)
    for number in range(1000):
        for path, value in (
            ("a:p", f"a:v{number}"),
            ("", f"a:v{number}"),
            ("a:none", "a:w"),
            (f"a:p{number}", f"a:w{number}"),
            (f"<a:p{number}>/<a:none>", "a:w"),
        ):
            finding = Finding("", "", "", focus="a:s", path=path, value=value)
            assert locator.locate(finding).place is not None
    assert len(taken) <= 10_000
