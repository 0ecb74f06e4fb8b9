"""Plants defects in Turtle, at places that are known without any parser of ours.

Each defect has a word of its own that stands nowhere else in the text, so its place is found by
plain search, whatever the layout.
"""

from __future__ import annotations

import random as randoms
import re
from dataclasses import dataclass
from pathlib import Path

from backspasm.namespaces import BSC, BSV

ROOT = Path(__file__).parents[1]
FILES = sorted((ROOT / "data").rglob("*.ttl"))
"""The data files; those with claims and passages take every kind of defect."""

SH = "http://www.w3.org/ns/shacl#"
OA = "http://www.w3.org/ns/oa#"
PREFIXES = {"bsv": BSV, "bsc": BSC, "oa": OA}

KINDS = {
    "unknown property": "ClosedConstraintComponent",
    "wrong value": "InConstraintComponent",
    "second value": "MaxCountConstraintComponent",
    "wrong datatype": "DatatypeConstraintComponent",
    "missing property": "MinCountConstraintComponent",
}
"""The kinds of defect, each with the SHACL component that the shipped shapes break by it."""

LAYOUTS = ("shipped", "minified", "strange")

STATEMENT = re.compile(r"^(\S+) a (.+?) ;\n(?:    .*\n)*?    .* \.\n", re.MULTILINE)
LINE = re.compile(r"^    (\S+) (?:(?! , ).)+? ;\n", re.MULTILINE)
PIECE = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""|"(?:[^"\\]|\\.)*"|<[^>\s]*>|(#[^\n]*)|(\s+)|[^\s"<#]+',
    re.DOTALL,
)
BLANKS = (" ", "\n", "\t", "\r\n", "   ", "\n\n      ", "\t \n", " # é 𝒳 ; . ]\n", "\n#'\n")
PER_LINE = 500


@dataclass(frozen=True)
class Defect:
    """A text with one defect.

    Attributes:
        kind: one of `KINDS`.
        text: the text with it.
        line: the line of the word at fault, from 1.
        column: its column, from 1, in code points.
        word: the word at fault.
        nearness: how near a finding can come: "exact", or "node" for what is missing.
        focus: the node whose shape is broken, as a finding writes it.
        path: the property.
        value: the value that SHACL reports, or "" where it reports none.
        component: the kind of constraint that is broken, in full.
    """

    kind: str
    text: str
    line: int
    column: int
    word: str
    nearness: str
    focus: str
    path: str
    value: str
    component: str


def plant(
    text: str, random: randoms.Random, *, layout: str = "shipped", kind: str | None = None
) -> Defect:
    """Plant one defect.

    Args:
        text: a file as it is shipped.
        random: says which, and where.
        layout: one of `LAYOUTS`.
        kind: one of `KINDS`; by default any that the text takes.

    Raises:
        ValueError: the text does not take this kind.
    """
    kinds = [kind] if kind else random.sample(sorted(KINDS), len(KINDS))
    for each in kinds:
        planted = _planted(text, random, each)
        if planted is not None:
            break
    else:
        raise ValueError(f"the text takes no defect of kind {kind}")
    changed, word, (focus, path, value) = planted
    changed = laid_out(changed, random, layout)
    assert len(re.findall(re.escape(word) + r"(?![\w-])", changed)) == 1, word
    line, column = place_of(changed, changed.index(word))
    nearness = "node" if each == "missing property" else "exact"
    component = SH + KINDS[each]
    return Defect(each, changed, line, column, word, nearness, focus, path, value, component)


def place_of(text: str, offset: int) -> tuple[int, int]:
    """The line and column of a character, counted without any code of the package."""
    lines = re.split(r"\r\n|\n|\r", text[:offset])
    return len(lines), len(lines[-1]) + 1


def window(text: str, random: randoms.Random, statements: int = 12) -> str:
    """The prefixes of a file as it is shipped, with some statements that follow each other."""
    head, _, rest = text.partition("\n\n")
    blocks = rest.rstrip("\n").split("\n\n")
    first = random.randrange(max(1, len(blocks) - statements))
    return "\n\n".join([head, *blocks[first : first + statements]]) + "\n"


def laid_out(text: str, random: randoms.Random, layout: str) -> str:
    """The same words with other blanks and comments between them."""
    if layout == "shipped":
        return text
    out: list[str] = []
    for count, piece in enumerate(PIECE.finditer(text)):
        comment, blank = piece[1], piece[2]
        if comment is None and blank is None:
            out.append(piece[0])
        elif blank is not None and layout == "strange":
            out.append(random.choice(BLANKS))
        elif blank is not None:
            out.append("\n" if count % PER_LINE == 0 else " ")
    return "".join(out)


Planted = tuple[str, str, tuple[str, str, str]]


def _planted(text: str, random: randoms.Random, kind: str) -> Planted | None:
    number = random.randrange(10**9)
    statements = [each for each in STATEMENT.finditer(text) if _lines(text, each, kind)]
    if not statements:
        return None
    statement = random.choice(statements)
    line = random.choice(_lines(text, statement, kind))
    focus, path = full(statement[1]), full(line[1])
    after = line.end()
    if kind == "unknown property":
        word = f"bsv:defect-{number}"
        changed = f'{text[:after]}    {word} "x" ;\n{text[after:]}'
        return _with_prefix(changed), word, (focus, full(word), '"x"')
    if kind == "missing property":
        word = f"bsc:seven-causes-{number + 10_000}"
        copied = statement[0].replace(line[0], "").replace(statement[1], word, 1)
        start = statement.start()
        changed = f"{text[:start]}{copied}\n{text[start:]}"
        return changed, word, (full(word), path, "")
    word = f'"defect-{number}"' if kind == "wrong datatype" else f"bsv:Defect-{number}"
    wrong = f"    {line[1]} {word} ;\n"
    if kind == "second value":
        return text[:after] + wrong + text[after:], word, (focus, path, "")
    value = word if word.startswith('"') else full(word)
    return text[: line.start()] + wrong + text[after:], word, (focus, path, value)


def _lines(text: str, statement: re.Match[str], kind: str) -> list[re.Match[str]]:
    """The lines of a statement that take a kind of defect."""
    wanted = {
        "unknown property": "",
        "wrong datatype": "oa:start oa:end",
        "missing property": "bsv:polarity bsv:certainty",
    }.get(kind, "bsv:polarity bsv:certainty bsv:basis")
    if kind not in ("unknown property", "wrong datatype") and "bsv:Claim" not in statement[2]:
        return []
    return [
        line
        for line in LINE.finditer(text, statement.start(), statement.end())
        if not wanted or line[1] in wanted.split()
    ]


def _with_prefix(text: str) -> str:
    if re.search(r"^@prefix bsv:", text, re.MULTILINE):
        return text
    return f"@prefix bsv: <{BSV}> .\n{text}"


def full(name: str) -> str:
    """The IRI of a name as the shipped files write it."""
    if name.startswith("<"):
        return name[1:-1]
    from backspasm.namespaces import expand

    found = expand(name)
    assert found is not None, name
    return found
