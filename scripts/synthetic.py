"""A made-up dataset of this model, as large as is wanted, to measure how commands grow.

It has the numbers of the shipped data times a factor: 198 concepts, 251 claims, 84 mechanisms,
512 mappings, 15 findings and 2 documents, about 12,000 triples. It conforms to the shipped
shapes but for the defects that are asked for. The same numbers give the same bytes.

    python scripts/synthetic.py --triples 20000 --defects 10 made-up.nt
    python scripts/synthetic.py --times 1 made-up/

A name that ends in .nt is written as one file of N-Triples; another is a folder with Turtle
files that are laid out like the shipped ones.
"""

from __future__ import annotations

import argparse
import re
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from backspasm.namespaces import BSH, PREFIXES
from synthetic_claims import START
from synthetic_records import Record, records, term

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["START", "Defect", "damaged", "lines", "planted", "times_for", "write_turtle"]

_PER_TIME = 11_660
_CURIE = re.compile(r"[A-Za-z0-9_](?:[\w.-]*[\w-])?\Z", re.ASCII)
_PLAIN = {"integer", "decimal", "boolean"}
_PREFIX_OF = {namespace: prefix for prefix, namespace in PREFIXES.items()}


class Defect(NamedTuple):
    """One thing that is wrong, for which SHACL has one result.

    Attributes:
        focus: the IRI of the node that is wrong.
        shape: the IRI of the shape that says so.
        component: the local name of the constraint component, in the namespace of SHACL.
    """

    focus: str
    shape: str
    component: str


# What is done to a thing of a class: a property is left out, or has another value.
_DAMAGES = (
    ("bsv:Claim", "bsv:statement", None, "claim-statement", "MinCount"),
    ("bsv:Passage", "bsv:sha256", '"none"', "passage-digest", "Pattern"),
    ("bsv:Mapping", "sssom:object_label", None, "mapping-label", "MinCount"),
    ("bsv:Claim", "bsv:basis", term("bsv:Basis"), "claim-basis", "In"),
    ("skos:Concept", "skos:definition", '"No stop"@en', "concept-definition", "Pattern"),
)


def times_for(triples: int) -> float:
    """The factor that gives about this number of triples, from about 1,000 up."""
    return triples / _PER_TIME


def planted(times: float, number: int, seed: int = 1) -> list[Defect]:
    """Where the defects of a dataset are: each in a thing of its own, spread over all.

    Args:
        times: how many times the shipped numbers.
        number: how many defects.
        seed: of the random numbers.

    Raises:
        ValueError: the dataset is too small for so many.
    """
    return [damage.defect for damage in _damages(times, number, seed).values()]


class _Damage(NamedTuple):
    defect: Defect
    predicate: str
    value: str | None


