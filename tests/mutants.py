"""Shapes that are weaker than the shipped ones in one thing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from rdflib.namespace import RDF, SH

from backspasm.namespaces import shorten
from backspasm.validation.engines import Index
from backspasm.validation.engines.screen.reading import TARGETS
from backspasm.validation.engines.terms import NIL, literal, parts, shown

Triple = tuple[str, str, str]

TYPE, FIRST, REST = (f"<{term}>" for term in (RDF.type, RDF.first, RDF.rest))


def sh(name: str) -> str:
    return f"<{SH[name]}>"


LESS = tuple(
    map(sh, ("minCount", "qualifiedMinCount", "minInclusive", "minExclusive", "minLength"))
)
MORE = tuple(
    map(sh, ("maxCount", "qualifiedMaxCount", "maxInclusive", "maxExclusive", "maxLength"))
)
LISTS = tuple(map(sh, ("or", "and", "alternativePath")))
SEVERITIES = tuple(map(sh, ("Violation", "Warning", "Info")))
WIDER_KINDS = {
    sh("IRI"): ("BlankNodeOrIRI", "IRIOrLiteral"),
    sh("Literal"): ("BlankNodeOrLiteral", "IRIOrLiteral"),
    sh("BlankNode"): ("BlankNodeOrIRI", "BlankNodeOrLiteral"),
}
PARAMETERS = tuple(
    map(
        sh,
        (
            "class datatype nodeKind minCount maxCount minInclusive maxInclusive minLength pattern "
            "languageIn uniqueLang equals disjoint lessThan not and or xone node closed hasValue "
            "in qualifiedMinCount qualifiedMaxCount sparql property"
        ).split(),
    )
)

NEEDED = {
    sh("closed"): sh("ignoredProperties"),
    sh("qualifiedMinCount"): sh("qualifiedValueShape"),
    sh("qualifiedMaxCount"): sh("qualifiedValueShape"),
    sh("pattern"): sh("flags"),
}
"""Parameters that mean nothing without another one."""


@dataclass(frozen=True)
class Change:
    """What becomes of a triple of a shape.

    Attributes:
        what: what is weaker.
        old: the triple.
        new: the triples in its place.
    """

    what: str
    old: Triple
    new: tuple[Triple, ...] = ()


@dataclass(frozen=True)
class Wrong:
    """What is wrong in the cases of a shape: values, and properties of closed shapes."""

    values: tuple[str, ...] = ()
    properties: tuple[str, ...] = ()


class Part:
    """One shape with all that belongs to it, and with the targets by which it is reached."""

    def __init__(self, shapes: Index, shape: str) -> None:
        self.shapes = shapes
        self.shape = shape
        self.own = self._below({shape}, named=False)
        top, links = shape, []
        while above := shapes.subjects(sh("property"), top):
            links.append((above[0], sh("property"), top))
            top = above[0]
        reach = [TYPE, sh("path"), *TARGETS]
        found = [(top, name, value) for name in reach for value in shapes.objects(top, name)]
        paths = {value for _, name, value in found if name == sh("path")}
        declared = self._below({f"<{shown(shape).rpartition('/')[0]}/>"}, named=False)
        self.triples = list(
            dict.fromkeys(
                [
                    *links,
                    *found,
                    *self._below(paths, named=False),
                    *self._below({shape}, named=True),
                    *(declared if self._select() else ()),
                ]
            )
        )

    def _select(self) -> bool:
        return any(name == sh("sparql") for _, name, _ in self.own)

    def _below(self, nodes: set[str], *, named: bool) -> list[Triple]:
        """The triples of nodes and of the blank nodes below, and of named property shapes."""
        found: list[Triple] = []
        pending, seen = sorted(nodes), set(nodes)
        while pending:
            node = pending.pop()
            for name in sorted(self.shapes.predicates.get(node, ())):
                for value in self.shapes.objects(node, name):
                    found.append((node, name, value))
                    follow = value.startswith("_:") or (named and name == sh("property"))
                    if follow and value not in seen:
                        seen.add(value)
                        pending.append(value)
        return found

    def whole(self) -> Index:
        return Index(self.triples)

    def changed(self, change: Change) -> Index:
        gone = {change.old}
        if not change.new and change.old[1] in NEEDED:
            needed = NEEDED[change.old[1]]
            gone |= {triple for triple in self.triples if triple[:2] == (change.old[0], needed)}
            if needed == sh("qualifiedValueShape") and self._counts(change.old[0]) > 1:
                gone = {change.old}
        kept = [triple for triple in self.triples if triple not in gone]
        kind = "PropertyShape" if self.shapes.objects(change.old[0], sh("path")) else "NodeShape"
        if change.old[1] in PARAMETERS:
            kept.append((change.old[0], TYPE, sh(kind)))
        return Index([*kept, *change.new])

    def _counts(self, node: str) -> int:
        return sum(
            bool(self.shapes.objects(node, sh(f"qualified{one}Count"))) for one in ("Min", "Max")
        )

    def changes(self, wrong: Wrong, above: Callable[[str], Iterable[str]]) -> Iterator[Change]:
        """All that can be made weaker.

        Args:
            wrong: what the cases have.
            above: the classes right above a class.
        """
        for triple in self.own:
            for what, new in _weaker(self.shapes, triple, wrong, above, self.shape):
                node, name, value = triple
                place = "" if node == self.shape else "inner "
                said = parts(value).value if value.startswith('"') else shorten(shown(value))
                said = "" if value.startswith("_:") or name == sh("select") else f" {said}"
                yield Change(f"{place}{shorten(shown(name))[3:]}{said}: {what}", triple, tuple(new))


Weaker = tuple[str, list[Triple]]


def _weaker(
    shapes: Index,
    triple: Triple,
    wrong: Wrong,
    above: Callable[[str], Iterable[str]],
    shape: str,
) -> Iterator[Weaker]:
    node, name, value = triple
    if (node == shape and name in PARAMETERS) or name in (*TARGETS, sh("flags")):
        yield "gone", []
    if name == sh("class"):
        yield from ((shorten(shown(one)), [(node, name, one)]) for one in sorted(above(value)))
    if name in (sh("in"), sh("languageIn")) and node == shape:
        yield from _longer(shapes, triple, wrong)
    if name == sh("closed"):
        for one in wrong.properties:
            yield f"but for {shorten(shown(one))}", [triple, *_ignored(shapes, node, one)]
    if name in WAYS:
        yield from WAYS[name](shapes, triple)
    yield from _severities(shapes, triple, shape)


def _other(what: str, name: str) -> Callable[[Index, Triple], Iterator[Weaker]]:
    """The same value, of another parameter."""

    def way(_: Index, triple: Triple) -> Iterator[Weaker]:
        yield what, [(triple[0], sh(name), triple[2])]

    return way


def _any_literal(_: Index, triple: Triple) -> Iterator[Weaker]:
    yield "any literal", [(triple[0], sh("nodeKind"), sh("Literal"))]


def _kinds(_: Index, triple: Triple) -> Iterator[Weaker]:
    node, name, value = triple
    for kind in WIDER_KINDS.get(value, ()):
        yield kind, [(node, name, sh(kind))]


def _queries(_: Index, triple: Triple) -> Iterator[Weaker]:
    node, name, value = triple
    for what, new in _selects(value):
        yield what, [(node, name, literal(new))]


def _moved(_: Index, triple: Triple) -> Iterator[Weaker]:
    """A bound moved by one, or by a tenth."""
    node, name, value = triple
    text, datatype, _language = parts(value)
    if text == "1" and name in (sh("minCount"), sh("qualifiedMinCount")):
        return  # the same as gone
    sign = -1 if name in LESS else 1
    number = float(text) + sign * (0.1 if "." in text else 1)
    moved = f"{number:.1f}" if "." in text else f"{number:.0f}"
    yield moved, [(node, name, literal(moved, datatype))]


def _severities(shapes: Index, triple: Triple, shape: str) -> Iterator[Weaker]:
    """The severity is lowered, once for each shape."""
    node, name, _ = triple
    if node != shape or name != TYPE or not set(shapes.predicates[node]) & {*PARAMETERS[:-1]}:
        return
    held = shapes.objects(node, sh("severity")) or [SEVERITIES[0]]
    for lower in SEVERITIES[SEVERITIES.index(held[0]) + 1 :]:
        if not shapes.objects(node, sh("severity")):
            yield f"severity {shown(lower)[-7:]}", [triple, (node, sh("severity"), lower)]


def _shorter(shapes: Index, triple: Triple) -> Iterator[Weaker]:
    """A list without one of its members."""
    node, name, head = triple
    members = shapes.items(head) or []
    for number in range(len(members)) if len(members) > 1 else ():
        rest = members[:number] + members[number + 1 :]
        yield f"without member {number + 1}", [(node, name, f"{head}x"), *_list(f"{head}x", rest)]


def _wider_xone(shapes: Index, triple: Triple) -> Iterator[Weaker]:
    yield from _other("or", "or")(shapes, triple)
    yield from _shorter(shapes, triple)


def _sequences(shapes: Index, triple: Triple) -> Iterator[Weaker]:
    """A sequence path that stops early, or begins late."""
    node, name, head = triple
    members = shapes.items(head) if name == sh("path") and head.startswith("_:") else None
    for what, rest in (("last", members[:-1]), ("first", members[1:])) if members else ():
        new = _list(f"{head}x", rest) if len(rest) > 1 else []
        yield f"without its {what}", [(node, name, f"{head}x" if new else rest[0]), *new]


def _longer(shapes: Index, triple: Triple, wrong: Wrong) -> Iterator[Weaker]:
    """A list with what is wrong in a case."""
    node, name, head = triple
    members = shapes.items(head) or []
    for value in wrong.values:
        tag = parts(value).language if value.startswith('"') else ""
        new = value if name == sh("in") else literal(tag)
        if new not in (*members, literal("")) and not new.startswith("_:"):
            listed = _list(f"{head}x", [*members, new])
            yield f"with {shorten(shown(new))}", [(node, name, f"{head}x"), *listed]


def _ignored(shapes: Index, node: str, one: str) -> list[Triple]:
    held = shapes.objects(node, sh("ignoredProperties"))
    if not held:
        return [(node, sh("ignoredProperties"), "_:ignored"), *_list("_:ignored", [one])]
    property_ = "_:more"
    return [(node, sh("property"), property_), (property_, sh("path"), one)]


def _list(head: str, members: list[str]) -> list[Triple]:
    cells = [head, *(f"{head}{number}" for number in range(1, len(members)))]
    ends = [*cells[1:], NIL]
    return [
        one
        for cell, member, end in zip(cells, members, ends, strict=True)
        for one in ((cell, FIRST, member), (cell, REST, end))
    ]


TOKEN = re.compile(
    r"\\[SsdDwWb]|\[\^?(?:\\.|[^\]])*\]|\{[\d,]+\}|[+*?()|^$.]|(?:\\[^SsdDwWb]|[^\\\[{+*?()|^$.])+"
)
ANY = r"[\s\S]"


def _patterns(shapes: Index, triple: Triple) -> Iterator[Weaker]:
    node, name, value = triple
    text = parts(value).value
    yield from (
        (f"{text} -> {new}"[len(text) + 4 :], [(node, name, literal(new))]) for new in looser(text)
    )
    flags = shapes.value(node, sh("flags"))
    if not flags and re.search(r"[A-Za-z]", re.sub(r"\\.", "", text)):
        yield "flag i", [triple, (node, sh("flags"), literal("i"))]


def looser(text: str) -> Iterator[str]:
    """Patterns that match more: each part of a pattern made weaker in turn."""
    tokens = [found[0] for found in TOKEN.finditer(text)]
    assert "".join(tokens) == text, text
    for number, token in enumerate(tokens):
        for new in _looser_piece(token):
            yield "".join([*tokens[:number], new, *tokens[number + 1 :]])


def _looser_piece(piece: str) -> Iterator[str]:
    if piece in ("^", "$", r"\b"):
        yield ""
    elif piece == "+":
        yield "*"
    elif piece[0] == "{":
        low, _, high = piece[1:-1].partition(",")
        least, most = int(low), int(high or low)
        if least:
            yield f"{{{least - 1},{most}}}"
        yield f"{{{least},{most + 1}}}"
    elif piece[0] == "[" or piece in (r"\S", r"\w", "."):
        yield ANY
        if "1-9" in piece:
            yield piece.replace("1-9", "0-9")
    elif piece == r"\.":
        yield ANY
    elif piece not in "*?()|":
        yield "[^a-z0-9]" if len(piece.replace("\\", "")) == 1 else f"{ANY}*"


PART = re.compile(
    r"; [\w:/*?$]+ [\w:?$]+|FILTER (?:NOT )?EXISTS \{[^{}]*\}|FILTER\(.*\)$|"
    r"!STRSTARTS\(.*?\)\) \|\| |\|\| !STRENDS\(.*?\)\)|\?claim rdf:subject \?value \.|"
    r"FILTER\(\?following.*?\)|\?mapping owl:annotatedTarget \?object \.",
    re.MULTILINE,
)


def _selects(value: str) -> Iterator[tuple[str, str]]:
    """A query without each of its conditions."""
    text = parts(value).value
    for found in PART.finditer(text):
        yield f"without {' '.join(found[0].split())}", text[: found.start()] + text[found.end() :]


WAYS: dict[str, Callable[[Index, Triple], Iterator[Weaker]]] = {
    **dict.fromkeys((*LESS, *MORE), _moved),
    **dict.fromkeys(LISTS, _shorter),
    **dict.fromkeys(map(sh, ("zeroOrMorePath", "oneOrMorePath")), _other("once", "zeroOrOnePath")),
    sh("path"): _sequences,
    sh("pattern"): _patterns,
    sh("select"): _queries,
    sh("xone"): _wider_xone,
    sh("lessThan"): _other("or equal", "lessThanOrEquals"),
    sh("nodeKind"): _kinds,
    sh("datatype"): _any_literal,
}
"""What else becomes of a parameter."""
