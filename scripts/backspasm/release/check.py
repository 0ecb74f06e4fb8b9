"""Whether a folder holds a release, whole and unchanged. What it holds is trusted in nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from backspasm.errors import FileError
from backspasm.release.agreement import AGAIN, Finding, disagreements
from backspasm.release.composition import BESIDE, NAMED_BY
from backspasm.release.reading import read_folder, read_within
from backspasm.release.remaking import remade_within
from backspasm.release.sums import SUMS, is_safe, parse_sums

if TYPE_CHECKING:
    from collections.abc import Iterator

    from backspasm.release.reading import Entry

__all__ = ["Checked", "check"]

_NEEDED = (NAMED_BY, "manifest.ttl")
_APART = f"{AGAIN}, into a folder of its own"


class Checked(NamedTuple):
    """What came of a check.

    Attributes:
        findings: what is wrong; nothing where the release is whole.
        left: why files were only compared with their digests that could be made again, or "".
    """

    findings: list[Finding]
    left: str


def check(folder: str) -> Checked:
    """Compare each file with its digest, the files with each other, and with what they should be.

    Args:
        folder: where the release is. Nothing that it holds leads out of it: names are only
            compared, and links are not followed.

    Raises:
        FileError: it cannot be checked: no folder, or no digests in it.
    """
    entries = {entry.path: entry for entry in read_folder(folder)}
    if SUMS not in entries or entries[SUMS].problem:
        raise FileError(
            f"holds no {SUMS}", place=folder, remedy="name the folder of a whole release"
        )
    listed, refused = parse_sums(read_within(folder, SUMS))
    if len(entries.keys() - listed.keys()) > len(listed) + 1:
        return Checked([Finding(SUMS, "is no list of the digests of these files", _APART)], "")
    findings = [Finding(SUMS, f"has a line that is not one: {line[:200]!r}") for line in refused]
    findings += _compared(entries, listed, refused=bool(refused))
    right = {
        path: entry
        for path, entry in entries.items()
        if not entry.problem and listed.get(path) == entry.digest
    }
    findings += disagreements(folder, right, entries)
    if not right.keys() >= set(_NEEDED):
        return Checked(findings, "")
    again = remade_within(folder, right, entries)
    return Checked(list(dict.fromkeys([*findings, *again.findings])), again.left)


def _compared(
    entries: dict[str, Entry], listed: dict[str, str], *, refused: bool
) -> Iterator[Finding]:
    for path in sorted({*entries, *listed, *_NEEDED} - {SUMS}):
        shown = path if is_safe(path) else repr(path)
        if path not in entries:
            yield Finding(shown, "is missing")
        elif entries[path].problem:
            yield Finding(shown, entries[path].problem, "remove it")
        elif path not in listed:
            # Its line may be one that is none, or may have been lost.
            remedy = AGAIN if refused or _is_ours(path, listed) else "remove it"
            yield Finding(shown, f"is not in {SUMS}", remedy)
        elif listed[path] != entries[path].digest:
            yield Finding(shown, f"has another SHA-256 than {SUMS} says")


def _is_ours(path: str, listed: dict[str, str]) -> bool:
    """Whether a release has such a file: by its name, or by the folder that it is in."""
    top, inside, _ = path.partition("/")
    if not inside:
        return path in BESIDE or path.startswith(NAMED_BY.partition(".")[0])
    return any(other.startswith(f"{top}/") for other in listed)
