"""Codes of numbers: list numbers, levels, declared totals."""

from __future__ import annotations

from bps.findings.code import Example, declare
from bps.findings.finding import Severity

_ITEM = "catalogue/items/testland/reading-room.yml"
_LIST = "catalogue/lists/testland-2024.yml"
_EVIDENCE = 'evidence: {source: testland-gazette, how: stated, checked_on: "2026-01-15"}'


def _declared(*rows: str) -> Example:
    return Example(_LIST, "declared:\n" + "".join(f"  - {{{row}, {_EVIDENCE}}}\n" for row in rows))


FIGURES = (
    declare(
        "duplicate-list-number",
        Severity.ERROR,
        ("清单序号重复", "List number used twice"),
        (
            "{list} 的第 {number} 项已经是 {first}。",
            "Number {number} of {list} is already {first}.",
        ),
        ("对照清单改正其中一个序号。", "correct one of the two numbers by the list"),
        (
            "同一版清单里一个序号只对应一个事项。",
            "In one edition of a list a number stands for one item.",
        ),
        bad=Example(_ITEM, "listed_in: [{list: testland-2024, number: 1}]\n"),
        good=Example(_ITEM, "listed_in: [{list: testland-2024, number: 2}]\n"),
    ),
    declare(
        "number-outside-list",
        Severity.ERROR,
        ("序号超出清单", "Number beyond the list"),
        (
            "{list} 公布共 {count} 项，这里却是第 {number} 项。",
            "{list} declares a total of {count}, but this is number {number}.",
        ),
        (
            "核对序号，或核对清单公布的项数。",
            "check the number, or the total that the list declares",
        ),
        (
            "序号不会大于清单自己公布的总数，也不会是 0。",
            "No number is above the total that the list itself declares, and none is 0.",
        ),
        bad=Example(_ITEM, "listed_in: [{list: testland-2024, number: 9}]\n"),
        good=Example(_ITEM, "listed_in: [{list: testland-2024, number: 2}]\n"),
    ),
    declare(
        "item-outside-list-areas",
        Severity.ERROR,
        ("事项不在清单的领域内", "Item outside the areas of its list"),
        (
            "事项的领域是 {domain}，{list} 却按 {scheme} 分类，两者没有对应关系。",
            "The item's area is {domain}, but {list} is ordered by {scheme}, and no match ties the two.",
        ),
        (
            "改正领域，或在领域分类里补上对应（matches）。",
            "correct the area, or add a match between the two schemes",
        ),
        (
            "清单只收录其领域内的事项；地方领域可通过 matches 与国家领域对应。",
            "A list holds items of its own areas; a local area can be tied to a national one by "
            "matches.",
        ),
        bad=Example(_ITEM, "domain: other-areas/sport\n"),
        good=Example(_ITEM, "domain: testland-areas/reading\n"),
    ),
    declare(
        "level-without-unit",
        Severity.ERROR,
        ("数值没有单位", "Value without a unit"),
        ("数值 {value} 没有写单位（unit）。", "The value {value} has no unit."),
        ("补上 unit，例如 {example}。", "add unit, for example {example}"),
        (
            "没有单位的数字无法比较，也无法理解。",
            "A number without a unit can be neither compared nor understood.",
        ),
        bad=Example(
            _ITEM,
            'levels: [{measure: seats-per-library, kind: facility, value: "40", '
            f'from: "2024", {_EVIDENCE}}}]\n',
        ),
        good=Example(
            _ITEM,
            'levels: [{measure: seats-per-library, kind: facility, value: "40", unit: seats, '
            f'from: "2024", {_EVIDENCE}}}]\n',
        ),
    ),
    declare(
        "negative-level",
        Severity.ERROR,
        ("数值是负数", "Negative value"),
        (
            "服务标准的数值不会是负数：{value}。",
            "The value of a level cannot be negative: {value}.",
        ),
        ("去掉负号，或改正数值。", "take the minus sign away, or correct the value"),
        (
            "金额、比例、次数、时间和设施都从零算起；负数多半是把连接号当成了负号。",
            "Amounts, shares, frequencies, times and facilities begin at zero; a minus is most often "
            "a dash that was copied with the number.",
        ),
        bad=Example(
            _ITEM,
            'levels: [{measure: seats-per-library, kind: facility, value: "-40", unit: seats, '
            f'from: "2024", {_EVIDENCE}}}]\n',
        ),
        good=Example(
            _ITEM,
            'levels: [{measure: seats-per-library, kind: facility, value: "40", unit: seats, '
            f'from: "2024", {_EVIDENCE}}}]\n',
        ),
    ),
    declare(
        "level-without-value",
        Severity.ERROR,
        ("服务标准没有内容", "Level without content"),
        (
            "这一行既没有数值（value），也没有文字（text）。",
            "This row has neither a value nor a text.",
        ),
        (
            "补上 value；没有数值的用 kind: qualitative 和 text。",
            "add value; where there is no figure, use kind: qualitative and text",
        ),
        (
            "一行服务标准要说出是多少，或用文字说出是什么。",
            "A row says how much, or says in words what.",
        ),
        bad=Example(
            _ITEM,
            "levels: [{measure: seats-per-library, kind: facility, unit: seats, "
            f'from: "2024", {_EVIDENCE}}}]\n',
        ),
        good=Example(
            _ITEM,
            "levels: [{measure: seats-per-library, kind: qualitative, text: {zh: 设阅览座位, en: "
            f'There are seats}}, from: "2024", {_EVIDENCE}}}]\n',
        ),
    ),
    declare(
        "declared-sum",
        Severity.WARNING,
        ("公布的分项与总数不符", "Declared parts do not add up"),
        (
            "分项之和是 {sum}，公布的总数是 {total}。",
            "The parts add up to {sum}, but the declared total is {total}.",
        ),
        (
            "核对各个数；来源本身矛盾时在 note 中说明。",
            "check the figures; if the source contradicts itself, say so in note",
        ),
        (
            "按领域公布了全部分项时，它们之和应当等于总数。",
            "When a list declares every area, the areas should add up to the total.",
        ),
        bad=_declared(
            "of: items, count: 3",
            "of: items, domain: testland-areas/reading, count: 1",
            "of: items, domain: testland-areas/care, count: 1",
            "of: items, domain: testland-areas/culture, count: 0",
        ),
        good=_declared(
            "of: items, count: 3",
            "of: items, domain: testland-areas/reading, count: 2",
            "of: items, domain: testland-areas/care, count: 1",
            "of: items, domain: testland-areas/culture, count: 0",
        ),
    ),
)
