"""A replacement that only one of two standards tells of is reported, whichever tells it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from bps.model import RECORD_TYPES
from bps.pipeline import open_register
from tests.support.register import BASE, standard

if TYPE_CHECKING:
    from bps.findings import Finding

OLD, NEW = "gb-t-990001-2010", "gb-t-990001-2024"
OLD_CODE, NEW_CODE = "GB/T 990001-2010", "GB/T 990001-2024"


def one_sided(folder: Path, old: dict[str, Any], new: dict[str, Any]) -> list[Finding]:
    records = [
        ("source", BASE["source"][0], None),
        ("jurisdiction", BASE["jurisdiction"][0], None),
        ("standard", standard(OLD, code=OLD_CODE) | old, "national"),
        ("standard", standard(NEW, code=NEW_CODE) | new, "national"),
    ]
    for kind, row, level in records:
        path = folder / RECORD_TYPES[kind].path_of(row["id"], level=level)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(row, ensure_ascii=False), encoding="utf-8")
    found = open_register(folder).report.findings
    return [one for one in found if one.code == "replacement-one-sided"]


@pytest.mark.parametrize("relation", [{"standard": OLD}, {"code": OLD_CODE}])
def test_the_newer_alone_tells_of_it(tmp_path: Path, relation: dict[str, str]) -> None:
    (found,) = one_sided(tmp_path, {}, {"replaces": [relation]})
    assert NEW in found.path
    assert OLD in str(found.message.en)
    assert "replaced by" in str(found.message.en)


@pytest.mark.parametrize("relation", [{"standard": NEW}, {"code": NEW_CODE}])
def test_the_older_alone_tells_of_it(tmp_path: Path, relation: dict[str, str]) -> None:
    (found,) = one_sided(tmp_path, {"replaced_by": [relation]}, {})
    assert OLD in found.path
    assert "没有写明代替了本标准" in str(found.message.zh)


def test_both_tell_of_it_by_id_or_by_code(tmp_path: Path) -> None:
    assert (
        one_sided(
            tmp_path, {"replaced_by": [{"code": NEW_CODE}]}, {"replaces": [{"standard": OLD}]}
        )
        == []
    )


def test_a_standard_that_is_not_recorded_is_asked_nothing(tmp_path: Path) -> None:
    assert one_sided(tmp_path, {}, {"replaces": [{"code": "GB/T 990009-1999"}]}) == []
