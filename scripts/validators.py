"""The validators that are compared: which are here, and how each is called.

Each writes the W3C validation report, so that all do the same work and their results can be
counted.
"""

from __future__ import annotations

import importlib.metadata
import importlib.util
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["PYSHACL", "Validator", "validators", "versions"]

PYSHACL = "pyshacl"
"""The name of the validator that the others are compared with."""

_JARS = Path("/usr/share/java")
_JENA = (
    "jena-arq jena-base jena-cmds jena-core jena-dboe-base jena-dboe-index jena-dboe-storage "
    "jena-dboe-trans-data jena-dboe-transaction jena-iri jena-rdfconnection jena-shacl jena-shex "
    "jena-tdb jena-tdb2 commons-cli commons-codec commons-compress commons-csv commons-io "
    "commons-lang3 dexx.collection gson guava httpclient httpcore jackson-annotations "
    "jackson-core jackson-databind jakarta.json-api jcl-over-slf4j jsonld-java protobuf "
    "slf4j-api slf4j-nop thrift titanium-json-ld"
).split()
# Debian's jena-core lacks this bundle of messages and does not start without one.
_BUNDLE = "xerces/impl/xpath/regex/message.properties"

_SHIFTY = """
import sys, shifty
_, report, _ = shifty.validate(
    sys.argv[1], sys.argv[2], graph_mode="data", infer=False, on_unsupported="error"
)
sys.stdout.write(report.serialize(format="nt"))
"""


class Validator(NamedTuple):
    """A validator, or one way to call it.

    Attributes:
        name: what the table calls it.
        command: the command for a folder with `data.nt` (what was authored), `full.nt` (with
            vocabulary and all that is derived) and `shapes.ttl`.
        missing: why it cannot be run here; "" where it can.
        ok: the statuses with which it ends when it has checked the data.
        derives: whether it gets the authored data alone and does the rest itself.
    """

    name: str
    command: Callable[[Path], list[str]]
    missing: str = ""
    ok: tuple[int, ...] = (0, 1)
    derives: bool = False


def validators(folder: Path) -> list[Validator]:
    """All that are compared, those that are not here too.

    Args:
        folder: where a file that one of them needs may be written.
    """
    return [*_others(folder), *_own()]


def _others(folder: Path) -> Iterator[Validator]:
    program = _beside("pyshacl")
    yield Validator(
        PYSHACL,
        lambda data: [program, "-f", "nt", "-s", _in(data, "shapes.ttl"), _in(data, "full.nt")],
        "" if Path(program).exists() else "pyshacl is not installed",
    )
    yield Validator(
        "Jena shacl",
        lambda data: [
            *_java(folder), "shacl.shacl", "validate",
            "--shapes", _in(data, "shapes.ttl"), "--data", _in(data, "full.nt"),
        ],
        _no_jena(),
        ok=(0,),
    )  # fmt: skip
    yield Validator(
        "shifty",
        lambda data: [sys.executable, "-c", _SHIFTY, _in(data, "full.nt"), _in(data, "shapes.ttl")],
        "" if importlib.util.find_spec("shifty") else "pyshifty is not installed",
        ok=(0,),
    )


def _own() -> Iterator[Validator]:
    known = _options()
    for options in ((), ("--jobs", "2"), ("--engine", "shifty")):
        lacks = [option for option in options if option.startswith("-") and option not in known]
        missing = f"backspasm has no {lacks[0]}" if lacks else ""
        if "shifty" in options and not importlib.util.find_spec("shifty"):
            missing = missing or "pyshifty is not installed"
        name = " ".join(("backspasm", *options))
        for derives in (False, True):
            yield Validator(
                f"{name}, derives" if derives else name,
                _command(options, derives=derives),
                missing,
                derives=derives,
            )


def _command(options: tuple[str, ...], *, derives: bool) -> Callable[[Path], list[str]]:
    def command(data: Path) -> list[str]:
        files = (
            [_in(data, "data.nt")]
            if derives
            else [_in(data, "full.nt"), "--shapes", _in(data, "shapes.ttl")]
        )
        return [_beside("backspasm"), "validate", *files, *options, "--format", "turtle"]

    return command


def _options() -> set[str]:
    from backspasm.commands.validate import command

    return {option for parameter in command.params for option in parameter.opts}


def _in(folder: Path, name: str) -> str:
    return str(folder / name)


def _beside(program: str) -> str:
    return str(Path(sys.executable).with_name(program))


def _no_jena() -> str:
    if shutil.which("java") is None:
        return "java is not installed"
    missing = [name for name in _JENA if not (_JARS / f"{name}.jar").exists()]
    return f"{missing[0]}.jar is missing; install libapache-jena-java" if missing else ""


def _java(folder: Path) -> list[str]:
    bundle = folder / "classes" / _BUNDLE
    bundle.parent.mkdir(parents=True, exist_ok=True)
    bundle.touch()
    path = [str(folder / "classes"), *(str(_JARS / f"{name}.jar") for name in _JENA)]
    return [shutil.which("java") or "java", "-cp", ":".join(path)]


def versions() -> list[str]:
    """The validators that are here, and what they stand on, with their versions."""
    found = [f"Python {sys.version.split()[0]}"]
    for name in ("backspasm", "pyshacl", "rdflib", "pyshifty", "pyoxigraph"):
        try:
            found.append(f"{name} {importlib.metadata.version(name)}")
        except importlib.metadata.PackageNotFoundError:
            found.append(f"{name} not installed")
    if not _no_jena():
        names = (file.stem for file in sorted(_JARS.glob("jena-shacl-*.jar")))
        found.append(
            "Jena " + next((name.rpartition("-")[2] for name in names), "of unknown version")
        )
    return found
