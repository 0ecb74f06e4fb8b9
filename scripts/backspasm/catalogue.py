"""The competency questions as one page in Markdown."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING

from backspasm.tables import markdown

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from backspasm.questions import Question

__all__ = ["page"]

_INTRODUCTION = """\
# Competency questions

What people ask of backspasm, each as a SPARQL query with a name. There are {count}.

    backspasm query --question causes
    backspasm query --question mechanisms --set cause=dehydration

A parameter is set by a name as people write it: a label, a synonym, an id or a CURIE. It is
bound to the query as an RDF term and never pasted into its text.

The queries are plain SPARQL 1.1 and declare all their prefixes, so they can be asked of any
endpoint that holds the graphs as `backspasm export` writes them, with the default graph as
their union. There, set a parameter by a line at the start of the outermost `WHERE`:

```sparql
VALUES ?cause {{ <https://w3id.org/backspasm/concept/dehydration> }}
```

The answers record what texts claim. They are not medical advice.

This page is made by `backspasm questions --format markdown --output ontology/questions/README.md`.
"""


def page(questions: Iterable[Question]) -> str:
    """The page: an introduction, a table of contents, then each question.

    A question has its title, description, parameters, an example of how to ask it, and its
    query. The page is GitHub Flavored Markdown; its links are those of the headings.
    """
    asked = list(questions)
    contents = "".join(f"- [{q.name}](#{q.name}): {q.title}\n" for q in asked)
    introduction = _INTRODUCTION.format(count=len(asked))
    return "\n".join([introduction, "## Contents\n", contents, *map(_section, asked)])


def _section(asked: Question) -> str:
    parts = [f"## {asked.name}\n", f"**{asked.title}.** {asked.description}\n"]
    if asked.parameters:
        rows = [
            [f"`{parameter.name}`", parameter.kind, parameter.default or "", parameter.description]
            for parameter in asked.parameters
        ]
        parts.append(markdown(["parameter", "kind", "default", "meaning"], rows))
    parts.append(f"```sh\n{_command(asked.name, asked.examples[0])}\n```\n")
    parts.append(f"```sparql\n{_query(asked.text)}\n```\n")
    return "\n".join(parts)


def _command(name: str, values: Mapping[str, str]) -> str:
    settings = [f" --set {shlex.quote(f'{key}={value}')}" for key, value in values.items()]
    return f"backspasm query --question {name}{''.join(settings)}"


def _query(text: str) -> str:
    """A query without the comments at its head, which the page tells in words."""
    return re.sub(r"\A(?:#[^\n]*\n)+", "", text).strip()
