"""Files of a git revision, read by git's plumbing: `rev-parse`, `ls-tree`, `cat-file --batch`.

The work tree, the index and the hooks are not touched, and nothing is fetched: a partial
clone that lacks a file says so. Names of revisions are those of gitrevisions(7).
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from backspasm.errors import FileError, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["Blob", "Changes", "Tree", "changes_since", "find_object"]

_COMMAND = ("git", "--no-replace-objects", "-c", "protocol.allow=never", "-c", "core.quotePath=off")


class Blob(NamedTuple):
    """One file of a revision, such as `v0.1.0:data/documents.ttl`."""

    place: str
    content: bytes


class Tree:
    """The files of a revision, or of a folder in it."""

    def __init__(self, place: str, entries: dict[str, str]) -> None:
        """Args: how errors name it, and the object of each file by its relative name."""
        self.place = place
        self.entries = entries

    def has(self, name: str) -> bool:
        """Whether there is a file with a relative name."""
        return name in self.entries

    def below(self, folder: str = "") -> list[str]:
        """The relative names of all files in a folder, in order; hidden ones are left out."""
        start = f"{folder}/" if folder else ""
        names = [name for name in self.entries if name.startswith(start)]
        return sorted(
            name
            for name in names
            if not any(part.startswith(".") for part in name[len(start) :].split("/"))
        )

    def where(self, name: str) -> str:
        """How an error names a file."""
        return f"{self.place}{'' if self.place.endswith((':', '/')) else '/'}{name}"

    def read(self, names: Sequence[str]) -> list[tuple[str, bytes]]:
        """Files with the names by which errors call them.

        Raises:
            FileError: git cannot give one of them.
        """
        contents = _contents([self.entries[name] for name in names], self.place)
        return [(self.where(name), content) for name, content in zip(names, contents, strict=True)]


def find_object(name: str) -> Tree | Blob:
    """What a revision, or `REVISION:PATH`, stands for in the repository of the current folder.

    Raises:
        FileError: there is no git, no repository or no such revision; what was tried is said.
    """
    found = _git("rev-parse", "--verify", "--quiet", "--end-of-options", name)
    identifier = found.out.decode().strip()
    if found.status or not identifier:
        raise _unknown(name, found.error)
    kind = _asked("cat-file", "-t", identifier, place=name).decode().strip()
    if kind == "blob":
        return Blob(name, _contents([identifier], name)[0])
    listed = _asked("ls-tree", "-r", "-z", "--full-tree", identifier, place=name)
    place = name if ":" in name else f"{name}:"
    return Tree(place, _entries(listed.decode("utf-8", "surrogateescape")))


class Changes(NamedTuple):
    """How the work tree differs from a revision. Paths are absolute, with links resolved.

    Attributes:
        same: the files that are as they were.
        changed: the files that are not, new ones included; of what git ignores, nothing.
        gone: the files that are there no more, be it under their old name only.
        commit: what the work tree was compared with.
        top: the folder of the work tree.
    """

    same: frozenset[str]
    changed: frozenset[str]
    gone: frozenset[str]
    commit: str
    top: str

    def before(self, names: Iterable[str]) -> dict[str, bytes]:
        """What files held then.

        Args:
            names: paths as those above.

        Returns:
            The contents by these paths; of files that were not there, nothing.

        Raises:
            FileError: git cannot give one of them.
        """
        wanted = set(names)
        listed = _asked("ls-tree", "-r", "-z", "--full-tree", self.commit, place=self.commit)
        entries = _entries(listed.decode("utf-8", "surrogateescape"))
        there = {os.path.realpath(os.path.join(self.top, name)): name for name in entries}
        found = {path: entries[there[path]] for path in sorted(wanted & there.keys())}
        return dict(zip(found, _contents(list(found.values()), self.commit), strict=True))


def changes_since(revision: str) -> Changes:
    """How the work tree of the current folder differs from a revision.

    Args:
        revision: as gitrevisions(7) names it. What the work tree is compared with is where
            its branch left that revision, as a pull request is shown.

    Raises:
        FileError: there is no git, no repository or no such revision.
    """
    found = _git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    commit = found.out.decode().strip()
    if found.status or not commit:
        raise _no_revision(revision, found.error)
    shared = _git("merge-base", commit, "HEAD")
    base = shared.out.decode().strip() or commit
    top = _asked("rev-parse", "--show-toplevel", place=revision).decode().rstrip("\n")

    def listed(*command: str) -> frozenset[str]:
        out = _asked("-C", top, *command, "-z", place=revision)
        names = out.decode("utf-8", "surrogateescape").split("\0")
        return frozenset(os.path.realpath(os.path.join(top, name)) for name in names if name)

    differ = ("diff", "--name-only", "--no-renames")
    changed, gone = listed(*differ, base), listed(*differ, "--diff-filter=D", base)
    new = listed("ls-files", "--others", "--exclude-standard")
    same = listed("ls-files") - changed
    return Changes(same, (changed - gone) | new, gone, base, top)


def _no_revision(revision: str, error: str) -> FileError:
    listed = _git("for-each-ref", "--format=%(refname:short)").out.decode("utf-8", "replace")
    remedy = did_you_mean(revision, listed.split(), otherwise="see `git log`, or fetch the history")
    if error:
        reason = error.partition(" (or any")[0]
        return FileError(f"no git revision: {reason}", place=revision or "''", remedy=remedy)
    return FileError("no revision of this git repository", place=revision or "''", remedy=remedy)


def _entries(listed: str) -> dict[str, str]:
    """The objects of plain files: no links, and nothing of submodules."""
    entries = {}
    for line in filter(None, listed.split("\0")):
        about, _, name = line.partition("\t")
        mode, kind, identifier = about.split()
        if kind == "blob" and mode != "120000":
            entries[name] = identifier
    return entries


class _Done(NamedTuple):
    status: int
    out: bytes
    error: str


def _git(*arguments: str, given: bytes = b"") -> _Done:
    import subprocess

    environment = {**os.environ, "LC_ALL": "C", "GIT_NO_LAZY_FETCH": "1"}
    try:
        done = subprocess.run(  # noqa: S603 (no shell; a revision stands behind --end-of-options)
            [*_COMMAND, *arguments], input=given, capture_output=True, check=False, env=environment
        )
    except OSError as error:
        return _Done(-1, b"", f"git cannot be run: {error.strerror or error}")
    lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
    return _Done(done.returncode, done.stdout, lines[0].removeprefix("fatal: ") if lines else "")


def _asked(*arguments: str, place: str, given: bytes = b"") -> bytes:
    done = _git(*arguments, given=given)
    if done.status:
        raise FileError(
            f"git cannot read it: {done.error or f'exit status {done.status}'}",
            place=place,
            remedy="see `git fsck`, or fetch what is missing",
        )
    return done.out


def _contents(identifiers: Sequence[str], place: str) -> list[bytes]:
    """The content of objects, by one process (git-cat-file(1), batch output)."""
    given = "".join(f"{identifier}\n" for identifier in identifiers).encode()
    out = _asked("cat-file", "--batch", place=place, given=given)
    found, at = [], 0
    for identifier in identifiers:
        end = out.index(b"\n", at)
        head = out[at:end].split()
        if len(head) != 3:  # noqa: PLR2004 (object, type and size; otherwise "missing")
            raise FileError(
                f"git has no object {identifier[:12]}", place=place, remedy="fetch what is missing"
            )
        start = end + 1
        at = start + int(head[2])
        found.append(out[start:at])
        at += 1
    return found


def _unknown(name: str, error: str) -> FileError:
    tried = "no such file or folder"
    if error:  # git itself failed: it is not there, or there is no repository
        reason = error.partition(" (or any")[0]
        return FileError(f"{tried}, and as a git revision: {reason}", place=name, remedy="check it")
    listed = _git("for-each-ref", "--format=%(refname:short)").out.decode("utf-8", "replace")
    names = [*listed.split(), *sorted(os.listdir())]
    remedy = did_you_mean(name, names, otherwise="check the path, or see `git tag` and `git log`")
    return FileError(f"{tried}, and no revision of this git repository", place=name, remedy=remedy)
