"""Codes of evidence, sources and translations."""

from __future__ import annotations

from bps.findings.code import Example, declare
from bps.findings.finding import Severity

_ITEM = "catalogue/items/testland/library-card.yml"
_UNIT = "catalogue/units/testland/culture-office.yml"
_TELEPHONE = 'contacts: [{kind: telephone, value: "990-0003"}]\n'


def _evidence(fields: str, source: str = "testland-gazette", how: str = "stated") -> Example:
    return Example(
        _UNIT,
        f"evidence:\n  - fields: [{fields}]\n    source: {source}\n    how: {how}\n"
        '    checked_on: "2026-01-15"\n',
    )


EVIDENCE = (
    declare(
        "evidence-unknown-field",
        Severity.ERROR,
        ("依据所指的字段不存在", "Evidence for a field that is not there"),
        ("记录里没有“{given}”这个字段。", 'The record has no field "{given}".'),
        ("删去它，或改成记录中有的字段。", "delete it, or name a field that the record has"),
        (
            "依据要指明它支持哪些字段；所指字段不存在，依据就落空了。",
            "Evidence names the fields it supports; for a field that is not there it supports "
            "nothing.",
        ),
        bad=_evidence("name, kind, jurisdiction, telephone"),
        good=_evidence("name, kind, jurisdiction"),
    ),
    declare(
        "evidence-missing",
        Severity.WARNING,
        ("字段没有依据", "Field without evidence"),
        ("这些字段没有依据：{fields}。", "No evidence supports: {fields}."),
        (
            "把它们写进 evidence 里某一条的 fields；没有见过文件的，来源用 general-knowledge、how 用 background。",
            "name them in the fields of an evidence entry; where no document was seen, use the "
            "source general-knowledge with how: background",
        ),
        (
            "登记库的价值在于每一行都说得出出处。",
            "A register is worth something when every line can say where it comes from.",
        ),
        bad=Example(_UNIT, f"{_TELEPHONE}{_evidence('name').text}"),
        good=Example(_UNIT, f"{_TELEPHONE}{_evidence('name, contacts').text}"),
    ),
    declare(
        "background-evidence",
        Severity.NOTICE,
        ("只有一般常识作依据", "Resting on general knowledge"),
        ("没有见过文件：{fields}。", "No document was seen for: {fields}."),
        (
            "找到文件，建立来源记录，把 how 改为 stated。",
            "find a document, record it as a source and change how to stated",
        ),
        (
            "允许按常识填写，但会在页面上标明、计数，并列给审阅者逐条核实。",
            "General knowledge is allowed, but it is marked on the page, counted, and listed for "
            "reviewers to close.",
        ),
        bad=_evidence("name, kind, jurisdiction", "general-knowledge", "background"),
        good=_evidence("name, kind, jurisdiction"),
    ),
    declare(
        "mirror-link-shown",
        Severity.ERROR,
        ("链接指向别处的副本", "Link to a mirror"),
        (
            "这个网址属于来源 {source}，是别的网站上的副本（mirror），不能给用户看。",
            "This address is the source {source}, a copy on an unrelated site (mirror), and may not be shown.",
        ),
        ("换成官方网址，或删去网址。", "use the official address, or delete it"),
        (
            "副本可能已改动或带有恶意内容：可以用其中的事实，不能把读者引过去。",
            "A copy on an unrelated site may be altered or harmful: its facts may be used, but "
            "readers are never sent there.",
        ),
        bad=Example(_ITEM, 'channels: [{kind: online, url: "https://mirror.example/gazette"}]\n'),
        good=Example(_ITEM, 'channels: [{kind: online, url: "https://library.example/"}]\n'),
    ),
    declare(
        "translation-missing",
        Severity.NOTICE,
        ("缺少另一种语言", "Words in one language only"),
        ("只有一种语言：{fields}。", "In one language only: {fields}."),
        (
            "补上译文，并用 translation 说明译者。",
            "add the other language, and say in translation who wrote it",
        ),
        (
            "没有译文时页面会照实说明，不会用机器翻译悄悄补上。",
            "A page says openly that a translation is missing; nothing is filled in by machine "
            "unmarked.",
        ),
        bad=Example(_ITEM, "content: {zh: 免费办证}\n"),
        good=Example(_ITEM, "content: {zh: 免费办证, en: The card is free}\n"),
    ),
    declare(
        "translation-unsigned",
        Severity.NOTICE,
        ("没有说明译者", "Translator not named"),
        (
            "记录有两种语言，却没有 translation。",
            "The record has two languages but no translation key.",
        ),
        (
            "补上 translation: official、editorial 或 machine。",
            "add translation: official, editorial or machine",
        ),
        (
            "读者要知道第二种语言是官方译文还是本库所译。",
            "A reader should know whether the second language is official or ours.",
        ),
        bad=Example(
            "catalogue/sources/testland-notice.yml",
            "id: testland-notice\nname: {zh: 试验国通告, en: Testland notice}\n"
            "kind: official\ntype: notice\n",
        ),
        good=_evidence("name, kind, jurisdiction"),
    ),
)
