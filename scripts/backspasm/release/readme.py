"""`README.md` of a release: what it is, what each file is for, how to cite and check it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backspasm.release.citation import CITATION, LICENCE, citation
from backspasm.release.manifest import NOT_ADVICE, release_iri
from backspasm.release.sums import SUMS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from backspasm.release.manifest import Facts, Part

__all__ = ["README", "readme"]

README = "README.md"
"""The page for people."""


def readme(digest: str, facts: Facts, parts: Iterable[Part]) -> bytes:
    """The page for people, in Markdown."""
    name = release_iri(digest).value
    version = f"Version {facts.version}. " if facts.version else ""
    lines = [
        f"# {facts.title}",
        "",
        facts.description.removesuffix(NOT_ADVICE).strip(),
        "",
        f"**{NOT_ADVICE}**",
        "",
        f"{version}This release is named by the digest of what it says (RDFC-1.0, SHA-256):",
        f"<{name}>. The same content has the same name wherever it is written.",
        "",
        *_terms(name, facts),
        "## Files",
        "",
        "| file | bytes | what it is for |",
        "|---|---:|---|",
        *_rows(parts),
        "| `manifest.ttl`, `manifest.jsonld` | | What the release is and holds: DCAT and VoID. |",
        f"| `{SUMS}` | | The SHA-256 of every file but itself. |",
        "",
        "## How to check it",
        "",
        "```sh",
        f"sha256sum --check {SUMS}",
        "backspasm export --check .",
        "```",
        "",
        "The first compares every file with its digest. The second also compares what the files",
        "say with each other, with the manifest and with the name of the release and, with the",
        "version that wrote it, makes them again from what the release says. Exit status 0: it is",
        "whole. 1: it is not. 2: it could not be checked.",
    ]
    return ("\n".join(lines) + "\n").encode()


def _terms(name: str, facts: Facts) -> Iterator[str]:
    """The licence, and how to cite."""
    yield from ("## Licence", "")
    if not facts.own:
        yield from ("The data names none.", "")
        return
    cited = citation()
    version = f" (version {facts.version})" if facts.version else ""
    yield f"<{facts.licence}>; `{LICENCE}` says what that means."
    yield from ("", "## How to cite", "")
    yield f"{', '.join(cited.authors)}. *{cited.title}*{version}. <{name}>"
    yield from ("", f"`{CITATION}` says the same for programs.", "")


def _rows(parts: Iterable[Part]) -> Iterator[str]:
    for producer, files in parts:
        size = sum(len(file.content) for file in files)
        shown = f"`{files[0].path}`"
        if len(files) > 1:
            folder = producer.folder or files[0].path.partition("/")[0]
            shown = f"`{folder}/` ({len(files)} files)"
        yield f"| {shown} | {size:,} | {producer.description} |"
