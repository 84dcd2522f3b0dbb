"""Modules and functions stay short: a habit, with a limit where habit ends.

The habit is 300 lines for a module and 40 for a function. What goes beyond the limits below is
split, not excused.
"""

from __future__ import annotations

import ast

from tests.support.source import REPOSITORY, parse, python_files

MODULE_LIMIT = 500
FUNCTION_LIMIT = 80
SOURCES = python_files("src/bps", "scripts", "bench")


def test_no_module_is_longer_than_its_limit() -> None:
    lengths = {
        path.relative_to(REPOSITORY).as_posix(): len(path.read_text("utf-8").splitlines())
        for path in SOURCES
    }
    assert not {path: lines for path, lines in lengths.items() if lines > MODULE_LIMIT}


def test_no_function_is_longer_than_its_limit() -> None:
    lengths = {
        f"{path.relative_to(REPOSITORY).as_posix()}:{node.lineno} {node.name}": code_lines(node)
        for path in SOURCES
        for node in ast.walk(parse(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    assert not {where: lines for where, lines in lengths.items() if lines > FUNCTION_LIMIT}


def code_lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of a function without its docstring: explaining is not what makes it long."""
    assert node.end_lineno is not None
    lines = node.end_lineno - node.lineno + 1
    if ast.get_docstring(node) is not None:
        docstring = node.body[0]
        assert docstring.end_lineno is not None
        lines -= docstring.end_lineno - docstring.lineno + 1
    return lines
