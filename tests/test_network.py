from __future__ import annotations

from pathlib import Path

import backspasm
import causes
from backspasm.namespaces import BS, BSV
from backspasm.network import read_network


def test_links_are_the_derived_edges(shipped: backspasm.Dataset) -> None:
    for strict, predicates in ((False, "bsv:mayCause"), (True, "bsv:causes|bsv:contributesTo")):
        text = f"SELECT DISTINCT ?s ?o {{ ?s {predicates} ?o }}"
        links = read_network(shipped, strict=strict).links()
        assert {(link.cause, link.effect) for link in links} == set(shipped.rows(text))
        assert len(links) > 10


def test_a_link_is_as_strong_as_its_firmest_claim(tmp_path: Path) -> None:
    lines = "a b Possible one\na b Likely two\na b Possible two"
    (link,) = read_network(causes.dataset(tmp_path, lines)).links()
    assert link.predicate == BSV + "causes"
    assert link.firm
    assert link.strength == (2, 2)
    assert [claim.rpartition("/")[2] for claim in link.claims] == ["one-1", "two-2", "two-3"]


def test_without(tmp_path: Path) -> None:
    network = read_network(causes.dataset(tmp_path, "a b Stated x\nb c Stated x"))
    assert network.without([]) is network
    assert [link.cause for link in network.without([BS + "c"]).links()] == [BS + "a"]
