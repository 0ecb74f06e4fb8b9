"""Where the files of the dataset are, and how an RDF file is read."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pyoxigraph

from backspasm.errors import FileError, ParseError, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = [
    "FORMATS",
    "authored_files",
    "dataset_folder",
    "find_files",
    "load_file",
    "parse_content",
    "parse_file",
    "question_files",
    "rdf_files",
    "read_bytes",
    "rule_files",
    "shape_files",
    "vocabulary_files",
]

FORMATS: dict[str, pyoxigraph.RdfFormat] = {
    ".ttl": pyoxigraph.RdfFormat.TURTLE,
    ".trig": pyoxigraph.RdfFormat.TRIG,
    ".nt": pyoxigraph.RdfFormat.N_TRIPLES,
    ".nq": pyoxigraph.RdfFormat.N_QUADS,
    ".jsonld": pyoxigraph.RdfFormat.JSON_LD,
    ".rdf": pyoxigraph.RdfFormat.RDF_XML,
    ".owl": pyoxigraph.RdfFormat.RDF_XML,
    ".n3": pyoxigraph.RdfFormat.N3,
}
"""The RDF formats that are read, by the ending of the file name."""

MAX_DEPTH = 500
"""How deep JSON-LD and triple terms may nest: a few thousand end the process in Oxigraph."""

_PACKAGE = os.path.dirname(os.path.abspath(__file__))


def dataset_folder() -> str:
    """The folder with ontology, data and shapes.

    An installed wheel carries it inside the package; a checkout of the
    repository has it two folders above the package.

    Raises:
        FileError: neither is there.
    """
    for folder in (os.path.join(_PACKAGE, "dataset"), os.path.dirname(os.path.dirname(_PACKAGE))):
        if os.path.isfile(os.path.join(folder, "ontology", "backspasm.ttl")):
            return folder
    raise FileError(
        "the dataset is missing",
        place=_PACKAGE,
        remedy="install the package again, or work in a checkout of the repository",
    )


def vocabulary_files() -> list[str]:
    """The file with the classes, properties and value lists."""
    return [os.path.join(dataset_folder(), "ontology", "backspasm.ttl")]


def authored_files() -> list[str]:
    """The data files, in the order of their names."""
    return rdf_files([os.path.join(dataset_folder(), "data")])


def shape_files() -> list[str]:
    """The SHACL files, in the order of their names."""
    return rdf_files([os.path.join(dataset_folder(), "shapes")])


def rule_files() -> list[str]:
    """The derivation rules, in the order in which they run."""
    return _queries("rules")


def question_files() -> list[str]:
    """The competency questions, in the order of their names."""
    return _queries("questions")


def _queries(kind: str) -> list[str]:
    folder = os.path.join(dataset_folder(), "ontology", kind)
    if not os.path.isdir(folder):
        return []
    return [
        os.path.join(folder, name) for name in sorted(os.listdir(folder)) if name.endswith(".rq")
    ]


def rdf_files(paths: Iterable[str | os.PathLike[str]]) -> list[str]:
    """The RDF files that paths stand for.

    Args:
        paths: files, or folders that are searched with all below them.

    Returns:
        The files, those of one folder in the order of their names, none twice.

    Raises:
        FileError: a path is missing, a folder holds no RDF file, or the format
            of a file is not known by its ending.
    """
    found: dict[str, None] = {}
    for path in paths:
        names, unread = find_files(path)
        if unread:
            raise unread[0]
        found.update(dict.fromkeys(names))
    return list(found)


def find_files(path: str | os.PathLike[str]) -> tuple[list[str], list[FileError]]:
    """The same for one path; what cannot be entered does not hide the rest.

    In a folder, hidden files and folders and links to folders are passed over.

    Args:
        path: a file, or a folder that is searched with all below it.

    Returns:
        The files, and why others could not be found.
    """
    name = os.fspath(path)
    try:
        if not os.path.isdir(name):
            format_of(name)
            return [name], []
    except FileError as error:
        return [], [error]
    unread: list[FileError] = []
    found = sorted(_below(name, unread))
    if not found and not unread:
        remedy = f"name a folder with files that end in {', '.join(FORMATS)}"
        unread.append(FileError("the folder holds no RDF file", place=name, remedy=remedy))
    return found, unread


def _below(folder: str, unread: list[FileError]) -> Iterator[str]:
    def note(error: OSError) -> None:
        unread.append(_unreadable(error.filename, error))

    for parent, folders, names in os.walk(folder, onerror=note):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if os.path.splitext(name)[1].lower() in FORMATS and not name.startswith("."):
                yield os.path.join(parent, name)


def _unreadable(name: str, error: OSError) -> FileError:
    reason = error.strerror or str(error)
    remedy = "check the path and its permissions"
    return FileError(f"cannot be read: {reason}", place=name, remedy=remedy)


def format_of(name: str) -> pyoxigraph.RdfFormat:
    """The RDF format of an existing file, by the ending of its name.

    Raises:
        FileError: the file is missing or its ending is not known.
    """
    try:
        os.stat(name)
    except (FileNotFoundError, ValueError) as error:
        raise _missing(name) from error
    except OSError as error:
        raise _unreadable(name, error) from error
    return _format_by_ending(name)


def _format_by_ending(name: str) -> pyoxigraph.RdfFormat:
    ending = os.path.splitext(name)[1].lower()
    if ending not in FORMATS:
        raise FileError(
            f"unknown RDF format {ending or 'without a file ending'}",
            place=name,
            remedy=f"use a file that ends in {', '.join(FORMATS)}",
        )
    return FORMATS[ending]


def _missing(name: str) -> FileError:
    if os.path.islink(name):
        remedy = f"it points at {os.readlink(name)}"
        return FileError("is a link to a file that is not there", place=name, remedy=remedy)
    folder = os.path.dirname(name) or "."
    there = os.listdir(folder) if os.access(folder, os.R_OK) else []
    remedy = did_you_mean(os.path.basename(name), there, otherwise="check the path")
    return FileError("no such file or folder", place=name, remedy=remedy)


def read_bytes(name: str) -> bytes:
    """The content of a file.

    Raises:
        FileError: it is missing or cannot be read.
    """
    try:
        with open(name, "rb") as file:
            return file.read()
    except FileNotFoundError as error:
        raise _missing(name) from error
    except OSError as error:
        raise _unreadable(name, error) from error


def load_file(store: pyoxigraph.Store, name: str, graph: pyoxigraph.NamedNode) -> None:
    """Put the triples of a file into a graph of a store; named graphs keep their names.

    Raises:
        FileError: the file cannot be read.
        ParseError: its syntax is broken; the place is the file and the line.
    """
    rdf_format = format_of(name)
    content = read_bytes(name)
    _check_depth(name, content, rdf_format)
    to_graph = None if rdf_format.supports_datasets else graph
    try:
        store.load(content, rdf_format, to_graph=to_graph)
    except (SyntaxError, ValueError) as error:
        raise broken_syntax(name, error) from error


def parse_file(name: str) -> Iterator[pyoxigraph.Quad]:
    """The triples or quads of a file, each literal as it is written.

    Raises:
        FileError: the file cannot be read.
        ParseError: its syntax is broken; the place is the file and the line.
    """
    format_of(name)  # says what is wrong with the name
    yield from parse_content(name, read_bytes(name))


def parse_content(
    name: str, content: bytes, base: str | None = None, *, rename: bool = True
) -> Iterator[pyoxigraph.Quad]:
    """The same for what was read already, be it from a file or from elsewhere.

    Args:
        name: what errors call it; its ending says the format.
        content: the whole of it.
        base: what relative IRIs are resolved against (RFC 3986, section 5.1); without it
            they are errors.
        rename: whether blank nodes get names that no other file has, or keep their labels.

    Raises:
        FileError: no format has this ending.
        ParseError: the syntax is broken; the place is the name and the line.
    """
    rdf_format = _format_by_ending(name)
    _check_depth(name, content, rdf_format)
    try:
        yield from pyoxigraph.parse(content, rdf_format, base_iri=base, rename_blank_nodes=rename)
    except (SyntaxError, ValueError) as error:
        raise broken_syntax(name, error) from error


def _check_depth(name: str, content: bytes, rdf_format: pyoxigraph.RdfFormat) -> None:
    if rdf_format == pyoxigraph.RdfFormat.JSON_LD:
        depth = _depth(content, rb'"(?:[^"\\]|\\.)*"|[][{}]', (b"[", b"{"), (b"]", b"}"))
    else:
        depth = _depth(content, rb"<<|>>", (b"<<",), (b">>",))
    if depth > MAX_DEPTH:
        raise ParseError(
            f"not valid {rdf_format.name}: too deeply nested",
            place=name,
            remedy=f"the limit is {MAX_DEPTH} brackets in each other",
        )


def _depth(
    content: bytes, marks: bytes, opening: tuple[bytes, ...], closing: tuple[bytes, ...]
) -> int:
    import re

    deepest = depth = 0
    for mark in re.findall(marks, content):
        depth += (mark in opening) - (mark in closing)
        deepest = max(deepest, depth)
    return deepest


def broken_syntax(name: str, error: Exception) -> ParseError:
    """The error for a file that its parser refused."""
    import re

    line, column = getattr(error, "lineno", None), getattr(error, "offset", None)
    message = re.sub(
        r"^Parser error at line [^:]*: ", "", getattr(error, "msg", None) or str(error)
    )
    return ParseError(
        f"not valid {_format_by_ending(name).name}: {message}",
        place=f"{name}:{line}:{column}" if line else name,
        remedy="mend the file at this place",
    )
