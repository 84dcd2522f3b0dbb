"""Page: can I trust it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from bps.analysis.evidence import GRADES, STALE_YEARS
from bps.analysis.tables.trust import evidence_tables
from bps.render import charts
from bps.render.kinds.review.frame import downloads, grid, percent, review_page
from bps.render.parts import Bullets, Drawing, Figures, Folded, Paragraph, Section

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bps.analysis.evidence import EvidenceReport
    from bps.analysis.table import Table
    from bps.render.book import Book
    from bps.render.page import Page
    from bps.render.parts import Cell

TITLE = ("依据：能相信吗", "Evidence: can I trust it")
_TONES = {"background": "warn", "unsourced": "unknown"}
_SHOWN = 100
_SOURCES = 40


def page(book: Book) -> Page:
    """Make the page."""
    found = book.analyses.evidence
    tables = evidence_tables(found, book.analyses.names)
    return review_page(
        book,
        "evidence",
        TITLE,
        lead=book.say(
            f"{found.total}条事实中，{percent(found.share('confirmed'))}有来源写明，"
            f"{percent(found.share('derived'))}由来源推算或推断，"
            f"{percent(found.share('background'))}是一般常识，未见文件。后者在每一页都有标记，并在下面列出待核实。",
            f"Of {found.total} facts, {percent(found.share('confirmed'))} are stated by a source, "
            f"{percent(found.share('derived'))} derived or inferred from one, "
            f"{percent(found.share('background'))} are general knowledge with no document seen. The last are "
            "marked on every page and listed below, to be closed.",
        ),
        intro=[
            Figures(
                [
                    {
                        "number": percent(found.share(key)),
                        "label": GRADES[key].in_language(book.lang),
                        "text": book.say(f"{number}条", f"{number} facts"),
                    }
                    for key, number in found.facts
                ]
            )
        ],
        sections=_sections(book, found, tables),
    )


def _sections(book: Book, found: EvidenceReport, tables: Sequence[Table]) -> list[Section]:
    return [
        Section("types", book.say("各类记录", "By type of record"), _types(book, found)),
        Section(
            "close",
            book.say("先核实哪些", "What to close first"),
            _to_close(book, found, tables[1]),
        ),
        Section(
            "sources",
            book.say("最要紧的来源", "Sources that carry most"),
            [
                grid(
                    book,
                    tables[3],
                    ("source", "kind_name", "facts", "records"),
                    rows=tables[3].rows[:_SOURCES],
                )
            ],
        ),
        Section(
            "stale",
            book.say("久未核对的", "Not checked for long"),
            [
                Paragraph(
                    book.say(
                        f"超过{STALE_YEARS}年未核对的记录：{len(found.stale)}条。",
                        f"Records not checked for {STALE_YEARS} years: {len(found.stale)}.",
                    )
                ),
                *(
                    [
                        grid(
                            book,
                            tables[2],
                            ("record", "checked_on"),
                            rows=tables[2].rows[:_SHOWN],
                        )
                    ]
                    if found.stale
                    else []
                ),
            ],
        ),
        Section(
            "idle",
            book.say("没有用到的来源", "Sources nothing rests on"),
            [
                Folded(
                    str(len(found.idle)),
                    [Bullets([book.link("source", one) for one in found.idle])],
                )
            ]
            if found.idle
            else [],
        ),
        Section("data", book.say("数据", "Data"), [downloads(book, "evidence", tables)]),
    ]


def _types(book: Book, found: EvidenceReport) -> list[Any]:
    bars: list[charts.Bar] = []
    rows: list[list[Cell]] = []
    for name, counts in found.by_type:
        total = sum(number for _, number in counts) or 1
        sure = dict(counts).get("confirmed", 0)
        label = book.type_name(name, plural=True)
        share = Decimal(round(100 * sure / total))
        bars.append(charts.Bar(label, share, f"{share}%"))
        rows.append([label, *(str(number) for _, number in counts)])
    caption = book.say("有来源写明的比例", "Share stated by a source")
    columns: list[Cell] = [
        book.say("类型", "Type"),
        *({"name": GRADES[key].in_language(book.lang), "num": True} for key in GRADES),
    ]
    return [
        Drawing(
            charts.bars(bars, label=caption, full=Decimal(100)), caption, columns, rows, open=True
        )
    ]


def _to_close(book: Book, found: EvidenceReport, table: Any) -> list[Any]:
    if not found.open:
        return [Paragraph(book.say("没有待核实的。", "Nothing is left to close."), "notice")]
    note = book.say(
        f"共{len(found.open)}条，按有多少记录引用它排序，先列{min(_SHOWN, len(found.open))}条。",
        f"{len(found.open)} in all, by how many records refer to them; the first "
        f"{min(_SHOWN, len(found.open))}.",
    )
    return [
        Paragraph(note),
        grid(
            book,
            table,
            ("record", "grade_name", "fields_name", "readers"),
            rows=table.rows[:_SHOWN],
            tones=_TONES,
            toned="grade",
            filtered=True,
        ),
    ]
