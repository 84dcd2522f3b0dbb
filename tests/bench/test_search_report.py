"""The page about the search says how well each engine answers which kind of query."""

from __future__ import annotations

from bench.search_report import Measured, page
from tests.search.judging import Figures, Judged, figures_by_kind, figures_of, position

PLACES = {
    Judged("低保", "short-name", ("cn/minimum-living",), held_out=True): 1,
    Judged("打疫苗", "plain-word", ("cn/vaccination",), held_out=False): 2,
    Judged("火星", "plain-word", ("cn/vaccination",), held_out=False): 0,
}


def test_the_place_of_the_first_right_result_counts() -> None:
    assert position([("a",), ("b", "GB/T 1-2020")], ["GB/T 1-2020"]) == 2
    assert position([("a",)], ["b"]) == 0
    assert figures_of([1, 2, 0, 4]) == Figures(count=4, hit=0.5, mrr=(1 + 0.5 + 0.25) / 4)


def test_the_page_has_a_row_for_each_kind_and_a_column_for_each_engine() -> None:
    figures = figures_by_kind(PLACES)
    measured = Measured({"whoosh": figures, "Material": figures}, 204_800, "9.8.1")
    zh, en = page(measured, "zh"), page(measured, "en")
    assert "| 平常说法 | 2 | 0.500 | 0.250 | 0.500 | 0.250 |" in zh
    assert "| held out | 1 | 1.000 | 1.000 | 1.000 | 1.000 |" in en
    assert "200 KiB" in zh
    assert "9.8.1" in en
    assert zh.count("\n|") == en.count("\n|") == 2 + 4


def test_the_page_keeps_silent_about_a_neighbour_that_took_no_part() -> None:
    measured = Measured({"whoosh": figures_by_kind(PLACES)}, 1024)
    assert "Material" not in page(measured, "zh") + page(measured, "en")
