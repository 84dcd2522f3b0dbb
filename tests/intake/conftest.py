"""A tiny register, visibly test data, and the tables that go into it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from bps.intake.layout import HEADER
from bps.pipeline import open_register

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bps.link import Registry

TODAY = "2026-01-15"
MOMENT = datetime(2026, 1, 15)  # noqa: DTZ001 - office files know no time zone

FILES = {
    "catalogue/jurisdictions/cn.yml": """
id: cn
name: {zh: 测试国, en: Testland}
level: country
evidence: [{fields: [name], source: test-source, how: stated}]
""",
    "catalogue/jurisdictions/guangdong.yml": """
id: guangdong
name: {zh: 测试省, en: Test Province}
level: province
parent: cn
division_code: "440000"
evidence: [{fields: [name], source: test-source, how: stated}]
""",
    "catalogue/jurisdictions/test-city.yml": """
id: test-city
name: {zh: 测试市, en: Test City}
level: prefecture
parent: guangdong
division_code: "440300"
evidence: [{fields: [name], source: test-source, how: stated}]
""",
    "catalogue/sources/test-source.yml": """
id: test-source
name: {zh: 测试资料, en: Test source}
kind: project-source
""",
    "catalogue/units/test-city/civil-affairs.yml": """
id: test-city/civil-affairs
name: {zh: 测试市民政局, en: Test City Civil Affairs Bureau}
aliases: [民政局]
kind: bureau
jurisdiction: test-city
evidence: [{fields: [name], source: test-source, how: stated}]
""",
    "catalogue/units/test-city/education.yml": """
id: test-city/education
name: {zh: 测试市教育局, en: Test City Education Bureau}
kind: bureau
jurisdiction: test-city
evidence: [{fields: [name], source: test-source, how: stated}]
""",
    "catalogue/domains/test-areas.yml": """
id: test-areas
name: {zh: 测试领域, en: Test areas}
jurisdiction: cn
concepts:
  - {id: childcare, name: {zh: 幼有所育}, notation: 一}
  - {id: prenatal, name: {zh: 优孕优生服务}, notation: "1", broader: childcare}
  - {id: child-health, name: {zh: 儿童健康服务}, notation: "2", broader: childcare}
  - {id: education, name: {zh: 学有所教}, notation: 二}
  - {id: compulsory, name: {zh: 义务教育服务}, notation: "3", broader: education}
evidence: [{fields: [name], source: test-source, how: stated}]
""",
    "catalogue/lists/test-2024.yml": """
id: test-2024
name: {zh: 测试市清单（2024年版）, en: List of Test City (2024)}
status: in-force
jurisdiction: test-city
scheme: test-areas
evidence: [{fields: [name], source: test-source, how: stated}]
""",
    "catalogue/items/cn/vaccination.yml": """
id: cn/vaccination
name: {zh: 预防接种, en: Vaccination}
status: in-force
jurisdiction: cn
evidence: [{fields: [name], source: test-source, how: stated}]
""",
}


@pytest.fixture
def small_root(tmp_path: Path) -> Path:
    root = tmp_path / "register"
    for path, text in FILES.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text.lstrip(), encoding="utf-8")
    return root


@pytest.fixture
def registry_of() -> Callable[[Path], Registry]:
    return lambda root: open_register(root, rules=False).registry


@pytest.fixture
def snapshot() -> Callable[[Path], dict[str, bytes]]:
    def take(root: Path) -> dict[str, bytes]:
        return {
            path.relative_to(root).as_posix(): path.read_bytes()
            for path in sorted(root.rglob("*"))
            if path.is_file() and "build" not in path.relative_to(root).parts
        }

    return take


Rows = list[tuple[str, ...]]
AREAS = (
    ("一、幼有所育", "（一）优孕优生服务"),
    ("一、幼有所育", "（二）儿童健康服务"),
    ("二、学有所教", "（三）义务教育服务"),
)


def official_rows(count: int = 80) -> Rows:
    """A list of `count` items in the official layout; heading rows have one cell."""
    rows: Rows = [("测试市清单（2024年版）",), HEADER]
    area = category = ""
    words = "甲乙丙丁戊己庚辛壬癸"
    for number in range(1, count + 1):
        upper, lower = AREAS[min((number - 1) * len(AREAS) // count, len(AREAS) - 1)]
        if upper != area:
            area = upper
            rows.append((upper,))
        if lower != category:
            category = lower
            rows.append((lower,))
        name = f"测试{words[number // 10]}{words[number % 10]}事项"
        rows.append(
            (
                str(number),
                name,
                f"第{number}类人员",
                f"为第{number}类人员提供服务；\n每年{number}次",
                f"每人每月不低于{number * 10}元",
                "中央财政和地方财政共同承担" if number % 2 else "地方财政",
                "民政局" if number % 3 else "测试市教育局、民政局按职责分工负责",
            )
        )
    return rows


@pytest.fixture
def make_xlsx(tmp_path: Path) -> Callable[..., Path]:
    def make(
        rows: Sequence[Sequence[Any]], *, name: str = "清单.xlsx", sheet: str = "清单"
    ) -> Path:
        from openpyxl import Workbook

        book = Workbook()
        page: Any = book.active
        page.title = sheet
        for at, row in enumerate(rows, start=1):
            for column, text in enumerate(row, start=1):
                page.cell(at, column).value = text
            if len(row) == 1:
                page.merge_cells(start_row=at, start_column=1, end_row=at, end_column=len(HEADER))
        path = tmp_path / name
        book.save(path)
        return path

    return make
