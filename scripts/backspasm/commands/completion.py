"""What the shell offers for a word that is not yet whole."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    import click

    Completer = Callable[[click.Context, click.Parameter, str], list[str]]

__all__ = ["names", "questions", "settings"]

_IDS = "SELECT DISTINCT ?thing WHERE { ?thing a ?kind MINUS { ?thing owl:deprecated true } }"


def questions(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:  # noqa: ARG001 (click's)
    """The names of the questions; no question is read."""
    from backspasm.files import question_files

    found = [os.path.basename(path).removesuffix(".rq") for path in question_files()]
    return [name for name in found if name.startswith(incomplete)]


def settings(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """The parameters of the question that was chosen, and behind the equals sign their values.

    Values are the ids of concepts and other things, where the parameter wants one.
    """
    from backspasm import questions as catalogue
    from backspasm.terms import KINDS

    chosen = ctx.params.get("question")
    if chosen not in questions(ctx, param, ""):
        return []
    parameters = {entry.name: entry.kind for entry in catalogue.question(chosen).parameters}
    name, equals, value = incomplete.partition("=")
    if not equals:
        return [f"{name}=" for name in parameters if name.startswith(incomplete)]
    kind = parameters.get(name)
    return [f"{name}={thing}" for thing in _ids(ctx, value, kind)] if kind in KINDS else []


def names(*kinds: str) -> Completer:
    """A completer that offers the ids of things of some kinds, keys of `backspasm.terms.KINDS`."""

    def complete(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:  # noqa: ARG001 (click's)
        return [thing for kind in kinds for thing in _ids(ctx, incomplete, kind)]

    return complete


def _ids(ctx: click.Context, incomplete: str, kind: str) -> list[str]:
    from backspasm.dataset import load
    from backspasm.namespaces import local_name
    from backspasm.terms import KINDS

    graph = load(*(ctx.params.get("data") or ()), snapshot=True)
    found = sorted(local_name(iri) for (iri,) in graph.rows(_IDS.replace("?kind", KINDS[kind])))
    return [name for name in found if name.startswith(incomplete)]
