"""What can go wrong, said in one line: the place, the problem and the remedy."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "AmbiguousNameError",
    "BackspasmError",
    "ComparisonError",
    "DataError",
    "EndpointError",
    "FileError",
    "ParameterError",
    "ParseError",
    "QueryError",
    "ShapesError",
    "UnknownNameError",
    "UseError",
    "did_you_mean",
]


class BackspasmError(Exception):
    """The root of all errors that backspasm raises on purpose.

    Args:
        problem: what is wrong, without a full stop.
        place: the file, line, option or name where it is wrong.
        remedy: what to do about it.
    """

    def __init__(self, problem: str, *, place: str = "", remedy: str = "") -> None:
        self.problem = problem
        self.place = place
        self.remedy = remedy
        super().__init__(problem)

    def __str__(self) -> str:
        """One line: the place, the problem, the remedy."""
        line = f"{self.place}: {self.problem}" if self.place else self.problem
        if self.remedy:
            line = f"{line}; {self.remedy}"
        return " ".join(line.split())


class FileError(BackspasmError):
    """A file or folder is missing, empty, unreadable or of an unknown format."""


class ParseError(FileError):
    """A file is not what its name says: its syntax is broken at a line."""


class DataError(BackspasmError):
    """The data does not follow the model; `backspasm validate` says where."""


class ShapesError(BackspasmError):
    """Shapes are not SHACL, or use what an engine does not know."""


class QueryError(BackspasmError):
    """A query is not SPARQL, or asks for something that is refused."""


class ParameterError(BackspasmError):
    """A parameter of a question is missing, unknown or of the wrong kind."""


class ComparisonError(BackspasmError):
    """Documents cannot be compared: fewer than two, one of them twice, or one that is none."""


class UseError(BackspasmError):
    """The command line was used in a way that has no meaning."""


class EndpointError(BackspasmError):
    """A SPARQL endpoint cannot be reached, refuses, or answers what is no answer.

    Args:
        status: the HTTP status of the answer (RFC 9110, section 15), or 0 without one.
    """

    def __init__(self, problem: str, *, place: str, remedy: str, status: int = 0) -> None:
        self.status = status
        super().__init__(problem, place=place, remedy=remedy)


class UnknownNameError(BackspasmError):
    """A name stands for nothing; the remedy offers the nearest ones."""


class AmbiguousNameError(BackspasmError):
    """A name stands for several things; the remedy lists them."""


def did_you_mean(name: str, known: Iterable[str], *, otherwise: str = "") -> str:
    """The remedy for a mistyped name.

    Args:
        name: what was typed, in any case.
        known: the names that exist.
        otherwise: the remedy where no known name is near.

    Returns:
        "did you mean …?" with up to three of the known names, or `otherwise`.
    """
    import difflib

    by_folded: dict[str, str] = {}
    for candidate in known:
        by_folded.setdefault(candidate.casefold(), candidate)
    near = difflib.get_close_matches(name.casefold(), by_folded, n=3, cutoff=0.6)
    if not near:
        return otherwise
    return f"did you mean {' or '.join(by_folded[match] for match in near)}?"
