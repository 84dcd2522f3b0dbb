"""Codes of references that lead nowhere, or to a record that has gone elsewhere."""

from __future__ import annotations

from bps.findings.code import Code, Example, declare
from bps.findings.finding import Severity

_ITEM = "catalogue/items/testland/library-card.yml"
_POINT = "catalogue/service-points/testland-riverside/river-library.yml"
_RESULTS = "catalogue/observations/testland-riverside/reading-2024.yml"


def _unknown(
    target: str, zh: str, en: str, where: str, path: str, bad: str, good: str
) -> tuple[str, Code]:
    """The code for a reference of one type that leads nowhere."""
    listed = "" if target == "target" else f" {target}"
    an_or_a = "an" if en[0] in "aeiou" else "a"
    return target, declare(
        f"unknown-{target}",
        Severity.ERROR,
        (f"没有这个{zh}", f"Unknown {en}"),
        (
            f"{where.replace(' and ', ' 和 ')} 中没有{zh}“{{given}}”。",
            f'{en.capitalize()} "{{given}}" is not in {where}.',
        ),
        (
            f"改正编号，或先建立这条{zh}记录；bps list{listed} 列出已有的编号。",
            f"correct the id, or add the record first; bps list{listed} shows the ids there are",
        ),
        (
            f"这里写的是{zh}的编号，必须先有相应的记录。",
            f"What stands here is the id of {an_or_a} {en}, whose record must exist first.",
        ),
        bad=Example(path, bad),
        good=Example(path, good),
    )


_LEVEL = (
    'levels: [{{measure: {}, kind: time, value: "2", comparator: at-most, unit: {}, per: {}, '
    'from: "2024-01-01", evidence: {{source: testland-gazette, how: stated, '
    'checked_on: "2026-01-15"}}}}]\n'
)

REFERENCES: dict[str, Code] = dict(
    (
        _unknown(
            "unit",
            "单位",
            "unit",
            "catalogue/units/",
            _ITEM,
            "lead_units: [testland/culture-ofice]\n",
            "lead_units: [testland/culture-office]\n",
        ),
        _unknown(
            "item",
            "服务事项",
            "item",
            "catalogue/items/",
            _POINT,
            "items: [testland/library-cards]\n",
            "items: [testland/library-card]\n",
        ),
        _unknown(
            "jurisdiction",
            "地区",
            "jurisdiction",
            "catalogue/jurisdictions/",
            "catalogue/jurisdictions/testland-riverside.yml",
            "parent: testlandia\n",
            "parent: testland\n",
        ),
        _unknown(
            "standard",
            "标准",
            "standard",
            "standards/",
            _POINT,
            "standards: [t-990001-2024]\n",
            "standards: [gb-t-990001-2024]\n",
        ),
        _unknown(
            "source",
            "来源",
            "source",
            "catalogue/sources/",
            _ITEM,
            "basis: [{text: {zh: 图书馆条例}, source: testland-gazete}]\n",
            "basis: [{text: {zh: 图书馆条例, en: Library Act}, source: testland-gazette}]\n",
        ),
        _unknown(
            "list",
            "清单",
            "list",
            "catalogue/lists/",
            _POINT,
            "lists: [testland-2044]\n",
            "lists: [testland-2024]\n",
        ),
        _unknown(
            "indicator",
            "指标",
            "indicator",
            "catalogue/indicators/",
            _ITEM,
            "indicators: [visit-per-reader]\n",
            "indicators: [visits-per-reader]\n",
        ),
        _unknown(
            "survey",
            "调查",
            "survey",
            "catalogue/surveys/",
            _RESULTS,
            "survey: reader-surveys\n",
            "survey: reader-survey\n",
        ),
        _unknown(
            "domain-scheme",
            "领域分类",
            "domain scheme",
            "catalogue/domains/",
            "catalogue/lists/testland-2024.yml",
            "scheme: testland-area\n",
            "scheme: testland-areas\n",
        ),
        _unknown(
            "concept",
            "领域",
            "area",
            "catalogue/domains/",
            _ITEM,
            "domain: testland-areas/readings\n",
            "domain: testland-areas/reading\n",
        ),
        _unknown(
            "recipient",
            "服务对象",
            "recipient group",
            "catalogue/recipients.yml",
            _ITEM,
            "recipients: [reader]\n",
            "recipients: [readers]\n",
        ),
        _unknown(
            "life-event",
            "人生大事",
            "life event",
            "catalogue/life-events.yml",
            _ITEM,
            "life_events: [moving]\n",
            "life_events: [moving-house]\n",
        ),
        _unknown(
            "measure-unit",
            "计量单位",
            "unit of measure",
            "catalogue/quantities.yml",
            _ITEM,
            _LEVEL.format("days-to-card", "dayz", "application"),
            _LEVEL.format("days-to-card", "days", "application"),
        ),
        _unknown(
            "per",
            "计量对象",
            "counted thing",
            "catalogue/quantities.yml",
            _ITEM,
            _LEVEL.format("days-to-card", "days", "applications"),
            _LEVEL.format("days-to-card", "days", "application"),
        ),
        _unknown(
            "target",
            "去向记录",
            "target",
            "catalogue/ and standards/",
            "catalogue/items/testland/reader-ticket.yml",
            "to: [testland/library-cards]\n",
            "to: [testland/library-card]\n",
        ),
    )
)

