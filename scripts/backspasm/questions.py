"""Competency questions: queries with a title, a description and parameters.

A question is a file `ontology/questions/NAME.rq` whose leading comments say what
it asks. A line with more than one blank after the `#` goes on where the line before
it ended.

    # title: Mechanisms that start at a cause
    # description: Every chain from a cause to back muscle spasm,
    #   with the claims that it is made of.
    # param: cause concept -- where the chain starts
    # param: effect concept = back-muscle-spasm -- where it ends
    # example: cause=dehydration

A parameter is a variable of the query: name, kind, "=" and a default where there is
one, "--" and what it means. It is bound as an RDF term and never pasted into the
text. A SELECT must project it; tables leave out its column. An example shows how the
question is asked: `name=value`, separated by a comma and a blank.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

import pyoxigraph

from backspasm.errors import FileError, ParameterError, UnknownNameError, did_you_mean
from backspasm.files import question_files, read_bytes
from backspasm.queries import inspect_query
from backspasm.terms import KINDS, identifier, resolve

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from backspasm.graph import Answer, Graph, Term

__all__ = ["PARAMETER_KINDS", "Parameter", "Question", "ask", "question", "questions"]

PARAMETER_KINDS = (*KINDS, "term", "iri", "literal", "integer")
"""The kinds of parameters.

concept, claim, mechanism, document, finding and term are names that `resolve`
understands; iri is a CURIE or a full IRI, in the dataset or not; literal is a plain
text, integer a whole number.
"""


class Parameter(NamedTuple):
    """A parameter of a question: the variable, its kind, its default, its meaning."""

    name: str
    kind: str
    default: str | None
    description: str

    def __str__(self) -> str:
        """The name, the kind and the default: `effect (concept) = bs:back-muscle-spasm`."""
        signature = f"{self.name} ({self.kind})"
        return signature if self.default is None else f"{signature} = {self.default}"

    def term(self, dataset: Graph, value: str) -> Term:
        """The RDF term that a typed value stands for.

        Raises:
            UnknownNameError: the value names nothing of this kind.
            AmbiguousNameError: the value names several things.
            ParameterError: the value is not a whole number where one is wanted.
        """
        if self.kind == "literal":
            return pyoxigraph.Literal(value)
        if self.kind == "iri":
            return identifier(value)
        if self.kind == "integer":
            try:
                return pyoxigraph.Literal(int(value))
            except ValueError:
                raise ParameterError(
                    f"{value!r} is not a whole number", place=self.name, remedy="give digits"
                ) from None
        kind = None if self.kind == "term" else self.kind
        return pyoxigraph.NamedNode(resolve(dataset, value, kind))


class Question(NamedTuple):
    """A competency question: what it asks, and the query that answers it."""

    name: str
    title: str
    description: str
    parameters: tuple[Parameter, ...]
    examples: tuple[dict[str, str], ...]
    text: str
    path: str

    def bindings(self, dataset: Graph, values: Mapping[str, str]) -> dict[str, Term]:
        """The terms for the parameters, from typed values and defaults.

        Raises:
            ParameterError: a value is missing, or is given for a parameter that
                the question does not have.
            UnknownNameError: a value names nothing.
            AmbiguousNameError: a value names several things.
        """
        known = [parameter.name for parameter in self.parameters]
        for name in values:
            if name not in known:
                remedy = did_you_mean(name, known, otherwise=_has(known))
                raise ParameterError(
                    "the question has no such parameter", place=name, remedy=remedy
                )
        bound: dict[str, Term] = {}
        for parameter in self.parameters:
            value = values.get(parameter.name, parameter.default)
            if value is None:
                raise ParameterError(
                    f"parameter {parameter.name} is missing: {parameter.description}",
                    place=self.name,
                    remedy=f"add --set {parameter.name}={parameter.kind.upper()}",
                )
            bound[parameter.name] = parameter.term(dataset, value)
        return bound


def ask(dataset: Graph, name: str, values: Mapping[str, str] | None = None) -> Answer:
    """The answer to a question.

    Args:
        dataset: what is asked.
        name: the name of the question.
        values: for its parameters, as a person would type them.

    Raises:
        UnknownNameError: there is no such question, or a value names nothing.
        AmbiguousNameError: a value names several things.
        ParameterError: see `Question.bindings`.
    """
    asked = question(name)
    bindings = asked.bindings(dataset, values or {})
    return dataset.evaluate(inspect_query(asked.text, asked.name), bindings)


def questions() -> list[Question]:
    """All questions, in the order of their names."""
    return [_read(path) for path in question_files()]


def question(name: str) -> Question:
    """The question with a name.

    Raises:
        UnknownNameError: there is none; the nearest names are offered.
    """
    by_name = {os.path.basename(path)[: -len(".rq")]: path for path in question_files()}
    if name not in by_name:
        remedy = did_you_mean(name, by_name, otherwise="see `backspasm questions`")
        raise UnknownNameError("no such question", place=name, remedy=remedy)
    return _read(by_name[name])


def _has(known: Sequence[str]) -> str:
    return f"it has {', '.join(known)}" if known else "it has none"


def _read(path: str) -> Question:
    text = read_bytes(path).decode()
    keys: dict[str, list[str]] = {"title": [], "description": [], "param": [], "example": []}
    parameters = []
    for number, key, value in _entries(text, path):
        if key not in keys:
            remedy = did_you_mean(key, keys, otherwise=f"use {', '.join(keys)}")
            raise FileError(f"unknown key {key}", place=f"{path}:{number}", remedy=remedy)
        keys[key].append(value)
        if key == "param":
            parameters.append(_parameter(value, f"{path}:{number}"))
    if not keys["title"]:
        raise FileError("the question has no title", place=path, remedy="start with `# title: …`")
    return Question(
        name=os.path.basename(path)[: -len(".rq")],
        title=" ".join(keys["title"]),
        description=" ".join(keys["description"]),
        parameters=tuple(parameters),
        examples=tuple(_example(value) for value in keys["example"]) or ({},),
        text=text,
        path=path,
    )


def _entries(text: str, path: str) -> list[tuple[int, str, str]]:
    entries: list[tuple[int, str, str]] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.startswith("#"):
            break
        content = line[1:]
        if content.startswith("  ") and entries:
            start, key, value = entries[-1]
            entries[-1] = (start, key, f"{value} {content.strip()}")
            continue
        key, colon, value = content.partition(":")
        if not colon:
            raise FileError(
                "not a line of the form `# key: value`",
                place=f"{path}:{number}",
                remedy="indent it by two blanks more to go on with the line before",
            )
        entries.append((number, key.strip(), value.strip()))
    return entries


def _example(value: str) -> dict[str, str]:
    pairs = [pair.partition("=") for pair in value.split(", ")]
    return {name: text for name, _, text in pairs}


def _parameter(value: str, place: str) -> Parameter:
    head, _, description = value.partition(" -- ")
    signature, equals, default = head.partition(" = ")
    name, *kinds = signature.split()
    if len(kinds) != 1 or kinds[0] not in PARAMETER_KINDS:
        raise FileError(
            "not of the form `name kind = default -- description`",
            place=place,
            remedy=f"the kind is one of {', '.join(PARAMETER_KINDS)}",
        )
    return Parameter(name, kinds[0], default.strip() if equals else None, description.strip())
