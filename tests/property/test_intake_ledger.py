"""Whatever a table looks like, each of its texts is taken or it is said why not."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bps.intake.layout import HEADER
from bps.intake.mapping import Mapping
from bps.intake.read import read_office_file
from bps.intake.understand import understand

if TYPE_CHECKING:
    from pathlib import Path

QUICK = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
TITLES = ("测试区清单", "一、幼有所育", "（一）优孕优生服务", "注：仅供测试", "合计", "某某局", "")
SECOND = ("", "", "", "", "国家标准", "", "牵头单位")
LOOKS = ("", "", "", "strike", "hide", "format", "error", "comment")


@st.composite
def tables(draw: st.DrawFn) -> list[tuple[str, list[str]]]:
    """Rows with their kinds: titles, headers of one or two rows, items, sub-rows, notes."""
    rows: list[tuple[str, list[str]]] = []
    for block in range(draw(st.integers(1, 2))):
        rows += [("title", [draw(st.sampled_from(TITLES))]) for _ in range(draw(st.integers(0, 2)))]
        rows.append(("header", [*HEADER]))
        if draw(st.booleans()):
            rows.append(("header", [*SECOND]))
        for number in range(draw(st.integers(0, 4))):
            kind = draw(st.sampled_from(["item", "item", "sub", "title"]))
            name = f"{block}{number}"
            texts = [str(number), *(f"文{name}{column}" for column in range(1, 7))]
            if kind == "sub":
                texts[:2] = ["", ""]
            if kind == "title":
                texts = [draw(st.sampled_from(TITLES))]
            blanks = draw(st.sets(st.integers(0, 6), max_size=3))
            rows.append((kind, ["" if at in blanks else text for at, text in enumerate(texts)]))
    return rows


def put(sheet: Any, place: tuple[int, int], text: str, look: str) -> list[str]:
    """Put a text into a cell with a look; gives the texts that stand there then."""
    from openpyxl.comments import Comment
    from openpyxl.styles import Font

    cell = sheet.cell(*place)
    cell.value = "#N/A" if look == "error" else text
    cell.font = Font(strike=look == "strike")
    if look == "hide":
        sheet.row_dimensions[place[0]].hidden = True
    if look == "format":
        cell.number_format = ";;;"
    if look != "comment":
        return [cell.value]
    cell.comment = Comment(f"批注{text}", "测试人")
    return [text, f"批注{text}"]


@QUICK
@given(rows=tables(), data=st.data())
def test_taken_and_said_are_all_that_a_workbook_holds(
    rows: list[tuple[str, list[str]]], data: st.DataObject, tmp_path: Path
) -> None:
    from openpyxl import Workbook

    book = Workbook()
    sheet: Any = book.active
    written: Counter[str] = Counter()
    for at, (kind, texts) in enumerate(rows, start=1):
        for column, text in enumerate(texts, start=1):
            look = data.draw(st.sampled_from(LOOKS)) if kind in {"item", "sub"} else ""
            if text:
                written.update(put(sheet, (at, column), text, look))
        if kind == "title":
            sheet.merge_cells(start_row=at, start_column=1, end_row=at, end_column=7)
        elif kind == "sub" and rows[at - 2][0] == "item" and data.draw(st.booleans()):
            sheet.merge_cells(start_row=at - 1, start_column=1, end_row=at, end_column=1)
    path = tmp_path / "测试.xlsx"
    book.save(path)
    ledger = understand(read_office_file(path), mapping=Mapping()).ledger
    entries = list(ledger.entries())
    assert Counter(entry.text for entry in entries) == written
    assert all(bool(entry.fields) != (entry.why is not None) for entry in entries)
    sums = ledger.sums
    assert sums.taken + sums.said == sums.all == written.total()
    # Each that was not taken stands in the report, in its row.
    lines = ledger.lines()
    for entry in entries:
        if entry.why is not None:
            assert any(
                entry.text in line.words.zh and line.spot.row == entry.spot.row for line in lines
            )
