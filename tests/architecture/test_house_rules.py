"""Small rules of the house that a formatter cannot see."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from tests.support.source import PACKAGE, REPOSITORY, committed_files, parse, python_files

TEXT_SUFFIXES = {
    ".cfg", ".css", ".html", ".ini", ".jinja", ".js", ".json", ".md", ".py", ".sh", ".toml",
    ".txt", ".yaml", ".yml", "",
}  # fmt: skip
# Written in parts, so that this file does not hold what it looks for.
REGISTRY_HOSTS = re.compile(
    "|".join(("pypi" + r"\.org", "python" + "hosted", r"registry\.npm" + "js", "npm" + r"mirror"))
)
MACHINE_PATHS = re.compile("|".join(("/ro" + "ot/", "/wo" + "rk/", "/ho" + r"me/[a-z]+/\w")))
UNFINISHED = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|X" + r"XX|raise NotImplemented" + r"Error)\b")

SOURCES = python_files("src/bps")


def where(path: Path, line: int) -> str:
    return f"{path.relative_to(REPOSITORY).as_posix()}:{line}"


def lines_with(pattern: re.Pattern[str], *, below: tuple[str, ...] = ()) -> list[str]:
    """Places in committed text files where the pattern stands."""
    found = []
    for path in committed_files():
        relative = path.relative_to(REPOSITORY).as_posix()
        if path.suffix not in TEXT_SUFFIXES or (below and not relative.startswith(below)):
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if pattern.search(line):
                found.append(f"{relative}:{number}")
    return found


def test_no_committed_file_names_an_address_of_a_package_registry() -> None:
    assert not lines_with(REGISTRY_HOSTS)


def test_no_committed_file_names_a_path_of_one_machine() -> None:
    own = ("src/", "scripts/", "docs/", "bench/", ".github/", "Makefile", "mkdocs.yml")
    assert not lines_with(MACHINE_PATHS, below=own)


def test_nothing_is_left_unfinished() -> None:
    assert not lines_with(UNFINISHED, below=("src/", "scripts/", "tests/", "docs/"))


def test_no_test_is_skipped() -> None:
    skips = re.compile(r"pytest\." + r"skip|mark\." + r"skip|mark\." + r"xfail|import" + r"orskip")
    assert not lines_with(skips, below=("tests/",))


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_module_works_only_when_called(path: Path) -> None:
    """No call for its effect at import: only definitions, constants and the docstring."""
    effects = [
        where(path, node.lineno)
        for node in parse(path).body
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)
    ]
    assert not effects


def test_no_module_needs_what_windows_lacks() -> None:
    unix_only = {"fcntl", "grp", "pwd", "pty", "resource", "syslog", "termios", "tty"}
    found = [
        where(path, node.lineno)
        for path in SOURCES
        for node in ast.walk(parse(path))
        if isinstance(node, ast.Import | ast.ImportFrom)
        and unix_only & {getattr(node, "module", None), *(each.name for each in node.names)}
    ]
    assert not found


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_module_prints_through_the_command_line_only(path: Path) -> None:
    prints = [
        where(path, node.lineno)
        for node in ast.walk(parse(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "print"
    ]
    assert not prints


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_module_starts_by_saying_what_it_is(path: Path) -> None:
    tree = parse(path)
    assert not tree.body or ast.get_docstring(tree)


def test_no_module_is_a_drawer_for_everything() -> None:
    drawers = {"utils", "util", "helpers", "common", "misc"}
    assert not [where(path, 1) for path in SOURCES if path.stem in drawers]


def test_templates_never_switch_escaping_off() -> None:
    unsafe = re.compile(r"\|\s*safe\b|\|\s*xmlattr\b|autoescape\s+false")
    templates = (*PACKAGE.rglob("*.html"), *PACKAGE.rglob("*.jinja"), *PACKAGE.rglob("*.j2"))
    found = [
        where(path, number)
        for path in templates
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if unsafe.search(line)
    ]
    assert not found
