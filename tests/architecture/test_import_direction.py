"""Arrows only go right: a room may use what comes before it, never what comes after or beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.source import PACKAGE, REPOSITORY, iter_imports, module_name, python_files

# Room -> the rooms it may use. A room is a module or a package right below `bps`.
ROOMS: dict[str, frozenset[str]] = {
    room: frozenset(uses.split())
    for room, uses in {
        # What a record is, what a fault is: these know nobody.
        "model": "",
        "errors": "model findings",
        "findings": "model",
        "codes": "model",
        "config": "model findings",
        "beside": "",
        "formulas": "",
        "history": "model findings",
        # From files to the registry.
        "load": "model findings beside",
        "schema": "model",
        "write": "model load",
        "validate": "model findings load schema",
        "link": "model findings load validate",
        # How records stand to each other and to a day.
        "relations": "model findings load validate link",
        # What can be said about a registry.
        "rules": "beside model findings load validate link codes config",
        "analysis": "model findings load validate link relations codes",
        "search": "model findings link relations codes analysis",
        "bases": "model findings config load schema validate link write",
        # What is made of it.
        "render": "model findings load schema validate link relations codes analysis search",
        "export": "formulas model findings load validate link relations codes analysis search",
        "report": "model findings",
        "reference": "model findings config schema rules write",
        # The only place that knows the order.
        "pipeline": (
            "bases model findings codes config load schema validate link relations rules analysis "
            "search render export reference"
        ),
        "start": "model findings config load schema validate link reference write",
        "merge": "bases model findings config load schema validate link pipeline",
        # Work on files at the rim: neither knows the command line nor the site.
        "intake": (
            "formulas model findings codes config load schema validate link relations analysis search "
            "pipeline write"
        ),
        "fix": "model findings codes config load schema validate link rules pipeline write",
    }.items()
}
# Adapters at the rim may use every room above, but not each other; the command line starts the others.
EVERY = frozenset(ROOMS)
for room in set(ROOMS) - {"model", "findings"}:
    ROOMS[room] |= {"errors"}
ROOMS["site"] = EVERY
ROOMS["service"] = frozenset({"model", "errors", "findings", "search"})
ROOMS["cli"] = EVERY | {"site", "service"}
ROOMS["__main__"] = frozenset({"cli"})


def room_of(module: str) -> str | None:
    """Room of a module; the package itself is none."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else None


@pytest.mark.parametrize(
    "path",
    python_files("src/bps"),
    ids=lambda path: path.relative_to(PACKAGE).as_posix(),
)
def test_module_uses_only_rooms_to_its_left(path: Path) -> None:
    room = room_of(module_name(path))
    if room is None:
        return
    assert room in ROOMS, f"a new room: say in {Path(__file__).name} what it may use"
    wrong = [
        str(each)
        for each in iter_imports(path)
        if (target := room_of(each.target)) not in (None, room) and target not in ROOMS[room]
    ]
    assert not wrong, "\n".join(wrong)


def test_data_folders_hold_no_code() -> None:
    code = [
        path.relative_to(REPOSITORY).as_posix()
        for folder in ("catalogue", "standards", "schema")
        for path in (REPOSITORY / folder).rglob("*")
        if path.suffix in {".py", ".js", ".sh", ".html"}
    ]
    assert not code
