"""Codes of records whose keys and values do not fit their type."""

from __future__ import annotations

from bps.findings.code import Example, declare
from bps.findings.finding import Severity

_RECORD = "catalogue/items/testland/library-card.yml"
_GOOD = Example(_RECORD, "charge: {kind: free}\n")

SHAPE = (
    declare(
        "unknown-key",
        Severity.ERROR,
        ("不认识的键", "Unknown key"),
        ("{where}没有“{key}”这个键。", '{where} has no key "{key}".'),
        ("删去它；可用的键：{allowed}。", "delete it; the keys are {allowed}"),
        (
            "键名写错时这一行就悄悄丢了，因此只接受已定义的键。",
            "A misspelt key would lose its content without a word, so only defined keys are "
            "accepted.",
        ),
        bad=Example(_RECORD, "charges: {kind: free}\n"),
        good=_GOOD,
    ),
    declare(
        "missing-key",
        Severity.ERROR,
        ("缺少必填的键", "Missing key"),
        ("{where}缺少“{key}”（{title}）。", '{where} lacks "{key}" ({title}).'),
        ("补上一行 {key}: …，例如 {example}。", "add a line {key}: …, for example {example}"),
        (
            "没有这一项，记录无法使用或无法核对。",
            "Without it the record cannot be used or cannot be checked.",
        ),
        bad=Example(_RECORD, "charge: {text: {zh: 不收费}}\n"),
        good=_GOOD,
    ),
    declare(
        "wrong-type",
        Severity.ERROR,
        ("值的类型不对", "Value of the wrong type"),
        (
            "{where}应当是{expected}，这里是{given}。",
            "{where} should be {expected}; here is {given}.",
        ),
        ("改成这样的写法，例如 {example}。", "write something like {example}"),
        (
            "每个键的值有固定类型：文字、数字、真假、列表或若干“键: 值”。",
            'The value of every key has a fixed type: text, number, true or false, list or "key: value" lines.',
        ),
        bad=Example(_RECORD, "charge: free\n"),
        good=_GOOD,
    ),
    declare(
        "unquoted-number",
        Severity.ERROR,
        ("数字没有加引号", "Number without quotes"),
        (
            "{where}是文字，{given} 没有加引号，会被读成数字。",
            "{where} is text; without quotes {given} is read as a number.",
        ),
        ('写成 "{given}"。', 'write "{given}" with the quotes'),
        (
            "代码、年份和小数加引号，末尾的 0 和开头的 0 才不会丢失。",
            "Codes, years and decimals keep their last and first zeros only in quotes.",
        ),
        bad=Example(_RECORD, "aliases: [2024]\n"),
        good=Example(_RECORD, 'aliases: ["2024"]\n'),
        fixable=True,
    ),
    declare(
        "empty-value",
        Severity.ERROR,
        ("值为空", "Empty value"),
        ("{where}没有值。", "{where} has no value."),
        (
            "写上值，或删去这一行：未知的内容不写。",
            "write the value or delete the line: what is not known is left out",
        ),
        (
            "不写就是“未知”；空值会被误解为“没有”。",
            'Leaving a key out says "not known"; an empty value would be taken for "none".',
        ),
        bad=Example(_RECORD, "charge:\n"),
        good=_GOOD,
        fixable=True,
    ),
    declare(
        "empty-list",
        Severity.ERROR,
        ("列表或文字为空", "Empty list or text"),
        ("{where}是空的。", "{where} is empty."),
        (
            "写上内容，或删去这一行：未知的内容不写。",
            "write what belongs there or delete the line: what is not known is left out",
        ),
        (
            "不写就是“未知”；空列表会被误解为“没有”。",
            'Leaving a key out says "not known"; an empty list would be taken for "none".',
        ),
        bad=Example(_RECORD, "aliases: []\n"),
        good=Example(_RECORD, "aliases: [读者证]\n"),
        fixable=True,
    ),
    declare(
        "value-not-allowed",
        Severity.ERROR,
        ("值不在可选范围内", "Value not among the choices"),
        ("{where}不能是“{given}”。", '{where} cannot be "{given}".'),
        ("可选：{allowed}。", "choose one of {allowed}"),
        (
            "这个键只有固定的几个值，页面和统计都按它们分类。",
            "The key takes one of a few words, by which pages and counts are sorted.",
        ),
        bad=Example(_RECORD, "charge: {kind: fre}\n"),
        good=_GOOD,
    ),
    declare(
        "wrong-form",
        Severity.ERROR,
        ("写法不对", "Value in the wrong form"),
        (
            "{where}写作“{given}”，应当是{expected}。",
            '{where} is "{given}"; it should be {expected}.',
        ),
        ("改成这样的写法，例如 {example}。", "write something like {example}"),
        (
            "编号、日期、小数和网址各有一种写法，程序才能比较和链接它们。",
            "Ids, dates, decimals and addresses have one form each, so that programs can compare "
            "and link them.",
        ),
        bad=Example(_RECORD, "former_ids: [Library_Card]\n"),
        good=Example(_RECORD, "former_ids: [testland/lending-card]\n"),
    ),
    declare(
        "text-too-long",
        Severity.ERROR,
        ("文字太长", "Text too long"),
        (
            "{where}有 {length} 个字符，上限是 {limit} 个。",
            "{where} has {length} characters; the limit is {limit}.",
        ),
        (
            "写短一些；细节放到 notes 或来源中。",
            "make it shorter; put details into notes or the source",
        ),
        (
            "名称要能显示在一行里，正文要让居民读得完。",
            "A name must fit on a line, and a text must be short enough for a resident to read.",
        ),
        bad=Example(_RECORD, f"aliases: [{'借书证' * 70}]\n"),
        good=Example(_RECORD, "aliases: [读者证]\n"),
    ),
    declare(
        "number-out-of-range",
        Severity.ERROR,
        ("数字超出范围", "Number out of range"),
        ("{where}是 {given}，应当{bound}。", "{where} is {given}; it must be {bound}."),
        ("核对数字。", "check the number"),
        (
            "计数不会小于零，序号从一开始。",
            "Counts are never below zero, and numbering begins with one.",
        ),
        bad=Example(_RECORD, "listed_in: [{list: testland-2024, number: -1}]\n"),
        good=Example(_RECORD, "listed_in: [{list: testland-2024, number: 1}]\n"),
    ),
    declare(
        "wrong-count",
        Severity.ERROR,
        ("个数不对", "Wrong number of entries"),
        (
            "{where}有 {given} 项，应当{bound}。",
            "The number of entries in {where} is {given}; it should be {bound}.",
        ),
        ("补上或删去多余的项。", "add what is missing or delete what is too many"),
        (
            "例如资格条件的一层只能有一个键：all、any、not 或一个条件。",
            "One level of an eligibility expression, for example, has exactly one key: all, any, "
            "not or one condition.",
        ),
        bad=Example(_RECORD, "eligibility: {age: {min: 6}, sex: [female]}\n"),
        good=Example(_RECORD, "eligibility: {all: [{age: {min: 6}}, {sex: [female]}]}\n"),
    ),
    declare(
        "repeated-entry",
        Severity.ERROR,
        ("列表里有相同的项", "Entry listed twice"),
        ("{where}里有相同的项。", "{where} lists the same entry twice."),
        ("删去重复的一项。", "delete one of the two"),
        ("重复的项会被数两次。", "Entries listed twice are counted twice."),
        fixable=True,
    ),
    declare(
        "wrong-shape",
        Severity.ERROR,
        ("内容不合这一类记录", "Value that does not fit"),
        ("{where}不合要求。", "{where} does not fit this type of record."),
        ("对照 {schema} 检查，例如 {example}。", "compare it with {schema}, for example {example}"),
        (
            "记录的这一部分与定义不符，又不属于其他已命名的情形。",
            "This part of the record differs from its definition in a way that has no name of its "
            "own.",
        ),
    ),
)
