"""Items as running text, with the labels that offices put before its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bps.intake.mapping import Mapping
from bps.intake.read import read_office_file
from bps.intake.understand import understand
from tests.support.office import paragraph, write_docx

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    "lines",
    [
        ("【服务对象】老年人", "【服务内容】体检", "【牵头单位】民政局"),
        ("服务对象：老年人", "服务内容: 体检", "牵头单位：民政局。"),
        ("〔服务对象〕：老年人", "〔服务内容〕体检", "〔牵头单位〕民政局"),
        ("对象：老年人", "内容：体检", "责任单位：民政局"),
        ("1.服务对象：老年人", "2.服务内容：体检", "3.牵头单位：民政局"),
    ],
    ids=["brackets", "full labels", "other brackets", "short labels", "numbered labels"],
)
def test_labels_come_in_many_dresses(tmp_path: Path, lines: tuple[str, ...]) -> None:
    body = "".join(paragraph(text) for text in ("一、老有所养", "1.测试服务", *lines))
    got = understand(read_office_file(write_docx(tmp_path / "a.docx", body)), mapping=Mapping())
    (row,) = got.rows
    assert row.name == "测试服务"
    assert row.area == "老有所养"
    assert [row.values[key] for key in ("recipients", "content", "lead_units")] == [
        *("老年人", "体检", "民政局")
    ]
    assert got.ledger.sums.taken == got.ledger.sums.all


def test_several_labels_of_one_line_are_told_apart(tmp_path: Path) -> None:
    body = paragraph("1.测试服务") + paragraph(
        "对象：老年人。内容：体检。标准：每年1次。责任单位：民政局"
    )
    (row,) = understand(
        read_office_file(write_docx(tmp_path / "a.docx", body)), mapping=Mapping()
    ).rows
    assert row.values["content"] == "体检。"
    assert row.values["level"] == "每年1次。"
