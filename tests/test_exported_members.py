from __future__ import annotations

import importlib
import pkgutil
import subprocess
import sys

import pytest

import backspasm

MODULES = sorted(
    module.name
    for folder, prefix in (
        ("", ""),
        ("/commands", "commands."),
        ("/exchange", "exchange."),
        ("/release", "release."),
        ("/validation", "validation."),
        ("/validation/formats", "validation.formats."),
        ("/versions", "versions."),
    )
    for module in pkgutil.iter_modules([f"{backspasm.__path__[0]}{folder}"], prefix)
    if not module.ispkg and module.name != "__main__"
)


def test_public_surface() -> None:
    assert sorted(backspasm.__all__) == [
        "BackspasmError",
        "Dataset",
        "Graph",
        "PREFIXES",
        "__version__",
        "expand",
        "load",
        "shorten",
    ]


@pytest.mark.parametrize("name", MODULES)
def test_every_module_names_what_it_offers(name: str) -> None:
    module = importlib.import_module(f"backspasm.{name}")
    assert module.__doc__
    assert len(set(module.__all__)) == len(module.__all__)
    for member in module.__all__:
        offered = getattr(module, member)
        if callable(offered) and offered.__module__ == module.__name__:
            assert offered.__doc__, f"{name}.{member} has no docstring"


def test_nothing_but_the_program_imports_the_command_line() -> None:
    code = (
        "import sys, importlib\n"
        f"for name in {[n for n in MODULES if n != 'cli' and not n.startswith('commands.')]!r}:\n"
        "    importlib.import_module('backspasm.' + name)\n"
        "print([n for n in sys.modules if n.startswith(('backspasm.cli', 'backspasm.commands', 'click'))])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_types_are_shipped() -> None:
    from pathlib import Path

    assert (Path(backspasm.__path__[0]) / "py.typed").exists()
