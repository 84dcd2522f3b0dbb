"""Page: how well it is done, and the way from weak results back to items and standards."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from bps.analysis.monitoring import FAMILIES
from bps.analysis.tables.loop import weak_domains_table
from bps.analysis.tables.monitoring import results_table
from bps.render import charts
from bps.render.kinds.review.frame import downloads, grid, review_page
from bps.render.parts import Bullets, Drawing, Figures, Folded, Grid, Paragraph, Section

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bps.analysis.loop import Loop, Weakness
    from bps.analysis.monitoring import Result
    from bps.analysis.table import Table
    from bps.render.book import Book
    from bps.render.page import Page
    from bps.render.parts import Cell

TITLE = ("监测：做得怎么样", "Monitoring: how well it is done")
_LEAST_BARS = 2
_RANKED_AMONG = {
    "province": ("省级", " of provinces"),
    "prefecture": ("城市", " of cities"),
    "county": ("县级", " of counties"),
}
_FEW = 3
_SHOWN = (
    "place",
    "indicator",
    "area",
    "label",
    "period",
    "value",
    "unit_name",
    "numerator",
    "denominator",
    "sample",
    "rank",
    "of",
    "target",
    "met",
    "source",
)
_SCORE_ZH = Markup(
    "把原始答卷存成 CSV，运行 <code>bps score 答卷.csv --survey 调查编号</code>：得到各题、各领域和总指数，"
    "带95%区间；样本太小会提醒；“不了解”不进分母；没有文件写明的分值和权重都注明是假定。"
)
_SCORE_EN = Markup(
    "Keep the raw answers as CSV and run <code>bps score ANSWERS.csv --survey ID</code>: scores of "
    "questions, domains and the index with 95 % intervals, a warning for small samples; “don't know” "
    "stays out of the denominator; points and weights that no document states are named as assumed."
)


def page(book: Book) -> Page:
    """Make the page."""
    found = book.analyses.results
    walks = book.analyses.loops
    names = book.analyses.names
    tables = (results_table(found, names), weak_domains_table(walks, names))
    surveys = list(book.registry.iter("survey"))
    satisfied = [one for one in found if one.family == "satisfaction"]
    return review_page(
        book,
        "monitoring",
        TITLE,
        lead=book.say(
            "满意度与设施数量分开，不同调查的得分不放在一起；每个数都带分母、样本、位次（资料给出时）。",
            "Satisfaction is kept apart from facility counts, and scores of different surveys are never put "
            "together; every figure has its denominator, sample and rank where the source gives them.",
        ),
        intro=[
            Figures(
                [
                    {
                        "number": str(len(surveys)),
                        "label": book.say("调查", "surveys"),
                        "href": book.url("surveys/"),
                    },
                    {
                        "number": str(len(satisfied)),
                        "label": book.say("满意度结果", "satisfaction results"),
                    },
                    {"number": str(len(found)), "label": book.say("全部结果", "all results")},
                    {
                        "number": str(len({one.place for one in found})),
                        "label": book.say("有结果的地区", "places with results"),
                    },
                ]
            )
        ],
        sections=_sections(book, found, walks, tables),
    )


def _sections(
    book: Book, found: Sequence[Result], walks: Sequence[Loop], tables: Sequence[Table]
) -> list[Section]:
    surveys = list(book.registry.iter("survey"))
    satisfied = [one for one in found if one.family == "satisfaction"]
    return [
        Section(
            "instruments",
            book.say("调查问卷", "Instruments"),
            [
                Bullets(
                    [
                        Markup("{} · {}").format(
                            book.link("survey", one.id),
                            book.say(
                                f"{len(one.questions)}个问题，{len(one.grades)}个等级",
                                f"{len(one.questions)} questions, {len(one.grades)} grades",
                            )
                            if one.questions
                            else book.say("问题未收录", "questions not recorded"),
                        )
                        for one in surveys
                    ]
                )
            ]
            if surveys
            else [],
        ),
        Section("satisfaction", book.say("满意度", "Satisfaction"), _drawings(book, satisfied)),
        Section(
            "loop",
            book.say("从结果回到清单和标准", "From results back to lists and standards"),
            _loops(book, walks),
        ),
        *_families(book, tables[0]),
        Section(
            "score",
            book.say("自己算满意度", "Score a survey yourself"),
            [Paragraph(_SCORE_ZH if book.lang == "zh" else _SCORE_EN)],
        ),
        Section("data", book.say("数据", "Data"), [downloads(book, "monitoring", tables)]),
    ]


def _drawings(book: Book, satisfied: Sequence[Result]) -> list[Any]:
    groups: dict[tuple[Any, ...], list[Result]] = {}
    for one in satisfied:
        if one.value is not None:
            groups.setdefault(one.comparable, []).append(one)
    blocks: list[Any] = []
    for key, rows in groups.items():
        if len(rows) < _LEAST_BARS:
            continue
        ranked = sorted(rows, key=lambda one: (-(one.value or Decimal(0)), one.place))
        _, survey, indicator, _, period, _ = key
        name = str(book.name("indicator", indicator).striptags()) if indicator else ""
        caption = " · ".join(
            part
            for part in (
                name,
                period or book.say("年份不详", "year not known"),
                str(book.name("survey", survey).striptags()) if survey else "",
            )
            if part
        )
        bars = [
            charts.Bar(
                str(book.name("jurisdiction", one.place).striptags()),
                one.value or Decimal(0),
                f"{one.value}{_rank(book, one)}",
            )
            for one in ranked
        ]
        blocks.append(
            Drawing(
                charts.bars(
                    bars, label=caption, full=Decimal(120) if bars[0].value > Decimal(50) else None
                ),
                caption,
                [
                    book.say("地区", "Place"),
                    {"name": book.say("得分", "Score"), "num": True},
                    {"name": book.say("位次", "Rank"), "num": True},
                    book.say("来源", "Source"),
                ],
                [
                    [
                        book.link("jurisdiction", one.place),
                        str(one.value),
                        f"{one.rank}/{one.of}" if one.rank and one.of else str(one.rank or "–"),
                        book.link("source", one.source),
                    ]
                    for one in ranked
                ],
            )
        )
    return blocks


def _rank(book: Book, one: Result) -> str:
    """Rank of a place and among whom: provinces, cities and counties are ranked apart."""
    if not one.rank:
        return ""
    place = book.registry.find("jurisdiction", one.place)
    zh, en = _RANKED_AMONG.get(place.level if place else "", ("", ""))
    return book.say(f"（{zh}第{one.rank}）", f" (rank {one.rank}{en})")


def _loops(book: Book, walks: Sequence[Loop]) -> list[Any]:
    rows: list[list[Any]] = []
    overall: list[Markup] = []
    for walked in walks:
        place = walked.place
        overall.extend(
            Markup("{} · {}").format(book.link("jurisdiction", place), _reason(book, one))
            for one in walked.overall
        )
        for domain in walked.domains:
            if not domain.weaknesses:
                continue
            rows.append(
                [
                    book.link("jurisdiction", place),
                    book.concept_link(domain.domain),
                    Markup("<br>").join(_reason(book, one) for one in domain.weaknesses),
                    book.links("item", domain.items),
                    _few(book, domain.due),
                ]
            )
    columns: list[Cell] = [
        book.say("地区", "Place"),
        book.say("领域", "Domain"),
        book.say("为什么偏弱", "Why weak"),
        book.say("背后的事项", "Items behind it"),
        book.say("应复审的标准", "Standards due"),
    ]
    caption = book.say("偏弱的领域", "Weak domains")
    blocks: list[Any] = [Grid(columns, rows, caption, id="weak-domains")] if rows else []
    if overall:
        blocks.append(
            Paragraph(
                book.say("各地总体情况中值得注意的：", "Worth noting about places as a whole:")
            )
        )
        blocks.append(Bullets(overall))
    return blocks


def _reason(book: Book, one: Weakness) -> Markup:
    """What was measured, and why it counts as weak."""
    result = one.result
    what = book.link("indicator", result.indicator) if result.indicator else book.tx(result.label)
    words = one.reason.in_language(book.lang)
    return Markup("{}{}{}").format(what, book.say("：", ": "), words) if what else escape(words)


def _few(book: Book, standards: Sequence[str]) -> Markup:
    """The first standards and how many more there are; `bps loop` prints them all."""
    shown = Markup("<br>").join(book.standard_link(one) for one in standards[:_FEW])
    rest = len(standards) - _FEW
    return (
        shown + Markup("<br>{}").format(book.say(f"另有{rest}项", f"and {rest} more"))
        if rest > 0
        else shown
    )


def _families(book: Book, table: Table) -> list[Section]:
    sections = []
    for family, words in FAMILIES.items():
        rows = table.where("family", family.__eq__)
        block = grid(book, table, _SHOWN, rows=rows)
        block = Grid(
            block.columns,
            block.rows,
            block.caption,
            id=f"results-{family}",
            filter=book.say("筛选", "Filter"),
        )
        title = book.say(f"全部结果：{words.zh}", f"All results: {words.en}")
        folded = Folded(book.say(f"{len(rows)}条", f"{len(rows)} results"), [block])
        sections.append(Section(f"family-{family}", title, [folded] if rows else []))
    return sections
