"""The results that a graph with validation results tells (SHACL, section 3.6)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backspasm.validation.engines import ways
from backspasm.validation.engines.result import Result
from backspasm.validation.engines.terms import SH, shown

if TYPE_CHECKING:
    from backspasm.validation.engines.index import Index

__all__ = ["read_result", "read_results"]


def read_results(report: Index, paths: Index) -> list[Result]:
    """The results of all validation reports in a graph.

    Args:
        report: the graph.
        paths: the graph that says what the blank nodes of its paths stand for.
    """
    table = report.table(f"<{SH}result>")
    return [read_result(report, paths, node) for nodes in table.values() for node in nodes]


def read_result(report: Index, paths: Index, node: str) -> Result:
    """The result that a node of a report stands for."""

    def told(name: str) -> str:
        return shown(report.value(node, f"<{SH}{name}>"))

    way = report.value(node, f"<{SH}resultPath>")
    details = report.objects(node, f"<{SH}detail>")
    return Result(
        severity=told("resultSeverity"),
        shape=told("sourceShape"),
        component=told("sourceConstraintComponent"),
        focus=told("focusNode"),
        way=ways.read(paths, way) if way else None,
        value=told("value"),
        messages=tuple(sorted(report.objects(node, f"<{SH}resultMessage>"))),
        constraint=told("sourceConstraint"),
        details=tuple(read_result(report, paths, one) for one in details),
    )