_FORWARD_TO = "catalogue/items/testland/{}.yml"

FORWARDED = (
    declare(
        "moved-reference",
        Severity.WARNING,
        ("引用了已改号的记录", "Reference to a moved record"),
        ("“{given}”已改为“{target}”。", '"{given}" has moved to "{target}".'),
        ("写成 {target}。", "write {target}"),
        (
            "旧编号仍然有效，但新写的引用应当用现在的编号。",
            "The old id still works, but references should use the present one.",
        ),
        bad=Example(_POINT, "items: [testland/reader-ticket]\n"),
        good=Example(_POINT, "items: [testland/library-card]\n"),
        fixable=True,
    ),
    declare(
        "split-reference",
        Severity.WARNING,
        ("引用了已拆分的记录", "Reference to a split record"),
        ("“{given}”已拆分为 {target}。", '"{given}" was split into {target}.'),
        ("选定其中一条或几条。", "choose the one that is meant, or name several"),
        (
            "拆分后旧编号不再指明是哪一条。",
            "After a split the old id no longer says which one is meant.",
        ),
        bad=Example(
            _POINT,
            "items: [testland/old-reading]\n",
            also=(
                (
                    _FORWARD_TO.format("old-reading"),
                    "id: testland/old-reading\nkind: split\n"
                    'to: [testland/library-card, testland/reading-room]\non: "2024-01-01"\n',
                ),
            ),
        ),
        good=Example(_POINT, "items: [testland/library-card, testland/reading-room]\n"),
    ),
    declare(
        "withdrawn-reference",
        Severity.WARNING,
        ("引用了已撤销的记录", "Reference to a withdrawn record"),
        ("“{given}”已撤销{target}。", '"{given}" was withdrawn{target}.'),
        ("删去这处引用，或改用别的记录。", "remove the reference, or name another record"),
        (
            "撤销的记录保留编号，但不应再被引用。",
            "A withdrawn record keeps its id but should not be referred to any more.",
        ),
        bad=Example(
            _POINT,
            "items: [testland/stamp-card]\n",
            also=(
                (
                    _FORWARD_TO.format("stamp-card"),
                    'id: testland/stamp-card\nkind: withdrawn\non: "2024-01-01"\n',
                ),
            ),
        ),
        good=Example(_POINT, "items: [testland/library-card]\n"),
    ),
    declare(
        "forwarding-cycle",
        Severity.ERROR,
        ("转移说明绕成一圈", "Forwarding entries in a circle"),
        ("改号或拆分的去向绕回了自己：{chain}。", "The forwarding leads back to itself: {chain}."),
        ("让其中一条指向真实的记录。", "let one of them lead to a live record"),
        ("绕成一圈的旧编号哪里也到不了。", "Old ids in a circle lead nowhere."),
        bad=Example(
            "catalogue/items/testland/reader-ticket.yml",
            "to: [testland/lending-ticket]\n",
            also=(
                (
                    _FORWARD_TO.format("lending-ticket"),
                    "id: testland/lending-ticket\nkind: moved\n"
                    'to: [testland/reader-ticket]\non: "2024-01-01"\n',
                ),
            ),
        ),
        good=Example("catalogue/items/testland/reader-ticket.yml", "to: [testland/library-card]\n"),
    ),
    declare(
        "parent-cycle",
        Severity.ERROR,
        ("上下级绕成一圈", "Circle of parents"),
        ("上级关系绕回了自己：{chain}。", "The chain of parents leads back to itself: {chain}."),
        ("改正其中一个上级。", "correct one of the parents"),
        (
            "地区、单位和领域的上下级是一棵树，不能绕圈。",
            "Places, bodies and areas form a tree; a circle has no top.",
        ),
        bad=Example("catalogue/jurisdictions/testland.yml", "parent: testland-riverside\n"),
        good=Example("catalogue/jurisdictions/testland-riverside.yml", "parent: testland\n"),
    ),
)
