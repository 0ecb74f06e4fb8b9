"""What a validation result says to people: a fact about the focus node, and a remedy."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from backspasm.namespaces import local_name, shorten
from backspasm.validation.describing import name
from backspasm.validation.engines.messages import stated
from backspasm.validation.engines.result import SEVERITIES
from backspasm.validation.engines.terms import SH, parts, shown, term
from backspasm.validation.engines.wellformed import SHACL_SHACL, shacl_shacl
from backspasm.validation.finding import Finding, sort
from backspasm.validation.sentences import REMEDIES, Words, language_of, message_of, parameter

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from backspasm.validation.engines.faults import Fault
    from backspasm.validation.engines.index import Index
    from backspasm.validation.engines.result import Result

__all__ = [
    "MEND",
    "NOT_EVALUATED",
    "NOT_SHACL",
    "fault_findings",
    "malformed_findings",
    "message_of",
    "remedy_of",
    "rule_of",
    "said_of",
    "to_finding",
]

NOT_SHACL = "not-shacl"
"""The rule of what is wrong with shapes."""

NOT_EVALUATED = "not-evaluated"
"""The rule of what shapes ask for beyond SHACL Core and SHACL-SPARQL."""

MEND = "Mend it, or change the shape."
"""The remedy where nothing nearer is known."""

_UNIQUE_LANGUAGES = SH + "UniqueLangConstraintComponent"
_SHAPES = SHACL_SHACL + "ShapeShape"
_SAY_OTHERWISE = "Say it in SHACL Core or SPARQL, or use a validator that evaluates it."
_MEMBER = "/(rdf:rest*)/rdf:first "
"""The way from a list to its members, in a path."""
_ASKED = {
    SHACL_SHACL + "ListShape": "a well-formed list",
    SHACL_SHACL + "ShapeShape": "a well-formed shape",
    SHACL_SHACL + "PathShape": "a property path",
}
"""What the shapes that a shape refers to ask for."""

_WITH_PATH = "lessThan lessThanOrEquals maxCount minCount qualifiedValueShape uniqueLang".split()
"""What only property shapes have (SHACL, section 4)."""


def to_finding(result: Result, shapes: Index, data: Index | None = None) -> Finding:
    """The finding of a result; it has no place yet.

    Args:
        result: the result.
        shapes: the shapes graph.
        data: the data graph, to say how many values there are; without it that is left out.
    """
    severity = result.severity
    unique = result.component == _UNIQUE_LANGUAGES
    return Finding(
        severity=local_name(severity).lower() if severity in SEVERITIES else severity,
        rule=rule_of(result, shapes),
        message=message_of(result, shapes, data, said_of(result, shapes)),
        remedy=remedy_of(result, shapes),
        focus=result.focus,
        path=result.path,
        value=result.value,
        shape=result.shape,
        component=result.component,
        constraint="" if result.constraint.startswith("_:") else result.constraint,
        language=language_of(Words(result, shapes, data)) if unique else "",
    )


def rule_of(result: Result, shapes: Index) -> str:
    """The stable name of what was broken: the shape, or the one around it, and the parameter."""
    return f"{name(_named(result.shape, shapes))}/{parameter(result)}"


def _named(shape: str, shapes: Index) -> str:
    """The nearest shape with a name around a blank one, the first by name of several."""
    pending, seen = [term(shape)], {term(shape)}
    while pending:
        names = sorted(one for one in pending if one.startswith("<"))
        if names:
            return shown(names[0])
        above = {
            subject
            for table in map(shapes.inverse, sorted(shapes.tables))
            for node in pending
            for subject in table.get(node, ())
        }
        pending = sorted(above - seen)
        seen |= above
    return shape


def remedy_of(result: Result, shapes: Index) -> str:
    """What to do: the message of the shape, or, where it has none, what follows from the kind."""
    said = said_of(result, shapes)
    if said:
        return said
    told = Words(result, shapes)
    remedy = REMEDIES.get(parameter(result), MEND)
    if parameter(result) == "maxCount" and told.number("maxCount") == "0":
        remedy = "Remove {path}."
    return remedy.format(path=told.path, value=told.value)


def said_of(result: Result, shapes: Index) -> str:
    """The message of a result that the shapes graph has words for, in English if it can be.

    What an engine says of its own accord is left out.
    """
    said = sorted(parts(one)[::-1] for one in stated(result, shapes) if one.startswith('"'))
    for wanted in ("en", ""):
        for language, _, text in said:
            if language.partition("-")[0] == wanted:
                return " ".join(text.split())
    return " ".join(said[0][2].split()) if said else ""


def malformed_findings(results: list[Result], shapes: Index) -> list[Finding]:
    """What is wrong with shapes, each defect once; the findings have no place yet.

    Args:
        results: what `malformed` says of them.
        shapes: the shapes graph.
    """
    told = [_of_shape(one, shapes) for one in results if not _explained(one, results)]
    return sort(told)


def fault_findings(
    faults: Iterable[Fault], shapes: Index, known: Sequence[Finding]
) -> Iterator[Finding]:
    """What an engine cannot evaluate, without what is known; the findings have no place yet.

    Args:
        faults: what the engine says.
        shapes: the shapes graph.
        known: what `malformed_findings` says.
    """
    structural = ("", f"{SH}path")
    told = {(term(one.focus), one.path) for one in known}
    for fault in faults:
        keys = [key for key in fault.parameters if shapes.objects(fault.node, key)]
        paths = [*map(shown, keys), *structural]
        if fault.reason and not any((fault.node, path) in told for path in paths):
            yield _of_fault(fault, shapes, keys[:1])


def _of_fault(fault: Fault, shapes: Index, keys: list[str]) -> Finding:
    values = [value for key in keys for value in shapes.objects(fault.node, key)]
    value = shown(values[0]) if len(values) == 1 else shown(fault.value)
    named = "" if value.startswith("_:") else name(value)
    what = " ".join(filter(None, ["has", *(shorten(shown(key)) for key in keys), named]))
    verb = "is not evaluated" if fault.beyond else "cannot be evaluated"
    message = f"{f'{what}, which ' if keys else ''}{verb}: {fault.reason}"
    return Finding(
        "violation",
        NOT_EVALUATED if fault.beyond else NOT_SHACL,
        message,
        _SAY_OTHERWISE if fault.beyond else "Mend the shape.",
        focus=shown(fault.node),
        path=shown(keys[0]) if keys else "",
        value=value,
        shape=shown(fault.node),
    )


def _is_vague(result: Result) -> bool:
    """Whether a result says only that a node, or a member of a list, is no good shape."""
    return result.shape == _SHAPES and parameter(result) == "xone"


def _explained(result: Result, results: list[Result]) -> bool:
    """Whether other results say what is wrong in more detail."""
    if result.focus.startswith('"') and result.path == f"{SH}path":
        return True  # a literal for a property shape, of which the shape around it has the place
    if _is_vague(result):
        return any(one.focus == result.focus and not _is_vague(one) for one in results)
    listed = _asked(result, shacl_shacl()) == _ASKED[_SHAPES]
    return listed and any(one.focus == result.value for one in results)


def _asked(result: Result, judge: Index) -> str:
    """What the shapes behind sh:node or sh:or of a result ask for, or ""."""
    heads = judge.objects(term(result.shape), f"<{SH}{parameter(result)}>")
    nodes = [node for head in heads for node in (head, *(judge.items(head) or ()))]
    return next((_ASKED[shown(node)] for node in nodes if shown(node) in _ASKED), "")


def _of_shape(result: Result, shapes: Index) -> Finding:
    judge = shacl_shacl()
    found = replace(to_finding(result, judge, shapes), rule=NOT_SHACL)
    asked = _asked(result, judge) if parameter(result) in ("node", "or") else ""
    if asked:
        words = Words(result, judge, shapes)
        path = "sh:path" if asked == _ASKED[SHACL_SHACL + "PathShape"] else words.path
        message = f"has {path} {words.value}, which is not {asked}"
        if asked == _ASKED[_SHAPES]:
            message = f"is a list of shapes with {words.value}, which is not {asked}"
        return replace(found, message=message, remedy=f"Write {asked} there.")
    if _is_vague(result):
        message, remedy = _neither(term(result.focus), shapes)
        return replace(found, message=message, remedy=remedy)
    if result.shape == _SHAPES:
        message = "is a class and a blank node, which can be no target"
        return replace(found, message=message, remedy="Give the class an IRI.")
    message = found.message.replace(_MEMBER, " with ")
    return replace(found, message=message, remedy=found.remedy.replace(MEND, "Mend the shape."))


def _neither(node: str, shapes: Index) -> tuple[str, str]:
    """Why a node is neither a node shape nor a property shape, and what to do."""
    paths = shapes.objects(node, f"<{SH}path>")
    if len(paths) > 1:
        return f"has {len(paths)} values of sh:path", "Give a property shape one sh:path."
    if paths:
        path = name(shown(paths[0]))
        return f"has sh:path {path}, which is not a property path", "Write a property path there."
    own = [f"sh:{key}" for key in _WITH_PATH if shapes.objects(node, f"<{SH}{key}>")]
    if own:
        return (
            f"has {' and '.join(own)} but no sh:path",
            "Give it a sh:path, or put this into a property shape.",
        )
    return "is neither a node shape nor a property shape", "Give it constraints of one of the two."
