"""Tables as offices publish them: merged cells, two headers, notes, running text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from bps.intake.mapping import Mapping
from bps.intake.numbering import split_number
from bps.intake.read import read_office_file
from bps.intake.understand import holds_standards, understand

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bps.intake.rows import Understood

HEADER = ("序号", "服务项目", "服务对象", "服务内容", "服务标准", "支出责任", "牵头负责单位")


def item(number: object, name: str) -> tuple[object, ...]:
    return (number, name, "老年人", "提供服务", "每月10元", "地方财政", "民政局")


def read(path: Path, **answers: Any) -> Understood:
    office = read_office_file(path)
    return understand(office, mapping=Mapping(**answers), standards=holds_standards(office))


def names(understood: Understood) -> list[tuple[int | None, str, str | None, str | None]]:
    return [(row.number, row.name, row.area, row.category) for row in understood.rows]


def test_the_header_may_stand_below_a_title_and_a_date(make_xlsx: Callable[..., Path]) -> None:
    got = read(make_xlsx([("清单",), ("（2024年1月）",), HEADER, item(1, "助餐")]))
    assert names(got) == [(1, "助餐", None, None)]


def test_a_number_that_is_none_of_the_list_is_kept_as_a_remark(
    make_xlsx: Callable[..., Path],
) -> None:
    got = read(make_xlsx([HEADER, item("1.10", "助餐"), item("'2", "助浴"), item("第3项", "助洁")]))
    assert [row.number for row in got.rows] == [None, 2, 3]
    assert [row.values.get("notes") for row in got.rows] == ["原表序号 1.10", None, None]


def test_a_number_or_a_name_that_comes_twice_is_said_at_the_later_row(
    make_xlsx: Callable[..., Path],
) -> None:
    got = read(
        make_xlsx([HEADER, item(1, "助餐"), item(2, "助浴"), item(2, "助洁"), item(4, "助餐")])
    )
    said = [(one.spot.row, one.words.en) for one in got.notices]
    assert [row for row, _ in said] == [4, 5]
    assert "number 2 is already that of" in said[0][1]
    assert '"助餐" is already in' in said[1][1]


def test_numbers_may_begin_anew_in_each_area(make_xlsx: Callable[..., Path]) -> None:
    header = ("领域", *HEADER)
    rows = [header, ("幼有所育", *item(1, "助餐")), ("老有所养", *item(1, "助浴"))]
    assert read(make_xlsx(rows)).notices == []


def test_merged_area_and_category_columns_reach_down(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    sheet: Any = book.active
    sheet.append(["领域", "分类", *HEADER])
    sheet.append(["幼有所育", "优孕优生服务", *item(1, "甲")])
    sheet.append([None, None, *item(2, "乙")])
    sheet.append([None, "儿童健康服务", *item(3, "丙")])
    sheet.append(["学有所教", None, *item(4, "丁")])
    sheet.merge_cells("A2:A4")
    sheet.merge_cells("B2:B3")
    book.save(tmp_path / "a.xlsx")
    assert names(read(tmp_path / "a.xlsx")) == [
        (1, "甲", "幼有所育", "优孕优生服务"),
        (2, "乙", "幼有所育", "优孕优生服务"),
        (3, "丙", "幼有所育", "儿童健康服务"),
        (4, "丁", "学有所教", None),
    ]


def test_rows_merged_under_one_name_are_one_item(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    sheet: Any = book.active
    sheet.append(HEADER)
    sheet.append(item(1, "助餐"))
    sheet.append([None, None, "残疾人", "送餐", "每月20元", None, None])
    sheet.append(item(2, "助浴"))
    for column in "ABFG":
        sheet.merge_cells(f"{column}2:{column}3")
    book.save(tmp_path / "a.xlsx")
    got = read(tmp_path / "a.xlsx")
    assert [row.name for row in got.rows] == ["助餐", "助浴"]
    assert got.rows[0].values["recipients"] == "老年人\n残疾人"
    assert got.rows[0].values["level"] == "每月10元\n每月20元"
    assert got.rows[0].values["funding"] == "地方财政"


def test_a_row_without_number_and_name_goes_on_with_the_item_above(
    make_xlsx: Callable[..., Path],
) -> None:
    rows = [HEADER, item(1, "助餐"), ("", "", "残疾人", "送餐", "", "", "")]
    got = read(make_xlsx(rows))
    assert [row.name for row in got.rows] == ["助餐"]
    assert got.rows[0].values["content"] == "提供服务\n送餐"


def test_two_header_rows_are_read_together(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    sheet: Any = book.active
    sheet.append(
        ["序号", "服务项目", "服务对象", "服务内容", "服务标准", "支出责任", None, "牵头负责单位"]
    )
    sheet.append([None, None, None, None, None, "中央", "地方", None])
    sheet.append([1, "助餐", "老年人", "提供服务", "每月10元", "60%", "40%", "民政局"])
    for column in "ABCDEH":
        sheet.merge_cells(f"{column}1:{column}2")
    sheet.merge_cells("F1:G1")
    book.save(tmp_path / "a.xlsx")
    got = read(tmp_path / "a.xlsx")
    assert [row.name for row in got.rows] == ["助餐"]
    assert got.rows[0].values["funding"] == "中央：60%\n地方：40%"
    assert got.rows[0].spot.row == 3


def test_notes_totals_and_stray_sentences_are_listed_and_not_taken(
    make_xlsx: Callable[..., Path],
) -> None:
    rows = [
        HEADER,
        item(1, "助餐"),
        ("合计", "1项", "", "", "", "", ""),
        ("", "", "老年人", "", "", "", ""),
        ("注：本清单由民政局解释。",),
        ("本表中的金额以最新文件为准，未列明的按照有关规定执行。另行通知的除外。",),
    ]
    got = read(make_xlsx(rows))
    assert [row.name for row in got.rows] == ["助餐"]
    assert [notice.spot.row for notice in got.unread] == [3, 5, 6]
    assert "“清单”第5行" in got.unread[1].line("zh")
    assert '"清单" row 5' in got.unread[1].line("en")


def test_numbers_in_full_width_and_in_the_name_are_read(make_xlsx: Callable[..., Path]) -> None:
    rows = [
        HEADER,
        ("一、幼有所育",),
        ("（一）优孕优生服务",),
        ("１．", "助餐", *item(1, "")[2:]),
        ("", "２、助浴", *item(1, "")[2:]),
        ("３", "0-6岁儿童健康管理", *item(1, "")[2:]),
    ]
    assert names(read(make_xlsx(rows))) == [
        (1, "助餐", "幼有所育", "优孕优生服务"),
        (2, "助浴", "幼有所育", "优孕优生服务"),
        (3, "0-6岁儿童健康管理", "幼有所育", "优孕优生服务"),
    ]


def test_a_second_table_in_the_same_sheet_has_its_own_header(
    make_xlsx: Callable[..., Path],
) -> None:
    rows = [
        HEADER,
        item(1, "助餐"),
        ("",),
        ("附表",),
        ("序号", "事项名称", "牵头单位", "服务对象", "备注", "", ""),
        (1, "助浴", "民政局", "老人", "试行", "", ""),
    ]
    got = read(make_xlsx(rows))
    assert [row.name for row in got.rows] == ["助餐", "助浴"]
    assert got.rows[1].values["lead_units"] == "民政局"
    assert got.rows[1].values["notes"] == "试行"


def test_a_header_repeated_on_each_printed_page_is_no_item(make_xlsx: Callable[..., Path]) -> None:
    got = read(make_xlsx([HEADER, item(1, "助餐"), HEADER, item(2, "助浴")]))
    assert [row.name for row in got.rows] == ["助餐", "助浴"]


def test_a_column_nobody_knows_is_said_and_can_be_named(make_xlsx: Callable[..., Path]) -> None:
    rows = [(*HEADER[:6], "谁来管", "经办人"), (*item(1, "助餐")[:6], "民政局", "张三")]
    got = read(make_xlsx(rows))
    assert {"谁来管", "经办人"} == {n.words.zh.split("”")[0][1:] for n in got.notices}
    named = read(make_xlsx(rows), columns={"谁来管": "lead_units", "经办人": "-"})
    assert named.rows[0].values["lead_units"] == "民政局"
    assert not named.notices


def test_a_table_without_a_header_is_said(make_xlsx: Callable[..., Path]) -> None:
    got = read(make_xlsx([("甲", "乙"), ("1", "2")]))
    assert not got.rows
    assert "没有认出表头" in got.unread[0].line("zh")


TEXT = """国家基本公共服务标准
一、幼有所育
（一）优孕优生服务
1.农村免费孕前优生健康检查
服务对象：农村计划怀孕夫妇。
服务内容：免费提供孕前优生健康检查。
服务标准：按项目技术服务规范执行。
每孩次1次。
支出责任：中央财政和地方财政共同承担。
牵头负责单位：国家卫生健康委。
2.孕产妇健康服务
服务对象：辖区内常住孕产妇。服务内容：建立档案。服务标准：按规范执行。
支出责任：地方财政。牵头负责单位：国家卫生健康委。
二、学有所教
（二）义务教育服务
3.义务教育阶段免除学杂费
服务对象：义务教育学生
牵头负责单位：教育部、财政部
附件到此结束。"""


@pytest.fixture
def text_docx(tmp_path: Path) -> Path:
    from docx import Document

    document = Document()
    for line in TEXT.splitlines():
        document.add_paragraph(line)
    path = tmp_path / "标准.docx"
    document.save(str(path))
    return path


def test_the_running_text_of_the_national_standard_is_read(text_docx: Path) -> None:
    got = read(text_docx)
    assert names(got) == [
        (1, "农村免费孕前优生健康检查", "幼有所育", "优孕优生服务"),
        (2, "孕产妇健康服务", "幼有所育", "优孕优生服务"),
        (3, "义务教育阶段免除学杂费", "学有所教", "义务教育服务"),
    ]
    first, second, third = got.rows
    assert first.values["level"] == "按项目技术服务规范执行。\n每孩次1次。"
    assert first.values["lead_units"] == "国家卫生健康委"
    assert second.values["content"] == "建立档案。"
    assert third.values["recipients"] == "义务教育学生"
    assert [n.spot.row for n in got.unread] == [1]
    assert third.values["lead_units"].startswith("教育部、财政部")


def test_tables_of_a_document_take_their_area_from_the_heading_above(tmp_path: Path) -> None:
    from docx import Document

    document = Document()
    for heading, name in (("一、幼有所育", "助餐"), ("二、学有所教", "助学")):
        document.add_paragraph(heading)
        table = document.add_table(rows=0, cols=len(HEADER))
        for row in (HEADER, item(1, name)):
            cells = table.add_row().cells
            for cell, text in zip(cells, row, strict=True):
                cell.text = str(text)
    document.save(str(tmp_path / "a.docx"))
    got = read(tmp_path / "a.docx")
    assert names(got) == [(1, "助餐", "幼有所育", None), (1, "助学", "学有所教", None)]
    assert [row.spot.sheet for row in got.rows] == ["table 1", "table 2"]


def test_cells_merged_downwards_in_a_document_are_read(tmp_path: Path) -> None:
    from docx import Document

    document = Document()
    table = document.add_table(rows=3, cols=8)
    for at, row in enumerate(
        (("领域", *HEADER), ("幼有所育", *item(1, "甲")), ("", *item(2, "乙")))
    ):
        for cell, text in zip(table.rows[at].cells, row, strict=True):
            cell.text = str(text)
    table.cell(1, 0).merge(table.cell(2, 0))
    document.save(str(tmp_path / "a.docx"))
    assert names(read(tmp_path / "a.docx")) == [
        (1, "甲", "幼有所育", None),
        (2, "乙", "幼有所育", None),
    ]


@pytest.mark.parametrize(
    ("text", "rank", "number", "rest"),
    [
        ("一、幼有所育", "area", 1, "幼有所育"),
        ("十二、其他", "area", 12, "其他"),
        ("（二十二）文化服务", "category", 22, "文化服务"),
        ("(三)教育", "category", 3, "教育"),
        ("1.预防接种", "item", 1, "预防接种"),
        ("80、法律援助", "item", 80, "法律援助"),
        ("（1）登记", "point", 1, "登记"),
        ("12345热线", None, None, "12345热线"),
        ("一次性补贴", None, None, "一次性补贴"),
        ("3.5岁以下儿童", None, None, "3.5岁以下儿童"),
    ],
)
def test_a_number_before_a_heading_is_told_from_a_word(
    text: str, rank: str | None, number: int | None, rest: str
) -> None:
    got = split_number(text)
    assert (got.rank, got.number, got.text) == (rank, number, rest)


def test_a_second_header_row_without_merged_cells_is_read_too(
    make_xlsx: Callable[..., Path],
) -> None:
    upper = ("序号", "服务事项", None, "服务对象", "服务内容", "服务标准")
    lower = (None, "领域", "项目名称")
    rows = [upper, lower, (1, "一、幼有所育", "1．孕检", "夫妇", "检查", "免费")]
    got = read(make_xlsx(rows))
    assert names(got) == [(1, "孕检", "幼有所育", None)]
    assert list(next(iter(got.columns.values()))) == [
        "序号", "领域", "项目名称", "服务对象", "服务内容", "服务标准",
    ]  # fmt: skip


def test_a_total_in_a_row_of_its_own_and_words_below_the_notes_are_no_areas(
    make_xlsx: Callable[..., Path],
) -> None:
    rows = [
        HEADER, ("一、幼有所育",), item(1, "甲"), ("小计",), item(2, "乙"),
        ("注：自2024年起执行",), ("某某市发展和改革委员会",), ("联系人：某某",),
    ]  # fmt: skip
    got = read(make_xlsx(rows))
    assert [row.area for row in got.rows] == ["幼有所育", "幼有所育"]
    assert [notice.spot.row for notice in got.unread] == [4, 6, 7, 8]


def test_a_sheet_does_not_take_its_area_from_the_sheet_before(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    first: Any = book.active
    for row in (HEADER, ("一、幼有所育",), item(1, "甲")):
        first.append(row)
    second: Any = book.create_sheet("附表")
    for row in (HEADER, item(2, "乙")):
        second.append(row)
    book.save(tmp_path / "a.xlsx")
    assert [row.area for row in read(tmp_path / "a.xlsx").rows] == ["幼有所育", None]


def test_a_note_below_running_text_is_no_part_of_the_last_item(tmp_path: Path) -> None:
    from docx import Document

    document = Document()
    for line in (
        "1.测试服务", "服务对象：全体居民。", "服务内容：测试。", "牵头负责单位：民政局。",
        "附注：以上自2024年起执行。", "某某市人民政府",
    ):  # fmt: skip
        document.add_paragraph(line)
    document.save(str(tmp_path / "a.docx"))
    got = read(tmp_path / "a.docx")
    assert [row.values["lead_units"] for row in got.rows] == ["民政局"]
    assert [notice.spot.row for notice in got.unread] == [5, 6]
    assert got.unread[0].line("zh") == "正文第5段：文后的说明“附注：以上自2024年起执行。”"
