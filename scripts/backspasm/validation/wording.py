"""What a validation result says to people: a fact about the focus node, and a remedy."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from backspasm.namespaces import local_name, shorten
from backspasm.validation.engines.result import SEVERITIES
from backspasm.validation.engines.screen.reading import OddError
from backspasm.validation.engines.screen.steps import step
from backspasm.validation.engines.terms import SH, parts, shown, term
from backspasm.validation.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Callable

    from backspasm.validation.engines.index import Index
    from backspasm.validation.engines.result import Result

__all__ = ["message_of", "remedy_of", "rule_of", "to_finding"]

_SHOWN = 6
"""How many things a sentence lists."""
_LONGEST = 80
"""How many characters of a literal a sentence shows."""
_KINDS = {
    "IRI": "is no IRI",
    "BlankNode": "is no blank node",
    "Literal": "is no literal",
    "BlankNodeOrIRI": "is a literal",
    "BlankNodeOrLiteral": "is an IRI",
    "IRIOrLiteral": "is a blank node",
}


def to_finding(result: Result, shapes: Index, data: Index | None = None) -> Finding:
    """The finding of a result; it has no place yet.

    Args:
        result: the result.
        shapes: the shapes graph.
        data: the data graph, to say how many values there are; without it that is left out.
    """
    severity = result.severity
    return Finding(
        severity=local_name(severity).lower() if severity in SEVERITIES else severity,
        rule=rule_of(result, shapes),
        message=message_of(result, shapes, data),
        remedy=remedy_of(result, shapes),
        focus=result.focus,
        path=result.path,
        value=result.value,
        shape=result.shape,
        component=result.component,
        constraint="" if result.constraint.startswith("_:") else result.constraint,
    )


def rule_of(result: Result, shapes: Index) -> str:
    """The stable name of what was broken: the shape, or the one around it, and the parameter."""
    return f"{shorten(_named(result.shape, shapes))}/{_parameter(result)}"


def _named(shape: str, shapes: Index) -> str:
    """The nearest shape with a name around a blank one, the first by name of several."""
    pending, seen = [term(shape)], {term(shape)}
    while pending:
        names = sorted(one for one in pending if one.startswith("<"))
        if names:
            return shown(names[0])
        above = {
            subject
            for table in map(shapes.inverse, sorted(shapes.tables))
            for node in pending
            for subject in table.get(node, ())
        }
        pending = sorted(above - seen)
        seen |= above
    return shape


def _parameter(result: Result) -> str:
    name = local_name(result.component).removesuffix("ConstraintComponent")
    if not result.component.startswith(SH):
        return name
    return "sparql" if name == "SPARQL" else name[:1].lower() + name[1:]


def remedy_of(result: Result, shapes: Index) -> str:
    """What to do: the message of the shape, or, where it has none, what follows from the kind."""
    said = sorted(parts(one)[::-1] for one in result.messages if one.startswith('"'))
    for wanted in ("en", ""):
        for language, _, text in said:
            if language.partition("-")[0] == wanted:
                return " ".join(text.split())
    if said:
        return " ".join(said[0][2].split())
    told = _Words(result, shapes)
    remedy = _REMEDIES.get(_parameter(result), "Mend it, or change the shape.")
    return remedy.format(path=told.path, value=told.value)


def message_of(result: Result, shapes: Index, data: Index | None = None) -> str:
    """What is wrong with the focus node, as what would follow its name in a sentence."""
    told = _Words(result, shapes, data)
    write = _MESSAGES.get(_parameter(result))
    if write is None or not result.component.startswith(SH):
        return told.value_that(f"does not meet {shorten(result.component)}")
    return write(told)


class _Words:
    """The parts of a result in words.

    Attributes:
        path: the property path with CURIEs.
        value: the value: a CURIE, or text in quotation marks.
    """

    def __init__(self, result: Result, shapes: Index, data: Index | None = None) -> None:
        self.result = result
        self.shapes = shapes
        self.data = data
        way = "" if result.way is None else result.way.sparql()
        self.path = re.sub(r"<([^<>]*)>", lambda found: shorten(found[1]), way)
        self.value = name(result.value)

    def value_that(self, clause: str) -> str:
        """A clause about the value, be it the focus node itself or one of its values."""
        if not self.path:
            return clause
        return f"has {self.path} {self.value}, which {clause}" if self.value else clause

    def parameters(self, key: str) -> list[str]:
        """The values of a parameter of the shape, as terms."""
        return sorted(self.shapes.objects(term(self.result.shape), f"<{SH}{key}>"))

    def one(self, key: str) -> str:
        """The values of a parameter in words."""
        return " and ".join(name(shown(value)) for value in self.parameters(key))

    def number(self, key: str) -> str:
        """A number that is a parameter."""
        values = self.parameters(key)
        return parts(values[0]).value if values and values[0].startswith('"') else "?"

    def members(self, key: str) -> list[str]:
        """The members of the list that is a parameter, in words."""
        lists = (self.shapes.items(head) or [] for head in self.parameters(key))
        return [name(shown(one)) for items in lists for one in items]

    def many(self) -> str:
        """How many values there are, or "" where that is not known."""
        if self.data is None or self.result.way is None:
            return ""
        try:
            return str(len(set(step(self.data, self.result.way)(term(self.result.focus)))))
        except OddError:
            return ""


def name(text: str) -> str:
    """A term as sentences have it: a CURIE, or the text of a literal in quotation marks."""
    if text.startswith('"'):
        value = " ".join(parts(text).value.split())
        return f"“{value if len(value) <= _LONGEST else value[: _LONGEST - 1] + '…'}”"
    return text if not text or text.startswith("_:") else shorten(text)


def listed(names: list[str], last: str = "or") -> str:
    """Names in a row: a, b or c; of many the first few."""
    if len(names) > _SHOWN:
        return f"{', '.join(names[:_SHOWN])} {last} {len(names) - _SHOWN} more"
    return f" {last} ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)


def _datatype(told: _Words) -> str:
    wanted = told.one("datatype")
    literal = told.result.value.startswith('"')
    if literal and shorten(parts(told.result.value).datatype) == wanted:
        return told.value_that(f"is not written as an {wanted}")
    return told.value_that(f"is no {wanted}")


def _node_kind(told: _Words) -> str:
    kinds = [local_name(shown(kind)) for kind in told.parameters("nodeKind")]
    clauses = [_KINDS[kind] for kind in kinds if kind in _KINDS]
    return told.value_that(clauses[0] if clauses else "is of another kind")


def _min_count(told: _Words) -> str:
    least, many = told.number("minCount"), told.many()
    if least == "1" or many == "0":
        return f"has no {told.path}"
    found = f"{many} value{'s' * (many != '1')}" if many else "too few values"
    return f"has {found} of {told.path}, at least {least} are needed"


def _max_count(told: _Words) -> str:
    most = told.number("maxCount")
    if most == "0":
        return f"has {told.path}, which is not allowed"
    verb = "is" if most == "1" else "are"
    return f"has {told.many() or 'too many'} values of {told.path}, at most {most} {verb} allowed"


def _qualified(key: str, words: str) -> Callable[[_Words], str]:
    def write(told: _Words) -> str:
        return f"has {words} {told.number(key)} values of {told.path} of the kind that is asked for"

    return write


def _clause(words: str, key: str = "") -> Callable[[_Words], str]:
    """A clause about the value, with a parameter in it."""
    return lambda told: told.value_that(words.format(told.one(key) if key else ""))


def _count_clause(words: str, key: str) -> Callable[[_Words], str]:
    return lambda told: told.value_that(words.format(told.number(key)))


def _pattern(told: _Words) -> str:
    patterns = [parts(one).value for one in told.parameters("pattern") if one.startswith('"')]
    return told.value_that(f"does not match {' and '.join(patterns)}")


def _language_in(told: _Words) -> str:
    tags = [tag.strip("“”") for tag in told.members("languageIn")]
    return told.value_that(f"is not text in {listed(tags)}")


def _in(told: _Words) -> str:
    members = told.members("in")
    words = "is not one of " if len(members) > 1 else "is not "
    return told.value_that(words + listed(members))


def _has_value(told: _Words) -> str:
    return (
        f"has no {told.path} {told.one('hasValue')}"
        if told.path
        else f"is not {told.one('hasValue')}"
    )


def _alternatives(key: str, words: str) -> Callable[[_Words], str]:
    """Of alternatives that ask for a class or datatype each, which these are."""

    def write(told: _Words) -> str:
        nodes = [node for head in told.parameters(key) for node in told.shapes.items(head) or []]
        asked = [
            name(shown(kind))
            for node in nodes
            for kind in ("class", "datatype")
            if told.shapes.predicates.get(node) == [f"<{SH}{kind}>"]
            for kind in told.shapes.objects(node, f"<{SH}{kind}>")
        ]
        if key == "or" and nodes and len(asked) == len(nodes):
            return told.value_that(f"is no {listed(asked)}")
        count = f"{len(nodes)} {words.rpartition(' ')[2]}" if len(nodes) > 1 else "the only one"
        return told.value_that(f"{words.rpartition(' ')[0]} {count}")

    return write


def _shape(words: str, key: str) -> Callable[[_Words], str]:
    def write(told: _Words) -> str:
        names = [name(shown(one)) for one in told.parameters(key) if one.startswith("<")]
        return told.value_that(words.format(listed(names) if names else f"what sh:{key} says"))

    return write


def _closed(told: _Words) -> str:
    return f"has {told.path}, a property that is not allowed here"


def _sparql(told: _Words) -> str:
    if told.value and told.result.value != told.result.focus:
        path = f"{told.path} " if told.path else ""
        return f"{path}{told.value} does not meet a condition in SPARQL"
    return "does not meet a condition in SPARQL"


_MESSAGES: dict[str, Callable[[_Words], str]] = {
    "class": _clause("is no {}", "class"),
    "datatype": _datatype,
    "nodeKind": _node_kind,
    "minCount": _min_count,
    "maxCount": _max_count,
    "minExclusive": _clause("is not more than {}", "minExclusive"),
    "minInclusive": _clause("is not {} or more", "minInclusive"),
    "maxExclusive": _clause("is not less than {}", "maxExclusive"),
    "maxInclusive": _clause("is not {} or less", "maxInclusive"),
    "minLength": _count_clause("has fewer than {} characters", "minLength"),
    "maxLength": _count_clause("has more than {} characters", "maxLength"),
    "pattern": _pattern,
    "languageIn": _language_in,
    "uniqueLang": lambda told: f"has several values of {told.path} in one language",
    "equals": lambda told: (
        f"has {told.value} as one of {told.path or 'itself'} and {told.one('equals')} only"
    ),
    "disjoint": lambda told: (
        f"has {told.value} as {told.path or 'itself'} and as {told.one('disjoint')}"
    ),
    "lessThan": _clause("is not less than {}", "lessThan"),
    "lessThanOrEquals": _clause("is not less than or equal to {}", "lessThanOrEquals"),
    "not": _shape("conforms to {} and must not", "not"),
    "and": _alternatives("and", "does not meet all of conditions"),
    "or": _alternatives("or", "meets none of alternatives"),
    "xone": _alternatives("xone", "does not meet exactly one of alternatives"),
    "node": _shape("does not conform to {}", "node"),
    "qualifiedMinCount": _qualified("qualifiedMinCount", "fewer than"),
    "qualifiedMaxCount": _qualified("qualifiedMaxCount", "more than"),
    "closed": _closed,
    "hasValue": _has_value,
    "in": _in,
    "sparql": _sparql,
}

_REMEDIES = {
    "class": "Choose another value, or give it the type that is asked for.",
    "datatype": "Write the value as the datatype asks.",
    "nodeKind": "Choose a value of the kind that is asked for.",
    "minCount": "Add {path}.",
    "maxCount": "Remove what is too many of {path}.",
    "uniqueLang": "Keep one value for each language.",
    "closed": "Remove {path}, or correct its name.",
    "hasValue": "Add the value that is asked for.",
    "in": "Choose one of the values that are allowed.",
    "pattern": "Write the value as the pattern asks.",
    "languageIn": "Write the value in a language that is allowed.",
    "equals": "Give both properties the same values.",
    "disjoint": "Remove {value} from one of the two.",
    "lessThan": "Correct the one value or the other.",
    "lessThanOrEquals": "Correct the one value or the other.",
}
