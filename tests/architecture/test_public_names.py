"""What other programs may rely on: every name is there, documented, and costs nothing until used."""

from __future__ import annotations

import inspect
import subprocess
import sys
from pathlib import Path

import pytest

import bps

NAMES = [name for name in bps.__all__ if name != "__version__"]


@pytest.mark.parametrize("name", NAMES)
def test_public_name_is_there_and_documented(name: str) -> None:
    assert inspect.getdoc(getattr(bps, name))


def test_an_unknown_name_is_refused_as_in_any_module() -> None:
    with pytest.raises(AttributeError, match="nothing_of_the_kind"):
        _ = bps.nothing_of_the_kind


def test_the_package_loads_nothing_heavy_until_a_name_is_used() -> None:
    program = "import bps, sys; print(sorted({'pydantic', 'yaml', 'click'} & set(sys.modules)))"
    finished = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, text=True
    )
    assert finished.stdout.strip() == "[]"


def test_the_example_of_the_package_runs(mini_root: Path) -> None:
    register = bps.open_register(mini_root)
    item = register.registry.get("item", "testland/library-card")
    assert item.name.in_language("zh")
    assert register.report.exit_code(bps.Severity.ERROR) == 0
