"""The W3C validation report (SHACL, section 3.6) of a list of results."""

from __future__ import annotations

from itertools import count, groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from backspasm.namespaces import RDF, XSD
from backspasm.validation.engines.terms import NIL, SH, term

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from backspasm.validation.engines.result import Result
    from backspasm.validation.engines.ways import Way

__all__ = ["report_ntriples", "report_turtle"]

Triple = tuple[str, str, str]

_TYPE = f"<{RDF}type>"
_FIRST, _REST = f"<{RDF}first>", f"<{RDF}rest>"
_TRUTH = {f'"{word}"^^<{XSD}boolean>': word for word in ("true", "false")}
_OF_SHAPES = "shape-"


def report_ntriples(results: Sequence[Result], *, whole: bool = True) -> str:
    """The report in N-Triples.

    Its `sh:conforms` is that of the specification: false with any result, a warning too, and
    where not all could be checked (section 3.4: a failure).
    A blank node has the label that it has in the results; where one label stands for a node
    of the data and for one of the shapes, `shape-` stands before that of the shapes.

    Args:
        results: sorted, as `run` gives them.
        whole: whether all could be checked.
    """
    triples = _Writer(results, whole=whole).triples()
    return "".join(f"{' '.join(triple)} .\n" for triple in triples)


def report_turtle(results: Sequence[Result], *, whole: bool = True) -> str:
    """The report in Turtle, see `report_ntriples`."""
    blocks = [f"@prefix sh: <{SH}> .\n"]
    for subject, triples in groupby(_Writer(results, whole=whole).triples(), itemgetter(0)):
        said = " ;\n".join(f"    {_verb(one)} {_short(two)}" for _, one, two in triples)
        blocks.append(f"{subject}\n{said} .\n")
    return "\n".join(blocks)


def _verb(text: str) -> str:
    return "a" if text == _TYPE else _short(text)


def _short(text: str) -> str:
    if text in _TRUTH:
        return _TRUTH[text]
    local = text[1 + len(SH) : -1]
    return f"sh:{local}" if text.startswith(f"<{SH}") and local.isalpha() else text


class _Writer:
    """Writes results as triples, those of a subject together."""

    def __init__(self, results: Sequence[Result], *, whole: bool) -> None:
        self.results = results
        self.conforms = whole and not results
        everything = list(_all(results))
        of_data = {text for one in everything for text in (one.focus, one.value)}
        of_shapes = {text for one in everything for text in (one.shape, one.constraint)}
        taken = {text for text in of_data | of_shapes if text.startswith("_:")}
        self.renamed = {text: _free(text, taken) for text in sorted(of_data & of_shapes & taken)}
        taken |= set(self.renamed.values())
        names = (f"_:r{number}" for number in count(1))
        self.names = (name for name in names if name not in taken)

    def _of_shapes(self, text: str) -> str:
        return self.renamed.get(text, text)

    def triples(self) -> Iterator[Triple]:
        """The report and its results."""
        report = next(self.names)
        nodes = [next(self.names) for _ in self.results]
        yield report, _TYPE, f"<{SH}ValidationReport>"
        yield report, f"<{SH}conforms>", f'"{str(self.conforms).lower()}"^^<{XSD}boolean>'
        for node in nodes:
            yield report, f"<{SH}result>", node
        for node, result in zip(nodes, self.results, strict=True):
            yield from self._result(node, result)

    def _result(self, node: str, result: Result) -> Iterator[Triple]:
        below = [next(self.names) for _ in result.details]
        way, path = self._way(result.way) if result.way else ("", [])
        said = {
            "resultSeverity": (result.severity,),
            "sourceShape": (self._of_shapes(result.shape),),
            "sourceConstraintComponent": (result.component,),
            "sourceConstraint": (self._of_shapes(result.constraint),),
            "focusNode": (result.focus,),
            "resultPath": (way,),
            "value": (result.value,),
            "resultMessage": result.messages,
            "detail": below,
        }
        yield node, _TYPE, f"<{SH}ValidationResult>"
        for name, values in said.items():
            for value in values:
                if value:
                    yield node, f"<{SH}{name}>", term(value)
        yield from path
        for one, detail in zip(below, result.details, strict=True):
            yield from self._result(one, detail)

    def _way(self, way: Way) -> tuple[str, list[Triple]]:
        """The node of a path (SHACL, section 2.3.1), and its triples."""
        if way.kind == "iri":
            return way.iri, []
        steps = [self._way(step) for step in way.steps]
        inner = [triple for _, triples in steps for triple in triples]
        if way.kind in {"sequence", "alternative"}:
            node, triples = self._list([node for node, _ in steps])
            inner = triples + inner
        else:
            node = steps[0][0]
        if way.kind == "sequence":
            return node, inner
        outer = next(self.names)
        return outer, [(outer, f"<{SH}{way.kind}Path>", node), *inner]

    def _list(self, members: list[str]) -> tuple[str, list[Triple]]:
        nodes = [next(self.names) for _ in members]
        triples: list[Triple] = []
        for node, member, rest in zip(nodes, members, [*nodes[1:], NIL], strict=True):
            triples += [(node, _FIRST, member), (node, _REST, rest)]
        return nodes[0], triples


def _free(text: str, taken: set[str]) -> str:
    """A label for a blank node of the shapes that no other node has."""
    while text in taken:
        text = f"_:{_OF_SHAPES}{text[2:]}"
    return text


def _all(results: Sequence[Result]) -> Iterator[Result]:
    for result in results:
        yield result
        yield from _all(result.details)
