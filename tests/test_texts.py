from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from backspasm.errors import FileError, UnknownNameError
from backspasm.texts import find, read_text, read_texts, section_at, sentence_at
from conftest import TEXTS

GARDEN = read_text(str(TEXTS / "garden.txt"))


def test_a_text_is_read_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Zeile – eins\r\nzwei\r\n".encode())
    text = read_text(str(path))
    assert len(text.characters) == 20
    assert text.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


def test_not_utf8(tmp_path: Path) -> None:
    (tmp_path / "a.bin").write_bytes(b"ab\xff")
    with pytest.raises(FileError, match=r"a\.bin: byte 2: not UTF-8"):
        read_text(str(tmp_path / "a.bin"))
    (tmp_path / "b.txt").write_text("b")
    assert [Path(text.path).name for text in read_texts(str(tmp_path))] == ["b.txt"]


def test_missing_folder(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="no such folder"):
        read_texts(str(tmp_path / "none"))


def test_one_file_for_a_folder() -> None:
    assert read_texts(GARDEN.path) == [GARDEN]


def test_offsets_and_digest() -> None:
    (place,) = find(GARDEN, "Reading has no part in it.")
    assert GARDEN.characters[place.start : place.end] == "Reading has no part in it."
    assert place.sha256 == hashlib.sha256(b"Reading has no part in it.").hexdigest()
    assert (place.section, place.lost) == ("Warm Rooms for Stiff Backs", False)


def test_offsets_are_code_points() -> None:
    (place,) = find(GARDEN, "no more.")
    assert GARDEN.characters[place.start : place.end] == "no more."
    assert place.end == len(GARDEN.characters) - 1


def test_a_phrase_may_go_over_a_line_end() -> None:
    (place,) = find(GARDEN, "people who dig on  wet days")
    assert GARDEN.characters[place.start : place.end] == "people who dig\non wet days"


def test_every_occurrence() -> None:
    assert len(find(GARDEN, "back muscle spasm")) == 3


@pytest.mark.parametrize("phrase", ["it's", "it’s"])
def test_quotes_match_each_other(tmp_path: Path, phrase: str) -> None:
    (tmp_path / "a.txt").write_text("So it’s said, and it's so.", encoding="utf-8")
    assert len(find(read_text(str(tmp_path / "a.txt")), phrase)) == 2


@pytest.mark.parametrize(
    ("phrase", "message"),
    [
        ("DIGGING can", "the text has “Digging can”"),
        ("never said", "give the words as they are printed"),
        (" ", "the phrase is empty"),
        (".*", "give the words as they are printed"),
    ],
)
def test_not_there(phrase: str, message: str) -> None:
    with pytest.raises(UnknownNameError, match=message):
        find(GARDEN, phrase)


LAYOUTS = {
    "before any heading": ("no heading here, only words.\n\nHERE.", "", False),
    "title case with a colon": ("Warm Rooms:\n\nHERE.", "Warm Rooms", False),
    "a lead-in is no heading": ("Top\n\nGiven below are the many ways:\n\nHERE.", "Top", False),
    "numbered": ("Top\n\n  12. a plain title:\n\n    HERE.", "a plain title", False),
    "numbered with a bracket": ("3) Stiff Backs\n\nHERE.", "Stiff Backs", False),
    "a numbered sentence": ("Top\n\n1. Drink water.\n\nHERE.", "Top", False),
    "a bullet": ("Top\n\n• Warm Rooms\n\nHERE.", "Top", False),
    "a line of a paragraph": ("Top\n\nSome Words\nmore words\n\nHERE.", "Top", False),
    "too long": ("Top\n\n" + "Word " * 16 + "\n\nHERE.", "Top", False),
    "cut after eight words": ("A B C D E F G H I\n\nHERE.", "A B C D E F G H …", False),
    "lost": ("Top\n\nwords.\n\n\nHERE.", "Top", True),
    "lost some paragraphs before": ("Top\n\n\nwords.\n\nHERE.", "Top", True),
    "blanks in the empty lines": ("Top\n \n\t\nHERE.", "Top", True),
    "lost before the next heading": ("Top\n\n\nwords.\n\nNext\n\nHERE.", "Next", False),
    "extra lines behind do not matter": ("Top\n\nHERE.\n\n\nmore", "Top", False),
    "inside the heading": ("Top\n\nThe HERE Heading\n\nwords.", "The HERE Heading", False),
    "small letters at the start": ("Top\n\nnot a heading\n\nHERE.", "Top", False),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_section(layout: str) -> None:
    characters, section, lost = LAYOUTS[layout]
    assert section_at(characters, characters.index("HERE")) == (section, lost)


@pytest.mark.parametrize(
    ("text", "phrase", "sentence"),
    [
        ("One thing. Two things! Three?", "Two", "Two things!"),
        ("Heading\n\nOne line with more.\n", "more.", "One line with more."),
        ("  3. Title of it:\n\n    Body.", "Title", "Title of it"),
        ("  • An item without an end\n  • Another", "item", "An item without an end"),
        ("Only one", "Only one", "Only one"),
        ("It costs 1.5 in all. Next.", "costs", "It costs 1.5 in all."),
    ],
)
def test_sentence_around_a_phrase(text: str, phrase: str, sentence: str) -> None:
    start = text.index(phrase)
    first, last = sentence_at(text, start, start + len(phrase))
    assert text[first:last] == sentence
