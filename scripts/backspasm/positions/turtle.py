"""Where the triples of Turtle, TriG, N-Triples and N-Quads stand.

The order is that in which oxttl, the parser of pyoxigraph, gives its triples. One token may
complete several; these are given the last first. A string is complete with the token after it,
a list begins with its first item, and what stands in brackets precedes the triple around it.
"""

from __future__ import annotations

from array import array
from functools import cache
from typing import TYPE_CHECKING

import pyoxigraph

from backspasm.positions.names import Names
from backspasm.positions.spans import Spans
from backspasm.positions.tokens import BLANK, IRI, LANGUAGE, MARK, NAME, STRING, WORD, tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["Walk"]

VERB, OBJECT, AFTER, REIFIER, SUBJECT = range(5)
"""What comes next in a frame."""

NONE = -1


@cache
def _last_first() -> bool:
    triples = list(pyoxigraph.parse("<a:a> <a:a> (1) .", pyoxigraph.RdfFormat.TURTLE))
    return isinstance(triples[0].object, pyoxigraph.Literal)


class _Frame:
    """What is open: a list of properties, a list of items, or a triple.

    Attributes:
        node: the node of the opening bracket, or NONE.
        after: what comes next.
        subject: of the next triple; in a list its cell, or NONE before the first.
        predicate: of the next triple; in a list the bracket.
        value: of the last triple.
        reifier: what the last triple is annotated by, or NONE.
        cells: the cells of a list, or None where this is no list.
        triple: whether this is the inside of `<< … >>`.
    """

    __slots__ = (
        "after", "cells", "node", "predicate", "reifier", "subject", "triple", "value",
    )  # fmt: skip

    def __init__(self, node: int, after: int, subject: int = NONE) -> None:
        self.node, self.after, self.subject = node, after, subject
        self.predicate = self.value = self.reifier = NONE
        self.cells: list[int] | None = None
        self.triple = False


class _Declaration:
    """A prefix, a base or a version, as it is being read."""

    __slots__ = ("keyword", "name")

    def __init__(self, keyword: str) -> None:
        self.keyword, self.name = keyword, ""


