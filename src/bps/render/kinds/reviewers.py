"""The hub of the pages for reviewers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bps.render.kinds.review.frame import percent
from bps.render.parts import Figures, Head, Section, Tiles

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bps.render.book import Book
    from bps.render.page import Page


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """A page for reviewers: its folder, the question it answers, and one line about it."""

    path: str
    title: tuple[str, str]
    text: tuple[str, str]


# One line per page, in the order in which a reviewer asks.
REVIEW_PAGES: tuple[ReviewPage, ...] = (
    ReviewPage(
        "reviewers/coverage/",
        ("这里缺什么", "What is missing here"),
        ("国家事项在各地区、各领域的收录情况", "National items in places and areas"),
    ),
    ReviewPage(
        "reviewers/floor/",
        ("谁低于底线", "Who is below the floor"),
        ("地方事项和水平与国家标准逐项比较", "Local items and levels held against the nation"),
    ),
    ReviewPage(
        "reviewers/due/",
        ("哪些到期了", "What is overdue"),
        (
            "标准的复审日程，代替和废止的影响，日历和订阅",
            "Review clock, effects of replacement, calendars, feeds",
        ),
    ),
    ReviewPage(
        "reviewers/changes/",
        ("新版改了什么", "What changed"),
        ("国家标准2021年版与2023年版", "The last two editions of the national list"),
    ),
    ReviewPage(
        "reviewers/evidence/",
        ("能相信吗", "Can I trust it"),
        ("每条事实从何得知，先核实哪些", "How each fact is known, and what to close first"),
    ),
    ReviewPage(
        "reviewers/reconcile/",
        ("总数对得上吗", "Do the totals agree"),
        ("公布的总数与收录的逐一核对", "Published totals against what is recorded"),
    ),
    ReviewPage(
        "reviewers/ladder/",
        ("各地是多少", "How much, where"),
        ("同一指标在国家、省、市的水平", "The same measure in the nation, provinces and cities"),
    ),
    ReviewPage(
        "reviewers/standards/",
        ("哪些事项没有标准", "Which items have no standard"),
        ("事项、标准和规范方面的对应", "Items, standards and the kinds of tie"),
    ),
    ReviewPage(
        "reviewers/people/",
        ("谁没有服务", "Who is served by nothing"),
        ("人生阶段、人群和有没有指标", "Stages of life, groups of people, indicators"),
    ),
    ReviewPage(
        "reviewers/monitoring/",
        ("做得怎么样", "How well is it done"),
        (
            "监测结果，从偏弱的领域回到事项和标准",
            "Results, and from weak domains back to items and standards",
        ),
    ),
    ReviewPage(
        "reviewers/quality/",
        ("哪些记录还要补", "Which records need more"),
        ("完整程度和办事指南八要素", "Quality of records, eight facts of a guide"),
    ),
)


def _answers(book: Book) -> Iterator[Mapping[str, str]]:
    """The five answers a reviewer comes for, as figures that lead to their pages."""
    known = book.analyses
    held = known.floors
    below = sum(place.count("below") for place in held)
    again = sum(place.count("look-again") for place in held)
    clocks = known.lifecycle
    claims = known.reconciliation.claims
    differing = sum(claim.state in {"missing", "surplus"} for claim in claims)
    for name, number, label, text in (
        (
            "coverage",
            percent(known.coverage.share),
            book.say("各地已收录", "recorded in places"),
            book.say("国家事项 × 地区的格子", "of the cells: national items by place"),
        ),
        (
            "floor",
            str(below),
            book.say("低于底线", "below the floor"),
            book.say(f"另有{again}个需复核", f"{again} more to look at again"),
        ),
        (
            "due",
            str(clocks.count("overdue")),
            book.say("复审期已过", "past their review date"),
            book.say(f"共{len(clocks.clocks)}项标准", f"of {len(clocks.clocks)} standards"),
        ),
        (
            "reconcile",
            str(differing),
            book.say("总数对不上或缺", "totals that differ or lack records"),
            book.say(f"共{len(claims)}个公布的总数", f"of {len(claims)} declared totals"),
        ),
        (
            "evidence",
            percent(known.evidence.share("background")),
            book.say("一般常识，未见文件", "general knowledge, no document seen"),
            book.say("在全部事实中", "of all facts"),
        ),
    ):
        yield {
            "number": number,
            "label": label,
            "text": text,
            "href": book.url(f"reviewers/{name}/"),
        }


def pages(book: Book) -> Iterator[Page]:
    """Yield the hub."""
    tiles = [
        {"href": book.url(each.path), "title": book.say(*each.title), "text": book.say(*each.text)}
        for each in REVIEW_PAGES
    ]
    yield book.page(
        "pages/sections.html",
        path="reviewers/",
        title=book.t("menu.reviewers"),
        kind="hub",
        in_nav=True,
        section="reviewers",
        context={
            "head": Head(book.t("reviewers.title"), lead=book.t("reviewers.lead")),
            "sections": [
                Section(
                    "now", book.say("一眼看去", "At a glance"), [Figures(list(_answers(book)))]
                ),
                Section("pages", book.t("reviewers.pages"), [Tiles(tiles)]),
            ],
        },
    )
