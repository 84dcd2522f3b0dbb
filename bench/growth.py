"""How the time of each analysis grows with the number of items, on records made in memory.

    python -m bench.growth [NUMBER ...]

Writes the table into the docs. The registers hold one hundred national items with dated levels,
four hundred places and as many local items as asked for, each with a counterpart, two levels and a
standard, and a tenth as many monitoring results.
"""

from __future__ import annotations

import gc
import sys
import time
from datetime import date
from pathlib import Path
from typing import Any

from bps.analysis.analyses import Analyses
from bps.analysis.reports import REPORTS
from bps.link import Registry
from bps.load import RawRecord
from bps.model import RECORD_TYPES
from bps.validate import Entry

REPOSITORY = Path(__file__).resolve().parent.parent
NUMBERS = (1_000, 10_000, 100_000)
NATIONAL = 100
PLACES = 400
# The best of so many rounds: a busy machine only ever makes it slower.
ROUNDS = 3
TODAY = date(2026, 11, 22)
_ROW = {"source": "made-up", "how": "stated", "checked_on": "2026-01-01"}
_HEAD: dict[str, tuple[str, ...]] = {
    "zh": (
        "# 分析用时随记录数的增长",
        "由 `python -m bench.growth` 在内存中生成的记录上测得，单位：处理器秒。"
        "项数增加十倍，用时增加十到十六倍（排序，以及内存缓存不够用）：没有平方级的增长。",
        "分析",
        "项",
        "最后两列之比",
    ),
    "en": (
        "# How the time of an analysis grows",
        "Measured by `python -m bench.growth` on records made in memory, in processor seconds. Ten "
        "times the items take ten to sixteen times as long (sorting, and memory caches that run "
        "short): nothing grows with the square.",
        "analysis",
        "items",
        "last column over the one before",
    ),
}


def registry_of(number: int) -> Registry:
    """A register with this many local items."""
    records: list[tuple[str, dict[str, Any]]] = [
        ("source", {"id": "made-up", "name": {"zh": "测量用"}, "kind": "project-source"})
    ]
    records += [("jurisdiction", _named("land", level="country"))]
    records += [
        ("jurisdiction", _named(f"place-{n}", level="county", parent="land")) for n in range(PLACES)
    ]
    areas = [{"id": f"area-{n}", "name": {"zh": f"领域{n}"}} for n in range(9)]
    records += [("domain-scheme", _named("areas", concepts=areas))]
    records += [("indicator", _named("grant", kind="entitlement", direction="higher"))]
    records += [
        ("standard", _named(f"gb-t-{900000 + n}-2020", status="in-force", level="national",
                            jurisdiction="land", effective="2020-06-01"))
        for n in range(number // 10)
    ]  # fmt: skip
    edition = {"published": "2021-04-20", "status": "in-force", "jurisdiction": "land"}
    records += [("list", _named("nation-2021", **edition))]
    records += [("list", _named("nation-2023", **edition | {"published": "2023-08-09"}))]
    records += [("item", _item(f"land/item-{n}", n, national=True)) for n in range(NATIONAL)]
    records += [
        ("item", _item(f"place-{n % PLACES}/item-{n}", n, national=False)) for n in range(number)
    ]
    records += [("indicator", _named("index", kind="satisfaction", direction="higher"))]
    records += [
        ("observation-set", _results(f"place-{n}", max(1, number // 10 // PLACES)))
        for n in range(PLACES)
    ]
    entries = {}
    for kind, data in records:
        raw = RawRecord(f"{kind}/{data['id']}.yml", data, None)  # type: ignore[arg-type]
        record: Any = RECORD_TYPES[kind].model.model_validate(data)
        entries[kind, data["id"]] = Entry(kind, data["id"], record, raw)
    return Registry(entries, {}, {}, {}, {})


def _named(ref: str, **fields: Any) -> dict[str, Any]:
    evidence = [_ROW | {"fields": ["name", *fields]}]
    return {"id": ref, "name": {"zh": ref, "en": ref}} | fields | {"evidence": evidence}


def _item(ref: str, number: int, *, national: bool) -> dict[str, Any]:
    levels = [
        {"measure": "grant", "kind": "amount", "value": str(100 + number % 50 + step), "unit": "CNY",
         "from": f"{2021 + step}-01-01", "evidence": _ROW}
        for step in range(2)
    ]  # fmt: skip
    fields: dict[str, Any] = {
        "status": "in-force",
        "jurisdiction": ref.split("/", maxsplit=1)[0],
        "domain": f"areas/area-{number % 9}",
        "levels": levels,
    }
    if national:
        fields["listed_in"] = [{"list": "nation-2021"}, {"list": "nation-2023"}]
    else:
        fields["counterpart"] = {"item": f"land/item-{number % NATIONAL}", "scope": "same"}
        tie = {"tie": "procedure", "basis": "stated", "confidence": "high"}
        fields["standards"] = [{"standard": f"gb-t-{900000 + number % 100}-2020"} | tie]
    return _named(ref, **fields)


def _results(place: str, rows: int) -> dict[str, Any]:
    """Scores of a place: nine areas a year, with the ranks of places."""
    scores = [
        {
            "indicator": "index",
            "domain": f"areas/area-{n % 9}",
            "period": str(1900 + n // 9),
            "value": str(60 + n % 40),
            "unit": "points",
            "rank": n % PLACES + 1,
            "of": PLACES,
            "evidence": _ROW,
        }
        for n in range(rows)
    ]
    return _named(f"{place}/results", jurisdiction=place, rows=scores)


def measure(numbers: tuple[int, ...]) -> dict[str, list[float]]:
    """Seconds of each analysis for each number of items."""
    found: dict[str, list[float]] = {name: [] for name in REPORTS}
    for number in numbers:
        registry = registry_of(number)
        # The register itself is not looked through again by the collector: it never goes away.
        gc.collect()
        gc.freeze()
        for name, report in REPORTS.items():
            times = []
            for _ in range(ROUNDS):
                begun = time.process_time()
                report.tables(Analyses(registry, today=TODAY))
                times.append(time.process_time() - begun)
            found[name].append(min(times))
        gc.unfreeze()
    return found


def page(found: dict[str, list[float]], numbers: tuple[int, ...], language: str) -> str:
    """The table as Markdown."""
    title, text, analysis, items, ratio = _HEAD[language]
    lines = [title, "", text, ""]
    lines.append(
        f"| {analysis} | " + " | ".join(f"{n:,} {items}" for n in numbers) + f" | {ratio} |"
    )
    lines.append("|---|" + "---:|" * (len(numbers) + 1))
    for name, seconds in found.items():
        words = REPORTS[name].title.in_language(language)
        last = f"{seconds[-1] / seconds[-2]:.1f}" if len(seconds) > 1 else "–"
        lines.append(f"| {words} | " + " | ".join(f"{one:.3f}" for one in seconds) + f" | {last} |")
    return "\n".join(lines) + "\n"


def main(numbers: tuple[int, ...]) -> None:
    """Measure and write the pages."""
    found = measure(numbers)
    for language in ("zh", "en"):
        path = REPOSITORY / "docs" / language / "reference" / "analysis-growth.md"
        path.write_text(page(found, numbers, language), encoding="utf-8")
    print(page(found, numbers, "en"))


if __name__ == "__main__":
    main(tuple(int(one) for one in sys.argv[1:]) or NUMBERS)
