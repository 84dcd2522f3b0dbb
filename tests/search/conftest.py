"""The index of the real register, built once in each test process."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bps.search.documents import index_registry

if TYPE_CHECKING:
    from bps.pipeline import Register
    from bps.search.index import SearchIndex


@pytest.fixture(scope="session")
def real_index(real_register: Register) -> SearchIndex:
    """Search index of the register of this project."""
    return index_registry(real_register.registry)
