"""A table of standards: code, title, dates, status."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bps.intake.run import Order, plan_import, write_plan
from bps.intake.standards import read_day
from bps.pipeline import open_register
from tests.intake.conftest import TODAY

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bps.link import Registry

TABLE = """序号,标准编号,标准名称,发布日期,实施日期,状态,发布单位,代替标准
1,GB/T 39735—2020,政务服务评价工作指南,2020-12-14,2020/12/14,现行,国家市场监督管理总局,
2,DB4403T 254.4-2022,测试规范,2022年8月9日,,,测试单位,
3,发改社会〔2021〕443号,通知,,,,,
4,GB/T 19095-2019,测试标志,20191115,未知,有点问题,,"GB/T 19095-2008、旧办法"
5,GB/T 39735-2020,重复的一行,,,,,
6,T/CHAC 008-2025,测试团标,,,,,
7,DB3301/T 1-2020,没有这个地方,,,,,
8,MZ/T 170-2021,,,,,,
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "标准.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def test_standards_come_in_with_dates_status_and_reasons(
    small_root: Path, table: Path, registry_of: Callable[[Path], Registry]
) -> None:
    order = Order(file=table, list_id=None, today=TODAY)
    plan = plan_import(small_root, registry_of(small_root), order)
    assert sorted(path for path in plan.new if path.startswith("standards/")) == [
        "standards/group/t-chac-008-2025.yml",
        "standards/local/test-city/db4403-t-254-4-2022.yml",
        "standards/national/gb-t-19095-2019.yml",
        "standards/national/gb-t-39735-2020.yml",
    ]
    assert [notice.spot.row for notice in plan.understood.unread] == [4, 6, 8, 9]
    assert "government document" in plan.understood.unread[0].words.en
    write_plan(small_root, plan)
    register = open_register(small_root)
    assert register.report.summary()["errors"] == 0
    local = register.registry.get("standard", "test-city/db4403-t-254-4-2022")
    assert (local.code, local.issued, local.status) == (
        "DB4403/T 254.4-2022",
        "2022-08-09",
        "unknown",
    )
    signs = register.registry.get("standard", "gb-t-19095-2019")
    assert signs.replaces[0].code == "GB/T 19095-2008"
    assert signs.status_printed == "有点问题"
    assert any('"旧办法", which it replaces' in notice.words.en for notice in plan.notices)

    again = plan_import(small_root, register.registry, order)
    assert (len(again.new), len(again.changed), len(again.unchanged)) == (0, 0, 4)


def test_a_new_date_updates_the_standard(
    small_root: Path, table: Path, registry_of: Callable[[Path], Registry]
) -> None:
    order = Order(file=table, list_id=None, today=TODAY)
    write_plan(small_root, plan_import(small_root, registry_of(small_root), order))
    table.write_text(TABLE.replace("2022年8月9日,,", "2022年8月9日,2022-09-01,"), encoding="utf-8")
    plan = plan_import(small_root, registry_of(small_root), order)
    assert plan.changes == {"test-city/db4403-t-254-4-2022": ["effective"]}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2021-03-30", "2021-03-30"),
        ("2021/3/30", "2021-03-30"),
        ("2021.3.30", "2021-03-30"),
        ("2021年3月30日", "2021-03-30"),
        ("20210330", "2021-03-30"),
        ("2021-03-30 00:00:00", "2021-03-30"),
        ("2021年3月", "2021-03"),
        ("2021-13-01", None),
        ("待定", None),
    ],
)
def test_days_are_read_in_every_usual_spelling(text: str, day: str | None) -> None:
    assert read_day(text) == day


def test_a_range_of_parts_is_one_record_for_each(
    small_root: Path, tmp_path: Path, registry_of: Callable[[Path], Registry]
) -> None:
    file = tmp_path / "标准.csv"
    file.write_text("标准编号,标准名称,状态\nGB/T 24421.1~4-2009,测试指南,现行\n", encoding="utf-8")
    plan = plan_import(
        small_root, registry_of(small_root), Order(file=file, list_id=None, today=TODAY)
    )
    assert sorted(path for path in plan.new if path.startswith("standards/")) == [
        f"standards/national/gb-t-24421-{part}-2009.yml" for part in (1, 2, 3, 4)
    ]
    assert "names 4 standards" in plan.notices[0].words.en
    assert plan.understood.unread == []
