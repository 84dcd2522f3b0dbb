"""Workbooks as a person sees them; what is not seen is left out and said, or read and said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from bps.intake.read import read_office_file
from bps.intake.readers import reasons

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bps.intake.grid import OfficeFile


@pytest.fixture
def read_sheet(tmp_path: Path) -> Callable[[Callable[[Any], None]], OfficeFile]:
    """Read a workbook whose only sheet a test fills."""

    def read(fill: Callable[[Any], None]) -> OfficeFile:
        from openpyxl import Workbook

        book = Workbook()
        sheet: Any = book.active
        sheet.title = "表"
        fill(sheet)
        book.save(tmp_path / "测试.xlsx")
        return read_office_file(tmp_path / "测试.xlsx")

    return read


def left(office: OfficeFile) -> list[tuple[int, int, str, object]]:
    """What was left out: row, column, text, reason."""
    return [(each.spot.row, each.spot.column, each.text, each.why) for each in office.leftovers]


def test_struck_out_runs_are_left_out_and_said(read_sheet: Callable[..., OfficeFile]) -> None:
    from openpyxl.cell.rich_text import CellRichText, TextBlock
    from openpyxl.cell.text import InlineFont
    from openpyxl.styles import Font

    def fill(sheet: Any) -> None:
        gone = TextBlock(InlineFont(strike=True), "200元")
        sheet["A1"] = CellRichText("每人每月", gone, TextBlock(InlineFont(b=True), "300元"))
        sheet["B1"] = "作废"
        sheet["B1"].font = Font(strike=True)

    office = read_sheet(fill)
    (row,) = office.grids[0].rows
    assert row.texts == ("每人每月300元",)
    assert left(office) == [(1, 1, "200元", reasons.STRUCK), (1, 2, "作废", reasons.STRUCK)]


def test_an_emptied_cell_is_told_from_an_empty_one(read_sheet: Callable[..., OfficeFile]) -> None:
    def fill(sheet: Any) -> None:
        sheet.append(["甲", "#N/A", None])
        sheet["B1"].data_type = "e"

    office = read_sheet(fill)
    sheet_row = office.grids[0].rows[0]
    assert [(cell.text, cell.emptied) for cell in sheet_row.cells] == [("甲", False), ("", True)]
    assert left(office) == [(1, 2, "#N/A", reasons.ERROR)]


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("#REF!", reasons.ERROR),
        ("#N/A", reasons.ERROR),
        ('=DISPIMG("ID_1",1)', reasons.PICTURE),
        ('=_xlfn.DISPIMG("ID_1",1)', reasons.PICTURE),
    ],
)
def test_neither_an_error_nor_a_picture_is_a_text(
    read_sheet: Callable[..., OfficeFile], value: str, reason: object
) -> None:
    def fill(sheet: Any) -> None:
        sheet.append(["甲", value, "乙"])
        sheet["B1"].data_type = "s"

    office = read_sheet(fill)
    assert office.grids[0].rows[0].texts == ("甲", "乙")
    assert office.grids[0].rows[0].cells[1].emptied
    assert left(office) == [(1, 2, value, reason)]


def test_what_a_format_hides_is_left_out_and_said(read_sheet: Callable[..., OfficeFile]) -> None:
    def fill(sheet: Any) -> None:
        sheet.append(["甲", 5, "秘"])
        sheet["B1"].number_format = ";;;"
        sheet["C1"].number_format = ";;;"

    office = read_sheet(fill)
    assert office.grids[0].rows[0].texts == ("甲",)
    assert left(office) == [(1, 2, "5", reasons.HIDDEN), (1, 3, "秘", reasons.HIDDEN)]


def test_hidden_columns_are_read_and_said(read_sheet: Callable[..., OfficeFile]) -> None:
    def fill(sheet: Any) -> None:
        for number in range(1, 5):
            sheet.append([number, "甲", "乙"])
        sheet.column_dimensions["B"].hidden = True
        sheet.row_dimensions[2].hidden = sheet.row_dimensions[3].hidden = True

    office = read_sheet(fill)
    assert [notice.line("zh") for notice in office.notices] == [
        "“表”第2行：从这一行到第3行是隐藏的，也已读取",
        "“表”：B列是隐藏的，也已读取",
    ]
    assert office.grids[0].rows[1].texts == ("2", "甲", "乙")


def test_comments_are_said_with_their_place(read_sheet: Callable[..., OfficeFile]) -> None:
    from openpyxl.comments import Comment

    def fill(sheet: Any) -> None:
        sheet.append(["甲", "乙"])
        sheet["B1"].comment = Comment("此项拟删除", "测试人")

    assert left(read_sheet(fill)) == [(1, 2, "此项拟删除", reasons.COMMENT)]


def test_merged_cells_share_the_text_of_the_first(read_sheet: Callable[..., OfficeFile]) -> None:
    def fill(sheet: Any) -> None:
        sheet.append(["甲", "乙"])
        sheet.append([None, "丙"])
        sheet.append([None, None])
        sheet.append(["丁", "戊"])
        sheet.merge_cells("A1:A3")

    rows = read_sheet(fill).grids[0].rows
    assert [row.number for row in rows] == [1, 2, 4]
    assert rows[1].cells[0].text == "甲"
    assert rows[1].cells[0].anchor == (1, 1)


def test_words_of_page_headers_are_said_and_page_numbers_are_not(
    read_sheet: Callable[..., OfficeFile],
) -> None:
    def fill(sheet: Any) -> None:
        sheet.append(["甲", "乙"])
        sheet.oddHeader.center.text = "内部资料"
        sheet.oddFooter.center.text = "&P / &N"

    assert left(read_sheet(fill)) == [(0, 0, "内部资料", reasons.MARGIN)]


def test_radicals_are_folded_to_the_words_they_look_like(
    read_sheet: Callable[..., OfficeFile],
) -> None:
    def fill(sheet: Any) -> None:
        sheet.append([chr(0x2F7C) + "年" + chr(0x2F08) + "助餐"])

    office = read_sheet(fill)
    assert office.grids[0].rows[0].texts == ("老年人助餐",)
    assert office.folded == {chr(0x2F7C): "老", chr(0x2F08): "人"}
