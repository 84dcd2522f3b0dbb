"""One list in every format gives one result."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bps.intake.mapping import Mapping
from bps.intake.read import read_office_file
from bps.intake.readers import reasons
from bps.intake.understand import understand
from tests.support.office_formats import (
    WRITERS,
    odf_table,
    ofd_line,
    ofd_text,
    write_odf,
    write_ofd,
    write_table,
)

if TYPE_CHECKING:
    from pathlib import Path

LIST = (
    ("序号", "服务项目", "服务对象", "服务内容", "服务标准", "支出责任", "牵头负责单位"),
    ("1", "测试助餐", "60周岁以上老年人", "提供午餐", "每餐补贴5元", "市级财政", "民政局"),
    ("2", "测试助浴", "失能老年人", "上门助浴", "每月2次", "市级财政", "民政局"),
    ("3", "测试助学", "中小学生", "提供教科书", "90%", "市级财政", "教育局"),
)


@pytest.mark.parametrize("kind", WRITERS)
def test_the_same_list_comes_out_of_every_format(tmp_path: Path, kind: str) -> None:
    office = read_office_file(write_table(tmp_path / f"清单.{kind}", LIST))
    (grid,) = office.grids
    assert [tuple(cell.text for cell in row.cells) for row in grid.rows] == [*LIST]
    rows = understand(office, mapping=Mapping()).rows
    assert [(row.number, row.name, row.values["level"]) for row in rows] == [
        (1, "测试助餐", "每餐补贴5元"),
        (2, "测试助浴", "每月2次"),
        (3, "测试助学", "90%"),
    ]


@pytest.mark.parametrize("kind", WRITERS)
def test_the_name_of_a_file_says_nothing_about_its_kind(tmp_path: Path, kind: str) -> None:
    path = write_table(tmp_path / f"清单.{kind}", LIST)
    renamed = path.rename(tmp_path / "清单.xls")
    assert read_office_file(renamed).grids[0].rows[3].texts == LIST[3]


def test_an_old_workbook_shows_formats_and_leaves_struck_out_text(tmp_path: Path) -> None:
    import xlwt

    book = xlwt.Workbook()
    sheet = book.add_sheet("表")
    sheet.write(0, 0, 0.9, xlwt.easyxf(num_format_str="0%"))
    sheet.write(0, 1, 43832, xlwt.easyxf(num_format_str="yyyy-mm-dd"))
    gone = xlwt.easyfont("struck_out true")
    sheet.write_rich_text(0, 2, ["每月", ("200元", gone), "300元"])
    sheet.write(0, 3, "作废", xlwt.easyxf("font: struck_out true"))
    sheet.write_merge(1, 2, 0, 0, "甲")
    sheet.write(2, 1, "乙")
    sheet.row(2).hidden = True
    book.save(str(tmp_path / "a.xls"))
    office = read_office_file(tmp_path / "a.xls")
    rows = office.grids[0].rows
    assert rows[0].texts == ("90%", "2020-01-02", "每月300元")
    assert [cell.text for cell in rows[2].cells[:2]] == ["甲", "乙"]
    assert [(each.text, each.why) for each in office.leftovers] == [
        ("200元", reasons.STRUCK),
        ("作废", reasons.STRUCK),
    ]
    assert "隐藏" in office.notices[0].words.zh


def test_a_web_page_keeps_spans_and_leaves_what_is_not_seen(tmp_path: Path) -> None:
    page = (
        "<html><style>.x1{text-decoration:line-through}</style><body><p>测试清单</p><table>"
        "<tr><th rowspan=2>甲</th><th colspan=2>乙</th></tr>"
        "<tr><td>丙<br>丁</td><td>每月<s>200元</s>300元</td></tr>"
        "<tr><td class=x1>作废</td><td><span style='display:none'>批语</span>戊</td><td>己</td></tr>"
        "</table></body></html>"
    )
    (tmp_path / "a.xls").write_text(page, encoding="utf-8")
    office = read_office_file(tmp_path / "a.xls")
    rows = office.grids[0].rows
    assert [[cell.text for cell in row.cells] for row in rows] == [
        ["甲", "乙", "乙"],
        ["甲", "丙\n丁", "每月300元"],
        ["", "戊", "己"],
    ]
    assert [cell.text for cell in office.grids[0].heading] == ["测试清单"]
    assert [(each.text, each.why) for each in office.leftovers] == [
        ("200元", reasons.STRUCK),
        ("作废", reasons.STRUCK),
        ("批语", reasons.HIDDEN),
    ]


def test_open_documents_leave_struck_out_and_deleted_text(tmp_path: Path) -> None:
    styles = (
        '<style:style style:name="T1" style:family="text">'
        '<style:text-properties style:text-line-through-style="solid"/></style:style>'
    )
    changes = (
        "<text:tracked-changes><text:changed-region text:id='c1'><text:deletion>"
        "<text:p>旧文字</text:p></text:deletion></text:changed-region></text:tracked-changes>"
    )
    body = odf_table([("甲", "占位")]).replace(
        "占位",
        "每月<text:span text:style-name='T1'>200元</text:span><text:change text:change-id='c1'/>300元",
    )
    body = body.replace("&lt;", "<").replace("&gt;", ">").replace("&#x27;", "'")
    office = read_office_file(write_odf(tmp_path / "a.odt", "text", changes + body, styles))
    assert office.grids[0].rows[0].texts == ("甲", "每月300元")
    assert [(each.spot.column, each.text, each.why) for each in office.leftovers] == [
        (2, "200元", reasons.STRUCK),
        (2, "旧文字", reasons.DELETED),
    ]


def test_repeated_empty_rows_and_cells_of_a_sheet_take_no_time(tmp_path: Path) -> None:
    empty = (
        '<table:table-row table:number-rows-repeated="1048570">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    )
    body = odf_table(LIST).replace("</table:table>", f"{empty}</table:table>")
    office = read_office_file(write_odf(tmp_path / "a.ods", "spreadsheet", body))
    assert len(office.grids[0].rows) == len(LIST)


def test_a_table_goes_on_over_the_pages_of_a_pdf(tmp_path: Path) -> None:
    rows = [LIST[0], *((str(n), f"测试服务{n}", *LIST[1][2:]) for n in range(1, 61))]
    office = read_office_file(write_table(tmp_path / "a.pdf", rows))
    (grid,) = office.grids
    got = understand(office, mapping=Mapping()).rows
    assert [row.number for row in got] == list(range(1, 61))
    assert {cell.anchor[0] for cell in grid.rows[-1].cells} == {grid.rows[-1].number}


def test_a_line_that_only_broke_at_the_border_of_its_cell_is_joined(tmp_path: Path) -> None:
    objects = [ofd_line(10, y, 70, y) for y in (10, 30)]
    objects += [ofd_line(x, 10, x, 30) for x in (10, 40, 70)]
    objects += [ofd_text("一二三四五六七八", 11, 12), ofd_text("九十", 11, 17)]
    objects += [ofd_text("（1）甲", 41, 12), ofd_text("（2）乙", 41, 17)]
    office = read_office_file(write_ofd(tmp_path / "a.ofd", "".join(objects)))
    assert office.grids[0].rows[0].texts == ("一二三四五六七八九十", "（1）甲\n（2）乙")


def test_cells_that_no_line_parts_are_one(tmp_path: Path) -> None:
    objects = [ofd_line(10, 10, 70, 10), ofd_line(40, 20, 70, 20), ofd_line(10, 30, 70, 30)]
    objects += [ofd_line(x, 10, x, 30) for x in (10, 40, 70)]
    objects += [ofd_text("甲", 11, 18), ofd_text("乙", 41, 12), ofd_text("丙", 41, 22)]
    office = read_office_file(write_ofd(tmp_path / "a.ofd", "".join(objects)))
    assert [[cell.text for cell in row.cells] for row in office.grids[0].rows] == [
        ["甲", "乙"],
        ["甲", "丙"],
    ]


def test_text_that_a_line_crosses_is_left_out_and_said(tmp_path: Path) -> None:
    objects = [ofd_text("每月200元", 10, 50), ofd_line(17, 52, 31.5, 52)]
    office = read_office_file(write_ofd(tmp_path / "a.ofd", "".join(objects)))
    assert office.grids[0].rows[0].texts == ("每月",)
    assert [(each.text, each.why) for each in office.leftovers] == [("200元", reasons.STRUCK)]


def test_a_table_without_lines_is_read_where_its_gaps_are_clear(tmp_path: Path) -> None:
    objects = [
        ofd_text(text, 10 + 40 * column, 20 + 8 * at)
        for at, texts in enumerate(LIST)
        for column, text in enumerate(texts)
    ]
    office = read_office_file(write_ofd(tmp_path / "a.ofd", "".join(objects), width=320))
    assert [tuple(cell.text for cell in row.cells) for row in office.grids[0].rows] == [*LIST]


def test_columns_that_cannot_be_told_apart_make_no_table(tmp_path: Path) -> None:
    lines = [("甲甲", "乙乙乙", "丙丙"), ("丁丁丁", "戊戊戊戊", "己己"), ("庚", "辛辛", "壬壬")] * 2
    objects = [
        ofd_text(text, (10, 40, 80)[column] + 9 * at, 20 + 8 * at)
        for at, texts in enumerate(lines)
        for column, text in enumerate(texts)
    ]
    office = read_office_file(write_ofd(tmp_path / "a.ofd", "".join(objects)))
    assert all(grid.is_text for grid in office.grids)
    assert "分不清行列" in office.notices[0].words.zh


def test_page_numbers_and_repeated_page_lines_are_told_from_the_text(tmp_path: Path) -> None:
    pages = [
        ofd_text("内部资料", 20, 5)
        + ofd_text(f"正文{mark}", 20, 100)
        + ofd_text(f"- {n} -", 140, 200)
        for n, mark in enumerate("甲乙丙", start=1)
    ]
    office = read_office_file(write_ofd(tmp_path / "a.ofd", *pages))
    assert [row.texts for row in office.grids[0].rows] == [("正文甲",), ("正文乙",), ("正文丙",)]
    assert [each.text for each in office.leftovers][:2] == ["内部资料", "- 1 -"]
    assert {each.why for each in office.leftovers} == {reasons.MARGIN}


def test_a_table_that_lies_on_its_side_is_turned(tmp_path: Path) -> None:
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.pdfgen.canvas import Canvas

    plain = tmp_path / "plain.pdf"
    canvas = Canvas(str(plain), pagesize=A4)
    canvas.rotate(90)
    texts = [("No", "Item", "Who"), ("1", "Meals", "Older people"), ("2", "Baths", "Older people")]
    width, height = landscape(A4)
    for at, cells in enumerate(texts):
        for column, text in enumerate(cells):
            canvas.drawString(60 + 150 * column, 100 - height - 30 * at + 300, text)
    for at in range(4):
        y = 120 - height - 30 * at + 300
        canvas.line(50, y, 500, y)
    for column in range(4):
        x = 50 + 150 * column
        canvas.line(x, 120 - height + 300, x, 120 - height - 90 + 300)
    canvas.save()
    assert width > height
    (grid,) = read_office_file(plain).grids
    assert [row.texts for row in grid.rows] == texts
