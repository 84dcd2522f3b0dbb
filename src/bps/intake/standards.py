"""A table of standards as records: code, title, dates, status."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from bps.codes import StandardCode, parse_code, parts_of_range
from bps.findings import Words
from bps.intake.naming import slug_of
from bps.intake.notice import Notice
from bps.intake.numbering import whole_number
from bps.intake.plan import Plan
from bps.intake.watch import Watch, unwatched
from bps.model import RECORD_TYPES, keys_in_order
from bps.relations.places import nation
from bps.write import append, close_record, open_record, put, record_text

if TYPE_CHECKING:
    from pathlib import Path

    from bps.intake.items import Origin
    from bps.intake.rows import ReadRow, Understood
    from bps.link import Registry
    from bps.load.reading import Progress

_STATUS: Final = {
    "现行": "in-force",
    "现行有效": "in-force",
    "有效": "in-force",
    "即将实施": "planned",
    "未实施": "planned",
    "在编": "project",
    "制定中": "project",
    "已立项": "project",
    "废止": "withdrawn",
    "已废止": "withdrawn",
    "作废": "withdrawn",
    "被代替": "replaced",
    "被替代": "replaced",
}
_DAY: Final = re.compile(r"^((?:19|20)[0-9]{2})[-/.年]([0-9]{1,2})(?:[-/.月]([0-9]{1,2})日?)?月?$")
_YEAR: Final = re.compile(r"^((?:19|20)[0-9]{2})年?$")
_SERIAL: Final = re.compile(r"^[2-5][0-9]{4}$")
_EPOCH: Final = dt.date(1899, 12, 30)
_AMENDMENT: Final = re.compile(
    r"(?:/?\s*XG\s*(?P<short>[0-9]{1,2})(?:\s*[-—–]\s*(?P<year>[0-9]{4}))?"
    r"|第?\s*(?P<long>[0-9一二三四五六七八九十]{1,3})\s*号修改单)\s*[）)]?\s*$",
    re.IGNORECASE,
)
_JOINED_DAY: Final = re.compile(r"^((?:19|20)[0-9]{2})([0-9]{2})([0-9]{2})$")
_LEVELS: Final = {
    "national": "national",
    "sector": "sector",
    "local": "local",
    "group": "group",
    "enterprise": "enterprise",
}


def read_day(text: str) -> str | None:
    """A day, a month or a year in any usual spelling; None for anything else.

    A bare number is a day as workbooks count them, where it lies between 1954 and 2064.

    Examples:
        >>> [read_day(text) for text in ("2021/3/30", "2021年3月30日", "20210330", "2021-13-01")]
        ['2021-03-30', '2021-03-30', '2021-03-30', None]
        >>> [read_day(text) for text in ("43832", "2020年", "2020-01")]
        ['2020-01-02', '2020', '2020-01']
    """
    plain = text.strip().split(" ", maxsplit=1)[0]
    if _SERIAL.match(plain):
        return (_EPOCH + dt.timedelta(days=int(plain))).isoformat()
    if year_only := _YEAR.match(plain):
        return year_only[1]
    match = _DAY.match(plain) or _JOINED_DAY.match(plain)
    if match is None:
        return None
    year, month, day = match[1], int(match[2]), int(match[3]) if match[3] else None
    if not 1 <= month <= 12 or (day is not None and not 1 <= day <= 31):  # noqa: PLR2004
        return None
    return f"{year}-{month:02}" + (f"-{day:02}" if day is not None else "")


def _parts(row: ReadRow, plan: Plan) -> list[ReadRow]:
    """The row once for each standard that its code names: a range such as 24421.1~4 is four."""
    codes = parts_of_range(row.values.get("code", ""))
    if not codes:
        return [row]
    words = Words(
        f"“{row.values['code']}”是 {len(codes)} 项标准，各作一条；各部分的名称请补全",
        f'"{row.values["code"]}" names {len(codes)} standards, one record each; '
        "complete the titles of the parts",
    )
    plan.notices.append(Notice(row.spot, words))
    return [replace(row, values={**row.values, "code": code}) for code in codes]


class StandardPlanner:
    """Plans the standards of one table."""

    def __init__(
        self, root: Path, registry: Registry, *, origin: Origin, list_id: str | None
    ) -> None:
        self._root = root
        self._registry = registry
        self._origin = origin
        self._list = list_id
        self._by_code = {each.code: each for each in registry.iter("standard") if each.code}
        self._places = {
            place.division_code: place.id
            for place in registry.iter("jurisdiction")
            if place.division_code
        }
        self._country = nation(registry) or ""
        self._seen: set[str] = set()

    def plan(self, understood: Understood, *, watch: Watch = unwatched) -> Plan:
        """Plan every row; rows without a readable code go to the unread ones.

        Args:
            understood: What was read.
            watch: Shows a person how far it is.

        Returns:
            The plan.
        """
        plan = Plan(understood)
        with watch("逐行核对", "Looking up the rows") as progress:
            understood.rows = self._rows(understood, plan, progress)
        return plan

    def _rows(self, understood: Understood, plan: Plan, progress: Progress | None) -> list[ReadRow]:
        """Plan each row that has a code; gives those rows."""
        kept = []
        rows = [each for row in understood.rows for each in _parts(row, plan)]
        for done, row in enumerate(rows, start=1):
            if progress is not None:
                progress(done, len(rows))
            printed = row.values.get("code", "")
            code = parse_code(printed, today_year=int(self._origin.today[:4]))
            if code.is_valid and (amendment := _AMENDMENT.search(printed)):
                kept.append(row)
                self._amendment(row, code, amendment, plan)
                continue
            fault = self._fault(row, code)
            if fault is not None:
                understood.unread.append(Notice(row.spot, fault, is_item=True))
                continue
            kept.append(row)
            self._row(row, code, plan)
        return kept

    def _fault(self, row: ReadRow, code: StandardCode) -> Words | None:
        if not code.is_valid or code.canonical is None:
            reason = code.reason
            printed = row.values.get("code", "")
            return Words(
                f"编号“{printed}”：{reason.zh if reason else ''}",
                f'code "{printed}": {reason.en if reason else ""}',
            )
        if code.canonical in self._seen:
            return Words(
                f"{code.canonical} 在表中重复出现", f"{code.canonical} stands in the table twice"
            )
        self._seen.add(code.canonical)
        if not row.values.get("title") and code.canonical not in self._by_code:
            return Words(f"{code.canonical} 没有标准名称", f"{code.canonical} has no title")
        if code.scope == "local" and self._place(code) is None:
            return Words(
                f"{code.canonical} 的地区 {code.region} 不在本库；请先建立该地区的记录",
                f"the place {code.region} of {code.canonical} is not in this register; add it first",
            )
        return None

    def _place(self, code: StandardCode) -> str | None:
        return self._places.get((code.region or "").ljust(6, "0"))

    def _row(self, row: ReadRow, code: StandardCode, plan: Plan) -> None:
        values = self._values(row, code, plan)
        known = self._by_code.get(code.canonical or "")
        if known is None:
            self._new(row, code, values, plan)
            return
        entry = self._registry.entry("standard", known.id)
        changed = {
            key: value
            for key, value in values.items()
            if key not in {"name", "code", "level"} and entry.raw.data.get(key) != value
        }
        if not changed:
            plan.unchanged.append(known.id)
            return
        data = open_record((self._root / entry.own_path).read_text(encoding="utf-8"))
        order = keys_in_order(RECORD_TYPES["standard"].model)
        for key, value in changed.items():
            put(data, key, value, order=order)
        append(data, "evidence", self._evidence(row, [*changed]), order=order)
        plan.changed[entry.own_path] = close_record(data)
        plan.spots[entry.own_path] = row.spot
        plan.changes[known.id] = list(changed)

    def _amendment(
        self, row: ReadRow, base: StandardCode, found: re.Match[str], plan: Plan
    ) -> None:
        """Plan the record of an amendment; the record of the standard itself is left as it is."""
        printed = row.values["code"].replace("\n", " ").strip()
        number = found["short"] or str(whole_number(found["long"]) or found["long"])
        tail = f"xg{number}-{found['year']}" if found["year"] else f"xg{number}"
        values = self._values(row, base, plan)
        del values["code"]
        place = self._place(base) if base.scope == "local" else None
        slug = f"{slug_of(base.canonical or '')}-{tail}"
        standard_id = f"{place}/{slug}" if place else slug
        words = {
            "zh": f"{base.canonical} 的修改单，编号印作“{printed}”；原标准的记录没有改动",
            "en": f'Amendment of {base.canonical}, printed "{printed}"; the record of the standard '
            "itself is unchanged",
        }
        if (standard_id in self._registry.ids("standard")) or standard_id in self._seen:
            plan.unchanged.append(standard_id)
            return
        self._seen.add(standard_id)
        title = values["name"]["zh"] or base.canonical
        if "修改单" not in str(title):
            values["name"]["zh"] = f"{title}第{number}号修改单"
        record: dict[str, Any] = {
            "id": standard_id,
            "status": "unknown",
            **values,
            "jurisdiction": place or self._country,
            "notes": words,
        }
        record["evidence"] = [self._evidence(row, [*values, "notes"])]
        path = RECORD_TYPES["standard"].path_of(standard_id, level=values["level"])
        plan.new[path] = record_text("standard", path, record)
        plan.spots[path] = row.spot

    def _new(self, row: ReadRow, code: StandardCode, values: dict[str, Any], plan: Plan) -> None:
        slug = re.sub(r"[^a-z0-9]+", "-", (code.canonical or "").lower()).strip("-")
        if (code.canonical or "").startswith("建标"):
            slug = f"jianbiao-{slug}"
        place = self._place(code) if code.scope == "local" else None
        standard_id = f"{place}/{slug}" if place else slug
        record: dict[str, Any] = {
            "id": standard_id,
            "status": "unknown",
            **values,
            "jurisdiction": place or self._country,
        }
        record["code_status"] = "stated"
        record["evidence"] = [self._evidence(row, [*values])]
        path = RECORD_TYPES["standard"].path_of(standard_id, level=values["level"])
        plan.new[path] = record_text("standard", path, record)
        plan.spots[path] = row.spot

    def _values(self, row: ReadRow, code: StandardCode, plan: Plan) -> dict[str, Any]:
        values: dict[str, Any] = {
            "name": {"zh": row.name.replace("\n", "")},
            "level": _LEVELS[code.scope or "national"],
            "code": code.canonical,
        }
        if english := row.values.get("title_en"):
            values["name"]["en"] = english.replace("\n", " ")
        for key in ("issued", "effective"):
            printed = row.values.get(key, "")
            day = read_day(printed)
            if day:
                values[key] = day
            elif printed.strip(" -—/"):
                plan.notices.append(
                    Notice(
                        row.spot,
                        Words(
                            f"日期“{printed}”无法读取，未填写", f'the date "{printed}" was not read'
                        ),
                    )
                )
        self._status(row, values, plan)
        if issuers := row.values.get("issuers"):
            values["issuers_text"] = {"zh": issuers}
        if replaced := row.values.get("replaces"):
            self._replaces(row, replaced, values, plan)
        return values

    def _replaces(self, row: ReadRow, printed: str, values: dict[str, Any], plan: Plan) -> None:
        found = []
        for part in re.split(r"[、，,;；\n]", printed):
            code = parse_code(part)
            if code.is_valid:
                found.append({"code": code.canonical, "extent": "whole"})
            elif part.strip(" -—/") not in {"", "无"}:
                words = Words(
                    f"代替的标准“{part.strip()}”不是标准号，未填写",
                    f'"{part.strip()}", which it replaces, is no standard code and was left out',
                )
                plan.notices.append(Notice(row.spot, words))
        if found:
            values["replaces"] = found

    def _status(self, row: ReadRow, values: dict[str, Any], plan: Plan) -> None:
        printed = row.values.get("status", "").strip()
        if not printed:
            return
        values["status_printed"] = printed
        if printed in _STATUS:
            values["status"] = _STATUS[printed]
        else:
            plan.notices.append(
                Notice(
                    row.spot,
                    Words(
                        f"状态“{printed}”照录，未归类",
                        f'the status "{printed}" was kept as printed only',
                    ),
                )
            )

    def _evidence(self, row: ReadRow, fields: list[str]) -> dict[str, Any]:
        return {"fields": fields, **self._origin.citation(row.spot, how="stated")}
