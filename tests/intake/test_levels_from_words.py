"""An import writes levels as rows: derived, with their words, and never over what a person wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bps.intake.preview import as_json, preview_lines
from bps.intake.run import Order, plan_import, write_plan
from bps.pipeline import open_register
from tests.intake.conftest import TODAY

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bps.intake.plan import Plan

HEADER = ("序号", "服务项目", "服务对象", "服务标准", "支出责任")
ITEM = "test-city/ce-shi-jin-tie"
QUANTITIES = """id: quantities
name: {zh: 测试单位, en: Test units}
units:
  - {id: CNY, name: {zh: 元, en: yuan}}
per:
  - {id: person, name: {zh: 人, en: person}}
evidence: [{fields: [units, per], source: test-source, how: stated}]
"""
RECIPIENTS = """id: recipients
name: {zh: 测试对象, en: Test groups}
concepts:
  - {id: aged-80, name: {zh: 80岁以上老年人（高龄老人）, en: People aged 80 and over}}
evidence: [{fields: [concepts], source: test-source, how: stated}]
"""


@pytest.fixture
def root(small_root: Path) -> Path:
    (small_root / "catalogue/quantities.yml").write_text(QUANTITIES, encoding="utf-8")
    (small_root / "catalogue/recipients.yml").write_text(RECIPIENTS, encoding="utf-8")
    return small_root


@pytest.fixture
def planned(root: Path, make_xlsx: Callable[..., Path]) -> Callable[[str], Plan]:
    def plan(level: str) -> Plan:
        row = (1, "测试津贴", "80周岁及以上老年人", level, "地方财政")
        order = Order(file=make_xlsx([HEADER, row]), list_id="test-2024", today=TODAY)
        return plan_import(root, open_register(root, rules=False).registry, order)

    return plan


def test_a_level_becomes_a_derived_row_with_its_words(
    root: Path, planned: Callable[[str], Plan]
) -> None:
    write_plan(root, planned("80周岁以上老年人每人每月不低于100元"))
    register = open_register(root)
    assert register.report.summary()["errors"] == 0
    item = register.registry.get("item", ITEM)
    (row,) = item.levels
    assert (row.value, row.comparator, row.unit) == ("100", "at-least", "CNY")
    assert (row.per, row.period, row.groups) == ("person", "month", ("aged-80",))
    assert row.evidence.how == "derived"
    assert row.evidence.note
    assert "80周岁以上老年人每人每月不低于100元" in (row.evidence.note.zh or "")
    assert item.recipients == ("aged-80",)
    derived = [each.fields for each in item.evidence if each.how == "derived"]
    assert ("funding", "recipients") in derived
    again = planned("80周岁以上老年人每人每月不低于100元")
    assert (again.new, again.changed) == ({}, {})


def test_the_preview_shows_a_reading_beside_its_words(planned: Callable[[str], Plan]) -> None:
    plan = planned("每人每月100元；另按国家规定标准的50%发放")
    zh = "\n".join(preview_lines(plan, language="zh"))
    en = "\n".join(preview_lines(plan, language="en"))
    assert "“每人每月100元” → 标准数值 100 元，每人每月" in zh
    assert "仍按文字保留：\n  “清单”第2行：“另按国家规定标准的50%发放”" in zh
    assert '"每人每月100元" -> Levels: 100 yuan per person a month' in en
    got = as_json(plan, language="en")
    assert [each["field"] for each in got["read"]] == ["recipients", "funding", "levels"]  # type: ignore[attr-defined]


def test_a_changed_level_renews_the_rows_that_this_table_gave(
    root: Path, planned: Callable[[str], Plan]
) -> None:
    write_plan(root, planned("每人每月100元"))
    write_plan(root, planned("每人每月120元"))
    item = open_register(root, rules=False).registry.get("item", ITEM)
    assert [row.value for row in item.levels] == ["120"]


def test_rows_that_a_person_wrote_stay(root: Path, planned: Callable[[str], Plan]) -> None:
    write_plan(root, planned("每人每月100元"))
    file = root / f"catalogue/items/{ITEM}.yml"
    text = file.read_text(encoding="utf-8")
    before, after = text.split("levels:", maxsplit=1)
    file.write_text(
        f"{before}levels:{after.replace('how: derived', 'how: stated', 1)}", encoding="utf-8"
    )
    plan = planned("每人每月120元")
    assert any("written by a person" in notice.words.en for notice in plan.notices)
    write_plan(root, plan)
    item = open_register(root, rules=False).registry.get("item", ITEM)
    assert [row.value for row in item.levels] == ["100"]


def test_a_unit_that_the_register_lacks_leaves_the_words(planned: Callable[[str], Plan]) -> None:
    plan = planned("每人每年体检1次")
    assert [words for _, words in plan.left] == ["每人每年体检1次"]
    assert not any("levels:" in text for text in plan.new.values())
