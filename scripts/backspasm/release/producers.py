"""What a release consists of: each form of the dataset, and the function that makes it."""

from __future__ import annotations

import os
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from backspasm.distribution import Distribution
from backspasm.files import dataset_folder, read_bytes

if TYPE_CHECKING:
    from collections.abc import Callable

    from backspasm.graph import Graph

__all__ = ["PRODUCERS", "Producer", "view"]


class Producer(NamedTuple):
    """One form of the dataset.

    Attributes:
        name: its name on the command line.
        title: its name for people.
        description: what it is for, in one or two sentences.
        files: makes its files from the graph.
        folder: the folder that holds all its files, where they are too many to be
            described one by one; "" where each is described.
        standard: the IRI of the specification that they follow; "" where there is none.
    """

    name: str
    title: str
    description: str
    files: Callable[[Graph], list[Distribution]]
    folder: str = ""
    standard: str = ""


def _whole(name: str, path: str, media_type: str) -> Callable[[Graph], list[Distribution]]:
    """The whole graph in a format of `backspasm.export`."""

    def files(graph: Graph) -> list[Distribution]:
        from backspasm.export import export

        return [Distribution(path, media_type, export(graph, name))]

    return files


def view(*modules: str) -> Callable[[Graph], list[Distribution]]:
    """What the functions `files` of some modules make, which are imported when they are needed."""

    def files(graph: Graph) -> list[Distribution]:
        made = (import_module(module).files(graph) for module in modules)
        return [file for some in made for file in some]

    return files


def _pages(_: Graph) -> list[Distribution]:
    """The pages on the views, as they stand in `ontology/views/`."""
    folder = os.path.join(dataset_folder(), "ontology", "views")
    return [
        Distribution(f"views/{name}", "text/markdown", read_bytes(os.path.join(folder, name)))
        for name in sorted(os.listdir(folder))
    ]


PRODUCERS = (
    Producer(
        "turtle",
        "The whole graph in Turtle",
        "The union of the authored, vocabulary and derived graphs, for people and RDF tools.",
        _whole("turtle", "backspasm.ttl", "text/turtle"),
        standard="https://www.w3.org/TR/turtle/",
    ),
    Producer(
        "trig",
        "The whole graph in TriG",
        "The authored, vocabulary and derived graphs, each by its name.",
        _whole("trig", "backspasm.trig", "application/trig"),
        standard="https://www.w3.org/TR/trig/",
    ),
    Producer(
        "nquads",
        "The whole graph in canonical N-Quads",
        "The three graphs in the canonical form of RDFC-1.0; the SHA-256 of the file is the"
        " digest that names the release.",
        _whole("nquads", "backspasm.nq", "application/n-quads"),
        standard="https://www.w3.org/TR/rdf-canon/",
    ),
    Producer(
        "jsonld",
        "The whole graph in JSON-LD",
        "The three graphs with short names, for JSON-LD processors.",
        _whole("jsonld", "backspasm.jsonld", "application/ld+json"),
        standard="https://www.w3.org/TR/json-ld11/",
    ),
    Producer(
        "rdf12",
        "The whole graph in RDF 1.2",
        "The three graphs, with claims that reify what they say.",
        view("backspasm.exchange.rdf12"),
        standard="https://www.w3.org/TR/rdf12-trig/",
    ),
    Producer(
        "json",
        "JSON documents, for apps",
        "A JSON-LD document for each condition, concept, claim, mechanism and source document,"
        " with an index, schemas and types: the folder is an npm package.",
        view(
            "backspasm.exchange.json_documents",
            "backspasm.exchange.json_schemas",
            "backspasm.exchange.npm_package",
        ),
        folder="json",
        standard="https://www.w3.org/TR/json-ld11/",
    ),
    Producer(
        "csv",
        "Tables in CSV",
        "For spreadsheets, R and databases; `csv-metadata.json` describes every column.",
        view("backspasm.exchange.csv_tables"),
        standard="https://www.w3.org/TR/tabular-data-model/",
    ),
    Producer(
        "parquet",
        "Tables in Parquet",
        "The same tables for DuckDB, Polars and Spark.",
        view("backspasm.exchange.parquet"),
        standard="https://parquet.apache.org/docs/file-format/",
    ),
    Producer(
        "graphml",
        "The network in GraphML",
        "Concepts and an edge for each claim, for Gephi, Cytoscape, networkx and igraph.",
        view("backspasm.exchange.graphml"),
        standard="http://graphml.graphdrawing.org/specification.html",
    ),
    Producer(
        "kgx",
        "Nodes and edges in KGX",
        "The network in terms of the Biolink Model, an edge for each claim.",
        view("backspasm.exchange.kgx"),
        standard="https://github.com/biolink/kgx/blob/master/specification/kgx-format.md",
    ),
    Producer(
        "sssom",
        "Mappings in SSSOM",
        "The cross-references to public identifiers as an SSSOM set.",
        view("backspasm.exchange.sssom"),
        standard="https://mapping-commons.github.io/sssom/",
    ),
    Producer(
        "schema-org",
        "Conditions in schema.org",
        "What causes, shows and treats each condition, for search engines and web pages.",
        view("backspasm.exchange.schema_org"),
        standard="https://schema.org/MedicalCondition",
    ),
    Producer(
        "pages",
        "Pages on the views",
        "What each view holds, what it leaves out, and how to read it.",
        _pages,
    ),
)
"""Every form of the dataset that a release holds, in the order in which they are made."""
