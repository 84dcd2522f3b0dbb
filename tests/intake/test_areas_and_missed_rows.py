"""Areas beside categories, and tables of which too much was not taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from bps.cli import main
from bps.intake.mapping import Mapping
from bps.intake.read import read_office_file
from bps.intake.understand import understand

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

REST = ("服务内容", "服务标准")


@pytest.mark.parametrize(
    "pair", [("领域", "类别"), ("大类", "小类"), ("服务领域", "服务类别"), ("领域", "分类")]
)
def test_areas_and_categories_are_counted_apart(
    make_xlsx: Callable[..., Path], pair: tuple[str, str]
) -> None:
    rows = [
        ("甲领域", "一类", "测试一", "内容", "标准"),
        ("甲领域", "二类", "测试二", "内容", "标准"),
        ("乙领域", "三类", "测试三", "内容", "标准"),
    ]
    office = read_office_file(make_xlsx([(*pair, "服务项目", *REST), *rows]))
    got = understand(office, mapping=Mapping())
    assert got.areas() == {"甲领域": 2, "乙领域": 1}
    assert got.categories() == 3


def test_a_lone_column_of_kinds_is_still_the_area(make_xlsx: Callable[..., Path]) -> None:
    rows = [("类别", "服务项目", *REST), ("甲类", "测试一", "内容", "标准")]
    got = understand(read_office_file(make_xlsx(rows)), mapping=Mapping())
    assert got.areas() == {"甲类": 1}
    assert got.categories() == 0


def test_a_table_of_which_much_was_missed_is_not_written_by_yes_alone(
    small_root: Path, make_xlsx: Callable[..., Path]
) -> None:
    rows = [
        ("序号", "服务项目", *REST),
        (1, "测试一", "内容", "标准"),
        (2, None, "内容", "标准"),
    ]
    words = ["--root", str(small_root), "--lang", "zh", "import", str(make_xlsx(rows))]
    words += ["--list", "test-2024", "--yes"]
    refused = CliRunner().invoke(main, words)
    assert refused.exit_code == 2
    assert "--accept-unread" in refused.output
    assert not list(small_root.glob("catalogue/items/test-city/*.yml"))
    assert CliRunner().invoke(main, [*words, "--accept-unread"]).exit_code == 0
    assert len(list(small_root.glob("catalogue/items/test-city/*.yml"))) == 1
