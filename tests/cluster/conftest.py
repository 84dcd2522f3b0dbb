"""One cluster for all tests of this folder, and twenty thousand documents to put into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bps.search.document import SearchDocument
from bps.search.index import SearchIndex, build_index
from tests.support.cluster import Cluster, running_cluster

if TYPE_CHECKING:
    from collections.abc import Iterator

MANY = 20_000
_PLACES = ("甲县", "乙县", "丙县", "丁县")
_SERVICES = ("示例补贴", "示例培训", "示例疫苗接种", "示例借书证", "示例养老服务")


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """Three nodes; a test that kills one brings it back."""
    with running_cluster() as running:
        yield running


@pytest.fixture(scope="session")
def many() -> SearchIndex:
    """Twenty thousand documents, made up and named so."""
    return build_index([_document(number) for number in range(MANY)], {})


def _document(number: int) -> SearchDocument:
    place, service = _PLACES[number % len(_PLACES)], _SERVICES[number % len(_SERVICES)]
    return SearchDocument(
        id=f"made-up/service-{number:05}",
        type="item",
        name=(f"{place}{service}", f"Made-up service {number}"),
        url=f"items/made-up/service-{number:05}/",
        about=(f"测试数据{number:05}",),
        places=(place,),
        facets=(("place", (f"place-{number % len(_PLACES)}",)),),
    )