class Walk:
    """A walk through a text, next to its triples.

    It ends where text and triples do not agree; what is behind has no place.

    Args:
        text: Turtle, TriG, N-Triples or N-Quads.
        triples: its triples.
        base: what relative IRIs are relative to before the text says so itself.

    Attributes:
        starts: the first character of each node, that is of each term as it is written.
        ends: the character after its last.
        subjects: the node of the subject of each triple, as far as they agree.
        predicates: that of its predicate.
        objects: that of its object.
    """

    def __init__(self, text: str, triples: Sequence[pyoxigraph.Triple], base: str = "") -> None:
        self.starts, self.ends = array("q"), array("q")
        self.subjects, self.predicates, self.objects = array("q"), array("q"), array("q")
        self._text, self._triples = text, triples
        self._names = Names(text, base)
        self._stack: list[_Frame] = []
        self._declaration: _Declaration | None = None
        self._batch: list[tuple[int, int, int]] = []
        self._literal, self._tilde, self._typed = NONE, NONE, False
        self._marks: dict[str, Callable[[int], None]] = {
            ".": self._dot, ";": self._semicolon, ",": self._comma, "^^": self._datatype,
            "[": self._open_bracket, "]": self._close_bracket, "(": self._open_list,
            ")": self._close_list, "{": self._graph, "}": self._dot, "<<": self._open_triple,
            "<<(": self._open_triple, ">>": self._close_reified, ")>>": self._close_term,
            "~": self._open_reifier, "{|": self._open_annotation, "|}": self._close_annotation,
        }  # fmt: skip
        self._walk()

    def spans(self, index: int) -> Spans | None:
        """Where the parts of a triple stand; None where that is not known."""
        if index >= len(self.subjects):
            return None
        nodes = self.subjects[index], self.predicates[index], self.objects[index]
        subject, predicate, value = ((self.starts[node], self.ends[node]) for node in nodes)
        return Spans(subject, predicate, value)

    def _walk(self) -> None:
        text = self._text
        for kind, start, end in tokens(text):
            if self._literal != NONE or self._tilde != NONE:
                self._settle(kind, start)
            if self._declaration:
                self._declare(self._declaration, kind, start, end)
            elif kind == MARK:
                self._marks[text[start:end]](start)
            elif kind == LANGUAGE or (kind == WORD and not self._stack):
                self._word(kind, start, end)
            else:
                self._term(kind, start, end)
            if self._batch and not self._flush():
                break

    def _node(self, start: int, end: int = 0) -> int:
        self.starts.append(start)
        self.ends.append(end)
        return len(self.starts) - 1

    def _emit(self, subject: int, predicate: int, value: int) -> None:
        self._batch.append((subject, predicate, value))

    def _flush(self) -> bool:
        """Give the triples that one token completes, as long as they agree."""
        batch = reversed(self._batch) if _last_first() else iter(self._batch)
        for subject, predicate, value in batch:
            index = len(self.subjects)
            if index >= len(self._triples):
                return False
            if not self._agrees(self._triples[index], subject, predicate, value):
                return False
            self.subjects.append(subject)
            self.predicates.append(predicate)
            self.objects.append(value)
        self._batch.clear()
        return True

    def _agrees(self, triple: pyoxigraph.Triple, subject: int, predicate: int, value: int) -> bool:
        agrees, starts, ends = self._names.agrees, self.starts, self.ends
        return (
            agrees(predicate, starts[predicate], ends[predicate], triple.predicate)
            and agrees(subject, starts[subject], ends[subject], triple.subject)
            and agrees(value, starts[value], ends[value], triple.object)
        )

    # Terms

    def _word(self, kind: int, start: int, end: int) -> None:
        word = self._text[start:end].removeprefix("@").lower()
        if kind == LANGUAGE and self._stack:
            self._suffix(end)
        elif word != "graph":
            self._declaration = _Declaration(word)

    def _term(self, kind: int, start: int, end: int) -> None:
        if self._typed:
            self._typed = False
            self._suffix(end)
            return
        node = self._node(start, end)
        self._begin(node)
        if kind == STRING:
            self._literal = node
        else:
            self._value(node)

    def _suffix(self, end: int) -> None:
        """A string is complete with its language or datatype."""
        node, self._literal = self._literal, NONE
        self.ends[node] = end
        self._value(node)

    def _settle(self, kind: int, start: int) -> None:
        """What the token before left open, and this one does not continue."""
        typed = self._typed or self._text.startswith("^^", start)
        if self._literal != NONE and kind != LANGUAGE and not typed:
            node, self._literal = self._literal, NONE
            self._value(node)
        elif self._tilde != NONE and kind not in (IRI, NAME, BLANK):
            self._value(self._tilde)

    def _begin(self, node: int) -> None:
        """What a list says before its next item."""
        frame = self._stack[-1] if self._stack else None
        if frame is None or frame.cells is None:
            return
        if frame.subject == NONE:
            frame.subject = frame.node
            if len(self._stack) > 1:
                self._complete(self._stack[-2], frame.node)
        else:
            cell = self._node(self.starts[node])
            self._names.cell(cell)
            frame.cells.append(cell)
            self._emit(frame.subject, frame.node, cell)
            frame.subject = cell

    def _value(self, node: int) -> None:
        """A term is complete."""
        if not self._stack:
            self._stack.append(_Frame(NONE, VERB, node))
            return
        frame = self._stack[-1]
        if frame.after == OBJECT:
            self._complete(frame, node)
        elif frame.after == VERB:
            frame.predicate, frame.after = node, OBJECT
        elif frame.after == SUBJECT:
            frame.subject, frame.after = node, VERB
        elif frame.after == REIFIER:
            mark, self._tilde = self._tilde, NONE
            frame.reifier, frame.after = node, AFTER
            self._emit(node, mark, frame.node if frame.triple else frame.value)

    def _complete(self, frame: _Frame, node: int) -> None:
        frame.value = node
        if frame.cells is not None:
            self._emit(frame.subject, frame.node, node)
            return
        frame.after = AFTER
        if not frame.triple:
            frame.reifier = NONE
            self._emit(frame.subject, frame.predicate, node)

    # Marks

    def _dot(self, _start: int) -> None:
        self._stack.clear()

    def _graph(self, _start: int) -> None:
        self._stack.clear()

    def _semicolon(self, _start: int) -> None:
        self._stack[-1].after = VERB

    def _comma(self, _start: int) -> None:
        self._stack[-1].after = OBJECT

    def _datatype(self, _start: int) -> None:
        self._typed = True

    def _open(self, start: int, after: int, length: int) -> _Frame:
        node = self._node(start, start + length)
        self._begin(node)
        frame = _Frame(node, after, node)
        self._stack.append(frame)
        return frame

    def _close(self, start: int, length: int = 1) -> _Frame:
        frame = self._stack.pop()
        self.ends[frame.node] = start + length
        return frame

    def _open_bracket(self, start: int) -> None:
        self._open(start, VERB, 1)

    def _close_bracket(self, start: int) -> None:
        self._value(self._close(start).node)

    def _open_list(self, start: int) -> None:
        frame = self._open(start, OBJECT, 1)
        frame.cells, frame.subject = [], NONE

    def _close_list(self, start: int) -> None:
        frame = self._close(start)
        for cell in frame.cells or ():
            self.ends[cell] = start + 1
        if frame.subject == NONE:
            self._value(frame.node)
            return
        self._emit(frame.subject, frame.node, self._node(start, start + 1))
        if not self._stack:
            self._value(frame.node)

    def _open_triple(self, start: int) -> None:
        self._open(start, SUBJECT, 2).triple = True

    def _close_reified(self, start: int) -> None:
        frame = self._close(start, 2)
        if frame.reifier == NONE:
            self._emit(frame.node, frame.node, frame.node)
        self._value(frame.node)

    def _close_term(self, start: int) -> None:
        self._value(self._close(start, 3).node)

    def _open_reifier(self, start: int) -> None:
        self._tilde = self._node(start, start + 1)
        self._stack[-1].after = REIFIER

    def _open_annotation(self, start: int) -> None:
        outer = self._stack[-1]
        node = self._node(start, start + 2)
        if outer.reifier == NONE:
            self._emit(node, node, outer.value)
        outer.after = AFTER
        self._stack.append(_Frame(node, VERB, node if outer.reifier == NONE else outer.reifier))

    def _close_annotation(self, start: int) -> None:
        self._close(start, 2)

    # Declarations

    def _declare(self, declaration: _Declaration, kind: int, start: int, end: int) -> None:
        written = self._text[start:end]
        if declaration.keyword == "prefix" and kind != IRI:
            declaration.name = written
            return
        self._declaration = None
        if declaration.keyword == "prefix":
            self._names.declare(declaration.name, written)
        elif declaration.keyword == "base":
            self._names.rebase(written)