def _damages(times: float, number: int, seed: int) -> dict[str, _Damage]:
    """What is to be damaged, by subject."""
    if not number:
        return {}
    there: dict[str, list[str]] = {name: [] for name, *_ in _DAMAGES}
    classes = {(term("rdf:type"), term(name)): there[name] for name in there}
    for record in records(times, seed):
        for pair in record.pairs[:2]:
            if pair in classes:
                classes[pair].append(record.subject)
    found: dict[str, _Damage] = {}
    for index, (name, predicate, value, shape, component) in enumerate(_DAMAGES):
        wanted = len(range(index, number, len(_DAMAGES)))
        subjects = [one for one in there[name] if one not in found]
        if wanted > len(subjects):
            raise ValueError(f"{number} defects are too many: {name} has {len(subjects)} things")
        for place in range(wanted):
            subject = subjects[(2 * place + 1) * len(subjects) // (2 * wanted)]
            defect = Defect(subject[1:-1], BSH + shape, f"{component}ConstraintComponent")
            found[subject] = _Damage(defect, term(predicate), value)
    return found


def damaged(times: float, defects: int = 0, seed: int = 1) -> Iterator[Record]:
    """The records of a dataset, those of one file together, with some defects.

    Args:
        times: how many times the shipped numbers.
        defects: how many; `planted` says where.
        seed: of the random numbers.

    Raises:
        ValueError: the dataset is too small for so many.
    """
    damages = _damages(times, defects, seed)
    for record in records(times, seed):
        damage = damages.get(record.subject)
        if damage is None:
            yield record
            continue
        pairs = [
            (name, damage.value or value) if name == damage.predicate else (name, value)
            for name, value in record.pairs
            if damage.value or name != damage.predicate
        ]
        yield record._replace(pairs=pairs)


def lines(times: float, seed: int = 1, defects: int = 0) -> Iterator[str]:
    """The dataset as N-Triples, a line for each triple.

    Args:
        times: how many times the shipped numbers.
        seed: of the random numbers.
        defects: how many, see `planted`.

    Raises:
        ValueError: the dataset is too small for so many defects.
    """
    for record in damaged(times, defects, seed):
        for predicate, value in record.pairs:
            yield f"{record.subject} {predicate} {value} .\n"


def write_turtle(folder: Path, found: Iterable[Record]) -> None:
    """Write records as Turtle, laid out like the shipped files, into a folder.

    Raises:
        OSError: a file cannot be written.
    """
    for name, group in groupby(found, key=lambda record: record.file):
        file = folder / f"{name}.ttl"
        file.parent.mkdir(parents=True, exist_ok=True)
        body = "\n".join(map(_block, group))
        used = set(re.findall(r"(?<=[\s^])(\w+):(?=\w)", re.sub(r'"[^"]*"', '""', body)))
        header = [f"@prefix {prefix}: <{PREFIXES[prefix]}> .\n" for prefix in sorted(used)]
        file.write_text("".join(header) + "\n" + body, encoding="utf-8")


def _block(record: Record) -> str:
    by_name: dict[str, list[str]] = {}
    for name, value in record.pairs:
        by_name.setdefault(name, []).append(_short(value))
    said = [f"{_predicate(name)} {' , '.join(values)}" for name, values in by_name.items()]
    return f"{_short(record.subject)} " + " ;\n    ".join(said) + " .\n"


@cache
def _predicate(name: str) -> str:
    return "a" if name == term("rdf:type") else _short(name)


def _short(written: str) -> str:
    """A term as Turtle writes it with the prefixes of the dataset."""
    if written.startswith("<"):
        iri = written[1:-1]
        cut = max(iri.rfind("/"), iri.rfind("#")) + 1
        prefix, local = _PREFIX_OF.get(iri[:cut]), iri[cut:]
        return f"{prefix}:{local}" if prefix and _CURIE.match(local) else written
    text, _, datatype = written.partition("^^")
    if not datatype:
        return written
    kind = datatype[1:-1].rpartition("#")[2]
    return text[1:-1] if kind in _PLAIN else f"{text}^^xsd:{kind}"


def main() -> None:
    """Write a dataset to a file or a folder."""
    parser = argparse.ArgumentParser(description="Write a made-up dataset.")
    size = parser.add_mutually_exclusive_group(required=True)
    size.add_argument("--times", type=float, help="how many times the shipped numbers")
    size.add_argument("--triples", type=int, help="about how many triples")
    parser.add_argument("--defects", type=int, default=0, help="how many things are wrong")
    parser.add_argument("--seed", type=int, default=1, help="of the random numbers")
    parser.add_argument("path", type=Path, help="a name that ends in .nt, or a folder")
    options = parser.parse_args()
    times = options.times or times_for(options.triples)
    if options.path.suffix == ".nt":
        with options.path.open("w", encoding="utf-8") as out:
            out.writelines(lines(times, options.seed, options.defects))
    else:
        write_turtle(options.path, damaged(times, options.defects, options.seed))
    for defect in planted(times, options.defects, options.seed):
        print(*defect)


if __name__ == "__main__":
    main()
