"""How the dataset is cited: what `CITATION.cff` says (Citation File Format 1.2.0)."""

from __future__ import annotations

import os
import re
from typing import NamedTuple

from backspasm.errors import FileError
from backspasm.files import dataset_folder, read_bytes

__all__ = ["CITATION", "LICENCE", "Citation", "citation", "shipped_file"]

CITATION = "CITATION.cff"
"""The file that says how to cite."""

LICENCE = "LICENSE-DATA"
"""The file with the licence of the data."""


class Citation(NamedTuple):
    """Who made the dataset, under which title, on what."""

    title: str
    authors: tuple[str, ...]
    keywords: tuple[str, ...]


def citation() -> Citation:
    """What the file of the shipped dataset says.

    Only what that file uses of YAML is read: a quoted title, names of authors as
    entities, and a list of keywords.

    Raises:
        FileError: the file is missing, or lacks one of these.
    """
    text = shipped_file(CITATION).decode()
    titles = re.findall(r'^title: "(.+)"$', text, re.MULTILINE)
    authors = re.findall(r'^  - name: "(.+)"$', text, re.MULTILINE)
    listed = re.search(r"^keywords:\n((?:  - .+\n)+)", text, re.MULTILINE)
    if not (titles and authors and listed):
        raise FileError(
            "no title, no author or no keywords", place=CITATION, remedy="name them as CFF does"
        )
    keywords = (line.removeprefix("  - ") for line in listed[1].splitlines())
    return Citation(titles[0], tuple(authors), tuple(keywords))


def shipped_file(name: str) -> bytes:
    """The content of a file that stands beside the folders of the dataset."""
    return read_bytes(os.path.join(dataset_folder(), name))
