"""Tables of published totals against what is recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bps.analysis.claims import CLAIM_STATES
from bps.analysis.contradictions import DATES_OF_CLAIMS
from bps.analysis.labels import LABELS
from bps.analysis.reconcile import SUM_OUTCOMES
from bps.analysis.tables.sheet import Sheet
from bps.findings.words import Words

if TYPE_CHECKING:
    from bps.analysis.names import Names
    from bps.analysis.reconcile import Reconciliation
    from bps.analysis.table import Table

COUNTED: dict[str, Words] = {
    "items": Words(zh="事项", en="items"),
    "areas": Words(zh="领域", en="areas"),
    "categories": Words(zh="类别", en="categories"),
    "standards": Words(zh="标准", en="standards"),
    "national-standards": Words(zh="国家标准", en="national standards"),
    "local-standards": Words(zh="地方标准", en="local standards"),
    "provincial-standards": Words(zh="省级地方标准", en="provincial standards"),
    "municipal-standards": Words(zh="市级地方标准", en="municipal standards"),
    "group-standards": Words(zh="团体标准", en="group standards"),
    "internal-norms": Words(zh="内部规范", en="internal norms"),
    "featured-items": Words(zh="特色事项", en="featured items"),
    "monitored-items": Words(zh="监测项目", en="monitored items"),
    "monitored-domains": Words(zh="监测领域", en="monitored domains"),
    "questions": Words(zh="问题", en="questions"),
    "levels": Words(zh="保障水平", en="levels"),
    "documents": Words(zh="文件", en="documents"),
    "issuers": Words(zh="发布单位", en="issuers"),
    "pilots": Words(zh="试点", en="pilots"),
    "places": Words(zh="地区", en="places"),
    "other": Words(zh="其他", en="other"),
}
BY: dict[str, Words] = {
    "area": Words(zh="按领域", en="by area"),
    "part": Words(zh="按组成", en="by part"),
    "level": Words(zh="按层级", en="by level"),
    "kind": Words(zh="按种类", en="by kind"),
    "change": Words(zh="按变化类别", en="by kind of change"),
}


def reconcile_tables(result: Reconciliation, names: Names) -> tuple[Table, ...]:
    """Claims, contradictions and sums."""
    return _claims(result, names), _contradictions(result, names), _sums(result, names)


def _claims(result: Reconciliation, names: Names) -> Table:
    claims = Sheet(result.claims, names)
    claims.record_of_type("holder", "holder_type", lambda one: (one.holder_type, one.holder))
    claims.coded("of", "统计对象", "Of", lambda one: one.of, COUNTED)
    claims.add("label", "名目", "Label", lambda one: one.label)
    claims.add("area", "领域", "Area", lambda one: one.domain, target="concept")
    claims.add("part", "其中", "Part", lambda one: one.part)
    claims.add("declared", "公布数", "Declared", lambda one: one.declared)
    claims.coded(
        "comparator", "比较", "Comparator", lambda one: one.comparator, LABELS["comparator"]
    )
    claims.add("as_of", "截至", "As of", lambda one: one.as_of)
    claims.add("recorded", "收录数", "Recorded", lambda one: one.recorded)
    claims.add(
        "missing", "尚缺", "Missing", lambda one: None if one.recorded is None else one.missing
    )
    claims.add(
        "surplus", "多出", "Surplus", lambda one: None if one.recorded is None else one.surplus
    )
    claims.coded("state", "状态", "State", lambda one: one.state, CLAIM_STATES)
    claims.add("source", "来源", "Source", lambda one: one.source, target="source")
    claims.coded("how", "取得方式", "How", lambda one: one.how, LABELS["how"])
    return claims.table("declared-recorded", "公布数与收录数", "Declared against recorded")


def _contradictions(result: Reconciliation, names: Names) -> Table:
    pairs = [(group, claim) for group in result.contradictions for claim in group.claims]
    claims = Sheet(pairs, names)
    claims.record_of_type(
        "holder", "holder_type", lambda pair: (pair[0].holder_type, pair[0].holder)
    )
    claims.coded("of", "统计对象", "Of", lambda pair: pair[0].of, COUNTED)
    claims.add("label", "名目", "Label", lambda pair: pair[1].label)
    claims.add("area", "领域", "Area", lambda pair: pair[1].domain, target="concept")
    claims.add("part", "其中", "Part", lambda pair: pair[1].part)
    claims.add("declared", "公布数", "Declared", lambda pair: pair[1].declared)
    claims.coded(
        "comparator", "比较", "Comparator", lambda pair: pair[1].comparator, LABELS["comparator"]
    )
    claims.add("as_of", "截至", "As of", lambda pair: pair[1].as_of)
    claims.add("source", "来源", "Source", lambda pair: pair[1].source, target="source")
    claims.coded("dates", "时间", "Dates", lambda pair: pair[0].dates, DATES_OF_CLAIMS)
    return claims.table("contradicting-claims", "说法不一的公布数", "Contradicting claims")


def _sums(result: Reconciliation, names: Names) -> Table:
    sums = Sheet(result.sums, names)
    sums.record_of_type("holder", "holder_type", lambda one: (one.holder_type, one.holder))
    sums.coded("of", "统计对象", "Of", lambda one: one.of, COUNTED)
    sums.add("by", "分组", "By", lambda one: BY[one.by])
    sums.add("total", "总数", "Total", lambda one: one.total)
    sums.add("sum", "合计", "Sum", lambda one: one.sum)
    sums.add(
        "parts", "各部分", "Parts", lambda one: " + ".join(str(number) for _, number in one.parts)
    )
    sums.coded("outcome", "结论", "Outcome", lambda one: one.outcome, SUM_OUTCOMES)
    return sums.table("sums", "合计核对", "Sums checked")
