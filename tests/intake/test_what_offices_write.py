"""Habits of offices' own tables: numbered headings, marks with notes, captions, amendments, units."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from bps.intake.layout import HEADER
from bps.intake.marks import mark_of_note, split_marks
from bps.intake.run import Order, plan_import, write_plan
from bps.intake.unit_names import read_units
from bps.intake.units import is_body
from bps.pipeline import open_register
from tests.intake.conftest import TODAY

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from bps.intake.plan import Plan
    from bps.link import Registry


def line(number: str, name: str, units: str = "民政局") -> tuple[str, ...]:
    return (number, name, "测试居民", "测试内容", "每年1次", "地方财政", units)


def planned(
    root: Path, file: Path, registry_of: Callable[[Path], Registry], **options: Any
) -> Plan:
    order = Order(file=file, list_id="test-2024", today=TODAY, **options)
    return plan_import(root, registry_of(root), order)


def places(plan: Plan) -> list[tuple[str, str | None, str | None]]:
    return [(row.name, row.area, row.category) for row in plan.understood.rows]


@pytest.mark.parametrize(
    "numbers", [("一", "（一）", "二"), ("一、", "(一)", "二、"), ("第一", "（一）", "第二")]
)
def test_a_chinese_number_with_one_text_beside_it_is_a_heading(
    small_root: Path,
    make_xlsx: Callable[..., Path],
    registry_of: Callable[[Path], Registry],
    numbers: Sequence[str],
) -> None:
    first, inner, second = numbers
    rows = [
        HEADER,
        (first, "幼有所育", "", "", "", "", ""),
        (inner, "优孕优生服务", "", "", "", "", ""),
        line("1", "测试甲服务"),
        (second, "学有所教", "", "", "", "", ""),
        line("2", "测试乙服务"),
    ]
    plan = planned(small_root, make_xlsx(rows), registry_of)
    assert places(plan) == [
        ("测试甲服务", "幼有所育", "优孕优生服务"),
        ("测试乙服务", "学有所教", None),
    ]


def test_an_item_with_a_chinese_number_is_still_an_item(
    small_root: Path, make_xlsx: Callable[..., Path], registry_of: Callable[[Path], Registry]
) -> None:
    plan = planned(small_root, make_xlsx([HEADER, line("一", "测试甲服务")]), registry_of)
    assert [(row.name, row.number) for row in plan.understood.rows] == [("测试甲服务", 1)]


def test_marks_leave_the_name_and_become_what_the_note_says(
    small_root: Path, make_xlsx: Callable[..., Path], registry_of: Callable[[Path], Registry]
) -> None:
    rows = [
        HEADER,
        line("1", "测试甲服务*"),
        line("2", "★测试乙服务"),
        line("3", "测试丙服务①"),
        line("4", "【新增】测试丁服务"),
        line("5", "测试戊服务（试点）"),
        line("6", "测试己服务※"),
        ("*注：标星号的为本区新增项目。",),
        ("①由区财政承担。",),
        ("2．标★的为提标项目。",),
    ]
    plan = planned(small_root, make_xlsx(rows), registry_of)
    found = {row.name: row.values.get("notes", "") for row in plan.understood.rows}
    assert found == {
        "测试甲服务": "*：注：标星号的为本区新增项目。",
        "测试乙服务": "★：2．标★的为提标项目。",
        "测试丙服务": "①：由区财政承担。",
        "测试丁服务": "原表标注“新增”",
        "测试戊服务（试点）": "",
        "测试己服务": "",
    }
    said = [notice.words.zh for notice in plan.understood.notices]
    assert said == ["“测试己服务”有标记“※”，表里没有说明它的意思"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("测试服务", ("测试服务", ())),
        ("测试服务＊", ("测试服务", ("*",))),
        ("★ ★测试服务", ("测试服务", ("★",))),
        ("【新增】★测试服务", ("测试服务", ("新增", "★"))),
        ("***", ("***", ())),
    ],
)
def test_marks_are_split_from_names(text: str, expected: tuple[str, tuple[str, ...]]) -> None:
    assert split_marks(text) == expected


@pytest.mark.parametrize(
    ("text", "mark"),
    [("注：带★的为提标", "★"), ("＊为新增", "*"), ("本表由某局解释", None), ("1. 说明", None)],
)
def test_a_note_names_its_mark(text: str, mark: str | None) -> None:
    assert mark_of_note(text) == mark


def test_the_caption_of_a_second_table_is_no_area(
    small_root: Path, make_xlsx: Callable[..., Path], registry_of: Callable[[Path], Registry]
) -> None:
    rows = [HEADER, line("1", "测试甲服务"), ("表2 普惠服务",), HEADER, line("1", "测试乙服务")]
    plan = planned(small_root, make_xlsx(rows), registry_of)
    assert [row.area for row in plan.understood.rows] == [None, None]
    assert any("表题" in notice.words.zh for notice in plan.understood.unread)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("教育部、财政部按职责分工负责", [("教育部", ""), ("财政部", "")]),
        ("区民政局、区财政局（按职责分工）", [("区民政局", ""), ("区财政局", "")]),
        (
            "区卫健局牵头，区医保局、区残联配合",
            [("区卫健局", ""), ("区医保局", "配合"), ("区残联", "配合")],
        ),
        (
            "牵头单位：教育局；配合单位：财政局、民政局",
            [("教育局", ""), ("财政局", "配合"), ("民政局", "配合")],
        ),
        ("市人社局/市教育局", [("市人社局", ""), ("市教育局", "")]),
        ("民政局会同财政局", [("民政局", ""), ("财政局", "")]),
        ("卫生健康委", [("卫生健康委", "")]),
    ],
)
def test_units_of_a_cell_lead_or_help(text: str, expected: list[tuple[str, str]]) -> None:
    assert [tuple(unit) for unit in read_units(text)] == expected


def test_a_column_of_supporting_units_gives_them_that_role(
    small_root: Path, make_xlsx: Callable[..., Path], registry_of: Callable[[Path], Registry]
) -> None:
    rows = [(*HEADER, "配合单位"), (*line("1", "测试甲服务", "测试市教育局"), "测试市民政局")]
    plan = planned(small_root, make_xlsx(rows), registry_of)
    write_plan(small_root, plan)
    register = open_register(small_root)
    assert register.report.summary()["errors"] == 0
    (item,) = [each for each in register.registry.iter("item") if each.name.zh == "测试甲服务"]
    assert item.lead_units == ("test-city/education",)
    assert [(each.unit, each.role.zh) for each in item.other_units] == [
        ("test-city/civil-affairs", "配合")
    ]


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("区财政局", True),
        ("市残联", True),
        ("各街道办事处", False),
        ("有关部门", False),
        ("个人", False),
    ],
)
def test_only_bodies_are_proposed_as_units(name: str, body: bool) -> None:  # noqa: FBT001 - a case
    assert is_body(name) is body


def test_a_unit_is_proposed_once_whether_or_not_its_place_stands_before_it(
    small_root: Path, make_xlsx: Callable[..., Path], registry_of: Callable[[Path], Registry]
) -> None:
    rows = [HEADER, line("1", "测试甲服务", "市医保局"), line("2", "测试乙服务", "医保局")]
    plan = planned(small_root, make_xlsx(rows), registry_of, create_units=True)
    assert [path for path in plan.new if path.startswith("catalogue/units/")] == [
        "catalogue/units/test-city/yi-bao-ju.yml"
    ]


AMENDED = """序号,标准编号,标准名称,发布日期,实施日期,状态
1,GB/T 99001-2020,测试标准,2020-01-02,2020-07-01,现行
"""
AMENDMENT = """序号,标准编号,标准名称,发布日期,实施日期,状态
1,GB/T 99001-2020/XG1-2026,测试标准,46148,2026-12-01,即将实施
2,GB/T 99001-2020第2号修改单,测试标准,2027年,,
"""


def test_an_amendment_is_a_record_of_its_own_and_never_touches_the_standard(
    small_root: Path, tmp_path: Path, registry_of: Callable[[Path], Registry]
) -> None:
    table = tmp_path / "标准.csv"
    for text in (AMENDED, AMENDMENT):
        table.write_text(text, encoding="utf-8")
        before = {path: path.read_bytes() for path in (small_root / "standards").rglob("*.yml")}
        order = Order(file=table, list_id=None, today=TODAY)
        write_plan(small_root, plan_import(small_root, registry_of(small_root), order))
        assert all(path.read_bytes() == held for path, held in before.items())
    register = open_register(small_root)
    assert register.report.summary()["errors"] == 0
    ids = [one for one in register.registry.ids("standard") if one.startswith("gb-t-99001")]
    assert ids == ["gb-t-99001-2020", "gb-t-99001-2020-xg1-2026", "gb-t-99001-2020-xg2"]
    amendment = register.registry.get("standard", "gb-t-99001-2020-xg1-2026")
    assert (amendment.code, amendment.issued, amendment.status) == (None, "2026-05-06", "planned")
    assert amendment.name.zh == "测试标准第1号修改单"
    assert register.registry.get("standard", "gb-t-99001-2020").status == "in-force"
