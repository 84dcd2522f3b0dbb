"""Every figure of the pages for reviewers, reckoned anew from the CSV files anyone can download.

Nothing here calls an analysis: a page and its open data are compared as a stranger would. A table
or figure on a page that is not listed here fails the test, so that none can be added unnoticed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from bps.export import export_files
from bps.pipeline import Register
from bps.render.book import Book, Index
from bps.render.kinds import review
from bps.render.kinds.review.coverage import _LEAST_ITEMS
from bps.render.layout import Layout
from bps.render.page import SiteSettings
from tests.support.open_data import OpenData, Row, Shown, read_page

DAY = "2026-11-22"
Cells = list[tuple[str, ...]]
Expected = dict[str, Cells]

pytestmark = pytest.mark.xdist_group("open-data")


class Case:
    """The pages and the open data of the real register in one language."""

    def __init__(self, register: Register, files: list[tuple[str, bytes]], language: str) -> None:
        book = Book(Index(register.registry), Layout(SiteSettings(built_on=DAY), language))
        self.data = OpenData(files, language)
        self.pages = {
            page.path.split("reviewers/")[1].split("/")[0]: read_page(page.text)
            for page in review.pages(book)
        }


@pytest.fixture(scope="module")
def cases(real_register: Register) -> dict[str, Case]:
    files = list(export_files(real_register.registry, built_on=date.fromisoformat(DAY)))
    return {language: Case(real_register, files, language) for language in ("zh", "en")}


def picked(data: OpenData, rows: list[Row], *keys: str) -> Cells:
    return [tuple(data.said(row, key) for key in keys) for row in rows]


def numbers(rows: list[Row], *keys: str) -> Cells:
    return [tuple(row[key] for key in keys) for row in rows]


def national_items(data: OpenData) -> list[str]:
    return [row["id"] for row in data.rows("item") if row["jurisdiction"] == "cn"]


# Figures ----------------------------------------------------------------------------------------


def coverage_figures(data: OpenData) -> list[str]:
    matrix = data.analysis("coverage-matrix")
    places = data.analysis("coverage-places")
    # Rows of the matrix are the items of the edition in force; the nation promises more than those.
    items = [
        row["item_id"] for row in data.rows("item-listed-in") if row["list"] == "national-2023"
    ]
    share = Decimal(100 * len(matrix)) / (len(items) * len(places))
    return [
        str(len(items)),
        str(len({row["jurisdiction"] for row in data.rows("item")} - {"cn"})),
        str(len(matrix)),
        str(len(set(items) - {row["item"] for row in matrix})),
        str(sum(row["state"] == "below" for row in matrix)),
        f"{share:.1f}%",
    ]


def floor_figures(data: OpenData) -> list[str]:
    counts = Counter(row["standing"] for row in data.analysis("floor-items"))
    assert sum(counts.values()) == len(data.rows("item")) - len(national_items(data))
    return [str(counts[key]) for key in STANDINGS]


def due_figures(data: OpenData) -> list[str]:
    counts = Counter(row["state"] for row in data.analysis("review-clock"))
    assert sum(counts.values()) == len(data.rows("standard"))
    return [str(counts[key]) for key in CLOCKS]


def changes_figures(data: OpenData) -> list[str]:
    rows = data.analysis("published-changes")
    return [row["declared"] for row in rows if row["declared"] not in {"", "0"}]


def evidence_figures(data: OpenData) -> list[str]:
    rows = data.analysis("facts-by-grade")
    parts = [row for row in rows if row["type"]]
    sums = [sum(int(row[grade]) for row in parts) for grade in GRADES]
    whole = next(row for row in rows if not row["type"])
    assert sums == [int(whole[grade]) for grade in GRADES]
    return [f"{100 * number / sum(sums):.1f}%" for number in sums]


def monitoring_figures(data: OpenData) -> list[str]:
    rows = data.analysis("results")
    assert len(rows) == len(data.rows("observation-set-rows"))
    return [
        str(len(data.rows("survey"))),
        str(sum(row["family"] == "satisfaction" for row in rows)),
        str(len(rows)),
        str(len({row["place"] for row in rows})),
    ]


def people_figures(data: OpenData) -> list[str]:
    measured = data.analysis("items-indicators")
    assert len(measured) == len(data.rows("item"))
    silent = [row for row in measured if row["indicators"] == "0"]
    return [
        str(sum(row["unserved"] == "true" for row in data.analysis("served-life-events"))),
        str(sum(row["unserved"] == "true" for row in data.analysis("served-recipients"))),
        str(len(silent)),
        str(sum(row["with_results"] == "0" for row in measured) - len(silent)),
    ]


def quality_figures(data: OpenData) -> list[str]:
    counts = Counter(row["step"] for row in data.analysis("quality-records"))
    return [str(counts[step]) for step in STEPS]


def reconcile_figures(data: OpenData) -> list[str]:
    claims = data.analysis("declared-recorded")
    sums = data.analysis("sums")
    return [
        str(len(claims)),
        str(sum(row["state"] == "complete" for row in claims)),
        str(len(contradictions(data))),
        str(sum(row["total"] == row["sum"] for row in sums)),
    ]


def contradictions(data: OpenData) -> dict[tuple[str, ...], list[Row]]:
    groups: dict[tuple[str, ...], list[Row]] = {}
    for row in data.analysis("contradicting-claims"):
        key = (row["holder"], row["of"], row.get("label_zh", ""), row["area"], row["part"])
        groups.setdefault(key, []).append(row)
    return groups


STANDINGS = (
    "below", "look-again", "above", "equal", "same-scope", "not-comparable", "no-floor", "unknown",
    "local-only",
)  # fmt: skip
CLOCKS = ("overdue", "maybe-due", "due-soon", "later", "unknown", "no-clock")
GRADES = ("confirmed", "derived", "background", "unsourced")
STEPS = ("empty", "valid", "useful", "complete")
KINDS = ("sets-level", "facility", "procedure", "staffing", "quality", "evaluation", "terms")
EIGHT = ("name", "basis", "conditions", "materials", "place", "hours", "telephone", "steps")
FIGURES: dict[str, Callable[[OpenData], list[str]]] = {
    "coverage": coverage_figures,
    "floor": floor_figures,
    "ladder": lambda _: [],
    "due": due_figures,
    "changes": changes_figures,
    "reconcile": reconcile_figures,
    "evidence": evidence_figures,
    "standards": lambda _: [],
    "people": people_figures,
    "monitoring": monitoring_figures,
    "quality": quality_figures,
}


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("page", FIGURES)
def test_big_numbers_follow_from_the_open_data(
    page: str, language: str, cases: dict[str, Case]
) -> None:
    case = cases[language]
    shown = [number for _, number in case.pages[page].figures]
    expected = FIGURES[page](case.data)
    assert shown == expected[: len(shown)]
    assert all(number in case.pages[page].lead for number in expected[len(shown) :])


def test_every_page_for_reviewers_is_compared(cases: dict[str, Case]) -> None:
    assert cases["zh"].pages.keys() == FIGURES.keys() == TABLES.keys()


# Tables -----------------------------------------------------------------------------------------


def coverage_tables(data: OpenData, shown: Shown) -> Expected:
    places = data.analysis("coverage-places")
    areas: dict[str, list[Row]] = {}
    for row in data.analysis("coverage-areas"):
        areas.setdefault(row["place"], []).append(row)
    matrix = {(row["item"], row["place"]): row for row in data.analysis("coverage-matrix")}
    large = [row["place"] for row in places if int(row["recorded"]) >= _LEAST_ITEMS]
    items = [
        row["id"]
        for row in data.rows("item")
        if any((row["id"], place) in matrix for place in large)
    ]
    recorded = [row[1:] for row in shown.tables["coverage-matrix"]]
    order = [row[0] for row in shown.tables["coverage-matrix"]]
    by_name = {data.name(item): item for item in items}
    assert sorted(order) == sorted(by_name)
    assert [[cell != "–" for cell in row] for row in recorded] == [
        [(by_name[name], place) in matrix for place in large] for name in order
    ]
    return {
        "coverage-areas": [
            (data.name(place), *(f"{row['recorded']}/{row['total']}" for row in rows))
            for place, rows in areas.items()
        ],
        "coverage-matrix": [],
        "table-coverage-places": [
            (data.name(row["place"]), *numbers([row], *PLACE_KEYS)[0]) for row in places
        ],
    }


PLACE_KEYS = ("recorded", "total", "share", "local_only", "unrelated", "items")


def floor_tables(data: OpenData, shown: Shown) -> Expected:
    items, levels = data.analysis("floor-items"), data.analysis("floor-levels")
    keys = ("item", "place", "national", "scope", "asks")
    found = {
        f"floor-{standing}": picked(
            data, [row for row in items if row["standing"] == standing], *keys
        )
        for standing in STANDINGS[:-1]
    }
    compared = (
        "item",
        "place",
        "measure",
        "local",
        "national",
        "on",
        "verdict",
        "raised_since",
        "reason",
    )
    found["table-floor-levels"] = picked(data, [row for row in levels if row["verdict"]], *compared)
    for standing in ("below", "look-again"):
        named = {row["item"] for row in items if row["standing"] == standing}
        low = [row for row in levels if row["item"] in named and (row["verdict"] == "below")]
        beside = (
            "measure",
            "place",
            "local",
            "national",
            "on",
            "verdict",
            "raised_since",
            "reason",
        )
        found[f"levels-{standing}"] = picked(data, low, *beside)
    counts = Counter((row["place"], row["standing"]) for row in items)
    places = sorted({row["place"] for row in items})
    caption = "各种结论的事项数" if data.language == "zh" else "Items by standing"
    found[caption] = [
        (data.name(place), *(str(counts[place, key]) for key in STANDINGS)) for place in places
    ]
    return {name: rows for name, rows in found.items() if rows or name in shown.tables}


def graded(data: OpenData, row: Row) -> str:
    """That no document states a value: behind it on the page, a column of its own in the data."""
    if row["how"] in {"stated", "translated"}:
        return ""
    said = row[f"how_name_{data.language}"]
    return f"（{said}）" if data.language == "zh" else f" ({said})"


def ladder_tables(data: OpenData, shown: Shown) -> Expected:
    """Each measure has a table of all its values; a second one repeats those with a date."""
    groups: dict[tuple[str, ...], list[Row]] = {}
    for row in data.analysis("level-ladder"):
        groups.setdefault((row["measure"], row["unit"], row["per"], row["period"]), []).append(row)
    drawn = [
        rows
        for rows in groups.values()
        if len({row["place"] for row in rows if row["place_level"] != "country"}) >= 2
    ]
    for rows in drawn:
        for row in rows:
            row["value"] += graded(data, row)
    keys = ("place", "applies_to", "value", "from", "to", "source")
    values = [name for name in shown.tables if len(shown.tables[name][0]) == len(keys)]
    found = dict(zip(values, [picked(data, rows, *keys) for rows in drawn], strict=True))
    known = {(row["from"], row["value"]) for rows in drawn for row in rows}
    over_time = [name for name in shown.tables if name not in values]
    assert {pair for name in over_time for pair in shown.columns(name, 1, 2)} - known == set()
    return found | {name: [] for name in over_time}


def due_tables(data: OpenData, shown: Shown) -> Expected:
    clocks = data.analysis("review-clock")
    keys = ("standard", "state", "due_to", "reason")
    urgent = [row for row in clocks if row["state"] in CLOCKS[:3]]
    years = Counter(
        row["due_to"][:4] for row in clocks if row["due_to"] and row["state"] in CLOCKS[:4]
    )
    caption = "各年到期的标准数" if data.language == "zh" else "Standards falling due, by year"
    drawn = {row[0] for row in shown.tables[caption]}
    series = [row for row in data.analysis("series") if row["gaps"]]
    effects = data.analysis("replacement-effects")
    assert len(shown.tables["replacement-effects"]) == len(effects)
    assert [row[0] for row in shown.tables["replacement-effects"]] == [
        data.said(row, "standard") for row in effects
    ]
    return {
        "table-review-clock": picked(data, urgent, *keys),
        "review-clock-all": picked(data, clocks, *keys),
        caption: [(year, str(years[year])) for year in sorted(years) if year in drawn],
        "table-series": numbers(series, "base", "recorded", "gaps"),
        "replacement-effects": [],
    }


def changes_tables(data: OpenData, shown: Shown) -> Expected:
    caption = "公布的改动数量" if data.language == "zh" else "Changes as published"
    keys = ("kind", "declared", "named", "confirmed", "shown", "source")
    found = {caption: picked(data, data.analysis("published-changes"), *keys)}
    counts = Counter(row["kind"] for row in data.analysis("changes"))
    for kind, number in counts.items():
        assert len(shown.tables[f"changes-{kind}"]) == number
        assert shown.counts[kind] == str(number)
        found[f"changes-{kind}"] = []
    return found


def reconcile_tables(data: OpenData, shown: Shown) -> Expected:
    claims = data.analysis("declared-recorded")
    signs = {"more-than": ">", "at-least": "≥", "about": "≈"}
    assert shown.columns("declared-recorded", 0, 2, 3, 5) == [
        (
            data.name(row["holder"]),
            f"{signs.get(row['comparator'], '')}{row['declared']} {row['as_of']}".strip(),
            row["recorded"] or "–",
            data.name(row["source"]),
        )
        for row in claims
    ]
    sides = shown.tables["contradicting-claims"]
    for row, rows in zip(sides, contradictions(data).values(), strict=True):
        assert all(f"{claim['declared']} " in row[2] for claim in rows)
        assert row[3] == data.said(rows[0], "dates")
    caption = "收录数占公布数的比例" if data.language == "zh" else "Recorded as a share of declared"
    drawn = {
        (data.name(row["holder"]), row["recorded"], row["declared"])
        for row in claims
        if row["recorded"] not in {"", "0"} and row["declared"] != "0" and not row["area"]
    }
    assert {tuple(row[:1] + row[2:]) for row in shown.tables[caption]} == drawn
    keys = ("holder", "of", "by", "total", "sum", "parts", "outcome")
    return {
        "declared-recorded": [],
        "contradicting-claims": [],
        caption: [],
        "table-sums": picked(data, data.analysis("sums"), *keys),
    }


def evidence_tables(data: OpenData, shown: Shown) -> Expected:
    caption = "有来源写明的比例" if data.language == "zh" else "Share stated by a source"
    grades = [row for row in data.analysis("facts-by-grade") if row["type"]]
    used = {row["source"] for row in data.analysis("sources-by-use")}
    assert shown.bullets["idle"] == len({row["id"] for row in data.rows("source")} - used)
    return {
        caption: picked(data, grades, "type", *GRADES),
        "table-facts-to-close": picked(
            data, data.analysis("facts-to-close")[:100], "record", "grade", "fields", "readers"
        ),
        "table-sources-by-use": picked(
            data, data.analysis("sources-by-use")[:40], "source", "kind", "facts", "records"
        ),
    }


def standards_tables(data: OpenData, shown: Shown) -> Expected:
    national = set(national_items(data))
    rows = [row for row in data.analysis("items-standards") if row["item"] in national]
    states = Counter(row["state"] for row in rows)
    caption = "事项数" if data.language == "zh" else "Items"
    assert [row[1] for row in shown.tables[caption]] == [
        str(states[key]) for key in ("governed", "only-withdrawn", "none")
    ]
    assert shown.bullets["none"] == states["none"]
    assert shown.bullets["idle"] == len(data.analysis("standards-without-item"))
    broader = {
        f"{row['domain_scheme_id']}/{row['id']}": row["broader"]
        for row in data.rows("domain-scheme-concepts")
    }
    domains = {row["id"]: row["domain"] for row in data.rows("item")}

    def top(ref: str) -> str:
        scheme = ref.partition("/")[0]
        return top(f"{scheme}/{broader[ref]}") if broader[ref] else ref

    ties: Counter[tuple[str, str]] = Counter()
    for row in rows:
        for kind in KINDS:
            ties[data.name(top(domains[row["item"]])), kind] += len(row[kind].split())
    areas = [row[0] for row in shown.tables["ties-areas"]]
    assert {area for area, _ in ties if any(ties[area, kind] for kind in KINDS)} == set(areas)
    return {
        caption: [],
        "ties-areas": [(area, *(str(ties[area, kind] or "–") for kind in KINDS)) for area in areas],
    }


def people_tables(data: OpenData, shown: Shown) -> Expected:
    found: Expected = {}
    names = list(shown.tables)
    for name, table in zip(names, ("served-life-events", "served-recipients"), strict=True):
        rows = sorted(
            data.analysis(table),
            key=lambda row: (-int(row["items"]) - int(row["below"]), row["concept"]),
        )
        found[name] = picked(data, rows, "name", "items", "below")
    silent = [row for row in data.analysis("items-indicators") if row["indicators"] == "0"]
    assert shown.bullets["silent"] == len(silent)
    return found


def monitoring_tables(data: OpenData, shown: Shown) -> Expected:
    results = data.analysis("results")
    keys = (
        "place", "indicator", "area", "label", "period", "value", "unit", "numerator",
        "denominator", "sample", "rank", "of", "target", "met", "source",
    )  # fmt: skip
    found = {
        f"results-{family}": picked(
            data, [row for row in results if row["family"] == family], *keys
        )
        for family in dict.fromkeys(row["family"] for row in results)
    }
    known = {(data.name(row["place"]), row["value"], data.name(row["source"])) for row in results}
    for name in shown.tables:
        if name not in found and name != "weak-domains":
            assert set(shown.columns(name, 0, 1, 3)) <= known
            found[name] = []
    weak = data.analysis("weak-domains")
    assert shown.columns("weak-domains", 0, 1) == [
        (data.name(row["place"]), data.said(row, "domain")) for row in weak
    ]
    return found | {"weak-domains": []}


def quality_tables(data: OpenData, shown: Shown) -> Expected:
    low = [row for row in data.analysis("quality-records") if row["step"] in STEPS[:2]][:200]
    guide = data.analysis("guide-facts")
    by_place: dict[str, list[Row]] = {}
    for row in guide:
        by_place.setdefault(row["place"], []).append(row)
        assert int(row["facts"]) == sum(row[f"has_{key}"] == "true" for key in EIGHT)
    few = sorted((int(row["facts"]), row["item"]) for row in guide if int(row["facts"]) < 5)
    caption = "可用或完整的比例" if data.language == "zh" else "Share useful or complete"
    types = {row["name_" + data.language]: row for row in data.analysis("quality-by-type")}
    return {
        "table-quality-records": picked(data, low, "record", "place", "step", "missing"),
        "few-facts": [(data.name(item), f"{number}/8") for number, item in few],
        "guide-places": [
            (
                data.name(place),
                *(
                    f"{sum(row[f'has_{key}'] == 'true' for row in rows)}/{len(rows)}"
                    for key in EIGHT
                ),
            )
            for place, rows in sorted(by_place.items(), key=lambda pair: (-len(pair[1]), pair[0]))
        ],
        caption: [
            (row[0], *(types[row[0]][step] for step in STEPS)) for row in shown.tables[caption]
        ],
        "table-quality-by-place": picked(data, data.analysis("quality-by-place"), "place", *STEPS),
        "table-quality-by-list": picked(data, data.analysis("quality-by-list"), "list", *STEPS),
    }


TABLES: dict[str, Callable[[OpenData, Shown], Expected]] = {
    "coverage": coverage_tables,
    "floor": floor_tables,
    "ladder": ladder_tables,
    "due": due_tables,
    "changes": changes_tables,
    "reconcile": reconcile_tables,
    "evidence": evidence_tables,
    "standards": standards_tables,
    "people": people_tables,
    "monitoring": monitoring_tables,
    "quality": quality_tables,
}


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("page", TABLES)
def test_tables_follow_from_the_open_data(page: str, language: str, cases: dict[str, Case]) -> None:
    shown = cases[language].pages[page]
    expected = TABLES[page](cases[language].data, shown)
    assert expected.keys() == shown.tables.keys()
    for name, rows in expected.items():
        if rows:
            assert [tuple(row) for row in shown.tables[name]] == rows, name
