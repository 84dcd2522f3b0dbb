"""The examples in docstrings do what they say."""

from __future__ import annotations

import doctest
import importlib
import re
from pathlib import Path

import pytest

from tests.support.source import PACKAGE, module_name, python_files

# An example begins a line; the marks of a git conflict are written alike.
EXAMPLE = re.compile(r"^\s*>>> ", re.MULTILINE)
WITH_EXAMPLES = [
    path for path in python_files("src/bps") if EXAMPLE.search(path.read_text("utf-8"))
]


@pytest.mark.parametrize(
    "path", WITH_EXAMPLES, ids=lambda path: path.relative_to(PACKAGE).as_posix()
)
def test_examples_of_module_give_what_they_show(path: Path) -> None:
    module = importlib.import_module(module_name(path))
    result = doctest.testmod(module)
    assert result.attempted
    assert not result.failed
