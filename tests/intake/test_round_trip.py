"""A table goes in and comes out unchanged; a second run changes nothing."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

import pytest

from bps.intake.give import give_table
from bps.intake.layout import official_lines
from bps.intake.mapping import Mapping
from bps.intake.read import read_office_file
from bps.intake.run import Order, plan_import, write_plan
from bps.pipeline import open_register
from tests.intake.conftest import MOMENT, TODAY, official_rows

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bps.link import Registry


LED = {"测试市教育局牵头": "test-city/education", "测试市民政局配合": "test-city/civil-affairs"}


def cells(path: Path) -> list[tuple[str, ...]]:
    """Every row of a file as texts, merged cells once."""
    return [
        tuple(cell.text for cell in row.cells) if len(row.texts) > 1 else row.texts
        for grid in read_office_file(path).grids
        for row in grid.rows
    ]


def bring_in(root: Path, path: Path, **asked: Any) -> Any:
    registry = open_register(root, rules=False).registry
    plan = plan_import(root, registry, Order(file=path, list_id="test-2024", today=TODAY, **asked))
    assert not plan.questions
    write_plan(root, plan)
    return plan


def numbered(registry: Registry, number: int) -> Any:
    """The item of the test list with this number."""
    return next(
        item
        for item in registry.iter("item")
        for place in item.listed_in
        if (place.list, place.number) == ("test-2024", number)
    )


@pytest.mark.parametrize("kind", ["xlsx", "csv", "docx"])
def test_eighty_rows_go_in_and_come_out_unchanged(
    small_root: Path, make_xlsx: Callable[..., Path], tmp_path: Path, kind: str
) -> None:
    rows = official_rows(80)
    path = make_xlsx(rows)
    plan = bring_in(small_root, path)
    assert (len(plan.new), len(plan.understood.unread)) == (81, 0)  # 80 items and the source

    register = open_register(small_root)
    assert register.report.summary()["errors"] == 0
    published = register.registry.get("list", "test-2024")
    out = tmp_path / f"out.{kind}"
    out.write_bytes(give_table(official_lines(register.registry, published), kind, moment=MOMENT))
    wanted = [row for row in rows if kind != "docx" or len(row) != 1 or "清单" not in row[0]]
    found = [row for row in cells(out) if kind != "docx" or "清单" not in row[0]]
    assert found == wanted

    again = bring_in(small_root, out)
    assert (len(again.new), len(again.changed), len(again.unchanged)) == (0, 0, 80)


def test_a_second_run_changes_no_byte(
    small_root: Path,
    make_xlsx: Callable[..., Path],
    snapshot: Callable[[Path], dict[str, bytes]],
) -> None:
    path = make_xlsx(official_rows(12))
    before = path.read_bytes()
    bring_in(small_root, path)
    first = snapshot(small_root)
    bring_in(small_root, path)
    assert snapshot(small_root) == first
    assert path.read_bytes() == before


def test_every_record_says_file_sheet_and_row(
    small_root: Path, make_xlsx: Callable[..., Path], registry_of: Callable[[Path], Registry]
) -> None:
    bring_in(small_root, make_xlsx(official_rows(5)))
    registry = registry_of(small_root)
    items = [item for item in registry.iter("item") if item.jurisdiction == "test-city"]
    assert len(items) == 5
    for item in items:
        locators = {entry.locator for entry in item.evidence}
        assert len(locators) == 1
        assert (locators.pop() or "").startswith("清单.xlsx, 清单, row ")
        assert {entry.source for entry in item.evidence} == {"test-2024-table"}
    assert registry.find("source", "test-2024-table") is not None


def test_the_words_of_the_unit_cell_stay_where_the_names_do_not_say_it_all(
    small_root: Path, make_xlsx: Callable[..., Path], registry_of: Callable[[Path], Registry]
) -> None:
    rows = official_rows(3)
    rows[4] = (*rows[4][:6], "测试市教育局、测试市民政局")
    bring_in(small_root, make_xlsx(rows))
    registry = registry_of(small_root)
    assert numbered(registry, 1).lead_units_text is None
    both = ("test-city/education", "test-city/civil-affairs")
    shared = next(
        item for item in registry.iter("item") if item.lead_units == both and item.lead_units_text
    )
    assert shared.lead_units_text is not None
    assert shared.lead_units_text.zh == "测试市教育局、民政局按职责分工负责"

    rows[4] = (*rows[4][:6], "测试市教育局牵头，测试市民政局配合")
    plan = bring_in(small_root, make_xlsx(rows), mapping=Mapping(units=LED))
    assert list(plan.changes.values()) == [["lead_units_text", "lead_units", "other_units"]]
    told = next(item for item in registry_of(small_root).iter("item") if item.other_units)
    assert told.lead_units == ("test-city/education",)
    assert [(each.unit, each.role.zh) for each in told.other_units] == [
        ("test-city/civil-affairs", "配合")
    ]
    assert open_register(small_root).report.summary()["errors"] == 0


def test_a_changed_cell_updates_one_record_and_keeps_what_people_wrote(
    small_root: Path, make_xlsx: Callable[..., Path], registry_of: Callable[[Path], Registry]
) -> None:
    rows = official_rows(6)
    bring_in(small_root, make_xlsx(rows))
    item = numbered(registry_of(small_root), 1)
    file = small_root / f"catalogue/items/{item.id}.yml"
    text = file.read_text(encoding="utf-8")
    text = text.replace("status: in-force", "status: in-force  # 已核对\ntranslation: editorial")
    file.write_text(text, encoding="utf-8")
    at = next(at for at, row in enumerate(rows) if row[0] == "1")
    rows[at] = (*rows[at][:4], "每人每月不低于999元", *rows[at][5:])
    plan = bring_in(small_root, make_xlsx(rows))
    assert list(plan.changes.values()) == [["level_summary"]]
    assert (len(plan.new), len(plan.changed), len(plan.unchanged)) == (0, 1, 5)
    after = file.read_text(encoding="utf-8")
    assert "# 已核对" in after
    assert "999元" in after
    assert open_register(small_root).report.summary()["errors"] == 0


def test_a_translation_of_words_that_changed_is_removed_and_said(
    small_root: Path, make_xlsx: Callable[..., Path], registry_of: Callable[[Path], Registry]
) -> None:
    rows = official_rows(2)
    bring_in(small_root, make_xlsx(rows))
    item = numbered(registry_of(small_root), 1)
    file = small_root / f"catalogue/items/{item.id}.yml"
    text = file.read_text(encoding="utf-8").replace(
        "recipients_text: {zh: 第1类人员}",
        "recipients_text: {zh: 第1类人员, en: People of class 1}",
    )
    file.write_text(text, encoding="utf-8")
    at = next(at for at, row in enumerate(rows) if row[0] == "1")
    rows[at] = (*rows[at][:2], "全体人员", *rows[at][3:])
    plan = bring_in(small_root, make_xlsx(rows))
    assert any("People of class 1" in notice.words.en for notice in plan.notices)
    assert "People of class 1" not in file.read_text(encoding="utf-8")


def test_an_item_with_the_name_of_a_national_one_gets_its_counterpart_and_id(
    small_root: Path, make_xlsx: Callable[..., Path], registry_of: Callable[[Path], Registry]
) -> None:
    rows = official_rows(3)
    rows[4] = ("1", "预防接种", *rows[4][2:])
    plan = bring_in(small_root, make_xlsx(rows))
    assert plan.counterparts == 1
    item = registry_of(small_root).get("item", "test-city/vaccination")
    assert (item.counterpart.item, item.counterpart.scope) == ("cn/vaccination", "unknown")


def test_the_csv_hides_formulas_from_spreadsheets_and_import_brings_them_back(
    small_root: Path, tmp_path: Path
) -> None:
    rows = official_rows(2)
    at = next(at for at, row in enumerate(rows) if row[0] == "1")
    rows[at] = ("1", rows[at][1], "＝全体", "-1+1|calc", "@SUM(A1)", "'=quoted", rows[at][6])
    source = tmp_path / "in.csv"
    stream = io.StringIO(newline="")
    csv.writer(stream).writerows(
        [
            [
                ("'" + cell if cell[:1] in "=+-@＝" or cell.startswith("'=") else cell)
                for cell in row
            ]
            for row in rows
        ]
    )
    source.write_text(stream.getvalue(), encoding="utf-8")
    bring_in(small_root, source)
    register = open_register(small_root)
    published = register.registry.get("list", "test-2024")
    lines = official_lines(register.registry, published)
    out = give_table(lines, "csv", moment=MOMENT).decode("utf-8-sig")
    line = next(row for row in csv.reader(io.StringIO(out, newline="")) if row[0] == "1")
    assert line[2:6] == ["'＝全体", "'-1+1|calc", "'@SUM(A1)", "''=quoted"]
    (tmp_path / "out.csv").write_text(out, encoding="utf-8")
    again = bring_in(small_root, tmp_path / "out.csv")
    assert (len(again.new), len(again.changed)) == (0, 0)


def test_the_workbook_keeps_formula_like_text_as_text(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    from bps.intake.layout import Line

    data = give_table(
        [Line("item", ("1", "=1+1", "+1", "-1", "@a", "\t=1", "x"))], "xlsx", moment=MOMENT
    )
    path = tmp_path / "a.xlsx"
    path.write_bytes(data)
    sheet: Any = load_workbook(path).active
    assert [cell.data_type for cell in sheet[1]] == ["n", "s", "s", "s", "s", "s", "s"]
    assert sheet["B1"].value == "=1+1"


def test_equal_lists_give_equal_bytes() -> None:
    from bps.intake.layout import Line

    lines = [Line("title", ("清单",)), Line("item", ("1", "a", "b", "c", "d", "e", "f"))]
    for kind in ("xlsx", "csv", "docx"):
        assert give_table(lines, kind, moment=MOMENT) == give_table(lines, kind, moment=MOMENT)


def test_an_unknown_unit_and_area_are_asked_about_and_nothing_is_planned_to_be_lost(
    small_root: Path, make_xlsx: Callable[..., Path], registry_of: Callable[[Path], Registry]
) -> None:
    rows = official_rows(3)
    rows[2] = ("一、托幼服务",)
    rows[3] = ("（一）看护",)
    rows[4] = (*rows[4][:6], "不存在局")
    path = make_xlsx(rows)
    order = Order(file=path, list_id="test-2024", today=TODAY)
    plan = plan_import(small_root, registry_of(small_root), order)
    assert sorted(plan.questions.asked) == [("areas", "看护"), ("units", "不存在局")]
    asked = plan.questions.mapping_file()
    assert "看护" in asked
    assert "不存在局" in asked

    answers = Mapping(areas={"看护": "test-areas/prenatal"}, units={"不存在局": "-"})
    bring_in(small_root, path, mapping=answers)
    again = bring_in(small_root, path)  # without the answers: the records have them
    assert (len(again.new), len(again.changed), len(again.unchanged)) == (0, 0, 3)
    assert "stays in test-areas/prenatal" in again.notices[0].words.en
    items = {item.name.zh: item for item in registry_of(small_root).iter("item")}
    assert items[rows[4][1]].domain == "test-areas/prenatal"
    assert items[rows[4][1]].lead_units == ()


def test_unknown_units_can_be_made(
    small_root: Path, make_xlsx: Callable[..., Path], registry_of: Callable[[Path], Registry]
) -> None:
    rows = official_rows(3)
    rows[4] = (*rows[4][:6], "测试市残疾人联合会")
    bring_in(small_root, make_xlsx(rows), create_units=True)
    unit = registry_of(small_root).get("unit", "test-city/ce-shi-shi-can-ji-ren-lian-he-hui")
    assert (unit.name.zh, unit.kind) == ("测试市残疾人联合会", "federation")
    assert open_register(small_root).report.summary()["errors"] == 0
