"""Text documents as a person sees them: tables by their grid, tracked changes, numbers, boxes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bps.intake.mapping import Mapping
from bps.intake.read import read_office_file
from bps.intake.readers import reasons
from bps.intake.readers.document_numbers import figure_text
from bps.intake.understand import understand
from tests.support.office import cell, paragraph, row, run, table, write_docx

if TYPE_CHECKING:
    from pathlib import Path

    from bps.intake.grid import OfficeFile

STRIKE = "<w:strike/>"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where a test writes its document."""
    return tmp_path


def read(folder: Path, body: str, **parts: str) -> OfficeFile:
    """Read a document of this body."""
    return read_office_file(write_docx(folder / "测试.docx", body, **parts))


def texts(office: OfficeFile, grid: int = 0) -> list[list[str]]:
    """The cells of a grid, row by row."""
    return [[each.text for each in line.cells] for line in office.grids[grid].rows]


def left(office: OfficeFile) -> list[tuple[int, int, str, object]]:
    """What was left out: row, column, text, reason."""
    return [(each.spot.row, each.spot.column, each.text, each.why) for each in office.leftovers]


def test_cells_stand_where_the_grid_says(folder: Path) -> None:
    body = table(
        row("序号", "项目", "标准"),
        row("乙", "丙", look='<w:gridBefore w:val="1"/>'),
        row("丁", look='<w:gridAfter w:val="2"/>'),
        row(cell("戊", look='<w:gridSpan w:val="2"/>'), "己"),
    )
    assert texts(read(folder, body)) == [
        ["序号", "项目", "标准"],
        ["", "乙", "丙"],
        ["丁", "", ""],
        ["戊", "戊", "己"],
    ]


def test_cells_merged_downwards_keep_their_columns(folder: Path) -> None:
    start, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    body = table(
        row(cell("甲", look=start), "乙", cell("丙", look=start)),
        row(cell("", look=on), "丁", cell("盖住的字", look=on)),
        row("戊", "己", cell("庚", look=on)),
    )
    office = read(folder, body)
    assert texts(office) == [["甲", "乙", "丙"], ["甲", "丁", "丙"], ["戊", "己", "丙"]]
    assert office.grids[0].rows[1].cells[0].anchor == (1, 1)
    assert left(office) == [(2, 3, "盖住的字", reasons.COVERED), (3, 3, "庚", reasons.COVERED)]


def test_content_controls_move_no_cell(folder: Path) -> None:
    def control(inner: str) -> str:
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{inner}</w:sdtContent></w:sdt>"

    body = control(
        table(
            control(row("甲", control(cell("乙")), "丙")),
            row(
                "丁",
                f"<w:tc>{control(paragraph('戊'))}</w:tc>",
                f"<w:tc><w:p>{control(run('己'))}</w:p></w:tc>",
            ),
        )
    )
    assert texts(read(folder, body)) == [["甲", "乙", "丙"], ["丁", "戊", "己"]]


def test_tracked_changes_read_as_if_they_were_accepted(folder: Path) -> None:
    gone = "<w:del><w:r><w:delText>二百元</w:delText></w:r></w:del>"
    new = f"<w:ins>{run('三百元')}</w:ins>"
    away = f"<w:moveFrom>{run('旧地方')}</w:moveFrom>"
    here = f"<w:moveTo>{run('新地方')}</w:moveTo>"
    body = table(
        row(
            "甲",
            f"<w:tc><w:p>{run('每月')}{gone}{new}</w:p></w:tc>",
            f"<w:tc><w:p>{away}{here}</w:p></w:tc>",
        ),
        row("乙", "丙", "丁", look="<w:del/>"),
        row("戊", "己", "庚", look="<w:ins/>"),
    )
    office = read(folder, body)
    assert texts(office) == [["甲", "每月三百元", "新地方"], ["戊", "己", "庚"]]
    assert left(office) == [
        (1, 2, "二百元", reasons.DELETED),
        (1, 3, "旧地方", reasons.MOVED),
        (2, 1, "乙", reasons.DELETED),
        (2, 2, "丙", reasons.DELETED),
        (2, 3, "丁", reasons.DELETED),
    ]


def test_struck_out_and_hidden_runs_are_left_out_also_by_their_style(folder: Path) -> None:
    styles = (
        '<w:style w:styleId="gone"><w:rPr><w:strike/></w:rPr></w:style>'
        '<w:style w:styleId="below"><w:basedOn w:val="gone"/></w:style>'
    )
    shown, by_style = '<w:vanish w:val="0"/>', '<w:rStyle w:val="below"/>'
    body = table(
        row(
            f"<w:tc>{paragraph('甲', run('划掉', STRIKE), run('双划', '<w:dstrike/>'))}</w:tc>",
            f"<w:tc>{paragraph('乙', run('隐藏', '<w:vanish/>'), run('不隐', shown))}</w:tc>",
            f"<w:tc>{paragraph('丙', run('样式', by_style))}</w:tc>",
        )
    )
    office = read(folder, body, styles=styles)
    assert texts(office) == [["甲", "乙不隐", "丙"]]
    assert left(office) == [
        (1, 1, "划掉双划", reasons.STRUCK),
        (1, 2, "隐藏", reasons.HIDDEN),
        (1, 3, "样式", reasons.STRUCK),
    ]


