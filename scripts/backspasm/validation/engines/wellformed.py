"""Whether shapes are well-formed, and what those say that are (SHACL, section 3.5)."""

from __future__ import annotations

import os
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

from backspasm.files import parse_file
from backspasm.namespaces import RDF
from backspasm.validation.engines.faults import Fault, FaultyShapesError, beyond, without
from backspasm.validation.engines.index import Index
from backspasm.validation.engines.running import run
from backspasm.validation.engines.screen.reading import LISTS, PATH, SINGLES, components
from backspasm.validation.engines.terms import SH, term

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from backspasm.validation.engines.result import Result
    from backspasm.validation.engines.running import Graph
    from backspasm.validation.engines.sharing import Team

__all__ = ["SHACL_SHACL", "ending", "malformed", "run_sound", "shacl_shacl"]

SHACL_SHACL = "http://www.w3.org/ns/shacl-shacl#"
"""The namespace of the shapes of `shacl_shacl`."""

_REST = f"<{RDF}rest>"
_OF_THE_WHOLE = (PATH, f"<{SH}deactivated>")
"""Properties without which a shape would say something else."""
_PARAMETER = f"<{SH}parameter>"
_LITERAL = "a literal is no shape"
_NAMED_BY_IRI = "a parameter is named by one IRI, its sh:path"


def ending(shapes: Index) -> Index:
    """The shapes with no list that runs in a circle, which no engine reads.

    Such a list is cut off, so that `malformed` tells it as any that does not end in rdf:nil.

    Args:
        shapes: the shapes graph.
    """
    cells = shapes.table(_REST)
    ahead = {cell: sum(rest in cells for rest in rests) for cell, rests in cells.items()}
    ended = [cell for cell, count in ahead.items() if not count]
    while ended:
        for cell in shapes.subjects(_REST, ended.pop()):
            ahead[cell] -= 1
            if not ahead[cell]:
                ended.append(cell)
    if not any(ahead.values()):
        return shapes
    return Index(one for one in shapes.triples() if one[1] != _REST or not ahead[one[0]])


def malformed(shapes: Graph) -> list[Result]:
    """What is wrong with shapes, by SHACL's own shapes (SHACL, appendix C).

    Args:
        shapes: the shapes graph.

    Returns:
        Results whose focus nodes are nodes of the shapes graph, sorted.

    Raises:
        DataError: triples have terms that SHACL 1.0 does not know.
    """
    return run(shapes, shacl_shacl())


@cache
def shacl_shacl() -> Index:
    """The shapes of SHACL for shapes, as pyshacl carries them."""
    found = find_spec("pyshacl")  # without an import, which costs more than the check
    folders = list(found.submodule_search_locations or ()) if found is not None else []
    return Index.of(parse_file(os.path.join(folders[0], "assets", "shacl-shacl.ttl")))


def run_sound(
    data: Index,
    shapes: Index,
    ill: Iterable[Result],
    engine: str,
    team: Team | None = None,
) -> tuple[list[Result], list[Fault]]:
    """What shapes find without what is wrong with them, and what an engine cannot evaluate.

    Args:
        data: the data graph.
        shapes: the shapes graph.
        ill: what `malformed` says of it.
        engine: one of `ENGINES`.
        team: the processes that share the work; by default this one does all.

    Raises:
        ShapesError: the engine does not know all that the shapes use, or nobody knows what
            is wrong with them.
    """
    gone = [*_ill_formed(shapes, ill)]
    faults = [*_no_shapes(shapes), *_no_parameters(shapes), *beyond(shapes)]
    while True:
        try:
            return run(data, without(shapes, gone + faults), engine, team), faults
        except FaultyShapesError as error:
            new = [one for one in error.faults if one.node and one not in faults]
            if not new:
                raise
            faults += new


def _ill_formed(shapes: Index, results: Iterable[Result]) -> Iterator[Fault]:
    """The constraints that are ill-formed, or the shapes where it is more than a constraint."""
    for result in results:
        focus, way, value = term(result.focus), result.way, result.value
        named = term(value) if value and way and way.kind == "iri" else ""
        while way and way.kind != "iri":
            way = way.steps[0]
        key = way.iri if way else ""
        held = [(one, two) for two in LISTS for one in shapes.subjects(two, focus)]
        yield from (Fault(one, (two,), "", value=focus) for one, two in held)
        if not held:
            plain = key.startswith(f"<{SH}") and key not in _OF_THE_WHOLE
            yield Fault(focus, (key,) if plain else (), "", value=named)


def _no_shapes(shapes: Index) -> Iterator[Fault]:
    """What is given for shapes and is none, of which SHACL's own shapes do not say so."""
    for key in SINGLES:
        values = shapes.inverse(key)
        literals = [(one, value) for value in values if value[0] == '"' for one in values[value]]
        yield from (Fault(one, (key,), _LITERAL, value=value) for one, value in literals)
    for key in LISTS:
        for head, holders in shapes.inverse(key).items():
            members = shapes.items(head)
            reason = "the list is empty" if members == [] else ""
            if any(member[0] == '"' for member in members or ()):
                reason = _LITERAL
            if reason:
                yield from (Fault(one, (key,), reason, value=head) for one in holders)


def _no_parameters(shapes: Index) -> Iterator[Fault]:
    """The parameters of components that are not named by an IRI (SHACL, section 6.2.1)."""
    for component in components(shapes):
        for one in shapes.objects(component, _PARAMETER):
            paths = shapes.objects(one, PATH)
            if len(paths) != 1 or paths[0][0] != "<":
                yield Fault(component, (), _NAMED_BY_IRI, value=one)
