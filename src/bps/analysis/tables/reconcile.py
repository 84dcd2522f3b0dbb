"""Tables of published totals against what is recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bps.analysis.reconcile import CLAIM_STATES, SUM_OUTCOMES
from bps.analysis.table import Table, column, words
from bps.findings.words import Words

if TYPE_CHECKING:
    from bps.analysis.names import Names
    from bps.analysis.reconcile import Reconciliation

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
    claims = Table(
        name="declared-recorded",
        title=Words(zh="公布数与收录数", en="Declared against recorded"),
        columns=(
            column("holder_type", "记录类型", "Type of record"),
            column("holder", "记录", "Record", target="@holder_type"),
            column("holder_name", "名称", "Name"),
            column("of", "对象代码", "Of, code", code=True),
            column("of_name", "统计对象", "Of"),
            column("label", "名目", "Label"),
            column("area", "领域", "Area", target="concept"),
            column("part", "其中", "Part"),
            column("declared", "公布数", "Declared"),
            column("comparator", "比较", "Comparator"),
            column("as_of", "截至", "As of"),
            column("recorded", "收录数", "Recorded"),
            column("missing", "尚缺", "Missing"),
            column("surplus", "多出", "Surplus"),
            column("state", "状态代码", "State code", code=True),
            column("state_name", "状态", "State"),
            column("source", "来源", "Source", target="source"),
            column("how", "取得方式", "How"),
        ),
        rows=tuple(
            (
                one.holder_type,
                one.holder,
                names.of(one.holder_type, one.holder),
                one.of,
                words(COUNTED, one.of),
                one.label,
                one.domain,
                one.part,
                one.declared,
                one.comparator,
                one.as_of,
                one.recorded,
                one.missing if one.recorded is not None else None,
                one.surplus if one.recorded is not None else None,
                one.state,
                words(CLAIM_STATES, one.state),
                one.source,
                one.how,
            )
            for one in result.claims
        ),
    )
    return claims, _contradictions(result, names), _sums(result, names)


def _contradictions(result: Reconciliation, names: Names) -> Table:
    return Table(
        name="contradicting-claims",
        title=Words(zh="说法不一的公布数", en="Contradicting claims"),
        columns=(
            column("holder_type", "记录类型", "Type of record"),
            column("holder", "记录", "Record", target="@holder_type"),
            column("holder_name", "名称", "Name"),
            column("of", "对象代码", "Of, code", code=True),
            column("of_name", "统计对象", "Of"),
            column("declared", "公布数", "Declared"),
            column("comparator", "比较", "Comparator"),
            column("as_of", "截至", "As of"),
            column("source", "来源", "Source", target="source"),
            column("same_date", "同一时间说法不一", "Differs at the same date"),
        ),
        rows=tuple(
            (
                group.holder_type,
                group.holder,
                names.of(group.holder_type, group.holder),
                group.of,
                words(COUNTED, group.of),
                claim.declared,
                claim.comparator,
                claim.as_of,
                claim.source,
                group.same_date,
            )
            for group in result.contradictions
            for claim in group.claims
        ),
    )


def _sums(result: Reconciliation, names: Names) -> Table:
    return Table(
        name="sums",
        title=Words(zh="合计核对", en="Sums checked"),
        columns=(
            column("holder_type", "记录类型", "Type of record"),
            column("holder", "记录", "Record", target="@holder_type"),
            column("holder_name", "名称", "Name"),
            column("of", "对象代码", "Of, code", code=True),
            column("of_name", "统计对象", "Of"),
            column("by", "分组", "By"),
            column("total", "总数", "Total"),
            column("sum", "合计", "Sum"),
            column("parts", "各部分", "Parts"),
            column("outcome", "结论代码", "Outcome code", code=True),
            column("outcome_name", "结论", "Outcome"),
        ),
        rows=tuple(
            (
                one.holder_type,
                one.holder,
                names.of(one.holder_type, one.holder),
                one.of,
                words(COUNTED, one.of),
                words(BY, one.by),
                one.total,
                one.sum,
                " + ".join(str(number) for _, number in one.parts),
                one.outcome,
                words(SUM_OUTCOMES, one.outcome),
            )
            for one in result.sums
        ),
    )
