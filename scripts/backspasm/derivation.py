"""What follows from the claims, by the rules in `ontology/rules/`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph

from backspasm.errors import QueryError
from backspasm.files import read_bytes, rule_files
from backspasm.graph import DERIVED

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["derive", "run_rules"]


def derive(store: pyoxigraph.Store, rules: Sequence[str] | None = None) -> None:
    """Add what the rules say to the graph of derived triples.

    Each rule is a SPARQL 1.1 CONSTRUCT (section 16.2) that sees all graphs
    together, and so what the rules before it gave.

    Args:
        store: a store with authored triples and the vocabulary.
        rules: the files with the rules, in their order; by default all.

    Raises:
        FileError: a rule cannot be read.
        QueryError: a rule is not a CONSTRUCT query.
    """
    names = rule_files() if rules is None else rules
    run_rules(store, ((name, read_bytes(name)) for name in names))


def run_rules(store: pyoxigraph.Store, rules: Iterable[tuple[str, bytes]]) -> None:
    """The same for rules that were read already: what errors call each, and its content.

    Raises:
        QueryError: a rule is not a CONSTRUCT query.
    """
    for rule, content in rules:
        try:
            triples = store.query(content.decode(), use_default_graph_as_union=True)
        except (SyntaxError, UnicodeDecodeError) as error:
            raise QueryError(f"not SPARQL: {error}", place=rule, remedy="mend the rule") from error
        if not isinstance(triples, pyoxigraph.QueryTriples):
            raise QueryError("not a CONSTRUCT query", place=rule, remedy="mend the rule")
        store.extend([pyoxigraph.Quad(s, p, o, DERIVED) for s, p, o in triples])
