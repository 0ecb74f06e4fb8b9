"""Files that cannot be read or parsed, as findings with a place."""

from __future__ import annotations

from pathlib import Path

import pytest

from backspasm.positions import underlined, unread
from backspasm.validation.finding import Finding
from backspasm.validation.material import Source, read_source

HEAD = "@prefix : <a:> .\n"


def finding_of(folder: Path, name: str, content: bytes) -> tuple[Finding, str]:
    """The finding, and its place without the folder."""
    path = folder / name
    path.write_bytes(content)
    source = read_source(str(path), {})
    assert source.error is not None
    found = unread(source)
    place = found.place
    assert place is not None
    assert place.file == str(path)
    return (
        found,
        f"{place.line}:{place.column}-{place.end_line}:{place.end_column} {place.nearness}",
    )


CASES: dict[str, tuple[str, str, str, str, str]] = {
    "prefix": ("x.ttl", HEAD + ':a :b "é𝒳", x:nope .', "2:13-2:19 exact", "x:nope", "@prefix x: <…>"),
    "known prefix": ("x.ttl", "<a:a> a skos:Concept .", "1:9-1:21 exact", "skos:Concept", "http://www.w3.org/2004/02/skos/core#"),
    "word": ("x.ttl", HEAD + ":a :b nope .", "2:7-2:11 exact", "nope", "mend"),
    "open string": ("x.ttl", HEAD + ':a :b "é\n" .', "2:9-3:1 exact", "", "three quotes"),
    "relative": ("x.nt", "<a:a> <a:b>\r\n<c> .", "2:1-2:1 exact", "", ""),
    "mark": ("x.ttl", "\ufeff<a:a> a 1 .", "1:1-1:1 exact", "", "byte order mark"),
    "end": ("x.ttl", HEAD + ":a :b :c", "2:9-2:9 exact", "", "dot"),
    "bytes": ("x.ttl", HEAD + ":a :b '\udcff' .", "2:8-2:8 exact", "", "UTF-8"),
    "line": ("x.nt", "<a:a> <a:b> <a:c> .\n<a:a> <a:b> .", "2:13-2:14 exact", ".", ""),
    "quad": ("x.nq", "<a:a> <a:b> <a:c> <a:d> <a:e> .", "1:25-1:30 exact", "<a:e>", "dot"),
    "forgotten semicolon": ("x.ttl", HEAD + ":a :b :c\n  :d :e .", "3:3-3:5 exact", ":d", "semicolon, a comma or a dot"),
    "forgotten semicolon in brackets": ("x.ttl", HEAD + ":a :b [ :c 1 :d 2 ] .", "2:14-2:16 exact", ":d", "semicolon"),
    "locale": ("x.ttl", HEAD + ':a :b "x"@en_GB .', "2:13-2:14 exact", "", "write en-GB,"),
    "longer locale": ("x.ttl", HEAD + ":a :b 'x'@zh_Hant_TW .", "2:13-2:14 exact", "", "write zh-Hant-TW,"),
    "subtag": ("x.ttl", HEAD + ':a :b "x"@e!n .', "2:11-2:11 exact", "", "en-GB"),
    "json": ("x.jsonld", '{"@id": "a:b",\n "a:c": }', "2:9-2:10 exact", "}", ""),
    "json with a mark": ("x.jsonld", '\ufeff{"a:b": }', "1:9-1:10 exact", "}", ""),
    "json in characters": ("x.jsonld", '{"é𝒳": }', "1:8-1:9 exact", "}", ""),
    "json line": ("x.jsonld", '{"é": "a\nb"}', "1:9-1:10 exact", "", ""),
    "context": ("x.jsonld", '{"@context": "http://x/y"}', "0:0-0:0 file", "", "context"),
    "no xml": ("x.rdf", "<a>\n é<b></a>", "2:8-2:8 line", "", ""),
    "no rdf": ("x.rdf", "<a/>", "0:0-0:0 file", "", ""),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_syntax(name: str, tmp_path: Path) -> None:
    file, text, where, word, remedy = CASES[name]
    found, place = finding_of(tmp_path, file, text.encode("utf-8", "surrogateescape"))
    assert place == where
    assert (found.rule, found.severity) == ("syntax", "violation")
    assert "line" not in found.message.partition(":")[0]
    assert "Parser error" not in found.message
    assert found.message.startswith("not valid ")
    assert remedy in found.remedy
    assert found.remedy
    if word:
        assert found.place is not None
        ((line, marks),) = underlined(found.excerpt, found.place)
        assert line[marks.index("^") :].startswith(word) or "𝒳" in line
        assert marks.count("^") + marks.count("~") == len(word)


def test_too_deep(tmp_path: Path) -> None:
    found, place = finding_of(tmp_path, "x.jsonld", b"[" * 600 + b"]" * 600)
    assert (found.rule, place) == ("syntax", "0:0-0:0 file")
    assert "500" in found.remedy


def test_unreadable(tmp_path: Path) -> None:
    source = read_source(str(tmp_path / "none.ttl"), {})
    found = unread(source)
    assert found.rule == "unreadable"
    assert found.excerpt == ()
    assert found.message == "no such file or folder"


def test_a_good_file_is_none() -> None:
    with pytest.raises(ValueError, match="no error"):
        unread(Source("x.ttl"))
