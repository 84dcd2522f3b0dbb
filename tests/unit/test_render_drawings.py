"""Drawings and QR codes: right lengths, named, without style, and harmless whatever the labels."""

from __future__ import annotations

from decimal import Decimal

import segno
from defusedxml import ElementTree

from bps.render import charts, qr


def test_bars_are_as_long_as_their_values() -> None:
    rows = [charts.Bar("甲", Decimal(10), "10"), charts.Bar("乙", Decimal(5), "5")]
    svg = ElementTree.fromstring(str(charts.bars(rows, label="x")))
    widths = [float(node.attrib["width"]) for node in svg.iter("rect")]
    assert widths[0] == 2 * widths[1]
    assert svg.attrib["aria-label"] == "x"


def test_a_drawing_holds_no_style_and_no_markup_of_its_labels() -> None:
    rows = [charts.Bar('<b onload="x">&', Decimal(1), "<i>")]
    text = str(charts.bars(rows, label='"><script>', mark=Decimal(2), mark_text="<u>"))
    ElementTree.fromstring(text)
    assert "<script" not in text
    assert "style=" not in text
    assert "onload=" not in text.replace("onload=&#34;", "")


def test_steps_hold_a_value_until_the_next_one() -> None:
    points = (
        charts.Point(Decimal(2020), Decimal(100), "2020"),
        charts.Point(Decimal(2022), Decimal(200), "2022"),
    )
    svg = str(charts.lines([charts.Line("国家", points)], label="x", steps=True))
    path = svg.partition('class="c-line c-line-main" d="')[2].partition('"')[0]
    assert "H" in path
    assert "V" in path
    assert "L" not in path


def test_no_points_give_no_drawing() -> None:
    assert charts.lines([], label="x") == ""


def test_a_qr_code_has_the_modules_of_its_address_and_a_quiet_zone() -> None:
    address = "https://example.org/items/cn/vaccination/"
    svg = ElementTree.fromstring(str(qr.svg(address, label="<x>")))
    size = len(list(segno.make(address, error="q", micro=False).matrix))
    assert svg.attrib["viewBox"] == f"0 0 {size + 8} {size + 8}"
    assert svg.attrib["aria-label"] == "<x>"
