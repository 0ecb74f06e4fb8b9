"""What `action.yml` runs: `backspasm validate` with the inputs of a GitHub Action.

Inputs come as environment variables and go to the program as arguments, never through a
shell. Findings become annotations, a summary of the job, a SARIF file and outputs (GitHub
Docs, "Workflow commands for GitHub Actions").

The exit status is that of the program: 0 conforms, 1 findings, 2 not checked.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["main"]

LINES = {"shapes": "INPUT_SHAPES", "context": "INPUT_CONTEXT", "output": "INPUT_OUTPUT"}
"""Options that may be given again, by the inputs that have one of them in each line."""

VALUES = {
    "fail-on": "INPUT_FAIL_ON",
    "baseline": "INPUT_BASELINE",
    "changed-since": "INPUT_CHANGED_SINCE",
    "engine": "INPUT_ENGINE",
}
"""Options with one value, by their inputs."""

UNCHECKED = 2


class InputError(ValueError):
    """An input that cannot be meant."""


def main(inputs: Mapping[str, str]) -> int:
    """Validate as the inputs say, and tell GitHub.

    Args:
        inputs: the environment of the step.

    Returns:
        The exit status: 0, 1, or 2 for all that is neither.
    """
    try:
        return _validated(inputs)
    except (OSError, ValueError) as error:  # what fails here is no finding
        _annotate("error", f"cannot validate, or not tell: {error}")
        return UNCHECKED


def _validated(inputs: Mapping[str, str]) -> int:
    try:
        options, paths, sarif = _options(inputs), _paths(inputs), _value(inputs, "INPUT_SARIF")
    except InputError as error:
        _annotate("error", str(error))
        _tell(inputs, {"conforms": "false"})
        return UNCHECKED
    if sarif:
        options.append(f"--output=sarif={sarif}")
    with tempfile.TemporaryDirectory() as folder:
        reports = [f"--output={kind}={folder}/{kind}" for kind in ("json", "markdown")]
        status = _run([*options, *reports, "--", *paths])
        report = _report(Path(folder, "json"))
        _summarise(inputs, Path(folder, "markdown"))
    if not report:
        _tell(inputs, {"conforms": "false"})
        return UNCHECKED
    told = {name: str(len(report[name])) for name in ("findings", "unchecked")}
    told["sarif"] = sarif if os.path.isfile(sarif) else ""
    _tell(inputs, {"conforms": "true" if status == 0 else "false", **told})
    return status


def _options(inputs: Mapping[str, str]) -> list[str]:
    """The options; each with its value in one argument, so that no value is an option."""
    found = ["--format=github"]
    for option, name in LINES.items():
        found += [f"--{option}={line}" for line in _lines(inputs, name)]
    for line in _lines(inputs, LINES["output"]):
        if not re.match("[a-z]+=", line):  # it would stand in place of the annotations
            raise InputError(f"output is {line!r}; write FORMAT=FILE")
    for option, name in VALUES.items():
        value = _value(inputs, name)
        found += [f"--{option}={value}"] if value else []
    shipped = _value(inputs, "INPUT_WITH_SHIPPED") or "false"
    if shipped not in {"true", "false"}:
        raise InputError(f"with-shipped is {shipped!r}; write true or false")
    return [*found, "--with-shipped"] if shipped == "true" else found


def _paths(inputs: Mapping[str, str]) -> list[str]:
    """The paths; without any, the data of backspasm would be checked, and always pass."""
    if paths := _lines(inputs, "INPUT_PATHS"):
        return paths
    raise InputError("paths is empty; name the files and folders to check")


def _lines(inputs: Mapping[str, str], name: str) -> list[str]:
    lines = (line.strip(" \t\r") for line in inputs.get(name, "").split("\n"))
    return [line for line in lines if line]


def _value(inputs: Mapping[str, str], name: str) -> str:
    value = inputs.get(name, "").strip()
    if not value.isprintable():
        option = name.removeprefix("INPUT_").lower().replace("_", "-")
        raise InputError(f"{option} is {value!r}; write it in one line")
    return value


def _run(arguments: list[str]) -> int:
    """Run the program; what it says of itself is an annotation too.

    Python is isolated (`-I`), so that no module of the checked repository is imported.
    """
    command = [sys.executable, "-I", "-m", "backspasm", "validate", *arguments]
    done = subprocess.run(command, check=False, stderr=subprocess.PIPE, text=True, errors="replace")
    status = done.returncode if done.returncode in {0, 1} else UNCHECKED
    if done.stderr.strip():
        _annotate("error" if status == UNCHECKED else "notice", done.stderr.strip())
    return status


def _annotate(kind: str, message: str) -> None:
    for char, code in (("%", "%25"), ("\r", "%0D"), ("\n", "%0A")):
        message = message.replace(char, code)
    sys.stdout.buffer.write(f"::{kind} title=backspasm::{message}\n".encode())
    sys.stdout.flush()


def _report(path: Path) -> dict[str, Any]:
    """The report, or nothing where the program came to none."""
    found: dict[str, Any] = json.loads(path.read_text("utf-8")) if path.exists() else {}
    return found


def _summarise(inputs: Mapping[str, str], path: Path) -> None:
    """Add the report to the summary of the job."""
    name = inputs.get("GITHUB_STEP_SUMMARY")
    if not name or not path.exists():
        return
    with Path(name).open("ab") as file:
        file.write(path.read_bytes())


def _tell(inputs: Mapping[str, str], outputs: Mapping[str, str]) -> None:
    """Add outputs of the step; no value has a line end."""
    if name := inputs.get("GITHUB_OUTPUT"):
        with Path(name).open("a", encoding="utf-8") as file:
            file.writelines(f"{key}={value}\n" for key, value in outputs.items())


if __name__ == "__main__":
    sys.exit(main(os.environ))