def test_hyphens_breaks_tabs_and_base_text_are_kept(folder: Path) -> None:
    ruby = (
        f"<w:r><w:ruby><w:rt>{run('zhù')}</w:rt><w:rubyBase>{run('助')}</w:rubyBase></w:ruby></w:r>"
    )
    body = table(
        row(
            "<w:tc><w:p><w:r><w:t>0716</w:t><w:noBreakHyphen/><w:t>1234</w:t></w:r></w:p></w:tc>",
            "<w:tc><w:p><w:r><w:t>一</w:t><w:br/><w:t>二</w:t><w:tab/><w:t>三</w:t></w:r></w:p></w:tc>",
            f"<w:tc><w:p>{ruby}{run('餐')}</w:p></w:tc>",
        )
    )
    assert texts(read(folder, body)) == [["0716-1234", "一\n二 三", "助餐"]]


def test_automatic_numbers_are_those_a_reader_sees(folder: Path) -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="1">'
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>'
        "</w:abstractNum>"
        '<w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num>'
    )

    def numbered(level: int, text: str) -> str:
        look = f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="7"/></w:numPr></w:pPr>'
        return f"<w:p>{look}{run(text) if text else ''}</w:p>"

    body = (
        numbered(0, "幼有所育")
        + table(
            row(f"<w:tc>{numbered(1, '')}</w:tc>", "甲"),
            row(f"<w:tc>{numbered(1, '')}</w:tc>", "乙"),
            columns=2,
        )
        + numbered(0, "老有所养")
        + table(row(f"<w:tc>{numbered(1, '')}</w:tc>", "丙"), columns=2)
    )
    office = read(folder, body, numbering=numbering)
    assert texts(office, 0) == [["1.", "甲"], ["2.", "乙"]]
    assert texts(office, 1) == [["1.", "丙"]]
    assert texts(office, 2) == [["一、幼有所育"], ["二、老有所养"]]


@pytest.mark.parametrize(
    ("number", "kind", "seen"),
    [
        (12, "chineseCountingThousand", "十二"),
        (3, "decimalEnclosedCircle", "③"),
        (4, "lowerRoman", "iv"),
        (28, "upperLetter", "BB"),
        (2, "ideographTraditional", "乙"),
        (5, "decimalFullWidth", "５"),
        (3, "chineseLegalSimplified", "叁"),
    ],
)
def test_a_list_counts_in_its_own_way(number: int, kind: str, seen: str) -> None:
    assert figure_text(number, kind) == seen


def test_a_table_in_a_text_box_is_read_once(folder: Path) -> None:
    inner = f"<w:txbxContent>{table(row('甲', '乙'), columns=2)}</w:txbxContent>"
    body = (
        "<w:p><w:r><mc:AlternateContent>"
        f"<mc:Choice Requires='wps'><w:drawing><wps:txbx>{inner}</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{inner}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    office = read(folder, body)
    assert len(office.grids) == 1
    assert texts(office) == [["甲", "乙"]]


def test_a_table_in_a_cell_becomes_lines_of_it(folder: Path) -> None:
    inner = table(row("城市", "720元"), row("农村", "560元"), columns=2)
    office = read(
        folder, table(row("甲", f"<w:tc>{paragraph('如下：')}{inner}<w:p/></w:tc>"), columns=2)
    )
    assert texts(office) == [["甲", "如下：\n城市 720元\n农村 560元"]]
    assert "还有表格" in office.notices[0].words.zh


def test_comments_footnotes_and_pictures_are_said_with_their_place(folder: Path) -> None:
    body = table(
        row(
            f"<w:tc><w:p>{run('甲')}<w:r><w:commentReference w:id='0'/></w:r></w:p></w:tc>",
            f"<w:tc><w:p>{run('乙')}<w:r><w:footnoteReference w:id='2'/></w:r></w:p></w:tc>",
            "<w:tc><w:p><w:r><w:drawing/></w:r></w:p></w:tc>",
        )
    )
    office = read(
        folder,
        body,
        comments=f'<w:comment w:id="0">{paragraph("待核")}</w:comment>',
        footnotes=f'<w:footnote w:id="2">{paragraph("由区财政承担")}</w:footnote>',
    )
    assert left(office) == [
        (1, 1, "待核", reasons.COMMENT),
        (1, 2, "由区财政承担", reasons.FOOTNOTE),
        (1, 3, "", reasons.PICTURE),
    ]


def test_a_table_right_below_another_goes_on_with_it(folder: Path) -> None:
    first = table(row("序号", "服务项目", "服务对象"), row("1", "甲", "乙"))
    second = table(row("2", "丙", "丁"))
    office = read(folder, first + paragraph("") + second)
    assert [grid.continues for grid in office.grids] == [False, True]
    office = read(folder, first + paragraph("另一张表") + second)
    assert [grid.continues for grid in office.grids[:2]] == [False, False]


def test_the_second_half_of_a_table_is_read_with_the_header_of_the_first(folder: Path) -> None:
    first = table(row("序号", "服务项目", "服务对象"), row("1", "甲", "乙"))
    second = table(row("2", "丙", "丁"), row("3", "戊", "己"))
    got = understand(read(folder, first + paragraph("") + second), mapping=Mapping())
    assert [(each.number, each.name, each.values["recipients"]) for each in got.rows] == [
        (1, "甲", "乙"),
        (2, "丙", "丁"),
        (3, "戊", "己"),
    ]
    assert got.ledger.sums.taken == got.ledger.sums.all
    apart = understand(read(folder, first + paragraph("附表") + second), mapping=Mapping())
    assert [each.number for each in apart.rows] == [1]
    assert "没有认出表头" in apart.unread[0].words.zh


def test_page_headers_are_said_once(folder: Path) -> None:
    office = read(
        folder, paragraph("甲"), header=paragraph("内部资料"), footer=paragraph("内部资料")
    )
    assert left(office) == [(0, 0, "内部资料", reasons.MARGIN)]
