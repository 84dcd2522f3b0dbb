"""Page: who is below the national floor."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from bps.analysis.floor import FLOOR_DOCUMENT, FLOOR_RULE, ORDER, STANDINGS
from bps.analysis.tables.floor import floor_tables
from bps.render import charts
from bps.render.kinds.review.frame import downloads, grid, review_page
from bps.render.parts import Bullets, Drawing, Figures, Folded, Paragraph, Section

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bps.analysis.floor import Floor
    from bps.analysis.table import Table
    from bps.render.book import Book
    from bps.render.page import Page

TITLE = ("底线：谁低于国家标准", "Floor: who is below the national level")
TONES = {
    "below": "warn",
    "look-again": "warn",
    "above": "good",
    "equal": "good",
    "same-scope": "plain",
    "not-comparable": "plain",
    "no-floor": "plain",
    "unknown": "unknown",
    "local-only": "plain",
}
_VERDICTS = {"below": "warn", "undetermined": "warn", "above": "good", "equal": "good"}
_WORST = frozenset({"below", "look-again"})
_RULE_LIST = "national-2021"


def page(book: Book) -> Page:
    """Make the page."""
    found = book.analyses.floors
    tables = floor_tables(found, book.analyses.names)
    standings = [item.standing for one in found for item in one.items]
    below, again = standings.count("below"), standings.count("look-again")
    return review_page(
        book,
        "floor",
        TITLE,
        lead=book.say(
            f"{len(standings)}个地方事项中，低于底线{below}个，需要复核{again}个。"
            "比的是查询当天两边都在执行的水平，对象和口径相同才比；月和年可以换算，换算写在说明里。"
            "地方定下之后国家才提高、或日期不明的，列为需复核。",
            f"Of {len(standings)} local items, {below} stand below the floor and {again} need a second "
            "look (the nation has moved since, or dates are unclear). Levels in force on the day asked are "
            "compared, for the same people and in the same unit; months and years convert, and the "
            "conversion is shown.",
        ),
        intro=[
            Figures(
                [
                    {
                        "number": str(standings.count(key)),
                        "label": STANDINGS[key].in_language(book.lang),
                    }
                    for key in ORDER
                ]
            ),
            _rule(book),
        ],
        sections=[
            _standing(book, tables, "below"),
            _standing(book, tables, "look-again"),
            Section(
                "declared",
                book.say("公布了数量、没有公布名称的", "Declared without a name"),
                _declared(book, found),
            ),
            Section("picture", book.say("各地区一览", "Places at a glance"), _picture(book, found)),
            _standing(book, tables, "above"),
            _standing(book, tables, "equal"),
            _standing(book, tables, "same-scope"),
            _standing(book, tables, "not-comparable"),
            _standing(book, tables, "no-floor"),
            _standing(book, tables, "unknown"),
            Section("levels", book.say("逐项比较", "Level by level"), [_levels(book, tables[1])]),
            Section(
                "data",
                book.say("数据", "Data"),
                [
                    Paragraph(
                        Markup('<a href="{}">{}</a>').format(
                            book.url("reviewers/ladder/"),
                            book.say(
                                "各项水平在国家、省、市之间的阶梯", "The ladder of each level"
                            ),
                        )
                    ),
                    downloads(book, "floor", tables),
                ],
            ),
        ],
    )


def _rule(book: Book) -> Paragraph:
    known = book.registry.find("list", _RULE_LIST) is not None
    name = book.link("list", _RULE_LIST) if known else ""
    return Paragraph(
        Markup("{}{}{}{}{}{}").format(
            book.say("规则：", "Rule: "),
            FLOOR_RULE.in_language(book.lang),
            book.say("（", " ("),
            book.tx(FLOOR_DOCUMENT),
            Markup(" · {}").format(name) if name else "",
            book.say("）", ")"),
        ),
        "notice",
    )


def _standing(book: Book, tables: Sequence[Table], standing: str) -> Section:
    """Items that stand so, and the levels that put them there."""
    items, levels = tables
    at = {column.key: place for place, column in enumerate(items.columns)}
    rows = [row for row in items.rows if row[at["standing"]] == standing]
    words = STANDINGS[standing].in_language(book.lang)
    if not rows:
        none = Paragraph(book.say("收录的记录中没有。", "None among the records."), "notice")
        return Section(standing, words, [none] if standing == "below" else [])
    blocks: list[Any] = [
        grid(
            book,
            items,
            ("item", "place", "national", "scope", "asks"),
            rows=rows,
            filtered=standing not in _WORST,
            anchor=f"floor-{standing}",
        )
    ]
    if standing in _WORST:
        at = {column.key: place for place, column in enumerate(levels.columns)}
        named = {row[items.place_of("item")] for row in rows}
        low = [
            row for row in levels.rows if row[at["item"]] in named and row[at["verdict"]] == "below"
        ]
        blocks.append(
            grid(
                book,
                levels,
                (
                    "measure",
                    "place",
                    "local",
                    "national",
                    "on",
                    "verdict_name",
                    "raised_since",
                    "reason",
                ),
                rows=low,
                tones=_VERDICTS,
                toned="verdict",
                anchor=f"levels-{standing}",
            )
        )
    else:
        blocks = [Folded(book.say(f"{len(rows)}个事项", f"{len(rows)} items"), blocks)]
    return Section(standing, words, blocks, small=str(len(rows)))


_DECLARED_ZH = Markup(
    "{}：{}公布{}项保障水平高于国家和省的标准；库中有数值、能看出高于国家的{}项，其余名称未公布。"
)
_DECLARED_EN = Markup(
    "{}: {} declares {} levels above the national and provincial standard; {} are recorded with "
    "values above the nation, the others have no published name."
)


def _declared(book: Book, found: Sequence[Floor]) -> list[Any]:
    lines = []
    for one in found:
        named = sum(row.verdict == "above" for item in one.items for row in item.levels)
        for kind, holder, number in one.declared_above:
            words = _DECLARED_ZH if book.lang == "zh" else _DECLARED_EN
            lines.append(
                words.format(
                    book.link("jurisdiction", one.place), book.link(kind, holder), number, named
                )
            )
    return [Bullets(lines)] if lines else []


def _picture(book: Book, found: Sequence[Floor]) -> list[Any]:
    names = [STANDINGS[key].in_language(book.lang) for key in ORDER]
    places = [one for one in found if one.items]
    counts = [sum(one.count(key) for one in places) for key in ORDER]
    rows = [
        charts.Bar(
            label=name,
            value=Decimal(number),
            text=str(number),
            tone="seal" if key in _WORST else "main",
        )
        for key, name, number in zip(ORDER, names, counts, strict=True)
    ]
    return [
        Drawing(
            svg=charts.bars(rows, label=book.say("各种结论的事项数", "Items by standing")),
            caption=book.say("各种结论的事项数", "Items by standing"),
            columns=[book.say("地区", "Place"), *({"name": name, "num": True} for name in names)],
            rows=[
                [book.link("jurisdiction", one.place), *(str(one.count(key)) for key in ORDER)]
                for one in places
            ],
        )
    ]


def _levels(book: Book, table: Table) -> Folded:
    rows = table.where("verdict", bool)
    block = grid(
        book,
        table,
        (
            "item",
            "place",
            "measure",
            "local",
            "national",
            "on",
            "verdict_name",
            "raised_since",
            "reason",
        ),
        rows=rows,
        tones=_VERDICTS,
        toned="verdict",
        filtered=True,
    )
    return Folded(book.say(f"{len(rows)}项", f"{len(rows)} levels"), [block])
