"""Shapes that do nothing: targets without a node, shapes that no one reaches, and the like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backspasm.namespaces import last_cut, shorten
from backspasm.validation.checks.nearness import did_you_mean, nearest
from backspasm.validation.checks.propertypaths import path_properties
from backspasm.validation.checks.targets import SH, Target, focus_nodes, is_shape, read_targets
from backspasm.validation.checks.triples import FIRST, TYPE
from backspasm.validation.finding import Finding
from backspasm.validation.naming import blank

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from backspasm.validation.checks.index import Index
    from backspasm.validation.checks.triples import Triples

__all__ = ["idle_parameters", "idle_paths", "idle_targets", "unreached_shapes"]

SAID = {
    SH + "targetClass": "no instance of {} is in the data",
    SH + "targetNode": "{} is not in the data",
    SH + "targetSubjectsOf": "nothing in the data has {}",
    SH + "targetObjectsOf": "nothing in the data is a value of {}",
}

_NEEDED = {
    "flags": ("pattern",),
    "ignoredProperties": ("closed",),
    "qualifiedValueShape": ("qualifiedMinCount", "qualifiedMaxCount"),
    "qualifiedMinCount": ("qualifiedValueShape",),
    "qualifiedMaxCount": ("qualifiedValueShape",),
    "qualifiedValueShapesDisjoint": ("qualifiedValueShape",),
}
"""Parameters that do nothing without one of others."""
_RULES = ("rule", "values")
"""Rules of SHACL Advanced Features (sections 5 and 8): what they infer is not in the data."""


def idle_targets(index: Index) -> Iterator[Finding]:
    """A target that selects no node: a misspelt class would else validate nothing in silence."""
    if not index.all.rows:
        return  # no shape is at fault, and that there are no triples is told by itself
    for target in read_targets(index.shapes_graph):
        if any(True for _ in focus_nodes(index.all, target)):
            continue
        what = SAID[target.kind].format(_text(target.value))
        yield Finding(
            severity="warning",
            rule="idle-target",
            message=f"The shape {_text(target.shape)} checks nothing: {what}.",
            remedy=did_you_mean(
                target.value,
                _candidates(index.all, target),
                "Correct the target, or remove it until the data has such nodes.",
            ),
            focus=target.shape,
            path=TYPE if target.implicit else target.kind,
            value="" if target.implicit else target.value,
            shape=target.shape,
        )


def _candidates(data: Triples, target: Target) -> Iterable[str]:
    if target.kind == SH + "targetClass":
        return data.instances
    return data.described if target.kind == SH + "targetNode" else data.objects


def unreached_shapes(index: Index) -> Iterator[Finding]:
    """A named shape without a target to which no other shape leads.

    Only what is declared as a shape, or has `sh:path` or a constraint, and has a name
    counts: what has none stands inside another. Reached is what is the object of any property, or a
    member of any list. Where no shape has a target, all are told of elsewhere.
    """
    aimed = {target.shape for target in read_targets(index.shapes_graph)}
    if not aimed:
        return
    objects = index.shapes.objects
    used = set().union(*(values for predicate, values in objects.items() if predicate != TYPE))
    used |= objects.get(FIRST, set())
    for shape, said in index.shapes.about.items():
        if shape.startswith("_:") or shape in aimed or shape in used or not is_shape(said):
            continue
        if SH + "target" in said or SH + "deactivated" in said or SH + "parameter" in said:
            continue
        path = next(path for path in (TYPE, SH + "path", *said) if path in said)
        yield Finding(
            severity="warning",
            rule="unreached-shape",
            message=f"The shape {_text(shape)} checks nothing: it has no target, "
            "and no other shape uses it.",
            remedy="Give it a target, use it by sh:property or sh:node, or remove it.",
            focus=shape,
            path=path,
            value=said[path][0],
            shape=shape,
        )


def idle_paths(index: Index) -> Iterator[Finding]:
    """A property in a path of a shape that nothing in the data has, where one nearly like it is.

    Nearly like it is a property with a similar name in the same namespace that the data
    has and that stands in no path. A property that is only missing is nothing to tell of.
    """
    forward, backward = path_properties(index.shapes)
    used = index.all.objects
    paths = forward | backward
    unknown = [one for one in used if one not in paths]
    for shape, said in index.shapes.about.items():
        for path in said.get(SH + "path", ()):
            if path in used or path.startswith("_:"):
                continue
            near = nearest(path, unknown)
            if near and near[0].startswith(path[: last_cut(path)]):
                yield Finding(
                    severity="warning",
                    rule="idle-path",
                    message=f"Nothing in the data has {shorten(path)}.",
                    remedy=f"Did you mean {' or '.join(map(shorten, near))}?",
                    focus=shape,
                    path=SH + "path",
                    value=path,
                    shape=shape,
                )


def idle_parameters(index: Index) -> Iterator[Finding]:
    """A parameter that does nothing, as another is missing, or a rule, as none is applied."""
    for shape, said in index.shapes.about.items():
        for name, needed in _NEEDED.items():
            if SH + name in said and not any(SH + other in said for other in needed):
                others = " or ".join(f"sh:{other}" for other in needed)
                yield _idle(shape, said, name, f"without {others}", f"Add {others}, or remove it.")
        for name in _RULES:
            if SH + name in said:
                remedy = "Check data that holds what the rules infer."
                yield _idle(shape, said, name, "here: rules are not applied", remedy)


def _idle(shape: str, said: dict[str, list[str]], name: str, why: str, remedy: str) -> Finding:
    return Finding(
        severity="warning",
        rule="idle-parameter",
        message=f"sh:{name} does nothing {why}.",
        remedy=remedy,
        focus=shape,
        path=SH + name,
        value=said[SH + name][0],
        shape=shape,
    )


def _text(node: str) -> str:
    return blank(node) if node.startswith(('"', "_:")) else shorten(node)
