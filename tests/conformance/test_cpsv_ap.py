"""Hold the linked data against the official shapes; collected only where the shapes are at hand."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pyshacl
import pytest
import rdflib

from bps.export import export_files
from bps.pipeline import Register

# A remark of rdflib about its own parser.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")

SHAPES = "cpsv-ap-3.2.0-shapes.ttl"


def graph_of(register: Register) -> rdflib.Graph:
    found = dict(
        export_files(
            register.registry,
            built_on=date(2026, 6, 1),
            site="https://example.org/",
            only=["jsonld"],
        )
    )
    return rdflib.Graph().parse(data=found["data/register.jsonld"], format="json-ld")


def shapes() -> rdflib.Graph:
    return rdflib.Graph().parse(Path(os.environ["BPS_CONFORMANCE"]) / SHAPES)


def test_the_real_register_conforms_to_cpsv_ap(real_register: Register) -> None:
    conforms, _, report = pyshacl.validate(graph_of(real_register), shacl_graph=shapes())
    assert conforms, report


def test_the_mini_register_conforms_to_cpsv_ap(mini_register: Register) -> None:
    conforms, _, report = pyshacl.validate(graph_of(mini_register), shacl_graph=shapes())
    assert conforms, report


def test_a_service_without_authority_would_be_noticed(mini_register: Register) -> None:
    graph = graph_of(mini_register)
    authority = rdflib.URIRef("http://data.europa.eu/m8g/hasCompetentAuthority")
    graph.remove((None, authority, None))
    assert not pyshacl.validate(graph, shacl_graph=shapes())[0]
