"""What is wrong with a focus node, as what would follow its name in a sentence."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from backspasm.namespaces import local_name, shorten
from backspasm.validation.comparing import failing, not_less, repeated_languages
from backspasm.validation.describing import described, name, path_of
from backspasm.validation.engines.odd import OddError
from backspasm.validation.engines.screen.compiling import Compiler
from backspasm.validation.engines.screen.reading import PROPERTY, read_shapes
from backspasm.validation.engines.screen.steps import step
from backspasm.validation.engines.terms import SH, parts, shown, term
from backspasm.validation.naming import cut

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from backspasm.validation.engines.index import Index
    from backspasm.validation.engines.result import Result

__all__ = ["REMEDIES", "Words", "language_of", "message_of", "parameter"]

_SHOWN = 6
"""How many things a sentence lists."""
_LONGEST = 200
"""How many characters of what shapes ask for it shows."""
_IN_NOTHING = "is not in the list of what is allowed: the list is empty"
_KINDS = {
    "IRI": "is no IRI",
    "BlankNode": "is no blank node",
    "Literal": "is no literal",
    "BlankNodeOrIRI": "is a literal",
    "BlankNodeOrLiteral": "is an IRI",
    "IRIOrLiteral": "is a blank node",
}


def parameter(result: Result) -> str:
    """The parameter of a constraint without its namespace; of others the component."""
    name = local_name(result.component).removesuffix("ConstraintComponent")
    if not result.component.startswith(SH):
        return name
    return "sparql" if name == "SPARQL" else name[:1].lower() + name[1:]


def message_of(result: Result, shapes: Index, data: Index | None = None, said: str = "") -> str:
    """What is wrong with the focus node.

    Args:
        result: the result.
        shapes: the shapes graph.
        data: the data graph, to say how many values there are and what they fail by.
        said: what the shapes graph says of it, for constraints that are not of SHACL Core.
    """
    told = Words(result, shapes, data, said)
    write = _MESSAGES.get(parameter(result), _of_component)
    return write(told) if result.component.startswith(SH) else _of_component(told)


class Words:
    """The parts of a result in words.

    Attributes:
        path: the property path with CURIEs.
        value: the value: a CURIE, or text in quotation marks.
        said: what the shapes graph says of the result.
    """

    def __init__(
        self, result: Result, shapes: Index, data: Index | None = None, said: str = ""
    ) -> None:
        self.result = result
        self.shapes = shapes
        self.data = data
        self.said = said
        self.path = path_of(result.way)
        self.value = name(result.value)

    def value_that(self, clause: str) -> str:
        """A clause about the value, be it the focus node itself or one of its values."""
        if not self.value or (not self.path and self.result.value == self.result.focus):
            return clause
        return " ".join(filter(None, ["has", self.path, f"{self.value}, which {clause}"]))

    def parameters(self, key: str) -> list[str]:
        """The values of a parameter of the shape, as terms."""
        return sorted(self.shapes.objects(term(self.result.shape), f"<{SH}{key}>"))

    def one(self, key: str) -> str:
        """The value of a parameter that the result is about, or else all, in words."""
        several, values = self.parameters(key), self.values()
        if len(several) > 1 and self.data is not None and values is not None:
            wrong = failing(self.data, self.result, key, several, values)
            several = [self.own(wrong)] if wrong else several
        return " and ".join(name(shown(value)) for value in several)

    def number(self, key: str) -> str:
        """A number that is a parameter."""
        values = self.parameters(key)
        return parts(values[0]).value if values and values[0].startswith('"') else "?"

    def members(self, key: str) -> list[str]:
        """The members of the list that is a parameter, in words."""
        lists = (self.shapes.items(head) or [] for head in self.parameters(key))
        return [name(shown(one)) for items in lists for one in items]

    def listed_shapes(self, key: str) -> list[str]:
        """The shapes in the lists that are a parameter."""
        return [node for head in self.parameters(key) for node in self.shapes.items(head) or []]

    def asked(self, nodes: Sequence[str], *, whole: bool = False) -> str:
        """What shapes ask for; of those with a name that, or else the whole."""
        told = "; ".join(
            dict.fromkeys(described(self.shapes, node, named=not whole) for node in nodes)
        )
        return cut(told, _LONGEST)

    def verdicts(self, nodes: Sequence[str]) -> list[bool | None]:
        """Whether the value surely conforms to shapes, surely does not, or None."""
        compiler = _compiler(self.data, self.shapes) if self.data is not None else None
        value = term(self.result.value or self.result.focus)
        return [_verdict(compiler, node, value) for node in nodes]

    def failing(self, nodes: Sequence[str]) -> Sequence[str]:
        """The shapes to which the value surely does not conform; all where that is not known."""
        verdicts = self.verdicts(nodes)
        return [one for one, sure in zip(nodes, verdicts, strict=True) if sure is False] or nodes

    def values(self) -> list[str] | None:
        """The values that were checked, sorted; None where they are not known."""
        if self.data is None:
            return None
        if self.result.way is None:
            return [term(self.result.focus)]
        try:
            return sorted(set(step(self.data, self.result.way)(term(self.result.focus))))
        except OddError:
            return None

    def many(self) -> str:
        """How many values there are, or "" where that is not known."""
        values = self.values()
        return "" if values is None else str(len(values))

    def own(self, several: Sequence[str]) -> str:
        """Of several things that one result each is about, that of this result."""
        return several[self.result.number % len(several)] if several else ""


@lru_cache(maxsize=1)
def _compiler(data: Index, shapes: Index) -> Compiler | None:
    try:
        return Compiler(data, read_shapes(shapes))
    except OddError:
        return None


def _verdict(compiler: Compiler | None, node: str, value: str) -> bool | None:
    if compiler is None:
        return None
    try:
        return compiler.compile(node)(value)
    except OddError:
        return None


def listed(names: list[str], last: str = "or") -> str:
    """Names in a row: a, b or c; of many the first few."""
    if len(names) > _SHOWN:
        return f"{', '.join(names[:_SHOWN])} {last} {len(names) - _SHOWN} more"
    return f" {last} ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)


def _datatype(told: Words) -> str:
    wanted = told.one("datatype")
    literal = told.result.value.startswith('"')
    if literal and shorten(parts(told.result.value).datatype) == wanted:
        return told.value_that(f"is not written as an {wanted}")
    return told.value_that(f"is no {wanted}")


def _node_kind(told: Words) -> str:
    kinds = [local_name(shown(kind)) for kind in told.parameters("nodeKind")]
    clauses = [_KINDS[kind] for kind in kinds if kind in _KINDS]
    return told.value_that(clauses[0] if clauses else "is of another kind")


def _min_count(told: Words) -> str:
    least, many = told.number("minCount"), told.many()
    if least == "1" or many == "0":
        return f"has no {told.path}"
    found = f"{many} value{'s' * (many != '1')}" if many else "too few values"
    return f"has {found} of {told.path}, at least {least} are needed"


def _max_count(told: Words) -> str:
    most = told.number("maxCount")
    if most == "0":
        return f"has {told.path}, which is not allowed"
    verb = "is" if most == "1" else "are"
    return f"has {told.many() or 'too many'} values of {told.path}, at most {most} {verb} allowed"


def _qualified(key: str, words: str) -> Callable[[Words], str]:
    def write(told: Words) -> str:
        number, asked = told.number(key), told.parameters("qualifiedValueShape")
        values = f"{words} {number} value{'s' * (number != '1')} of {told.path}"
        return f"has {values} of this kind: {told.asked(asked)}"

    return write


def _clause(words: str, key: str = "") -> Callable[[Words], str]:
    """A clause about the value, with a parameter in it."""
    return lambda told: told.value_that(words.format(told.one(key) if key else ""))


def _count_clause(words: str, key: str) -> Callable[[Words], str]:
    return lambda told: told.value_that(words.format(told.number(key)))


def _pattern(told: Words) -> str:
    patterns = [parts(one).value for one in told.parameters("pattern") if one.startswith('"')]
    return told.value_that(f"does not match {' and '.join(patterns)}")


def _language_in(told: Words) -> str:
    tags = [tag.strip("“”") for tag in told.members("languageIn")]
    return told.value_that(f"is not text in {listed(tags)}" if tags else _IN_NOTHING)


def _in(told: Words) -> str:
    members = told.members("in")
    words = "is not one of " if len(members) > 1 else "is not "
    return told.value_that(words + listed(members) if members else _IN_NOTHING)


def language_of(told: Words) -> str:
    """The language that several values have (sh:uniqueLang); "" where that is not known."""
    return told.own(repeated_languages(told.values() or ()))


def _not_less(words: str, key: str) -> Callable[[Words], str]:
    """The other value of the pair, where it is sure which pair it is."""

    def write(told: Words) -> str:
        wrong = not_less(told.data, told.result, told.parameters(key)) if told.data else []
        pairs = [" ".join(name(shown(one)) for one in pair) for pair in wrong]
        return told.value_that(words.format(told.own(pairs) or told.one(key)))

    return write


def _has_value(told: Words) -> str:
    return (
        f"has no {told.path} {told.one('hasValue')}"
        if told.path
        else f"is not {told.one('hasValue')}"
    )


def _alternatives(told: Words) -> str:
    """Of alternatives that ask for a class or datatype each, which these are."""
    nodes = told.listed_shapes("or")
    asked = [
        name(shown(kind))
        for node in nodes
        for key in ("class", "datatype")
        if told.shapes.predicates.get(node) == [f"<{SH}{key}>"]
        for kind in told.shapes.objects(node, f"<{SH}{key}>")
    ]
    if nodes and len(asked) == len(nodes):
        return told.value_that(f"is no {listed(asked)}")
    return told.value_that(f"meets none of: {told.asked(nodes)}")


def _all(told: Words) -> str:
    nodes = told.listed_shapes("and")
    return told.value_that(f"does not meet: {told.asked(told.failing(nodes))}")


def _one(told: Words) -> str:
    nodes = told.listed_shapes("xone")
    verdicts = told.verdicts(nodes)
    if None in verdicts:
        return told.value_that(f"does not meet exactly one of: {told.asked(nodes)}")
    met = [node for node, verdict in zip(nodes, verdicts, strict=True) if verdict]
    if not met:
        return told.value_that(f"meets none of: {told.asked(nodes)}")
    return told.value_that(f"meets more than one of: {told.asked(met)}")


def _not(told: Words) -> str:
    nodes = told.parameters("not")
    verdicts = told.verdicts(nodes)
    met = [node for node, sure in zip(nodes, verdicts, strict=True) if sure]
    own = [told.own(met)] if met and None not in verdicts else nodes
    return told.value_that(f"meets what it must not: {told.asked(own)}")


def _node(told: Words) -> str:
    """Which shape a value does not conform to, and by which of its properties."""
    nodes = told.failing(told.parameters("node"))
    nodes = nodes if None in told.verdicts(nodes) else [told.own(nodes)]
    names = [name(shown(one)) for one in nodes if one.startswith("<")]
    inner: list[str] = []
    for node in nodes:
        properties = told.shapes.objects(node, PROPERTY)
        verdicts = told.verdicts(properties)
        failing = [one for one, sure in zip(properties, verdicts, strict=True) if sure is False]
        inner += failing or [node]
    inner.sort(key=lambda one: described(told.shapes, one))
    if not names:
        return told.value_that(f"does not meet: {told.asked(inner)}")
    return told.value_that(f"does not conform to {listed(names)}: {told.asked(inner, whole=True)}")


def _of_component(told: Words) -> str:
    """What pyshacl says of a component of the shapes graph: for a property it names no value."""
    clause = f"does not meet {shorten(told.result.component)}"
    if told.path and not told.value:
        return f"has a value of {told.path} that {clause}"
    return told.value_that(clause)


def _closed(told: Words) -> str:
    value = f" {told.value}" if told.value else ""
    return f"has {told.path}{value}, a property that is not allowed here"


def _sparql(told: Words) -> str:
    """What the message of the constraint says, for nobody can tell from a query."""
    if told.said:
        return told.said
    if told.value and told.result.value == told.result.focus and not told.path:
        return "does not meet a condition in SPARQL"
    if told.path:
        return told.value_that("does not meet a condition in SPARQL")
    return f"does not meet a condition in SPARQL{' for ' + told.value if told.value else ''}"


_MESSAGES: dict[str, Callable[[Words], str]] = {
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
    "uniqueLang": lambda told: (
        f"has several values of {told.path} in {language_of(told) or 'one language'}"
    ),
    "equals": lambda told: (
        f"has {told.value} as one of {told.path or 'itself'} and {told.one('equals')} only"
    ),
    "disjoint": lambda told: (
        f"has {told.value} as {told.path or 'itself'} and as {told.one('disjoint')}"
    ),
    "lessThan": _not_less("is not less than {}", "lessThan"),
    "lessThanOrEquals": _not_less("is not less than or equal to {}", "lessThanOrEquals"),
    "not": _not,
    "and": _all,
    "or": _alternatives,
    "xone": _one,
    "node": _node,
    "qualifiedMinCount": _qualified("qualifiedMinCount", "fewer than"),
    "qualifiedMaxCount": _qualified("qualifiedMaxCount", "more than"),
    "closed": _closed,
    "hasValue": _has_value,
    "in": _in,
    "sparql": _sparql,
}

REMEDIES = {
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
