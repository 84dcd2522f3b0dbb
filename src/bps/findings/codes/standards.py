"""Codes of standards and of items that use them."""

from __future__ import annotations

from bps.findings.code import Example, declare
from bps.findings.finding import Severity

_LOCAL = "standards/local/testland-riverside/db1299-t-1-2021.yml"
_ITEM = "catalogue/items/testland/library-card.yml"
_TIE = "standards: [{{standard: {}, tie: procedure, basis: stated, confidence: high}}]\n"

STANDARDS = (
    declare(
        "standard-code-unreadable",
        Severity.WARNING,
        ("标准号读不懂", "Standard code not understood"),
        ("“{code}”不像标准号。", '"{code}" does not look like the code of a standard.'),
        (
            "照原文核对，例如 GB/T 39554.1-2020、DB3212/T 1077-2021。",
            "check it against the document; codes look like GB/T 39554.1-2020 or DB3212/T 1077-2021",
        ),
        (
            "标准号写明类别、地区、顺序号和年份；读不懂的标准号无法比较。",
            "A code says class, region, number and year; one that cannot be read cannot be "
            "compared.",
        ),
        bad=Example(_LOCAL, "code: 借阅规范一号\n"),
        good=Example(_LOCAL, "code: DB1299/T 1-2021\n"),
    ),
    declare(
        "standard-code-level",
        Severity.ERROR,
        ("标准号与级别不符", "Standard code of another level"),
        (
            "“{code}”是{coded}的标准号，level 却是 {level}。",
            '"{code}" is the code of {coded}, but level is {level}.',
        ),
        ("改正标准号或级别。", "correct the code or the level"),
        (
            "GB 是国家标准，DB 加地区代码是地方标准，T/ 是团体标准，Q/ 是企业标准。",
            "GB is national, DB with a region is local, T/ is a group's and Q/ an enterprise's "
            "standard.",
        ),
        bad=Example(_LOCAL, "code: GB/T 990001-2024\n"),
        good=Example(_LOCAL, "code: DB1299/T 1-2021\n"),
    ),
    declare(
        "standard-code-place",
        Severity.ERROR,
        ("标准号与地区不符", "Standard code of another place"),
        (
            "“{code}”的地区代码是 {region}，{jurisdiction} 的标准应当是 {wanted}。",
            'The region in "{code}" is {region}; standards of {jurisdiction} have {wanted}.',
        ),
        ("改正标准号或地区。", "correct the code or the jurisdiction"),
        (
            "地方标准号里的数字是发布地区行政区划代码的前两位或前四位。",
            "The digits in a local code are the first two or four of the division code of the "
            "place that issued it.",
        ),
        bad=Example(_LOCAL, "code: DB1198/T 1-2021\n"),
        good=Example(_LOCAL, "code: DB1299/T 1-2021\n"),
    ),
    declare(
        "standard-not-in-force",
        Severity.WARNING,
        ("事项使用了已废止或被代替的标准", "Item rests on a standard no longer in force"),
        ("{standard} 已{state}{successor}。", "{standard} is {state}{successor}."),
        (
            "改用现行标准；若事项仍按旧标准执行，在 note 中说明。",
            "name the standard in force; if the item still follows the old one, say so in note",
        ),
        (
            "服务事项应当依据现行标准；被代替的标准可能已有不同的要求。",
            "An item should rest on standards in force; the successor may ask for something else.",
        ),
        bad=Example(_ITEM, _TIE.format("gb-t-990001-2010")),
        good=Example(_ITEM, _TIE.format("gb-t-990001-2024")),
    ),
    declare(
        "replacement-one-sided",
        Severity.NOTICE,
        ("代替关系只写了一边", "Replacement said on one side only"),
        (
            "{other} 的记录没有写明{missing}。",
            "The record of {other} does not say {missing}.",
        ),
        ("在 {other} 中补上 {field}。", "add {field} to {other}"),
        (
            "两边都写明，读者从哪一边都能找到另一边。",
            "Said on both sides, a reader finds one from the other.",
        ),
        bad=Example(_LOCAL, "replaces: [{standard: gb-t-990001-2024, extent: part}]\n"),
        good=Example(_LOCAL, 'replaces: [{code: "DB1299/T 1-2011", extent: whole}]\n'),
    ),
)
