"""Rows of levels proposed for an item, each with the words it came from, and the indicators they need."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from bps.analysis.labels import LABELS
from bps.analysis.names import Names
from bps.findings import Words
from bps.intake.level_text import read_levels
from bps.intake.lookup import group_names, plain_group
from bps.intake.naming import free_slug
from bps.intake.notice import Notice
from bps.intake.readings import Reading
from bps.model import RECORD_TYPES
from bps.write import record_text

if TYPE_CHECKING:
    from bps.intake.items import Draft, Origin
    from bps.intake.level_text import ReadLevel
    from bps.intake.plan import Plan
    from bps.link import Registry
    from bps.model import Item, Level

_KINDS: Final = {
    "amount": ("金额", "amount", "entitlement"),
    "ratio": ("比例", "share", "outcome"),
    "coverage": ("覆盖率", "coverage", "outcome"),
    "frequency": ("次数", "frequency", "output"),
    "time": ("时间", "time", "time"),
    "facility": ("设施", "facility", "facility"),
}
_QUOTED: Final = 400


class LevelPlanner:
    """Makes rows of levels from the words of a table."""

    def __init__(self, registry: Registry, *, origin: Origin) -> None:
        self._registry = registry
        self._origin = origin
        self._groups = group_names(registry)
        names = Names(registry)
        self._units = names.quantities("measure-unit")
        self._per = names.quantities("per")
        self._taken = set(registry.ids("indicator"))

    def rows(
        self, draft: Draft, slug: str, plan: Plan, *, national: str | None = None
    ) -> list[dict[str, Any]]:
        """Rows for a new item; what stays words is noted in the plan.

        Args:
            draft: The row of the table.
            slug: Last part of the item's id, for the ids of its indicators.
            plan: Where readings and new indicators are added.
            national: Id of the item of a higher place, whose only measure may be the same.
        """
        text = draft.values.get("level_summary", {}).get("zh", "")
        reading = read_levels(text)
        plan.left += [(draft.row.spot, words) for words in reading.left]
        measures: dict[tuple[object, ...], str] = {}
        rows = []
        for row in reading.rows:
            if row.unit not in self._units or (row.per and row.per not in self._per):
                plan.left.append((draft.row.spot, row.words))
                continue
            key = (row.kind, row.unit, row.per, row.period, row.measure)
            if key not in measures:
                only = self._measure_above(row, national) if len(reading.rows) == 1 else None
                measures[key] = only or self._indicator(draft, row, slug, plan)
            rows.append(self._row(draft, row, measures[key]))
            says = self._says(row)
            plan.readings.append(Reading(draft.row.spot, "levels", row.words, says))
        return rows

    def renewed(self, draft: Draft, item: Item, plan: Plan) -> list[dict[str, Any]]:
        """Rows for an item whose words changed; rows that a person wrote are left alone."""
        if any(not self._is_ours(level) for level in item.levels):
            words = Words(
                f"{item.id} 的服务标准文字有变，已有的标准数值是人工填写的，没有改动，请核对",
                f"The level of {item.id} changed in words; its figures were written by a person "
                "and are unchanged; compare them",
            )
            plan.notices.append(Notice(draft.row.spot, words))
            return []
        national = item.counterpart.item if item.counterpart else None
        return self.rows(draft, item.id.split("/", maxsplit=1)[-1], plan, national=national)

    def _is_ours(self, level: Level) -> bool:
        found = level.evidence
        return found.source == self._origin.source and found.how == "derived"

    def _measure_above(self, row: ReadLevel, national: str | None) -> str | None:
        """The measure of the item above, where it has one alone, counted in the same way."""
        item = self._registry.find("item", national) if national else None
        levels = item.levels if item is not None else ()
        if len({level.measure for level in levels}) != 1:
            return None
        counted = {(each.kind, each.unit, each.per, each.period) for each in levels}
        same = counted == {(row.kind, row.unit, row.per, row.period)}
        return levels[0].measure if same else None

    def _indicator(self, draft: Draft, row: ReadLevel, slug: str, plan: Plan) -> str:
        """The indicator of a measure: the one that an earlier import made, or a new one."""
        kind_zh, suffix, kind = _KINDS[row.kind]
        wanted = f"{slug[:80]}-{suffix}"
        name = f"{draft.row.name}：{row.measure or kind_zh}（{self._counted(row)}）"[:200]
        for known in self._registry.iter("indicator"):
            if known.id.startswith(wanted) and known.name.zh == name:
                return known.id
        indicator_id = free_slug(wanted, taken=self._taken)
        self._taken.add(indicator_id)
        spot = draft.row.spot
        record: dict[str, Any] = {
            "id": indicator_id,
            "name": {"zh": name},
            "kind": kind,
            "unit": row.unit,
            **({"per": row.per} if row.per else {}),
            **({"period": row.period} if row.period else {}),
            "direction": "lower"
            if row.comparator == "at-most" and row.kind == "time"
            else "higher",
            **({"domains": [draft.values["domain"]]} if "domain" in draft.values else {}),
            "evidence": [
                {"fields": ["name", "unit"], **self._origin.citation(spot, how="derived")},
                {"fields": ["kind", "direction"], **self._origin.citation(spot, how="inferred")},
            ],
        }
        path = RECORD_TYPES["indicator"].path_of(indicator_id)
        plan.new[path] = record_text("indicator", path, record)
        plan.spots[path] = spot
        return indicator_id

    def _row(self, draft: Draft, row: ReadLevel, measure: str) -> dict[str, Any]:
        spot = draft.row.spot
        group = self._groups.get(plain_group(row.who)) if row.who else None
        words = row.words[:_QUOTED]
        return {
            "measure": measure,
            "kind": row.kind,
            **({"applies_to": {"zh": row.who}} if row.who else {}),
            **({"groups": [group]} if group else {}),
            "value": row.value,
            "comparator": row.comparator,
            "unit": row.unit,
            **({"per": row.per} if row.per else {}),
            **({"period": row.period} if row.period else {}),
            **({"from": row.since} if row.since else {}),
            "evidence": {
                **self._origin.citation(spot, how="derived"),
                "note": {"zh": f"由原文“{words}”读出", "en": f'Read out of the words "{words}"'},
            },
        }

    def _counted(self, row: ReadLevel) -> str:
        per = f"每{self._per[row.per].zh}" if row.per else ""
        period = LABELS["period"][row.period].zh if row.period else ""
        unit = self._units[row.unit].zh
        return f"{unit}，{per}{period}" if per or period else unit

    def _says(self, row: ReadLevel) -> Words:
        compared, unit = LABELS["comparator"][row.comparator], self._units[row.unit]
        period = LABELS["period"][row.period] if row.period else Words("", "")
        per = self._per[row.per] if row.per else None
        zh = f"{row.who or ''} {compared.zh} {row.value} {unit.zh}"
        en = f"{row.who or ''} {compared.en} {row.value} {unit.en}"
        if per:
            zh, en = f"{zh}，每{per.zh}", f"{en} per {per.en}"
        zh = f"{zh}{'' if per else '，' if period.zh else ''}{period.zh}"
        since = f"，{row.since} 起" if row.since else ""
        since_en = f" from {row.since}" if row.since else ""
        return Words(
            " ".join(f"{zh}{since}".split()), " ".join(f"{en} {period.en}{since_en}".split())
        )
