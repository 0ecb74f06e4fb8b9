"""The well-known vocabularies: their namespaces and all their terms.

The lists stand in `vocabularies.txt`, one vocabulary a line: its usual prefix, its
namespace, `closed` or `open`, and its terms. They are those of `rdflib.namespace`, which
takes them from the published vocabularies; `python tests/validation/checks/test_vocabularies.py`
writes the file anew. To import them from rdflib would cost more than all checks.
"""

from __future__ import annotations

import os
from functools import cache
from typing import NamedTuple

from backspasm.files import read_bytes

__all__ = ["Vocabulary", "vocabularies"]

FILE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "vocabularies.txt")


class Vocabulary(NamedTuple):
    """A vocabulary.

    Attributes:
        prefix: the prefix that it mostly goes by.
        namespace: the IRI before each of its terms.
        closed: whether the list is known to be whole; else there may be newer terms.
        terms: the local names.
    """

    prefix: str
    namespace: str
    closed: bool
    terms: frozenset[str]


@cache
def vocabularies() -> dict[str, Vocabulary]:
    """The vocabularies by their namespaces."""
    found = {}
    for line in read_bytes(FILE).decode().splitlines():
        prefix, namespace, kind, *terms = line.split()
        found[namespace] = Vocabulary(prefix, namespace, kind == "closed", frozenset(terms))
    return found
