"""Rows as text: for people in a terminal, in Markdown, and as CSV or TSV."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = [
    "Cell",
    "delimited",
    "escaped",
    "markdown",
    "plain",
    "table",
    "terminal_width",
    "written",
]

_GAP = "  "

Cell = str | int | list[str]
"""What a cell holds; several values have "; " between them in all formats but JSON."""


def terminal_width() -> int:
    """The columns of the terminal: COLUMNS, or what the terminal says, or 80."""
    set_by_hand = os.environ.get("COLUMNS", "")
    if set_by_hand.isdecimal() and int(set_by_hand) > 0:
        return int(set_by_hand)
    try:
        return os.get_terminal_size(1).columns or 80
    except (OSError, ValueError):
        return 80


def written(header: Sequence[str], rows: Sequence[Sequence[Cell]], format_name: str) -> str:
    """Rows as "table", "csv", "tsv", "json" (a list of objects) or "markdown".

    JSON has numbers and lists as they are, and keys in camel case.
    """
    if format_name == "json":
        import json

        keys = list(map(_camel_case, header))
        named = [dict(zip(keys, row, strict=True)) for row in rows]
        return json.dumps(named, ensure_ascii=False, indent=2) + "\n"
    texts = [[_text(cell) for cell in row] for row in rows]
    if format_name == "table":
        return table(header, texts, terminal_width())
    if format_name == "markdown":
        return markdown(header, texts)
    return delimited(header, texts, format_name)


def _text(cell: Cell) -> str:
    return "; ".join(cell) if isinstance(cell, list) else str(cell)


def _camel_case(name: str) -> str:
    first, *others = name.split()
    return first + "".join(map(str.capitalize, others))


def table(header: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> str:
    """Columns side by side, wrapped between words to fit a width.

    Where not even the longest words fit side by side, each row becomes a block
    of "name  value" lines.
    """
    cells = [[" ".join(plain(cell).split()) for cell in row] for row in rows]
    columns = [list(column) for column in zip(header, *cells, strict=True)]
    widths = _fit(columns, width)
    if widths is None:
        return _blocks(header, cells, width)
    lines = _row(header, widths)
    lines += _row(["-" * size for size in widths], widths)
    for row in cells:
        lines += _row(row, widths)
    return "\n".join(lines) + "\n"


def _fit(columns: list[list[str]], width: int) -> list[int] | None:
    """A width for each column that together fit, or None."""
    room = width - len(_GAP) * (len(columns) - 1)
    wanted = [max(map(len, column)) for column in columns]
    least = [
        max(len(word) for cell in column for word in cell.split() or [""]) for column in columns
    ]
    if sum(least) > room:
        return None
    widths = list(least)
    while sum(widths) < room and widths != wanted:
        for index in range(len(widths)):
            if widths[index] < wanted[index] and sum(widths) < room:
                widths[index] += 1
    return widths


def _row(cells: Sequence[str], widths: Sequence[int]) -> list[str]:
    if all(len(cell) <= size for cell, size in zip(cells, widths, strict=True)):
        return [_GAP.join(map(str.ljust, cells, widths)).rstrip()]
    wrapped = [wrap(cell, size) for cell, size in zip(cells, widths, strict=True)]
    height = max(map(len, wrapped))
    padded = [[*lines, *[""] * (height - len(lines))] for lines in wrapped]
    return [_GAP.join(map(str.ljust, line, widths)).rstrip() for line in zip(*padded, strict=True)]


def wrap(text: str, width: int) -> list[str]:
    """A text in lines of at most a width, broken between words."""
    lines = [""]
    for word in plain(text).split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}" if lines[-1] else word
    return lines


def _blocks(header: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> str:
    margin = max(map(len, header)) + len(_GAP)
    blocks = []
    for row in rows:
        lines = []
        for name, cell in zip(header, row, strict=True):
            first, *others = wrap(cell, max(width - margin, 1))
            lines.append(f"{name.ljust(margin)}{first}".rstrip())
            lines += [" " * margin + line for line in others]
        blocks.append("\n".join(lines) + "\n")
    return "\n".join(blocks) if blocks else _GAP.join(header) + "\n"


def markdown(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table (GitHub Flavored Markdown, section 4.10)."""
    lines = [header, ["---"] * len(header), *rows]
    return "".join(f"| {' | '.join(map(_cell, line))} |\n" for line in lines)


_MARKDOWN = str.maketrans(
    {mark: f"\\{mark}" for mark in "\\`*_[]#|!"} | {"&": "&amp;", "<": "&lt;"}
)


def escaped(text: str) -> str:
    """A text on one line of Markdown, in which nothing is markup."""
    return " ".join(plain(text).split()).translate(_MARKDOWN)


_CONTROLS = {code: "\ufffd" for code in (*range(32), *range(127, 160)) if chr(code) not in "\t\n\r"}


def plain(text: str) -> str:
    """A text without control characters, which terminals obey and XML cannot hold."""
    return text.translate(_CONTROLS)


def _cell(text: str) -> str:
    """A cell of a Markdown table; marks that are markup in running text stay."""
    line = " ".join(plain(text).split()).replace("\\", "\\\\").replace("|", "\\|")
    return line.replace("<", "&lt;")


def delimited(header: Sequence[str], rows: Sequence[Sequence[str]], format_name: str) -> str:
    """CSV (RFC 4180, with its line ends of CR LF), or the same with tabs for "tsv".

    Tabs and line ends inside the cells of TSV become blanks, as it cannot hold them.
    """
    if format_name == "tsv":
        lines = [header, *rows]
        return "".join("\t".join(" ".join(c.split()) for c in line) + "\n" for line in lines)
    import csv
    import io

    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue()
