"""What a validation found, and how it ends."""

from __future__ import annotations

from dataclasses import dataclass

from backspasm.validation.finding import SEVERITIES, Finding, at_least

__all__ = ["Report"]


@dataclass(frozen=True)
class Report:
    """The outcome of a validation.

    Attributes:
        findings: what is wrong, sorted; what a baseline knows is left out.
        unchecked: what could not be checked: a file that cannot be read or parsed, shapes
            that are none, or what no engine evaluates. Each is a finding of severity violation.
        files: the data files, as they were named.
        shapes: the files with shapes.
        engine: the name of the SHACL engine.
        triples: how many triples of these files were checked.
        fail_on: the least severity that counts, one of `SEVERITIES`.
        known: how many findings were left out, for a baseline lists them.
        elsewhere: how many were left out, for they stand in the context without the data.
    """

    findings: tuple[Finding, ...] = ()
    unchecked: tuple[Finding, ...] = ()
    files: tuple[str, ...] = ()
    shapes: tuple[str, ...] = ()
    engine: str = ""
    triples: int = 0
    fail_on: str = SEVERITIES[0]
    known: int = 0
    elsewhere: int = 0

    @property
    def status(self) -> int:
        """The exit status: 2 where something could not be checked, 1 with findings, or 0."""
        if self.unchecked:
            return 2
        return 1 if at_least(self.findings, self.fail_on) else 0

    @property
    def conforms(self) -> bool:
        """Whether all was checked and no finding counts."""
        return self.status == 0

    def counts(self) -> dict[str, int]:
        """How many findings there are of each severity."""
        return {
            severity: sum(finding.rank == rank for finding in self.findings)
            for rank, severity in enumerate(SEVERITIES)
        }
