"""Codes of ids, file names and folders."""

from __future__ import annotations

from bps.findings.code import Example, declare
from bps.findings.finding import Severity

_UNIT = "catalogue/units/testland/culture-office.yml"
_SCHEME = "catalogue/domains/other-areas.yml"
_PLACE = "catalogue/jurisdictions/testland-riverside.yml"
_GOOD = Example(_UNIT, "aliases: [文化办]\n")

IDENTITY = (
    declare(
        "duplicate-id",
        Severity.ERROR,
        ("编号重复", "Id used twice"),
        ("编号“{id}”已经用在 {first}。", 'The id "{id}" is already used in {first}.'),
        ("给这条记录另取编号，文件名随之改动。", "give this record an id and file name of its own"),
        (
            "编号是记录的永久名称，链接和统计都靠它；用过的编号也不再给别的记录。",
            "The id is the permanent name by which a record is linked and counted; an id once used "
            "is never given to another record.",
        ),
        bad=Example(
            "standards/internal/testland/tl-990001-2021.yml",
            "id: testland/t-990001-2021\nname: {zh: 借阅手册, en: Lending manual}\n"
            "level: internal\njurisdiction: testland\ncode_status: unknown\nstatus: in-force\n"
            "evidence: [{fields: [name, level, jurisdiction, status], source: testland-gazette, "
            'how: stated, checked_on: "2026-01-15"}]\n',
            also=(
                (
                    "standards/local/testland/t-990001-2021.yml",
                    "id: testland/t-990001-2021\nname: {zh: 借阅规范, en: Lending rules}\n"
                    "level: local\njurisdiction: testland\ncode_status: unknown\nstatus: in-force\n"
                    "evidence: [{fields: [name, level, jurisdiction, status], "
                    'source: testland-gazette, how: stated, checked_on: "2026-01-15"}]\n',
                ),
            ),
        ),
        good=_GOOD,
    ),
    declare(
        "reused-id",
        Severity.ERROR,
        ("旧编号被重用", "Former id used again"),
        (
            "“{id}”是 {other} 的旧编号，不能再用。",
            '"{id}" is a former id of {other} and cannot be used again.',
        ),
        ("另取编号。", "choose another id"),
        (
            "别人的链接和数据里还留着旧编号，它只能指原来的记录。",
            "Old ids live on in links and data elsewhere, where they mean the old record.",
        ),
        bad=Example(
            "catalogue/units/testland-riverside/culture-bureau.yml",
            "former_ids: [testland/culture-office]\n",
        ),
        good=_GOOD,
    ),
    declare(
        "id-not-file-name",
        Severity.ERROR,
        ("编号与文件名不一致", "Id differs from the file name"),
        (
            "编号“{id}”与文件名“{stem}.yml”不一致。",
            'The id "{id}" does not match the file name "{stem}.yml".',
        ),
        ("编号改成 {wanted}，或改文件名。", "change the id to {wanted}, or rename the file"),
        (
            "编号的最后一段就是文件名，任何人都能由编号找到文件。",
            "The last part of an id is the file name, so that anybody can find the file.",
        ),
        bad=Example(_UNIT, "id: testland/culture-bureau\n"),
        good=Example(_UNIT, "id: testland/culture-office\n"),
        fixable=True,
    ),
    declare(
        "wrong-folder",
        Severity.ERROR,
        ("文件夹不对", "Wrong folder"),
        (
            "{what}是“{given}”，文件却在 {folder}。",
            '{what} is "{given}", but the file stands in {folder}.',
        ),
        ("移到 {wanted}。", "move the file to {wanted}"),
        (
            "文件夹表明记录的类型、地区和标准的级别；三者必须与记录一致。",
            "The folder says type, place and, for standards, level; all three must agree with the "
            "record.",
        ),
        bad=Example(_UNIT, "jurisdiction: testland-riverside\n"),
        good=Example(_UNIT, "jurisdiction: testland\n"),
    ),
    declare(
        "duplicate-concept",
        Severity.ERROR,
        ("同一文件里编号重复", "Id used twice in one file"),
        ("编号“{id}”在本文件中已经用过。", 'The id "{id}" is already used in this file.'),
        ("另取编号，或合并两条。", "choose another id, or merge the two"),
        ("同一分类中的编号必须各不相同。", "Ids inside one scheme must differ."),
        bad=Example(
            _SCHEME,
            "concepts:\n  - {id: sport, name: {zh: 体育, en: Sport}}\n"
            "  - {id: sport, name: {zh: 球类, en: Ball games}}\n",
        ),
        good=Example(
            _SCHEME,
            "concepts:\n  - {id: sport, name: {zh: 体育, en: Sport}}\n"
            "  - {id: ball-games, name: {zh: 球类, en: Ball games}}\n",
        ),
    ),
    declare(
        "unknown-broader",
        Severity.ERROR,
        ("没有这个上级条目", "Unknown parent entry"),
        ("本文件中没有编号为“{given}”的条目。", 'This file has no entry "{given}".'),
        ("改正编号，或先加上这个条目。", "correct the id, or add the entry first"),
        (
            "broader 写同一文件中上一级条目的编号。",
            "broader names the entry above, in the same file.",
        ),
        bad=Example(
            _SCHEME,
            "concepts:\n  - {id: sport, name: {zh: 体育, en: Sport}}\n"
            "  - {id: ball-games, name: {zh: 球类, en: Ball games}, broader: sports}\n",
        ),
        good=Example(
            _SCHEME,
            "concepts:\n  - {id: sport, name: {zh: 体育, en: Sport}}\n"
            "  - {id: ball-games, name: {zh: 球类, en: Ball games}, broader: sport}\n",
        ),
    ),
    declare(
        "look-alike-name",
        Severity.WARNING,
        ("名称相同", "Same name twice"),
        (
            "“{name}”与 {first} 同名、同地区、同类型。",
            '"{name}" has the name, place and type of {first}.',
        ),
        (
            "确认是否为同一事物；是则合并，不是则在名称中说明区别。",
            "merge them if they are the same thing; if not, say the difference in the name",
        ),
        (
            "同一地区两条同名记录多半是重复录入。",
            "Two records of one name in one place are most often one thing entered twice.",
        ),
        bad=Example(
            "catalogue/units/testland/culture-office-2.yml",
            "id: testland/culture-office-2\nname: {zh: 试验国文化办公室, en: Culture Office of Testland}\n"
            "kind: bureau\njurisdiction: testland\nevidence: [{fields: [name, kind, jurisdiction], "
            'source: testland-gazette, how: stated, checked_on: "2026-01-15"}]\n',
        ),
        good=_GOOD,
    ),
    declare(
        "near-duplicate-item",
        Severity.NOTICE,
        ("事项名称相近", "Items of almost one name"),
        (
            "“{name}”与同一地区的“{other}”（{first}）很相近。",
            '"{name}" is much like "{other}" ({first}) of the same place.',
        ),
        (
            "确认是否为同一事项：bps similar 可列出相近的事项；是则合并。",
            "find out whether they are one item (bps similar lists what is alike); if so, merge them",
        ),
        (
            "名称只差一两个字的事项，常常是同一事项录入了两次；不是时不必改动。",
            "Items whose names differ in a character or two are often one item entered twice; where "
            "they are not, nothing has to change.",
        ),
        bad=Example(
            "catalogue/items/testland/reading-room-2.yml",
            "id: testland/reading-room-2\nname: {zh: 公共图书阅览室开放服务, en: Public reading rooms}\n"
            "status: in-force\njurisdiction: testland\n"
            "evidence: [{fields: [name, status, jurisdiction], source: testland-gazette, "
            'how: stated, checked_on: "2026-01-15"}]\n',
            also=(
                (
                    "catalogue/items/testland/reading-room-3.yml",
                    "id: testland/reading-room-3\n"
                    "name: {zh: 公共图书阅览室的开放服务, en: Opening of public reading rooms}\n"
                    "status: in-force\njurisdiction: testland\n"
                    "evidence: [{fields: [name, status, jurisdiction], source: testland-gazette, "
                    'how: stated, checked_on: "2026-01-15"}]\n',
                ),
            ),
        ),
        good=_GOOD,
    ),
    declare(
        "division-code-mismatch",
        Severity.WARNING,
        ("区划代码与层级或上级不符", "Division code of another level or parent"),
        (
            "区划代码 {code} 与这个地区的层级或上级不符：应是 {wanted} 的样子（# 是数字）。",
            "The division code {code} does not fit this place's level or parent: it should look like "
            "{wanted} (# for a digit).",
        ),
        (
            "对照 GB/T 2260 改正代码、层级或上级；确有其事的在 bps.toml 的 suppress 里写明理由。",
            "correct the code, the level or the parent by GB/T 2260; where it is so, say why under "
            "suppress in bps.toml",
        ),
        (
            "六位代码两位一层：省、市、县。写错一位，地方标准和数据就会算到别的地方去。",
            "The six digits come in pairs: province, city, county. One wrong digit counts local "
            "standards and data to another place.",
        ),
        bad=Example(_PLACE, 'division_code: "129901"\n'),
        good=Example(_PLACE, 'division_code: "129900"\n'),
    ),
    declare(
        "division-code-twice",
        Severity.ERROR,
        ("区划代码重复", "Division code used twice"),
        (
            "区划代码 {code} 已经是 {first} 的。",
            "The division code {code} is already that of {first}.",
        ),
        (
            "查对 GB/T 2260，改正其中一个。",
            "look both up in GB/T 2260 and correct one of them",
        ),
        (
            "一个代码只属于一个地区；两个地区同码，程序就分不清。",
            "A code belongs to one place; with two, programs cannot tell them apart.",
        ),
        bad=Example(_PLACE, 'division_code: "990000"\n'),
        good=Example(_PLACE, 'division_code: "129900"\n'),
    ),
)
